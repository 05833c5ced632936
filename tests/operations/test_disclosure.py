from __future__ import annotations

import pytest

from qualtool.analysis.disclosure_decisions import Decided, decisions
from qualtool.analysis.excerpts import excerpts
from qualtool.core.errors import QualtoolError
from qualtool.operations import disclosure
from qualtool.store.disclosure_rows import Matter
from qualtool.store.project import Project
from qualtool.store.schema import Attribute, Excerpt
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]
KARI = Matter("name", "Kari", "4f")


def test_a_decision_is_remembered_with_who_and_why(rich: Furnished) -> None:
    project, ids = rich
    with project.edit("decide_disclosure") as session:
        disclosure.decide(session, *KARI, reason=" et dekknavn ", coder_id=ids.bo)
    with project.read() as session:
        (row,) = decisions(session)
    assert (row.matter, row.decision, row.reason, row.coder) == (KARI, "fine", "et dekknavn", "Bo")
    assert row.created_ms > 0


def test_a_later_decision_on_the_same_takes_the_place_of_the_earlier(rich: Furnished) -> None:
    project, _ids = rich
    with project.edit("decide_disclosure") as session:
        disclosure.decide(session, *KARI)
        disclosure.decide(session, "name", " KARI", "4F", "withheld")
        disclosure.decide(session, "place", "Kari", "4f")
    with project.read() as session:
        assert sorted(row.decision for row in decisions(session)) == ["fine", "withheld"]


def test_a_decision_holds_in_its_place_alone_or_everywhere(rich: Furnished) -> None:
    project, _ids = rich
    with project.edit("decide_disclosure") as session:
        disclosure.decide(session, *KARI)
        disclosure.decide(session, "place", "Vik")
    with project.read() as session:
        decided = Decided(decisions(session))
    assert decided.on(Matter("name", "kari", "4f"))
    assert decided.on(Matter("name", "Kari", "5a")) is None
    assert decided.on(Matter("place", "Vik", "5a"))
    assert decided.on(Matter("name", "Vik", "5a")) is None


def test_what_is_taken_back_is_open_again(rich: Furnished) -> None:
    project, _ids = rich
    with project.edit("decide_disclosure") as session:
        decision = disclosure.decide(session, *KARI)
    with project.edit("take_back_disclosure") as session:
        disclosure.take_back(session, [decision])
    with project.read() as session:
        assert decisions(session) == []


def test_a_wider_word_stands_in_brackets_in_what_is_shown(rich: Furnished) -> None:
    project, ids = rich
    with project.read() as session:
        before = next(row for row in excerpts(session) if row.id == ids.lone)
    word = before.text.split()[0]
    with project.edit("generalise_disclosed") as session:
        disclosure.generalise(
            session, KARI, excerpt_id=ids.lone, words=word.upper(), instead="en  lærer"
        )
    with project.read() as session:
        after = next(row for row in excerpts(session) if row.id == ids.lone)
        assert [row.decision for row in decisions(session)] == ["generalised"]
    assert after.display_text == before.text.replace(word, "[en lærer]", 1)
    assert after.text == before.text


def test_words_that_do_not_stand_there_are_not_made_wider(rich: Furnished) -> None:
    project, ids = rich
    with (
        pytest.raises(QualtoolError, match="does not stand") as fault,
        project.edit("generalise_disclosed") as session,
    ):
        disclosure.generalise(session, KARI, excerpt_id=ids.lone, words="finnes", instead="noe")
    assert fault.value.key == "words_gone"
    with project.read() as session:
        assert decisions(session) == []


def test_what_is_withheld_is_not_quoted_or_not_shown(rich: Furnished) -> None:
    project, ids = rich
    with project.edit("withhold_disclosed") as session:
        disclosure.withhold(session, KARI, excerpt_id=ids.starred)
        disclosure.withhold(session, Matter("combination", "40"), attribute_id=ids.size)
    with project.read() as session:
        excerpt = session.get_one(Excerpt, ids.starred)
        assert (excerpt.do_not_quote, excerpt.starred) == (True, False)
        assert session.get_one(Attribute, ids.size).visibility == "analysis"
        assert [row.decision for row in decisions(session)] == ["withheld", "withheld"]


def test_other_words_are_shown_of_an_excerpt(rich: Furnished) -> None:
    project, ids = rich
    with project.edit("change_disclosed") as session:
        disclosure.change(session, KARI, ids.lone, "[Hun] sa det.", coder_id=ids.anne)
    with project.read() as session:
        assert session.get_one(Excerpt, ids.lone).display_text == "[Hun] sa det."
        assert decisions(session)[0].coder == "Anne"


def test_nothing_is_decided_that_cannot_be(rich: Furnished) -> None:
    project, _ids = rich
    with project.edit("decide_disclosure") as session:
        with pytest.raises(ValueError, match="no such decision"):
            disclosure.decide(session, *KARI, decision="perhaps")
        with pytest.raises(ValueError, match="nothing to withhold"):
            disclosure.withhold(session, KARI)
        with pytest.raises(ValueError, match="nothing to say less of"):
            disclosure.generalise(session, KARI)
        with pytest.raises(QualtoolError):
            disclosure.decide(session, *KARI, coder_id=9999)
