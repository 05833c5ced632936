from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from qualtool.analysis import excerpts, texts
from qualtool.operations import coding, drafts
from qualtool.operations.study import describe
from qualtool.store.draft_rows import Place, Quoted
from qualtool.store.project import Project
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.depth_buttons import DepthButtons
from qualtool.ui.panels.inspector import Inspector
from qualtool.ui.workspaces.coding_acts import CodingActs
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def inspector(qtbot: QtBot, project: Project, study: Study) -> Inspector:
    made = Inspector(project)
    qtbot.addWidget(made)
    acts = CodingActs(project, lambda error: None)
    made.form.comment_written.connect(acts.set_comment)
    made.form.valence_wished.connect(acts.set_valence)
    made.form.star_wished.connect(lambda excerpts, on: acts.set_star(excerpts, on))  # keeps acts
    made.form.uncode_wished.connect(acts.uncode)
    project.listen(made.on_changes)
    made.resize(320, 600)
    made.show()
    return made


def _comment(project: Project, study: Study) -> str:
    with project.read() as session:
        return excerpts.codings_in(session, study.document)[0].comment


def _excerpt(project: Project, study: Study) -> int:
    with project.read() as session:
        return excerpts.codings_in(session, study.document)[0].excerpt_id


def _button(inspector: Inspector, words: str) -> QToolButton:
    return next(b for b in inspector.form.findChildren(QToolButton) if words in b.text())


def _asks_depth(inspector: Inspector) -> bool:
    page = inspector.form.widget()
    return page is not None and page.findChild(DepthButtons) is not None


def test_a_code_shows_all_its_excerpts_and_says_how_many(
    inspector: Inspector, study: Study
) -> None:
    inspector.show_code(study.places)
    assert inspector.list.model_.rowCount() == 1
    inspector.show_theme(study.structure)
    assert inspector.list.model_.rowCount() == 1


def test_a_comment_half_written_is_kept_when_something_else_is_shown(
    qtbot: QtBot, inspector: Inspector, project: Project, study: Study
) -> None:
    inspector.show_excerpt(_excerpt(project, study))
    field = inspector.form.findChild(CommentField)
    assert field is not None
    qtbot.keyClicks(field, "Telefonen igjen")
    inspector.show_code(study.places)
    assert _comment(project, study) == "Telefonen igjen"


def test_depth_is_asked_where_the_method_asks_it_and_shown_where_it_was_said(
    inspector: Inspector, project: Project, study: Study
) -> None:
    inspector.show_excerpt(_excerpt(project, study))
    assert _asks_depth(inspector)
    with project.edit("describe_study") as session:
        describe(session, profile="framework")
    inspector.refresh()
    assert not _asks_depth(inspector)
    with project.edit("set_depth") as session:
        coding.set_depth(session, [study.coding], "latent")
    inspector.refresh()
    assert _asks_depth(inspector)


def test_saving_a_comment_leaves_the_field_as_it_is(
    qtbot: QtBot, inspector: Inspector, project: Project, study: Study
) -> None:
    inspector.show_excerpt(_excerpt(project, study))
    field = inspector.form.findChild(CommentField)
    assert field is not None
    qtbot.keyClicks(field, "Først")
    field.tell()
    assert inspector.form.findChild(CommentField) is field
    qtbot.keyClicks(field, " og sist")
    field.tell()
    assert _comment(project, study) == "Først og sist"
    project.undo()
    assert field.toPlainText() == "Først"


def test_a_valence_is_chosen_and_taken_away_with_the_focus_kept(
    qtbot: QtBot, inspector: Inspector, project: Project, study: Study
) -> None:
    inspector.show_excerpt(_excerpt(project, study))
    button = _button(inspector, "Mulighet")
    name = button.objectName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with project.read() as session:
        assert excerpts.codings_in(session, study.document)[0].valence == "opportunity"
    again = inspector.form.findChild(QToolButton, name)
    assert again is not None
    assert again.isChecked()
    qtbot.mouseClick(_button(inspector, "Mulighet"), Qt.MouseButton.LeftButton)
    with project.read() as session:
        assert excerpts.codings_in(session, study.document)[0].valence is None


def test_taking_the_last_code_away_leaves_nothing_to_show(
    qtbot: QtBot, inspector: Inspector, project: Project, study: Study
) -> None:
    inspector.show_excerpt(_excerpt(project, study))
    away = next(b for b in inspector.form.findChildren(QToolButton) if "Take" in b.accessibleName())
    qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    with project.read() as session:
        assert excerpts.codings_in(session, study.document) == []


def test_an_excerpt_is_starred_from_the_form(
    qtbot: QtBot, inspector: Inspector, project: Project, study: Study
) -> None:
    inspector.show_excerpt(_excerpt(project, study))
    qtbot.mouseClick(_button(inspector, "★"), Qt.MouseButton.LeftButton)
    with project.read() as session:
        assert excerpts.codings_in(session, study.document)[0].starred


def test_an_excerpt_says_in_which_draft_it_is_quoted(
    inspector: Inspector, project: Project, study: Study
) -> None:
    inspector.show_excerpt(_excerpt(project, study))
    assert inspector.form.quoted.isHidden()
    start, end = study.excerpt
    with project.read() as session:
        said = texts.readings(session, [study.document])[study.document].text[start:end]
    places = (Place(study.document, start, end, said),)
    with project.edit("link_quotations") as session:
        drafts.link(session, "funn.docx", "", [Quoted(1, "slik", "altered", 7, places)])
    assert inspector.form.quoted.text() == "Quoted in “funn.docx”, paragraph 7: altered"
    assert inspector.form.quoted.isVisible()
    project.undo()
    assert inspector.form.quoted.isHidden()
