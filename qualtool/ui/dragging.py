"""What is carried when something is dragged: text, codes, themes, excerpts, cases, blocks.

Panels do not know each other; a drag knows only these.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData

SPAN = "application/x-qualtool-span"
CODES = "application/x-qualtool-codes"
THEMES = "application/x-qualtool-themes"
EXCERPTS = "application/x-qualtool-excerpts"
CASES = "application/x-qualtool-cases"
FINDINGS = "application/x-qualtool-findings"
BLOCKS = "application/x-qualtool-report-blocks"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document: code points, end exclusive."""

    document_id: int
    start: int
    end: int

    def to_mime(self, text: str = "") -> QMimeData:
        """The span as it is dragged; `text` is what other programs get."""
        data = _mime(SPAN, [self.document_id, self.start, self.end])
        if text:
            data.setText(text)
        return data

    @classmethod
    def from_mime(cls, data: QMimeData) -> Span | None:
        """The span a drag carries, None where it carries none that can be read."""
        numbers = ids_from(data, SPAN)
        return cls(*numbers) if len(numbers) == 3 else None


def mime_of_codes(code_ids: Iterable[int]) -> QMimeData:
    """Codes as they are dragged."""
    return _mime(CODES, code_ids)


def mime_of_themes(theme_ids: Iterable[int]) -> QMimeData:
    """Themes as they are dragged."""
    return _mime(THEMES, theme_ids)


def mime_of_excerpts(excerpt_ids: Iterable[int]) -> QMimeData:
    """Excerpts as they are dragged."""
    return _mime(EXCERPTS, excerpt_ids)


def mime_of_cases(case_ids: Iterable[int]) -> QMimeData:
    """Cases as they are dragged."""
    return _mime(CASES, case_ids)


def mime_of_finding(part_id: int) -> QMimeData:
    """A part of the findings as it is dragged."""
    return _mime(FINDINGS, [part_id])


def mime_of_blocks(keys: Iterable[int]) -> QMimeData:
    """Blocks of a report as they are dragged."""
    return _mime(BLOCKS, keys)


def ids_from(data: QMimeData, kind: str) -> list[int]:
    """The numbers that a drag of this kind carries; none where it cannot be read."""
    try:
        numbers = json.loads(bytes(data.data(kind).data()))
    except ValueError:
        return []
    if not isinstance(numbers, list) or not all(type(n) is int for n in numbers):
        return []
    return numbers


def _mime(kind: str, numbers: Iterable[int]) -> QMimeData:
    data = QMimeData()
    data.setData(kind, QByteArray(json.dumps(list(numbers)).encode()))
    return data
