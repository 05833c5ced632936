from __future__ import annotations

from qualtool.core.filtering import Filter, Fit
from qualtool.core.fuzzy import Entry

ENTRIES = [
    Entry("faste møteplasser", "Steder og tider som er avtalt på forhånd."),
    Entry("ingen møtes", ""),
    Entry("felles-kontor", "Der de sitter sammen, også uten møte."),
    Entry("bussen", ""),
]


def _names(typed: str, limit: int = 10) -> list[str]:
    found, _total = Filter(ENTRIES).find(typed, limit)
    return [ENTRIES[fit.number].name for fit in found]


def _fit(typed: str) -> Fit:
    return Filter(ENTRIES).find(typed, 1)[0][0]


def test_names_come_before_descriptions() -> None:
    assert _names("møte") == ["faste møteplasser", "ingen møtes", "felles-kontor"]


def test_a_name_that_begins_with_what_is_typed_comes_first() -> None:
    assert _names("fe")[0] == "felles-kontor"
    assert _names("kontor") == ["felles-kontor"]


def test_all_words_have_to_fit_in_any_order() -> None:
    assert _names("plass faste") == ["faste møteplasser"]
    assert _names("faste bussen") == []


def test_a_slip_of_the_hand_still_finds_the_name() -> None:
    assert _names("møtepalsser") == ["faste møteplasser"]
    assert _fit("møtepalsser").marks == ()
    assert _fit("møtepalsser").why == ""


def test_a_fit_says_which_letters_or_which_words_of_the_description() -> None:
    assert _fit("PLASS").marks == ((10, 15),)
    assert _fit("forhånd").why == "…forhånd."
    assert _fit("steder").why == "Steder og tider som er avtalt på forhånd."


def test_no_more_than_asked_for_are_given_but_all_are_counted() -> None:
    found, total = Filter(ENTRIES).find("e", 2)
    assert (len(found), total) == (2, 4)
    assert Filter(ENTRIES).find("  ", 2) == ([], 0)
