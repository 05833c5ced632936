"""The method that the project follows: which profile it has, and choosing another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualtool.i18n import language

if TYPE_CHECKING:
    from qualtool.ui.main_window import MainWindow


class Method(QObject):
    """Belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Ask which profile the project is to have."""
        from qualtool.operations import profiles
        from qualtool.ui.dialogs.profile import ChooseProfile

        project = self._window.project
        if project is None:
            return
        with project.read() as session:
            now = profiles.chosen(session).id
        sheet = ChooseProfile(profiles.available(), now, language())
        sheet.profile_chosen.connect(self.choose)
        self._window.pages.show_sheet(sheet)

    def choose(self, profile_id: str) -> None:
        """Let the project have this profile; nothing where it has it."""
        from qualtool.operations import profiles, study

        project = self._window.project
        if project is None or project.read_only:
            return
        with project.read() as session:
            now = profiles.chosen(session).id
        if profile_id != now:
            with project.edit("describe_study") as session:
                study.describe(session, profile=profile_id)
