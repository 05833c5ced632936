from __future__ import annotations

from qualtool.analysis.snapshot_list import kept_moment, snapshots
from qualtool.operations import codes
from qualtool.operations import snapshots as taking
from qualtool.store.project import Project
from tests.operations.rich import Rich


def test_snapshots_are_listed_with_what_they_kept(rich: tuple[Project, Rich]) -> None:
    project, r = rich
    with project.edit("take_snapshot") as session:
        first = taking.take(session, "Etter runde 1", note="Før møtet")
        codes.remove(session, [r.time])
        taking.take(session, "Etter runde 2")
    with project.read() as session:
        rows = {row.name: row for row in snapshots(session)}
        before, gone = kept_moment(session, first), kept_moment(session, 999)
    assert rows["Etter runde 1"].note == "Før møtet"
    assert rows["Etter runde 1"].codes == rows["Etter runde 2"].codes + 1
    assert rows["Etter runde 1"].themes == rows["Etter runde 2"].themes
    assert gone is None
    assert before is not None
    assert "tid" in {label.name for label in before.labels}
