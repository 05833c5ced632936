from __future__ import annotations

import pytest
from sqlalchemy import select

from qualtool.core.errors import QualtoolError
from qualtool.operations import cases, comparisons, guides, summaries, themes
from qualtool.store.project import Project
from qualtool.store.schema import Comparison, Summary


def the_one(project: Project) -> Comparison | None:
    with project.read() as session:
        return session.scalars(select(Comparison)).one_or_none()


def test_a_judgement_is_written_bit_by_bit_and_goes_when_nothing_is_left(project: Project) -> None:
    with project.edit("judge_across") as session:
        theme = themes.add(session, "Tid")
        made = comparisons.judge(session, theme, rating=" høy ")
        assert comparisons.judge(session, theme, explanation="Alle sier det.") == made
    row = the_one(project)
    assert row is not None
    assert (row.rating, row.explanation, row.evidence) == ("høy", "Alle sier det.", "")
    with project.edit("judge_across") as session:
        assert comparisons.judge(session, theme, rating="", explanation="") is None
    assert the_one(project) is None


def test_a_question_can_be_judged_too_but_not_both_nor_neither(project: Project) -> None:
    with project.edit("judge_across") as session:
        theme = themes.add(session, "Tid")
        guide = guides.add(session, "Guide")
        question = guides.add_question(session, guide, "Hvem gjør hva?")
        assert comparisons.judge(session, question_id=question, evidence="svak")
        for both in ((theme, question), (None, None)):
            with pytest.raises(QualtoolError) as told:
                comparisons.judge(session, both[0], question_id=both[1], rating="lav")
            assert told.value.key == "compared_with_nothing"


def test_merged_themes_keep_the_judgements_of_both(project: Project) -> None:
    with project.edit("merge_themes") as session:
        one, other = themes.add(session, "Tid"), themes.add(session, "Klokka")
        case = cases.ensure(session, "Informant 1")
        comparisons.judge(session, one, rating="høy", explanation="Alle.")
        comparisons.judge(session, other, rating="lav", explanation="Noen.", evidence="svak")
        summaries.rate(session, case, other, "lav")
        summaries.write(session, case, one, "Har lite tid.")
        themes.merge(session, [other], one)
        cell = session.scalars(select(Summary)).one()
        assert (cell.text, cell.rating) == ("Har lite tid.", "lav")
    row = the_one(project)
    assert row is not None
    assert (row.rating, row.explanation, row.evidence) == ("høy", "Alle.\n\nNoen.", "svak")


def test_a_cell_that_is_judged_stays_though_nothing_is_written_in_it(project: Project) -> None:
    with project.edit("rate_cell") as session:
        theme, case = themes.add(session, "Tid"), cases.ensure(session, "Informant 1")
        assert summaries.rate(session, case, theme, "middels") is not None
        assert summaries.rate(session, case, theme, " ") is None
