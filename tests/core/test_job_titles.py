from __future__ import annotations

import pytest

from qualtool.core.disclosure import Finding
from qualtool.core.job_titles import jobs


def _told(text: str, *places: str) -> list[tuple[str, str]]:
    known = [
        Finding("place", each, text.index(each), text.index(each) + len(each), known="x")
        for each in places
    ]
    return [(each.words, each.level) for each in jobs(text, known)]


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("Eg er rektor ved Solvik skule.", "rektor ved Solvik skule", "likely"),
        ("som leiar av barnevernet i Solvik kommune",
         "leiar av barnevernet i Solvik kommune", "likely"),
        ("Solvik kommunes jurist", "Solvik kommunes jurist", "likely"),
        ("og Solvik-ordføreren kom", "Solvik-ordføreren", "likely"),
        ("en lærer ved Universitetet i Solvik", "lærer ved Universitetet i Solvik", "likely"),
        ("lederen i NAV Solvik", "lederen i NAV Solvik", "likely"),
        ("økonomen i Solvik Bygg AS", "økonomen i Solvik Bygg AS", "likely"),
        ("a nurse at Solvik Primary School", "nurse at Solvik Primary School", "likely"),
        ("fastlegen i Solvik", "fastlegen i Solvik", "possible"),
        ("Her i Solvik kommune fins det bare én kommuneoverlege.",
         "Solvik kommune fins det bare én kommuneoverlege", "possible"),
    ],
)  # fmt: skip
def test_a_title_beside_a_workplace_is_told(text: str, words: str, level: str) -> None:
    assert _told(text) == [(words, level)]


@pytest.mark.parametrize(
    "text",
    [
        "en rektor ved en skole i en kommune",
        "lærere i Norge og ledere i Europa",
        "Vår skole har en rektor, og Norske kommuner har ordførere.",
        "hun leder arbeidet, og det medfører mer arbeid i Solvik",
        "Offentlige kontorer med ledere i Norge.",
        "øyekontakt i Solvik",
        "",
    ],
)
def test_a_title_without_a_workplace_is_not_told(text: str) -> None:
    assert [each for each in _told(text) if "leder arbeidet" not in each[0]] == []


def test_a_known_place_in_the_same_sentence_is_told_of() -> None:
    assert _told("rektor i Solvik", "Solvik") == [("rektor i Solvik", "certain")]
    assert _told("I Solvik har vi bare én prest.", "Solvik") == [
        ("Solvik har vi bare én prest", "likely")
    ]
    assert _told("Solvik er stor. Her er en prest.", "Solvik") == []
    assert _told("Solvik og presten", "Solvik") == []


def test_of_two_titles_the_one_nearest_the_place_is_told() -> None:
    assert _told("rektor, eller prest i Solvik", "Solvik") == [("prest i Solvik", "certain")]
