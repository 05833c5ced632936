"""Every icon that is asked for is there, and takes the colour of the look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from qualtool.ui import icons, theme
from qualtool.ui.action_table import TABLE
from qualtool.ui.workspaces import WORKSPACES


def colours(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    return {
        QColor(image.pixelColor(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize(
    "name", sorted({each.icon for each in TABLE if each.icon} | {each.key for each in WORKSPACES})
)
def test_an_icon_is_drawn_in_one_colour(name: str, dressed: QApplication) -> None:
    drawn = icons.icon(name, "accent").pixmap(QSize(48, 48))
    assert colours(drawn) == {theme.current().colour("accent").name()}


def test_an_icon_follows_the_look(dressed: QApplication) -> None:
    icon = icons.icon("search", "ink")
    theme.choose("dark")
    assert colours(icon.pixmap(QSize(48, 48))) == {theme.load("dark").colour("ink").name()}
    theme.choose("light")


def test_an_icon_that_does_not_exist_is_refused_where_it_is_asked_for() -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")
