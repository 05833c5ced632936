"""The map in the real window, arranged by mouse and by keys."""

from __future__ import annotations

from operator import attrgetter

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qualtool.analysis.thematic_map import thematic_map
from qualtool.core.thematic_map import Key, Link
from qualtool.operations import codes, themes
from qualtool.store.project import Project
from qualtool.ui.findings_actions import FINDINGS
from qualtool.ui.main_window import MainWindow
from qualtool.ui.map.canvas import MapCanvas
from qualtool.ui.map.export_sheet import ExportSheet
from qualtool.ui.map.page import ThemeMap
from qualtool.ui.map.words_field import WordsField
from qualtool.ui.map_actions import MAP
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.ui.studies import Study, furnish

KEY, BUTTON = Qt.Key, Qt.MouseButton
ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication, project: Project, study: Study) -> ThemeMap:
    made = ThemeMap(project)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    project.listen(made.on_changes)
    made.show()
    qtbot.waitActive(made)
    made.canvas.setFocus()
    return made


@pytest.fixture
def canvas(page: ThemeMap) -> MapCanvas:
    return page.canvas


def places(project: Project) -> dict[Key, tuple[int, int] | None]:
    with project.read() as session:
        return {thing.key: thing.place for thing in thematic_map(session).things}


def links(project: Project) -> tuple[Link, ...]:
    with project.read() as session:
        return thematic_map(session).links


def spot(canvas: MapCanvas, key: Key) -> QPoint:
    box = canvas.box(key)
    assert box is not None
    return canvas.to_screen(QPointF(*box.middle)).toPoint()


def drag(canvas: MapCanvas, start: QPoint, end: QPoint) -> None:
    kinds = QEvent.Type
    for kind, at, button, buttons in (
        (kinds.MouseButtonPress, start, BUTTON.LeftButton, BUTTON.LeftButton),
        (kinds.MouseMove, (start + end) / 2, BUTTON.NoButton, BUTTON.LeftButton),
        (kinds.MouseMove, end, BUTTON.NoButton, BUTTON.LeftButton),
        (kinds.MouseButtonRelease, end, BUTTON.LeftButton, BUTTON.NoButton),
    ):
        event = QMouseEvent(
            kind,
            QPointF(at),
            canvas.mapToGlobal(QPointF(at)),
            button,
            buttons,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(canvas, event)


def field(canvas: MapCanvas) -> WordsField:
    assert canvas.field is not None
    return canvas.field


def write(qtbot: QtBot, canvas: MapCanvas, words: str) -> None:
    into: QWidget = field(canvas)
    qtbot.keyClicks(into, words)
    qtbot.keyClick(into, KEY.Key_Return)


def test_a_dragged_theme_stays_where_it_was_put_and_goes_back_by_one_undo(
    canvas: MapCanvas, study: Study, project: Project
) -> None:
    key, other = Key("theme", study.structure), Key("theme", study.culture)
    before = dict(canvas.places)
    start = spot(canvas, key)
    drag(canvas, start, start + QPoint(60, 30))
    right, down = round(60 / canvas.zoom), round(30 / canvas.zoom)
    after = places(project)
    assert after[key] == (before[key][0] + right, before[key][1] + down)
    assert after[other] == before[other]
    assert canvas.chosen == [key]
    project.undo()
    assert canvas.places == before


def test_several_are_framed_and_dragged_together(
    canvas: MapCanvas, study: Study, project: Project
) -> None:
    before = dict(canvas.places)
    drag(canvas, QPoint(1, 1), QPoint(canvas.width() - 2, canvas.height() - 2))
    assert set(canvas.chosen) == set(before)
    start = spot(canvas, Key("theme", study.structure))
    drag(canvas, start, start + QPoint(-40, 20))
    ways = {(places(project)[key] or (0, 0))[0] - x for key, (x, _y) in before.items()}
    assert len(ways) == 1


def test_tab_goes_through_the_map_and_out_of_it(qtbot: QtBot, canvas: MapCanvas) -> None:
    stops = canvas.stops()
    for _each in stops:
        qtbot.keyClick(canvas, KEY.Key_Tab)
    assert canvas.at == stops[-1]
    assert canvas.accessibleDescription() == canvas.words_of(stops[-1])
    qtbot.keyClick(canvas, KEY.Key_Tab)
    assert not canvas.hasFocus()


def test_arrows_choose_the_next_thing_in_their_direction(
    qtbot: QtBot, canvas: MapCanvas, study: Study
) -> None:
    canvas.choose([Key("theme", study.structure)])
    qtbot.keyClick(canvas, KEY.Key_Right)
    assert canvas.at == Key("code", study.places)
    qtbot.keyClick(canvas, KEY.Key_Left)
    assert canvas.at == Key("theme", study.structure)


def test_alt_and_arrows_move_what_is_chosen_in_one_step(
    qtbot: QtBot, canvas: MapCanvas, study: Study, project: Project
) -> None:
    key = Key("theme", study.structure)
    x, y = canvas.places[key]
    canvas.choose([key])
    for _time in range(3):
        qtbot.keyClick(canvas, KEY.Key_Right, ALT)
    qtbot.keyClick(canvas, KEY.Key_Down, ALT | SHIFT)
    assert places(project)[key] == (x + 24, y + 1)
    project.undo()
    assert canvas.places[key] == (x, y)


def test_a_box_of_ones_own_is_made_written_and_taken_off_by_keys(
    qtbot: QtBot, canvas: MapCanvas, project: Project
) -> None:
    qtbot.keyClick(canvas, KEY.Key_N)
    write(qtbot, canvas, "Fylkets føringer")
    (box,) = canvas.chosen
    made = canvas.box(box)
    assert made is not None
    assert made.thing.words == "Fylkets føringer"
    assert canvas.hasFocus()
    qtbot.keyClick(canvas, KEY.Key_Delete)
    assert canvas.box(box) is None
    project.undo()
    assert canvas.box(box) is not None


def test_a_line_is_drawn_by_keys_given_words_and_made_an_arrow(
    qtbot: QtBot, canvas: MapCanvas, study: Study, project: Project
) -> None:
    start, end = Key("theme", study.structure), Key("code", study.places)
    canvas.choose([start])
    qtbot.keyClick(canvas, KEY.Key_L)
    qtbot.keyClick(canvas, KEY.Key_Right)
    assert canvas.at == end
    qtbot.keyClick(canvas, KEY.Key_Return)
    write(qtbot, canvas, "bæres av")
    qtbot.keyClick(canvas, KEY.Key_A)
    (link,) = links(project)
    assert (link.start, link.end, link.words, link.kind) == (start, end, "bæres av", "arrow")
    qtbot.keyClick(canvas, KEY.Key_Delete)
    assert links(project) == ()


def test_two_that_are_chosen_are_joined_at_once_and_only_once(
    qtbot: QtBot, canvas: MapCanvas, study: Study, project: Project
) -> None:
    pair = [Key("theme", study.structure), Key("theme", study.culture)]
    for _time in range(2):
        canvas.choose(pair)
        qtbot.keyClick(canvas, KEY.Key_L)
        qtbot.keyClick(field(canvas), KEY.Key_Escape)
    assert len(links(project)) == 1


def test_a_line_that_is_begun_is_let_be_by_escape(
    qtbot: QtBot, canvas: MapCanvas, study: Study, project: Project
) -> None:
    canvas.choose([Key("theme", study.structure)])
    qtbot.keyClick(canvas, KEY.Key_L)
    begun = canvas.linking
    qtbot.keyClick(canvas, KEY.Key_Escape)
    assert (begun, canvas.linking) == (Key("theme", study.structure), None)
    assert links(project) == ()


def test_words_can_stand_under_a_theme_and_its_name_stays(
    qtbot: QtBot, canvas: MapCanvas, study: Study
) -> None:
    key = Key("theme", study.structure)
    qtbot.mouseDClick(canvas, BUTTON.LeftButton, pos=spot(canvas, key))
    write(qtbot, canvas, "særlig på skolen")
    box = canvas.box(key)
    assert box is not None
    assert (box.thing.words, box.thing.note) == ("Ingen eier det", "særlig på skolen")


def test_shift_and_arrows_make_a_thing_wider_and_never_cut_its_words(
    qtbot: QtBot, canvas: MapCanvas, study: Study
) -> None:
    key = Key("theme", study.structure)
    canvas.choose([key])
    natural = canvas.box(key)
    qtbot.keyClick(canvas, KEY.Key_Right, SHIFT)
    wider = canvas.box(key)
    assert natural is not None
    assert wider is not None
    assert wider.shape.width == natural.shape.width + 16
    for _time in range(9):
        qtbot.keyClick(canvas, KEY.Key_Left, SHIFT)
    narrow = canvas.box(key)
    assert narrow is not None
    words = "".join(line.words for line in narrow.shape.lines).replace(" ", "")
    assert words == "Ingeneierdet"
    assert narrow.shape.height > natural.shape.height


def test_the_corner_of_a_chosen_box_makes_it_larger(canvas: MapCanvas, study: Study) -> None:
    key = Key("theme", study.structure)
    canvas.choose([key])
    before, grip = canvas.box(key), canvas.grip(key)
    assert before is not None
    assert grip is not None
    at = grip.center().toPoint()
    drag(canvas, at, at + QPoint(30, 20))
    after = canvas.box(key)
    assert after is not None
    assert after.shape.width > before.shape.width
    assert after.shape.height > before.shape.height


def test_what_is_taken_off_stays_in_the_study_and_can_be_put_back(
    qtbot: QtBot, page: ThemeMap, study: Study, project: Project
) -> None:
    canvas, key = page.canvas, Key("theme", study.structure)
    at = canvas.places[key]
    canvas.choose([key])
    qtbot.keyClick(canvas, KEY.Key_Delete)
    assert canvas.box(key) is None
    page.put_back()
    assert canvas.places[key] == at


def test_codes_are_hidden_and_shown_again(page: ThemeMap, study: Study) -> None:
    code = Key("code", study.places)
    page.toggle_codes()
    assert page.canvas.box(code) is None
    assert page.canvas.box(Key("theme", study.structure)) is not None
    page.toggle_codes()
    assert page.canvas.box(code) is not None


def test_the_map_follows_what_happens_on_the_board(
    canvas: MapCanvas, study: Study, project: Project
) -> None:
    key = Key("theme", study.structure)
    with project.edit("rename_theme") as session:
        themes.rename(session, study.structure, "Noen må eie det")
    box = canvas.box(key)
    assert box is not None
    assert box.thing.words == "Noen må eie det"
    with project.edit("add_code") as session:
        new = codes.add(session, "helt ny", theme_id=study.structure)
    assert canvas.box(Key("code", new)) is not None
    with project.edit("merge_themes") as session:
        themes.merge(session, [study.structure], study.culture)
    assert canvas.box(key) is None


def test_laying_out_anew_is_one_step(page: ThemeMap, study: Study, project: Project) -> None:
    key = Key("theme", study.structure)
    laid = page.canvas.places[key]
    page.acts.move([key], 500, 500)
    page.lay_out()
    assert page.canvas.places[key] == laid
    project.undo()
    assert page.canvas.places[key] == (laid[0] + 500, laid[1] + 500)


def test_the_wheel_zooms_with_ctrl_and_moves_the_view_without(
    qtbot: QtBot, canvas: MapCanvas
) -> None:
    def turn(held: Qt.KeyboardModifier) -> None:
        at = QPointF(canvas.rect().center())
        event = QWheelEvent(
            at,
            canvas.mapToGlobal(at),
            QPoint(),
            QPoint(0, 120),
            BUTTON.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(canvas, event)

    zoom, origin = canvas.zoom, QPointF(canvas.origin)
    turn(Qt.KeyboardModifier.NoModifier)
    assert (canvas.zoom, canvas.origin.y() > origin.y()) == (zoom, True)
    turn(CONTROL)
    assert canvas.zoom > zoom
    qtbot.keyClick(canvas, KEY.Key_0)
    assert canvas.zoom == zoom


def test_on_a_narrow_page_the_bar_keeps_what_is_needed_most(page: ThemeMap) -> None:
    def shown() -> set[str]:
        return {each.text() for each in page.findChildren(QPushButton) if each.isVisibleTo(page)}

    assert {"New box", "Line", "Codes", "Size by excerpts", "Whole map"} <= shown()
    page.resize(420, 500)
    assert page.width() == 420
    assert {"New box", "Line"} <= shown()
    assert "Size by excerpts" not in shown()
    page.resize(1000, 500)
    assert "Size by excerpts" in shown()


def test_a_view_that_was_moved_looks_as_one_painted_anew(
    qtbot: QtBot, page: ThemeMap, study: Study
) -> None:
    page.resize(700, 260)
    canvas = page.canvas
    canvas.zoom_to(0.8)
    canvas.grab()

    def look() -> bytes:
        grey = canvas.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        return bytes(grey.constBits())

    for way in (QPointF(-37, 0), QPointF(0, 21), QPointF(55, -13), QPointF(-2000, 5)):
        canvas.pan(way)
        moved = look()
        canvas.draw()
        anew = look()
        assert max(abs(a - b) for a, b in zip(moved, anew, strict=True)) < 8


def test_choosing_on_the_map_shows_the_theme_beside_it(
    qtbot: QtBot, page: ThemeMap, study: Study
) -> None:
    with qtbot.waitSignal(page.theme_chosen) as told:
        at = spot(page.canvas, Key("theme", study.structure))
        qtbot.mouseClick(page.canvas, BUTTON.LeftButton, pos=at)
    assert told.args == [study.structure]


def test_in_the_window_a_box_is_made_and_the_map_is_saved_under_a_title(
    qtbot: QtBot, opened: MainWindow
) -> None:
    assert opened.project is not None
    furnish(opened.project)
    opened.made["map_new_box"].trigger()
    workspace = opened.pages.workspace("themes")
    assert isinstance(workspace, ThemesWorkspace)
    page = workspace.pages.page("map")
    assert isinstance(page, ThemeMap)
    assert workspace.pages.currentWidget() is page
    write(qtbot, page.canvas, "Fylkets føringer")
    opened.made["undo"].trigger()
    opened.made["map_export"].trigger()
    sheet = opened.findChild(ExportSheet)
    assert sheet is not None
    assert sheet.title.text() == "Samarbeid"
    told: list[tuple[str, str, str]] = []
    sheet.export_wished.disconnect()
    sheet.export_wished.connect(lambda *chosen: told.append(chosen))
    sheet.title.setText("Funn")
    sheet.kind.show_key("svg")
    sheet.go.click()
    assert told == [("Funn", "nb", "svg")]


def test_what_can_be_done_on_map_and_findings_has_its_handler(opened: MainWindow) -> None:
    opened.show_workspace("themes")
    workspace = opened.pages.workspace("themes")
    handlers = [action.handler for action in (*MAP, *FINDINGS) if action.handler]
    assert all(callable(attrgetter(handler)(workspace)) for handler in handlers)
    assert len(handlers) > 10


def test_a_study_that_is_only_read_is_not_arranged(
    qtbot: QtBot, dressed: QApplication, project: Project, study: Study
) -> None:
    from qualtool.store.project import open_project

    with open_project(project.path, read_only=True) as reading:
        page = ThemeMap(reading)
        qtbot.addWidget(page)
        page.resize(800, 500)
        page.show()
        canvas, key = page.canvas, Key("theme", study.structure)
        start = spot(canvas, key)
        drag(canvas, start, start + QPoint(80, 0))
        qtbot.keyClick(canvas, KEY.Key_N)
        qtbot.keyClick(canvas, KEY.Key_Right, ALT)
        assert canvas.field is None
        assert places(reading)[key] is None
