"""What programs write above a transcript is no part of it; what they write in it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import Choices
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


NOSCRIBE = sorted((Path(__file__).parents[1] / "data" / "formats").glob("noscribe-*"))


@pytest.mark.parametrize("path", NOSCRIBE, ids=lambda path: path.name)
def test_noscribes_path_and_title_are_kept_nowhere(path: Path) -> None:
    source = plugins.read_file(path)
    everything = f"{source.raw} {source.text} {source.facts}"
    assert "pptak" not in everything
    assert "title" not in source.facts
    assert source.raw.count("NOTE") == 0
    assert source.facts["recogniser"] == "noscribe"
    assert source.origins


def test_a_transcript_in_json_can_be_shown_in_the_original() -> None:
    plain = '{"segments": [{"start": 0, "end": 2, "text": " På øya."}]}'
    source = plugins.read(plain.encode(), "a.json")
    (origin,) = source.origins
    assert plain[origin.raw_start : origin.raw_start + origin.length] == "På øya."
    escaped = plain.replace("å", "\\u00e5").replace("ø", "\\u00f8")
    other = plugins.read(escaped.encode(), "a.json")
    assert (other.text, other.raw) == ("På øya.", "På øya.")
    assert other.origins


def test_one_segment_of_whisper_is_a_transcript_and_tabs_in_it_are_spaces() -> None:
    source = plugins.read(b"start\tend\ttext\n0\t2000\tHei\tder.\n", "a.tsv")
    check(source)
    assert source.text == "Hei der."
    assert source.turns[0].end_ms == 2000


@pytest.mark.parametrize(
    "name", ["nvivo-nb.docx", "nvivo-nb.tsv", "teams-old-nb.docx", "f4-nb.txt"]
)
def test_only_times_of_one_end_can_be_read_as_of_the_other(name: str) -> None:
    path = NOSCRIBE[0].parent / name
    as_it_is = plugins.read_file(path)
    at_start = plugins.read_file(path, choices=Choices(stamps_at="start"))
    assert (at_start == as_it_is) == (name != "f4-nb.txt")


def test_a_damaged_file_of_otranscribe_is_refused_by_name() -> None:
    for data, key in ((b'{"text": "<p>Ja', "file_damaged"), (b'{"text": ""}', "file_without_text")):
        with pytest.raises(QualtoolError) as refusal:
            plugins.read(data, "samtale.otr", reader="otranscribe")
        assert refusal.value.key == key
        assert "samtale.otr" in str(refusal.value)
