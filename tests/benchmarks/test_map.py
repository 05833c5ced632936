"""A map of 20 themes and 300 codes: laid out, drawn, painted, and dragged about.

Run with `pytest tests/benchmarks/test_map.py --benchmark-only -s`.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from qualtool.core.map_boxes import shapes
from qualtool.core.map_drawing import drawn
from qualtool.core.map_layout import laid_out
from qualtool.core.thematic_map import Key, Link, ThematicMap, Thing
from qualtool.formats.font_widths import measure
from qualtool.ui import fonts, theme
from qualtool.ui.map.canvas import MapCanvas

THEMES, CODES = 20, 300


def _map() -> ThematicMap:
    colours = ("violet", "blue", "green", "amber", "rose")
    things = [
        Thing(Key("theme", n), "theme", f"Tema {n} om noe som holder igjen", colour=colours[n % 5])
        for n in range(THEMES)
    ]
    things += [
        Thing(
            Key("code", n),
            "code",
            f"kode {n} om hvordan vi gjør det her",
            colour=colours[n % 5],
            parents=(Key("theme", n % THEMES), *([Key("theme", 3)] if n % 40 == 0 else [])),
        )
        for n in range(CODES)
    ]
    links = tuple(
        Link(n, Key("theme", n), Key("theme", n + 1), "fører til") for n in range(THEMES - 1)
    )
    return ThematicMap(1, "", tuple(things), links)


def _ms(act: Callable[[], object], times: int) -> list[float]:
    found = []
    for _time in range(times):
        begun = time.process_time()
        act()
        found.append((time.process_time() - begun) * 1000)
    return found


def test_a_large_map(
    benchmark: Any, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    fonts.load()
    theme.choose("light")
    map_ = _map()
    first = _ms(lambda: laid_out(map_, shapes(map_.things, measure)), 1)
    again = _ms(lambda: laid_out(map_, shapes(map_.things, measure)), 5)
    sizes = shapes(map_.things, measure)
    places = laid_out(map_, sizes)
    geometry = _ms(lambda: drawn(map_, sizes, places, measure), 5)
    canvas = MapCanvas()
    canvas.resize(1100, 800)
    opening = _ms(lambda: canvas.show_map(map_), 3)
    image = QImage(1100, 800, QImage.Format.Format_RGB32)

    def paint() -> None:
        painter = QPainter(image)
        canvas.render(painter, QPointF().toPoint())
        painter.end()

    def anew() -> None:
        canvas.zoom_by(1.0001)
        paint()

    paint()
    whole = _ms(anew, 20)
    canvas.zoom_to(1.0)
    near = _ms(anew, 20)
    canvas.fit()
    canvas.zoom_to(0.6)

    def pan() -> None:
        canvas.pan(QPointF(-7, 3))
        paint()

    pan()
    panned = sorted(_ms(pan, 60))
    canvas.fit()
    step = 0

    def drag() -> None:
        nonlocal step
        step += 3
        canvas.drag(step, 0)
        paint()

    canvas.choose([Key("theme", 5)])
    benchmark.pedantic(drag, rounds=40)
    frames = sorted(_ms(drag, 100))
    with capsys.disabled():
        print(
            f"\n{THEMES} themes and {CODES} codes: laid out in {first[0]:.0f} ms the first time, "
            f"{min(again):.0f} ms after; drawn in {min(geometry):.1f} ms; shown in "
            f"{min(opening):.0f} ms; the whole of it painted in {statistics.median(whole):.1f} ms, "
            f"at 100 % in {statistics.median(near):.1f} ms; a step of moving the view "
            f"{statistics.median(panned):.1f} ms; a frame of a drag "
            f"{statistics.median(frames):.1f} ms, 95 % under {frames[94]:.1f} ms (wanted: 16)"
        )
    assert whole
