"""Tables that name who speaks and tell no times are transcripts; other tables are not."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from qualtool import plugins
from qualtool.core.source import Source
from tests.formats.checking import check
from tests.formats.test_label_shapes import WORDS
from tests.formats.test_labels import said


def table(rows: Sequence[Sequence[str]], above: Sequence[str] = ()) -> Source:
    from docx import Document

    document = Document()
    for words in above:
        document.add_paragraph(words)
    made = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(made.add_row().cells, row, strict=True):
            cell.text = words
    held = io.BytesIO()
    document.save(held)
    source = plugins.read(held.getvalue(), "intervju.docx")
    check(source)
    return source


@pytest.mark.parametrize("head", [(), (("Hvem", "Hva som blir sagt"),)])
@pytest.mark.parametrize(
    ("asks", "answers"), [("I", "R"), ("KH", "Lege (2)"), ("Kari Moe", "Ola Vik"), ("I:", "Mor:")]
)
def test_the_first_column_names_who_speaks(
    head: tuple[tuple[str, str], ...], asks: str, answers: str
) -> None:
    turns = [((asks, answers)[n % 2], words) for n, words in enumerate(WORDS)]
    source = table([*head, *turns])
    assert said(source) == [(who.rstrip(":"), words) for who, words in turns]
    assert all(turn.start_ms is None for turn in source.turns)


def test_turns_may_be_numbered_and_an_empty_name_is_the_one_above() -> None:
    rows = [("Nr", "Hvem", "Tekst")]
    rows += [(f"{n + 1}.", ("I", "R")[n % 2], words) for n, words in enumerate(WORDS)]
    rows.append(("", "", "Og slik gikk det."))
    assert said(table(rows))[-1] == ("R", f"{WORDS[-1]}\nOg slik gikk det.")


def test_what_stands_above_the_table_stays_in_the_text() -> None:
    rows = [(("I", "R")[n % 2], words) for n, words in enumerate(WORDS)]
    source = table(rows, ["Intervju 4", "Dato: 3.4.2023"])
    assert source.text.startswith("Intervju 4\nDato: 3.4.2023\n")
    assert source.facts["date"] == "2023-04-03"
    assert said(source) == rows


@pytest.mark.parametrize(
    "rows",
    [
        [("Navn", "Rolle"), ("Kari Nes", "Leder av avdelingen"), ("Ola Vik", "Rådgiver i etaten"),
         ("Per Moe", "Konsulent i firmaet"), ("Siri Lund", "Vikar i høst")],
        [("Sak", "Ansvar"), ("Skrive en rapport", "Kari"), ("Bestille et rom", "Ola"),
         ("Ringe alle sammen", "Kari"), ("Lage en plakat", "Ola"), ("Koke kaffe nok", "Kari")],
        [("Tema", "Funn"), ("Struktur", "Det er lite tid."), ("Struktur", "Rollene er uklare."),
         ("Kultur", "Det er lov å feile."), ("Kultur", "Ingen sier fra."),
         ("Kultur", "Alle er med."), ("Kultur", "Noen er med.")],
        [("09:00", "Velkommen til samlingen"), ("09:15", "Innlegg om samarbeid"),
         ("10:00", "Pause og kaffe"), ("10:15", "Arbeid i grupper")],
    ],
)  # fmt: skip
def test_other_tables_are_no_transcripts(rows: list[tuple[str, str]]) -> None:
    source = table(rows)
    assert not source.turns
    assert [block.kind for block in source.blocks] == ["table_row"] * len(rows)


def test_a_paragraph_without_tabs_goes_on_in_a_text_with_times() -> None:
    text = "".join(
        f"00:00:0{n}\t{('I', 'R')[n % 2]}:\t{words}\n\n" for n, words in enumerate(WORDS)
    )
    source = plugins.read(f"{text}Slik ble det.\n".encode(), "intervju.txt")
    assert [who for who, _words in said(source)] == ["I", "R"] * 3
    assert said(source)[-1][1].endswith("Slik ble det.")
