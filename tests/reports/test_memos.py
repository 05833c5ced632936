"""The memos as a table: which are shown, with what context, and what stays at home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.analysis.cases import cases
from qualtool.analysis.memo_filter import MemoFilter
from qualtool.core.report import Report, cautions, tables
from qualtool.operations import coding, consent, memos
from qualtool.reports import catalogue
from qualtool.reports.memos import build
from qualtool.reports.options import Options
from tests.reports.invented import Study, coded_study, column, heads


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    found = coded_study(tmp_path)
    with found.project.read() as session:
        from qualtool.analysis import excerpts

        first = excerpts.excerpts(session)[0]
    with found.project.edit("x") as session:
        memos.add(
            session,
            text="Først dette.\n\nSå dette.",
            title="Om stedet",
            target="excerpt",
            target_id=first.id,
            date="2024-03-02",
            interpretation="second",
        )
        memos.add(session, text="Om koden.", target="code", target_id=1, date="2024-03-01")
        memos.add(session, text="Om meg.", kind="reflexive", date="2024-02-01")
        memos.add(session, text="Vi slo sammen.", kind="decision", date="2025-01-01")
    yield found
    found.project.close()


def built(made: Study, **options: object) -> Report:
    with made.project.read() as session:
        return build(session, Options(language="en", **options))  # type: ignore[arg-type]  # any


def test_memos_stand_in_the_order_they_were_written_with_their_context(made: Study) -> None:
    report = built(made)
    assert heads(report) == [
        "Date",
        "Kind",
        "Memo",
        "Written on",
        "Excerpt",
        "Codes",
        "Written by",
    ]
    assert column(report, "date") == ["1 March 2024", "2 March 2024", "1 January 2025"]
    assert column(report, "memo")[1] == "Om stedet\nFørst dette.\nSå dette."
    assert column(report, "kind")[1] == "Analytic\nSecond order"
    assert column(report, "passage")[1].startswith("“")
    assert column(report, "codes")[1]
    assert ", paragraph" in column(report, "about")[1]
    assert column(report, "about")[0].startswith("Code: ")
    assert column(report, "about")[2] == "The study"


def test_private_memos_stay_at_home_unless_they_are_asked_for(made: Study) -> None:
    report = built(made)
    assert "Om meg." not in column(report, "memo")
    assert [each.key for each in cautions(report)] == ["private"]
    asked = built(made, memos=MemoFilter())
    assert column(asked, "memo")[0] == "Om meg."
    assert cautions(asked) == ()


def test_a_passage_that_may_not_be_quoted_is_left_out_of_its_memo(made: Study) -> None:
    with made.project.edit("x") as session:
        from qualtool.analysis import excerpts

        coding.set_do_not_quote(session, [excerpts.excerpts(session)[0].id], True)
    report = built(made)
    assert column(report, "passage")[1] == "[may not be quoted]"
    assert {each.key for each in cautions(report)} == {"private", "not_quotable"}


def test_where_nobody_is_named_neither_is_the_document(made: Study) -> None:
    report = built(made, attribution="none")
    assert column(report, "about")[1] == "Excerpt"
    assert column(report, "about")[0].startswith("Code: ")


def test_a_filter_says_which_memos_are_shown(made: Study) -> None:
    report = built(made, memos=MemoFilter(kinds=frozenset({"decision"}), private=False))
    assert column(report, "memo") == ["Vi slo sammen."]
    assert heads(report) == ["Date", "Kind", "Memo", "Written on", "Written by"]


def test_memos_may_stand_under_a_heading_for_each_kind(made: Study) -> None:
    (table,) = tables(built(made, headed=True))
    assert [(group.title, len(group.rows)) for group in table.groups] == [
        ("Analytic", 2),
        ("Decision", 1),
    ]


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "html", "md"])
def test_memos_are_written_to_every_kind_of_file(made: Study, ending: str) -> None:
    assert catalogue.write(built(made), ending)
    empty = built(made, memos=MemoFilter(words="finnes ikke"))
    assert catalogue.write(empty, ending)


def test_who_is_without_consent_is_not_named_by_what_a_memo_is_on(made: Study) -> None:
    with made.project.read() as session:
        (who,) = [row.id for row in cases(session) if row.name == "Informant 1"]
    with made.edit() as session:
        memos.add(session, text="Om en av dem.", target="case", target_id=who, date="2024-04-01")
    assert "Case: Informant 1" in column(built(made), "about")
    assert any("Intervju 1" in each for each in column(built(made), "about"))
    with made.edit() as session:
        consent.withdraw(session, [who], "2024-05-01")
    said = column(built(made), "about")
    assert not any("Informant 1" in each or "Intervju 1" in each for each in said)
    assert "Case" in said
