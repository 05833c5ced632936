"""Whatever is done, undo puts it back to the last column, and redo brings it again."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from qualtool.store import connection, inspection, journal
from qualtool.store.journal import Changes, tell
from qualtool.store.project import Project, open_project
from qualtool.store.schema import (
    VERSION,
    Base,
    Code,
    Coding,
    Document,
    DocumentText,
    Excerpt,
    Frame,
    Memo,
    MemoLink,
    Theme,
    ThemeCode,
)
from tests.store import coded

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["", "123", "1e5", "null", '{"a": 1}', "'", '"', "\\u0000", "\x00", "😀", "æøå", "\u2028"]
)
numbers = st.integers(-(2**63), 2**63 - 1) | st.sampled_from([0, 1, 2**53 + 1])
picks = st.integers(0, 10_000)

MADE_IN_STEPS: tuple[type[Base], ...] = (
    Document,
    DocumentText,
    Excerpt,
    Code,
    Coding,
    Frame,
    Theme,
    ThemeCode,
    Memo,
    MemoLink,
)
BULK = (
    "UPDATE code SET name = name || '!', parent_id = NULL",
    'UPDATE excerpt SET start = start + 1, "end" = "end" + 1',
    "UPDATE coding SET code_id = (SELECT max(id) FROM code)",
    "UPDATE theme SET parent_id = (SELECT min(id) FROM theme) WHERE id > 1",
    "UPDATE document_text SET text = text || text WHERE length(text) < 4000",
    "DELETE FROM coding WHERE id % 2",
    "DELETE FROM excerpt",
    "DELETE FROM document WHERE id % 2",
    "DELETE FROM code WHERE parent_id IS NULL",
    "DELETE FROM frame",
    """
    INSERT INTO coding (guid, excerpt_id, code_id, comment, origin, round, created_ms)
    SELECT hex(randomblob(16)), e.id, c.id, '', 'rule', 1, 0
    FROM excerpt AS e, code AS c LIMIT 40
    """,
)


class Undoing(RuleBasedStateMachine):
    """A project beside a plain stack of what it held after each step."""

    made: Path  # the file each run begins with a copy of
    project: Project

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "studie.qualtool"
        shutil.copyfile(self.made, self.path)
        self._open()
        self.project.undo()
        self.past = [coded.rows(self.project)]
        self.project.redo()
        self.future: list[coded.Rows] = []
        self.now = coded.rows(self.project)

    def _last_step(self) -> int | None:
        step = self.project.next_undo()
        return step.id if step else None

    def _open(self) -> None:
        self.project = open_project(self.path)
        self.project._raw.execute("PRAGMA synchronous = OFF")  # nobody pulls the plug here

    def _edit(self, *acts: Callable[[Session], object]) -> None:
        before = self._last_step()
        with self.project.edit("x") as session:
            for act in acts:
                act(session)
                session.flush()
        rows = coded.rows(self.project)
        assert (self._last_step() == before) == (rows == self.now)
        if rows == self.now:
            return
        self.past.append(self.now)
        self.future.clear()
        self.now = rows

    @rule(
        kinds=st.lists(st.sampled_from(MADE_IN_STEPS), min_size=1, max_size=6),
        name=words,
        pick=picks,
    )
    def add(self, kinds: list[type[Base]], name: str, pick: int) -> None:
        self._edit(*(lambda session, kind=kind: _add(session, kind, name, pick) for kind in kinds))

    @rule(name=words, number=numbers, pick=picks)
    def change(self, name: str, number: int, pick: int) -> None:
        def act(session: Session) -> None:
            if found := _any(session, Code, pick):
                row = session.get_one(Code, found)
                row.name, row.position, row.parent_id = name, number, _any(session, Code, pick // 2)
                row.pin = None if number % 2 else number

        self._edit(act)

    @rule(pick=picks)
    def swap_two_names(self, pick: int) -> None:
        def act(session: Session) -> None:
            rows = session.scalars(select(Code).order_by(Code.id).limit(2)).all()
            if len(rows) == 2:
                rows[0].name, rows[1].name = rows[1].name, rows[0].name

        self._edit(act)

    @rule(kind=st.sampled_from(MADE_IN_STEPS), pick=picks)
    def remove(self, kind: Any, pick: int) -> None:
        self._edit(
            lambda session: session.execute(
                delete(kind).where(kind.id == _any(session, kind, pick))
            )
        )

    @rule(statements=st.lists(st.sampled_from(BULK), min_size=1, max_size=4))
    def in_bulk(self, statements: list[str]) -> None:
        self._edit(*(lambda session, sql=sql: session.execute(text(sql)) for sql in statements))

    @rule(name=words)
    def make_and_remove(self, name: str) -> None:
        def act(session: Session) -> None:
            row = Code(name=name)
            session.add(row)
            session.flush()
            session.execute(update(Code).where(Code.id == row.id).values(name=name + "x"))
            session.delete(row)

        self._edit(act)

    @rule(statement=st.sampled_from(BULK))
    def fail(self, statement: str) -> None:
        with pytest.raises(ZeroDivisionError):
            self._edit(lambda session: session.execute(text(statement)), lambda _session: 1 // 0)

    @precondition(lambda self: self.past)
    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _time in range(min(times, len(self.past))):
            assert self.project.undo() is not None
            self.future.append(self.now)
            self.now = self.past.pop()
            assert coded.rows(self.project) == self.now

    @precondition(lambda self: self.future)
    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _time in range(min(times, len(self.future))):
            assert self.project.redo() is not None
            self.past.append(self.now)
            self.now = self.future.pop()
            assert coded.rows(self.project) == self.now

    @rule()
    def reopen(self) -> None:
        self.project.close()
        self._open()

    @invariant()
    def holds_what_it_should(self) -> None:
        assert coded.rows(self.project) == self.now
        assert (self.project.next_undo() is None) == (not self.past)
        assert (self.project.next_redo() is None) == (not self.future)
        assert self.project._raw.execute("PRAGMA foreign_key_check").fetchall() == []

    def teardown(self) -> None:
        self.project.close()
        self.folder.cleanup()


def _any(session: Session, kind: Any, pick: int) -> int | None:
    """The id of some row of a table, None where it has none."""
    ids = session.scalars(select(kind.id).order_by(kind.id)).all()
    return int(ids[pick % len(ids)]) if ids else None


def _add(session: Session, kind: type[Base], name: str, pick: int) -> None:
    """Add a row that points to whatever rows there are; nothing where one it needs is missing."""
    fields: dict[str, object] = {}
    for column in kind.__table__.columns:
        for key in column.foreign_keys:
            target = [row for row in MADE_IN_STEPS if row.__table__ is key.column.table]
            found = _any(session, target[0], pick) if target else None
            if found is None and not column.nullable:
                return
            fields[str(column.name)] = found
    for said in ("name", "text"):
        if said in kind.__table__.columns:
            fields[said] = name
    if kind is Excerpt:
        fields |= {"start": pick, "end": pick + 5}
    session.add(kind(**fields))


def test_undo_and_redo_bring_back_exactly_what_was_there(tmp_path: Path) -> None:
    Undoing.made = tmp_path / "made.qualtool"
    coded.make(Undoing.made).close()
    run_state_machine_as_test(
        Undoing,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=words, other=words, number=numbers)
def test_any_text_and_any_number_comes_back(
    shared: Project, name: str, other: str, number: int
) -> None:
    with shared.edit("x") as session:
        session.execute(update(Code).values(name=name, position=number, pin=number))
    before = coded.rows(shared)
    with shared.edit("x") as session:
        session.execute(update(Code).values(name=f"{other}.", position=0, pin=None))
    shared.undo()
    assert coded.rows(shared) == before
    shared.redo()
    with shared.edit("x") as session:
        session.execute(delete(Code))
    shared.undo()
    shared.undo()
    assert coded.rows(shared) == before


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with coded.make(tmp_path_factory.mktemp("journal") / "studie.qualtool") as project:
        project._raw.execute("PRAGMA synchronous = OFF")
        yield project


def test_changes_say_which_rows_of_which_tables(shared: Project) -> None:
    changes = Changes({"code": frozenset({1, 2})}, action="x")
    assert changes.touches("theme", "code")
    assert not changes.touches("theme")
    assert changes.ids("code") == {1, 2}
    assert changes.ids("theme") == frozenset()
    assert changes.tables == {"code"}


def test_a_step_that_comes_to_the_same_says_so_to_nobody(shared: Project) -> None:
    heard: list[Changes] = []
    end = shared.listen(heard.append)
    with shared.edit("x") as session:
        session.execute(update(Code).values(name=Code.name, pin=Code.pin))
    end()
    assert heard == []


def test_the_outermost_operation_of_a_step_is_the_one_told(shared: Project) -> None:
    with shared.edit("x") as session:
        session.add(Code(name="ny"))
        tell(session, code="ytre", count=1)
        tell(session, code="indre", theme="tillegg")
    step = shared.next_undo()
    assert step is not None
    assert step.about == '{"code": "ytre", "count": 1, "theme": "tillegg"}'


def test_what_is_only_a_part_of_a_step_is_not_told(shared: Project) -> None:
    with shared.edit("test") as session:
        tell(session, code="Håp")
        with journal.untold(session):
            tell(session, code="Tro", count=14)
        tell(session, count=1)
        assert session.info["about"] == {"code": "Håp", "count": 1}


def test_only_the_history_and_the_originals_are_not_noted() -> None:
    assert journal.unwatched_tables() == {"step", "change", "original"}


def test_columns_of_a_newer_version_are_put_back_too(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    with coded.make(path) as project:
        project.close()
    with closing(connection.dial(path)) as raw:
        raw.execute("ALTER TABLE code ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
        raw.execute("CREATE TABLE mood (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT) STRICT")
        raw.execute("INSERT INTO mood VALUES (1, 'glad')")
        inspection.set_version(raw, (VERSION[0], VERSION[1] + 1))
    with open_project(path) as project:
        with project.edit("x") as session:
            session.execute(text("UPDATE code SET mood = 'glad', name = 'x'"))
            session.execute(text("UPDATE mood SET name = 'trist'"))
            session.add(Code(name="made without a mood"))
        project.undo()
        with project.read() as session:
            assert session.execute(text("SELECT name, mood FROM code")).all() == [("tid", "calm")]
            assert session.execute(text("SELECT name FROM mood")).all() == [("glad",)]


def test_a_step_from_before_a_column_was_there_is_taken_back_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    with coded.make(path) as project:
        with project.edit("rename") as session:
            session.execute(text("UPDATE code SET name = 'x'"))
        with project.edit("remove") as session:
            session.execute(text("DELETE FROM code"))
    with closing(connection.dial(path)) as raw:
        raw.execute("ALTER TABLE code ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
        inspection.set_version(raw, (VERSION[0], VERSION[1] + 1))
    with open_project(path) as project:
        project.undo()
        project.undo()
        with project.read() as session:
            assert session.execute(text("SELECT name, mood FROM code")).all() == [("tid", "calm")]
