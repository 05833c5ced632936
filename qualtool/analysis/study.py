"""The project itself, and how much there is of everything."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import Session

from qualtool.analysis import lost_excerpts, merely_quoted
from qualtool.store.journal import unwatched_tables
from qualtool.store.rows import StudyRow
from qualtool.store.schema import Base, Code, Document, Excerpt, Study, Theme


def study(session: Session) -> StudyRow:
    """What the project is, with its main counts."""
    main_themes = select(func.count(Theme.id)).where(
        Theme.state != "merged", Theme.parent_id.is_(None)
    )
    row = session.scalars(select(Study).order_by(Study.id).limit(1)).one()
    return StudyRow(
        name=row.name,
        language=row.language,
        research_question=row.research_question,
        template=row.template,
        citation=row.citation,
        attribution=row.attribution,
        documents=session.scalar(select(func.count(Document.id))) or 0,
        codes=session.scalar(select(func.count(Code.id)).where(Code.state != "merged")) or 0,
        themes=session.scalar(main_themes) or 0,
        excerpts=(session.scalar(select(func.count()).select_from(Excerpt)) or 0)
        - lost_excerpts.count(session)
        - merely_quoted.count(session),
        guid=row.guid,
        smallest_group=row.smallest_group,
    )


def guid(session: Session) -> str:
    """What tells this project from all others."""
    return session.scalars(select(Study.guid).order_by(Study.id).limit(1)).one()


def counts(session: Session) -> Mapping[str, int]:
    """How many rows each table has, by the tables' names; the history's own tables left out."""
    skipped = unwatched_tables()
    tables = [table for name, table in sorted(Base.metadata.tables.items()) if name not in skipped]
    each = (
        select(literal(table.name), func.count().label("rows")).select_from(table)
        for table in tables
    )
    return dict(session.execute(union_all(*each)).all())
