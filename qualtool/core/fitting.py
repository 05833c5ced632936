"""Whether a value that was kept as JSON is of the kind that its place asks for."""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any, Literal, Union, get_args, get_origin

Fits = Callable[[Any], bool]


def fits(hint: Any) -> Fits:
    """What tells whether a value is of a kind, from the kind as a dataclass writes it.

    Knows names of types, `A | B`, `Literal`, `tuple[A, ...]`, `tuple[A, B]` and `frozenset[A]`. A
    truth is no number.
    """
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return lambda value: value in inner
    if origin in (Union, types.UnionType):
        either = [fits(each) for each in inner]
        return lambda value: any(fit(value) for fit in either)
    if origin is frozenset or (origin is tuple and inner[-1] is Ellipsis):
        fit = fits(inner[0])
        return lambda value: isinstance(value, origin) and all(map(fit, value))
    if origin is tuple:
        places = [fits(each) for each in inner]
        return lambda value: (
            isinstance(value, tuple)
            and len(value) == len(places)
            and all(fit(part) for fit, part in zip(places, value, strict=True))
        )
    if hint in (int, float):
        numbers = (int, float) if hint is float else int
        return lambda value: isinstance(value, numbers) and not isinstance(value, bool)
    return lambda value: isinstance(value, hint)
