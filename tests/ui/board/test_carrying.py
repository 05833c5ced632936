"""Cards and themes carried with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qualtool.operations import codes, memos, theme_states, themes
from qualtool.store.project import Project
from qualtool.ui.board.board import SETTLED, Board
from qualtool.ui.board.contents import LOOSE, REST
from qualtool.ui.board.painting import memo_box
from qualtool.ui.board.telling import tip
from qualtool.ui.dragging import mime_of_excerpts
from qualtool.ui.workspaces.board_acts import BoardActs
from tests.ui.board.boards import (
    CONTROL,
    LEFT,
    NONE,
    SHIFT,
    card,
    carry,
    ground,
    head,
    lying_in,
    place_point,
    places,
    point,
)
from tests.ui.studies import Study


def _more(project: Project, theme: int | None, *names: str) -> list[int]:
    with project.edit("add_code") as session:
        return [codes.add(session, name, theme_id=theme) for name in names]


def test_codes_without_a_theme_lie_in_the_tray(board: Board, study: Study) -> None:
    assert places(board, study.habits) == [LOOSE]
    assert places(board, study.places) == [study.structure]


def test_a_card_carried_to_a_theme_lies_there_and_in_the_tray_again_when_undone(
    board: Board, study: Study, project: Project
) -> None:
    carry(board, card(board, study.habits).key, place_point(board, study.culture))
    assert places(board, study.habits) == [study.culture]
    assert board.chosen == [card(board, study.habits).key]
    project.undo()
    assert places(board, study.habits) == [LOOSE]


def test_a_card_carried_with_ctrl_lies_in_both_themes(board: Board, study: Study) -> None:
    carry(board, card(board, study.places).key, place_point(board, study.culture), held=CONTROL)
    assert set(places(board, study.places)) == {study.culture, study.structure}


def test_a_card_carried_to_the_tray_leaves_its_theme(board: Board, study: Study) -> None:
    carry(board, card(board, study.places).key, place_point(board, LOOSE))
    assert places(board, study.places) == [LOOSE]


def test_a_card_carried_to_what_does_not_fit_leaves_all_themes(
    board: Board, study: Study, project: Project
) -> None:
    with project.edit("place_codes") as session:
        themes.place_codes(session, study.culture, [study.places])
    carry(board, card(board, study.places, study.culture).key, place_point(board, REST))
    assert places(board, study.places) == [REST]
    carry(board, card(board, study.places).key, place_point(board, LOOSE))
    assert places(board, study.places) == [LOOSE]


def test_cards_let_go_on_the_empty_board_become_a_theme_that_waits_for_its_name(
    board: Board, study: Study, qtbot: QtBot
) -> None:
    before = len(board.contents.columns)
    carry(board, card(board, study.habits).key, ground(board))
    assert len(board.contents.columns) == before + 1
    new = board.contents.columns[-1][0]
    assert lying_in(board, new.place) == [study.habits]
    field = board.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Vanene bestemmer")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert board.contents.columns[-1][0].name == "Vanene bestemmer"
    assert board.hasFocus()


def test_several_cards_chosen_with_ctrl_and_shift_are_carried_together(
    board: Board, study: Study, project: Project
) -> None:
    one, two, three, four = _more(project, None, "a1", "a2", "a3", "a4")
    for code, held in ((one, NONE), (three, SHIFT), (study.places, CONTROL)):
        view, at = point(board, card(board, code).key)
        QTest.mouseClick(view, LEFT, held, at)
    assert {key[2] for key in board.chosen} == {one, two, three, study.places}
    carry(board, card(board, two).key, place_point(board, study.culture))
    assert lying_in(board, study.culture) == [one, two, three, study.places]
    assert places(board, four) == [LOOSE]


def test_a_card_is_let_go_between_two_others(board: Board, study: Study, project: Project) -> None:
    one, two, three = _more(project, study.culture, "b1", "b2", "b3")
    view, at = point(board, card(board, two).key)
    box = board.columns.box_of(card(board, two).key)
    assert box is not None
    carry(board, card(board, three).key, (view, QPoint(at.x(), box.top() + 3)))
    assert lying_in(board, study.culture) == [one, three, two]
    carry(board, card(board, one).key, place_point(board, study.culture))
    assert lying_in(board, study.culture) == [three, two, one]


def test_escape_lets_a_carried_card_be(board: Board, study: Study) -> None:
    carry(board, card(board, study.places).key, place_point(board, study.culture), let_go=False)
    assert board.hand.target() is not None
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert not board.hand.is_busy()
    view, at = place_point(board, study.culture)
    QTest.mouseRelease(view, LEFT, NONE, at)
    assert places(board, study.places) == [study.structure]


def test_a_box_drawn_on_the_ground_chooses_the_cards_in_it(
    board: Board, study: Study, project: Project
) -> None:
    made = _more(project, study.culture, "c1", "c2")
    first = board.columns.box_of(card(board, made[0]).key)
    last = board.columns.box_of(card(board, made[1]).key)
    assert first is not None
    assert last is not None
    view = board.columns.viewport()
    end = QPoint(last.left() + 20, last.center().y())
    start = QPoint(first.left() - 5, last.bottom() + 200)
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, QPoint(first.left() - 4, last.bottom() + 30))
    QTest.mouseMove(view, QPoint(end.x(), first.center().y()))
    QTest.mouseRelease(view, LEFT, NONE, QPoint(end.x(), first.center().y()))
    assert {key[2] for key in board.chosen} == set(made)
    QTest.mouseClick(view, LEFT, NONE, start)
    assert board.chosen == []


def test_a_column_is_carried_before_another(board: Board, study: Study) -> None:
    order = [column[0].place for column in board.contents.columns]
    view, at = point(board, head(board, order[0]))
    carry(board, head(board, study.structure), (view, QPoint(at.x() - 80, at.y())))
    assert board.contents.columns[0][0].place == study.structure


def test_a_theme_carried_onto_the_body_of_another_becomes_its_sub_theme_and_back(
    board: Board, study: Study
) -> None:
    carry(board, head(board, study.structure), place_point(board, study.culture))
    section = board.contents.section(study.structure)
    assert section is not None
    assert section.parent == study.culture
    carry(board, head(board, study.structure), ground(board))
    section = board.contents.section(study.structure)
    assert section is not None
    assert section.parent is None
    assert board.contents.columns[-1][0].place == study.structure


def test_the_sign_of_memos_opens_them_and_chooses_nothing(
    board: Board, study: Study, project: Project, qtbot: QtBot
) -> None:
    with project.edit("add_memo") as session:
        memos.add(session, text="et notat", target="code", target_id=study.places)
    shown = card(board, study.places)
    box = board.columns.box_of(shown.key)
    assert box is not None
    with qtbot.waitSignal(board.memos_pressed):
        at = memo_box(shown, box).center().toPoint()
        QTest.mouseClick(board.columns.viewport(), LEFT, NONE, at)
    assert shown.key not in board.chosen


def _carry_from_elsewhere(
    board: Board, data: QMimeData, to: tuple[QWidget, QPoint]
) -> QDragMoveEvent:
    """Carry something over the board as a drag from another pane does, and let go of it."""
    view, at = to
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    QApplication.sendEvent(view, QDragEnterEvent(at, both, data, LEFT, NONE))
    move = QDragMoveEvent(at, both, data, LEFT, NONE)
    QApplication.sendEvent(view, move)
    if move.isAccepted():
        QApplication.sendEvent(view, QDropEvent(QPointF(at), both, data, LEFT, NONE))
    else:
        QApplication.sendEvent(view, QDragLeaveEvent())
    return move


def test_excerpts_carried_from_a_list_stand_in_the_theme_themselves(
    board: Board, study: Study
) -> None:
    data = mime_of_excerpts([1])
    assert _carry_from_elsewhere(board, data, place_point(board, study.culture)).isAccepted()
    assert ("excerpt", study.culture, 1) in [each.key for each in board.cards()]
    before = len(board.contents.columns)
    _carry_from_elsewhere(board, data, ground(board))
    assert len(board.contents.columns) == before + 1
    assert [each.key[0] for each in board.contents.columns[-1][0].cards] == ["excerpt"]


def test_the_trays_take_no_excerpts_and_the_board_nothing_strange(
    board: Board, study: Study
) -> None:
    data = mime_of_excerpts([1])
    assert not _carry_from_elsewhere(board, data, place_point(board, REST)).isAccepted()
    strange = QMimeData()
    strange.setText("ord")
    assert not _carry_from_elsewhere(board, strange, place_point(board, study.culture)).isAccepted()


def test_a_theme_carried_to_the_trays_is_asked_about_and_comes_back_where_it_is_carried(
    acts: BoardActs, board: Board, study: Study, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(acts.sheet_wished) as wished:
        carry(board, head(board, study.structure), place_point(board, LOOSE))
    assert wished.args is not None
    sheet = wished.args[0]
    qtbot.addWidget(sheet)
    sheet.answered.emit("", "for tynt")
    board.open(("fold", 0, 0))
    view, at = point(board, head(board, board.contents.columns[0][0].place))
    carry(board, ("aside", 0, study.structure), (view, QPoint(at.x() - 80, at.y())))
    assert board.contents.columns[0][0].place == study.structure
    assert board.contents.aside == ()


def test_a_card_that_lies_in_two_themes_says_so(
    board: Board, study: Study, project: Project
) -> None:
    with project.edit("place_codes") as session:
        themes.place_codes(session, study.culture, [study.places])
    shown = card(board, study.places, study.culture)
    assert shown.also_in == ("Ingen eier det",)
    board.choose(shown.key)
    assert "Also in “Ingen eier det”" in board.accessibleDescription()
    spot = board.columns.laid.spot(shown.key) if board.columns.laid is not None else None
    assert spot is not None
    assert "Also in" in tip(spot)


def test_the_board_scrolls_under_what_is_held_at_its_edge(
    board: Board, study: Study, project: Project, qtbot: QtBot
) -> None:
    board.resize(700, 500)
    bar = board.columns.horizontalScrollBar()
    view = board.columns.viewport()
    key = card(board, study.habits).key
    carry(board, key, (view, QPoint(view.width() - 4, 60)), let_go=False)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    board.hand.cancel()
    assert places(board, study.habits) == [LOOSE]


def test_a_double_click_on_the_empty_board_begins_a_theme(board: Board) -> None:
    before = len(board.contents.columns)
    view, at = ground(board)
    QTest.mouseDClick(view, LEFT, NONE, at)
    assert len(board.contents.columns) == before + 1


def test_the_only_theme_can_be_carried_back_from_what_is_set_aside(
    board: Board, project: Project, study: Study
) -> None:
    tops = [column[0].place for column in board.contents.columns]
    with project.edit("set_theme_state") as session:
        theme_states.set_state(session, tops, "aside")
    assert not list(board.contents.columns)
    board.open(("fold", 0, 0))
    carry(board, ("aside", 0, tops[0]), ground(board))
    assert [column[0].place for column in board.contents.columns] == [tops[0]]


def test_what_a_box_is_drawn_round_is_told_though_the_mouse_was_held_still(
    board: Board, study: Study, qtbot: QtBot
) -> None:
    box = board.columns.box_of(card(board, study.places).key)
    assert box is not None
    view = board.columns.viewport()
    heard: list[int] = []
    board.code_chosen.connect(heard.append)
    QTest.mousePress(view, LEFT, NONE, QPoint(box.left() - 5, box.bottom() + 200))
    QTest.mouseMove(view, QPoint(box.left() - 4, box.bottom() + 30))
    QTest.mouseMove(view, box.center())
    assert [key[2] for key in board.chosen] == [study.places]
    qtbot.wait(2 * SETTLED)
    assert heard == []
    QTest.mouseRelease(view, LEFT, NONE, box.center())
    qtbot.waitUntil(lambda: heard == [study.places])


def test_a_name_that_is_half_written_is_kept_when_the_board_is_left(
    board: Board, study: Study, qtbot: QtBot
) -> None:
    board.start_naming(head(board, study.culture))
    field = board.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Vaner")
    board.aside()
    section = board.contents.section(study.culture)
    assert section is not None
    assert section.name == "Vaner"
