"""The project's own words for the ways a coding can point: barrier and opportunity, or others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, required, tidy
from qualtool.i18n import gettext as _
from qualtool.store.journal import tell
from qualtool.store.schema import Coding, Valence

SIGNS: Final = ("-", "+", "±")
_KEYS: Final = {"-": "minus", "+": "plus", "±": "both"}


def name(session: Session, names: Mapping[str, str]) -> None:
    """Name the valences by their `SIGNS`; an empty name takes away one that no coding has.

    Raises QualtoolError: "valence_used" for an empty name where codings have the valence,
    "valence_twice" for two of one name, "name_long".
    """
    held = {row.sign: row for row in session.scalars(select(Valence).order_by(Valence.position))}
    wanted = {sign: required(said) if tidy(said) else "" for sign, said in names.items()}
    all_named = {sign: wanted.get(sign, held[sign].name if sign in held else "") for sign in SIGNS}
    said = [each for each in all_named.values() if each]
    if len({folded(each) for each in said}) < len(said):
        raise QualtoolError("valence_twice", _("Two valences cannot have the same name."))
    for sign, words in wanted.items():
        row = held.get(sign)
        if row is None and words:
            position = 1 + max((each.position for each in held.values()), default=-1)
            held[sign] = Valence(
                key=_free_key(session, sign), name=words, sign=sign, position=position
            )
            session.add(held[sign])
        elif row is not None and words:
            row.name = words
        elif row is not None:
            _take_away(session, row)
    session.flush()
    tell(session, names=", ".join(said))


def _take_away(session: Session, row: Valence) -> None:
    if session.scalar(select(Coding.id).where(Coding.valence == row.key).limit(1)) is not None:
        raise QualtoolError(
            "valence_used",
            _("Codings are marked as “{name}”, so it needs a name. Take the mark off them first."),
            name=row.name,
        )
    session.delete(row)


def _free_key(session: Session, sign: str) -> str:
    taken = set(session.scalars(select(Valence.key)))
    key = _KEYS[sign]
    while key in taken:
        key += "_"
    return key
