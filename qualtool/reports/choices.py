"""What can be chosen about each table: the window builds its options pane from this.

A choice is a field of `Options`, what it is called, and the values it may take, each with its
words. Words are marked for translation and looked up where they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.analysis import codebook, phases
from qualtool.analysis.board import frames
from qualtool.analysis.cases import cases
from qualtool.analysis.documents import documents
from qualtool.analysis.memo_filter import MemoFilter
from qualtool.i18n import mark
from qualtool.reports import heads, participants
from qualtool.store.project import Session

Value = object  # of whatever type the field has


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of `Options`, its title, and each value with its words.

    `named` where the words are the researcher's own and not to be translated. `many` where the
    field holds any of the values together.
    """

    field: str
    title: str
    values: tuple[tuple[str, Value], ...]
    named: bool = False
    many: bool = False


_LANGUAGE: Final = Choice(
    "language",
    mark("Language"),
    (
        (mark("project setting"), ""),
        (mark("Bokmål"), "nb"),
        (mark("Nynorsk"), "nn"),
        (mark("English"), "en"),
    ),
)
_CAPTION: Final = Choice(
    "caption_above", mark("Caption"), ((mark("above"), True), (mark("below"), False))
)
_PAGE: Final = Choice(
    "landscape",
    mark("Page"),
    ((mark("automatic"), None), (mark("upright"), False), (mark("landscape"), True)),
)
_MARKS: Final = Choice(
    "marks", mark("Quotation marks"), ((mark("by language"), None), ("« »", "«»"), ("“ ”", "“”"))
)
_MARKS_OF_BLOCKS: Final = Choice(
    "marks", mark("Quotation marks"), ((mark("none"), None), ("« »", "«»"), ("“ ”", "“”"))
)
_ATTRIBUTION: Final = Choice(
    "attribution",
    mark("Attribution"),
    (
        (mark("project setting"), None),
        (mark("none"), "none"),
        (mark("pseudonym"), "pseudonym"),
        (mark("pseudonym and place"), "place"),
    ),
)
_NAMED: Final = Choice(
    "attribution",
    mark("Names"),
    (
        (mark("project setting"), None),
        (mark("numbers alone"), "none"),
        (mark("pseudonym"), "pseudonym"),
    ),
)
_FORM: Final = Choice("form", mark("Form"), ((mark("table"), "table"), (mark("text"), "text")))
_APART: Final = Choice(
    "apart",
    mark("In a spreadsheet"),
    ((mark("one sheet"), False), (mark("a sheet for each group"), True)),
)
_HEADED: Final = Choice(
    "headed", mark("Headings"), ((mark("none"), False), (mark("for each group"), True))
)
_VALENCES: Final = Choice(
    "valences", mark("Valences"), ((mark("left out"), False), (mark("a column for each"), True))
)

# What each table has of its own, in the order in which it is asked for.
_OWN: Final[dict[str, tuple[Choice, ...]]] = {
    "themes": (
        Choice(
            "stacked", mark("Rows"), ((mark("per sub-theme"), False), (mark("per theme"), True))
        ),
        Choice("starred", mark("Excerpts"), ((mark("starred"), None), (mark("all"), False))),
        Choice(
            "order",
            mark("Quotations"),
            (
                (mark("in the order of the documents"), ""),
                (mark("by informant"), "case"),
                (mark("by date"), "time"),
            ),
        ),
        _HEADED,
        _ATTRIBUTION,
        _MARKS,
    ),
    "excerpts": (
        Choice(
            "by",
            mark("Sorted by"),
            ((mark("theme"), "theme"), (mark("code"), "code"), (mark("informant"), "case")),
        ),
        Choice(
            "order",
            mark("Order"),
            (
                (mark("automatic"), ""),
                (mark("by document"), "document"),
                (mark("by informant"), "case"),
                (mark("by date"), "time"),
                (mark("by name of group"), "name"),
                (mark("most excerpts first"), "use"),
            ),
        ),
        Choice(
            "row_per",
            mark("A row for each"),
            ((mark("excerpt"), "excerpt"), (mark("coding"), "coding")),
        ),
        Choice("starred", mark("Excerpts"), ((mark("all"), None), (mark("starred"), True))),
        Choice(
            "depth", mark("Depth"), ((mark("left out"), False), (mark("a column of its own"), True))
        ),
        _HEADED,
        Choice(
            "context",
            mark("Context"),
            ((mark("none"), 0), (mark("a sentence or so"), 120), (mark("more"), 300)),
        ),
        _APART,
        _ATTRIBUTION,
        _MARKS,
    ),
    "codebook": (
        _FORM,
        Choice(
            "order",
            mark("Codes"),
            (
                (mark("in the order of the codebook"), ""),
                (mark("by name"), "name"),
                (mark("most used first"), "use"),
            ),
        ),
        _HEADED,
        _APART,
        _ATTRIBUTION,
        _MARKS,
    ),
    "memos": (
        Choice(
            "memos",
            mark("Private"),
            (
                (mark("left out"), MemoFilter(private=False)),
                (mark("shown too"), MemoFilter()),
            ),
        ),
        Choice("headed", mark("Headings"), ((mark("none"), False), (mark("for each kind"), True))),
        _ATTRIBUTION,
        _MARKS,
    ),
    "summary": (_VALENCES, _HEADED),
    "findings": (
        Choice(
            "with_memos",
            mark("Memos"),
            (
                (mark("until something is written"), None),
                (mark("left out"), False),
                (mark("under each theme"), True),
            ),
        ),
        _ATTRIBUTION,
        _MARKS_OF_BLOCKS,
    ),
    "framework": (
        _FORM,
        Choice(
            "sources",
            mark("Source"),
            ((mark("left out"), False), (mark("under each summary"), True)),
        ),
        _NAMED,
    ),
    "condensation": (
        Choice(
            "order",
            mark("Order"),
            (
                (mark("by document"), ""),
                (mark("by informant"), "case"),
                (mark("by theme"), "name"),
            ),
        ),
        _ATTRIBUTION,
        _MARKS,
    ),
    "participants": (
        Choice(
            "transposed",
            mark("Participants"),
            (
                (mark("automatic"), None),
                (mark("below one another"), False),
                (mark("side by side"), True),
            ),
        ),
        Choice("order", mark("Order"), ((mark("as in the list"), ""), (mark("by name"), "name"))),
        _NAMED,
    ),
    "material": (
        _HEADED,
        Choice(
            "totals", mark("Total"), ((mark("left out"), False), (mark("in the last row"), True))
        ),
    ),
    "activities": (
        _HEADED,
        Choice(
            "order", mark("Order"), ((mark("as in the register"), ""), (mark("by date"), "time"))
        ),
        Choice(
            "totals", mark("Total"), ((mark("left out"), False), (mark("below the table"), True))
        ),
    ),
    "barriers": (
        Choice(
            "examples",
            mark("Examples"),
            ((mark("left out"), False), (mark("a quotation for each"), True)),
        ),
        Choice(
            "order",
            mark("Statements"),
            ((mark("most informants first"), ""), (mark("in the order of the codebook"), "name")),
        ),
        _HEADED,
        _ATTRIBUTION,
        _MARKS,
    ),
    "cross-case": (_NAMED,),
    "claims": (
        Choice(
            "starred",
            mark("Excerpts"),
            (
                (mark("one of each, of up to three"), None),
                (mark("starred"), True),
                (mark("all"), False),
            ),
        ),
        Choice("headed", mark("Headings"), ((mark("none"), False), (mark("for each draft"), True))),
        _ATTRIBUTION,
        _MARKS,
    ),
    "checklist": (
        Choice(
            "checklist",
            mark("List"),
            (("COREQ", "coreq"), ("SRQR", "srqr"), (mark("reflexive questions"), "reflexive")),
        ),
    ),
}
# What is running text and has neither caption nor page of its own.
_TEXT: Final = frozenset({"findings", "method-facts"})
# What has a page but no caption that could stand above it.
_WITHOUT_CAPTION: Final = frozenset("map theme-bars portrait timeline coded-transcript".split())
# Which tables are made of a set of themes, and which can be of one theme, code or case alone.
_BY_THEMES: Final = frozenset(
    "excerpts themes summary findings framework condensation codebook barriers cross-case map "
    "theme-bars portrait".split()
)
_OF_ONE: Final = {
    "excerpts": ("theme_id", "code_id", "case_id"),
    "themes": ("theme_id",),
    "barriers": ("theme_id",),
    "findings": ("theme_id",),
    "summary": ("theme_id",),
    "codebook": ("theme_id",),
    "coded-transcript": ("document_id",),
}
_OF_PHASES: Final = frozenset({"material", "activities", "timeline"})


def choices(name: str) -> tuple[Choice, ...]:
    """What can be chosen about the table of this name, whatever the project; language last."""
    captioned = () if name in _TEXT or name in _WITHOUT_CAPTION else (_CAPTION,)
    laid_out = () if name in _TEXT else (_PAGE,)
    return (*_OWN.get(name, ()), *captioned, *laid_out, _LANGUAGE)


def of_project(session: Session, name: str) -> tuple[Choice, ...]:
    """What can be chosen among what the project holds: sets of themes, a theme, a code, a case.

    Only where there is anything to choose between.
    """
    found: list[Choice] = []
    sets = [(row.name, row.id) for row in frames(session)]
    if name in _BY_THEMES and len(sets) > 1:
        found.append(Choice("frame_id", mark("Set of themes"), tuple(sets), named=True))
    schemes = [(row.name, row.id) for row in phases.schemes(session)]
    if name in _OF_PHASES and schemes:
        none: tuple[str, Value] = ("–", 0)
        first: tuple[str, Value] = (schemes[0][0], None)
        found.append(Choice("scheme_id", mark("Phases"), (first, *schemes[1:], none), named=True))
    if name == "participants" and len(shown := participants.shown(session)) > 1:
        people = tuple((row.name, row.id) for row in shown)
        found.append(Choice("without", mark("Left out"), people, named=True, many=True))
    for field in _OF_ONE.get(name, ()):
        title, named = _ONE[field]
        if values := named(session):
            every: tuple[str, Value] = ("–", None)
            found.append(Choice(field, title, (every, *values), named=True))
    return tuple(found)


def columns(name: str) -> tuple[tuple[str, str], ...]:
    """The columns that the table of this name can have: keys, and heads marked for translation.

    None where there is nothing to choose, or where they are the project's own, as the themes of a
    framework matrix are: then they are those of the table as it is built.
    """
    return tuple((key, title) for key, (title, _width, _kind) in heads.OF.get(name, {}).items())


def usual(name: str) -> tuple[str, ...]:
    """The keys of the columns that the table shows by itself, in order, where there is use for
    them.
    """
    return heads.usual(name)


def _themes(session: Session) -> Sequence[tuple[str, Value]]:
    return [(row.name, row.id) for row in codebook.themes(session) if row.state != "aside"]


def _codes(session: Session) -> Sequence[tuple[str, Value]]:
    return [(row.name, row.id) for row in codebook.codes(session) if row.state == "in_use"]


def _cases(session: Session) -> Sequence[tuple[str, Value]]:
    return [(row.name, row.id) for row in cases(session)]


def _documents(session: Session) -> Sequence[tuple[str, Value]]:
    return [(row.name, row.id) for row in documents(session)]


_ONE: Final[dict[str, tuple[str, Callable[[Session], Sequence[tuple[str, Value]]]]]] = {
    "theme_id": (mark("Theme"), _themes),
    "code_id": (mark("Code"), _codes),
    "case_id": (mark("Case"), _cases),
    "document_id": (mark("Document"), _documents),
}
