"""The findings in the real window: written, quoted, moved and taken away by keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from qualtool.analysis.findings import findings
from qualtool.operations import coding, themes
from qualtool.store.project import Project, open_project
from qualtool.ui.dragging import mime_of_finding
from qualtool.ui.findings.page import FindingsPage
from qualtool.ui.findings.part import PartView
from qualtool.ui.findings.quote_sheet import QuoteSheet
from qualtool.ui.findings.section import ThemeSection
from qualtool.ui.main_window import MainWindow
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.ui.studies import ANSWER, Study, furnish

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
WORDS = ("ikke noe fast sted", "noen tok telefonen")


@pytest.fixture
def study(project: Project) -> Study:
    made = furnish(project)
    start = made.excerpt[0] + ANSWER.index(WORDS[1]) - ANSWER.index(WORDS[0])
    with project.edit("apply_code") as session:
        coding.apply(
            session,
            made.document,
            start,
            start + len(WORDS[1]),
            [made.places],
            coder_id=project.coder_id,
        )
    return made


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication, project: Project, study: Study) -> FindingsPage:
    made = FindingsPage(project)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    project.listen(made.on_changes)
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def section(page: FindingsPage, study: Study) -> ThemeSection:
    return next(each for each in page.sections if each.theme_id == study.structure)


def kept(project: Project, theme_id: int) -> list[str]:
    """The parts of a theme as they are kept: words, or words and what is quoted after them."""
    with project.read() as session:
        (found,) = [each for each in findings(session) if each.theme.id == theme_id]
    return [
        f"{part.text}> {part.excerpt.text}" if part.excerpt else part.text for part in found.parts
    ]


def quote(page: FindingsPage, section: ThemeSection) -> list[PartView]:
    """Both excerpts of the theme, quoted through the sheet."""
    sheets: list[QuoteSheet] = []
    page.sheet_wished.connect(sheets.append)
    section.begin()
    page.quote()
    (sheet,) = sheets
    assert sheet.go.isEnabled(), "the first is chosen"
    sheet.list.selectAll()
    sheet.go.click()
    sheet.deleteLater()
    return section.parts


def focus() -> QWidget:
    held = QApplication.focusWidget()
    assert held is not None
    return held


def test_what_is_written_at_the_end_becomes_a_part_and_the_writer_is_not_disturbed(
    qtbot: QtBot, section: ThemeSection, study: Study, project: Project
) -> None:
    section.begin()
    field = section.new
    qtbot.keyClicks(field, "Møtene hang på enkeltpersoner.")
    field.tell()
    assert focus() is field
    (part,) = section.parts
    assert part.field is field
    assert section.new is not field
    qtbot.keyClicks(field, " Flere nevner det.")
    field.tell()
    assert kept(project, study.structure) == ["Møtene hang på enkeltpersoner. Flere nevner det."]
    project.undo()
    assert kept(project, study.structure) == []
    assert section.parts == []


def test_words_that_are_all_taken_away_take_their_part_along(
    qtbot: QtBot, section: ThemeSection, study: Study, project: Project
) -> None:
    section.begin()
    qtbot.keyClicks(section.new, "Bort.")
    section.new.tell()
    (part,) = section.parts
    part.field.setPlainText("")
    part.field.tell()
    assert kept(project, study.structure) == []


def test_excerpts_of_the_theme_are_quoted_with_words_that_lead_up_to_them(
    qtbot: QtBot, page: FindingsPage, section: ThemeSection, study: Study, project: Project
) -> None:
    first, second = quote(page, section)
    qtbot.keyClicks(second.field, "En annen:")
    second.field.tell()
    assert kept(project, study.structure) == [f"> {WORDS[0]}", f"En annen:> {WORDS[1]}"]
    assert first.quotation is not None
    assert "Informant 1" in first.quotation.accessibleName()
    with qtbot.waitSignal(page.place_wished) as told:
        qtbot.mouseClick(first.quotation, Qt.MouseButton.LeftButton)
    assert told.args == [study.document, *study.excerpt]


def test_alt_and_arrows_move_a_part_and_on_to_the_next_theme(
    qtbot: QtBot, page: FindingsPage, section: ThemeSection, study: Study, project: Project
) -> None:
    first = quote(page, section)[0].quotation
    assert first is not None
    first.setFocus()
    qtbot.keyClick(first, KEY.Key_Down, ALT)
    assert kept(project, study.structure) == [f"> {WORDS[1]}", f"> {WORDS[0]}"]
    assert section.parts[1].isAncestorOf(focus())
    qtbot.keyClick(section.parts[0].field, KEY.Key_Up, ALT)
    number = page.sections.index(section)
    before = page.sections[number - 1]
    assert [part.part.excerpt and part.part.excerpt.text for part in before.parts] == [WORDS[1]]
    project.undo()
    assert kept(project, study.structure) == [f"> {WORDS[1]}", f"> {WORDS[0]}"]


def test_delete_takes_a_quotation_away_and_undo_brings_it_back(
    qtbot: QtBot, page: FindingsPage, section: ThemeSection, study: Study, project: Project
) -> None:
    first = quote(page, section)[0].quotation
    assert first is not None
    qtbot.keyClick(first, KEY.Key_Delete)
    assert kept(project, study.structure) == [f"> {WORDS[1]}"]
    project.undo()
    assert kept(project, study.structure) == [f"> {WORDS[0]}", f"> {WORDS[1]}"]


def drop(onto: ThemeSection, data: QMimeData, at: QPoint) -> None:
    actions, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    onto.dragEnterEvent(QDragEnterEvent(at, actions, data, left, none))
    onto.dropEvent(QDropEvent(QPointF(at), actions, data, left, none))


def test_a_part_is_dropped_before_another_and_under_another_theme(
    page: FindingsPage, section: ThemeSection, study: Study, project: Project
) -> None:
    second = quote(page, section)[1].part.id
    drop(section, mime_of_finding(second), QPoint(40, section.parts[0].geometry().top() + 2))
    assert kept(project, study.structure) == [f"> {WORDS[1]}", f"> {WORDS[0]}"]
    other = next(each for each in page.sections if each.theme_id == study.culture)
    drop(other, mime_of_finding(second), QPoint(40, other.height() - 4))
    assert kept(project, study.culture) == [f"> {WORDS[1]}"]


def test_tab_goes_from_above_to_below_in_whatever_order_parts_were_made(
    qtbot: QtBot, page: FindingsPage, section: ThemeSection
) -> None:
    first, second = quote(page, section)
    section.summary.setFocus()
    met = []
    for _time in range(8):
        qtbot.keyClick(focus(), KEY.Key_Tab)
        met.append(focus())
    assert met[:6] == [*first.stops(), *second.stops()]
    assert met[6] is section.new


def test_what_must_not_be_quoted_says_so(
    page: FindingsPage, section: ThemeSection, study: Study, project: Project
) -> None:
    (part, _other) = quote(page, section)
    assert part.part.excerpt is not None
    assert part.note.isHidden()
    with project.edit("set_do_not_quote") as session:
        coding.set_do_not_quote(session, [part.part.excerpt.id], True)
    assert not part.note.isHidden()
    assert "left out" in part.note.text()


def test_the_summary_is_kept_and_its_length_told(
    qtbot: QtBot, section: ThemeSection, study: Study, project: Project
) -> None:
    qtbot.keyClicks(section.summary, "Alt hviler på noen få.")
    section.summary.tell()
    with project.read() as session:
        short = {each.theme.id: each.summary for each in findings(session)}
    assert short[study.structure] == "Alt hviler på noen få."
    said = [label.text() for label in section.findChildren(QLabel) if not label.isHidden()]
    assert any("5 words, usually 20–80" in words for words in said)


def test_the_page_follows_what_happens_to_the_themes(
    page: FindingsPage, study: Study, project: Project
) -> None:
    before = [each.theme_id for each in page.sections]
    with project.edit("describe_theme") as session:
        themes.describe(session, study.structure, state="aside")
    assert [each.theme_id for each in page.sections] == [n for n in before if n != study.structure]
    project.undo()
    assert [each.theme_id for each in page.sections] == before


def test_findings_and_summary_are_written_to_files(
    page: FindingsPage, section: ThemeSection, tmp_path: Path
) -> None:
    quote(page, section)
    told: list[str] = []
    page.said.connect(told.append)
    page.write("findings", tmp_path / "funn.md")
    page.write("summary", tmp_path / "tabell.md")
    assert f"> {WORDS[0]} (Informant 1)" in (tmp_path / "funn.md").read_text("utf-8")
    assert "Ingen eier det" in (tmp_path / "tabell.md").read_text("utf-8")
    assert "funn.md" in told[0]


def test_what_is_half_written_is_kept_when_the_page_is_left(
    qtbot: QtBot, page: FindingsPage, section: ThemeSection, study: Study, project: Project
) -> None:
    section.begin()
    qtbot.keyClicks(section.new, "Halvt")
    page.aside()
    assert kept(project, study.structure) == ["Halvt"]


def test_a_study_that_is_only_read_shows_what_is_written_and_takes_nothing(
    qtbot: QtBot, page: FindingsPage, section: ThemeSection, study: Study, project: Project
) -> None:
    quote(page, section)
    with open_project(project.path, read_only=True) as reading:
        shown = FindingsPage(reading)
        qtbot.addWidget(shown)
        shown.show()
        refused: list[object] = []
        shown.refused.connect(refused.append)
        (there,) = [each for each in shown.sections if each.theme_id == study.structure]
        part = there.parts[0]
        assert part.quotation is not None
        qtbot.keyClick(part.quotation, KEY.Key_Delete)
        qtbot.keyClick(part.quotation, KEY.Key_Down, ALT)
        qtbot.keyClicks(there.summary, "Nei")
        shown.aside()
        assert (refused, there.summary.toPlainText(), len(there.parts)) == ([], "", 2)


def test_the_whole_is_done_in_the_window_from_the_palette_to_the_file(
    qtbot: QtBot, opened: MainWindow
) -> None:
    assert opened.project is not None
    study = furnish(opened.project)
    opened.made["go_findings"].trigger()
    workspace = opened.pages.workspace("themes")
    assert isinstance(workspace, ThemesWorkspace)
    page = workspace.pages.page("findings")
    assert isinstance(page, FindingsPage)
    assert workspace.pages.currentWidget() is page
    (section,) = [each for each in page.sections if each.theme_id == study.structure]
    section.begin()
    opened.made["findings_quote"].trigger()
    sheet = opened.findChild(QuoteSheet)
    assert sheet is not None
    sheet.list.selectAll()
    qtbot.keyClick(sheet, KEY.Key_Return)
    assert kept(opened.project, study.structure) == [f"> {WORDS[0]}"]
    opened.project.undo()
    assert section.parts == []


def test_a_part_whose_words_are_all_gone_is_not_moved_on(
    qtbot: QtBot, section: ThemeSection, study: Study, project: Project
) -> None:
    section.begin()
    qtbot.keyClicks(section.new, "Bort.")
    section.new.tell()
    (part,) = section.parts
    part.field.clear()
    qtbot.keyClick(part.field, KEY.Key_Down, ALT)
    assert kept(project, study.structure) == []


def test_what_is_written_after_a_refusal_does_not_go_on_in_the_step_of_another(
    qtbot: QtBot, page: FindingsPage, study: Study, project: Project
) -> None:
    refused: list[object] = []
    page.refused.connect(refused.append)
    gone = 10_000
    page.acts.sum_up(gone, "til ingen")
    assert len(refused) == 1
    before = project.next_undo()
    page.acts._note(("theme", study.structure))
    page.acts.write(gone, "til ingen", alone=False)
    page.acts.write(gone, "heller ikke", alone=False)
    assert page.acts._written is None
    after = project.next_undo()
    assert before is not None
    assert after is not None
    assert before.id == after.id
