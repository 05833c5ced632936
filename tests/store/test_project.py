"""Steps: all of one happens or nothing does, it is on the disk when it has ended, and goes back."""

from __future__ import annotations

import gc
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.store import connection, lock, opening, recognising
from qualtool.store import project as project_module
from qualtool.store.project import Changes, Project, create, open_project
from qualtool.store.schema import Code, Coding, DocumentText, Original, Step
from tests.store import coded, dying, nobody

ROUNDS = 120


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "studie.qualtool"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with coded.make(path) as made:
        yield made


def _names(project: Project) -> list[str]:
    with project.read() as session:
        return list(session.scalars(select(Code.name).order_by(Code.id)))


def _steps(project: Project) -> list[tuple[str, str]]:
    with project.read() as session:
        return [
            (row.action, row.reason)
            for row in session.execute(select(Step).order_by(Step.id)).scalars()
        ]


def _add(project: Project, name: str) -> None:
    with project.edit("add_code") as session:
        session.add(Code(name=name))


def _edit(project: Project, act: Callable[[Session], object]) -> None:
    with project.edit("x") as session:
        act(session)


# a step


def test_a_step_is_there_after_closing_and_can_be_taken_back_then(
    project: Project, path: Path
) -> None:
    _add(project, "tillit")
    project.close()
    with open_project(path) as again:
        assert _names(again) == ["tid", "tillit"]
        step = again.undo()
        assert step is not None
        assert step.action == "add_code"
        assert _names(again) == ["tid"]
    with open_project(path) as again:
        assert again.next_redo() is not None
        again.redo()
        assert _names(again) == ["tid", "tillit"]
        assert again.next_redo() is None


def test_a_step_keeps_who_did_it_and_why(project: Project) -> None:
    project.coder_id = 3
    with project.edit("add_code", reason="kom opp i tre intervjuer") as session:
        session.add(Code(name="tillit"))
    step = project.next_undo()
    assert step is not None
    assert (step.action, step.coder_id, step.reason) == ("add_code", 3, "kom opp i tre intervjuer")


def test_an_exception_leaves_nothing(project: Project) -> None:
    def fail(session: Session) -> None:
        session.add(Code(name="tillit"))
        session.flush()
        raise ZeroDivisionError

    before = coded.rows(project)
    with pytest.raises(ZeroDivisionError):
        _edit(project, fail)
    assert coded.rows(project) == before
    assert [action for action, _ in _steps(project)] == ["create_project", "add_document"]


def test_a_step_that_touches_nothing_leaves_no_trace(project: Project) -> None:
    heard: list[Changes] = []
    project.listen(heard.append)
    with project.edit("rename_code"):
        pass
    with project.edit("rename_code") as session:
        session.execute(update(Code).values(name="tid"))
    assert heard == []
    assert [action for action, _ in _steps(project)] == ["create_project", "add_document"]


def test_what_goes_on_with_the_last_step_is_taken_back_with_it(project: Project) -> None:
    _add(project, "først")
    _add(project, "møte")
    last = project.next_undo()
    assert last is not None
    with project.edit("rename_code", goes_on=last.id) as session:
        session.execute(update(Code).where(Code.name == "møte").values(name="møtetid"))
        session.execute(update(Code).where(Code.name == "først").values(name="sist"))
    assert _names(project)[-2:] == ["sist", "møtetid"]
    again = project.next_undo()
    assert again is not None
    assert (again.id, again.action) == (last.id, last.action)
    project.undo()
    assert _names(project)[-1] == "først"
    project.redo()
    assert _names(project)[-2:] == ["sist", "møtetid"]


def test_what_goes_on_with_a_step_that_is_not_the_last_is_a_step_of_its_own(
    project: Project,
) -> None:
    _add(project, "møte")
    first = project.next_undo()
    assert first is not None
    _add(project, "annet")
    before = len(_steps(project))
    with project.edit("rename_code", goes_on=first.id) as session:
        session.execute(update(Code).where(Code.name == "møte").values(name="møtetid"))
    assert len(_steps(project)) == before + 1
    project.undo()
    assert "møte" in _names(project)
    project.undo()
    before = len(_steps(project))
    with project.edit("rename_code", goes_on=first.id) as session:  # an undo came after it
        session.execute(update(Code).where(Code.name == "møte").values(name="møtetid"))
    assert len(_steps(project)) == before + 1


def test_a_step_that_could_not_go_on_stands_as_it_was(project: Project) -> None:
    _add(project, "møte")
    last = project.next_undo()
    assert last is not None
    with pytest.raises(RuntimeError), project.edit("rename_code", goes_on=last.id) as session:
        session.execute(update(Code).values(name="borte"))
        raise RuntimeError("fault")
    assert _names(project)[-1] == "møte"
    project.undo()
    assert "møte" not in _names(project)


def test_a_step_inside_a_step_is_refused_and_the_outer_one_stands(project: Project) -> None:
    with project.edit("add_code") as session:
        session.add(Code(name="tillit"))
        with pytest.raises(RuntimeError), project.edit("add_code"):
            pass
        with pytest.raises(RuntimeError):
            project.undo()
        with pytest.raises(RuntimeError):
            project.back_up()
        with pytest.raises(RuntimeError):
            project.close()
    assert _names(project) == ["tid", "tillit"]


def test_reading_inside_a_step_sees_it_and_does_not_end_it(project: Project) -> None:
    with project.edit("add_code") as session:
        session.add(Code(name="tillit"))
        session.flush()
        assert _names(project) == ["tid", "tillit"]
        session.add(Code(name="avstand"))
    assert _names(project) == ["tid", "tillit", "avstand"]


def test_a_step_inside_reading_is_seen_by_it_afterwards(project: Project) -> None:
    with project.read() as session:
        (first,) = session.scalars(select(Code)).all()
        _add(project, "tillit")
        assert session.scalars(select(Code.name)).all() == ["tid", "tillit"]
        assert first.name == "tid"


def test_an_operation_may_commit_or_use_a_savepoint_without_ending_the_step(
    project: Project,
) -> None:
    with project.edit("add_code") as session:
        session.add(Code(name="tillit"))
        session.commit()
        with session.begin_nested():
            session.add(Code(name="avstand"))
        unwanted = session.begin_nested()
        session.add(Code(name="aldri"))
        session.flush()
        unwanted.rollback()
    assert _names(project) == ["tid", "tillit", "avstand"]
    project.undo()
    assert _names(project) == ["tid"]


def test_an_operation_that_rolls_back_spoils_the_step_and_nothing_gets_past_it(
    project: Project,
) -> None:
    def roll_back(session: Session) -> None:
        session.add(Code(name="tillit"))
        session.flush()
        session.rollback()
        for row in (Code(name="avstand"), Original(content_hash="x", content=b"x")):
            session.add(row)
            with pytest.raises(IntegrityError, match="write outside a step"):
                session.flush()
            session.rollback()

    with pytest.raises(RuntimeError, match="never rolls back"):
        _edit(project, roll_back)
    assert _names(project) == ["tid"]
    _add(project, "tillit")
    assert _names(project) == ["tid", "tillit"]


def test_a_step_given_up_halfway_is_taken_back(project: Project) -> None:
    abandoned = project.edit("add_code")
    abandoned.__enter__().add(Code(name="tillit"))
    del abandoned
    gc.collect()
    _add(project, "avstand")
    assert _names(project) == ["tid", "avstand"]


def test_a_rule_of_the_database_broken_at_the_end_leaves_nothing(project: Project) -> None:
    def point_nowhere(session: Session) -> None:
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.add(Coding(excerpt_id=99, code_id=1))

    with pytest.raises(driver.IntegrityError):
        _edit(project, point_nowhere)
    _add(project, "tillit")
    assert _names(project) == ["tid", "tillit"]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO code (name) VALUES ('x')",
        "UPDATE code SET name = 'x'",
        "DELETE FROM code",
        "DELETE FROM step",
        "INSERT INTO original VALUES ('x', x'00')",
        "CREATE TABLE strange (id)",
        "PRAGMA user_version = 9",
    ],
)
def test_writing_outside_a_step_is_an_error_of_the_database(
    project: Project, statement: str
) -> None:
    before = coded.rows(project)
    with project.read() as session, pytest.raises(DBAPIError):
        session.execute(text(statement))
    assert coded.rows(project) == before


def test_another_file_cannot_be_written_to_by_way_of_a_project(
    project: Project, tmp_path: Path
) -> None:
    with project.read() as session:
        session.execute(text(f"ATTACH '{tmp_path / 'other.db'}' AS other"))
        with pytest.raises(DBAPIError):
            session.execute(text("CREATE TABLE other.strange (id)"))
    assert (tmp_path / "other.db").stat().st_size == 0


def test_no_error_quotes_what_was_said(project: Project) -> None:
    secret = "det er sjefen som stopper oss"
    with pytest.raises(IntegrityError) as told, project.edit("add_text") as session:
        session.add(DocumentText(document_id=99, text=secret))
    assert secret not in str(told.value)


@pytest.mark.parametrize(
    "value", [1.5, b"bytes", "tekst"], ids=["a fraction", "bytes", "text for a number"]
)
def test_what_could_not_be_put_back_exactly_is_not_let_in(project: Project, value: object) -> None:
    def put_in(session: Session) -> None:
        session.add(Code(name="aldri"))
        session.connection().exec_driver_sql("UPDATE code SET position = ?", (value,))

    with pytest.raises(IntegrityError):
        _edit(project, put_in)
    assert _names(project) == ["tid"]


def test_half_a_character_is_not_let_in(project: Project) -> None:
    with pytest.raises(UnicodeEncodeError):
        _add(project, "\ud83d")
    assert _names(project) == ["tid"]


def test_even_a_replaced_row_is_put_back(project: Project) -> None:
    coded.code(project)
    before = coded.rows(project)
    with project.edit("x") as session:
        session.execute(
            text(
                "INSERT OR REPLACE INTO code (id, guid, name, colour, description, use_when, "
                "use_not, decision_rules, provenance, source, departure, state, position, "
                "created_ms) VALUES (1, 'g', 'ny', '', '', '', '', '', '', '', '', '', 0, 0)"
            )
        )
    assert coded.rows(project)["coding"] == []
    project.undo()
    assert coded.rows(project) == before


def test_taking_back_a_long_text_gives_every_character_again(project: Project) -> None:
    long = "æøå 😀 \x00 \u2028 " * 180_000
    with project.edit("x") as session:
        session.execute(update(DocumentText).values(text=long))
    with project.edit("x") as session:
        session.execute(update(DocumentText).values(text="kort"))
    project.undo()
    with project.read() as session:
        assert session.scalars(select(DocumentText.text)).one() == long


def test_the_first_step_cannot_be_taken_back(path: Path) -> None:
    with create(path, name="Prøve", fill=lambda session: session.add(Code(name="mal"))) as made:
        assert made.undo() is None
        assert made.redo() is None
        assert (made.next_undo(), made.next_redo()) == (None, None)
        assert _names(made) == ["mal"]
        assert [action for action, _ in _steps(made)] == ["create_project"]


def test_undo_gets_past_a_step_whose_notes_were_erased(project: Project, path: Path) -> None:
    _add(project, "tillit")
    _add(project, "avstand")
    raw = project._raw
    raw.execute("PRAGMA query_only = OFF")
    raw.execute("DELETE FROM change WHERE step_id = (SELECT max(id) FROM step)")
    raw.execute("PRAGMA query_only = ON")
    assert project.undo() is not None
    assert _names(project) == ["tid", "tillit", "avstand"]
    project.close()
    with open_project(path) as again:
        assert again.undo() is not None
        assert _names(again) == ["tid", "avstand"]


# listeners


def test_everyone_hears_what_a_step_and_its_undo_touched(project: Project) -> None:
    heard: list[Changes] = []
    end = project.listen(heard.append)
    coded.code(project)
    project.undo()
    assert [change.action for change in heard] == ["apply_code", "undo"]
    assert {change.tables for change in heard} == {frozenset({"coding"})}
    assert {change.ids("coding") for change in heard} == {frozenset({1})}
    end()
    project.redo()
    assert len(heard) == 2


def test_a_listener_that_fails_does_not_take_the_step_back(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: faults.append(kind))
    heard: list[str] = []
    project.listen(lambda _changes: [][0])
    project.listen(lambda changes: heard.append(changes.action))
    _add(project, "tillit")
    assert _names(project) == ["tid", "tillit"]
    assert (faults, heard) == ([IndexError], ["add_code"])


# several openers, and disks that refuse


def test_a_second_opener_reads_and_sees_what_the_first_does(project: Project, path: Path) -> None:
    with open_project(path) as second:
        assert second.read_only
        assert second.opened.held_by is not None
        assert second.opened.held_by.process == os.getpid()
        _add(project, "tillit")
        assert _names(second) == ["tid", "tillit"]
        assert second.back_up() is None
        with pytest.raises(QualtoolError) as told, second.edit("add_code"):
            pass
        assert told.value.key == "read_only"
    _add(project, "avstand")
    assert lock.note_path(path).exists()


def test_a_second_opener_reads_all_of_one_moment(project: Project, path: Path) -> None:
    project._raw.execute("PRAGMA busy_timeout = 1")
    with open_project(path) as second, second.read() as session:
        assert session.scalars(select(Code.name)).all() == ["tid"]
        with pytest.raises(QualtoolError) as told:
            _add(project, "tillit")
        assert told.value.key == "file_busy"
        assert _names(second) == ["tid"]
    _add(project, "tillit")
    assert _names(project) == ["tid", "tillit"]


def test_another_program_that_holds_the_file_is_told_of_and_nothing_is_lost(
    project: Project, path: Path
) -> None:
    project._raw.execute("PRAGMA busy_timeout = 1")
    with closing(connection.dial(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(QualtoolError) as told:
            _add(project, "tillit")
        assert told.value.key == "file_busy"
        with pytest.raises(QualtoolError) as told:
            _names(project)
        assert told.value.key == "file_busy"
    _add(project, "avstand")
    assert _names(project) == ["tid", "avstand"]


@pytest.mark.parametrize("size", [100, 3_000_000], ids=["at its end", "in its middle"])
def test_a_full_disk_takes_the_step_back_and_no_other(project: Project, size: int) -> None:
    _add(project, "tillit")
    (pages,) = project._raw.execute("PRAGMA page_count").fetchone()
    project._raw.execute(f"PRAGMA max_page_count = {pages}")
    done = 0

    def fill(session: Session) -> None:
        session.add(DocumentText(document_id=1, text="x" * size))
        session.flush()
        session.add(Code(name="fyll"))

    def fill_up() -> None:
        nonlocal done
        for done in range(400):  # noqa: B007 - what was done is counted
            _edit(project, fill)

    with pytest.raises(QualtoolError) as told:
        fill_up()
    assert told.value.key == "disk_full"
    assert "studie.qualtool" in str(told.value)
    assert _names(project) == ["tid", "tillit", *["fyll"] * done]
    assert len(coded.rows(project)["document_text"]) == 1 + done
    project._raw.execute("PRAGMA max_page_count = 1000000")
    _add(project, "avstand")
    assert _names(project)[-1] == "avstand"


def test_a_disk_that_is_really_full_loses_nothing_that_was_done(tmp_path: Path) -> None:
    with nobody.tiny_disk(tmp_path / "tiny", "1m") as folder:
        path = folder / "studie.qualtool"
        with coded.make(path) as project:
            with pytest.raises(QualtoolError) as told:
                for number in range(400):
                    _add(project, f"{number} " + "x" * 20_000)
            assert told.value.key == "disk_full"
            done = len(_names(project))
            assert _names(project)[-1].startswith(f"{done - 2} ")
        assert coded.count(path, "code") == done > 10
        with open_project(path) as again:
            assert any("backup" in caution for caution in again.opened.cautions)


@pytest.mark.parametrize("fate", ["deleted", "replaced", "moved with its folder"])
def test_a_file_that_is_gone_takes_no_more_steps(tmp_path: Path, fate: str) -> None:
    folder = tmp_path / "mappe"
    folder.mkdir()
    path = folder / "studie.qualtool"
    with coded.make(path) as project:
        match fate:
            case "deleted":
                path.unlink()
            case "replaced":
                shutil.copyfile(path, folder / "copy")
                (folder / "copy").replace(path)
            case _:
                folder.rename(tmp_path / "annen")
        with pytest.raises(QualtoolError) as told:
            _add(project, "tillit")
        assert told.value.key == ("disk_refused" if fate == "replaced" else "file_gone")


def test_closing_twice_is_nothing(project: Project, path: Path) -> None:
    project.close()
    project.close()
    assert not lock.note_path(path).exists()


def test_a_history_that_cannot_be_read_lets_go_of_the_file(project: Project, path: Path) -> None:
    project.close()
    found = opening.open_file(path, "")
    found.raw.close()
    with pytest.raises(DBAPIError):
        project_module._opened(found)
    assert not lock.note_path(path).exists()
    open_project(path).close()


# backups, by the clock


def test_a_backup_is_due_when_an_hour_has_passed_and_something_is_new(project: Project) -> None:
    assert project.backup_due(after_s=0)
    assert not project.backup_due()
    assert project.back_up() is not None
    assert not project.backup_due(after_s=0)
    assert project.back_up() is None
    _add(project, "tillit")
    assert project.backup_due(after_s=0)


# the process killed


def _code_until_killed(path: Path, phrase: str, say: dying.Say) -> None:
    with open_project(path, pass_phrase=phrase) as project:
        say(b"o" if not project.read_only else b"r")
        while True:
            coded.code(project)
            say(b"+")


@dying.forks
def test_no_coding_that_was_acknowledged_is_ever_lost(path: Path) -> None:
    chance = random.Random(20240517)
    with coded.make(path) as project:
        coded.code(project)  # what this compiles for the database, the forked ones have as well
    said, there = 0, 1
    for _round in range(ROUNDS):
        # Killed while it opens the file (0 words heard), or some codings later.
        words = dying.killed(
            lambda say: _code_until_killed(path, "", say),
            chance.uniform(0, 0.02),
            words=chance.randint(0, 5),
        )
        assert b"r" not in words, "the note of a dead process kept the next one out"
        acknowledged = words.count(b"+")
        now = coded.count(path)
        assert acknowledged <= now - there <= acknowledged + 1
        said += acknowledged
        there = now
    print(f"{ROUNDS} processes killed: {said} codings acknowledged, {there} there")
    assert said > ROUNDS
    with open_project(path) as project:
        while project.undo():
            pass
        assert coded.rows(project)["coding"] == []


@dying.forks
def test_a_protected_project_loses_nothing_either(path: Path) -> None:
    chance = random.Random(7)
    coded.make(path, phrase=coded.PHRASE).close()
    key = recognising.key_of(path, coded.PHRASE)
    there = 0
    for _round in range(6):
        words = dying.killed(
            lambda say: _code_until_killed(path, coded.PHRASE, say),
            chance.uniform(0, 0.02),
            words=3,
        )
        now = coded.count(path, key=key)
        assert words.count(b"+") <= now - there <= words.count(b"+") + 1
        there = now


def _undo_and_redo_until_killed(path: Path, say: dying.Say) -> None:
    with open_project(path) as project:
        while True:
            for act, word in ((project.undo, b"u"), (project.redo, b"r")):
                for _time in range(3):
                    act()
                    say(word)


@dying.forks
def test_undo_and_redo_are_done_or_not_when_the_process_is_killed(path: Path) -> None:
    chance = random.Random(11)
    with coded.make(path) as project:
        for number in range(3):
            coded.code(project, number)
        while project.undo():
            pass
        while project.redo():
            pass
    codings = 3
    for _round in range(25):
        words = dying.killed(
            lambda say: _undo_and_redo_until_killed(path, say),
            chance.uniform(0, 0.02),
            words=chance.randint(0, 8),
        )
        with open_project(path) as project:
            rest = (words + b"uuurrr"[len(words) % 6 :])[len(words) : len(words) + 1]
            sure = 3 - (words.count(b"u") - words.count(b"r"))
            found = len(coded.rows(project)["coding"])
            assert found in (sure, sure + (1 if rest == b"r" else -1))
            while project.redo():
                pass
            assert len(coded.rows(project)["coding"]) == codings
