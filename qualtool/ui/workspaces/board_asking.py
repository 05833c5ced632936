"""What is asked on the board: which theme, which cards, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualtool.analysis import codebook
from qualtool.i18n import gettext as _
from qualtool.operations import theme_gathering, theme_states, themes
from qualtool.store.project import Project
from qualtool.ui.board.board import Board
from qualtool.ui.board.contents import Key, Section
from qualtool.ui.panels.command_palette import CommandPalette
from qualtool.ui.panels.palette_items import Item
from qualtool.ui.panels.reason_sheet import ReasonSheet
from qualtool.ui.panels.theme_split_sheet import ThemeSplitSheet

if TYPE_CHECKING:
    from qualtool.ui.workspaces.board_acts import BoardActs

NEW, TOP = "new", "top"


class BoardAsking(QObject):
    """A palette of themes, or one sheet at a time; each answer is one step."""

    sheet_wished = Signal(object)  # QWidget

    def __init__(self, acts: BoardActs, board: Board, project: Project) -> None:
        super().__init__(board)
        self._acts, self._board, self._project = acts, board, project

    def choose_theme(
        self,
        words: str,
        chosen: Callable[[int], object],
        *,
        but: int = 0,
        new: Callable[[], object] | None = None,
        top: Callable[[], object] | None = None,
    ) -> CommandPalette:
        """Ask for a theme of this board by its name; a new one, or the top, where that can be."""
        items = [item for item in self._themes() if item.key != str(but)]
        if top is not None:
            items.insert(0, Item("action", TOP, _("At the top, under no other"), icon="up"))
        if new is not None:
            items.append(Item("action", NEW, _("New theme"), icon="add"))
        palette = CommandPalette(self._board.window(), items)
        palette.field.setPlaceholderText(words)
        palette.field.setAccessibleName(words)

        def take(item: Item) -> None:
            if item.kind == "theme":
                chosen(int(item.key))
            elif item.key == NEW and new is not None:
                new()
            elif top is not None:
                top()

        palette.chosen.connect(take)
        palette.open()
        return palette

    def find(self) -> CommandPalette:
        """Ask for a card or a theme by its name, and go there."""
        names = {section.place: section.name for section in self._board.contents.sections()}
        keys: list[Key] = []
        items: list[Item] = []
        for section in self._board.contents.sections():
            if section.place > 0:
                keys.append(("theme", section.parent or 0, section.place))
                above = names.get(section.parent or -2, "")
                key = str(len(items))
                items.append(Item("theme", key, section.name, above, section.colour))
            for card in section.cards:
                keys.append(card.key)
                key = str(len(items))
                items.append(Item("code", key, card.name, section.name, card.colour))
        palette = CommandPalette(self._board.window(), items)
        words = _("Find a card or a theme …")
        palette.field.setPlaceholderText(words)
        palette.field.setAccessibleName(words)
        palette.chosen.connect(lambda item: self._board.follow([keys[int(item.key)]]))
        palette.open()
        return palette

    def set_aside(self, theme_id: int) -> None:
        """Ask why a theme is set aside."""
        section = self._board.contents.section(theme_id)
        if section is None:
            return
        sheet = ReasonSheet(
            _("Set a theme aside"),
            section.name,
            _("It keeps all that hangs on it, and lies under “Set aside” until it is taken back."),
            _("Set aside"),
        )

        def answer(_name: str, why: str) -> None:
            if self._acts.do(
                "set_theme_state",
                lambda s: theme_states.set_state(s, [theme_id], "aside"),
                reason=why,
            ):
                sheet.closed.emit()

        sheet.answered.connect(answer)
        self.sheet_wished.emit(sheet)

    def merge(self, theme: Section) -> None:
        """Ask which theme another is merged into, and why."""
        self.choose_theme(
            _("Merge into which theme?"),
            lambda into: self._ask_merging([theme.place], theme.name, into),
            but=theme.place,
        )

    def split(self, theme: Section) -> None:
        """Ask which cards of a theme and of what stands under it go to a new one."""
        column = next((c for c in self._board.contents.columns if theme in c), ())
        under = [theme.place]
        for section in column:
            if section.parent in under:
                under.append(section.place)
        cards = [card for section in column if section.place in under for card in section.cards]
        chosen = [card.key for card in self._board.chosen_cards()]
        if not cards:
            return
        sheet = ThemeSplitSheet(theme.name, cards, chosen)

        def answer(name: str, keys: Sequence[Key], why: str) -> None:
            code_ids = [number for kind, _place, number in keys if kind == "code"]
            excerpt_ids = [number for kind, _place, number in keys if kind == "excerpt"]
            if self._acts.do(
                "split_theme",
                lambda s: theme_gathering.split(
                    s, theme.place, name, code_ids=code_ids, excerpt_ids=excerpt_ids
                ),
                lambda made: [("theme", theme.parent or 0, made)],
                reason=why,
            ):
                sheet.closed.emit()

        sheet.split_wished.connect(answer)
        self.sheet_wished.emit(sheet)

    def _ask_merging(self, theme_ids: Sequence[int], name: str, into: int) -> None:
        target = self._board.contents.section(into)
        if target is None:
            return
        sheet = ReasonSheet(
            _("Merge themes"),
            name,
            _(
                "“{theme}” becomes part of “{into}”. Codes, sub-themes, excerpts, findings and "
                "memos come along; nothing is lost."
            ).format(theme=name, into=target.name),
            _("Merge"),
        )

        def answer(_name: str, why: str) -> None:
            if self._acts.do(
                "merge_themes",
                lambda s: themes.merge(s, theme_ids, into),
                lambda _made: [("theme", 0, into)],
                reason=why,
            ):
                sheet.closed.emit()

        sheet.answered.connect(answer)
        self.sheet_wished.emit(sheet)

    def _themes(self) -> list[Item]:
        shown = {section.place: section for section in self._board.contents.sections()}
        with self._project.read() as session:
            rows = codebook.themes(session, self._board.contents.frame_id)
        names = {row.id: row.name for row in rows}
        return [
            Item("theme", str(row.id), row.name, names.get(row.parent_id or 0, ""), row.colour)
            for row in rows
            if row.id in shown
        ]
