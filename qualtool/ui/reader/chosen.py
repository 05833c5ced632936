"""Which excerpt is chosen in the text: what valence, star and Delete act on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from qualtool.store.rows import CodingRow
from qualtool.ui.reader.caret import Caret
from qualtool.ui.reader.painting import Emphasis
from qualtool.ui.reader.view import TextView

Span = tuple[int, int]


class Chosen(QObject):
    """The chosen excerpt, the coding of it that was pointed at, and the chosen code."""

    excerpt_chosen = Signal(int)  # excerpt id, or -1; only where the researcher chose
    shown = Signal()  # another excerpt may be chosen, or the same one stand elsewhere

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self.coder: Callable[[], int | None] = lambda: None  # who is coding now
        self.excerpt: int | None = None
        self._coding: int | None = None
        self._code: int | None = None
        self._by_code = False  # whether the code was chosen after the excerpt

    def choose(self, excerpt: int | None, coding: int | None = None, *, tell: bool = False) -> None:
        """Choose an excerpt, or none, and let it stand out."""
        changed = excerpt != self.excerpt
        self.excerpt, self._coding = excerpt, coding
        self._by_code = excerpt is None
        self._show()
        if tell and changed:
            self.excerpt_chosen.emit(-1 if excerpt is None else excerpt)

    def choose_code(self, code_id: int | None) -> None:
        """Let all codings of a code stand out, until an excerpt is chosen."""
        self._code, self._by_code = code_id, True
        self._show()

    def codings(self) -> list[CodingRow]:
        """The codings that are meant: the one that was pointed at, else `mine`."""
        here = self._view.coded.of_excerpt(self.excerpt)
        return [each for each in here if each.id == self._coding] or self.mine()

    def mine(self) -> list[CodingRow]:
        """Those of the chosen excerpt by who is coding; where there are none, those of others.

        No key changes by the way what another coder has put on the same words.
        """
        here, coder = self.whole(), self.coder()
        if coder is None:
            return here
        return [each for each in here if each.coder_id in (coder, None)] or here

    def span(self) -> Span | None:
        """The stretch of the chosen excerpt."""
        here = self._view.coded.of_excerpt(self.excerpt)
        return (here[0].start, here[0].end) if here else None

    def look_again(self) -> None:
        """The codings have changed: what is gone can no longer be chosen."""
        if self.excerpt is None:
            return
        kept = {each.id for each in self._view.coded.of_excerpt(self.excerpt)}
        if not kept:
            self.choose(None, tell=True)
        else:
            self._coding = self._coding if self._coding in kept else None
            self._show()

    def choose_at(self, offset: int) -> None:
        """Choose what lies at an offset: the shortest excerpt, then each longer one in turn."""
        codings = self._view.shown_codings().at(offset)
        here = list(dict.fromkeys(each.excerpt_id for each in codings))
        after = here.index(self.excerpt) + 1 if self.excerpt in here else 0
        self.choose(here[after % len(here)] if here else None, tell=True)

    def keep_or_choose_at(self, offset: int) -> None:
        """Choose what lies at an offset, unless the chosen excerpt lies there already."""
        span = self.span()
        if span is None or not span[0] <= offset < span[1]:
            self.choose_at(offset)

    def choose_coding(self, coding: CodingRow) -> None:
        """Choose what was pointed at in the margin, and show where it begins."""
        self.choose(coding.excerpt_id, coding.id, tell=True)
        self._view.set_caret(Caret(coding.start, coding.start), follow=False)
        self._view.reveal(coding.start, coding.end)

    def whole(self) -> list[CodingRow]:
        """All codings of the chosen excerpt, also where one of them was pointed at."""
        return self._view.coded.of_excerpt(self.excerpt)

    def pointed(self) -> CodingRow | None:
        """The coding that was pointed at, if it was one and not the whole excerpt."""
        return next((each for each in self.whole() if each.id == self._coding), None)

    def step_coding(self, step: int) -> None:
        """Point at the next coding of the chosen excerpt (1) or the one before (-1).

        After the last, all of them are meant again.
        """
        ids = [None, *(each.id for each in self.whole())]
        if len(ids) > 1:
            at = ids.index(self._coding) if self._coding in ids else 0
            self.choose(self.excerpt, ids[(at + step) % len(ids)])

    def step(self, step: int) -> None:
        """Choose the next excerpt (1) or the one before (-1), from the chosen one or the caret."""
        offset = self._view.caret.position
        found = self._view.shown_codings().next_excerpt(self.excerpt, offset, step)
        if found is not None:
            first = self._view.coded.of_excerpt(found)[0]
            self._view.set_caret(Caret(first.start, first.start), follow=False)
            self._view.reveal(first.start, first.end)
            self.choose(found, tell=True)

    def _show(self) -> None:
        excerpts = frozenset() if self.excerpt is None else frozenset([self.excerpt])
        by_code = self._by_code and self._code is not None
        codes = frozenset([self._code or 0]) if by_code else frozenset()
        self._view.set_emphasis(Emphasis(excerpts, codes, self._coding, self.pointed()))
        self.shown.emit()
