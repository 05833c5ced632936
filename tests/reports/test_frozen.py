"""What is frozen is shown as it was, but never what may not be shown today."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.analysis.cases import cases
from qualtool.core.report import Report
from qualtool.operations import coding, consent, documents, report_blocks, reports
from qualtool.reports import whole
from qualtool.store.project import Session
from tests.reports.invented import ONE, TWO, Study, coded_study

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
