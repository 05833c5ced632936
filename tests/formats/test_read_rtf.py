"""RTF documents are read as a word processor shows them."""

from __future__ import annotations

import random

import pytest

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from tests.formats.checking import check, read_or_refused

STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\sbasedon0 overskrift 2;}}"


def read(body: str, head: str = r"\ansi\ansicpg1252") -> Source:
    data = f"{{\\rtf1{head}{STYLES}{body}}}".encode("latin-1")
    source = plugins.read(data, "fil.rtf")
    check(source)
    return source


def keys(source: Source) -> list[str]:
    return [caution.key for caution in source.cautions]


def test_letters_are_read_in_each_way_they_can_be_written() -> None:
    assert read(r"r\'f8d gr\u248?t bl\u229\'e5b\'e6r {\emdash} \ldblquote ja\rdblquote").text == (
        "rød grøt blåbær — “ja”"
    )
    assert read("r\xf8d").text == "rød"
    assert read(r"r\'bfd", r"\mac").text == "rød"
    assert read(r"\uc2\u248\'3f\'3fd\uc0\u230 e").text == "ødæe"
    assert read(r"\u-10179?\u-8701?\~ja\_nei og\-så").text == "😃 ja-nei også"


def test_a_font_with_its_own_alphabet_is_read_in_it() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}"
    assert read(fonts + r"\f0 \'e5 {\f1 \'e4\'e0}").text == "å да"


def test_headings_lists_and_tables_are_known() -> None:
    source = read(
        r"\pard\s1 En\par\pard\s2 To\par\pard {\listtext\'b7\tab}Punkt\par"
        r"\pard\intbl A\cell B\par C\cell\row\pard\intbl D\cell E\cell\row\pard Etter\par"
    )
    assert source.text == "En\nTo\nPunkt\nA\tB C\nD\tE\nEtter"
    assert [(block.kind, block.level) for block in source.blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("list_item", 0),
        ("table_row", 0),
        ("table_row", 0),
    ]


def test_footnotes_come_last_and_comments_are_left_out() -> None:
    source = read(
        r"Ord{\super\chftn{\*\footnote\pard\chftn Fotnoten.}} mer"
        r"{\*\atnauthor Noen}{\*\annotation Hva?}.\par Slutt"
    )
    assert source.text == "Ord mer.\nSlutt\n1 Fotnoten."
    assert source.blocks[-1].kind == "note"
    assert keys(source) == ["notes_at_end", "comments_left_out"]


def test_hidden_and_deleted_text_is_left_out_and_said_so() -> None:
    source = read(r"Vi m\'f8tes {\deleted alltid }{\revised aldri}{\v skjult}.")
    assert source.text == "Vi møtes aldri."
    assert keys(source) == ["hidden_left_out", "changes_accepted"]


def test_a_text_box_stands_after_its_paragraph() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt I ramme\par}}{\shprslt dobbelt}}"
    assert read(rf"F\'f8r {box}og etter\par Slutt").text == "Før og etter\nI ramme\nSlutt"


def test_fields_give_their_result_and_pictures_and_heads_nothing() -> None:
    body = (
        r"Se {\field{\*\fldinst HYPERLINK x}{\fldrslt lenken}}{\pict\wmetafile8 00ff00}"
        "{\\pict\\bin4 {{}}}{\\header Hode}."
    )
    assert read(body).text == "Se lenken."


def test_nobody_is_named_and_the_title_is_kept() -> None:
    source = read(r"{\info{\title Et notat}{\author Noen}{\operator En}}Tekst")
    assert source.facts["title"] == "Et notat"
    assert "Noen" not in str(source)


def test_a_transcript_of_f4_has_turns_and_times() -> None:
    source = read(
        r"I: Hvordan begynte det? #00:00:12-4#\par B1: Det begynte sent. #00:01:02-3#\par"
        r" I: Og s\'e5? #00:01:10-0#\par B1: S\'e5 gikk det bra. #00:01:30-0#\par"
    )
    assert [speaker.label for speaker in source.speakers] == ["I", "B1"]
    assert source.turns[1].end_ms == 62_300
    assert source.facts["recogniser"] == "f4"


def test_a_cut_off_document_is_read_with_a_caution_and_broken_ones_end() -> None:
    whole = (r"{\rtf1\ansi En {\b fet} linje\par " + r"{\i mer} \u248?\par " * 40 + "}").encode()
    assert "file_cut_off" in keys(plugins.read(whole[:-40], "a.rtf"))
    chance = random.Random(6)
    for _ in range(200):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 9)):
            broken[chance.randrange(6, len(broken))] = chance.randrange(256)
        read_or_refused(bytes(broken), "a.rtf")


@pytest.mark.parametrize(
    "body",
    [
        b"{" * 200_000,
        b"\\" * 200_000,
        b"{\\*" * 100_000,
        b"\\par" * 100_000,
        b"a\\par " * 60_000,
        b"\\u-1" * 100_000,
        b"\\'f" * 100_000,
        b"\\bin99999999 " * 1000,
        b"{\\footnote " * 3_000,
    ],
)
def test_no_rtf_takes_long(body: bytes) -> None:
    read_or_refused(b"{\\rtf1 a " + body, "a.rtf")


def test_what_is_no_rtf_is_refused_when_it_is_asked_for() -> None:
    with pytest.raises(QualtoolError) as refused:
        plugins.read(b"Hei", "a.rtf", reader="rtf")
    assert refused.value.key == "file_not_rtf"
