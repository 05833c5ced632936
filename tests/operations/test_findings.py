"""What is written about a theme, and its quotations, in the order they will be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.operations import coding, findings
from qualtool.store.project import Project
from qualtool.store.schema import Coding, Excerpt, FindingPart
from tests.operations.rich import Rich, furnish, start


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Project, Rich]]:
    with start(tmp_path / "studie.qualtool") as project:
        yield project, furnish(project)


@pytest.fixture
def session(made: tuple[Project, Rich]) -> Iterator[Session]:
    with made[0].edit("x") as session:
        yield session


@pytest.fixture
def r(made: tuple[Project, Rich]) -> Rich:
    return made[1]


def parts(session: Session, theme_id: int) -> list[str | int]:
    rows = select(FindingPart).where(FindingPart.theme_id == theme_id)
    found = session.scalars(rows.order_by(FindingPart.position)).all()
    assert [row.position for row in found] == list(range(len(found)))
    return [row.excerpt_id or row.text for row in found]


def test_words_and_quotations_stand_in_the_order_they_are_put(session: Session, r: Rich) -> None:
    first = findings.add_text(session, r.culture, "Først.")
    findings.add_quotations(session, r.culture, [r.both, r.lone])
    findings.add_text(session, r.culture, "Imellom.", position=2)
    assert parts(session, r.culture) == ["Først.", r.both, "Imellom.", r.lone]
    findings.write(session, first, "Aller først.")
    assert findings.add_quotations(session, r.culture, [r.lone]) == []
    (last,) = findings.add_quotations(session, r.culture, [r.starred], position=0)
    assert parts(session, r.culture)[:2] == [r.starred, "Aller først."]
    findings.move(session, [last], r.culture, None)
    assert parts(session, r.culture)[-1] == r.starred
    findings.move(session, [last, first], r.structure, 0)
    assert parts(session, r.culture) == [r.both, "Imellom.", r.lone]
    assert parts(session, r.structure) == [r.starred, "Aller først."]


def test_what_is_quoted_is_kept_until_it_is_quoted_no_more(session: Session, r: Rich) -> None:
    (part,) = findings.add_quotations(session, r.culture, [r.lone])
    codings = session.scalars(select(Coding.id).where(Coding.excerpt_id == r.lone)).all()
    coding.remove(session, codings)
    assert session.get(Excerpt, r.lone) is not None
    findings.remove(session, [part])
    assert session.get(Excerpt, r.lone) is None
    assert parts(session, r.culture) == []
    findings.remove(session, [])
