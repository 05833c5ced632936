"""Claims taken in from a draft, tied, judged and written."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.operations import claims, coding, drafts
from qualtool.operations.claims import Sentence
from qualtool.store.project import Project
from qualtool.store.schema import Claim, ClaimSupport, Excerpt
from tests.operations.rich import Rich

ALL, SOME, NONE = (
    "Alle informantene savnet tid til samarbeid.",
    "Flere av lederne pekte på manglende ressurser.",
    "Ingen av informantene nevnte lønn.",
)


def take_in(session: Session, *sentences: str) -> dict[str, Claim]:
    draft_id = drafts.ensure(session, "funn.docx")
    claims.take_in(session, draft_id, [Sentence(text, at) for at, text in enumerate(sentences, 1)])
    return {row.text: row for row in in_order(session)}


def in_order(session: Session) -> list[Claim]:
    return list(session.scalars(select(Claim).order_by(Claim.position)))


def test_the_same_sentence_stays_the_same_claim(rich: tuple[Project, Rich]) -> None:
    project, _r = rich
    with project.edit("check_claims") as session:
        first = {text: row.id for text, row in take_in(session, ALL, SOME).items()}
        again = take_in(session, NONE, SOME, ALL)
        assert {again[text].id for text in (ALL, SOME)} == set(first.values())
        assert [row.text for row in in_order(session)] == [NONE, SOME, ALL]
        assert [row.place for row in in_order(session)] == ["1", "2", "3"]


def test_an_edited_sentence_keeps_what_it_is_tied_to(rich: tuple[Project, Rich]) -> None:
    project, r = rich
    with project.edit("check_claims") as session:
        row = take_in(session, ALL)[ALL]
        claims.tie(session, row.id, theme_id=r.culture)
        claims.set_aside(session, [row.id])
        edited = "De fleste informantene savnet tid til samarbeid."
        [now] = take_in(session, edited).values()
        assert (now.id, now.text, now.theme_id, now.state) == (row.id, edited, r.culture, "aside")


def test_a_sentence_that_is_gone_is_kept_only_where_it_is_tied_or_judged(
    rich: tuple[Project, Rich],
) -> None:
    project, r = rich
    with project.edit("check_claims") as session:
        rows = take_in(session, ALL, SOME, NONE)
        claims.tie(session, rows[ALL].id, code_id=r.time)
        claims.support(session, rows[SOME].id, case_id=r.informant)
        draft_id = rows[ALL].draft_id or 0
        outcome = claims.take_in(session, draft_id, [])
        assert (outcome.added, outcome.kept, outcome.gone) == (0, 0, 3)
        assert [(row.text, row.place) for row in in_order(session)] == [(ALL, ""), (SOME, "")]
        assert claims.take_in(session, draft_id, []).gone == 0
        back = claims.take_in(session, draft_id, [Sentence(SOME, 5)])
        assert (back.added, back.kept) == (0, 1)


def test_a_claim_is_tied_to_one_thing(rich: tuple[Project, Rich]) -> None:
    project, r = rich
    with project.edit("tie_claim") as session:
        made = claims.write(session, ALL)
        claims.tie(session, made, theme_id=r.culture)
        claims.tie(session, made, question_id=r.question)
        row = session.get_one(Claim, made)
        assert (row.theme_id, row.code_id, row.question_id) == (None, None, r.question)
        claims.tie(session, made)
        assert row.question_id is None
        with pytest.raises(ValueError, match="one thing"):
            claims.tie(session, made, theme_id=r.culture, code_id=r.time)
        with pytest.raises(QualtoolError, match="no longer"):
            claims.tie(session, made, theme_id=9999)


def test_a_case_is_judged_once_and_as_it_was_judged_last(rich: tuple[Project, Rich]) -> None:
    project, r = rich
    with project.edit("judge_claim") as session:
        made = claims.write(session, ALL)
        first = claims.support(session, made, case_id=r.informant)
        assert claims.support(session, made, case_id=r.informant, stands="neither") == first
        rows = session.scalars(select(ClaimSupport).where(ClaimSupport.claim_id == made)).all()
        assert [row.stands for row in rows] == ["neither"]
        with pytest.raises(ValueError, match="judgement"):
            claims.support(session, made, case_id=r.informant, stands="maybe")
        with pytest.raises(ValueError, match="judged"):
            claims.support(session, made)


def test_an_excerpt_without_codings_stays_while_a_claim_rests_on_it(
    rich: tuple[Project, Rich],
) -> None:
    project, r = rich
    with project.edit("judge_claim") as session:
        made = claims.write(session, ALL)
        claims.support(session, made, excerpt_id=r.lone)
        coding.remove(session, [r.lone_coding])
        assert session.get(Excerpt, r.lone) is not None
        claims.drop_support(session, made, excerpt_id=r.lone)
        assert session.get(Excerpt, r.lone) is None


def test_a_claim_in_a_draft_is_changed_in_the_draft(rich: tuple[Project, Rich]) -> None:
    project, _r = rich
    with project.edit("rewrite_claim") as session:
        own = claims.write(session, f"  {ALL} \n")
        claims.rewrite(session, own, SOME)
        assert session.get_one(Claim, own).text == SOME
        row = take_in(session, ALL)[ALL]
        with pytest.raises(QualtoolError, match="stands in a draft"):
            claims.rewrite(session, row.id, NONE)
        with pytest.raises(QualtoolError, match="needs words"):
            claims.write(session, "  ")


def test_what_is_left_of_a_removed_draft_is_the_researchers_own(
    rich: tuple[Project, Rich],
) -> None:
    project, r = rich
    with project.edit("remove_drafts") as session:
        rows = take_in(session, ALL, SOME)
        claims.tie(session, rows[SOME].id, theme_id=r.culture)
        drafts.remove(session, [rows[ALL].draft_id or 0])
        assert [(row.text, row.draft_id) for row in in_order(session)] == [(SOME, None)]
