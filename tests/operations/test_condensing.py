"""What units say in short, and what a sub-group says in the first person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.operations import coding, condensing
from qualtool.store.schema import Coding, Condensate, Condensation, Excerpt
from tests.operations.rich import Rich, furnish, start


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Session, Rich]]:
    with start(tmp_path / "studie.qualtool") as project:
        rich = furnish(project)
        with project.edit("x") as session:
            yield session, rich


def units(session: Session, excerpt_id: int) -> list[tuple[int | None, str, int | None]]:
    session.flush()
    rows = select(Condensation).where(Condensation.excerpt_id == excerpt_id)
    found = session.scalars(rows.order_by(Condensation.id)).all()
    return [(row.coder_id, row.text, row.theme_id) for row in found]


def test_each_coder_condenses_in_their_own_words(made: tuple[Session, Rich]) -> None:
    session, r = made
    before = units(session, r.lone)
    first = condensing.condense(session, r.lone, " Lite tid. ", coder_id=r.bo)
    condensing.condense(session, r.lone, "Tidsnød.", coder_id=None)
    condensing.place(session, [r.lone], r.culture, coder_id=r.bo)
    assert units(session, r.lone)[len(before) :] == [
        (r.bo, "Lite tid.", r.culture),
        (None, "Tidsnød.", None),
    ]
    assert condensing.condense(session, r.lone, "", coder_id=r.bo) == first
    condensing.place(session, [r.lone], None, coder_id=r.bo)
    assert condensing.condense(session, r.lone, "", coder_id=None) is None
    assert units(session, r.lone) == before


def test_an_excerpt_goes_with_the_last_that_is_said_of_it(made: tuple[Session, Rich]) -> None:
    session, r = made
    condensing.condense(session, r.lone, "Lite tid.", coder_id=r.bo)
    codings = session.scalars(select(Coding.id).where(Coding.excerpt_id == r.lone)).all()
    coding.remove(session, codings)
    assert session.get(Excerpt, r.lone) is not None
    condensing.condense(session, r.lone, "", coder_id=r.bo)
    session.expire_all()
    assert session.get(Excerpt, r.lone) is None


def test_a_sub_group_has_one_condensate_with_analysis_and_gold(
    made: tuple[Session, Rich],
) -> None:
    session, r = made
    first = condensing.write_condensate(session, r.structure, "Jeg har aldri tid.")
    assert condensing.write_analysis(session, r.structure, "De beskriver tidsnød.") == first
    assert condensing.choose_gold(session, r.structure, r.lone) == first
    assert condensing.choose_gold(session, r.structure, r.both) == first
    row = session.get_one(Condensate, first)
    assert (row.text, row.analytic_text, row.excerpt_id) == (
        "Jeg har aldri tid.",
        "De beskriver tidsnød.",
        r.both,
    )
    condensing.choose_gold(session, r.structure, None)
    condensing.write_condensate(session, r.structure, "")
    assert condensing.write_analysis(session, r.structure, "") is None
    session.expire_all()
    assert session.get(Condensate, first) is None
