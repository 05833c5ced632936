from __future__ import annotations

import pytest

from qualtool.core.correction import Edit, Movement, in_order, substituted
from qualtool.core.moving import Places, Row, moved


def after(text: str, edits: list[Edit], places: Places) -> Places:
    fit = in_order(text, edits)
    return moved(places, Movement(text, fit), text, substituted(text, fit))


def spoken(text: str, edits: list[Edit], turns: list[Row]) -> list[tuple[str, int]]:
    found = after(text, edits, Places(turns, [], [], [])).turns
    new = substituted(text, in_order(text, edits))
    return [(new[row[0] : row[1]], row[2]) for row in found]


TALK = "Hei\nJa vel\nHa det"
TURNS: list[Row] = [[0, 3, 0, 0, 9], [4, 10, 1, 10, 19], [11, 17, 0, 20, None]]


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ([Edit(4, 6, "Nei")], [("Hei", 0), ("Nei vel", 1), ("Ha det", 0)]),
        ([Edit(3, 3, " du")], [("Hei du", 0), ("Ja vel", 1), ("Ha det", 0)]),
        ([Edit(4, 4, "Å ")], [("Hei", 0), ("Å Ja vel", 1), ("Ha det", 0)]),
        ([Edit(4, 11, "")], [("Hei", 0), ("Ha det", 0)]),
        ([Edit(3, 4, " ")], [("Hei Ja vel", 0), ("Ha det", 0)]),
        ([Edit(3, 4, " "), Edit(10, 11, " ")], [("Hei Ja vel Ha det", 0)]),
        ([Edit(1, 14, "")], [("Hdet", 0)]),
        ([Edit(6, 7, "\n")], [("Hei", 0), ("Ja\nvel", 1), ("Ha det", 0)]),
        ([Edit(17, 17, "\nog takk")], [("Hei", 0), ("Ja vel", 1), ("Ha det\nog takk", 0)]),
        ([Edit(0, 17, "")], []),
        ([Edit(0, 17, "Bare dette")], [("Bare dette", 0)]),
    ],
)
def test_who_says_what_follows_the_paragraphs(
    edits: list[Edit], said: list[tuple[str, int]]
) -> None:
    assert spoken(TALK, edits, [list(row) for row in TURNS]) == said


def test_a_joined_turn_ends_when_its_last_word_is_said() -> None:
    text, edits = TALK, [Edit(3, 4, " ")]
    rows = after(text, edits, Places([list(row) for row in TURNS], [], [], [])).turns
    assert rows == [[0, 10, 0, 0, 19], [11, 17, 0, 20, None]]
    rows = after(text, [Edit(10, 11, " ")], Places([list(row) for row in TURNS], [], [], [])).turns
    assert rows[1][3:] == [10, 19], "where it is not known, the moment known last stays"


def test_words_nobody_was_said_to_have_said_join_who_speaks_around_them() -> None:
    assert spoken("Tittel\nHei", [Edit(6, 7, " ")], [[7, 10, 1, None, None]]) == [("Tittel Hei", 1)]
    assert spoken("Hei\nslutt", [Edit(3, 4, " ")], [[0, 3, 1, None, None]]) == [("Hei slutt", 1)]


def test_turns_inside_a_line_stay_apart() -> None:
    turns: list[Row] = [[0, 3, 0, None, None], [4, 9, 1, None, None]]
    assert spoken("Hei hallo", [Edit(2, 3, "ii")], turns) == [("Heii", 0), ("hallo", 1)]


def test_moments_and_pages_move_and_keep_their_order() -> None:
    places = Places([], [[0, 1], [4, 2], [11, 3]], [[0, "page", "1"], [5, "page", "2"]], [])
    found = after(TALK, [Edit(2, 6, "ikke")], places)
    assert found.anchors == [[0, 1], [4, 2], [11, 3]]
    found = after(TALK, [Edit(2, 6, "")], places)
    assert found.anchors == [[0, 1], [2, 2], [7, 3]]
    assert found.locators == [[0, "page", "1"], [2, "page", "2"]]


def test_what_lies_before_all_edits_is_left_as_it_is() -> None:
    places = Places([list(row) for row in TURNS], [[0, 1], [11, 3]], [], [[0, 3, "heading", 1]])
    found = after(TALK, [Edit(12, 13, "ei")], places)
    assert found.turns[:2] == TURNS[:2]
    assert found.turns[2] == [11, 18, 0, 20, None]
    assert found.blocks == [[0, 3, "heading", 1]]
