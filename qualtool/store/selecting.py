"""Lists of row numbers in a query, however long."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, func, select


def listed(ids: Iterable[int]) -> Select[Any]:
    """A sub-query with these ids, as one bound value: `column.in_(listed(ids))`."""
    rows = func.json_each(json.dumps(list(ids))).table_valued("value")
    return select(rows.c.value)
