"""The shapes that people give labels without a colon, and what looks like them and is none."""

from __future__ import annotations

import pytest

from tests.formats.test_labels import labels, read, said

WORDS = (
    "Kan du si litt om det?",
    "Det viktigste: at vi møtes klokka 10:30.",
    "Mm.",
    "Han sa: nei. Og jeg sa: jo.",
    "Hva gjorde dere da?",
    "Vi fortsatte, slik vi pleier.",
)
SHAPES = ("{who} - {words}", "{who} – {words}", "[{who}] {words}")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("answers", ["Lege (2)", "Kari N.", "OM", "Rektor", "Ola Vik", "Lærer 2"])
@pytest.mark.parametrize("asks", ["Intervjuer", "KH", "Kari Moe"])
def test_labels_stand_before_dashes_and_in_brackets(shape: str, asks: str, answers: str) -> None:
    turns = [((asks, answers)[n % 2], words) for n, words in enumerate(WORDS)]
    source = read("\n\n".join(shape.format(who=who, words=words) for who, words in turns))
    assert said(source) == turns


@pytest.mark.parametrize("shape", ["{who}. {words}", "{who}) {words}", "{who}/ {words}",
                                   "{who}; {words}", "{who}> {words}", "<{who}> {words}",
                                   "{n} {who}: {words}", "{n}. {who}: {words}"])  # fmt: skip
@pytest.mark.parametrize(("asks", "answers"), [("A", "B"), ("I", "R1"), ("INT", "INF")])
def test_initials_stand_before_other_signs_and_behind_numbers(
    shape: str, asks: str, answers: str
) -> None:
    turns = [((asks, answers)[n % 2], words) for n, words in enumerate(WORDS)]
    source = read(
        "\n".join(
            shape.format(n=n + 1, who=who, words=words) for n, (who, words) in enumerate(turns)
        )
    )
    assert said(source) == turns


@pytest.mark.parametrize("label", ["Marit Aa. Vik", "Chr. Moe", "Dr. Vik", "J. H. Nes"])
def test_a_name_may_be_shortened_with_a_full_stop(label: str) -> None:
    turns = [((label, "Intervjuer")[n % 2], words) for n, words in enumerate(WORDS)]
    assert said(read("\n".join(f"{who}: {words}" for who, words in turns))) == turns


def test_a_name_on_its_own_line_counts_as_others_on_theirs_do() -> None:
    turns = [(("Intervjuer", "Lege (2)")[n % 2], words) for n, words in enumerate(WORDS)]
    assert said(read("\n".join(f"{who}\n{words}" for who, words in turns))) == turns


@pytest.mark.parametrize(
    "text",
    [
        "A. Telt\nB. Sovepose\nC. Mat\n\nA. Kart\nB. Kompass\nC. Kniv\n\nA. Lykt\nB. Tau\nC. Øks",
        "Kari Nes - leder\nOla Vik - rådgiver\nPer Moe - konsulent\nSiri Lund - vikar",
        "Samskaping: At folk løser noe.\nMedvirkning: Å bli hørt.\nKapasitet: Tid.\nStyring: Makt.",
        "Mandag: Jobb.\nTirsdag: Regn.\nMandag: Mer jobb.\nTirsdag: Mer regn.\nMandag: Fri.",
        "Fremmere: Tid.\nHemmere: Rot.\nFremmere: Ledelse.\nHemmere: Avstand.\nFremmere: Ro.",
        "Spørsmål 1: Hvor bor du?\nSpørsmål 2: Hva gjør du?\nSpørsmål 3: Hvorfor det?",
        "Deltakere\nKH, universitetet\nOM, kommunen\n\nPlan A - vente\nPlan B - reise",
    ],
)  # fmt: skip
def test_lists_and_headings_are_nobodys_speech(text: str) -> None:
    assert labels(read(text)) == []


def test_a_word_that_a_broken_line_begins_with_is_no_label() -> None:
    turn = (
        "Informant 4: Ja, jeg har vært her lenge, og sjefen vår den gangen sa alltid det\n"
        "samme: nei, det går ikke, og da ble det heller ikke noe mer ut av akkurat den\n"
        "saken.\nIntervjuer: Mm, det skjønner jeg godt, og så gikk dere altså bare hjem igjen den\n"
        "dagen?\n"
    )
    assert labels(read(turn * 4)) == ["Informant 4", "Intervjuer"]


def test_times_may_be_written_with_full_stops_and_dates_are_no_times() -> None:
    lines = [f"00.0{n}.31 {('I', 'R')[n % 2]}: {words}" for n, words in enumerate(WORDS)]
    source = read("\n".join(lines))
    assert said(source) == [(("I", "R")[n % 2], words) for n, words in enumerate(WORDS)]
    assert [turn.start_ms for turn in source.turns] == [60_000 * n + 31_000 for n in range(6)]
    diary = read("03.04.23 Regn hele dagen.\n04.04.23 Opphold.\n05.04.23 Regn igjen.")
    assert diary.text.startswith("03.04.23 Regn")
    assert not diary.turns


def test_a_name_may_have_a_firm_behind_it() -> None:
    turns = [(("Ola Moe | Firma AS", "Nes, Siri")[n % 2], words) for n, words in enumerate(WORDS)]
    assert said(read("\n".join(f"{who}: {words}" for who, words in turns))) == turns
