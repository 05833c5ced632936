from __future__ import annotations

from qualtool.analysis.disclosure_decisions import Decided, decisions
from qualtool.operations import coders, disclosure
from qualtool.store.disclosure_rows import DecisionRow, Matter
from qualtool.store.project import Project


def row(number: int, matter: Matter) -> DecisionRow:
    return DecisionRow(number, matter, "fine", "", "Anne", 0)


def test_decisions_come_with_who_and_why_the_newest_first(project: Project) -> None:
    with project.edit("decide_disclosure") as session:
        anne = coders.ensure(session, "Anne")
        disclosure.decide(session, "name", "Kari", "a1", reason="et dekknavn", coder_id=anne)
        disclosure.decide(session, "place", "Vik", decision="withheld")
    with project.read() as session:
        found = decisions(session)
    assert [(each.matter.words, each.decision, each.reason, each.coder) for each in found] == [
        ("Vik", "withheld", "", ""),
        ("Kari", "fine", "et dekknavn", "Anne"),
    ]


def test_the_newest_decision_on_a_matter_holds_and_one_in_its_place_before_one_everywhere() -> None:
    here, everywhere = Matter("name", "Kari", "a1"), Matter("name", "kari ")
    decided = Decided([row(3, everywhere), row(2, here), row(1, here)])
    for matter, number in ((here, 2), (here._replace(place="b2"), 3)):
        found = decided.on(matter)
        assert found is not None
        assert found.id == number
    assert decided.on(Matter("place", "Kari", "a1")) is None


def test_nothing_is_decided_where_there_are_no_decisions() -> None:
    assert Decided([]).on(Matter("name", "Kari")) is None
