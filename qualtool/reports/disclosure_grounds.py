"""All that the disclosure check needs of the project, so that it can look without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualtool.analysis.disclosure_decisions import Decided, decisions
from qualtool.analysis.excerpt_sources import ExcerptSource, sources
from qualtool.analysis.identifying import Identifying, identifying
from qualtool.analysis.study import study
from qualtool.core.report import Report
from qualtool.core.report_texts import excerpt_ids
from qualtool.store.project import Session


@dataclass(frozen=True)
class Grounds:
    """What is known that may tell who somebody is, what was decided, and whose quotations are."""

    known: Identifying
    decided: Decided
    language: str
    sources: Mapping[int, ExcerptSource] = field(default_factory=dict)


def grounds(session: Session, report: Report | None = None, *, k: int | None = None) -> Grounds:
    """Read what is needed to check this report; what follows needs no session any more.

    What fits at most `k` participants is told (None: as many as the study says).
    """
    language = report.language if report is not None else study(session).language
    quoted = excerpt_ids(report) if report is not None else frozenset()
    return Grounds(
        identifying(session, language=language, k=k),
        Decided(decisions(session)),
        language,
        sources(session, quoted),
    )
