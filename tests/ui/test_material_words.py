from __future__ import annotations

import pytest

from qualtool import i18n
from qualtool.core.source import Source
from qualtool.operations.documents import KINDS as STORED_KINDS
from qualtool.ui.material_words import (
    KINDS,
    counted,
    date_kept,
    format_name,
    interviewer_label,
    kind_name,
    language_name,
    minutes,
    recognised_as,
    short_date,
)
from tests.ui.rows import document


def test_every_kind_that_can_be_stored_has_a_word() -> None:
    assert set(KINDS) == set(STORED_KINDS)
    assert kind_name("focus_group") == "Focus group"


def test_what_has_no_word_is_shown_by_its_key() -> None:
    assert (kind_name("diary"), language_name("se"), format_name("epub")) == ("diary", "se", "epub")


@pytest.mark.parametrize(
    ("recogniser", "format", "words"),
    [("teams", "vtt", "Teams · VTT"), ("labels", "docx", "Word"),
     ("whisperx", "srt", "Whisper · SRT")],
)  # fmt: skip
def test_a_file_is_recognised_by_program_and_format(
    recogniser: str, format: str, words: str
) -> None:
    assert recognised_as(Source("", format, facts={"recogniser": recogniser})) == words


@pytest.mark.parametrize(
    ("written", "kept"),
    [("10. mars 2026", "2026-03-10"), ("10.3.2026", "2026-03-10"), ("mars 2026", "mars 2026"),
     ("4.–5.11.2021", "4.–5.11.2021"), ("", ""), ("i fjor", "i fjor")],
)  # fmt: skip
def test_a_day_is_kept_by_its_number_and_anything_vaguer_as_written(
    written: str, kept: str
) -> None:
    assert date_kept(written) == kept


def test_a_day_is_shown_in_the_programs_language() -> None:
    assert short_date("2024-03-14") == "14 Mar 2024"
    i18n.set_language("nb")
    assert short_date("2024-03-14") == "14.3.2024"
    assert short_date("høsten 2023") == "høsten 2023"
    assert counted(12345) == "12\u202f345"


def test_a_length_is_said_in_minutes_and_never_as_none() -> None:
    assert minutes(document(1, "A", duration_ms=20_000)) == "1 min"
    assert minutes(document(1, "A")) == ""


def test_who_asks_is_called_so_in_the_language_of_the_text() -> None:
    assert [interviewer_label(code) for code in ("nb", "nn", "en", "other")] == [
        "Intervjuer",
        "Intervjuar",
        "Interviewer",
        "Interviewer",
    ]
