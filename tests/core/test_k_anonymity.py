from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations as every_choice

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.k_anonymity import Combination, combinations, within

MEETING = {
    "Informant 1": {"møtedag": "torsdag", "rolle": "lærer"},
    "Informant 2": {"møtedag": "mandag", "rolle": "lærer"},
    "Informant 3": {"møtedag": "mandag", "rolle": "rektor"},
    "Informant 4": {"møtedag": "tirsdag", "rolle": "lærer"},
    "Informant 5": {"møtedag": "tirsdag", "rolle": "lærer"},
}


def told(people: Mapping[str, Mapping[str, str]], k: int = 1) -> dict[frozenset[str], set[str]]:
    return {
        frozenset(f"{what}={value}" for what, value in each.facts): set(each.who)
        for each in combinations(people, k, most=10_000)
    }


def test_a_value_that_one_person_has_is_told_and_no_larger_combination_with_it() -> None:
    assert told(MEETING) == {
        frozenset({"møtedag=torsdag"}): {"Informant 1"},
        frozenset({"rolle=rektor"}): {"Informant 3"},
        frozenset({"møtedag=mandag", "rolle=lærer"}): {"Informant 2"},
    }


def test_with_a_larger_k_what_fits_two_is_told_too() -> None:
    assert told(MEETING, 2) == {
        frozenset({"møtedag=torsdag"}): {"Informant 1"},
        frozenset({"møtedag=mandag"}): {"Informant 2", "Informant 3"},
        frozenset({"møtedag=tirsdag"}): {"Informant 4", "Informant 5"},
        frozenset({"rolle=rektor"}): {"Informant 3"},
    }


def test_an_empty_value_is_no_fact() -> None:
    assert told({"a": {"x": " "}, "b": {"x": "1"}, "c": {"x": "1"}}) == {}


def test_nothing_is_told_of_people_who_are_alike() -> None:
    assert combinations({who: {"x": "1", "y": "2"} for who in "abc"}) == ()


def test_whoever_only_four_facts_together_give_away_is_told_of() -> None:
    facts = "abcd"
    target = dict.fromkeys(facts, "1")
    # Every three facts of the target's fit somebody else too.
    people = {"target": target} | {f"no {each}": target | {each: "0"} for each in facts}
    people |= {f"again {each}": target | {each: "0"} for each in facts}
    assert told(people) == {frozenset({"a=1", "b=1", "c=1", "d=1"}): {"target"}}


def test_only_so_many_are_told_of_one_person() -> None:
    people = {
        "odd": {str(n): "odd" for n in range(20)},
        "even": {str(n): "even" for n in range(20)},
        "even too": {str(n): "even" for n in range(20)},
    }
    assert len(combinations(people, most=3)) == 3


def test_among_what_is_shown_of_one_person_only_that_counts() -> None:
    found = within(MEETING, {"møtedag": "mandag", "rolle": "lærer"})
    assert found == (Combination((("møtedag", "mandag"), ("rolle", "lærer")), ("Informant 2",)),)
    assert within(MEETING, {"møtedag": "mandag"}) == ()


@given(
    st.dictionaries(
        st.integers(0, 8),
        st.dictionaries(st.sampled_from("abc"), st.sampled_from("12"), max_size=3),
        max_size=9,
    ),
    st.integers(1, 3),
)
def test_just_the_least_combinations_are_found(people: dict[int, dict[str, str]], k: int) -> None:
    fits: dict[frozenset[tuple[str, str]], frozenset[int]] = {}
    for held in people.values():
        for size in range(1, 4):
            for facts in every_choice(sorted(held.items()), size):
                fits[frozenset(facts)] = frozenset(
                    who for who, each in people.items() if set(facts) <= set(each.items())
                )
    rare = {facts for facts, who in fits.items() if len(who) <= k}
    least = {facts: fits[facts] for facts in rare if not any(one < facts for one in rare)}
    found = combinations(people, k, most=10_000)
    assert {frozenset(each.facts): frozenset(each.who) for each in found} == least
    assert len(found) == len(least)
