from __future__ import annotations

import pytest

from qualtool.analysis import history
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


def test_many_words_that_may_stand_are_one_step_and_hold_everywhere(rich: Furnished) -> None:
    project, ids = rich
    wherever = [Matter("name", "Torgeir"), Matter("name", "Torgeirs")]
    with project.edit("decide_disclosure") as session:
        disclosure.decide_all(session, [*wherever, *wherever], coder_id=ids.bo)
    with project.read() as session:
        rows = decisions(session)
        decided = Decided(rows)
        (step, *_older) = history.steps(session)
    assert [(row.decision, row.coder) for row in rows] == [("fine", "Bo")] * 2
    assert decided.on(Matter("name", "torgeirs", "9c"))
    assert history.worded(step) == "Decided that words may stand, wherever they do"


def test_a_decision_on_somebody_holds_for_nobody_else(rich: Furnished) -> None:
    project, _ids = rich
    with project.edit("decide_disclosure") as session:
        disclosure.decide_all(session, [Matter("pronoun", "Informant 3")])
    with project.read() as session:
        decided = Decided(decisions(session))
    hers = Matter("pronoun", "hun, henne", "4f")
    assert decided.on(hers, Matter("pronoun", "Informant 3"))
    assert decided.on(hers, Matter("pronoun", "Informant 4")) is None


def test_one_wider_word_goes_into_many_excerpts_the_longest_words_first(rich: Furnished) -> None:
    project, ids = rich
    with project.edit("change_disclosed") as session:
        disclosure.change(session, KARI, ids.lone, "Kari og Kari-Anne lo.")
        disclosure.change(session, KARI, ids.starred, "Karis hus.")
    here, there = KARI, KARI._replace(place="5a")
    with project.edit("generalise_disclosed") as session:
        disclosure.generalise_all(
            session,
            [
                (here, ids.lone, "Kari"),
                (here, ids.lone, "Kari-Anne"),
                (there, ids.starred, "Karis"),
            ],
            "en lærer",
        )
    with project.read() as session:
        shown = [session.get_one(Excerpt, each).display_text for each in (ids.lone, ids.starred)]
        (step, *_older) = history.steps(session)
        settled = {row.matter for row in decisions(session) if row.decision == "generalised"}
    assert shown == ["[en lærer] og [en lærer] lo.", "[en lærer] hus."]
    assert settled == {here, there}
    assert history.worded(step) == "Put a wider word into 2 excerpts"
    with (
        pytest.raises(QualtoolError, match="does not stand"),
        project.edit("generalise_disclosed") as session,
    ):
        disclosure.generalise_all(
            session, [(here, ids.lone, "lo"), (there, ids.lone, "finnes")], "x"
        )
    with project.read() as session:
        assert session.get_one(Excerpt, ids.lone).display_text == shown[0]


def test_many_excerpts_are_withheld_in_one_step(rich: Furnished) -> None:
    project, ids = rich
    with project.edit("withhold_disclosed") as session:
        places = [KARI, KARI._replace(place="5a")]
        disclosure.withhold_all(session, places, [ids.lone, ids.starred, ids.lone])
    with project.read() as session:
        kept = [session.get_one(Excerpt, each).do_not_quote for each in (ids.lone, ids.starred)]
        (step, *_older) = history.steps(session)
        decided = Decided(decisions(session))
    assert kept == [True, True]
    assert history.worded(step).startswith("Kept 2 excerpts from being quoted")
    # Where the same words come later, nothing was done about them yet.
    assert decided.on(KARI._replace(place="77")) is None
    project.undo()
    with project.read() as session:
        assert decisions(session) == []
        assert not session.get_one(Excerpt, ids.lone).do_not_quote
