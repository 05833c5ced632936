"""A spreadsheet of cases or of activities: which column says what.

The heads are recognised in bokmål, nynorsk and English; the researcher can change what each column
is taken as before anything is taken in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from qualtool.core.attribute_values import fits
from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, tidy
from qualtool.core.private_columns import is_private
from qualtool.i18n import LANGUAGES, mark, words
from qualtool.i18n import gettext as _

Target = Literal["cases", "activities"]
Rows = Sequence[Sequence[str]]

# What a column can be taken as, with the heads of our own tables.
FIELDS: Final[Mapping[Target, Mapping[str, str]]] = {
    "cases": {
        "name": mark("Name"),
        "parent": mark("Belongs to"),
        "kind": mark("Kind"),
        "note": mark("Note"),
        "consent": mark("Consent"),
        "consent_date": mark("Date of consent"),
        "consent_scope": mark("Scope of consent"),
        "withdrawn": mark("Consent withdrawn"),
    },
    "activities": {
        "number": mark("No."),
        "name": mark("Activity"),
        "date": mark("Date"),
        "content": mark("Content and purpose"),
        "comment": mark("Comments"),
        "participants": mark("Participants"),
        "documents": mark("Documents"),
    },
}
_ALSO: Final[Mapping[Target, Mapping[str, str]]] = {
    "cases": {
        "name": "navn|namn|case|sak|informant|informanter|informantar|deltaker|deltakar|deltager|"
        "pseudonym|participant|id|respondent|intervjuperson",
        "parent": "tilhører|høyrer til|hører til|under|overordnet|overordna|parent|part of|del av",
        "kind": "type|slag|art|kategori|category|type case",
        "note": "notat|merknad|merknader|merknadar|kommentar|kommentarer|kommentarar|comment|"
        "comments|remarks",
        "consent": "samtykke|samtykkje|samtykket|consented|samtykke gitt|samtykke gjeve",
        "consent_date": "samtykke dato|samtykkedato|dato samtykke|dato for samtykke|consent date",
        "consent_scope": "omfang|samtykke omfatter|samtykke omfattar|scope|consent scope",
        "withdrawn": "trukket|trukke|samtykke trukket|samtykke trukke|trukket samtykke|withdrawn",
    },
    "activities": {
        "number": "nr|no|number|nummer|#|løpenr|løpenummer|lopenr|id|aktivitet nr",
        "name": "aktivitet|aktiviteter|aktivitetar|hva|kva|what|møte|møter|meeting|hendelse|"
        "hending|event|navn|namn|name|tittel|title|arrangement|tiltak|emne",
        "date": "dato|datoer|datoar|date|dates|når|when|tid|tidspunkt|periode|period|dato/periode",
        "content": "innhold|innhald|hensikt|formål|føremål|content|contents|purpose|agenda|"
        "beskrivelse|skildring|description|tema|innhold/hensikt|innhald/føremål",
        "comment": "kommentar|kommentarer|kommentarar|merknad|merknader|merknadar|comment|notat|"
        "notater|note|notes|remarks",
        "participants": "deltakere|deltakarar|deltagere|deltaker|participants|participant|hvem|"
        "kven|who|til stede|til stades|present|attendees|oppmøte",
        "documents": "dokument|dokumenter|documents|document|referat|minutes|kilde|kjelde|source",
    },
}
_OF_REGISTERS: Final = frozenset(("content", "participants", "comment", "documents"))
_HEADS_WITHIN: Final = 15  # rows; a title and a few remarks may stand above the heads
_GUARDED: Final = re.compile(r"'(?=[=+\-@\t＝＋－＠])")


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column is taken as: a key of `FIELDS`, "attribute", or "" to leave it out.

    `at` is its place in a row; `attribute` names the attribute and `kind` is what a new one is.
    `private` says that it may tell who somebody is.
    """

    at: int
    head: str
    field: str = ""
    attribute: str = ""
    kind: str = "text"
    private: bool = False


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How a table is read: what it is of, in which row (from 0) its heads are, and its columns."""

    target: Target
    head_row: int
    columns: tuple[ColumnUse, ...]

    def at(self, field: str) -> int | None:
        """Where the column of a field is; None where no column is taken as it."""
        return next((each.at for each in self.columns if each.field == field), None)


def guess(table: Rows, target: Target) -> TableMapping:
    """The likeliest use of each column, by its head.

    Of cases, columns with any other head are attributes, of the kind that all their values fit; one
    that may tell who somebody is is left out.
    Where no head says which column is the name, it is the first one that nothing else is known of.
    Raises QualtoolError "table_empty".
    """
    filled = [at for at, row in enumerate(table) if any(map(str.strip, row))]
    if not filled:
        raise _empty()
    known = _heads(target)
    loosely = target == "activities"  # "Type school" is no kind of case, but a property of it
    head_row = max(
        filled[:_HEADS_WITHIN],
        key=lambda at: (len(_recognised(table[at], known, loosely=loosely)), -at),
    )
    fields = _recognised(table[head_row], known, loosely=loosely)
    width = max(len(row) for row in table[head_row:])
    heads = [tidy(each) for each in table[head_row]] + [""] * (width - len(table[head_row]))
    if "name" not in fields.values():
        named = next((at for at, head in enumerate(heads) if head and at not in fields), None)
        fields = fields if named is None else {**fields, named: "name"}
    body = table[head_row + 1 :]
    columns = [
        _use(at, head, fields.get(at, ""), target, (row[at] for row in body if at < len(row)))
        for at, head in enumerate(heads)
    ]
    return TableMapping(target, head_row, tuple(columns))


def likeliest(tables: Sequence[Rows], target: Target) -> int:
    """Which of several tables, such as the sheets of a file, has the most heads that are known.

    Raises QualtoolError "table_empty" where none says anything.
    """
    known = _heads(target)
    loosely = target == "activities"
    filled = [
        at for at, table in enumerate(tables) if any(any(map(str.strip, row)) for row in table)
    ]
    if not filled:
        raise _empty()

    def recognised(at: int) -> int:
        rows = tables[at][:_HEADS_WITHIN]
        return max(len(_recognised(row, known, loosely=loosely)) for row in rows)

    return max(filled, key=lambda at: (recognised(at), -at))


def is_register(table: Rows) -> bool:
    """Whether the heads of a table are those of an activity register, as surely as heads can tell.

    That is a date, what was done, and two of content, participants, comments and documents.
    """
    known = _heads("activities")
    return any(
        {"date", "name"} <= fields and len(fields & _OF_REGISTERS) >= 2
        for row in table[:_HEADS_WITHIN]
        if (fields := set(_recognised(row, known, loosely=True).values()))
        and not any(cell.strip().endswith("?") for cell in row)
    )


def kind_of(values: Iterable[str]) -> str:
    """The narrowest kind of attribute that all values fit; text where there is none."""
    said = [value for value in values if value.strip()]
    for kind in ("number", "yes_no", "date") if said else ():
        if all(fits(kind, value) for value in said):
            return kind
    return "text"


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from reading it as a formula."""
    return _GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell


def _use(at: int, head: str, field: str, target: Target, values: Iterable[str]) -> ColumnUse:
    if field or target != "cases" or not head:
        return ColumnUse(at, head, field)
    said = [value for value in values if value.strip()]
    if is_private(head, said):
        return ColumnUse(at, head, private=True)
    return ColumnUse(at, head, "attribute", head, kind_of(said))


def _heads(target: Target) -> dict[str, tuple[int, str]]:
    """Every head that is known, with the field it says and how surely (0: our own head)."""
    known: dict[str, tuple[int, str]] = {}
    for field, title in FIELDS[target].items():
        for language in LANGUAGES:
            known[_plain(words(language).gettext(title))] = (0, field)
    for field, names in _ALSO[target].items():
        for rank, name in enumerate(names.split("|"), start=1):
            known.setdefault(_plain(name), (rank, field))
    return known


def _recognised(
    row: Sequence[str], known: Mapping[str, tuple[int, str]], *, loosely: bool
) -> dict[int, str]:
    """The fields that heads say, by place; `loosely` looks at a head's first word too."""
    found: dict[int, str] = {}
    for form in (_plain, _first_word) if loosely else (_plain,):
        said = [(*known[form(head)], at) for at, head in enumerate(row) if form(head) in known]
        for _rank, field, at in sorted(said, key=lambda each: (each[0], each[2])):
            if at not in found and field not in found.values():
                found[at] = field
    return found


def _plain(head: str) -> str:
    return folded(head).strip(" :*.()")


def _first_word(head: str) -> str:
    parts = re.split(r"[\s/,(]+", _plain(head), maxsplit=1)
    return parts[0].strip(":.") if len(parts) > 1 else ""


def _empty() -> QualtoolError:
    return QualtoolError("table_empty", _("The table is empty: there is nothing to take in."))
