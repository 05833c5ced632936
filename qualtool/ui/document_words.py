"""A document's facts in a few words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from qualtool.core.day_words import day_in_words, month_name
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext

if TYPE_CHECKING:
    from qualtool.store.rows import DocumentRow

_FORMATS = {"docx": "Word", "markdown": "Markdown", "text": "TXT"}


def document_detail(row: DocumentRow) -> str:
    """Format and length, for a list: "Teams · 58 min"."""
    kind = _FORMATS.get(row.format, row.format.upper())
    return " · ".join(part for part in (kind, _length(row)) if part)


def document_facts(row: DocumentRow) -> str:
    """Date, length and whether it was checked, for the line above the text."""
    checked = _("checked against the recording") if row.checked else ""
    return " · ".join(part for part in (worded_date(row.date), _length(row), checked) if part)


def worded_date(written: str) -> str:
    """A date as a reader expects it: an ISO date in words, anything else as it was written."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    return day_in_words(day, language())


def worded_lately(written: str) -> str:
    """An ISO date in words, without its year where that is this one."""
    this = datetime.now(UTC).astimezone().year
    return worded_date(written).removesuffix(f" {this}")


def worded_month(written: str) -> str:
    """A month of an ISO date (2024-03) in words, anything else as it was written."""
    try:
        day = date.fromisoformat(f"{written}-01")
    except ValueError:
        return written
    return f"{month_name(day.month, language()).capitalize()} {day.year}"


def _length(row: DocumentRow) -> str:
    if row.duration_ms:
        return _("{minutes} min").format(minutes=max(1, round(row.duration_ms / 60_000)))
    words = ngettext("{count} word", "{count} words", row.words)
    return words.format(count=row.words)
