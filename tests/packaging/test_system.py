from __future__ import annotations

import sys
from pathlib import Path

import pytest
import system
from telling import SetUpError

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries")
NOT_THERE = (("libnot-there-at-all.so.1", "libnotthere1"), ("libc.so.6", "libc6"))


@linux_only
def test_a_library_that_cannot_be_loaded_is_told_with_its_package() -> None:
    found = system.lacking(window=True, environment=False, libraries=NOT_THERE)
    assert found == {"libnot-there-at-all.so.1": "libnotthere1"}


def test_the_command_line_needs_no_libraries_of_the_window() -> None:
    assert system.lacking(window=False, environment=False, libraries=NOT_THERE) == {}


def test_where_installing_is_not_allowed_one_command_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "apt-get").touch(mode=0o755)
    (tmp_path / "apt-get.exe").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    missing = {"libEGL.so.1": "libegl1", "libb.so.2": "libb2", "libB.so.3": "libb2"}
    with pytest.raises(SetUpError, match="sudo apt-get install libb2 libegl1\n"):
        system.supply(missing, may_install=False)


def test_without_apt_the_libraries_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SetUpError, match=r"libEGL\.so\.1, libb\.so\.2\.\n.*package manager"):
        system.supply({"libEGL.so.1": "libegl1", "libb.so.2": "libb2"}, may_install=True)


@linux_only
def test_what_apt_says_is_shown_when_it_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text('#!/bin/sh\necho "said by apt: $@"\nexit 100\n')
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SetUpError, match="apt-get install libb2\n"):
        system.supply({"libb.so.2": "libb2"}, may_install=True)
    told = capsys.readouterr().err
    assert "said by apt" in told
    assert "--no-install-recommends libb2" in told


@linux_only
def test_a_display_is_x_wayland_or_another_way_that_qt_was_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    for name in names:
        monkeypatch.delenv(name, raising=False)
    assert not system.has_display()
    for name in names:
        with monkeypatch.context() as patch:
            patch.setenv(name, "something")
            assert system.has_display()
