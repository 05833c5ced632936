"""An invented study for the tests of the report's tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qualtool.core.report import Report, Table, plain, tables
from qualtool.core.source import Source, Speaker, Turn
from qualtool.operations import cases, coders, codes, coding, documents, themes
from qualtool.store.project import Project, Session, create
from qualtool.store.schema import Valence

ONE = (
    "Hvordan gikk det?",
    "Vi har alltid gjort det slik, og ingen spør hvorfor.",
    "Men nå tror jeg det kan bli noe av.",
    "Det er de andre som ikke vil.",
    "Navnet mitt må dere ikke bruke.",
)
TWO = (
    "Korleis gjekk det?",
    "Eg har trua på dette, det har eg.",
    "Me manglar tid, alltid tid.",
)
NOTES = "Alle setter seg på hver sin side av bordet."


class Study:
    """An open project with its rows by name."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.documents: dict[str, tuple[int, str]] = {}
        self.themes: dict[str, int] = {}
        self.codes: dict[str, int] = {}

    @contextmanager
    def edit(self) -> Iterator[Session]:
        """A step."""
        with self.project.edit("test") as session:
            yield session

    def code(
        self,
        session: Session,
        document: str,
        quote: str,
        *names: str,
        coder: str = "Marte",
        valence: str | None = None,
        comment: str = "",
    ) -> int:
        """Code a passage; its excerpt."""
        document_id, text = self.documents[document]
        start = text.index(quote)
        end = start + len(quote)
        if names:
            coding.apply(
                session,
                document_id,
                start,
                end,
                [self.codes[name] for name in names],
                coder_id=coders.ensure(session, coder),
                valence=valence,
                comment=comment,
            )
        return coding.star_passage(session, document_id, start, end) if not names else 0

    def excerpt(self, session: Session, document: str, quote: str) -> int:
        """The excerpt of a passage, made and starred."""
        return self.code(session, document, quote)


def interview(lines: tuple[str, ...], who: str) -> Source:
    """Lines said in turn by the interviewer (the first) and one participant (the rest)."""
    text = "\n".join(lines)
    turns = []
    at = 0
    for number, line in enumerate(lines):
        turns.append(Turn(at, at + len(line), 0 if number == 0 else 1))
        at += len(line) + 1
    speakers = (Speaker("Intervjuer", "interviewer"), Speaker(who, "participant"))
    return Source(text=text, format="text", speakers=speakers, turns=tuple(turns))


def study(folder: Path, *, language: str = "en") -> Study:
    """Two interviews, a page of notes, three themes and five codes; nothing coded yet."""
    made = Study(create(folder / "study.qualtool", name="Samarbeid", language=language))
    with made.edit() as session:
        for number, (key, name) in enumerate((("barrier", "Hemmer"), ("opportunity", "Mulighet"))):
            session.add(Valence(key=key, name=name, sign="-+"[number], position=number))
        for name, source, spoken, case in (
            ("Intervju 1", interview(ONE, "Ola"), "nb", "Informant 1"),
            ("Intervju 2", interview(TWO, "Kari"), "nn", "Informant 2"),
            ("Notater", Source(text=NOTES, format="text"), "nb", ""),
        ):
            behind = [None, case] if case else []
            document_id = documents.add(
                session, source, name=name, language=spoken, case_for=behind
            )
            made.documents[name] = (document_id, source.text)
        for name, parent, words in (
            ("Kultur", "", "Vaner og tro."),
            ("Vaner", "Kultur", ""),
            ("Tro", "Kultur", "Tro på endring."),
            ("Struktur", "", ""),
            ("Ressurser", "", ""),
            ("Tid", "Ressurser", ""),
        ):
            made.themes[name] = themes.add(
                session, name, parent_id=made.themes.get(parent), definition=words
            )
        for name, theme in (
            ("vi og de andre", "Kultur"),
            ("alltid slik", "Vaner"),
            ("håp", "Tro"),
            ("tid", "Tid"),
            ("løs", ""),
        ):
            made.codes[name] = codes.add(session, name, theme_id=made.themes.get(theme))
        themes.place_codes(session, made.themes["Struktur"], [made.codes["håp"]])
    return made


def coded_study(folder: Path, *, language: str = "en") -> Study:
    """The same with six passages coded, of which two are starred."""
    made = study(folder, language=language)
    with made.edit() as session:
        made.code(session, "Intervju 1", ONE[3], "vi og de andre", valence="barrier")
        made.code(session, "Intervju 1", ONE[1], "alltid slik", "håp", valence="barrier")
        made.code(
            session, "Intervju 1", ONE[1], "alltid slik", coder="Jonas", comment="Enig i dette."
        )
        made.code(session, "Intervju 1", ONE[2], "håp", valence="opportunity")
        made.code(session, "Intervju 2", TWO[1], "håp", valence="opportunity")
        made.code(session, "Intervju 2", TWO[2], "løs")
        made.code(session, "Notater", NOTES, "vi og de andre")
        made.excerpt(session, "Intervju 1", ONE[2])
        made.excerpt(session, "Intervju 2", TWO[1])
    return made


def only_table(report: Report) -> Table:
    """The report's one table."""
    (table,) = tables(report)
    return table


def column(report: Report, key: str) -> list[str]:
    """What a column says, row by row; empty where a cell above reaches down."""
    table = only_table(report)
    index = [each.key for each in table.columns].index(key)
    return [
        plain(cell) if (cell := row.cells[index]) else ""
        for group in table.groups
        for row in group.rows
    ]


def heads(report: Report) -> list[str]:
    """The heads of the table."""
    return [each.title for each in only_table(report).columns]


def name_nobody(made: Study) -> None:
    """Let the study ascribe nothing to anyone."""
    from qualtool.operations import study as about

    with made.edit() as session:
        about.describe(session, attribution="none")


def add_event(made: Study, document: str, name: str) -> None:
    """Tie a document to a case that is no person."""
    with made.edit() as session:
        case_id = cases.add(session, name, kind="event")
        cases.tie(session, made.documents[document][0], case_id)
