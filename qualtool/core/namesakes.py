"""Codes of the same name are told apart by what stands above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from qualtool.core.names import folded

BETWEEN: Final = " › "


def told_apart(names: Mapping[int, str], above: Callable[[int], Sequence[str]]) -> dict[int, str]:
    """What to say beside each name that another has too; the others are left out.

    `above` gives the names above one, the nearest first. Only as many are said as tell it from
    all its namesakes, the farthest first, or all there are. One with nothing above it gets "".
    """
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for key, name in names.items():
        groups[folded(name)].append(key)
    found: dict[int, str] = {}
    for group in groups.values():
        if len(group) > 1:
            found.update(_apart({key: tuple(above(key)) for key in group}))
    return found


def with_above(name: str, above: str) -> str:
    """A name and what tells it apart, where only plain words can be shown: "meetings (Culture)"."""
    return f"{name} ({above})" if above else name


def _apart(chains: Mapping[int, tuple[str, ...]]) -> Iterable[tuple[int, str]]:
    for key, chain in chains.items():
        others = [each for other, each in chains.items() if other != key]
        depth = min(1, len(chain))
        while depth < len(chain) and any(each[:depth] == chain[:depth] for each in others):
            depth += 1
        yield key, BETWEEN.join(reversed(chain[:depth]))
