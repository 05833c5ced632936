"""Claims: sentences that say how many said something, tied to what they are held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.claim_matching import matched
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations import excerpts
from qualtool.operations.finding import many, number, one
from qualtool.store.draft_rows import TakenIn
from qualtool.store.journal import tell
from qualtool.store.schema import (
    Case,
    Claim,
    ClaimSupport,
    Code,
    Draft,
    Excerpt,
    Question,
    Theme,
)
from qualtool.store.selecting import listed

# "Neither" takes somebody out who would stand for or against by what is coded.
STANDS: Final = ("for", "against", "neither")
ASIDE: Final = "aside"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A claim as it stands in a draft, and in which paragraph, counted from 1."""

    text: str
    paragraph: int


def take_in(session: Session, draft_id: int, sentences: Iterable[Sentence]) -> TakenIn:
    """Take in the claims of a draft (`operations.drafts.ensure`) as they stand in it now.

    The same sentence is the same claim, and one that is almost the same keeps what the claim is
    tied to and who was judged. A claim that stands in the draft no longer is dropped, or kept
    without a place where it is tied or judged. Steps are called "check_claims".
    """
    draft = one(session, Draft, draft_id)
    there = {row.id: row for row in _of_draft(session, [draft_id])}
    now = list(sentences)
    known = matched({row.id: row.text for row in there.values()}, [each.text for each in now])
    rows: list[Claim] = []
    for at, sentence in enumerate(now):
        row = there.get(known.get(at, 0))
        if row is None:
            row = Claim(text=sentence.text, draft_id=draft_id)
            session.add(row)
        row.text, row.place = sentence.text, str(sentence.paragraph)
        rows.append(row)
    gone = [row for key, row in there.items() if key not in known.values()]
    was_there = sum(bool(row.place) for row in gone)
    rows += _kept(session, gone)
    number(rows)
    session.flush()
    tell(session, name=draft.name, count=len(now))
    return TakenIn(draft_id, len(now) - len(known), len(known), was_there)


def tie(
    session: Session,
    claim_id: int,
    *,
    theme_id: int | None = None,
    code_id: int | None = None,
    question_id: int | None = None,
) -> None:
    """Tie a claim to a theme, a code or a question of the matrix; to nothing where none is given.

    Raises ValueError where more than one is given, QualtoolError "gone". Steps are called
    "tie_claim".
    """
    if sum(each is not None for each in (theme_id, code_id, question_id)) > 1:
        raise ValueError("a claim is tied to one thing")
    claim = one(session, Claim, claim_id)
    if theme_id is not None:
        tell(session, theme=one(session, Theme, theme_id).name)
    if code_id is not None:
        tell(session, code=one(session, Code, code_id).name)
    if question_id is not None:
        tell(session, question=one(session, Question, question_id).text)
    claim.theme_id, claim.code_id, claim.question_id = theme_id, code_id, question_id


def support(
    session: Session,
    claim_id: int,
    *,
    case_id: int | None = None,
    excerpt_id: int | None = None,
    stands: str = "for",
) -> int:
    """Judge that a case or an excerpt stands "for" a claim, "against" it, or "neither"; the id.

    What the researcher judges overrules what follows from the codings. Raises ValueError for
    another word or where not one of the two is given; QualtoolError "gone". Steps are called
    "judge_claim".
    """
    if stands not in STANDS:
        raise ValueError(f"no such judgement: {stands}")
    if (case_id is None) == (excerpt_id is None):
        raise ValueError("a case or an excerpt is judged")
    claim = one(session, Claim, claim_id)
    if case_id is not None:
        tell(session, case=one(session, Case, case_id).name)
    if excerpt_id is not None:
        one(session, Excerpt, excerpt_id)
    row = _judged(session, claim.id, case_id, excerpt_id)
    if row is None:
        row = ClaimSupport(claim_id=claim.id, case_id=case_id, excerpt_id=excerpt_id)
        session.add(row)
    row.stands = stands
    session.flush()
    tell(session, stands=stands)
    return row.id


def drop_support(
    session: Session, claim_id: int, *, case_id: int | None = None, excerpt_id: int | None = None
) -> None:
    """Take a judgement back, so that what follows from the codings holds again.

    Steps are called "drop_judgement".
    """
    claim = one(session, Claim, claim_id)
    if case_id is not None:
        tell(session, case=one(session, Case, case_id).name)
    row = _judged(session, claim.id, case_id, excerpt_id)
    if row is not None:
        session.delete(row)
        session.flush()
    if excerpt_id is not None:
        excerpts.sweep(session, [excerpt_id])


def set_aside(session: Session, claim_ids: Iterable[int], on: bool = True) -> None:
    """Note that sentences are no claims after all, or are ones again.

    Steps are called "dismiss_claims".
    """
    rows = many(session, Claim, claim_ids)
    tell(session, count=len(rows), on=int(on))
    for row in rows:
        row.state = ASIDE if on else ""


def write(session: Session, text: str) -> int:
    """A claim of the researcher's own, in no draft; its id. Steps are called "write_claim".

    Raises QualtoolError "claim_empty".
    """
    before = _own(session)
    row = Claim(text=_words(text))
    session.add(row)
    session.flush()
    number([*before, row])
    session.flush()
    return row.id


def rewrite(session: Session, claim_id: int, text: str) -> None:
    """Change a claim of the researcher's own. Steps are called "rewrite_claim".

    Raises QualtoolError "claim_empty", and "claim_of_draft" where it stands in a draft: there it
    is changed.
    """
    row = one(session, Claim, claim_id)
    if row.draft_id is not None:
        raise QualtoolError(
            "claim_of_draft",
            _("This sentence stands in a draft. Change it there, and check the draft again."),
        )
    row.text = _words(text)


def remove(session: Session, claim_ids: Iterable[int]) -> None:
    """Remove claims and what was judged of them. Steps are called "remove_claims"."""
    rows = many(session, Claim, claim_ids)
    tell(session, count=len(rows))
    _drop(session, rows)


def in_order(session: Session, draft_id: int | None) -> list[int]:
    """The claims of a draft in the order in which they stand there, or (None) one's own."""
    rows = _own(session) if draft_id is None else _of_draft(session, [draft_id])
    return [row.id for row in rows]


def let_go(session: Session, draft_ids: Sequence[int]) -> None:
    """Part claims from drafts that are about to go: those kept become the researcher's own."""
    for row in _kept(session, _of_draft(session, draft_ids)):
        row.draft_id = None
    session.flush()
    number(_own(session))
    session.flush()


def _kept(session: Session, rows: Sequence[Claim]) -> list[Claim]:
    """Those that are tied or judged, without a place in a draft; the others are dropped."""
    session.flush()
    judged = set(
        session.scalars(
            select(ClaimSupport.claim_id).where(
                ClaimSupport.claim_id.in_(listed(row.id for row in rows))
            )
        )
    )
    kept = [
        row
        for row in rows
        if row.id in judged or {row.theme_id, row.code_id, row.question_id} != {None}
    ]
    for row in kept:
        row.place = ""
    _drop(session, [row for row in rows if row not in kept])
    return kept


def _drop(session: Session, rows: Sequence[Claim]) -> None:
    behind = session.scalars(
        select(ClaimSupport.excerpt_id).where(
            ClaimSupport.claim_id.in_(listed(row.id for row in rows)),
            ClaimSupport.excerpt_id.is_not(None),
        )
    ).all()
    for row in rows:
        session.delete(row)
    session.flush()
    session.expire_all()
    excerpts.sweep(session, [each for each in behind if each is not None])


def _of_draft(session: Session, draft_ids: Sequence[int]) -> list[Claim]:
    rows = select(Claim).where(Claim.draft_id.in_(listed(draft_ids)))
    return list(session.scalars(rows.order_by(Claim.position, Claim.id)))


def _own(session: Session) -> list[Claim]:
    rows = select(Claim).where(Claim.draft_id.is_(None))
    return list(session.scalars(rows.order_by(Claim.position, Claim.id)))


def _judged(
    session: Session, claim_id: int, case_id: int | None, excerpt_id: int | None
) -> ClaimSupport | None:
    return session.scalars(
        select(ClaimSupport)
        .where(
            ClaimSupport.claim_id == claim_id,
            ClaimSupport.case_id.is_(None) if case_id is None else ClaimSupport.case_id == case_id,
            ClaimSupport.excerpt_id.is_(None)
            if excerpt_id is None
            else ClaimSupport.excerpt_id == excerpt_id,
        )
        .order_by(ClaimSupport.id)
        .limit(1)
    ).first()


def _words(text: str) -> str:
    tidied = " ".join(text.split())
    if not tidied:
        raise QualtoolError("claim_empty", _("A claim needs words."))
    return tidied
