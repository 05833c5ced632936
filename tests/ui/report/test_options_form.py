"""The choices of a block: those made most often at once, the rest folded, told by their fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.reports import catalogue
from qualtool.reports.choices import Choice
from qualtool.reports.options import Options
from qualtool.ui.report.options_form import OptionsForm


@pytest.fixture
def form(dressed: QApplication, qtbot: QtBot) -> OptionsForm:
    made = OptionsForm()
    qtbot.addWidget(made)
    made.resize(290, 600)
    made.show()
    return made


def test_every_block_can_be_shown(form: OptionsForm) -> None:
    for block in catalogue.BLOCKS:
        form.show_for(block.name, Options(language="nb"), (), writable=True)
        assert "language" not in form.fields, "it is chosen for the whole report"


def test_what_is_chosen_seldom_lies_folded_and_says_what_was_chosen(form: OptionsForm) -> None:
    form.show_for("excerpts", Options(context=120), (), writable=True)
    assert form.fields["by"].isVisible()
    assert not form.fields["context"].isVisible()
    assert form.more.text() == "More choices: 1 made"
    form.more.setFocus()
    QTest.keyClick(form.more, Qt.Key.Key_Space)
    assert form.fields["context"].isVisible()
    assert form.fields["context"].value() == 120


def test_a_choice_is_told_by_its_field_and_its_value(form: OptionsForm, qtbot: QtBot) -> None:
    form.show_for("excerpts", Options(), (), writable=True)
    with qtbot.waitSignal(form.chosen) as chosen:
        QTest.keyClick(form.fields["by"], Qt.Key.Key_Down)
    assert chosen.args == ["by", "code"]


def test_who_only_reads_can_choose_nothing(form: OptionsForm) -> None:
    form.show_for("themes", Options(), (), writable=False)
    assert not any(box.isEnabled() for box in form.fields.values())
    assert not form.columns.isEnabled()


def test_the_last_column_cannot_be_taken_away(form: OptionsForm, qtbot: QtBot) -> None:
    form.show_for("themes", Options(columns=("theme",)), (), writable=True)
    form.fold.click()
    assert form.columns.ticked() == ("theme",)
    form.columns.setCurrentRow(0)
    with qtbot.assertNotEmitted(form.chosen):
        QTest.keyClick(form.columns, Qt.Key.Key_Space)
    assert form.columns.ticked() == ("theme",)


def test_participants_are_left_out_by_ticks_but_never_all_of_them(
    form: OptionsForm, qtbot: QtBot
) -> None:
    people = Choice("without", "Left out", (("A", 4), ("B", 7)), named=True, many=True)
    form.show_for("participants", Options(), (people,), writable=True)
    assert form.left_out.fold.text() == "Participants shown: 2 of 2"
    form.left_out.fold.setFocus()
    QTest.keyClick(form.left_out.fold, Qt.Key.Key_Space)
    form.left_out.list.setFocus()
    form.left_out.list.setCurrentRow(1)
    with qtbot.waitSignal(form.chosen) as chosen:
        QTest.keyClick(form.left_out.list, Qt.Key.Key_Space)
    assert chosen.args == ["without", frozenset({7})]
    form.show_for("participants", Options(without=frozenset({7})), (people,), writable=True)
    assert form.left_out.fold.text() == "Participants shown: 1 of 2"
    form.left_out.list.setCurrentRow(0)
    with qtbot.assertNotEmitted(form.chosen):
        QTest.keyClick(form.left_out.list, Qt.Key.Key_Space)
    assert form.left_out.list.item(0).checkState() == Qt.CheckState.Checked
    form.show_for("material", Options(), (), writable=True)
    assert not form.left_out.isVisible()
