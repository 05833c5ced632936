"""Presentations are read slide by slide, and no shape is joined to another."""

from __future__ import annotations

import pytest

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from tests.formats.checking import check
from tests.formats.slide_files import presentation, shape, slide
from tests.formats.word_files import packed


def read(data: bytes) -> Source:
    source = plugins.read(data, "fil.pptx")
    check(source)
    return source


def test_each_shape_is_a_block_and_each_slide_a_page() -> None:
    source = read(
        presentation(
            slide(shape("Tittelen", kind="title"), shape("vi kom,"), shape("og vi gikk")),
            slide(shape("Slutt"), shape("3", kind="sldNum")),
        )
    )
    assert source.text == "Tittelen\nvi kom,\nog vi gikk\nSlutt"
    assert [(one.offset, one.value) for one in source.locators] == [(0, "1"), (28, "2")]
    assert [(block.kind, block.level) for block in source.blocks] == [("heading", 1)]


def test_notes_stand_below_their_slide() -> None:
    source = read(presentation(slide(shape("A"), notes="Si dette."), slide(shape("B"))))
    assert source.text == "A\nSi dette.\nB"
    assert [block.kind for block in source.blocks] == ["note"]


def test_slides_come_in_the_order_in_which_they_are_shown() -> None:
    slides = [slide(shape(name)) for name in ("En", "To", "Tre")]
    assert read(presentation(*slides, order=[3, 1, 2])).text == "Tre\nEn\nTo"


def test_hidden_slides_and_pictures_are_left_out_and_said_so() -> None:
    source = read(presentation(slide(shape("A"), "<p:pic/>"), slide(shape("B"), hidden=True)))
    assert source.text == "A"
    assert [one.key for one in source.cautions] == ["hidden_left_out", "pictures_left_out"]


def test_tables_are_rows_with_tabs() -> None:
    cell = "<a:tc><a:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></a:txBody></a:tc>"
    table = f"<p:graphicFrame><a:tbl><a:tr>{cell.format('Hva')}{cell.format('Når')}</a:tr></a:tbl>"
    source = read(presentation(slide(table + "</p:graphicFrame>")))
    assert source.text == "Hva\tNår"
    assert source.blocks[0].kind == "table_row"


def test_what_is_broken_or_a_trap_is_refused() -> None:
    whole = presentation(slide(shape("A")))
    trap = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    for data in (
        whole[:-30],
        packed({"ppt/presentation.xml": "<a"}),
        packed({"ppt/presentation.xml": trap}),
        packed({"ppt/presentation.xml": "<a/>", "ppt/slides/slide1.xml": "a" * 30_000_000}),
        packed({"ppt/presentation.xml": "<a/>"}),
    ):
        with pytest.raises(QualtoolError) as refused:
            plugins.read(data, "a.pptx")
        assert "a.pptx" in str(refused.value)
