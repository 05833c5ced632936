"""Memos with what they are on, those that fit a filter, and where a sign shows that there are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualtool.analysis import memos
from qualtool.analysis.memo_filter import MemoFilter, fitting
from qualtool.operations import memos as writing
from qualtool.store.project import Project
from qualtool.store.rows import MemoRow
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def test_a_memo_tells_the_name_place_and_words_of_what_it_is_on(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session:
        by_text = {row.text: row for row in memos.memos(session)}
    assert by_text["tanke"].about == ""
    assert by_text["om koden"].about == "taushetsplikt"
    assert by_text["om koden"].colour
    assert by_text["om temaet"].about == "Struktur"
    on_excerpt = by_text["om stedet"]
    assert on_excerpt.span is not None
    assert on_excerpt.words
    assert "," in on_excerpt.about
    assert "taushetsplikt" in by_text["om kodinga"].codes


def test_an_excerpt_has_the_memos_on_its_codings_too(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        found = memos.memos(session, target="excerpt", target_id=r.both)
        assert [row.text for row in found] == ["om kodinga"]
        assert [row.text for row in memos.memos(session, target="")] == ["tanke"]
        assert len(memos.memos(session, target="excerpt")) == 2
        shown = memos.memo(session, r.memo)
        assert shown is not None
        assert shown.title == "Om alt"
        assert memos.memo(session, 999) is None


def test_signs_stand_where_there_are_memos(rich: Furnished) -> None:
    project, r = rich
    with project.edit("add_memo") as session:
        writing.add(session, text="en til", target="code", target_id=r.secrecy)
        writing.add(session, text="om notatet", target="document", target_id=r.notes)
    with project.read() as session:
        signs = memos.signs(session)
    assert signs.codes == {r.secrecy: 2}
    assert signs.themes == {r.structure: 1}
    assert signs.documents == {r.notes: 1}
    assert signs.excerpts == {r.starred: 1, r.both: 1}
    assert set(signs.spans) == {r.starred, r.both}


def _memo(**fields: object) -> MemoRow:
    plain = MemoRow(
        id=1,
        kind="analytic",
        interpretation="",
        title="Om tid",
        text="Det haster ikke.",
        coder="Marte",
        date="2024-03-25",
        private=False,
        created_ms=0,
        target="code",
        target_id=4,
        about="tid som ikke finnes",
        words="",
    )
    return replace(plain, **fields)  # type: ignore[arg-type]  # fields of many kinds


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (MemoFilter(), True),
        (MemoFilter(kinds=frozenset({"method"})), False),
        (MemoFilter(kinds=frozenset({"method", "analytic"})), True),
        (MemoFilter(targets=frozenset({"code"})), True),
        (MemoFilter(targets=frozenset({""})), False),
        (MemoFilter(coders=frozenset({"Jonas"})), False),
        (MemoFilter(since="2024-03-25", until="2024-03-25"), True),
        (MemoFilter(since="2024-03", until="2024-03"), True),
        (MemoFilter(until="2024-02"), False),
        (MemoFilter(since="2025"), False),
        (MemoFilter(words="FINNES haster"), True),
        (MemoFilter(words="finnes hastverk"), False),
    ],
)
def test_a_filter_lets_through_what_fits(wanted: MemoFilter, fits: bool) -> None:
    assert bool(fitting([_memo()], wanted)) is fits


def test_private_memos_are_left_out_where_they_are_not_asked_for() -> None:
    private = _memo(private=True)
    assert fitting([private], MemoFilter()) == [private]
    assert fitting([private], MemoFilter(private=False)) == []


def test_excerpts_take_in_codings() -> None:
    on_coding = _memo(target="coding")
    assert fitting([on_coding], MemoFilter(targets=frozenset({"excerpt"}))) == [on_coding]
