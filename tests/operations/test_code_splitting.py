from __future__ import annotations

import pytest

from qualtool.analysis import codebook, excerpts
from qualtool.core.errors import QualtoolError
from qualtool.operations import code_splitting, codes, coding
from qualtool.store.project import Project
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
