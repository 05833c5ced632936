"""How many words a text has."""

from __future__ import annotations

import re
from typing import Final

WORD: Final = re.compile(r"\w+(?:[-’'.]\w+)*")


def words(text: str) -> int:
    """The number of words: runs of letters and digits, a hyphen or apostrophe inside is one."""
    return len(WORD.findall(text))
