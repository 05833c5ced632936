"""The claims of a draft: which sentences say how many of the informants said something."""

from __future__ import annotations

import re
import time

import pytest

from qualtool.core.claims import FoundClaim, amounts, claims
from qualtool.core.draft import Draft, DraftParagraph

CLAIMS = """
Alle informantene mente at tiden ikke strekker til.
Samtlige beskrev en travel hverdag.
De fleste av lederne trekker fram samarbeid.
Flere av dem opplevde press.
Ingen av deltakerne hadde hørt om ordningen.
Én informant skilte seg ut.
Begge rektorene var skeptiske.
Mange ansatte savner faglig påfyll.
4 av 6 var enige.
Informantene var enige om dette (4 av 6).
Dette mente flere at var urettferdig.
Informantene var alle enige om at det hastet.
Det var flere som nevnte dette.
To av informantene var uenige.
De færreste informantene nevnte dette.
Fleire av leiarane fortel om slit.
Dei fleste tilsette opplever det slik.
Nokre av deltakarane sakna støtte.
Inga av informantane nemnde dette.
Éin av informantane skil seg ut.
All of the participants felt overwhelmed.
Every participant mentioned time.
Most managers saw this as a burden.
Several described the same.
None of the informants had heard of it.
No one mentioned salary.
One participant said that it was fine.
Both leaders agreed.
Four out of the six said so.
Informants all agreed that time was short.
En tredel av informantene hadde aldri brukt systemet.
Felles for alle er at de ønsker mer tid.
Det samme sier fire av de andre.
Flere har selv tatt kontakt.
Alle lærarane vi snakka med, var opptekne av dette.
Nobody we interviewed had seen the plan.
Not everyone shared this view.
""".strip().split("\n")

NO_CLAIMS = """
Alle tiltakene ble vurdert.
For noen år siden var det annerledes.
Det ble en gang for alle slått fast.
Flere studier viser det samme.
I alle fall var det vanskelig.
Noe av dette er kjent.
Vi intervjuet åtte informanter.
Alle informantene ga skriftlig samtykke.
Det er behov for flere ansatte.
Alle ansatte skal ha tilgang til systemet.
Mange ledere opplever stress (Hansen, 2019).
En leder må være tålmodig.
Kommunen kan få ansatte til å bli.
En kan si at dette er typisk.
To av tre tiltak ble avsluttet.
Mener alle informantene det samme?
Alle nevnte forhold spiller inn.
Fleire tiltak vart prøvde ut.
All interviews were transcribed.
One could argue otherwise.
Most of the time it works.
All staff meetings were cancelled.
More staff are needed.
Many studies have shown this (Clark, 2021).
Lederen har ansvar for mange ansatte.
Han er en av dem som har vært der lengst.
Begge deler er viktig.
Alle har rett til utdanning.
Alle intervjua vart tekne opp på band.
Six participants were recruited through the union.
The list grew long, and she took all of them home.
5 Report on the findings.
""".strip().split("\n")


def _sentences(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\S.*?(?:[.!?]+[»”]?(?=\s+[A-ZÆØÅ])|$)", text)]


def _in(*paragraphs: DraftParagraph | str, more: tuple[str, ...] = ()) -> list[FoundClaim]:
    made = [
        each if isinstance(each, DraftParagraph) else DraftParagraph(each) for each in paragraphs
    ]
    return claims(Draft("utkast.docx", tuple(made)), _sentences, more)


@pytest.mark.parametrize("sentence", CLAIMS)
def test_a_sentence_that_counts_informants_is_a_claim(sentence: str) -> None:
    assert amounts(sentence)


@pytest.mark.parametrize("sentence", NO_CLAIMS)
def test_a_sentence_about_things_rules_or_method_is_none(sentence: str) -> None:
    assert not amounts(sentence)


def test_a_claim_says_where_it_stands() -> None:
    text = "Innledning her. Alle informantene savnet tid. Slutt."
    (found,) = _in("Først.", text)
    assert (found.paragraph, text[found.start : found.end]) == (1, found.text)
    assert found.text == "Alle informantene savnet tid."
    (amount,) = found.amounts
    assert found.text[amount.start : amount.end] == "Alle"


def test_what_informants_say_of_others_is_no_claim_of_the_researcher() -> None:
    assert not _in("Hun sa: «Alle lederne mener det samme.»")
    assert not _in(DraftParagraph("Alle lederne mener det samme.", kind="quote"))
    (found,) = _in("Flere informanter sa at «ingen av lederne bryr seg».")
    assert [each.written for each in found.amounts] == ["Flere"]


def test_a_sentence_does_not_end_within_a_quotation() -> None:
    text = "Alle informantene sa «det er fint. Vi trives.» om dette. Mer her."
    (found,) = _in(text)
    assert found.text == "Alle informantene sa «det er fint. Vi trives.» om dette."


def test_a_number_before_the_people_is_no_second_amount() -> None:
    assert len(amounts("Alle åtte informantene savnet tid.")) == 1
    assert len(amounts("Noen av de fire lederne savnet tid, men ingen av dem sa det.")) == 2


def test_what_a_colon_leads_to_is_a_claim_only_where_it_names_those_who_were_asked() -> None:
    lead = "Analysen viser følgende:"
    assert _in(lead, "Alle informantene opplever tidspress i hverdagen.")
    assert not _in(lead, "Alle lærerne her opplever tidspress i hverdagen.")


def test_who_is_meant_is_told_where_it_is_not_everybody() -> None:
    assert [each.group for each in amounts("Alle lederne savnet tid.")] == ["lederne"]
    assert [each.group for each in amounts("Alle våre informanter savnet tid.")] == [""]
    (narrower,) = amounts("Alle de kvinnelige informantene savnet tid.")
    assert narrower.group == "kvinnelige informantene"


def test_the_words_of_the_study_are_words_for_those_it_is_about() -> None:
    sentence = "Flere av kontorene savnet tid."
    assert not _in(sentence)
    assert _in(sentence, more=("kontor",))


@pytest.mark.parametrize(
    ("sentence", "count", "total"),
    [
        ("Fire av seks informanter savnet tid.", 4, 6),
        ("4 av de 6 informantene savnet tid.", 4, 6),
        ("Alle åtte informantene savnet tid.", 8, 8),
        ("Two of the participants wanted time.", 2, None),
        ("To tredeler av informantene savnet tid.", 2, 3),
        ("Seven out of twelve participants wanted time.", 7, 12),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(
    sentence: str, count: int, total: int | None
) -> None:
    (amount,) = amounts(sentence)
    assert (amount.count, amount.of) == (count, total)


@pytest.mark.parametrize(
    "words", ["alle ", "tre av tre ", "1 ", "most of the ", "not all of these "]
)
def test_words_that_never_end_are_looked_through_in_no_time(words: str) -> None:
    started = time.process_time()
    amounts((words * 4_000)[:4_000])
    assert time.process_time() - started < 3
