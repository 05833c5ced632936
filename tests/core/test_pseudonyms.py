from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.pseudonyms import Naming, places, pseudonymised, without_names
from qualtool.core.source import Anchor, Block, Locator, Origin, Repair, Source, Speaker, Turn

SIRI = Naming("Siri Haugen", "Informant 1")
JONAS = Naming("Jonas Ekeberg (Gjest)", "Intervjuer")
NAMES = (SIRI, JONAS)


def _replaced(text: str, *names: Naming) -> str:
    return pseudonymised(Source(text, "text"), names or NAMES).text


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Siri Haugen kom.", "Informant 1 kom."),
        ("Hei, Siri.", "Hei, Informant 1."),
        ("Haugen sa det.", "Informant 1 sa det."),
        ("Siris hus", "Informant 1s hus"),
        ("Siri Haugens hus", "Informant 1s hus"),
        ("Siri's house", "Informant 1's house"),
        ("SIRI HAUGEN", "Informant 1"),
        ("siri haugen", "Informant 1"),
        ("Haugen, Siri", "Informant 1"),
        ("Siri K. Haugen", "Informant 1"),
        ("Siri-Haugen", "Informant 1"),
        ("siri.haugen@nordvik.example", "Informant 1@nordvik.example"),
        ("sirihaugen", "Informant 1"),
        ("Jonas’ bil", "Intervjuers bil"),
        ("Siri, Siri!", "Informant 1, Informant 1!"),
        ("Det var Siri. Haugen er bratt.", "Det var Informant 1. Informant 1 er bratt."),
        ("Sirius og Haugene", "Sirius og Haugene"),
        ("den bratte haugen", "den bratte haugen"),
        ("gjest", "gjest"),
    ],
)
def test_every_form_of_a_name_is_replaced_and_no_other_word(said: str, kept: str) -> None:
    assert _replaced(said) == kept


def test_a_pseudonym_that_ends_in_s_takes_an_apostrophe_in_the_genitive() -> None:
    assert _replaced("Siris hus", Naming("Siri", "Jens")) == "Jens’ hus"


def test_a_pseudonym_that_is_a_name_takes_the_capitals_of_the_name() -> None:
    assert _replaced("SIRI!", Naming("Siri", "Anne")) == "ANNE!"


KARI = (Naming("Kari", "Informant 3"), Naming("Nygård", "[navn]"))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Kari Nygård kom.", "Informant 3 kom."),
        ("Kari Nygårds hus", "Informant 3s hus"),
        ("KARI NYGÅRD", "Informant 3"),
        ("Nygård kom.", "[navn] kom."),
        ("kari.nygard@fjell.example", "Informant 3@fjell.example"),
    ],
)
def test_a_known_first_name_with_an_added_surname_is_one_person(said: str, kept: str) -> None:
    assert _replaced(said, *KARI) == kept


def test_two_who_are_known_by_first_names_are_nobody_together() -> None:
    both = (Naming("Anna", "Informant 1"), Naming("Kari", "Informant 2"))
    assert pseudonymised(Source("Anna Kari", "text"), both, unclear="[navn]").text == "[navn]"


def test_initials_in_a_text_are_shown_and_left_until_the_researcher_says_so() -> None:
    found = places("SH sa det. Sh, sh!", (Naming("SH", "Informant 1"),))
    assert [(each.start, each.sure) for each in found] == [(0, False)]


@pytest.mark.parametrize("said", ["Bjørn", "Bjorn", "Bjoern"])
def test_a_name_is_known_without_its_norwegian_letters(said: str) -> None:
    assert _replaced(f"Hei {said}.", Naming("Bjørn Å. Moe", "Informant 2")) == "Hei Informant 2."


def test_names_that_swap_are_replaced_once() -> None:
    swapped = (Naming("Anna", "Kari"), Naming("Kari", "Anna"))
    assert _replaced("Anna og Kari", *swapped) == "Kari og Anna"


def test_a_first_name_of_two_is_the_one_who_speaks_here_or_nobody() -> None:
    both = (SIRI, Naming("Siri Moe", "Informant 2"))
    source = Source("Siri sa det. Siri Moe kom.", "text")
    assert pseudonymised(source, both, unclear="[navn]").text == "[navn] sa det. Informant 2 kom."
    here = pseudonymised(source, both, own=("Siri Haugen",))
    assert here.text == "Informant 1 sa det. Informant 2 kom."


def test_parts_of_two_people_together_are_somebody_else() -> None:
    assert pseudonymised(Source("Siri Ekeberg", "text"), NAMES, unclear="[navn]").text == "[navn]"


def test_a_place_is_left_alone_or_taken_too_when_the_researcher_says_so() -> None:
    source = Source("Siri gikk opp haugen. Siri!", "text")
    first = pseudonymised(source, NAMES, left_alone={0})
    assert first.text == "Siri gikk opp haugen. Informant 1!"
    second = pseudonymised(source, NAMES, taken_too={14})
    assert second.text == "Informant 1 gikk opp Informant 1. Informant 1!"


def test_a_place_that_is_left_alone_stands_in_the_raw_text_too() -> None:
    source = Source("Hei Siri. Siri!", "text", raw="1:02 Hei Siri. Siri!",
                    origins=(Origin(0, 5, 15),))  # fmt: skip
    made = pseudonymised(source, NAMES, left_alone={4})
    assert made.text == "Hei Siri. Informant 1!"
    assert made.raw == "1:02 Hei Siri. Informant 1!"


def test_labels_heads_and_facts_lose_the_name() -> None:
    source = Source(
        "Ja.",
        "docx",
        speakers=(Speaker("Siri Haugen"), Speaker("siri haugen (ekstern)"), Speaker("R")),
        raw="Siri Haugen startet transkripsjon\nSiri Haugen   0:03\nJa.",
        facts={"title": "Møte med SiriHaugen", "duration_ms": 3},
    )
    made = pseudonymised(source, NAMES)
    assert [each.label for each in made.speakers] == ["Informant 1", "Informant 1 (ekstern)", "R"]
    assert made.raw == "Informant 1 startet transkripsjon\nInformant 1   0:03\nJa."
    assert made.facts == {"title": "Møte med Informant 1", "duration_ms": 3}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Intervju_SiriHaugen_2", "Intervju_Informant 1_2"),
        ("opptak-siri_haugen-20240314", "opptak-Informant 1-20240314"),
        ("Samtale Siri", "Samtale Informant 1"),
        ("Samtale", "Samtale"),
    ],
)
def test_a_files_name_loses_the_name(name: str, kept: str) -> None:
    assert without_names(name, NAMES) == kept


def test_nobody_to_replace_changes_nothing() -> None:
    source = Source("Siri", "text", raw="Siri", origins=(Origin(0, 0, 4),))
    assert pseudonymised(source, (Naming("Intervjuer", "I"), Naming("", ""))) == source
    assert without_names("Siri", ()) == "Siri"


WORDS = st.sampled_from(
    ["Siri", "Haugen", "siri", "Siris", "Jonas", "Ekebergs", "og", "så", ".", ",", "K.", "haugen"]
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Turns, stamps, pages and blocks over a text that stands in a raw text, with labels."""
    paragraphs = draw(st.lists(TEXTS.filter(bool), min_size=1, max_size=4))
    turns: list[Turn] = []
    origins: list[Origin] = []
    raw = draw(TEXTS)
    at = 0
    for number, paragraph in enumerate(paragraphs):
        turns.append(Turn(at, at + len(paragraph), number % 2))
        raw += "\nSiri Haugen: "
        origins.append(Origin(at, len(raw), len(paragraph)))
        raw += paragraph
        at += len(paragraph) + 1
    text = "\n".join(paragraphs)
    offsets = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    return Source(
        text,
        "text",
        speakers=(Speaker("Siri Haugen"), Speaker("Jonas Ekeberg")),
        turns=tuple(turns),
        anchors=tuple(Anchor(each, each) for each in offsets),
        locators=tuple(Locator(each, "page", str(each)) for each in offsets),
        blocks=tuple(Block(a, b, "heading", 1) for a, b in pairwise(offsets)),
        raw=raw,
        origins=tuple(origins),
        repairs=tuple(
            Repair("label", o.raw_start - 13, o.raw_start, o.start, o.start) for o in origins
        ),
    )


@given(sources())
def test_every_turn_stamp_and_page_moves_with_the_words(source: Source) -> None:
    made = pseudonymised(source, NAMES)
    for was, now in zip(source.turns, made.turns, strict=True):
        alone = pseudonymised(Source(source.text[was.start : was.end], "text"), NAMES).text
        assert made.text[now.start : now.end] == alone
    for before, after in (
        ([a.offset for a in source.anchors], [a.offset for a in made.anchors]),
        ([a.offset for a in source.locators], [a.offset for a in made.locators]),
        ([a.start for a in source.blocks], [a.start for a in made.blocks]),
    ):
        assert after == sorted(after)
        assert len(after) == len(before)
        assert all(0 <= each <= len(made.text) for each in after)


@given(sources())
def test_no_certain_name_is_left_anywhere(source: Source) -> None:
    made = pseudonymised(source, NAMES)
    for text in (made.text, made.raw, *(each.label for each in made.speakers)):
        assert not [each for each in places(text, NAMES) if each.sure]
        assert "Siri" not in text
        assert "Ekeberg" not in text


@given(sources())
def test_what_stands_word_for_word_in_the_raw_text_still_does(source: Source) -> None:
    made = pseudonymised(source, NAMES)
    for each in made.origins:
        raw = made.raw[each.raw_start : each.raw_start + each.length]
        assert made.text[each.start : each.start + each.length] == raw
    for one, two in pairwise(made.origins):
        assert one.start + one.length <= two.start
        assert one.raw_start + one.length <= two.raw_start
    assert sum(each.length for each in made.origins) == sum(t.end - t.start for t in made.turns)
    for repair in made.repairs:
        assert 0 <= repair.raw_start <= repair.raw_end <= len(made.raw)


@given(TEXTS)
def test_places_are_in_order_and_apart(text: str) -> None:
    found = places(text, NAMES)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(each.start < each.end for each in found)
