"""The colours of the palette as they are printed: those of the light look."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

from qualtool.core.map_picture import Colours


def mark(colour: str) -> str:
    """The strong colour ("#2F6FA8") of a name of the palette; empty where it is none."""
    return paper().codes.get(colour, {}).get("mark", "")


def tint(colour: str) -> str:
    """The pale colour for words to stand on; empty where it is none."""
    return paper().codes.get(colour, {}).get("tint", "")


@cache
def paper() -> Colours:
    """The colours of the light look, as every picture for print has them."""
    file = resources.files("qualtool.resources") / "themes" / "light.json"
    content = json.loads(file.read_bytes())
    return Colours(content["roles"], content["codes"])
