"""Who or what the study is about: cases, their attributes, and the documents they are tied to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, required
from qualtool.core.ordering import above, below, downwards, placed, top_of
from qualtool.i18n import gettext as _
from qualtool.operations import attributes, value_rows
from qualtool.operations.finding import change, many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Attribute, Case, Document, DocumentCase, Speaker
from qualtool.store.selecting import listed

FIELDS: Final = ("kind", "note")


def ensure(
    session: Session, name: str, *, kind: str = "participant", parent_id: int | None = None
) -> int:
    """The case of this name, made if there is none. Raises QualtoolError "name_empty"."""
    name = required(name)
    found = _named(session, name)
    return add(session, name, kind=kind, parent_id=parent_id) if found is None else found


def add(
    session: Session,
    name: str,
    *,
    kind: str = "participant",
    parent_id: int | None = None,
    note: str = "",
) -> int:
    """Make a case; its id. Raises QualtoolError: "name_empty", "case_exists", "gone"."""
    name = required(name)
    _check_name(session, name)
    if parent_id is not None:
        one(session, Case, parent_id)
    return _new(session, name, kind, parent_id, note)


def ensure_all(session: Session, kinds: Mapping[str, str]) -> dict[str, int]:
    """The case of each name, made with the kind given where there is none, last of all; by name.

    Raises QualtoolError: "name_empty", "name_long".
    """
    held = {folded(name): row_id for row_id, name in _names(session)}
    rows: dict[str, Case] = {}
    for name, kind in kinds.items():
        form = folded(required(name))
        if form not in held and form not in rows:
            position = len(held) + len(rows)
            rows[form] = Case(name=required(name), kind=kind, position=position)
    session.add_all(rows.values())
    session.flush()
    held |= {form: row.id for form, row in rows.items()}
    return {name: held[folded(name)] for name in kinds}


def rename(session: Session, case_id: int, name: str) -> None:
    """Give a case another name. Raises QualtoolError: "name_empty", "case_exists", "gone"."""
    case = one(session, Case, case_id)
    name = required(name)
    _check_name(session, name, but=case_id)
    tell(session, case=name, old=case.name)
    case.name = name


def describe(session: Session, case_id: int, **fields: object) -> None:
    """Write what a case is: any of `FIELDS`."""
    case = one(session, Case, case_id)
    tell(session, case=case.name)
    change(case, FIELDS, fields)


def set_kind(session: Session, case_ids: Iterable[int], kind: str) -> None:
    """Say what kind of case these are: a key of `core.case_kind`, or the researcher's own word."""
    rows = many(session, Case, case_ids)
    kind = required(kind)
    if rows:
        tell(session, case=rows[0].name, cases=len(rows), kind=kind)
    for row in rows:
        row.kind = kind


def move(
    session: Session, case_ids: Iterable[int], *, parent_id: int | None, position: int | None = None
) -> None:
    """Put cases under another (None: at the top), before the one at `position` of what is there.

    What stands under them comes along. Raises QualtoolError: "case_cycle", "gone".
    """
    rows = many(session, Case, case_ids)
    parents = {row.id: row.parent_id for row in _in_order(session)}
    into = None if parent_id is None else one(session, Case, parent_id)
    moving = top_of((row.id for row in rows), parents)
    if parent_id in below(moving, parents):
        raise QualtoolError("case_cycle", _("A case cannot be put under itself."))
    if rows:
        tell(session, case=rows[0].name, cases=len(moving), into=into.name if into else None)
    there = [each for each, parent in parents.items() if parent == parent_id]
    order = placed(there, moving, position)
    others = [pair for pair in parents.items() if pair[0] not in order]
    by_id = {row.id: row for row in _in_order(session)}
    for each in moving:
        by_id[each].parent_id = parent_id
    number(by_id[each] for each in downwards([*others, *((each, parent_id) for each in order)]))
    session.flush()


def place(session: Session, parents: Mapping[int, int | None]) -> None:
    """Put each of these cases under the one given (None: at the top), last of what is there.

    Whoever would come to stand under itself stays where it is. Raises QualtoolError "gone".
    """
    rows = {row.id: row for row in many(session, Case, parents)}
    many(session, Case, {each for each in parents.values() if each is not None})
    held = {row.id: row.parent_id for row in _in_order(session)}
    wanted = {**held, **parents}
    for case_id, parent_id in parents.items():
        if case_id not in above(case_id, wanted):
            rows[case_id].parent_id = parent_id
    session.flush()
    in_order = {row.id: row for row in _in_order(session)}
    tree = downwards((row.id, row.parent_id) for row in in_order.values())
    number(in_order[each] for each in tree)


def set_attribute(session: Session, case_id: int, name: str, value: str) -> None:
    """Give a case a value of an attribute, which is made if missing; an empty value goes away."""
    case = one(session, Case, case_id)
    tell(session, case=case.name)
    attribute = one(session, Attribute, attributes.ensure(session, name))
    tell(session, attribute=attribute.name)
    value_rows.write(session, attribute, {case_id: value})


def tie(session: Session, document_id: int, case_id: int) -> None:
    """Note that a document concerns a case."""
    document, case = one(session, Document, document_id), one(session, Case, case_id)
    tell(session, document=document.name, case=case.name)
    tied = select(DocumentCase.case_id).where(DocumentCase.document_id == document_id)
    if case_id not in session.scalars(tied).all():
        session.add(DocumentCase(document_id=document_id, case_id=case_id))
        session.flush()


def untie(session: Session, document_id: int, case_id: int) -> None:
    """Note that a document does not concern a case, nor any of its speakers."""
    document, case = one(session, Document, document_id), one(session, Case, case_id)
    tell(session, document=document.name, case=case.name)
    session.execute(
        update(Speaker)
        .where(Speaker.document_id == document_id, Speaker.case_id == case_id)
        .values(case_id=None)
    )
    session.execute(
        delete(DocumentCase).where(
            DocumentCase.document_id == document_id, DocumentCase.case_id == case_id
        )
    )


def remove(session: Session, case_ids: Iterable[int]) -> None:
    """Take cases away; documents and excerpts stay, what stood under them moves up."""
    cases = many(session, Case, case_ids)
    going = {case.id for case in cases}
    if cases:
        tell(session, case=cases[0].name, cases=len(cases))
    parents = dict(session.execute(select(Case.id, Case.parent_id)).all())
    for child in session.scalars(select(Case).where(Case.parent_id.in_(listed(going)))).all():
        above: int | None = child.parent_id
        while above in going:
            above = parents[above]
        child.parent_id = above
    session.flush()
    session.execute(delete(Case).where(Case.id.in_(listed(going))))
    session.expire_all()
    number(_in_order(session))


def _new(session: Session, name: str, kind: str, parent_id: int | None, note: str) -> int:
    case = Case(
        name=name,
        kind=kind,
        parent_id=parent_id,
        note=note,
        position=session.scalar(select(func.count(Case.id))) or 0,
    )
    session.add(case)
    session.flush()
    tell(session, case=name)
    return case.id


def _in_order(session: Session) -> Sequence[Case]:
    return session.scalars(select(Case).order_by(Case.position, Case.id)).all()


def _named(session: Session, name: str) -> int | None:
    wanted = folded(name)
    return next((row_id for row_id, other in _names(session) if folded(other) == wanted), None)


def _names(session: Session) -> Sequence[tuple[int, str]]:
    rows = session.execute(select(Case.id, Case.name).order_by(Case.position, Case.id))
    return [(row_id, name) for row_id, name in rows]


def _check_name(session: Session, name: str, *, but: int | None = None) -> None:
    other = _named(session, name)
    if other is not None and other != but:
        raise QualtoolError("case_exists", _("There is a case called “{name}” already."), name=name)
