"""What is missing from, or cannot be right about, cases, activities, phases and the guide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.activities import activities
from qualtool.analysis.attributes import attributes
from qualtool.analysis.consent import closed_cases, consents
from qualtool.analysis.guide import asked, guides
from qualtool.analysis.odd_documents import told
from qualtool.analysis.phases import schemes, swimlanes
from qualtool.core.dates import read
from qualtool.core.names import excerpted, folded
from qualtool.i18n import ngettext
from qualtool.store.describing_rows import About, ActivityRow, Disagreement
from qualtool.store.schema import Case, Document, DocumentCase


def found(session: Session) -> Iterator[Disagreement]:
    """Each thing that is odd, with what it is odd about."""
    yield from _cases(session)
    yield from _values(session)
    register = activities(session)
    yield from _dates(register)
    yield from _numbers(register)
    yield from _outcomes(session, register)
    yield from _phases(session)
    yield from _guides(session)


def _cases(session: Session) -> Iterator[Disagreement]:
    people = session.scalars(
        select(Case).where(Case.kind == "participant").order_by(Case.position, Case.id)
    ).all()
    known = consents(session)
    without = [About("case", row.id, row.name) for row in people if row.id not in known]
    yield from told(
        "participant_without_consent",
        ngettext(
            "No consent is noted for {count} participant.",
            "No consent is noted for {count} participants.",
            len(without),
        ),
        without,
    )
    dates = [
        About("case", row.case_id, row.case, date)
        for row in known.values()
        for date in (row.date, row.withdrawn)
        if read(date).state == "impossible"
    ]
    yield from told(
        "consent_date_impossible",
        ngettext(
            "{count} date of consent does not exist.",
            "{count} dates of consent do not exist.",
            len(dates),
        ),
        dates,
    )
    quoted = [
        About("case", row.case_id, row.case, str(len(row.excerpt_ids)))
        for row in closed_cases(session)
        if row.excerpt_ids
    ]
    yield from told(
        "coded_without_consent",
        ngettext(
            "Excerpts are coded of {count} case that has refused or withdrawn consent; reports "
            "leave them out.",
            "Excerpts are coded of {count} cases that have refused or withdrawn consent; reports "
            "leave them out.",
            len(quoted),
        ),
        quoted,
    )
    tied = set(session.scalars(select(DocumentCase.case_id)))
    silent = [About("case", row.id, row.name) for row in people if row.id not in tied]
    yield from told(
        "participant_without_document",
        ngettext(
            "{count} participant is in no document.",
            "{count} participants are in no document.",
            len(silent),
        ),
        silent,
    )


def _values(session: Session) -> Iterator[Disagreement]:
    unfit = [
        About("attribute", row.id, row.name, str(row.unfit))
        for target in ("case", "document")
        for row in attributes(session, target)
        if row.unfit
    ]
    yield from told(
        "values_unfit",
        ngettext(
            "{count} attribute has values that do not fit its kind.",
            "{count} attributes have values that do not fit their kind.",
            len(unfit),
        ),
        unfit,
    )


def _dates(register: list[ActivityRow]) -> Iterator[Disagreement]:
    undated = [_about(row) for row in register if row.date_state == "empty"]
    yield from told(
        "activity_undated",
        ngettext("{count} activity has no date.", "{count} activities have no date.", len(undated)),
        undated,
    )
    impossible = [_about(row, row.date) for row in register if row.date_state == "impossible"]
    yield from told(
        "activity_date_impossible",
        ngettext(
            "The date of {count} activity does not exist.",
            "The dates of {count} activities do not exist.",
            len(impossible),
        ),
        impossible,
    )
    unreadable = [_about(row, row.date) for row in register if row.date_state == "unreadable"]
    yield from told(
        "activity_date_unreadable",
        ngettext(
            "The date of {count} activity cannot be read.",
            "The dates of {count} activities cannot be read.",
            len(unreadable),
        ),
        unreadable,
    )


def _numbers(register: list[ActivityRow]) -> Iterator[Disagreement]:
    by_number: dict[str, list[ActivityRow]] = defaultdict(list)
    for row in register:
        if row.number:
            by_number[folded(row.number)].append(row)
    twice = [
        _about(row, row.number) for rows in by_number.values() if len(rows) > 1 for row in rows
    ]
    yield from told(
        "number_twice",
        ngettext(
            "{count} activity shares its number with another.",
            "{count} activities share their numbers with others.",
            len(twice),
        ),
        twice,
    )


def _outcomes(session: Session, register: list[ActivityRow]) -> Iterator[Disagreement]:
    """Documents that are dated before the activity that they came of."""
    documents = {row.id: row for row in session.scalars(select(Document))}
    early = [
        About("document", document.id, document.name, f"{document.date} < {row.date}")
        for row in register
        for document in (documents[each] for each in row.document_ids)
        if document.date_to and row.date_from and document.date_to < row.date_from
    ]
    yield from told(
        "document_before_activity",
        ngettext(
            "{count} document is older than the activity it came of.",
            "{count} documents are older than the activities they came of.",
            len(early),
        ),
        early,
    )


def _phases(session: Session) -> Iterator[Disagreement]:
    open_ended: list[About] = []
    astride: list[About] = []
    outside: list[About] = []
    for scheme in schemes(session):
        found = swimlanes(session, scheme.id)
        open_ended += [
            About("phase", phase.id, phase.name, scheme.name)
            for phase in scheme.phases
            if not (phase.date_from or phase.date_to)
        ]
        astride += [
            About(item.target, item.id, item.name, lane.phase.name)
            for lane in found.lanes
            for item in lane.items
            if item.straddles
        ]
        if scheme.phases:
            outside += [
                About(item.target, item.id, item.name, scheme.name) for item in found.between
            ]
    yield from told(
        "phase_undated",
        ngettext("{count} phase has no dates.", "{count} phases have no dates.", len(open_ended)),
        open_ended,
    )
    yield from told(
        "phase_straddled",
        ngettext(
            "A date reaches out of its phase in {count} place.",
            "A date reaches out of its phase in {count} places.",
            len(astride),
        ),
        astride,
    )
    yield from told(
        "phase_none",
        ngettext(
            "{count} entry has a date that is in no phase.",
            "{count} entries have dates that are in no phase.",
            len(outside),
        ),
        outside,
    )


def _guides(session: Session) -> Iterator[Disagreement]:
    names = {row.id: row.name for row in session.scalars(select(Document))}
    answered: list[About] = []
    for guide in guides(session):
        texts = {row.id: f"{row.number} {row.text}".strip() for row in guide.questions}
        answered += [
            About("document", cell.document_id, names[cell.document_id],
                  excerpted(texts[cell.question_id]))
            for cell in asked(session, guide.id)
            if cell.state != "answered" and cell.answers
        ]  # fmt: skip
    yield from told(
        "answered_though_not_asked",
        ngettext(
            "{count} question is marked as not asked or declined, yet has an answer.",
            "{count} questions are marked as not asked or declined, yet have answers.",
            len(answered),
        ),
        answered,
    )


def _about(row: ActivityRow, detail: str = "") -> About:
    return About("activity", row.id, row.name, detail)
