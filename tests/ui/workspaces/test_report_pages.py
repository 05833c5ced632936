"""The pages of the report workspace in the window: chosen by tabs, by keys and by the palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qualtool.operations import coding
from qualtool.store.project import Project
from qualtool.ui.drafts.page import QuotationsPage
from qualtool.ui.main_window import MainWindow
from qualtool.ui.workspaces.report import ReportWorkspace
from qualtool.ui.workspaces.report_pages import TABS, ReportPages
from tests.ui.drafts.drafts import run, write
from tests.ui.studies import furnish


@pytest.fixture
def pages(opened: MainWindow) -> ReportPages:
    opened.show_workspace("report")
    found = opened.pages.workspace("report")
    assert isinstance(found, ReportPages)
    return found


def test_each_tab_shows_its_page_and_the_appendix_comes_first(pages: ReportPages) -> None:
    head = pages.header_widget()
    assert head.isVisible()
    assert pages.shown() == "appendix"
    for key, tab in pages._buttons.items():
        QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
        assert pages.shown() == key
        assert pages.page(key).isVisible()
    assert list(pages._buttons) == list(TABS)


def test_what_is_asked_of_the_appendix_reaches_it(pages: ReportPages) -> None:
    assert pages.export == pages.appendix.export
    assert isinstance(pages.appendix, ReportWorkspace)
    with pytest.raises(AttributeError):
        _missing = pages.nothing_of_the_kind
    with pytest.raises(AttributeError):
        _missing = pages.at.nothing_of_the_kind


def test_the_palette_goes_to_the_quotations(opened: MainWindow, pages: ReportPages) -> None:
    opened.show_workspace("coding")
    opened.made["go_quotations"].trigger()
    assert opened.pages.shown() == "report"
    assert pages.shown() == "quotations"
    opened.made["go_appendix"].trigger()
    assert pages.shown() == "appendix"


def test_a_draft_is_checked_beside_the_window_and_its_place_opens_in_the_coding(
    opened: MainWindow, pages: ReportPages, tmp_path: Path, qtbot: QtBot
) -> None:
    assert opened.project is not None
    study = furnish(opened.project)
    page = pages.at.quotations
    assert isinstance(page, QuotationsPage)
    with qtbot.waitSignal(pages.check.checked, timeout=5000):
        page.choose(write(tmp_path))
    assert page.list.table.total() == 4
    assert opened.pages.place() == "4 quotations"
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert opened.pages.shown() == "coding"
    opened.show_workspace("report")
    assert pages.shown() == "quotations"
    assert study.document == page.list.table.rows[0].said[0].document_id


def test_a_page_that_is_not_in_view_catches_up_when_it_is_shown(
    project: Project, dressed: object, qtbot: QtBot, tmp_path: Path
) -> None:
    study = furnish(project)
    pages = ReportPages(project)
    qtbot.addWidget(pages)
    project.listen(pages.on_changes)
    pages.check.job_wished.connect(run)
    page = pages.at.quotations
    assert isinstance(page, QuotationsPage)
    page.choose(write(tmp_path))
    pages.show_page("appendix")
    said = page.list.table.rows[0].said[0]
    with project.edit("apply_code") as session:
        coding.apply(session, study.document, said.start, said.end, [study.habits], coder_id=None)
    pages.show_page("quotations")
    assert "slik gjør vi det her" in page.list.table.rows[0].said[0].codes
