from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.analysis import balance
from qualtool.core.source import Source
from qualtool.operations import cases, coders, codes, coding, documents, new_project
from qualtool.store.project import Project


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Project]:
    """A new project with a template's themes and valences and nothing coded."""
    place = tmp_path / "bare.qualtool"
    template = "barriers-and-opportunities"
    with new_project.start(
        place, name="Torsdager", language="nb", template=template, coder="Kim"
    ) as project:
        yield project


def test_codings_of_a_code_are_counted_by_valence(bare: Project) -> None:
    with bare.edit("prepare") as session:
        coder = coders.ensure(session, "Kim")
        text = documents.add(
            session, Source("Vi møtes hver torsdag.", format="text"), name="Samtale"
        )
        meetings = codes.add(session, "møter")
        unread = codes.add(session, "torsdager")
        for start, valence in ((0, "barrier"), (3, "barrier"), (10, "opportunity"), (15, None)):
            coding.apply(session, text, start, 22, [meetings], coder_id=coder, valence=valence)
        coding.apply(session, text, 0, 22, [unread], coder_id=coder)
    with bare.read() as session:
        assert balance.valences_by_code(session) == {meetings: {"barrier": 2, "opportunity": 1}}


def test_a_case_of_several_documents_is_one_case(bare: Project) -> None:
    with bare.edit("prepare") as session:
        first = documents.add(
            session, Source("En samtale.", format="text"), name="Samtale 1", kind="minutes"
        )
        second = documents.add(
            session, Source("En til.", format="text"), name="Samtale 2", kind="minutes"
        )
        case = cases.add(session, "Informant 1")
        cases.add(session, "Informant 2")
        cases.tie(session, first, case)
        cases.tie(session, second, case)
    with bare.read() as session:
        assert balance.cases_with_documents(session) == 1
