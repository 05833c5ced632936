"""Divided words are written as the document itself writes them."""

from __future__ import annotations

from qualtool.core.cleaning import clean

FILLED = "og det var det de snakket om den dagen, lenge og vel, alle som"


def joined(divided: str, elsewhere: str = "") -> str:
    """The words that a divided word becomes in a text where others stand elsewhere."""
    text = clean(f"{elsewhere}\n\n{FILLED} {divided} {FILLED}\n").text
    return text.rsplit(f"{FILLED} ")[1].split(f" {FILLED}")[0].strip()


def test_capitals_before_the_hyphen_keep_it() -> None:
    assert joined("NAV-\nlederen", "Navlederen og navlederen.") == "NAV-lederen"


def test_a_suspended_hyphen_keeps_its_space() -> None:
    assert joined("barne-\nog ungdomsarbeid") == "barne- og ungdomsarbeid"
    assert joined("barne-\n eller ungdomsarbeid") == "barne- eller ungdomsarbeid"


def test_a_word_that_stands_joined_elsewhere_is_joined() -> None:
    assert joined("kom-\nmunen", "Kommunen sa nei.") == "kommunen"


def test_a_word_that_stands_hyphenated_elsewhere_keeps_the_hyphen() -> None:
    assert joined("e-\nposten", "E-posten kom.") == "e-posten"


def test_what_stands_elsewhere_comes_before_the_majority() -> None:
    soft = "Kommunen bygger. Skolene åpner.\n\nDe sa at kom-\nmunen byg-\nger.\n"
    assert joined("e-\nposten", f"E-posten kom. {soft}") == "e-posten"


def test_where_most_are_soft_the_unknown_ones_are() -> None:
    soft = "Kommunen bygger. Skolene åpner.\n\nDe sa at kom-\nmunen byg-\nger.\n"
    assert joined("sam-\narbeid", soft) == "samarbeid"


def test_the_rest_of_a_word_before_a_colon_is_no_label() -> None:
    assert joined("per-\nsonalmøtet:", "Personalmøtet var i går.") == "personalmøtet:"
    assert joined("per-\nsonalmøtet:") == "per-sonalmøtet:"


def test_a_label_below_broken_off_speech_is_no_rest_of_a_word() -> None:
    for label in ("kari", "int", "informant"):
        text = clean(f"Kari: jeg tenkte at det var-\n{label}: hva da\n").text
        assert f"\n{label}: hva da" in text
    twice = "Dagfrid: og det var-\ndagfrid: ja\n"
    assert "\ndagfrid: ja" in clean(twice).text


def test_in_doubt_the_hyphen_stays() -> None:
    assert joined("sam-\narbeid") == "sam-arbeid"


def test_broken_off_speech_is_no_divided_word() -> None:
    text = "Ola: Jeg ville bare si at jeg ikke tenk-\nKari: Hva?\nOla: Nei, jeg tenk-\nMen så.\n"
    assert clean(text).text == text


def test_a_list_is_not_joined_to_what_stands_above() -> None:
    text = "Punkt en er arbeids-\n- miljø\n- trivsel\n"
    assert clean(text).text == text


def test_a_soft_hyphen_at_the_end_of_a_line_is_always_soft() -> None:
    assert joined("sam\u00ad\narbeid") == "samarbeid"


def test_a_word_divided_by_a_page_is_joined() -> None:
    text = f"Kommunen.\n\n{FILLED} kom-\n\n12\n\f\nmunen {FILLED}\n\n13\n\fMer tekst.\n\n14\n"
    cleaned = clean(text)
    assert "kommunen" in cleaned.text
    assert [one.value for one in cleaned.locators] == ["12", "13", "14"]
