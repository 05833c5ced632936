from __future__ import annotations

from pathlib import Path

from qualtool.analysis.cases import cases
from qualtool.core.report import Heading, Line, Margined, Report
from qualtool.core.source import Source, Speaker, Turn
from qualtool.operations import coding, consent, documents
from qualtool.operations.cases import tie
from qualtool.reports import coded_transcript
from qualtool.reports.options import Options
from tests.reports.invented import ONE, TWO, Study, coded_study, name_nobody, study


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


def test_where_nobody_knows_who_of_them_speaks_one_withdrawal_closes_what_they_say(
    tmp_path: Path,
) -> None:
    made = coded_study(tmp_path)
    said = ("Hva mener dere?", "Vi er enige om dette.", "Nei, ikke jeg.", "Jo, det er vi.")
    text = "\n".join(said)
    starts = [text.index(each) for each in said]
    turns = tuple(Turn(at, at + len(said[n]), n) for n, at in enumerate(starts))
    others = tuple(Speaker(f"P{n}", "participant") for n in range(3))
    speakers = (Speaker("Intervjuer", "interviewer"), *others)
    with made.edit() as session:
        known = {row.name: row.id for row in cases(session)}
        group = Source(text=text, format="text", speakers=speakers, turns=turns)
        document_id = documents.add(
            session, group, name="Gruppe", language="nb", case_for=[None, "Informant 1", None, None]
        )
        tie(session, document_id, known["Informant 2"])
        consent.withdraw(session, [known["Informant 2"]], "2024-05-01")
    found = [words(each) for each in lines(built(made, document_id=document_id))]
    assert found == [*said[:2], "[…]", "[…]"]


def test_where_nobody_is_named_neither_a_document_nor_a_speaker_is(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    name_nobody(made)
    report = built(made, language="nb")
    assert [each.text for each in report.blocks if isinstance(each, Heading)][1] == "Dokument 1"
    assert {each.aside for each in lines(report)} == {"", "Intervjuer", "Taler 1"}
    assert "Informant" not in str(report)
    assert "Intervju 1" not in str(report)


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
