"""Running migrations on a copy of a project, which takes its place when they have succeeded."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store import backup, connection, drafts, inspection
from qualtool.store.migrations import Migration


def run(raw: driver.Connection, path: Path, key: str, migrations: Iterable[Migration]) -> None:
    """Bring the open project at `path` up, and close it: open it again to find the new version.

    Nobody else may have the file open for writing. Raises QualtoolError where it does not
    succeed; the file is then as it was, byte by byte.
    """
    try:
        with drafts.draft(path) as part:
            with closing(raw):
                backup.copy(raw, path, part)
            with closing(connection.dial(part, key)) as copied:
                for migration in migrations:
                    _take(copied, migration)
                inspection.check_ours(copied, part)
                inspection.check_sound(copied, part)
    except (OSError, driver.Error, inspection.Damaged, QualtoolError) as error:
        raise QualtoolError(
            "not_migrated",
            _(
                "{file} was made with an earlier Qualtool and could not be brought up to this "
                "version. It is unchanged, and a backup lies beside it. See that there is room on "
                "the disk and that no other program has it open, and open it again."
            ),
            file=path.name,
        ) from error


def _take(raw: driver.Connection, migration: Migration) -> None:
    raw.execute("PRAGMA foreign_keys = OFF")  # only outside a transaction
    raw.execute("BEGIN IMMEDIATE")
    migration.change(raw)
    if raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise inspection.Damaged("a row lost what it points to")
    inspection.set_version(raw, migration.target)
    raw.execute("COMMIT")
