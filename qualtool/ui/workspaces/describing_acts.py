"""What is done to describe the material: each wish becomes one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from qualtool.core import case_kind
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations import activities, attribute_values, attributes, cases, consent, phases
from qualtool.operations.attribute_values import Fact
from qualtool.store.describing_rows import AttributeRow
from qualtool.store.journal import tell
from qualtool.store.project import Project
from qualtool.ui.models.case_moves import Move
from qualtool.ui.panels.attribute_sheet import AttributeSaid

Made = TypeVar("Made")


class DescribingActs:
    """Carries out what panels wish for; `refused` is told why something was not."""

    def __init__(self, project: Project, refused: Callable[[QualtoolError], None]) -> None:
        self._project = project
        self._refused = refused

    # cases

    def set_kind(self, case_ids: Sequence[int], kind: str) -> None:
        """Say what kind of case these are, in words of any of our languages."""
        self._do("set_case_kind", lambda s: cases.set_kind(s, case_ids, case_kind.key(kind)))

    def move_cases(self, case_ids: Sequence[int], parent_id: int | None) -> None:
        """Let cases belong to another, or to none."""
        self._do("move_cases", lambda s: cases.move(s, case_ids, parent_id=parent_id))

    def arrange_cases(self, move: Move) -> None:
        """Put cases where they were moved to in the tree."""
        parent, at = move.parent_id, move.position
        self._do(
            "move_cases", lambda s: cases.move(s, move.case_ids, parent_id=parent, position=at)
        )

    def note_consent(self, case_ids: Sequence[int], **fields: object) -> None:
        """Note what cases have agreed to."""
        self._do("note_consent", lambda s: consent.note(s, case_ids, **fields))

    def clear_consent(self, case_ids: Sequence[int]) -> None:
        """Take away what is noted of consent."""
        self._do("clear_consent", lambda s: consent.clear(s, case_ids))

    def write_note(self, case_id: int, note: str) -> None:
        """Write what there is to say of a case."""
        self._do("describe_case", lambda s: cases.describe(s, case_id, note=note))

    # attributes

    def paste(
        self,
        block: Sequence[Sequence[str]],
        rows: Sequence[int | None],
        columns: Sequence[int | Fact | None],
    ) -> list[int]:
        """Write a rectangle of cells; the cases it went into."""
        done = self._do(
            "paste_values", lambda s: attribute_values.paste(s, block, rows=rows, columns=columns)
        )
        return done or []

    def empty(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Take values away, given by case and attribute."""
        by_attribute: dict[int, list[int]] = defaultdict(list)
        for case_id, attribute_id in pairs:
            by_attribute[attribute_id].append(case_id)

        def take(session: Any) -> None:
            for attribute_id, case_ids in by_attribute.items():
                attribute_values.set_values(session, attribute_id, case_ids, "")

        self._do("set_values", take)

    def add_attribute(self, said: AttributeSaid, target: str = "case") -> int | None:
        """Make an attribute of cases or documents."""
        return self._do(
            "add_attribute",
            lambda s: attributes.add(
                s,
                said.name,
                target=target,
                kind=said.kind,
                choices=said.choices if said.kind == "choice" else (),
                visibility=said.visibility,
                grouping=said.grouping,
            ),
        )

    def change_attribute(self, held: AttributeRow, said: AttributeSaid) -> bool:
        """Say anew what an attribute is; whether it was done."""
        attribute_id = held.id

        def change(session: Any) -> bool:
            if said.name != held.name:
                attributes.rename(session, attribute_id, said.name)
            if said.kind != held.kind:
                attributes.retype(session, attribute_id, said.kind)
            if said.kind == "choice" and said.choices != held.choices:
                attributes.set_choices(session, attribute_id, said.choices)
            if (said.visibility, said.grouping) != (held.visibility, held.grouping):
                attributes.set_visibility(session, attribute_id, said.visibility, said.grouping)
            if said.separated:
                attributes.separate(session, said.separated)
            for each in said.joined:
                attributes.join(session, attribute_id, each.variants, each.into)
            return True

        return bool(self._do("change_attribute", change))

    def write_of_documents(self, document_ids: Sequence[int], name: str, value: str) -> None:
        """Say the same of some documents, as an attribute that is made if missing."""

        def write(session: Any) -> None:
            tell(session, attribute=name)
            attribute_id = attributes.ensure(session, name, target="document")
            attribute_values.set_values(session, attribute_id, document_ids, value)

        self._do("set_values", write)

    def move_attribute(self, attribute_id: int, position: int) -> None:
        """Put an attribute before the one now at this position."""
        self._do("move_attributes", lambda s: attributes.move(s, [attribute_id], position))

    def remove_attribute(self, attribute_id: int) -> None:
        """Take an attribute away with its values."""
        self._do("remove_attributes", lambda s: attributes.remove(s, [attribute_id]))

    # activities

    def add_activity(self) -> int | None:
        """Enter an activity, to be named at once."""
        return self._do("add_activity", lambda s: activities.add(s, name=_("New activity")))

    def describe_activity(self, activity_id: int, field: str, words: str) -> None:
        """Write a cell of the register."""
        self._do(
            "describe_activity", lambda s: activities.describe(s, activity_id, **{field: words})
        )

    def remove_activities(self, activity_ids: Sequence[int]) -> None:
        """Take activities away; the documents that came of them stay."""
        self._do("remove_activities", lambda s: activities.remove(s, activity_ids))

    def describe_activities(self, activity_ids: Sequence[int], fields: Mapping[str, str]) -> None:
        """Say the same of some activities."""

        def say(session: Any) -> None:
            for activity_id in activity_ids:
                activities.describe(session, activity_id, **fields)

        self._do("describe_activity", say)

    def tie_document(
        self, activity_ids: Sequence[int], document_id: int, *, on: bool = True
    ) -> None:
        """Say that a document came of activities, or did not."""
        act = activities.tie_document if on else activities.untie_document

        def tie(session: Any) -> None:
            for activity_id in activity_ids:
                act(session, activity_id, document_id)

        self._do("tie_activity" if on else "untie_activity", tie)

    def tie_case(self, activity_ids: Sequence[int], name: str) -> None:
        """Say that a case, made if missing, took part in activities."""

        def tie(session: Any) -> None:
            case_id = cases.ensure(session, name)
            for activity_id in activity_ids:
                activities.tie_case(session, activity_id, case_id)

        self._do("tie_activity", tie)

    def untie_case(self, activity_ids: Sequence[int], case_id: int) -> None:
        """Say that a case did not take part in activities."""

        def untie(session: Any) -> None:
            for activity_id in activity_ids:
                activities.untie_case(session, activity_id, case_id)

        self._do("untie_activity", untie)

    # phases

    def add_scheme(self, name: str) -> int | None:
        """Make a way to divide the study's time."""
        return self._do("add_scheme", lambda s: phases.add_scheme(s, name))

    def rename_scheme(self, scheme_id: int, name: str) -> None:
        """Give a scheme another name."""
        self._do("rename_scheme", lambda s: phases.rename_scheme(s, scheme_id, name))

    def remove_scheme(self, scheme_id: int) -> None:
        """Take a scheme away with its phases."""
        self._do("remove_schemes", lambda s: phases.remove_schemes(s, [scheme_id]))

    def add_phase(self, scheme_id: int, name: str, colour: str) -> int | None:
        """Make a phase, last of its scheme."""
        return self._do("add_phase", lambda s: phases.add(s, scheme_id, name, colour=colour))

    def rename_phase(self, phase_id: int, name: str) -> None:
        """Give a phase another name."""
        self._do("rename_phase", lambda s: phases.rename(s, phase_id, name))

    def date_phase(self, phase_id: int, first: str, last: str) -> None:
        """Say when a phase begins and ends; nothing for an end that is open."""
        self._do("date_phase", lambda s: phases.set_dates(s, phase_id, first, last))

    def recolour_phase(self, phase_id: int, colour: str) -> None:
        """Give a phase a colour."""
        self._do("recolour_phases", lambda s: phases.recolour(s, [phase_id], colour))

    def move_phase(self, phase_id: int, position: int) -> None:
        """Put a phase before the one now at this position."""
        self._do("move_phases", lambda s: phases.move(s, [phase_id], position))

    def remove_phase(self, phase_id: int) -> None:
        """Take a phase away; what was in it falls into others by its date."""
        self._do("remove_phases", lambda s: phases.remove(s, [phase_id]))

    def put(self, phase_id: int, target: str, row_id: int, out_of: Sequence[int] = ()) -> None:
        """Put a document or an activity into a phase by hand, and out of others."""
        documents = [row_id] if target == "document" else []
        held = [row_id] if target == "activity" else []

        def put(session: Any) -> None:
            phases.put(session, phase_id, document_ids=documents, activity_ids=held)
            for other in out_of:
                phases.take_out(session, other, document_ids=documents, activity_ids=held)

        self._do("put_into_phase", put)

    def take_out(self, phase_ids: Sequence[int], target: str, row_id: int) -> None:
        """Let a document or an activity fall where its date says."""
        documents = [row_id] if target == "document" else []
        held = [row_id] if target == "activity" else []

        def take(session: Any) -> None:
            for phase_id in phase_ids:
                phases.take_out(session, phase_id, document_ids=documents, activity_ids=held)

        self._do("take_out_of_phase", take)

    def _do(self, action: str, act: Callable[[Any], Made]) -> Made | None:
        try:
            with self._project.edit(action) as session:
                return act(session)
        except QualtoolError as error:
            self._refused(error)
            return None
