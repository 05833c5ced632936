"""The excerpts that are to be counted: as they are, and as they were before a step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import FromClause, Select, select
from sqlalchemy.orm import Session

from qualtool.analysis.tally import Counted
from qualtool.analysis.voices import Voices, touched_documents
from qualtool.store.bare_reading import column, rows
from qualtool.store.kept import Passed
from qualtool.store.schema import Coding, Excerpt, ThemeExcerpt
from qualtool.store.selecting import given, packed

# The bare tables, which a session that reads only some coders' codings does not narrow.
EXCERPT: Final = Excerpt.__table__.c
CODING: Final = Coding.__table__.c
TIE: Final = ThemeExcerpt.__table__.c

_Fields = tuple[str, ...]
_OF_EXCERPT: Final[_Fields] = ("id", "document_id", "start", "end", "lost")
_OF_CODING: Final[_Fields] = ("id", "excerpt_id", "code_id", "coder_id")
_OF_TIE: Final[_Fields] = ("id", "excerpt_id", "theme_id", "direct")


@dataclass(slots=True)
class State:
    """Rows by their ids, the id first: excerpts, codings, and which excerpt is in which theme."""

    excerpts: dict[int, tuple[Any, ...]]
    codings: dict[int, tuple[Any, ...]]
    ties: dict[int, tuple[Any, ...]]

    def documents(self) -> set[int]:
        """The documents the excerpts stand in."""
        return {row[1] for row in self.excerpts.values()}

    def before(self, passed: Passed) -> State:
        """The same excerpts as they were before a step."""
        return State(
            _patched(self.excerpts, passed, "excerpt", _OF_EXCERPT),
            _patched(self.codings, passed, "coding", _OF_CODING),
            _patched(self.ties, passed, "theme_excerpt", _OF_TIE),
        )

    def counted(self, of: Mapping[int, Voices], whose: Collection[int] | None) -> Iterator[Counted]:
        """The excerpts that count: with their words, and not coded by others alone."""
        codings: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
        hidden: set[int] = set()
        for _id, excerpt_id, code_id, coder_id in self.codings.values():
            if whose is None or coder_id is None or coder_id in whose:
                codings[excerpt_id].append((code_id, coder_id))
            else:
                hidden.add(excerpt_id)
        themes: dict[int, list[int]] = defaultdict(list)
        for _id, excerpt_id, theme_id, direct in self.ties.values():
            if direct:
                themes[excerpt_id].append(theme_id)
        for excerpt_id, document_id, start, end, lost in self.excerpts.values():
            here = codings.get(excerpt_id, ())
            if lost or (not here and excerpt_id in hidden):
                continue
            about = of[document_id].about(start, end)
            yield Counted(document_id, tuple(here), tuple(themes.get(excerpt_id, ())), about)


def of_documents(session: Session, document_ids: Iterable[int]) -> State:
    """All excerpts of some documents."""
    return _state(session, _OF_DOCUMENTS, document_ids)


def of_excerpts(session: Session, excerpt_ids: Iterable[int]) -> State:
    """Some excerpts; those that are gone left out."""
    return _state(session, _AMONG_EXCERPTS, excerpt_ids)


def touched(
    passed: Passed,
    session: Session,
    codes: Collection[int] = (),
    themes: Collection[int] = (),
) -> set[int]:
    """The excerpts that count otherwise after a step in which these codes and themes moved."""
    found = set(passed.changes.ids("excerpt"))
    for table, now in _EXCERPT_OF.items():
        ids = passed.changes.ids(table)
        if ids:
            found.update(column(session, now, ids=packed(ids)))
            former = passed.former(table).values()
            found.update(row["excerpt_id"] for row in former if row is not None)
    for wanted, of in (
        (codes, _OF_CODES),
        (themes, _OF_THEMES),
        (touched_documents(passed, session), _IN_DOCUMENTS),
    ):
        if wanted:
            found.update(column(session, of, ids=packed(wanted)))
    return found


def _state(session: Session, queries: tuple[Select[Any], ...], ids: Iterable[int]) -> State:
    those = packed(ids)
    return State(*({row[0]: row for row in rows(session, query, ids=those)} for query in queries))


def _queries(within: Select[Any]) -> tuple[Select[Any], ...]:
    """The rows of all three kinds of some excerpts; built once, as that takes the longest."""

    def columns(table: FromClause, names: _Fields) -> Select[Any]:
        return select(*(table.c[name] for name in names))

    return (
        columns(Excerpt.__table__, _OF_EXCERPT).where(EXCERPT.id.in_(within)),
        columns(Coding.__table__, _OF_CODING).where(CODING.excerpt_id.in_(within)),
        columns(ThemeExcerpt.__table__, _OF_TIE).where(TIE.excerpt_id.in_(within)),
    )


_AMONG_EXCERPTS: Final = _queries(given())
_OF_DOCUMENTS: Final = _queries(select(EXCERPT.id).where(EXCERPT.document_id.in_(given())))
_OF_CODES: Final = select(CODING.excerpt_id).where(CODING.code_id.in_(given()))
_OF_THEMES: Final = select(TIE.excerpt_id).where(TIE.theme_id.in_(given()))
_IN_DOCUMENTS: Final = select(EXCERPT.id).where(EXCERPT.document_id.in_(given()))
_EXCERPT_OF: Final = {
    "coding": select(CODING.excerpt_id).where(CODING.id.in_(given())),
    "theme_excerpt": select(TIE.excerpt_id).where(TIE.id.in_(given())),
}


def _patched(
    now: Mapping[int, tuple[Any, ...]], passed: Passed, table: str, fields: _Fields
) -> dict[int, tuple[Any, ...]]:
    then = dict(now)
    if not passed.changes.touches(table):
        return then
    for row_id, row in passed.former(table).items():
        if row is None:
            then.pop(row_id, None)
        else:
            then[row_id] = tuple(row[name] for name in fields)
    return then
