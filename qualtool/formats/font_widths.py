"""How wide words are in the fonts that come with the program, read from the font files.

So a picture can be set in lines where there is no screen. The tables are those of the OpenType
specification: `head` (units to the em), `hhea` and `hmtx` (how far each letter reaches), `cmap`
(which letter stands for which character; format 4, and 12 beyond the first 65,536).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final

REGULAR: Final = "Inter-Regular.ttf"
BOLD: Final = "Inter-SemiBold.ttf"


@dataclass(frozen=True, slots=True)
class Widths:
    """How far each character reaches, in ems, and one the font has no letter for."""

    of: Mapping[int, float]
    unknown: float

    def measure(self, words: str, size: float) -> float:
        """How wide words are at a size, in the unit of the size; letters that pair are not."""
        return size * sum(self.of.get(ord(sign), self.unknown) for sign in words)


@lru_cache(maxsize=65536)
def measure(words: str, size: int, bold: bool = False) -> float:
    """How wide words are in the interface's face, in pixels, at a size in pixels."""
    return of_font(BOLD if bold else REGULAR).measure(words, size)


@cache
def of_font(name: str) -> Widths:
    """The widths of one of the program's fonts, by the name of its file."""
    return read((resources.files("qualtool.resources") / "fonts" / name).read_bytes())


def read(data: bytes) -> Widths:
    """The widths in a font file. Raises ValueError where it is none, or lacks a table."""
    tables = _tables(data)
    try:
        em = _number(data, tables["head"] + 18)
        count = _number(data, tables["hhea"] + 34)
        reach = [_number(data, tables["hmtx"] + 4 * at) / em for at in range(count)]
        letters = _letters(data, tables["cmap"])
    except (KeyError, struct.error) as error:
        raise ValueError("not a font with the tables of an OpenType font") from error
    last = len(reach) - 1
    of = {sign: reach[min(letter, last)] for sign, letter in letters.items()}
    return Widths(of, reach[0])


def _tables(data: bytes) -> dict[str, int]:
    """Where each table begins."""
    if len(data) < 12:
        raise ValueError("not a font")
    count = _number(data, 4)
    found: dict[str, int] = {}
    for at in range(12, min(12 + 16 * count, len(data) - 15), 16):
        tag = data[at : at + 4].decode("latin-1")
        found[tag] = int(struct.unpack_from(">I", data, at + 8)[0])
    return found


def _letters(data: bytes, start: int) -> dict[int, int]:
    """The letter of each character, by the richest of the font's lists of Unicode characters."""
    found: dict[int, int] = {}
    for number in range(_number(data, start + 2)):
        platform = _number(data, start + 4 + 8 * number)
        offset = int(struct.unpack_from(">I", data, start + 8 + 8 * number)[0])
        if platform not in (0, 3):
            continue
        match _number(data, start + offset):
            case 4:
                found = _of_format_4(data, start + offset) | found
            case 12:
                found |= _of_format_12(data, start + offset)
    return found


def _of_format_4(data: bytes, at: int) -> dict[int, int]:
    segments = _number(data, at + 6) // 2
    ends, starts = at + 14, at + 16 + 2 * segments
    deltas, offsets = starts + 2 * segments, starts + 4 * segments
    found: dict[int, int] = {}
    for each in range(segments):
        first, last = _number(data, starts + 2 * each), _number(data, ends + 2 * each)
        delta, offset = _number(data, deltas + 2 * each), _number(data, offsets + 2 * each)
        for sign in range(first, min(last, 0xFFFE) + 1):
            letter = sign
            if offset:
                letter = _number(data, offsets + 2 * each + offset + 2 * (sign - first))
            if not offset or letter:
                found[sign] = (letter + delta) & 0xFFFF
    return found


def _of_format_12(data: bytes, at: int) -> dict[int, int]:
    groups = int(struct.unpack_from(">I", data, at + 12)[0])
    found: dict[int, int] = {}
    for each in range(groups):
        first, last, letter = struct.unpack_from(">III", data, at + 16 + 12 * each)
        found.update({sign: letter + sign - first for sign in range(first, last + 1)})
    return found


def _number(data: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", data, at)[0])
