"""The words in which a draft says how many of the informants said something.

Quantities in bokmål, nynorsk and English, words for people, and verbs of saying and experiencing.
All are parts of patterns in lower case, to be matched without regard to case.
"""

from __future__ import annotations

import re
from typing import Final

NUMBERS: Final = {
    **dict.fromkeys(("én", "éin", "éi", "ett", "one"), 1),
    **dict.fromkeys(("to", "two"), 2),
    **dict.fromkeys(("tre", "three"), 3),
    **dict.fromkeys(("fire", "four"), 4),
    **dict.fromkeys(("fem", "five"), 5),
    **dict.fromkeys(("seks", "six"), 6),
    **dict.fromkeys(("sju", "syv", "seven"), 7),
    **dict.fromkeys(("åtte", "eight"), 8),
    **dict.fromkeys(("ni", "nine"), 9),
    **dict.fromkeys(("ti", "ten"), 10),
    **dict.fromkeys(("elleve", "eleven"), 11),
    **dict.fromkeys(("tolv", "twelve"), 12),
    **dict.fromkeys(("tretten", "thirteen"), 13),
    **dict.fromkeys(("fjorten", "fourteen"), 14),
    **dict.fromkeys(("femten", "fifteen"), 15),
    **dict.fromkeys(("seksten", "sixteen"), 16),
    **dict.fromkeys(("sytten", "seventeen"), 17),
    **dict.fromkeys(("atten", "eighteen"), 18),
    **dict.fromkeys(("nitten", "nineteen"), 19),
    **dict.fromkeys(("tjue", "twenty"), 20),
}
# Into how many parts a fraction divides.
PARTS: Final = {
    3: "tredel|tredje|third",
    4: "fjerde|firedel|kvart|quarter",
    5: "femte|fifth",
    100: "%|prosent|per ?cent",
}
_NUMBERS_NO: Final = (
    "to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten "
    "atten nitten tjue"
).split()
_NUMBERS_EN: Final = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
NUMBER_NO: Final = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS_NO)})"
NUMBER_EN: Final = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS_EN)})"
_ONE_NO: Final = r"(?:én|éin|éi|en|ein|ei|ett)"

# Keys of `core.claim_amounts` by what says them; the first that fits the whole of it counts.
QUANTITIES_NO: Final = (
    ("not_all", r"(?:ikke|ikkje|langt\ fra|langt\ frå)\ (?:alle|samtlige)"),
    ("most", r"(?:nesten|nærmest|omtrent|så\ godt\ som|nær\ sagt)\ (?:alle|samtlige)"),
    ("all", r"alle\ sammen|alle\ saman|alle|samtlige|samtlege"),
    ("most", r"(?:de|dei)\ (?:aller\ )?fleste|flesteparten|mesteparten|majoriteten"),
    ("most", r"størsteparten|størstedelen|hovedparten|hovudparten"),
    ("most", r"(?:et\ |eit\ )?(?:klart\ )?(?:flertallet|fleirtalet|flertall|fleirtal)"),
    ("most", r"(?:godt\ over|over|mer\ enn|meir\ enn)\ halvparten"),
    ("under_half", r"(?:under|mindre\ enn|knapt|ikke\ mer\ enn|ikkje\ meir\ enn)\ halvparten"),
    ("under_half", (r"(?:de|dei)\ (?:aller\ )?(?:færreste|færraste)|(?:et\ |eit\ )?(?:fåtall|fåtal)"
                   r"|(?:et\ |eit\ )?(?:mindretall|mindretal)(?:et)?")),
    ("half", r"(?:om\ lag\ |omtrent\ |cirka\ |ca\.\ )?halvparten"),
    ("at_least", rf"minst\ (?:{NUMBER_NO}|{_ONE_NO})(?:\ av\ (?:de\ |dei\ )?{NUMBER_NO})?"),
    ("more_than", rf"(?:mer|meir|flere|fleire)\ enn\ (?:{NUMBER_NO}|{_ONE_NO})"),
    ("exactly", (rf"(?:(?:bare|kun|berre)\ )?(?:{NUMBER_NO}|{_ONE_NO})"
                rf"\ av\ (?:de\ |dei\ |totalt\ |alle\ )?{NUMBER_NO}")),
    ("share", r"(?<!\d[.,])\d{1,3}\ ?(?:%|prosent)(?=\ av\b|$)"),
    ("share", (rf"(?:en|ein|{NUMBER_NO})\ (?:tredel|tredjedel|fjerdedel|firedel|kvart|femtedel)"
              rf"(?:er|ar)?(?=\ av\b|$)")),
    ("many", r"(?:en|ein)\ god\ del|(?:en|ei)\ (?:rekke|rekkje)|(?:et|eit)\ stort\ (?:antall|tal)"),
    ("many", r"(?:svært\ |veldig\ |ganske\ |så\ )?mange"),
    ("few", r"(?:svært\ |ganske\ |bare\ |kun\ |berre\ |noen\ |nokre\ |nokon\ )?få"),
    ("several", r"flere|fleire"),
    ("none", r"ingen|inga|ikke\ noen|ikkje\ nokon|ikkje\ nokre|ikke\ en\ eneste"),
    ("some", r"noen|nokre|nokon|enkelte|einskilde"),
    ("couple", r"(?:et|ett|eit)\ par"),
    ("both", r"begge(?:\ to)?"),
    ("one", rf"(?:bare|kun|berre)\ {_ONE_NO}|{_ONE_NO}"),
    ("exactly", rf"(?:(?:bare|kun|berre)\ )?{NUMBER_NO}"),
)  # fmt: skip
QUANTITIES_EN: Final = (
    ("not_all", r"not\ (?:all|every(?:one|body)?|each)"),
    ("most", r"(?:almost|nearly|practically)\ (?:all|every(?:one|body)?)"),
    ("all", r"all|every(?:one|body)?|each(?:\ and\ every)?(?:\ one)?"),
    ("most", r"(?:the\ )?(?:vast\ |great\ |large\ |clear\ )?majority|most"),
    ("most", r"(?:more\ than|over|well\ over)\ half"),
    ("under_half", r"(?:less\ than|fewer\ than|under|no\ more\ than)\ half|a\ minority"),
    ("half", r"(?:about\ |around\ |roughly\ )?half"),
    ("at_least", rf"at\ least\ (?:{NUMBER_EN}|one)(?:\ of\ (?:the\ )?{NUMBER_EN})?"),
    ("more_than", rf"more\ than\ (?:{NUMBER_EN}|one)"),
    ("exactly", rf"(?:only\ )?(?:{NUMBER_EN}|one)\ (?:out\ )?of\ (?:the\ |all\ )?{NUMBER_EN}"),
    ("share", r"(?<!\d[.,])\d{1,3}\ ?(?:%|per\ ?cent)(?=\ of\b|$)"),
    ("share", rf"(?:a|one|{NUMBER_EN})[\ -](?:third|quarter|fifth)s?(?=\ of\b|$)"),
    ("many", r"(?:very\ |quite\ |a\ great\ )?many"),
    ("few", r"(?:very\ |only\ a\ )few|few"),
    ("some", r"quite\ a\ few|a\ few|some"),
    ("several", r"several|a\ number"),
    ("none", r"none|no\ one|no-one|nobody|not\ one|not\ a\ single\ one|neither|no"),
    ("couple", r"a\ couple"),
    ("both", r"both"),
    ("one", r"(?:only\ |just\ )?one|a\ single"),
    ("exactly", rf"(?:only\ |just\ )?{NUMBER_EN}"),
)  # fmt: skip

# Those who were asked: what is said of them is said of all informants of the study.
ASKED_NO: Final = (
    r"(?:informant(?:er|ene|ane|ar|en)?|del(?:taker|takar|tager)(?:e|ne|ene|ane|ar|en)?"
    r"|respondent(?:er|ene|ane|ar|en)?|svarperson(?:er|ene|ar|ane|en)?"
    r"|intervju(?:objekt|person|deltaker|deltakar)(?:er|e|ene|ne|ane|ar|a|et|en)?"
    r"|intervjuede|(?<=dei\ )intervjua|spurte|spurde)s?"
)
ASKED_EN: Final = (
    r"(?:informants?|participants?|interviewees?|respondents?"
    r"|(?:people|persons|those|individuals)\ (?:we\ |i\ )?(?:interviewed|spoke\ (?:to|with))"
    r"|interview\ subjects?)"
)
# People who may be informants, as the researcher calls them; any word may stand before them in one.
_PEOPLE_NO: Final = (
    r"ansatt(?:e)?|tilsett(?:e)?|medarbeider(?:e|ne)?|medarbeidar(?:ar|ane)?|arbeidstaker(?:e|ne)?"
    r"|arbeidstakar(?:ar|ane)?|leder(?:e|ne)?|leiar(?:ar|ane)?|lærer(?:e|ne)?|lærar(?:ar|ane)?"
    r"|elev(?:er|ene|ar|ane)?|student(?:er|ene|ar|ane)?|foreldre(?:ne)?|forelder|foresatte"
    r"|føresette|pasient(?:er|ene|ar|ane)?|bruker(?:e|ne)?|brukar(?:ar|ane)?|pårørende|pårørande"
    r"|sykepleier(?:e|ne)?|sjukepleiar(?:ar|ane)?|leger|legene|legar|legane|lege"
    r"|behandler(?:e|ne)?|behandlar(?:ar|ane)?|rådgiver(?:e|ne)?|rådgjevar(?:ar|ane)?"
    r"|veileder(?:e|ne)?|rettleiar(?:ar|ane)?|kolleg(?:a|aer|aene|aer|ar|ane|er|ene)"
    r"|person(?:er|ene|ar|ane)?|kvinner|kvinnene|kvinne|menn|mennene|mann|ungdommer|ungdommene"
    r"|ungdommar|ungdommane|ungdomar|ungdomane|ungdom|barn|barna|rektor(?:er|ene|ar|ane)?"
    r"|sjef(?:er|ene|ar|ane)?|koordinator(?:er|ene|ar|ane)?|politiker(?:e|ne)?"
    r"|politikar(?:ar|ane)?|innbygger(?:e|ne)?|innbyggjar(?:ar|ane)?|frivillige"
    r"|direktør(?:er|ene|ar|ane)?|assistent(?:er|ene|ar|ane)?|medlem(?:mer|mene|mar|mane)?"
    r"|aktør(?:er|ene|ar|ane)?|terapeut(?:er|ene|ar|ane)?|vernepleier(?:e|ne)?"
    r"|vernepleiar(?:ar|ane)?|forsker(?:e|ne)?|forskar(?:ar|ane)?|inspektør(?:er|ene|ar|ane)?"
    r"|mødre|mødrene|mødrer|fedre|fedrene|jenter|jentene|gutter|guttene|gutar|gutane|døtre|døtrene"
    r"|sønner|sønnene|søsken|søsknene|beboer(?:e|ne)?|bebuar(?:ar|ane)?|kunder|kundene|kundar"
    r"|bønder|bøndene|trener(?:e|ne)?|trenar(?:ar|ane)?|voksne|vaksne|mennesker|menneskene"
    r"|psykolog(?:er|ene|ar|ane)?|ingeniør(?:er|ene|ar|ane)?|konsulent(?:er|ene|ar|ane)?"
    r"|flyktning(?:er|ene|ar|ane)?|innvandrer(?:e|ne)?|innvandrar(?:ar|ane)?|søker(?:e|ne)?"
    r"|søkjar(?:ar|ane)?|kandidat(?:er|ene|ar|ane)?|tillitsvalgte|tillitsvalde|verneombud"
    r"|pedagog(?:er|ene|ar|ane)?|arbeider(?:e|ne)?|arbeidar(?:ar|ane)?|tolk(?:er|ene|ar|ane)?"
    r"|prest(?:er|ene|ar|ane)?|gründer(?:e|ne)?|ektefelle(?:r|ne)?|partner(?:e|ne)?|venner|vennene"
    r"|folk"
)
PEOPLE_NO: Final = rf"[a-zæøå]*?-?(?:{ASKED_NO}|(?:{_PEOPLE_NO})s?)"
_PEOPLE_EN: Final = (
    r"staff(?:\ members?)?(?!\ (?:meeting|room|training|turnover|shortage|survey|development|"
    r"needs|costs|levels|resources))|members?\ of\ staff|employees|managers|leaders|teachers"
    r"|students|pupils|parents|guardians|patients|users|clients|carers|caregivers|relatives|nurses"
    r"|doctors|physicians|therapists|counsellors|advisers|advisors|colleagues|people|persons"
    r"|women|men|adolescents|teenagers|young\ people|children|principals|headteachers"
    r"|coordinators|politicians|residents|volunteers|directors|assistants|team\ members|members"
    r"|practitioners|professionals|workers|supervisors|caseworkers|researchers"
)
_PERSON_EN: Final = (
    r"employee|manager|leader|teacher|student|pupil|parent|guardian|patient|user|client|carer"
    r"|nurse|doctor|physician|therapist|counsellor|adviser|advisor|person|woman|man|principal"
    r"|headteacher|coordinator|politician|resident|volunteer|director|assistant|team\ member"
    r"|practitioner|professional|worker|supervisor|caseworker"
)
PEOPLE_EN: Final = rf"(?:{_PEOPLE_EN})"
PERSON_EN: Final = rf"(?:{_PERSON_EN})"

# What a human being does that is worth asking about: without a noun, it alone tells of whom "all"
# is said.
SAYING_NO: Final = (
    r"(?!(?:nevnte|nemnde|kjente|vurderte)\ (?:forhold|faktor|tiltak|punkt|tema|sider|krav))"
    r"(?:sier|sa|seier|fortel(?:ler|te|jer)?|fortalde|mener|mente|meiner|meinte|nevn(?:er|te)"
    r"|nemn(?:er|de)|opplev(?:er|de)|beskriv(?:er)?|beskrev|skildr(?:er|et|a|ar)|peker|pekte|peikar"
    r"|peika|trekker|trakk|trekkjer|drog|understrek(?:er|et|te|a|ar)|fr[ae]mhev(?:er|et|a|ar)"
    r"|uttrykker|uttrykte|uttrykkjer|gir\ uttrykk|ga\ uttrykk|gav\ uttrykk|gjev\ uttrykk"
    r"|snakk(?:er|et|a|ar)|synes|syntes|syns|tykkjer|tykte|tenker|tenkte|tenkjer|føler|følte"
    r"|kjensler|savn(?:er|et|a|ar)|sakn(?:er|a|ar)|ønsk(?:er|et|te|a|jer|jte)|erfar(?:er|te|de)"
    r"|svar(?:er|te|a)|rapporter(?:er|te)|påpek(?:er|te)|påpeik(?:ar|a)|vektlegger|vektla"
    r"|legg(?:er)?\ vekt|la\ vekt|hevd(?:er|et|a|ar)|kjen(?:ner|te|de)|oppfatt(?:er|et|a|ar)"
    r"|vis(?:er|te)\ til|omtal(?:er|te)|etterlys(?:er|te)|forklar(?:er|te|a)|forklårar"
    r"|bekreft(?:er|et|a)|stadfest(?:er|a)|innrømm(?:er|et)|husk(?:er|et)|hugs(?:ar|a)|likte|liker"
    r"|likar|klag(?:er|et|de)|frykt(?:er|et|a|ar)|tror|trodde|trur|trudde|vurder(?:er|te)|visste"
    r"|forvent(?:er|et|a|ar)|kom\ inn\ på|kommer\ inn\ på|kjem\ inn\ på|tok\ opp|tar\ opp|tek\ opp"
    r"|(?:er|var|virker|virket|verkar|verka|er\ også|var\ også)\ (?:enig|einig|uenig|ueinig|usikr"
    r"|opptatt|oppteken|opptekne|positiv|negativ|tydelig|tydeleg|klar|skeptisk|fornøyd|nøgd|stolt"
    r"|bekymr|uroa|kritisk|trygg|samstemt|redd)\w*"
    r"|(?:har|hadde|har\ også|hadde\ også|har\ aldri|har\ selv)\ (?:opplevd|erfart|sett|savnet"
    r"|sakna|fortalt|sagt|nevnt|nemnt|beskrevet|skildra|følt|kjent|merket|merka|hørt|høyrt"
    r"|tenkt|lært|ønsket|ønskt|erfaring|erfaringer|gode|dårlige|positive|negative)"
    r"|har\ (?:selv\ |sjølv\ |også\ |ikke\ |ikkje\ |aldri\ )?(?!rett\b|plikt)\w+(?:[^lsr]t|dd)"
    r"|har\ eller\ har\ hatt|merk(?:er|et|a|ar)"
    r"|delte|(?<!begge\ )del[ea]r|valgte|valde|var|hadde|ville|kunne|lærte|lærer\ at)"
)
SAYING_EN: Final = (
    r"(?:sa(?:ys?|id)|t(?:ells?|old)|mention(?:s|ed)?|describ(?:es?|ed)|experienc(?:es?|ed)"
    r"|fe(?:els?|lt)|th(?:inks?|ought)|believ(?:es?|ed)|report(?:s|ed)?|express(?:es|ed)?"
    r"|emphasi[sz](?:es?|ed)|stress(?:es|ed)?|highlight(?:s|ed)?|not(?:es?|ed)"
    r"|point(?:s|ed)?\ (?:to|out)|s(?:ees?|aw)|found|finds?|wish(?:es|ed)?|want(?:s|ed)?"
    r"|miss(?:es|ed)?|agree[sd]?|disagree[sd]?|explain(?:s|ed)?|claim(?:s|ed)?|answer(?:s|ed)?|talk(?:s|ed)?|sp(?:eaks?|oke)"
    r"|recall(?:s|ed)?|remember(?:s|ed)?|valu(?:es?|ed)|worr(?:y|ies|ied)|fear(?:s|ed)?|hop(?:es?|ed)"
    r"|consider(?:s|ed)?|perceiv(?:es?|ed)|view(?:s|ed)?|refer(?:s|red)?|admit(?:s|ted)?"
    r"|confirm(?:s|ed)?|appreciat(?:es?|ed)|share[sd]?|chose|appear(?:s|ed)?|seem(?:s|ed)?|had|would|complain(?:s|ed)?|raise[sd]?|stat(?:es?|ed)|lack(?:s|ed)?"
    r"|(?:is|are|was|were|seem|seemed)\ (?:sure|unsure|uncertain|positive|negative|proud|afraid"
    r"|clear|happy|satisfied|worried|concerned|sceptical|skeptical|critical|unanimous)"
    r"|(?:have|has|had)\ (?:experienced|felt|said|seen|heard|mentioned|described|found|learned"
    r"|learnt|wanted|missed))"
)
ADVERB_NO: Final = (
    r"(?:også|òg|imidlertid|likevel|dessuten|derimot|igjen|ofte|aldri|selv|sjølv|helt|heilt|da|då"
    r"|altså|hadde|har)"
)
ADVERB_EN: Final = r"(?:also|however|even|still|never|clearly|often|explicitly|themselves|simply)"

# Adjectives between: what they say narrows down whom it is about.
ADJECTIVE_NO: Final = (
    r"(?:\w+(?:lige|lege|iske|ande|ende|ede|ale|ive|ære|øse)|nye|unge|eldre|yngre|eldste|yngste"
    r"|erfarne|ferske|faste|tidligere|tidlegare|andre|øvrige|øvrege|norske|små|store|nyansatte"
    r"|nytilsette|utvalgte|utvalde|involverte|aktuelle|inkluderte)"
)
ADJECTIVE_EN: Final = (
    r"(?!(?:time|times|day|week|way|kind|sort|of|and|or|that|which|who|to|for|in|on|at|with|the)\b)"
    r"[a-z-]+"
)
# No adjective: these only point at the informants.
POINTING_NO: Final = rf"(?:av|de|dei|disse|desse|våre|mine|alle|dei\ andre|{NUMBER_NO})"
POINTING_EN: Final = rf"(?:of|the|our|my|these|those|all|{NUMBER_EN})"

# More of them are wanted: nothing is said about how many said it.
WANTED: Final = re.compile(
    r"(?:behov\ for|behøv\w*|ansatt|tilsett|hired|treng\w*|trong\ for|mangel\ på|mangl\w*|ansette"
    r"|ansatte|tilsette|rekruttere?|ansettelse\ av|tilsetjing\ av|å\ få|for\ få|med|enda"
    r"|ytterligere|ytterlegare|stadig|(?:ansvar|leder|leiar|sjef)\ for"
    r"|responsible\ for|need(?:s|ed)?(?:\ for)?|lack\ of|hire|recruit|too)\s*$",
    re.IGNORECASE | re.VERBOSE,
)
# A rule, not a finding.
NORM: Final = re.compile(
    r"\s+(?:skal|bør|må|har\s+rett|har\s+krav|har\s+plikt|pliktar|plikter|should|must|shall|ought"
    r"|(?:is|are)\s+(?:entitled|required|obliged))\b",
    re.IGNORECASE,
)
# How the study was done, not what it found.
METHOD: Final = re.compile(
    r"samtykk|anonymiser|pseudonym|transkriber|intervjuguide|ble\s+intervju|vart\s+intervju"
    r"|blei\s+intervju|rekrutter|lydopptak|informasjonsskriv"
    r"|deltok\s+i\s+(?:studi|prosjekt|undersøk)|utvalge?t?\s+best|tilfeldig\s+rekkef"
    r"|\bconsent|anonymi[sz]|transcrib|interview\s+guide|were\s+interviewed|was\s+interviewed"
    r"|recruited"
    r"|(?:took\s+part|participated)\s+in\s+th(?:e|is)\s+(?:study|project)"
    r"|information\s+(?:letter|sheet)|audio[- ]record",
    re.IGNORECASE,
)
