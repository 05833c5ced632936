"""To 1.1: a document keeps how it was read from its file, so that it can be read again."""

from __future__ import annotations

import sqlcipher3.dbapi2 as driver


def change(raw: driver.Connection) -> None:
    """Add `document.reading`, to the rows and to the notes of the journal."""
    raw.execute("ALTER TABLE document ADD COLUMN reading TEXT NOT NULL DEFAULT ''")
    raw.execute(
        "UPDATE change SET before = json_set(before, '$.reading', '') "
        "WHERE table_name = 'document' AND before IS NOT NULL"
    )
