from __future__ import annotations

from qualtool.analysis import consent as known
from qualtool.analysis import grid
from qualtool.core.report import cautions
from qualtool.operations import consent
from qualtool.reports import excerpts as report
from qualtool.reports.options import Options
from qualtool.store.project import Project
from qualtool.store.schema import Case, Consent
from tests.operations.asking import rows
from tests.operations.rich import ANSWER, QUESTION, Rich

Furnished = tuple[Project, Rich]


def test_consent_is_noted_changed_and_taken_away(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        consent.note(session, [r.informant, r.office], date=" 3.4.2024 ", given=False)
        consent.note(session, [r.office], scope="opptak")
        consent.note(session, [])
        found = known.consents(session)
    assert (found[r.informant].date, found[r.informant].scope) == ("3.4.2024", "intervju")
    assert (found[r.informant].state, found[r.office].state) == ("refused", "refused")
    with project.edit("x") as session:
        consent.clear(session, [r.informant, r.office])
        consent.clear(session, [])
    assert rows(project, Consent) == []


def test_nobody_is_left_out_as_long_as_nobody_has_withdrawn(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        assert known.closed_cases(session) == []
        assert known.closed_excerpts(session) == frozenset()
        states = {row.id: row.consent for row in grid.cases_grid(session).rows}
    assert (states[r.informant], states[r.office]) == ("given", "none")


def test_the_excerpts_of_who_has_withdrawn_are_known(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        consent.withdraw(session, [r.informant], "")
        (found,) = known.closed_cases(session)
        spans = known.closed_spans(session)
    assert (found.case_id, found.state, found.document_ids) == (
        r.informant, "withdrawn", (r.interview,),
    )  # fmt: skip
    assert len(found.excerpt_ids) == 2
    assert r.both in found.excerpt_ids
    assert list(spans) == [r.interview]
    assert spans[r.interview][0][0] == 0


def test_in_a_group_only_the_turns_of_who_has_withdrawn_are_closed(rich: Furnished) -> None:
    project, r = rich
    at = len(QUESTION) + 1
    with project.edit("x") as session:
        berit = next(row.id for row in session.query(Case) if row.name == "Berit")
        consent.withdraw(session, [berit], "mai 2024")
        (found,) = known.closed_cases(session)
        assert known.closed_spans(session)[r.group] == ((at, at + len(ANSWER)),)
    assert r.lone in found.excerpt_ids
    assert r.direct not in found.excerpt_ids


def test_reports_leave_out_who_has_withdrawn_and_say_so(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        before = report.build(session, Options())
        consent.withdraw(session, [r.informant], "mai 2024")
        after = report.build(session, Options())
    assert "no_consent" not in {each.key for each in cautions(before)}
    (said,) = [each.message for each in cautions(after) if each.key == "no_consent"]
    assert said == "2 excerpts of participants without consent were left out."
