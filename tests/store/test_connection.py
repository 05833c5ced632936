"""How a file is connected to, and that it writes only when it may."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import select

from qualtool.core.errors import QualtoolError
from qualtool.store import connection
from qualtool.store.schema import Code
from tests.store import coded


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "studie.qualtool"
    coded.make(made).close()
    return made


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("synchronous", 2),
        ("temp_store", 2),
        ("journal_mode", "delete"),
        ("busy_timeout", int(connection.BUSY_SECONDS * 1000)),
    ],
)
def test_every_connection_is_careful(path: Path, setting: str, value: object) -> None:
    with closing(connection.dial(path)) as raw:
        assert raw.execute(f"PRAGMA {setting}").fetchone() == (value,)


def test_a_file_is_made_only_where_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "ny"
    with pytest.raises(driver.OperationalError):
        connection.dial(path)
    assert not path.exists()
    connection.dial(path, mode="rwc").close()
    assert path.exists()


def test_what_is_compiled_for_one_file_serves_the_next(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.qualtool"
    coded.make(other).close()
    hits = []
    for each in (path, other):
        with closing(connection.wrap(connection.dial(each))) as link:
            answer = link.execute(select(Code.id, Code.name, Code.id + 1))
            assert answer.all() != []
            hits.append(answer.context.cache_hit.name)
    assert hits == ["CACHE_MISS", "CACHE_HIT"]


def test_an_open_file_is_let_go_of_when_it_is_closed(path: Path) -> None:
    raw = connection.dial(path)
    connection.close(connection.wrap(raw))
    with pytest.raises(driver.ProgrammingError, match="closed"):
        raw.execute("SELECT 1")


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (PureWindowsPath(r"C:\Mine filer\å 100 %.qualtool"), "/C:/Mine%20filer/%C3%A5%20100%20%25"),
        (PureWindowsPath(r"\\tjener\felles\a#b?.qualtool"), "//tjener/felles/a%23b%3F"),
    ],
)
def test_windows_paths_are_written_as_sqlite_wants_them(
    place: PureWindowsPath, address: str
) -> None:
    assert connection.address(place) == f"file://{address}.qualtool"


def test_a_wrong_key_or_a_file_of_another_kind_is_closed_again(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "annet"
    other.write_bytes(b"x" * 8192)
    for file, key in ((path, "00" * 48), (other, "")):
        with pytest.raises(driver.DatabaseError) as told:
            connection.dial(file, key)
        assert told.value.sqlite_errorname == "SQLITE_NOTADB"


def test_a_wrong_key_is_told_by_us_and_not_on_the_error_stream(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(driver.DatabaseError):
        connection.dial(path, "00" * 48)
    assert capfd.readouterr() == ("", "")


def test_errors_do_not_quote_what_was_bound(path: Path) -> None:
    link = connection.wrap(connection.dial(path))
    with pytest.raises(Exception, match="no such table") as told:
        link.exec_driver_sql("SELECT ? FROM nowhere", ("hemmelig",))
    assert "hemmelig" not in str(told.value)
    connection.close(link)


def _give_up() -> None:
    raise connection.NothingDone


def test_writing_is_possible_in_its_block_and_nowhere_else(path: Path) -> None:
    raw = connection.dial(path)
    link = connection.wrap(raw)
    raw.execute("CREATE TEMP TABLE current_step (id)")
    connection.forbid_writing(link)
    with connection.writing(link, path):
        raw.execute("UPDATE study SET name = 'ny'")
    with pytest.raises(driver.OperationalError):
        raw.execute("UPDATE study SET name = 'nyere'")
    with connection.writing(link, path):
        raw.execute("UPDATE study SET name = 'nyest'")
        _give_up()
    assert raw.execute("SELECT name FROM study").fetchall() == [("ny",)]
    connection.close(link)


def test_a_closed_connection_that_is_written_to_is_a_fault_of_ours(path: Path) -> None:
    raw = connection.dial(path)
    link = connection.wrap(raw)
    raw.close()
    with pytest.raises(driver.ProgrammingError), connection.writing(link, path):
        pass


def test_a_disk_that_refuses_at_the_very_end_leaves_all_as_it_was(path: Path) -> None:
    raw = connection.dial(path)
    link = connection.wrap(raw)
    raw.execute("CREATE TEMP TABLE current_step (id)")
    raw.execute("PRAGMA busy_timeout = 1")
    with closing(connection.dial(path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM study").fetchall()
        with pytest.raises(QualtoolError) as told, connection.writing(link, path):
            raw.execute("UPDATE study SET name = 'ny'")  # goes well; the end cannot
        assert told.value.key == "file_busy"
        assert not raw.in_transaction
    assert raw.execute("SELECT name FROM study").fetchall() == [("Prøve",)]
    connection.close(link)
