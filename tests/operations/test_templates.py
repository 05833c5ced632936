from __future__ import annotations

from pathlib import Path

import pytest

from qualtool.core.colours import PALETTE
from qualtool.core.errors import QualtoolError
from qualtool.core.template import Template, TemplateTheme, Wording
from qualtool.operations import new_project, templates
from qualtool.store.project import Project
from qualtool.store.schema import Coder, Frame, Study, Theme, Valence
from tests.operations.asking import rows, themes_under

LANGUAGES = {"nb", "nn", "en"}


def test_the_default_comes_first_and_the_empty_one_last() -> None:
    assert [template.id for template in templates.available()] == [
        "barriers-and-opportunities",
        "positive-deviance",
        "empty",
    ]


def wordings(theme: TemplateTheme) -> list[Wording]:
    own = [theme.label, *theme.decision_rules]
    if theme.definition:
        own.append(theme.definition)
    return [*own, *(each for sub in theme.subthemes for each in wordings(sub))]


@pytest.mark.parametrize("template", templates.available(), ids=lambda each: each.id)
def test_every_template_is_worded_in_every_language(template: Template) -> None:
    said = [template.title, template.about, *(choice.words for choice in template.valences)]
    for theme in template.themes:
        said += wordings(theme)
    for words in said:
        assert set(words) == LANGUAGES
        assert all(text.strip() == text != "" for text in words.values())


@pytest.mark.parametrize("template", templates.available(), ids=lambda each: each.id)
def test_themes_have_colours_of_the_palette_each_its_own(template: Template) -> None:
    colours = [theme.colour for theme in template.themes]
    assert len(set(colours)) == len(colours)
    assert set(colours) <= set(PALETTE)


@pytest.mark.parametrize("template", templates.available(), ids=lambda each: each.id)
def test_a_template_can_be_undone_and_applied_twice_without_doubles(
    project: Project, template: Template
) -> None:
    for _time in "12":
        with project.edit("apply_template") as session:
            templates.apply(session, template.id, "nn")
    assert themes_under(project, None) == [theme.label["nn"] for theme in template.themes]
    assert [each.key for each in rows(project, Valence)] == [c.key for c in template.valences]
    assert len(rows(project, Frame)) == (1 if template.themes else 0)
    assert rows(project, Study)[0].template == template.id
    while project.undo():
        pass
    assert rows(project, Theme) == []


def test_a_template_keeps_what_is_there(project: Project) -> None:
    with project.edit("x") as session:
        templates.apply(session, "barriers-and-opportunities", "nb")
        templates.apply(session, "positive-deviance", "nb")
    assert themes_under(project, None)[4:] == ["Kommunikasjon", "Problem", "Praksis", "Spørsmål"]
    assert [each.name for each in rows(project, Valence)] == [
        "Barriere",
        "Mulighet",
        "Begge deler",
        "Vanlig",
        "Uvanlig",
    ]


def test_a_new_project_starts_with_its_themes_and_coder(tmp_path: Path) -> None:
    with new_project.start(
        tmp_path / "ny.qualtool", name="Ny", language="nn", coder=" Anne "
    ) as project:
        assert themes_under(project, None)[0] == "Kultur"
        assert [coder.name for coder in rows(project, Coder)] == ["Anne"]
        assert project.coder_id == 1
        assert [(each.name, each.language) for each in rows(project, Study)] == [("Ny", "nn")]
        assert project.next_undo() is None


def test_a_new_project_need_have_no_coder(tmp_path: Path) -> None:
    with new_project.start(tmp_path / "ny.qualtool", name="Ny", template="empty") as project:
        assert rows(project, Coder) == []
        assert project.coder_id is None


def test_a_template_that_is_not_there_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(QualtoolError, match="positive-deviance") as told:
        new_project.start(tmp_path / "ny.qualtool", name="Ny", template="nonsense")
    assert told.value.key == "template_unknown"
    assert list(tmp_path.iterdir()) == []


def test_a_project_that_cannot_be_set_up_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(QualtoolError) as told:
        new_project.start(tmp_path / "ny.qualtool", name="Ny", coder="x" * 600)
    assert told.value.key == "name_long"
    assert list(tmp_path.iterdir()) == []
