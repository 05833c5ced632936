"""Whatever operations come, in whatever order: the project stays sound, and all can be undone."""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound

from qualtool.analysis import (
    checking,
    codebook,
    disagreements,
    documents,
    excerpts,
    figures,
    grid,
    phases,
)
from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded
from qualtool.store.project import Project, open_project
from qualtool.store.schema import (
    Activity,
    Attribute,
    AttributeValue,
    Case,
    Code,
    Consent,
    Document,
    Excerpt,
    Phase,
    Question,
    Theme,
    ThemeCode,
)
from tests.operations.dumping import dump
from tests.operations.rich import Rich
from tests.operations.test_undo import CHANGES

# These leave work to the operation that calls them.
PARTS = {
    "code_merging.absorb",
    "code_tree.lift_children",
    "code_tree.put_into_theme",
    "excerpts.at",
    "excerpts.copy_of",
    "excerpts.keep_memos",
    "excerpts.sweep",
    "resizing.own",
    "value_rows.write",
}


def assert_sound(project: Project) -> None:
    """Nothing is orphaned, doubled or empty, names are unique and positions dense."""
    with project.read() as session:
        assert checking.faults(session) == []
        places: dict[object, list[int]] = defaultdict(list)
        names: dict[object, list[str]] = defaultdict(list)
        for code in session.scalars(select(Code)):
            if code.state != "merged":
                places["code", code.parent_id].append(code.position)
            if code.state == "in_use":
                names["code", code.parent_id].append(folded(code.name))
        for theme in session.scalars(select(Theme)):
            if theme.state != "merged":
                places["theme", theme.frame_id, theme.parent_id].append(theme.position)
                names["theme", theme.frame_id, theme.parent_id].append(folded(theme.name))
        for member in session.scalars(select(ThemeCode)):
            places["in theme", member.theme_id].append(member.position)
        for attribute in session.scalars(select(Attribute)):
            places["attribute", attribute.target].append(attribute.position)
            names["attribute", attribute.target].append(folded(attribute.name))
        for phase in session.scalars(select(Phase)):
            places["phase", phase.scheme_id].append(phase.position)
            names["phase", phase.scheme_id].append(folded(phase.name))
        for question in session.scalars(select(Question)):
            places["question", question.guide_id].append(question.position)
        for row in (*session.scalars(select(AttributeValue)), *session.scalars(select(Consent))):
            whose = row.case_id or -(getattr(row, "document_id", None) or 0)
            names[type(row)].append(f"{getattr(row, 'attribute_id', 0)} {whose}")
        places[Activity] = list(session.scalars(select(Activity.position)))
        for kind in (Document, Case):
            found = session.execute(select(kind.position, kind.name)).all()
            places[kind] = [row.position for row in found]
            names[kind] = [folded(row.name) for row in found]
        for where, positions in places.items():
            assert sorted(positions) == list(range(len(positions))), where
        for where, held in names.items():
            assert len(set(held)) == len(held), where
        tree = grid.cases_grid(session).rows
        assert sorted(names[Case]) == sorted(folded(row.name) for row in tree)
        for scheme in phases.schemes(session):
            lanes = phases.swimlanes(session, scheme.id)
            assert [lane.phase for lane in lanes.lanes] == list(lanes.scheme.phases)
        counted = figures.figures(session)
        assert sum(row.figure.documents for row in counted.by_kind) == (
            counted.everything.figure.documents
        )
        assert all(each.about for each in disagreements.disagreements(session))
        shown = {row.id for row in excerpts.excerpts(session)}
        assert shown == set(session.scalars(select(Excerpt.id)))
        assert sum(row.excerpts for row in documents.documents(session)) == len(shown)
        assert {row.id for row in codebook.codes(session)} >= {
            coding.code_id
            for document in documents.documents(session)
            for coding in excerpts.codings_in(session, document.id)
        }


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.sampled_from(sorted(set(CHANGES) - PARTS)), min_size=4, max_size=14))
def test_any_sequence_keeps_the_project_sound_and_can_be_undone(
    furnished: tuple[Path, Rich], names: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.qualtool"
        shutil.copyfile(furnished[0], copy)
        with open_project(copy) as project:
            before = dump(project)
            last = project.next_undo()
            assert last is not None
            for name in names:
                try:
                    with project.edit("something") as session:
                        CHANGES[name](session, furnished[1])
                except (QualtoolError, NoResultFound):
                    continue  # what it is about has gone, or the name is taken: nothing was done
                assert_sound(project)
            while (step := project.next_undo()) is not None and step.id != last.id:
                project.undo()
            assert dump(project) == before
