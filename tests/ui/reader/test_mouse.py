"""The mouse selects, chooses and drops as in any good text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qualtool.ui import dragging
from qualtool.ui.reader.dropping import carried
from qualtool.ui.reader.margin_painting import Target
from qualtool.ui.reader.reader import Reader
from tests.ui.reader.transcripts import coding_row, reading_of, span_of

Held, Button = Qt.KeyboardModifier, Qt.MouseButton
TEXT = reading_of().text


def place_of(reader: Reader, words: str, *, into: int = 1) -> QPoint:
    """A point on a character of the text."""
    box = reader.view.box_of(TEXT.index(words) + into)
    return QPoint(box.left() - 2, box.center().y())


def click(
    qtbot: QtBot, reader: Reader, place: QPoint, held: Qt.KeyboardModifier = Held.NoModifier
) -> None:
    qtbot.mouseClick(reader.view.viewport(), Button.LeftButton, held, place)
    # So that the next click is not taken for the second of two.
    qtbot.wait(QApplication.doubleClickInterval() + 20)


def drag(qtbot: QtBot, reader: Reader, start: QPoint, end: QPoint) -> None:
    viewport = reader.view.viewport()
    qtbot.mousePress(viewport, Button.LeftButton, pos=start)
    for share in (0.3, 0.7, 1.0):
        move(reader, start + (end - start) * share)
    qtbot.mouseRelease(viewport, Button.LeftButton, pos=end)


def move(reader: Reader, place: QPoint, button: Qt.MouseButton = Button.LeftButton) -> None:
    viewport = reader.view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(viewport.mapToGlobal(place)),
        Button.NoButton,
        button,
        Held.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def selected(reader: Reader) -> str:
    span = reader.selection()
    return "" if span is None else TEXT[span[0] : span[1]]


def target_named(reader: Reader, words: str) -> Target:
    reader.view.viewport().repaint()
    return next(each for each in reader.view.targets if words in each.words)


def drop(reader: Reader, data: QMimeData, place: QPoint) -> bool:
    """Drag something in and let it go; whether it was taken."""
    viewport, copy = reader.view.viewport(), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, copy, data, Button.LeftButton, Held.NoModifier)
    QApplication.sendEvent(viewport, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(place), copy, data, Button.LeftButton, Held.NoModifier)
    QApplication.sendEvent(viewport, event)
    return event.isAccepted()


def test_dragging_selects_what_it_passes(qtbot: QtBot, reader: Reader) -> None:
    start = place_of(reader, "Ingenting", into=0) + QPoint(3, 0)
    end = place_of(reader, "Det er ikke vrangvilje", into=0)
    drag(qtbot, reader, start, end)
    assert selected(reader).strip() == "Ingenting, i begynnelsen."


def test_shift_click_takes_the_selection_to_the_click(qtbot: QtBot, reader: Reader) -> None:
    click(qtbot, reader, place_of(reader, "Hva gjorde", into=0) + QPoint(3, 0))
    click(qtbot, reader, place_of(reader, "dere da?", into=4), Held.ShiftModifier)
    assert selected(reader) == "Hva gjorde dere"


def test_a_double_click_selects_the_word_and_a_third_the_paragraph(
    qtbot: QtBot, reader: Reader
) -> None:
    viewport, place = reader.view.viewport(), place_of(reader, "gjorde", into=3)
    qtbot.mouseClick(viewport, Button.LeftButton, pos=place)
    qtbot.mouseDClick(viewport, Button.LeftButton, pos=place)
    assert selected(reader) == "gjorde"
    qtbot.mouseClick(viewport, Button.LeftButton, pos=place)
    assert selected(reader) == "Hva gjorde dere da?"


def test_the_middle_button_does_nothing(qtbot: QtBot, reader: Reader) -> None:
    before = reader.view.caret
    place = place_of(reader, "gjorde")
    qtbot.mouseClick(reader.view.viewport(), Button.MiddleButton, pos=place)
    assert (reader.view.caret, reader.chosen_excerpt()) == (before, None)


def test_a_click_on_coded_text_chooses_the_shortest_excerpt_then_the_next(
    qtbot: QtBot, reader: Reader
) -> None:
    told: list[int] = []
    reader.excerpt_chosen.connect(told.append)
    place = place_of(reader, "fantes ikke")
    click(qtbot, reader, place)
    click(qtbot, reader, place)
    click(qtbot, reader, place_of(reader, "Hva gjorde"))
    assert told == [12, 11, -1]


def test_a_click_on_a_name_chooses_its_coding_and_delete_takes_only_that(
    qtbot: QtBot, reader: Reader
) -> None:
    span = span_of(TEXT, "Det er ikke vrangvilje")
    two = [
        coding_row(31, span, excerpt=5, name="tid"),
        coding_row(32, span, excerpt=5, code=9, name="vilje"),
    ]
    reader.set_codings(two)
    target = target_named(reader, "vilje")
    click(qtbot, reader, target.box.center().toPoint())
    assert reader.chosen_excerpt() == 5
    with qtbot.waitSignal(reader.acts.uncode_wished) as wished:
        qtbot.keyClick(reader.view, Qt.Key.Key_Delete)
    assert wished.args == [[32]]


def test_names_that_found_no_room_open_as_a_list(qtbot: QtBot, reader: Reader) -> None:
    start = TEXT.index("Altså")
    rows = [
        coding_row(40 + n, (start + n, start + 40 + n), code=n, name=f"kode {n}") for n in range(8)
    ]
    below = TEXT.index("budsjettet")
    rows += [coding_row(60 + n, (below, below + 150 + n), code=n) for n in range(8)]
    reader.set_codings(rows)
    reader.view.viewport().repaint()
    fold = next(each for each in reader.view.targets if each.folded)
    shown = {each.coding.id for each in reader.view.targets if each.words}
    behind = {coding.id for each in reader.view.targets for coding in each.folded}
    assert shown | behind == {row.id for row in rows}, "no name is lost"
    click(qtbot, reader, fold.box.center().toPoint())
    menu = reader.findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    assert reader.chosen_excerpt() == fold.folded[0].excerpt_id
    menu.close()


@pytest.mark.parametrize("count", [30, 60])
def test_of_many_codes_on_one_line_each_is_reached_by_key_and_named_in_full(
    qtbot: QtBot, reader: Reader, count: int
) -> None:
    start = TEXT.index("Det fantes")
    span = (start, start + 30)
    rows = [
        coding_row(n, span, code=n, name=f"kode nummer {n} med et langt navn", excerpt=90)
        for n in range(100, 100 + count)
    ]
    reader.set_codings(rows)
    reader.view.viewport().repaint()
    told = {each.coding.id for each in reader.view.targets if each.words}
    told |= {coding.id for each in reader.view.targets for coding in each.folded}
    assert told == {row.id for row in rows}
    reader.choose_excerpt(90)
    alt, shift = Held.AltModifier, Held.ShiftModifier
    for row in rows:
        qtbot.keyClick(reader.view, Qt.Key.Key_Down, alt | shift)
        reader.view.viewport().repaint()
        named = [t for t in reader.view.targets if t.words and t.coding.id == row.id and not t.cut]
        assert named, row.code
        seen = reader.view.viewport().rect()
        assert any(seen.contains(each.box.toAlignedRect()) for each in named), row.code


def test_pointing_at_a_stripe_lights_its_text_up(qtbot: QtBot, reader: Reader) -> None:
    target = target_named(reader, "det enkle")
    place = reader.view.box_of(TEXT.index("ikke vrangvilje")).center() + QPoint(0, -9)
    viewport = reader.view.viewport()
    before = viewport.grab().toImage().pixelColor(place)
    move(reader, target.box.center().toPoint(), Button.NoButton)
    assert viewport.grab().toImage().pixelColor(place) != before
    move(reader, QPoint(5, 5), Button.NoButton)
    assert viewport.grab().toImage().pixelColor(place) == before


def test_a_code_dropped_on_an_excerpt_codes_that_excerpt(qtbot: QtBot, reader: Reader) -> None:
    place = place_of(reader, "vrangvilje")
    with qtbot.waitSignal(reader.code_dropped) as dropped:
        assert drop(reader, dragging.mime_of_codes([4]), place)
    assert dropped.args == [4, *span_of(TEXT, "Det er ikke vrangvilje")]


def test_codes_dropped_on_the_selection_code_the_selection_in_one(
    qtbot: QtBot, reader: Reader
) -> None:
    span = span_of(TEXT, "Hva gjorde")
    reader.select(*span)
    with qtbot.waitSignal(reader.codes_wished) as wished:
        drop(reader, dragging.mime_of_codes([4, 5]), place_of(reader, "gjorde"))
    assert wished.args == [*span, [4, 5], None]


def test_a_theme_dropped_on_plain_text_codes_the_paragraph(qtbot: QtBot, reader: Reader) -> None:
    with qtbot.waitSignal(reader.theme_wished) as wished:
        drop(reader, dragging.mime_of_themes([7]), place_of(reader, "gjorde"))
    assert wished.args == [*span_of(TEXT, "Hva gjorde dere da?"), 7, None]


def test_what_is_no_code_is_not_taken(qtbot: QtBot, reader: Reader) -> None:
    data = QMimeData()
    data.setText("noe helt annet")
    assert not drop(reader, data, place_of(reader, "gjorde"))


def test_a_selection_is_carried_with_its_place_and_its_words(reader: Reader) -> None:
    assert reader.view.page is not None
    span = span_of(TEXT, "ingen av oss")
    data = carried(reader.view.page, span)
    assert dragging.Span.from_mime(data) == dragging.Span(1, *span)
    assert data.text() == "ingen av oss"


def test_a_press_on_the_selection_keeps_it_until_the_button_is_let_go(
    qtbot: QtBot, reader: Reader
) -> None:
    reader.select(*span_of(TEXT, "Hva gjorde"))
    place = place_of(reader, "gjorde", into=3)
    qtbot.mousePress(reader.view.viewport(), Button.LeftButton, pos=place)
    assert selected(reader) == "Hva gjorde"
    qtbot.mouseRelease(reader.view.viewport(), Button.LeftButton, pos=place)
    assert reader.selection() is None


def test_drawing_a_selection_out_of_the_view_scrolls(qtbot: QtBot, reader: Reader) -> None:
    reader.resize(800, 160)
    qtbot.waitUntil(lambda: reader.view.viewport().height() == 160)
    start = place_of(reader, "Kan du si")
    qtbot.mousePress(reader.view.viewport(), Button.LeftButton, pos=start)
    move(reader, QPoint(300, 260))
    qtbot.waitUntil(lambda: reader.view.scrolling.top > 60)
    qtbot.mouseRelease(reader.view.viewport(), Button.LeftButton, pos=QPoint(300, 260))
    assert len(selected(reader)) > 150


@pytest.mark.parametrize("place", ["Hva gjorde", "fantes"])
def test_a_right_click_offers_what_can_be_done(qtbot: QtBot, reader: Reader, place: str) -> None:
    at = place_of(reader, place)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, reader.view.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(reader.view.viewport(), event)
    menu = reader.findChild(QMenu)
    assert isinstance(menu, QMenu)
    enabled = {action.text().split("\t")[0] for action in menu.actions() if action.isEnabled()}
    words = {action.text().split("\t")[0] for action in menu.actions()}
    for about_the_excerpt in ("Take coding away", "Write a memo", "Star"):
        assert (about_the_excerpt in enabled) == (place == "fantes")
        assert (about_the_excerpt in words) == (place == "fantes"), "nothing is offered in vain"
    menu.close()


def test_a_memo_is_begun_from_the_menu_of_an_excerpt(qtbot: QtBot, reader: Reader) -> None:
    at = place_of(reader, "fantes")
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, reader.view.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(reader.view.viewport(), event)
    menu = reader.findChild(QMenu)
    assert isinstance(menu, QMenu)
    memo = next(each for each in menu.actions() if each.text().startswith("Write a memo"))
    assert memo.text().endswith("\tCtrl M")
    with qtbot.waitSignal(reader.acts.memo_wished):
        memo.trigger()
    menu.close()
