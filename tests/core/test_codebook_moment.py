from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.codebook_moment import (
    CHANGES,
    Difference,
    Label,
    Moment,
    compared,
    packed,
    unpacked,
)

TIME = Label("t", "code", "tid", excerpts=4)
FORM = Label("f", "code", "skjema", above="t", state="in_use")
HABITS = Label("h", "theme", "vaner", state="candidate", words="Det vante.", codes=("t", "f"))
BEFORE = Moment((TIME, FORM, HABITS))


def test_nothing_has_changed_where_nothing_was_done() -> None:
    assert compared(BEFORE, unpacked(packed(BEFORE))) == ()


def test_every_change_is_told_with_how_it_was_and_is() -> None:
    after = Moment(
        (
            replace(TIME, name="knapp tid", excerpts=9),
            Label("n", "code", "ny"),
            replace(
                HABITS, above="x", state="kept", words="Det som alltid var slik.", codes=("n", "t")
            ),
            Label("x", "theme", "kultur"),
        )
    )
    assert compared(BEFORE, after) == (
        Difference("code", "gone", "skjema"),
        Difference("code", "renamed", "knapp tid", "tid", "knapp tid"),
        Difference("code", "grown", "knapp tid", "4", "9"),
        Difference("code", "made", "ny"),
        Difference("theme", "moved", "vaner", "", "kultur"),
        Difference("theme", "state", "vaner", "candidate", "kept"),
        Difference("theme", "redefined", "vaner", "Det vante.", "Det som alltid var slik."),
        Difference("theme", "codes", "vaner", "skjema", "ny"),
        Difference("theme", "made", "kultur"),
    )
    assert {each.change for each in compared(BEFORE, after)} == set(CHANGES) - {"merged"}


def test_what_was_merged_is_told_from_what_is_gone_however_often_it_was() -> None:
    after = Moment((HABITS,), merged={"t": "f", "f": "h"})
    assert [each for each in compared(BEFORE, after) if each.change in ("gone", "merged")] == [
        Difference("code", "merged", "tid", after="vaner"),
        Difference("code", "merged", "skjema", after="vaner"),
    ]
    around = Moment((HABITS,), merged={"t": "f", "f": "t"})
    assert {each.change for each in compared(BEFORE, around)} >= {"gone"}
    noted = replace(after, note="Etter møtet")
    assert unpacked(packed(noted)) == noted


def test_what_a_later_program_adds_is_left_out() -> None:
    words = packed(BEFORE).replace('"guid":"t"', '"guid":"t","mood":"calm"')
    words = words.replace('"labels":[', '"labels":[{"kind":"memo","guid":"m"},')
    assert unpacked(words) == BEFORE
    assert unpacked("") == Moment()


names = st.text(max_size=8)
labels = st.builds(
    Label,
    guid=st.text("abcd", min_size=1, max_size=2),
    kind=st.sampled_from(["code", "theme"]),
    name=names,
    above=names,
    state=names,
    words=names,
    excerpts=st.integers(0, 9),
    codes=st.lists(st.text("abcd", max_size=2)).map(tuple),
)
moments = st.lists(labels, unique_by=lambda each: each.guid).map(lambda each: Moment(tuple(each)))


@given(moments)
def test_a_moment_comes_back_as_it_was_kept(moment: Moment) -> None:
    assert unpacked(packed(moment)) == moment
    assert compared(moment, moment) == ()


@given(moments, moments)
def test_what_came_and_what_went_are_each_told_once(before: Moment, after: Moment) -> None:
    found = compared(before, after)
    made = [each for each in found if each.change == "made"]
    gone = [each for each in found if each.change == "gone"]
    assert len(after.labels) - len(made) == len(before.labels) - len(gone)
