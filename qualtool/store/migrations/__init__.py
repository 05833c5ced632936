"""Bringing a project of an earlier version up to this one.

A migration is a numbered module of this package (`m0101_…` leads to version 1.1) with one
function of literal SQL, listed in `MIGRATIONS` in order. It must never use the classes of
`store.schema`, which describe the newest version only. It works on a copy, with foreign keys off,
in a transaction of its own.

The notes of the journal are rows of the tables too, so a migration that adds, renames or drops a
column does the same in `change.before` of that table (`json_set`, `json_remove`), or older steps
can no longer be undone. A column that comes with a new *minor* version has a DEFAULT or may be
NULL, so that a program of the earlier minor can go on adding rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sqlcipher3.dbapi2 as driver

from qualtool.store.inspection import Version
from qualtool.store.migrations import (
    m0101_how_it_was_read,
    m0102_words_of_the_lost,
    m0103_room_for_themes,
    m0104_room_for_reports,
)


@dataclass(frozen=True, slots=True)
class Migration:
    """From one version of the format, as (major, minor), to the next."""

    source: Version
    target: Version
    change: Callable[[driver.Connection], None]


MIGRATIONS: tuple[Migration, ...] = (
    Migration((1, 0), (1, 1), m0101_how_it_was_read.change),
    Migration((1, 1), (1, 2), m0102_words_of_the_lost.change),
    Migration((1, 2), (1, 3), m0103_room_for_themes.change),
    Migration((1, 3), (1, 4), m0104_room_for_reports.change),
)


def ahead(version: Version, migrations: tuple[Migration, ...]) -> tuple[Migration, ...]:
    """The migrations that a file of this version still has before it, in order."""
    return tuple(step for step in migrations if step.source >= version)
