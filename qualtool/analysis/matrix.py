"""The framework matrix: what each case says on each theme, summed up, and what stands behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import belonging, codebook
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.findings import standing
from qualtool.analysis.grid import cases_grid
from qualtool.analysis.placing import cases_of_excerpts
from qualtool.core.ordering import below
from qualtool.store.describing_rows import AttributeRow, GridRow
from qualtool.store.kept import kept
from qualtool.store.rows import ExcerptRow, ThemeRow
from qualtool.store.schema import Coding, Excerpt, Frame, Summary, SummaryExcerpt, ThemeExcerpt

Place = tuple[int, int]  # case, theme
_TABLES: Final = frozenset(
    {"coding", "excerpt", "theme_excerpt", "document_text", "speaker", "document_case", "case"}
) | belonging.TABLES  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, or why it has none (`state` as in `operations.summaries.STATES`).

    `rating` is how the case is judged to stand. `linked` are the excerpts tied to it, `gathered`
    how many the case has under the theme, tied or not.
    """

    text: str = ""
    state: str = ""
    evidence: str = ""
    linked: frozenset[int] = frozenset()
    gathered: int = 0
    rating: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Cases by themes; a cell of which nothing is known is not among `cells`."""

    cases: tuple[GridRow, ...]
    themes: tuple[ThemeRow, ...]
    cells: Mapping[Place, Cell]
    attributes: tuple[AttributeRow, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """An excerpt of a case under a theme, or tied to its cell; `linked` where it is tied."""

    excerpt: ExcerptRow
    linked: bool


def matrix(session: Session, frame_id: int | None = None) -> Matrix:
    """All cases by the themes of a frame, the first where None; what is set aside left out."""
    if frame_id is None:
        frame_id = session.scalars(select(Frame.id).order_by(Frame.position, Frame.id)).first()
    themes = tuple(standing(codebook.themes(session, frame_id, wait=False)))
    grid = cases_grid(session)
    linked: dict[int, set[int]] = defaultdict(set)
    for summary_id, excerpt_id in session.execute(
        select(SummaryExcerpt.summary_id, SummaryExcerpt.excerpt_id)
        .join(Excerpt, Excerpt.id == SummaryExcerpt.excerpt_id)
        .where(Excerpt.lost.is_(False))
    ):
        linked[summary_id].add(excerpt_id)
    known = gathered(session, [theme.id for theme in themes])
    written = {
        (row.case_id, row.theme_id): row
        for row in session.scalars(select(Summary).where(Summary.theme_id.is_not(None)))
    }
    shown = {theme.id for theme in themes}
    cells: dict[Place, Cell] = {}
    for place in {*known, *((case, theme) for case, theme in written if theme in shown)}:
        row = written.get(place)
        of_case = known.get(place, frozenset())
        if row is None:
            cells[place] = Cell(gathered=len(of_case))
        else:
            tied = frozenset(linked[row.id])
            count = len(of_case | tied)
            cells[place] = Cell(row.text, row.state, row.evidence, tied, count, row.rating)
    return Matrix(grid.rows, themes, cells, grid.attributes)


def behind(session: Session, case_id: int, theme_id: int) -> list[Behind]:
    """The excerpts of a case under a theme, and those tied to its cell, in order of the text."""
    tied = set(
        session.scalars(
            select(SummaryExcerpt.excerpt_id)
            .join(Summary, Summary.id == SummaryExcerpt.summary_id)
            .where(Summary.case_id == case_id, Summary.theme_id == theme_id)
        )
    )
    known = gathered(session, [theme_id]).get((case_id, theme_id), frozenset())
    if not (wanted := known | tied):
        return []
    return [Behind(row, row.id in tied) for row in excerpts(session, excerpt_ids=wanted)]


def gathered(session: Session, theme_ids: Sequence[int]) -> dict[Place, frozenset[int]]:
    """By case and theme: the excerpts that say something, sub-themes included."""
    return kept(
        session, ("matrix gathered", tuple(theme_ids)), _TABLES, lambda: _gather(session, theme_ids)
    )


def _gather(session: Session, theme_ids: Sequence[int]) -> dict[Place, frozenset[int]]:
    parents = {row.id: row.parent_id for row in codebook.themes(session, wait=False)}
    held = belonging.belonging(session)
    coded: dict[int, set[int]] = defaultdict(set)
    for code_id, excerpt_id in session.execute(select(Coding.code_id, Coding.excerpt_id)):
        coded[code_id].add(excerpt_id)
    direct: dict[int, set[int]] = defaultdict(set)
    for theme_id, excerpt_id in session.execute(
        select(ThemeExcerpt.theme_id, ThemeExcerpt.excerpt_id).where(ThemeExcerpt.direct.is_(True))
    ):
        direct[theme_id].add(excerpt_id)
    about = cases_of_excerpts(session)
    found: dict[Place, set[int]] = defaultdict(set)
    for theme_id in theme_ids:
        for each in below([theme_id], parents):
            of_codes = (coded[code_id] for code_id in held.codes.get(each, ()))
            for excerpt_id in direct[each].union(*of_codes):
                for case_id in about.get(excerpt_id, ()):
                    found[case_id, theme_id].add(excerpt_id)
    return {place: frozenset(ids) for place, ids in found.items()}
