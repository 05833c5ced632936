"""Whose codings a report holds, said in it where they are not everybody's."""

from __future__ import annotations

from dataclasses import replace

from qualtool.analysis.codebook import coders_read
from qualtool.core.report import Figure, Report, Table
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.i18n import words
from qualtool.store.project import Session


def whose(session: Session, language: str) -> tuple[str, Caution] | None:
    """A line on whose codings alone are read now, and a caution; None where everybody's are.

    While a coder works blind, or looks at one coder's work, nothing of the others' is counted or
    quoted, and a file that is read later must say so.
    """
    read = coders_read(session)
    if read is None:
        return None
    names = ", ".join(read)
    said = words(language).gettext("Only the codings of {coders} are counted and quoted here.")
    message = _("Only the codings of {coders} are in this.").format(coders=names)
    return said.format(coders=names), Caution("whose_codings", message)


def with_whose(session: Session, report: Report) -> Report:
    """The report as it is, or with a line under each table on whose codings alone are in it."""
    told = whose(session, report.language)
    if told is None:
        return report
    line, caution = told
    blocks = tuple(
        replace(each, note=" ".join(part for part in (each.note, line) if part))
        if isinstance(each, Table | Figure)
        else each
        for each in report.blocks
    )
    return replace(report, blocks=blocks, method=line, cautions=(*report.cautions, caution))
