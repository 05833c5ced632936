"""What the command palette can find: everything that can be done, and everything in the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualtool.i18n import gettext as _
from qualtool.ui.actions import keys_in_words
from qualtool.ui.panels.palette_items import Item
from qualtool.ui.workspaces import WORKSPACES

if TYPE_CHECKING:
    from qualtool.store.project import Project
    from qualtool.ui.main_window import MainWindow
    from qualtool.ui.panels.command_palette import CommandPalette

MOST_RECENT = 8


class Searching(QObject):
    """Belongs to the window; opens the palette and goes where it says."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel: CommandPalette | None = None
        self._things: list[Item] | None = None
        self._recent: list[tuple[str, str]] = []

    def open(self) -> None:
        """Show the palette over the window."""
        from qualtool.ui.panels.command_palette import CommandPalette

        if self._panel is not None:
            self.dismiss()
            return
        self._panel = CommandPalette(self._window, self._items())
        self._panel.chosen.connect(self._go)
        self._panel.dismissed.connect(self._forget_panel)
        self._panel.open()

    def _forget_panel(self) -> None:
        self._panel = None

    def dismiss(self) -> None:
        """Take the palette away, if it is there."""
        if self._panel is not None:
            self._panel.dismiss()

    def forget(self) -> None:
        """What the project holds has changed."""
        self._things = None

    def things(self) -> list[Item]:
        """Everything in the project that has a name."""
        if self._things is None:
            project = self._window.project
            self._things = _things(project) if project else []
        return self._things

    def _items(self) -> list[Item]:
        items = self._actions() + self.things()
        rank = {name: place for place, name in enumerate(self._recent)}
        return sorted(items, key=lambda item: rank.get(item.name, MOST_RECENT))

    def _actions(self) -> list[Item]:
        made = self._window.made
        found: list[Item] = []
        for action in made:
            if not action.handler or action.hidden:
                continue
            possible = made[action.key].isEnabled() or bool(action.where)
            if possible and (self._window.project is not None or not action.where):
                found.append(
                    Item(
                        kind="action",
                        key=action.key,
                        words=made[action.key].text().replace("&&", "&"),
                        detail=_place_words(action.where),
                        keys=keys_in_words(action),
                        icon=action.icon,
                    )
                )
        return found

    def _go(self, item: Item) -> None:
        if item.name in self._recent:
            self._recent.remove(item.name)
        self._recent.insert(0, item.name)
        del self._recent[MOST_RECENT:]
        window = self._window
        match item.kind:
            case "action":
                window.run(window.made.entry(item.key))
            case "document":
                window.show_document(int(item.key))
            case "code":
                window.show_code(int(item.key))
            case "theme":
                window.show_theme(int(item.key))
            case "case":
                window.show_case(int(item.key))


def _place_words(where: str) -> str:
    return next((_(each.words) for each in WORKSPACES if each.key == where), "")


def _things(project: Project) -> list[Item]:
    from qualtool.analysis import cases, codebook, documents

    with project.read() as session:
        themes = codebook.themes(session, wait=False)
        names = {theme.id: theme.name for theme in themes}
        found = [
            Item("document", str(row.id), row.name, icon="document")
            for row in documents.documents(session, wait=False)
        ]
        found += [
            Item(
                "code",
                str(row.id),
                row.name,
                detail=", ".join(names[each] for each in row.theme_ids if each in names),
                colour=row.colour,
            )
            for row in codebook.codes(session, wait=False)
            if row.state == "in_use"
        ]
        found += [
            Item("theme", str(row.id), row.name, names.get(row.parent_id or 0, ""), row.colour)
            for row in themes
        ]
        found += [Item("case", str(row.id), row.name, icon="case") for row in cases.cases(session)]
    return found
