"""An invented project in which much has been planted that tells who somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.operations import attributes, cases, codes, coding, documents, memos, themes
from qualtool.store import schema
from qualtool.store.project import Project
from tests.operations.rich import conversation, start

# What is known of each: label in the transcript, pseudonym, day, role, workplace, gender, age.
PEOPLE = (
    ("Kari Bråten", "Informant 1", "torsdag", "rektor", "Solvik skole", "kvinne", "51"),
    ("Ola Fjellheim", "Informant 2", "mandag", "lærer", "NAV Sundet", "mann", "34"),
    ("Siri Myhrvold", "Informant 3", "mandag", "lærer", "Nordlia skole", "kvinne", "38"),
    ("Leif Tangerud", "Informant 4", "tirsdag", "lærer", "Nordlia skole", "mann", "33"),
    ("Unni Sørgård", "Informant 5", "tirsdag", "lærer", "Nordlia skole", "kvinne", "58"),
)
# What each says; most of it tells of nobody.
SAID = (
    (
        "Det blir mye å gjøre når alle vil ha svar den samme dagen, og ingen har bedt om det.",
        "Da jeg begynte på Solvik skole, var det ingen som hilste på meg.",
        "Ring meg på 912 34 567 hvis det er noe, pleier jeg å si.",
    ),
    (
        "Jeg må liksom ta av meg NAV-hatten min når jeg går inn i det møtet.",
        "Karis mor ringte og spurte om vi hadde glemt henne.",
        "Vi har brukt tre år på å bli enige om ett skjema.",
    ),
    (
        "Det er lett å være modig i et møte når det er andre som skal gjøre jobben etterpå.",
        "Vi bodde på Eidskog da, så jeg kjente alle fra før av.",
        "Ola er den eneste som tør å si at planen ikke virker.",
    ),
    (
        "Noen ganger er det beste vi gjør, å la være å sende en e-post til.",
        "Skriv til meg på leif.tangerud@nordlia.no, så ordner jeg det.",
        "Det tok en hel vinter før noen sa høyt at ordningen ikke fungerte for elevene våre.",
    ),
    (
        "Vi sluttet med referater, og da begynte folk å huske hva de hadde lovet.",
        "Som mamma tenker jeg annerledes om de møtene enn jeg gjorde før.",
        "Fødselsnummeret mitt, 010180 02170, har de skrevet inn tre ganger i samme skjema.",
    ),
)
TOPICS = ("tid", "ansvar", "tillit")


@dataclass(frozen=True)
class Planted:
    """The project's numbers: excerpts by the beginning of their words, cases, attributes."""

    excerpts: dict[str, int]
    cases: dict[str, int]
    attributes: dict[str, int]

    def excerpt(self, beginning: str) -> int:
        """The excerpt that begins so."""
        return next(each for words, each in self.excerpts.items() if words.startswith(beginning))


def planted(path: Path) -> tuple[Project, Planted]:
    """The project, open, with a coder."""
    project = start(path)
    with project.edit("something") as session:
        return project, _fill(session)


def _fill(session: Session) -> Planted:
    ids = {
        name: attributes.add(session, name, kind=kind, visibility=shown, grouping=grouping)
        for name, kind, shown, grouping in (
            ("Møtedag", "text", "shown", ""),
            ("Rolle", "text", "analysis", ""),
            ("Arbeidssted", "text", "analysis", ""),
            ("Kjønn", "text", "analysis", ""),
            ("Alder", "number", "grouped", "20"),
        )
    }
    code_ids = [codes.add(session, name) for name in TOPICS]
    theme = themes.add(session, "Å få det til")
    themes.place_codes(session, theme, code_ids)
    found: dict[str, int] = {}
    case_ids: dict[str, int] = {}
    for person, said in zip(PEOPLE, SAID, strict=True):
        label, pseudonym, *values = person
        lines = [line for each in said for line in ("Kan du si mer?", each)]
        document = documents.add(
            session, conversation(*lines, labels=("Intervjuer", label)), name=pseudonym
        )
        documents.describe(
            session, document, place="Biblioteket på Eidskog", collected_by="Berit Haugland"
        )
        case_ids[pseudonym] = _case(session, document, pseudonym, values)
        found |= _coded(session, document, said, code_ids)
    memos.add(session, text="Snakket med Kari etterpå. Hun var sliten.", title="Etter møtet")
    return Planted(found, case_ids, ids)


def _case(session: Session, document: int, pseudonym: str, values: list[str]) -> int:
    speaker = session.scalars(
        select(schema.Speaker).where(
            schema.Speaker.document_id == document, schema.Speaker.role == "participant"
        )
    ).one()
    case_id = speaker.case_id
    if case_id is None:
        case_id = cases.add(session, pseudonym)
        documents.set_speaker(session, speaker.id, case_id=case_id)
    elif session.get_one(schema.Case, case_id).name != pseudonym:
        cases.rename(session, case_id, pseudonym)
    names = ("Møtedag", "Rolle", "Arbeidssted", "Kjønn", "Alder")
    for name, value in zip(names, values, strict=True):
        cases.set_attribute(session, case_id, name, value)
    return case_id


def _coded(
    session: Session, document: int, said: tuple[str, ...], code_ids: list[int]
) -> dict[str, int]:
    text = session.scalars(
        select(schema.DocumentText.text).where(schema.DocumentText.document_id == document)
    ).one()
    found: dict[str, int] = {}
    for words, code_id in zip(said, code_ids, strict=True):
        at = text.index(words)
        (made,) = coding.apply(session, document, at, at + len(words), [code_id], coder_id=None)
        found[words] = session.get_one(schema.Coding, made).excerpt_id
    coding.set_star(session, list(found.values()), True)
    return found
