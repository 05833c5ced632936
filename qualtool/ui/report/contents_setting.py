"""The contents of a report set on its first page, with the pages where they are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextOption

from qualtool.core.report import Contents
from qualtool.ui.report.lettering import BODY, HEADINGS, QUIET, begin, insert

STEP = 20.0  # pixels that a deeper line is set in


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents: a heading or a caption, how deep, and its page; 0 heads a list."""

    words: str
    level: int
    page: int | None = None


def set_contents(
    cursor: QTextCursor, contents: Contents, lines: Sequence[ContentsLine], width: float
) -> None:
    """Set the title of the contents and a line for each entry, its page at the right."""
    begin(cursor, above=4, below=6)
    insert(cursor, contents.title, size=HEADINGS[2], bold=True)
    for line in lines:
        if line.level == 0:
            begin(cursor, above=12, below=3)
            insert(cursor, line.words, size=BODY, bold=True)
            continue
        begin(cursor, below=3, indent=STEP * (line.level - 1))
        look = QTextBlockFormat()
        end = QTextOption.Tab(width - STEP * (line.level - 1), QTextOption.TabType.RightTab)
        look.setTabPositions([end])
        cursor.mergeBlockFormat(look)
        insert(cursor, line.words, size=BODY)
        if line.page is not None:
            insert(cursor, f"\t{line.page}", size=BODY, colour=QUIET)
