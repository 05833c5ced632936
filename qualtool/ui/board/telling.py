"""What the board says of itself: to those who hear it, and where it is empty."""

from __future__ import annotations

from qualtool.i18n import gettext as _
from qualtool.ui.board.contents import Aside, Card, Section, also_in_words, spoken
from qualtool.ui.board.layout import Spot


def words_of(spot: Spot) -> str:
    """What stands somewhere, as a screen reader says it."""
    thing = spot.thing
    if isinstance(thing, Card):
        return spoken(thing)
    if isinstance(thing, Section):
        kept = [_("kept")] if thing.state == "kept" else []
        folded = [_("folded")] if thing.collapsed else []
        kind = _("Sub-theme") if thing.depth else _("Theme")
        return ", ".join([kind, thing.name, thing.counts, *kept, *folded])
    if isinstance(thing, Aside):
        return ", ".join(each for each in (_("Set aside"), thing.name, thing.reason) if each)
    return str(thing[0]) if isinstance(thing, tuple) else str(thing)


def tip(spot: Spot) -> str:
    """What is told of a card under the mouse: what the code means, how it is read, where it is."""
    if not isinstance(spot.thing, Card):
        return ""
    card = spot.thing
    parts = [card.about or card.name, card.read, also_in_words(card) if card.also_in else ""]
    words = "\n".join(part for part in parts if part)
    return words.replace("<", "‹")  # Qt would take it for the beginning of a tag


def empty_words(codes: bool) -> str:
    """What an empty board says, where there are codes for it or none yet."""
    if codes:
        return _(
            "Drag codes that belong together from the left onto the empty board, and they become "
            "a theme. Or begin with a name for it: press N."
        )
    return _(
        "Codes lie at the left as cards once passages have been coded. Themes are patterns of "
        "shared meaning: they stand here side by side, with the codes they rest on."
    )
