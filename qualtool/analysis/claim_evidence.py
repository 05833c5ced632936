"""What in the material stands for a claim and what against it, by what the claim is tied to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import belonging
from qualtool.analysis.belonging import codes_of
from qualtool.analysis.codebook import valences
from qualtool.analysis.placing import cases_of_excerpts
from qualtool.core.names import folded
from qualtool.core.ordering import below
from qualtool.store.kept import kept
from qualtool.store.rows import ValenceRow
from qualtool.store.schema import (
    Code,
    Coding,
    Excerpt,
    Summary,
    SummaryExcerpt,
    Theme,
    ThemeExcerpt,
)
from qualtool.store.selecting import listed

Kind = Literal["theme", "code", "question"]
_TABLES: Final = belonging.TABLES | {
    "coding", "excerpt", "theme_excerpt", "document_text", "speaker", "document_case", "case",
    "summary", "summary_excerpt", "valence",
}  # fmt: skip
_MINUS: Final = frozenset({"-", "−", "–"})
# What a direction is called whatever the study calls its valences.
_HINDERS: Final = re.compile(
    r"barri[eè]r|hindr|hinder|hemm(?:e|er|et|ende|a|ar|ande)$|utfordr|flaskehals|obstacle|challeng"
    r"|imped"
)
_HELPS: Final = re.compile(
    r"mulighet|moglegheit|fremme(?:r|t|nde)?$|fremj(?:a|ar|e|er)$|opportunit|facilitat|enabl(?:e|er)"
    r"s?$"
)
_STEM: Final = 4  # letters; of a word for a valence so many are left when its ending is taken off


@dataclass(frozen=True, slots=True)
class Tie:
    """What a claim is held against: a theme, a code or a question, by its number."""

    kind: Kind
    id: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Excerpts that stand for a claim and against it, and cases that are summed up on it.

    `valence` is the name of that which the claim is taken to have: what has the opposite one
    stands against it. Empty where no coding has that.
    """

    supporting: frozenset[int] = frozenset()
    against: frozenset[int] = frozenset()
    summed_up: frozenset[int] = frozenset()
    valence: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """What a claim is held against: see `gather`.

    `coded` are the codings, as excerpt and valence. `whole` are the excerpts that stand there
    without a coding, `marked` those marked as speaking against the theme, `about` whom they all are
    about.
    """

    coded: Sequence[tuple[int, str | None]]
    whole: frozenset[int]
    marked: frozenset[int]
    summed_up: frozenset[int]
    about: Mapping[int, frozenset[int]]
    valences: Sequence[ValenceRow]


def gather(session: Session, tie: Tie) -> Material:
    """Read what stands under a tie, with sub-themes and sub-codes.

    A summary in a cell of the matrix counts for its case, and so do the excerpts behind it.
    """
    return kept(session, ("claim material", tie), _TABLES, lambda: _gather(session, tie))


def _gather(session: Session, tie: Tie) -> Material:
    rows = session.execute(
        select(Coding.excerpt_id, Coding.valence)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(Coding.code_id.in_(listed(_codes(session, tie))), Excerpt.lost.is_(False))
    ).all()
    coded = [(excerpt_id, valence) for excerpt_id, valence in rows]
    direct, marked = _in_theme(session, tie)
    cases, behind = _summaries(session, tie)
    whole = direct | behind
    wanted = whole | {excerpt_id for excerpt_id, _valence in coded}
    about = cases_of_excerpts(session, wanted) if wanted else {}
    return Material(coded, whole, marked, cases, about, valences(session))


def evidence(material: Material, text: str) -> Evidence:
    """What stands for and against a claim of these words.

    An excerpt stands against it where it is marked as speaking against the theme, and where it is
    coded with nothing but the opposite of the valence that the claim's words name. Where they name
    none, whatever is coded so supports it.
    """
    there = {excerpt_id for excerpt_id, _valence in material.coded} | material.whole
    there &= material.about.keys()
    meant = _meant(material, text)
    opposite = _opposite(material.valences, meant)
    known: dict[int, set[str | None]] = defaultdict(set)
    for excerpt_id, valence in material.coded:
        known[excerpt_id].add(valence)
    turned = {each for each in there if known[each] and known[each] <= opposite}
    against = frozenset(turned | (material.marked & there))
    used = meant if any(valence in opposite for _excerpt, valence in material.coded) else None
    return Evidence(
        frozenset(there) - against,
        against,
        material.summed_up,
        used.name if used is not None else "",
    )


def _codes(session: Session, tie: Tie) -> list[int]:
    match tie.kind:
        case "theme":
            return codes_of(session, [tie.id])
        case "code":
            tree = select(Code.id, Code.parent_id).where(Code.state != "merged")
            return sorted(below([tie.id], dict(session.execute(tree).all())))
    return []


def _in_theme(session: Session, tie: Tie) -> tuple[frozenset[int], frozenset[int]]:
    """The excerpts that stand in the theme themselves, and those marked as speaking against it."""
    if tie.kind != "theme":
        return frozenset(), frozenset()
    rows = session.execute(
        select(ThemeExcerpt.excerpt_id, ThemeExcerpt.direct, ThemeExcerpt.fit)
        .join(Excerpt, Excerpt.id == ThemeExcerpt.excerpt_id)
        .where(ThemeExcerpt.theme_id.in_(listed(_themes(session, tie.id))), Excerpt.lost.is_(False))
    ).all()
    return (
        frozenset(excerpt_id for excerpt_id, direct, _fit in rows if direct),
        frozenset(excerpt_id for excerpt_id, _direct, fit in rows if fit == "against"),
    )


def _themes(session: Session, theme_id: int) -> list[int]:
    """A theme and its sub-themes, at any depth."""
    parents = dict(session.execute(select(Theme.id, Theme.parent_id)).all())
    return sorted(below([theme_id], parents))


def _summaries(session: Session, tie: Tie) -> tuple[frozenset[int], frozenset[int]]:
    """The cases that are summed up on this in the matrix, and the excerpts behind that."""
    if tie.kind == "code":
        return frozenset(), frozenset()
    column, here = Summary.question_id, [tie.id]
    if tie.kind == "theme":
        column, here = Summary.theme_id, _themes(session, tie.id)
    written = select(Summary.id).where(Summary.text != "", column.in_(listed(here)))
    cases = session.scalars(select(Summary.case_id).where(Summary.id.in_(written)))
    behind = session.scalars(
        select(SummaryExcerpt.excerpt_id).where(SummaryExcerpt.summary_id.in_(written))
    )
    return frozenset(cases), frozenset(behind)


def _meant(material: Material, text: str) -> ValenceRow | None:
    """The valence that a claim's own words name; None where they say no direction, or both."""
    words = [word.strip("«»“”\"'.,;:()") for word in folded(text).split()]
    named = [
        row
        for row in material.valences
        if _sign(row) and any(_is_called(row, word) for word in words)
    ]
    return named[0] if len({_sign(row) for row in named}) == 1 else None


def _is_called(row: ValenceRow, word: str) -> bool:
    name = folded(row.name)
    stem = name[:-2] if name.endswith("er") and len(name) > _STEM + 1 else name.rstrip("e")
    if len(stem) >= _STEM and word.startswith(stem):
        return True
    return (_HINDERS if _sign(row) < 0 else _HELPS).match(word) is not None


def _opposite(rows: Iterable[ValenceRow], meant: ValenceRow | None) -> frozenset[str | None]:
    if meant is None:
        return frozenset()
    return frozenset(row.key for row in rows if _sign(row) == -_sign(meant))


def _sign(row: ValenceRow) -> int:
    return -1 if row.sign in _MINUS else int(row.sign == "+")
