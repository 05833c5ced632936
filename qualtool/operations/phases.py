"""The study's time divided into phases, in one scheme or several side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from qualtool.core.dates import read
from qualtool.core.errors import QualtoolError
from qualtool.core.names import required, same
from qualtool.i18n import gettext as _
from qualtool.operations.finding import arrange, many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Activity, Document, Phase, PhaseMember, PhaseScheme
from qualtool.store.selecting import listed


def add_scheme(session: Session, name: str) -> int:
    """Make a way to divide the study's time; its id. Raises "name_empty", "scheme_exists"."""
    name = required(name)
    _check_scheme(session, name)
    rows = schemes_in_order(session)
    scheme = PhaseScheme(name=name, position=len(rows))
    session.add(scheme)
    session.flush()
    tell(session, scheme=name)
    return scheme.id


def rename_scheme(session: Session, scheme_id: int, name: str) -> None:
    """Give a scheme another name. Raises "name_empty", "scheme_exists", "gone"."""
    scheme = one(session, PhaseScheme, scheme_id)
    name = required(name)
    _check_scheme(session, name, but=scheme_id)
    tell(session, scheme=name, old=scheme.name)
    scheme.name = name


def move_schemes(session: Session, scheme_ids: Iterable[int], position: int | None) -> None:
    """Put schemes before the one now at `position` (None: last)."""
    moving = many(session, PhaseScheme, scheme_ids)
    _tell_schemes(session, moving)
    arrange(schemes_in_order(session), moving, position)


def remove_schemes(session: Session, scheme_ids: Iterable[int]) -> None:
    """Take schemes away with their phases; documents and activities stay."""
    going = many(session, PhaseScheme, scheme_ids)
    _tell_schemes(session, going)
    ids = [scheme.id for scheme in going]
    session.execute(delete(PhaseScheme).where(PhaseScheme.id.in_(listed(ids))))
    session.expire_all()
    number(schemes_in_order(session))


def add(
    session: Session,
    scheme_id: int,
    name: str,
    *,
    date_from: str | None = None,
    date_to: str | None = None,
    colour: str = "",
    position: int | None = None,
) -> int:
    """Make a phase, before the one at `position` (None: last); its id. Dates as in `set_dates`.

    Raises QualtoolError: "name_empty", "phase_exists", "gone", and what `set_dates` raises.
    """
    scheme = one(session, PhaseScheme, scheme_id)
    name = required(name)
    _check_phase(session, scheme_id, name)
    phase = Phase(scheme_id=scheme.id, name=name, colour=colour)
    _date(phase, date_from, date_to)
    before = in_order(session, scheme_id)
    session.add(phase)
    session.flush()
    arrange(before, [phase], position)
    tell(session, phase=name, scheme=scheme.name)
    return phase.id


def rename(session: Session, phase_id: int, name: str) -> None:
    """Give a phase another name. Raises "name_empty", "phase_exists", "gone"."""
    phase = one(session, Phase, phase_id)
    name = required(name)
    _check_phase(session, phase.scheme_id, name, but=phase_id)
    tell(session, phase=name, old=phase.name)
    phase.name = name


def set_dates(session: Session, phase_id: int, date_from: str | None, date_to: str | None) -> None:
    """Say when a phase begins and ends; None or nothing for an end that is open.

    Dates may be written in any way ("august 2021" begins with the 1st and ends with the 31st).
    Raises QualtoolError: "date_impossible", "date_unreadable", "dates_swapped", "gone".
    """
    phase = one(session, Phase, phase_id)
    tell(session, phase=phase.name)
    _date(phase, date_from, date_to)


def recolour(session: Session, phase_ids: Iterable[int], colour: str) -> None:
    """Give phases a colour: a key of the palette, or nothing."""
    phases = many(session, Phase, phase_ids)
    _tell_phases(session, phases)
    for phase in phases:
        phase.colour = colour


def move(session: Session, phase_ids: Iterable[int], position: int | None) -> None:
    """Put phases before the one now at `position` of their scheme (None: last)."""
    moving = many(session, Phase, phase_ids)
    _tell_phases(session, moving)
    if moving:
        arrange(in_order(session, moving[0].scheme_id), moving, position)


def remove(session: Session, phase_ids: Iterable[int]) -> None:
    """Take phases away; what was in them falls into the others by its date."""
    going = many(session, Phase, phase_ids)
    _tell_phases(session, going)
    schemes = {phase.scheme_id for phase in going}
    ids = [phase.id for phase in going]
    session.execute(delete(Phase).where(Phase.id.in_(listed(ids))))
    session.expire_all()
    for scheme_id in schemes:
        number(in_order(session, scheme_id))


def put(
    session: Session,
    phase_id: int,
    *,
    document_ids: Iterable[int] = (),
    activity_ids: Iterable[int] = (),
) -> None:
    """Put documents and activities into a phase, whatever their dates say.

    From then on it is the hand alone that says where they are in this scheme. What was in another
    phase of the scheme by hand stays there too.
    """
    phase = one(session, Phase, phase_id)
    documents = many(session, Document, document_ids)
    activities = many(session, Activity, activity_ids)
    _tell_members(session, phase, documents, activities)
    held = session.scalars(select(PhaseMember).where(PhaseMember.phase_id == phase_id)).all()
    here = {(row.document_id, row.activity_id) for row in held}
    wanted: list[tuple[int | None, int | None]] = [
        *((row.id, None) for row in documents),
        *((None, row.id) for row in activities),
    ]
    for document_id, activity_id in wanted:
        if (document_id, activity_id) not in here:
            session.add(
                PhaseMember(phase_id=phase_id, document_id=document_id, activity_id=activity_id)
            )
    session.flush()


def take_out(
    session: Session,
    phase_id: int,
    *,
    document_ids: Iterable[int] = (),
    activity_ids: Iterable[int] = (),
) -> None:
    """Let documents and activities that were put into a phase fall where their dates say again."""
    phase = one(session, Phase, phase_id)
    documents = many(session, Document, document_ids)
    activities = many(session, Activity, activity_ids)
    _tell_members(session, phase, documents, activities)
    session.execute(
        delete(PhaseMember).where(
            PhaseMember.phase_id == phase_id,
            PhaseMember.document_id.in_(listed(row.id for row in documents))
            | PhaseMember.activity_id.in_(listed(row.id for row in activities)),
        )
    )


def schemes_in_order(session: Session) -> Sequence[PhaseScheme]:
    """All schemes in order."""
    rows = select(PhaseScheme).order_by(PhaseScheme.position, PhaseScheme.id)
    return session.scalars(rows).all()


def in_order(session: Session, scheme_id: int) -> Sequence[Phase]:
    """The phases of a scheme in order."""
    return session.scalars(
        select(Phase).where(Phase.scheme_id == scheme_id).order_by(Phase.position, Phase.id)
    ).all()


def _date(phase: Phase, date_from: str | None, date_to: str | None) -> None:
    first, last = _day(date_from, last=False), _day(date_to, last=True)
    if first is not None and last is not None and first > last:
        raise QualtoolError(
            "dates_swapped",
            _("“{phase}” would end before it begins. Change one of its dates."),
            phase=phase.name,
        )
    phase.date_from, phase.date_to = first, last


def _day(written: str | None, *, last: bool) -> str | None:
    found = read(written or "")
    match found.state:
        case "impossible":
            raise QualtoolError(
                "date_impossible", _("There is no such day as “{date}”."), date=written
            )
        case "unreadable":
            raise QualtoolError(
                "date_unreadable",
                _("“{date}” cannot be read as a date. Write it like 1.8.2021 or august 2021."),
                date=written,
            )
    return found.last if last else found.first


def _check_scheme(session: Session, name: str, *, but: int | None = None) -> None:
    if any(row.id != but and same(row.name, name) for row in schemes_in_order(session)):
        raise QualtoolError(
            "scheme_exists", _("There is a phase scheme called “{name}” already."), name=name
        )


def _check_phase(session: Session, scheme_id: int, name: str, *, but: int | None = None) -> None:
    if any(row.id != but and same(row.name, name) for row in in_order(session, scheme_id)):
        raise QualtoolError(
            "phase_exists", _("There is a phase called “{name}” already."), name=name
        )


def _tell_schemes(session: Session, schemes: Sequence[PhaseScheme]) -> None:
    if schemes:
        tell(session, scheme=schemes[0].name, schemes=len(schemes))


def _tell_phases(session: Session, phases: Sequence[Phase]) -> None:
    if phases:
        tell(session, phase=phases[0].name, phases=len(phases))


def _tell_members(
    session: Session, phase: Phase, documents: Sequence[Document], activities: Sequence[Activity]
) -> None:
    names = [*(row.name for row in documents), *(row.name for row in activities)]
    tell(session, phase=phase.name, name=names[0] if names else None, count=len(names))
