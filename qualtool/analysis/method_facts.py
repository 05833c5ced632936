"""What the project can say of its own method: how much of what, when, what became of the codes."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from qualtool.analysis import consent
from qualtool.analysis.cases import cases
from qualtool.analysis.snapshot_list import snapshots
from qualtool.analysis.trail_pages import StepFilter, every
from qualtool.core.day_words import day_of
from qualtool.store.schema import (
    Change,
    Code,
    Coding,
    Document,
    Excerpt,
    Memo,
    ReadThrough,
    Step,
    Theme,
)

_CHANGED: Final = frozenset({"rename_code", "split_code"})
_GONE: Final = ("aside", "merged")
_STARRED: Final = select(Excerpt.id).where(Excerpt.starred.is_(True), Excerpt.lost.is_(False))


@dataclass(frozen=True, slots=True)
class KindFacts:
    """The documents of a kind: how many, their days, durations (ms, shortest first) and forms."""

    kind: str
    count: int
    first: date | None
    last: date | None
    durations_ms: tuple[int, ...]
    forms: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CodebookThen:
    """How many codes were in use at the end of a day; `name` is that of the snapshot, if one."""

    day: date
    codes: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class MethodFacts:
    """All that is counted. `merged` has the name of each code that went, with where to.

    `several` is how many excerpts have more than one code, `twice` how many more than one coder
    has coded; `read` how many documents are noted as gone through, `reread` more than once.
    """

    kinds: tuple[KindFacts, ...]
    words: int
    documents: int
    checked: int
    read: int
    reread: int
    participants: int
    coders: int
    excerpts: int
    codings: int
    several: int
    twice: int
    starred: int
    codes: int
    from_theory: int
    then: tuple[CodebookThen, ...]
    merged: tuple[tuple[str, str], ...]
    retired: int
    renamed: int
    split: int
    themes: int
    subthemes: int
    aside: int
    memos: Mapping[str, int]


def method_facts(session: Session) -> MethodFacts:
    """Count it all anew; codings and excerpts are those that are read (`store.whose`).

    Who has refused or withdrawn is not counted, nor are documents about nobody else.
    """
    shut = consent.closed_documents(session)
    everything = session.scalars(select(Document).order_by(Document.position, Document.id))
    documents = [row for row in everything if row.id not in shut]
    times = Counter(
        each for each in session.scalars(select(ReadThrough.document_id)) if each not in shut
    )
    codes_of: dict[int, set[int]] = defaultdict(set)
    coders_of: dict[int, set[int | None]] = defaultdict(set)
    without = consent.closed_excerpts(session)
    coded = session.execute(
        select(Coding.excerpt_id, Coding.code_id, Coding.coder_id)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(Excerpt.lost.is_(False))
    )
    rows = [row for row in coded if row.excerpt_id not in without]
    for excerpt_id, code_id, coder_id in rows:
        codes_of[excerpt_id].add(code_id)
        coders_of[excerpt_id].add(coder_id)
    codes = session.execute(select(Code.state, Code.provenance)).all()
    states = Counter(row.state for row in codes)
    themes = session.execute(select(Theme.parent_id, Theme.state)).all()
    standing = [row for row in themes if row.state not in _GONE]
    steps = every(session, StepFilter(actions=_CHANGED, standing=True))
    done = Counter(step.action for step in steps)
    closed = {row.case_id for row in consent.closed_cases(session)}
    people = [
        row
        for row in cases(session)
        if row.kind == "participant" and row.document_ids and row.id not in closed
    ]
    return MethodFacts(
        kinds=tuple(_kinds(documents)),
        words=sum(row.words for row in documents),
        documents=len(documents),
        checked=sum(row.checked for row in documents),
        read=len(times),
        reread=sum(count > 1 for count in times.values()),
        participants=len(people),
        coders=len({coder_id for _excerpt, _code, coder_id in rows if coder_id is not None}),
        excerpts=len(codes_of),
        codings=len(rows),
        several=sum(len(each) > 1 for each in codes_of.values()),
        twice=sum(len(each) > 1 for each in coders_of.values()),
        starred=len(set(session.scalars(_STARRED)) - without),
        codes=states["in_use"],
        from_theory=sum((row.state, row.provenance) == ("in_use", "theory") for row in codes),
        then=tuple(_then(session)),
        merged=tuple(_merged(session)),
        retired=states["retired"],
        renamed=done["rename_code"],
        split=done["split_code"],
        themes=sum(row.parent_id is None for row in standing),
        subthemes=sum(row.parent_id is not None for row in standing),
        aside=sum(row.state == "aside" for row in themes),
        memos=Counter(session.scalars(select(Memo.kind))),
    )


def _kinds(documents: Iterable[Document]) -> Iterator[KindFacts]:
    """Each kind in the order its first document comes in."""
    found: dict[str, list[Document]] = defaultdict(list)
    for row in documents:
        found[row.kind].append(row)
    for kind, rows in found.items():
        days = [day for row in rows for day in (_day(row.date_from), _day(row.date_to)) if day]
        yield KindFacts(
            kind,
            len(rows),
            min(days, default=None),
            max(days, default=None),
            tuple(sorted(row.duration_ms for row in rows if row.duration_ms)),
            Counter(row.form for row in rows if row.form),
        )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _merged(session: Session) -> Iterator[tuple[str, str]]:
    into = aliased(Code)
    rows = session.execute(
        select(Code.name, into.name)
        .join(into, into.id == Code.merged_into_id)
        .where(Code.state == "merged")
        .order_by(Code.position, Code.id)
    )
    yield from ((name, target) for name, target in rows)


def _then(session: Session) -> Iterator[CodebookThen]:
    """At each snapshot; without any, on the day the first codings were made, if that is past.

    The numbers for that day are put together from the notes of the journal.
    """
    taken = sorted(snapshots(session), key=lambda row: row.created_ms)
    for row in taken:
        yield CodebookThen(day_of(row.created_ms), row.codes, row.name)
    if taken:
        return
    days = codes_by_day(session)
    if len(days) > 1:
        yield CodebookThen(*days[0])


def codes_by_day(session: Session) -> list[tuple[date, int]]:
    """How many codes were in use at the end of each day on which codes were made or changed."""
    notes = session.execute(
        select(Change.row_id, Change.before, Step.created_ms)
        .join(Step, Step.id == Change.step_id)
        .where(Change.table_name == "code")
        .order_by(Change.id)
    ).all()
    now = dict(session.execute(select(Code.id, Code.state)).all())
    # What a step leaves is what the next one finds: the note tells how a row was before.
    after: dict[int, str | None] = {}
    moves: list[tuple[int, int, int]] = []  # when, which code, whether it is in use from then on
    for row_id, before, created_ms in reversed(notes):
        left = after.get(row_id, now.get(row_id))
        moves.append((created_ms, row_id, left == "in_use"))
        after[row_id] = json.loads(before)["state"] if before else None
    in_use: set[int] = set()
    counts: dict[date, int] = {}
    for created_ms, row_id, used in reversed(moves):
        (in_use.add if used else in_use.discard)(row_id)
        counts[day_of(created_ms)] = len(in_use)
    return list(counts.items())
