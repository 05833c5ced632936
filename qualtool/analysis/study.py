"""The project itself, and how much there is of everything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import Session

from qualtool.analysis import lost_excerpts, merely_quoted
from qualtool.store.bare_reading import column, rows
from qualtool.store.journal import unwatched_tables
from qualtool.store.rows import StudyRow
from qualtool.store.schema import Base, Code, Document, Excerpt, Study, Theme

_ABOUT: Final = (
    "name",
    "language",
    "research_question",
    "template",
    "citation",
    "attribution",
    "guid",
    "smallest_group",
)
_STUDY: Final = select(*(getattr(Study, name) for name in _ABOUT)).order_by(Study.id).limit(1)
_GUID: Final = select(Study.guid).order_by(Study.id).limit(1)
_DOCUMENTS: Final = select(func.count(Document.id))
_CODES: Final = select(func.count(Code.id)).where(Code.state != "merged")
_MAIN_THEMES: Final = select(func.count(Theme.id)).where(
    Theme.state != "merged", Theme.parent_id.is_(None)
)
_EXCERPTS: Final = select(func.count()).select_from(Excerpt)


def study(session: Session) -> StudyRow:
    """What the project is, with its main counts."""
    about = dict(zip(_ABOUT, rows(session, _STUDY)[0], strict=True))
    excerpts = column(session, _EXCERPTS)[0] - lost_excerpts.count(session)
    return StudyRow(
        **about,
        documents=column(session, _DOCUMENTS)[0],
        codes=column(session, _CODES)[0],
        themes=column(session, _MAIN_THEMES)[0],
        excerpts=excerpts - merely_quoted.count(session),
    )


def guid(session: Session) -> str:
    """What tells this project from all others."""
    return str(column(session, _GUID)[0])


def counts(session: Session) -> Mapping[str, int]:
    """How many rows each table has, by the tables' names; the history's own tables left out."""
    skipped = unwatched_tables()
    tables = [table for name, table in sorted(Base.metadata.tables.items()) if name not in skipped]
    each = (
        select(literal(table.name), func.count().label("rows")).select_from(table)
        for table in tables
    )
    return dict(session.execute(union_all(*each)).all())
