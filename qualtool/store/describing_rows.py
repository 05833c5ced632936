"""What is shown of how the material is described: attributes, consent, guide, activities, phases.

Plain rows that change nothing, as in `store.rows`. Dates are as written; `date_from` and `date_to`
are ISO days (YYYY-MM-DD), or None where they cannot be told. Times are milliseconds, offsets code
points, ends exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from qualtool.core.dates import State as DateState

ConsentState = Literal["none", "given", "refused", "withdrawn"]


@dataclass(frozen=True, slots=True)
class AttributeRow:
    """A property of cases or documents; `used` is how many have a value of it.

    `target` is case or document, `kind` text, choice, number, date or yes_no, `visibility`
    analysis, shown or grouped (`grouping` then says how, see `core.grouping`). `unfit` is how many
    values do not fit the kind.
    """

    id: int
    guid: str
    name: str
    target: str
    kind: str
    visibility: str
    grouping: str
    choices: tuple[str, ...]
    position: int
    used: int
    unfit: int


@dataclass(frozen=True, slots=True)
class VariantRow:
    """A spelling of a value that counts as another; the spelling itself stays as it is written."""

    id: int
    attribute_id: int
    variant: str
    value: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value as written, how many have it, and what it counts as."""

    written: str
    count: int
    counts_as: str
    fits: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    """A case (or document) in the grid. `values` are as written, by the attribute's id.

    `depth` is how far in it stands in the tree of cases, 0 at the top; documents stand at 0 and
    have their kind but neither parent nor consent.
    """

    id: int
    parent_id: int | None
    depth: int
    name: str
    kind: str
    note: str
    documents: int
    consent: ConsentState
    values: Mapping[int, str] = field(default_factory=dict)
    unfit: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Grid:
    """The editable grid: its attribute columns in order, and its rows in the order of the tree."""

    attributes: tuple[AttributeRow, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """What a participant has agreed to; `withdrawn` is the date on which it was, or empty."""

    id: int
    case_id: int
    case: str
    given: bool
    date: str
    scope: str
    withdrawn: str
    state: ConsentState


@dataclass(frozen=True, slots=True)
class ClosedCase:
    """A case whose words may not be used (`state` refused or withdrawn), and its excerpts."""

    case_id: int
    case: str
    state: ConsentState
    document_ids: tuple[int, ...]
    excerpt_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An entry of the activity register."""

    id: int
    number: str
    name: str
    date: str
    date_from: str | None
    date_to: str | None
    date_state: DateState
    content: str
    comment: str
    participants: str
    position: int
    document_ids: tuple[int, ...]
    case_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A named span of time; a missing end is open. Counts are of what falls into it."""

    id: int
    scheme_id: int
    name: str
    date_from: str | None
    date_to: str | None
    colour: str
    position: int
    documents: int
    activities: int


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """A way to divide the study's time, with its phases in order."""

    id: int
    name: str
    position: int
    phases: tuple[PhaseRow, ...]


@dataclass(frozen=True, slots=True)
class FallenRow:
    """The phases of a scheme that something falls into, by its date or put there by hand."""

    scheme: SchemeRow
    phase_ids: tuple[int, ...]
    by_hand: bool


@dataclass(frozen=True, slots=True)
class LaneItem:
    """A document or an activity on a lane; `target` says which, `kind` is a document's.

    `straddles` where its span goes beyond the phase, `about` where the date is only about right,
    `by_hand` where the researcher put it there whatever the date.
    """

    target: Literal["document", "activity"]
    id: int
    name: str
    kind: str
    date: str
    date_from: str | None
    date_to: str | None
    straddles: bool
    about: bool
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A phase and what falls into it, in order of dates."""

    phase: PhaseRow
    items: tuple[LaneItem, ...]


@dataclass(frozen=True, slots=True)
class Swimlanes:
    """The phases of a scheme with what falls into them, and the rest.

    `between` has a date that no phase holds; `undated` has none that can be told. `first` and
    `last` are the ends of the time to be drawn, None where nothing has a date.
    """

    scheme: SchemeRow
    lanes: tuple[Lane, ...]
    between: tuple[LaneItem, ...]
    undated: tuple[LaneItem, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of a guide. `documents` is in how many it is answered, of all that are open."""

    id: int
    guide_id: int
    block: str
    number: str
    text: str
    position: int
    answers: int
    documents: int


@dataclass(frozen=True, slots=True)
class GuideRow:
    """An interview guide with its questions in order."""

    id: int
    name: str
    position: int
    questions: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What a passage answers. `state` is answered, not_asked, declined or rejected.

    `rejected` is a suggestion that was turned down and is not made again.
    """

    id: int
    question_id: int
    document_id: int | None
    case_id: int | None
    start: int | None
    end: int | None
    state: str


@dataclass(frozen=True, slots=True)
class FoundQuestion:
    """A question found in a transcript, to be looked at.

    `said` is what the interviewer says there, `said_start` to `said_end`; `start` to `end` is what
    would be its answer. Scores are 0 to 100; `second_id` is the runner-up, None where there is
    none. `sure` where the best is far ahead of it.
    """

    document_id: int
    document: str
    turn: int
    said: str
    said_start: int
    said_end: int
    question_id: int
    score: float
    second_id: int | None
    second_score: float
    sure: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A cell of guide by document: whether and how a question was answered there.

    `state` is "" where nothing is known yet, else as `AnswerRow.state`.
    """

    question_id: int
    document_id: int
    state: str
    answers: int


@dataclass(frozen=True, slots=True)
class Figure:
    """How much there is of something. `timed` is how many of the documents have a duration."""

    documents: int
    words: int
    duration_ms: int
    timed: int
    cases: int
    date_from: str | None
    date_to: str | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure and what it is of; empty where it is of all. Kinds are keys, to be worded.

    `phase_id` 0 stands for what is in no phase of the scheme.
    """

    figure: Figure
    document_ids: tuple[int, ...]
    kind: str = ""
    phase_id: int | None = None
    phase: str = ""
    case_kind: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a method chapter needs, of all documents and divided three ways."""

    everything: FigureRow
    by_kind: tuple[FigureRow, ...]
    by_case_kind: tuple[FigureRow, ...]
    by_phase: Mapping[int, tuple[FigureRow, ...]]  # by the scheme's id; phase by kind


@dataclass(frozen=True, slots=True)
class About:
    """What a disagreement leads to: a document, case, activity or phase; `detail` may be empty."""

    target: Literal["document", "case", "activity", "phase", "attribute"]
    id: int
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something in the description that cannot be right or is missing, and where."""

    key: str
    message: str
    about: tuple[About, ...]
