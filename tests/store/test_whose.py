from __future__ import annotations

from dataclasses import dataclass

import pytest

from qualtool.analysis import balance, codebook, documents, excerpts
from qualtool.core.source import Source
from qualtool.operations import coders, codes, coding, themes
from qualtool.operations import documents as adding
from qualtool.store.project import Project


@dataclass(frozen=True, slots=True)
class Shared:
    """What two coders have coded: one excerpt both, one each, and one nobody."""

    document: int
    marte: int
    jonas: int
    hers: int  # codes
    his: int
    her_theme: int
    his_theme: int


@pytest.fixture
def shared(project: Project) -> Shared:
    with project.edit("import_documents") as session:
        marte, jonas = coders.ensure(session, "Marte"), coders.ensure(session, "Jonas")
        document = adding.add(session, Source(text="abcdefghij" * 4, format="text"), name="A")
        her_theme, his_theme = themes.add(session, "Hennes"), themes.add(session, "Hans")
        hers = codes.add(session, "hennes kode", theme_id=her_theme)
        his = codes.add(session, "hans kode", theme_id=his_theme)
        coding.apply(session, document, 0, 5, [hers], coder_id=marte)
        coding.apply(session, document, 0, 5, [his], coder_id=jonas)
        coding.apply(session, document, 10, 15, [hers], coder_id=marte)
        coding.apply(session, document, 20, 25, [his, hers], coder_id=jonas)
        made = coding.apply(session, document, 30, 35, [his], coder_id=jonas)
        own = excerpts.codings_in(session, document)[-1].excerpt_id
        coding.set_star(session, [own], True)
        coding.remove(session, made)
    return Shared(document, marte, jonas, hers, his, her_theme, his_theme)


def test_without_a_limit_everybodys_codings_are_read(project: Project, shared: Shared) -> None:
    with project.read() as session:
        assert len(excerpts.codings_in(session, shared.document)) == 5
        assert len(excerpts.excerpts(session)) == 4


def test_only_the_codings_of_these_coders_are_read(project: Project, shared: Shared) -> None:
    project.coders_read = frozenset({shared.marte})
    with project.read() as session:
        found = excerpts.codings_in(session, shared.document)
        assert {row.coder for row in found} == {"Marte"}
        assert [(row.start, row.code_id) for row in found] == [(0, shared.hers), (10, shared.hers)]
    project.coders_read = frozenset({shared.jonas})
    with project.read() as session:
        assert {row.coder for row in excerpts.codings_in(session, shared.document)} == {"Jonas"}


def test_excerpts_that_only_others_have_coded_are_not_read_and_nobodys_are(
    project: Project, shared: Shared
) -> None:
    project.coders_read = frozenset({shared.marte})
    with project.read() as session:
        rows = excerpts.excerpts(session)
        assert [row.start for row in rows] == [0, 10, 30]
        assert [len(row.codings) for row in rows] == [1, 1, 0]


def test_every_count_is_of_these_coders_alone(project: Project, shared: Shared) -> None:
    project.coders_read = frozenset({shared.marte})
    with project.read() as session:
        codes_of = {row.id: row.excerpts for row in codebook.codes(session)}
        themes_of = {row.id: row.excerpts for row in codebook.themes(session)}
        [document] = documents.documents(session)
        assert codes_of == {shared.hers: 2, shared.his: 0}
        assert themes_of == {shared.her_theme: 2, shared.his_theme: 0}
        assert (document.excerpts, document.codings) == (3, 2)
        assert excerpts.excerpts(session, theme_ids=[shared.his_theme]) == []
        assert excerpts.excerpts(session, code_ids=[shared.his]) == []
        assert {row.name: row.codings for row in codebook.coders(session)} == {
            "Marte": 2,
            "Jonas": 0,
        }
        assert not balance.valences_by_code(session)


def test_what_is_done_is_done_with_everybodys_codings_in_mind(
    project: Project, shared: Shared
) -> None:
    project.coders_read = frozenset({shared.marte})
    with project.read() as session:
        mine = [row.id for row in excerpts.codings_in(session, shared.document) if row.start == 0]
    with project.edit("remove_codings") as session:
        coding.remove(session, mine)
    project.coders_read = None
    with project.read() as session:
        found = [row for row in excerpts.codings_in(session, shared.document) if row.start == 0]
    assert [row.coder for row in found] == ["Jonas"]
