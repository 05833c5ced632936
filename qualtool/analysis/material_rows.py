"""The material as a method chapter lists it: what was collected in which phase, and how much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.consent import closed_case_ids
from qualtool.analysis.phases import phases_of_documents, schemes
from qualtool.core import document_kind
from qualtool.store.describing_rows import SchemeRow
from qualtool.store.schema import Activity, Case, Document, DocumentCase


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """The documents of one kind in one phase (None: in none, or the study has no phases).

    `dates` are as written, each once; `first` and `last` ISO days, None where no date can be told.
    `forms` says how many were held in person, by phone or digitally, `timed` how many have a
    duration and `checked` how many are checked against the recording. `groups` counts the
    informants by the case they stand under, else by their kind: (name, kind, how many).
    """

    phase: str | None
    kind: str
    document_ids: tuple[int, ...]
    dates: tuple[str, ...]
    first: str | None
    last: str | None
    collectors: tuple[str, ...]
    forms: tuple[tuple[str, int], ...]
    words: int
    duration_ms: int
    timed: int
    checked: int
    groups: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Material:
    """The rows in the order of phases and of documents, and what does not add up.

    `twice` are documents that fall into two phases and are counted in each, `left_out` those that
    are about nobody but people without consent. `registered` is, for each kind of document that
    activities of the register are named by, how many such activities there are.
    """

    rows: tuple[MaterialRow, ...]
    documents: int
    scheme: SchemeRow | None
    twice: int
    left_out: int
    registered: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Known:
    cases: Mapping[int, Case]
    about: Mapping[int, tuple[int, ...]]  # the cases of each document, without those left out


def material(session: Session, scheme_id: int | None = None) -> Material:
    """What there is, by the phases of a scheme: the first where None, by none where 0."""
    scheme = _scheme(session, scheme_id)
    closed = closed_case_ids(session)
    about: dict[int, list[int]] = defaultdict(list)
    for document_id, case_id in session.execute(
        select(DocumentCase.document_id, DocumentCase.case_id)
    ):
        about[document_id].append(case_id)
    everything = session.scalars(select(Document).order_by(Document.position, Document.id)).all()
    documents = [
        row for row in everything if not about[row.id] or not closed.issuperset(about[row.id])
    ]
    known = _Known(
        {row.id: row for row in session.scalars(select(Case).order_by(Case.position, Case.id))},
        {each: tuple(case for case in ids if case not in closed) for each, ids in about.items()},
    )
    of = phases_of_documents(session, scheme.id) if scheme is not None else {}
    rows: list[MaterialRow] = []
    phases = [(phase.id, phase.name) for phase in scheme.phases] if scheme is not None else []
    for phase_id, name in (*phases, (None, None)):
        inside = [
            row
            for row in documents
            if (phase_id in of.get(row.id, ()) if phase_id is not None else not of.get(row.id))
        ]
        by_kind: dict[str, list[Document]] = defaultdict(list)
        for row in inside:
            by_kind[row.kind].append(row)
        rows += [_row(name, kind, here, known) for kind, here in by_kind.items()]
    names = session.scalars(select(Activity.name))
    return Material(
        rows=tuple(rows),
        documents=len(documents),
        scheme=scheme,
        twice=sum(len(of.get(row.id, ())) > 1 for row in documents),
        left_out=len(everything) - len(documents),
        registered=Counter(kind for name in names if (kind := document_kind.named(name))),
    )


def _scheme(session: Session, scheme_id: int | None) -> SchemeRow | None:
    found = [row for row in schemes(session) if row.phases]
    if scheme_id is None:
        return found[0] if found else None
    return next((row for row in found if row.id == scheme_id), None)


def _row(phase: str | None, kind: str, documents: Sequence[Document], known: _Known) -> MaterialRow:
    people = dict.fromkeys(each for row in documents for each in known.about.get(row.id, ()))
    groups: Counter[tuple[str, str]] = Counter()
    for case_id in people:
        case = known.cases[case_id]
        over = known.cases.get(case.parent_id) if case.parent_id is not None else None
        groups[(over.name, case.kind) if over is not None else ("", case.kind)] += 1
    return MaterialRow(
        phase=phase,
        kind=kind,
        document_ids=tuple(row.id for row in documents),
        dates=tuple(dict.fromkeys(row.date for row in documents if row.date)),
        first=min((row.date_from for row in documents if row.date_from), default=None),
        last=max((row.date_to for row in documents if row.date_to), default=None),
        collectors=tuple(dict.fromkeys(row.collected_by for row in documents if row.collected_by)),
        forms=tuple(Counter(row.form for row in documents if row.form).most_common()),
        words=sum(row.words for row in documents),
        duration_ms=sum(row.duration_ms or 0 for row in documents),
        timed=sum(bool(row.duration_ms) for row in documents),
        checked=sum(row.checked for row in documents),
        groups=tuple((name, kind, count) for (name, kind), count in groups.items()),
    )
