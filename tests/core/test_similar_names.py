from __future__ import annotations

from qualtool.core.similar_names import alike, most_like, pairs

NAMES = {1: "mangler tid", 2: "Manglende tid", 3: "tid mangler", 4: "bussen går ikke", 5: "tid"}


def test_a_name_is_most_like_the_one_with_the_same_words() -> None:
    assert most_like("Mangler  tid", {1: "mangler tid", 4: "bussen går ikke"}) == 1
    assert most_like("tid mangler", {1: "mangler tid"}) == 1
    assert most_like("bussen gikk", {1: "mangler tid"}) is None


def test_short_names_are_not_taken_for_each_other() -> None:
    assert most_like("tid", {5: "tia"}) is None


def test_what_is_said_names_the_other() -> None:
    assert "bussen går ikke" in alike("bussen går ikkje", NAMES)
    assert alike("noe helt annet", NAMES) == ""


def test_pairs_come_with_the_most_alike_first() -> None:
    found = [(pair.one, pair.other) for pair in pairs(NAMES)]
    assert found[0] == (1, 3)
    assert (1, 2) in found
    assert not any(4 in pair for pair in found)
    assert len(pairs(NAMES, most=1)) == 1
