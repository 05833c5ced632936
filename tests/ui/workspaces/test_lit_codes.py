"""Stripe, text and codebook belong together: what is pointed at or chosen in one is lit in all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.core.source import Source
from qualtool.operations import coding, documents
from qualtool.store.project import Project
from qualtool.ui import fonts, theme
from qualtool.ui.dragging import Span
from qualtool.ui.models.codebook import Role
from qualtool.ui.reader.painting import strong_tint
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import Study, furnish

Key, Held, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


@pytest.fixture
def study(project: Project) -> Study:
    made = furnish(project)
    with project.edit("apply_code") as session:
        coding.apply(session, made.document, *made.excerpt, [made.habits], coder_id=1)
    return made


@pytest.fixture
def workspace(qtbot: QtBot, project: Project, study: Study) -> CodingWorkspace:
    fonts.load()
    theme.choose("light")
    made = CodingWorkspace(project)
    qtbot.addWidget(made)
    made.resize(1300, 1400)  # so tall that all rows of the codebook are seen
    made.show()
    made.reader.setFocus()
    made.reader.view.viewport().repaint()
    return made


def point_at(workspace: CodingWorkspace, place: QPointF) -> None:
    viewport = workspace.reader.view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, QPointF(viewport.mapToGlobal(place)), Button.NoButton,
        Button.NoButton, Held.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def marked(workspace: CodingWorkspace) -> set[int]:
    """The codes whose rows are seen with a mark at their edge."""
    tree = workspace.codebook.tree
    image = tree.viewport().grab().toImage()
    found = set()
    for node in workspace.codebook.model.nodes():
        index = workspace.codebook.model.index_of(node)
        box = tree.visualRect(index)
        if node.code is not None and not box.isEmpty():
            mark = theme.current().code_colour(str(index.data(Role.COLOUR))).mark
            if image.pixelColor(1, box.center().y()) == mark:
                found.add(node.code.id)
    return found


def behind(workspace: CodingWorkspace, offset: int) -> QColor:
    view = workspace.reader.view
    box = view.box_of(offset)
    return view.viewport().grab().toImage().pixelColor(QPoint(box.left() + 2, box.top() + 3))


def test_pointing_at_a_stripe_lights_its_words_and_marks_its_code(
    workspace: CodingWorkspace, study: Study
) -> None:
    view = workspace.reader.view
    plain = behind(workspace, study.excerpt[0])
    assert marked(workspace) == set()
    stripe = next(t for t in view.targets if not t.words and t.coding.code_id == study.places)
    point_at(workspace, stripe.box.center())
    assert marked(workspace) == {study.places}
    assert behind(workspace, study.excerpt[0]) == strong_tint(stripe.coding.colour) != plain
    name = next(t for t in view.targets if t.words and t.coding.code_id == study.habits)
    point_at(workspace, name.box.center())
    assert marked(workspace) == {study.habits}
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert marked(workspace) == set()
    assert behind(workspace, study.excerpt[0]) == plain


def test_pointing_at_coded_words_marks_their_code(workspace: CodingWorkspace, study: Study) -> None:
    view = workspace.reader.view
    point_at(workspace, QPointF(view.box_of(study.excerpt[0] + 2).center()))
    assert len(marked(workspace)) == 1


def test_choosing_with_keys_lights_and_marks_as_the_mouse_does(
    workspace: CodingWorkspace, study: Study, qtbot: QtBot
) -> None:
    view = workspace.reader.view
    plain = behind(workspace, study.excerpt[0])
    qtbot.keyClick(view, Key.Key_Down, Held.AltModifier)
    assert marked(workspace) == {study.places, study.habits}
    assert behind(workspace, study.excerpt[0]) != plain
    seen = []
    for _time in range(2):
        qtbot.keyClick(view, Key.Key_Down, Held.AltModifier | Held.ShiftModifier)
        seen.append(marked(workspace))
    assert sorted(seen, key=min) == [{study.places}, {study.habits}]
    qtbot.keyClick(view, Key.Key_Escape)
    assert marked(workspace) == set()


@pytest.mark.parametrize("way", ["split", "others", "document"])
def test_nothing_stays_lit_that_is_neither_chosen_nor_pointed_at(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot, way: str
) -> None:
    project.listen(workspace.on_changes)
    view = workspace.reader.view
    place = view.box_of(study.excerpt[0] + 6).center()
    point_at(workspace, QPointF(place))
    qtbot.mouseClick(view.viewport(), Button.LeftButton, pos=place)
    assert marked(workspace) != set()
    match way:
        case "split":
            qtbot.keyClick(view, Key.Key_Return, Held.ControlModifier)
            point_at(workspace, QPointF(place))
            qtbot.keyClick(view, Key.Key_Escape)
        case "others":
            project.coders_read = frozenset()
            workspace.refresh()
        case "document":
            with project.edit("import_documents") as session:
                other = documents.add(session, Source(text="Noe annet.", format="text"), name="N")
            workspace.open_document(other)
    assert marked(workspace) == set()
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert marked(workspace) == set()


def filled(workspace: CodingWorkspace, code_id: int) -> bool:
    """Whether the row of a code is seen as the chosen one."""
    tree = workspace.codebook.tree
    node = next(n for n in workspace.codebook.model.nodes() if n.code and n.code.id == code_id)
    box = tree.visualRect(workspace.codebook.model.index_of(node))
    seen = tree.viewport().grab().toImage().pixelColor(box.left() + 4, box.top() + 3)
    return seen == theme.current().colour("selection")


def test_a_code_chosen_before_stands_out_no_longer_once_an_excerpt_is_chosen(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    with project.edit("apply_code") as session:
        coding.apply(session, study.document, 0, 8, [study.places], coder_id=1)
        coding.apply(session, study.document, 9, 12, [study.habits], coder_id=1)
    workspace.refresh()
    plain = behind(workspace, 4)
    workspace.show_code(study.places)
    assert behind(workspace, 4) != plain
    assert filled(workspace, study.places)
    other = next(each.excerpt_id for each in workspace.reader.view.coded.codings if each.start == 9)
    workspace.reader.view.setFocus()
    box = workspace.reader.view.box_of(10)
    qtbot.mouseClick(workspace.reader.view.viewport(), Button.LeftButton, pos=box.center())
    assert workspace.reader.chosen_excerpt() == other
    assert behind(workspace, 4) == plain
    assert not filled(workspace, study.places)
    # A click on the row chooses the code once more, and so does Escape in the text.
    tree = workspace.codebook.tree
    row = tree.visualRect(tree.currentIndex())
    qtbot.mouseClick(tree.viewport(), Button.LeftButton, pos=row.center())
    assert behind(workspace, 4) != plain
    assert filled(workspace, study.places)


def test_text_dropped_on_a_code_becomes_the_chosen_excerpt(
    workspace: CodingWorkspace, project: Project, study: Study
) -> None:
    project.listen(workspace.on_changes)
    node = next(n for n in workspace.codebook.model.nodes() if n.code and n.code.id == study.places)
    index = workspace.codebook.model.index_of(node)
    data = Span(study.document, 2, 9).to_mime()
    workspace.codebook.model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, index)
    chosen = workspace.reader.chosen_excerpt()
    here = workspace.reader.view.coded.of_excerpt(chosen)
    assert [(each.start, each.end, each.code_id) for each in here] == [(2, 9, study.places)]
    # So does what is selected, when a row is opened by key.
    theme_node = next(n for n in workspace.codebook.model.nodes() if n.theme is not None)
    workspace.reader.select(12, 20)
    workspace.codebook.tree.applied.emit(theme_node)
    here = workspace.reader.view.coded.of_excerpt(workspace.reader.chosen_excerpt())
    assert [(each.start, each.end) for each in here] == [(12, 20)]
