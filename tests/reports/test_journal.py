"""The journal as running text: by day, with its formatting, private entries left at home."""

from __future__ import annotations

import io

import docx
import pytest

from qualtool.analysis.memo_filter import MemoFilter
from qualtool.core.report import Heading, Report, Text, plain
from qualtool.operations import memos, study
from qualtool.reports import catalogue, journal
from qualtool.reports.options import Options
from qualtool.store.project import Project
from tests.ui.studies import furnish


@pytest.fixture
def written(project: Project) -> Project:
    made = furnish(project)
    with project.edit("add_memo") as session:
        memos.add(session, text="**Fast** sted.\n\n> sagt", title="Steder", date="2024-03-02",
                  target="code", target_id=made.places, interpretation="second")  # fmt: skip
        memos.add(session, text="Om henne.", target="document", target_id=made.document,
                  date="2024-03-02")  # fmt: skip
        memos.add(session, text="Jeg selv.", kind="reflexive", date="2024-03-01")
    return project


def built(project: Project, **options: object) -> Report:
    with project.read() as session:
        return journal.build(session, Options(**options))  # type: ignore[arg-type]  # any


def said(report: Report) -> list[str]:
    return [
        block.text if isinstance(block, Heading) else "\n".join(map(plain, block.paragraphs))
        for block in report.blocks
        if isinstance(block, Heading | Text)
    ]


def test_entries_stand_under_their_days_and_private_ones_stay_out(written: Project) -> None:
    assert said(built(written, language="en")) == [
        "Journal",
        "2 March 2024",
        "Steder",
        "Analytic · Second order · faste møteplasser",
        "Fast sted.",
        "sagt",
        "Analytic · Informant 1",
        "Om henne.",
    ]
    with written.read() as session:
        assert journal.left_out(session, Options()) == 1
        assert journal.left_out(session, Options(memos=MemoFilter())) == 0
    assert "Jeg selv." in said(built(written, memos=MemoFilter()))


def test_a_study_that_names_nobody_says_only_what_kind_of_thing_an_entry_is_on(
    written: Project,
) -> None:
    assert any("Informant 1" in each for each in said(built(written, language="en")))
    with written.edit("describe_study") as session:
        study.describe(session, attribution="none")
    assert not any("Informant 1" in each for each in said(built(written, language="en")))


def test_word_has_the_formatting(written: Project) -> None:
    document = docx.Document(io.BytesIO(catalogue.write(built(written, language="en"), "docx")))
    bold = [run.text for each in document.paragraphs for run in each.runs if run.bold]
    assert "Fast" in bold
    styles = {each.text: each.style.name for each in document.paragraphs if each.style}
    assert styles["sagt"] == "Quote"
    assert styles["2 March 2024"] == "Heading 2"


def test_an_empty_journal_says_so(project: Project) -> None:
    assert said(built(project, language="en")) == ["Journal", "There are no entries."]
