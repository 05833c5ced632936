"""A very long excerpt does not push what is done with it out of sight, and all of it can be had."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from qualtool.core.source import Source
from qualtool.operations import coding, documents
from qualtool.store.project import Project
from qualtool.ui.panels.inspector import Inspector
from qualtool.ui.panels.quotation import Quotation
from tests.ui.studies import furnish

LONG = "Da vi begynte 🙂 visste ingen hvem som hadde ansvaret. " * 250 + "Slik endte det altså."
SHORT = "Noen tok telefonen."


@pytest.fixture
def excerpts(project: Project) -> list[int]:
    """A long one and a short one."""
    made = furnish(project)
    source = Source(text=f"{LONG}\n{SHORT}", format="text")
    with project.edit("apply_code") as session:
        document = documents.add(session, source, name="Informant 2")
        for start, end in ((0, len(LONG)), (len(LONG) + 1, len(LONG) + 1 + len(SHORT))):
            coding.apply(session, document, start, end, [made.places], coder_id=project.coder_id)
    return [2, 3]


@pytest.fixture
def inspector(
    qtbot: QtBot, dressed: QApplication, project: Project, excerpts: list[int]
) -> Inspector:
    made = Inspector(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(320, 700)
    made.show()
    made.show_excerpt(excerpts[0])
    qtbot.waitUntil(lambda: quotation(made).words.height() > 0)
    QApplication.processEvents()
    return made


def quotation(inspector: Inspector) -> Quotation:
    page = inspector.form.widget()
    assert page is not None
    found = page.findChild(Quotation)
    assert found is not None
    return found


def test_a_long_excerpt_is_shortened_with_its_end_shown(inspector: Inspector) -> None:
    shown = quotation(inspector).words.text()
    assert len(shown) < 700
    assert shown.endswith("Slik endte det altså.”")
    assert " … " in shown
    page = inspector.form.widget()
    star = next(b for b in inspector.form.findChildren(QToolButton) if "★" in b.text())
    assert page is not None
    assert star.mapTo(page, star.rect().bottomLeft()).y() < 400
    assert quotation(inspector).words.accessibleName() == f"“{LONG}”"


def test_all_of_it_is_shown_on_demand_and_stays_so_while_it_is_worked_over(
    qtbot: QtBot, inspector: Inspector, project: Project, excerpts: list[int]
) -> None:
    assert quotation(inspector).link.text() == "Show all 2254 words"
    qtbot.keyClick(quotation(inspector).link, Qt.Key.Key_Space)
    assert quotation(inspector).words.text() == f"“{LONG}”"
    with project.edit("set_star") as session:
        coding.set_star(session, excerpts[:1], True)
    QApplication.processEvents()
    assert quotation(inspector).words.text() == f"“{LONG}”"
    qtbot.keyClick(quotation(inspector).link, Qt.Key.Key_Space)
    assert len(quotation(inspector).words.text()) < 700


def test_what_is_copied_has_what_is_left_out(qtbot: QtBot, inspector: Inspector) -> None:
    words = quotation(inspector).words
    words.setSelection(1, len(words.text().encode("utf-16-le")) // 2 - 2)
    qtbot.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == LONG
    words.setSelection(1, 6)
    qtbot.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == LONG[:6]


def test_a_short_excerpt_stands_whole(inspector: Inspector, excerpts: list[int]) -> None:
    inspector.show_excerpt(excerpts[1])
    QApplication.processEvents()
    assert quotation(inspector).words.text() == f"“{SHORT}”"
    assert not quotation(inspector).link.isVisible()
