from __future__ import annotations

import pytest

from qualtool.analysis.citing import citing
from qualtool.analysis.documents import reading
from qualtool.analysis.replacing import find
from qualtool.core.places import paragraph_starts
from qualtool.core.word_finding import Wanted
from qualtool.operations import study
from qualtool.store.project import Project
from tests.operations.rich import Rich


@pytest.mark.parametrize(
    ("scheme", "place"),
    [("paragraph", "paragraph 2"), ("line", "line 2"), ("time", "0:00:05")],
)
def test_a_place_is_worded_as_the_project_cites_it(
    rich: tuple[Project, Rich], scheme: str, place: str
) -> None:
    project, r = rich
    with project.edit("describe_study") as session:
        study.describe(session, citation=scheme)
    with project.read() as session:
        text = reading(session, r.interview).text
        at = text.index("samtykke")
        assert citing(session, r.interview, paragraph_starts(text))(at) == place
        hits = find(session, Wanted("samtykke"), document_ids=[r.interview]).texts
    assert [hit.place for hit in hits] == [place]
