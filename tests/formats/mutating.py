"""Files made worse: cut, spliced, with bits turned, in another encoding."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "formats"
ENCODINGS = ("utf-16", "cp1252", "mac-roman", "utf-8-sig", "utf-32", "cp037")


def mutated(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many files made worse, each with the name it goes by; the same for the same seed."""
    chance = random.Random(seed)
    files = [(path.name, path.read_bytes()) for path in sorted(FOLDER.iterdir()) if path.is_file()]
    for number in range(count):
        name, data = files[number % len(files)]
        other = chance.choice(files)[1]
        yield name, _worse(data, other, chance)


def _worse(data: bytes, other: bytes, chance: random.Random) -> bytes:
    match chance.randrange(5):
        case 0:
            return data[: chance.randrange(len(data) + 1)]
        case 1:
            at, to = chance.randrange(len(data) + 1), chance.randrange(len(other) + 1)
            return data[:at] + other[to:] + data[at:]
        case 2:
            turned = bytearray(data)
            for _time in range(chance.randrange(1, 40)):
                at = chance.randrange(len(turned))
                turned[at] ^= 1 << chance.randrange(8)
            return bytes(turned)
        case 3:
            text = data.decode("utf-8", "replace")
            return text.encode(chance.choice(ENCODINGS), "replace")
    start = chance.randrange(len(data))
    return data[:start] + data[start:] * chance.randrange(2, 5)
