from __future__ import annotations

import os
from pathlib import Path

import pytest

from qualtool.core.pseudonyms import Naming
from qualtool.store import name_key
from qualtool.store.name_key import NameKey

SIRI = Naming("Siri Haugen", "Informant 1")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUALTOOL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_who_is_who_is_remembered_for_one_study_alone() -> None:
    key = NameKey(replaces=True, names=(SIRI,))
    assert name_key.save("a1", key)
    assert name_key.load("a1") == key
    assert name_key.load("b2") == NameKey()


def test_names_that_are_not_to_be_remembered_are_not_written() -> None:
    name_key.save("a1", NameKey(replaces=True, remembers=False, names=(SIRI,)))
    assert name_key.load("a1") == NameKey(replaces=True, remembers=False)
    assert b"Haugen" not in name_key.path("a1").read_bytes()


def test_what_is_forgotten_is_gone_from_the_disk(home: Path) -> None:
    name_key.save("a1", NameKey(replaces=True, names=(SIRI,)))
    name_key.forget("a1")
    assert name_key.load("a1") == NameKey(replaces=True)
    assert not [each for each in home.rglob("*") if each.is_file() and b"Siri" in each.read_bytes()]


def test_a_key_that_cannot_be_read_is_as_if_never_made() -> None:
    name_key.save("a1", NameKey(names=(SIRI,)))
    for content in (b"{", b"[]", b'{"names": 3}', b"\xff"):
        name_key.path("a1").write_bytes(content)
        assert name_key.load("a1") == NameKey()


def test_a_disk_that_refuses_is_told_of(home: Path) -> None:
    home.write_text("in the way", "utf-8")
    assert not name_key.save("a1", NameKey())


def test_names_that_could_not_be_forgotten_are_told_of() -> None:
    assert name_key.forget("a1")
    name_key.save("a1", NameKey(names=(SIRI,)))
    kept = name_key.path("a1").read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", _refuse)
        assert not name_key.forget("a1")
    assert name_key.path("a1").read_bytes() == kept
    assert name_key.forget("a1")
    assert name_key.load("a1").names == ()


def _refuse(_path: Path, _goal: Path) -> None:
    raise OSError(28, "no space")


@pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise there")
def test_only_the_researchers_own_account_can_read_a_key() -> None:
    name_key.save("a1", NameKey(names=(SIRI,)))
    assert name_key.path("a1").stat().st_mode & 0o077 == 0


def test_a_study_cannot_lead_out_of_the_folder(home: Path) -> None:
    assert name_key.path("../../x").parent == home / "name-keys"
