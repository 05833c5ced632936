"""Excerpts split and resized: nothing is lost, and nobody else's work is moved."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualtool.analysis import history
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from qualtool.operations import codes, coding, documents, memos, resizing, splitting
from qualtool.store.project import Project, open_project
from qualtool.store.schema import Code, Coding, Excerpt, MemoLink, ThemeExcerpt
from tests.operations.asking import excerpt_ids, row, rows
from tests.operations.dumping import dump
from tests.operations.rich import ANSWER, QUESTION, Rich

Furnished = tuple[Project, Rich]
AT = len(QUESTION) + 1


def words(project: Project, excerpt_id: int) -> str:
    """What an excerpt of the first interview says."""
    found = row(project, Excerpt, excerpt_id)
    assert found is not None
    text = f"{QUESTION}\n{ANSWER}"
    return text[found.start : found.end]


def codings(project: Project, excerpt_id: int) -> list[tuple[int, int | None, str | None, str]]:
    """Code, coder, valence and comment of the codings of an excerpt."""
    return sorted(
        (each.code_id, each.coder_id, each.valence, each.comment)
        for each in rows(project, Coding)
        if each.excerpt_id == excerpt_id
    )


@pytest.mark.parametrize("never", [False, True])
def test_both_parts_have_all_codings_and_stand_where_the_whole_stood(
    rich: Furnished, never: bool
) -> None:
    project, r = rich
    whole = codings(project, r.both)
    with project.edit("x") as session:
        mark = coding.set_do_not_quote if never else coding.set_star
        mark(session, [r.both], True)
        coding.set_depth(session, [r.consent_coding], "latent")
    with project.edit("split_excerpt") as session:
        first, second = splitting.split(session, r.both, AT + 10)
    assert (words(project, first), words(project, second)) == (
        "Jeg tenker",
        "at samtykke er vanskelig.",
    )
    assert first == r.both
    assert codings(project, first) == codings(project, second) == whole
    for part in (first, second):
        found = row(project, Excerpt, part)
        assert found is not None
        assert (found.starred, found.do_not_quote, found.display_text) == (
            not never,
            never,
            None,
        )
        depths = {c.code_id: c.depth for c in rows(project, Coding) if c.excerpt_id == part}
        assert depths[r.secrecy] is None
    placed = [each for each in rows(project, ThemeExcerpt) if each.theme_id == r.culture]
    placed.sort(key=lambda each: each.position)
    assert [each.excerpt_id for each in placed] == [r.direct, first, second]
    assert [each.position for each in placed] == [0, 1, 2]


def test_memos_and_the_typical_example_stay_with_the_first_part(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        memos.add(session, text="x", target="excerpt", target_id=r.both)
        codes.describe(session, r.time, example_excerpt_id=r.both)
        first, second = splitting.split(session, r.both, AT + 10)
    of_first = {each.id for each in rows(project, Coding) if each.excerpt_id == first}
    links = rows(project, MemoLink)
    assert [link.excerpt_id for link in links if link.excerpt_id] == [r.starred, first]
    assert [link.coding_id for link in links if link.coding_id] == [r.secrecy_coding]
    assert r.secrecy_coding in of_first
    code = row(project, Code, r.time)
    assert code is not None
    assert code.example_excerpt_id == first
    assert second != first


@pytest.mark.parametrize("at", [-5, AT - 1, AT, AT + 36, AT + 37, 10_000])
def test_an_excerpt_is_not_split_at_its_ends_or_outside(rich: Furnished, at: int) -> None:
    project, r = rich
    before = dump(project)
    with pytest.raises(QualtoolError, match="between two words") as told, project.edit("x") as s:
        splitting.split(s, r.both, at)
    assert told.value.key == "split_place"
    assert dump(project) == before


def test_a_part_with_the_span_of_another_excerpt_goes_into_it(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.apply(session, r.interview, AT, AT + 10, [r.consent], coder_id=r.anne, comment="her")
    twin = max(excerpt_ids(project))
    with project.edit("x") as session:
        first, _second = splitting.split(session, r.both, AT + 10)
    assert first == twin
    assert r.both not in excerpt_ids(project)
    assert codings(project, twin) == [
        (r.consent, r.anne, "barrier", "her"),
        (r.consent, r.bo, None, "uenig"),
        (r.secrecy, r.anne, "barrier", ""),
    ]


def test_what_another_coder_has_coded_stays_whole(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        first, second = splitting.split(session, r.both, AT + 10, by=r.anne)
    assert r.both not in (first, second)
    assert codings(project, r.both) == [(r.consent, r.bo, None, "uenig")]
    found = row(project, Excerpt, r.both)
    assert found is not None
    assert (found.start, found.end) == (AT, AT + 36)
    assert found.display_text is not None
    assert codings(project, first) == codings(project, second)
    assert {coder for _code, coder, _valence, _comment in codings(project, first)} == {r.anne}


def test_a_coder_who_moves_an_end_moves_no_coding_of_another(rich: Furnished) -> None:
    project, r = rich
    with project.edit("resize_excerpt") as session:
        mine = coding.resize(session, r.both, AT, AT + 10, by=r.bo)
    assert mine != r.both
    assert codings(project, mine) == [(r.consent, r.bo, None, "uenig")]
    assert len(codings(project, r.both)) == 2
    found = row(project, Excerpt, r.both)
    assert found is not None
    assert (found.start, found.end) == (AT, AT + 36)


def test_an_excerpt_that_is_one_coders_is_resized_itself(rich: Furnished) -> None:
    project, r = rich
    with project.edit("resize_excerpt") as session:
        assert coding.resize(session, r.lone, AT, AT + 10, by=r.bo) == r.lone
        # A coder who chooses what only another has coded means that.
        assert coding.resize(session, r.lone, AT, AT + 12, by=r.anne) == r.lone


def test_the_history_says_that_an_edited_form_is_dropped(rich: Furnished) -> None:
    project, r = rich
    with project.edit("split_excerpt") as session:
        splitting.split(session, r.both, AT + 10)
    with project.edit("resize_excerpt") as session:
        resizing.resize(session, r.lone, AT, AT + 12)
    with project.read() as session:
        newest, before = history.steps(session, limit=2)
    assert "edited form" not in history.worded(newest)
    assert history.worded(before).endswith("its edited form was dropped")


@pytest.mark.parametrize("depth", ["deep", "", "Latent"])
def test_a_depth_is_semantic_or_latent(rich: Furnished, depth: str) -> None:
    project, r = rich
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        coding.set_depth(session, [r.lone_coding], depth)
    assert told.value.key == "depth_unknown"


def test_depth_is_set_on_several_and_taken_away(rich: Furnished) -> None:
    project, r = rich
    both = [r.lone_coding, r.consent_coding]
    for depth in ("latent", "semantic", None):
        with project.edit("set_depth") as session:
            coding.set_depth(session, both, depth)
        found = [row(project, Coding, each) for each in both]
        assert [each.depth for each in found if each] == [depth, depth]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    at=st.integers(AT - 3, AT + 40),
    start=st.integers(AT - 5, AT + 60),
    length=st.integers(1, 30),
    by=st.sampled_from(["anne", "bo", None]),
)
def test_other_excerpts_keep_their_words_and_the_parts_are_the_whole(
    rich: Furnished, at: int, start: int, length: int, by: str | None
) -> None:
    project, r = rich
    coder = getattr(r, by) if by else None
    folder = Path(tempfile.mkdtemp())
    shutil.copy(project.path, folder / "p.qualtool")
    copied = open_project(folder / "p.qualtool")
    try:
        others = {
            each.id: (each.document_id, each.start, each.end)
            for each in rows(copied, Excerpt)
            if each.id != r.both
        }
        whole = words(copied, r.both)
        try:
            with copied.edit("split_excerpt") as session:
                parts = splitting.split(session, r.both, at, by=coder)
        except QualtoolError:
            assert not whole[: max(0, at - AT)].strip() or not whole[max(0, at - AT) :].strip()
        else:
            assert "".join("".join(words(copied, p) for p in parts).split()) == "".join(
                whole.split()
            )
            assert all(words(copied, p) == words(copied, p).strip() for p in parts)
            with copied.edit("resize_excerpt") as session:
                resizing.resize(session, parts[0], start, start + length, by=coder)
        kept = {each.id: (each.document_id, each.start, each.end) for each in rows(copied, Excerpt)}
        assert {each: kept[each] for each in others} == others
        coded = [(c.excerpt_id, c.code_id, c.coder_id) for c in rows(copied, Coding)]
        assert len(coded) == len(set(coded)), "no coding is doubled"
    finally:
        copied.close()
        shutil.rmtree(folder)


def test_no_character_is_divided(rich: Furnished) -> None:
    project, r = rich
    text = "Han lo 👩\u200d🏫 høyt."
    with project.edit("x") as session:
        made = documents.add(session, Source(text=text, format="text"), name="Lo")
        (coded,) = coding.apply(session, made, 0, len(text), [r.time], coder_id=r.anne)
    found = row(project, Coding, coded)
    assert found is not None
    for at in (8, 9):
        with pytest.raises(QualtoolError, match="between two words"), project.edit("x") as session:
            splitting.split(session, found.excerpt_id, at)
