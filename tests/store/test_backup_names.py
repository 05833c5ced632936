"""A backup's name says what it holds, and which are kept follows from the names."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.store import backup_names
from qualtool.store.backup_names import DAYS_KEPT, NEWEST_KEPT

STUDY = Path("mappe") / "Studie av [alt].qualtool"
moments = st.integers(0, 4_000_000_000_000)


def _backup(day: date, hour: int, step: int = 1) -> Path:
    return Path(f"Studie 2 {day:%Y-%m-%d} {hour:02}.00.00 {step}.qualtool")


def test_the_folder_lies_beside_the_project() -> None:
    assert backup_names.folder_of(STUDY) == Path("mappe") / "Studie av [alt] backups"


def test_a_name_says_when_the_last_step_was_and_its_number() -> None:
    moment = datetime(2024, 5, 3, 14, 5, 7).astimezone()
    name = backup_names.name_for(STUDY, 381, int(moment.timestamp() * 1000) + 900)
    assert name == "Studie av [alt] 2024-05-03 14.05.07 381.qualtool"


@pytest.mark.parametrize("moment", [-(10**18), 10**18, 2**63 - 1])
def test_a_clock_that_was_far_off_stops_no_backup(moment: int) -> None:
    assert " 1970-01-01 " in backup_names.name_for(STUDY, 1, moment)


@given(steps=st.lists(st.tuples(moments, st.integers(1, 10**9)), unique=True))
def test_names_are_recognised_and_put_in_order(steps: list[tuple[int, int]]) -> None:
    names = [Path(backup_names.name_for(STUDY, step, ms)) for ms, step in steps]
    found = backup_names.newest_first(STUDY, names)
    assert sorted(found) == sorted(names)
    assert all(backup_names.is_backup(backup_names.folder_of(STUDY) / name) for name in names)
    assert not any(backup_names.is_backup(Path("mappe") / name) for name in names)


def test_the_same_second_is_put_in_order_by_the_step() -> None:
    day = date(2024, 1, 1)
    files = [_backup(day, 9, 100), _backup(day, 9, 20), _backup(day, 8, 300)]
    assert backup_names.newest_first(Path("Studie 2.qualtool"), files) == files


def test_backups_of_other_projects_are_none_of_ours() -> None:
    other = Path("Studie 2 2024-01-01 09.00.00 1.qualtool")
    assert backup_names.newest_first(Path("Studie.qualtool"), [other]) == []
    assert backup_names.newest_first(Path("Studie 2.qualtool"), [other]) == [other]
    for name in ("Studie 2.qualtool", "Studie 2 i går.qualtool", "Studie 2 2024-01-01 09.00.00 1"):
        assert backup_names.newest_first(Path("Studie 2.qualtool"), [Path(name)]) == []


def test_a_disk_that_keeps_letters_in_two_parts_is_understood() -> None:
    study, kept = Path("Språk på gården.qualtool"), "Språk på gården 2024-01-01 09.00.00 1.qualtool"
    apart = Path(unicodedata.normalize("NFD", kept))
    assert str(apart) != kept
    assert backup_names.newest_first(study, [apart]) == [apart]


def test_the_newest_and_one_of_each_day_are_kept() -> None:
    today = date(2024, 6, 30)
    every = [
        _backup(today - timedelta(days=back), hour) for back in range(40) for hour in (15, 12, 9)
    ]
    gone = backup_names.superfluous(every)
    kept = [file for file in every if file not in gone]
    assert kept[:NEWEST_KEPT] == every[:NEWEST_KEPT]
    assert kept[NEWEST_KEPT:] == [
        _backup(today - timedelta(days=back), 15) for back in range(4, DAYS_KEPT)
    ]


def test_days_without_work_do_not_count() -> None:
    day = datetime(2024, 6, 30, tzinfo=UTC).date()
    every = [_backup(day - timedelta(days=30 * back), 9) for back in range(20)]
    assert backup_names.superfluous(every) == every[DAYS_KEPT:]


def test_few_backups_are_all_kept() -> None:
    every = [_backup(date(2024, 6, 30), hour) for hour in range(9, -1, -1)]
    assert len(every) == NEWEST_KEPT
    assert backup_names.superfluous(every) == []
