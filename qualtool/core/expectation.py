"""How what was expected before coding stands against a theme, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.i18n import mark

STANDS: Final[Mapping[str, str]] = {
    "supports": mark("Supports it"),
    "contradicts": mark("Contradicts it"),
    "not_seen": mark("Not seen"),
}


def written(key: str, note: str = "") -> str:
    """A key of `STANDS` and what was said about it, as one text. Raises ValueError."""
    if key not in STANDS:
        raise ValueError(f"no such way to stand: {key}")
    return f"{key}: {note}" if note else key


def read(text: str) -> tuple[str, str]:
    """The key and what was said about it; both empty where nothing stands there."""
    key, _colon, note = text.partition(":")
    return (key, note.strip()) if key in STANDS else ("", "")
