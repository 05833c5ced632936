"""What is odd about a date in a table; the date itself is kept as it is written."""

from __future__ import annotations

from qualtool.core.dates import read
from qualtool.core.table_plan import Problem
from qualtool.i18n import gettext as _


def date_problem(written: str, column: int | None = None) -> Problem | None:
    """What is wrong with a date: no calendar has it, or it cannot be read. None for nothing."""
    match read(written).state:
        case "impossible":
            message = _("There is no such day as “{date}”; it is kept as it is written.")
            return Problem("date_impossible", message.format(date=written), column)
        case "unreadable":
            message = _("“{date}” cannot be read as a date; it is kept as it is written.")
            return Problem("date_unreadable", message.format(date=written), column)
    return None
