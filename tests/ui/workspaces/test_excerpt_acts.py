"""What is done with an excerpt in the coding workspace, by keys and by mouse: one step each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from qualtool.analysis import excerpts
from qualtool.operations import coders, coding
from qualtool.store.project import Project
from qualtool.store.rows import CodingRow
from qualtool.ui.dragging import mime_of_codes
from qualtool.ui.memo_target import Target
from qualtool.ui.models.codebook import Node
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.reader.dropping import carried
from qualtool.ui.reader.palette import Palette
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import TEXT, Study, furnish

Key, Held, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def workspace(qtbot: QtBot, project: Project, study: Study) -> CodingWorkspace:
    """With the one excerpt of the study chosen, and the keys in the text."""
    made = CodingWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1300, 800)
    made.show()
    made.activateWindow()
    made.reader.setFocus()
    qtbot.keyClicks(made.reader.view, "]")
    assert made.reader.chosen_excerpt() is not None
    return made


def codings(project: Project, study: Study) -> list[CodingRow]:
    with project.read() as session:
        return excerpts.codings_in(session, study.document)


def spans(project: Project, study: Study) -> list[str]:
    """What is coded, in order."""
    rows = codings(project, study)
    return [TEXT[row.start : row.end] for row in sorted(rows, key=lambda row: row.start)]


def steps(project: Project) -> int:
    found = project.next_undo()
    return found.id if found is not None else 0


def put_caret(workspace: CodingWorkspace, words: str) -> None:
    view = workspace.reader.view
    view.set_caret(view.caret.at(TEXT.index(words)))


def test_an_end_moved_by_key_is_one_step_and_stays_chosen(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    view, before = workspace.reader.view, steps(project)
    chosen = workspace.reader.chosen_excerpt()
    qtbot.keyClicks(view, "e")
    for _time in range(3):
        qtbot.keyClick(view, Key.Key_Right)
    assert steps(project) == before, "only seen as yet"
    qtbot.keyClick(view, Key.Key_Return)
    assert spans(project, study) == ["ikke noe fast sted hvor vi møttes"]
    assert steps(project) == before + 1
    assert workspace.reader.chosen_excerpt() == chosen
    project.undo()
    assert spans(project, study) == ["ikke noe fast sted"]
    assert workspace.reader.view.grips is not None
    assert TEXT[slice(*workspace.reader.view.grips.span)] == "ikke noe fast sted"


def test_an_excerpt_is_split_by_key_and_brought_back(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    put_caret(workspace, "fast sted")
    qtbot.keyClick(workspace.reader.view, Key.Key_Return, Held.ControlModifier)
    assert spans(project, study) == ["ikke noe", "fast sted"]
    assert {row.valence for row in codings(project, study)} == {"barrier"}
    assert workspace.reader.chosen_excerpt() == codings(project, study)[0].excerpt_id
    project.undo()
    assert spans(project, study) == ["ikke noe fast sted"]


def test_an_excerpt_is_split_between_the_words_nearest_to_the_caret(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    put_caret(workspace, "t sted")  # in the middle of a word
    qtbot.keyClick(workspace.reader.view, Key.Key_Return, Held.ControlModifier)
    assert spans(project, study) == ["ikke noe fast", "sted"]


def test_an_excerpt_is_not_split_at_its_ends_and_a_sentence_says_why(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    put_caret(workspace, "ikke noe")
    with qtbot.waitSignal(workspace.refused) as refused:
        qtbot.keyClick(workspace.reader.view, Key.Key_Return, Held.ControlModifier)
    assert "between two words" in str(refused.args[0])
    assert spans(project, study) == ["ikke noe fast sted"]


def test_the_same_stretch_is_coded_again_from_the_chosen_excerpt(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    qtbot.keyClick(workspace.reader.view, Key.Key_Return)
    palette = workspace.window().findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "slik")
    qtbot.keyClick(palette.field, Key.Key_Return)
    rows = codings(project, study)
    assert {row.code_id for row in rows} == {study.places, study.habits}
    assert len({row.excerpt_id for row in rows}) == 1


def test_what_another_coder_chose_is_coded_and_resized_without_moving_the_others_work(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    with project.edit("add_coder") as session:
        other = coders.ensure(session, "Jonas")
    project.coder_id = other
    qtbot.keyClick(workspace.reader.view, Key.Key_Return)
    palette = workspace.window().findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "slik")
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert len({row.excerpt_id for row in codings(project, study)}) == 1
    view = workspace.reader.view
    qtbot.keyClicks(view, "e")
    qtbot.keyClick(view, Key.Key_Left)
    qtbot.keyClick(view, Key.Key_Return)
    told = {row.coder: TEXT[row.start : row.end] for row in codings(project, study)}
    assert told == {"Marte": "ikke noe fast sted", "Jonas": "ikke noe fast"}
    (mine,) = [row for row in codings(project, study) if row.coder == "Jonas"]
    assert workspace.reader.chosen_excerpt() == mine.excerpt_id


def test_no_key_changes_what_another_coder_put_on_the_same_words(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project, study: Study
) -> None:
    with project.edit("apply_code") as session:
        jonas = coders.ensure(session, "Jonas")
        coding.apply(
            session, study.document, *study.excerpt, [study.habits], coder_id=jonas, valence=None
        )
    qtbot.keyClicks(workspace.reader.view, "+")
    qtbot.keyClick(workspace.reader.view, Key.Key_D, Held.ControlModifier)
    rows = {row.coder: row for row in codings(project, study)}
    assert (rows["Jonas"].valence, rows["Jonas"].depth) == (None, None)
    assert (rows["Marte"].valence, rows["Marte"].depth) == ("opportunity", "semantic")
    qtbot.keyClick(workspace.reader.view, Key.Key_Delete)
    assert [row.coder for row in codings(project, study)] == ["Jonas"]
    project.undo()
    qtbot.keyClick(workspace.reader.view, Key.Key_Delete, Held.ShiftModifier)
    assert [row.coder for row in codings(project, study)] == ["Jonas"]


def test_ctrl_d_goes_through_semantic_latent_and_neither(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    for depth in ("semantic", "latent", None):
        qtbot.keyClick(workspace.reader.view, Key.Key_D, Held.ControlModifier)
        assert [row.depth for row in codings(project, study)] == [depth]
    project.undo()
    assert [row.depth for row in codings(project, study)] == ["latent"]


def test_depth_is_chosen_with_its_buttons_too(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    def button(depth: str) -> QToolButton:
        form = workspace.inspector.form
        found = form.findChild(QToolButton, f"coding-{study.coding}-{depth}")
        assert isinstance(found, QToolButton)
        return found

    qtbot.mouseClick(button("latent"), Button.LeftButton)
    assert [row.depth for row in codings(project, study)] == ["latent"]
    assert button("latent").isChecked()
    qtbot.keyClick(button("latent"), Key.Key_Space)
    assert [row.depth for row in codings(project, study)] == [None]


def test_an_exclamation_mark_says_never_to_quote_and_takes_it_back(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    for on in (True, False):
        qtbot.keyClicks(workspace.reader.view, "!")
        assert [row.do_not_quote for row in codings(project, study)] == [on]


def test_delete_takes_the_code_that_was_pointed_at_and_shift_delete_all(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    view = workspace.reader.view
    with project.edit("apply_code") as session:
        coding.apply(
            session,
            study.document,
            *study.excerpt,
            [study.habits],
            coder_id=project.coder_id,
        )
    qtbot.keyClick(view, Key.Key_Down, Held.AltModifier | Held.ShiftModifier)
    qtbot.keyClick(view, Key.Key_Delete)
    assert [row.code_id for row in codings(project, study)] == [study.habits]
    project.undo()
    qtbot.keyClick(view, Key.Key_Down, Held.AltModifier | Held.ShiftModifier)
    qtbot.keyClick(view, Key.Key_Delete, Held.ShiftModifier)
    assert codings(project, study) == []
    project.undo()
    assert len(codings(project, study)) == 2


def test_delete_takes_all_codes_of_an_excerpt_chosen_as_a_whole(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    view, turned = workspace.reader.view, Held.AltModifier | Held.ShiftModifier
    with project.edit("apply_code") as session:
        coding.apply(
            session, study.document, *study.excerpt, [study.habits], coder_id=project.coder_id
        )
    for _time in range(3):  # the first, the second, all again
        qtbot.keyClick(view, Key.Key_Down, turned)
    before = steps(project)
    qtbot.keyClick(view, Key.Key_Delete)
    assert (codings(project, study), steps(project)) == ([], before + 1)


def test_c_goes_to_the_comment_and_escape_keeps_it_and_comes_back(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    qtbot.keyClicks(workspace.reader.view, "c")
    field = QApplication.focusWidget()
    assert isinstance(field, CommentField)
    qtbot.keyClicks(field, "Igjen stedet.")
    qtbot.keyClick(field, Key.Key_Escape)
    assert [row.comment for row in codings(project, study)] == ["Igjen stedet."]
    assert workspace.reader.view.hasFocus()


def test_a_passage_is_coded_commented_and_given_a_memo_without_the_mouse(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    put_caret(workspace, "telefonen")
    qtbot.keyClick(workspace.reader.view, Key.Key_Escape)
    qtbot.keyClicks(workspace.reader.view, "ss")  # the sentence, then the first letter of a code
    palette = workspace.window().findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "lik")
    qtbot.keyClick(palette.field, Key.Key_Return, Held.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, CommentField)
    qtbot.keyClicks(field, "Slik er det.")
    qtbot.keyClick(field, Key.Key_Escape)
    (made,) = [row for row in codings(project, study) if row.code_id == study.habits]
    assert made.comment == "Slik er det."
    qtbot.keyClick(workspace.reader.view, Key.Key_Return)
    qtbot.keyClicks(palette.field, "faste")
    with qtbot.waitSignal(workspace.memo_wished) as wished:
        qtbot.keyClick(palette.field, Key.Key_M, Held.ControlModifier)
    assert wished.args == [Target("excerpt", made.excerpt_id)]


def test_a_new_code_gets_its_place_and_colour_without_the_mouse(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    qtbot.keyClick(workspace.reader.view, Key.Key_Return)
    palette = workspace.window().findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "omstart")
    qtbot.keyClick(palette.field, Key.Key_Return, Held.AltModifier)
    qtbot.keyClick(palette.field, Key.Key_Left, Held.AltModifier)
    qtbot.keyClicks(palette.field, "vaner")
    qtbot.keyClick(palette.field, Key.Key_Return)
    node = code_node(workspace, "omstart")
    assert node.code is not None
    assert (node.code.theme_ids, node.code.own_colour) == ((study.culture,), "brown")
    assert len(codings(project, study)) == 2
    project.undo()
    assert len(codings(project, study)) == 1


def test_the_depth_of_several_chosen_excerpts_is_one_step(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    with project.edit("apply_code") as session:
        for at in (0, 60):
            coding.apply(
                session, study.document, at, at + 8, [study.places], coder_id=project.coder_id
            )
    workspace.show_code(study.places)
    found = workspace.inspector.list
    found.setFocus()
    qtbot.keyClick(found, Key.Key_A, Held.ControlModifier)
    before = steps(project)
    qtbot.keyClick(found, Key.Key_D, Held.ControlModifier)
    assert [row.depth for row in codings(project, study)] == ["semantic"] * 3
    assert steps(project) == before + 1
    menu = found.menu(found.chosen())
    next(act for act in menu.actions() if act.text().startswith("Semantic or latent")).trigger()
    assert [row.depth for row in codings(project, study)] == ["latent"] * 3


def test_text_is_dragged_onto_a_code_and_a_code_onto_text(
    workspace: CodingWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    reader, tree = workspace.reader, workspace.codebook.tree
    assert reader.view.page is not None
    start = TEXT.index("alt hang på")
    passage = (start, start + len("alt hang på"))
    workspace.codebook.choose_code(study.habits)
    row = tree.visualRect(tree.currentIndex()).center()
    drop(tree.viewport(), carried(reader.view.page, passage), row)
    box = reader.view.box_of(TEXT.index("fast sted") + 2)
    place = QPoint(box.left(), box.center().y())
    drop(reader.view.viewport(), mime_of_codes([study.habits]), place)
    habits = [row for row in codings(project, study) if row.code_id == study.habits]
    assert sorted((row.start, row.end) for row in habits) == sorted([study.excerpt, passage])


def test_a_press_on_the_selection_that_moves_carries_it_and_keeps_it(
    workspace: CodingWorkspace, qtbot: QtBot
) -> None:
    reader = workspace.reader
    start = TEXT.index("alt hang på")
    reader.select(start, start + 11)
    box = reader.view.box_of(start + 4)
    place = QPoint(box.left(), box.center().y())
    viewport = reader.view.viewport()
    qtbot.mousePress(viewport, Button.LeftButton, pos=place)
    qtbot.mouseMove(viewport, place + QPoint(40, 40))
    qtbot.mouseRelease(viewport, Button.LeftButton, pos=place + QPoint(40, 40))
    assert reader.selection() == (start, start + 11)


def code_node(workspace: CodingWorkspace, name: str) -> Node:
    """The node of a code in the codebook."""
    nodes = workspace.codebook.model.nodes()
    return next(node for node in nodes if node.code is not None and node.code.name == name)


def drop(onto: QWidget, data: QMimeData, place: QPoint) -> None:
    """Drag something over a place and let it go there."""
    left, none = Button.LeftButton, Held.NoModifier
    actions = Qt.DropAction.CopyAction
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(onto, kind(place, actions, data, left, none))
    QApplication.sendEvent(onto, QDropEvent(QPointF(place), actions, data, left, none))
