"""The four rules that the journal's undo rests on, read from a project file as it is made."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from qualtool.store import journal
from qualtool.store.project import Project, create
from qualtool.store.schema import Base
from tests.rules.tree import modules, parsed, shown

WATCHED = sorted(set(Base.metadata.tables) - journal.unwatched_tables())
WITHOUT_LOSS_AS_JSON = re.compile(r"INT|CHAR|CLOB|TEXT|BOOL", re.IGNORECASE)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project file as it is made; the rules only look at it."""
    path = tmp_path_factory.mktemp("rules") / "study.qualtool"
    with create(path, name="A study") as project:
        yield project


def _rows(project: Project, statement: str) -> list[dict[str, object]]:
    with project.read() as session:
        return [dict(row) for row in session.execute(text(statement)).mappings()]


def test_only_the_history_itself_and_the_originals_go_unwatched() -> None:
    assert journal.unwatched_tables() == {"change", "step", "original"}


def test_every_table_of_the_file_is_in_the_schema(made: Project) -> None:
    found = _rows(
        made,
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    )
    assert {row["name"] for row in found} == set(Base.metadata.tables)


@pytest.mark.parametrize("table", WATCHED)
def test_a_watched_table_holds_no_real_and_no_blob(made: Project, table: str) -> None:
    columns = _rows(made, f'PRAGMA main.table_info("{table}")')
    kinds = {str(column["name"]): str(column["type"]) for column in columns}
    lossy = {name: kind for name, kind in kinds.items() if not WITHOUT_LOSS_AS_JSON.search(kind)}
    assert kinds
    assert not lossy


@pytest.mark.parametrize("table", WATCHED)
def test_nothing_a_researcher_edits_is_unique(made: Project, table: str) -> None:
    indexes = _rows(made, f'PRAGMA main.index_list("{table}")')
    assert [index["name"] for index in indexes if index["unique"]] == []


@pytest.mark.parametrize("table", WATCHED)
def test_a_row_is_numbered_once_and_for_all_and_has_a_guid(made: Project, table: str) -> None:
    columns = {row["name"]: row for row in _rows(made, f'PRAGMA main.table_info("{table}")')}
    assert columns["id"]["type"] == "INTEGER"
    assert columns["id"]["pk"] == 1
    assert columns["guid"]["notnull"] == 1
    tables = _rows(made, f"SELECT sql FROM main.sqlite_schema WHERE name = '{table}'")
    assert re.search(r"PRIMARY KEY AUTOINCREMENT", str(tables[0]["sql"]))


def test_the_file_holds_no_triggers_and_no_views_of_its_own(made: Project) -> None:
    found = _rows(made, "SELECT name FROM main.sqlite_schema WHERE type IN ('trigger', 'view')")
    assert found == []


def test_no_row_is_ever_replaced_in_one_go() -> None:
    replacing = re.compile(r"\bOR\s+REPLACE\b|\bREPLACE\s+INTO\b|or_replace", re.IGNORECASE)
    found = [
        shown(module, node.lineno)
        for module in modules()
        for node in ast.walk(parsed(module))
        if (isinstance(node, ast.Constant) and replacing.search(str(node.value)))
        or (isinstance(node, ast.Attribute) and replacing.search(node.attr))
    ]
    assert found == []
