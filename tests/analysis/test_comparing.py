from __future__ import annotations

from qualtool.analysis.comparing import Judgement, cross_case, judgement, ratings
from qualtool.operations import cases, comparisons, guides, summaries, themes
from qualtool.store.project import Project


def test_what_is_said_of_cases_and_of_all_of_them_is_held_together(project: Project) -> None:
    with project.edit("judge_across") as session:
        time, place = themes.add(session, "Tid"), themes.add(session, "Sted")
        themes.add(session, "Ingenting")
        under = themes.add(session, "Rom", parent_id=place)
        guide = guides.add(session, "Guide")
        question = guides.add_question(session, guide, "Hvem?", number="3")
        one, two = cases.ensure(session, "Informant 1"), cases.ensure(session, "Informant 2")
        cases.ensure(session, "Informant 3")
        summaries.rate(session, one, time, "høy")
        summaries.write(session, two, under, "Har ikke noe rom.")
        comparisons.judge(session, time, rating="middels", explanation="Delt.")
        comparisons.judge(session, question_id=question, rating="lav")
    with project.read() as session:
        found = cross_case(session)
        assert [(each.title, each.depth) for each in found.dimensions] == [
            ("Tid", 0),
            ("Rom", 1),
            ("3 Hvem?", 0),
        ]
        assert [row.name for row in found.cases] == ["Informant 1", "Informant 2"]
        assert found.cells[found.dimensions[0], one].rating == "høy"
        assert found.cells[found.dimensions[1], two].text == "Har ikke noe rom."
        assert found.judged[found.dimensions[2]].rating == "lav"
        assert judgement(session, time) == Judgement("middels", "Delt.", "")
        assert judgement(session, under) == Judgement()
        assert ratings(session) == ["høy", "middels", "lav"]
