"""The words of the framework matrix: why a cell is empty, and what stands behind it."""

from __future__ import annotations

from qualtool.analysis.matrix import Cell
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.reports.findings_summary import word_count
from qualtool.reports.framework import MOST, STATES


def shown(cell: Cell) -> str:
    """What stands in a cell: its words, or why it has none."""
    return cell.text or (_(STATES[cell.state]) if cell.state in STATES else "")


def foot(cell: Cell) -> str:
    """What stands small at the foot of a cell."""
    parts = [each for each in (cell.rating, cell.evidence) if each]
    if cell.linked:
        words = ngettext(
            "{linked} of {count} excerpt", "{linked} of {count} excerpts", cell.gathered
        )
        parts.append(words.format(linked=len(cell.linked), count=cell.gathered))
    elif cell.gathered:
        words = ngettext("{count} excerpt", "{count} excerpts", cell.gathered)
        parts.append(words.format(count=cell.gathered))
    return " · ".join(parts)


def length(text: str) -> tuple[str, bool]:
    """How many words a text has, and whether that is more than usual."""
    count = word_count(text)
    words = ngettext("{count} word", "{count} words", count).format(count=count)
    if count <= MOST:
        return words, False
    return _("{words}, more than {most}").format(words=words, most=MOST), True
