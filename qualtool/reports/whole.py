"""A whole report: its title, its contents, and each block in its place, counted through.

Each block comes from its builder as it is now, or as it was when it was frozen. A block that
cannot be made is left out, and a caution says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qualtool import i18n
from qualtool.analysis import report_list
from qualtool.analysis.study import study
from qualtool.core import report as model
from qualtool.core import report_json
from qualtool.core.day_words import day_in_words, day_of
from qualtool.core.errors import QualtoolError
from qualtool.core.report import (
    Block,
    Contents,
    Figure,
    Heading,
    Margined,
    Report,
    Table,
    Text,
    paragraph,
)
from qualtool.core.source import Caution
from qualtool.i18n import LANGUAGES, words
from qualtool.i18n import gettext as _
from qualtool.operations import usual_blocks
from qualtool.reports import catalogue, frozen, in_place, saved_options
from qualtool.reports.whose_codings import whose, with_whose
from qualtool.store.project import Session
from qualtool.store.reporting_rows import ReportBlockRow, ReportRow


@dataclass(frozen=True, slots=True)
class Part:
    """A block in its place: `number` counts the blocks that could be made, from 1.

    `report` is what it shows, its captions counted as in the whole; None where it cannot be made,
    for the reason in `refused`.
    """

    row: ReportBlockRow
    number: int
    report: Report | None
    refused: str = ""


def whole(session: Session, report_id: int, *, language: str = "") -> Report:
    """A report as it is written to a file, in its language or another.

    Raises QualtoolError "gone" where the project has no such report.
    """
    row = _report(session, report_id)
    row = replace(row, language=language) if language else row
    return _assembled(session, row, report_list.blocks(session, report_id))


def usual(session: Session, *, language: str = "") -> Report:
    """The appendix that `operations.reports.start` makes, without anything being kept."""
    language = _language(session, language)
    row = ReportRow(0, words(language).gettext("Appendices"), language, True, 0)
    return _assembled(session, row, _usual_rows(session))


def parts(session: Session, report_id: int, *, language: str = "") -> list[Part]:
    """The blocks of a report in their places. Raises QualtoolError as `whole` does."""
    row = _report(session, report_id)
    rows = report_list.blocks(session, report_id)
    return list(_parts(session, language or row.language, rows))


def usual_parts(session: Session, *, language: str = "") -> list[Part]:
    """The blocks of the usual appendix in their places."""
    return list(_parts(session, _language(session, language), _usual_rows(session)))


def block_report(session: Session, block_id: int) -> Report:
    """One block as it stands in its report, with whose codings are in it.

    Raises QualtoolError "gone", or what the block's builder raises.
    """
    here = report_list.block(session, block_id)
    if here is None:
        raise _gone()
    row = _report(session, here.report_id)
    siblings = report_list.blocks(session, here.report_id)
    before = siblings[: [each.id for each in siblings].index(block_id)]
    made = [part for part in _parts(session, row.language, before) if part.report is not None]
    counts = [in_place.counted(part.report) for part in made if part.report is not None]
    tables, figures = sum(each[0] for each in counts), sum(each[1] for each in counts)
    number = len(made) + 1 if len(siblings) > 1 else 0
    report = _in_place(session, here, row.language, number, tables, figures)
    alone = here.frozen_ms is not None or here.name in catalogue.OF_THE_WORK
    return report if alone else with_whose(session, report)


def to_freeze(session: Session, block_id: int) -> str:
    """A block as it is now, as `operations.report_blocks.freeze` keeps it.

    Made in a session that reads: only there is it known whose codings are looked at.
    """
    return report_json.written(block_report(session, block_id))


def _language(session: Session, language: str) -> str:
    language = language or study(session).language
    return language if language in LANGUAGES else "en"


def _usual_rows(session: Session) -> list[ReportBlockRow]:
    return [
        ReportBlockRow(0, 0, name, "", "", options, place, None)
        for place, (name, options) in enumerate(usual_blocks.blocks(session).items())
    ]


def _report(session: Session, report_id: int) -> ReportRow:
    row = report_list.report(session, report_id)
    if row is None:
        raise _gone()
    return row


def _gone() -> QualtoolError:
    return QualtoolError("gone", _("The report is no longer in the project."))


def _assembled(session: Session, row: ReportRow, rows: Sequence[ReportBlockRow]) -> Report:
    made = list(_parts(session, row.language, rows))
    told = whose(session, row.language)
    blocks: list[Block] = [Heading(row.title, 0)]
    if told is not None:
        blocks.append(Text((paragraph(told[0]),)))
    if row.contents and len(rows) > 1:
        blocks.append(Contents(words(row.language).gettext("Contents")))
    for part in made:
        blocks += _untold(part.report.blocks) if part.report is not None else ()
    cautions = (*((told[1],) if told is not None else ()), *_cautions(made))
    return Report(row.title, row.language, tuple(blocks), cautions, told[0] if told else "")


def _parts(session: Session, language: str, rows: Sequence[ReportBlockRow]) -> Iterator[Part]:
    number = tables = figures = 0
    for row in rows:
        counted = number + 1 if len(rows) > 1 else 0
        try:
            report = _in_place(session, row, language, counted, tables, figures)
        except QualtoolError as refusal:
            yield Part(row, 0, None, str(refusal))
            continue
        number += 1
        more = in_place.counted(report)
        tables, figures = tables + more[0], figures + more[1]
        yield Part(row, number, report)


def _in_place(
    session: Session, row: ReportBlockRow, language: str, number: int, tables: int, figures: int
) -> Report:
    """A block under its heading; `number` is 0 where there is no other to tell it from."""
    options = replace(saved_options.read(row.options), language=language, number=tables + 1)

    def now() -> Report:
        return catalogue.bare(session, row.name, options)

    report = now() if row.frozen_ms is None else frozen.kept(session, row.id, now)
    said = words(language).gettext("Appendix {number}").format(number=number) if number else ""
    report = in_place.opened(in_place.headed(report, row.title, said), row.opening)
    report = in_place.numbered(report, tables, figures, language)
    return report if row.frozen_ms is None else _dated(report, row.frozen_ms)


def _dated(report: Report, frozen_ms: int) -> Report:
    """A frozen block, with a caution that says from when it is."""
    day = day_in_words(day_of(frozen_ms), i18n.language())
    message = _("“{title}” is frozen as it was on {day}.").format(title=report.title, day=day)
    caution = Caution("frozen", message)
    return replace(report, cautions=(caution, *report.cautions))


def _untold(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks without the cautions of their own, which the whole tells once."""
    for each in blocks:
        yield replace(each, cautions=()) if isinstance(each, Table | Figure | Margined) else each


def _cautions(made: Sequence[Part]) -> Iterator[Caution]:
    """What is to be known of the blocks: what several say is said once, the rest with its block."""
    told = (
        (part.report.title if part.report is not None else "", caution)
        for part in made
        for caution in told_of(part)
    )
    return named(list(told), alone=len(made) == 1)


def named(found: Sequence[tuple[str, Caution]], *, alone: bool) -> Iterator[Caution]:
    """Cautions, each once and with the title of its block where only one block says it.

    Not so where the block is `alone`, has no title, or names itself in the caution.
    """
    often = Counter(caution for _title, caution in found)
    told: set[Caution] = set()
    for title, caution in found:
        if caution in told:
            continue
        told.add(caution)
        if not title or often[caution] > 1 or alone or caution.key == "frozen":
            yield caution
        else:
            yield replace(caution, message=f"{title}: {caution.message}")


def told_of(part: Part) -> tuple[Caution, ...]:
    """What is to be known of a block: what it says itself, or why it was left out."""
    if part.report is not None:
        return tuple(dict.fromkeys(model.cautions(part.report)))
    titles = {each.name: each.title for each in catalogue.BLOCKS}
    title = part.row.title or (_(titles[part.row.name]) if part.row.name in titles else "")
    message = _("“{title}” was left out. {reason}")
    said = message.format(title=title or part.row.name, reason=part.refused)
    return (Caution("block_left_out", said),)
