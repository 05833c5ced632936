"""The memos of the project, with what each is written on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from qualtool.analysis.codebook import code_colours, theme_colours
from qualtool.analysis.excerpts import excerpts
from qualtool.store.rows import ExcerptRow, MemoRow
from qualtool.store.schema import (
    Activity,
    Case,
    Code,
    Coder,
    Coding,
    Document,
    Excerpt,
    Memo,
    MemoLink,
    Theme,
)
from qualtool.store.selecting import listed

Said = dict[str, Any]  # fields of a row

TARGETS = ("excerpt", "coding", "code", "theme", "case", "document", "activity")


@dataclass(frozen=True, slots=True)
class Signs:
    """How many memos there are on each thing, by its id. Those on codings count as the excerpts'.

    `spans` says where the excerpts stand: document, start and end.
    """

    excerpts: Mapping[int, int]
    codes: Mapping[int, int]
    themes: Mapping[int, int]
    documents: Mapping[int, int]
    cases: Mapping[int, int]
    spans: Mapping[int, tuple[int, int, int]]


def memos(
    session: Session,
    *,
    target: str | None = None,
    target_id: int | None = None,
    memo_ids: Iterable[int] | None = None,
    language: str = "",
) -> list[MemoRow]:
    """Memos in order of their dates; with a `target`, only those tied to such a thing.

    A memo tied to several things shows the most particular: an excerpt before its document. An
    excerpt has those of its codings, too. Places are worded in `language`, or in the program's.
    """
    fits: ColumnElement[bool] | None = None
    if target is not None:
        fits = _tied(target, target_id)
    elif memo_ids is not None:
        fits = Memo.id.in_(listed(memo_ids))
    found = _read(session, fits, language)
    if target in (None, "excerpt", ""):
        return found
    return [memo for memo in found if memo.target == target]


def memo(session: Session, memo_id: int) -> MemoRow | None:
    """One memo, None where there is none."""
    return next(iter(_read(session, Memo.id == memo_id, "")), None)


def newest(session: Session, target: str, ids: Iterable[int]) -> int | None:
    """The memo last dated on any of these things, None where there is none."""
    found = [row for each in ids for row in memos(session, target=target, target_id=each)]
    return max(found, key=lambda row: (row.date, row.id)).id if found else None


def said_of(session: Session, target: str, target_id: int) -> Said:
    """What a memo's row says of the thing it is on; nothing where that is gone."""
    return _things(session, [(target, target_id)], "").get((target, target_id), {})


def signs(session: Session) -> Signs:
    """What has memos, for the small signs beside it."""
    counts: dict[str, dict[int, int]] = {each: {} for each in TARGETS}
    on_coding = Coding.__table__.alias()
    rows = session.execute(
        select(
            MemoLink.memo_id,
            MemoLink.excerpt_id,
            on_coding.c.excerpt_id,
            MemoLink.code_id,
            MemoLink.theme_id,
            MemoLink.document_id,
            MemoLink.case_id,
        ).outerjoin(on_coding, on_coding.c.id == MemoLink.coding_id)
    )
    for _memo, excerpt, through, code, theme, document, case in rows:
        for kind, row_id in (
            ("excerpt", excerpt or through),
            ("code", code),
            ("theme", theme),
            ("document", document),
            ("case", case),
        ):
            if row_id is not None:
                counts[kind][row_id] = counts[kind].get(row_id, 0) + 1
    places = session.execute(
        select(Excerpt.id, Excerpt.document_id, Excerpt.start, Excerpt.end).where(
            Excerpt.id.in_(listed(counts["excerpt"])), Excerpt.lost.is_(False)
        )
    )
    return Signs(
        excerpts=counts["excerpt"],
        codes=counts["code"],
        themes=counts["theme"],
        documents=counts["document"],
        cases=counts["case"],
        spans={row_id: (document, start, end) for row_id, document, start, end in places},
    )


def _tied(target: str, target_id: int | None) -> ColumnElement[bool]:
    """Whether a memo is tied to such a thing, or to this one."""
    if not target:
        return Memo.id.not_in(select(MemoLink.memo_id))
    column = getattr(MemoLink, f"{target}_id")
    fits = column.is_not(None) if target_id is None else column == target_id
    if target == "excerpt":
        through = select(Coding.id)
        if target_id is not None:
            through = through.where(Coding.excerpt_id == target_id)
        fits = or_(fits, MemoLink.coding_id.in_(through))
    return Memo.id.in_(select(MemoLink.memo_id).where(fits))


def _read(session: Session, fits: ColumnElement[bool] | None, language: str) -> list[MemoRow]:
    wanted = select(
        Memo.id,
        Memo.kind,
        Memo.interpretation,
        Memo.title,
        Memo.text,
        Coder.name,
        Memo.date,
        Memo.private,
        Memo.created_ms,
    ).outerjoin(Coder, Coder.id == Memo.coder_id)
    if fits is not None:
        wanted = wanted.where(fits)
    rows = session.execute(wanted.order_by(Memo.date, Memo.id)).all()
    if not rows:
        return []
    ties = _ties(session, [row.id for row in rows] if fits is not None else None)
    things = _things(session, ties.values(), language)
    nothing: tuple[str, int | None] = ("", None)
    found: list[MemoRow] = []
    for memo_id, kind, order, title, text, coder, date, private, created in rows:
        tie = ties.get(memo_id, nothing)
        said = things.get(tie, {})
        found.append(
            MemoRow(
                memo_id, kind, order, title, text, coder or "", date, private, created, *tie, **said
            )
        )
    return found


def _ties(session: Session, memo_ids: Iterable[int] | None) -> dict[int, tuple[str, int | None]]:
    """What each memo is tied to first, and of that the most particular."""
    columns = [getattr(MemoLink, f"{each}_id") for each in TARGETS]
    wanted = select(MemoLink.memo_id, *columns).order_by(MemoLink.id)
    if memo_ids is not None:
        wanted = wanted.where(MemoLink.memo_id.in_(listed(memo_ids)))
    found: dict[int, tuple[str, int | None]] = {}
    for memo_id, *ids in session.execute(wanted):
        if memo_id not in found:
            tied = (pair for pair in zip(TARGETS, ids, strict=True) if pair[1] is not None)
            found[memo_id] = next(tied, ("", None))
    return found


def _things(
    session: Session, ties: Iterable[tuple[str, int | None]], language: str
) -> dict[tuple[str, int | None], Said]:
    """What is said of each thing a memo is tied to, as fields of its row."""
    ids: dict[str, set[int]] = {each: set() for each in TARGETS}
    for target, row_id in ties:
        if row_id is not None:
            ids[target].add(row_id)
    found: dict[tuple[str, int | None], Said] = {}
    for target, table in (
        ("theme", Theme),
        ("code", Code),
        ("case", Case),
        ("document", Document),
        ("activity", Activity),
    ):
        if not ids[target]:
            continue
        colours = {"theme": theme_colours, "code": code_colours}.get(target)
        shades = colours(session) if colours is not None else {}
        for row_id, name in session.execute(
            select(table.id, table.name).where(table.id.in_(listed(ids[target])))
        ):
            found[target, row_id] = {"about": name, "colour": shades.get(row_id, "")}
    behind = _excerpts_of(session, ids["coding"])
    rows = _excerpts(session, ids["excerpt"] | set(behind.values()), language)
    for row_id in ids["excerpt"]:
        found["excerpt", row_id] = rows.get(row_id, {})
    for coding_id, row_id in behind.items():
        found["coding", coding_id] = rows.get(row_id, {})
    return found


def _excerpts_of(session: Session, coding_ids: Iterable[int]) -> dict[int, int]:
    rows = session.execute(
        select(Coding.id, Coding.excerpt_id).where(Coding.id.in_(listed(coding_ids)))
    )
    return dict(rows.all())


def _excerpts(session: Session, ids: set[int], language: str) -> dict[int, Said]:
    if not ids:
        return {}
    found = {row.id: _said(row) for row in excerpts(session, excerpt_ids=ids, language=language)}
    # A passage whose words are gone has no place; its document is known.
    for row_id, name in session.execute(
        select(Excerpt.id, Document.name)
        .join(Document, Document.id == Excerpt.document_id)
        .where(Excerpt.id.in_(listed(ids - set(found))))
    ):
        found[row_id] = {"about": name}
    return found


def _said(row: ExcerptRow) -> Said:
    codes = dict.fromkeys(coding.code for coding in row.codings)
    return {
        "about": f"{row.document}, {row.place}",
        "words": row.display_text or row.text,
        "colour": row.codings[0].colour if row.codings else "",
        "codes": tuple(codes),
        "span": (row.document_id, row.start, row.end),
    }
