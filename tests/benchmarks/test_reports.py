"""How long 5,000 excerpts take to become a table in a file: for people, not for the suite."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sqlalchemy import insert

from qualtool.core import report_json
from qualtool.core.report import Report, tables
from qualtool.operations import report_blocks, reports, sample
from qualtool.reports import catalogue, whole
from qualtool.reports.options import Options
from qualtool.store.project import Project
from qualtool.store.schema import Coding, Document, DocumentText, Excerpt
from tests.reports.invented import Study, study

EXCERPTS = 5_000
DOCUMENTS = 40
WORDS = "Det tok jo tid før vi skjønte at vi snakket om hver vår ting, og så gikk det bedre. "


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study of 5,000 excerpts of one to six sentences in 40 documents."""
    made = study(tmp_path_factory.mktemp("large"), language="nb")
    each = EXCERPTS // DOCUMENTS
    codes = list(made.codes.values())
    with made.edit() as session:
        for number in range(DOCUMENTS):
            text = "\n".join(WORDS * 6 for _each in range(each))
            document = Document(name=f"Intervju {number + 10}", position=number, length=len(text))
            session.add(document)
            session.flush()
            session.add(DocumentText(document_id=document.id, text=text))
            starts = [place * (len(WORDS) * 6 + 1) for place in range(each)]
            session.execute(
                insert(Excerpt),
                [
                    {
                        "document_id": document.id,
                        "start": start,
                        "end": start + len(WORDS) * (1 + place % 6),
                    }
                    for place, start in enumerate(starts)
                ],
            )
        session.flush()
        session.execute(
            insert(Coding),
            [
                {"excerpt_id": row_id, "code_id": codes[row_id % len(codes)], "valence": "barrier"}
                for (row_id,) in session.query(Excerpt.id).all()
            ],
        )
    yield made
    made.project.close()


@pytest.fixture(scope="module")
def report(large: Study) -> Report:
    """The table of all of them, under their themes."""
    with large.project.read() as session:
        return catalogue.build(session, "excerpts", Options(language="nb"))


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "html", "md"])
def test_writing_five_thousand_excerpts(
    report: Report, ending: str, benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    data = benchmark(catalogue.write, report, ending)
    rows = sum(len(group.rows) for table in tables(report) for group in table.groups)
    print(f"{rows} rows to .{ending}: {len(data) / 1e6:.1f} MB")
    (tmp_path / f"excerpts.{ending}").write_bytes(data)


@pytest.mark.parametrize("name", [block.name for block in catalogue.BLOCKS])
def test_building_a_table_from_five_thousand_excerpts(
    large: Study, name: str, benchmark: BenchmarkFixture
) -> None:
    with large.project.read() as session:
        found = benchmark(catalogue.build, session, name, Options(starred=False))
    assert found.blocks


@pytest.fixture(scope="module")
def sample_study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The sample study, with a report of everything that a report can hold."""
    with sample.build(tmp_path_factory.mktemp("sample") / "sample.qualtool") as project:
        yield project


def test_putting_a_whole_report_of_the_sample_study_together(
    sample_study: Project, benchmark: BenchmarkFixture
) -> None:
    with sample_study.edit("start_report") as session:
        report_id = reports.start(session)
        for name in ("findings", "memos", "coverage", "portrait", "self-review"):
            report_blocks.add(session, report_id, name)
    with sample_study.read() as session:
        started = time.process_time()
        found = benchmark(whole.whole, session, report_id)
        spent = time.process_time() - started
        parts = whole.parts(session, report_id)
    rounds = benchmark.stats.stats.rounds if benchmark.stats else 1
    print(
        f"{len(parts)} blocks, {len(list(tables(found)))} tables:"
        f" {spent / rounds:.2f} s of the processor at most each time"
    )
    assert all(part.report is not None for part in parts)


def test_showing_one_block_of_it(sample_study: Project, benchmark: BenchmarkFixture) -> None:
    with sample_study.edit("start_report") as session:
        report_id = reports.start(session, title="To look at")
        last = report_blocks.in_order(session, report_id)[-1].id
    with sample_study.read() as session:
        found = benchmark(whole.block_report, session, last)
    assert found.blocks


def test_keeping_and_reading_five_thousand_excerpts(
    report: Report, benchmark: BenchmarkFixture
) -> None:
    text = report_json.written(report)
    print(f"{len(text) / 1e6:.1f} million characters")
    assert benchmark(report_json.read, text) == report
