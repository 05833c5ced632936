"""The cells of a framework matrix: words, why there are none, and the excerpts behind them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.operations import cases, coding, summaries
from qualtool.store.schema import Coding, Excerpt, Summary, SummaryExcerpt
from tests.operations.rich import Rich, furnish, start


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Session, Rich]]:
    with start(tmp_path / "studie.qualtool") as project:
        rich = furnish(project)
        with project.edit("x") as session:
            yield session, rich


def cells(session: Session) -> list[tuple[str, str, str]]:
    session.flush()
    rows = session.scalars(select(Summary).order_by(Summary.id)).all()
    return [(row.text, row.state, row.evidence) for row in rows]


def test_a_cell_holds_words_or_says_why_it_has_none(made: tuple[Session, Rich]) -> None:
    session, r = made
    case = cases.ensure(session, "Informant 9")
    before = cells(session)
    first = summaries.set_state(session, case, r.culture, "not_asked")
    assert cells(session)[len(before) :] == [("", "not_asked", "")]
    assert summaries.write(session, case, r.culture, "  Har lite tid. ") == first
    assert summaries.set_evidence(session, case, r.culture, "sterkt") == first
    assert cells(session)[len(before) :] == [("Har lite tid.", "", "sterkt")]
    with pytest.raises(QualtoolError) as refused:
        summaries.set_state(session, case, r.culture, "declined")
    assert refused.value.key == "cell_has_words"
    with pytest.raises(QualtoolError) as refused:
        summaries.set_state(session, case, r.culture, "kanskje")
    assert refused.value.key == "state_unknown"
    summaries.set_evidence(session, case, r.culture, "")
    assert summaries.write(session, case, r.culture, "") is None
    assert cells(session) == before


def test_excerpts_stand_behind_a_cell_once_and_are_kept_by_it(
    made: tuple[Session, Rich],
) -> None:
    session, r = made
    case = cases.ensure(session, "Informant 9")
    first = summaries.link(session, case, r.culture, [r.both, r.lone])
    assert summaries.link(session, case, r.culture, [r.lone]) == first
    ties = select(SummaryExcerpt.excerpt_id).where(SummaryExcerpt.summary_id == first)
    assert session.scalars(ties.order_by(SummaryExcerpt.id)).all() == [r.both, r.lone]
    codings = session.scalars(select(Coding.id).where(Coding.excerpt_id == r.lone)).all()
    coding.remove(session, codings)
    assert session.get(Excerpt, r.lone) is not None
    summaries.unlink(session, case, r.culture, [r.lone])
    session.expire_all()
    assert session.get(Excerpt, r.lone) is None
    assert summaries.unlink(session, case, r.culture, [r.both]) is None
