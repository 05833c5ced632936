from __future__ import annotations

from qualtool.analysis import retrieval
from qualtool.analysis.excerpts import excerpts
from qualtool.operations import coding, themes
from qualtool.store.project import Project
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def test_what_is_found_comes_by_document_in_the_order_of_the_text(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        hits = retrieval.hits(session, code_ids=[r.consent, r.secrecy, r.time, r.forms])
        rows = excerpts(session, code_ids=[r.consent, r.secrecy, r.time, r.forms])
    assert hits
    assert [hit.excerpt_id for hit in hits] == [row.id for row in rows]
    assert [hit.group for hit in hits] == [row.document for row in rows]


def test_by_case_each_group_comes_together_and_who_is_no_case_last(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.apply(session, r.notes, 5, 9, [r.consent], coder_id=r.bo)
    with project.read() as session:
        codes = [r.consent, r.secrecy, r.time, r.forms]
        by_document = retrieval.hits(session, code_ids=codes)
        hits = retrieval.hits(session, code_ids=codes, by="case")
        assert retrieval.cases(session, [hit.excerpt_id for hit in hits]) >= 1
    assert {hit.excerpt_id for hit in hits} == {hit.excerpt_id for hit in by_document}
    groups = [hit.group for hit in hits]
    seen = list(dict.fromkeys(groups))
    assert groups == sorted(groups, key=seen.index), "no group is taken up again"
    assert "" not in seen[:-1]


def test_the_codes_of_a_theme_are_those_of_its_sub_themes_too(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        themes.place_codes(session, r.anchoring, [r.time])
    with project.read() as session:
        assert r.time in retrieval.codes_under(session, r.culture)
        subject = retrieval.theme(session, r.anchoring)
    assert subject is not None
    assert subject.sub_theme


def test_what_is_gone_has_nothing_to_say(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session:
        assert retrieval.code(session, 9999) is None
        assert retrieval.theme(session, 9999) is None
