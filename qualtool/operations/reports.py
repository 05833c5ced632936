"""Reports of the project: documents made of blocks, such as the appendix of a thesis."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, required
from qualtool.i18n import LANGUAGES, words
from qualtool.i18n import gettext as _
from qualtool.operations import usual_blocks
from qualtool.operations.finding import arrange, change, many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Report, ReportBlock, Study

FIELDS: Final = ("title", "language", "contents")


def start(session: Session, *, title: str = "", language: str = "") -> int:
    """Make the usual appendix, with every block that has something in it; the report's id.

    Without a title it gets one that is free, in its language: the study's, where none is given.
    Raises QualtoolError as `add` does.
    """
    language = language or _language(session)
    report_id = add(session, title or _free_title(session, language), language=language)
    blocks = usual_blocks.blocks(session)
    session.add_all(
        ReportBlock(report_id=report_id, name=name, options=options, position=place)
        for place, (name, options) in enumerate(blocks.items())
    )
    session.flush()
    tell(session, blocks=len(blocks))
    return report_id


def add(session: Session, title: str, *, language: str = "") -> int:
    """Make an empty report, last of all; its id.

    Raises QualtoolError: "name_empty", "name_long", "report_exists", "language_unknown".
    """
    title = _own_title(session, title)
    language = _known(language or _language(session))
    report = Report(title=title, language=language, position=len(in_order(session)))
    session.add(report)
    session.flush()
    tell(session, report=title)
    return report.id


def describe(session: Session, report_id: int, **fields: object) -> None:
    """Change any of `FIELDS` of a report. Raises QualtoolError as `add` does."""
    report = one(session, Report, report_id)
    tell(session, old=report.title)
    if "title" in fields:
        fields["title"] = _own_title(session, str(fields["title"]), but=report_id)
        tell(session, renamed=int(fields["title"] != report.title))
    if "language" in fields:
        fields["language"] = _known(str(fields["language"]))
    change(report, FIELDS, fields)
    tell(session, report=report.title)


def move(session: Session, report_ids: Iterable[int], position: int | None) -> None:
    """Put reports before the one now at `position` (None: last), in the order given."""
    reports = many(session, Report, report_ids)
    tell(session, report=reports[0].title if reports else "", reports=len(reports))
    arrange(in_order(session), reports, position)


def remove(session: Session, report_ids: Iterable[int]) -> None:
    """Take reports away with their blocks; what they told of stays."""
    reports = many(session, Report, report_ids)
    tell(session, report=reports[0].title if reports else "", reports=len(reports))
    for report in reports:
        session.delete(report)
    session.flush()
    session.expire_all()
    number(in_order(session))


def in_order(session: Session) -> list[Report]:
    """All reports, in their order."""
    return list(session.scalars(select(Report).order_by(Report.position, Report.id)))


def _own_title(session: Session, title: str, but: int | None = None) -> str:
    title = required(title)
    if any(folded(row.title) == folded(title) and row.id != but for row in in_order(session)):
        raise QualtoolError(
            "report_exists",
            _("There is a report called “{title}” already. Choose another title."),
            title=title,
        )
    return title


def _free_title(session: Session, language: str) -> str:
    taken = {folded(row.title) for row in in_order(session)}
    title = words(language).gettext("Appendices")
    numbered = (f"{title} {each}" for each in count(2))
    return title if folded(title) not in taken else next(
        each for each in numbered if folded(each) not in taken
    )  # fmt: skip


def _language(session: Session) -> str:
    language = session.scalars(select(Study.language).order_by(Study.id).limit(1)).first()
    return language if language in LANGUAGES else "en"


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise QualtoolError(
            "language_unknown",
            _("A report can be written in these languages: {languages}."),
            languages=", ".join(LANGUAGES),
        )
    return language
