"""One invented study in which every table of the report has something to show."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from qualtool.analysis.quotations import check_draft, to_link
from qualtool.core.draft import Draft, DraftParagraph
from qualtool.operations import (
    activities,
    attributes,
    cases,
    claims,
    coders,
    codes,
    coding,
    comparisons,
    condensing,
    consent,
    documents,
    drafts,
    excerpts,
    findings,
    memos,
    phases,
    profiles,
    self_review,
    summaries,
    themes,
    work_phases,
)
from qualtool.operations import study as about
from qualtool.store.project import Session, open_project
from tests.reports.invented import ONE, TWO, Study, coded_study, interview

NOON_MS = 1_710_414_000_000  # 14 March 2024, in the middle of the day wherever this is run
THREE = (
    "Hvordan gikk det?",
    "=SUM er det eneste jeg husker | av kurset.",
    "Dette vil jeg ikke at noen skal lese.",
)


def whole_study(folder: Path) -> Study:
    """The coded study with participants, activities, phases, memos, summaries and findings."""
    made = coded_study(folder, language="nb")
    with made.edit() as session:
        _material(made, session)
        _people(made, session)
        _register(made, session)
    with made.edit() as session:
        _written(made, session)
    with made.edit() as session:
        _drafted(made, session)
    with made.project.edit("rename_code") as session:
        codes.rename(session, made.codes["løs"], "mangler tid")
    return _as_if_that_day(made)


def _as_if_that_day(made: Study) -> Study:
    """The same study with every step done on the same day, whenever it was made."""
    file = made.project.path
    made.project.close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE step SET created_ms = ?", (NOON_MS,))
    made.project = open_project(file)
    return made


def _material(made: Study, session: Session) -> None:
    source = interview(THREE, "Per")
    third = documents.add(
        session, source, name="Intervju 3", language="nb", case_for=[None, "Informant 3"]
    )
    made.documents["Intervju 3"] = (third, source.text)
    made.code(session, "Intervju 3", THREE[1], "tid", valence="barrier")
    made.code(session, "Intervju 3", THREE[2], "håp", valence="opportunity")
    said = [
        ("Intervju 1", "2024-02-27", "digital", 28, True),
        ("Intervju 2", "12. mars 2024", "in_person", 52, False),
        ("Intervju 3", "5.4.2024", "in_person", 31, False),
    ]
    for name, day, form, minutes, checked in said:
        documents.describe(
            session,
            made.documents[name][0],
            date=day,
            form=form,
            duration_ms=minutes * 60_000,
            checked=checked,
            collected_by="Marte",
        )
    notes = made.documents["Notater"][0]
    documents.describe(session, notes, kind="observation", date="våren 2024")


def _people(made: Study, session: Session) -> None:
    office = cases.add(session, "Tindvåg kommune", kind="municipality")
    attributes.add(session, "Rolle", visibility="shown")
    attributes.add(session, "Alder", kind="number", visibility="grouped", grouping="10")
    attributes.add(session, "Telefon", visibility="analysis")
    for name, role, years in (
        ("Informant 1", "Leder", "47"),
        ("Informant 2", "=Rådgiver | prosjekt", "52"),
        ("Informant 3", "Frivillig", "31"),
        ("Informant 4", "Lærer", ""),
    ):
        case_id = cases.ensure(session, name)
        cases.set_attribute(session, case_id, "Rolle", role)
        cases.set_attribute(session, case_id, "Alder", years)
        cases.set_attribute(session, case_id, "Telefon", "12345678")
    cases.move(session, [cases.ensure(session, "Informant 1")], parent_id=office)
    third = cases.ensure(session, "Informant 3")
    consent.note(session, [third], given=True)
    consent.withdraw(session, [third], "1.5.2024")


def _register(made: Study, session: Session) -> None:
    scheme = phases.add_scheme(session, "Prosjektets faser")
    phases.add(session, scheme, "Oppstart", date_from="2024-01-01", date_to="2024-02-29")
    phases.add(session, scheme, "Utprøving", date_from="2024-03-01", date_to="2024-06-30")
    notes = made.documents["Notater"][0]
    activities.add(
        session,
        name="Oppstartsmøte",
        number="1",
        date="29.–30.1.2024",
        content="Bli kjent, og bli enige om hva som skal prøves.",
        comment="+ én kom for sent",
    )
    activities.add(
        session,
        name="Intervju med leder",
        number="2",
        date="2024-02-27",
        content="På skjerm.",
        participants="Leder",
    )
    activities.add(
        session,
        name="Observasjon av samling",
        number="3",
        date="våren 2024",
        content="- Hvem sitter hvor?",
        document_ids=[notes],
    )


def _written(made: Study, session: Session) -> None:
    marte = coders.ensure(session, "Marte")
    study = made.themes
    about.describe(session, research_question="Hva hemmer, og hva fremmer samarbeid?")
    themes.describe(session, study["Kultur"], findings="Vanene styrer mer enn noen vil innrømme.")
    themes.describe(session, study["Tro"], findings="Flere har tro på at det kan bli noe av.")
    hope = _excerpt(made, session, "Intervju 1", ONE[2])
    faith = _excerpt(made, session, "Intervju 2", TWO[1])
    coding.set_display_text(session, faith, "Eg har trua på dette […].")
    findings.add_text(session, study["Tro"], "Håpet er der ennå.")
    (quoted,) = findings.add_quotations(session, study["Tro"], [hope])
    findings.write(session, quoted, "Noen tror det kan bli noe av:")
    one, two = cases.ensure(session, "Informant 1"), cases.ensure(session, "Informant 2")
    three = cases.ensure(session, "Informant 3")
    summaries.write(session, one, study["Kultur"], "Gjør som før.\n\nIngen spør hvorfor.")
    summaries.write(session, two, study["Kultur"], "Har tro på endring.")
    summaries.write(session, three, study["Kultur"], "Har trukket seg.")
    summaries.set_state(session, two, study["Struktur"], "not_asked")
    summaries.write(session, one, study["Ressurser"], "Sier ingenting om penger, men mye om tid.")
    summaries.rate(session, one, study["Kultur"], "høy")
    summaries.rate(session, two, study["Kultur"], "lav")
    summaries.rate(session, three, study["Kultur"], "middels")
    comparisons.judge(
        session,
        study["Kultur"],
        rating="delt",
        explanation="Den ene ser tilbake, den andre fram.",
        evidence="middels",
    )
    summaries.set_evidence(session, one, study["Kultur"], "god")
    condensing.condense(session, hope, "Det kan bli noe av.", coder_id=marte)
    condensing.place(session, [hope], study["Tro"], coder_id=marte)
    condensing.write_condensate(session, study["Tro"], "Jeg tror det kan bli noe av.")
    condensing.choose_gold(session, study["Tro"], faith)
    memos.add(
        session,
        text="Dette så vi ikke komme.",
        title="Håp",
        target="excerpt",
        target_id=hope,
        coder_id=marte,
        date="2024-03-25",
    )
    profile = profiles.chosen(session)
    phase, question = profile.phases[0], profile.questions[0]
    work_phases.enter(
        session,
        phase.key,
        date_from="2024-02-01",
        date_to="2024-03-01",
        note="Leste alt to ganger.",
    )
    self_review.answer(session, question.key, "Ja, og vi skrev det ned.")
    memos.add(session, text="Jeg liker ham.", kind="reflexive", coder_id=marte, date="2024-03-26")


def _drafted(made: Study, session: Session) -> None:
    study = made.themes
    quotations = (
        f"En sa: «{ONE[2]}»",
        "En annen manglet «tid, alltid lite tid», og en tredje husket «det eneste jeg husker».",
        f"Det ble også sagt at «{ONE[2]} {TWO[2]}»",
    )
    written = Draft(
        "Kapittel 4.docx",
        tuple(DraftParagraph(each, number=at) for at, each in enumerate(quotations, 1)),
    )
    drafts.link(session, written.name, "a1", to_link(check_draft(session, written)))
    draft_id = drafts.ensure(session, written.name, "a1")
    claims.take_in(
        session,
        draft_id,
        [
            claims.Sentence("Alle informantene ser en mulighet i at noe skjer.", 4),
            claims.Sentence("Flere informanter savner tid.", 5),
            claims.Sentence("Ingen av informantene nevner penger.", 6),
        ],
    )
    all_of_them, several, none = claims.in_order(session, draft_id)
    claims.tie(session, all_of_them, theme_id=study["Tro"])
    claims.tie(session, several, code_id=made.codes["løs"])
    two = cases.ensure(session, "Informant 2")
    claims.support(session, several, case_id=two, stands="against")
    own = claims.write(session, "=Begge informantene gjør som før | alltid.")
    claims.tie(session, own, theme_id=study["Kultur"])
    assert none


def _excerpt(made: Study, session: Session, document: str, quote: str) -> int:
    document_id, text = made.documents[document]
    start = text.index(quote)
    found = excerpts.with_span(session, document_id, start, start + len(quote))
    assert found is not None
    return found
