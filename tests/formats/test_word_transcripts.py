"""Transcripts in Word documents: from Teams, from Word itself, from older Teams."""

from __future__ import annotations

import pytest

from qualtool import plugins
from qualtool.core.source import Source
from tests.formats.checking import check, on_paper
from tests.formats.word_files import document, paragraph, paragraphs


def read(data: bytes) -> Source:
    source = plugins.read(data, "opptak.docx")
    check(source)
    return source


def said(source: Source) -> list[tuple[str, int | None, str]]:
    return [
        (
            "" if turn.speaker is None else source.speakers[turn.speaker].label,
            turn.start_ms,
            source.text[turn.start : turn.end],
        )
        for turn in source.turns
    ]


TEAMS = [
    ("Siri Haug", 3000, "Hva tenker du om møtene?"),
    ("Svarperson", 11_000, "At de er for lange.\nOg for mange."),
    ("Siri Haug", 3_723_000, "Ja?"),
]


@pytest.mark.parametrize("between", ["\n", "", None])
def test_teams_in_norwegian_is_read_however_the_lines_are_broken(between: str | None) -> None:
    entries = [
        ("Siri Haug   0:03", "Hva tenker du om møtene?"),
        ("Svarperson   0:11", "At de er for lange."),
        ("", "Og for mange."),
        ("Siri Haug   1:02:03", "Ja?"),
    ]
    texts = ["Intervju Test-20260310_101010-Opptak av møte", "10. mars 2026, 10:10a.m."]
    texts += ["47m 23s", "Siri Haug startet transkripsjon"]
    for head, words in entries:
        if between is None or not head:
            texts += [head, words]
        else:
            texts.append(f"{head}{between}{words}")
    texts.append("Siri Haug stoppet transkripsjon")
    source = read(paragraphs(*texts))
    assert said(source) == TEAMS
    assert source.facts == {
        "title": "Intervju Test-20260310_101010-Opptak av møte",
        "date": "2026-03-10",
        "duration_ms": 2_843_000,
        "recogniser": "teams",
    }


def test_teams_in_english_is_read() -> None:
    source = read(
        paragraphs(
            "Check in-Meeting Transcript",
            "15 June 2026, 03:35am",
            "1h 27m 42s",
            "Ann Lee started transcription",
            "Tom Ash   0:03\nSo we begin.",
            "Ann Lee   0:09\nDo we?",
            "Ann Lee   0:12\nDo we really?",
            "Ann Lee stopped transcription",
        )
    )
    assert said(source) == [
        ("Tom Ash", 3000, "So we begin."),
        ("Ann Lee", 9000, "Do we?\nDo we really?"),
    ]
    assert source.facts["date"] == "2026-06-15"
    assert source.facts["duration_ms"] == 5_262_000


def test_a_note_before_the_first_speech_is_kept() -> None:
    source = read(
        paragraphs(
            "Opptak-20260310_101010",
            "10. mars 2026, 10:10",
            "2m",
            "Dette er en merknad fra den som rettet teksten.",
            "Siri Haug   0:03\nHei?",
            "Odd Nes   0:05\nHei.",
        )
    )
    assert source.text.startswith("Dette er en merknad")
    assert source.turns[0].start > 0


def test_older_teams_with_three_lines_is_read() -> None:
    lines = []
    for at, (name, words) in enumerate(
        [("Eva Lund", "Hei, jeg heter Eva."), ("Eva Lund", "Og du?"), ("Jo Berg", "Jo.")]
    ):
        lines += [f"0:0:{at}.0 --> 0:0:{at}.950", name, words]
    source = read(paragraphs(*lines))
    assert said(source) == [("Eva Lund", 0, "Hei, jeg heter Eva. Og du?"), ("Jo Berg", 2000, "Jo.")]
    assert [anchor.ms for anchor in source.anchors] == [0, 1000, 2000]


@pytest.mark.parametrize("order", ["{time} {name}", "{name} {time}", "{name} ({time})"])
def test_words_transcribe_is_read_in_either_order(order: str) -> None:
    entries = [
        ("00:00:00", "Speaker 1", "What is it like?"),
        ("00:00:05", "Speaker 2", "Cold."),
        ("00:01:05", "Speaker 1", "Always?"),
    ]
    texts = ["Audio file", "Intervju1.m4a", "Transcript"]
    for time, name, words in entries:
        texts += [order.format(time=time, name=name), words]
    source = read(paragraphs(*texts))
    assert said(source) == [
        ("Speaker 1", 0, "What is it like?"),
        ("Speaker 2", 5000, "Cold."),
        ("Speaker 1", 65_000, "Always?"),
    ]
    assert source.facts["recogniser"] == "word_transcribe"


def test_words_transcribe_with_times_alone_is_read() -> None:
    source = read(paragraphs("00:00:00", "Ord på linje.", "00:00:05", "Flere ord.", "Og flere."))
    assert said(source) == [("", 0, "Ord på linje."), ("", 5000, "Flere ord.\nOg flere.")]


def test_an_agenda_with_times_is_no_transcript() -> None:
    source = read(paragraphs("Registrering  09:00", "Lunsj  11:30", "Kaffe  14:00", "Slutt  15:30"))
    assert source.turns == ()
    assert "Lunsj  11:30" in source.text


def test_typed_labels_in_a_document_with_headings_and_guide_questions() -> None:
    body = (
        paragraph("Intervju 3", style="Overskrift1")
        + paragraph("1. Hvordan virker dette i praksis?")
        + paragraph("Intervjuer: Hvordan virker det?")
        + paragraph("Informant 3: Det virker ikke.")
        + paragraph("Ikke ennå.")
        + paragraph("Del to", style="Overskrift1")
        + paragraph("Uten taler.")
        + paragraph("Informant 3: Nå virker det.")
    )
    assert on_paper(read(document(body))).split("\n\n", 1)[1] == (
        "heading 1 | Intervju 3\n"
        "| 1. Hvordan virker dette i praksis?\n"
        "Intervjuer | Hvordan virker det?\n"
        "Informant 3 | Det virker ikke.\n"
        "  Informant 3 | Ikke ennå.\n"
        "heading 1 | Del to\n"
        "| Uten taler.\n"
        "Informant 3 | Nå virker det.\n"
    )


def test_a_table_with_known_labels_in_its_first_column_is_speech() -> None:
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(who)}</w:tc><w:tc>{paragraph(words)}</w:tc></w:tr>"
        for who, words in [("Intervjuer", "Hva nå?"), ("Informant 2", "Vi venter.")]
    )
    source = read(document(f"<w:tbl>{rows}</w:tbl>"))
    assert said(source) == [("Intervjuer", None, "Hva nå?"), ("Informant 2", None, "Vi venter.")]
    assert source.blocks == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("March 12, 2024, 10:10AM", "2024-03-12"),
        ("12. mars 2024, 10:10", "2024-03-12"),
        ("12.3.2024 kl. 10.10", "2024-03-12"),
        ("Tuesday March 12, 2024", "2024-03-12"),
    ],
)
def test_dates_of_meetings_are_read(line: str, day: str) -> None:
    source = read(paragraphs("Møtet vårt", line, "Kari Moe   0:03\nHei?", "Ola Lie   0:04\nHei."))
    assert source.facts["date"] == day
    assert source.text == "Hei?\nHei."


def test_an_impossible_date_is_text() -> None:
    source = read(
        paragraphs("Møtet", "32. mars 2024", "Kari Moe   0:03\nHei?", "Ola Lie   0:04\nHei.")
    )
    assert source.text.startswith("Møtet\n32. mars 2024\n")


def test_headings_with_the_names_of_informants_stay_headings() -> None:
    body = "".join(
        paragraph(f"Informant {n}", style="Overskrift1") + paragraph("Hun har vært her lenge.")
        for n in range(1, 4)
    )
    source = read(document(body))
    assert source.speakers == ()
    assert [block.kind for block in source.blocks] == ["heading"] * 3


def test_headings_that_take_turns_are_speakers() -> None:
    body = "".join(
        paragraph(who, style="Overskrift1") + paragraph(words)
        for who, words in [("Intervjuer", "Hva nå?"), ("Informant 2", "Vi venter.")] * 3
    )
    source = read(document(body))
    assert [speaker.label for speaker in source.speakers] == ["Intervjuer", "Informant 2"]
    assert len(source.turns) == 6


def test_the_date_is_taken_from_the_title_where_it_stands_nowhere_else() -> None:
    source = read(
        paragraphs("Møte-20260310_101010-Opptak", "47m 23s", "Kari Moe   0:03\nHei?", "Mer.")
    )
    assert source.text == "Møte-20260310_101010-Opptak\n47m 23s\nKari Moe   0:03\nHei?\nMer."
    texts = ["Møte-20260310_101010-Opptak", "47m 23s", "Kari startet transkripsjon"]
    source = read(paragraphs(*texts, "Kari Moe   0:03\nHei?", "Mer."))
    assert source.text == "Hei?\nMer."
    assert source.facts["date"] == "2026-03-10"
