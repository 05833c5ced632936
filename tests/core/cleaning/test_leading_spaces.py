"""What one space before a line is all that is left of: a bullet, or the beginning of a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.cleaning import clean
from tests.core.cleaning.checking import check


def _page(number: int) -> str:
    """Lines of their own, the last broken off in the middle of its sentence."""
    sign = "abc"[number]
    lines = [f"Dette er linje {sign}{other} som går helt ut til margen" for other in "defghijk"]
    return "\n".join([*lines, f"og her {sign} går siden", f" videre {sign} på den neste", ""])


PAGES = _page(0) + _page(1) + _page(2)


def test_items_that_lost_their_bullets_get_them_back() -> None:
    raw = "Sakene var:\n oppstart av prosjektet\n lokaler og utstyr\nMøtet ble hevet.\n"
    cleaned = clean(raw)
    assert cleaned.text.split("\n")[:4] == [
        "Sakene var:",
        "• oppstart av prosjektet",
        "• lokaler og utstyr",
        "Møtet ble hevet.",
    ]
    assert cleaned.counts == {"bullets": 2}
    assert clean(raw, frozenset({"bullets"})).counts == {}


def test_a_sentence_that_a_page_broke_off_goes_on() -> None:
    raw = (
        "Dette er en lang linje som går helt ut til margen på siden og\n"
        " begynner midt i setningen og går videre til den er helt ferdig.\n"
    )
    assert "siden og\nbegynner midt" in clean(raw).text
    assert clean(raw).counts == {"pages": 1}
    assert clean(raw, frozenset({"pages"})).text == raw


def test_pages_told_by_a_space_alone_become_places() -> None:
    cleaned = clean(PAGES)
    assert [one.value for one in cleaned.locators] == ["1", "2", "3", "4"]
    for one in cleaned.locators[1:]:
        assert cleaned.text[one.offset :].startswith("videre")


def test_spaces_mean_nothing_where_most_lines_have_them_or_a_label_follows() -> None:
    assert clean(" en linje\n en til\n en til\nslutt").counts == {}
    assert clean("Møte\nom det\nhele\n Kari: Ja\n Ola: Nei\n").counts == {}
    assert clean("Møte.\n Ny setning står her.\n").counts == {}
    assert clean("Møte.\n\n etter en tom linje.\n").counts == {}


def test_spaced_lines_are_no_pages_where_other_lines_are_set_in() -> None:
    assert clean(f"{PAGES}   innrykk\n").locators == ()


@given(
    st.lists(st.sampled_from(["Ja.", " ja", " nei", "og", "", "- x", " A: b", "\f"]), max_size=12)
)
def test_the_way_back_holds_for_any_lines(lines: list[str]) -> None:
    check(clean("\n".join(lines)))
