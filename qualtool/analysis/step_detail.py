"""What one step touched: each thing with the way to it while it still exists, and what it said."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.core.names import excerpted
from qualtool.i18n import mark
from qualtool.store.schema import (
    Activity,
    Base,
    Case,
    Change,
    Code,
    Coding,
    Document,
    DocumentText,
    Excerpt,
    Memo,
    Row,
    Theme,
)
from qualtool.store.selecting import listed

MOST: Final = 40  # things shown of one step
MOST_REWORDED: Final = 12
LOOKED_AT: Final = 2000  # rows of one step
_PLACE: Final = frozenset({"position", "collapsed"})
_TOLD: Final = frozenset({"code", "theme", "memo", "coding"})
Before = Mapping[str, Any] | None
Span = tuple[int, int, int]

_NAMED: Final[Mapping[str, type[Row]]] = {
    "code": Code,
    "theme": Theme,
    "document": Document,
    "case": Case,
    "activity": Activity,
}
# Through which column each of these tables leads to what a researcher knows.
_LEADS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "coding": (("excerpt", "excerpt_id"), ("code", "code_id")),
    "theme_code": (("theme", "theme_id"), ("code", "code_id")),
    "theme_excerpt": (("theme", "theme_id"), ("excerpt", "excerpt_id")),
    "document_text": (("document", "document_id"),),
    "read_through": (("document", "document_id"),),
    "document_case": (("document", "document_id"), ("case", "case_id")),
    "attribute_value": (("case", "case_id"), ("document", "document_id")),
    "rest_code": (("code", "code_id"),),
    "finding_part": (("theme", "theme_id"),),
}
WORDED: Final[Mapping[str, str]] = {
    "name": mark("Name"),
    "description": mark("Description"),
    "use_when": mark("Used when"),
    "use_not": mark("Not when"),
    "decision_rules": mark("Decision rules"),
    "concept": mark("Central organising concept"),
    "definition": mark("Definition"),
    "in_scope": mark("In scope"),
    "out_of_scope": mark("Out of scope"),
    "question_relation": mark("Relation to the research question"),
    "report_title": mark("Report title"),
    "text": mark("Text"),
    "title": mark("Title"),
    "comment": mark("Comment"),
}


@dataclass(frozen=True, slots=True)
class Touched:
    """A thing: its table, its number where it still exists, what it is called, its passage."""

    kind: str
    id: int | None
    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reworded:
    """Something that was said otherwise before; `field` is a key of `WORDED`."""

    kind: str
    name: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StepDetail:
    """What a step touched, at most `MOST` of it, how much more there is, and what it reworded."""

    touched: tuple[Touched, ...]
    more: int
    reworded: tuple[Reworded, ...]


def detail(session: Session, step_id: int) -> StepDetail:
    """What this step touched. What is private to another coder is left out as everywhere."""
    rows = _telling(session, step_id, _changes(session, step_id))
    found: dict[tuple[str, int], str] = {}
    for table, row_id, before in rows:
        now = before if before is not None else _row(session, table, row_id)
        for kind, reached in _reached(table, row_id, now):
            name = str((now or {}).get("name", "")) if kind == table else ""
            found[kind, reached] = found.get((kind, reached)) or name
    things = list(_things(session, found))
    more = max(0, len(things) - MOST)
    return StepDetail(tuple(things[:MOST]), more, tuple(_rewordings(session, step_id, rows)))


def _telling(
    session: Session, step_id: int, rows: list[tuple[str, int, Before]]
) -> list[tuple[str, int, Before]]:
    """The rows without those that only stand elsewhere among their likes."""
    still: set[tuple[str, int]] = set()
    for table in ("code", "theme", "theme_code"):
        held = {row_id: before for each, row_id, before in rows if each == table and before}
        after = _after(session, step_id, table, held)
        for row_id, before in held.items():
            now = after.get(row_id)
            if now is not None and all(
                before[field] == now.get(field) for field in before if field not in _PLACE
            ):
                still.add((table, row_id))
    if len(still) == len(rows):
        return rows  # that they stand elsewhere is what was done
    return [row for row in rows if row[:2] not in still]


def _changes(session: Session, step_id: int) -> list[tuple[str, int, Before]]:
    wanted = (*_NAMED, *_LEADS, "excerpt", "memo")
    rows = session.execute(
        select(Change.table_name, Change.row_id, Change.before)
        .where(Change.step_id == step_id, Change.table_name.in_(wanted))
        .order_by(Change.id)
        .limit(LOOKED_AT)
    )
    return [(table, row_id, _unpacked(before)) for table, row_id, before in rows]


def _reached(table: str, row_id: int, now: Before) -> Iterator[tuple[str, int]]:
    """What a row of a table leads to; a row that is gone without a trace to nothing."""
    if table in _LEADS:
        for kind, column in _LEADS[table]:
            value = (now or {}).get(column)
            if isinstance(value, int):
                yield kind, value
    else:
        yield table, row_id


def _row(session: Session, table: str, row_id: int) -> Before:
    """A row as it is now; where it went later, as it was before that."""
    columns = Base.metadata.tables[table].c
    row = session.execute(select(*columns).where(columns["id"] == row_id)).mappings().first()
    if row is not None:
        return dict(row)
    before = session.scalar(
        select(Change.before)
        .where(Change.table_name == table, Change.row_id == row_id, Change.before.is_not(None))
        .order_by(Change.id.desc())
        .limit(1)
    )
    return _unpacked(before)


def _unpacked(noted: str | None) -> Before:
    content: Before = json.loads(noted) if noted is not None else None
    return content


def _things(session: Session, found: Mapping[tuple[str, int], str]) -> Iterator[Touched]:
    for kind, table in _NAMED.items():
        ids = [row_id for each, row_id in found if each == kind]
        columns = table.__table__.c
        asked = select(columns["id"], columns["name"]).where(columns["id"].in_(listed(ids)))
        if "state" in columns:
            asked = asked.where(columns["state"] != "merged")
        names = dict(session.execute(asked).all())
        for row_id in ids:
            if row_id in names:
                yield Touched(kind, row_id, names[row_id])
            else:
                name = found[kind, row_id] or str((_row(session, kind, row_id) or {}).get("name"))
                yield Touched(kind, None, name)
    yield from _memos(session, [row_id for kind, row_id in found if kind == "memo"])
    yield from _excerpts(session, [row_id for kind, row_id in found if kind == "excerpt"])


def _memos(session: Session, ids: Iterable[int]) -> Iterator[Touched]:
    for row_id, title, text in session.execute(
        select(Memo.id, Memo.title, Memo.text).where(Memo.id.in_(listed(ids)))
    ):
        yield Touched("memo", row_id, excerpted(title or " ".join(text.split()), 80))


def _excerpts(session: Session, ids: Iterable[int]) -> Iterator[Touched]:
    rows = session.execute(
        select(
            Excerpt.id,
            Excerpt.document_id,
            Excerpt.start,
            Excerpt.end,
            func.substr(DocumentText.text, Excerpt.start + 1, 100),
        )
        .join(DocumentText, DocumentText.document_id == Excerpt.document_id)
        .where(Excerpt.id.in_(listed(ids)), Excerpt.lost.is_(False))
        .order_by(Excerpt.document_id, Excerpt.start)
    )
    for row_id, document_id, start, end, words in rows:
        said = " ".join(words[: end - start].split())
        yield Touched("excerpt", row_id, excerpted(said, 80), (document_id, start, end))


def _rewordings(
    session: Session, step_id: int, rows: Iterable[tuple[str, int, Before]]
) -> Iterator[Reworded]:
    told = [row for row in rows if row[2] is not None and row[0] in _TOLD][:MOST_REWORDED]
    for table in dict.fromkeys(table for table, _id, _before in told):
        ids = [row_id for each, row_id, _before in told if each == table]
        after = _after(session, step_id, table, ids)
        shown = _shown(session, table, ids)
        for each, row_id, before in told:
            now = after.get(row_id)
            if each != table or row_id not in shown or now is None or before is None:
                continue
            for field in WORDED:
                was, became = before.get(field) or "", now.get(field) or ""
                if field in before and was != became:
                    yield Reworded(table, str(now.get("name") or ""), field, str(was), str(became))


def _shown(session: Session, table: str, ids: Iterable[int]) -> frozenset[int]:
    """The rows that may be read now: what another coder keeps to themselves is not among them."""
    private = {"memo": Memo, "coding": Coding}.get(table)
    if private is None:
        return frozenset(ids)
    return frozenset(session.scalars(select(private.id).where(private.id.in_(listed(ids)))))


def _after(
    session: Session, step_id: int, table: str, ids: Iterable[int]
) -> Mapping[int, Mapping[str, Any]]:
    """Rows as they were when the step had ended."""
    ids = list(ids)
    columns = Base.metadata.tables[table].c
    found: dict[int, Mapping[str, Any]] = {
        row["id"]: dict(row)
        for row in session.execute(select(*columns).where(columns["id"].in_(ids))).mappings()
    }
    later = session.execute(
        select(Change.row_id, Change.before)
        .where(Change.step_id > step_id, Change.table_name == table, Change.row_id.in_(ids))
        .order_by(Change.id.desc())
    )
    for row_id, before in later:
        if before is not None:
            found[row_id] = json.loads(before)
    return found
