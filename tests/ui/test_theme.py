"""Every look is complete, can be read, and tells colours apart for the colour-blind."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qualtool.core.colours import PALETTE
from qualtool.ui import style, theme
from qualtool.ui.theme import NAMES, Name

READABLE = 4.5  # WCAG 2.2, 1.4.3
VISIBLE = 3.0  # WCAG 2.2, 1.4.11, for marks
APART = 0.055  # in Oklab; about 0.02 is the least that is seen at all

# Machado, Oliveira & Fernandes (2009), severity 1.0, applied in linear RGB.
SIGHTS = {
    "ordinary": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
Triple = tuple[float, float, float]


def linear(colour: QColor) -> Triple:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return red, green, blue


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2."""
    lights = sorted(
        (sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) + 0.05)
        for x in (one, other)
    )
    return lights[1] / lights[0]


def oklab(rgb: Triple) -> Triple:
    """Ottosson (2020)."""
    r, g, b = rgb
    long, middle, short = (
        math.copysign(abs(value) ** (1 / 3), value)
        for value in (
            0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
            0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
            0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
        )
    )
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def seen(colour: QColor, sight: str) -> Triple:
    rgb = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True))))
        for row in SIGHTS[sight]
    )
    return oklab((red, green, blue))


@pytest.mark.parametrize("name", NAMES)
def test_every_look_has_the_same_roles_and_every_colour_of_the_palette(name: Name) -> None:
    look = theme.load(name)
    assert set(look.roles) == set(theme.load("light").roles)
    assert tuple(look.codes) == PALETTE


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", ["ink", "muted", "aside", "accent", "good", "caution", "trouble"])
def test_words_can_be_read_on_every_ground(name: Name, words: str) -> None:
    look = theme.load(name)
    for ground in ("surface", "quiet", "ground", "hover", "selection"):
        ratio = contrast(look.colour(words), look.colour(ground))
        assert ratio >= READABLE, f"{words} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("name", NAMES)
def test_words_on_the_rail_on_buttons_and_on_paper_can_be_read(name: Name) -> None:
    look = theme.load(name)
    for words, ground in (
        ("rail_ink", "rail"),
        ("rail_active_ink", "rail_active"),
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("paper_ink", "paper"),
        ("ink", "text_selection"),
        ("ink", "hit"),
        ("ink", "desk"),
        ("good", "good_tint"),
        ("caution", "caution_tint"),
        ("trouble", "trouble_tint"),
    ):
        assert contrast(look.colour(words), look.colour(ground)) >= READABLE, (words, ground)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", PALETTE)
def test_what_people_said_can_be_read_on_every_tint(name: Name, key: str) -> None:
    look = theme.load(name)
    for words in ("ink", "aside"):
        assert contrast(look.colour(words), look.code_colour(key).tint) >= READABLE


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", PALETTE)
def test_names_in_a_codes_colour_can_be_read_and_its_mark_seen(name: Name, key: str) -> None:
    look = theme.load(name)
    code = look.code_colour(key)
    for ground in ("surface", "quiet", "ground", "selection"):
        assert contrast(code.ink, look.colour(ground)) >= READABLE, ground
    assert contrast(code.ink, code.tint) >= READABLE
    assert contrast(code.mark, look.colour("surface")) >= VISIBLE


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_marks_are_told_apart_by_the_colour_blind(name: Name, sight: str) -> None:
    look = theme.load(name)
    marks = {key: seen(look.code_colour(key).mark, sight) for key in PALETTE}
    near = {
        (one, other): math.dist(marks[one], marks[other]) for one, other in combinations(marks, 2)
    }
    pair = min(near, key=lambda each: near[each])
    assert near[pair] >= APART, f"{pair}: {near[pair]:.3f}"


def test_an_unknown_key_has_a_colour_all_the_same() -> None:
    assert theme.load("dark").code_colour("nonsense") in theme.load("dark").codes.values()


@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheet_of_every_look_leaves_no_word_unfilled(
    name: Name, dressed: QApplication
) -> None:
    sheet = style.sheet(name, theme.load(name).roles)
    assert "$" not in sheet
    assert theme.load(name).colour("muted").name() in sheet


def test_choosing_a_look_dresses_the_window_and_tells_it(
    dressed: QApplication, qtbot: QtBot
) -> None:
    label = QLabel("Hei")
    qtbot.addWidget(label)
    with qtbot.waitSignal(theme.signals.changed):
        theme.choose("dark")
    assert theme.current().name == "dark"
    assert label.palette().windowText().color() == theme.current().colour("ink")
    theme.choose("light")
    assert label.palette().windowText().color() == theme.load("light").colour("ink")


def test_choosing_the_same_look_again_costs_nothing(dressed: QApplication, qtbot: QtBot) -> None:
    theme.choose("light")
    with qtbot.assertNotEmitted(theme.signals.changed):
        theme.choose("light")
