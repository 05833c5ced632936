"""Whether a quotation is what was said, in every way it may not be."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.quotation_check import Checked, check

INTERVIEW = (
    "Hva tenker du om det nye systemet?\n"
    "Jeg tenker at vi fikk altfor lite opplæring før det ble satt i drift. Det var to timer på en "
    "fredag, og så skulle alle kunne det, liksom. Mandagen etter stod vi der.\n"
    "Og hva skjedde da?\n"
    "Da ringte vi naboavdelinga, for der hadde de en som kunne det – hun reddet oss. Ledelsen så "
    "vi ikke noe til før etter påske, og da var det meste gått seg til.\n"
)
MINUTES = (
    "Gruppa drøftet fristen. Rådgiveren mente at kontrakten burde vært lest av flere før den ble "
    "signert.\nDet ble vedtatt å vente med pilot nummer to til budsjettet er kjent."
)
TEXTS = [(7, INTERVIEW), (9, MINUTES)]


def one(quotation: str) -> Checked:
    return check([quotation], TEXTS)[0]


def passage(checked: Checked) -> str:
    [only] = checked.passages
    return dict(TEXTS)[only.text][only.start : only.end]


@pytest.mark.parametrize(
    "quotation",
    [
        "Det var to timer på en fredag, og så skulle alle kunne det, liksom.",
        "altfor lite opplæring",
        "for der hadde de en som kunne det – hun reddet oss",
        "Det var to timer  på en\nfredag",
        "Mandagen",
        "Mandagen etter stod vi der.\nOg hva skjedde da?",
    ],
)
def test_words_as_they_stand_are_verbatim(quotation: str) -> None:
    checked = one(quotation)
    assert (checked.verdict, checked.score, checked.differences) == ("verbatim", 100.0, ())
    assert passage(checked).split() == quotation.split()


@pytest.mark.parametrize(
    "quotation",
    [
        "det var to timer på en fredag",  # another capital
        "Det var to timer på en fredag og så skulle alle kunne det liksom",
        "hadde de en som kunne det - hun reddet oss",
        "… altfor lite opplæring …",
        "Det var to\u00a0timer på en fredag",
        "[D]a ringte vi naboavdelinga",
        "Det var to timer på en fredag […] skulle alle kunne det",
        "Da ringte vi naboavdelinga (…) hun reddet oss",
        "Da ringte vi naboavdelinga ... hun reddet oss.",
        "Det var to timer […] Mandagen etter stod vi der.",
        "Da ringte vi naboavdelinga, for der hadde de en [kollega] som kunne det",
        "Ledelsen så vi ikke noe til før etter [høytiden], og da var det meste gått seg til",
    ],
)
def test_typography_and_what_is_marked_is_no_change(quotation: str) -> None:
    checked = one(quotation)
    assert (checked.verdict, checked.score, checked.differences) == ("marked", 100.0, ())


@pytest.mark.parametrize(
    ("quotation", "differences"),
    [
        (
            "Jeg mener at vi fikk altfor lite opplæring før det ble satt i drift",
            [("mener", "tenker")],
        ),
        ("Det var to timer på en mandag, og så skulle alle kunne det", [("mandag", "fredag")]),
        ("Det var to timer en fredag, og så skulle alle kunne det", [("", "på")]),
        ("Det var bare to timer på en fredag, og så skulle alle kunne det", [("bare", "")]),
        (
            "Vi fikk altfor dårlig opplæring før alt ble satt i gang",
            [("dårlig", "lite"), ("alt", "det"), ("gang", "drift")],
        ),
        (
            "De mente at kontrakten burde vært lest av flere før den ble underskrevet.",
            [("De", "Rådgiveren"), ("underskrevet", "signert")],
        ),
        (
            "Da ringte vi sjefen […] hun reddet oss",
            [("sjefen", "naboavdelinga")],
        ),
        (
            "Da ringte vi naboavdelinga […] hun berget oss. Ledelsen så vi ikke",
            [("berget", "reddet")],
        ),
        (
            "Da ringte vi naboavdelinga, for der […] noen reddet oss. Ledelsen så vi",
            [("noen", "hun")],
        ),
    ],
)
def test_changed_words_are_told_word_by_word(
    quotation: str, differences: list[tuple[str, str]]
) -> None:
    checked = one(quotation)
    assert checked.verdict == "altered"
    assert [(each.quoted, each.said) for each in checked.differences] == differences
    assert 60 < checked.score < 100


@pytest.mark.parametrize(
    "quotation",
    [
        "Det var to timer på en fredag. Ledelsen så vi ikke noe til før etter påske",
        "altfor lite opplæring før det ble satt i drift, og kontrakten burde vært lest av flere",
        "Mandagen etter stod vi der […] kontrakten burde vært lest av flere før den ble signert",
        "kontrakten burde vært lest av flere, jeg tenker at vi fikk altfor lite opplæring",
    ],
)
def test_words_from_several_places_are_joined(quotation: str) -> None:
    checked = one(quotation)
    assert checked.verdict == "joined"
    assert len(checked.passages) == 2


@pytest.mark.parametrize(
    "quotation",
    [
        "",
        "…",
        "institusjonell logikk",
        "Vi fikk aldri vite hvem som eide prosessen",
        "Endring krever tid, tillit og en ledelse som står i det over år",
        "det var det, og så var det ikke det",
        "Så skulle de",
    ],
)
def test_what_nobody_said_is_not_found(quotation: str) -> None:
    assert one(quotation).verdict == "not_found"


def test_a_passage_said_twice_is_told_so() -> None:
    [checked] = check(["det er jo sånn"], [(1, "Ja, det er jo sånn. Nei, det er jo sånn det er.")])
    assert (checked.verdict, checked.places) == ("verbatim", 2)


def test_the_place_typed_the_same_comes_before_one_with_other_signs() -> None:
    text = "det er, jo sånn\nDet er jo sånn"
    [checked] = check(["Det er jo sånn"], [(1, text)])
    assert checked.verdict == "verbatim"
    assert checked.passages[0].start == text.index("Det")


def test_brackets_that_the_transcript_has_itself_are_its_words() -> None:
    [checked] = check(["ja [latter] det gjorde vi"], [(1, "Vi ja [latter] det gjorde vi alle")])
    assert checked.verdict == "verbatim"


def test_a_project_without_texts_has_said_nothing() -> None:
    assert [each.verdict for each in check(["noe ble sagt her"], [])] == ["not_found"]


WORDS = [
    first + second + third
    for first in ("br", "dr", "fl", "gr", "kn", "sk", "tr", "sl")
    for second in ("a", "e", "i", "o", "u", "ø", "å")
    for third in ("ster", "kelen", "m", "nte", "rdig", "ppen")
]


def made_up(chance: random.Random, count: int) -> list[str]:
    return [chance.choice(WORDS) for _ in range(count)]


@given(st.integers(0, 2**32))
def test_any_row_of_words_is_found_and_any_changed_word_told(seed: int) -> None:
    chance = random.Random(seed)
    words = made_up(chance, 400)
    text = " ".join(words)
    size = chance.randint(10, 40)
    at = chance.randrange(len(words) - size)
    said = words[at : at + size]
    wrong = list(said)
    place = chance.randrange(1, size - 1)
    wrong[place] = "forandret"
    exact, changed = check([" ".join(said), " ".join(wrong)], [(1, text)])
    assert exact.verdict == "verbatim"
    assert changed.verdict == "altered"
    assert [(each.quoted, each.said) for each in changed.differences] == [
        ("forandret", said[place])
    ]
    start, end = changed.passages[0].start, changed.passages[0].end
    assert text[start:end].split() == said


@given(st.integers(0, 2**32))
def test_made_up_words_are_never_found(seed: int) -> None:
    chance = random.Random(seed)
    text = " ".join(made_up(chance, 2_000))
    [checked] = check([" ".join(made_up(chance, chance.randint(8, 30)))], [(1, text)])
    assert checked.verdict == "not_found"


def test_what_may_be_meant_is_told_of_a_quotation_that_was_not_found() -> None:
    checked = one("Ledelsen var nesten helt borte fra alt sammen før etter påske dette året")
    assert checked.verdict == "not_found"
    assert [dict(TEXTS)[each.text][each.start : each.end] for each in checked.near] == [
        "Ledelsen så vi ikke noe til før etter påske"
    ]
    assert one("institusjonell logikk i offentlig forvaltning").near == ()


def test_it_is_told_how_far_the_check_is() -> None:
    told: list[tuple[int, int]] = []
    check(["altfor lite opplæring", "noe helt annet"], TEXTS, lambda *far: told.append(far))
    assert told == [(0, 2), (1, 2)]
