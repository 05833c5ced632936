"""What hangs on a theme besides its codes, brought over when it is merged into another.

Findings, condensates, cells of the framework matrix and how it stands across the cases, and where
it stands on the map.
"""

from __future__ import annotations

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from qualtool.operations.finding import number
from qualtool.operations.map_merging import bring_lines
from qualtool.store.schema import (
    Comparison,
    Condensate,
    Condensation,
    FindingPart,
    MapItem,
    Summary,
    SummaryExcerpt,
    Theme,
    ThemeExcerpt,
)
from qualtool.store.selecting import listed


def bring_over(session: Session, theme: Theme, target: Theme) -> None:
    """Let all that hangs on a theme hang on another; what both have is joined."""
    _bring_excerpts(session, theme.id, target.id)
    _bring_findings(session, theme.id, target.id)
    _bring_condensates(session, theme.id, target.id)
    _bring_cells(session, theme.id, target.id)
    _bring_comparisons(session, theme.id, target.id)
    _bring_places(session, theme, target)
    session.execute(
        update(Condensation).where(Condensation.theme_id == theme.id).values(theme_id=target.id)
    )
    session.flush()


def _bring_excerpts(session: Session, theme_id: int, target_id: int) -> None:
    """An excerpt of both stands in the target itself if it did in either, with one of the marks."""
    in_target = select(ThemeExcerpt).where(ThemeExcerpt.theme_id == target_id)
    there = {row.excerpt_id: row for row in session.scalars(in_target)}
    doubles: list[int] = []
    position = max((row.position for row in there.values()), default=-1)
    for row in session.scalars(
        select(ThemeExcerpt)
        .where(ThemeExcerpt.theme_id == theme_id)
        .order_by(ThemeExcerpt.position, ThemeExcerpt.id)
    ).all():
        twin = there.get(row.excerpt_id)
        if twin is None:
            position += 1
            row.theme_id, row.position = target_id, position
        else:
            twin.direct = twin.direct or row.direct
            twin.fit = twin.fit or row.fit
            doubles.append(row.id)
    session.flush()
    session.execute(delete(ThemeExcerpt).where(ThemeExcerpt.id.in_(listed(doubles))))


def _bring_findings(session: Session, theme_id: int, target_id: int) -> None:
    """The parts come after the target's; what is quoted there already is not quoted once more."""
    there = _findings(session, target_id)
    quoted = {part.excerpt_id for part in there if part.excerpt_id is not None}
    for part in _findings(session, theme_id):
        if part.excerpt_id in quoted and not part.text:
            session.delete(part)
        else:
            part.theme_id = target_id
            there.append(part)
    session.flush()
    number(there)


def _findings(session: Session, theme_id: int) -> list[FindingPart]:
    rows = select(FindingPart).where(FindingPart.theme_id == theme_id)
    return list(session.scalars(rows.order_by(FindingPart.position, FindingPart.id)))


def _bring_condensates(session: Session, theme_id: int, target_id: int) -> None:
    in_target = select(Condensate).where(Condensate.theme_id == target_id).order_by(Condensate.id)
    twin = session.scalars(in_target).first()
    for row in session.scalars(
        select(Condensate).where(Condensate.theme_id == theme_id).order_by(Condensate.id)
    ).all():
        if twin is None:
            row.theme_id = target_id
            twin = row
            continue
        twin.text = _one_below_the_other(twin.text, row.text)
        twin.analytic_text = _one_below_the_other(twin.analytic_text, row.analytic_text)
        twin.excerpt_id = twin.excerpt_id or row.excerpt_id
        session.delete(row)
    session.flush()


def _bring_cells(session: Session, theme_id: int, target_id: int) -> None:
    """A case with words on both has them one below the other, with the excerpts of both."""
    in_target = select(Summary).where(Summary.theme_id == target_id).order_by(Summary.id)
    there = {row.case_id: row for row in session.scalars(in_target)}
    for row in session.scalars(
        select(Summary).where(Summary.theme_id == theme_id).order_by(Summary.id)
    ).all():
        twin = there.get(row.case_id)
        if twin is None:
            row.theme_id = target_id
            there[row.case_id] = row
            continue
        twin.text = _one_below_the_other(twin.text, row.text)
        twin.evidence = twin.evidence or row.evidence
        twin.rating = twin.rating or row.rating
        # "Not asked" about the one says nothing of a case that had words on the other.
        twin.state = "" if twin.text else twin.state or row.state
        behind = select(SummaryExcerpt).where(SummaryExcerpt.summary_id == twin.id)
        held = {each.excerpt_id for each in session.scalars(behind)}
        for tie in session.scalars(
            select(SummaryExcerpt).where(SummaryExcerpt.summary_id == row.id)
        ).all():
            if tie.excerpt_id not in held:
                tie.summary_id = twin.id
        session.flush()
        session.delete(row)
    session.flush()


def _bring_comparisons(session: Session, theme_id: int, target_id: int) -> None:
    """The target's own judgement holds; both explanations stand one below the other."""
    in_target = select(Comparison).where(Comparison.theme_id == target_id).order_by(Comparison.id)
    twin = session.scalars(in_target).first()
    for row in session.scalars(
        select(Comparison).where(Comparison.theme_id == theme_id).order_by(Comparison.id)
    ).all():
        if twin is None:
            row.theme_id = target_id
            twin = row
            continue
        twin.rating = twin.rating or row.rating
        twin.explanation = _one_below_the_other(twin.explanation, row.explanation)
        twin.evidence = twin.evidence or row.evidence
        session.delete(row)
    session.flush()


def _bring_places(session: Session, theme: Theme, target: Theme) -> None:
    """The lines drawn to a theme lead to the other one; where that has no place it gets this."""
    for item in session.scalars(select(MapItem).where(MapItem.theme_id == theme.id)).all():
        if item.frame_id != target.frame_id:
            session.delete(item)
            continue
        twin = session.scalars(
            select(MapItem).where(MapItem.theme_id == target.id, MapItem.frame_id == item.frame_id)
        ).first()
        if twin is None:
            item.theme_id = target.id
            continue
        bring_lines(session, item.id, twin.id)
        session.flush()
        session.delete(item)
    session.flush()


def _one_below_the_other(one: str, other: str) -> str:
    return "\n\n".join(each for each in (one, other) if each.strip())
