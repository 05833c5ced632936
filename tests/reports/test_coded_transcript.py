from __future__ import annotations

from pathlib import Path

from qualtool.analysis.cases import cases
from qualtool.core.report import Heading, Line, Margined, Report
from qualtool.operations import coding, consent, documents
from qualtool.reports import coded_transcript
from qualtool.reports.options import Options
from tests.reports.invented import ONE, TWO, Study, coded_study, study


def built(made: Study, **options: object) -> Report:
    with made.project.read() as session:
        return coded_transcript.build(session, Options(**options))  # type: ignore[arg-type]


def lines(report: Report) -> list[Line]:
    return [line for each in report.blocks if isinstance(each, Margined) for line in each.lines]


def words(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def test_each_line_has_its_number_its_speaker_and_its_codes(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    report = built(made, language="nb", document_id=made.documents["Intervju 1"][0])
    assert [each.text for each in report.blocks if isinstance(each, Heading)][1:] == ["Intervju 1"]
    found = lines(report)
    assert [words(each) for each in found] == list(ONE)
    assert [each.number for each in found] == ["1", "2", "3", "4", "5"]
    assert [each.aside for each in found] == ["Intervjuer", *["Informant 1"] * 4]
    assert [mark.text for mark in found[1].margin] == ["alltid slik −", "håp −", "alltid slik"]
    assert found[1].runs[0].tint
    assert not found[0].margin
    assert not found[4].runs[0].tint


def test_a_label_that_may_be_a_name_is_never_printed(tmp_path: Path) -> None:
    report = built(coded_study(tmp_path))
    said = str(report)
    assert "Ola" not in said
    assert "Kari" not in said


def test_what_may_not_be_quoted_is_left_out_of_the_line(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.edit() as session:
        excerpt_id = made.excerpt(session, "Intervju 1", "Navnet mitt")
        coding.set_do_not_quote(session, [excerpt_id], True)
    report = built(made, document_id=made.documents["Intervju 1"][0])
    assert words(lines(report)[4]) == "[…] må dere ikke bruke."
    assert "words_hidden" in [each.key for each in report.cautions]


def test_a_document_that_may_not_be_quoted_is_left_out(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.edit() as session:
        documents.describe(session, made.documents["Intervju 1"][0], quoting_allowed=False)
        (who,) = [row.id for row in cases(session) if row.name == "Informant 2"]
        consent.withdraw(session, [who], "2024-05-01")
    report = built(made, language="nb")
    assert not set(ONE) & {words(each) for each in lines(report)}
    assert not set(TWO) & {words(each) for each in lines(report)}
    assert report.cautions[0].message.startswith("2 ")


def test_long_turns_are_numbered_as_they_are_cited(tmp_path: Path) -> None:
    made = study(tmp_path)
    long = "Vi møttes, og så møttes vi igjen. " * 20
    with made.edit() as session:
        from tests.reports.invented import interview

        document_id = documents.add(session, interview(("Og?", long), "Liv"), name="Lang")
        made.documents["Lang"] = (document_id, f"Og?\n{long}")
        made.code(session, "Lang", "igjen. Vi møttes, og så møttes vi igjen. Vi", "tid")
    found = lines(built(made, document_id=document_id, language="nn"))
    assert len(found) > 8
    assert max(len(words(each)) for each in found) <= 72
    assert [each.aside for each in found[1:]][1:] == [""] * (len(found) - 2)
    assert " ".join(words(each) for each in found[1:]) == long.strip()
    assert sum(bool(each.margin) for each in found) == 1
    assert found[1].runs[0].language == "nb"


def test_without_documents_it_says_so(tmp_path: Path) -> None:
    made = study(tmp_path)
    with made.edit() as session:
        documents.remove(session, [each for each, _text in made.documents.values()])
    assert not lines(built(made))
