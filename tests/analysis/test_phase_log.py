from __future__ import annotations

from qualtool.analysis.phase_log import phase_log, phase_now
from qualtool.operations import work_phases
from qualtool.store.project import Project


def test_the_log_is_in_the_order_of_days_and_knows_the_phase_of_today(project: Project) -> None:
    with project.read() as session:
        assert phase_now(session) == ""
    with project.edit("enter_method_phase") as session:
        work_phases.enter(session, "writing", date_from="2999-01-01")
        work_phases.enter(session, "coding", date_from="2024-02-01")
        work_phases.enter(session, "reviewing", date_from="2024-03-01", date_to="2024-03-09")
        work_phases.enter(session, "familiarisation", date_from="2024-01-01", note="To ganger")
    with project.read() as session:
        assert [(each.key, each.first, each.last) for each in phase_log(session)] == [
            ("familiarisation", "2024-01-01", ""),
            ("coding", "2024-02-01", ""),
            ("reviewing", "2024-03-01", "2024-03-09"),
            ("writing", "2999-01-01", ""),
        ]
        assert phase_now(session) == "coding"
