"""The looks of the window: every colour by the role it plays, light, dark or high in contrast.

Who paints by hand asks here each time it paints: ``theme.current().colour("ink")``,
``theme.current().code_colour("violet").tint``. Who keeps something made of colours listens to
``theme.signals.changed``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from qualtool.core.colours import of_its_own
from qualtool.ui import style

Name = Literal["light", "dark", "contrast"]
NAMES: Final[tuple[Name, ...]] = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class CodeColour:
    """A colour of the palette: for a mark, behind text, and for a name written in it."""

    mark: QColor
    tint: QColor
    ink: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """One look, as its file in ``resources/themes`` gives it."""

    name: Name
    dark: bool
    roles: Mapping[str, QColor]
    codes: Mapping[str, CodeColour]

    def colour(self, role: str) -> QColor:
        """The colour of a role, such as `ink`, `muted`, `line`; a KeyError for an unknown one."""
        return self.roles[role]

    def code_colour(self, key: str) -> CodeColour:
        """The three forms of a colour of the palette; some other colour for an unknown key."""
        return self.codes.get(key) or self.codes[of_its_own(0)]


class _Signals(QObject):
    changed = Signal()


signals = _Signals()
_chosen = "system"
_current: Theme | None = None
_started = False


@cache
def load(name: Name) -> Theme:
    """One of the looks, by name."""
    file = resources.files("qualtool.resources") / "themes" / f"{name}.json"
    content = json.loads(file.read_bytes())
    return Theme(
        name=name,
        dark=content["dark"],
        roles={role: QColor(value) for role, value in content["roles"].items()},
        codes={
            key: CodeColour(**{form: QColor(value) for form, value in forms.items()})
            for key, forms in content["codes"].items()
        },
    )


def current() -> Theme:
    """The look that the window has now."""
    return _current or load("light")


def choose(name: str) -> None:
    """Wear `light`, `dark` or `contrast`, or follow the `system`, also when that changes."""
    global _chosen
    _chosen = name
    hints = QGuiApplication.styleHints()
    wanted = {
        "light": Qt.ColorScheme.Light,
        "dark": Qt.ColorScheme.Dark,
        "contrast": Qt.ColorScheme.Dark,
    }
    # Tells the window's frame and the system's own dialogs, too.
    hints.setColorScheme(wanted.get(name, Qt.ColorScheme.Unknown))
    _wear()


def chosen() -> str:
    """What was chosen: `system` or the name of a look."""
    return _chosen


def start() -> None:
    """Take the window's style from here, and follow the system from now on.

    Done once; Qt would go through every widget there is each time.
    """
    global _started
    if _started:
        return
    _started = True
    QApplication.setStyle("Fusion")
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: _wear())
    accessibility = getattr(hints, "accessibility", None)  # from Qt 6.10 on
    if accessibility is not None:
        accessibility().contrastPreferenceChanged.connect(lambda _wish: _wear())


def _wear() -> None:
    global _current
    name = _wanted()
    app = QApplication.instance()
    if not isinstance(app, QApplication) or (_current is not None and _current.name == name):
        return
    _current = load(name)
    app.setPalette(_palette(_current))
    app.setStyleSheet(style.sheet(_current.name, _current.roles))
    signals.changed.emit()


@contextmanager
def undressed() -> Iterator[None]:
    """Build much of the window without its style sheet, which is put on once at the end.

    While there is one, Qt goes through all that is in a widget each time it is put into another.
    """
    app = QApplication.instance()
    sheet = app.styleSheet() if isinstance(app, QApplication) else ""
    if not isinstance(app, QApplication) or not sheet:
        yield
        return
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def restyle() -> None:
    """Make the style anew, where the fonts have changed size."""
    global _current
    _current = None
    _wear()


def _wanted() -> Name:
    for name in NAMES:
        if name == _chosen:
            return name
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None:
        preference = accessibility().contrastPreference()
        if preference == Qt.ContrastPreference.HighContrast:
            return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _palette(theme: Theme) -> QPalette:
    colour = theme.colour
    palette = QPalette()
    part = QPalette.ColorRole
    for role, value in (
        (part.Window, "surface"),
        (part.WindowText, "ink"),
        (part.Base, "surface"),
        (part.AlternateBase, "quiet"),
        (part.Text, "ink"),
        (part.Button, "surface"),
        (part.ButtonText, "ink"),
        (part.BrightText, "trouble"),
        (part.ToolTipBase, "ink"),
        (part.ToolTipText, "surface"),
        (part.PlaceholderText, "muted"),
        (part.Highlight, "text_selection"),
        (part.HighlightedText, "ink"),
        (part.Link, "accent"),
        (part.LinkVisited, "accent"),
        (part.Light, "surface"),
        (part.Midlight, "line"),
        (part.Mid, "line"),
        (part.Dark, "field_line"),
        (part.Shadow, "shadow"),
        (part.Accent, "accent"),
    ):
        palette.setColor(role, colour(value))
    for role in (part.WindowText, part.Text, part.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("faint"))
    return palette
