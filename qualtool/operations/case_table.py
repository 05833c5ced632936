"""Cases from a spreadsheet: what each row comes to, and taking them in as one step."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core import case_kind
from qualtool.core.attribute_values import alike, fits, yes_no
from qualtool.core.dates import read
from qualtool.core.names import LONGEST, folded, tidy
from qualtool.core.ordering import above
from qualtool.core.table_mapping import Rows, TableMapping
from qualtool.core.table_plan import Action, Line, Plan, PlannedRow, Problem, Taken, lines
from qualtool.i18n import gettext as _
from qualtool.operations import attributes, cases, consent, value_rows
from qualtool.operations.date_problems import date_problem
from qualtool.store.journal import tell
from qualtool.store.schema import Attribute, AttributeValue, Case, Consent

_FACTS = ("parent", "kind", "note", "consent", "consent_date", "consent_scope", "withdrawn")


@dataclass(frozen=True, slots=True)
class _Held:
    """A case as it is, in the words of the table."""

    id: int
    values: Mapping[str, str]
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What values an attribute takes."""

    kind: str
    choices: tuple[str, ...]


def plan(session: Session, table: Rows, mapping: TableMapping) -> Plan:
    """What each row comes to, and what is odd about it; nothing is changed.

    A row whose name is that of a case is about that case; a name that comes twice is taken in
    once. What is empty in the table leaves what is there. A case it belongs to is made if missing.
    """
    rows = lines(table, mapping)
    held = _held(session)
    kinds = _kinds(session, mapping)
    places = {use.field: use.at for use in mapping.columns if use.field != "attribute"}
    known = {*held, *(folded(line.get("name")) for line in rows)}
    tree = {name: folded(each.values.get("parent", "")) or None for name, each in held.items()}
    tree |= {
        folded(line.get("name")): folded(line.get("parent")) for line in rows if line.get("parent")
    }
    circles = _circles(tree)
    seen: set[str] = set()
    found: list[PlannedRow] = []
    for line in rows:
        row = _row(line, held)
        form = folded(row.name)
        if refusal := _refusal(row.name, form in seen):
            found.append(replace(row, action="refuse", row_id=None, problems=(refusal,)))
            continue
        seen.add(form)
        if form in held:
            row = replace(row, attributes=_as_held(row.attributes, held[form].attributes, kinds))
        problems = [
            *_of_parent(form in circles, row.values.get("parent", ""), known),
            *_of_consent(row.values),
            *_of_values(row.attributes, kinds, mapping),
        ]
        told = tuple(
            problem if problem.column is not None else replace(problem, column=places.get(field))
            for field, problem in problems
        )
        if any(problem.key == "parent_circle" for problem in told):
            kept = {key: each for key, each in row.values.items() if key != "parent"}
            row = replace(row, values=kept)
        found.append(replace(row, action=_action(row, held.get(form)), problems=told))
    return Plan(mapping, tuple(found))


def take_in(session: Session, plan: Plan, *, table: str = "") -> Taken:
    """Make and change the cases that a plan says; `table` is the file's name, for the history.

    Raises QualtoolError "gone" where a case has been removed meanwhile.
    """
    wanted = [row for row in plan.rows if row.action in ("add", "update")]
    tell(session, table=table, count=len(wanted))
    new = [row for row in wanted if row.row_id is None]
    kinds = {row.name: case_kind.key(row.values.get("kind", "")) for row in new}
    made = cases.ensure_all(session, kinds)
    ids = {row.number: made[row.name] if row.row_id is None else row.row_id for row in wanted}
    _describe(session, wanted, ids)
    above_them = [row.values["parent"] for row in wanted if "parent" in row.values]
    parents = cases.ensure_all(session, dict.fromkeys(above_them, "group"))
    cases.place(
        session,
        {
            ids[row.number]: parents[row.values["parent"]]
            for row in wanted
            if "parent" in row.values
        },
    )
    _write(session, plan, wanted, ids)
    return Taken(
        tuple(made[row.name] for row in new),
        tuple(row.row_id for row in wanted if row.row_id is not None),
    )


def _row(line: Line, held: Mapping[str, _Held]) -> PlannedRow:
    name = tidy(line.get("name"))
    values = {key: line.get(key) for key in _FACTS if line.get(key)}
    known = held.get(folded(name)) if name else None
    row_id = known.id if known else None
    return PlannedRow(line.number, "add", name, row_id, values, line.attributes)


def _as_held(
    said: Mapping[str, str], held: Mapping[str, str], kinds: Mapping[str, _Kind]
) -> dict[str, str]:
    """Values as they are where the table says the same in another way: what is there stays."""

    def kept(name: str, value: str) -> str:
        here = held.get(folded(name), "")
        return here if here and alike(kinds[folded(name)].kind, value, here) else value

    return {name: kept(name, value) for name, value in said.items()}


def _refusal(name: str, twice: bool) -> Problem | None:
    if not name:
        return Problem("name_missing", _("The row has no name."))
    if len(name) > LONGEST:
        return Problem("name_long", _("The name is too long."))
    if twice:
        return Problem("duplicate", _("“{name}” stands in the table before.").format(name=name))
    return None


def _circles(tree: Mapping[str, str | None]) -> frozenset[str]:
    """The names that would come to stand under themselves."""
    numbers = {each: number for number, each in enumerate({*tree, *filter(None, tree.values())})}
    links = {
        numbers[each]: None if parent is None else numbers[parent] for each, parent in tree.items()
    }
    return frozenset(each for each in tree if numbers[each] in above(numbers[each], links))


def _of_parent(circle: bool, parent: str, known: Collection[str]) -> Iterator[tuple[str, Problem]]:
    if parent and circle:
        yield (
            "parent",
            Problem(
                "parent_circle",
                _("“{name}” would come to stand under itself.").format(name=parent),
            ),
        )
    elif parent and folded(parent) not in known:
        yield (
            "parent",
            Problem(
                "parent_new", _("There is no case “{name}” yet; it is made.").format(name=parent)
            ),
        )


def _of_consent(values: Mapping[str, str]) -> Iterator[tuple[str, Problem]]:
    said = values.get("consent", "")
    if said and yes_no(said) is None and read(said).first is None:
        yield (
            "consent",
            Problem(
                "consent_unreadable",
                _("“{value}” is neither yes nor no; no consent is noted.").format(value=said),
            ),
        )
    for field in ("consent_date", "withdrawn"):
        said = values.get(field, "")
        if yes_no(said) is None and (problem := date_problem(said)):
            yield field, problem


def _of_values(
    values: Mapping[str, str], kinds: Mapping[str, _Kind], mapping: TableMapping
) -> Iterator[tuple[str, Problem]]:
    places = {use.attribute or use.head: use.at for use in mapping.columns}
    for name, value in values.items():
        kind = kinds[folded(name)]
        if fits(kind.kind, value, kind.choices):
            continue
        problem = date_problem(value, places[name]) if kind.kind == "date" else None
        yield (
            "attribute",
            problem
            or Problem(
                "value_unfit",
                _("“{value}” does not fit “{attribute}”; it is kept as it is.").format(
                    value=value, attribute=name
                ),
                places[name],
            ),
        )


def _action(row: PlannedRow, held: _Held | None) -> Action:
    if held is None:
        return "add"
    shown = dict(row.values)
    if "kind" in shown:
        shown["kind"] = case_kind.key(shown["kind"])
    shown |= _consent_shown(row.values)
    same = all(
        folded(said) == folded(held.values.get(field, "")) for field, said in shown.items()
    ) and all(
        tidy(said) == held.attributes.get(folded(name), "") for name, said in row.attributes.items()
    )
    return "same" if same else "update"


def _consent_fields(values: Mapping[str, str]) -> dict[str, object]:
    """What a row says of consent, in the words of `operations.consent`."""
    found: dict[str, object] = {}
    said = values.get("consent", "")
    if (given := yes_no(said)) is not None:
        found["given"] = given
    elif read(said).first is not None:
        found |= {"given": True, "date": said}
    for field, name in (("consent_date", "date"), ("consent_scope", "scope")):
        if field in values:
            found[name] = values[field]
    withdrawn = values.get("withdrawn", "")
    if withdrawn and yes_no(withdrawn) is not False:
        found["withdrawn"] = "–" if yes_no(withdrawn) else withdrawn
    return found


def _consent_shown(values: Mapping[str, str]) -> dict[str, str]:
    found = _consent_fields(values)
    shown = {"consent": "", "consent_date": "", "consent_scope": "", "withdrawn": ""}
    names = {"date": "consent_date", "scope": "consent_scope", "withdrawn": "withdrawn"}
    shown |= {names[key]: str(value) for key, value in found.items() if key in names}
    if "given" in found:
        shown["consent"] = "yes" if found["given"] else "no"
    return {key: value for key, value in shown.items() if value or key in values}


def _describe(session: Session, rows: Sequence[PlannedRow], ids: Mapping[int, int]) -> None:
    """Write kinds, notes and consent; what many rows say alike is written for all at once."""
    agreed: dict[tuple[tuple[str, object], ...], list[int]] = {}
    for row in rows:
        case_id = ids[row.number]
        fields: dict[str, object] = {}
        if "kind" in row.values and row.row_id is not None:
            fields["kind"] = case_kind.key(row.values["kind"])
        if "note" in row.values:
            fields["note"] = row.values["note"]
        if fields:
            cases.describe(session, case_id, **fields)
        if consented := _consent_fields(row.values):
            agreed.setdefault(tuple(consented.items()), []).append(case_id)
    for said, case_ids in agreed.items():
        consent.note(session, case_ids, **dict(said))


def _write(
    session: Session, plan: Plan, rows: Sequence[PlannedRow], ids: Mapping[int, int]
) -> None:
    for use in plan.mapping.columns:
        if use.field != "attribute":
            continue
        name = use.attribute or use.head
        values = {ids[row.number]: row.attributes[name] for row in rows if name in row.attributes}
        if values:
            attribute_id = attributes.ensure(session, name, kind=use.kind)
            value_rows.write(session, session.get_one(Attribute, attribute_id), values)


def _held(session: Session) -> dict[str, _Held]:
    """The cases as they are, by name."""
    rows = session.scalars(select(Case).order_by(Case.position.desc(), Case.id.desc())).all()
    names = {row.id: row.name for row in rows}
    agreed = {row.case_id: row for row in session.scalars(select(Consent).order_by(Consent.id))}
    values: dict[int | None, dict[str, str]] = {}
    for case_id, name, value in session.execute(
        select(AttributeValue.case_id, Attribute.name, AttributeValue.value).join(
            Attribute, Attribute.id == AttributeValue.attribute_id
        )
    ):
        values.setdefault(case_id, {})[folded(name)] = value
    found: dict[str, _Held] = {}
    for row in rows:
        said = {"parent": names.get(row.parent_id or 0, ""), "kind": row.kind, "note": row.note}
        if (known := agreed.get(row.id)) is not None:
            said |= {
                "consent": "yes" if known.given else "no",
                "consent_date": known.date,
                "consent_scope": known.scope,
                "withdrawn": known.withdrawn,
            }
        found[folded(row.name)] = _Held(row.id, said, values.get(row.id, {}))
    return found


def _kinds(session: Session, mapping: TableMapping) -> dict[str, _Kind]:
    """What the attributes of the table take: those of the project, else what the columns say."""
    found = {
        folded(use.attribute or use.head): _Kind(use.kind, ())
        for use in mapping.columns
        if use.field == "attribute"
    }
    for row in attributes.in_order(session, "case"):
        found[folded(row.name)] = _Kind(row.kind, tuple(json.loads(row.choices)))
    return found
