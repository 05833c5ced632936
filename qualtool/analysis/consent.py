"""Who has agreed to take part, and whose words may therefore not be used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.placing import cases_maybe_in_excerpts
from qualtool.analysis.texts import readings
from qualtool.store.describing_rows import ClosedCase, ConsentRow, ConsentState
from qualtool.store.schema import Case, Consent, Document, DocumentCase, Excerpt
from qualtool.store.selecting import listed


def consents(session: Session) -> dict[int, ConsentRow]:
    """What is noted of each case's consent, by the case; the newest note where there are more."""
    rows = session.execute(
        select(Consent, Case.name)
        .join(Case, Case.id == Consent.case_id)
        .order_by(Case.position, Case.id, Consent.id)
    )
    return {
        row.case_id: ConsentRow(
            id=row.id,
            case_id=row.case_id,
            case=name,
            given=row.given,
            date=row.date,
            scope=row.scope,
            withdrawn=row.withdrawn,
            state=_state(row),
        )
        for row, name in rows
    }


def closed_case_ids(session: Session) -> frozenset[int]:
    """The cases that have refused or withdrawn."""
    return frozenset(row.case_id for row in consents(session).values() if row.state != "given")


def closed_cases(session: Session) -> list[ClosedCase]:
    """The cases that have refused or withdrawn, with the documents and excerpts of theirs."""
    closed = [row for row in consents(session).values() if row.state != "given"]
    if not closed:
        return []
    documents: dict[int, list[int]] = defaultdict(list)
    for case_id, document_id in session.execute(
        select(DocumentCase.case_id, DocumentCase.document_id)
        .join(Document, Document.id == DocumentCase.document_id)
        .where(DocumentCase.case_id.in_(listed(row.case_id for row in closed)))
        .order_by(Document.position, Document.id)
    ):
        documents[case_id].append(document_id)
    whose = cases_maybe_in_excerpts(session)
    in_order = session.scalars(
        select(Excerpt.id)
        .join(Document, Document.id == Excerpt.document_id)
        .order_by(Document.position, Document.id, Excerpt.start, Excerpt.id)
    ).all()
    return [
        ClosedCase(
            case_id=row.case_id,
            case=row.case,
            state=row.state,
            document_ids=tuple(documents[row.case_id]),
            excerpt_ids=tuple(each for each in in_order if row.case_id in whose[each]),
        )
        for row in closed
    ]


def closed_excerpts(session: Session) -> frozenset[int]:
    """The excerpts that somebody speaks in who has refused or withdrawn."""
    return frozenset(each for case in closed_cases(session) for each in case.excerpt_ids)


def closed_documents(session: Session) -> frozenset[int]:
    """The documents that are about nobody but cases that have refused or withdrawn."""
    closed = closed_case_ids(session)
    if not closed:
        return frozenset()
    about: dict[int, set[int]] = defaultdict(set)
    for case_id, document_id in session.execute(
        select(DocumentCase.case_id, DocumentCase.document_id)
    ):
        about[document_id].add(case_id)
    return frozenset(each for each, case_ids in about.items() if case_ids <= closed)


def closed_spans(session: Session) -> dict[int, tuple[tuple[int, int], ...]]:
    """Where in each document somebody speaks who has refused or withdrawn, in order.

    A document that is about such a case alone is closed as a whole. Where it is not known which of
    the speakers such a case is, all is closed but what others and interviewers are known to say.
    """
    closed = closed_case_ids(session)
    about: dict[int, set[int]] = defaultdict(set)
    for case_id, document_id in session.execute(
        select(DocumentCase.case_id, DocumentCase.document_id)
    ):
        about[document_id].add(case_id)
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    touched = [each for each, case_ids in about.items() if case_ids & closed]
    for document_id, page in readings(session, touched).items():
        if about[document_id] <= closed:
            found[document_id] = ((0, len(page.text)),)
            continue
        theirs = {row.number for row in page.speakers if row.case_id in closed}
        if (about[document_id] & closed) <= {row.case_id for row in page.speakers}:
            found[document_id] = tuple(
                (turn.start, turn.end) for turn in page.turns if turn.speaker in theirs
            )
            continue
        others = {
            row.number
            for row in page.speakers
            if row.number not in theirs and (row.case_id or row.role == "interviewer")
        }
        said = [(turn.start, turn.end) for turn in page.turns if turn.speaker in others]
        found[document_id] = tuple(_between(said, page.text))
    return found


def _between(spans: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """The words of a text that lie in none of the spans."""
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        words = text[at:start].strip()
        if words:
            first = text.index(words, at)
            yield first, first + len(words)
        at = max(at, end)


def _state(row: Consent) -> ConsentState:
    if row.withdrawn:
        return "withdrawn"
    return "given" if row.given else "refused"
