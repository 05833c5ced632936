"""The memos of the project, newest last."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.rows import MemoRow
from qualtool.store.schema import Coder, Memo, MemoLink

TARGETS = ("excerpt", "coding", "code", "theme", "case", "document", "activity")


def memos(
    session: Session, *, target: str | None = None, target_id: int | None = None
) -> list[MemoRow]:
    """Memos in order of their dates; with a `target`, only those tied to such a thing.

    A memo tied to several things shows the most particular: an excerpt before its document.
    """
    links: dict[int, MemoLink] = {}
    for link in session.scalars(select(MemoLink).order_by(MemoLink.id)):
        links.setdefault(link.memo_id, link)
    rows = session.execute(
        select(Memo, Coder.name)
        .outerjoin(Coder, Coder.id == Memo.coder_id)
        .order_by(Memo.date, Memo.id)
    )
    found = [_row(memo, coder or "", links.get(memo.id)) for memo, coder in rows]
    return [
        memo
        for memo in found
        if (target is None or memo.target == target)
        and (target_id is None or memo.target_id == target_id)
    ]


def _row(memo: Memo, coder: str, link: MemoLink | None) -> MemoRow:
    target, target_id = "", None
    for each in TARGETS if link is not None else ():
        if (found := getattr(link, f"{each}_id")) is not None:
            target, target_id = each, found
            break
    return MemoRow(
        id=memo.id,
        kind=memo.kind,
        interpretation=memo.interpretation,
        title=memo.title,
        text=memo.text,
        coder=coder,
        date=memo.date,
        private=memo.private,
        target=target,
        target_id=target_id,
    )
