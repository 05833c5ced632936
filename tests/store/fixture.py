"""The project kept for each version of the format, which every later version must open.

Written once for a version, with `python -m tests.store.fixture`, before anybody has files of it;
never again after that.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.orm import Session

from qualtool.store.journal import tell
from qualtool.store.project import Project, create
from qualtool.store.schema import (
    VERSION,
    Activity,
    Case,
    Claim,
    Code,
    Coder,
    Coding,
    Comparison,
    Condensate,
    Condensation,
    DisclosureDecision,
    Document,
    DocumentCase,
    DocumentText,
    Draft,
    DraftQuotation,
    Excerpt,
    FindingPart,
    Frame,
    LookAgain,
    MapItem,
    MapLink,
    Memo,
    MemoLink,
    Original,
    ReadThrough,
    Report,
    ReportBlock,
    ReportFreeze,
    RestCode,
    SelfReview,
    Speaker,
    Study,
    Summary,
    Theme,
    ThemeCode,
    Valence,
    WorkPhase,
)

DATA = Path(__file__).resolve().parents[1] / "data"
PHRASE = "tolv trauste traner"
TEXT = (
    "Intervjuer: Hva stopper dere?\n"
    "Informant: Tid. Vi har rett og slett ikke tid til å møtes – og ingen bestemmer. 😀\n"
)


def fixture(*, protected: bool = False, version: tuple[int, int] = VERSION) -> Path:
    """Where the project of a version lies."""
    ending = "-protected" if protected else ""
    return DATA / f"version-{version[0]}.{version[1]}{ending}.qualtool"


def _fill(session: Session) -> None:
    session.add(Frame(name="Hemmere og fremmere"))
    session.flush()
    session.add_all(
        [
            Valence(key="barrier", name="hemmer", sign="-"),
            Valence(key="opportunity", name="fremmer", sign="+"),
            Coder(name="Kari"),
            Theme(frame_id=1, name="Ressurser", colour="amber"),
            Theme(frame_id=1, name="Struktur", colour="blue"),
        ]
    )


def _take_in(project: Project) -> None:
    with project.edit("import_documents") as session:
        tell(session, count=1, document="Intervju 1")
        session.add(Document(name="Intervju 1", words=19, length=len(TEXT), content_hash="a1"))
        session.add(Case(name="Ask"))
        session.flush()
        session.add_all(
            [
                DocumentText(document_id=1, text=TEXT, turns="[[0, 29, 1, null, null]]"),
                DocumentCase(document_id=1, case_id=1),
                Speaker(document_id=1, number=1, label="Intervjuer", role="interviewer"),
                Speaker(document_id=1, number=2, label="Informant", role="participant", case_id=1),
                Original(content_hash="a1", content=TEXT.encode()),
                Activity(number="1", name="Oppstartsmøte", date="høsten 2023"),
            ]
        )


def _code(project: Project) -> None:
    project.coder_id = 1
    with project.edit("apply_code", reason="sagt to ganger") as session:
        session.add_all([Code(name="tid"), Code(name="ansvar")])
        session.add(Excerpt(document_id=1, start=41, end=45, starred=True))
        session.flush()
        session.add(Coding(excerpt_id=1, code_id=1, coder_id=1, valence="barrier"))
        session.add(Coding(excerpt_id=1, code_id=2, coder_id=1))
        session.add(ThemeCode(theme_id=1, code_id=1))
    with project.edit("add_memo") as session:
        session.add(Memo(title="Tid", text="Tid er sjelden bare tid.", coder_id=1))
        session.flush()
        session.add(MemoLink(memo_id=1, code_id=1))
        _shape(session)
        _report(session)
    with project.edit("rename_code") as session:
        session.execute(update(Code).where(Code.id == 1).values(name="ikke tid"))
    with project.edit("remove_codes") as session:
        session.delete(session.get_one(Code, 2))
    project.undo()
    with project.edit("describe_study") as session:
        session.execute(update(Study).values(research_question="Hva hemmer samarbeid?"))
    project.undo()


def _shape(session: Session) -> None:
    session.add_all(
        [
            RestCode(frame_id=1, code_id=2),
            MapItem(frame_id=1, theme_id=1, x=40, y=-20),
            MapItem(frame_id=1, text="kommunen", x=240, y=60, width=120, height=48),
            FindingPart(theme_id=1, text="Det begynner med tid."),
            FindingPart(theme_id=1, kind="quotation", excerpt_id=1, position=1),
            Condensation(excerpt_id=1, coder_id=1, theme_id=1, text="Tida strekker ikke til."),
            Condensate(theme_id=1, text="Jeg har ikke tid til å møtes.", excerpt_id=1),
            ReadThrough(document_id=1, coder_id=1),
            LookAgain(coding_id=1, memo_id=1),
            WorkPhase(key="familiarisation", date_from="2024-01-15"),
            SelfReview(key="reading", text="Lest to ganger."),
        ]
    )
    session.flush()
    session.add(MapLink(from_item_id=1, to_item_id=2, text="hviler på", kind="arrow"))


def _report(session: Session) -> None:
    session.add_all(
        [
            Report(title="Vedlegg"),
            Draft(name="kapittel 4.docx", content_hash="b2"),
            DisclosureDecision(kind="name", words="Ask", coder_id=1, reason="et oppdiktet navn"),
            Comparison(theme_id=1, rating="høy", explanation="Alle sier det.", evidence="sterk"),
            Summary(case_id=1, theme_id=1, text="Har ikke tid.", rating="høy"),
        ]
    )
    session.flush()
    session.add_all(
        [
            ReportBlock(report_id=1, name="themes", title="Temaer"),
            ReportBlock(report_id=1, name="codebook", options='{"landscape": true}', position=1),
            DraftQuotation(draft_id=1, excerpt_id=1, number=1, text="Tid.", verdict="verbatim"),
            Claim(text="Alle mangler tid.", theme_id=1, draft_id=1, place="avsnitt 3"),
        ]
    )
    session.flush()
    content = '{"title": "Temaer", "language": "nb", "blocks": []}'
    session.add(ReportFreeze(block_id=1, content=content))


def write(path: Path, phrase: str = "") -> None:
    """Write the project, with steps done, undone and to be done again."""
    fresh = Path(tempfile.mkdtemp()) / path.name
    with create(
        fresh, name="Samarbeid på tvers", language="nb", pass_phrase=phrase, fill=_fill
    ) as project:
        _take_in(project)
        _code(project)
    shutil.move(fresh, path)
    fresh.parent.rmdir()


if __name__ == "__main__":
    write(fixture())
    write(fixture(protected=True), PHRASE)
