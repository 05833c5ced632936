"""Retrieving: which excerpts a code or theme holds, in groups, before any of their words are read.

Of thousands of excerpts only those that are looked at are read (`excerpts.excerpts`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import codebook, namesakes
from qualtool.analysis.belonging import codes_of
from qualtool.analysis.excerpts import narrowed
from qualtool.analysis.placing import cases_of_excerpts
from qualtool.store.schema import Case, Code, Document, Excerpt, Theme

Grouping = Literal["document", "case"]


@dataclass(frozen=True, slots=True)
class Hit:
    """An excerpt that was found; `group` is the document or the cases it belongs to."""

    excerpt_id: int
    group: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What was looked for: a code, a theme or a sub-theme, with what is said of it."""

    name: str
    colour: str
    about: str
    use_not: str = ""
    sub_theme: bool = False
    apart: str = ""  # what tells a code from its namesakes


def code(session: Session, code_id: int) -> Subject | None:
    """What is said of a code; None where there is none, or it was merged into another."""
    row = session.get(Code, code_id)
    if row is None or row.state == "merged":
        return None
    colour = codebook.code_colours(session)[code_id]
    apart = namesakes.beside(session, [code_id]).get(code_id, "")
    return Subject(row.name, colour, row.description, row.use_not, apart=apart)


def theme(session: Session, theme_id: int) -> Subject | None:
    """What is said of a theme; None where there is none, or it was merged into another."""
    row = session.get(Theme, theme_id)
    if row is None or row.state == "merged":
        return None
    colour = codebook.theme_colours(session)[theme_id]
    return Subject(row.name, colour, row.definition, sub_theme=row.parent_id is not None)


def codes_under(session: Session, theme_id: int) -> list[int]:
    """The codes of a theme and of all its sub-themes, sub-codes included."""
    return codes_of(session, [theme_id])


def hits(
    session: Session,
    *,
    code_ids: Iterable[int] | None = None,
    theme_ids: Iterable[int] | None = None,
    by: Grouping = "document",
) -> list[Hit]:
    """The excerpts with any of these codes or in any of these themes, group after group.

    By document they come in the order of the documents, by case in that of the cases; who speaks
    in no case comes last, in a group without a name. Within a group they come as in the text.
    """
    wanted = narrowed(session, code_ids, theme_ids, None, None)
    rows = session.execute(
        wanted.with_only_columns(Excerpt.id, Document.name).order_by(
            Document.position, Document.id, Excerpt.start, Excerpt.end.desc()
        )
    ).all()
    if by == "document":
        return [Hit(excerpt_id, name) for excerpt_id, name in rows]
    places = _case_places(session)
    cases = cases_of_excerpts(session, [excerpt_id for excerpt_id, _name in rows])
    placed = [
        (sorted(places[each] for each in cases[excerpt_id]), excerpt_id)
        for excerpt_id, _name in rows
    ]
    placed.sort(key=lambda each: (not each[0], [place for place, _name in each[0]]))
    return [Hit(excerpt_id, ", ".join(name for _n, name in of)) for of, excerpt_id in placed]


def cases(session: Session, excerpt_ids: Sequence[int]) -> int:
    """How many cases these excerpts are about."""
    found = cases_of_excerpts(session, excerpt_ids)
    return len(frozenset[int]().union(*found.values()))


def _case_places(session: Session) -> dict[int, tuple[int, str]]:
    rows = session.execute(select(Case.id, Case.name).order_by(Case.position, Case.id))
    return {row_id: (place, name) for place, (row_id, name) in enumerate(rows)}
