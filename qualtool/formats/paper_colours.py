"""The colours of the palette as they are printed: those of the light look."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources


def mark(colour: str) -> str:
    """The strong colour ("#2F6FA8") of a name of the palette; empty where it is none."""
    return _codes().get(colour, {}).get("mark", "")


def tint(colour: str) -> str:
    """The pale colour for words to stand on; empty where it is none."""
    return _codes().get(colour, {}).get("tint", "")


@cache
def _codes() -> dict[str, dict[str, str]]:
    file = resources.files("qualtool.resources") / "themes" / "light.json"
    codes: dict[str, dict[str, str]] = json.loads(file.read_bytes())["codes"]
    return codes
