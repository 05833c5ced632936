"""Qt's own words (OK, Cancel, Copy …) in the program's language: Qt itself has no Norwegian."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from qualtool.i18n import gettext, mark

# Marked here for the catalogue; Qt asks for them by these very words, an "&" before the key
# letter left out.
WORDS = frozenset(
    (
        mark("OK"),
        mark("Cancel"),
        mark("Close"),
        mark("Save"),
        mark("Open"),
        mark("Yes"),
        mark("No"),
        mark("Help"),
        mark("Undo"),
        mark("Redo"),
        mark("Cut"),
        mark("Copy"),
        mark("Paste"),
        mark("Delete"),
        mark("Select All"),
        mark("Clear"),
        mark("Copy Link Location"),
        mark("Apply"),
        mark("Discard"),
        mark("Don't Save"),
        mark("Retry"),
        mark("Abort"),
        mark("Ignore"),
        mark("Reset"),
        mark("Show Details..."),
        mark("Hide Details..."),
        mark("File name:"),
        mark("Files of type:"),
        mark("Look in:"),
        mark("Directory:"),
        mark("Directories"),
        mark("Find Directory"),
        mark("Recent Places"),
        mark("Go back"),
        mark("Go forward"),
        mark("Go to the parent directory"),
        mark("Create a New Folder"),
        mark("Change to list view mode"),
        mark("Change to detail view mode"),
        mark("Rename"),
        mark("Show hidden files"),
        mark("File"),
        mark("Folder"),
        mark("Drive"),
        mark("%1 already exists.\nDo you want to replace it?"),
        mark("%1\nFile not found.\nPlease verify the correct file name was given."),
        mark("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
        mark("Choose"),
        mark("Back"),
        mark("Forward"),
        mark("Parent Directory"),
        mark("Create New Folder"),
        mark("New Folder"),
        mark("List View"),
        mark("Detail View"),
        mark("Name"),
        mark("Size"),
        mark("Kind"),
        mark("Type"),
        mark("Date Modified"),
        mark("Computer"),
        mark("All Files (*)"),
        mark("Options"),
        mark("Red:"),
        mark("Green:"),
        mark("Blue:"),
    )
)


class QtWords(QTranslator):
    """Looks Qt's words up in the program's own catalogue; leaves others as they are."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        plain = source.replace("&", "")
        said = gettext(plain) if plain in WORDS else plain
        return said if said != plain else source
