"""How the window looks and what it shows: workspaces, size of text, colours, language, help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualtool import i18n, settings
from qualtool.i18n import gettext as _
from qualtool.ui import panes, theme
from qualtool.ui.method import Method
from qualtool.ui.work.following import Work

if TYPE_CHECKING:
    from qualtool.ui.main_window import MainWindow


class View(QObject):
    """Belongs to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.work = Work(window)
        self.method = Method(window)

    def go_material(self) -> None:
        """Show the material."""
        self._window.show_workspace("material")

    def go_coding(self) -> None:
        """Show the coding."""
        self._window.show_workspace("coding")

    def go_themes(self) -> None:
        """Show the themes."""
        self._window.show_workspace("themes")

    def go_report(self) -> None:
        """Show the report."""
        self._window.show_workspace("report")

    def next_pane(self) -> None:
        """Go to the next pane: rail, header, the workspace's own, foot."""
        window = self._window
        panes.go_to_next(
            [window.rail, window.header, window.pages.top(), *window.memos.panes(), window.foot]
        )

    def previous_pane(self) -> None:
        """Go to the pane before."""
        window = self._window
        panes.go_to_next(
            [window.rail, window.header, window.pages.top(), *window.memos.panes(), window.foot], -1
        )

    def zoom_in(self) -> None:
        """Show what people said one size larger."""
        self.zoom(+1)

    def zoom_out(self) -> None:
        """Show what people said one size smaller."""
        self.zoom(-1)

    def zoom_reset(self) -> None:
        """Show what people said in the ordinary size."""
        self.zoom(0)

    def zoom(self, steps: int) -> None:
        """So many sizes larger or smaller; 0 the ordinary."""
        sizes = settings.TEXT_SIZES
        now = sizes.index(settings.load().text_size)
        place = sizes.index(100) if steps == 0 else min(max(now + steps, 0), len(sizes) - 1)
        self.set_text_size(sizes[place])

    def set_text_size(self, percent: int) -> None:
        """Show what people said in this size, here and next time."""
        settings.change(text_size=percent)
        self._window.pages.tell("set_text_size", percent)
        self._window.notices.say(_("Text size: {percent} %").format(percent=percent))

    def look_system(self) -> None:
        """Follow the system's colours."""
        self.set_look("system")

    def look_light(self) -> None:
        """Wear light colours."""
        self.set_look("light")

    def look_dark(self) -> None:
        """Wear dark colours."""
        self.set_look("dark")

    def look_contrast(self) -> None:
        """Wear colours of high contrast."""
        self.set_look("contrast")

    def set_look(self, name: str) -> None:
        """Wear this look, here and next time."""
        settings.change(theme=name)
        theme.choose(name)

    def speak_nb(self) -> None:
        """Speak bokmål."""
        self.speak("nb")

    def speak_nn(self) -> None:
        """Speak nynorsk."""
        self.speak("nn")

    def speak_en(self) -> None:
        """Speak English."""
        self.speak("en")

    def speak(self, language: str) -> None:
        """Speak a language from now on, here and next time; the window is built anew."""
        settings.change(language=language)
        i18n.set_language(language or i18n.system_language())
        self._window.rebuild()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def show_palette(self) -> None:
        """Open the command palette."""
        self._window.searching.open()

    def show_menu(self) -> None:
        """Open the menu."""
        self._window.show_menu()

    def show_preferences(self) -> None:
        """Show what can be chosen."""
        from qualtool.ui.dialogs.preferences import Preferences

        sheet = Preferences(settings.load())
        sheet.look_chosen.connect(self.set_look)
        sheet.text_size_chosen.connect(self.set_text_size)
        sheet.face_chosen.connect(self._set_face)
        sheet.spacing_chosen.connect(self._set_spacing)
        sheet.language_chosen.connect(self._speak_and_stay)
        self._window.pages.show_sheet(sheet)

    def show_shortcuts(self) -> None:
        """Show every key that does something."""
        from qualtool.ui.dialogs.shortcuts import Shortcuts

        self._window.pages.show_sheet(Shortcuts(self._window.made))

    def show_formats(self) -> None:
        """Show which kinds of files can be read."""
        from qualtool.ui.dialogs.formats import Formats

        self._window.pages.show_sheet(Formats())

    def show_about(self) -> None:
        """Show what this program is."""
        from qualtool.ui.dialogs.about import About

        self._window.pages.show_sheet(About())

    def change_face(self) -> None:
        """Set the transcripts in the next face."""
        self._set_face(_after(settings.FACES, settings.load().reader_face))

    def change_spacing(self) -> None:
        """Set the paragraphs of the transcripts the next distance apart."""
        self._set_spacing(_after(settings.SPACINGS, settings.load().reader_spacing))

    def _set_spacing(self, spacing: str) -> None:
        settings.change(reader_spacing=spacing)
        self._window.pages.tell("set_spacing", spacing)

    def _set_face(self, face: str) -> None:
        settings.change(reader_face=face)
        self._window.pages.tell("set_face", face)

    def _speak_and_stay(self, language: str) -> None:
        self.speak(language)
        self.show_preferences()


def _after(choices: Sequence[str], chosen: str) -> str:
    return choices[(choices.index(chosen) + 1) % len(choices)]
