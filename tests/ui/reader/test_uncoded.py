"""What is not coded is marked, gone through and counted, and stays right as codings come and go."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from qualtool.ui import theme
from qualtool.ui.reader import uncoded as module
from qualtool.ui.reader.reader import Reader
from qualtool.ui.reader.uncoded import Uncoded
from tests.ui.reader.transcripts import coding_row, made_up, plain, reading_of

TEXT = reading_of().text


def marked(reader: Reader) -> int:
    """How many pixels beside the text have the tone of what is not coded."""
    image = reader.view.viewport().grab().toImage()
    left = reader.view.measure.text_left
    return sum(
        image.pixelColor(x, y) == theme.current().colour("faint")
        for x in range(left - 14, left - 2)
        for y in range(image.height())
    )


def test_nothing_is_marked_or_said_until_it_is_asked_for(reader: Reader) -> None:
    uncoded = Uncoded(reader)
    assert marked(reader) == 0
    assert uncoded.words() == ""
    uncoded.set_shown(True)
    assert marked(reader) > 0
    strip = reader.view.overview.grab().toImage()
    tones = [strip.pixelColor(1, y) for y in range(strip.height())]
    assert theme.current().colour("faint") in tones
    uncoded.set_shown(False)
    assert marked(reader) == 0
    assert uncoded.words() == ""


def test_the_words_say_how_much_is_coded(qtbot: QtBot, reader: Reader) -> None:
    uncoded = Uncoded(reader)
    uncoded.set_shown(True)
    assert uncoded.words().endswith("3 places without a code")
    before = marked(reader)
    with qtbot.waitSignal(uncoded.changed):
        reader.set_codings([coding_row(1, (0, len(TEXT)))])
    assert uncoded.words() == "100 % of the informants’ words are coded"
    assert marked(reader) == 0 < before
    with qtbot.waitSignal(uncoded.changed):
        reader.set_codings([])
    assert uncoded.words() == "0 % of the informants’ words are coded · 2 places without a code"


def test_u_and_shift_u_go_through_what_is_not_coded(qtbot: QtBot, reader: Reader) -> None:
    uncoded = Uncoded(reader)
    said: list[str] = []
    reader.uncoded_wished.connect(lambda step: said.append(uncoded.go(step)))
    places = []
    for _press in range(3):
        qtbot.keyClick(reader.view, "u")
        places.append(reader.view.caret.position)
    first = TEXT.index("Altså")
    assert places[0] == first
    assert places == sorted(set(places))
    assert said == ["", "", ""]
    qtbot.keyClick(reader.view, "u")
    assert said[-1] == "No place after this one is without a code."
    assert reader.view.caret.position == places[-1]
    for _press in range(3):
        qtbot.keyClick(reader.view, "U")
    assert said[-1] == "No place before this one is without a code."
    assert reader.view.caret.position == first


def test_u_goes_from_turn_to_turn_where_nothing_is_coded(qtbot: QtBot, reader: Reader) -> None:
    uncoded = Uncoded(reader)
    reader.uncoded_wished.connect(uncoded.go)
    reader.set_codings([])
    reading, _codings = made_up(4_000, 0)
    reader.show_document(None, [])
    reader.show_document(reading, [])
    answers = [turn.start for turn in reading.turns if turn.speaker == 1]
    places = []
    for _press in answers:
        qtbot.keyClick(reader.view, "u")
        places.append(reader.view.caret.position)
    assert places[0] == answers[0]
    assert places[-1] == answers[-1]
    assert places == answers
    reader.reveal(answers[2] + 30)
    qtbot.keyClick(reader.view, "U")
    assert reader.view.caret.position == answers[2]
    qtbot.keyClick(reader.view, "U")
    assert reader.view.caret.position == answers[1]


def test_a_document_all_coded_says_so(qtbot: QtBot, reader: Reader) -> None:
    uncoded = Uncoded(reader)
    reader.set_codings([coding_row(1, (0, len(TEXT)))])
    assert uncoded.go(1) == "Everything in this document is coded."
    reader.show_document(None, [])
    assert uncoded.go(1) == ""


def test_another_document_is_counted_anew(qtbot: QtBot, reader: Reader) -> None:
    uncoded = Uncoded(reader)
    uncoded.set_shown(True)
    reader.show_document(plain(""), [])
    assert uncoded.words() == ""
    reading, codings = made_up(400_000, 2000)
    reader.show_document(None, [])
    with qtbot.waitSignal(uncoded.changed):
        reader.show_document(reading, codings)
    qtbot.waitUntil(lambda: "words are coded" in uncoded.words())


def test_where_nobody_is_known_to_speak_all_words_count(reader: Reader) -> None:
    uncoded = Uncoded(reader)
    uncoded.set_shown(True)
    reader.show_document(None, [])
    reader.show_document(plain("Notat om møtet med alle i gruppa."), [])
    assert uncoded.words() == "0 % of the words are coded · 1 place without a code"


def test_the_line_goes_on_through_a_very_long_paragraph(reader: Reader) -> None:
    uncoded = Uncoded(reader)
    uncoded.set_shown(True)
    reader.show_document(None, [])
    reader.show_document(plain("Så gikk vi hjem igjen og ventet på svar. " * 400), [])
    uncoded.go(1)
    assert reader.view.page is not None
    second = reader.view.page.pieces.starts[1]
    reader.reveal(second)
    image = reader.view.viewport().grab().toImage()
    tone = theme.current().colour("faint")
    left = reader.view.measure.text_left
    column = next(
        x
        for x in range(left - 14, left - 2)
        if any(image.pixelColor(x, y) == tone for y in range(image.height()))
    )
    y = reader.view.box_of(second).top()
    line = reader.view.page.face.line
    assert all(image.pixelColor(column, each) == tone for each in range(y - line, y + line))


def test_words_are_read_to_the_end_however_short_the_turns(
    qtbot: QtBot, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SLICE", -1.0)
    uncoded = Uncoded(reader)
    uncoded.set_shown(True)
    qtbot.waitUntil(lambda: uncoded.words() != "")
    reading, codings = made_up(60_000, 40)
    reader.show_document(None, [])
    reader.show_document(reading, codings)
    assert uncoded.words() == ""
    qtbot.waitUntil(lambda: uncoded.words() != "")


def test_what_is_too_short_to_be_a_place_is_not_called_coded(reader: Reader) -> None:
    uncoded = Uncoded(reader)
    last = TEXT.rstrip().rfind(" ")
    reader.set_codings([coding_row(1, (0, last))])
    assert uncoded.go(1) == "No place of five words or more is left without a code."
