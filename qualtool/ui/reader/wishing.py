"""What the researcher wishes for a passage: from the code palette, by a key, or dropped on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, SignalInstance

from qualtool.store.rows import CodingRow
from qualtool.ui import dragging
from qualtool.ui.reader.candidates import Candidate
from qualtool.ui.reader.palette import Palette

if TYPE_CHECKING:
    from qualtool.ui.reader.reader import Reader

Span = tuple[int, int]


class Wishing:
    """Opens the code palette of a reader, and tells by the reader's signals what is wished for."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._candidates: Callable[[], Sequence[Candidate]] = tuple
        self.refusing: Callable[[Candidate, bool], str] = lambda _new, _placed: ""
        self._palette: Palette | None = None
        self._passage: Span = (0, 0)  # what the palette was opened for
        self._awaited: Span | None = None  # what was wished for, until its coding is shown

    def offer(self, candidates: Callable[[], Sequence[Candidate]]) -> None:
        """Ask this what the code palette offers, each time it is opened."""
        self._candidates = candidates
        if self._palette is not None and self._palette.isVisible():
            self._palette.choice.set_candidates(candidates())

    def open_palette(self, span: Span, typed: str = "", sign: str = "") -> None:
        """Open the code palette for a stretch, with what was typed already."""
        self._passage = span
        if self._palette is None or self._palette.parentWidget() is not self._reader.window():
            self._palette = self._new_palette()
        self._palette.choice.set_candidates(self._candidates())
        view = self._reader.view
        beside = view.seen_part_of(*span)
        beside.moveTopLeft(view.viewport().mapTo(self._reader.window(), beside.topLeft()))
        self._palette.open_at(beside, typed, self._reader.valences, sign)

    def close_palette(self) -> None:
        """Close the palette: what it was opened for is no longer shown."""
        if self._palette is not None:
            self._palette.close_up()

    def wish(self, signal: SignalInstance, span: Span, *more: object) -> None:
        """Wish for something on a stretch; what comes of it is `fulfilled`."""
        with self.awaiting(span):
            signal.emit(*span, *more)

    @contextmanager
    def awaiting(self, span: Span) -> Iterator[None]:
        """While something is wished for: what is then coded with this stretch is `fulfilled`."""
        self._awaited = span
        try:
            yield
        finally:
            self._awaited = None

    def fulfilled(self) -> CodingRow | None:
        """The coding that now stands where one was just wished for; it is told once."""
        found = self._reader.view.coded.with_span(*self._awaited) if self._awaited else None
        if found is not None:
            self._awaited = None
        return found

    def drop(self, data: QMimeData, start: int, end: int) -> None:
        """Wish for what was dropped on a stretch."""
        reader, span = self._reader, (start, end)
        code_ids = dragging.ids_from(data, dragging.CODES)
        if len(code_ids) == 1:
            with self.awaiting(span):
                reader.code_dropped.emit(code_ids[0], start, end)
        elif code_ids:
            self.wish(reader.codes_wished, span, code_ids, None)
        for theme_id in dragging.ids_from(data, dragging.THEMES):
            self.wish(reader.theme_wished, span, theme_id, None)

    def _new_palette(self) -> Palette:
        reader = self._reader
        palette = Palette(reader.window())
        reader.destroyed.connect(palette.deleteLater)
        palette.applied.connect(self._apply)
        palette.made.connect(self._make)
        palette.in_vivo.connect(lambda: self.wish(reader.in_vivo_wished, self._passage))
        palette.refusing = lambda new, placed: self.refusing(new, placed)
        palette.valence_missing.connect(reader.valence_missing)
        palette.closed.connect(reader.view.setFocus)
        palette.followed.connect(reader.acts.follow)
        return palette

    def _make(self, besides: list[Candidate], new: Candidate, valence: str | None) -> None:
        self._apply([*besides, new], valence)

    def _apply(self, chosen: list[Candidate], valence: str | None) -> None:
        reader, span = self._reader, self._passage
        news = [each for each in chosen if each.kind == "new"]
        chosen = [each for each in chosen if each.kind != "new"]
        code_ids = [each.id for each in chosen if each.kind == "code"]
        theme_ids = [each.id for each in chosen if each.kind == "theme"]
        plain = len(news) == 1 and not news[0].colour and news[0].parent_id is None
        if plain and not chosen:
            self.wish(reader.new_code_wished, span, news[0].name, news[0].id or None, valence)
        elif not news and not theme_ids:
            self.wish(reader.codes_wished, span, code_ids, valence)
        elif not news and not code_ids and len(theme_ids) == 1:
            self.wish(reader.theme_wished, span, theme_ids[0], valence)
        else:
            self.wish(reader.mixed_wished, span, code_ids, theme_ids, news, valence)
