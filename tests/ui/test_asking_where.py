from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from qualtool.ui import asking_where

KINDS = {"docx": "Word", "csv": ""}


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def answering(monkeypatch: pytest.MonkeyPatch, *answers: tuple[str, str]) -> list[str]:
    """What the dialog is asked with, while it answers so."""
    asked: list[str] = []
    left: Iterator[tuple[str, str]] = iter(answers)

    def ask(_parent: object, _title: str, name: str, kinds: str) -> tuple[str, str]:
        asked.append(f"{Path(name).name}: {kinds}")
        return next(left)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return asked


def test_a_name_gets_the_ending_of_the_chosen_kind(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, (str(tmp_path / "Funn v1.2"), "*.csv"))
    found = asking_where.ask(parent, "Eksporter", tmp_path / "Funn.docx", KINDS)
    assert found == tmp_path / "Funn v1.2.csv"
    assert asked == ["Funn.docx: Word (*.docx);;*.csv"]


def test_an_ending_that_is_written_decides(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, (str(tmp_path / "Funn.CSV"), "Word (*.docx)"))
    assert asking_where.ask(parent, "", tmp_path / "a", KINDS) == tmp_path / "Funn.CSV"


def test_a_file_that_is_there_is_asked_about_by_its_whole_name(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Oppgave.docx").write_bytes(b"mine")
    asked = answering(monkeypatch, (str(tmp_path / "Oppgave"), ""), ("", ""))
    assert asking_where.ask(parent, "", tmp_path / "a.docx", KINDS) is None
    assert [each.split(":")[0] for each in asked] == ["a.docx", "Oppgave.docx"]
