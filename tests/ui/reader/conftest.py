"""A reader on an invented interview, shown."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from qualtool.ui import fonts
from qualtool.ui.reader.reader import Reader
from tests.ui.reader.transcripts import CANDIDATES, VALENCES, coding_row, reading_of, span_of


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    """Eight hundred pixels wide, with two overlapping codings and one below, and the focus."""
    fonts.load()
    shown = Reader()
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    reading = reading_of()
    shown.set_valences(VALENCES)
    shown.set_candidates(CANDIDATES)
    whole = span_of(reading.text, "Det fantes ikke noe fast sted hvor vi møttes, så alt hang på")
    part = span_of(reading.text, "Det fantes ikke noe fast sted")
    other = span_of(reading.text, "Det er ikke vrangvilje")
    shown.show_document(
        reading,
        [
            coding_row(11, whole, valence="barrier"),
            coding_row(12, part, code=2, name="manglende helhet", colour="violet"),
            coding_row(13, other, code=3, name="det enkle ingen sier", colour="rose"),
        ],
    )
    shown.show()
    shown.setFocus()
    return shown
