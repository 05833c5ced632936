"""The signs of the valences, as keys give them and as they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from qualtool.store.rows import ValenceRow

KEYS: Final = {"+": "+", "-": "-", "−": "-", "=": "±"}  # what is typed: the sign it stands for


def shown_sign(sign: str) -> str:
    """A sign as it is set: with a real minus."""
    return sign.replace("-", "−")


def with_sign(valences: Iterable[ValenceRow], sign: str) -> ValenceRow | None:
    """The valence with a sign, None where the project has none."""
    return next((each for each in valences if each.sign == sign), None)
