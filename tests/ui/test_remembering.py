"""Where the researcher was in each project is kept on the computer, for the newest projects."""

from __future__ import annotations

from qualtool import settings
from qualtool.ui import remembering
from qualtool.ui.remembering import Place, Spot


def test_a_spot_is_found_again() -> None:
    remembering.keep("abc", Spot("themes", 17))
    remembering.keep("def", Spot("report"))
    assert remembering.spot_in("abc") == Spot("themes", 17)
    assert remembering.spot_in("def") == Spot("report", None)


def test_a_project_never_seen_opens_in_the_coding() -> None:
    assert remembering.spot_in("new") == Spot("coding", None)


def test_what_makes_no_sense_is_as_if_never_kept() -> None:
    settings.change(layout={"spot:abc": "kitchen:x", "spot:def": "coding:x"})
    assert remembering.spot_in("abc") == Spot()
    assert remembering.spot_in("def") == Spot()


def test_the_oldest_of_many_are_forgotten_and_other_layout_is_kept() -> None:
    settings.change(layout={"panes": "1,2,3"})
    for number in range(remembering.MOST + 5):
        remembering.keep(f"p{number}", Spot("themes", number))
    layout = settings.load().layout
    assert layout["panes"] == "1,2,3"
    assert len(layout) == remembering.MOST + 1
    assert remembering.spot_in("p0") == Spot()
    assert remembering.spot_in(f"p{remembering.MOST + 4}") == Spot("themes", remembering.MOST + 4)


def test_the_draft_that_was_checked_is_found_again_and_the_oldest_forgotten() -> None:
    for number in range(remembering.MOST + 5):
        remembering.keep_draft(f"p{number}", f"/drafts/{number}.docx")
    assert remembering.draft_in("p0") == ""
    assert remembering.draft_in(f"p{remembering.MOST + 4}").endswith(".docx")
    remembering.keep_draft(f"p{remembering.MOST + 4}", "")
    assert remembering.draft_in(f"p{remembering.MOST + 4}") == ""


def test_places_are_found_again_and_the_oldest_documents_forgotten() -> None:
    many = remembering.MOST_PLACES + 3
    remembering.keep_places("abc", {number: Place(number, 2, -3) for number in range(many)})
    kept = remembering.places_in("abc")
    assert list(kept) == list(range(3, many))
    assert kept[many - 1] == Place(many - 1, 2, -3)
    assert remembering.places_in("def") == {}


def test_places_that_make_no_sense_are_as_if_never_kept() -> None:
    settings.change(layout={"places:abc": "1:2,3;;x:1,2,3;4:5,6,7;8:-1,2,3"})
    assert remembering.places_in("abc") == {4: Place(5, 6, 7)}
