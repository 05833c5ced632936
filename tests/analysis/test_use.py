from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound

from qualtool.analysis import use
from qualtool.analysis.tally import Tally
from qualtool.core.errors import QualtoolError
from qualtool.operations import coders, coding, themes
from qualtool.store import kept
from qualtool.store.project import Project, Session, open_project
from qualtool.store.schema import Coder, Coding, Excerpt
from tests.operations.rich import Rich
from tests.operations.test_sequences import PARTS
from tests.operations.test_undo import CHANGES

Furnished = tuple[Project, Rich]


def held(project: Project) -> dict[str, object]:
    with project.read() as session:
        return figures(use.counted(session))


def anew(project: Project) -> dict[str, object]:
    with project.read() as session:
        kept.offer(session, kept.Kept())
        return figures(use.counted(session))


def figures(tally: Tally) -> dict[str, object]:
    """All counts that are not nought."""
    return {
        "codes": +tally.codes,
        "themes": +tally.themes,
        "documents": +tally.documents,
        "codings": +tally.codings,
        "coders": +tally.coders,
        "cases of codes": {key: each for key, each in tally.cases_of_codes.items() if each},
        "cases of themes": {key: each for key, each in tally.cases_of_themes.items() if each},
    }


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("limited", [False, True], ids=["everybody", "one coder"])
def test_whatever_is_done_undone_and_done_again_counts_as_if_counted_anew(
    furnished: tuple[Path, Rich], tmp_path: Path, limited: bool, seed: int
) -> None:
    chance, copy = random.Random(seed), tmp_path / "copy.qualtool"
    shutil.copyfile(furnished[0], copy)
    names = sorted(set(CHANGES) - PARTS)
    with open_project(copy) as project:
        with project.edit("x") as session:
            _code_with_another(project, session)
        if limited:
            with project.read() as session:
                project.coders_read = frozenset(session.scalars(select(Coder.id).limit(1)))
        assert held(project) == anew(project)
        for name in chance.sample(names, 30):
            try:
                with project.edit("x") as session:
                    CHANGES[name](session, furnished[1])
            except (QualtoolError, NoResultFound):
                continue
            assert held(project) == anew(project), name
            for back in (project.undo, project.redo)[: chance.randrange(3)]:
                back()
                assert held(project) == anew(project), (name, back.__name__)
        while project.undo() is not None:
            assert held(project) == anew(project)


def _code_with_another(project: Project, session: Session) -> None:
    """Let another coder use some of the codes too, on the same passages and on others."""
    other = coders.ensure(session, "Noen Annen")
    rows = session.execute(
        select(Excerpt.document_id, Excerpt.start, Excerpt.end, Coding.code_id).join(
            Coding, Coding.excerpt_id == Excerpt.id
        )
    ).all()
    for number, (document, start, end, code) in enumerate(rows):
        coding.apply(session, document, start, end - number % 2, [code], coder_id=other)


def test_a_step_is_taken_in_without_counting_the_project_anew(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        before = use.counted(session)
        had = before.codes[r.time]
        (excerpt,) = session.scalars(
            select(Excerpt)
            .where(Excerpt.id.not_in(select(Coding.excerpt_id).where(Coding.code_id == r.time)))
            .limit(1)
        )
        span = excerpt.document_id, excerpt.start, excerpt.end
    with project.edit("x") as session:
        coding.apply(session, *span, [r.time], coder_id=None)
    with project.read() as session:
        after = use.counted(session)
    assert after is before
    assert after.codes[r.time] == had + 1


def test_a_large_project_is_counted_some_documents_at_a_time(
    rich: Furnished, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, r = rich
    monkeypatch.setattr(use, "_AT_ONCE", 0)
    with project.read() as session:
        assert use.counted_so_far(session) is None
        assert not use.count_on(session, 1)
    with project.edit("x") as session:  # while not all is counted
        themes.take_codes_out(session, r.structure, [r.time])
    with project.read() as session:
        while not use.count_on(session, 1):
            pass
        assert use.counted_so_far(session) is not None
    assert held(project) == anew(project)


def test_so_much_at_once_that_it_is_counted_anew_counts_the_same(
    rich: Furnished, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, r = rich
    monkeypatch.setattr(use, "_TOO_MANY", 0)
    held(project)
    with project.edit("x") as session:
        themes.take_codes_out(session, r.structure, [r.time])
    assert held(project) == anew(project)


def test_inside_a_step_what_it_has_done_so_far_counts(rich: Furnished) -> None:
    project, _r = rich
    before = held(project)
    with project.edit("x") as session:
        coding.remove(session, list(session.scalars(select(Coding.id))))
        assert not +use.counted(session).codes
    project.undo()
    assert held(project) == before
