"""What is missing from, or cannot be right about, the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.texts import readings
from qualtool.core.dates import read
from qualtool.i18n import ngettext
from qualtool.store.describing_rows import About, Disagreement
from qualtool.store.rows import Reading
from qualtool.store.schema import Document, DocumentCase

TALKS: Final = ("interview", "focus_group")  # kinds that are recorded, and are about somebody
SLACK_MS: Final = 60_000  # a duration is often given in whole minutes


def found(session: Session) -> Iterator[Disagreement]:
    """Each thing that is odd about documents, with the documents it is odd about."""
    rows = session.scalars(select(Document).order_by(Document.position, Document.id)).all()
    states = {row.id: read(row.date).state for row in rows}
    undated = [_about(row) for row in rows if states[row.id] == "empty"]
    yield from told(
        "document_undated",
        ngettext("{count} document has no date.", "{count} documents have no date.", len(undated)),
        undated,
    )
    impossible = [_about(row, row.date) for row in rows if states[row.id] == "impossible"]
    yield from told(
        "document_date_impossible",
        ngettext(
            "The date of {count} document does not exist.",
            "The dates of {count} documents do not exist.",
            len(impossible),
        ),
        impossible,
    )
    unreadable = [_about(row, row.date) for row in rows if states[row.id] == "unreadable"]
    yield from told(
        "document_date_unreadable",
        ngettext(
            "The date of {count} document cannot be read.",
            "The dates of {count} documents cannot be read.",
            len(unreadable),
        ),
        unreadable,
    )
    yield from _talks(session, [row for row in rows if row.kind in TALKS])
    yield from _stamps(session, [row for row in rows if row.duration_ms])


def told(key: str, message: str, about: Iterable[About]) -> Iterator[Disagreement]:
    """A disagreement about something, its message filled in; nothing where it is about nothing."""
    things = tuple(about)
    if things:
        yield Disagreement(key, message.format(count=len(things)), things)


def clock(ms: int) -> str:
    """A time in a recording: 1:02:03, or 2:03 where it is less than an hour."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _talks(session: Session, rows: Iterable[Document]) -> Iterator[Disagreement]:
    rows = list(rows)
    untimed = [_about(row) for row in rows if not row.duration_ms]
    yield from told(
        "duration_missing",
        ngettext(
            "{count} interview has no duration.",
            "{count} interviews have no duration.",
            len(untimed),
        ),
        untimed,
    )
    tied = set(session.scalars(select(DocumentCase.document_id)))
    loose = [_about(row) for row in rows if row.id not in tied]
    yield from told(
        "interview_without_case",
        ngettext(
            "{count} interview is about no case.",
            "{count} interviews are about no case.",
            len(loose),
        ),
        loose,
    )


def _stamps(session: Session, rows: Iterable[Document]) -> Iterator[Disagreement]:
    rows = list(rows)
    pages = readings(session, (row.id for row in rows))
    beyond = [
        _about(row, f"{clock(last)} > {clock(row.duration_ms or 0)}")
        for row in rows
        if row.id in pages
        and (last := _last_stamp(pages[row.id])) > (row.duration_ms or 0) + SLACK_MS
    ]
    yield from told(
        "stamp_beyond_duration",
        ngettext(
            "The time stamps of {count} document go beyond its duration.",
            "The time stamps of {count} documents go beyond their durations.",
            len(beyond),
        ),
        beyond,
    )


def _last_stamp(page: Reading) -> int:
    stamps = [
        *(anchor.ms for anchor in page.anchors),
        *(turn.start_ms or 0 for turn in page.turns),
        *(turn.end_ms or 0 for turn in page.turns),
    ]
    return max(stamps, default=0)


def _about(row: Document, detail: str = "") -> About:
    return About("document", row.id, row.name, detail)
