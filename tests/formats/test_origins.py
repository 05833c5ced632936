"""Every word of a document can be found where it stood in the file, and what was mended is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualtool import plugins
from qualtool.core.cleaning import CHOOSABLE
from qualtool.core.exchange import Choices
from qualtool.core.source import Source
from tests.formats.checking import check
from tests.formats.word_files import paragraphs

FOLDER = Path(__file__).parents[1] / "data" / "formats"
FILES = sorted(path for path in FOLDER.iterdir() if path.is_file())


def uncovered(source: Source) -> str:
    """The characters of a text that neither the file nor a repair accounts for."""
    left = list(source.text)
    for one in source.origins:
        left[one.start : one.start + one.length] = [""] * one.length
    for repair in source.repairs:
        left[repair.start : repair.end] = [""] * (repair.end - repair.start)
    return "".join(left)


def read(text: str, name: str = "a.txt", left_alone: frozenset[str] = frozenset()) -> Source:
    source = plugins.read(text.encode(), name, choices=Choices(left_alone=left_alone))
    check(source)
    return source


def at_hand(source: Source, words: str) -> str:
    """The raw text around where words stand: they and ten characters before."""
    start = source.text.index(words)
    origin = next(one for one in source.origins if one.start <= start < one.start + one.length)
    raw = origin.raw_start + start - origin.start
    return source.raw[max(0, raw - 10) : raw + len(words)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_word_of_a_fixture_stands_in_its_raw_text(path: Path) -> None:
    source = plugins.read_file(path)
    check(source)
    missing = sum(sign.isalnum() for sign in uncovered(source))
    # Words divided in a PDF, and its notes, which are put last, have no one place there.
    assert missing <= (0.06 * len(source.text) if path.suffix == ".pdf" else 0)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_fixture_can_be_read_with_all_repairs_left_alone(path: Path) -> None:
    source = plugins.read_file(path, choices=Choices(left_alone=CHOOSABLE))
    assert {repair.kind for repair in source.repairs} <= {"signs"}


def test_a_label_is_not_taken_for_the_words_behind_it() -> None:
    source = read("Intervjuer: Intervjuer er jeg.\nInformant: Informant er jeg, ja.\n")
    assert at_hand(source, "Intervjuer er") == "tervjuer: Intervjuer er"
    assert at_hand(source, "Informant er") == "nformant: Informant er"


def test_words_in_a_cue_are_found_behind_tags_and_numbers() -> None:
    text = (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Siri>Siri &amp; 1\ner her</v>\n\n"
        "2\n00:00:02.000 --> 00:00:03.000\n<v Ola>1 og 2</v>\n"
    )
    source = read(text, "a.vtt")
    assert source.text == "Siri & 1 er her\n1 og 2"
    assert at_hand(source, "Siri") == "0\n<v Siri>Siri"
    assert at_hand(source, "1 og 2") == "00\n<v Ola>1 og 2"
    assert at_hand(source, "er her").endswith("1\ner her")


def test_words_in_a_quoted_cell_are_found_in_their_line() -> None:
    said = '"Ja, sa hun, det ""gikk"" bra,\nmente jeg."'
    text = f"Tid,Hvem,Hva\n00:01,Siri,{said}\n00:05,Ola,Ja ja.\n\n00:09,Siri,{said}\n"
    source = plugins.read(text.encode(), "a.csv", reader="table")
    check(source)
    assert at_hand(source, "Ja ja.") == "00:05,Ola,Ja ja."
    last = next(one for one in source.origins if one.start == source.turns[2].start)
    assert last.raw_start == text.rindex("Ja, sa")


def test_what_is_mended_is_told_at_its_place() -> None:
    raw = (
        "Møtet om byg-\r\ngene varte lenge, og alle som var der, sa at det var\r\n"
        "for mange byggene i planen til NAV-\r\nledelsen, slik vi hadde sett\u00a0det.\r\n\r\n"
        "Slutt.\r\n"
    )
    source = read(raw)
    assert source.text == (
        "Møtet om byggene varte lenge, og alle som var der, sa at det var "
        "for mange byggene i planen til NAV-ledelsen, slik vi hadde sett det.\nSlutt."
    )
    assert source.raw == raw
    told = [(one.kind, source.text[one.start - 3 : one.end + 3]) for one in source.repairs]
    assert told == [
        ("hyphens", "byggen"),
        ("line_breaks", "var for"),
        ("hyphens", "AV-led"),
        ("spaces", "ett det"),
    ]


def test_a_kind_that_is_left_alone_is_not_mended() -> None:
    raw = (
        "Det var byg-\ngene på den andre siden av veien som vi\nså på sammen, og byggene var blå.\n"
    )
    assert "byggene på" in read(raw).text
    left = read(raw, left_alone=frozenset({"hyphens"}))
    assert "byg-" in left.text
    apart = read(raw, left_alone=frozenset({"line_breaks"}))
    assert apart.text.count("\n") == 1


def test_a_printed_page_number_names_the_page_an_excerpt_is_on() -> None:
    pages = [f"Her står side {word}.\n\n{number}\n" for number, word in enumerate("abcd", 36)]
    source = read("\f".join(pages))
    assert source.text == "Her står side a.\nHer står side b.\nHer står side c.\nHer står side d."
    assert [(one.offset, one.value) for one in source.locators] == [
        (0, "36"),
        (17, "37"),
        (34, "38"),
        (51, "39"),
    ]


def test_signs_in_a_word_document_are_mended_and_bold_labels_still_found() -> None:
    source = plugins.read(
        paragraphs("Kari:\u00a0Det er fi\u00ad\ufb01nt.", "Ola: Ja.", "Kari: Nei.", "Ola: Jo."),
        "a.docx",
    )
    check(source)
    assert source.text.startswith("Det er fifint.")
    assert source.raw.startswith("Kari:\u00a0Det er fi\u00ad\ufb01nt.\nOla")
    assert [one.kind for one in source.repairs] == ["spaces", "invisible", "ligatures"]
    assert uncovered(source).strip() == ""
