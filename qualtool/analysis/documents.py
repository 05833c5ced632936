"""The documents of the project, and one of them to be read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.tally import Tally
from qualtool.analysis.texts import readings
from qualtool.analysis.use import counted, counted_so_far
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store.kept import kept
from qualtool.store.rows import DocumentRow, Reading
from qualtool.store.schema import Case, Document, DocumentCase

_SHAPE: Final = frozenset({"document", "document_case", "case"})


def documents(session: Session, *, wait: bool = True) -> list[DocumentRow]:
    """All documents in the order of the list, each with how much is coded in it.

    Who does not `wait` for that to be counted gets 0 for all until it is.
    """
    rows = kept(session, "document rows", _SHAPE, lambda: _rows(session))
    use = counted(session) if wait else counted_so_far(session) or Tally()
    for number, row in enumerate(rows):
        excerpts, codings = use.documents[row.id], use.codings[row.id]
        if row.excerpts != excerpts or row.codings != codings:
            rows[number] = replace(row, excerpts=excerpts, codings=codings)
    return list(rows)


def _rows(session: Session) -> list[DocumentRow]:
    rows = session.scalars(select(Document).order_by(Document.position, Document.id)).all()
    cases: dict[int, list[str]] = defaultdict(list)
    for document_id, name in session.execute(
        select(DocumentCase.document_id, Case.name)
        .join(Case, Case.id == DocumentCase.case_id)
        .order_by(Case.position, Case.id)
    ):
        cases[document_id].append(name)
    return [
        DocumentRow(
            id=row.id,
            guid=row.guid,
            name=row.name,
            kind=row.kind,
            language=row.language,
            format=row.format,
            date=row.date,
            place=row.place,
            form=row.form,
            duration_ms=row.duration_ms,
            checked=row.checked,
            quoting_allowed=row.quoting_allowed,
            note=row.note,
            position=row.position,
            words=row.words,
            length=row.length,
            excerpts=0,
            codings=0,
            cases=tuple(cases[row.id]),
        )
        for row in rows
    ]


def reading(session: Session, document_id: int) -> Reading:
    """A document's text with its turns and places. Raises QualtoolError "gone"."""
    found = readings(session, [document_id]).get(document_id)
    if found is None:
        raise QualtoolError("gone", _("This document is no longer in the project."))
    return found


def content_hashes(session: Session) -> dict[str, str]:
    """The document each imported file became: its SHA-256 (hexadecimal) to the document's name."""
    rows = session.execute(
        select(Document.content_hash, Document.name).where(Document.content_hash != "")
    )
    return dict(rows.all())
