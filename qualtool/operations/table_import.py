"""A spreadsheet of cases or activities, looked through first and then taken in as one step."""

from __future__ import annotations

from sqlalchemy.orm import Session

from qualtool.core.table_mapping import Rows, TableMapping
from qualtool.core.table_plan import Plan, Taken
from qualtool.operations import activity_table, case_table


def plan(session: Session, table: Rows, mapping: TableMapping) -> Plan:
    """What each row of a table comes to as its columns are taken (`core.table_mapping`)."""
    if mapping.target == "cases":
        return case_table.plan(session, table, mapping)
    return activity_table.plan(session, table, mapping)


def take_in(session: Session, plan: Plan, *, table: str = "") -> Taken:
    """Take in what a plan says; `table` is the file's name, for the history."""
    if plan.mapping.target == "cases":
        return case_table.take_in(session, plan, table=table)
    return activity_table.take_in(session, plan, table=table)
