from __future__ import annotations

from qualtool.analysis import expectations as looked_at
from qualtool.analysis import history
from qualtool.operations import expectations, themes
from qualtool.store.project import Project
from tests.operations.rich import Rich


def test_an_expectation_stands_beside_the_themes_it_is_held_against(
    rich: tuple[Project, Rich],
) -> None:
    project, r = rich
    with project.edit("note_expectation") as session:
        memo = expectations.note(session, "At alt tar tid", coder_id=r.anne, date="2024-01-10")
    for theme, stands, note in (
        (r.structure, "contradicts", ""),
        (r.culture, "supports", "særlig: på skolen"),
        (r.structure, "not_seen", ""),
    ):
        with project.edit("hold_expectation") as session:
            expectations.hold(session, memo, theme, stands, note)
    with project.read() as session:
        (found,) = looked_at.expectations(session)
        words = [history.worded(step) for step in history.steps(session)[:4]]
        ((same, held),) = looked_at.against(session, r.culture)
        assert looked_at.against(session, r.local) == []
    assert same == found
    assert (found.text, found.date, found.coder) == ("At alt tar tid", "2024-01-10", "Anne")
    assert not found.before_coding, "there are codings already"
    assert [(each.theme, each.stands, each.note) for each in found.held] == [
        ("Kultur", "supports", "særlig: på skolen"),
        ("Struktur", "not_seen", ""),
    ]
    assert held.note == "særlig: på skolen"
    assert words == [
        "Did not see the expectation “At alt tar tid” in “Struktur”",
        "Found that “Kultur” supports the expectation “At alt tar tid”",
        "Found that “Struktur” contradicts the expectation “At alt tar tid”",
        "Noted the expectation “At alt tar tid”",
    ]


def test_what_is_noted_before_anything_is_coded_is_marked_so(project: Project) -> None:
    with project.edit("note_expectation") as session:
        expectations.note(session, "At ledelsen mangler")
    with project.read() as session:
        (found,) = looked_at.expectations(session)
    assert found.before_coding
    assert found.held == ()


def test_an_expectation_held_against_two_themes_that_are_merged_stands_once(
    rich: tuple[Project, Rich],
) -> None:
    project, r = rich
    with project.edit("note_expectation") as session:
        memo = expectations.note(session, "At alt tar tid")
        expectations.hold(session, memo, r.culture, "supports")
        expectations.hold(session, memo, r.structure, "contradicts")
    with project.edit("merge_themes") as session:
        themes.merge(session, [r.structure], r.culture)
    with project.read() as session:
        (found,) = looked_at.expectations(session)
    assert [each.theme_id for each in found.held] == [r.culture]
    with project.edit("hold_expectation") as session:
        expectations.hold(session, memo, r.culture, None)
    with project.read() as session:
        assert looked_at.expectations(session)[0].held == ()
