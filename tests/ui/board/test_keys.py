"""The board by the keys alone."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qualtool.operations import codes, coding, theme_excerpts, themes
from qualtool.store.project import Project
from qualtool.ui.board.board import Board
from qualtool.ui.board.contents import LOOSE, REST, Key
from qualtool.ui.board.keys import KEYS, LETTERS
from qualtool.ui.board_actions import BOARD
from qualtool.ui.panels.command_palette import CommandPalette
from qualtool.ui.panels.merge_sheet import MergeSheet
from qualtool.ui.panels.reason_sheet import ReasonSheet
from qualtool.ui.panels.theme_split_sheet import ThemeSplitSheet
from qualtool.ui.workspaces.board_acts import BoardActs
from qualtool.ui.workspaces.board_menu import board_menu
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.ui.board.boards import CONTROL, SHIFT, card, head, lying_in, places
from tests.ui.studies import Study

K = Qt.Key


def _press(board: Board, *keys: Qt.Key | str, held: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        if isinstance(key, str):
            event = QKeyEvent(
                QEvent.Type.KeyPress, 0, SHIFT if key.isupper() else Qt.KeyboardModifier(0), key
            )
        else:
            event = QKeyEvent(QEvent.Type.KeyPress, key, held or Qt.KeyboardModifier(0))
        QApplication.sendEvent(board, event)


def _answer(board: Board, words: str, qtbot: QtBot) -> None:
    palette = next(p for p in board.window().findChildren(CommandPalette) if p.isVisible())
    qtbot.keyClicks(palette.field, words)
    qtbot.keyClick(palette.field, K.Key_Return)


def _more(project: Project, theme: int | None, *names: str) -> list[int]:
    with project.edit("add_code") as session:
        return [codes.add(session, name, theme_id=theme) for name in names]


def test_arrows_go_from_card_to_card_and_from_column_to_column(
    board: Board, study: Study, project: Project
) -> None:
    one, two = _more(project, study.culture, "b1", "b2")
    board.choose(card(board, one).key)
    _press(board, K.Key_Down)
    assert board.chosen == [card(board, two).key]
    _press(board, K.Key_Right)
    assert board.current is not None
    assert board.current[1] == study.structure or board.current[2] == study.structure
    _press(board, K.Key_Left, K.Key_Home)
    assert board.current == head(board, study.culture)
    assert "Vaner som holder igjen" in board.accessibleDescription()


def test_ctrl_and_arrows_carry_a_card_on_and_change_the_order(
    board: Board, study: Study, project: Project
) -> None:
    one, two = _more(project, study.culture, "b1", "b2")
    board.choose(card(board, one).key)
    _press(board, K.Key_Down, held=CONTROL)
    assert lying_in(board, study.culture) == [two, one]
    _press(board, K.Key_Up, held=CONTROL)
    assert lying_in(board, study.culture) == [one, two]
    _press(board, K.Key_Right, held=CONTROL)
    assert places(board, one) == [study.structure]
    _press(board, K.Key_Left, held=CONTROL)
    assert places(board, one) == [study.culture]


def test_a_card_carried_left_of_all_themes_lies_in_the_tray(board: Board, study: Study) -> None:
    board.choose(card(board, study.places).key)
    for _press_left in range(40):
        if places(board, study.places) == [LOOSE]:
            break
        _press(board, K.Key_Left, held=CONTROL)
    assert places(board, study.places) == [LOOSE]
    _press(board, K.Key_Right, held=CONTROL)
    assert places(board, study.places) == [board.contents.columns[0][0].place]


def test_shift_and_space_choose_several(board: Board, study: Study, project: Project) -> None:
    one, two, three = _more(project, study.culture, "b1", "b2", "b3")
    board.choose(card(board, one).key)
    _press(board, K.Key_Down, held=SHIFT)
    assert [key[2] for key in board.chosen] == [one, two]
    _press(board, K.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    _press(board, K.Key_Space)
    assert [key[2] for key in board.chosen] == [one, two, three]
    board.choose(card(board, two).key)
    _press(board, K.Key_A, held=CONTROL)
    assert {key[2] for key in board.chosen} == {one, two, three}


def test_a_theme_is_chosen_by_name_to_move_to_and_to_lie_in_too(
    board: Board, study: Study, qtbot: QtBot
) -> None:
    board.choose(card(board, study.habits).key)
    _press(board, "t")
    _answer(board, "vaner som", qtbot)
    assert places(board, study.habits) == [study.culture]
    assert board.hasFocus()
    _press(board, "T")
    _answer(board, "ingen eier", qtbot)
    assert set(places(board, study.habits)) == {study.culture, study.structure}
    _press(board, K.Key_Delete)
    assert len(places(board, study.habits)) == 1


def test_x_puts_with_what_does_not_fit_and_takes_back(board: Board, study: Study) -> None:
    board.choose(card(board, study.habits).key)
    _press(board, "x")
    assert places(board, study.habits) == [REST]
    _press(board, "x")
    assert places(board, study.habits) == [LOOSE]


def test_n_makes_a_theme_of_the_chosen_cards_and_f2_names_it(
    board: Board, study: Study, qtbot: QtBot
) -> None:
    board.choose(card(board, study.habits).key)
    _press(board, "n")
    new = board.contents.columns[-1][0]
    assert lying_in(board, new.place) == [study.habits]
    field = board.naming.field
    assert field is not None
    qtbot.keyClick(field, K.Key_Escape)
    assert board.contents.columns[-1][0].name == new.name
    _press(board, K.Key_F2)
    field = board.naming.field
    assert field is not None
    qtbot.keyClicks(field, "Slik er det her")
    qtbot.keyClick(field, K.Key_Return)
    assert board.contents.columns[-1][0].name == "Slik er det her"


def test_u_makes_a_sub_theme_where_the_card_lies(board: Board, study: Study) -> None:
    board.choose(card(board, study.places).key)
    _press(board, "u")
    column = next(c for c in board.contents.columns if c[0].place == study.structure)
    assert [section.depth for section in column] == [0, 1]
    assert lying_in(board, column[1].place) == [study.places]


def test_a_theme_is_kept_folded_and_coloured(acts: BoardActs, board: Board, study: Study) -> None:
    board.choose(head(board, study.structure))
    _press(board, "k", "f")
    section = board.contents.section(study.structure)
    assert section is not None
    assert (section.state, section.collapsed) == ("kept", True)
    assert "kept" in board.accessibleDescription()
    acts.set_colour("plum")
    _press(board, K.Key_Space, "k")
    section = board.contents.section(study.structure)
    assert section is not None
    assert (section.state, section.collapsed, section.colour) == ("candidate", False, "plum")


def test_a_theme_is_set_aside_with_a_reason_and_taken_back(
    acts: BoardActs, board: Board, study: Study, qtbot: QtBot
) -> None:
    board.choose(head(board, study.structure))
    with qtbot.waitSignal(acts.sheet_wished) as wished:
        _press(board, "a")
    assert wished.args is not None
    sheet = wished.args[0]
    assert isinstance(sheet, ReasonSheet)
    qtbot.addWidget(sheet)
    sheet.why.setText("for tynt belagt")
    sheet.done.click()
    assert board.contents.section(study.structure) is None
    assert [(each.name, each.reason) for each in board.contents.aside] == [
        ("Ingen eier det", "for tynt belagt")
    ]
    assert places(board, study.places) == [LOOSE], "its codes are not lost from sight"
    fold: Key = ("fold", 0, 0)
    board.open(fold)
    board.choose(("aside", 0, study.structure))
    assert "for tynt belagt" in board.accessibleDescription()
    _press(board, "a")
    assert places(board, study.places) == [study.structure]


def test_a_theme_is_merged_with_a_reason(
    acts: BoardActs, board: Board, study: Study, qtbot: QtBot, project: Project
) -> None:
    board.choose(head(board, study.structure))
    _press(board, "m")
    with qtbot.waitSignal(acts.sheet_wished) as wished:
        _answer(board, "vaner som", qtbot)
    assert wished.args is not None
    sheet = wished.args[0]
    assert isinstance(sheet, ReasonSheet)
    qtbot.addWidget(sheet)
    sheet.why.setText("samme mønster")
    sheet.done.click()
    assert lying_in(board, study.culture) == [study.places]
    step = project.next_undo()
    assert step is not None
    assert (step.action, step.reason) == ("merge_themes", "samme mønster")


def test_a_theme_is_split(
    acts: BoardActs, board: Board, study: Study, qtbot: QtBot, project: Project
) -> None:
    _one, two = _more(project, study.structure, "b1", "b2")
    board.choose(head(board, study.structure))
    with qtbot.waitSignal(acts.sheet_wished) as wished:
        _press(board, "s")
    assert wished.args is not None
    sheet = wished.args[0]
    assert isinstance(sheet, ThemeSplitSheet)
    qtbot.addWidget(sheet)
    sheet.name.setText("Det andre")
    assert not sheet.split.isEnabled()
    sheet.ticks.boxes[2].click()
    sheet.split.click()
    new = next(c[0] for c in board.contents.columns if c[0].name == "Det andre")
    assert lying_in(board, new.place) == [two]
    assert board.chosen == [head(board, new.place)]


def test_a_code_becomes_a_theme_and_a_theme_a_code(board: Board, study: Study) -> None:
    board.choose(card(board, study.habits).key)
    _press(board, "p")
    assert board.current is not None
    assert board.current[0] == "theme"
    made = board.current[2]
    assert lying_in(board, made) == [study.habits]
    _press(board, "p")
    assert places(board, study.habits) == [LOOSE]


def test_codes_are_merged_by_their_sheet(
    acts: BoardActs, board: Board, study: Study, qtbot: QtBot
) -> None:
    board.choose_all([card(board, study.habits).key, card(board, study.places).key])
    with qtbot.waitSignal(acts.sheet_wished) as wished:
        _press(board, "m")
    assert wished.args is not None
    assert isinstance(wished.args[0], MergeSheet)
    qtbot.addWidget(wished.args[0])


def test_delete_removes_a_theme_and_leaves_its_codes(
    board: Board, study: Study, project: Project
) -> None:
    board.choose(head(board, study.structure))
    _press(board, K.Key_Delete)
    assert board.contents.section(study.structure) is None
    assert places(board, study.places) == [LOOSE]
    project.undo()
    assert places(board, study.places) == [study.structure]


def test_columns_and_sub_themes_are_moved_by_ctrl_and_arrows(
    board: Board, study: Study, project: Project
) -> None:
    with project.edit("add_theme") as session:
        subs = [themes.add(session, f"Under {n}", parent_id=study.structure) for n in (1, 2)]
    order = [column[0].place for column in board.contents.columns]
    board.choose(head(board, study.structure))
    _press(board, K.Key_Left, held=CONTROL)
    at = order.index(study.structure)
    order[at - 1], order[at] = order[at], order[at - 1]
    assert [column[0].place for column in board.contents.columns] == order
    board.choose(head(board, subs[1]))
    _press(board, K.Key_Up, held=CONTROL)
    column = next(c for c in board.contents.columns if c[0].place == study.structure)
    assert [section.place for section in column[1:]] == subs[::-1]
    _press(board, K.Key_Right, held=CONTROL)
    section = board.contents.section(subs[1])
    assert section is not None
    assert section.parent == order[order.index(study.structure) + 1]


def test_excerpts_stand_in_a_theme_as_cards_and_go_where_they_are_carried(
    acts: BoardActs, board: Board, study: Study, project: Project, qtbot: QtBot
) -> None:
    with project.edit("apply_code") as session:
        coding.apply(session, study.document, 0, 8, [study.habits], coder_id=project.coder_id)
        theme_excerpts.place_excerpts(session, study.culture, [1])
    key: Key = ("excerpt", study.culture, 1)
    assert "ikke noe fast sted" in next(each.name for each in board.cards() if each.key == key)
    board.choose(key)
    _press(board, K.Key_Right, held=CONTROL)
    assert board.chosen == [("excerpt", study.structure, 1)]
    acts.place_excerpts([2])
    _answer(board, "vaner som", qtbot)
    assert ("excerpt", study.culture, 2) in [each.key for each in board.cards()]
    board.choose(("excerpt", study.culture, 2))
    _press(board, K.Key_Delete)
    assert ("excerpt", study.culture, 2) not in [each.key for each in board.cards()]


def test_enter_shows_the_excerpts_of_a_card_and_goes_to_them(
    workspace: ThemesWorkspace, study: Study, qtbot: QtBot
) -> None:
    board = workspace.board
    board.choose(card(board, study.places).key)
    with qtbot.waitSignal(workspace.code_chosen) as told:
        _press(board, K.Key_Return)
    assert told.args == [study.places]
    shown = workspace.beside.inspector.list
    assert shown.hasFocus()
    assert shown.offers_themes


def test_the_menu_offers_what_the_keys_do(acts: BoardActs, board: Board, study: Study) -> None:
    def offered(key: Key | None) -> dict[str, str]:
        board.choose(key) if key is not None else board.choose_all([])
        if key is None:
            board.current = None
        menu = board_menu(acts)
        parts = [a.text().partition("\t") for a in menu.actions() if a.text()]
        menu.close()
        return {words: keys for words, _tab, keys in parts}

    of_card = offered(card(board, study.places).key)
    assert of_card["To a theme …"] == "T"
    assert of_card["Also in …"] == "Shift T"
    assert {"Take out of the theme", "Make it a theme", "Split …", "Colour"} <= of_card.keys()
    of_theme = offered(head(board, study.structure))
    assert of_theme["Set aside …"] == "A"
    assert {"Merge into …", "Make it a code", "Fold", "Keep", "Remove"} <= of_theme.keys()
    assert offered(None) == {"New theme": "N"}
    board.choose(card(board, study.places).key)
    menu = board_menu(acts)
    assert isinstance(menu, QMenu)
    next(a for a in menu.actions() if a.text().startswith("Does not fit")).trigger()
    assert places(board, study.places) == [REST]


def test_nothing_happens_where_nothing_is_chosen(
    acts: BoardActs, board: Board, project: Project
) -> None:
    board.choose_all([])
    board.current = None
    before = project.next_undo()
    assert before is not None
    for wish in {*LETTERS.values(), *KEYS.values()} - {"new_theme"}:
        acts.act(wish)
    after = project.next_undo()
    assert after is not None
    assert after.id == before.id


def test_every_key_in_the_help_does_something_and_every_key_is_in_the_help() -> None:
    shown = {keys for action in BOARD for keys in action.keys}
    letters = {f"Shift+{key}" if key.isupper() else key.upper() for key in LETTERS}
    assert letters <= shown
    known = letters | {"Return", "Right", "Down", "Space", "Shift+Down", "Ctrl+A", "Ctrl+Right",
                       "Ctrl+Down", "Del", "F2", "Ctrl+T"}  # fmt: skip
    assert shown == known
    assert all(QKeySequence(keys).toString() for keys in shown)


def test_every_wish_of_a_key_and_every_line_of_the_palette_is_an_act(
    workspace: ThemesWorkspace,
) -> None:
    for wish in {*LETTERS.values(), *KEYS.values()}:
        assert callable(getattr(workspace.doing, wish))
    for action in BOARD:
        if action.handler:
            assert callable(attrgetter(action.handler)(workspace)), action.key


def test_a_chosen_excerpt_of_a_theme_is_shown_beside_and_escape_leads_back(
    workspace: ThemesWorkspace, study: Study, project: Project, qtbot: QtBot
) -> None:
    with project.edit("place_excerpts") as session:
        theme_excerpts.place_excerpts(session, study.culture, [1])
    board = workspace.board
    board.choose(("excerpt", study.culture, 1))
    with qtbot.waitSignal(board.excerpt_chosen):
        _press(board, K.Key_Return)
    assert workspace.beside.inspector.isVisible()
    workspace.beside.inspector.form.setFocus()
    qtbot.keyClick(workspace, K.Key_Escape)
    assert board.hasFocus()


def test_a_card_is_found_by_its_name(board: Board, study: Study, qtbot: QtBot) -> None:
    board.choose(head(board, study.culture))
    _press(board, "/")
    _answer(board, "slik gjør", qtbot)
    assert board.chosen == [card(board, study.habits).key]


def test_a_card_that_is_gone_to_does_not_lie_under_the_heading_that_stays_in_sight(
    board: Board, study: Study, project: Project
) -> None:
    made = _more(project, study.culture, *(f"b{number}" for number in range(30)))
    board.resize(900, 400)
    board.choose(card(board, made[-1]).key)
    for _step in range(12):
        _press(board, K.Key_Up)
    assert board.current is not None
    box = board.columns.box_of(board.current)
    assert box is not None
    assert board.columns.offset().y() > 0
    over = board.columns.spot_at(QPoint(box.center().x(), 12))
    assert over is not None
    assert over.key == head(board, study.culture), "the heading stays in sight"
    assert box.top() > over.box.height()
