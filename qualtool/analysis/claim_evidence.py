"""What in the material stands for a claim and what against it, by what the claim is tied to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.belonging import codes_of
from qualtool.analysis.codebook import valences
from qualtool.analysis.placing import cases_of_excerpts
from qualtool.core.names import folded
from qualtool.core.ordering import below
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
_MINUS: Final = frozenset({"-", "−", "–"})
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
    stands against it. Empty where no coding has one.
    """

    supporting: frozenset[int] = frozenset()
    against: frozenset[int] = frozenset()
    summed_up: frozenset[int] = frozenset()
    valence: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """What several claims are held against, read at once: see `gather`.

    `coded` are the codings by the tie: excerpt and valence. `whole` are the excerpts that stand
    in it without a coding, `marked` those marked as speaking against a theme, `about` the cases.
    """

    coded: Mapping[Tie, Sequence[tuple[int, str | None]]]
    whole: Mapping[Tie, frozenset[int]]
    marked: Mapping[Tie, frozenset[int]]
    summed_up: Mapping[Tie, frozenset[int]]
    about: Mapping[int, frozenset[int]]
    valences: Sequence[ValenceRow]


def gather(session: Session, ties: Collection[Tie], judged: Collection[int] = ()) -> Material:
    """Read what stands under these ties; `judged` are other excerpts whose cases are wanted.

    Sub-themes and sub-codes are included. A summary in a cell of the matrix counts for its case,
    and so do the excerpts behind it.
    """
    codes = _codes(session, ties)
    of_code: dict[int, list[tuple[int, str | None]]] = defaultdict(list)
    for code_id, excerpt_id, valence in session.execute(
        select(Coding.code_id, Coding.excerpt_id, Coding.valence).where(
            Coding.code_id.in_(listed({each for ids in codes.values() for each in ids}))
        )
    ):
        of_code[code_id].append((excerpt_id, valence))
    coded = {tie: [row for each in ids for row in of_code[each]] for tie, ids in codes.items()}
    whole, marked = _in_themes(session, [tie for tie in ties if tie.kind == "theme"])
    summed_up = _summaries(session, ties, whole)
    wanted = {excerpt_id for rows in coded.values() for excerpt_id, _valence in rows}
    wanted |= {each for ids in whole.values() for each in ids} | set(judged)
    return Material(
        coded,
        {tie: frozenset(ids) for tie, ids in whole.items()},
        {tie: frozenset(ids) for tie, ids in marked.items()},
        summed_up,
        cases_of_excerpts(session, wanted) if wanted else {},
        valences(session),
    )


def evidence(material: Material, tie: Tie, text: str) -> Evidence:
    """What stands for and against a claim of these words.

    An excerpt stands against it where it is marked as speaking against the theme, and where it is
    coded with nothing but the opposite valence. The claim has the valence that its words name, or
    else the one that most cases have.
    """
    rows = material.coded.get(tie, ())
    there = {excerpt_id for excerpt_id, _valence in rows} | material.whole.get(
        tie, frozenset[int]()
    )
    there &= material.about.keys()
    meant = _meant(material, rows, text)
    opposite = _opposite(material.valences, meant)
    known: dict[int, set[str | None]] = defaultdict(set)
    for excerpt_id, valence in rows:
        known[excerpt_id].add(valence)
    turned = {each for each in there if known[each] and known[each] <= opposite}
    against = frozenset(turned | (material.marked.get(tie, frozenset()) & there))
    used = meant if any(valence in opposite for _excerpt, valence in rows) else None
    return Evidence(
        frozenset(there) - against,
        against,
        material.summed_up.get(tie, frozenset()),
        used.name if used is not None else "",
    )


def _codes(session: Session, ties: Iterable[Tie]) -> dict[Tie, list[int]]:
    parents = dict(
        session.execute(select(Code.id, Code.parent_id).where(Code.state != "merged")).all()
    )
    found: dict[Tie, list[int]] = {}
    for tie in ties:
        match tie.kind:
            case "theme":
                found[tie] = codes_of(session, [tie.id])
            case "code":
                found[tie] = sorted(below([tie.id], parents))
            case _:
                found[tie] = []
    return found


def _in_themes(
    session: Session, ties: Sequence[Tie]
) -> tuple[dict[Tie, set[int]], dict[Tie, set[int]]]:
    """By tie the excerpts that stand in the theme themselves, and those marked against it."""
    parents = dict(session.execute(select(Theme.id, Theme.parent_id)).all())
    under = {tie: below([tie.id], parents) for tie in ties}
    rows = session.execute(
        select(
            ThemeExcerpt.theme_id, ThemeExcerpt.excerpt_id, ThemeExcerpt.direct, ThemeExcerpt.fit
        )
        .join(Excerpt, Excerpt.id == ThemeExcerpt.excerpt_id)
        .where(
            ThemeExcerpt.theme_id.in_(listed({each for ids in under.values() for each in ids})),
            Excerpt.lost.is_(False),
        )
    ).all()
    whole: dict[Tie, set[int]] = defaultdict(set)
    marked: dict[Tie, set[int]] = defaultdict(set)
    for theme_id, excerpt_id, direct, fit in rows:
        for tie in ties:
            if theme_id in under[tie]:
                if direct:
                    whole[tie].add(excerpt_id)
                if fit == "against":
                    marked[tie].add(excerpt_id)
    return whole, marked


def _summaries(
    session: Session, ties: Collection[Tie], whole: dict[Tie, set[int]]
) -> dict[Tie, frozenset[int]]:
    """By tie the cases that are summed up on it; what is behind that is put to the excerpts."""
    found: dict[Tie, set[int]] = defaultdict(set)
    for case_id, theme_id, question_id, excerpt_id in session.execute(
        select(Summary.case_id, Summary.theme_id, Summary.question_id, SummaryExcerpt.excerpt_id)
        .outerjoin(SummaryExcerpt, SummaryExcerpt.summary_id == Summary.id)
        .where(Summary.text != "")
    ):
        tie = Tie("theme", theme_id) if theme_id is not None else Tie("question", question_id or 0)
        if tie not in ties:
            continue
        found[tie].add(case_id)
        if excerpt_id is not None:
            whole[tie].add(excerpt_id)
    return {tie: frozenset(ids) for tie, ids in found.items()}


def _meant(
    material: Material, rows: Sequence[tuple[int, str | None]], text: str
) -> ValenceRow | None:
    """The valence that a claim has: by its words, or else by what most cases say."""
    signed = [row for row in material.valences if _sign(row)]
    words = folded(text).split()
    named = [row for row in signed if any(_is_called(row, word) for word in words)]
    if named:
        return named[0] if len({_sign(row) for row in named}) == 1 else None
    cases: dict[str, set[int]] = defaultdict(set)
    for excerpt_id, valence in rows:
        cases[valence or ""] |= material.about.get(excerpt_id, frozenset())
    most = Counter({row.key: len(cases[row.key]) for row in signed}).most_common(2)
    if not most or not most[0][1] or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    return next(row for row in signed if row.key == most[0][0])


def _is_called(row: ValenceRow, word: str) -> bool:
    name = folded(row.name)
    stem = name[:-2] if name.endswith("er") and len(name) > _STEM + 1 else name.rstrip("e")
    return len(stem) >= _STEM and word.strip("«»“”\"'.,;:()").startswith(stem)


def _opposite(rows: Iterable[ValenceRow], meant: ValenceRow | None) -> frozenset[str | None]:
    if meant is None:
        return frozenset()
    return frozenset(row.key for row in rows if _sign(row) == -_sign(meant))


def _sign(row: ValenceRow) -> int:
    return -1 if row.sign in _MINUS else int(row.sign == "+")
