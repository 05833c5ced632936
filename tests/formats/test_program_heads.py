"""What programs write above a transcript is no part of it, and notes of one's own are."""

from __future__ import annotations

from qualtool import plugins
from tests.formats.checking import check
from tests.formats.word_files import paragraphs


def test_the_name_of_a_recording_does_not_stand_in_the_text() -> None:
    texts = ("Lydfil", "Opptak av Odd Nes 14.3.2024.m4a", "Avskrift", "Taler 1", "Hvem kom?")
    source = plugins.read(paragraphs(*texts, "Taler 2", "Ingen.", "Taler 1", "Nei?"), "a.docx")
    check(source)
    assert source.text == "Hvem kom?\nIngen.\nNei?"
    assert source.facts == {"recogniser": "word_transcribe", "date": "2024-03-14"}


def test_a_recording_named_below_a_sentence_takes_nothing_along() -> None:
    text = "Dette er mitt eget notat om opptaket.\nopptak.wav\nI: Hvem kom?\nR: Ingen."
    source = plugins.read(text.encode(), "a.txt")
    assert source.text == "Dette er mitt eget notat om opptaket.\nHvem kom?\nIngen."


def test_atrains_first_line_goes_and_its_kind_is_noted() -> None:
    text = "Transcription for Odd Nes\n\nSPEAKER_00\n[00:00:03] - Hvem kom?\n\nSPEAKER_01\nIngen.\n"
    source = plugins.read(text.encode(), "a.txt")
    check(source)
    assert source.text == "Hvem kom?\nIngen."
    assert source.facts["recogniser"] == "atrain"
    assert [turn.start_ms for turn in source.turns] == [3000, None]


def test_paragraphs_under_a_time_without_a_name_are_one_turn() -> None:
    text = "0:15  \nHvem kom?\nIngen.\n\n0:31  \nNei?\n\n0:42  \nNei.\n"
    source = plugins.read(text.encode(), "a.txt")
    check(source)
    said = [source.text[turn.start : turn.end] for turn in source.turns]
    assert said == ["Hvem kom?\nIngen.", "Nei?", "Nei."]
