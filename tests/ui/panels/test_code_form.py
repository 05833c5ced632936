from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.analysis import codebook, definitions
from qualtool.analysis.definitions import Definition
from qualtool.store.project import Project
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import TEXT, Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def workspace(
    qtbot: QtBot, dressed: QApplication, project: Project, study: Study
) -> CodingWorkspace:
    made = CodingWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1200, 900)
    made.show()
    made.show_code(study.places)
    qtbot.keyClick(made.inspector.tabs.buttons[1], Qt.Key.Key_Space)
    return made


def _now(project: Project, code_id: int) -> Definition:
    with project.read() as session:
        found = definitions.definition(session, code_id)
    assert found is not None
    return found


def test_each_field_is_one_step(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project, study: Study
) -> None:
    form = workspace.inspector.definition
    for key in ("description", "use_when", "use_not", "decision_rules", "source", "departure"):
        qtbot.keyClicks(form.fields[key], f"om {key}")
        form.fields[key].tell()
        assert getattr(_now(project, study.places), key) == f"om {key}"
        assert form.fields[key].accessibleName()
    project.undo()
    assert _now(project, study.places).departure == ""
    assert _now(project, study.places).source == "om source"


def test_colour_key_and_provenance_are_chosen(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project, study: Study
) -> None:
    form = workspace.inspector.definition
    for field in (form.colour, form.pin, form.provenance, form.example):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    row = _now(project, study.places)
    assert (row.pin, row.provenance) == (1, "theory")
    assert row.colour
    assert row.example_excerpt_id is not None


def test_what_is_half_written_is_kept_for_the_code_it_was_written_of(
    qtbot: QtBot, workspace: CodingWorkspace, project: Project, study: Study
) -> None:
    qtbot.keyClicks(workspace.inspector.definition.fields["description"], "Avtalte steder")
    workspace.show_code(study.habits)
    assert _now(project, study.places).description == "Avtalte steder"
    assert _now(project, study.habits).description == ""
    assert workspace.inspector.definition.fields["description"].toPlainText() == ""


def test_where_a_code_comes_from_is_told_in_its_form(
    workspace: CodingWorkspace, project: Project, study: Study
) -> None:
    start = TEXT.index("alt hang på")
    workspace.acts.apply_in_vivo(study.document, start, start + len("alt hang på"))
    with project.read() as session:
        code = next(row.id for row in codebook.codes(session) if row.name == "alt hang på")
    workspace.show_code(code)
    form = workspace.inspector.definition
    assert form.provenance.currentText() == "The participants’ own word (in vivo)"
    assert form.made.text().endswith("by Marte")
    workspace.acts.merge([study.places], code)
    assert form.made.text().endswith("Merged into it: faste møteplasser")


def test_the_form_fits_a_narrow_pane(workspace: CodingWorkspace) -> None:
    form = workspace.inspector.definition
    form.setFixedWidth(220)
    page = form.widget()
    assert page is not None
    assert page.minimumSizeHint().width() <= form.viewport().width()
