"""The style sheet of the window, made from the roles of a look and the sizes of the fonts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from string import Template

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor

from qualtool.ui import fonts

SIZES = (10, 11, 12, 13, 14, 15, 16, 20, 24, 34)


def sheet(look: str, roles: Mapping[str, QColor]) -> str:
    """The style sheet: ``$ink`` becomes that colour, ``$size13`` thirteen pixels in points."""
    values = {role: colour.name() for role, colour in roles.items()}
    values |= {f"size{size}": f"{fonts.points(size):.2f}pt" for size in SIZES}
    values |= {"look": look, "interface": fonts.INTERFACE, "reading": fonts.READING}
    # Where a style sheet finds the few drawings it cannot have tinted.
    QDir.setSearchPaths("themes", [str(resources.files("qualtool.resources") / "themes")])
    return _template().substitute(values)


@cache
def _template() -> Template:
    file = resources.files("qualtool.resources") / "themes" / "window.qss"
    return Template(file.read_text("utf-8"))
