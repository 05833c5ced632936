"""To 1.3: room for the map, the findings, condensed meanings, and how the work was done.

Excerpts are found by their span from then on, without a look at all of the document.
"""

from __future__ import annotations

import sqlcipher3.dbapi2 as driver

_TABLES = """
CREATE TABLE rest_code (
    frame_id INTEGER NOT NULL,
    code_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(frame_id) REFERENCES frame (id) ON DELETE CASCADE,
    FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_rest_code_code_id ON rest_code (code_id);
CREATE INDEX ix_rest_code_frame_id ON rest_code (frame_id);
CREATE TABLE map_item (
    frame_id INTEGER NOT NULL,
    theme_id INTEGER,
    code_id INTEGER,
    text TEXT NOT NULL,
    x INTEGER NOT NULL,
    y INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(frame_id) REFERENCES frame (id) ON DELETE CASCADE,
    FOREIGN KEY(theme_id) REFERENCES theme (id) ON DELETE CASCADE,
    FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_map_item_code_id ON map_item (code_id);
CREATE INDEX ix_map_item_frame_id ON map_item (frame_id);
CREATE INDEX ix_map_item_theme_id ON map_item (theme_id);
CREATE TABLE map_link (
    from_item_id INTEGER NOT NULL,
    to_item_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(from_item_id) REFERENCES map_item (id) ON DELETE CASCADE,
    FOREIGN KEY(to_item_id) REFERENCES map_item (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_map_link_from_item_id ON map_link (from_item_id);
CREATE INDEX ix_map_link_to_item_id ON map_link (to_item_id);
CREATE TABLE finding_part (
    theme_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    excerpt_id INTEGER,
    position INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(theme_id) REFERENCES theme (id) ON DELETE CASCADE,
    FOREIGN KEY(excerpt_id) REFERENCES excerpt (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_finding_part_excerpt_id ON finding_part (excerpt_id);
CREATE INDEX ix_finding_part_theme_id ON finding_part (theme_id);
CREATE TABLE condensation (
    excerpt_id INTEGER NOT NULL,
    coder_id INTEGER,
    theme_id INTEGER,
    text TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(excerpt_id) REFERENCES excerpt (id) ON DELETE CASCADE,
    FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE SET NULL,
    FOREIGN KEY(theme_id) REFERENCES theme (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_condensation_coder_id ON condensation (coder_id);
CREATE INDEX ix_condensation_excerpt_id ON condensation (excerpt_id);
CREATE INDEX ix_condensation_theme_id ON condensation (theme_id);
CREATE TABLE condensate (
    theme_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    analytic_text TEXT NOT NULL,
    excerpt_id INTEGER,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(theme_id) REFERENCES theme (id) ON DELETE CASCADE,
    FOREIGN KEY(excerpt_id) REFERENCES excerpt (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_condensate_excerpt_id ON condensate (excerpt_id);
CREATE INDEX ix_condensate_theme_id ON condensate (theme_id);
CREATE TABLE read_through (
    document_id INTEGER NOT NULL,
    coder_id INTEGER,
    kind TEXT NOT NULL,
    note TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE,
    FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_read_through_coder_id ON read_through (coder_id);
CREATE INDEX ix_read_through_document_id ON read_through (document_id);
CREATE TABLE look_again (
    coding_id INTEGER NOT NULL,
    memo_id INTEGER,
    state TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(coding_id) REFERENCES coding (id) ON DELETE CASCADE,
    FOREIGN KEY(memo_id) REFERENCES memo (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_look_again_coding_id ON look_again (coding_id);
CREATE INDEX ix_look_again_memo_id ON look_again (memo_id);
CREATE TABLE work_phase (
    "key" TEXT NOT NULL,
    date_from TEXT,
    date_to TEXT,
    note TEXT NOT NULL,
    position INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL
) STRICT;
CREATE TABLE self_review (
    "key" TEXT NOT NULL,
    text TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL
) STRICT;
"""


def change(raw: driver.Connection) -> None:
    """Add the tables, and `memo_link.stands`, to the rows and to the notes of the journal.

    The index of excerpts by document goes on to their start and end.
    """
    raw.execute("DROP INDEX IF EXISTS ix_excerpt_document_id")
    raw.execute('CREATE INDEX ix_excerpt_document_id ON excerpt (document_id, start, "end")')
    for statement in _TABLES.strip().rstrip(";").split(";"):
        raw.execute(statement)
    raw.execute("ALTER TABLE memo_link ADD COLUMN stands TEXT NOT NULL DEFAULT ''")
    raw.execute(
        "UPDATE change SET before = json_set(before, '$.stands', '') "
        "WHERE table_name = 'memo_link' AND before IS NOT NULL"
    )
