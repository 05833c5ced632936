"""Who codes blind sees the project as if nobody else had coded: counts, lists, tables, files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.analysis import (
    balance,
    codebook,
    documents,
    excerpts,
    figures,
    memos,
    merging,
    retrieval,
)
from qualtool.core.source import Source, Speaker, Turn
from qualtool.operations import coders, codes, coding, new_project, themes
from qualtool.operations import documents as adding
from qualtool.operations import memos as writing
from qualtool.reports import catalogue
from qualtool.store.project import Project

TEXT = "Vi traff hverandre i gangen. Kaffen hjalp mer enn møtene. Så sluttet lederen."


def _study(path: Path, *, with_jonas: bool) -> Project:
    """Marte has coded, and perhaps Jonas: the same passage, others, with memos and stars."""
    project = new_project.start(path, name="Gangen", coder="Marte")
    with project.edit("import_documents") as session:
        marte = coders.ensure(session, "Marte")
        turns = (Turn(0, len(TEXT), 0),)
        source = Source(TEXT, "text", (Speaker("Informant 1", "participant"),), turns)
        document = adding.add(session, source, name="Informant 1")
        theme = themes.add(session, "Uformelt")
        hall = codes.add(session, "gangen", theme_id=theme)
        coffee = codes.add(session, "kaffe", theme_id=theme)
        coding.apply(session, document, 0, 28, [hall], coder_id=marte)
        coding.apply(session, document, 29, 40, [coffee], coder_id=marte, comment="hennes")
    with project.edit("apply_code") as session:
        jonas = coders.ensure(session, "Jonas")
        if with_jonas:
            coding.apply(session, document, 0, 28, [hall, coffee], coder_id=jonas)
            made = coding.apply(session, document, 57, 77, [hall], coder_id=jonas, comment="hans")
            shared = excerpts.codings_in(session, document)
            coding.set_star(session, [shared[-1].excerpt_id], True)
            for target, row_id in (("coding", made[0]), ("excerpt", shared[0].excerpt_id)):
                writing.add(
                    session, text="Jonas ser makt", target=target, target_id=row_id, coder_id=jonas
                )
    project.coder_id = marte
    project.coders_read = frozenset({marte})
    return project


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Project, Project]]:
    """The project as it is for Marte who codes blind, and as it were without Jonas' work."""
    found = [
        _study(tmp_path / f"{name}.qualtool", with_jonas=name == "with")
        for name in ("with", "without")
    ]
    yield found[0], found[1]
    for project in found:
        project.close()


def _counts(project: Project) -> list[object]:
    with project.read() as session:
        rows = codebook.codes(session)
        ids = [row.id for row in rows]
        return [
            [(row.name, row.excerpts, row.cases) for row in rows],
            [(row.name, row.excerpts, row.cases) for row in codebook.themes(session)],
            [(row.name, row.excerpts) for row in documents.documents(session)],
            [hit.excerpt_id for hit in retrieval.hits(session, code_ids=ids)],
            [
                hit.excerpt_id
                for hit in retrieval.hits(
                    session, theme_ids=[row.id for row in codebook.themes(session)]
                )
            ],
            balance.valences_by_code(session),
            balance.cases_with_documents(session),
            [(row.start, row.end, row.code) for row in excerpts.codings_in(session, 1)],
            [row.text for row in memos.memos(session)],
            memos.signs(session),
            merging.preview(session, ids, ids[0]),
        ]


def test_every_count_and_list_is_as_if_others_had_not_coded(both: tuple[Project, Project]) -> None:
    blind, alone = both
    assert _counts(blind) == _counts(alone)


@pytest.mark.parametrize("name", [block.name for block in catalogue.BLOCKS])
def test_every_table_and_file_is_as_if_others_had_not_coded(
    both: tuple[Project, Project], name: str
) -> None:
    said = []
    for project in both:
        with project.read() as session:
            said.append(catalogue.write(catalogue.build(session, name), "md"))
    assert said[0] == said[1]


def test_the_figures_of_the_material_are_as_if_others_had_not_coded(
    both: tuple[Project, Project],
) -> None:
    said = []
    for project in both:
        with project.read() as session:
            said.append(str(figures.figures(session)))
    assert said[0] == said[1]
