"""Words of the language that are people's or places' names too: "Bo", "May", "Stein", "Vår"."""

from __future__ import annotations

from typing import Final

# Small words that begin many a sentence: a name there only where a verb follows.
SMALL: Final = frozenset(
    # Norwegian
    "per vår hans jo are alle bo da de den der det di du eller en er et for fra før gi gå ha han "
    "har her hit hun i ida inn ja la let mer mest mot når og om opp over på se si sin slik som så "
    "ta til under ut var ved vel vi være ho dei me ein ei eit no nå då frå kor kva mange noen "
    "nokon mine dine sine våre ingen både hver kvar dette denne disse så nok ny nye få fort helt "
    # English
    "even may will else an as at be by do he her if in it let mark may me my no now of on or our "
    "out she so than that the then this to up us was we well when while with you any both each "
    "ever just more most much never once only same such too very what where who why yet still "
    "grant bill art rob sue pat drew dean long short young rich frank hope joy page price day "
    "summer april june august dawn rose ray miles chase pierce major can andre".split()
)
# Words that seldom begin a sentence: possibly a name there, none where they are small.
PLAIN: Final = frozenset(
    "helge kåre lene helen tove brekke dale fosse lunde gulen tokke skien søndre torp hauge "
    "nordmann nordmenn "
    "stein bjørn liv tone dag odd siv fred frid gro gry brit bent ask ulv ørn svane rein sol "
    "storm vide stål tor mari finn gard line live lone loke love mai måne rune tale tia tom tore "
    "trine ulf vår ymse åge fri glad god snill sterk ung ulve bør grete lise løve rev hauk falk "
    "svale hval iris ivy lily violet ruby pearl amber jade heather hazel holly daisy sandy penny "
    "gene glen herb lance skip wade ward faith grace charity patience constance clay cliff brook "
    "forest reed robin jack dick rusty buddy guy earl duke king prince page carol tiger miller "
    "smith cook baker butcher brown black white green gray grey wood woods field fields hill "
    "hills stone lane street church banks rivers wells waters snow frost winter gold silver rice "
    "bean berry cherry lamb fox wolf swan bird hunter fisher shepherd carter mason turner parker "
    "knight noble moody sharp sweet swift strong wise little best good price cash rush power bush "
    "hall house mills ford bridges berg strand sand vik nes os moss ås bø bakke bakken haug "
    "haugen dal dalen lund lie lien li moen rud seter sæther holm holmen holt hagen hage krog "
    "kroken eng enge engen eide eie eid vold vollen voll myr myra åsen brekken bråten skog skogen "
    "skoglund sletta slette sletten sund sundet fjell fjellet foss fossen elv elva elven bekk "
    "bekken tangen tange odden odde øy øya øyen vika viken våg vågen havn havna hamn hamna hamre "
    "hammer hammeren stokke stokk stubb rønning rydning rød røed gran furu bjerk bjørk eik lind "
    "hassel or selje rogn alm aske aas aasen nygård nygard gård gården garden tun tunet by byen "
    "bygd grend grenda ring ringen ringe vangen kleven kleiva klepp løken løkken løkka solli "
    "solberg solheim fjeld fjord fjorden bugge bru brua bro brun svart hvit kvit grønn rask snar "
    "nordby vestby østby sørby nord sør øst aust vest midt topp toppen tveten hol hole hof hov "
    "hove horn hals nakken rygg ryggen skar skaret flå flaten flat stad staden sted stedet land "
    "landet lande hytte hytta smed smeden skredder snekker møller kjøpmann prest bonde skipper "
    "kran kranen juvet stuen stua stue åker åkeren åkre teig teigen lia hell berge bergen vann "
    "vatn vatne tjern sjø sjøen strøm straum straumen steinen ulven bratt lang stor store liten "
    "gammel ny lykke håp marka mark nordli sørli vestli østli ness nesset reine ravn ravnen kråke "
    "skjæret skjær ski lom fet sel dovre gol fjære kongen konge krone rena".split()
)
# What stands right behind somebody's name: verbs of speaking, doing, being.
VERBS: Final = frozenset(
    "er var ble blei vart blir har hadde hadd sier sa seier seiar fortel fortalte fortalde "
    "forteller mener meinte meiner mente synes syntes syns synest tenker tenkte tenkjer vil ville "
    "kan kunne skal skulle må måtte jobber jobba jobbet arbeider arbeidet bor budde bodde kom "
    "kommer kjem gikk går gjekk tok tar tek fikk får fekk ga gir gav gjev spurte spør svarte "
    "svarer svara viser viste opplever opplevde beskriver beskrev beskriv trekker løfter la legger "
    "ønsker ønsket ønskte peker pekte leder ledet leier leia begynte sluttet slutta forklarer "
    "forklarte understreker ringte ringer skrev skriver visste vet veit kjenner kjente likte liker "
    "sitter satt står sto lo ler gråt møtte møter snakket snakker snakka "
    "is was has had said says told tells thinks thought means felt feels wants wanted works worked "
    "lives lived came comes went goes took takes got gets gave gives asked asks answered explained "
    "explains described describes pointed knew knows liked likes started stopped called calls "
    "wrote writes met meets led leads left emphasised added sin sitt si sine".split()
)
