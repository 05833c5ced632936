"""A place that is typed is understood, and one there is not is told kindly."""

from __future__ import annotations

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.core.jumps import Known, offset_of, wanted_place
from qualtool.core.places import Place
from qualtool.core.source import Anchor, Locator, Turn

TEXT = "en\nto\ntre"
KNOWN = Known(
    TEXT,
    (Turn(0, 2, 0, 1000), Turn(3, 5, 1, 5000, 6000), Turn(6, 9, 0, 3_700_000, 3_710_000)),
    (Anchor(7, 3_705_000),),
    (Locator(0, "page", "11"), Locator(3, "page", "12")),
)


@pytest.mark.parametrize(
    ("words", "scheme", "place"),
    [
        ("215", "paragraph", Place("paragraph", "215")),
        (" 215 ", "line", Place("line", "215")),
        ("215", "page", Place("paragraph", "215")),
        ("p. 12", "paragraph", Place("page", "12")),
        ("s.12", "line", Place("page", "12")),
        ("s12", "line", Place("page", "12")),
        ("side12", "line", Place("page", "12")),
        ("l4", "paragraph", Place("line", "4")),
        ("spor", "line", None),
        ("Side xiv", "line", Place("page", "xiv")),
        ("linje 4", "paragraph", Place("line", "4")),
        ("avsnitt 3", "line", Place("paragraph", "3")),
        ("§ 3", "line", Place("paragraph", "3")),
        ("05:12", "line", Place("time", "05:12")),
        ("1:05:12", "line", Place("time", "1:05:12")),
        ("", "line", None),
        ("sted", "line", None),
        ("05:72", "line", None),
    ],
)
def test_a_place_is_understood(words: str, scheme: str, place: Place | None) -> None:
    assert wanted_place(words, scheme) == place


@pytest.mark.parametrize(
    ("kind", "value", "offset"),
    [
        ("paragraph", "1", 0),
        ("paragraph", "3", 6),
        ("line", "2", 3),
        ("page", "12", 3),
        ("time", "0:00", 0),
        ("time", "0:07", 3),
        ("time", "1:01:45", 7),
        ("time", "1:01:48", 7),
    ],
)
def test_a_place_is_where_it_begins(kind: str, value: str, offset: int) -> None:
    assert offset_of(wanted(kind, value), KNOWN) == offset


@pytest.mark.parametrize(
    ("kind", "value", "known", "words"),
    [
        ("paragraph", "4", KNOWN, "There is no paragraph 4; the last is 3."),
        ("paragraph", "0", KNOWN, "There is no paragraph 0; the last is 3."),
        ("line", "9", KNOWN, "There is no line 9; the last is 3."),
        ("page", "99", KNOWN, "There is no page 99; the last is 12."),
        ("page", "1", Known(TEXT), "This document has no page numbers."),
        ("time", "2:00:00", KNOWN, "There is no 2:00:00; the last time is 1:01:50."),
        ("time", "0:07", Known(TEXT), "This document has no times."),
    ],
)
def test_a_place_there_is_not_is_told(kind: str, value: str, known: Known, words: str) -> None:
    with pytest.raises(QualtoolError) as caught:
        offset_of(wanted(kind, value), known)
    assert str(caught.value) == words


def test_a_file_with_lines_of_its_own_is_asked_for_those() -> None:
    known = Known(TEXT, locators=(Locator(0, "line", "100"), Locator(6, "line", "140")))
    assert offset_of(Place("line", "140"), known) == 6


def wanted(kind: str, value: str) -> Place:
    match kind:
        case "page" | "line" | "time":
            return Place(kind, value)
    return Place("paragraph", value)
