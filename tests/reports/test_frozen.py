"""What is frozen is shown as it was, but never what may not be shown today."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.analysis.attributes import attributes as attributes_known
from qualtool.analysis.cases import cases
from qualtool.core.errors import QualtoolError
from qualtool.core.report import Report
from qualtool.operations import (
    attributes,
    coders,
    coding,
    consent,
    documents,
    report_blocks,
    reports,
)
from qualtool.operations import cases as edited
from qualtool.reports import saved_options, whole
from qualtool.reports.options import Options
from qualtool.store.project import Session
from tests.reports.invented import ONE, TWO, Study, coded_study
from tests.reports.whole_study import whole_study

LINE = "Only the codings of Jonas are counted and quoted here."
SHOWING = ("excerpts", "themes", "coded-transcript")


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    found = coded_study(tmp_path)
    yield found
    found.project.close()


def _froze(made: Study, *names: str) -> tuple[int, list[int]]:
    with made.edit() as session:
        report_id = reports.add(session, "Vedlegg", language="nb")
        ids = [report_blocks.add(session, report_id, name) for name in names]
    _freeze(made, ids)
    return report_id, ids


def _freeze(made: Study, ids: list[int]) -> None:
    with made.project.read() as session:
        contents = [whole.to_freeze(session, each) for each in ids]
    with made.edit() as session:
        for each, content in zip(ids, contents, strict=True):
            report_blocks.freeze(session, each, content)


def _thaw(made: Study, ids: list[int]) -> None:
    with made.edit() as session:
        for each in ids:
            report_blocks.thaw(session, each)


def _whole(made: Study, report_id: int) -> Report:
    with made.project.read() as session:
        return whole.whole(session, report_id)


def _case(session: Session, name: str) -> int:
    (found,) = [row.id for row in cases(session) if row.name == name]
    return found


@pytest.mark.parametrize("name", [*SHOWING, "theme-bars"])
def test_what_was_frozen_before_consent_was_taken_back_does_not_leave(
    made: Study, name: str
) -> None:
    report_id, ids = _froze(made, name)
    before = _whole(made, report_id)
    assert "Informant 2" in str(before)
    with made.edit() as session:
        consent.withdraw(session, [_case(session, "Informant 2")], "2024-05-01")
    after = _whole(made, report_id)
    assert TWO[1] not in str(after)
    assert "Informant 2" not in str(after)
    assert "block_left_out" in [each.key for each in after.cautions]
    _thaw(made, ids)
    _freeze(made, ids)
    again = _whole(made, report_id)
    assert "block_left_out" not in [each.key for each in again.cautions]
    assert "Informant 1" in str(again)


@pytest.mark.parametrize("name", SHOWING)
def test_frozen_words_that_may_not_be_quoted_any_more_do_not_leave(made: Study, name: str) -> None:
    report_id, _ids = _froze(made, name)
    assert ONE[2] in str(_whole(made, report_id))
    with made.edit() as session:
        coding.set_do_not_quote(session, [made.excerpt(session, "Intervju 1", ONE[2])], True)
    assert ONE[2] not in str(_whole(made, report_id))


@pytest.mark.parametrize("name", SHOWING)
def test_a_document_that_is_closed_or_removed_takes_its_frozen_words_along(
    made: Study, name: str
) -> None:
    report_id, _ids = _froze(made, name)
    before = _whole(made, report_id)
    document_id = made.documents["Intervju 2"][0]
    with made.edit() as session:
        documents.describe(session, document_id, quoting_allowed=False)
    assert TWO[1] not in str(_whole(made, report_id))
    with made.edit() as session:
        documents.describe(session, document_id, quoting_allowed=True)
    assert _whole(made, report_id).blocks == before.blocks
    with made.edit() as session:
        documents.remove(session, [document_id])
    if name != "coded-transcript":
        assert TWO[1] not in str(_whole(made, report_id))


def test_a_frozen_quotation_whose_coding_is_gone_stays_as_it_was(made: Study) -> None:
    report_id, _ids = _froze(made, "excerpts")
    before = _whole(made, report_id)
    with made.edit() as session:
        held = made.excerpt(session, "Intervju 1", ONE[3])
        from qualtool.analysis.excerpts import excerpts

        (row,) = [each for each in excerpts(session) if each.id == held]
        coding.set_star(session, [held], False)
        coding.remove(session, [each.id for each in row.codings])
    assert _whole(made, report_id).blocks == before.blocks


def _attribute(session: Session, name: str) -> int:
    (found,) = [row.id for row in attributes_known(session) if row.name == name]
    return found


def _left_out(report: Report) -> list[str]:
    return [each.message for each in report.cautions if each.key == "block_left_out"]


@pytest.fixture
def people(tmp_path: Path) -> Iterator[Study]:
    """Participants of whom the role may be shown, and the age in groups of ten."""
    found = whole_study(tmp_path)
    yield found
    found.project.close()


def _froze_people(made: Study, transposed: bool) -> int:
    with made.edit() as session:
        report_id = reports.add(session, "Vedlegg", language="nb")
        options = saved_options.written(Options(transposed=transposed))
        block = report_blocks.add(session, report_id, "participants", options=options)
        material = report_blocks.add(session, report_id, "material")
    _freeze(made, [block, material])
    return report_id


@pytest.mark.parametrize("transposed", [False, True])
@pytest.mark.parametrize(
    ("name", "visibility", "grouping"),
    [
        ("Rolle", "analysis", ""),
        ("Rolle", "grouped", "ansatt = leder, lærer"),
        ("Alder", "analysis", "10"),
        ("Alder", "grouped", "20"),
    ],
)
def test_a_frozen_attribute_that_is_held_back_since_does_not_leave(
    people: Study, name: str, visibility: str, grouping: str, transposed: bool
) -> None:
    report_id = _froze_people(people, transposed)
    before = _whole(people, report_id)
    assert "40–49" in str(before)
    assert "Leder" in str(before)
    with people.edit() as session:
        attribute = _attribute(session, name)
        attributes.set_visibility(session, attribute, visibility, grouping)
        attributes.rename(session, attribute, "Omdøpt")
    after = _whole(people, report_id)
    (told,) = _left_out(after)
    assert "Omdøpt" in told
    assert "40–49" not in str(after.blocks)
    assert "Leder" not in str(after.blocks[2:])
    project = people.project
    project.undo()
    project.undo()
    assert _whole(people, report_id).blocks == before.blocks


@pytest.mark.parametrize("transposed", [False, True])
def test_a_frozen_attribute_stays_though_its_values_change_or_more_may_be_shown(
    people: Study, transposed: bool
) -> None:
    report_id = _froze_people(people, transposed)
    before = _whole(people, report_id)
    with people.edit() as session:
        for row in cases(session):
            edited.set_attribute(session, row.id, "Alder", "77")
            edited.set_attribute(session, row.id, "Rolle", "Rektor")
    assert _whole(people, report_id).blocks == before.blocks
    with people.edit() as session:
        attributes.set_visibility(session, _attribute(session, "Alder"), "shown")
    assert _whole(people, report_id).blocks == before.blocks


@pytest.fixture
def jonas(made: Study) -> frozenset[int]:
    with made.edit() as session:
        return frozenset({coders.ensure(session, "Jonas")})


@pytest.mark.parametrize("name", [*SHOWING, "findings", "codebook"])
def test_a_block_frozen_of_all_codings_is_not_shown_where_only_some_are_read(
    made: Study, jonas: frozenset[int], name: str
) -> None:
    report_id, ids = _froze(made, name, "material")
    before = _whole(made, report_id)
    made.project.coders_read = jonas
    with made.project.read() as session:
        known = whole.parts(session, report_id)
        with pytest.raises(QualtoolError) as refused:
            whole.block_report(session, ids[0])
    assert refused.value.key == "frozen_of_others"
    assert [each.report is None for each in known] == [True, False]
    assert len(_left_out(_whole(made, report_id))) == 1
    made.project.coders_read = None
    assert _whole(made, report_id).blocks == before.blocks


@pytest.mark.parametrize("name", [*SHOWING, "findings", "codebook"])
def test_a_block_frozen_while_some_codings_were_read_says_so_where_all_are(
    made: Study, jonas: frozenset[int], name: str
) -> None:
    with made.edit() as session:
        marte = frozenset({coders.ensure(session, "Marte")})
        report_id = reports.add(session, "Vedlegg", language="en")
        ids = [report_blocks.add(session, report_id, each) for each in (name, "material")]
    made.project.coders_read = jonas
    _freeze(made, ids)
    assert _left_out(_whole(made, report_id)) == []
    made.project.coders_read = None
    everybodys = _whole(made, report_id)
    assert str(everybodys.blocks).count(LINE) == 1
    made.project.coders_read = marte
    assert len(_left_out(_whole(made, report_id))) == 1
