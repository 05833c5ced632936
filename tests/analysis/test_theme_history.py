from __future__ import annotations

from qualtool.analysis import theme_history
from qualtool.operations import decisions, theme_fits, theme_states, themes
from qualtool.store.project import Project
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def events(project: Project, theme_id: int) -> list[theme_history.ThemeEvent]:
    with project.read() as session:
        return theme_history.events(session, theme_id)


def test_each_rewording_keeps_what_was_said_before_it(rich: Furnished) -> None:
    project, r = rich
    for words in ("først", "så", "til slutt"):
        with project.edit("describe_theme") as session:
            themes.describe(session, r.culture, concept=words)
    told = events(project, r.culture)
    assert [event.before for event in told[:3]] == [
        (("concept", "så"),),
        (("concept", "først"),),
        (),
    ]
    assert told[0].words == "Changed the description of the theme “Kultur”"
    assert {event.coder for event in told} <= {"", "Anne"}


def test_what_was_taken_back_is_not_told(rich: Furnished) -> None:
    project, r = rich
    before = events(project, r.culture)
    with project.edit("rename_theme") as session:
        themes.rename(session, r.culture, "Vi venter")
    assert len(events(project, r.culture)) == len(before) + 1
    project.undo()
    assert events(project, r.culture) == before
    project.redo()
    assert events(project, r.culture)[0].words == "Renamed the theme “Kultur” to “Vi venter”"


def test_what_came_and_went_is_told_with_the_reason(rich: Furnished) -> None:
    project, r = rich
    with project.edit("place_codes") as session:
        themes.place_codes(session, r.culture, [r.time])
    with project.edit("take_codes_out", reason="handler om noe annet") as session:
        themes.take_codes_out(session, r.culture, [r.time])
    with project.edit("set_theme_state", reason="den bærer") as session:
        theme_states.set_state(session, [r.culture], "kept")
    told = events(project, r.culture)
    assert [(event.words, event.reason) for event in told[:3]] == [
        ("Kept the theme “Kultur”", "den bærer"),
        ("Took “tid” out of the theme “Kultur”", "handler om noe annet"),
        ("Put “tid” under the theme “Kultur”", ""),
    ]
    assert "tid" not in "".join(event.words for event in events(project, r.local))


def test_many_fits_marked_after_each_other_are_told_once(rich: Furnished) -> None:
    project, r = rich
    for excerpt in (r.both, r.lone, r.starred):
        with project.edit("set_fit") as session:
            theme_fits.set_fit(session, r.culture, [excerpt], "fits")
    told = events(project, r.culture)
    assert told[0].words == "Marked how 3 excerpts fit"
    assert told[0].step_id is None
    assert "Marked" not in told[1].words


def test_a_noted_decision_answers_for_the_rewordings_before_it(rich: Furnished) -> None:
    project, r = rich
    with project.edit("describe_theme") as session:
        themes.describe(session, r.culture, concept="først")
    with project.edit("note_decision", reason="for vid") as session:
        decisions.note(session, "theme", r.culture, {"concept": "før"})
    with project.edit("describe_theme") as session:
        themes.describe(session, r.culture, concept="så")
    told = events(project, r.culture)
    assert [event.decided for event in told[:3]] == [False, True, True]
    assert told[1].reason == "for vid"
