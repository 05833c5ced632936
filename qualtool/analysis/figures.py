"""What a method chapter says of the material: how many documents, words, minutes and cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.phases import phases_of_documents, schemes
from qualtool.store.describing_rows import Figure, FigureRow, Figures
from qualtool.store.schema import Case, Document, DocumentCase


@dataclass(frozen=True, slots=True)
class _Material:
    documents: Sequence[Document]
    cases: Mapping[int, frozenset[int]]  # by document
    kinds: Mapping[int, str]  # by case


def figures(session: Session) -> Figures:
    """How much there is of everything, of each kind of document and of case, and in each phase.

    Counted anew each time. A document that concerns cases of two kinds, or falls into two phases,
    counts in both, so that the parts may come to more than the whole; a span of dates runs from
    the first day of the earliest date to the last day of the latest.
    """
    material = _material(session)
    documents = material.documents
    return Figures(
        everything=_row(material, documents),
        by_kind=tuple(
            _row(material, rows, kind=kind) for kind, rows in _by_kind(documents).items()
        ),
        by_case_kind=tuple(
            _row(
                material,
                [row for row in documents if _concerns(material, row, kind)],
                case_kind=kind,
            )
            for kind in dict.fromkeys(material.kinds.values())
            if any(_concerns(material, row, kind) for row in documents)
        ),
        by_phase={
            scheme.id: tuple(
                _in_scheme(
                    material,
                    [(phase.id, phase.name) for phase in scheme.phases],
                    phases_of_documents(session, scheme.id),
                )
            )
            for scheme in schemes(session)
        },
    )


def _in_scheme(
    material: _Material, phases: Iterable[tuple[int, str]], of: Mapping[int, Collection[int]]
) -> Iterable[FigureRow]:
    """A row for each phase and kind of document in it; what is in no phase comes last."""
    for phase_id, name in (*phases, (0, "")):
        inside = [
            row
            for row in material.documents
            if (phase_id in of[row.id] if phase_id else not of[row.id])
        ]
        for kind, rows in _by_kind(inside).items():
            yield _row(material, rows, kind=kind, phase_id=phase_id, phase=name)


def _material(session: Session) -> _Material:
    ties: dict[int, set[int]] = defaultdict(set)
    for document_id, case_id in session.execute(
        select(DocumentCase.document_id, DocumentCase.case_id)
    ):
        ties[document_id].add(case_id)
    kinds = select(Case.id, Case.kind).order_by(Case.position, Case.id)
    return _Material(
        documents=session.scalars(select(Document).order_by(Document.position, Document.id)).all(),
        cases={document_id: frozenset(ids) for document_id, ids in ties.items()},
        kinds=dict(session.execute(kinds).all()),
    )


def _by_kind(documents: Iterable[Document]) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = defaultdict(list)
    for row in documents:
        found[row.kind].append(row)
    return found


def _concerns(material: _Material, row: Document, kind: str) -> bool:
    return any(material.kinds[each] == kind for each in material.cases.get(row.id, ()))


def _row(
    material: _Material,
    documents: Sequence[Document],
    *,
    kind: str = "",
    phase_id: int | None = None,
    phase: str = "",
    case_kind: str = "",
) -> FigureRow:
    cases = {
        each
        for row in documents
        for each in material.cases.get(row.id, ())
        if not case_kind or material.kinds[each] == case_kind
    }
    return FigureRow(
        figure=Figure(
            documents=len(documents),
            words=sum(row.words for row in documents),
            duration_ms=sum(row.duration_ms or 0 for row in documents),
            timed=sum(bool(row.duration_ms) for row in documents),
            cases=len(cases),
            date_from=min((row.date_from for row in documents if row.date_from), default=None),
            date_to=max((row.date_to for row in documents if row.date_to), default=None),
        ),
        document_ids=tuple(row.id for row in documents),
        kind=kind,
        phase_id=phase_id,
        phase=phase,
        case_kind=case_kind,
    )
