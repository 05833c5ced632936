"""Short questions to a project, for tests."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select

from qualtool.store import schema
from qualtool.store.project import Project
from qualtool.store.schema import Code, Coding, Row, Theme, ThemeCode

Kind = TypeVar("Kind", bound=Row)


def rows(project: Project, kind: type[Kind]) -> list[Kind]:
    """All rows of a table, in order of their numbers."""
    with project.read() as session:
        found = list(session.scalars(select(kind).order_by(kind.id)))
        session.expunge_all()
        return found


def row(project: Project, kind: type[Kind], row_id: int) -> Kind | None:
    """One row, or None."""
    return next((each for each in rows(project, kind) if each.id == row_id), None)


def codes_under(project: Project, parent_id: int | None) -> list[str]:
    """The names of the codes right under a code, in order; their positions must be dense."""
    found = [
        code
        for code in rows(project, Code)
        if code.parent_id == parent_id and code.state != "merged"
    ]
    found.sort(key=lambda code: code.position)
    assert [code.position for code in found] == list(range(len(found)))
    return [code.name for code in found]


def themes_under(project: Project, parent_id: int | None) -> list[str]:
    """The names of the themes right under a theme, in order; their positions must be dense."""
    found = [
        theme
        for theme in rows(project, Theme)
        if theme.parent_id == parent_id and theme.state != "merged"
    ]
    found.sort(key=lambda theme: theme.position)
    assert [theme.position for theme in found] == list(range(len(found)))
    return [theme.name for theme in found]


def codes_in(project: Project, theme_id: int) -> list[str]:
    """The names of a theme's codes, in order; their positions must be dense."""
    names = {code.id: code.name for code in rows(project, Code)}
    found = [each for each in rows(project, ThemeCode) if each.theme_id == theme_id]
    found.sort(key=lambda each: each.position)
    assert [each.position for each in found] == list(range(len(found)))
    return [names[each.code_id] for each in found]


def codings_of(project: Project, code_id: int) -> list[tuple[int, int | None]]:
    """The excerpt and coder of each coding with a code."""
    return sorted(
        (coding.excerpt_id, coding.coder_id)
        for coding in rows(project, Coding)
        if coding.code_id == code_id
    )


def excerpt_ids(project: Project) -> set[int]:
    """The numbers of all excerpts."""
    return {excerpt.id for excerpt in rows(project, schema.Excerpt)}
