"""Where the parts of a report begin and end by hidden bookmarks, for where controls are gone.

LibreOffice takes the controls away when it saves, and moves the bookmarks where sections change:
what stood where a part begins then begins in the paragraph before it, and what stood where it
ends lies in the last cell of its table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.formats.docx_found import BEGINS, ENDS, NOTED, Before, Control, Span

_SAYS: Final = re.compile(rb"[<:](t|drawing|pict|object)[\s/>]")


@dataclass(frozen=True, slots=True)
class Top:
    """What lies in the body directly, a paragraph or a table: where, and after what."""

    name: str
    start: int
    after: Before


class Edges:
    """The edges of the parts, gathered while the body is read."""

    def __init__(self) -> None:
        self._begun: dict[str, tuple[int, Before]] = {}
        self._ended: dict[str, tuple[int, bool]] = {}
        self._said: dict[int, str] = {}  # what was noted of the words, by where a part begins
        self._names: dict[str, str] = {}  # bookmarks of ours that are open, by their numbers
        self._ending: list[str] = []
        self._in_table: Sequence[str] = ()  # what ended in the table just before
        self._table_end = 0

    def opened(self, number: str, called: str, top: Top | None) -> None:
        """A bookmark of ours begins."""
        self._names[number] = called
        if top is None:
            return
        if called.startswith(ENDS):
            self._ending.append(called[len(ENDS[0]) :])
        elif called.startswith(BEGINS) and top.name == "p":
            self._begun.setdefault(called.removeprefix(BEGINS), (top.start, top.after))

    def closed(self, number: str, top: Top | None) -> None:
        """A bookmark ends: the paragraph it ends in is the one it was put in."""
        called = self._names.pop(number, "")
        if top is None or top.name != "p":
            return
        if called.startswith(BEGINS):
            self._begun[called.removeprefix(BEGINS)] = (top.start, top.after)
        elif called.startswith(NOTED):
            self._said[top.start] = called.removeprefix(NOTED)

    def passed(self, name: str, data: bytes, span: Span, *, section: bool) -> None:
        """A paragraph or table of the body has been read."""
        follows = span.start == self._table_end and name == "p" and section
        if follows and self._in_table and not _SAYS.search(data, span.start, span.end):
            self._ended.update(dict.fromkeys(self._in_table, (span.end, True)))
        self._ended.update(dict.fromkeys(self._ending, (span.end, section)))
        self._in_table = tuple(self._ending) if name == "tbl" else ()
        self._table_end = span.end
        self._ending.clear()

    def parts(self, scope: Mapping[str, str]) -> Iterator[Control]:
        """What lies between the bookmarks, in order, given the prefixes that hold there."""
        starts = sorted(start for start, _after in self._begun.values())
        for key, (start, after) in sorted(self._begun.items(), key=lambda each: each[1][0]):
            end, section = self._ended.get(key, (0, False))
            following = next((each for each in starts if each > start), end)
            span = Span(start, min(end, following))
            if span.start < span.end:
                said = self._said.get(start, "")
                yield Control(
                    key, "", span, span, False, "body", 0, after, scope, False, section, True, said
                )
