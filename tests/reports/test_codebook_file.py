from __future__ import annotations

from pathlib import Path

import pytest

from qualtool.formats.read_codebook import read_codebook
from qualtool.operations import codebook_import, codes, new_project, themes
from qualtool.reports import codebook_file
from qualtool.store.project import Project


def _fill(project: Project) -> None:
    with project.edit("add_code") as session:
        theme = themes.add(session, "Struktur: rom, tid")
        above = codes.add(
            session,
            "møter, «faste»",
            theme_id=theme,
            colour="teal",
            description="Avtalt på forhånd.\n- også på telefon\nNot when: ligner et felt",
            use_when="Når tid eller sted er nevnt",
            provenance="theory",
            source="Hansen 2019",
        )
        below = codes.add(session, "torsdager", parent_id=above, use_not="fredager")
        codes.add(session, "lunsj", parent_id=below)
        gone = codes.add(session, "-1 gammel", decision_rules="Er i tvil: nei")
        codes.retire(session, [gone], True)


def _said(project: Project) -> list[object]:
    with project.read() as session:
        return [line for line, _excerpts, _cases in codebook_file.lines(session)]


@pytest.mark.parametrize("ending", ["xlsx", "csv", "md"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_codebook_comes_back_as_it_went_out(
    project: Project, tmp_path: Path, ending: str, language: str
) -> None:
    _fill(project)
    path = tmp_path / f"Kodebok.{ending}"
    with project.read() as session:
        codebook_file.save(session, path, language=language)
    other = new_project.start(tmp_path / "annen.qualtool", name="Annen", coder="Marte")
    with other.edit("import_codebook") as session:
        taken = codebook_import.take_in(session, read_codebook(path.read_bytes(), path.name))
    assert (taken.added, taken.changed, taken.left) == (4, 0, ())
    assert _said(other) == _said(project)
    with other.edit("import_codebook") as session:
        again = codebook_import.take_in(session, read_codebook(path.read_bytes(), path.name))
    assert (again.added, again.changed) == (0, 0)
    other.close()
