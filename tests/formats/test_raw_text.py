from __future__ import annotations

from io import BytesIO

import docx

from qualtool.formats.raw_text import LONGEST, raw_text


def test_labels_and_stamps_are_shown_as_they_stand_in_the_file() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Siri Haug>Ja, på lørdag.</v>\n"
    assert raw_text(text.encode(), "a.vtt") == text


def test_a_word_document_is_shown_by_its_paragraphs() -> None:
    document = docx.Document()
    document.add_paragraph("Intervjuer: Hva så?")
    document.add_paragraph("Informant 3: Så ble det stille.")
    held = BytesIO()
    document.save(held)
    shown = raw_text(held.getvalue(), "a.docx")
    assert shown == "Intervjuer: Hva så?\nInformant 3: Så ble det stille."


def test_the_encoding_the_file_was_read_in_is_used() -> None:
    assert raw_text("på".encode("mac-roman"), "a.txt", encoding="mac-roman") == "på"


def test_what_is_no_text_shows_nothing() -> None:
    assert raw_text(b"", "a.txt") == ""
    assert raw_text(b"\x00\x01\x02" * 500, "a.txt") == ""
    assert raw_text(b"PK\x03\x04 broken", "a.docx") == ""


def test_only_the_beginning_of_a_long_file_is_shown() -> None:
    assert len(raw_text(b"ja " * LONGEST, "a.txt")) == LONGEST
