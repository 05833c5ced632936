"""Whose codings are read: everybody's, or those of some of the coders only.

An excerpt that none of these coders has coded, but another has, is left out with its codings. An
excerpt without any coding, and a coding without a coder, are nobody's and always there. What
another has written in a memo on a passage is left out too: it would tell what they have seen there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import and_, event, exists, or_
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.orm.util import LoaderCriteriaOption

from qualtool.store.schema import Coding, Excerpt, Memo, MemoLink
from qualtool.store.selecting import listed

_INFO: Final = "coders_read"


def limit(session: Session, coder_ids: Iterable[int]) -> None:
    """Let all that is read in a session be as if only these coders had coded."""
    only = frozenset(coder_ids)
    session.info[_INFO] = only
    options = _options(only)

    def add(state: ORMExecuteState) -> None:
        if state.is_select:
            state.statement = state.statement.options(*options)

    event.listen(session, "do_orm_execute", add)


def read_in(session: Session) -> frozenset[int] | None:
    """The coders whose codings are read in a session; None where everybody's are."""
    found = session.info.get(_INFO)
    return found if isinstance(found, frozenset) else None


def _options(coder_ids: Iterable[int]) -> tuple[LoaderCriteriaOption, ...]:
    shown = listed(coder_ids)
    # Of the bare table, which the first of the two options leaves alone.
    own, any_one = Coding.__table__.alias(), Coding.__table__.alias()
    visible = or_(
        exists().where(and_(own.c.excerpt_id == Excerpt.id, _is_of(own.c.coder_id, shown))),
        ~exists().where(any_one.c.excerpt_id == Excerpt.id),
    )
    return (
        with_loader_criteria(Coding, _is_of(Coding.coder_id, shown), include_aliases=True),
        with_loader_criteria(Excerpt, visible),
        *_memos(shown),
    )


def _memos(shown: Any) -> tuple[LoaderCriteriaOption, ...]:
    memo, link = Memo.__table__.alias(), MemoLink.__table__.alias()
    on_passage = or_(link.c.excerpt_id.is_not(None), link.c.coding_id.is_not(None))
    elsewhere = and_(MemoLink.excerpt_id.is_(None), MemoLink.coding_id.is_(None))
    own = exists().where(and_(memo.c.id == MemoLink.memo_id, _is_of(memo.c.coder_id, shown)))
    tied = exists().where(and_(link.c.memo_id == Memo.id, on_passage))
    return (
        with_loader_criteria(Memo, or_(_is_of(Memo.coder_id, shown), ~tied)),
        with_loader_criteria(MemoLink, or_(elsewhere, own)),
    )


def _is_of(coder: Any, shown: Any) -> Any:
    return or_(coder.in_(shown), coder.is_(None))
