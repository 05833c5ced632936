from __future__ import annotations

import pytest

from qualtool.analysis import phases as shown
from qualtool.core.errors import QualtoolError
from qualtool.operations import activities, documents, phases
from qualtool.store.project import Project
from qualtool.store.schema import PhaseMember
from tests.operations.asking import rows
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def names(project: Project) -> dict[str, list[str]]:
    with project.read() as session:
        found = shown.schemes(session)
    assert [row.position for row in found] == list(range(len(found)))
    for row in found:
        assert [phase.position for phase in row.phases] == list(range(len(row.phases)))
    return {row.name: [phase.name for phase in row.phases] for row in found}


def test_schemes_and_phases_are_made_named_ordered_and_removed(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        meta = phases.add_scheme(session, "Meta")
        phases.rename_scheme(session, r.scheme, "Lokalt")
        phases.move_schemes(session, [meta], 0)
        phases.move_schemes(session, [], 0)
        last = phases.add(session, r.scheme, "Etterpå", colour="teal")
        first = phases.add(session, r.scheme, "Forarbeid", position=0)
        phases.rename(session, last, "Etterarbeid")
        phases.move(session, [r.second_phase], 0)
        phases.move(session, [], 0)
        phases.recolour(session, [first, last], "plum")
    assert names(project) == {
        "Meta": [],
        "Lokalt": ["Drift", "Forarbeid", "Oppstart", "Etterarbeid"],
    }
    with project.edit("x") as session:
        phases.remove(session, [first, r.second_phase])
        phases.remove(session, [])
        phases.remove_schemes(session, [meta])
        phases.remove_schemes(session, [])
    assert names(project) == {"Lokalt": ["Oppstart", "Etterarbeid"]}


def test_names_are_had_once(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        other = phases.add_scheme(session, "Meta")
        phases.add(session, other, "oppstart")
    for key, act in (
        ("scheme_exists", lambda s: phases.add_scheme(s, "META")),
        ("scheme_exists", lambda s: phases.rename_scheme(s, r.scheme, "meta")),
        ("phase_exists", lambda s: phases.add(s, r.scheme, "OPPSTART")),
        ("phase_exists", lambda s: phases.rename(s, r.second_phase, "oppstart")),
    ):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            act(session)
        assert told.value.key == key


def test_a_phase_has_the_days_that_its_dates_mean(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        phases.set_dates(session, r.phase, "august 2021", "Q2 2022")
        phases.set_dates(session, r.second_phase, "uke 1 2023", None)
        (scheme,) = shown.schemes(session)
    assert [(row.date_from, row.date_to) for row in scheme.phases] == [
        ("2021-08-01", "2022-06-30"),
        ("2023-01-02", None),
    ]


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("date_impossible", "31.2.2022", None),
        ("date_unreadable", None, "en gang"),
        ("dates_swapped", "mai 2022", "april 2022"),
    ],
)
def test_dates_that_cannot_be_are_refused(
    rich: Furnished, key: str, first: str | None, last: str | None
) -> None:
    project, r = rich
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        phases.set_dates(session, r.phase, first, last)
    assert told.value.key == key


def test_lanes_hold_what_falls_into_a_phase_by_date_or_by_hand(rich: Furnished) -> None:
    project, r = rich  # Oppstart is august to december 2021, Drift 2022
    with project.edit("x") as session:
        phases.take_out(session, r.second_phase, document_ids=[r.notes])
        documents.describe(session, r.notes, date="ca. vinteren 2021/22")
        documents.describe(session, r.group, date="en gang")
        late = activities.add(session, name="Avslutning", date="2.3.2025")
        early = activities.add(session, name="Tidlig", date="1.9.2021")
        phases.put(session, r.second_phase, document_ids=[r.group], activity_ids=[early])
        phases.put(session, r.second_phase, document_ids=[r.group])
        found = shown.swimlanes(session, r.scheme)
    first, second = found.lanes
    assert [(each.name, each.straddles, each.about) for each in first.items] == [
        ("Intervju 1", False, False),
        ("Notat", True, True),
    ]
    assert [(each.name, each.straddles, each.by_hand) for each in second.items] == [
        ("Tidlig", False, True),
        ("Notat", True, False),
        ("Fokusgruppe", False, True),
    ]
    assert (first.phase.documents, second.phase.documents, second.phase.activities) == (2, 2, 1)
    assert [(each.id, each.target) for each in found.between if each.id == late] == [
        (late, "activity")
    ]
    assert (found.first, found.last) == ("2021-08-01", "2025-03-02")
    with project.read() as session:
        assert shown.phases_of_documents(session, r.scheme) == {
            r.interview: (r.phase,),
            r.notes: (r.phase, r.second_phase),
            r.group: (r.second_phase,),
        }


def test_what_is_taken_out_falls_where_its_date_says(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        phases.put(session, r.second_phase, document_ids=[r.interview], activity_ids=[r.meeting])
        phases.take_out(
            session, r.second_phase, document_ids=[r.interview], activity_ids=[r.meeting]
        )
        found = shown.swimlanes(session, r.scheme)
    assert [each.id for each in found.lanes[0].items if each.target == "document"] == [
        r.interview, r.group,
    ]  # fmt: skip
    assert [row.document_id for row in rows(project, PhaseMember)] == [r.notes]
    assert found.undated == ()
    with project.edit("x") as session:
        phases.take_out(session, r.second_phase, document_ids=[r.notes])
        found = shown.swimlanes(session, r.scheme)
    assert [each.name for each in found.undated] == ["Notat"]


def test_a_scheme_that_is_gone_is_said_to_be(project: Project) -> None:
    with project.read() as session, pytest.raises(QualtoolError) as told:
        shown.swimlanes(session, 7)
    assert told.value.key == "gone"


def test_a_scheme_without_phases_or_dates_has_no_ends(project: Project) -> None:
    with project.edit("x") as session:
        scheme = phases.add_scheme(session, "Meta")
        found = shown.swimlanes(session, scheme)
    assert (found.lanes, found.first, found.last) == ((), None, None)
