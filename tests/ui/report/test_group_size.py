"""How few participants are too few is chosen below the findings, and kept with the study."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.store.project import Project
from qualtool.ui.report.disclosing import Disclosing
from qualtool.ui.report.group_size import LARGEST, GroupSize


def test_a_number_is_chosen_with_the_keys(dressed: QApplication, qtbot: QtBot) -> None:
    size = GroupSize()
    qtbot.addWidget(size)
    size.show()
    size.show_size(2, writable=True)
    assert size.choice.currentText() == "2 participants at most"
    with qtbot.waitSignal(size.chosen) as told:
        QTest.keyClick(size.choice, Qt.Key.Key_Down)
    assert told.args == [3]


def test_it_shows_what_the_study_has_and_waits_where_nothing_can_be_changed(
    dressed: QApplication, qtbot: QtBot
) -> None:
    size = GroupSize()
    qtbot.addWidget(size)
    size.show_size(9, writable=False)
    assert size.choice.value() == LARGEST
    assert not size.choice.isEnabled()


def test_the_number_is_never_cut(dressed: QApplication, qtbot: QtBot) -> None:
    size = GroupSize()
    qtbot.addWidget(size)
    size.show()
    for width in (200, 260, 290, 400):
        size.resize(width, max(30, size.heightForWidth(width)))
        assert size.choice.width() == size.choice.sizeHint().width()
        assert size.rect().contains(size.choice.geometry())


def test_it_is_kept_with_the_study_as_one_step(dressed: QApplication, project: Project) -> None:
    disclosing = Disclosing(project)
    assert disclosing.group() == 1
    disclosing.set_group(3)
    disclosing.set_group(3)
    assert disclosing.group() == 3
    project.undo()
    assert disclosing.group() == 1
