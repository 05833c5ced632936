"""What was chosen about a block of a report, as it is kept with the project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_origin, get_type_hints

from qualtool.core.fitting import fits
from qualtool.reports.options import Options


def written(options: Options) -> str:
    """The choices that differ from the usual ones, as JSON; empty where none do.

    Language and number are not among them: those are the report's.
    """
    usual = Options()
    chosen = _chosen(replace(options, language=usual.language, number=usual.number), usual)
    return json.dumps(chosen, ensure_ascii=False) if chosen else ""


def read(text: str) -> Options:
    """The choices that `written` made this of.

    What this version does not know, or what is of another kind than the choice asks for, is left
    as usual: a report must come out whatever a later version wrote.
    """
    try:
        held = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        held = {}
    options = _filled(Options, held if isinstance(held, dict) else {})
    return options if isinstance(options, Options) else Options()


def _chosen(value: Any, usual: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in fields(value):
        now, before = getattr(value, each.name), getattr(usual, each.name)
        if now == before:
            continue
        match now:
            case frozenset():
                found[each.name] = sorted(now)
            case _ if is_dataclass(now):
                found[each.name] = _chosen(now, before)
            case _:
                found[each.name] = now
    return found


def _filled(kind: type[Any], held: Mapping[str, Any], usual: Any = None) -> Any:
    usual = kind() if usual is None else usual
    hints = get_type_hints(kind)
    given: dict[str, Any] = {}
    for each in fields(kind):
        value = getattr(usual, each.name)
        if each.name in held:
            made = _made(hints[each.name], held[each.name], value)
            value = made if fits(hints[each.name])(made) else value
        given[each.name] = value
    return kind(**given)


def _made(hint: Any, held: Any, usual: Any) -> Any:
    if is_dataclass(usual) and isinstance(held, dict):
        return _filled(type(usual), held, usual)
    if isinstance(held, list):
        parts = [tuple(each) if isinstance(each, list) else each for each in held]
        hashable = all(isinstance(part, str | int | float | tuple | None) for part in parts)
        return frozenset(parts) if get_origin(hint) is frozenset and hashable else tuple(parts)
    return held
