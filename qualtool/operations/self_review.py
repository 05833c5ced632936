"""The researcher's own answers to the questions a profile asks about the work. No score."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.journal import tell
from qualtool.store.schema import SelfReview


def answer(session: Session, key: str, text: str) -> None:
    """Write the answer to a question; an empty one is taken away."""
    rows = session.scalars(
        select(SelfReview).where(SelfReview.key == key).order_by(SelfReview.id)
    ).all()
    text = text.strip("\n")
    tell(session, on=int(bool(text.strip())))
    if not text.strip():
        for row in rows:
            session.delete(row)
    elif rows:
        rows[0].text = text
    else:
        session.add(SelfReview(key=key, text=text))
    session.flush()
