"""What is done with drafts, their claims and quotations, for the tests of every operation."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.operations import claims, drafts
from qualtool.store.draft_rows import Place, Quoted
from qualtool.store.schema import Claim, DocumentText, Excerpt
from tests.operations.rich import Rich

SENTENCES = ["Alle informantene savnet tid.", "Flere sa at det var vanskelig."]


def _draft(session: Session, *sentences: str) -> tuple[int, list[int]]:
    """A draft whose claims have been taken in, and these."""
    draft_id = drafts.ensure(session, "funn.docx", "a1")
    claims.take_in(
        session, draft_id, [claims.Sentence(each, at) for at, each in enumerate(sentences, 1)]
    )
    rows = select(Claim.id).where(Claim.draft_id == draft_id, Claim.place != "")
    return draft_id, list(session.scalars(rows.order_by(Claim.position)))


def claim(session: Session) -> int:
    return _draft(session, *SENTENCES)[1][0]


def take_claims_in_again(session: Session, r: Rich) -> None:
    _draft_id, (first, second) = _draft(session, *SENTENCES)
    claims.tie(session, first, theme_id=r.culture)
    claims.support(session, second, excerpt_id=r.both)
    _draft(session, "Alle informantene savnet mer tid.", "Ingen nevnte lønn.")


def judge(session: Session, r: Rich) -> int:
    judged = claim(session)
    claims.support(session, judged, case_id=r.informant)
    claims.support(session, judged, case_id=r.informant, stands="against")
    claims.support(session, judged, excerpt_id=r.both, stands="neither")
    return judged


def drop_judgement(session: Session, r: Rich) -> None:
    claims.drop_support(session, judge(session, r), excerpt_id=r.both)


def _quoted(session: Session, r: Rich) -> Iterator[Quoted]:
    """One on an excerpt that is there, one on words without, and one that was said no more."""
    text = session.scalar(select(DocumentText.text).where(DocumentText.document_id == r.notes))
    both = session.get_one(Excerpt, r.both)
    there = session.scalar(
        select(DocumentText.text).where(DocumentText.document_id == both.document_id)
    )
    said = (there or "")[both.start : both.end]
    yield Quoted(1, said, "verbatim", 3, (Place(both.document_id, both.start, both.end, said),))
    yield Quoted(
        2, "Regn", "altered", 4,
        (Place(r.notes, 0, 4, (text or "")[:4]), Place(r.notes, 5, 9, "borte")),
    )  # fmt: skip


def link_again(session: Session, r: Rich) -> None:
    drafts.link(session, "funn.docx", "a1", _quoted(session, r))
    drafts.link(session, "funn.docx", "a2", list(_quoted(session, r))[:1])


def remove_draft(session: Session, r: Rich) -> None:
    drafts.link(session, "funn.docx", "a1", _quoted(session, r))
    draft_id, [first, _other] = _draft(session, *SENTENCES)
    claims.tie(session, first, code_id=r.time)
    drafts.remove(session, [draft_id])


def let_go(session: Session, r: Rich) -> None:
    draft_id, [first, _other] = _draft(session, *SENTENCES)
    claims.tie(session, first, code_id=r.time)
    claims.let_go(session, [draft_id])
