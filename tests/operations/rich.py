"""An invented project with something in every table that operations touch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.source import Anchor, Block, Locator, Source, Speaker, Turn
from qualtool.operations import (
    activities,
    answers,
    attribute_values,
    attributes,
    cases,
    codes,
    coding,
    documents,
    guides,
    memos,
    new_project,
    phases,
    theme_excerpts,
    themes,
)
from qualtool.operations import consent as consent_operations
from qualtool.store import schema
from qualtool.store.project import Project

QUESTION = "Hva tenker du om møtene?"
ANSWER = "Jeg tenker at samtykke er vanskelig. Vi er få, og alt tar tid 🐑."
SECOND = "Ja, og så er det taushetsplikten. Den eier jo fylket."


@dataclass(frozen=True)
class Rich:
    """The numbers of what was made."""

    interview: int
    group: int
    notes: int
    consent: int  # codes
    secrecy: int
    forms: int  # under consent
    forms_too: int  # under secrecy, and called as `forms` is
    time: int
    culture: int  # themes
    anchoring: int
    structure: int
    local: int
    anne: int  # coders
    bo: int
    both: int  # excerpts
    starred: int
    lone: int
    direct: int
    consent_coding: int  # on `both`
    secrecy_coding: int
    lone_coding: int
    memo: int
    excerpt_memo: int
    informant: int  # cases
    office: int
    county: int
    meeting: int  # an activity
    guide: int
    question: int
    answer: int  # to `question`, in `interview`
    scheme: int
    phase: int
    second_phase: int  # with `notes` put into it
    role: int  # attributes
    size: int
    variant: int  # a spelling of `role`
    answerer: int  # speakers
    asker: int


def conversation(*said: str, labels: tuple[str, ...] = ("Intervjuer", "R")) -> Source:
    """A conversation in which the labels take turns; the first one asks."""
    text = "\n".join(said)
    turns: list[Turn] = []
    start = 0
    for number, words in enumerate(said):
        at = number * 5000
        turns.append(Turn(start, start + len(words), number % len(labels), at, at + 4000))
        start += len(words) + 1
    return Source(
        text=text,
        format="text",
        speakers=tuple(
            Speaker(label, "participant" if number else "interviewer")
            for number, label in enumerate(labels)
        ),
        turns=tuple(turns),
        anchors=(Anchor(0, 0),),
        locators=(Locator(0, "line", "1"), Locator(len(said[0]) + 1, "line", "2")),
        blocks=(Block(0, len(said[0]), "paragraph"),),
        facts={"date": "4.–5.11.2021", "duration_ms": 60_000},
    )


def start(path: Path) -> Project:
    """A project with the default template and a coder."""
    return new_project.start(path, name="En studie", language="nb", coder="Anne")


def furnish(project: Project) -> Rich:
    """Fill a project that `start` has made."""
    with project.edit("import_documents") as session:
        interview = documents.add(
            session, conversation(QUESTION, ANSWER, "Mer?", SECOND), name="Intervju 1"
        )
        group = documents.add(
            session,
            conversation(QUESTION, ANSWER, SECOND, labels=("Leder", "Berit", "Carl")),
            name="Fokusgruppe",
            kind="focus_group",
        )
        notes = documents.add(
            session, Source(text="Regn hele dagen.", format="text"), name="Notat", kind="other"
        )
    with project.edit("rest") as session:
        return _rest(session, interview, group, notes)


def _rest(session: Session, interview: int, group: int, notes: int) -> Rich:
    from qualtool.operations import coders

    anne, bo = coders.ensure(session, "Anne"), coders.ensure(session, "Bo")
    consent = codes.add(session, "samtykke", description="når det spørres om lov")
    secrecy = codes.add(session, "taushetsplikt", colour="teal")
    forms = codes.add(session, "skjema", parent_id=consent)
    forms_too = codes.add(session, "Skjema", parent_id=secrecy)
    time = codes.add(session, "tid")
    codes.pin(session, consent, 1)
    culture, structure = _theme(session, "Kultur"), _theme(session, "Struktur")
    anchoring, local = (
        _theme(session, "Forankring i egen organisasjon"),
        _theme(session, "Lokal forankring"),
    )
    themes.place_codes(session, culture, [consent, secrecy])
    themes.place_codes(session, structure, [consent, time])
    themes.place_codes(session, local, [forms])
    at = len(QUESTION) + 1
    both = [
        *coding.apply(
            session, interview, at, at + 36, [consent, secrecy], coder_id=anne, valence="barrier"
        ),
        *coding.apply(session, interview, at, at + 36, [consent], coder_id=bo, comment="uenig"),
    ]
    coding.apply(session, interview, at + 10, at + 50, [forms], coder_id=anne)
    starred = coding.star_passage(session, group, 0, 10)
    lone = coding.apply(session, group, at, at + 20, [time], coder_id=bo)
    coding.apply(session, group, at + 70, at + 90, [forms_too], coder_id=bo)
    direct = coding.apply(session, notes, 0, 4, [time], coder_id=anne)
    excerpt = session.get_one(schema.Coding, both[0]).excerpt_id
    direct_excerpt = session.get_one(schema.Coding, direct[0]).excerpt_id
    theme_excerpts.place_excerpts(session, culture, [direct_excerpt, excerpt])
    memo = memos.add(session, text="tanke", title="Om alt", coder_id=anne)
    excerpt_memo = memos.add(session, text="om stedet", target="excerpt", target_id=starred)
    memos.add(session, text="om kodinga", target="coding", target_id=both[1])
    memos.add(session, text="om koden", target="code", target_id=secrecy)
    memos.add(session, text="om temaet", target="theme", target_id=structure, kind="reflexive")
    coding.set_display_text(session, excerpt, "Samtykke er […] vanskelig.")
    county = cases.add(session, "Fylket", kind="county")
    office = cases.add(session, "Kontoret", kind="office", parent_id=county)
    informant = cases.ensure(session, "Intervju 1")
    cases.set_attribute(session, informant, "Rolle", "lærer")
    size = attributes.add(session, "Ansatte", kind="number", visibility="shown")
    role = attributes.ensure(session, "Rolle")
    attributes.join(session, role, ["lærar"], "lærer")
    cases.tie(session, notes, office)
    consent_operations.note(session, [informant], date="1.2.2024", scope="intervju")
    attribute_values.set_values(session, size, [office, county], "40")
    meeting = activities.add(session, name="Møte 1", date="høsten 2023", document_ids=[notes])
    scheme = phases.add_scheme(session, "Faser")
    phase = phases.add(session, scheme, "Oppstart", date_from="aug. 2021", date_to="2021")
    second_phase = phases.add(session, scheme, "Drift", date_from="2022", date_to="2022")
    phases.put(session, second_phase, document_ids=[notes])
    guide = guides.add(session, "Guide", f"Møter\n1. {QUESTION}\n2. Hvem eier bussen?")
    question = guides.questions_in(session, guide)[0].id
    (answer,) = answers.accept(
        session, [answers.Suggested(question, interview, at, at + len(ANSWER))]
    )
    who = session.scalars(
        select(schema.Speaker)
        .where(schema.Speaker.document_id == interview)
        .order_by(schema.Speaker.number)
    ).all()
    return Rich(
        interview=interview,
        group=group,
        notes=notes,
        consent=consent,
        secrecy=secrecy,
        forms=forms,
        forms_too=forms_too,
        time=time,
        culture=culture,
        anchoring=anchoring,
        structure=structure,
        local=local,
        anne=anne,
        bo=bo,
        both=excerpt,
        starred=starred,
        lone=session.get_one(schema.Coding, lone[0]).excerpt_id,
        direct=direct_excerpt,
        consent_coding=both[0],
        secrecy_coding=both[1],
        lone_coding=lone[0],
        memo=memo,
        excerpt_memo=excerpt_memo,
        informant=informant,
        office=office,
        county=county,
        meeting=meeting,
        guide=guide,
        question=question,
        answer=answer,
        scheme=scheme,
        phase=phase,
        second_phase=second_phase,
        role=role,
        size=size,
        variant=session.scalars(select(schema.AttributeVariant.id)).one(),
        answerer=who[1].id,
        asker=who[0].id,
    )


def _theme(session: Session, name: str) -> int:
    return session.scalars(select(schema.Theme.id).where(schema.Theme.name == name)).one()
