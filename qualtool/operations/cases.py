"""Who or what the study is about: cases, their attributes, and the documents they are tied to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, required, same, tidy
from qualtool.i18n import gettext as _
from qualtool.operations.finding import many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Attribute, AttributeValue, Case, Document, DocumentCase, Speaker
from qualtool.store.selecting import listed


def ensure(session: Session, name: str, *, kind: str = "participant") -> int:
    """The case of this name, made if there is none. Raises QualtoolError "name_empty"."""
    name = required(name)
    found = _named(session, name)
    return _new(session, name, kind, None, "") if found is None else found


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


def rename(session: Session, case_id: int, name: str) -> None:
    """Give a case another name. Raises QualtoolError: "name_empty", "case_exists", "gone"."""
    case = one(session, Case, case_id)
    name = required(name)
    _check_name(session, name, but=case_id)
    tell(session, case=name, old=case.name)
    case.name = name


def set_attribute(session: Session, case_id: int, name: str, value: str) -> None:
    """Give a case a value of an attribute, which is made if missing; an empty value goes away."""
    case = one(session, Case, case_id)
    attribute = _attribute(session, required(name))
    value = tidy(value)
    tell(session, case=case.name, attribute=attribute.name)
    row = session.scalar(
        select(AttributeValue).where(
            AttributeValue.attribute_id == attribute.id, AttributeValue.case_id == case_id
        )
    )
    if row is None and value:
        session.add(AttributeValue(attribute_id=attribute.id, case_id=case_id, value=value))
    elif row is not None and value:
        row.value = value
    elif row is not None:
        session.delete(row)
    session.flush()


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
    rows = session.execute(select(Case.id, Case.name).order_by(Case.position, Case.id))
    return next((row_id for row_id, other in rows if folded(other) == wanted), None)


def _check_name(session: Session, name: str, *, but: int | None = None) -> None:
    other = _named(session, name)
    if other is not None and other != but:
        raise QualtoolError("case_exists", _("There is a case called “{name}” already."), name=name)


def _attribute(session: Session, name: str) -> Attribute:
    rows = session.scalars(
        select(Attribute).where(Attribute.target == "case").order_by(Attribute.position)
    ).all()
    for attribute in rows:
        if same(attribute.name, name):
            return attribute
    attribute = Attribute(name=name, target="case", position=len(rows))
    session.add(attribute)
    session.flush()
    return attribute
