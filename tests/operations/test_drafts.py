"""The quotations of a draft tied to what was said."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.quotations import check_draft, to_link
from qualtool.core.draft import Draft as Written
from qualtool.core.draft import DraftParagraph
from qualtool.operations import coding, drafts
from qualtool.store.draft_rows import LinkOutcome, Place, Quoted
from qualtool.store.project import Project
from qualtool.store.schema import Draft, DraftQuotation, Excerpt
from tests.operations.rich import ANSWER, SECOND, Rich

WHOLE = f"«{ANSWER[:36]}» og «Vi er få, og alt tar tid»."


def link(project: Project, *paragraphs: str) -> LinkOutcome:
    written = Written(
        "funn.docx", tuple(DraftParagraph(text, number=at) for at, text in enumerate(paragraphs, 1))
    )
    with project.read() as session:
        found = to_link(check_draft(session, written))
    with project.edit("link_quotations") as session:
        return drafts.link(session, written.name, "a1", found)


def rows(session: Session) -> list[tuple[int, int, str, str | None]]:
    return [
        (row.number, row.part, row.verdict, row.place)
        for row in session.scalars(
            select(DraftQuotation).order_by(DraftQuotation.number, DraftQuotation.part)
        )
    ]


def excerpts(session: Session) -> set[int]:
    return set(session.scalars(select(Excerpt.id)))


def test_a_quotation_is_tied_to_the_excerpt_on_its_words(rich: tuple[Project, Rich]) -> None:
    project, r = rich
    with project.read() as session:
        before = excerpts(session)
    outcome = link(project, "Innledning.", WHOLE)
    assert (outcome.quotations, outcome.made, outcome.dropped, outcome.changed) == (2, 1, 0, 0)
    with project.read() as session:
        assert rows(session) == [(1, 1, "verbatim", "2"), (2, 1, "verbatim", "2")]
        tied = session.scalars(select(DraftQuotation.excerpt_id)).all()
        assert tied[0] == r.both
        assert excerpts(session) - before == {tied[1]}


def test_each_part_of_what_is_joined_is_tied(rich: tuple[Project, Rich]) -> None:
    project, _r = rich
    link(project, f"«{SECOND} {ANSWER[:36]}»")
    with project.read() as session:
        assert [row[:3] for row in rows(session)] == [(1, 1, "joined"), (1, 2, "joined")]


def test_the_same_check_again_changes_nothing_but_when_it_was(rich: tuple[Project, Rich]) -> None:
    project, _r = rich
    link(project, WHOLE)
    with project.read() as session:
        before = session.execute(select(DraftQuotation.id, DraftQuotation.excerpt_id)).all()
        there = excerpts(session)
    outcome = link(project, WHOLE)
    assert (outcome.made, outcome.dropped) == (0, 0)
    with project.read() as session:
        after = session.execute(select(DraftQuotation.id, DraftQuotation.excerpt_id)).all()
        assert (after, excerpts(session)) == (before, there)
        assert len(session.scalars(select(Draft.id)).all()) == 1


def test_what_the_draft_quotes_no_longer_is_untied_and_goes_where_it_holds_nothing(
    rich: tuple[Project, Rich],
) -> None:
    project, _r = rich
    with project.read() as session:
        before = excerpts(session)
    link(project, WHOLE)
    outcome = link(project, f"«{ANSWER[:36]}»")
    assert (outcome.quotations, outcome.dropped) == (1, 1)
    with project.read() as session:
        assert excerpts(session) == before
    project.undo()
    with project.read() as session:
        assert len(rows(session)) == 2


def test_an_excerpt_made_for_a_draft_outlives_its_codings(rich: tuple[Project, Rich]) -> None:
    project, r = rich
    link(project, "«Vi er få, og alt tar tid»")
    with project.edit("apply_code") as session:
        [made] = session.scalars(select(DraftQuotation.excerpt_id)).all()
        excerpt = session.get_one(Excerpt, made)
        coded = coding.apply(
            session,
            excerpt.document_id,
            excerpt.start,
            excerpt.end,
            [r.time],
            coder_id=r.anne,
        )
        coding.remove(session, coded)
        assert session.get(Excerpt, made) is not None
        drafts.remove(session, session.scalars(select(Draft.id)).all())
        assert session.get(Excerpt, made) is None


def test_words_that_have_changed_since_they_were_found_are_passed_by(
    rich: tuple[Project, Rich],
) -> None:
    project, r = rich
    quoted = Quoted(1, "Regn", "verbatim", 2, (Place(r.notes, 0, 4, "Sol!"),))
    gone = Quoted(2, "Regn", "verbatim", 2, (Place(9999, 0, 4, "Regn"),))
    with project.edit("link_quotations") as session:
        outcome = drafts.link(session, "funn.docx", "", [quoted, gone])
        assert (outcome.quotations, outcome.changed) == (0, 2)
        assert rows(session) == []


@pytest.mark.parametrize(
    ("name", "content", "same"),
    [("FUNN.docx", "b2", True), ("funn 2.docx", "a1", True), ("funn 2.docx", "b2", False)],
)
def test_a_draft_is_known_by_its_name_or_else_by_its_content(
    rich: tuple[Project, Rich], name: str, content: str, same: bool
) -> None:
    project, _r = rich
    with project.edit("link_quotations") as session:
        first = drafts.ensure(session, "funn.docx", drafts.content_hash(b"x"))
        drafts.ensure(session, "funn.docx", "a1")
        assert (drafts.ensure(session, name, content) == first) is same
