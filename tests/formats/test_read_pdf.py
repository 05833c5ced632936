"""PDF documents are read as they are meant: in order, without furniture, with their pages."""

from __future__ import annotations

import random
import time
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from qualtool.formats import sizes
from tests.formats.checking import check, read_or_refused
from tests.formats.pdf_files import Placed, paragraph, pdf

ONE = (
    "Gruppen hadde møttes i to år før noen spurte hva",
    "den var til for. Ingen hadde et godt svar på det, og",
    "det gikk enda et halvt år før saken kom opp igjen.",
)
TWO = (
    "Da var det leder for et av kontorene som tok den",
    "opp, og denne gangen ble det skrevet ned hvem som",
    "skulle gjøre hva til neste gang.",
)


def read(data: bytes) -> Source:
    source = plugins.read(data, "fil.pdf")
    check(source)
    return source


def refused(data: bytes) -> str:
    with pytest.raises(QualtoolError) as caught:
        plugins.read(data, "fil.pdf")
    assert "“fil.pdf”" in str(caught.value)
    return caught.value.key


def keys(source: Source) -> list[str]:
    return [caution.key for caution in source.cautions]


def column(left: float, top: float, name: str, count: int) -> list[Placed]:
    lines = [f"{name} nummer {n} går til enden av spalten her" for n in range(count)]
    return paragraph(left, top, *lines)


def test_lines_are_joined_to_paragraphs_and_gaps_part_them() -> None:
    source = read(pdf(paragraph(70, 700, *ONE) + paragraph(70, 640, *TWO)))
    assert source.text == " ".join(ONE) + "\n" + " ".join(TWO)


def test_divided_words_are_joined_as_the_document_writes_them() -> None:
    lines = ("Arbeidsgruppen la fram en plan, og så var arbeids-", "gruppen ferdig med den saken.")
    assert read(pdf(paragraph(70, 700, *lines))).text.endswith(
        "arbeidsgruppen ferdig med den saken."
    )


def test_columns_are_read_one_after_the_other_under_a_title_across_both() -> None:
    title = [(70.0, 760.0, 20.0, "En tittel som går over begge spaltene på siden")]
    mixed = column(70, 700, "Venstre", 12) + column(320, 700, "Høyre", 12)
    random.Random(4).shuffle(mixed)
    words = read(pdf(title + mixed)).text
    assert words.startswith("En tittel")
    assert words.index("Venstre nummer 11") < words.index("Høyre nummer 0")


def test_a_table_is_left_as_it_stands_and_said_so() -> None:
    rows = [
        (left, 700.0 - 20 * n, 11.0, f"{word} {n}")
        for n in range(6)
        for left, word in ((70.0, "Møte"), (250.0, "Dag"), (400.0, "Tall"))
    ]
    source = read(pdf(rows))
    assert source.text.startswith("Møte 0\tDag 0\tTall 0\n")
    assert {block.kind for block in source.blocks} == {"table_row"}
    assert "tables_uncertain" in keys(source)


def test_heads_and_page_numbers_go_and_the_printed_number_names_the_page() -> None:
    pages = [
        [
            (70.0, 800.0, 9.0, "Rapport om noe"),
            (290.0, 40.0, 9.0, str(n + 7)),
            *paragraph(70, 700, f"Side begynner med dette, gang {'abcdef'[n]}.", *ONE),
        ]
        for n in range(5)
    ]
    source = read(pdf(*pages))
    assert "Rapport" not in source.text
    assert [locator.value for locator in source.locators] == ["7", "8", "9", "10", "11"]
    begun = [source.text[locator.offset :][:14] for locator in source.locators]
    assert begun == ["Side begynner "] * 5
    assert "furniture_lifted" in keys(source)


def test_heads_stay_when_pages_are_to_be_left_alone() -> None:
    from qualtool.core.exchange import Choices

    pages = [[(70.0, 800.0, 9.0, "Rapport"), *paragraph(70, 700, *ONE)] for _ in range(4)]
    kept = plugins.read(pdf(*pages), "a.pdf", choices=Choices(left_alone=frozenset(["pages"])))
    assert kept.text.count("Rapport") == 4


def test_a_sentence_goes_on_over_a_page_and_knows_where_the_page_begins() -> None:
    first = paragraph(70, 200, "Gruppen hadde møttes i to år før noen spurte hva den var")
    then = paragraph(70, 700, "til for, og ingen svarte.")
    source = read(pdf(first, then))
    assert (
        source.text == "Gruppen hadde møttes i to år før noen spurte hva den var til for, og "
        "ingen svarte."
    )
    assert source.text[source.locators[1].offset :] == "til for, og ingen svarte."


def test_footnotes_come_last_and_their_marks_go() -> None:
    body = paragraph(70, 700, *ONE)
    mark = [(70.0, 640.0, 11.0, "Slik sa de det selv"), (168.0, 645.0, 6.0, "1")]
    after = [(180.0, 640.0, 11.0, "den gangen.")]
    note = [(70.0, 80.0, 6.0, "1"), (75.0, 78.0, 8.0, "Fra et intervju.")]
    source = read(pdf(body + mark + after + note))
    assert source.text.split("\n")[-1] == "1 Fra et intervju."
    assert source.blocks[-1].kind == "note"
    assert "selv1" not in source.text
    assert "notes_at_end" in keys(source)


def test_larger_letters_are_headings_by_their_size() -> None:
    large = [(70.0, 780.0, 20.0, "Hele rapporten"), (70.0, 740.0, 15.0, "Et kapittel")]
    source = read(pdf(large + paragraph(70, 700, *ONE)))
    assert [(block.kind, block.level) for block in source.blocks] == [
        ("heading", 1),
        ("heading", 2),
    ]


def test_a_transcript_in_a_pdf_has_its_turns() -> None:
    says = [f"{'I' if n % 2 == 0 else 'B'}: Dette er replikk nummer {n}." for n in range(8)]
    source = read(pdf(*[paragraph(70, 700, *says)]))
    assert [speaker.label for speaker in source.speakers] == ["I", "B"]
    assert len(source.turns) == 8


def test_scanned_pages_are_refused_and_empty_ones_among_others_are_not() -> None:
    assert refused(pdf([])) == "pdf_without_text"
    assert read(pdf([], paragraph(70, 700, *ONE))).locators[0].value == "2"


def test_a_protected_pdf_says_so() -> None:
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>"
    lock += f"/ID[<{'00' * 16}><{'00' * 16}>]"
    assert refused(pdf(paragraph(70, 700, *ONE), trailer=lock)) == "file_is_encrypted"


def test_streams_that_unpack_without_end_are_refused_at_once() -> None:
    bomb = zlib.compress(b" " * 60_000_000)
    begun = time.perf_counter()
    assert refused(pdf([], packed=bomb)) == "file_unpacks_too_large"
    assert refused(pdf([], packed=zlib.compress(bomb))) in ("file_unpacks_too_large",)
    assert time.perf_counter() - begun < 5


def test_thousands_of_pages_are_refused() -> None:
    begun = time.perf_counter()
    assert refused(pdf(*[[] for _ in range(sizes.PDF_PAGES + 1)])) == "file_too_long"
    assert time.perf_counter() - begun < 5


def test_a_cut_off_or_broken_pdf_is_read_or_refused() -> None:
    whole = pdf(paragraph(70, 700, *ONE), paragraph(70, 700, *TWO))
    chance = random.Random(5)
    for cut in range(5, len(whole), 97):
        read_or_refused(whole[:cut], "fil.pdf")
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        read_or_refused(bytes(broken), "fil.pdf")


def test_several_threads_may_read_at_once() -> None:
    files = [pdf(paragraph(70, 700, *ONE, f"Fil nummer {n}.")) for n in range(12)]
    with ThreadPoolExecutor(4) as threads:
        texts = list(threads.map(lambda data: plugins.read(data, "a.pdf").text, files))
    assert [text[-14:].strip() for text in texts] == [
        f"Fil nummer {n}."[-14:].strip() for n in range(12)
    ]
