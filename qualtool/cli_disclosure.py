"""The disclosure check from the command line, and the question before anything is exported."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualtool import cli_work
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext

if TYPE_CHECKING:
    from qualtool.core.report import Report
    from qualtool.reports.disclosed import Disclosed
    from qualtool.store.project import Session

Data = dict[str, Any]
_AROUND = 40  # characters shown on each side of what was found


def disclosure(
    study: Path, draft: Path | None, report: str | None, at_most: int | None, as_json: bool
) -> int:
    """Tell what in the report, or in a draft, may tell who somebody is."""
    from qualtool import cli_report
    from qualtool.formats import drafts
    from qualtool.reports import disclosure as check

    written = (drafts.with_asides(drafts.load(draft), draft.name),) if draft is not None else ()
    with cli_work.reading(study) as project, project.read() as session:
        ask = draft is None or report is not None
        wanted = cli_report.called(session, report) if ask else None
        found = check.check(session, wanted, drafts=written, k=at_most)
    if as_json:
        cli_work.say_json(_rows(found))
    else:
        cli_work.say("\n".join(_lines(found)))
    return cli_work.DONE


def unasked() -> click.Option:
    """The option to write a file without being asked whether it may tell who somebody is."""
    return click.Option(
        ["--yes"], is_flag=True, help=_("Write it whatever may tell who somebody is.")
    )


def may_be_written(session: Session, report: Report, *, unasked: bool = False) -> bool:
    """Whether a report may be written: what may tell who somebody is is told of, and asked once.

    Where nobody is there to answer, or with `unasked`, it is told of and written all the same.
    """
    from qualtool.reports.disclosed import still_open
    from qualtool.reports.disclosed_matters import counted, gathered
    from qualtool.reports.disclosure import check

    waiting = gathered(still_open(check(session, report)))
    if not waiting:
        return True
    said = ngettext(
        "{counted} may tell who somebody is; “qualtool disclosure” shows it.",
        "{counted} may tell who somebody is; “qualtool disclosure” shows them.",
        len(waiting),
    )
    cli_work.refuse(said.format(counted=counted(waiting)))
    if unasked or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    return cli_work.agreed(_("Write the file all the same?"))


def _lines(found: Sequence[Disclosed]) -> Iterator[str]:
    """Each matter with its places below it, and last how much there is."""
    from qualtool.core.disclosure import LEVELS
    from qualtool.reports.disclosed import LEVEL_WORDS, still_open
    from qualtool.reports.disclosed_matters import counted, gathered, places_said

    waiting = gathered(still_open(found))
    if not waiting:
        yield _("Nothing was found that may tell who somebody is.")
    for matter in waiting:
        places = f" ({places_said(matter)})" if len(matter.places) > 1 else ""
        yield f"[{_(LEVEL_WORDS[matter.level])}]  {matter.why}{places}"
        for each in matter.places:
            level = f"  [{_(LEVEL_WORDS[each.level])}]" if len(matter.levels) > 1 else ""
            times = f" (×{each.times})" if each.times > 1 else ""
            yield f"    {each.place}{times}{level}: {_context(each)}"
            if own := matter.own_why(each):
                yield f"        {own}"
        yield ""
    if waiting:
        levels = [matter.level for matter in waiting]
        by_level = (
            f"{_(LEVEL_WORDS[each])} {levels.count(each)}" for each in LEVELS if each in levels
        )
        yield f"{counted(waiting)}: {', '.join(by_level)}"
    if decided := gathered(each for each in found if each.decided is not None):
        yield _("Decided already: {counted}.").format(counted=counted(decided))


def _context(each: Disclosed) -> str:
    return "".join(each.around(_AROUND)).strip()


def _rows(found: Sequence[Disclosed]) -> list[Data]:
    """All places as they stand; `matter` counts what is one matter from 1, as it is listed."""
    from qualtool.reports.disclosed import still_open
    from qualtool.reports.disclosed_matters import gathered

    decided = [each for each in found if each.decided is not None]
    matters = (*gathered(still_open(found)), *gathered(decided))
    numbers = {id(each): n for n, matter in enumerate(matters, 1) for each in matter.places}
    return [{"matter": numbers[id(each)], **_data(each)} for each in found]


def _data(each: Disclosed) -> Data:
    return {
        "kind": each.kind,
        "level": each.level,
        "words": each.words,
        "why": each.why,
        "place": each.place,
        "block": each.block,
        "row": each.row,
        "draft": each.draft or None,
        "text": each.text,
        "start": each.start,
        "end": each.end,
        "times": each.times,
        "excerpt": each.excerpt_id,
        "document": each.document or None,
        "remedies": list(each.remedies),
        "decided": None
        if each.decided is None
        else {
            "decision": each.decided.decision,
            "by": each.decided.coder,
            "when_ms": each.decided.created_ms,
            "reason": each.decided.reason,
        },
    }
