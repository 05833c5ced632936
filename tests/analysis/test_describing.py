"""Figures for a method chapter, what disagrees, and documents in the grid."""

from __future__ import annotations

from qualtool.analysis import coded_cases, disagreements, figures, grid, history
from qualtool.analysis.cases import cases as case_rows
from qualtool.analysis.odd_documents import clock
from qualtool.core.source import Anchor, Source, Speaker, Turn
from qualtool.operations import (
    activities,
    answers,
    attribute_values,
    attributes,
    cases,
    coded_attribute,
    coders,
    codes,
    coding,
    consent,
    documents,
    phases,
)
from qualtool.store.describing_rows import FigureRow
from qualtool.store.project import Project, Session
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def short(row: FigureRow) -> tuple[str, str, str, int, int, int]:
    of = row.figure
    return (row.kind, row.case_kind, row.phase, of.documents, of.duration_ms, of.cases)


def test_there_is_a_figure_for_everything_and_for_each_kind(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        found = figures.figures(session)
    assert short(found.everything) == ("", "", "", 3, 120_000, 4)
    assert found.everything.figure.timed == 2
    assert found.everything.figure.words > 40
    assert (found.everything.figure.date_from, found.everything.figure.date_to) == (
        "2021-11-04", "2021-11-05",
    )  # fmt: skip
    assert [short(row) for row in found.by_kind] == [
        ("interview", "", "", 1, 60_000, 1),
        ("focus_group", "", "", 1, 60_000, 2),
        ("other", "", "", 1, 0, 1),
    ]
    assert [short(row) for row in found.by_case_kind] == [
        ("", "participant", "", 2, 120_000, 3),
        ("", "office", "", 1, 0, 1),
    ]
    assert [row.document_ids for row in found.by_kind] == [(r.interview,), (r.group,), (r.notes,)]


def test_there_is_a_figure_for_each_phase_and_for_what_is_in_none(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        documents.describe(session, r.group, date="2030")
        found = figures.figures(session)
    assert [(row.phase_id, *short(row)[:4]) for row in found.by_phase[r.scheme]] == [
        (r.phase, "interview", "", "Oppstart", 1),
        (r.second_phase, "other", "", "Drift", 1),
        (0, "focus_group", "", "", 1),
    ]


def test_an_empty_study_has_figures_of_nothing(project: Project) -> None:
    with project.read() as session:
        found = figures.figures(session)
        assert disagreements.disagreements(session) == []
    assert short(found.everything) == ("", "", "", 0, 0, 0)
    assert found.everything.figure.date_from is None
    assert (found.by_kind, found.by_case_kind, dict(found.by_phase)) == ((), (), {})


def told(session: Session) -> dict[str, list[tuple[str, int, str]]]:
    return {
        each.key: [(about.target, about.id, about.detail) for about in each.about]
        for each in disagreements.disagreements(session)
    }


def test_what_is_missing_names_what_it_is_missing_from(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        found = disagreements.disagreements(session)
        assert told(session) == {
            "document_undated": [("document", r.notes, "")],
            "participant_without_consent": [("case", 2, ""), ("case", 3, "")],
            "phase_none": [("activity", r.meeting, "Faser")],
        }
    assert [each.message for each in found][:2] == [
        "1 document has no date.",
        "No consent is noted for 2 participants.",
    ]


def test_dates_that_cannot_be_are_told_from_those_that_cannot_be_read(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        documents.describe(session, r.interview, date="31.2.2022")
        documents.describe(session, r.group, date="en gang")
        second = activities.add(session, name="To", date="30.2.2022", number="1")
        third = activities.add(session, name="Tre", date="snart", number=" 1 ")
        fourth = activities.add(session, name="Fire")
        consent.note(session, [r.informant], date="31.4.2022", withdrawn="31.6.2022")
        found = told(session)
    assert found["document_date_impossible"] == [("document", r.interview, "31.2.2022")]
    assert found["document_date_unreadable"] == [("document", r.group, "en gang")]
    assert found["activity_date_impossible"] == [("activity", second, "30.2.2022")]
    assert found["activity_date_unreadable"] == [("activity", third, "snart")]
    assert found["activity_undated"] == [("activity", fourth, "")]
    assert found["number_twice"] == [("activity", second, "1"), ("activity", third, " 1 ")]
    assert found["consent_date_impossible"] == [
        ("case", r.informant, "31.4.2022"),
        ("case", r.informant, "31.6.2022"),
    ]
    assert found["coded_without_consent"] == [("case", r.informant, "2")]


def test_interviews_and_participants_that_hang_loose_are_told(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        documents.describe(session, r.interview, duration_ms=None)
        documents.describe(session, r.group, duration_ms=3_000)
        cases.untie(session, r.interview, r.informant)
        late = documents.add(
            session,
            Source("Hei.", "text", anchors=(Anchor(0, 3_723_000),), facts={"duration_ms": 60_000}),
            name="Sen",
            kind="minutes",
        )
        found = told(session)
    assert found["duration_missing"] == [("document", r.interview, "")]
    assert found["interview_without_case"] == [("document", r.interview, "")]
    assert found["participant_without_document"] == [("case", r.informant, "")]
    assert found["stamp_beyond_duration"] == [("document", late, "1:02:03 > 1:00")]


def test_values_outcomes_phases_and_answers_that_disagree_are_told(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        attribute_values.set_values(session, r.size, [r.office], "mange")
        documents.describe(session, r.notes, date="mai 2022")
        activities.describe(session, r.meeting, date="juni 2022")
        documents.describe(session, r.interview, date="desember 2021–januar 2022")
        answers.set_state(session, r.question, r.interview, "not_asked")
        phase = phases.add(session, r.scheme, "Siden")
        found = told(session)
    assert found["values_unfit"] == [("attribute", r.size, "1")]
    assert found["document_before_activity"] == [("document", r.notes, "mai 2022 < juni 2022")]
    assert found["phase_undated"] == [("phase", phase, "Faser")]
    assert found["phase_straddled"] == [
        ("document", r.interview, "Oppstart"),
        ("document", r.interview, "Drift"),
    ]
    assert found["answered_though_not_asked"] == [
        ("document", r.interview, "1 Hva tenker du om møtene?")
    ]


def test_a_scheme_without_phases_leaves_nothing_outside(project: Project) -> None:
    with project.edit("x") as session:
        phases.add_scheme(session, "Tom")
        activities.add(session, name="Møte", date="2024")
        assert told(session) == {}


def test_a_time_in_a_recording_is_worded_as_a_player_does() -> None:
    assert [clock(ms) for ms in (0, 61_000, 3_600_000)] == ["0:00", "1:01", "1:00:00"]


def test_documents_have_a_grid_of_their_own(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        taped = attributes.add(session, "Opptak", target="document", kind="yes_no")
        attribute_values.set_values(session, taped, [r.interview], "kanskje")
        found = grid.documents_grid(session)
    assert [each.name for each in found.attributes] == ["Opptak"]
    assert [(row.name, row.kind, dict(row.values), row.unfit) for row in found.rows] == [
        ("Intervju 1", "interview", {taped: "kanskje"}, frozenset({taped})),
        ("Fokusgruppe", "focus_group", {}, frozenset()),
        ("Notat", "other", {}, frozenset()),
    ]


def test_the_grid_of_cases_is_the_tree_read_downwards(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        found = grid.cases_grid(session)
    assert [(row.name, row.depth, row.documents, row.consent) for row in found.rows] == [
        ("Intervju 1", 0, 1, "given"),
        ("Berit", 0, 1, "none"),
        ("Carl", 0, 1, "none"),
        ("Fylket", 0, 0, "none"),
        ("Kontoret", 1, 1, "none"),
    ]
    assert found.rows[-1].values == {r.size: "40"}


def test_a_code_becomes_an_attribute_of_the_cases_it_is_found_with(project: Project) -> None:
    source = Source(
        "Vi sitter sammen.\nVi sitter hver for oss.",
        "text",
        speakers=(Speaker("Ada", "participant"), Speaker("Bo", "participant")),
        turns=(Turn(0, 17, 0), Turn(18, 41, 1)),
    )
    with project.edit("import_documents") as session:
        coder = coders.ensure(session, "Marte")
        document = documents.add(session, source, name="Samtale")
        code = codes.add(session, "samlokalisert")
        coding.apply(session, document, 3, 16, [code], coder_id=coder)
        cases.ensure(session, "Uten dokument")
    with project.edit("make_attribute") as session:
        found, rest = coded_cases.with_and_without(session, code)
        coded_attribute.make(session, code, with_code=found, without=rest)
    with project.read() as session:
        told = {row.name: dict(row.attributes) for row in case_rows(session)}
        (step, *_older) = history.steps(session)
        assert history.worded(step) == (
            "Made the attribute “samlokalisert” from the code “samlokalisert”"
        )
    assert told == {
        "Ada": {"samlokalisert": "ja"},
        "Bo": {"samlokalisert": "nei"},
        "Uten dokument": {},
    }
