"""What in the description of the material cannot be right, or is missing, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.orm import Session

from qualtool.analysis import odd_documents, odd_register
from qualtool.store.describing_rows import Disagreement


def disagreements(session: Session) -> list[Disagreement]:
    """Everything that disagrees or is missing, each with all that it is about; empty if nothing.

    Documents come first, then cases, the register, phases and the guide.
    """
    return list(_all(session))


def _all(session: Session) -> Iterator[Disagreement]:
    yield from odd_documents.found(session)
    yield from odd_register.found(session)
