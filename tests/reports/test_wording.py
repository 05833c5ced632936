from __future__ import annotations

from dataclasses import replace

import pytest

from qualtool.core.report import plain
from qualtool.reports import wording
from qualtool.store.rows import ExcerptRow
from tests.reports.test_quotable import excerpt

SAID: ExcerptRow = replace(
    excerpt(0, 4), text=" Vi har møte om møta. ", case="Informant 3", speaker="Kari Nordmann"
)


def quoted(row: ExcerptRow, attribution: str, language: str = "nb", spoken: str = "") -> str:
    pair = wording.marks(None, language)
    return plain(
        wording.quotation(row, language=language, spoken=spoken, pair=pair, attribution=attribution)
    )


@pytest.mark.parametrize(
    ("count", "language", "said"),
    [
        (7, "nb", "7"),
        (12345, "nb", "12\u202f345"),
        (1234567, "nn", "1\u202f234\u202f567"),
        (12345, "en", "12,345"),
    ],
)
def test_numbers_are_written_as_the_language_does(count: int, language: str, said: str) -> None:
    assert wording.number(count, language) == said
    assert wording.count_cell(count, language).value == count
    assert plain(wording.count_cell(count, language)) == said


@pytest.mark.parametrize(
    ("chosen", "language", "pair"),
    [
        (None, "nb", ("«", "»")),
        (None, "nn", ("«", "»")),
        (None, "en", ("“", "”")),
        ("“”", "nb", ("“", "”")),
        ("«»", "en", ("«", "»")),
    ],
)
def test_quotation_marks_follow_the_language_unless_chosen(
    chosen: str | None, language: str, pair: tuple[str, str]
) -> None:
    assert wording.marks(chosen, language) == pair


def test_a_quotation_says_as_much_of_its_origin_as_may_be_said() -> None:
    assert quoted(SAID, "none") == "«Vi har møte om møta.»"
    assert quoted(SAID, "pseudonym") == "«Vi har møte om møta.» (Informant 3)"
    assert quoted(SAID, "place") == "«Vi har møte om møta.» (Informant 3, avsnitt 1)"


def test_a_quotation_nobody_is_known_to_have_said_names_its_document_at_most() -> None:
    nobody = replace(SAID, case="")
    assert quoted(nobody, "pseudonym") == "«Vi har møte om møta.»"
    assert quoted(nobody, "place") == "«Vi har møte om møta.» (Intervju 1, avsnitt 1)"


def test_a_speakers_label_is_never_shown_because_it_may_be_a_real_name() -> None:
    for attribution in ("none", "pseudonym", "place"):
        assert "Kari" not in quoted(replace(SAID, case=""), attribution)
    assert wording.informant(replace(SAID, case=""), "nb") == ""
    assert wording.informant(replace(SAID, case="", role="interviewer"), "en") == "Interviewer"


def test_the_edited_form_is_shown_where_there_is_one() -> None:
    assert wording.quoted_words(replace(SAID, display_text="Møte […]")) == "Møte […]"
    assert wording.quoted_words(replace(SAID, display_text="  ")) == "Vi har møte om møta."


def test_a_quotation_says_the_language_it_was_spoken_in() -> None:
    found = wording.quotation(
        SAID, language="nb", spoken="nn", pair=("«", "»"), attribution="pseudonym"
    )
    assert [run.language for run in found.runs] == ["nn", ""]


def test_the_source_says_the_document_and_the_place() -> None:
    assert wording.source(SAID) == "Intervju 1, avsnitt 1"


def test_counts_of_excerpts_and_informants_go_together() -> None:
    assert wording.how_many(34, 6, "en") == "34 excerpts · 6 informants"
    assert wording.how_many(1, 1, "en") == "1 excerpt · 1 informant"
    assert wording.how_many(2, 0, "en") == "2 excerpts"


@pytest.mark.parametrize("edited", ["Vi […] møta.", "Vi [i etaten] har møte.", "Vi (…) møta."])
def test_the_marks_of_edited_quotations_are_explained(edited: str) -> None:
    assert "words have been left out" in wording.edits_note(
        [SAID, replace(SAID, display_text=edited)], "en"
    )


def test_nothing_is_explained_where_nothing_was_edited() -> None:
    assert wording.edits_note([SAID, replace(SAID, display_text="Kortere (litt).")], "en") == ""
