from __future__ import annotations

from qualtool.core.exchange import Writer
from qualtool.core.report import Report


def test_a_writer_that_holds_any_report_has_nothing_to_caution_of() -> None:
    writer = Writer("plain", "Plain text", "txt", lambda report: report.title.encode())
    report = Report(title="Funn", language="nb", blocks=())
    assert writer.write(report) == b"Funn"
    assert writer.cautions(report) == ()
