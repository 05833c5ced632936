"""Claims held against who said what."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from qualtool.analysis.claim_finding import claims_in, study_words
from qualtool.analysis.claims import ClaimRow, claims
from qualtool.analysis.informants import informants
from qualtool.core.draft import Draft, DraftParagraph
from qualtool.operations import (
    cases,
    coders,
    codes,
    coding,
    consent,
    drafts,
    guides,
    summaries,
    theme_excerpts,
    theme_fits,
)
from qualtool.operations import (
    claims as claim_operations,
)
from qualtool.store.project import Project
from qualtool.store.schema import Claim, Summary
from tests.analysis.six_informants import QUESTION, Six, furnish


@pytest.fixture
def six(project: Project) -> Six:
    return furnish(project)


def claim(project: Project, text: str, **tie: int) -> int:
    with project.edit("write_claim") as session:
        made = claim_operations.write(session, text)
        claim_operations.tie(session, made, **tie)
    return made


def rows(project: Project) -> list[ClaimRow]:
    with project.read() as session:
        return claims(session)


def stands(row: ClaimRow) -> list[str]:
    return [each.stands for each in row.voices]


def test_a_theme_counts_with_its_sub_themes_and_sub_codes(project: Project, six: Six) -> None:
    claim(project, "Alle informantene hindres av knapp tid.", theme_id=six.theme)
    [row] = rows(project)
    assert row.tied_to == "Tid"
    assert stands(row) == ["for", "for", "for", "against", "silent", "silent"]
    assert [each.case for each in row.supporting] == ["Informant 1", "Informant 2", "Informant 3"]
    assert row.voices[0].supporting == (six.excerpts[0],)
    assert row.held.stands == "disagrees"
    assert "3 of 6" in row.held.reason


def test_a_code_counts_with_its_sub_codes_and_no_other(project: Project, six: Six) -> None:
    claim(project, "Noen informanter savnet tid.", code_id=six.shortage)
    claim(project, "Fire av seks informanter hindres av det.", code_id=six.time)
    short, time = rows(project)
    assert stands(short) == ["for", "silent", "silent", "silent", "silent", "silent"]
    assert stands(time)[:4] == ["for", "for", "for", "against"]


def test_the_words_of_a_claim_say_which_valence_speaks_against_it(
    project: Project, six: Six
) -> None:
    claim(project, "Én informant ser tid som en mulighet.", code_id=six.time)
    [row] = rows(project)
    assert stands(row)[:4] == ["against", "against", "against", "for"]
    assert row.valence == "Mulighet"
    assert row.held.stands == "agrees"


def test_a_claim_that_names_no_direction_is_supported_by_all_who_are_coded_so(
    project: Project, six: Six
) -> None:
    claim(project, "De fleste informantene var opptatt av tid.", code_id=six.time)
    [row] = rows(project)
    assert stands(row)[:4] == ["for"] * 4
    assert row.valence == ""
    assert row.held.stands == "agrees"


def test_a_direction_is_told_by_other_words_than_the_studys_own(project: Project, six: Six) -> None:
    claim(project, "Noen informanter hindres av knapp tid.", code_id=six.time)
    claim(project, "Tid hindrer noen informanter og er en mulighet for andre.", code_id=six.time)
    claim(project, "Noen informanter ville ha tid i hemmelighet.", code_id=six.time)
    one, both, secret = rows(project)
    assert (stands(one)[:4], one.valence) == (["for", "for", "for", "against"], "Barriere")
    assert (stands(both)[:4], both.valence) == (["for"] * 4, "")
    assert (stands(secret)[:4], secret.valence) == (["for"] * 4, "")


def test_what_is_marked_as_speaking_against_the_theme_is_against(
    project: Project, six: Six
) -> None:
    with project.edit("set_fit") as session:
        theme_excerpts.place_excerpts(session, six.under, [six.excerpts[4]])
        theme_fits.set_fit(session, six.theme, [six.excerpts[0]], "against")
        theme_fits.set_fit(session, six.under, [six.excerpts[4]], "against")
    claim(project, "Flere informanter hindres av knapp tid.", theme_id=six.theme)
    [row] = rows(project)
    assert stands(row) == ["against", "for", "for", "against", "against", "silent"]
    assert row.held.stands == "agrees"


def test_a_summary_in_the_column_of_the_matrix_supports(project: Project, six: Six) -> None:
    with project.edit("write_summary") as session:
        summaries.write(session, six.cases[5], six.theme, "Har for lite tid.")
        summaries.link(session, six.cases[4], six.theme, [six.excerpts[4]])
        summaries.set_state(session, six.cases[4], six.theme, "nothing_said")
        guide = guides.add(session, "Guide", f"1. {QUESTION}")
        question = guides.questions_in(session, guide)[0].id
        session.add(Summary(case_id=six.cases[2], question_id=question, text="Tid."))
    claim(project, "De fleste informantene hindres av knapp tid.", theme_id=six.theme)
    claim(project, "Én informant savnet tid.", question_id=question)
    theme, asked = rows(project)
    assert stands(theme) == ["for", "for", "for", "against", "silent", "for"]
    assert theme.voices[5].summed_up
    assert (asked.tied_to, asked.held.stands) == (QUESTION, "agrees")
    assert [each.case for each in asked.supporting] == ["Informant 3"]


def test_a_summary_of_a_sub_theme_counts_for_the_theme_over_it(project: Project, six: Six) -> None:
    with project.edit("write_summary") as session:
        summaries.write(session, six.cases[5], six.under, "Har for lite tid.")
    claim(project, "De fleste informantene hindres av knapp tid.", theme_id=six.theme)
    [row] = rows(project)
    assert stands(row)[5] == "for"
    assert row.voices[5].summed_up


def test_what_the_researcher_judges_overrules_what_is_coded(project: Project, six: Six) -> None:
    made = claim(project, "Alle informantene hindres av knapp tid.", theme_id=six.theme)
    with project.edit("judge_claim") as session:
        for case_id, judged in zip(six.cases, ("against", "neither", "for", "for"), strict=False):
            claim_operations.support(session, made, case_id=case_id, stands=judged)
        claim_operations.support(session, made, excerpt_id=six.excerpts[4], stands="for")
    [row] = rows(project)
    assert stands(row) == ["against", "silent", "for", "for", "for", "silent"]
    assert [each.judged for each in row.voices] == [True, True, True, True, False, False]
    assert row.judged_excerpts == {six.excerpts[4]: "for"}
    with project.edit("drop_judgement") as session:
        for case_id in six.cases:
            claim_operations.drop_support(session, made, case_id=case_id)
        claim_operations.support(session, made, excerpt_id=six.excerpts[4], stands="against")
        claim_operations.support(session, made, excerpt_id=six.excerpts[0], stands="neither")
    assert stands(rows(project)[0]) == ["silent", "for", "for", "against", "against", "silent"]


def test_an_informant_can_say_things_for_and_against(project: Project, six: Six) -> None:
    with project.edit("apply_code") as session:
        coding.apply(session, six.documents[0], 16, 25, [six.time], coder_id=six.coder)
        coding.apply(
            session, six.documents[1], 16, 25, [six.time], coder_id=six.coder, valence="opportunity"
        )
    claim(project, "Alle informantene hindres av knapp tid.", theme_id=six.theme)
    [row] = rows(project)
    assert stands(row)[:2] == ["for", "both"]
    assert row.voices[1] in row.supporting
    assert row.voices[1] in row.against


def test_who_has_withdrawn_is_not_counted(project: Project, six: Six) -> None:
    with project.edit("note_consent") as session:
        consent.note(session, [six.cases[0]], given=True, withdrawn="2024-01-02")
        consent.note(session, [six.cases[5]], given=False)
    claim(project, "De fleste informantene hindres av knapp tid.", theme_id=six.theme)
    [row] = rows(project)
    assert [each.case for each in row.voices] == [f"Informant {at}" for at in (2, 3, 4, 5)]
    assert row.held.stands == "disagrees"


def test_cases_of_another_kind_are_counted_only_where_there_are_no_participants(
    project: Project, six: Six
) -> None:
    with project.edit("tie_case") as session:
        office = cases.add(session, "Kontoret", kind="office")
        cases.tie(session, six.documents[0], office)
        cases.add(session, "Uten materiale")
    with project.read() as session:
        assert [name for _id, name in informants(session)] == [
            f"Informant {at}" for at in range(1, 7)
        ]
    with project.edit("set_kind") as session:
        cases.set_kind(session, six.cases, "office")
    with project.read() as session:
        assert len(informants(session)) == 7


def test_what_hidden_coders_have_coded_does_not_count(project: Project, six: Six) -> None:
    with project.edit("apply_code") as session:
        other = coders.ensure(session, "Dina")
        coding.apply(session, six.documents[5], 16, 25, [six.time], coder_id=other)
    made = claim(project, "Flere informanter hindres av knapp tid.", theme_id=six.theme)
    with project.edit("judge_claim") as session:
        claim_operations.support(session, made, case_id=six.cases[4], stands="for")
    assert stands(rows(project)[0]) == ["for", "for", "for", "against", "for", "for"]
    project.coders_read = frozenset({other})
    assert stands(rows(project)[0]) == ["silent"] * 4 + ["for"] * 2


def test_a_claim_that_is_tied_to_nothing_is_not_counted(project: Project, six: Six) -> None:
    claim(project, "Ingen av informantene nevnte lønn.")
    [row] = rows(project)
    assert (row.tie, row.held.stands) == (None, "unsaid")
    assert {*stands(row)} == {"silent"}


def test_what_cannot_be_is_told_before_the_claim_is_tied(project: Project, six: Six) -> None:
    claim(project, "Sju av seks informanter savnet tid.")
    claim(project, "120 % av informantene savnet tid.")
    seven, percent = rows(project)
    assert (seven.tie, seven.held.stands, percent.held.stands) == (None, "disagrees", "disagrees")
    assert "Sju av seks" in seven.held.reason
    assert "120 %" in percent.held.reason


def test_nobody_speaking_of_it_bears_out_that_nobody_does(project: Project, six: Six) -> None:
    with project.edit("add_code") as session:
        pay = codes.add(session, "lønn")
    claim(project, "Ingen av informantene nevnte lønn.", code_id=pay)
    assert rows(project)[0].held.stands == "agrees"


def test_claims_come_as_the_drafts_do_and_say_where_they_stand(project: Project, six: Six) -> None:
    claim(project, "Alle mente det.")
    with project.edit("check_claims") as session:
        draft = drafts.ensure(session, "funn.docx")
        claim_operations.take_in(
            session,
            draft,
            [
                claim_operations.Sentence("Noen informanter gikk.", 4),
                claim_operations.Sentence("Alle informantene savnet tid.", 9),
            ],
        )
        tied = session.scalars(select(Claim.id).where(Claim.place == "4")).one()
        claim_operations.tie(session, tied, theme_id=six.theme)
        claim_operations.take_in(
            session, draft, [claim_operations.Sentence("Alle informantene savnet tid.", 3)]
        )
    found = rows(project)
    assert [(each.draft, each.place, each.gone) for each in found] == [
        ("funn.docx", "Paragraph 3", False),
        ("funn.docx", "No longer in the draft", True),
        ("", "", False),
    ]


def test_the_claims_of_a_draft_are_found_in_its_own_language(project: Project, six: Six) -> None:
    text = (
        "Vi så f.eks. at flere informanter jf. tab. 2 savnet tid. Skolene var nye. Alle skolene "
        "var enige, og ingen av dem ville bytte."
    )
    with project.edit("add_case") as session:
        cases.add(session, "Skolen", kind="school")
    with project.read() as session:
        words = study_words(session)
    found = claims_in(Draft("funn.md", (DraftParagraph(text, number=7),)), words)
    assert [each.text for each in found] == [
        "Vi så f.eks. at flere informanter jf. tab. 2 savnet tid.",
        "Alle skolene var enige, og ingen av dem ville bytte.",
    ]
    assert [each.number for each in found] == [7, 7]
