"""Pictures of the real window, for looking at: ``python packaging/screenshots.py FOLDER``.

Starts the window on a fresh copy of the sample study under whatever display is there, and saves a
PNG for each workspace, look and language asked for.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from qualtool.ui.main_window import MainWindow

LOOKS = ("light", "dark", "contrast")
PLACES = ("welcome", "new", "material", "coding", "themes", "report", "palette", "preferences",
          "shortcuts", "about", "coder")  # fmt: skip


def main() -> int:
    """Take the pictures; 0 where all were taken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--place", nargs="+", choices=PLACES, default=["coding"])
    parser.add_argument("--look", nargs="+", choices=LOOKS, default=["light"])
    parser.add_argument("--language", nargs="+", choices=("nb", "nn", "en"), default=["nb"])
    parser.add_argument("--size", default="1440x900", help="of the window, such as 1280x720")
    parser.add_argument("--study", type=Path, help="a project instead of the sample study")
    parser.add_argument("--empty", action="store_true", help="a new project without documents")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["QUALTOOL_HOME"] = home
        return _take(asked, Path(home))


def _take(asked: argparse.Namespace, home: Path) -> int:
    from qualtool import app, settings

    settings.change(language=asked.language[0], coder="Marte")
    application = app.application()
    study = _study(asked, home)
    window = app.start(None)
    width, height = (int(part) for part in asked.size.split("x"))
    window.resize(width, height)
    _settle(application)
    for language in asked.language:
        window.view.speak(language)
        for look in asked.look:
            window.view.set_look(look)
            for place in asked.place:
                _go(window, place, study)
                _settle(application)
                name = f"{place}-{look}-{language}.png"
                window.grab().save(str(asked.folder / name))
                print(asked.folder / name)
    window.close()
    return 0


def _study(asked: argparse.Namespace, home: Path) -> Path:
    if asked.study is not None:
        return Path(asked.study)
    if asked.empty:
        from qualtool.operations import new_project

        path = home / "Ny studie.qualtool"
        new_project.start(path, name="Ny studie", coder="Marte").close()
        return path
    from qualtool.operations import sample

    return sample.own_copy(home)


def _go(window: MainWindow, place: str, study: Path) -> None:
    window.notices.clear()
    window.searching.dismiss()
    if place in ("welcome", "new"):
        window.projects.close()
        if place == "new":
            window.projects.ask_new()
        return
    if window.project is None:
        window.projects.open(study)
    if place in ("material", "coding", "themes", "report"):
        window.show_workspace(place)
        return
    window.pages.close_sheet()
    {
        "palette": window.searching.open,
        "preferences": window.view.show_preferences,
        "shortcuts": window.view.show_shortcuts,
        "about": window.view.show_about,
        "coder": window.coders.ask,
    }[place]()


def _settle(application: QApplication) -> None:
    from PySide6.QtCore import QDeadlineTimer

    until = QDeadlineTimer(600)
    while not until.hasExpired():
        application.processEvents()


if __name__ == "__main__":
    sys.exit(main())
