"""Attributes that a frozen block shows in another way than they may be shown now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qualtool.analysis import attributes
from qualtool.core import grouping
from qualtool.core.report import Report, Table, plain, tables
from qualtool.store.describing_rows import AttributeRow
from qualtool.store.project import Session

_COLUMN: Final = re.compile(r"attribute(\d+)")
_NOTHING: Final = frozenset({"", "–"})


def withheld(session: Session, report: Report) -> list[str]:
    """The names of those attributes, each once, in order.

    Such as one that is for analysis only by now, or in groups, or in other groups than then.
    """
    return list(
        dict.fromkeys(
            row.name
            for table in tables(report)
            for row, said in _shown(session, table)
            if not _may_be_shown(row, said, report.language)
        )
    )


def _may_be_shown(row: AttributeRow, said: str, language: str) -> bool:
    if row.visibility == "grouped":
        return grouping.is_group(row.kind, row.grouping, said, language=language)
    return row.visibility == "shown"


def _shown(session: Session, table: Table) -> Iterator[tuple[AttributeRow, str]]:
    """Each value that a table of participants shows, whichever way they stand in it."""
    known = {row.id: row for row in attributes.attributes(session)}
    across = table.columns[0].key == "attribute"
    of_column = [_COLUMN.fullmatch(each.key) for each in table.columns]
    for row in (row for group in table.groups for row in group.rows):
        said = [plain(each).strip() if each is not None else "" for each in row.cells]
        meant = attributes.called(session, said[0]) if across else []
        for match, words in zip(of_column[across:], said[across:], strict=True):
            if words in _NOTHING:
                continue
            if match is not None and int(match[1]) in known:
                yield known[int(match[1])], words
            for each in meant:
                yield each, words
