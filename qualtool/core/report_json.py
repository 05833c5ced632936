"""A report as text that can be kept and read again as it was, for a block that is frozen.

Every part is an object that says what it is ("is") and holds what differs from the part's
defaults; a day is {"day": "2024-03-14"}, bytes (a picture) are {"bytes": base64}. What a part can
hold is read off the document model itself, so a new kind of block needs nothing here.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Final, get_args, get_type_hints

from qualtool.core.errors import QualtoolError
from qualtool.core.fitting import Fits, fits
from qualtool.core.report import Report
from qualtool.i18n import gettext as _

_IS: Final = "is"
_DAY: Final = "day"
_BYTES: Final = "bytes"


def written(report: Report) -> str:
    """The report as JSON."""
    return json.dumps(_plain(report), ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Report:
    """The report that `written` made this of.

    What a later version of the program added to a part is left out. Raises QualtoolError
    "report_unreadable" where the text is no report, or has parts that this version does not know.
    """
    try:
        report = json.loads(text, object_hook=_part)
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise _unreadable() from fault
    if not isinstance(report, Report):
        raise _unreadable()
    return report


def _unreadable() -> QualtoolError:
    return QualtoolError(
        "report_unreadable",
        _("What was kept of this block cannot be read. Let it follow the project again."),
    )


def _plain(value: Any) -> Any:
    kind = type(value)
    if is_dataclass(kind):
        kept = {
            name: _plain(held)
            for name, default in _defaults(kind)
            if (held := getattr(value, name)) != default
        }
        return {_IS: kind.__name__, **kept}
    match value:
        case tuple():
            return [_plain(each) for each in value]
        case date():
            return {_DAY: value.isoformat()}
        case bytes():
            return {_BYTES: b64encode(value).decode("ascii")}
    return value


@cache
def _defaults(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """The fields of a part with their defaults, or with what equals nothing."""
    return tuple((each.name, each.default) for each in fields(kind))


def _part(held: dict[str, Any]) -> Any:
    """A part of the report from one object of the JSON, its own parts being made already."""
    if _DAY in held:
        return date.fromisoformat(held[_DAY])
    if _BYTES in held:
        return b64decode(held[_BYTES], validate=True)
    kind, holds = _kinds()[held[_IS]]
    given = {name: _tupled(value) for name, value in held.items() if name in holds}
    for name, value in given.items():
        if not holds[name](value):
            raise ValueError(f"{held[_IS]}.{name} cannot be {type(value).__name__}")
    return kind(**given)


@cache
def _kinds() -> Mapping[str, tuple[type[Any], Mapping[str, Fits]]]:
    """Every kind of part that a report can have by name, with what fits each of its fields."""
    found: dict[str, tuple[type[Any], Mapping[str, Fits]]] = {}
    waiting: list[Any] = [Report]
    while waiting:
        hint = waiting.pop()
        if not is_dataclass(hint):
            waiting += get_args(hint)
        elif isinstance(hint, type) and hint.__name__ not in found:
            hints = get_type_hints(hint)
            holds = {each.name: fits(hints[each.name]) for each in fields(hint)}
            found[hint.__name__] = hint, holds
            waiting += hints.values()
    return found


def _tupled(value: Any) -> Any:
    return tuple(map(_tupled, value)) if isinstance(value, list) else value
