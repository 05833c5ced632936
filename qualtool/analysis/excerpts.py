"""Excerpts and codings: what is coded in a document, and what a code, theme or case holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from sqlalchemy import CompoundSelect, Select, func, select, union
from sqlalchemy.orm import Session

from qualtool.analysis.belonging import codes_of
from qualtool.analysis.code_steps import code_step
from qualtool.analysis.codebook import code_colours
from qualtool.analysis.merely_quoted import merely_quoted
from qualtool.analysis.people import Person, people
from qualtool.analysis.placing import cases_of_excerpts, main_speaker
from qualtool.analysis.texts import readings
from qualtool.core.context import after, before
from qualtool.core.ordering import below
from qualtool.core.places import paragraph_at, time_at, worded
from qualtool.store.bare_reading import column, rows
from qualtool.store.kept import Passed, kept
from qualtool.store.rows import CodingRow, ExcerptRow, Reading
from qualtool.store.schema import (
    Case,
    Code,
    Coding,
    Document,
    DocumentCase,
    Excerpt,
    Speaker,
    Theme,
    ThemeExcerpt,
)
from qualtool.store.selecting import given, listed, packed

_NAMES: Final = select(Code.id, Code.name)
_OF_CASES: Final = frozenset({"document_case", "case", "speaker"})


def codings_in(session: Session, document_id: int) -> list[CodingRow]:
    """Every coding in a document, in order of where it starts; the longer first."""
    return _codings(
        session,
        _coding_columns()
        .where(Excerpt.document_id == document_id, Excerpt.lost.is_(False))
        .order_by(Excerpt.start, Excerpt.end.desc(), Coding.id),
    )


def codings_among(
    session: Session, document_id: int, coding_ids: Iterable[int], excerpt_ids: Iterable[int]
) -> list[CodingRow]:
    """All codings in a document on these excerpts, and on those that these codings stand on."""
    # By way of the excerpts, or all codings of a long document would be gone through.
    among = {*column(session, _EXCERPTS_OF, ids=packed(coding_ids)), *excerpt_ids}
    found = _coded(session, rows(session, _AMONG, ids=packed(among)))
    return [row for row in found if row.document_id == document_id]


def excerpts(
    session: Session,
    *,
    code_ids: Iterable[int] | None = None,
    theme_ids: Iterable[int] | None = None,
    document_ids: Iterable[int] | None = None,
    case_ids: Iterable[int] | None = None,
    excerpt_ids: Iterable[int] | None = None,
    starred: bool | None = None,
    context: int = 0,
    language: str = "",
) -> list[ExcerptRow]:
    """Excerpts with all their codings, in the order of documents and of the text.

    What is given narrows: having any of these codes, standing in any of these themes (their
    sub-themes and sub-codes included), in any of these documents, about any of these cases, being
    one of these excerpts, starred or not.
    What stands there only because a draft quotes it comes only where it is asked for by number.
    `context` is how many characters before and after come along, cut between words. Places are
    worded in `language`, or in the program's.
    """
    wanted = narrowed(
        session, code_ids, theme_ids, document_ids, starred, merely=excerpt_ids is not None
    )
    if excerpt_ids is not None:
        wanted = wanted.where(Excerpt.id.in_(listed(excerpt_ids)))
    rows = session.execute(
        wanted.order_by(Document.position, Document.id, Excerpt.start, Excerpt.end.desc())
    ).all()
    if case_ids is not None:
        cases = cases_of_excerpts(session)
        about = frozenset(case_ids)
        rows = [row for row in rows if cases[row.id] & about]
    codings: dict[int, list[CodingRow]] = defaultdict(list)
    for coding in _codings(
        session,
        _coding_columns().where(Excerpt.id.in_(listed(row.id for row in rows))).order_by(Coding.id),
    ):
        codings[coding.excerpt_id].append(coding)
    whole = kept(session, "only cases", _OF_CASES, lambda: _only_cases(session))
    pages = {
        document_id: _Page(text, language)
        for document_id, text in readings(session, {row.document_id for row in rows}).items()
    }
    return [
        pages[row.document_id].row(row, codings[row.id], whole.get(row.document_id, ""), context)
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class _Page:
    """A document open at hand, to cut excerpts from."""

    reading: Reading
    language: str

    def row(
        self, excerpt: _Stretch, codings: Sequence[CodingRow], case: str, context: int
    ) -> ExcerptRow:
        text, turns, anchors = self.reading.text, self.reading.turns, self.reading.anchors
        start, end = excerpt.start, excerpt.end
        who = main_speaker(turns, self.reading.speakers, start, end)
        place = self.reading.place_at(start)
        return ExcerptRow(
            id=excerpt.id,
            document_id=excerpt.document_id,
            document=self.reading.name,
            start=start,
            end=end,
            text=text[start:end],
            before=before(text, start, context),
            after=after(text, end, context),
            starred=excerpt.starred,
            do_not_quote=excerpt.do_not_quote,
            display_text=excerpt.display_text,
            paragraph=paragraph_at(self.reading.paragraphs, start),
            place=worded(place, self.language),
            start_ms=time_at(turns, anchors, start),
            speaker=who.label if who else "",
            role=who.role if who else "",
            case=(who.case if who else "") or case,
            codings=tuple(codings),
        )


class _Stretch(Protocol):
    """The columns of an excerpt that are shown."""

    id: int
    document_id: int
    start: int
    end: int
    starred: bool
    do_not_quote: bool
    display_text: str | None


def narrowed(
    session: Session,
    code_ids: Iterable[int] | None,
    theme_ids: Iterable[int] | None,
    document_ids: Iterable[int] | None,
    starred: bool | None,
    *,
    merely: bool = False,
) -> Select[*tuple[Any, ...]]:
    """The query for excerpts with any of these codes, in any of these themes and documents.

    What stands there only because a draft quotes it is left out, but where `merely` asks for it.
    """
    wanted = (
        select(
            Excerpt.id,
            Excerpt.document_id,
            Excerpt.start,
            Excerpt.end,
            Excerpt.starred,
            Excerpt.do_not_quote,
            Excerpt.display_text,
        )
        .join(Document, Document.id == Excerpt.document_id)
        .where(Excerpt.lost.is_(False))
    )
    if code_ids is not None:
        wanted = wanted.where(
            Excerpt.id.in_(select(Coding.excerpt_id).where(Coding.code_id.in_(listed(code_ids))))
        )
    if theme_ids is not None:
        wanted = wanted.where(Excerpt.id.in_(_in_themes(session, theme_ids)))
    if document_ids is not None:
        wanted = wanted.where(Excerpt.document_id.in_(listed(document_ids)))
    if starred is not None:
        wanted = wanted.where(Excerpt.starred.is_(starred))
    if code_ids is None and theme_ids is None and not merely:
        wanted = wanted.where(~merely_quoted())
    return wanted


def _in_themes(session: Session, theme_ids: Iterable[int]) -> CompoundSelect[Any]:
    parents = dict(session.execute(select(Theme.id, Theme.parent_id)).all())
    themes = sorted(below(theme_ids, parents))
    return union(
        select(Coding.excerpt_id).where(Coding.code_id.in_(listed(codes_of(session, themes)))),
        select(ThemeExcerpt.excerpt_id).where(
            ThemeExcerpt.theme_id.in_(listed(themes)), ThemeExcerpt.direct.is_(True)
        ),
    )


def _coding_columns() -> Select[*tuple[Any, ...]]:
    return select(
        Coding.id,
        Coding.excerpt_id,
        Excerpt.document_id,
        Excerpt.start,
        Excerpt.end,
        Coding.code_id,
        Coding.coder_id,
        Coding.valence,
        Coding.depth,
        Coding.comment,
        Excerpt.starred,
        Excerpt.do_not_quote,
    ).join(Excerpt, Excerpt.id == Coding.excerpt_id)


_EXCERPTS_OF: Final = select(Coding.excerpt_id).where(Coding.id.in_(given()))
# Of whichever document: asked for one, the database would go through all excerpts of it.
_AMONG: Final = _coding_columns().where(Coding.excerpt_id.in_(given()), Excerpt.lost.is_(False))


def _codings(session: Session, wanted: Select[*tuple[Any, ...]]) -> list[CodingRow]:
    return _coded(session, session.execute(wanted))


def _coded(session: Session, found: Iterable[Sequence[Any]]) -> list[CodingRow]:
    look = looks(session)
    names, colours, named = look.names, look.colours, look.people
    return [
        CodingRow(
            row_id,
            excerpt_id,
            document_id,
            start,
            end,
            code_id,
            names[code_id],
            colours[code_id],
            coder_id,
            (who := named.get(coder_id, _NOBODY)).name,
            valence,
            depth,
            comment,
            starred,
            do_not_quote,
            who.initials,
            who.hand,
        )
        for (
            row_id,
            excerpt_id,
            document_id,
            start,
            end,
            code_id,
            coder_id,
            valence,
            depth,
            comment,
            starred,
            do_not_quote,
        ) in found
    ]


_NOBODY = Person("")


@dataclass(frozen=True, slots=True)
class Looks:
    """How codings are shown: the names and colours of all codes, and the coders."""

    names: Mapping[int, str]
    colours: Mapping[int, str]
    people: Mapping[int | None, Person]


def looks(session: Session) -> Looks:
    """How codings are shown now."""
    names = kept(session, "code names", frozenset({"code"}), lambda: _Names(_code_names(session)))
    return Looks(names.of, code_colours(session), people(session))


def _code_names(session: Session) -> dict[int, str]:
    return dict(rows(session, _NAMES))


@dataclass(slots=True)
class _Names:
    """The names of all codes."""

    of: Mapping[int, str]

    def follow(self, passed: Passed, session: Session) -> bool:
        """Take in what a step did to codes; who holds the names from before keeps those."""
        if not passed.changes.touches("code"):
            return True
        step = code_step(passed, session)
        if step is None:
            return False
        again = [*step.made.values(), *step.changed.values()]
        self.of = {**self.of, **{row.id: row.name for row in again}}
        for code_id in step.gone:
            self.of.pop(code_id, None)
        return True


def _only_cases(session: Session) -> dict[int, str]:
    """The name of the case a document concerns, where it concerns one alone.

    Only of documents in which no speaker is a case: there it is known who says what.
    """
    rows = session.execute(
        select(DocumentCase.document_id, func.min(Case.name))
        .join(Case, Case.id == DocumentCase.case_id)
        .where(
            DocumentCase.document_id.not_in(
                select(Speaker.document_id).where(
                    Speaker.case_id.is_not(None), Speaker.role != "interviewer"
                )
            )
        )
        .group_by(DocumentCase.document_id)
        .having(func.count(Case.id) == 1)
    )
    return dict(rows.all())
