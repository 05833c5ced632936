"""Lists of row numbers in a query, however long."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, bindparam, func, select


def listed(ids: Iterable[int]) -> Select[Any]:
    """A sub-query with these ids, as one bound value: `column.in_(listed(ids))`."""
    rows = func.json_each(json.dumps(list(ids))).table_valued("value")
    return select(rows.c.value)


def given(name: str = "ids") -> Select[Any]:
    """Such a sub-query for a query that is built once: run it with `{name: packed(ids)}`."""
    rows = func.json_each(bindparam(name)).table_valued("value")
    return select(rows.c.value)


def packed(ids: Iterable[int]) -> str:
    """Ids as the value of `given`."""
    return json.dumps(list(ids))
