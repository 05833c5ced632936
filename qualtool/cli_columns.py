"""What the columns of a survey are, as said on the command line, and what becomes of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import Choices
from qualtool.core.names import folded
from qualtool.core.survey import USES
from qualtool.i18n import gettext as _

if TYPE_CHECKING:
    from qualtool.operations.importing import Incoming

Uses = tuple[tuple[str, str], ...]  # pairs of a column's head and one of `core.survey.USES`


def read(said: Sequence[str]) -> Uses:
    """Pairs from words such as "Hva hjalp?=answer". Raises UsageError saying what can be said."""
    found: list[tuple[str, str]] = []
    for each in said:
        head, _sign, use = each.rpartition("=")
        if not head.strip() or use.strip() not in USES:
            message = _("“{words}” does not say what a column is. Write HEAD=USE; USE is {uses}.")
            raise click.UsageError(message.format(words=each, uses=", ".join(USES)))
        found.append((head.strip(), use.strip()))
    return tuple(found)


def read_anew(found: Sequence[Incoming], uses: Uses, *, per_case: bool) -> list[Incoming]:
    """Files as they come in where the columns of tables are these.

    Raises QualtoolError "column_missing" where no table has such a column, so that a slip of the
    pen leaves nothing half right.
    """
    heads = {folded(column.head) for each in found if each.survey for column in each.survey.columns}
    for head, _use in uses:
        if folded(head) not in heads:
            raise QualtoolError(
                "column_missing", _("No table has a column called “{head}”."), head=head
            )
    return [
        replace(each, per_case=per_case) if each.survey is not None else each
        for each in (_anew(one, uses) for one in found)
    ]


def documents(incoming: Incoming) -> Iterator[Incoming]:
    """A file for each document it becomes: itself, or one for each case of a survey."""
    from qualtool.core.survey_text import apart

    if not incoming.per_case or incoming.source is None or not incoming.wanted:
        yield incoming
        return
    for _number, source in apart(incoming.source):
        yield replace(incoming, source=source)


def _anew(incoming: Incoming, uses: Uses) -> Incoming:
    from qualtool import plugins
    from qualtool.operations import importing

    survey = incoming.survey
    if survey is None or not {folded(head) for head, _use in uses} & {
        folded(column.head) for column in survey.columns
    }:
        return incoming
    path = incoming.path
    try:
        read = importing.recognised(
            plugins.load(path), path, reader=importing.SURVEY, choices=Choices(columns=uses)
        )
    except QualtoolError as error:
        return replace(incoming, source=None, error=str(error), error_key=error.key, wanted=False)
    wanted = not incoming.duplicate_of
    return replace(read, duplicate_of=incoming.duplicate_of, wanted=wanted)
