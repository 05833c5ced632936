"""A table of codings: which column is which, and what each row says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded
from qualtool.i18n import gettext as _
from qualtool.i18n import mark, ngettext

_COLUMNS: Final[Mapping[str, str]] = {
    name: column
    for column, names in {
        "document": "document dokument fil file kilde kjelde source",
        "code": "code kode codes",
        "start": "start fra frå from",
        "end": "end slutt til to",
        "quote": "quote sitat utdrag quotation excerpt tekst text",
        "coder": "coder koder kodar",
        "theme": "theme tema hovedtema",
        "subtheme": "subtheme sub-theme undertema",
        "valence": "valence valens",
        "comment": "comment kommentar merknad",
        "star": "star stjerne",
    }.items()
    for name in names.split()
}
# The columns that a table needs, by the names they are asked for.
_NEEDED: Final = {"document": mark("document"), "code": mark("code"), "quote": mark("quote")}
_WHOLE: Final = re.compile(r"[-−]?\d+")
_YES: Final = frozenset({"1", "x", "*", "★", "ja", "yes", "y", "j", "true", "sant", "sann"})


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table; `number` is its number in the file, counted from 1.

    `start` and `end` are as written, and so is everything else; what is not there is empty.
    """

    number: int
    document: str = ""
    code: str = ""
    start: str = ""
    end: str = ""
    quote: str = ""
    coder: str = ""
    theme: str = ""
    subtheme: str = ""
    valence: str = ""
    comment: str = ""
    star: str = ""

    @property
    def starred(self) -> bool:
        """Whether the row asks for a star."""
        return folded(self.star) in _YES

    @property
    def span(self) -> tuple[int, int] | None:
        """Where the passage starts and ends (code points), where the row says it in numbers."""
        if _WHOLE.fullmatch(self.start) and _WHOLE.fullmatch(self.end):
            return int(self.start.replace("−", "-")), int(self.end.replace("−", "-"))
        return None


def lines(tables: Iterable[Sequence[Sequence[str]]], name: str) -> Iterator[Line]:
    """The rows of the first table that has the columns needed.

    Needed are document, code, and start with end or quote, by any of their names, in any order;
    other columns do not matter. Raises QualtoolError ("columns_missing") naming file and columns.
    """
    missing: list[str] = []
    for table in tables:
        head = next((at for at, row in enumerate(table) if any(map(str.strip, row))), None)
        if head is None:
            continue
        columns = _columns(table[head])
        lacking = _lacking(columns)
        if not lacking:
            return _rows(table[head + 1 :], columns, head + 2)
        missing = missing or lacking
    if missing:
        raise QualtoolError(
            "columns_missing",
            ngettext(
                "“{file}” lacks the column {columns}. The first row must name the columns: "
                "document, code, and start with end, or quote.",
                "“{file}” lacks the columns {columns}. The first row must name the columns: "
                "document, code, and start with end, or quote.",
                len(missing),
            ),
            file=name,
            columns=", ".join(_(_NEEDED[column]) for column in missing),
        )
    raise QualtoolError("file_empty", _("“{file}” is empty: there is nothing to read."), file=name)


def _columns(head: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    names = [folded(name).strip(" :*.") for name in head]
    for at, name in enumerate(names):
        column = _COLUMNS.get(name)
        if column == "coder" and "kode" not in names and "code" not in names:
            column = "code" if name == "koder" else column  # "Koder" is the plural of "Kode" too
        if column is not None:
            found.setdefault(column, at)
    return found


def _lacking(columns: Mapping[str, int]) -> list[str]:
    placed = "quote" in columns or {"start", "end"} <= set(columns)
    return [
        column for column in _NEEDED if column not in columns and not (column == "quote" and placed)
    ]


def _rows(table: Sequence[Sequence[str]], columns: Mapping[str, int], first: int) -> Iterator[Line]:
    for number, row in enumerate(table, start=first):
        cells = {column: row[at].strip() for column, at in columns.items() if at < len(row)}
        if any(said for column, said in cells.items() if column != "star"):
            yield Line(number, **cells)
