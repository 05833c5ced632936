"""What is shown after a step is what would be read anew, whatever the step did."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import excerpts
from qualtool.core.source import Source
from qualtool.operations import (
    code_merging,
    coders,
    codes,
    coding,
    documents,
    memos,
    splitting,
    themes,
)
from qualtool.store import kept
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.schema import Theme
from qualtool.ui.reader.coded import Coded
from qualtool.ui.workspaces.shown_codings import ShownCodings
from tests.ui.studies import TEXT, Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    made = furnish(project)
    with project.edit("apply_code") as session:
        for at in (0, 6, 60):
            coding.apply(session, made.document, at, at + 12, [made.habits], coder_id=None)
        coding.apply(
            session, made.document, *made.excerpt, [made.habits], coder_id=project.coder_id
        )
    return made


def elsewhere(session: Session, coder_id: int) -> None:
    """Somebody codes another document, and is told apart from then on."""
    other = documents.add(session, Source("Noe annet.", "text"), name="Notat")
    coding.apply(session, other, 0, 3, [codes.add(session, "nytt")], coder_id=coder_id)


STEPS: dict[str, Callable[[Session, Study, int], object]] = {
    "coded": lambda s, m, c: coding.apply(s, m.document, 3, 20, [m.places], coder_id=c),
    "coded by another": lambda s, m, c: coding.apply(
        s, m.document, 0, 12, [m.places], coder_id=coders.ensure(s, "Jonas")
    ),
    "elsewhere by another": lambda s, m, c: elsewhere(s, coders.ensure(s, "Jonas")),
    "uncoded": lambda s, m, c: coding.remove(s, [m.coding]),
    "valence": lambda s, m, c: coding.set_valence(s, [m.coding], "opportunity"),
    "depth": lambda s, m, c: coding.set_depth(s, [m.coding], "latent"),
    "comment": lambda s, m, c: coding.set_comment(s, m.coding, "ord"),
    "star": lambda s, m, c: coding.set_star(s, [excerpt_of(s, m)], True),
    "resized": lambda s, m, c: coding.resize(s, excerpt_of(s, m), 2, 40),
    "resized into another": lambda s, m, c: coding.resize(s, excerpt_of(s, m), 6, 18),
    "split": lambda s, m, c: splitting.split(s, excerpt_of(s, m), m.excerpt[0] + 9),
    "memo": lambda s, m, c: memos.add(
        s, text="x", target="excerpt", target_id=excerpt_of(s, m)
    ),
    "new code": lambda s, m, c: codes.add(s, "ny", position=0),
    "coded with a new code": lambda s, m, c: coding.apply(
        s, m.document, 3, 20, [codes.add(s, "ny", parent_id=m.habits)], coder_id=c
    ),
    "recoloured": lambda s, m, c: codes.recolour(s, [m.habits], "teal"),
    "theme recoloured": lambda s, m, c: themes.recolour(
        s, s.scalars(select(Theme.id)).all(), "plum"
    ),
    "in a theme": lambda s, m, c: themes.place_codes(
        s, themes.add(s, "nytt", colour="sky"), [m.habits, m.places]
    ),
    "merged": lambda s, m, c: code_merging.merge(s, [m.habits], m.places),
    "coder renamed": lambda s, m, c: coders.rename(s, c, "Maren"),
    "renamed": lambda s, m, c: codes.rename(s, m.habits, "vaner"),
    "code removed": lambda s, m, c: codes.remove(s, [m.habits]),
    "many": lambda s, m, c: coding.apply_many(
        s, [coding.Passage(m.document, at, at + 1, m.places) for at in range(len(TEXT) - 1)]
    ),
}  # fmt: skip


def excerpt_of(session: Session, study: Study) -> int:
    rows = excerpts.codings_in(session, study.document)
    return next(row.excerpt_id for row in rows if row.id == study.coding)


@pytest.mark.parametrize("step", STEPS)
def test_what_is_shown_is_what_would_be_read(project: Project, study: Study, step: str) -> None:
    shown = ShownCodings(project)
    shown.read(study.document)
    told: list[Changes] = []
    project.listen(told.append)
    assert project.coder_id is not None
    with project.edit("something") as session:
        STEPS[step](session, study, project.coder_id)
    for act in (lambda: None, project.undo, project.redo):
        act()
        with project.read() as session:
            wanted = excerpts.codings_in(session, study.document)
        coded = shown.after(told[-1], study.document)
        assert coded.codings == wanted
        assert vars(coded)["_index"] == vars(Coded(wanted))["_index"]
        for row in wanted:
            assert coded.of_excerpt(row.excerpt_id) == Coded(wanted).of_excerpt(row.excerpt_id)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_and_whoever_is_shown_it_is_what_would_be_read(
    project: Project, study: Study, seed: int
) -> None:
    chance, own = random.Random(seed), project.coder_id
    assert own is not None
    shown = ShownCodings(project)
    shown.read(study.document)
    told: list[Changes] = []
    project.listen(told.append)

    def read() -> Coded:
        with project.read() as session:
            kept.offer(session, kept.Kept())
            return Coded(excerpts.codings_in(session, study.document))

    for _act in range(30):
        told.clear()
        match chance.randrange(8):
            case 0 | 1 | 2 | 3:
                with project.edit("something") as session:
                    any_one = chance.choice([own, coders.ensure(session, "Jonas")])
                    start = chance.randrange(40)
                    coding.apply(
                        session, study.document, start, start + 9, [study.places], coder_id=any_one
                    )
            case 4:
                with project.edit("something") as session:
                    rows = chance.sample(read().codings, 1) if read().codings else []
                    coding.remove(session, [row.id for row in rows])
            case 5:
                project.undo()
            case 6:
                project.redo()
            case 7:  # blind to the others, or not
                project.coders_read = None if project.coders_read else frozenset({own})
                shown.read(study.document)
        coded, anew = shown.after(told[-1], study.document) if told else shown._coded, read()
        assert coded.codings == anew.codings
        assert vars(coded)["_index"] == vars(anew)["_index"]


def test_another_document_and_an_unknown_change_are_read_in_full(
    project: Project, study: Study
) -> None:
    shown = ShownCodings(project)
    with project.read() as session:
        wanted = excerpts.codings_in(session, study.document)
    nothing = Changes({"coding": frozenset()})
    assert shown.after(nothing, study.document).codings == wanted
    shown._coded = Coded()
    assert shown.after(nothing, study.document).codings == wanted


def test_a_new_code_lets_the_codings_of_the_others_be(project: Project, study: Study) -> None:
    shown = ShownCodings(project)
    before = {row.id: row for row in shown.read(study.document).codings}
    told: list[Changes] = []
    project.listen(told.append)
    with project.edit("apply_code") as session:
        made = codes.add(session, "ny")
        coding.apply(session, study.document, 20, 26, [made], coder_id=project.coder_id)
    after = shown.after(told[-1], study.document).codings
    assert len(after) == len(before) + 1
    assert all(row is before[row.id] for row in after if row.id in before)
    project.undo()
    undone = shown.after(told[-1], study.document).codings
    assert len(undone) == len(before)
    assert all(row is before[row.id] for row in undone)
