"""What is asked of cases and documents: attributes, their kinds, and how much may be shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from qualtool.core import grouping as grouped
from qualtool.core.attribute_values import KINDS, TARGETS, VISIBILITIES, fits
from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, required, same, tidy
from qualtool.i18n import gettext as _
from qualtool.operations.finding import arrange, many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Attribute, AttributeValue, AttributeVariant
from qualtool.store.selecting import listed


def add(
    session: Session,
    name: str,
    *,
    target: str = "case",
    kind: str = "text",
    choices: Iterable[str] = (),
    visibility: str = "analysis",
    grouping: str = "",
    position: int | None = None,
) -> int:
    """Make an attribute of cases or documents, before what is at `position` (None: last); its id.

    Raises QualtoolError: "name_empty", "attribute_exists", "grouping_unreadable".
    """
    name = required(name)
    _check(target, TARGETS)
    _check(kind, KINDS)
    _check_name(session, name, target)
    attribute = Attribute(name=name, target=target, kind=kind, choices=_packed(choices))
    _show(attribute, visibility, grouping)
    session.add(attribute)
    before = [row for row in in_order(session, target) if row is not attribute]
    arrange(before, [attribute], position)
    session.flush()
    tell(session, attribute=name)
    return attribute.id


def ensure(session: Session, name: str, *, target: str = "case", kind: str = "text") -> int:
    """The attribute of this name, made if there is none. Raises QualtoolError "name_empty"."""
    name = required(name)
    for attribute in in_order(session, target):
        if same(attribute.name, name):
            return attribute.id
    return add(session, name, target=target, kind=kind)


def rename(session: Session, attribute_id: int, name: str) -> None:
    """Give an attribute another name.

    Raises QualtoolError: "name_empty", "attribute_exists", "gone".
    """
    attribute = one(session, Attribute, attribute_id)
    name = required(name)
    _check_name(session, name, attribute.target, but=attribute_id)
    tell(session, attribute=name, old=attribute.name)
    attribute.name = name


def retype(session: Session, attribute_id: int, kind: str) -> tuple[str, ...]:
    """Give an attribute another kind; the values that do not fit, which stay as they are.

    A choice without choices gets those that are in use.
    """
    _check(kind, KINDS)
    attribute = one(session, Attribute, attribute_id)
    tell(session, attribute=attribute.name, kind=kind)
    attribute.kind = kind
    written = _written(session, attribute_id)
    if kind == "choice" and attribute.choices == "[]":
        attribute.choices = _packed(sorted(written, key=folded))
    choices = json.loads(attribute.choices)
    return tuple(value for value in written if not fits(kind, value, choices))


def set_choices(session: Session, attribute_id: int, choices: Iterable[str]) -> tuple[str, ...]:
    """Say which values can be chosen; the values in use that are none of them, which stay."""
    attribute = one(session, Attribute, attribute_id)
    tell(session, attribute=attribute.name)
    attribute.choices = _packed(choices)
    wanted = json.loads(attribute.choices)
    return tuple(v for v in _written(session, attribute_id) if not fits("choice", v, wanted))


def set_visibility(
    session: Session, attribute_id: int, visibility: str, grouping: str | None = None
) -> None:
    """Say how much of an attribute may be shown in reports (`core.grouping`).

    `grouping` None leaves the grouping as it was. Raises QualtoolError "grouping_unreadable".
    """
    attribute = one(session, Attribute, attribute_id)
    tell(session, attribute=attribute.name, visibility=visibility)
    _show(attribute, visibility, attribute.grouping if grouping is None else grouping)


def move(session: Session, attribute_ids: Iterable[int], position: int | None) -> None:
    """Put attributes before the one now at `position` among those of their target (None: last)."""
    moving = many(session, Attribute, attribute_ids)
    if moving:
        tell(session, attribute=moving[0].name, attributes=len(moving))
        arrange(in_order(session, moving[0].target), moving, position)


def remove(session: Session, attribute_ids: Iterable[int]) -> None:
    """Take attributes away with their values."""
    going = many(session, Attribute, attribute_ids)
    if going:
        tell(session, attribute=going[0].name, attributes=len(going))
    ids = [attribute.id for attribute in going]
    session.execute(delete(Attribute).where(Attribute.id.in_(listed(ids))))
    session.expire_all()
    for target in TARGETS:
        number(in_order(session, target))


def join(session: Session, attribute_id: int, variants: Iterable[str], into: str) -> None:
    """Let spellings count as the value `into`; what is written stays as it is.

    What counted as one of the spellings counts as `into` too.
    """
    attribute = one(session, Attribute, attribute_id)
    into = required(into)
    wanted = [each for each in dict.fromkeys(variants) if each.strip() and each != into]
    tell(session, attribute=attribute.name, value=into, count=len(wanted))
    held = session.scalars(
        select(AttributeVariant).where(AttributeVariant.attribute_id == attribute_id)
    ).all()
    for row in held:
        if row.variant == into:
            session.delete(row)  # the value itself counts as nothing else any more
        elif row.variant in wanted or row.value in wanted:
            row.value = into
    known = {row.variant for row in held}
    for variant in wanted:
        if variant not in known:
            session.add(AttributeVariant(attribute_id=attribute_id, variant=variant, value=into))
    session.flush()


def separate(session: Session, variant_ids: Iterable[int]) -> None:
    """Let spellings count as themselves again."""
    rows = many(session, AttributeVariant, variant_ids)
    if rows:
        attribute = one(session, Attribute, rows[0].attribute_id)
        tell(session, attribute=attribute.name, value=rows[0].variant, count=len(rows))
    for row in rows:
        session.delete(row)
    session.flush()


def in_order(session: Session, target: str) -> Sequence[Attribute]:
    """The attributes of cases or of documents, in order."""
    return session.scalars(
        select(Attribute)
        .where(Attribute.target == target)
        .order_by(Attribute.position, Attribute.id)
    ).all()


def _written(session: Session, attribute_id: int) -> list[str]:
    """The different values of an attribute, in the order in which they were first written."""
    rows = session.scalars(
        select(AttributeValue.value)
        .where(AttributeValue.attribute_id == attribute_id)
        .order_by(AttributeValue.id)
    )
    return list(dict.fromkeys(rows))


def _show(attribute: Attribute, visibility: str, grouping: str) -> None:
    _check(visibility, VISIBILITIES)
    if visibility == "grouped" and not grouped.readable(attribute.kind, grouping):
        raise QualtoolError(
            "grouping_unreadable",
            _(
                "“{grouping}” says no groups for “{attribute}”. Write a width or bounds for "
                "numbers (10, or 20, 40, 60), and for words what is in each group "
                "(leader = head, deputy; teacher = teacher)."
            ),
            grouping=grouping,
            attribute=attribute.name,
        )
    attribute.visibility, attribute.grouping = visibility, grouping


def _check(said: str, known: Sequence[str]) -> None:
    if said not in known:
        raise ValueError(f"{said} is none of {', '.join(known)}")


def _check_name(session: Session, name: str, target: str, *, but: int | None = None) -> None:
    for row in in_order(session, target):
        if row.id != but and same(row.name, name):
            raise QualtoolError(
                "attribute_exists",
                _("There is an attribute called “{name}” already."),
                name=name,
            )


def _packed(choices: Iterable[str]) -> str:
    by_form = {folded(choice): tidy(choice) for choice in reversed(list(choices))}
    kept = [choice for choice in reversed(by_form.values()) if choice]
    return json.dumps(kept, ensure_ascii=False)
