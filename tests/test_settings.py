from __future__ import annotations

import json
from pathlib import Path

import pytest

from qualtool import settings
from qualtool.settings import Settings

CHOSEN = Settings(
    language="nn",
    theme="dark",
    text_size=125,
    reader_face="sans",
    coder="Åse",
    recent=("/a.qualtool", "/b.qualtool"),
    last_folder="/home",
    geometry="AAAA",
    layout={"reader": "1,2"},
)


def write(content: object) -> None:
    settings.path().parent.mkdir(parents=True, exist_ok=True)
    settings.path().write_text(json.dumps(content), encoding="utf-8")


def test_what_is_kept_comes_back() -> None:
    assert settings.save(CHOSEN)
    assert settings.load() == CHOSEN
    assert [each.name for each in settings.config_folder().iterdir()] == ["settings.json"]


def test_nothing_chosen_is_the_default() -> None:
    assert settings.load() == Settings()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "7", '"x"', "\x00\xff", "[" * 100_000])
def test_a_broken_file_is_as_if_nothing_were_chosen(content: str) -> None:
    write({})
    settings.path().write_bytes(content.encode("latin-1"))
    assert settings.load() == Settings()


def test_what_is_wrong_in_a_file_does_not_cost_the_rest() -> None:
    write(
        {
            "language": "xx",
            "theme": 3,
            "text_size": True,
            "reader_face": "comic",
            "recent": ["/a", 3],
            "layout": {"a": 3},
            "geometry": None,
            "last_folder": [],
            "coder": "Åse",
            "unknown": 1,
        }
    )
    assert settings.load() == Settings(coder="Åse")


def test_changing_one_choice_keeps_the_others() -> None:
    settings.save(CHOSEN)
    assert settings.change(theme="light").coder == "Åse"
    assert settings.load().theme == "light"


def test_the_last_project_comes_first_and_only_once() -> None:
    for number in range(settings.MOST_RECENT + 2):
        settings.remember(Path(f"/{number}.qualtool"))
    settings.remember(Path("/5.qualtool"))
    recent = settings.load().recent
    assert [Path(each).name for each in recent[:2]] == ["5.qualtool", "13.qualtool"]
    assert len(recent) == settings.MOST_RECENT == len(set(recent))
    settings.forget(Path("/5.qualtool"))
    assert Path(settings.load().recent[0]).name == "13.qualtool"


def test_a_folder_that_cannot_be_written_to_is_no_disaster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("QUALTOOL_HOME", str(tmp_path / "file" / "under"))
    assert not settings.save(CHOSEN)
    assert settings.change(theme="dark").theme == "dark"


def test_a_failed_save_leaves_the_earlier_choices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUALTOOL_HOME", str(tmp_path))
    settings.save(CHOSEN)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", _refuse)
        assert not settings.save(Settings())
    assert settings.load() == CHOSEN
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


def _refuse(_path: Path, _target: Path) -> Path:
    raise PermissionError


def test_without_a_folder_of_its_own_the_computers_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("QUALTOOL_HOME")
    assert "qualtool" in str(settings.config_folder())
    assert "qualtool" in str(settings.data_folder())
    assert settings.path().name == "settings.json"
