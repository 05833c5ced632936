"""Excerpts whose words a correction took away, to be decided on one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from qualtool.analysis.citing import citing
from qualtool.analysis.codebook import code_colours
from qualtool.analysis.tally_state import touched
from qualtool.core.context import after, before
from qualtool.core.places import paragraph_at, paragraph_starts
from qualtool.store.bare_reading import column
from qualtool.store.correcting_rows import LostRow
from qualtool.store.kept import Passed, kept
from qualtool.store.schema import Code, Coding, Document, DocumentText, Excerpt, MemoLink
from qualtool.store.selecting import given, listed, packed
from qualtool.store.whose import read_in

_AROUND = 120  # code points of text shown on each side of where the words were
# One without words begins where it ends: an index has that, and is read sooner than all excerpts.
_EMPTY = Excerpt.__table__.alias()
_LOST = select(Excerpt.id).where(
    Excerpt.id.in_(select(_EMPTY.c.id).where(_EMPTY.c.start == _EMPTY.c.end)),
    Excerpt.lost.is_(True),
)
_LOST_AMONG = select(Excerpt.id).where(Excerpt.id.in_(given()), Excerpt.lost.is_(True))


def count(session: Session) -> int:
    """How many excerpts wait for a decision."""
    return len(kept(session, "lost", frozenset({"excerpt"}), lambda: _all_lost(session)).ids)


def is_lost(session: Session, excerpt_id: int) -> bool:
    """Whether an excerpt waits for a decision."""
    return bool(column(session, _LOST_AMONG, ids=packed([excerpt_id])))


@dataclass(slots=True)
class _Lost:
    """The excerpts that are lost."""

    ids: set[int]

    def follow(self, passed: Passed, session: Session) -> bool:
        """Look again at those that a step touched."""
        again = set(passed.changes.ids("excerpt"))
        if read_in(session) is not None:  # where a coding makes an excerpt seen, or unseen
            again |= touched(passed, session)
        if again:
            self.ids -= again
            self.ids.update(column(session, _LOST_AMONG, ids=packed(again)))
        return True


def _all_lost(session: Session) -> _Lost:
    return _Lost(set(session.scalars(_LOST)))


def lost_excerpts(session: Session, document_id: int | None = None) -> list[LostRow]:
    """All lost excerpts, or those of one document, in the order of documents and of the text."""
    wanted = (
        select(Excerpt, Document.name)
        .join(Document, Document.id == Excerpt.document_id)
        .where(Excerpt.lost.is_(True))
        .order_by(Document.position, Document.id, Excerpt.start, Excerpt.id)
    )
    if document_id is not None:
        wanted = wanted.where(Excerpt.document_id == document_id)
    rows = session.execute(wanted).all()
    ids = [excerpt.id for excerpt, _name in rows]
    codes = _codes(session, ids)
    memos = _memos(session, ids)
    texts = _texts(session, {excerpt.document_id for excerpt, _name in rows})
    cited = {each: citing(session, each, starts) for each, (_text, starts) in texts.items()}
    found: list[LostRow] = []
    for excerpt, name in rows:
        text, paragraphs = texts[excerpt.document_id]
        at = min(excerpt.start, len(text))
        named = codes[excerpt.id]
        found.append(
            LostRow(
                excerpt_id=excerpt.id,
                document_id=excerpt.document_id,
                document=name,
                words=excerpt.lost_words,
                codes=tuple(code for code, _colour, _said in named),
                colours=tuple(colour for _code, colour, _said in named),
                offset=at,
                before=before(text, at, _AROUND),
                after=after(text, at, _AROUND),
                paragraph=paragraph_at(paragraphs, at),
                comments=sum(said for _code, _colour, said in named),
                starred=excerpt.starred,
                memos=memos[excerpt.id],
                found=_nearest(text, excerpt.lost_words, at),
                place=cited[excerpt.document_id](at),
            )
        )
    return found


def _codes(session: Session, excerpt_ids: Iterable[int]) -> dict[int, list[tuple[str, str, bool]]]:
    """The codes of each excerpt, once each: name, colour, whether something is said of it."""
    colours = code_colours(session)
    rows = session.execute(
        select(Coding.excerpt_id, Code.id, Code.name, func.max(Coding.comment != ""))
        .join(Code, Code.id == Coding.code_id)
        .where(Coding.excerpt_id.in_(listed(excerpt_ids)))
        .group_by(Coding.excerpt_id, Code.id)
        .order_by(func.min(Coding.id))
    )
    found: dict[int, list[tuple[str, str, bool]]] = defaultdict(list)
    for excerpt_id, code_id, name, said in rows:
        found[excerpt_id].append((name, colours[code_id], bool(said)))
    return found


def _memos(session: Session, excerpt_ids: Iterable[int]) -> Counter[int]:
    wanted = list(excerpt_ids)
    rows = session.execute(
        select(Excerpt.id, func.count(MemoLink.id.distinct()))
        .outerjoin(Coding, Coding.excerpt_id == Excerpt.id)
        .join(MemoLink, or_(MemoLink.excerpt_id == Excerpt.id, MemoLink.coding_id == Coding.id))
        .where(Excerpt.id.in_(listed(wanted)))
        .group_by(Excerpt.id)
    )
    return Counter(dict(rows.all()))


def _texts(session: Session, document_ids: Iterable[int]) -> dict[int, tuple[str, Sequence[int]]]:
    rows = session.execute(
        select(DocumentText.document_id, DocumentText.text).where(
            DocumentText.document_id.in_(listed(document_ids))
        )
    )
    return {document_id: (text, paragraph_starts(text)) for document_id, text in rows}


def _nearest(text: str, words: str, expected: int) -> tuple[int, int] | None:
    """Where the very same words stand, nearest to where they were."""
    if not words.strip():
        return None
    before_it = text.rfind(words, 0, expected + len(words))
    behind = text.find(words, expected)
    places = [at for at in (before_it, behind) if at >= 0]
    if not places:
        return None
    at = min(places, key=lambda place: abs(place - expected))
    return at, at + len(words)
