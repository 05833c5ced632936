from __future__ import annotations

from qualtool.analysis.excerpts import codings_in, excerpts
from qualtool.core.source import Source
from qualtool.operations import coders, codes, coding, documents, study
from qualtool.store.project import Project
from qualtool.store.rows import ExcerptRow
from qualtool.store.schema import Excerpt
from tests.operations.rich import ANSWER, QUESTION, SECOND, Rich

Furnished = tuple[Project, Rich]
AT = len(QUESTION) + 1


def shown(project: Project, **how: object) -> list[ExcerptRow]:
    with project.read() as session:
        return excerpts(session, **how)  # type: ignore[arg-type]  # tests name any of them


def test_codings_come_in_order_of_their_places_the_longer_first(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.apply(session, r.interview, AT, AT + 40, [r.time], coder_id=None)
        found = codings_in(session, r.interview)
    assert [(row.start - AT, row.end - AT, row.code, row.coder) for row in found] == [
        (0, 40, "tid", ""),
        (0, 36, "samtykke", "Anne"),
        (0, 36, "taushetsplikt", "Anne"),
        (0, 36, "samtykke", "Bo"),
        (10, 50, "skjema", "Anne"),
    ]
    assert found[1].colour == "violet"
    assert found[1].valence == "barrier"
    assert found[3].comment == "uenig"
    assert (found[1].starred, found[1].do_not_quote) == (False, False)


def test_an_excerpt_has_its_words_place_and_speaker(rich: Furnished) -> None:
    project, r = rich
    (row,) = shown(project, code_ids=[r.secrecy], context=30)
    assert row.text == ANSWER[:36]
    assert row.before == f"{QUESTION}\n"
    assert row.after == " Vi er få, og alt tar tid 🐑."
    assert (row.document, row.paragraph, row.place, row.start_ms) == (
        "Intervju 1",
        2,
        "paragraph 2",
        5000,
    )
    assert (row.speaker, row.role, row.case) == ("R", "participant", "Intervju 1")
    assert row.display_text == "Samtykke er […] vanskelig."
    assert [each.code for each in row.codings] == ["samtykke", "taushetsplikt", "samtykke"]


def test_excerpts_come_in_the_order_of_documents_and_of_the_text(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        documents.move(session, [r.notes], 0)
    found = shown(project)
    assert [row.document for row in found] == [
        "Notat",
        "Intervju 1",
        "Intervju 1",
        "Fokusgruppe",
        "Fokusgruppe",
        "Fokusgruppe",
    ]
    assert [row.start for row in found[3:]] == sorted(row.start for row in found[3:])


def test_excerpts_can_be_narrowed_by_everything_at_once(rich: Furnished) -> None:
    project, r = rich
    ids = {
        "code": shown(project, code_ids=[r.time]),
        "theme": shown(project, theme_ids=[r.structure]),
        "direct": shown(project, theme_ids=[r.culture]),
        "document": shown(project, document_ids=[r.group]),
        "star": shown(project, starred=True),
        "no star": shown(project, starred=False),
        "case": shown(project, case_ids=[r.informant]),
        "office": shown(project, case_ids=[r.office]),
        "both": shown(project, theme_ids=[r.structure], document_ids=[r.notes]),
        "nothing": shown(project, code_ids=[]),
    }
    counts = {name: len(rows) for name, rows in ids.items()}
    assert counts == {
        "code": 2,
        "theme": 4,
        "direct": 4,
        "document": 3,
        "star": 1,
        "no star": 5,
        "case": 2,
        "office": 1,
        "both": 1,
        "nothing": 0,
    }
    assert ids["office"][0].case == "Kontoret"


def test_the_place_follows_the_projects_way_of_citing(rich: Furnished) -> None:
    project, r = rich
    for scheme, place in (("line", "line 2"), ("time", "0:00:05"), ("page", "paragraph 2")):
        with project.edit("x") as session:
            study.describe(session, citation=scheme)
        (row,) = shown(project, code_ids=[r.secrecy], language="en")
        assert row.place == place


def test_a_passage_over_two_turns_is_the_participants(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.apply(session, r.group, 0, AT + 3, [r.forms], coder_id=r.anne)
        start = AT + len(ANSWER) - 20
        coding.apply(session, r.group, start, start + 21 + len(SECOND), [r.forms], coder_id=r.anne)
    first, last = shown(project, code_ids=[r.forms], document_ids=[r.group])
    assert (first.speaker, first.case) == ("Berit", "Berit")
    assert (last.speaker, last.case) == ("Carl", "Carl")
    asked = shown(project, starred=True)[0]
    assert (asked.speaker, asked.role, asked.case) == ("Leder", "interviewer", "")


def test_an_excerpt_that_has_lost_its_words_is_not_shown(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        session.get_one(Excerpt, r.both).lost = True
        session.flush()
        assert len(codings_in(session, r.interview)) == 1
    assert r.both not in {row.id for row in shown(project)}


def test_several_coders_are_told_apart_by_initials_and_number_and_one_is_not(
    project: Project,
) -> None:
    with project.edit("import_documents") as session:
        document = documents.add(session, Source(text="a" * 40, format="text"), name="A")
        code = codes.add(session, "kode")
        hers, his = coders.ensure(session, "Marte"), coders.ensure(session, "Marius")
        coding.apply(session, document, 0, 5, [code], coder_id=hers)
    with project.read() as session:
        assert [row.initials for row in codings_in(session, document)] == [""]
    with project.edit("apply_code") as session:
        coding.apply(session, document, 0, 5, [code], coder_id=his)
    with project.read() as session:
        rows = codings_in(session, document)
    assert [(row.initials, row.hand) for row in rows] == [("Ma", 0), ("Mar", 1)]
    project.coders_read = frozenset({his})
    with project.read() as session:
        rows = codings_in(session, document)
    assert [(row.initials, row.hand) for row in rows] == [("", 0)]
