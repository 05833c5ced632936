"""What is found in the body of a Word file, by place in bytes: see `docx_scan`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TAG: Final = "qualtool:"
# How the hidden bookmarks begin that stand where each of our parts begins and where it ends.
BEGINS: Final = "_QtS_"
ENDS: Final = ("_QtE_", "_QtF_")
# And that which says which words a part had, by which one sees whether they were changed since.
NOTED: Final = "_Qualtool_"

Room = Literal["body", "cell", "box", "line"]
Before = int | Literal["nothing", "section", "text"]


@dataclass(frozen=True, slots=True)
class Span:
    """From which byte to which."""

    start: int
    end: int

    def holds(self, place: int) -> bool:
        """Whether a byte lies in it."""
        return self.start <= place < self.end


@dataclass(slots=True)
class Control:
    """A content control of ours.

    `key` is what its tag says, `title` what Word shows on it. `content` is what lies in it;
    `closed` says that it is empty and written as one tag, which `content` then is. `width` is
    that of the cell it lies in, in twentieths of a point. `after` is what stands before it:
    nothing, the end of a section, a control of ours (by its number), or something else;
    `ends_section` says that a section ends with it. `fallback` is the second copy of a text box,
    for older programs. Where `bare`, the control is gone, as LibreOffice takes it away, and what
    lay in it is known by the bookmarks at its ends; `key` is what their names end with, and
    `noted` what was noted of its words. `was` is what its tag says, where that is another key.
    """

    key: str
    title: str
    whole: Span
    content: Span
    closed: bool
    room: Room
    width: int
    after: Before
    prefixes: Mapping[str, str]
    fallback: bool
    ends_section: bool
    bare: bool = False
    noted: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """A number that Word counts: where it stands, what it counts, and from where it starts anew."""

    place: int
    label: str
    reset: int | None


@dataclass(slots=True)
class Scan:
    """What was found in the body: see `scan`."""

    controls: list[Control] = field(default_factory=list)
    bare: list[Control] = field(default_factory=list)
    sections: list[Span] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    drawings: list[tuple[int, int]] = field(default_factory=list)  # place and number
    bookmarks: list[tuple[int, int, str]] = field(default_factory=list)  # place, number, name
    names: set[int] = field(default_factory=set)  # numbers of content controls
    table_styles: list[tuple[int, str]] = field(default_factory=list)
    end: int = 0  # where new parts go
    last: Before = "nothing"
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def outside(self, place: int, spans: list[Span]) -> bool:
        """Whether a byte lies in none of the spans."""
        return not any(span.holds(place) for span in spans)

    def common_table_style(self, spans: list[Span]) -> str:
        """The style most tables outside the spans have; empty where there is none."""
        counts = Counter(style for place, style in self.table_styles if self.outside(place, spans))
        return counts.most_common(1)[0][0] if counts else ""
