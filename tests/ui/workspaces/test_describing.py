"""Describing the material in the window: cases, activities, phases, the guide, the figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qualtool.analysis import activities, cases, consent, grid, guide, phases
from qualtool.core.pseudonyms import Naming
from qualtool.operations import activities as activity_operations
from qualtool.operations import cases as case_operations
from qualtool.operations import phases as phase_operations
from qualtool.store import name_key
from qualtool.store.describing_rows import ActivityRow
from qualtool.store.name_key import NameKey
from qualtool.store.project import Project
from qualtool.store.rows import CaseRow
from qualtool.store.schema import ActivityCase
from qualtool.ui.models.cases import FIXED, NAME
from qualtool.ui.panels.attribute_sheet import AttributeSheet
from qualtool.ui.panels.grid_cells import block_of, text_of
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.swimlanes import said
from qualtool.ui.panels.table_sheet import TableSheet
from qualtool.ui.workspaces.material import (
    ACTIVITIES,
    CASES,
    DOCUMENTS,
    FIGURES,
    GUIDE,
    PHASES,
    MaterialWorkspace,
)
from tests.ui.stretching import cut_off
from tests.ui.studies import ANSWER, QUESTION, furnish

KEY, HELD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def refusals() -> list[str]:
    return []


@pytest.fixture
def workspace(
    dressed: QApplication, qtbot: QtBot, project: Project, refusals: list[str]
) -> MaterialWorkspace:
    furnish(project)
    made = MaterialWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.refused.connect(lambda error: refusals.append(error.key))
    made.resize(1300, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def sheets(workspace: MaterialWorkspace, qtbot: QtBot) -> list[QWidget]:
    found: list[QWidget] = []

    def show(sheet: QWidget) -> None:
        qtbot.addWidget(sheet)
        sheet.show()
        found.append(sheet)

    workspace.sheet_wished.connect(show)
    return found


def _cases(project: Project) -> dict[str, CaseRow]:
    with project.read() as session:
        return {row.name: row for row in cases.cases(session)}


def _write(qtbot: QtBot, field: LineField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, KEY.Key_Return)


# cases


def test_a_block_from_a_spreadsheet_is_pasted_in_one_step_and_makes_new_cases(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace.new_case()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    view = workspace.of_cases.page.view
    with project.edit("add_attribute") as session:
        from qualtool.operations import attributes

        attributes.add(session, "Rolle")
    view.choose([_cases(project)["Informant 1"].id])
    QGuiApplication.clipboard().setText('Anne\tkommune\nBo\tskole\n"Cato\nD"\t\n')
    qtbot.keyClick(view, KEY.Key_V, HELD.ControlModifier)
    found = _cases(project)
    assert [found[name].kind for name in ("Anne", "Bo")] == ["municipality", "school"]
    assert "Cato D" in found
    project.undo()
    assert set(_cases(project)) == {"Informant 1", "New case"}


def test_cells_are_copied_as_a_spreadsheet_takes_them(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace.of_cases.describing.paste([["Anne", "skole"]], [None], ["name", "kind"])
    workspace.show_case(_cases(project)["Informant 1"].id)
    view = workspace.of_cases.page.view
    view.selectAll()
    qtbot.keyClick(view, KEY.Key_C, HELD.ControlModifier)
    copied = block_of(QGuiApplication.clipboard().text())
    assert [row[:2] for row in copied] == [["Informant 1", "Participant"], ["Anne", "School"]]


@pytest.mark.parametrize("rows", [[["a", "b"]], [["a\nb", 'c"d'], ["", "\te"]]])
def test_a_copied_block_comes_back_as_it_was(rows: list[list[str]]) -> None:
    assert block_of(text_of(rows)) == rows


def test_delete_empties_values_and_removes_cases_where_their_names_are_chosen(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace.of_cases.acts.set_attribute([_cases(project)["Informant 1"].id], "Rolle", "elev")
    workspace.show_case(_cases(project)["Informant 1"].id)
    view = workspace.of_cases.page.view
    view.choose([_cases(project)["Informant 1"].id], column=FIXED)
    qtbot.keyClick(view, KEY.Key_Delete)
    assert _cases(project)["Informant 1"].attributes == {}
    view.choose([_cases(project)["Informant 1"].id], column=NAME)
    qtbot.keyClick(view, KEY.Key_Delete)
    assert _cases(project) == {}


def test_an_attribute_is_made_changed_and_its_spellings_are_joined(
    workspace: MaterialWorkspace, project: Project, sheets: list[QWidget], qtbot: QtBot
) -> None:
    workspace.go_cases()
    workspace.of_cases.page.attribute_wished.emit()
    sheet = sheets.pop()
    assert isinstance(sheet, AttributeSheet)
    assert not sheet.keep.isEnabled()
    qtbot.keyClicks(sheet.name, "Rolle")
    with qtbot.waitSignal(sheet.closed):
        sheet.keep.click()
    describing = workspace.of_cases.describing
    with project.read() as session:
        (role,) = grid.cases_grid(session).attributes
    describing.paste(
        [["A", "Lærer"], ["B", "Lærer"], ["C", "Lærar"], ["D", "rektor"]],
        [None] * 4,
        ["name", role.id],
    )
    workspace.of_cases.asking.ask(workspace.of_cases._grid.attributes[0])
    sheet = sheets.pop()
    assert isinstance(sheet, AttributeSheet)
    (tick,) = sheet.findChildren(QCheckBox)
    tick.setChecked(True)
    for words in ("Choice", "May be shown grouped"):
        next(b for b in sheet.findChildren(QPushButton) if b.text() == words).click()
    assert not sheet.keep.isEnabled(), "the groups cannot be read yet"
    qtbot.keyClicks(sheet.grouping, "skolefolk = Lærer, rektor")
    with qtbot.waitSignal(sheet.closed):
        sheet.keep.click()
    with project.read() as session:
        (role,) = grid.cases_grid(session).attributes
    assert (role.kind, role.visibility) == ("choice", "grouped")
    project.undo()
    with project.read() as session:
        (role,) = grid.cases_grid(session).attributes
    assert (role.kind, role.visibility) == ("text", "analysis")


def test_a_name_that_is_taken_leaves_the_sheet_open(
    workspace: MaterialWorkspace, project: Project, sheets: list[QWidget], refusals: list[str],
    qtbot: QtBot,
) -> None:  # fmt: skip
    workspace.of_cases.acts.set_attribute([_cases(project)["Informant 1"].id], "Rolle", "elev")
    workspace.of_cases.asking.ask(None)
    sheet = sheets.pop()
    assert isinstance(sheet, AttributeSheet)
    qtbot.keyClicks(sheet.name, "rolle")
    with qtbot.assertNotEmitted(sheet.closed):
        sheet.keep.click()
    assert refusals == ["attribute_exists"]


def test_a_case_belongs_to_another_has_a_kind_a_note_and_consent(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    made = workspace.of_cases.describing.paste([["Skolen"]], [None], ["name"])
    one = _cases(project)["Informant 1"].id
    workspace.show_case(one)
    form = workspace.case_form
    _write(qtbot, form.kind, "elev")
    form.parent_case.named.emit("Skolen")
    form.note.setPlainText("Snakker lavt.")
    form.keep()
    row = _cases(project)["Informant 1"]
    assert (row.kind, row.parent_id, row.note) == ("elev", made[0], "Snakker lavt.")
    form.consent.state.chosen.emit("given")
    _write(qtbot, form.consent.date, "3.2.2024")
    with project.read() as session:
        assert consent.consents(session)[one].date == "3.2.2024"
    form.consent.state.chosen.emit("withdrawn")
    assert form.consent.withdrawn.isVisible()
    assert form.consent.told.isVisible()
    form.consent.state.chosen.emit("none")
    with project.read() as session:
        assert consent.consents(session) == {}


def test_the_menus_of_the_grid_lead_on(
    workspace: MaterialWorkspace, project: Project, sheets: list[QWidget], qtbot: QtBot
) -> None:
    one = _cases(project)["Informant 1"].id
    workspace.of_cases.acts.set_attribute([one], "Rolle", "elev")
    workspace.of_cases.acts.set_attribute([one], "Alder", "12")
    workspace.show_case(one)
    view = workspace.of_cases.page.view
    view.menu_wished.emit(QPoint(5, 5))
    menu = next(each for each in workspace.findChildren(QMenu) if each.isVisible())
    assert [each.text() for each in menu.actions() if each.text()] == [
        *("Copy", "Paste", "Belongs to", "Move", "Remove"),
    ]
    menu.close()
    columns = workspace.of_cases._grid.attributes
    view.attribute_menu_wished.emit(columns[0].id, QPoint(5, 5))
    menu = next(each for each in workspace.findChildren(QMenu) if each.isVisible())
    menu.actions()[2].trigger()
    menu.close()
    assert [each.name for each in workspace.of_cases._grid.attributes] == ["Alder", "Rolle"]


# activities and tables


def test_an_activity_is_entered_and_written_in_its_cells(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    workspace.new_activity()
    view = workspace.of_activities.page.view
    qtmodeltester.check(view.table)
    assert view.being_written()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    table = view.table
    assert table.setData(table.index(0, 1), "31.2.2022")
    with project.read() as session:
        (row,) = activities.activities(session)
    assert (row.date, row.date_state) == ("31.2.2022", "impossible")
    assert "no such day" in str(table.index(0, 1).data(Qt.ItemDataRole.ToolTipRole))
    qtbot.keyClick(view, KEY.Key_Delete)
    with project.read() as session:
        assert activities.activities(session) == []


def test_a_register_comes_in_from_a_spreadsheet_with_its_columns_looked_at(
    workspace: MaterialWorkspace, project: Project, sheets: list[QWidget], qtbot: QtBot,
    tmp_path: Path, qtmodeltester: ModelTester,
) -> None:  # fmt: skip
    file = tmp_path / "register.csv"
    file.write_text("Nr;Dato;Hva;Annet\n1;3.4.2022;Møte;x\n2;31.2.2022;Befaring;y\n", "utf-8")
    workspace.of_activities.tables.look_at(file)
    sheet = sheets.pop()
    assert isinstance(sheet, TableSheet)
    qtmodeltester.check(sheet.table)
    assert [use.currentData() for use in sheet.uses] == ["number", "date", "name", ""]
    assert "31.2.2022" in str(sheet.table.index(0, 3).data()), "rows with remarks come first"
    sheet.uses[3].show_key("comment")
    sheet.uses[3].chosen.emit("comment")
    sheet.uses[1].chosen.emit("comment")
    assert sheet.uses[3].currentData() == "", "a field has one column"
    sheet.uses[1].chosen.emit("date")
    with qtbot.waitSignal(sheet.closed):
        sheet.take_in.click()
    with project.read() as session:
        assert [row.name for row in activities.activities(session)] == ["Møte", "Befaring"]
    project.undo()
    with project.read() as session:
        assert activities.activities(session) == []


def test_known_names_in_a_spreadsheet_become_their_pseudonyms_unless_told_otherwise(
    workspace: MaterialWorkspace, project: Project, sheets: list[QWidget], tmp_path: Path
) -> None:
    with project.edit("add_case") as session:
        case_id = case_operations.add(session, name="Informant 3")
        guid = name_key.of_study(session)
    name_key.save(guid, NameKey(True, True, (Naming("Kari", "Informant 3"),)))
    file = tmp_path / "register.csv"
    file.write_text("Nr;Dato;Hva;Deltakere\n1;3.4.2022;Møte hos Kari;Kari, Berit\n", "utf-8")
    workspace.of_activities.tables.look_at(file)
    sheet = sheets.pop()
    assert isinstance(sheet, TableSheet)
    assert sheet.replaces.isChecked()
    assert sheet.replaces.text() == "Replace 2 names by their pseudonyms"
    assert sheet.table.index(0, 1).data() == "Møte hos Informant 3"
    sheet.replaces.click()
    assert sheet.table.index(0, 1).data() == "Møte hos Kari"
    sheet.replaces.click()
    sheet.uses[0].chosen.emit("")
    sheet.take_in.click()
    with project.read() as session:
        (row,) = activities.activities(session)
        assert session.query(ActivityCase.case_id).all() == [(case_id,)]
    assert (row.name, row.participants) == ("Møte hos Informant 3", "Informant 3, Berit")


def test_a_spreadsheet_that_cannot_be_read_is_told_of(
    workspace: MaterialWorkspace, refusals: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "tom.csv"
    file.write_bytes(b"")
    workspace.of_cases.tables.look_at(file)
    assert len(refusals) == 1


# phases


def test_phases_are_made_named_dated_and_shown_as_lanes(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace.go_phases()
    part, page = workspace.of_phases, workspace.of_phases.page
    page.scheme_wished.emit()
    page.phase_wished.emit(page._now())
    (fields,) = page.fields
    _write(qtbot, fields.name, "Oppstart")
    _write(qtbot, fields.first, "1.8.2023")
    _write(qtbot, fields.last, "desember 2023")
    fields.colour.chosen.emit("green")
    workspace.of_activities.page.add_wished.emit()
    with project.read() as session:
        (activity,) = activities.activities(session)
    part._acts.describe_activity(activity.id, "date", "ca. oktober 2023")
    with project.read() as session:
        (scheme,) = phases.schemes(session)
    (phase,) = scheme.phases
    assert (phase.name, phase.date_from, phase.date_to) == ("Oppstart", "2023-08-01", "2023-12-31")
    assert phase.activities == 1
    workspace.go_phases()
    page.picture.resize(900, 500)
    page.picture.grab()
    placed = {each.item.name: each for each in page.picture.placed()}
    assert placed["New activity"].phase_id == phase.id
    assert "Activity" in said(placed["New activity"].item)
    page.picture.setFocus()
    qtbot.keyClick(page.picture, KEY.Key_Down)
    qtbot.keyClick(page.picture, KEY.Key_Return)
    assert workspace.pages.currentIndex() == ACTIVITIES
    part._acts.put(phase.id, "document", 1)
    page.picture.menu_wished.emit(placed["New activity"].item, phase.id, QPoint(0, 0))
    menu = next(each for each in workspace.findChildren(QMenu) if each.isVisible())
    assert next(each.text() for each in menu.actions() if each.text()) == "Open"
    menu.close()
    page.moved.emit(phase.id, 1)
    page.removed.emit(phase.id)
    page.scheme_removed.emit(scheme.id)
    with project.read() as session:
        assert phases.schemes(session) == []


# the guide and the figures


def test_a_pasted_guide_is_found_in_the_transcripts_and_taken(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace.go_guide()
    page = workspace.of_guide.page
    page.paste.setPlainText(f"Innledning\n1. {QUESTION}\n2. Hva med bussen?")
    page._make()
    page.search.click()
    (found,) = page.review.all_found()
    with qtbot.waitSignal(workspace.place_wished) as shown:
        page.review.doubleClicked.emit(page.review.table.index(0, 0))
    assert shown.args == [1, 0, len(QUESTION)]
    page.review.choose_rows([0])
    qtbot.keyClick(page.review, KEY.Key_Return)
    with project.read() as session:
        (answer,) = guide.answers(session)
    assert (answer.start, answer.end) == (found.start, found.end)
    assert page.review.all_found() == []
    start = len(QUESTION) + 1
    view = page.view
    view.setCurrentIndex(view.table.index(0, 2))
    with qtbot.waitSignal(workspace.place_wished) as shown:
        qtbot.keyClick(view, KEY.Key_Return)
    assert shown.args == [1, start, start + len(ANSWER)]
    with project.read() as session:
        second = guide.guides(session)[0].questions[1]
    view.menu_wished.emit(second, 1, QPoint(0, 0))
    menu = next(each for each in workspace.findChildren(QMenu) if each.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    assert view.table.index(1, 2).data() == "not asked"


def test_what_is_turned_down_is_not_suggested_again(
    workspace: MaterialWorkspace, qtbot: QtBot
) -> None:
    workspace.go_guide()
    page = workspace.of_guide.page
    page.paste.setPlainText(f"1. {QUESTION}")
    page._make()
    page.search.click()
    page.review.choose_rows([0])
    qtbot.keyClick(page.review, KEY.Key_Delete)
    assert page.review.all_found() == []
    page.search.click()
    assert page.review.all_found() == []


def test_every_figure_and_every_disagreement_leads_to_what_it_is_of(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace.go_figures()
    assert workspace.pages.currentIndex() == FIGURES
    page = workspace.of_figures.page
    assert page.view.table.index(0, 1).data() == "1"
    page.view.setCurrentIndex(page.view.table.index(0, 0))
    qtbot.keyClick(page.view, KEY.Key_Return)
    assert workspace.pages.currentIndex() == DOCUMENTS
    workspace.go_figures()
    doors = [b for b in page.findChildren(QPushButton) if b.property("role") == "link"]
    assert doors, "there is no date and no consent yet"
    doors[0].click()
    assert workspace.pages.currentIndex() in (DOCUMENTS, CASES)


@pytest.mark.parametrize("go", ["go_cases", "go_activities", "go_phases", "go_guide", "go_figures"])
def test_nothing_is_cut_off_in_a_language_of_longer_words(
    go: str, stretched: None, workspace: MaterialWorkspace
) -> None:
    workspace.of_phases.page.scheme_wished.emit()
    workspace.of_activities.page.add_wished.emit()
    getattr(workspace, go)()
    QTest.qWait(50)
    shown = workspace.pages.currentWidget()
    assert shown is not None
    assert cut_off(shown) == []
    assert workspace.pages.currentIndex() in (CASES, ACTIVITIES, PHASES, GUIDE, FIGURES)
    assert workspace.findChildren(QComboBox)


def test_a_table_of_cases_tells_what_it_leaves_out_and_asks(
    workspace: MaterialWorkspace, project: Project, sheets: list[QWidget], tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    file = tmp_path / "informanter.csv"
    file.write_text("Informant;E-post;Rolle\nAda;ada@example.org;rektor\n", "utf-8")
    workspace.of_cases.tables.look_at(file)
    sheet = sheets.pop()
    assert isinstance(sheet, TableSheet)
    qtbot.addWidget(sheet)
    assert sheet.private.text() == "Left out, as it may tell who somebody is: E-post."
    QTest.keyClick(sheet.uses[1], KEY.Key_End)
    assert sheet.private.text() == "May tell who somebody is, and comes in: E-post."
    QTest.keyClick(sheet.uses[1], KEY.Key_Home)
    sheet.take_in.click()
    assert dict(_cases(project)["Ada"].attributes) == {"Rolle": "rektor"}


def test_sorted_by_date_what_has_none_comes_last(
    register: tuple[MaterialWorkspace, list[int]],
) -> None:
    view = register[0].of_activities.page.view
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    shown = [view.arranged.index(row, 2).data() for row in range(3)]
    assert shown == ["Oppstart", "Verksted", "Befaring"]
    view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)


# the form beside the register


@pytest.fixture
def register(workspace: MaterialWorkspace, project: Project) -> tuple[MaterialWorkspace, list[int]]:
    """The register with three activities and two phases, the first activity chosen."""
    with project.edit("add_activity") as session:
        made = [
            activity_operations.add(session, name=name, date=date)
            for name, date in (
                ("Oppstart", "29.–30.9.2021"),
                ("Verksted", "ca. juli 2022"),
                ("Befaring", "31.2.2022"),
            )
        ]
        scheme = phase_operations.add_scheme(session, "Faser")
        for name, first, last in (("Før", "2021", "2021"), ("Etter", "2022", "2022")):
            phase = phase_operations.add(session, scheme, name)
            phase_operations.set_dates(session, phase, first, last)
    workspace.go_activities()
    workspace.of_activities.choose(made[0])
    return workspace, made


def _activities(project: Project) -> dict[str, ActivityRow]:
    with project.read() as session:
        return {row.name: row for row in activities.activities(session)}


def test_an_activity_is_described_by_keyboard_each_field_one_step(
    register: tuple[MaterialWorkspace, list[int]], project: Project
) -> None:
    form = register[0].of_activities.form
    for field, words in ((form.date, "høsten 2021"), (form.participants, "Ressursgruppa")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, KEY.Key_Return)
    form.content.setFocus()
    QTest.keyClicks(form.content, "Hva som skal gjøres")
    QTest.keyClick(form.content, KEY.Key_Tab)
    row = _activities(project)["Oppstart"]
    assert (row.date, row.participants, row.content) == (
        "høsten 2021",
        "Ressursgruppa",
        "Hva som skal gjøres",
    )
    project.undo()
    assert _activities(project)["Oppstart"].content == ""
    assert _activities(project)["Oppstart"].participants == "Ressursgruppa"


def test_a_name_that_is_emptied_stays(
    register: tuple[MaterialWorkspace, list[int]], project: Project, refusals: list[str]
) -> None:
    field = register[0].of_activities.form.name
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, KEY.Key_Delete)
    QTest.keyClick(field, KEY.Key_Return)
    assert field.text() == "Oppstart"
    assert refusals == []


def test_a_date_that_cannot_be_is_said_to_be_so(
    register: tuple[MaterialWorkspace, list[int]],
) -> None:
    part = register[0].of_activities
    assert part.form.odd.isHidden()
    part.choose(register[1][2])
    assert part.form.odd.text() == "There is no such day. It is kept as written."


def test_an_activity_is_tied_to_documents_and_cases_and_untied(
    register: tuple[MaterialWorkspace, list[int]], project: Project
) -> None:
    form = register[0].of_activities.form
    for ties, name in ((form.documents, "Informant 1"), (form.cases, "Kontoret")):
        line = ties.picker.lineEdit()
        assert line is not None
        line.setFocus()
        QTest.keyClicks(line, name)
        QTest.keyClick(line, KEY.Key_Return)
    row = _activities(project)["Oppstart"]
    assert len(row.document_ids) == len(row.case_ids) == 1
    with project.read() as session:
        assert "Kontoret" in [case.name for case in cases.cases(session)]
    for ties in (form.documents, form.cases):
        button = ties.in_order()[0]
        button.setFocus()
        QTest.keyClick(button, KEY.Key_Space)
    row = _activities(project)["Oppstart"]
    assert row.document_ids == row.case_ids == ()
    project.undo()
    assert len(_activities(project)["Oppstart"].case_ids) == 1


def test_several_activities_are_tied_and_dated_at_once(
    register: tuple[MaterialWorkspace, list[int]], project: Project
) -> None:
    part, made = register[0].of_activities, register[1]
    part.page.view.choose(made[:2])
    assert part.form.head.findChildren(QLabel)[0].text() == "2 ACTIVITIES"
    part.form.cases.picker.named.emit("Kontoret")
    part.form.date.setFocus()
    QTest.keyClicks(part.form.date, "mai 2022")
    QTest.keyClick(part.form.date, KEY.Key_Return)
    rows = _activities(project)
    assert [len(rows[name].case_ids) for name in ("Oppstart", "Verksted", "Befaring")] == [1, 1, 0]
    assert rows["Oppstart"].date == rows["Verksted"].date == "mai 2022"
    project.undo()
    assert _activities(project)["Verksted"].date == "ca. juli 2022"


def test_an_activity_is_put_into_a_phase_and_falls_by_its_date_again(
    register: tuple[MaterialWorkspace, list[int]], project: Project
) -> None:
    form = register[0].of_activities.form
    (choice,) = form.phases
    assert choice.currentText() == "By its date: Før"

    def fallen() -> tuple[bool, int]:
        with project.read() as session:
            (row,) = phases.phases_of_activities(session)[register[1][0]]
        return row.by_hand, len(row.phase_ids)

    choice.setFocus()
    QTest.keyClick(choice, KEY.Key_Down)
    assert form.phases == [choice]  # it is not made anew while it is being used
    QTest.keyClick(choice, KEY.Key_Down)
    assert form.phases[0].currentText() == "Etter"
    assert fallen() == (True, 1)
    QTest.keyClick(form.phases[0], KEY.Key_Home)
    assert fallen() == (False, 1)
    project.undo()
    assert fallen() == (True, 1)
    assert form.phases[0].currentText() == "Etter"
