"""The phase log, the readings and the answers of self-review, as they are noted."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from qualtool.core.errors import QualtoolError
from qualtool.operations import reading_through, self_review, work_phases
from qualtool.store.project import Project
from qualtool.store.schema import Document, ReadThrough, SelfReview, WorkPhase


def test_a_phase_is_entered_today_unless_said_otherwise(project: Project) -> None:
    with project.edit("enter_phase") as session:
        first = work_phases.enter(session, "coding", note="Runde 1")
        again = work_phases.enter(session, "coding", date_from="2024-03-01", date_to="2024-03-04")
        row = session.get_one(WorkPhase, first)
        assert (row.date_from, row.date_to, row.position) == (work_phases.today(), None, 0)
        assert session.get_one(WorkPhase, again).position == 1
        work_phases.change_entry(session, again, date_to="", note="Runde 2")
        assert session.get_one(WorkPhase, again).date_to is None
        assert session.get_one(WorkPhase, again).date_from == "2024-03-01"
        work_phases.remove(session, [first, again])
        assert session.scalars(select(WorkPhase)).all() == []


@pytest.mark.parametrize(
    ("first", "last", "key"),
    [("uke 3", "", "day_unknown"), ("2024-03-04", "2024-03-01", "days_turned")],
)
def test_days_that_cannot_be_are_refused(project: Project, first: str, last: str, key: str) -> None:
    with pytest.raises(QualtoolError) as refused, project.edit("enter_phase") as session:
        work_phases.enter(session, "coding", date_from=first, date_to=last)
    assert refused.value.key == key


def test_each_reading_counts_and_the_last_can_be_taken_back(project: Project) -> None:
    with project.edit("read_through") as session:
        session.add(Document(name="Notat"))
        session.flush()
        document = session.scalars(select(Document.id)).one()
        reading_through.note(session, document)
        reading_through.note(session, document, kind="checked")
        reading_through.take_back_last(session, document)
        kinds = session.scalars(select(ReadThrough.kind)).all()
        assert kinds == ["read"]
        reading_through.take_back_last(session, document)
        reading_through.take_back_last(session, document)
        with pytest.raises(ValueError, match="no such kind"):
            reading_through.note(session, document, kind="skimmed")


def test_an_answer_is_written_once_and_goes_when_emptied(project: Project) -> None:
    for text, kept in (("Ja.", ["Ja."]), ("Ja, to ganger.", ["Ja, to ganger."]), (" \n", [])):
        with project.edit("answer_review") as session:
            self_review.answer(session, "reading", text)
            assert list(session.scalars(select(SelfReview.text))) == kept
