"""Long words are divided or cut, and never make a pane wider than there is room for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.reports.refreshing import RefreshOutcome
from qualtool.ui.panels.elided import ElidedButton
from qualtool.ui.panels.sheet import SheetPage
from qualtool.ui.panels.wrapped import WrappedLabel
from qualtool.ui.report.refreshed_sheet import RefreshedSheet

LONG = "tverrfagligsamarbeidmellomkommunalehelseogomsorgstjenester"


def test_a_word_wider_than_the_pane_is_divided(dressed: QApplication, qtbot: QtBot) -> None:
    label = WrappedLabel(f"Om {LONG} & mer", role="title")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 150
    assert label.heightForWidth(150) > label.heightForWidth(900)
    assert label.text() == label.accessibleName() == f"Om {LONG} & mer"


def test_a_button_is_cut_where_its_name_is_too_long(dressed: QApplication, qtbot: QtBot) -> None:
    button = ElidedButton()
    qtbot.addWidget(button)
    button.show_words(f"A & B {LONG}")
    assert button.minimumSizeHint().width() < 120 < button.sizeHint().width()
    button.resize(120, 24)
    button.show()
    assert button.text().startswith("A && B tv")
    assert button.text().endswith("…")
    button.resize(button.sizeHint())
    assert button.text() == f"A && B {LONG}"


def test_a_sheet_is_as_wide_as_it_was_meant_to_be(dressed: QApplication, qtbot: QtBot) -> None:
    outcome = RefreshOutcome(
        path=Path("oppgave.docx"),
        replaced=(f"Om {LONG}{LONG}",),
        added=(),
        left=(),
        edited=(),
        kept=None,
        cautions=(),
    )
    page = SheetPage(RefreshedSheet(outcome))
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    for label in page.findChildren(WrappedLabel):
        assert label.mapTo(page.sheet, label.rect().topRight()).x() < page.sheet.width()
