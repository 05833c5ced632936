"""Which part of the work a step belongs to, so that the trail can show one part at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis.history_words import WORDS
from qualtool.i18n import mark

AREAS: Final[Mapping[str, str]] = {
    "codes": mark("Codes"),
    "coding": mark("Coding"),
    "themes": mark("Themes"),
    "notes": mark("Memos and journal"),
    "material": mark("Material"),
    "reports": mark("Reports"),
    "work": mark("The project and the work"),
}
BACK: Final = frozenset({"undo", "redo"})  # what was taken back, or done again
_CODING: Final = frozenset(
    "apply_code apply_theme code_table code_excerpts set_valence set_depth set_comment set_star "
    "set_do_not_quote set_display_text remove_codings resize_excerpt split_excerpt "
    "place_excerpt_again give_up_excerpts".split()
)
_SIGNS: Final[Mapping[str, frozenset[str]]] = {
    "work": frozenset(
        "project study sample template valences coder method review snapshot snapshots disclosure "
        "disclosed".split()
    ),
    "notes": frozenset("memo memos expectation expectations journal decision look looked".split()),
    "themes": frozenset(
        "theme themes frame frames finding findings map box fit aside excerpts condensate "
        "summary cell evidence condense condensed analysis gold across".split()
    ),
    "codes": frozenset("code codes codebook".split()),
    "reports": frozenset("report reports claim claims judgement draft drafts quotations".split()),
}
_READINGS: Final = frozenset({"read_through", "take_back_reading"})


def area(action: str) -> str:
    """The area of a step by its key; what is of no other is of the material."""
    if action in _CODING:
        return "coding"
    if action in _READINGS:
        return "work"
    if action in ("promote_codes", "put_codes_aside", "take_codes_back", "place_codes",
                  "take_codes_out", "move_codes_between_themes"):  # fmt: skip
        return "themes"
    parts = frozenset(action.split("_"))
    return next((key for key, signs in _SIGNS.items() if parts & signs), "material")


def actions(areas: frozenset[str]) -> list[str]:
    """The keys of all kinds of steps in these areas."""
    return [action for action in WORDS if action not in BACK and area(action) in areas]
