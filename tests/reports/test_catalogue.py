from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.core.report import tables
from qualtool.operations import memos
from qualtool.reports import catalogue
from qualtool.reports.options import Options
from qualtool.store.project import create
from tests.formats.invented import excerpts, report, table
from tests.reports.invented import Study, coded_study


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study that no test changes."""
    found = coded_study(tmp_path_factory.mktemp("shared"))
    with found.project.edit("add_memo") as session:
        memos.add(session, text="Dette så vi ikke komme. " * 12, target="code", target_id=1)
    yield found
    found.project.close()


NAMES = [block.name for block in catalogue.BLOCKS]


def test_the_tables_of_the_main_job_are_there() -> None:
    assert NAMES[:4] == ["themes", "excerpts", "codebook", "memos"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_table_becomes_every_kind_of_file_in_every_language(
    shared: Study, name: str, language: str
) -> None:
    with shared.project.read() as session:
        built = catalogue.build(session, name, Options(language=language))
    assert built.language == language
    for ending in ("docx", "xlsx", "csv", "html", "md"):
        written = catalogue.write(built, ending)
        assert written == catalogue.write(built, ending)
        assert len(written) > 30


@pytest.mark.parametrize("name", NAMES)
def test_every_table_of_an_empty_project_can_be_written(tmp_path: Path, name: str) -> None:
    project = create(tmp_path / "empty.qualtool", name="Tom", language="nb")
    with project.read() as session:
        built = catalogue.build(session, name)
    assert all(each.empty or each.groups for each in tables(built))
    for ending in ("docx", "xlsx", "csv", "html", "md"):
        assert catalogue.write(built, ending)
    project.close()


def test_the_same_study_gives_the_same_report(shared: Study) -> None:
    with shared.project.read() as session:
        assert catalogue.build(session, "excerpts") == catalogue.build(session, "excerpts")


def test_a_table_there_is_none_of_is_told(shared: Study) -> None:
    with shared.project.read() as session, pytest.raises(QualtoolError) as told:
        catalogue.build(session, "matrix")
    assert told.value.key == "table_unknown"
    assert "codebook" in str(told.value)


def test_the_cautions_of_a_file_are_added_to_those_of_the_report() -> None:
    long = report(table(excerpts("ord " * 10_000)))
    assert [each.key for each in catalogue.cautions(long, "xlsx")] == ["long_cells"]
    assert catalogue.cautions(long, "docx") == ()
