"""What the project knows that may tell who its participants are: names, places, values.

It is gathered once, and then looked for in whatever is about to leave the project.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.activities import activities
from qualtool.analysis.attributes import attributes, meant
from qualtool.analysis.cases import cases
from qualtool.analysis.consent import closed_case_ids
from qualtool.analysis.known_values import Valued, shown_values, told_values
from qualtool.analysis.ordinary_words import ordinary
from qualtool.core.attribute_meaning import meaning
from qualtool.core.disclosure import Kind, KnownWord
from qualtool.core.known_words import Known
from qualtool.core.names import folded
from qualtool.core.person_words import name_in, tells_who, words_of_name
from qualtool.store import name_key
from qualtool.store.describing_rows import AttributeRow
from qualtool.store.rows import CaseRow
from qualtool.store.schema import Coder, Document, Speaker, Study

Origin: TypeAlias = Literal[
    "participant", "case", "speaker", "replaced", "value", "document", "place", "activity",
    "collected",
]  # fmt: skip
_KINDS: Final[Mapping[str, Kind]] = {
    "municipality": "place",
    "county": "place",
    "place": "place",
    "school": "workplace",
    "office": "workplace",
    "organisation": "workplace",
}
# Where an interview took place that tells nothing.
_NOWHERE: Final = frozenset(
    "teams zoom telefon telefonisk digitalt digital video skype nett online phone telephone "
    "microsoft whereby meet facetime".split()
)


@dataclass(frozen=True, slots=True)
class About:
    """What a known word is: whose it is, and where the project has it from.

    `case_ids` are those it tells of. Of a value, `attribute` is its attribute, `open` tells that
    it may be shown, and `rare` that it fits too few participants. `ordinary` words are used by
    everybody, as "lærer" is.
    """

    words: str
    kind: Kind
    origin: Origin
    case_ids: frozenset[int] = frozenset()
    attribute: AttributeRow | None = None
    open: bool = False
    rare: bool = True
    ordinary: bool = False


@dataclass(frozen=True)
class Identifying:
    """All that may tell who somebody is.

    `about` tells of each known word by the `whose` it has in `known`. `participants` are the names
    they have in reports, by case; `shown` what may be shown of each, by attribute. At most `k`
    participants are too few to hide among.
    """

    known: Known
    about: Mapping[str, About]
    participants: Mapping[int, str]
    shown: Mapping[int, Mapping[int, str]]
    attributes: Mapping[int, AttributeRow]
    k: int = 1
    gender_told: bool = False
    names: Mapping[int, str] = field(default_factory=dict)  # of all cases


def known(session: Session) -> Known:
    """The names, places and values that the project knows, and the words that are allowed."""
    return identifying(session).known


def identifying(session: Session, *, language: str = "nb", k: int | None = None) -> Identifying:
    """All that may tell who somebody is; values are grouped as in a report of this language.

    What fits at most `k` participants is told (None: as many as the study says).
    """
    everyone = cases(session)
    people = {each.id: each for each in everyone if each.kind == "participant"}
    people = people or {each.id: each for each in everyone}
    described = {each.id: each for each in attributes(session)}
    k = k or session.scalar(select(Study.smallest_group).limit(1)) or 1
    as_one = {each: meant(session, each) for each in described}
    closed = closed_case_ids(session)
    open_ones = [each for each in people.values() if each.id not in closed]
    shown = shown_values(open_ones, described.values(), as_one, language)
    key = name_key.load(name_key.of_study(session)).names
    namings = {naming.name: naming.pseudonym for naming in key}
    labels = _labels(session)
    real = _real_names(people.values(), labels, namings.values())
    is_ordinary = ordinary(session)
    found = [
        *_of_people(real.values()),
        *_of_labels(labels, {folded(each.name) for each in everyone}),
        *(About(name, "name", "replaced") for name in namings),
        *_of_cases((each for each in everyone if each.id not in people), is_ordinary),
        *_of_values(people.values(), described.values(), as_one, shown, k, is_ordinary),
        *_of_documents(session, is_ordinary),
        *_of_activities(session),
    ]
    coding = list(session.scalars(select(Coder.name)))
    coders = set(map(folded, coding))
    pseudonyms = [each.name for each in people.values() if each.id not in real]
    allowed = {*pseudonyms, *namings.values()}
    about = {
        str(number): each
        for number, each in enumerate(_different(found, coders | set(map(folded, allowed))))
    }
    return Identifying(
        known=Known(
            tuple(KnownWord(each.words, each.kind, key) for key, each in about.items()),
            # A coder's first name alone may be a participant's.
            tuple(sorted(allowed | {name for name in coding if len(name.split()) > 1})),
        ),
        about=about,
        participants={each.id: each.name for each in people.values()},
        shown=shown,
        attributes=described,
        k=k,
        gender_told=any(
            meaning(each.name) == "gender" and each.visibility != "analysis" and each.used
            for each in described.values()
        ),
        names={each.id: each.name for each in everyone},
    )


def _labels(session: Session) -> list[tuple[str, int | None]]:
    """What speakers are called in the documents, and the case of each."""
    rows = session.execute(
        select(Speaker.label, Speaker.case_id).where(Speaker.role != "interviewer").distinct()
    )
    return [(label, case_id) for label, case_id in rows if label.strip()]


def _real_names(
    people: Iterable[CaseRow],
    labels: Iterable[tuple[str, int | None]],
    pseudonyms: Iterable[str],
) -> dict[int, CaseRow]:
    """The participants whose name in the project may be their own.

    It is a pseudonym where the project has replaced names by it, or where the documents call them
    something else.
    """
    given = set(map(folded, pseudonyms))
    other: dict[int, set[str]] = {}
    for label, case_id in labels:
        if case_id is not None and tells_who(label):
            other.setdefault(case_id, set()).add(folded(label))
    return {
        each.id: each
        for each in people
        if tells_who(each.name)
        and folded(each.name) not in given
        and not other.get(each.id, set()) - {folded(each.name)}
    }


def _of_people(people: Iterable[CaseRow]) -> Iterator[About]:
    for each in people:
        yield About(each.name, "name", "participant", frozenset({each.id}))


def _of_labels(labels: Iterable[tuple[str, int | None]], names: Collection[str]) -> Iterator[About]:
    for label, case_id in labels:
        if tells_who(label) and folded(label) not in names:
            yield About(label, "name", "speaker", frozenset({case_id} if case_id else ()))


def _of_cases(others: Iterable[CaseRow], is_ordinary: Callable[[str], bool]) -> Iterator[About]:
    for each in others:
        words = words_of_name(each.name)
        if words and not all(map(is_ordinary, words)):
            kind = _KINDS.get(each.kind, "name")
            yield About(each.name, kind, "case", frozenset({each.id}))


def _of_values(
    people: Collection[CaseRow],
    described: Iterable[AttributeRow],
    as_one: Mapping[int, Mapping[str, str]],
    shown: Mapping[int, Mapping[int, str]],
    k: int,
    is_ordinary: Callable[[str], bool],
) -> Iterator[About]:
    for attribute in described:
        about = meaning(attribute.name)
        if about == "gender":
            continue  # a word for a gender is looked for as such
        kind: Kind = about
        spellings: dict[str, list[str]] = {}
        for spelling, value in as_one[attribute.id].items():
            spellings.setdefault(value, []).append(spelling)
        for told in told_values(attribute, people, shown, k, is_ordinary):
            for words in (told.words, *spellings.get(told.words, ())):
                yield _of_value(words, kind, attribute, told)


def _of_value(words: str, kind: Kind, attribute: AttributeRow, value: Valued) -> About:
    return About(
        words,
        kind,
        "value",
        value.case_ids,
        attribute,
        open=value.open,
        rare=value.rare,
        ordinary=value.ordinary,
    )


def _of_documents(session: Session, is_ordinary: Callable[[str], bool]) -> Iterator[About]:
    rows = session.execute(select(Document.name, Document.place, Document.collected_by))
    for name, place, collected_by in rows:
        if who := name_in(name):
            yield About(who, "name", "document")
        parts = words_of_name(place)
        if any(not is_ordinary(word) and word.casefold() not in _NOWHERE for word in parts):
            yield About(place, "place", "place")
        if tells_who(collected_by):
            yield About(collected_by, "name", "collected")


def _of_activities(session: Session) -> Iterator[About]:
    for row in activities(session):
        for words in row.participants.replace(";", ",").replace("\n", ",").split(","):
            if who := name_in(words):
                yield About(who, "name", "activity", frozenset(row.case_ids))


def _different(found: Iterable[About], left_out: Collection[str]) -> list[About]:
    """Each known word once for each kind, with all the cases it tells of."""
    by_words: dict[tuple[str, str], About] = {}
    for each in found:
        plain = folded(each.words)
        if not plain or (plain in left_out and each.origin != "participant"):
            continue
        before = by_words.get((plain, each.kind))
        if before is not None:
            # "Nordvik" may be where one lives and where another works.
            chosen = each if before.open and not each.open else before
            whose = before.case_ids | each.case_ids
            each = replace(chosen, case_ids=whose, rare=before.rare or each.rare)
        by_words[plain, each.kind] = each
    return list(by_words.values())
