"""The checks of a draft bear a language of longer words in a small window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.operations import cases
from qualtool.store.project import Project
from qualtool.ui.drafts.check import DraftCheck
from qualtool.ui.drafts.claims_page import ClaimsPage
from qualtool.ui.drafts.page import QuotationsPage
from tests.ui.drafts.drafts import run, write
from tests.ui.stretching import cut_off
from tests.ui.studies import furnish


@pytest.mark.parametrize("kind", [QuotationsPage, ClaimsPage])
def test_no_words_are_cut_off_in_a_small_window(
    kind: type[QuotationsPage] | type[ClaimsPage],
    stretched: None,
    dressed: QApplication,
    project: Project,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    study = furnish(project)
    with project.edit("edit_case") as session:
        cases.tie(session, study.document, cases.ensure(session, "Informant 1"))
    check = DraftCheck(project)
    check.job_wished.connect(run)
    page = kind(project, check)
    check.setParent(page)
    qtbot.addWidget(page)
    project.listen(page.on_changes)
    page.resize(1224, 640)
    page.show()
    assert cut_off(page) == []
    check.choose(write(tmp_path))
    if isinstance(page, ClaimsPage):
        page.acts.tie(page.list.table.rows[0].id, "theme", study.structure)
    else:
        page.list.go(1, problem=True)
    QApplication.processEvents()
    QApplication.processEvents()
    assert cut_off(page) == []
