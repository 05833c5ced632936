"""Samples of some hundred words in each language, written as people talk and as minutes read."""

from __future__ import annotations

import pytest

from qualtool.core.language_guess import guess

NB = (
    """Altså, vi begynte jo med dette for tre år siden, og da var det ingen som visste hva det
    skulle bli. Jeg husker at vi satt på et lite rom i andre etasje og prøvde å finne ut av hvem
    som egentlig hadde ansvaret. Etter hvert ble det bedre, fordi vi fikk faste møter hver uke.
    Men hvis du spør meg om det har vært enkelt, så må jeg si nei. Noen sluttet, og de nye visste
    ikke hvorfor vi gjorde det sånn. Det tok mye tid, og mange ganger tenkte jeg at nå gir vi opp.
    Likevel er jeg glad for at vi holdt ut, for dere ser jo selv hva som kom ut av det.""",
    """Møtet ble satt klokka ti. Innkalling og saksliste ble godkjent uten merknader. Lederen
    orienterte om status for arbeidet siden forrige møte. Det er ansatt to nye veiledere, og disse
    begynner over sommeren. Gruppa drøftet hvordan tilbudet kan gjøres kjent for flere, og pekte
    på at informasjonen på nettsidene ikke er oppdatert. Det ble foreslått å lage en enkel
    brosjyre. Økonomien følger budsjettet så langt. Neste møte holdes i september. Saker meldes
    til sekretæren innen to uker før. Under eventuelt ble det stilt spørsmål om lokalene blir
    ledige fra høsten, noe ingen kunne svare på ennå.""",
    """Æ vet ikke helt, men æ trur at dem har gjort så godt dem kan. Du skjønner, når man bor så
    langt unna, så blir det mye kjøring, og da er det ikke alltid noen som orker å komme. Jeg pleier
    å si at vi får ta det som det er. Hun som var her før, hun kjente alle, og da gikk det av seg
    selv. Nå må vi ringe og mase, og noen ganger svarer de ikke engang. Men altså, jeg skal ikke
    klage. Ungdommene er flinke, og de hjelper hverandre. Det er det viktigste, synes jeg, at de har
    et sted å være hvor noen ser dem.""",
)
NN = (
    """Altså, me byrja med dette for tre år sidan, og då var det ingen som visste kva det skulle
    bli. Eg hugsar at me sat på eit lite rom i andre høgda og prøvde å finne ut av kven som
    eigentleg hadde ansvaret. Etter kvart vart det betre, fordi me fekk faste møte kvar veke. Men
    viss du spør meg om det har vore enkelt, så må eg seie nei. Nokre slutta, og dei nye visste
    ikkje kvifor me gjorde det slik. Det tok mykje tid, og mange gonger tenkte eg at no gir me opp.
    Likevel er eg glad for at me heldt ut, for de ser jo sjølve kva som kom ut av det.""",
    """Møtet vart sett klokka ti. Innkalling og saksliste vart godkjende utan merknader. Leiaren
    orienterte om status for arbeidet sidan førre møte. Det er tilsett to nye rettleiarar, og desse
    tek til over sommaren. Gruppa drøfta korleis tilbodet kan gjerast kjent for fleire, og peika på
    at informasjonen på nettsidene ikkje er oppdatert. Det vart føreslått å lage ein enkel
    brosjyre. Økonomien følgjer budsjettet så langt. Neste møte vert halde i september. Saker skal
    meldast til sekretæren innan to veker før. Under eventuelt vart det stilt spørsmål om lokala
    blir ledige frå hausten, noko ingen kunne svare på enno.""",
    """Vi har snakka ein del om dette i teamet, og eg trur dei fleste er samde. Det vi manglar, er
    ein plass der ungdomane kan kome utan å måtte bestille time. Dei seier det same alle saman, at
    det er for mange dører. Ho som har ansvaret hos oss, er berre her to dagar i veka, og då blir
    det lite tid til den einskilde. Samstundes må eg seie at samarbeidet med skulen har vorte mykje
    betre. Vi ringjer kvarandre, og vi slepp å sende brev. Om nokon hadde spurt oss før, ville vi
    ha sagt det same, men no ser alle at det trengst.""",
)
EN = (
    """Well, we started this about three years ago, and at that point nobody really knew what it
    was going to be. I remember sitting in a small room on the second floor, trying to work out who
    was actually responsible. It got better after a while, because we had regular meetings every
    week. But if you ask me whether it has been easy, I would have to say no. Some people left, and
    the new ones did not know why we were doing it that way. It took a lot of time, and I often
    thought that we should give up. Still, I am glad that we kept going.""",
    """The meeting was opened at ten. The agenda was approved without comments. The chair gave an
    update on progress since the last meeting. Two new advisers have been appointed and will begin
    after the summer. The group discussed how the service can be made known to more people, and
    noted that the information on the web pages has not been updated. It was suggested that a short
    leaflet be made. Spending follows the budget so far. The next meeting will be held in
    September. Items should be sent to the secretary no later than two weeks before.""",
)
OTHER = (
    """Wir haben vor drei Jahren damit angefangen, und damals wusste niemand, was daraus werden
    würde. Ich erinnere mich, dass wir in einem kleinen Zimmer saßen und herausfinden wollten, wer
    eigentlich zuständig war. Nach einer Weile wurde es besser, weil wir jede Woche feste Treffen
    hatten. Aber wenn Sie mich fragen, ob es einfach war, dann muss ich nein sagen.""",
    """Vi började med det här för tre år sedan, och då visste ingen vad det skulle bli. Jag minns
    att vi satt i ett litet rum och försökte ta reda på vem som egentligen hade ansvaret. Efter
    hand blev det bättre, eftersom vi fick fasta möten varje vecka. Men om du frågar mig om det har
    varit enkelt, så måste jag säga nej. Några slutade, och de nya visste inte varför vi gjorde så
    här. Det tog mycket tid, och många gånger tänkte jag att nu ger vi upp.""",
    """Vi begyndte på det her for tre år siden, og dengang var der ingen, der vidste, hvad det
    skulle blive til. Jeg husker, at vi sad i et lille rum og prøvede at finde ud af, hvem der
    egentlig havde ansvaret. Efter et stykke tid blev det bedre, fordi vi fik faste møder hver
    uge. Men hvis du spørger mig, om det har været nemt, så må jeg sige nej. Nogle sluttede, og de
    nye vidste ikke, hvorfor vi gjorde det sådan. Det tog meget tid.""",
    """Aloitimme tämän kolme vuotta sitten, eikä kukaan silloin tiennyt, mitä siitä tulisi.
    Muistan, kuinka istuimme pienessä huoneessa ja yritimme selvittää, kuka oli vastuussa.
    Vähitellen asiat paranivat, koska meillä oli kokous joka viikko. Mutta jos kysyt, onko se
    ollut helppoa,
    minun täytyy sanoa ei.""",
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *((text, "nb") for text in NB),
        *((text, "nn") for text in NN),
        *((text, "en") for text in EN),
        *((text, "other") for text in OTHER),
    ],
)
def test_a_hundred_words_tell_their_language(text: str, language: str) -> None:
    for otherwise in ("nb", "nn", "en"):
        assert guess(text, otherwise=otherwise) == language


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_stretch_of_thirty_words_tells_its_language(language: str) -> None:
    for text in {"nb": NB, "nn": NN}[language]:
        words = text.split()
        told = [
            guess(" ".join(words[at : at + 30]), otherwise="nn" if language == "nb" else "nb")
            for at in range(0, len(words) - 30, 10)
        ]
        assert told.count(language) >= len(told) - 1, told


def test_a_quotation_in_english_does_not_make_a_norwegian_text_english() -> None:
    assert guess(f"{NB[0]} Han sa: {EN[0][:150]}") == "nb"


def test_a_few_words_in_nynorsk_do_not_turn_a_text_in_bokmål() -> None:
    assert guess(f"{NB[0]} {NB[1]} Ho sa at ho ikkje visste kva ho skulle gjere.") == "nb"
