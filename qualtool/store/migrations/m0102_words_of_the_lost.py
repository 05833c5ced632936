"""To 1.2: an excerpt that lost its words in a correction keeps them, so it can be decided on."""

from __future__ import annotations

import sqlcipher3.dbapi2 as driver


def change(raw: driver.Connection) -> None:
    """Add `excerpt.lost_words`, to the rows and to the notes of the journal."""
    raw.execute("ALTER TABLE excerpt ADD COLUMN lost_words TEXT NOT NULL DEFAULT ''")
    raw.execute(
        "UPDATE change SET before = json_set(before, '$.lost_words', '') "
        "WHERE table_name = 'excerpt' AND before IS NOT NULL"
    )
