"""What is shown of the reports of a project: plain rows that change nothing, as in `store.rows`.

Times are milliseconds since 1970.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report: a document made of blocks. `contents` is whether it begins with a list of them."""

    id: int
    title: str
    language: str
    contents: bool
    position: int


@dataclass(frozen=True, slots=True)
class ReportBlockRow:
    """A block of a report, by its name in `reports.catalogue`.

    `title` and `opening` are the researcher's own, empty where the block's are used; `options` are
    the choices as `reports.saved_options` writes them. `frozen_ms` is when it was frozen, or None.
    """

    id: int
    report_id: int
    name: str
    title: str
    opening: str
    options: str
    position: int
    frozen_ms: int | None
