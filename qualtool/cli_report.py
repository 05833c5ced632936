"""A whole report on the command line: the one that is kept, or the usual appendix."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualtool import cli_work
from qualtool.core.errors import QualtoolError
from qualtool.core.names import same
from qualtool.i18n import LANGUAGES, ngettext
from qualtool.i18n import gettext as _

if TYPE_CHECKING:
    from qualtool.core.report import Report
    from qualtool.store.project import Session
    from qualtool.store.reporting_rows import ReportRow

_PATH = click.Path(readable=False, path_type=Path)


def choices() -> list[click.Parameter]:
    """What can be said of the report; made when asked for, so that the words are those of now."""
    return [
        click.Argument(
            ["out"], type=_PATH, required=False, metavar="[OUT.(docx|xlsx|html|md|csv)]"
        ),
        click.Option(
            ["--report", "name"],
            metavar=_("NAME"),
            help=_("Which report of the project, by its title."),
        ),
        click.Option(
            ["--lang", "--language"],
            type=click.Choice(LANGUAGES),
            help=_("The language of the report."),
        ),
    ]


def report(
    study: Path, out: Path | None, name: str | None, lang: str | None, yes: bool, as_json: bool
) -> int:
    """Write a report to a file, or without a file tell which there are and what is in them."""
    from qualtool import cli_disclosure
    from qualtool.reports import saving

    if out is None:
        return _show(study, as_json)
    there = out.exists()
    with cli_work.reading(study) as project, project.read() as session:
        made = called(session, name, language=lang or "")
        _check_ending(made, out)
        if not cli_disclosure.may_be_written(session, made, unasked=yes):
            cli_work.refuse(_("Nothing was written."))
            return cli_work.REFUSED
    cautions = saving.save(pictured(made, out), out)
    if as_json:
        cli_work.say_json(_data(made, out, [each.message for each in cautions]))
        return cli_work.DONE
    for caution in cautions:
        click.echo(caution.message, err=True)
    words = _("Replaced {file}.") if there else _("Wrote {file}.")
    cli_work.say(words.format(file=out.name))
    return cli_work.DONE


def called(session: Session, name: str | None, *, language: str = "") -> Report:
    """The report of this title; without one the only one there is, or the usual appendix.

    Raises QualtoolError "report_unknown", or "report_unsaid" where there are several.
    """
    from qualtool.analysis.report_list import reports
    from qualtool.reports import whole

    rows = reports(session)
    if name is None and not rows:
        return whole.usual(session, language=language)
    fitting = [row for row in rows if name is None or same(row.title, name)]
    if len(fitting) == 1:
        return whole.whole(session, fitting[0].id, language=language)
    if not rows:
        raise QualtoolError(
            "report_unknown",
            _(
                "There is no report called “{name}”; none is kept in this project. Without "
                "--report, the usual appendix is written."
            ),
            name=name,
        )
    if name is None:
        raise QualtoolError(
            "report_unsaid",
            _("There are several reports: {names}. Say which with --report."),
            names=_listed(rows),
        )
    raise QualtoolError(
        "report_unknown",
        _("There is no report called “{name}”. There are: {names}."),
        name=name,
        names=_listed(rows),
    )


def pictured(made: Report, out: Path) -> Report:
    """The report with bitmaps of its pictures where the file needs them: older Word shows no SVG.

    Only then is any part of the window loaded.
    """
    from qualtool.core.report import figures

    if out.suffix.lower() not in (".docx", ".xlsx") or all(each.png for each in figures(made)):
        return made
    from qualtool.ui.charts import bitmaps

    return bitmaps.with_bitmaps(made)


def _listed(rows: Sequence[ReportRow]) -> str:
    return ", ".join(f"“{row.title}”" for row in rows)


def _check_ending(made: Report, out: Path) -> None:
    """Raises QualtoolError "csv_several" where the file could hold one table and there are more."""
    from qualtool.core.report import tables

    count = len(list(tables(made)))
    if out.suffix.lower() == ".csv" and count > 1:
        raise QualtoolError(
            "csv_several",
            _(
                "“{file}” would hold one table, and there are {count}. Write an .xlsx file, which "
                "has a sheet for each, or one table with “qualtool export”."
            ),
            file=out.name,
            count=count,
        )


def _show(study: Path, as_json: bool) -> int:
    """Tell which reports there are, and which blocks are in each."""
    from qualtool.analysis import report_list
    from qualtool.operations import usual_blocks

    with cli_work.reading(study) as project, project.read() as session:
        rows = report_list.reports(session)
        blocks = {row.id: report_list.blocks(session, row.id) for row in rows}
        usual = list(usual_blocks.blocks(session))
    if as_json:
        cli_work.say_json(
            {
                "reports": [
                    {
                        "title": row.title,
                        "language": row.language,
                        "blocks": [
                            {"name": each.name, "title": each.title, "frozen_ms": each.frozen_ms}
                            for each in blocks[row.id]
                        ],
                    }
                    for row in rows
                ],
                "usual": usual,
            }
        )
        return cli_work.DONE
    for row in rows:
        count = len(blocks[row.id])
        much = ngettext("{count} block", "{count} blocks", count).format(count=count)
        cli_work.say(f"{row.title} ({row.language}) · {much}")
        cli_work.say("\n".join(f"    {each.title or each.name}" for each in blocks[row.id]))
    if not rows:
        cli_work.say(_("No report is kept in this project. The usual appendix would have:"))
        cli_work.say("\n".join(f"    {each}" for each in usual))
    return cli_work.DONE


def _data(made: Report, out: Path, cautions: Sequence[str]) -> dict[str, Any]:
    from qualtool.core.report import Heading, figures, headline, tables

    return {
        "file": str(out),
        "title": made.title,
        "language": made.language,
        "headings": [
            headline(each) for each in made.blocks if isinstance(each, Heading) and each.level == 1
        ],
        "tables": len(list(tables(made))),
        "figures": len(list(figures(made))),
        "cautions": list(cautions),
    }
