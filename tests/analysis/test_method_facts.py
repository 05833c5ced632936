from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from qualtool.analysis.cases import cases
from qualtool.analysis.method_facts import codes_by_day, method_facts
from qualtool.operations import code_merging, codes, consent, themes
from qualtool.store.schema import Coder
from tests.reports.invented import coded_study

DAY = 86_400_000


def test_codes_are_counted_as_they_were_on_each_day(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    project = made.project
    with made.edit() as session:
        codes.add(session, "ny")
    with made.edit() as session:
        code_merging.merge(session, [made.codes["løs"]], made.codes["håp"])
    project.undo()
    with made.edit() as session:
        codes.remove(session, [made.codes["tid"]])
    # A day between one step and the next.
    with made.edit() as session:
        themes.recolour(session, [made.themes["Kultur"]], "rose")  # without a change, no step
        session.execute(text(f"UPDATE step SET created_ms = created_ms + id * {DAY}"))
    with project.read() as session:
        assert [count for _day, count in codes_by_day(session)] == [5, 6, 5, 6, 5]
        facts = method_facts(session)
    assert [each.codes for each in facts.then] == [5]
    assert facts.codes == 5


def test_without_a_second_day_nothing_is_said_of_the_first(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.project.read() as session:
        assert method_facts(session).then == ()


def test_only_the_codings_that_are_read_are_counted(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.project.read() as session:
        every = method_facts(session)
        (jonas,) = session.query(Coder.id).where(Coder.name == "Jonas").one()
    assert (every.coders, every.twice, every.excerpts) == (2, 1, 6)
    made.project.coders_read = frozenset({jonas})
    with made.project.read() as session:
        own = method_facts(session)
    assert (own.coders, own.excerpts, own.codings) == (1, 1, 1)


def test_who_has_withdrawn_is_not_counted(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.project.read() as session:
        before = method_facts(session)
    with made.edit() as session:
        (who,) = [row.id for row in cases(session) if row.name == "Informant 2"]
        consent.withdraw(session, [who], "2024-05-01")
    with made.project.read() as session:
        after = method_facts(session)
    assert after.participants == before.participants - 1
    assert after.documents == before.documents - 1
    assert after.words < before.words
    assert (before.excerpts, after.excerpts) == (6, 4)
