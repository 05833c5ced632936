"""How long it takes to open, scroll, select and code a long transcript. Measures and prints.

A is 160,000 characters with 2,000 codings that overlap in pairs, B ten times that. Times are of
the processor, so that what else the machine does counts less; the middle, the 95th percentile and
the worst of many frames are printed in milliseconds. Run with
`pytest tests/benchmarks --benchmark-only`.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from time import process_time
from typing import Any, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.store.rows import CodingRow, Reading
from qualtool.ui import fonts
from qualtool.ui.reader.candidates import Candidate
from qualtool.ui.reader.finding import Finding
from qualtool.ui.reader.palette import Palette
from qualtool.ui.reader.palette_choice import Choice
from qualtool.ui.reader.reader import Reader
from qualtool.ui.reader.uncoded import Uncoded
from tests.ui.reader.transcripts import VALENCES, coding_row, made_up, plain

SIZES: Final = {"A": (160_000, 2_000), "B": (1_600_000, 20_000)}
FRAMES: Final = 60
TURNS: Final = 12  # of the event loop between two keys: a dozen milliseconds


def milliseconds(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return (process_time() - start) * 1000


def spread(times: list[float]) -> str:
    times = sorted(times)
    return f"{times[len(times) // 2]:5.1f} {times[int(len(times) * 0.95)]:5.1f} {times[-1]:5.1f}"


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    """As wide as in the drawings, with a small document shown, so that all fonts are loaded."""
    fonts.load()
    made = Reader()
    qtbot.addWidget(made)
    made.resize(790, 790)
    made.set_valences(VALENCES)
    reading, codings = made_up(3000, 20)
    made.show_document(reading, codings)
    made.show()
    paint(made)
    return made


def paint(reader: Reader) -> None:
    """Paint a whole frame now."""
    reader.view.viewport().repaint()
    reader.view.overview.repaint()


def frames(reader: Reader, act: Callable[[int], object]) -> str:
    times = []
    for number in range(FRAMES):
        start = process_time()
        act(number)
        paint(reader)
        times.append((process_time() - start) * 1000)
    return spread(times)


def frames_apart(reader: Reader, act: Callable[[int], object]) -> tuple[str, str]:
    """The same where the program is left to itself between two frames, as between two keys; and
    how long each turn of the event loop takes meanwhile."""
    times, turns = [], []
    for number in range(FRAMES):
        start = process_time()
        act(number)
        paint(reader)
        times.append((process_time() - start) * 1000)
        turns += [milliseconds(QApplication.processEvents) for _turn in range(TURNS)]
    return spread(times), spread(turns)


@pytest.mark.parametrize("size", SIZES)
def test_opening_scrolling_selecting_and_coding(
    benchmark: Any, qtbot: QtBot, reader: Reader, size: str, capsys: pytest.CaptureFixture[str]
) -> None:
    reading, codings = made_up(*SIZES[size])
    benchmark.pedantic(open_document, (reader, reading, codings), rounds=5)
    opened = [milliseconds(lambda: open_document(reader, reading, codings)) for _try in range(5)]
    bar, chance, length = reader.view.verticalScrollBar(), random.Random(1), len(reading.text)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    reader.view.setFocus()
    pages, turns = frames_apart(reader, lambda _n: qtbot.keyClick(reader.view, Qt.Key.Key_PageDown))
    lines = {
        "opened to painted": spread(opened),
        "wheel down": frames(reader, lambda _n: reader.view.scroll_by(78)),
        "wheel up": frames(reader, lambda _n: reader.view.scroll_by(-78)),
        "page down": frames(reader, lambda _n: qtbot.keyClick(reader.view, Qt.Key.Key_PageDown)),
        "page down, apart": pages,
        "  turns between": turns,
        "jump": frames(reader, lambda _n: bar.setValue(chance.randrange(bar.maximum()))),
        "reveal": frames(reader, lambda _n: reader.reveal(chance.randrange(length))),
        "select": frames(reader, lambda _n: qtbot.keyClick(reader.view, Qt.Key.Key_Right, held)),
        "next excerpt": frames(reader, lambda _n: qtbot.keyClick(reader.view, "]")),
        "codings shown anew": frames(
            reader, lambda n: reader.set_codings([*codings, coding_row(10**6 + n, (n, n + 90))])
        ),
    }
    with capsys.disabled():
        print(f"\n{size}: {SIZES[size][0]:,} characters, {SIZES[size][1]:,} codings (ms)")
        for name, times in lines.items():
            print(f"  {name:20} {times}")
    assert len(reader.view.coded.codings) == SIZES[size][1] + 1


def open_document(reader: Reader, reading: Reading, codings: list[CodingRow]) -> None:
    """Open it as for the first time."""
    reader.show_document(None, [])
    reader.show_document(reading, codings)
    paint(reader)


def test_a_paragraph_of_a_hundred_thousand_characters(
    benchmark: Any, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    reading = plain("Så gikk vi hjem igjen og ventet på svar. " * 2500)
    chance = random.Random(3)
    opened = milliseconds(lambda: open_document(reader, reading, []))
    benchmark.pedantic(open_document, (reader, reading, []), rounds=5)
    jumps = frames(reader, lambda _n: reader.reveal(chance.randrange(len(reading.text))))
    with capsys.disabled():
        print(f"\nOne paragraph of 100,000 characters: opened {opened:.1f} ms, jumps {jumps} ms")
    assert len(reading.text) > 100_000


def test_every_key_in_the_palette(
    benchmark: Any, qtbot: QtBot, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "møte faste struktur kultur tillit ansvar leder kommune helhet forankring tid".split()
    chance = random.Random(1)
    codes = [
        Candidate(
            "code",
            number,
            " ".join(chance.choices(words, k=12))[:80],
            " ".join(chance.choices(words, k=30)),
            count=number % 50,
        )
        for number in range(3000)
    ]
    reader.set_candidates(codes)
    reader.select(0, 20)
    opened = milliseconds(reader.open_palette)
    palette = reader.window().findChild(Palette)
    assert isinstance(palette, Palette)
    times = []
    for query in ("faste møt", "taushetspilkt", "kommunne leder", "xyzzy", "tsif"):
        palette.field.clear()
        for letter in query:
            start = process_time()
            qtbot.keyClick(palette.field, letter)
            QApplication.processEvents()  # paints what has changed
            times.append((process_time() - start) * 1000)
    choice = Choice()
    choice.set_candidates(codes)
    benchmark.pedantic(choice.rows, ("faste møt", ()), rounds=20)
    with capsys.disabled():
        print(f"\n3,000 codes of 80 characters: opened {opened:.1f} ms, a key {spread(times)} ms")
    assert palette.rows.rowCount() > 0


def test_finding_words_and_what_is_not_coded(
    benchmark: Any, qtbot: QtBot, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each key in the field until the window has painted, and what comes of it in the turns after;
    then the same of uncoded stretches."""
    reading, codings = made_up(*SIZES["B"])
    finding, uncoded = Finding(reader), Uncoded(reader)
    layout = reader.layout()
    assert layout is not None
    layout.addWidget(finding.bar)
    open_document(reader, reading, codings)
    opened = milliseconds(finding.open)
    ready = milliseconds(QApplication.processEvents)
    keys, turns = [], []
    for words in ("e", "kommunen", "det var", "zzz"):
        finding.bar.field.clear()
        for letter in words:
            keys.append(milliseconds(partial(press, qtbot, finding, letter)))
            turns += every_turn()
    finding.bar.field.setText("det")
    turns += every_turn()
    steps = frames(reader, lambda _n: qtbot.keyClick(finding.bar.field, Qt.Key.Key_Return))
    bar, chance = reader.view.verticalScrollBar(), random.Random(1)
    jumps = frames(reader, lambda _n: bar.setValue(chance.randrange(bar.maximum())))
    shown = milliseconds(lambda: uncoded.set_shown(True))
    reads = every_turn()
    sparse = codings[::40]
    reader.set_codings(sparse)
    counted = benchmark.pedantic(uncoded.go, (1,), rounds=1)
    with_lines = frames(reader, lambda _n: bar.setValue(chance.randrange(bar.maximum())))
    steps_bare = frames(reader, lambda _n: uncoded.go(1))
    with capsys.disabled():
        print(f"\nB: bar opened {opened:.1f} ms, text made ready {ready:.1f} ms")
        print(f"  a key in the field   {spread(keys)}")
        print(f"  turns while looking  {spread(turns)}")
        print(f"  next place           {steps}")
        print(f"  jump with hits       {jumps}")
        print(f"  uncoded shown {shown:.1f} ms, turns while reading {spread(reads)}")
        print(f"  jump with uncoded    {with_lines}")
        print(f"  next uncoded         {steps_bare}")
    assert counted == ""
    assert len(finding.hits) > 1000


def press(qtbot: QtBot, finding: Finding, letter: str) -> None:
    qtbot.keyClick(finding.bar.field, letter)
    finding.bar.repaint()


def every_turn() -> list[float]:
    """How long each turn of the event loop takes until there is nothing left to do."""
    times = [milliseconds(QApplication.processEvents)]
    while times[-1] > 1 and len(times) < 400:
        times.append(milliseconds(QApplication.processEvents))
    return times
