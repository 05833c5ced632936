"""Snapshots: codebook, themes and board kept as they are now, under a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from qualtool.core.codebook_moment import Label, Moment, packed
from qualtool.core.names import required
from qualtool.operations.finding import many, one
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Coding, Excerpt, Snapshot, Theme, ThemeCode


def take(session: Session, name: str, *, note: str = "") -> int:
    """Keep codebook and themes as they are now, with a note or none; the snapshot's number.

    Raises QualtoolError "name_empty", "name_long".
    """
    name = required(name)
    row = Snapshot(name=name, content=packed(replace(moment(session), note=note.strip())))
    session.add(row)
    session.flush()
    tell(session, snapshot=name)
    return row.id


def rename(session: Session, snapshot_id: int, name: str) -> None:
    """Give a snapshot another name."""
    row = one(session, Snapshot, snapshot_id)
    name = required(name)
    tell(session, snapshot=name, old=row.name)
    row.name = name


def remove(session: Session, snapshot_ids: Iterable[int]) -> None:
    """Take snapshots away."""
    rows = many(session, Snapshot, snapshot_ids)
    tell(session, snapshot=rows[0].name if rows else "", count=len(rows))
    for row in rows:
        session.delete(row)
    session.flush()


def moment(session: Session) -> Moment:
    """Codebook and themes as they are now."""
    return Moment((*_codes(session), *_themes(session)), merged=_merged(session))


def _merged(session: Session) -> dict[str, str]:
    """Of each code and theme that was merged, by its guid, the guid of what it went into."""
    found: dict[str, str] = {}
    for table in (Code, Theme):
        into = aliased(table)
        rows = session.execute(
            select(table.guid, into.guid)
            .join(into, into.id == table.merged_into_id)
            .where(table.state == "merged")
        )
        found.update(dict(rows.all()))
    return found


def _codes(session: Session) -> Iterator[Label]:
    counted = (
        select(Coding.code_id, func.count(Coding.excerpt_id.distinct()))
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(Excerpt.lost.is_(False))
        .group_by(Coding.code_id)
    )
    counts: dict[int, int] = dict(session.execute(counted).all())
    rows = session.scalars(
        select(Code).where(Code.state != "merged").order_by(Code.position, Code.id)
    ).all()
    guids = {row.id: row.guid for row in rows}
    for row in rows:
        said = (row.description, row.use_when, row.use_not, row.decision_rules)
        yield Label(
            row.guid,
            "code",
            row.name,
            above=guids.get(row.parent_id or 0, ""),
            state=row.state,
            words="\n".join(filter(None, said)),
            excerpts=counts.get(row.id, 0),
        )


def _themes(session: Session) -> Iterator[Label]:
    inside: dict[int, list[str]] = defaultdict(list)
    ties = select(ThemeCode.theme_id, Code.guid).join(Code, Code.id == ThemeCode.code_id)
    for theme_id, guid in session.execute(
        ties.where(Code.state != "merged").order_by(ThemeCode.position, ThemeCode.id)
    ):
        inside[theme_id].append(guid)
    rows = session.scalars(
        select(Theme).where(Theme.state != "merged").order_by(Theme.position, Theme.id)
    ).all()
    guids = {row.id: row.guid for row in rows}
    for row in rows:
        said = (row.concept, row.definition, row.in_scope, row.out_of_scope, row.decision_rules)
        yield Label(
            row.guid,
            "theme",
            row.name,
            above=guids.get(row.parent_id or 0, ""),
            state=row.state,
            words="\n".join(filter(None, said)),
            codes=tuple(inside[row.id]),
        )
