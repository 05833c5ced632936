"""Every refusal names the file and a way out; what leads to each stands in the tests of opening."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from qualtool.core.errors import QualtoolError
from qualtool.store import refusals
from qualtool.store.inspection import Damaged

PATH = Path("mappe") / "studie.qualtool"
KINDS = [
    act
    for name, act in inspect.getmembers(refusals, inspect.isfunction)
    if act.__module__ == refusals.__name__ and name != "told" and not name.startswith("_")
]


@pytest.mark.parametrize("refusal", KINDS, ids=lambda act: str(act.__name__))
def test_a_refusal_names_the_file_and_ends_with_what_to_do(
    refusal: Callable[..., QualtoolError],
) -> None:
    told = refusal(PATH, "") if refusal is refusals.damaged else refusal(PATH)
    assert told.key == refusal.__name__
    assert str(told).startswith(("studie.qualtool", "The pass phrase"))
    assert str(told).count(".") >= 3
    assert "{" not in str(told)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("SQLITE_CANTOPEN", "unreadable"),
        ("SQLITE_PERM", "unreadable"),
        ("SQLITE_BUSY", "file_busy"),
        ("SQLITE_IOERR_READ", "disk_refused"),
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_CORRUPT", "damaged"),
        ("SQLITE_ERROR", "damaged"),
    ],
)
def test_what_the_database_says_while_opening_is_told(tmp_path: Path, name: str, key: str) -> None:
    path = tmp_path / "studie.qualtool"
    path.touch()
    error = driver.OperationalError("x")
    error.sqlite_errorname = name
    with pytest.raises(QualtoolError) as told, refusals.told(path, ""):
        raise error
    assert told.value.key == key


def test_damage_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(QualtoolError) as told, refusals.told(tmp_path / "a.qualtool", ""):
        raise Damaged("Tree 3 page 7")
    assert told.value.key == "damaged"
    assert "page" not in str(told.value)
