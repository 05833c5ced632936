"""A report in a document of the researcher's own, put in and renewed from the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualtool import cli_work
from qualtool.core.names import same
from qualtool.i18n import LANGUAGES, ngettext
from qualtool.i18n import gettext as _

if TYPE_CHECKING:
    from qualtool.core.report import Report
    from qualtool.reports.refreshing import Placed, RefreshOutcome
    from qualtool.store.project import Session

_PATH = click.Path(readable=False, path_type=Path)


def choices() -> list[click.Parameter]:
    """What can be said; made when asked for, so that the words are those of now."""
    return [
        click.Argument(["thesis"], type=_PATH, metavar="THESIS.docx"),
        click.Option(
            ["--report", "name"],
            metavar=_("NAME"),
            help=_("Which report of the project, by its title."),
        ),
        click.Option(
            ["--to"],
            type=_PATH,
            metavar="OTHER.docx",
            help=_("Write another document and leave this one as it is."),
        ),
        click.Option(
            ["--lang", "--language"],
            type=click.Choice(LANGUAGES),
            help=_("The language of the report."),
        ),
    ]


def refresh(
    study: Path,
    thesis: Path,
    name: str | None,
    to: Path | None,
    lang: str | None,
    yes: bool,
    as_json: bool,
) -> int:
    """Renew the blocks of a report where they stand in a document, and add those that are new."""
    from qualtool import cli_disclosure, cli_report
    from qualtool.reports import refreshing

    with cli_work.reading(study) as project, project.read() as session:
        parts, cautions = refreshing.placed(session, _which(session, name), language=lang or "")
        if not cli_disclosure.may_be_written(session, _together(parts), unasked=yes):
            cli_work.refuse(_("Nothing was written."))
            return cli_work.REFUSED
    word = Path("report.docx")
    parts = [replace(each, report=cli_report.pictured(each.report, word)) for each in parts]
    done = refreshing.into(thesis, parts, to, cautions)
    if as_json:
        cli_work.say_json(_data(done))
        return cli_work.DONE
    for caution in done.cautions:
        click.echo(caution.message, err=True)
    _tell(done)
    return cli_work.DONE


def _which(session: Session, name: str | None) -> int | None:
    """The report of this title, the only one there is, or None for the usual appendix."""
    from qualtool import cli_report
    from qualtool.analysis.report_list import reports

    fitting = [row for row in reports(session) if name is None or same(row.title, name)]
    if len(fitting) == 1:
        return fitting[0].id
    cli_report.called(session, name)  # says which there are, unless it is the usual one
    return None


def _together(parts: list[Placed]) -> Report:
    """All that is about to be written, for the disclosure check."""
    from qualtool.core.report import Report

    blocks = tuple(block for each in parts for block in each.report.blocks)
    return Report("", parts[0].report.language if parts else "en", blocks)


def _tell(done: RefreshOutcome) -> None:
    for title in done.left:
        words = _("“{title}” stands in the document, but is no longer in the report; it stays.")
        click.echo(words.format(title=title), err=True)
    for title in done.edited:
        words = _("“{title}” had been changed by hand; it is now as in the report.")
        click.echo(words.format(title=title), err=True)
    if done.kept is not None:
        words = _("The document as it was is kept as {file}.")
        click.echo(words.format(file=done.kept.name), err=True)
    renewed = ngettext("{count} block renewed", "{count} blocks renewed", len(done.replaced))
    added = ngettext("{count} block added", "{count} blocks added", len(done.added))
    cli_work.say(
        f"{done.path.name}: {renewed.format(count=len(done.replaced))}, "
        f"{added.format(count=len(done.added))}."
    )


def _data(done: RefreshOutcome) -> dict[str, Any]:
    return {
        "file": str(done.path),
        "replaced": list(done.replaced),
        "added": list(done.added),
        "left": list(done.left),
        "edited": list(done.edited),
        "kept": None if done.kept is None else str(done.kept),
        "cautions": [each.message for each in done.cautions],
    }
