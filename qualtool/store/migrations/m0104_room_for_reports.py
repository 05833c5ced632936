"""To 1.4: room for reports of blocks, checked drafts, claims and decisions on disclosure."""

from __future__ import annotations

import sqlcipher3.dbapi2 as driver

_TABLES = """
CREATE TABLE report (
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    contents INTEGER NOT NULL,
    position INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL
) STRICT;
CREATE TABLE report_block (
    report_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    opening TEXT NOT NULL,
    options TEXT NOT NULL,
    position INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_report_block_report_id ON report_block (report_id);
CREATE TABLE report_freeze (
    block_id INTEGER NOT NULL,
    content TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(block_id) REFERENCES report_block (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_report_freeze_block_id ON report_freeze (block_id);
CREATE TABLE draft (
    name TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    checked_ms INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL
) STRICT;
CREATE TABLE draft_quotation (
    draft_id INTEGER NOT NULL,
    excerpt_id INTEGER,
    number INTEGER NOT NULL,
    part INTEGER NOT NULL,
    text TEXT NOT NULL,
    verdict TEXT NOT NULL,
    place TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(draft_id) REFERENCES draft (id) ON DELETE CASCADE,
    FOREIGN KEY(excerpt_id) REFERENCES excerpt (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_draft_quotation_draft_id ON draft_quotation (draft_id);
CREATE INDEX ix_draft_quotation_excerpt_id ON draft_quotation (excerpt_id);
CREATE TABLE disclosure_decision (
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    place TEXT NOT NULL,
    decision TEXT NOT NULL,
    reason TEXT NOT NULL,
    coder_id INTEGER,
    created_ms INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_disclosure_decision_coder_id ON disclosure_decision (coder_id);
CREATE TABLE comparison (
    theme_id INTEGER,
    question_id INTEGER,
    rating TEXT NOT NULL,
    explanation TEXT NOT NULL,
    evidence TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    guid TEXT NOT NULL,
    FOREIGN KEY(theme_id) REFERENCES theme (id) ON DELETE CASCADE,
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_comparison_question_id ON comparison (question_id);
CREATE INDEX ix_comparison_theme_id ON comparison (theme_id);
"""

# (table, column, what it is, its value in the rows of before)
_COLUMNS = (
    ("study", "smallest_group", "INTEGER NOT NULL DEFAULT 1", "1"),
    ("summary", "rating", "TEXT NOT NULL DEFAULT ''", "''"),
    ("claim", "question_id", "INTEGER REFERENCES question (id) ON DELETE SET NULL", "NULL"),
    ("claim", "draft_id", "INTEGER REFERENCES draft (id) ON DELETE SET NULL", "NULL"),
    ("claim", "place", "TEXT NOT NULL DEFAULT ''", "''"),
    ("claim", "state", "TEXT NOT NULL DEFAULT ''", "''"),
)


def change(raw: driver.Connection) -> None:
    """Add the tables and the columns, to the rows and to the notes of the journal."""
    for statement in _TABLES.strip().rstrip(";").split(";"):
        raw.execute(statement)
    for table, column, kind, value in _COLUMNS:
        raw.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
        raw.execute(
            f"UPDATE change SET before = json_set(before, '$.{column}', {value}) "
            "WHERE table_name = ? AND before IS NOT NULL",
            (table,),
        )
    raw.execute("CREATE INDEX ix_claim_question_id ON claim (question_id)")
    raw.execute("CREATE INDEX ix_claim_draft_id ON claim (draft_id)")
