"""The cross-case matrix: how each case stands on each theme or question, and how all of them do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import codebook
from qualtool.analysis.board import shown_frame
from qualtool.analysis.findings import standing
from qualtool.analysis.grid import cases_grid
from qualtool.analysis.guide import guides
from qualtool.store.describing_rows import GridRow
from qualtool.store.schema import Comparison, Summary


@dataclass(frozen=True, slots=True)
class Dimension:
    """What cases are held against: a theme or a question, one of the two ids, and its title."""

    theme_id: int | None
    question_id: int | None
    title: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands on a dimension: the judgement, and the words or the state of its cell."""

    rating: str
    text: str
    state: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """How the cases stand on a dimension as a whole, why, and how strong the evidence is."""

    rating: str = ""
    explanation: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class CrossCase:
    """Dimensions by cases; what nothing is said of is in neither mapping."""

    dimensions: tuple[Dimension, ...]
    cases: tuple[GridRow, ...]
    cells: Mapping[tuple[Dimension, int], Standing]
    judged: Mapping[Dimension, Judgement]


def cross_case(session: Session, frame_id: int | None = None) -> CrossCase:
    """The themes of a frame (the first where None) and the questions that cases are judged by.

    Only dimensions of which anything is said, of a case or of all.
    """
    said_of = {
        (row.theme_id, row.question_id): row
        for row in session.scalars(select(Comparison).order_by(Comparison.id.desc()))
    }
    written: dict[tuple[int | None, int | None], dict[int, Summary]] = {}
    for row in session.scalars(select(Summary).order_by(Summary.id)):
        if row.rating or row.text or row.state:
            written.setdefault((row.theme_id, row.question_id), {})[row.case_id] = row
    dimensions: list[Dimension] = []
    judged: dict[Dimension, Judgement] = {}
    cells: dict[tuple[Dimension, int], Standing] = {}
    for each in _every(session, frame_id):
        what = (each.theme_id, each.question_id)
        said, rows = said_of.get(what), written.get(what, {})
        if said is None and not rows:
            continue
        dimensions.append(each)
        if said is not None:
            judged[each] = Judgement(said.rating, said.explanation, said.evidence)
        for case_id, row in rows.items():
            cells[each, case_id] = Standing(row.rating, row.text, row.state, row.evidence)
    told = {case_id for _dimension, case_id in cells}
    cases = tuple(row for row in cases_grid(session).rows if row.id in told)
    return CrossCase(tuple(dimensions), cases, cells, judged)


def judgement(session: Session, theme_id: int) -> Judgement:
    """How the cases stand on a theme as a whole; an empty one where nothing is said."""
    row = session.scalars(
        select(Comparison).where(Comparison.theme_id == theme_id).order_by(Comparison.id).limit(1)
    ).first()
    return Judgement(row.rating, row.explanation, row.evidence) if row is not None else Judgement()


def ratings(session: Session) -> list[str]:
    """The words that cases have been judged with so far, each once, the oldest first."""
    rows = select(Summary.rating).where(Summary.rating != "").order_by(Summary.id)
    whole = select(Comparison.rating).where(Comparison.rating != "").order_by(Comparison.id)
    return list(dict.fromkeys((*session.scalars(rows), *session.scalars(whole))))


def _every(session: Session, frame_id: int | None) -> list[Dimension]:
    themes = standing(codebook.themes(session, shown_frame(session, frame_id)))
    depths: dict[int, int] = {}
    found: list[Dimension] = []
    for row in themes:
        depths[row.id] = depths[row.parent_id] + 1 if row.parent_id is not None else 0
        title = row.label or row.report_title or row.name
        found.append(Dimension(row.id, None, title, depths[row.id]))
    found += [
        Dimension(None, question.id, f"{question.number} {question.text}".strip())
        for guide in guides(session)
        for question in guide.questions
    ]
    return found
