"""Memos, activities, coders and what is said of the study."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.operations import activities, coders, memos, study
from qualtool.store.project import Project
from qualtool.store.schema import Activity, ActivityDocument, Coder, Memo, MemoLink, Study
from tests.operations.asking import excerpt_ids, row, rows
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def test_a_coder_is_made_once_and_has_a_colour(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        assert coders.ensure(session, "ANNE") == r.anne
        coders.ensure(session, "Dina")
    assert [(coder.name, coder.colour) for coder in rows(project, Coder)] == [
        ("Anne", "violet"),
        ("Bo", "blue"),
        ("Dina", "green"),
    ]


def test_two_coders_have_two_names(rich: Furnished) -> None:
    project, r = rich
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        coders.rename(session, r.bo, "anne")
    assert told.value.key == "coder_exists"


def test_a_memo_is_dated_today_and_a_reflexive_one_is_private(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        made = memos.add(session, text="x", kind="reflexive", coder_id=r.anne)
        shared = memos.add(session, text="x", kind="reflexive", private=False, date="2024-01-02")
    memo, other = row(project, Memo, made), row(project, Memo, shared)
    assert memo is not None
    assert other is not None
    assert memo.date == datetime.now(UTC).astimezone().date().isoformat()
    assert (memo.private, other.private, other.date) == (True, False, "2024-01-02")


def test_a_memo_must_be_of_a_kind_and_about_what_is_there(rich: Furnished) -> None:
    project, r = rich
    with pytest.raises(ValueError, match="gossip"), project.edit("x") as session:
        memos.add(session, text="x", kind="gossip")
    with pytest.raises(ValueError, match="gossip"), project.edit("x") as session:
        memos.edit(session, r.memo, kind="gossip")
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        memos.add(session, text="x", target="theme", target_id=999)
    assert told.value.key == "gone"


def test_a_memo_is_edited_in_place(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        memos.edit(session, r.memo, text="ny tanke", title="Om noe")
    memo = row(project, Memo, r.memo)
    assert memo is not None
    assert (memo.text, memo.title, memo.kind) == ("ny tanke", "Om noe", "analytic")


def test_a_removed_memo_takes_its_ties_and_an_empty_excerpt(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        memos.remove(session, [])
        memos.remove(session, [r.memo, r.excerpt_memo])
    assert not [link for link in rows(project, MemoLink) if link.memo_id == r.excerpt_memo]
    assert r.starred in excerpt_ids(project)
    with project.edit("x") as session:
        made = memos.add(session, text="x", target="excerpt", target_id=r.lone)
        from qualtool.operations import coding

        coding.remove(session, [r.lone_coding])
        memos.remove(session, [made])
    assert r.lone not in excerpt_ids(project)


def test_a_memo_on_a_passage_makes_it_an_excerpt_once(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        first = memos.add_on_passage(session, r.notes, 5, 9, text="her")
        second = memos.add_on_passage(session, r.notes, 5, 9, text="og her", kind="method")
    links = {link.memo_id: link.excerpt_id for link in rows(project, MemoLink)}
    assert links[first] == links[second] is not None
    with pytest.raises(QualtoolError, match="passage"), project.edit("x") as session:
        memos.add_on_passage(session, r.notes, 5, 9999, text="utenfor")


def test_a_memo_tied_to_something_else_leaves_an_empty_excerpt(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        made = memos.add_on_passage(session, r.notes, 5, 9, text="her")
    (old,) = [link.excerpt_id for link in rows(project, MemoLink) if link.memo_id == made]
    with project.edit("x") as session:
        memos.tie(session, [made], "theme", r.structure)
    (link,) = [link for link in rows(project, MemoLink) if link.memo_id == made]
    assert (link.theme_id, link.excerpt_id) == (r.structure, None)
    assert old not in excerpt_ids(project)
    with project.edit("x") as session:
        memos.tie(session, [made], None)
    assert not [link for link in rows(project, MemoLink) if link.memo_id == made]
    with pytest.raises(QualtoolError), project.edit("x") as session:
        memos.tie(session, [made], "theme", 999)


def test_a_memo_that_becomes_reflexive_becomes_private(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        memos.edit(session, r.memo, kind="reflexive")
    memo = row(project, Memo, r.memo)
    assert memo is not None
    assert memo.private
    with project.edit("x") as session:
        memos.edit(session, r.memo, kind="reflexive", private=False)
    memo = row(project, Memo, r.memo)
    assert memo is not None
    assert not memo.private


def test_an_activity_keeps_its_date_as_written_and_sortable(rich: Furnished) -> None:
    project, r = rich
    (activity,) = rows(project, Activity)
    assert (activity.date, activity.date_from, activity.date_to) == (
        "høsten 2023",
        "2023-09-01",
        "2023-11-30",
    )
    assert [each.document_id for each in rows(project, ActivityDocument)] == [r.notes]
    with project.edit("x") as session:
        activities.add(session, name="Neste", number="2")
    assert rows(project, Activity)[-1].position == 1


def test_the_study_cannot_lose_its_name(rich: Furnished) -> None:
    project, _r = rich
    with pytest.raises(QualtoolError), project.edit("x") as session:
        study.describe(session, name=" ")
    with project.edit("x") as session:
        study.describe(session, citation="time")
    assert [(each.name, each.citation) for each in rows(project, Study)] == [("En studie", "time")]
