"""The pages as they will print: every kind of block, long tables cut, words marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.core import report as model
from qualtool.ui.report.contents_setting import ContentsLine
from qualtool.ui.report.lettering import TABLE, face
from qualtool.ui.report.paper_field import Writable
from qualtool.ui.report.preview import ReportPreview
from qualtool.ui.report.setting import A4, Wished, sheaves
from qualtool.ui.report.table_setting import MOST_CHARACTERS, MOST_ROWS, fitted

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">'
    b'<rect width="200" height="100" fill="#A02D4E"/></svg>'
)


def _table(rows: int, *, words: str = "ord " * 12, landscape: bool = False) -> model.Table:
    return model.Table(
        label="Tabell",
        number=1,
        caption="Utdrag",
        columns=(model.Column("number", "Nr"), model.Column("text", "Utdrag", 5.0)),
        groups=(
            model.Group(
                "Alle",
                tuple(model.Row((model.cell(f"{n}"), model.cell(words))) for n in range(rows)),
            ),
        ),
        landscape=landscape,
    )


def _report(*blocks: model.Block) -> model.Report:
    heading = model.Heading("Utdrag", 1, "Vedlegg 1")
    return model.Report("Utdrag", "nb", (heading, *blocks))


@pytest.fixture
def preview(dressed: QApplication, qtbot: QtBot) -> ReportPreview:
    made = ReportPreview()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.show_parts([1, 2])
    return made


def test_a_long_table_ends_and_says_how_much_is_left(dressed: QApplication) -> None:
    (sheaf,) = sheaves(_report(_table(400)))
    assert sheaf.left_out == 400 - MOST_ROWS
    assert sheaf.pages > 1
    assert sheaf.in_print > 3 * sheaf.pages
    assert f"{sheaf.left_out} rows more" in sheaf.document.toPlainText()


def test_a_very_long_cell_is_cut_after_a_paragraph(dressed: QApplication) -> None:
    paragraph = model.paragraph("ord " * 100)
    many = model.Cell((paragraph,) * 500)
    table = model.Table(
        "Tabell", 1, "Alt", (model.Column("all", "Alt"),), (model.Group("", (model.Row((many,)),)),)
    )
    (sheaf,) = sheaves(_report(table))
    assert len(sheaf.document.toPlainText()) < MOST_CHARACTERS + 1000
    assert "more in the export" in sheaf.document.toPlainText()


def test_a_table_that_lies_has_a_page_that_lies(dressed: QApplication) -> None:
    upright, lying = sheaves(_report(_table(2), _table(2, landscape=True)))
    assert upright.size == A4
    assert lying.size == A4.transposed()


def test_lists_figures_and_margins_are_set(dressed: QApplication) -> None:
    figure = model.Figure("Figur", 1, "Kart", SVG, b"", 200, 100, "Et rødt kart")
    points = model.Text((model.paragraph("Ett"), model.paragraph("To")), style="list")
    line = model.Line("1", "I1", (model.Run("Sagt", tint="rose"),), (model.Mark("kode", "rose"),))
    margined = model.Margined(("Linje", "Hvem", "Tekst", "Koder"), (line,))
    found = sheaves(_report(points, figure, margined))
    words = "\n".join(sheaf.document.toPlainText() for sheaf in found)
    for each in ("Vedlegg 1  Utdrag", "•  Ett", "Figur 1: Kart", "Sagt", "kode", "Hvem"):
        assert each in words


def test_a_figure_is_drawn_in_its_own_colours(preview: ReportPreview) -> None:
    figure = model.Figure("Figur", 1, "Kart", SVG, b"", 400, 200, "Et rødt kart")
    preview.set_part(1, sheaves(_report(figure)))
    picture = preview.grab().toImage()
    shown = {picture.pixelColor(x, y).name() for x in range(0, 800, 9) for y in range(0, 600, 9)}
    assert QColor("#A02D4E").name() in shown


@pytest.mark.parametrize("lines", [0, 4, 12, 24, 40])
@pytest.mark.parametrize("above", [True, False])
def test_a_picture_and_its_caption_stand_on_one_page(
    dressed: QApplication, lines: int, above: bool
) -> None:
    text = model.Text((model.paragraph("Innledning"),) * lines)
    figure = model.Figure(
        "Figur", 2, "Tematisk kart", SVG, b"", 900, 600, "Et kart", caption_above=above
    )
    (sheaf,) = sheaves(_report(text, figure))
    words, layout = sheaf.document, sheaf.document.documentLayout()
    tops = {
        block.text(): int(layout.blockBoundingRect(block).top() // sheaf.size.height())
        for block in map(words.findBlockByNumber, range(words.blockCount()))
    }
    pages = {page for said, page in tops.items() if "Tematisk kart" in said or "\ufffc" in said}
    assert len([said for said in tops if "\ufffc" in said]) == 1
    assert len(pages) == 1
    assert sheaf.pages == max(tops.values()) + 1


def test_no_word_of_a_head_is_divided(dressed: QApplication) -> None:
    titles = ["Definisjon", "Eksempel", "Informanter (n)"]
    measure = QFontMetricsF(face(TABLE, bold=True))
    widths = fitted([5, 5, 0.3], titles, 600)
    assert sum(widths) == pytest.approx(600)
    assert widths[2] > measure.horizontalAdvance("Informanter")
    assert widths[0] == pytest.approx(widths[1], rel=0.1)
    assert fitted([1, 2], ["Nr", "Navn"], 300) == pytest.approx([100, 200])
    assert sum(fitted([1, 1], ["Informanter", "Kodebok"], 20)) == pytest.approx(20)


def test_the_contents_say_the_pages(dressed: QApplication) -> None:
    report = model.Report("Alt", "nb", (model.Heading("Alt", 0), model.Contents("Innhold")))
    lines = (ContentsLine("Vedlegg 1", 1, 2), ContentsLine("Tabell", 0), ContentsLine("T 1", 1))
    (sheaf,) = sheaves(report, Wished(contents=lines))
    assert "Vedlegg 1\t2" in sheaf.document.toPlainText()
    assert "T 1\t" not in sheaf.document.toPlainText()


def test_what_is_in_view_stays_there_when_something_before_it_grows(
    preview: ReportPreview,
) -> None:
    preview.set_part(1, sheaves(_report(_table(2))))
    preview.set_part(2, sheaves(_report(_table(100))))
    preview.go_to(2)
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    before = preview.anchor()
    preview.set_part(1, sheaves(_report(_table(100))))
    after = preview.anchor()
    assert before is not None
    assert after is not None
    assert before[:2] == after[:2]
    assert before[2] == pytest.approx(after[2], abs=2)


def test_the_chosen_part_stays_at_the_top_until_it_is_scrolled(preview: ReportPreview) -> None:
    preview.set_part(2, sheaves(_report(_table(4))))
    preview.go_to(2)
    preview.set_part(1, sheaves(_report(_table(100))))
    anchor = preview.anchor()
    assert anchor is not None
    assert anchor[:2] == (2, 0)
    page, pages = preview.place()
    assert page is not None
    assert page > 2
    assert pages == page


def test_words_are_marked_in_the_text_they_were_found_in(preview: ReportPreview) -> None:
    rows = _table(60, words="Her er NAV nevnt.")
    preview.set_part(1, sheaves(_report(model.Text((model.paragraph("NAV, til slutt."),)), rows)))
    preview.show_parts([1])
    assert preview.mark(1, "NAV", "NAV, til slutt.")
    assert [len(marks) for marks in preview._marks.values()] == [1]
    assert preview.mark(1, "NAV")
    assert [len(marks) for marks in preview._marks.values()] == [61]
    assert not preview.mark(1, "finnes ikke")


def test_a_click_on_the_heading_writes_in_it(preview: ReportPreview, qtbot: QtBot) -> None:
    report = _report(_table(2))
    writable = (Writable("heading", "Utdrag", "Utdrag"), Writable("opening", "", "Ingress"))
    preview.set_part(1, sheaves(report, Wished(hint="Skriv her")), writable)
    box = preview._box_of(1, "heading")
    assert box is not None
    place = QPoint(round(box.left()) + 8, round(box.center().y()) - preview._top())
    QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert preview.field.isVisible()
    assert preview.field.toPlainText() == "Utdrag"
    with qtbot.waitSignal(preview.written) as written:
        QTest.keyClicks(preview.field, "Sitater")
        QTest.keyClick(preview.field, Qt.Key.Key_Return)
    assert written.args == [1, "heading", "Sitater"]


def test_a_click_on_a_page_chooses_its_block(preview: ReportPreview, qtbot: QtBot) -> None:
    preview.set_part(1, sheaves(_report(_table(2))))
    with qtbot.waitSignal(preview.part_pressed) as pressed:
        QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 500))
    assert pressed.args == [1]


def test_larger_pages_are_scrolled_across(preview: ReportPreview, qtbot: QtBot) -> None:
    preview.set_part(1, sheaves(_report(_table(2))))
    assert preview.horizontalScrollBar().maximum() == 0
    preview.set_zoom(2.0)
    assert preview.horizontalScrollBar().maximum() > 0
