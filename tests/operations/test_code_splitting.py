from __future__ import annotations

import pytest
from sqlalchemy import select

from qualtool.analysis import codebook, excerpts
from qualtool.core.errors import QualtoolError
from qualtool.operations import code_splitting, coders, codes, coding
from qualtool.store.project import Project
from qualtool.store.schema import Coding
from tests.ui.studies import furnish


def test_the_chosen_excerpts_get_the_new_code_beside_the_old(project: Project) -> None:
    study = furnish(project)
    with project.edit("split_code") as session:
        coding.apply(
            session, study.document, 0, 7, [study.places], coder_id=None, valence="barrier"
        )
        rows = excerpts.excerpts(session, code_ids=[study.places])
        moved = next(row.id for row in rows if row.start == 0)
        codes.describe(session, study.places, example_excerpt_id=moved)
        made = code_splitting.split(session, study.places, [moved], "torsdagene")
    with project.read() as session:
        found = {row.id: row for row in codebook.codes(session)}
        there = excerpts.excerpts(session, code_ids=[made])
    assert (found[study.places].excerpts, found[made].excerpts) == (1, 1)
    assert found[made].theme_ids == (study.structure,)
    assert found[made].position == found[study.places].position + 1
    assert [c.valence for row in there for c in row.codings] == ["barrier"]


def test_nothing_is_split_off_where_no_excerpt_is_chosen(project: Project) -> None:
    study = furnish(project)
    with project.edit("split_code") as session, pytest.raises(QualtoolError) as refused:
        code_splitting.split(session, study.habits, [], "torsdagene")
    assert refused.value.key == "nothing_chosen"


def test_codings_that_cannot_be_seen_keep_the_old_code(project: Project) -> None:
    study = furnish(project)
    with project.edit("x") as session:
        other = coders.ensure(session, "Jonas")
        coding.apply(session, study.document, *study.excerpt, [study.places], coder_id=other)
        excerpt = session.get_one(Coding, study.coding).excerpt_id
    own = frozenset({project.coder_id or 0})
    with project.edit("split_code") as session:
        made = code_splitting.split(session, study.places, [excerpt], "torsdagene", only=own)
    with project.read() as session:
        held = {row.coder_id: row.code_id for row in session.scalars(select(Coding))}
    assert held == {project.coder_id: made, other: study.places}
    with pytest.raises(QualtoolError), project.edit("x") as session:
        code_splitting.split(session, study.places, [excerpt], "enda en", only=own)
