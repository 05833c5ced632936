"""What a file is, by its bytes alone: a project, an encrypted one, or something else."""

from __future__ import annotations

import math
from collections import Counter
from enum import Enum, auto
from pathlib import Path
from typing import Final

from qualtool.store import pass_phrase

_PAGE: Final = 4096  # bytes: SQLCipher writes pages of this size
_RANDOM_BITS: Final = 7.9  # a byte; 4096 random bytes have 7.955 ± 0.003, text has about 4.5
_DATABASE: Final = b"SQLite format 3\x00"
# What is packed looks as random as what is encrypted, but begins with a name of its own.
_PACKED: Final = (b"PK", b"%PDF", b"\x1f\x8b", b"\xff\xd8\xff", b"\x89PNG", b"Rar!", b"7z\xbc\xaf")


class Kind(Enum):
    """A file's kind by its first bytes."""

    DATABASE = auto()
    ENCRYPTED = auto()
    BLANK = auto()  # empty, or nothing but zeros: what a broken copy leaves
    OTHER = auto()


def kind_of(path: Path) -> Kind:
    """What the file at `path` is. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        head = file.read(_PAGE)
    if head.startswith(_DATABASE):
        return Kind.DATABASE
    if not head.strip(b"\x00"):
        return Kind.BLANK
    if len(head) < _PAGE or head.startswith(_PACKED) or _bits_a_byte(head) < _RANDOM_BITS:
        return Kind.OTHER
    # One cut short has an odd length, and is told to be damaged once the pass phrase fits.
    if path.suffix.casefold() == ".qualtool" or path.stat().st_size % _PAGE == 0:
        return Kind.ENCRYPTED
    return Kind.OTHER


def key_of(path: Path, phrase: str) -> str:
    """The key that a pass phrase makes for an encrypted file, "" for one that is not encrypted."""
    with path.open("rb") as file:
        head = file.read(pass_phrase.SALT_LENGTH)
    return "" if head == _DATABASE else pass_phrase.key(phrase, head)


def _bits_a_byte(data: bytes) -> float:
    """Shannon's entropy of the bytes, in bits a byte (0 to 8)."""
    counts = Counter(data).values()
    return -sum(count / len(data) * math.log2(count / len(data)) for count in counts)
