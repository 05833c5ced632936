"""Where quotations are used, and from whom."""

from __future__ import annotations

from sqlalchemy import select, update

from qualtool.analysis import merely_quoted
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.quotations import check_draft, to_link
from qualtool.analysis.quoted_in import quoted_in
from qualtool.analysis.study import study
from qualtool.analysis.used_quotations import spread, used_quotations
from qualtool.core.draft import Draft, DraftParagraph
from qualtool.operations import coding, drafts, findings
from qualtool.store.project import Project
from qualtool.store.schema import DraftQuotation, Excerpt
from tests.analysis.six_informants import Six, furnish

TEXT = "En sa: «Jeg mangler tid», og en annen at «tida strekker nesten aldri til her hos oss»."


def _link(project: Project, name: str, *paragraphs: str) -> None:
    written = Draft(
        name, tuple(DraftParagraph(each, number=at) for at, each in enumerate(paragraphs, 1))
    )
    with project.edit("link_quotations") as session:
        drafts.link(session, name, name, to_link(check_draft(session, written)))


def _use(project: Project) -> Six:
    six = furnish(project)
    _link(project, "funn.docx", "Innledning.", TEXT)
    _link(project, "artikkel.docx", "Som en sa: «Jeg mangler tid».")
    with project.edit("add_findings") as session:
        findings.add_quotations(session, six.theme, [six.excerpts[0], six.excerpts[3]])
        coding.set_display_text(session, six.excerpts[3], "Det er tid nok […].")
        coding.set_do_not_quote(session, [six.excerpts[0]], True)
    return six


def test_each_passage_comes_with_all_its_uses(project: Project) -> None:
    _use(project)
    with project.read() as session:
        rows = used_quotations(session)
    assert [
        (row.excerpt.case, row.excerpt.text[:12], row.form, row.closed or row.without_consent)
        for row in rows
    ] == [
        ("Informant 1", "Jeg mangler ", "verbatim", True),
        ("Informant 1", "Jeg mangler ", "verbatim", False),
        ("Informant 2", "Tida strekke", "edited", False),
        ("Informant 4", "Det er tid n", "edited", False),
    ]
    assert [[each.draft or each.theme for each in row.uses] for row in rows] == [
        ["Tid"],
        ["funn.docx", "artikkel.docx"],
        ["funn.docx"],
        ["Tid"],
    ]
    assert [each.paragraph for each in rows[1].uses] == [2, 1]


def test_who_is_not_quoted_at_all_is_told_too(project: Project) -> None:
    _use(project)
    with project.read() as session:
        counts = spread(session, used_quotations(session))
    assert counts == [
        ("Informant 1", 2),
        ("Informant 2", 1),
        ("Informant 3", 0),
        ("Informant 4", 1),
        ("Informant 5", 0),
        ("Informant 6", 0),
    ]


def test_an_excerpt_knows_the_drafts_that_quote_a_part_of_it(project: Project) -> None:
    six = _use(project)
    with project.read() as session:
        found = quoted_in(session, [six.excerpts[0]])
        assert [(each.draft, each.paragraph, each.verdict) for each in found] == [
            ("funn.docx", 2, "verbatim"),
            ("artikkel.docx", 1, "verbatim"),
        ]
        assert quoted_in(session, [six.excerpts[3]]) == []


def test_nothing_is_used_in_a_project_without_drafts_and_findings(project: Project) -> None:
    furnish(project)
    with project.read() as session:
        assert used_quotations(session) == []


def test_what_is_merely_quoted_is_no_excerpt_that_one_looks_for(project: Project) -> None:
    six = furnish(project)
    with project.read() as session:
        before = [row.id for row in excerpts(session)]
        count = study(session).excerpts
    _link(project, "funn.docx", "En sa: «Jeg mangler tid».")
    with project.read() as session:
        [made] = [row.excerpt for row in used_quotations(session)]
        assert [row.id for row in excerpts(session)] == before
        assert study(session).excerpts == count
        assert [row.id for row in excerpts(session, excerpt_ids=[made.id])] == [made.id]
    with project.edit("apply_code") as session:
        coding.apply(
            session, made.document_id, made.start, made.end, [six.time], coder_id=six.coder
        )
    with project.read() as session:
        assert made.id in [row.id for row in excerpts(session)]


def test_a_quotation_whose_excerpt_is_gone_hides_no_other_excerpt(project: Project) -> None:
    furnish(project)
    _link(project, "funn.docx", "En sa: «Jeg mangler tid».")
    with project.edit("remove_excerpts") as session:
        [made] = session.scalars(select(Excerpt).where(merely_quoted.merely_quoted()))
        session.execute(update(DraftQuotation).values(excerpt_id=None))
    with project.read() as session:
        assert made.id in [row.id for row in excerpts(session)]


def test_counting_what_is_merely_quoted_looks_at_nothing_else(project: Project) -> None:
    with project.read() as session:
        link = session.connection()
        counting = merely_quoted.COUNT.compile(link, compile_kwargs={"literal_binds": True})
        plan = link.exec_driver_sql(f"EXPLAIN QUERY PLAN {counting}").all()
    assert not [row[3] for row in plan if row[3].startswith("SCAN excerpt")]
