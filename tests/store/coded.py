"""A project with something in it to code, and looks at what its file holds."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from qualtool.store import connection
from qualtool.store.journal import unwatched_tables
from qualtool.store.project import Project, create
from qualtool.store.schema import Base, Code, Coding, Document, DocumentText, Excerpt

PHRASE = "blåbær & 'fløte'"
Rows = dict[str, list[tuple[Any, ...]]]
_WATCHED = sorted(set(Base.metadata.tables) - unwatched_tables())


def make(path: Path, *, phrase: str = "") -> Project:
    """A new project with one document, one excerpt and one code: 1 each."""
    project = create(path, name="Prøve", pass_phrase=phrase)
    with project.edit("add_document") as session:
        session.add(Document(name="Intervju 1"))
        session.add(Code(name="tid"))
        session.flush()
        session.add(DocumentText(document_id=1, text="Vi har ikke tid til det. " * 40))
        session.add(Excerpt(document_id=1, start=0, end=10))
    return project


def code(project: Project, number: int = 1) -> None:
    """Make a coding, as one step."""
    with project.edit("apply_code") as session:
        session.add(Coding(excerpt_id=1, code_id=1, round=number))


def count(path: Path, table: str = "coding", key: str = "") -> int:
    """How many rows a table of a closed file has, once the whole file is found to be sound."""
    with closing(connection.dial(path, key)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        (found,) = raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()
        return int(found)


def rows(project: Project) -> Rows:
    """All that a project holds, its history aside."""
    return {
        table: project._raw.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()
        for table in _WATCHED
    }
