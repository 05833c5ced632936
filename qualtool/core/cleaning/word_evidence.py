"""Which words a document holds, as evidence of how a divided word is written."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words_of(text: str) -> Counter[str]:
    """How often each word stands in a text, hyphenated ones whole; case does not count."""
    return Counter(WORD.findall(text.casefold()))
