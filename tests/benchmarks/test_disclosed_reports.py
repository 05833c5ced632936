"""How much is found of what gives people away in whole reports, and how much else is told.

The sample study is given real-looking names, numbers and places wherever words can stand: in
quotations, comments, memos, definitions, codes and so in pictures and their alternative texts,
summaries, findings, captions, the participants' table and a draft. Each has its truth.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.cases import cases as all_cases
from qualtool.core.draft import Draft, DraftParagraph
from qualtool.core.report import Report, Text, paragraph
from qualtool.core.report_texts import pieces
from qualtool.core.source import Source, Speaker, Turn
from qualtool.operations import (
    attributes,
    cases,
    codes,
    coding,
    documents,
    findings,
    memos,
    new_project,
    sample,
    summaries,
    themes,
)
from qualtool.reports import catalogue, whole
from qualtool.reports.disclosed import Disclosed, still_open
from qualtool.reports.disclosure import check, found, grounds
from qualtool.reports.options import Options
from qualtool.store import schema
from qualtool.store.project import Project
from qualtool.store.schema import Code, Coding, Excerpt, Theme

_NAMES = {
    "Informant 1": "Kari Bråten",
    "Informant 2": "Ola Fjellheim",
    "Informant 3": "Siri Myhrvold",
    "Informant 4": "Leif Tangerud",
    "Informant 5": "Unni Sørgård",
}
_WORKPLACES = {
    "Informant 1": "Solvik helsestasjon",
    "Informant 2": "KRDX Sundet",
    "Informant 3": "Fjordly frivilligsentral",
    "Informant 4": "Solvik bibliotek",
    "Informant 5": "Nordlia barnevern",
}
_DAYS = ("torsdag", "mandag", "mandag", "tirsdag", "tirsdag", "mandag", "tirsdag")


@dataclass(frozen=True)
class Truth:
    """Words that were planted, what they are, where, and the sentence that they stand in."""

    words: str
    kind: str
    where: str
    said: str = ""


# Sentences for quotations, each with the words in it that are to be found.
_QUOTED = (
    ("Det var Karis idé fra først av.", "Karis", "name"),
    ("Jeg spurte Bråten om det, og hun visste ikke.", "Bråten", "name"),
    ("OLA ringte meg den kvelden.", "OLA", "name"),
    ("Siri sitt forslag ble lagt bort.", "Siri", "name"),
    ("Da sa Leif Tangerud at nok var nok.", "Leif Tangerud", "name"),
    ("Det sto L. Tangerud på lista.", "L. Tangerud", "name"),
    ("Vi møttes hos Unni hjemme.", "Unni", "name"),
    ("Alle på Eidskog kjenner til det.", "Eidskog", "place"),
    ("Det er Eidskogs eneste kontor.", "Eidskogs", "place"),
    ("Jeg var på Solvik helsestasjon da.", "Solvik helsestasjon", "workplace"),
    ("Jeg tar på meg KRDX-hatten min.", "KRDX-hatten", "workplace"),
    ("Ring 912 34 567 når som helst.", "912 34 567", "phone"),
    ("Nummeret er +47 41234567.", "+47 41234567", "phone"),
    ("Skriv til unni@nordlia.no hvis du vil.", "unni@nordlia.no", "email"),
    ("Fødselsnummeret er 010180 02170.", "010180 02170", "birth_number"),
    ("De skrev 01018002179 på skjemaet.", "01018002179", "birth_number"),
    ("Vi bor i Storgata 14 fremdeles.", "Storgata 14", "address"),
    ("Betal til 1234.56.78903 først.", "1234.56.78903", "account"),
    ("Jeg er rektor ved Solvik skole.", "Solvik", "job"),
    ("Som mamma ser jeg det annerledes.", "mamma", "pronoun"),
)
_WRITTEN = {
    "comment": ("Dette er nok Ola sin stemme.", "Ola", "name"),
    "memo": ("Ringte Siri Myhrvold om samtykket.", "Siri Myhrvold", "name"),
    "memo number": ("Han har 98 76 54 32 på jobb.", "98 76 54 32", "phone"),
    "definition": ("Slik Unni Sørgård sier det.", "Unni Sørgård", "name"),
    "code": ("Leifs regel", "Leifs", "name"),
    "theme": ("Bråtens metode", "Bråtens", "name"),
    "summary": ("Hun er redd for å si fra.", "Hun", "pronoun"),
    "findings": ("Informant 4 var rask. Han visste hva han ville.", "Han", "pronoun"),
    "opening": ("Tabellen er laget med Kari.", "Kari", "name"),
    "draft": ("En av dem, Tangerud, lo av det.", "Tangerud", "name"),
    "draft place": ("Vi reiste til Eidskogs torg i mai.", "Eidskogs", "place"),
    "draft gender": ("Informant 1 tok ordet, og hun ga det ikke fra seg.", "hun", "pronoun"),
}


def test_what_is_planted_in_a_whole_report_is_found(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    with sample.build(tmp_path / "s.qualtool") as project:
        with project.edit("something") as session:
            truths = list(_plant(session))
        report, drafts = _everything(project)
        with project.read() as session:
            rows: tuple[Disclosed, ...] = benchmark.pedantic(  # type: ignore[no-untyped-call]
                lambda: check(session, report, drafts=drafts), rounds=2
            )
    missed = [truth for truth in truths if not any(_is(truth, row) for row in rows)]
    assert any(row.kind == "searchable" and row.draft for row in rows)
    # The study takes place in Tindvåg, and one of its participants works at NAV.
    of_study = ("NAV", "Tindvåg", "tindvåg")
    alarms = [
        row
        for row in still_open(rows)
        if not any(_is(truth, row) for truth in truths)
        and not any(word in row.words for word in of_study)
        and row.kind not in ("combination", "searchable")
    ]
    words = sum(len(piece.text.split()) for piece in pieces(report))
    print(f"\nplanted {len(truths)}, missed {len(missed)}: {missed}")
    levels = Counter(row.level for row in alarms)
    print(f"false alarms per 1,000 words of report ({words} words):", end="")
    for level in ("certain", "likely", "possible"):
        print(f" {level} {1000 * levels[level] / words:.2f}", end="")
    print(f"\n  by kind {dict(Counter((row.kind, row.level) for row in alarms))}")
    for row in [each for each in alarms if each.level != "possible"]:
        print(f"  {row.kind} {row.level} {row.words!r}, {row.place}: {row.why}")
    print(f"  in all {dict(Counter(row.kind for row in rows))}")
    assert missed == []
    assert 1000 * (levels["certain"] + levels["likely"]) / words < 1


def test_the_sample_appendix_and_five_thousand_excerpts_take_little_time(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    with sample.build(tmp_path / "s.qualtool") as project, project.read() as session:
        report = whole.usual(session)
        appendix = min(_seconds(session, report) for _ in range(5))
    with _large(tmp_path / "l.qualtool") as project, project.read() as session:
        report = catalogue.build(session, "excerpts", Options())
        many = min(_seconds(session, report) for _ in range(3))
        known = grounds(session, report)
        benchmark.pedantic(lambda: found(known, report), rounds=1)  # type: ignore[no-untyped-call]
    print(f"\nthe sample's appendix {appendix:.2f} s, 5,000 excerpts {many:.2f} s (processor)")


def _seconds(session: Session, report: Report) -> float:
    begun = time.process_time()
    check(session, report)
    return time.process_time() - begun


def _is(truth: Truth, row: Disclosed) -> bool:
    alike = {truth.kind, "workplace"} if truth.kind == "job" else {truth.kind}
    same = truth.words in row.words or row.words in truth.words
    return row.kind in alike and same and truth.said in row.text


def _plant(session: Session) -> Iterator[Truth]:
    """Plants all of it; the truth of each."""
    yield from _people(session)
    ids = list(session.scalars(select(Excerpt.id).where(Excerpt.do_not_quote.is_(False))))
    for place, (said, words, kind) in enumerate(_QUOTED):
        excerpt = session.get_one(Excerpt, ids[7 + place * 15])
        coding.set_display_text(session, excerpt.id, f"Og så var det dette, da. {said}")
        yield Truth(words, kind, "quotation", said)
    for where in ("comment", "memo", "memo number", "definition", "code", "theme", "findings"):
        said, words, kind = _WRITTEN[where]
        _write(session, where, said)
        yield Truth(words, kind, where, said)
    people = {each.name: each.id for each in all_cases(session)}
    theme = session.scalars(select(Theme.id).order_by(Theme.id)).first()
    assert theme is not None
    summaries.write(session, people["Informant 3"], theme, _WRITTEN["summary"][0])
    for where in ("summary", "opening", "draft", "draft place", "draft gender"):
        said, words, kind = _WRITTEN[where]
        yield Truth(words, kind, where, said)


def _people(session: Session) -> Iterator[Truth]:
    day = attributes.add(session, "Møtedag", visibility="shown")
    attributes.add(session, "Arbeidssted")
    assert day
    rows = [each for each in all_cases(session) if each.kind == "participant"]
    for row, weekday in zip(rows, _DAYS, strict=False):
        cases.set_attribute(session, row.id, "Møtedag", weekday)
        cases.set_attribute(session, row.id, "Arbeidssted", _WORKPLACES.get(row.name, ""))
        label = _NAMES.get(row.name)
        speaker = session.scalars(
            select(schema.Speaker.id).where(schema.Speaker.case_id == row.id)
        ).first()
        if label and speaker:
            documents.set_speaker(session, speaker, label=label)
    documents.describe(session, rows[0].document_ids[0], place="Eidskog")
    yield Truth("møtedag torsdag", "combination", "participants")


def _write(session: Session, where: str, said: str) -> None:
    theme = session.scalars(select(Theme).where(Theme.parent_id.is_(None))).first()
    code = session.scalars(select(Code).where(Code.state == "in_use")).first()
    one_coding = session.scalars(
        select(Coding.id)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(Excerpt.starred, Coding.comment != "")
    ).first()
    assert theme is not None
    assert code is not None
    assert one_coding is not None
    match where:
        case "comment":
            coding.set_comment(session, one_coding, said)
        case "memo" | "memo number":
            memos.add(session, text=said, title="Etterpå")
        case "definition":
            codes.describe(session, code.id, description=said)
        case "code":
            codes.rename(session, code.id, said)
        case "theme":
            themes.rename(session, theme.id, said)
        case _:
            findings.add_text(session, theme.id, said)


def _everything(project: Project) -> tuple[Report, tuple[Draft]]:
    """Every block of a report, an opening, and a draft with a quotation that can be found again."""
    with project.read() as session:
        usual = whole.usual(session)
        columns = ("number", "excerpt", "informant", "comment")
        named = catalogue.build(session, "excerpts", Options(columns=columns, starred=True))
        more = [catalogue.build(session, name) for name in ("memos", "findings", "framework")]
        more.append(named)
    opening = Text((paragraph(_WRITTEN["opening"][0]),))
    blocks = (opening, *usual.blocks, *(block for each in more for block in each.blocks))
    said = max(
        (piece.text for piece in pieces(named) if piece.column == "excerpt"), key=len
    ).split()[:14]
    lines = [_WRITTEN[where][0] for where in ("draft", "draft place", "draft gender")]
    lines.append(f"En sa det slik: «{' '.join(said)}».")
    paragraphs = tuple(DraftParagraph(line, number=n) for n, line in enumerate(lines, 1))
    return replace(usual, blocks=blocks), (Draft("funn.docx", paragraphs),)


def _large(path: Path) -> Project:
    """A project of 50 documents and 5,000 excerpts, made of the sample study's sentences."""
    with sample.build(path.with_name("source.qualtool")) as source, source.read() as session:
        table = catalogue.build(session, "excerpts")
        said = [each.text for each in pieces(table) if each.column == "excerpt"]
    project = new_project.start(path, name="Stor", language="nb", coder="A")
    with project.edit("something") as session:
        code_ids = [codes.add(session, f"kode {number}") for number in range(40)]
        passages: list[coding.Passage] = []
        for number in range(50):
            lines = [f"{said[(number * 7 + n) % len(said)]} {number}-{n}" for n in range(100)]
            turns: list[Turn] = []
            at = 0
            for line in lines:
                turns.append(Turn(at, at + len(line), 0, None, None))
                at += len(line) + 1
            source_text = Source(
                text="\n".join(lines),
                format="text",
                speakers=(Speaker(f"Kari Nordli{number}vik", "participant"),),
                turns=tuple(turns),
            )
            document = documents.add(session, source_text, name=f"Informant {number + 1}")
            passages += [
                coding.Passage(document, turn.start, turn.end, code_ids[n % 40])
                for n, turn in enumerate(turns)
            ]
        coding.apply_many(session, passages)
    return project
