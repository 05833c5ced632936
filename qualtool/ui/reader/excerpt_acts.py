"""What keys do with the chosen excerpt: its signs, its codings, its ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from qualtool.core.cutting import between_words
from qualtool.core.depth import next_depth
from qualtool.store.rows import ValenceRow
from qualtool.ui.reader.chosen import Chosen
from qualtool.ui.reader.ends import Ends
from qualtool.ui.reader.keys import Act, Press
from qualtool.ui.reader.signs import with_sign
from qualtool.ui.reader.view import TextView


class ExcerptActs(QObject):
    """Turns presses into wishes about the chosen excerpt.

    What concerns codings is about the one that was pointed at, else about all of the excerpt.
    """

    valence_wished = Signal(list, object)  # coding ids, key or None
    valence_missing = Signal(str)  # the sign of one that the project does not have
    depth_wished = Signal(list, object)  # coding ids, semantic, latent or None
    star_wished = Signal(list)  # excerpt ids; who listens turns the star on or off
    do_not_quote_wished = Signal(list)  # excerpt ids; likewise
    uncode_wished = Signal(list)  # coding ids
    split_asked = Signal(int, int, int, int)  # its first part from … to, excerpt id, offset
    comment_wished = Signal(int)  # coding id
    memo_wished = Signal()  # on the excerpt

    def __init__(self, view: TextView, chosen: Chosen, ends: Ends) -> None:
        super().__init__(view)
        self._view = view
        self._chosen = chosen
        self._ends = ends
        self.valences: Sequence[ValenceRow] = ()

    def act(self, press: Press) -> None:
        """Do what a key asks for; nothing where it asks for something of an excerpt there is not.

        While text is selected the signs and Delete mean the selection, and so not the excerpt.
        """
        excerpt, codings = self._chosen.excerpt, self._chosen.codings()
        ids = [each.id for each in codings]
        selecting = self._view.caret.selection is not None
        match press.act:
            case Act.NEXT | Act.PREVIOUS:
                self._chosen.step(1 if press.act is Act.NEXT else -1)
            case Act.NEXT_CODING | Act.PREVIOUS_CODING:
                self._chosen.step_coding(1 if press.act is Act.NEXT_CODING else -1)
            case Act.STAR if excerpt is not None:
                self.star_wished.emit([excerpt])
            case Act.NEVER if excerpt is not None:
                self.do_not_quote_wished.emit([excerpt])
            case Act.MEMO if excerpt is not None:
                self.memo_wished.emit()
            case Act.SPLIT if excerpt is not None:
                self._split(excerpt, self._view.caret.position)
            case _ if selecting or not ids:
                return
            case Act.SIGN:
                self._on_sign(press.words, ids)
            case Act.DEPTH:
                self.depth_wished.emit(ids, next_depth([each.depth for each in codings]))
            case Act.UNCODE:
                self.uncode_wished.emit(ids)
            case Act.UNCODE_ALL:
                self.uncode_wished.emit([each.id for each in self._chosen.mine()])
            case Act.ENDS:
                self._ends.take()
            case Act.COMMENT:
                self.comment_wished.emit(ids[0])

    def split(self) -> None:
        """Split the chosen excerpt at the caret."""
        self.act(Press(Act.SPLIT))

    def take_ends(self) -> None:
        """Take hold of its end, or of the other one."""
        self._view.setFocus()
        self.act(Press(Act.ENDS))

    def next_depth(self) -> None:
        """Make what is meant of it semantic, latent or neither, in turn."""
        self.act(Press(Act.DEPTH))

    def never_quote(self) -> None:
        """Mark it as not to be quoted, or let it be quoted again."""
        self.act(Press(Act.NEVER))

    def comment(self) -> None:
        """Go to the comment on what is meant of it."""
        self.act(Press(Act.COMMENT))

    def follow(self, then: str) -> None:
        """Go on to the "comment" on what was coded last, or to a "memo" on the excerpt."""
        newest = max((each.id for each in self._chosen.mine()), default=None)
        if newest is None:
            return
        if then == "memo":
            self.memo_wished.emit()
        else:
            self.comment_wished.emit(newest)

    def uncode_all(self) -> None:
        """Take all its codings away."""
        self.act(Press(Act.UNCODE_ALL))

    def _split(self, excerpt: int, at: int) -> None:
        span, page = self._chosen.span(), self._view.page
        if span is not None and page is not None:
            at = between_words(page.reading.text, *span, at)
            first = page.reading.text[span[0] : max(span[0], at)].rstrip()
            self.split_asked.emit(span[0], span[0] + len(first), excerpt, at)

    def _on_sign(self, sign: str, ids: list[int]) -> None:
        valence = with_sign(self.valences, sign)
        if valence is None:
            self.valence_missing.emit(sign)
        else:
            has_it = all(each.valence == valence.key for each in self._chosen.codings())
            self.valence_wished.emit(ids, None if has_it else valence.key)
