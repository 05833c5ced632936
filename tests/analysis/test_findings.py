from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.analysis.findings import ThemeFindings, findings, to_quote
from qualtool.operations import coding, frames, themes
from qualtool.operations import findings as writing
from qualtool.store.project import Project
from tests.operations.rich import Rich, furnish, start


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Project, Rich]]:
    with start(tmp_path / "studie.qualtool") as project:
        yield project, furnish(project)


def read(project: Project, frame: int | None = None) -> dict[int, ThemeFindings]:
    with project.read() as session:
        return {each.theme.id: each for each in findings(session, frame)}


def test_themes_come_in_their_order_with_what_is_written_of_them(
    made: tuple[Project, Rich],
) -> None:
    project, r = made
    with project.edit("x") as session:
        writing.add_text(session, r.culture, "Om vaner.")
        writing.add_quotations(session, r.culture, [r.both])
        themes.describe(session, r.culture, findings="I korte trekk.")
    found = read(project)
    culture = found[r.culture]
    assert (culture.depth, culture.summary) == (0, "I korte trekk.")
    assert found[r.anchoring].depth == 1
    assert [part.kind for part in culture.parts] == ["text", "quotation"]
    assert culture.parts[1].excerpt is not None
    assert culture.parts[1].excerpt.id == r.both
    order = list(found)
    assert order.index(r.culture) < order.index(r.anchoring) < order.index(r.structure)


def test_what_is_set_aside_is_left_out_with_all_under_it(made: tuple[Project, Rich]) -> None:
    project, r = made
    with project.edit("x") as session:
        themes.describe(session, r.culture, state="aside")
    assert not {r.culture, r.anchoring} & set(read(project))


def test_each_set_of_themes_has_its_own_findings(made: tuple[Project, Rich]) -> None:
    project, _r = made
    with project.edit("x") as session:
        frame = frames.add(session, "Innsatsområder")
        theme = themes.add(session, "Barnehage", frame_id=frame)
    assert list(read(project, frame)) == [theme]
    assert theme not in read(project)


def test_what_can_be_quoted_comes_starred_first_and_never_what_is_marked(
    made: tuple[Project, Rich],
) -> None:
    project, r = made
    with project.edit("x") as session:
        coding.apply(session, r.notes, 0, 6, [r.time], coder_id=r.anne)
        themes.place_codes(session, r.culture, [r.time, r.consent, r.secrecy])

    def offered() -> list[int]:
        with project.read() as session:
            rows = to_quote(session, r.culture)
        stars = [row.starred for row in rows]
        assert stars == sorted(stars, reverse=True)
        return [row.id for row in rows]

    first, *rest = offered()
    assert rest
    with project.edit("x") as session:
        writing.add_quotations(session, r.culture, [first])
        coding.set_do_not_quote(session, [rest[0]], True)
    assert not {first, rest[0]} & set(offered())
