"""Whose work it is: coders."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.colours import least_used
from qualtool.core.errors import QualtoolError
from qualtool.core.names import required, same
from qualtool.i18n import gettext as _
from qualtool.operations.finding import one
from qualtool.store.journal import tell
from qualtool.store.schema import Coder


def ensure(session: Session, name: str) -> int:
    """The coder of this name, made if there is none. Raises QualtoolError "name_empty"."""
    name = required(name)
    coders = session.scalars(select(Coder).order_by(Coder.id)).all()
    for coder in coders:
        if same(coder.name, name):
            return coder.id
    coder = Coder(
        name=name, colour=least_used(each.colour for each in coders), position=len(coders)
    )
    session.add(coder)
    session.flush()
    tell(session, coder=name)
    return coder.id


def rename(session: Session, coder_id: int, name: str) -> None:
    """Give a coder another name. Raises QualtoolError "coder_exists" where it is taken."""
    coder = one(session, Coder, coder_id)
    name = required(name)
    for other in session.scalars(select(Coder).where(Coder.id != coder_id)):
        if same(other.name, name):
            raise QualtoolError(
                "coder_exists", _("There is a coder called “{name}” already."), name=name
            )
    tell(session, coder=name, old=coder.name)
    coder.name = name
