from __future__ import annotations

from collections.abc import Callable

import pytest

from qualtool.analysis import belonging, codebook, retrieval
from qualtool.analysis.excerpts import excerpts
from qualtool.operations import codes, coding, rest_codes, themes
from qualtool.store.project import Project, Session
from qualtool.store.rows import ThemeRow
from tests.operations.rich import QUESTION, Rich

Furnished = tuple[Project, Rich]


@pytest.fixture
def nested(rich: Furnished) -> tuple[Project, Rich, int]:
    """A code without a theme, a sub-code of it and one below that, three excerpts in all.

    One excerpt has both the code and its sub-code.
    """
    project, r = rich
    at = len(QUESTION) + 1
    with project.edit("x") as session:
        trust = codes.add(session, "tillit")
        over_time = codes.add(session, "over tid", parent_id=trust)
        slowly = codes.add(session, "langsomt", parent_id=over_time)
        for start, ids in ((0, [trust]), (3, [trust, over_time]), (9, [slowly])):
            coding.apply(session, r.group, at + start, at + start + 2, ids, coder_id=r.anne)
    return project, r, trust


def _theme(project: Project, theme_id: int) -> ThemeRow:
    with project.read() as session:
        return next(row for row in codebook.themes(session) if row.id == theme_id)


def test_a_sub_code_counts_with_the_theme_its_code_is_placed_in_and_each_excerpt_once(
    nested: tuple[Project, Rich, int],
) -> None:
    project, r, trust = nested
    before = _theme(project, r.anchoring)
    with project.edit("x") as session:
        themes.place_codes(session, r.anchoring, [trust])
    after = _theme(project, r.anchoring)
    assert after.excerpts - before.excerpts == 3
    assert len(after.placed_ids) == 1
    with project.read() as session:
        assert len(belonging.codes_of(session, [r.anchoring])) == 3
        shown = excerpts(session, theme_ids=[r.anchoring])
        hits = retrieval.hits(session, theme_ids=[r.anchoring])
        assert after.excerpts == len(shown) == len(hits)
        assert len(retrieval.codes_under(session, r.anchoring)) == 3


@pytest.mark.parametrize(
    ("act", "left"),
    [
        (lambda s, r, trust: codes.move(s, _under(s, trust), parent_id=None), 2),
        (lambda s, r, trust: rest_codes.put_aside(s, 1, _under(s, trust)), 2),
        (lambda s, r, trust: themes.take_codes_out(s, r.anchoring, [trust]), 0),
        (lambda s, r, trust: themes.place_codes(s, r.culture, _under(s, trust)), 3),
        (lambda s, r, trust: codes.move(s, [trust], parent_id=r.consent), 3),
    ],
)
def test_figures_kept_up_step_by_step_are_those_of_the_excerpts(
    nested: tuple[Project, Rich, int], act: Callable[[Session, Rich, int], object], left: int
) -> None:
    project, r, trust = nested
    before = _theme(project, r.anchoring).excerpts
    with project.edit("x") as session:
        themes.place_codes(session, r.anchoring, [trust])
    assert _theme(project, r.anchoring).excerpts == before + 3
    with project.edit("x") as session:
        act(session, r, trust)
    assert _theme(project, r.anchoring).excerpts == before + left
    for row_id in (r.anchoring, r.culture, r.structure):
        with project.read() as session:
            found = excerpts(session, theme_ids=[row_id])
        assert _theme(project, row_id).excerpts == len(found)
    project.undo()
    assert _theme(project, r.anchoring).excerpts == before + 3


def _under(session: Session, code_id: int) -> list[int]:
    return [row.id for row in codebook.codes(session) if row.parent_id == code_id]


def test_a_code_taken_away_leaves_its_sub_codes_in_its_theme(
    nested: tuple[Project, Rich, int],
) -> None:
    project, r, trust = nested
    with project.edit("x") as session:
        themes.place_codes(session, r.anchoring, [trust])
        under = _under(session, trust)
        codes.remove(session, [trust])
    assert set(under) <= set(_theme(project, r.anchoring).placed_ids)


def test_who_follows_whom_is_told(nested: tuple[Project, Rich, int]) -> None:
    project, r, trust = nested
    with project.edit("x") as session:
        themes.place_codes(session, r.anchoring, [trust])
        under = _under(session, trust)
        assert belonging.followed(session, r.anchoring, under) == ("over tid", "tillit")
        assert belonging.followed(session, r.anchoring, [trust]) is None
        assert belonging.followed(session, r.culture, under) is None


def test_a_placed_code_is_counted_with_its_sub_codes_each_excerpt_once(
    nested: tuple[Project, Rich, int],
) -> None:
    project, r, trust = nested
    with project.edit("x") as session:
        themes.place_codes(session, r.anchoring, [trust, r.time])
        found = belonging.wholes(session, [r.anchoring, r.culture])
        own = excerpts(session, code_ids=[trust])
    whole = found[r.anchoring, trust]
    assert (len(whole.codes), whole.excerpts, len(own)) == (3, 3, 2)
    assert whole.cases >= 1
    assert (r.anchoring, r.time) not in found, "which has none"
    assert found[r.culture, r.consent].codes == (r.consent, r.forms)
