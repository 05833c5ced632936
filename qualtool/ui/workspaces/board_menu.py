"""What can be done with what is chosen on the board, offered where it is right-clicked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from qualtool.core.colours import PALETTE
from qualtool.i18n import gettext as _
from qualtool.ui.actions import worded_keys
from qualtool.ui.board.contents import LOOSE, REST, Section
from qualtool.ui.board.keys import KEYS, LETTERS
from qualtool.ui.colour_words import colour_name
from qualtool.ui.workspaces.codebook_menu import swatch

if TYPE_CHECKING:
    from qualtool.ui.workspaces.board_acts import BoardActs


def board_menu(acts: BoardActs) -> QMenu:
    """The menu of what is chosen: cards, a theme, one that was set aside, or the board itself."""
    menu = _Menu(acts)
    board = acts.board
    cards, theme = board.chosen_cards(), board.theme()
    if cards:
        _offer_cards(menu, acts)
    elif theme is not None and theme.place in [key[2] for key in board.chosen]:
        _offer_theme(menu, acts, theme)
    elif board.chosen_aside() is not None:
        menu.offer(_("Take back onto the board"), "set_aside")
        menu.addSeparator()
        menu.offer(_("Remove"), "take_out")
    else:
        menu.offer(_("New theme"), "new_theme")
    return menu


def colour_menu(acts: BoardActs, parent: QWidget) -> QMenu:
    """The colours of the palette, and that of what a thing stands under."""
    menu = QMenu(_("Colour"), parent)
    for colour in PALETTE:
        menu.addAction(swatch(colour), colour_name(colour)).triggered.connect(
            lambda _checked, key=colour: acts.set_colour(key)
        )
    menu.addSeparator()
    menu.addAction(_("The colour of its theme")).triggered.connect(
        lambda _checked: acts.set_colour("")
    )
    return menu


class _Menu(QMenu):
    """Entries that name what is wished for, each with its key."""

    def __init__(self, acts: BoardActs) -> None:
        super().__init__(acts.board)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._acts = acts

    def offer(self, words: str, wish: str) -> None:
        """Offer something that a key does too."""
        keys = _key_of(wish)
        shown = f"{words}\t{keys}" if keys else words
        self.addAction(shown).triggered.connect(lambda _checked: self._acts.act(wish))

    def offer_more(self, words: str, keys: str, act: Callable[[], object]) -> None:
        """Offer something that is no wish of the board."""
        self.addAction(f"{words}\t{keys}" if keys else words).triggered.connect(
            lambda _checked: act()
        )


def _offer_cards(menu: _Menu, acts: BoardActs) -> None:
    board = acts.board
    cards = board.chosen_cards()
    codes = [card for card in cards if card.key[0] == "code"]
    current = board.current
    if len(cards) == 1 and current is not None:
        menu.offer_more(_("Show its excerpts"), worded_keys("Return"), lambda: board.open(current))
    if len(codes) == 1 == len(cards):
        menu.offer(_("Rename"), "rename")
    menu.addSeparator()
    menu.offer(_("To a theme …"), "to_theme")
    menu.offer(_("Also in …"), "also_in")
    menu.offer(_("New theme with it") if len(cards) == 1 else _("New theme with them"), "new_theme")
    if all(card.place > 0 for card in cards):
        menu.offer(_("New sub-theme here"), "new_sub_theme")
    if codes:
        back = all(card.place == REST for card in codes)
        menu.offer(_("May fit after all") if back else _("Does not fit"), "fits_none")
    if any(card.place > LOOSE for card in cards):
        menu.offer(_("Take out of the theme"), "take_out")
    if codes:
        menu.addSeparator()
        menu.addMenu(colour_menu(acts, menu))
        one = len(codes) == 1
        menu.offer(_("Make it a theme") if one else _("Make a theme of each"), "turn")
        if one:
            menu.offer(_("Split …"), "split")
        else:
            menu.offer(_("Merge the codes …"), "merge")


def _offer_theme(menu: _Menu, acts: BoardActs, theme: Section) -> None:
    menu.offer(_("Rename"), "rename")
    menu.offer(_("New sub-theme"), "new_sub_theme")
    menu.addMenu(colour_menu(acts, menu))
    menu.offer(_("Under another theme …"), "to_theme")
    column = next(c for c in acts.board.contents.columns if theme in c)
    menu.offer(_("Unfold") if column[0].collapsed else _("Fold"), "fold")
    menu.addSeparator()
    menu.offer(_("No longer kept") if theme.state == "kept" else _("Keep"), "keep")
    menu.offer(_("Merge into …"), "merge")
    menu.offer(_("Split …"), "split")
    menu.offer(_("Make it a code"), "turn")
    menu.offer(_("Set aside …"), "set_aside")
    menu.addSeparator()
    menu.offer(_("Remove"), "take_out")


def _key_of(wish: str) -> str:
    letter = next((key for key, each in LETTERS.items() if each == wish), "")
    if letter:
        return worded_keys(f"Shift+{letter}") if letter.isupper() else letter.upper()
    key = next((key for key, each in KEYS.items() if each == wish), None)
    return worded_keys({Qt.Key.Key_Delete: "Del", Qt.Key.Key_F2: "F2"}.get(key, "")) if key else ""
