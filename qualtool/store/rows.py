"""What the screens, the tables and the command line are shown: plain rows that change nothing.

Offsets are code points, ends exclusive, times milliseconds. Colours are keys of the palette
(`core.colours`), resolved: a code without a colour of its own has that of its theme or parent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from qualtool.core.lines import cited_lines
from qualtool.core.places import Place, paragraph_starts, place_at
from qualtool.core.source import Anchor, Block, Locator, Turn


@dataclass(frozen=True, slots=True)
class StudyRow:
    """The project itself. `themes` are the main ones.

    What fits at most `smallest_group` participants may tell who one of them is.
    """

    name: str
    language: str
    research_question: str
    template: str
    citation: str
    attribution: str
    documents: int
    codes: int
    themes: int
    excerpts: int
    guid: str = ""
    smallest_group: int = 1


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list, with what has been done to it."""

    id: int
    guid: str
    name: str
    kind: str
    language: str
    format: str
    date: str
    place: str
    form: str
    duration_ms: int | None
    checked: bool
    quoting_allowed: bool
    note: str
    position: int
    words: int
    length: int
    excerpts: int
    codings: int
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker of a document; `number` is what its turns call them."""

    id: int
    number: int
    label: str
    role: str
    case_id: int | None
    case: str


@dataclass(frozen=True)
class Reading:
    """A document's text with all that is known of its places. Turns name speakers by number."""

    document_id: int
    name: str
    language: str
    text: str
    turns: tuple[Turn, ...]
    anchors: tuple[Anchor, ...]
    locators: tuple[Locator, ...]
    blocks: tuple[Block, ...]
    speakers: tuple[SpeakerRow, ...]
    citation: str = "paragraph"  # how the project cites places: paragraph, line, page or time

    # Asked for each excerpt again; kept no longer than the text itself is.

    @cached_property
    def paragraphs(self) -> Sequence[int]:
        """The offset at which each paragraph begins."""
        return paragraph_starts(self.text)

    @cached_property
    def lines(self) -> Sequence[int]:
        """Where the lines begin that places are cited by; none where they are not."""
        return cited_lines(self.citation, self.text, self.locators)

    def place_at(self, offset: int) -> Place:
        """The place of an offset as the project cites places."""
        return place_at(
            self.citation,
            offset,
            starts=self.paragraphs,
            turns=self.turns,
            anchors=self.anchors,
            locators=self.locators,
            lines=self.lines,
        )


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code with how much it is used."""

    id: int
    guid: str
    parent_id: int | None
    name: str
    colour: str
    own_colour: str
    description: str
    use_when: str
    use_not: str
    decision_rules: str
    state: str
    pin: int | None
    position: int
    theme_ids: tuple[int, ...]
    excerpts: int
    cases: int


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme or sub-theme; its counts include its sub-themes, its `code_ids` do not.

    `code_ids` are all codes that belong to it, `placed_ids` those that are placed in it: without
    the sub-codes that follow them.
    """

    id: int
    guid: str
    frame_id: int
    parent_id: int | None
    name: str
    report_title: str
    label: str
    colour: str
    concept: str
    definition: str
    in_scope: str
    out_of_scope: str
    decision_rules: str
    state: str
    collapsed: bool
    position: int
    code_ids: tuple[int, ...]
    excerpts: int
    cases: int
    placed_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CodingRow:
    """One code on one excerpt by one coder, with all that the reader paints.

    Where the codings of several coders are read, `initials` tell whose it is and `hand` is the
    coder's number among them, from 0.
    """

    id: int
    excerpt_id: int
    document_id: int
    start: int
    end: int
    code_id: int
    code: str
    colour: str
    coder_id: int | None
    coder: str
    valence: str | None
    depth: str | None
    comment: str
    starred: bool
    do_not_quote: bool
    initials: str = ""
    hand: int = 0


@dataclass(frozen=True, slots=True)
class ExcerptRow:
    """An excerpt with its words, where it stands, and its codings.

    `text` is verbatim; `display_text` the researcher's edited form, if any. `paragraph` counts
    from 1; `place` is the place by the project's citation scheme, worded ("paragraph 13").
    """

    id: int
    document_id: int
    document: str
    start: int
    end: int
    text: str
    before: str
    after: str
    starred: bool
    do_not_quote: bool
    display_text: str | None
    paragraph: int
    place: str
    start_ms: int | None
    speaker: str
    role: str
    case: str
    codings: tuple[CodingRow, ...]


@dataclass(frozen=True, slots=True)
class ValenceRow:
    """A way a coding can be read, as the project words it."""

    key: str
    name: str
    sign: str


@dataclass(frozen=True, slots=True)
class CoderRow:
    """A coder and how many codings are theirs."""

    id: int
    name: str
    colour: str
    codings: int


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case with its documents and attribute values (by the attribute's name)."""

    id: int
    parent_id: int | None
    name: str
    kind: str
    note: str
    document_ids: tuple[int, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MemoRow:
    """A memo and what it is tied to: a table's name and a row, or neither for the whole study.

    `about` names that: a code, a document, for an excerpt its document and place. `words` are
    the excerpt's, `codes` those on it; `colour` is a code's or theme's. `span` is the document,
    start and end of an excerpt. `date` is a day as it was written (2024-03-25).
    """

    id: int
    kind: str
    interpretation: str
    title: str
    text: str
    coder: str
    date: str
    private: bool
    created_ms: int
    target: str
    target_id: int | None
    about: str = ""
    words: str = ""
    colour: str = ""
    codes: tuple[str, ...] = ()
    span: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the history; `undone` where it has been taken back."""

    id: int
    action: str
    coder: str
    created_ms: int
    reason: str
    about: Mapping[str, str | int | None]
    undone: bool
