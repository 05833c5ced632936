"""Every operation can be undone, and done again, to the last column of the last row."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool import operations
from qualtool.core.codebook_lines import CodeLine
from qualtool.core.coding_table import Line
from qualtool.core.correction import Edit, Movement
from qualtool.core.source import Source
from qualtool.core.table_mapping import guess
from qualtool.core.word_finding import Wanted
from qualtool.operations import (
    activities,
    activity_table,
    answers,
    attribute_values,
    attributes,
    case_table,
    cases,
    claims,
    code_merging,
    code_placing,
    code_splitting,
    code_tree,
    codebook_import,
    coded_attribute,
    coded_table,
    coders,
    codes,
    coding,
    coding_on,
    comparisons,
    condensing,
    consent,
    correction,
    decisions,
    disclosure,
    documents,
    drafts,
    excerpts,
    expectations,
    finding,
    findings,
    frames,
    guides,
    importing,
    lost_excerpts,
    map_merging,
    mapping,
    memos,
    moving_excerpts,
    named,
    originals,
    phases,
    profiles,
    reading_through,
    replacing,
    report_blocks,
    reports,
    resizing,
    rest_codes,
    self_review,
    snapshots,
    splitting,
    step_reasons,
    study,
    summaries,
    survey,
    table_import,
    templates,
    theme_codes,
    theme_excerpts,
    theme_fits,
    theme_gathering,
    theme_hangings,
    theme_states,
    theme_tree,
    theme_turning,
    themes,
    usual_blocks,
    valences,
    value_rows,
    work_phases,
)
from qualtool.operations.theme_tree import first_frame
from qualtool.store.correcting_rows import FieldHit, TextHit
from qualtool.store.disclosure_rows import Matter
from qualtool.store.project import Project
from qualtool.store.schema import (
    Attribute,
    Case,
    Code,
    Coding,
    Condensate,
    Document,
    Excerpt,
    LookAgain,
    Original,
    Summary,
    Theme,
)
from tests.operations import draft_acts
from tests.operations.dumping import dump
from tests.operations.rich import QUESTION, Rich

Act = Callable[[Session, Rich], object]


def _all(session: Session, code_id: int) -> list[int]:
    return list(session.scalars(select(Coding.excerpt_id).where(Coding.code_id == code_id)))


def _incoming() -> importing.Incoming:
    return importing.Incoming(Path("x.txt"), "Intervju 1", source=Source("Nye ord.", "text"))


def _lines() -> Iterator[Line]:
    yield Line(
        2,
        document="intervju 1.txt",
        quote="VI ER FÅ, og alt",
        code="ny kode",
        theme="Kultur / Helt nytt",
        coder="Dina",
        valence="+",
        star="x",
    )
    yield Line(3, document="Notat", quote="finnes ikke i det hele tatt", code="x")


CASES = [["Navn", "Tilhører", "Alder", "Samtykke"], ["Dina", "Fylket", "37", "ja"]]
MEETINGS = [["Nr", "Hva", "Dato", "Hvem"], ["1", "Nytt", "uke 2 2024", "Kontoret"]]


def _absorb(session: Session, r: Rich) -> None:
    first, second = (session.get_one(Coding, n) for n in (r.lone_coding, r.secrecy_coding))
    code_merging.absorb(second, first, code_merging.both_ways(session))
    code_merging.bring_memos(session, {second.id: first.id})


def _move_activity(session: Session, r: Rich) -> None:
    activities.add(session, name="To")
    activities.move(session, [r.meeting], None)


def _move_scheme(session: Session, r: Rich) -> None:
    phases.move_schemes(session, [phases.add_scheme(session, "Meta")], 0)


def _untie_activity(session: Session, r: Rich) -> None:
    activities.add(session, name="To", case_ids=[r.office])
    activities.untie_case(session, r.meeting, r.office)


def _bring_over(session: Session, r: Rich) -> None:
    resizing.bring_over(session, session.get_one(Excerpt, r.lone), session.get_one(Excerpt, r.both))


def _forget(session: Session, r: Rich) -> None:
    session.add(Original(content_hash="h", content=b"x"))
    document = session.get_one(Document, r.notes)
    document.content_hash = "h"
    session.flush()
    originals.forget(session, [r.notes])


def _lose(session: Session, r: Rich) -> None:
    correction.correct(session, r.notes, [Edit(0, 5, "")])


def _take_back_reading(session: Session, r: Rich) -> None:
    for kind in ("read", "checked"):
        reading_through.note(session, r.notes, kind=kind)
    reading_through.take_back_last(session, r.notes)


def _replace(session: Session, r: Rich) -> None:
    hit = TextHit(r.notes, "Notat", 0, 4, "Regn", "", "", 1, 1)
    field = FieldHit("case", "name", r.office, "Kontoret", ((0, 7),), "Case")
    replacing.replace(session, Wanted("regn"), "sol", hits=[hit])
    replacing.replace(session, Wanted("kontor"), "x", fields=[field])


def _place_again(session: Session, r: Rich) -> None:
    _lose(session, r)
    lost_excerpts.place_again(session, r.direct, 0, 4)


def _give_up(session: Session, r: Rich) -> None:
    _lose(session, r)
    lost_excerpts.give_up(session, [r.direct])


def _move_excerpts(session: Session, r: Rich) -> None:
    edits = Movement("Regn hele", [Edit(0, 4, "Sol")])
    moving_excerpts.move(session, r.notes, edits, "Regn hele", "Sol hele")


def _sweep(session: Session, r: Rich) -> None:
    session.delete(session.get_one(Coding, r.lone_coding))
    excerpts.sweep(session, [r.lone])


def _mapped(session: Session, r: Rich) -> list[int]:
    spots = [
        mapping.Spot(0, 0, theme_id=r.culture),
        mapping.Spot(200, 40, theme_id=r.structure),
        mapping.Spot(200, 90, code_id=r.time),
    ]
    return mapping.lay_out(session, first_frame(session), spots)


def _a_case(session: Session) -> int:
    return cases.ensure(session, "Informant 9")


def _unlink_from_cell(session: Session, r: Rich) -> None:
    case_id = _a_case(session)
    summaries.link(session, case_id, r.culture, [r.both, r.lone])
    summaries.unlink(session, case_id, r.culture, [r.both])


def _lines_on_map(session: Session, r: Rich) -> None:
    first, second, time = _mapped(session, r)
    mapping.link(session, first, second, text="bærer")
    map_merging.bring_lines(session, first, time)


def _merged_on_map(session: Session, r: Rich) -> None:
    _first, second, time = _mapped(session, r)
    mapping.link(session, time, second)
    map_merging.bring_code(session, r.time, r.consent)


def _move_findings(session: Session, r: Rich) -> None:
    parts = findings.add_quotations(session, r.culture, [r.both, r.lone])
    findings.move(session, parts[1:], r.structure, 0)


def _remove_findings(session: Session, r: Rich) -> None:
    parts = findings.add_quotations(session, r.culture, [r.both, r.lone])
    findings.remove(session, parts[:1])


def _remove_frame(session: Session, r: Rich) -> None:
    frames.add(session, "Kompass")
    frames.remove(session, first_frame(session))


def _hold(session: Session, r: Rich) -> None:
    expectation = expectations.note(session, "At alt tar tid")
    expectations.hold(session, expectation, r.culture, "supports")
    expectations.hold(session, expectation, r.structure, "contradicts", "bare de nye")
    expectations.hold(session, expectation, r.culture, None)


def _settle(session: Session, r: Rich) -> None:
    decisions.note(session, "theme", r.culture, {"concept": "før"}, coding_ids=_codings(session, r))
    waiting = select(LookAgain.id).order_by(LookAgain.id)
    decisions.settle(session, list(session.scalars(waiting))[:1], "changed")


def _codings(session: Session, r: Rich) -> list[int]:
    return list(session.scalars(select(Coding.id).where(Coding.code_id == r.consent)))


def _take_back(session: Session, r: Rich) -> None:
    frame = first_frame(session)
    rest_codes.put_aside(session, frame, [r.time, r.secrecy])
    rest_codes.take_back(session, frame, [r.time])


def _follow_name(session: Session, r: Rich) -> None:
    theme_codes.code_of(session, r.local)
    theme_codes.follow_name(session, session.get_one(Theme, r.local), "Stedet")


ANSWERS = b"Nr;Kommune;Hva hjalp?\n1;Vik;At noen ringte og spurte hva vi trengte.\n"


def _bring_over_theme(session: Session, r: Rich) -> None:
    """All that can hang on a theme, brought over to one that has some of it already."""
    culture, structure = session.get_one(Theme, r.culture), session.get_one(Theme, r.structure)
    office = session.get_one(Case, r.office)
    for theme_id in (r.culture, r.structure):
        findings.add_text(session, theme_id, "Om vaner.")
        findings.add_quotations(session, theme_id, [r.both])
        theme_fits.set_fit(session, theme_id, [r.lone], "fits")
        session.add(Condensate(theme_id=theme_id, text="Jeg gjør som jeg pleier."))
        session.add(Summary(case_id=office.id, theme_id=theme_id, text="Lite."))
    spots = [mapping.Spot(0, 0, theme_id=each) for each in (r.culture, r.structure, r.local)]
    at, other, third = mapping.lay_out(session, first_frame(session), spots)
    mapping.link(session, at, third, text="bærer")
    mapping.link(session, at, other)
    theme_hangings.bring_over(session, culture, structure)


NAMED = Matter("name", "Kari", "a1")


def _decide_again(session: Session, r: Rich) -> None:
    disclosure.decide(session, *NAMED, coder_id=r.anne)
    disclosure.decide(session, *NAMED, reason="det er et dekknavn", coder_id=r.bo)
    disclosure.decide(session, "place", "Vik")


def _generalise_all(session: Session, r: Rich) -> None:
    disclosure.change(session, NAMED, r.lone, "Kari og Kari-Anne")
    disclosure.change(session, NAMED, r.starred, "Karis hus")
    places = [(NAMED, r.lone, "Kari"), (NAMED, r.lone, "Kari-Anne"), (NAMED, r.starred, "Karis")]
    disclosure.generalise_all(session, places, "en lærer", coder_id=r.bo)


def _take_back_decision(session: Session, r: Rich) -> None:
    kept = disclosure.decide(session, *NAMED)
    disclosure.take_back(session, [disclosure.decide(session, "place", "Vik")])
    assert kept


def _report(session: Session) -> list[int]:
    """The blocks of a new report, four at least whatever else has been done."""
    made = reports.start(session)
    for name in ("themes", "excerpts", "codebook", "memos"):
        report_blocks.add(session, made, name)
    return [block.id for block in report_blocks.in_order(session, made)]


def _describe_report(session: Session) -> None:
    first, _second = reports.start(session), reports.start(session)
    reports.describe(session, first, title="Tillegg", contents=False)


def _thaw(session: Session) -> None:
    for block_id in _report(session)[:2]:
        report_blocks.freeze(session, block_id, "{}")
    report_blocks.thaw(session, block_id)


CHANGES: dict[str, Act] = {
    "claims.drop_support": draft_acts.drop_judgement,
    "claims.let_go": draft_acts.let_go,
    "claims.remove": lambda s, r: claims.remove(s, [draft_acts.judge(s, r)]),
    "claims.rewrite": lambda s, r: claims.rewrite(s, claims.write(s, "Alle."), "Noen."),
    "claims.set_aside": lambda s, r: claims.set_aside(s, [draft_acts.claim(s)]),
    "claims.support": draft_acts.judge,
    "claims.take_in": draft_acts.take_claims_in_again,
    "claims.tie": lambda s, r: claims.tie(s, draft_acts.claim(s), question_id=r.question),
    "claims.write": lambda s, r: claims.write(s, "Alle informantene savnet tid."),
    "drafts.ensure": lambda s, r: drafts.ensure(s, "Kapittel 4.docx", "b2"),
    "drafts.link": draft_acts.link_again,
    "drafts.remove": draft_acts.remove_draft,
    "report_blocks.add": lambda s, r: report_blocks.add(s, reports.start(s), "memos", position=1),
    "report_blocks.describe": lambda s, r: report_blocks.describe(
        s, _report(s)[0], title="Hvem de er", opening="Tre ble med."
    ),
    "report_blocks.freeze": lambda s, r: report_blocks.freeze(s, _report(s)[0], "{}"),
    "report_blocks.move": lambda s, r: report_blocks.move(s, _report(s)[2:4], 0),
    "report_blocks.remove": lambda s, r: report_blocks.remove(s, _report(s)[1:3]),
    "report_blocks.set_options": lambda s, r: report_blocks.set_options(s, _report(s)[0], "{}"),
    "report_blocks.thaw": lambda s, r: _thaw(s),
    "reports.add": lambda s, r: reports.add(s, "Et tillegg", language="nn"),
    "reports.describe": lambda s, r: _describe_report(s),
    "reports.move": lambda s, r: reports.move(s, [reports.start(s), reports.start(s)], 0),
    "reports.remove": lambda s, r: reports.remove(s, [reports.start(s), reports.start(s)][:1]),
    "reports.start": lambda s, r: reports.start(s),
    "activities.describe": lambda s, r: activities.describe(s, r.meeting, date="2024"),
    "activities.move": _move_activity,
    "activities.remove": lambda s, r: activities.remove(s, [r.meeting]),
    "activities.tie_case": lambda s, r: activities.tie_case(s, r.meeting, r.office),
    "activities.tie_document": lambda s, r: activities.tie_document(s, r.meeting, r.group),
    "activities.untie_case": _untie_activity,
    "activities.untie_document": lambda s, r: activities.untie_document(s, r.meeting, r.notes),
    "activity_table.take_in": lambda s, r: activity_table.take_in(
        s, activity_table.plan(s, MEETINGS, guess(MEETINGS, "activities"))
    ),
    "answers.accept": lambda s, r: answers.accept(
        s, [answers.Suggested(r.question, r.group, 25, 60)]
    ),
    "answers.reject": lambda s, r: answers.reject(
        s, [answers.Suggested(r.question, r.group, 25, 60)]
    ),
    "answers.remove": lambda s, r: answers.remove(s, [r.answer]),
    "answers.set_state": lambda s, r: answers.set_state(s, r.question, r.notes, "declined"),
    "attribute_values.paste": lambda s, r: attribute_values.paste(
        s,
        [["Intervju en", "rektor", "Gruppe"], ["Ny", "x", ""]],
        rows=[r.informant],
        columns=["name", r.role, "kind"],
    ),
    "attribute_values.set_values": lambda s, r: attribute_values.set_values(
        s, r.role, [r.informant, r.office], "rektor"
    ),
    "coded_attribute.make": lambda s, r: coded_attribute.make(
        s, r.consent, with_code=[r.informant], without=[r.office]
    ),
    "attributes.add": lambda s, r: attributes.add(s, "Alder", kind="number", position=0),
    "attributes.ensure": lambda s, r: attributes.ensure(s, "Alder"),
    "attributes.join": lambda s, r: attributes.join(s, r.role, ["lærer", "lærar"], "Lærer"),
    "attributes.move": lambda s, r: attributes.move(s, [r.size], 0),
    "attributes.remove": lambda s, r: attributes.remove(s, [r.role]),
    "attributes.rename": lambda s, r: attributes.rename(s, r.role, "Stilling"),
    "attributes.retype": lambda s, r: attributes.retype(s, r.role, "choice"),
    "attributes.separate": lambda s, r: attributes.separate(s, [r.variant]),
    "attributes.set_choices": lambda s, r: attributes.set_choices(s, r.role, ["a", "b"]),
    "attributes.set_visibility": lambda s, r: attributes.set_visibility(s, r.size, "grouped", "10"),
    "activities.add": lambda s, r: activities.add(s, name="Nytt møte", case_ids=[r.office]),
    "case_table.take_in": lambda s, r: case_table.take_in(
        s, case_table.plan(s, CASES, guess(CASES, "cases"))
    ),
    "cases.add": lambda s, r: cases.add(s, "Ny", parent_id=r.county),
    "cases.describe": lambda s, r: cases.describe(s, r.office, note="nytt"),
    "cases.ensure": lambda s, r: cases.ensure(s, "Ny"),
    "cases.ensure_all": lambda s, r: cases.ensure_all(
        s, {"Ny": "group", "ny": "school", "kontoret": "school"}
    ),
    "cases.move": lambda s, r: cases.move(s, [r.informant], parent_id=r.county, position=0),
    "cases.place": lambda s, r: cases.place(s, {r.informant: r.office, r.office: None}),
    "cases.remove": lambda s, r: cases.remove(s, [r.county, r.informant]),
    "cases.rename": lambda s, r: cases.rename(s, r.office, "Et annet navn"),
    "cases.set_attribute": lambda s, r: cases.set_attribute(s, r.informant, "Rolle", "rektor"),
    "cases.set_kind": lambda s, r: cases.set_kind(s, [r.office, r.county], "place"),
    "cases.tie": lambda s, r: cases.tie(s, r.interview, r.office),
    "cases.untie": lambda s, r: cases.untie(s, r.interview, r.informant),
    "code_merging.bring_memos": _absorb,
    "codebook_import.take_in": lambda s, r: codebook_import.take_in(
        s, [CodeLine("ny", ("over",), theme="Helt nytt", description="Om det nye")]
    ),
    "code_splitting.split": lambda s, r: code_splitting.split(s, r.time, _all(s, r.time), "nytt"),
    "code_placing.place": lambda s, r: code_placing.place(s, [r.time], theme_id=r.culture),
    "code_merging.merge": lambda s, r: codes.merge(s, [r.consent, r.time], r.secrecy),
    "code_tree.lift_children": lambda s, r: code_tree.lift_children(
        s, s.get_one(Code, r.consent), {r.consent}
    ),
    "code_tree.put_into_theme": lambda s, r: code_tree.put_into_theme(s, r.local, r.time),
    "coded_table.code": lambda s, r: coded_table.code(s, _lines(), table="t.csv", coder_id=r.bo),
    "coders.ensure": lambda s, r: coders.ensure(s, "Dina"),
    "valences.name": lambda s, r: valences.name(s, {"-": "Hemmer", "+": "Fremmer"}),
    "coders.rename": lambda s, r: coders.rename(s, r.bo, "Bodil"),
    "codes.add": lambda s, r: codes.add(s, "ny", parent_id=r.consent, theme_id=r.local, position=0),
    "codes.describe": lambda s, r: codes.describe(s, r.time, use_when="alltid"),
    "codes.move": lambda s, r: codes.move(s, [r.time, r.consent], parent_id=r.forms_too),
    "codes.pin": lambda s, r: codes.pin(s, r.time, 1),
    "codes.recolour": lambda s, r: codes.recolour(s, [r.time, r.forms], "plum"),
    "codes.remove": lambda s, r: codes.remove(s, [r.consent, r.secrecy]),
    "codes.rename": lambda s, r: codes.rename(s, r.time, "tidsbruk"),
    "codes.retire": lambda s, r: codes.retire(s, [r.consent], True),
    "coding.apply": lambda s, r: coding.apply(s, r.notes, 5, 9, [r.time, r.forms], coder_id=r.bo),
    "coding.apply_many": lambda s, r: coding.apply_many(
        s,
        [
            coding.Passage(r.notes, 5, 9, r.time, coder_id=r.bo, starred=True),
            coding.Passage(r.notes, 0, 4, r.time, coder_id=r.anne, comment="nå"),
        ],
    ),
    "coding.apply_theme": lambda s, r: coding.apply_theme(
        s, r.notes, 5, 9, [r.structure], coder_id=r.bo
    ),
    "coding_on.apply": lambda s, r: coding_on.apply(
        s, [r.both, r.lone], [r.time], coder_id=r.bo, valence="mixed"
    ),
    "coding.remove": lambda s, r: coding.remove(s, [r.lone_coding, r.secrecy_coding]),
    "coding.set_comment": lambda s, r: coding.set_comment(s, r.lone_coding, "enig"),
    "coding.set_depth": lambda s, r: coding.set_depth(s, [r.lone_coding], "latent"),
    "coding.set_display_text": lambda s, r: coding.set_display_text(s, r.both, None),
    "coding.set_do_not_quote": lambda s, r: coding.set_do_not_quote(s, [r.both, r.lone], True),
    "coding.set_star": lambda s, r: coding.set_star(s, [r.both, r.lone], True),
    "coding.set_valence": lambda s, r: coding.set_valence(s, [r.lone_coding], "mixed"),
    "coding.star_passage": lambda s, r: coding.star_passage(s, r.notes, 5, 9),
    "consent.clear": lambda s, r: consent.clear(s, [r.informant]),
    "consent.note": lambda s, r: consent.note(s, [r.informant, r.office], date="3.4.2024"),
    "consent.withdraw": lambda s, r: consent.withdraw(s, [r.informant], "mai 2024"),
    "correction.correct": lambda s, r: correction.correct(s, r.interview, [Edit(30, 50, "x")]),
    "expectations.hold": _hold,
    "expectations.note": lambda s, r: expectations.note(s, "At alt tar tid", coder_id=r.bo),
    "expectations.remove": lambda s, r: expectations.remove(s, r.memo),
    "expectations.write": lambda s, r: expectations.write(s, r.memo, "Noe annet"),
    "decisions.note": lambda s, r: decisions.note(
        s,
        "code",
        r.consent,
        {"description": "før"},
        reason="smalere",
        coding_ids=[r.consent_coding],
    ),
    "decisions.settle": _settle,
    "documents.add": lambda s, r: documents.add(s, Source("Ord.", "text"), name="Ny"),
    "disclosure.change": lambda s, r: disclosure.change(s, NAMED, r.lone, "[Hun] sa det."),
    "disclosure.decide": _decide_again,
    "disclosure.decide_all": lambda s, r: disclosure.decide_all(
        s, [Matter("name", "Kari"), Matter("place", "Vik")], coder_id=r.anne
    ),
    "disclosure.generalise": lambda s, r: disclosure.generalise(
        s, NAMED, attribute_id=r.size, grouping="10", coder_id=r.bo
    ),
    "disclosure.generalise_all": _generalise_all,
    "disclosure.take_back": _take_back_decision,
    "disclosure.withhold": lambda s, r: disclosure.withhold(s, NAMED, excerpt_id=r.lone),
    "disclosure.withhold_all": lambda s, r: disclosure.withhold_all(
        s, [NAMED, NAMED._replace(place="b2")], [r.lone, r.starred], coder_id=r.bo
    ),
    "documents.describe": lambda s, r: documents.describe(s, r.notes, date="mars 2024", note="n"),
    "documents.move": lambda s, r: documents.move(s, [r.notes, r.group], 0),
    "documents.remove": lambda s, r: documents.remove(s, [r.interview, r.group]),
    "documents.rename": lambda s, r: documents.rename(s, r.notes, "Notat 2"),
    "documents.set_speaker": lambda s, r: documents.set_speaker(
        s, r.answerer, label="Kari", case_id=r.office
    ),
    "excerpts.at": lambda s, r: excerpts.at(s, r.notes, 5, 9),
    "excerpts.copy_of": lambda s, r: excerpts.copy_of(s, s.get_one(Excerpt, r.both)),
    "excerpts.keep_memos": lambda s, r: excerpts.keep_memos(s, [r.secrecy_coding]),
    "excerpts.sweep": _sweep,
    "guides.add": lambda s, r: guides.add(s, "Ny", "Del 1\n1. Hva?\n2. Hvorfor?"),
    "guides.add_question": lambda s, r: guides.add_question(s, r.guide, "Hva?", position=0),
    "guides.describe_question": lambda s, r: guides.describe_question(
        s, r.question, text="Hvorfor?", number="7"
    ),
    "guides.move_questions": lambda s, r: guides.move_questions(s, [r.question], None),
    "guides.paste": lambda s, r: guides.paste(s, r.guide, "3. Og så?"),
    "guides.remove": lambda s, r: guides.remove(s, [r.guide]),
    "guides.remove_questions": lambda s, r: guides.remove_questions(s, [r.question]),
    "guides.rename": lambda s, r: guides.rename(s, r.guide, "Intervjuguide"),
    "importing.take_in": lambda s, r: importing.take_in(s, [_incoming(), _incoming()]),
    "memos.add": lambda s, r: memos.add(s, text="ny", target="case", target_id=r.office),
    "memos.add_on_passage": lambda s, r: memos.add_on_passage(s, r.notes, 5, 9, text="her"),
    "memos.edit": lambda s, r: memos.edit(s, r.memo, text="annet", kind="method"),
    "memos.remove": lambda s, r: memos.remove(s, [r.memo, r.excerpt_memo]),
    "memos.tie": lambda s, r: memos.tie(s, [r.memo, r.excerpt_memo], "code", r.time),
    "named.code_for": lambda s, r: named.code_for(s, "Struktur"),
    "named.theme_for": lambda s, r: named.theme_for(s, "Nytt / Under / Lenger"),
    "phases.add": lambda s, r: phases.add(s, r.scheme, "Ny", date_from="2024", position=0),
    "phases.add_scheme": lambda s, r: phases.add_scheme(s, "Meta"),
    "phases.move": lambda s, r: phases.move(s, [r.second_phase], 0),
    "phases.move_schemes": _move_scheme,
    "phases.put": lambda s, r: phases.put(
        s, r.phase, document_ids=[r.interview], activity_ids=[r.meeting]
    ),
    "phases.recolour": lambda s, r: phases.recolour(s, [r.phase], "sky"),
    "phases.remove": lambda s, r: phases.remove(s, [r.second_phase]),
    "phases.remove_schemes": lambda s, r: phases.remove_schemes(s, [r.scheme]),
    "phases.rename": lambda s, r: phases.rename(s, r.phase, "Start"),
    "phases.rename_scheme": lambda s, r: phases.rename_scheme(s, r.scheme, "Lokalt"),
    "phases.set_dates": lambda s, r: phases.set_dates(s, r.phase, "mai 2021", ""),
    "phases.take_out": lambda s, r: phases.take_out(s, r.second_phase, document_ids=[r.notes]),
    "resizing.resize": lambda s, r: coding.resize(s, r.lone, 3, 30),
    "resizing.own": lambda s, r: resizing.own(s, s.get_one(Excerpt, r.both), r.bo),
    "work_phases.enter": lambda s, r: work_phases.enter(s, "coding", note="Runde 1"),
    "work_phases.change_entry": lambda s, r: work_phases.change_entry(
        s, work_phases.enter(s, "coding"), note="Runde 2", date_to="2999-01-01"
    ),
    "work_phases.remove": lambda s, r: work_phases.remove(
        s, [work_phases.enter(s, key) for key in ("coding", "writing")][:1]
    ),
    "reading_through.note": lambda s, r: reading_through.note(s, r.notes, kind="listened"),
    "reading_through.take_back_last": _take_back_reading,
    "reading_through.remove": lambda s, r: reading_through.remove(
        s, [reading_through.note(s, r.notes, kind=kind) for kind in ("read", "checked")][:1]
    ),
    "self_review.answer": lambda s, r: self_review.answer(s, "reading", "Ja, to ganger."),
    "snapshots.remove": lambda s, r: snapshots.remove(
        s, [snapshots.take(s, name) for name in ("Runde 1", "Runde 2")][:1]
    ),
    "snapshots.rename": lambda s, r: snapshots.rename(s, snapshots.take(s, "Runde 1"), "Etter 1"),
    "snapshots.take": lambda s, r: snapshots.take(s, "Etter runde 1"),
    "splitting.split": lambda s, r: splitting.split(s, r.lone, len(QUESTION) + 11, by=r.bo),
    "study.describe": lambda s, r: study.describe(s, research_question="Hvorfor?", name="Ny"),
    "survey.take_in": lambda s, r: survey.take_in(
        s, survey.read(ANSWERS, "svar.csv"), name="Svar", per_case=True
    ),
    "table_import.take_in": lambda s, r: table_import.take_in(
        s, table_import.plan(s, MEETINGS, guess(MEETINGS, "activities")), table="t.csv"
    ),
    "templates.apply": lambda s, r: templates.apply(s, "positive-deviance", "nn"),
    "lost_excerpts.give_up": _give_up,
    "lost_excerpts.place_again": _place_again,
    "moving_excerpts.move": _move_excerpts,
    "originals.forget": _forget,
    "replacing.replace": _replace,
    "resizing.bring_over": _bring_over,
    "condensing.choose_gold": lambda s, r: condensing.choose_gold(s, r.culture, r.lone),
    "condensing.condense": lambda s, r: condensing.condense(s, r.both, "Lite tid.", coder_id=r.bo),
    "condensing.place": lambda s, r: condensing.place(
        s, [r.both, r.lone], r.culture, coder_id=r.bo
    ),
    "condensing.write_analysis": lambda s, r: condensing.write_analysis(s, r.culture, "De."),
    "condensing.write_condensate": lambda s, r: condensing.write_condensate(s, r.culture, "Jeg."),
    "comparisons.judge": lambda s, r: (
        comparisons.judge(s, r.culture, rating="høy", explanation="Alle sier det."),
        comparisons.judge(s, question_id=r.question, evidence="svak"),
    ),
    "summaries.link": lambda s, r: summaries.link(s, _a_case(s), r.culture, [r.both, r.lone]),
    "summaries.rate": lambda s, r: summaries.rate(s, _a_case(s), r.culture, "lav"),
    "summaries.set_evidence": lambda s, r: summaries.set_evidence(
        s, _a_case(s), r.culture, "sterkt"
    ),
    "summaries.set_state": lambda s, r: summaries.set_state(s, _a_case(s), r.culture, "not_asked"),
    "summaries.unlink": _unlink_from_cell,
    "summaries.write": lambda s, r: summaries.write(s, _a_case(s), r.culture, "Har lite tid."),
    "findings.add_quotations": lambda s, r: findings.add_quotations(
        s, r.culture, [r.both, r.lone], position=0
    ),
    "findings.add_text": lambda s, r: findings.add_text(s, r.culture, "Om vaner."),
    "findings.move": _move_findings,
    "findings.remove": _remove_findings,
    "findings.write": lambda s, r: findings.write(s, findings.add_text(s, r.culture), "Vaner."),
    "map_merging.bring_code": _merged_on_map,
    "map_merging.bring_lines": _lines_on_map,
    "mapping.add_box": lambda s, r: mapping.add_box(s, first_frame(s), "fylket", 10, -10),
    "mapping.lay_out": lambda s, r: _mapped(s, r),
    "mapping.link": lambda s, r: mapping.link(s, *_mapped(s, r)[:2], text="bærer", kind="arrow"),
    "mapping.move": lambda s, r: mapping.move(s, _mapped(s, r), 4, -4),
    "mapping.resize": lambda s, r: mapping.resize(s, _mapped(s, r)[0], 120, 40),
    "mapping.take_off": lambda s, r: mapping.take_off(
        s, [_mapped(s, r)[0], mapping.add_box(s, first_frame(s), "fylket", 0, 0)]
    ),
    "mapping.unlink": lambda s, r: mapping.unlink(s, [mapping.link(s, *_mapped(s, r)[:2])]),
    "mapping.write": lambda s, r: mapping.write(s, _mapped(s, r)[0], "særlig på skolen"),
    "frames.add": lambda s, r: frames.add(s, "Kompass"),
    "frames.move": lambda s, r: frames.move(s, [frames.add(s, "Kompass")], 0),
    "frames.remove": _remove_frame,
    "frames.rename": lambda s, r: frames.rename(s, first_frame(s), "Kompass"),
    "rest_codes.put_aside": lambda s, r: rest_codes.put_aside(
        s, first_frame(s), [r.time, r.consent]
    ),
    "rest_codes.take_back": _take_back,
    "theme_codes.code_of": lambda s, r: theme_codes.code_of(s, r.anchoring),
    "theme_codes.follow_name": _follow_name,
    "theme_fits.set_fit": lambda s, r: theme_fits.set_fit(
        s, r.culture, [r.both, r.lone], "against"
    ),
    "theme_gathering.gather": lambda s, r: theme_gathering.gather(
        s, [(None, r.time), (r.culture, r.consent)], r.structure, before=r.consent
    ),
    "theme_gathering.gather_excerpts": lambda s, r: theme_gathering.gather_excerpts(
        s, [(r.culture, r.direct), (r.culture, r.both)], r.structure
    ),
    "theme_gathering.place": lambda s, r: theme_gathering.place(
        s, r.local, parent_id=None, before=r.structure
    ),
    "theme_gathering.split": lambda s, r: theme_gathering.split(
        s, r.culture, "Nytt", code_ids=[r.consent], excerpt_ids=[r.direct]
    ),
    "theme_gathering.take_back": lambda s, r: theme_gathering.take_back(
        s, first_frame(s), [(r.culture, r.consent), (None, r.time)]
    ),
    "theme_gathering.take_out": lambda s, r: theme_gathering.take_out(
        s, [(r.culture, r.consent), (None, r.time)]
    ),
    "theme_hangings.bring_over": _bring_over_theme,
    "theme_states.set_state": lambda s, r: theme_states.set_state(s, [r.culture, r.local], "aside"),
    "theme_turning.demote": lambda s, r: theme_turning.demote(
        s, r.culture, into=r.local, by=r.anne
    ),
    "theme_turning.promote": lambda s, r: theme_turning.promote(s, [r.consent, r.time]),
    "theme_excerpts.place_excerpts": lambda s, r: theme_excerpts.place_excerpts(
        s, r.culture, [r.lone, r.both]
    ),
    "theme_excerpts.take_excerpts_out": lambda s, r: theme_excerpts.take_excerpts_out(
        s, r.culture, [r.direct]
    ),
    "theme_merging.merge": lambda s, r: themes.merge(s, [r.culture, r.local], r.structure),
    "theme_tree.first_frame": lambda s, r: themes.add(s, "Nytt"),
    "themes.add": lambda s, r: themes.add(s, "Nytt", parent_id=r.culture, position=1),
    "themes.collapse": lambda s, r: themes.collapse(s, r.culture, True),
    "themes.describe": lambda s, r: themes.describe(s, r.culture, concept="vaner", state="kept"),
    "themes.move": lambda s, r: themes.move(s, [r.local, r.anchoring], parent_id=None, position=1),
    "themes.move_codes": lambda s, r: themes.move_codes(
        s, [r.time, r.consent], source=r.structure, into=r.anchoring
    ),
    "themes.place_codes": lambda s, r: themes.place_codes(s, r.culture, [r.time], position=0),
    "themes.recolour": lambda s, r: themes.recolour(s, [r.culture, r.local], "sky"),
    "themes.remove": lambda s, r: themes.remove(s, [r.culture, r.local]),
    "themes.rename": lambda s, r: themes.rename(s, r.culture, "Vaner"),
    "themes.take_codes_out": lambda s, r: themes.take_codes_out(s, r.culture, [r.consent]),
    "value_rows.write": lambda s, r: value_rows.write(
        s, s.get_one(Attribute, r.size), {r.office: "12", r.county: " "}
    ),
}

READS: dict[str, Act] = {
    "claims.in_order": lambda s, r: claims.in_order(s, None),
    "report_blocks.in_order": lambda s, r: report_blocks.in_order(s, 1),
    "reports.in_order": lambda s, r: reports.in_order(s),
    "usual_blocks.blocks": lambda s, r: usual_blocks.blocks(s),
    "excerpts.with_span": lambda s, r: excerpts.with_span(s, r.notes, 0, 3),
    "code_merging.both_ways": lambda s, r: code_merging.both_ways(s),
    "activities.in_order": lambda s, r: activities.in_order(s),
    "activity_table.plan": lambda s, r: activity_table.plan(
        s, MEETINGS, guess(MEETINGS, "activities")
    ),
    "attributes.in_order": lambda s, r: attributes.in_order(s, "case"),
    "case_table.plan": lambda s, r: case_table.plan(s, CASES, guess(CASES, "cases")),
    "code_tree.check_name": lambda s, r: code_tree.check_name(s, "ny", None),
    "code_tree.children": lambda s, r: code_tree.children(s, None),
    "code_tree.in_theme": lambda s, r: code_tree.in_theme(s, r.culture),
    "code_tree.last_place": lambda s, r: code_tree.last_place(s, None),
    "code_tree.tell_codes": lambda s, r: code_tree.tell_codes(s, [s.get_one(Code, r.time)]),
    "code_tree.tree": lambda s, r: code_tree.tree(s),
    "coded_table.valence_choices": lambda s, r: coded_table.valence_choices(s),
    "documents.in_order": lambda s, r: documents.in_order(s),
    "excerpts.all_in": lambda s, r: excerpts.all_in(s, [r.notes]),
    "excerpts.check_span": lambda s, r: excerpts.check_span(s, r.notes, 0, 4),
    "finding.many": lambda s, r: finding.many(s, Code, [r.time]),
    "finding.names": lambda s, r: finding.names(s, Code, [r.time]),
    "finding.one": lambda s, r: finding.one(s, Code, r.time),
    "guides.in_order": lambda s, r: guides.in_order(s),
    "guides.questions_in": lambda s, r: guides.questions_in(s, r.guide),
    "named.code_called": lambda s, r: named.code_called(s, "tid"),
    "named.document_called": lambda s, r: named.document_called(s, "notat"),
    "named.theme_called": lambda s, r: named.theme_called(s, "kultur"),
    "importing.not_kept": lambda s, r: importing.not_kept(s, []),
    "originals.remove_unused": lambda s, r: originals.remove_unused(s),  # what no step notes
    "originals.kept": lambda s, r: originals.kept(s, [r.notes]),
    "profiles.chosen": lambda s, r: profiles.chosen(s),
    "phases.in_order": lambda s, r: phases.in_order(s, r.scheme),
    "phases.schemes_in_order": lambda s, r: phases.schemes_in_order(s),
    "table_import.plan": lambda s, r: table_import.plan(s, CASES, guess(CASES, "cases")),
    "step_reasons.give": lambda s, r: step_reasons.give(s, 1, "fordi"),  # what no step notes
    "snapshots.moment": lambda s, r: snapshots.moment(s),
    "theme_codes.found_code_of": lambda s, r: theme_codes.found_code_of(s, r.culture),
    "theme_tree.check_name": lambda s, r: theme_tree.check_name(s, "ny", 1, None),
    "theme_tree.children": lambda s, r: theme_tree.children(s, 1, None),
    "theme_tree.direct_excerpts": lambda s, r: theme_tree.direct_excerpts(s, [r.culture]),
    "theme_tree.tell_themes": lambda s, r: theme_tree.tell_themes(s, [s.get_one(Theme, r.local)]),
    "theme_tree.tree": lambda s, r: theme_tree.tree(s),
}


def test_every_operation_is_in_the_table() -> None:
    found = set()
    for module in pkgutil.iter_modules(operations.__path__):
        loaded = importlib.import_module(f"{operations.__name__}.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            own = function.__module__ == loaded.__name__ and not name.startswith("_")
            if own and next(iter(inspect.signature(function).parameters), "") == "session":
                found.add(f"{module.name}.{name}")
    assert found == set(CHANGES) | set(READS)


@pytest.mark.parametrize("name", CHANGES)
def test_undo_restores_the_file_exactly_and_redo_brings_it_back(
    rich: tuple[Project, Rich], name: str
) -> None:
    project, ids = rich
    before = dump(project)
    with project.edit("something") as session:
        CHANGES[name](session, ids)
    after = dump(project)
    assert after != before
    project.undo()
    assert dump(project) == before
    project.redo()
    assert dump(project) == after
    project.undo()
    assert dump(project) == before


@pytest.mark.parametrize("name", READS)
def test_looking_leaves_no_step(rich: tuple[Project, Rich], name: str) -> None:
    project, ids = rich
    before = project.next_undo()
    with project.edit("something") as session:
        READS[name](session, ids)
    after = project.next_undo()
    assert before is not None
    assert after is not None
    assert before.id == after.id
