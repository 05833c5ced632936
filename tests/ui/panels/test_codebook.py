from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.operations import codes
from qualtool.store.project import Project
from qualtool.ui.models.codebook import Role
from qualtool.ui.panels.codebook import CodebookPanel
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def panel(qtbot: QtBot, project: Project, study: Study) -> CodebookPanel:
    made = CodebookPanel(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(280, 600)
    made.show()
    return made


def _shown(panel: CodebookPanel) -> list[str]:
    model = panel.tree.model()
    names: list[str] = []
    waiting = [model.index(row, 0) for row in range(model.rowCount())]
    while waiting:
        index = waiting.pop(0)
        names.append(index.data())
        waiting[:0] = [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return names


def test_the_filter_keeps_what_fits_and_what_it_lies_under(panel: CodebookPanel) -> None:
    panel.filter.setText("MØTEP")
    assert _shown(panel) == ["Ingen eier det", "faste møteplasser"]
    panel.filter.clear()
    assert "slik gjør vi det her" in _shown(panel)


def test_a_step_elsewhere_is_shown_with_the_same_row_chosen(
    panel: CodebookPanel, study: Study, project: Project
) -> None:
    panel.choose_code(study.places)
    with project.edit("add_code") as session:
        codes.add(session, "bussen")
    assert "bussen" in _shown(panel)
    assert panel.tree.currentIndex().data(Role.NODE).code.id == study.places


def test_choosing_a_code_that_the_filter_hides_clears_the_filter(
    panel: CodebookPanel, study: Study
) -> None:
    panel.filter.setText("finnes ikke")
    panel.choose_code(study.places)
    assert panel.filter.text() == ""
    assert panel.tree.currentIndex().data() == "faste møteplasser"


def test_a_folded_theme_stays_folded_when_the_codebook_changes(
    panel: CodebookPanel, study: Study, project: Project
) -> None:
    panel.choose_theme(study.structure)
    panel.tree.collapse(panel.tree.currentIndex())
    with project.edit("add_code") as session:
        codes.add(session, "bussen")
    panel.choose_theme(study.structure)
    assert not panel.tree.isExpanded(panel.tree.currentIndex())


def test_enter_applies_and_delete_removes(qtbot: QtBot, panel: CodebookPanel, study: Study) -> None:
    panel.choose_code(study.places)
    with qtbot.waitSignal(panel.tree.applied) as wish:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert wish.args is not None
    assert wish.args[0].code.id == study.places
    with qtbot.waitSignal(panel.tree.removal_wished) as gone:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert gone.args is not None
    assert [node.code.id for node in gone.args[0]] == [study.places]


def test_a_menu_key_asks_for_the_menu(qtbot: QtBot, panel: CodebookPanel, study: Study) -> None:
    panel.choose_code(study.places)
    with qtbot.waitSignal(panel.tree.menu_wished) as wish:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Menu)
    assert wish.args is not None
    assert wish.args[0].code.id == study.places


def test_a_row_is_renamed_where_it_stands(qtbot: QtBot, panel: CodebookPanel, study: Study) -> None:
    panel.choose_code(study.places)
    panel.start_renaming()
    field = panel.tree.findChild(type(panel.filter))
    assert field is not None
    field.setText("torsdagene")
    with qtbot.waitSignal(panel.model.renamed) as wish:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert wish.args is not None
    assert wish.args[1] == "torsdagene"


def test_the_key_that_ends_a_renaming_applies_no_code(
    qtbot: QtBot, panel: CodebookPanel, study: Study
) -> None:
    applied: list[object] = []
    panel.tree.applied.connect(applied.append)
    panel.choose_code(study.places)
    panel.start_renaming()
    field = panel.tree.findChild(type(panel.filter))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert applied == []
    editing = panel.tree.State.EditingState
    qtbot.waitUntil(lambda: panel.tree.state() != editing)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert len(applied) == 1


def test_the_filter_says_why_a_row_fits(
    panel: CodebookPanel, study: Study, project: Project
) -> None:
    with project.edit("describe_code") as session:
        codes.describe(
            session,
            study.habits,
            description="Vaner som sitter i veggene og ingen har skrevet ned.",
        )
    panel.filter.setText("skrevet")
    assert _shown(panel) == ["slik gjør vi det her"]
    node = next(node for node in panel.model.nodes() if node.code)
    assert node.fit is not None
    assert node.fit.why == "…skrevet ned."
    index = panel.model.index_of(node)
    assert "skrevet ned" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_down_key_leads_from_the_filter_to_what_fits(
    qtbot: QtBot, panel: CodebookPanel, study: Study
) -> None:
    panel.filter.setFocus()
    qtbot.keyClicks(panel.filter, "slik")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Down)
    assert panel.tree.currentIndex().data() == "slik gjør vi det her"
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    assert panel.tree.currentIndex().data() == "slik gjør vi det her"


def test_the_codebook_is_a_list_by_name_use_or_colour_and_stays_so(
    panel: CodebookPanel, study: Study, project: Project
) -> None:
    panel.look.by_name()
    assert _shown(panel) == ["faste møteplasser", "slik gjør vi det her"]
    with project.edit("rename_code") as session:
        codes.rename(session, study.places, "øde plasser")
    assert _shown(panel) == ["slik gjør vi det her", "øde plasser"]
    panel.look.by_use()
    assert _shown(panel) == ["øde plasser", "slik gjør vi det her"]
    with project.edit("recolour_codes") as session:
        codes.recolour(session, [study.habits], "violet")
        codes.recolour(session, [study.places], "rose")
    panel.look.by_colour()
    assert _shown(panel) == ["slik gjør vi det her", "øde plasser"]
    assert CodebookPanel(project).look.order == "colour"


def test_retired_codes_are_shown_last_and_only_when_wished(
    panel: CodebookPanel, study: Study, project: Project
) -> None:
    with project.edit("retire_codes") as session:
        codes.retire(session, [study.places], True)
    assert "faste møteplasser" not in _shown(panel)
    panel.look.toggle_retired()
    assert _shown(panel)[-1] == "faste møteplasser"
    panel.look.by_name()
    assert _shown(panel)[-1] == "faste møteplasser"
    panel.look.toggle_retired()
    panel.choose_code(study.places)
    assert panel.tree.currentIndex().data() == "faste møteplasser"


def test_a_count_that_changes_leaves_the_rows_where_they_are(
    panel: CodebookPanel, study: Study, project: Project
) -> None:
    panel.choose_code(study.habits)
    before = panel.model.index_of(next(iter(panel.model.nodes())))
    with project.edit("recolour_codes") as session:
        codes.recolour(session, [study.habits], "teal")
    assert panel.model.index_of(next(iter(panel.model.nodes()))) == before
    assert panel.tree.currentIndex().data(Role.COLOUR) == "teal"


class Painted(QObject):
    """How many pixels' height of rows have been painted."""

    height = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            boxes = list(event.region())  # type: ignore[call-overload]  # the stubs miss that
            self.height += sum(box.height() for box in boxes)
        return False


def test_only_the_rows_that_are_told_of_are_painted_anew(
    panel: CodebookPanel, study: Study
) -> None:
    tree, painted = panel.tree, Painted()
    panel.choose_code(study.habits)
    QApplication.processEvents()
    row = tree.visualRect(tree.currentIndex()).height()
    tree.viewport().installEventFilter(painted)
    acts: list[tuple[Callable[[], object], int]] = [
        (lambda: tree.light(frozenset({study.places}), follow=True), 1),
        (lambda: tree.light(frozenset({study.habits}), follow=True), 2),
        (lambda: tree.set_aside(True), 1),
        (lambda: tree.set_aside(True), 0),
    ]
    for act, rows in acts:
        painted.height = 0
        act()
        QApplication.sendPostedEvents()
        assert painted.height == rows * row
