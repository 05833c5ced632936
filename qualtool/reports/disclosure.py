"""The disclosure check: whether anything about to leave the project tells who somebody is.

It reads quotations and the researcher's own words alike, and alters nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from qualtool.core.draft import Draft
from qualtool.core.report import Report
from qualtool.reports.disclosed import Disclosed
from qualtool.reports.disclosure_grounds import Grounds, grounds
from qualtool.reports.disclosure_search import found
from qualtool.store.project import Session


def check(
    session: Session,
    report: Report | None,
    *,
    drafts: Iterable[Draft] = (),
    k: int | None = None,
) -> tuple[Disclosed, ...]:
    """All that a report and drafts may give away, in order; what is decided to be fine as well.

    What fits at most `k` participants is told (None: as many as the study says).
    """
    drafts = tuple(drafts)
    return found(grounds(session, report, k=k), report, drafts)


__all__ = ["Disclosed", "Grounds", "check", "found", "grounds"]
