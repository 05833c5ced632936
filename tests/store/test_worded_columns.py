from __future__ import annotations

from sqlalchemy import Text

from qualtool.store.schema import Base
from qualtool.store.worded_columns import OWNERS, WORDED

# Columns of text that hold no words of anybody: keys, colours, dates, and the texts themselves,
# which are corrected and not only changed.
OTHERS = {
    "guid", "key", "colour", "state", "kind", "provenance", "template_key", "template", "profile",
    "citation", "attribution", "data_class", "language", "format", "date", "date_from", "date_to",
    "form", "content_hash", "reading", "role", "target", "visibility", "valence", "depth",
    "origin", "fit", "interpretation", "stands", "sign", "given", "withdrawn", "number",
    "turns", "anchors", "locators", "blocks", "options", "verdict", "decision",
}  # fmt: skip


def test_every_column_is_known_to_hold_words_or_not_to() -> None:
    worded = {(each.table, each.column) for each in WORDED}
    assert len(worded) == len(WORDED)
    for name, table in Base.metadata.tables.items():
        if name in ("step", "change", "original"):
            continue
        held = {column.name for column in table.columns if isinstance(column.type, Text)}
        of_words = {column for owner, column in worded if owner == name}
        also = {"document_text": {"text"}, "report_block": {"name"}}.get(name, set())
        assert held - of_words <= OTHERS | also, name
        assert of_words <= held, name


def test_owners_have_the_columns_that_are_looked_up() -> None:
    for kind, (column, owner, name) in OWNERS.items():
        assert column in kind.__table__.columns
        assert name in owner.__table__.columns
