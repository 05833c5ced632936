"""The quotations of a draft held against the transcripts of a project."""

from __future__ import annotations

from qualtool.analysis import quotations
from qualtool.analysis.excerpts import codings_in
from qualtool.core.draft import Draft, DraftParagraph
from qualtool.operations import cases, codes, coding, consent, documents, theme_excerpts, themes
from qualtool.store.project import Project
from tests.analysis.six_informants import furnish as six_interviews
from tests.ui.studies import furnish


def draft(*paragraphs: str) -> Draft:
    return Draft(
        "funn.md", tuple(DraftParagraph(text, number=at) for at, text in enumerate(paragraphs, 1))
    )


def rows(project: Project, *paragraphs: str) -> list[quotations.QuotationRow]:
    with project.read() as session:
        return quotations.check_draft(session, draft(*paragraphs))


def test_a_quotation_is_told_with_whose_it_is_and_how_it_is_coded(project: Project) -> None:
    study = furnish(project)
    [row] = rows(project, "Innledning.", "En sa at det «ikke noe fast sted hvor vi møttes».")
    [said] = row.said
    assert (row.paragraph, row.checked.verdict) == (2, "verbatim")
    assert (said.document, said.document_id, said.place) == (
        "Informant 1",
        study.document,
        "paragraph 2",
    )
    assert said.text == "ikke noe fast sted hvor vi møttes"
    assert (said.informant, said.interviewer) == ("Informant 1", False)
    assert (said.codes, said.themes) == (("faste møteplasser",), ("Ingen eier det",))
    assert (said.do_not_quote, said.closed) == (False, False)


def test_the_interviewers_words_are_told_of(project: Project) -> None:
    furnish(project)
    [row] = rows(project, "«Hvordan var det i starten?»")
    assert row.said[0].interviewer
    assert (row.said[0].codes, row.said[0].themes) == ((), ())


def test_what_may_not_be_quoted_is_told_of(project: Project) -> None:
    study = furnish(project)
    with project.edit("mark") as session:
        [excerpt] = [row.excerpt_id for row in codings_in(session, study.document)]
        coding.set_do_not_quote(session, [excerpt], True)
        case_id = cases.ensure(session, "Informant 1")
        cases.tie(session, study.document, case_id)
        consent.note(session, [case_id], given=False)
    [row] = rows(project, "«ikke noe fast sted hvor vi møttes»")
    assert (row.said[0].do_not_quote, row.said[0].closed) == (True, True)


def test_a_document_that_may_not_be_quoted_is_told_of(project: Project) -> None:
    study = furnish(project)
    with project.edit("describe_document") as session:
        documents.describe(session, study.document, quoting_allowed=False)
    [row] = rows(project, "«ikke noe fast sted hvor vi møttes»")
    assert (row.said[0].do_not_quote, row.said[0].closed) == (True, False)


def test_a_cell_that_nobody_said_is_left_out(project: Project) -> None:
    furnish(project)
    cell = DraftParagraph("manglende opplæring fra første dag", "cell", 1, column="Undertema")
    said = DraftParagraph("alt hang på at noen tok telefonen", "cell", 2, column="Undertema")
    with project.read() as session:
        found = quotations.check_draft(session, Draft("funn.docx", (cell, said)))
    assert [row.checked.verdict for row in found] == ["verbatim"]


def test_quotations_are_counted_by_informant_and_by_theme(project: Project) -> None:
    furnish(project)
    found = rows(
        project,
        "«ikke noe fast sted» og «alt hang på at noen tok telefonen» og «ikke sagt av noen»",
        "«Hvordan var det i starten?»",
    )
    spread = quotations.spread(found)
    assert spread.informants == (("Informant 1", 2),)
    assert spread.themes == (("Ingen eier det", (("Informant 1", 1),)),)


def test_a_text_without_speakers_goes_by_the_name_of_its_document(project: Project) -> None:
    from qualtool.core.source import Source
    from qualtool.operations import documents

    with project.edit("import_documents") as session:
        documents.add(session, Source(text="Gruppa drøftet fristen.", format="text"), name="Møte 1")
    [row] = rows(project, "«Gruppa drøftet fristen.»")
    assert row.said[0].informant == "Møte 1"


def test_what_may_be_meant_comes_with_whose_it_is(project: Project) -> None:
    study = furnish(project)
    [row] = rows(
        project, "«Det fantes egentlig ikke noe møtelokale her, så alt ble litt tilfeldig.»"
    )
    assert row.checked.verdict == "not_found"
    assert [each.document_id for each in row.near] == [study.document]


def test_a_draft_is_looked_for_without_the_project_and_says_how_far_it_is(
    project: Project,
) -> None:
    furnish(project)
    with project.read() as session:
        among = quotations.texts(session)
    told: list[tuple[int, int]] = []
    found = quotations.looked_for(
        draft("«ikke noe fast sted»", "«noe helt annet enn dette»"),
        among,
        lambda *f: told.append(f),
    )
    assert [each.checked.verdict for each in found] == ["verbatim", "not_found"]
    assert told == [(0, 3), (1, 3), (2, 3)]
    with project.read() as session:
        [first, second] = quotations.with_what_is_known(session, found)
    assert [each.informant for each in first.said] == ["Informant 1"]
    assert second.said == ()


def test_a_sub_code_tells_the_theme_of_its_code_and_an_excerpt_its_own(project: Project) -> None:
    study = furnish(project)
    with project.edit("theme") as session:
        [row] = codings_in(session, study.document)
        under = codes.add(session, "møterom", parent_id=row.code_id)
        coding.apply(session, study.document, row.start, row.end, [under], coder_id=row.coder_id)
        coding.remove(session, [row.id])
        theme_id = themes.add(session, "Stedet")
        theme_excerpts.place_excerpts(session, theme_id, [row.excerpt_id])
    [found] = rows(project, "«ikke noe fast sted hvor vi møttes»")
    assert found.said[0].codes == ("møterom",)
    assert found.said[0].themes == ("Ingen eier det", "Stedet")


def six_informants(project: Project) -> None:
    six_interviews(project)
    with project.edit("add_case") as session:
        cases.ensure(session, "Informant 11")
        cases.add(session, "Kontoret", kind="office")


def ascribed(project: Project, *paragraphs: str) -> list[tuple[str, str] | None]:
    return [
        (row.ascribed.to, row.ascribed.said_by) if row.ascribed else None
        for row in rows(project, *paragraphs)
    ]


SAID = "Vi får aldri nok tid til å snakke sammen."  # by the third


def test_a_quotation_given_to_somebody_else_is_told_of_whatever_its_verdict(
    project: Project,
) -> None:
    six_informants(project)
    wrong = ("Informant 5", "Informant 3")
    assert ascribed(project, f"En sa «{SAID}» (Informant 5).") == [wrong]
    assert ascribed(project, f"Alle nikket. informant 5 sier: «{SAID}»") == [wrong]
    assert ascribed(project, "Informant 5 sier:", f"«{SAID}»") == [wrong]
    assert ascribed(project, f"«{SAID.replace('nok', 'mye')}» (Informant 5)") == [wrong]
    assert ascribed(project, f"«{SAID}» (Informant 11)") == [("Informant 11", "Informant 3")]
    [row] = rows(project, f"En sa «{SAID}» (Informant 5).")
    assert row.checked.verdict == "verbatim"


def test_a_quotation_given_to_whose_it_is_is_not_told_of(project: Project) -> None:
    six_informants(project)
    for draft_text in (
        f"«{SAID}» (Informant 3)",
        f"«{SAID}» (Informant 1 og 3)",
        f"Informant 3 svarer Informant 5: «{SAID}»",
        f"«{SAID}» (Kontoret)",
        f"«{SAID}» (en leder)",
        f"«{SAID}» Informant 5 var enig.",
        "«Dette har ingen sagt noe sted i det hele tatt» (Informant 5)",
        "«Hva mangler du?» (Informant 5)",
    ):
        assert ascribed(project, draft_text) == [None], draft_text


def test_words_that_several_have_said_are_of_each_of_them(project: Project) -> None:
    six_informants(project)
    # "tid til å" is said by the first and by the third.
    assert ascribed(project, "«tid til å» (Informant 3)") == [None]
    assert ascribed(project, "«tid til å» (Informant 1)") == [None]
    [told] = ascribed(project, "«tid til å» (Informant 5)")
    assert told is not None
