"""What a right click in the text offers; each entry does what its key does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import ValenceRow
from qualtool.ui.actions import worded_keys
from qualtool.ui.reader.keys import Act, Press
from qualtool.ui.reader.signs import shown_sign


@dataclass(frozen=True, slots=True)
class Offer:
    """What the entries depend on."""

    passage: bool  # something is selected or chosen, and can be coded
    selected: bool
    chosen: bool  # an excerpt
    valences: Sequence[ValenceRow]
    codings: int = 0  # of the chosen excerpt
    one: str = ""  # the code that was pointed at, where it is one of them


def menu_of(parent: QWidget, offer: Offer, act: Callable[[Press], object]) -> QMenu:
    """A menu that calls `act` with what was chosen; it deletes itself."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def entry(words: str, press: Press, *, enabled: bool) -> None:
        action = menu.addAction(words)
        action.setEnabled(enabled)
        action.triggered.connect(lambda: act(press))

    def keyed(words: str, keys: str, press: Press, *, enabled: bool) -> None:
        entry(f"{words}\t{worded_keys(keys)}", press, enabled=enabled)

    keyed(_("Code …"), "Return", Press(Act.OPEN), enabled=offer.passage)
    keyed(_("Code in vivo"), "Ctrl+I", Press(Act.IN_VIVO), enabled=offer.passage)
    keyed(_("Code as the last one"), "Ctrl+R", Press(Act.LAST), enabled=offer.passage)
    menu.addSeparator()
    if not offer.selected:
        entry(_("Select the sentence") + "\tS", Press(Act.LETTER, "s"), enabled=True)
        entry(_("Select the paragraph") + "\tP", Press(Act.LETTER, "p"), enabled=True)
    keyed(_("Copy"), "Ctrl+C", Press(Act.COPY), enabled=offer.passage)
    keyed(_("Show in original"), "Ctrl+Shift+O", Press(Act.ORIGINAL), enabled=True)
    if not offer.chosen:
        return menu  # all that follows is about an excerpt
    menu.addSeparator()
    alone = not offer.selected  # else the keys mean what is selected
    for valence in offer.valences:
        key = {"±": "="}.get(valence.sign, valence.sign)
        words = f"{shown_sign(valence.sign)} {valence.name}\t{key}"
        entry(words, Press(Act.SIGN, valence.sign), enabled=alone)
    keyed(_("Semantic or latent"), "Ctrl+D", Press(Act.DEPTH), enabled=alone)
    entry(_("Star") + "\t*", Press(Act.STAR), enabled=True)
    entry(_("Do not quote") + "\t!", Press(Act.NEVER), enabled=True)
    entry(_("Comment …") + "\tC", Press(Act.COMMENT), enabled=alone)
    keyed(_("Write a memo"), "Ctrl+M", Press(Act.MEMO), enabled=True)
    menu.addSeparator()
    entry(_("Move its ends") + "\tE", Press(Act.ENDS), enabled=alone)
    keyed(_("Split the excerpt here"), "Ctrl+Return", Press(Act.SPLIT), enabled=alone)
    menu.addSeparator()
    if offer.one and offer.codings > 1:
        words = _("Take “{code}” away").format(code=offer.one)
        entry(f"{words}\t{worded_keys('Del')}", Press(Act.UNCODE), enabled=alone)
        words = _("Take all {count} codes away").format(count=offer.codings)
        entry(f"{words}\t{worded_keys('Shift+Del')}", Press(Act.UNCODE_ALL), enabled=alone)
    else:
        words = ngettext(
            "Take coding away", "Take all {count} codes away", max(1, offer.codings)
        ).format(count=offer.codings)
        entry(f"{words}\t{worded_keys('Del')}", Press(Act.UNCODE), enabled=alone)
    return menu
