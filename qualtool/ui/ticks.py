"""What is on now, of all that the menu can turn on: it has a tick there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qualtool import i18n, settings

if TYPE_CHECKING:
    from qualtool.ui.main_window import MainWindow
    from qualtool.ui.workspaces.coding import CodingWorkspace
    from qualtool.ui.workspaces.themes import ThemesWorkspace

Tick = Callable[["MainWindow"], bool]


def blind(window: MainWindow) -> bool:
    """What others have coded is hidden from who is coding."""
    return window.coders.blind()


def everybodys(window: MainWindow) -> bool:
    """Everybody's codings are shown."""
    return window.project is not None and window.project.coders_read is None


def own(window: MainWindow) -> bool:
    """Only the codings of who is coding are shown."""
    project = window.project
    return project is not None and project.coders_read == frozenset({project.coder_id})


def another(window: MainWindow) -> bool:
    """Only the codings of somebody else are shown."""
    return window.project is not None and not everybodys(window) and not own(window)


def uncoded(window: MainWindow) -> bool:
    """What is not coded is marked."""
    coding = _coding(window)
    return coding is not None and coding.places.uncoded.shown


def reading(window: MainWindow) -> bool:
    """The text is shown alone."""
    coding = _coding(window)
    return coding is not None and coding.panes.reading()


def lists_out(window: MainWindow) -> bool:
    """Documents and codebook stand beside the text."""
    coding = _coding(window)
    return coding is not None and not coding.panes.reading() and coding.panes.lists.out()


def beside_out(window: MainWindow) -> bool:
    """What is chosen stands beside the text."""
    coding = _coding(window)
    return coding is not None and not coding.panes.reading() and coding.panes.beside.out()


def full_screen(window: MainWindow) -> bool:
    """The window fills the screen."""
    return window.isFullScreen()


def all_pages(window: MainWindow) -> bool:
    """Every page of the themes is offered, whatever the profile shows."""
    themes = _themes(window)
    return themes is not None and themes.pages.all_shown


def look(name: str) -> Tick:
    """A look is worn."""
    return lambda _window: settings.load().theme == name


def language(key: str) -> Tick:
    """A language is spoken."""
    return lambda _window: i18n.language() == key


def _coding(window: MainWindow) -> CodingWorkspace | None:
    from qualtool.ui.workspaces.coding import CodingWorkspace

    found = window.pages.workspace("coding")
    return found if isinstance(found, CodingWorkspace) else None


def _themes(window: MainWindow) -> ThemesWorkspace | None:
    from qualtool.ui.workspaces.themes import ThemesWorkspace

    found = window.pages.workspace("themes")
    return found if isinstance(found, ThemesWorkspace) else None
