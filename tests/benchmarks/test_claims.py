"""How many of the claims of a draft are found, and how often something else is taken for one.

The sentences are planted among others, in bokmål, nynorsk and English; which are claims is known.
"""

from __future__ import annotations

import random
import time
from typing import Final

from pytest_benchmark.fixture import BenchmarkFixture

from qualtool.analysis.claim_finding import claims_in
from qualtool.core.draft import Draft, DraftParagraph
from qualtool.core.language_guess import guess

_CLAIMS: Final = {
    "nb": """
Samtlige av de åtte intervjuede viser til at rutinene mangler.
Halvparten av dem vi snakket med, hadde byttet jobb det siste året.
En tredel av informantene hadde aldri brukt systemet.
Det er flere av informantene som trekker paralleller til pandemien.
Særlig to av informantene var tydelige på dette.
Når det gjelder tid, er alle informantene samstemte.
Felles for alle informantene er at de ønsker mer forutsigbarhet.
Enkelte av de ansatte uttrykte frustrasjon over dette.
Blant informantene var det bare én som hadde erfaring fra før.
Et flertall av lærerne ga uttrykk for bekymring.
Kun to informanter nevnte økonomi som en årsak.
Flere forteller om lange dager.
Noen beskrev møtene som nyttige, mens andre var mer kritiske.
Alle var enige om at planen kom for sent.
Ingen av dem hadde fått opplæring.
Svært mange av rådgiverne opplever at rollen er uklar.
De fleste er fornøyde med lederen sin.
Dette gjelder alle informantene, uansett alder.
Ikke alle delte denne oppfatningen.
Minst halvparten av deltakerne har tenkt på å slutte.
For flere av informantene ble dette en vekker.
Det samme sier fire av de andre.
Både rektorene og lærerne mente at ordningen fungerer.
Begge informantene fra kommunen hadde vært med fra starten.
Flere av mødrene hadde opplevd det samme.
En god del av elevene var usikre.
Noen få av sykepleierne valgte å slutte.
Alle sammen forteller at de har mistet noe.
Alle unntatt én informant hadde høyere utdanning.
I materialet er det særlig én informant som er opptatt av dette.
På spørsmål om lønn svarte samtlige at den var for lav.
Også de tre yngste informantene peker på manglende oppfølging.
Flere av de kvinnelige lederne jeg intervjuet, kjente seg oversett.
Det kan virke som om de fleste informantene har funnet seg til rette.
Informantene ser ut til å være delt på midten: fire av åtte ville gått tilbake.
Det er stor enighet blant lederne, og bare én av dem har innvendinger.
Jevnt over kommer alle deltakerne med eksempler på dette.
Også enkelte lærere gir uttrykk for at de er slitne.
Seks av ti vi intervjuet hadde aldri vært på kurs.
Flere har selv tatt kontakt med NAV.
Mange kjenner seg igjen i beskrivelsen.
Noen av informantene mine bruker ordet svik.
Ingen ønsker seg tilbake til den gamle ordningen.
Alle fem lederne trekker fram det samme.
Majoriteten av respondentene svarte bekreftende.
Et par av de ansatte lo da de fikk spørsmålet.
Nær halvparten av studentene hadde vurdert å slutte.
Størsteparten av informantene bodde i byen.
De øvrige informantene var mer forbeholdne.
Samtlige respondenter oppga at de hadde fått tilbudet.
Informant 2 og flere andre var kritiske.
Det var delte meninger: noen ville fortsette, andre ville slutte.
Blant de unge er det flere som føler seg utenfor.
Nearly every participant brought up money.
Only one teacher disagreed.
""",
    "nn": """
Fleire av informantane våre peikar på at tida ikkje strekk til.
Ingen av dei intervjua hadde høyrt om ordninga.
Halvparten av leiarane seier at dei saknar støtte.
Éin av dei tilsette fortel at han sluttar.
Alle lærarane vi snakka med, var opptekne av dette.
Dei aller fleste opplevde møta som nyttige.
Nokre få av elevane sa dei ville slutte.
Tre av fem informantar nemner økonomi.
Det er berre to av informantane som er nøgde.
Samtlege deltakarar meiner at arbeidet er viktig.
Mange fortel om einsemd.
Felles for alle er at dei ønskjer meir tid.
Nesten alle rådgjevarane opplever at rolla er uklar.
Begge rektorane var skeptiske til planen.
Ikkje alle var samde i dette.
For dei fleste informantane handlar det om tillit.
Ein av informantane skil seg frå dei andre.
Fire av dei seks leiarane hadde ikkje fått opplæring.
Inga av mødrene visste kven dei skulle ringje.
Få av deltakarane hadde lese planen.
Fleirtalet av informantane ønskjer endring.
Fleire av dei unge seier dei ikkje trivst.
Det er ingen av leiarane som tek dette opp.
Sju av åtte deltakarar hadde gått på kurset.
Alle tre kvinnene legg vekt på fellesskapet.
Eit par av dei tilsette hadde slutta.
Dei fleste kjende til planen.
""",
    "en": """
The majority of participants felt that their voices were not heard.
Almost all interviewees referred to the lack of time.
A few described the meetings as pointless.
Only two of the twelve participants had received training.
None reported having been consulted.
All but one of the informants lived in the city.
Slightly over half of the respondents were satisfied.
Some of the younger staff questioned the decision.
A third of the participants had changed jobs.
Both of the principals mentioned trust.
Nobody we interviewed had seen the plan.
Three teachers recalled a similar event.
For most participants, this meant longer days.
Not everyone shared this view.
A number of nurses expressed concern.
Several interviewees, particularly those in rural areas, felt isolated.
There was broad agreement among all participants that change was needed.
The participants were all women.
Many spoke of loneliness.
Each of the six leaders had a different explanation.
Half felt that the reform had failed.
One of them cried during the interview.
Two informants did not want to answer.
Across the interviews, every manager returned to the question of trust.
In contrast, four participants said they had never been asked.
Fewer than half of the teachers had taken part in the training.
More than half of the women had left their jobs.
Five of the eight nurses had considered leaving.
Some appeared reluctant to talk about this.
All of them agreed that it had been worth it.
Many of our informants work nights.
Neither of the two managers knew about it.
Most parents had tried to get in touch.
Quite a few students struggled with this.
""",
}  # fmt: skip
_OTHERS: Final = {
    "nb": """
Dette kapitlet handler om de viktigste funnene.
Flere forhold kan forklare dette.
I noen tilfeller ble møtet avlyst.
Alle intervjuene ble gjennomført på norsk.
Mange av tiltakene ble aldri fulgt opp.
En av årsakene kan være mangel på tid.
Begge teoriene bygger på samme grunntanke.
Halvparten av tiden gikk med til reising.
To av temaene overlapper.
Ingen av kodene ble slått sammen.
Det finnes få studier på feltet.
Noe av det mest sentrale er tillit.
Først og fremst handler det om trygghet for alle.
Vi valgte ut seks informanter fra tre kommuner.
Fire av intervjuene varte over en time.
Den siste delen av intervjuet handlet om framtida.
Kommunen har ansatt flere rådgivere de siste årene.
Flere ledere i kommunal sektor slutter enn før (SSB, 2021).
Ifølge Hansen (2019) opplever mange lærere stress.
Ledere må få ansatte til å føle seg trygge.
Alle har rett til utdanning.
Ingen kjenner morgendagen, heter det.
Utvalget besto av åtte kvinner og fire menn.
Hver informant fikk et pseudonym.
For noen år siden ble ordningen avviklet.
En leder har ansvar for helheten.
Han er en av dem som har vært der lengst.
Det ble avklart en gang for alle.
«Alle lederne gjør det samme», sa hun.
Alle disse faktorene virker sammen.
Flere av sitatene viser dette.
En gang i uka møtes lederne til en kort samtale.
Informanten forteller at dagene er lange.
Når ett tiltak avsluttes, begynner et annet.
Alle de tre temaene henger sammen.
Mange av eksemplene handler om hverdagen.
Noen begreper må avklares først.
I alle intervjuene ble det stilt åpne spørsmål.
Flere steder i materialet dukker dette opp.
Ingen metode er uten svakheter.
Begge forfatterne leste intervjuene.
En styrke ved studien er bredden i utvalget.
Alle barn har rett til skolegang.
Få ting er viktigere enn tillit.
Det tok to år før planen ble vedtatt.
Halvparten av budsjettet gikk til lønn.
Dette er noe alle kan lære av.
Fire av kommunene ligger på Vestlandet.
De fleste modeller forutsetter at ansatte er rasjonelle.
Lederen har ansvar for mange ansatte.
Hun har vært leder for flere lærere i mange år.
Vi har begge bakgrunn som lærere.
""",
    "nn": """
Fleire av tiltaka vart aldri gjennomførte.
Alle intervjua vart tekne opp på band.
Nokre gonger er det annleis.
Ingen av temaa stod aleine.
Mange kommunar har innført ordninga.
Eitt av funna er at tillit tek tid.
Ein kan seie at dette er typisk.
Vi intervjua fire leiarar og tre lærarar.
For nokre år sidan vart ordninga lagd ned.
Kvar informant fekk eit pseudonym.
Alle har rett til opplæring.
Fleire studiar viser det same.
Det er trong for fleire tilsette.
Ein leiar må vere tolmodig.
Halvparten av tida gjekk til reising.
Eit av spørsmåla handla om framtida.
Alle namn er endra.
Nokre av sitata er forkorta.
Fleire stader står det noko anna.
""",
    "en": """
All interviews lasted about an hour.
Several themes emerged from the analysis.
Some time was needed to build trust.
Most of the data were collected in spring.
Both perspectives are relevant.
One way to understand this is through trust.
Few studies have examined this topic.
Many municipalities have adopted the model.
Each interview was recorded and transcribed.
Six participants were recruited through the union.
Every effort was made to protect participants.
In some cases the meeting was cancelled.
Two researchers coded the material independently.
All participants received an information letter and signed a consent form.
Schools need more teachers.
One of the reasons may be a lack of time.
None of the codes were merged.
Patients have a right to be heard.
“All the managers do the same,” she said.
Half of the time was spent travelling.
Antall ansatte varierer fra to til hundre.
Both authors read the transcripts.
All names have been changed.
Several of the quotations have been shortened.
One strength of the study is its breadth.
Most of what follows is about time.
No method is without weaknesses.
The manager is responsible for many employees.
Four of the municipalities are on the coast.
Every interview began with an open question.
""",
}  # fmt: skip
# Between them stands what has no quantity in it at all.
_BETWEEN: Final = {
    "nb": (
        "Temaet er drøftet i lys av teorien om tillit, som ble gjort rede for i forrige kapittel. "
        "Her legges det vekt på hvordan hverdagen beskrives, og hva som hindrer samarbeidet."
    ),
    "nn": (
        "Temaet er drøfta i lys av teorien om tillit, som det vart gjort greie for i førre "
        "kapittel. Her er vekta lagd på korleis kvardagen blir skildra, "
        "og kva som hindrar samarbeidet."
    ),
    "en": (
        "The theme is discussed in the light of the theory of trust, as set out in the last "
        "chapter. The emphasis is on how daily life is described and what stands in its way."
    ),
}


def _draft(language: str) -> tuple[Draft, frozenset[str]]:
    """A draft with every sentence in a paragraph with others, and those that are claims."""
    chance = random.Random(54)
    claims = _CLAIMS[language].strip().split("\n")
    sentences = [*claims, *_OTHERS[language].strip().split("\n")]
    chance.shuffle(sentences)
    paragraphs = [
        DraftParagraph(" ".join((*sentences[at : at + 3], _BETWEEN[language])), number=at)
        for at in range(0, len(sentences), 3)
    ]
    return Draft("funn.docx", tuple(paragraphs)), frozenset(claims)


def test_claims_are_found_among_other_sentences(benchmark: BenchmarkFixture) -> None:
    drafts = {language: _draft(language) for language in _CLAIMS}
    for draft, _claims in drafts.values():
        claims_in(draft)  # what is made once is not measured
    found = benchmark.pedantic(  # type: ignore[no-untyped-call]  # it has no types
        lambda: {language: claims_in(draft) for language, (draft, _claims) in drafts.items()},
        rounds=3,
    )
    print()
    for language, (draft, claims) in drafts.items():
        told = {each.text for each in found[language]}
        words = sum(len(each.text.split()) for each in draft.paragraphs)
        false = sorted(told - claims)
        missed = sorted(claims - told)
        print(
            f"{language}: found {len(claims & told)} of {len(claims)}, missed {len(missed)}, "
            f"false {1000 * len(false) / words:.2f} per 1,000 words ({len(false)} in {words})"
        )
        for line in (*(f"  missed: {each}" for each in missed), *(f"  false: {e}" for e in false)):
            print(line)
        text = "\n".join(each.text for each in draft.paragraphs)
        assert guess(text) == language
        assert len(missed) <= len(claims) // 10
        assert len(false) <= len(claims) // 10


def test_a_long_draft_is_gone_through_in_no_time(benchmark: BenchmarkFixture) -> None:
    draft, _claims = _draft("nb")
    many = Draft("funn.docx", draft.paragraphs * 40)
    words = sum(len(each.text.split()) for each in many.paragraphs)
    begun = time.process_time()
    found = benchmark.pedantic(  # type: ignore[no-untyped-call]  # as above
        lambda: claims_in(many), rounds=1
    )
    took = time.process_time() - begun
    print(f"\n{words:,} words: {len(found)} claims in {took:.1f} s of processor time")
    assert len(found) > 1000
