"""Which words people use as ordinary words, by how they are written in the transcripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.kept import kept
from qualtool.store.schema import DocumentText

_WORD: Final = re.compile(r"[^\W\d_]+")
_TABLES: Final = frozenset({"document_text"})
_SHARE: Final = 5  # a name is written in small letters at most once in so many times


def ordinary(session: Session) -> Callable[[str], bool]:
    """Whether a word stands in small letters in the transcripts too, so that it is no name."""
    counts = kept(session, "ordinary words", _TABLES, lambda: _counts(session))

    def is_ordinary(word: str) -> bool:
        small = counts.get(word.lower(), 0)
        return small * _SHARE > counts.get(word[:1].upper() + word[1:].lower(), 0) and small > 0

    return is_ordinary


def _counts(session: Session) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in session.scalars(select(DocumentText.text)):
        counts.update(_WORD.findall(text))
    return counts
