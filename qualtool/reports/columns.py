"""Which columns of a table are shown, and in which order: as the table has them, or as chosen."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from qualtool.core.errors import QualtoolError
from qualtool.core.report import Column, Kind, Report, Row, Table, tables
from qualtool.i18n import gettext as _
from qualtool.i18n import words

# By key: the head (marked for translation), the width relative to the others, and what it holds.
Heads = Mapping[str, tuple[str, float, Kind]]


def columns(heads: Heads, language: str, *, grouping: str = "") -> tuple[Column, ...]:
    """The columns of these heads, in words of a language; `grouping` repeats the group's title."""
    said = words(language).gettext
    return tuple(
        Column(key, said(title), width, kind, grouping=key == grouping)
        for key, (title, width, kind) in heads.items()
    )


def arranged(
    report: Report,
    keys: Sequence[str],
    known: Collection[str] | None = None,
    among: Collection[str] | None = None,
) -> Report:
    """The report with the columns of these keys, in this order, in each table that has any of them.

    All columns where no key is given. Raises QualtoolError "column_unknown" for a key that no
    table has and that is not `known` as one it could have had; None where columns are of themes,
    cases and the like, which may be gone since they were chosen. Where only what is `among` these
    can be chosen, all other columns stay, last.
    """
    if not keys:
        return report
    there = [column.key for table in tables(report) for column in table.columns]
    for key in keys:
        if known is not None and key not in there and key not in known:
            raise QualtoolError(
                "column_unknown",
                _("There is no column called “{column}”. There are: {columns}."),
                column=key,
                columns=", ".join(dict.fromkeys((*there, *known))),
            )
    blocks = tuple(
        _arranged(each, _with_others(each, keys, among)) if isinstance(each, Table) else each
        for each in report.blocks
    )
    return replace(report, blocks=blocks)


def _with_others(
    table: Table, keys: Sequence[str], among: Collection[str] | None
) -> tuple[str, ...]:
    if among is None:
        return tuple(keys)
    others = [each.key for each in table.columns if each.key not in among]
    return (*keys, *(key for key in others if key not in keys))


def _arranged(table: Table, keys: Sequence[str]) -> Table:
    at = {column.key: index for index, column in enumerate(table.columns)}
    chosen = [at[key] for key in dict.fromkeys(keys) if key in at]
    if not chosen:
        return table
    columns = tuple(table.columns[index] for index in chosen)
    groups = tuple(
        replace(
            group,
            rows=tuple(Row(tuple(row.cells[index] for index in chosen)) for row in group.rows),
        )
        for group in table.groups
    )
    headed = table.headed and not all(column.grouping for column in columns)
    return replace(table, columns=columns, groups=groups, headed=headed)
