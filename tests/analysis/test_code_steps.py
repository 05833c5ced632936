"""What is kept of the codebook is, after every step, what would be read anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import codebook, excerpts
from qualtool.analysis.belonging import belonging
from qualtool.core.source import Source
from qualtool.operations import code_merging, codes, coding, documents, themes
from qualtool.store import kept
from qualtool.store.project import Project
from qualtool.store.schema import Code

Act = Callable[[Session], object]


def number_of(session: Session, name: str) -> int:
    return session.scalars(select(Code.id).where(Code.name == name)).one()


def on(name: str, act: Callable[[Session, int], object]) -> Act:
    return lambda session: act(session, number_of(session, name))


STEPS: Final[dict[str, Act]] = {
    "a code at the end": lambda s: codes.add(s, "trygghet", colour="rose"),
    "a code without a colour": lambda s: codes.add(s, "ro"),
    "a code in the midst": lambda s: codes.add(s, "først", position=1),
    "a code under another": on("tid", lambda s, c: codes.add(s, "morgen", parent_id=c)),
    "a code in a theme": lambda s: codes.add(s, "vakt", theme_id=1),
    "another name": on("tillit", lambda s, c: codes.rename(s, c, "tiltro")),
    "another meaning": on("tillit", lambda s, c: codes.describe(s, c, use_when="ofte")),
    "another colour": on("tillit", lambda s, c: codes.recolour(s, [c], "green")),
    "a pin": on("tillit", lambda s, c: codes.pin(s, c, 3)),
    "another place": on("tillit", lambda s, c: codes.move(s, [c], parent_id=None, position=0)),
    "under another": on("tillit", lambda s, c: codes.move(s, [c], parent_id=1)),
    "out of use": on("tillit", lambda s, c: codes.retire(s, [c], True)),
    "taken away": on("tillit", lambda s, c: codes.remove(s, [c])),
    "taken away with what is under it": on("tid", lambda s, c: codes.remove(s, [c])),
    "merged": on("tillit", lambda s, c: code_merging.merge(s, [c], 1)),
    "a passage": on("tillit", lambda s, c: coding.apply(s, 1, 2, 9, [c], coder_id=None)),
    "in vivo": lambda s: coding.apply(s, 1, 0, 4, [codes.add(s, "ordene")], coder_id=None),
    "another theme": lambda s: themes.add(s, "ramme"),
    "a code put in": on("tillit", lambda s, c: themes.place_codes(s, 1, [c])),
}


@pytest.fixture
def study(project: Project) -> Project:
    """A theme with a code and its sub-code, and codes in no theme."""
    with project.edit("x") as session:
        documents.add(session, Source("Vi hadde lite tid den dagen.", "text"), name="d")
        theme = themes.add(session, "kultur", colour="violet")
        time = codes.add(session, "tid", theme_id=theme)
        codes.add(session, "natt", parent_id=time)
        codes.add(session, "avstand")
        trust = codes.add(session, "tillit", colour="amber")
        coding.apply(session, 1, 0, 8, [time, trust], coder_id=None)
    return project


def seen(session: Session) -> tuple[object, ...]:
    look = excerpts.looks(session)
    return (
        codebook.codes(session),
        codebook.themes(session),
        codebook.themes(session, 1),
        dict(codebook.code_colours(session)),
        (dict(look.names), dict(look.colours)),
        belonging(session),
    )


def as_kept(project: Project) -> tuple[object, ...]:
    with project.read() as session:
        return seen(session)


def anew(project: Project) -> tuple[object, ...]:
    with project.read() as session:
        kept.offer(session, kept.Kept())
        return seen(session)


@pytest.mark.parametrize("name", STEPS)
def test_what_is_kept_of_the_codebook_is_what_would_be_read(study: Project, name: str) -> None:
    before = as_kept(study)
    assert before == anew(study)
    with study.edit(name) as session:
        STEPS[name](session)
    assert as_kept(study) == anew(study) != before
    study.undo()
    assert as_kept(study) == anew(study) == before
    study.redo()
    assert as_kept(study) == anew(study) != before


def test_step_after_step_it_stays_what_would_be_read(study: Project) -> None:
    for name in ("in vivo", "a code at the end", "a pin", "a passage", "a code without a colour"):
        with study.edit(name) as session:
            STEPS[name](session)
        assert as_kept(study) == anew(study)
    for _step in range(5):
        study.undo()
        assert as_kept(study) == anew(study)


def test_a_code_in_vivo_leaves_what_is_kept_of_all_others(study: Project) -> None:
    with study.read() as session:
        before = belonging(session), codebook.codes(session), codebook.code_colours(session)
    with study.edit("apply_code") as session:
        STEPS["in vivo"](session)
    with study.read() as session:
        assert belonging(session) is before[0]
        assert codebook.code_colours(session) is before[2]
        now = codebook.codes(session)
        assert [row for row in before[1] if any(row is each for each in now)] == before[1]
        assert [row.name for row in now[len(before[1]) :]] == ["ordene"]


def test_whoever_holds_the_names_from_before_keeps_them(study: Project) -> None:
    with study.read() as session:
        before = excerpts.looks(session).names
    held = dict(before)
    with study.edit("rename_code") as session:
        STEPS["another name"](session)
    with study.read() as session:
        assert excerpts.looks(session).names != before
    assert before == held
