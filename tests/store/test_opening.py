"""Whatever is wrong with a file, opening says so in words that help, and harms nothing."""

from __future__ import annotations

import os
import random
import shutil
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.store import backup, backup_names, connection, lock, recognising
from qualtool.store.opening import open_file
from qualtool.store.project import open_project
from qualtool.store.schema import APPLICATION_ID, VERSION
from tests.store import coded, dying, nobody


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "studie.qualtool"
    coded.make(made).close()
    return made


@pytest.fixture(scope="module")
def locked_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("template") / "studie.qualtool"
    coded.make(made, phrase=coded.PHRASE).close()
    return made


@pytest.fixture
def locked(tmp_path: Path, locked_template: Path) -> Path:
    return Path(shutil.copyfile(locked_template, tmp_path / "vernet.qualtool"))


def _refused(path: Path, phrase: str = "") -> QualtoolError:
    """The error that opening ends with, after seeing that it left no trace and says enough."""
    before = _moments(path.parent)
    with pytest.raises(QualtoolError) as told:
        open_project(path, pass_phrase=phrase)
    assert path.name in str(told.value)
    assert _moments(path.parent) == before
    assert not lock.note_path(path).exists()
    assert lock.note_path(path) not in lock._held
    return told.value


def _moments(folder: Path) -> dict[Path, int]:
    return {file: file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()}


def _change(path: Path, *statements: str, key: str = "") -> None:
    with closing(connection.dial(path, key)) as raw:
        for statement in statements:
            raw.execute(statement)


# no project


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert _refused(tmp_path / "borte.qualtool").key == "missing"
    assert not (tmp_path / "borte.qualtool").exists()


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "lenke.qualtool").symlink_to(tmp_path / "borte.qualtool")
    assert _refused(tmp_path / "lenke.qualtool").key == "missing"
    (tmp_path / "ring.qualtool").symlink_to(tmp_path / "ring.qualtool")
    assert _refused(tmp_path / "ring.qualtool").key == "missing"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "mappe.qualtool").mkdir()
    assert _refused(tmp_path / "mappe.qualtool").key == "not_a_file"


def _packed(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("x", random.Random(1).randbytes(20_000))


@pytest.mark.parametrize("name", ["fil.qualtool", "fil.docx"])
@pytest.mark.parametrize(
    "write",
    [
        lambda path: path.write_bytes(bytes(8192)),
        lambda path: path.write_bytes(b"x"),
        lambda path: path.write_text("Intervjuer: Hvordan går det?\n" * 900),
        lambda path: path.write_bytes(b"%PDF-1.7" + random.Random(2).randbytes(40_952)),
        _packed,
    ],
    ids=["zeros", "a letter", "text", "pdf", "zip"],
)
def test_a_file_of_another_kind(tmp_path: Path, name: str, write: Callable[[Path], None]) -> None:
    write(tmp_path / name)
    assert _refused(tmp_path / name).key == "not_a_project"
    assert _refused(tmp_path / name, "passord").key == "not_a_project"


def test_noise_of_an_odd_length_is_no_project_unless_it_is_called_one(tmp_path: Path) -> None:
    noise = random.Random(3).randbytes(50_001)
    for name, key in (("a.bin", "not_a_project"), ("a.qualtool", "pass_phrase_needed")):
        (tmp_path / name).write_bytes(noise)
        assert _refused(tmp_path / name).key == key


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "annet.qualtool"
    with closing(connection.dial(path, mode="rwc")) as raw:
        raw.execute("CREATE TABLE notes (id)")
    assert _refused(path).key == "not_a_project"


def test_a_file_nobody_may_read() -> None:
    with nobody.closed_folder() as folder:
        path = folder / "studie.qualtool"
        coded.make(path).close()
        open_project(path).close()
        path.chmod(0)
        assert nobody.as_nobody(lambda: _key_of_refusal(path)) == "unreadable"


def test_an_empty_file_is_said_to_be_empty_where_it_is_called_a_project(tmp_path: Path) -> None:
    for name, key in (("a.qualtool", "empty"), ("a.docx", "not_a_project")):
        (tmp_path / name).touch()
        assert _refused(tmp_path / name).key == key


def test_an_empty_file_says_where_its_backups_lie(path: Path) -> None:
    open_project(path).close()
    saved = next((path.parent / f"{path.stem} backups").iterdir())
    path.write_bytes(b"")
    told = _refused(path)
    assert told.key == "empty"
    assert saved.name in str(told)
    assert str(saved.parent) in str(told)


def _key_of_refusal(path: Path) -> str:
    try:
        open_project(path).close()
    except QualtoolError as error:
        return error.key
    return "opened"


# versions and what is not ours


def test_a_newer_minor_version_opens_with_what_is_new_in_it(path: Path) -> None:
    _change(
        path,
        f"PRAGMA user_version = {VERSION[0] * 1000 + VERSION[1] + 7}",
        "CREATE TABLE mood (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT)",
        "CREATE INDEX ix_mood ON mood (name)",
        "ALTER TABLE code ADD COLUMN mood TEXT",
    )
    with open_project(path) as project:
        coded.code(project)
    assert coded.count(path) == 1


def test_a_newer_major_version_is_refused_with_both_numbers(path: Path) -> None:
    _change(path, f"PRAGMA user_version = {(VERSION[0] + 1) * 1000 + 4}")
    told = _refused(path)
    assert told.key == "newer_version"
    assert f"{VERSION[0] + 1}.4" in str(told)
    assert f"{VERSION[0]}.{VERSION[1]}" in str(told)


@pytest.mark.parametrize("number", [0, -1, 999])
def test_a_version_that_never_was_is_damage(path: Path, number: int) -> None:
    _change(path, f"PRAGMA user_version = {number}")
    assert _refused(path).key == "damaged"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER strange AFTER INSERT ON code BEGIN DELETE FROM coding; END",
        "CREATE VIEW strange AS SELECT * FROM code",
        "CREATE VIRTUAL TABLE strange USING fts5 (text)",
    ],
)
@pytest.mark.parametrize("newer", [0, 1])
def test_triggers_views_and_virtual_tables_are_never_let_in(
    path: Path, statement: str, newer: int
) -> None:
    _change(path, statement, f"PRAGMA user_version = {VERSION[0] * 1000 + VERSION[1] + newer}")
    told = _refused(path)
    assert told.key == "foreign_objects"
    assert "strange" in str(told)


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE strange (id)", "CREATE INDEX strange ON code (name)"]
)
def test_tables_and_indexes_that_this_version_does_not_know_are_not_let_in(
    path: Path, statement: str
) -> None:
    _change(path, statement)
    assert _refused(path).key == "foreign_objects"


def test_what_sqlite_itself_puts_there_is_let_in(path: Path) -> None:
    _change(path, "ANALYZE")
    open_project(path).close()


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE memo_link",
        "DROP INDEX ix_coding_code_id",
        "ALTER TABLE code DROP COLUMN description",
    ],
)
def test_a_file_that_lacks_something_is_damaged(path: Path, statement: str) -> None:
    _change(path, statement)
    assert _refused(path).key == "damaged"


# damage


def _broken(path: Path, harm: Callable[[bytearray], object]) -> None:
    content = bytearray(path.read_bytes())
    path.write_bytes(harm(content) or content)  # type: ignore[arg-type]  # bytes or None


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("protected", [False, True], ids=["plain", "protected"])
def test_a_file_cut_short_is_told_with_its_newest_sound_backup(
    path: Path, locked: Path, part: float, protected: bool
) -> None:
    file, phrase = (locked, coded.PHRASE) if protected else (path, "")
    with open_project(file, pass_phrase=phrase) as project:
        coded.code(project)
    with open_project(file, pass_phrase=phrase) as project:
        coded.code(project)
    newest, older = backup.existing(file)
    _broken(newest, lambda content: content[: len(content) // 3])
    _broken(file, lambda content: content[: int(len(content) * part)])
    told = _refused(file, phrase)
    assert told.key == "damaged"
    assert told.data["path"] == older
    assert older.name in str(told)
    assert older.parent.name in str(told)


def test_a_damaged_file_without_backups_says_where_else_to_look(path: Path) -> None:
    _broken(path, lambda content: content[: len(content) // 2])
    told = _refused(path)
    assert told.key == "damaged"
    assert "path" not in told.data


def test_a_project_that_became_nothing_but_zeros_is_told_with_its_backup(path: Path) -> None:
    open_project(path).close()
    path.write_bytes(bytes(path.stat().st_size))
    told = _refused(path)
    assert told.key == "damaged"
    assert told.data["path"] == backup.existing(path)[0]


def test_a_protected_project_that_became_zeros_asks_for_the_phrase_of_its_backups(
    locked: Path,
) -> None:
    open_project(locked, pass_phrase=coded.PHRASE).close()
    locked.write_bytes(bytes(locked.stat().st_size))
    assert _refused(locked).key == "pass_phrase_needed"
    told = _refused(locked, coded.PHRASE)
    assert told.key == "damaged"
    assert told.data["path"] == backup.existing(locked)[0]


@pytest.mark.parametrize("seed", range(60))
def test_damage_anywhere_is_refused_or_does_no_harm(path: Path, seed: int) -> None:
    chance = random.Random(seed)

    def harm(content: bytearray) -> None:
        page = chance.randrange(len(content) // 4096) * 4096
        start = page + chance.choice([0, 0, chance.randrange(4096)])
        length = chance.choice([1, 8, 100, 4096])
        damage = chance.choice([bytes(length), chance.randbytes(length), b"\xff" * length])
        content[start : start + length] = damage[: len(content) - start]

    _broken(path, harm)
    try:
        project = open_project(path)
    except QualtoolError as error:
        assert error.key in {  # noqa: PT017 - either may happen
            "damaged",
            "not_a_project",
            "newer_version",
            "foreign_objects",
            "pass_phrase_needed",
        }
        return
    with project:
        coded.rows(project)  # texts may have lost letters: what SQLite cannot see, we cannot


@pytest.mark.parametrize("seed", range(6))
def test_damage_anywhere_in_a_protected_file_is_seen(locked: Path, seed: int) -> None:
    chance = random.Random(seed)

    def harm(content: bytearray) -> None:
        content[chance.randrange(4096, len(content))] ^= 1 << chance.randrange(8)

    _broken(locked, harm)
    assert _refused(locked, coded.PHRASE).key == "damaged"


# pass phrases


def test_a_protected_project_opens_with_its_pass_phrase_only(locked: Path) -> None:
    assert _refused(locked).key == "pass_phrase_needed"
    assert _refused(locked, "Blåbær & 'fløte'").key == "pass_phrase_wrong"
    with open_project(locked, pass_phrase=coded.PHRASE) as project:
        coded.code(project)
    content = locked.read_bytes()
    assert b"SQLite format" not in content
    assert b"Intervju" not in content
    for file in backup.existing(locked):
        assert recognising.kind_of(file) is recognising.Kind.ENCRYPTED
        with open_project(file, pass_phrase=coded.PHRASE) as copy:
            assert copy.read_only


def test_a_pass_phrase_for_a_plain_project_is_not_needed_and_does_no_harm(path: Path) -> None:
    with open_project(path, pass_phrase="unødvendig") as project:
        coded.code(project)
    open_project(path).close()


# interrupted


def _interrupt(path: Path, key: str = "") -> None:
    """Leave the file as a process that was killed in the middle of writing leaves it."""

    def work(say: dying.Say) -> None:
        raw = connection.dial(path, key)
        raw.execute("PRAGMA cache_size = 1")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE document_text SET text = text || text || text || text || text")
        raw.execute("UPDATE document_text SET text = text || text || text || text || text")
        raw.execute("PRAGMA cache_spill = 1")
        say(b"w")
        while True:
            pass

    dying.killed(work, 0.01, words=1)
    assert Path(f"{path}-journal").stat().st_size > 512


@dying.forks
def test_an_interrupted_change_is_taken_back_on_opening(path: Path, locked: Path) -> None:
    for file, phrase in ((path, ""), (locked, coded.PHRASE)):
        with open_project(file, pass_phrase=phrase) as project:
            before = coded.rows(project)
        _interrupt(file, recognising.key_of(file, phrase))
        if phrase:
            with pytest.raises(QualtoolError):
                open_project(file, pass_phrase="feil")
        with open_project(file, pass_phrase=phrase) as project:
            assert coded.rows(project) == before
        assert not Path(f"{file}-journal").exists()


@dying.forks
def test_an_interrupted_change_in_a_closed_folder_says_what_to_copy(tmp_path: Path) -> None:
    with nobody.closed_folder() as folder:
        path = folder / "studie.qualtool"
        coded.make(path).close()
        open_project(path).close()
        _interrupt(path)
        for file in folder.iterdir():
            file.chmod(0o444 if file.is_file() else 0o555)
        nobody.shut(folder)
        assert nobody.as_nobody(lambda: _key_of_refusal(path)) == "needs_recovery"
        for file in (path, Path(f"{path}-journal")):
            shutil.copyfile(file, tmp_path / file.name)
        with open_project(tmp_path / path.name) as project:
            assert len(coded.rows(project)["document"]) == 1


def test_a_file_another_program_left_in_another_mode_is_put_right(path: Path) -> None:
    _change(path, "PRAGMA journal_mode = WAL", "CREATE TABLE x (id)", "DROP TABLE x")
    with open_project(path) as project:
        coded.code(project)
    assert sorted(file.name for file in path.parent.iterdir() if file.is_file()) == [path.name]


def test_a_file_that_another_program_is_writing_to_is_told_to_be_busy(path: Path) -> None:
    with closing(connection.dial(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert _refused(path).key == "file_busy"


# where it lies


def test_a_closed_folder_means_reading_only_with_a_word_about_it() -> None:
    with nobody.closed_folder() as folder:
        path = folder / "studie.qualtool"
        coded.make(path).close()
        open_project(path).close()
        path.chmod(0o666)
        nobody.shut(folder)
        assert "folder of studie.qualtool cannot be written to" in nobody.as_nobody(
            lambda: _cautions(path)
        )
        path.chmod(0o444)
        assert "may not be changed by you" in nobody.as_nobody(lambda: _cautions(path))


def _cautions(path: Path) -> str:
    with open_project(path) as project:
        assert project.read_only
        assert len(coded.rows(project)["document"]) == 1
        return " ".join(project.opened.cautions)


def test_a_project_by_way_of_a_link_is_the_project_itself(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "skrivebord"
    elsewhere.mkdir()
    (elsewhere / "lenke.qualtool").symlink_to(path)
    with open_project(elsewhere / "lenke.qualtool") as project:
        assert project.path == path.resolve()
        with open_project(path) as second:
            assert second.read_only
    assert list(elsewhere.iterdir()) == [elsewhere / "lenke.qualtool"]


def test_names_with_signs_of_all_kinds_open(tmp_path: Path) -> None:
    for name in ("ærlig talt 100 %?#.qualtool", "a;b&c=d'\".qualtool", "日本 😀.qualtool"):
        path = tmp_path / name
        coded.make(path).close()
        with open_project(path) as project:
            coded.code(project)
        assert len(backup.existing(path)) == 1


@pytest.mark.skipif(os.name != "posix", reason="other systems' names are always text")
def test_a_name_that_is_no_text_opens_all_the_same(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/gammel\xe5.qualtool"))
    coded.make(path).close()
    with open_project(path) as project:
        coded.code(project)


def test_a_synchronised_folder_is_cautioned_of(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Universitetet"
    folder.mkdir()
    with coded.make(folder / "studie.qualtool") as project:
        assert any("OneDrive" in caution for caution in project.opened.cautions)
    with open_project(folder / "studie.qualtool") as project:
        assert any("OneDrive" in caution for caution in project.opened.cautions)


def test_opening_for_reading_only_writes_nothing(path: Path) -> None:
    before = sorted(path.parent.rglob("*"))
    with open_project(path, read_only=True) as project:
        assert project.read_only
        assert project.opened.cautions == ()
        assert project.opened.held_by is None
        assert sorted(path.parent.rglob("*")) == before
        with open_project(path) as writer:
            assert not writer.read_only
            coded.code(writer)


def test_a_backup_opens_for_reading_only(path: Path) -> None:
    open_project(path).close()
    (saved,) = backup.existing(path)
    assert backup_names.is_backup(saved)
    with open_project(saved) as project:
        assert project.read_only
        assert "backup" in project.opened.cautions[0]
    shutil.copyfile(saved, path.with_name("videre.qualtool"))
    with open_project(path.with_name("videre.qualtool")) as project:
        assert not project.read_only


def test_a_backup_that_cannot_be_made_stops_nobody_from_working(path: Path) -> None:
    backup_names.folder_of(path).write_text("a file where the folder should be")
    with open_project(path) as project:
        assert not project.read_only
        assert any("No backup" in caution for caution in project.opened.cautions)
        with pytest.raises(QualtoolError) as told:
            project.back_up()
        assert told.value.key == "no_backup"
        coded.code(project)


def test_drafts_that_a_dead_process_left_are_cleared_away(path: Path) -> None:
    left, fresh = path.with_name(".qualtool-aa.part"), path.with_name(".qualtool-bb.part")
    for file in (left, fresh):
        file.write_bytes(b"x")
    os.utime(left, (0, 0))
    open_project(path).close()
    assert (left.exists(), fresh.exists()) == (False, True)


def test_a_file_says_with_its_header_what_it_is(path: Path) -> None:
    head = path.read_bytes()[:100]
    assert head.startswith(b"SQLite format 3\x00")
    assert int.from_bytes(head[68:72], "big") == APPLICATION_ID


def test_open_file_gives_the_connection_as_it_was_opened(path: Path) -> None:
    found = open_file(path, "")
    with closing(found.raw):
        assert (found.path, found.key, found.opened.read_only) == (path.resolve(), "", False)
    lock.release(found.path)
