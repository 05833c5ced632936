from __future__ import annotations

from qualtool.core.colours import PALETTE, inherited, least_used, of_its_own


def test_the_five_default_themes_have_the_first_five_colours() -> None:
    assert PALETTE[:5] == ("violet", "blue", "green", "amber", "rose")
    assert len(set(PALETTE)) == len(PALETTE)


def test_the_least_used_colour_is_the_first_free_one() -> None:
    assert least_used([]) == "violet"
    assert least_used(["violet", "blue", "", "no such colour"]) == "green"
    assert least_used([*PALETTE, "violet"]) == "blue"


def test_a_colour_of_its_own_is_always_the_same() -> None:
    assert of_its_own(3) == of_its_own(3 + len(PALETTE))


def test_a_thing_has_its_own_colour_before_that_of_what_is_above() -> None:
    own = {1: "rose", 2: "", 3: "teal", 4: ""}
    parents = {1: None, 2: 1, 3: 2, 4: 3}
    assert inherited(own, parents, {4: "sky"}) == {1: "rose", 2: "rose", 3: "teal", 4: "teal"}


def test_without_any_colour_above_the_other_source_is_asked() -> None:
    own = {1: "", 2: "", 3: ""}
    parents = {1: None, 2: 1, 3: None}
    shown = inherited(own, parents, {1: "sky"})
    assert shown == {1: "sky", 2: "sky", 3: of_its_own(3)}


def test_a_circle_ends() -> None:
    assert set(inherited({1: "", 2: ""}, {1: 2, 2: 1}, {})) == {1, 2}
