"""What may be worth a thought about a theme: hints that block nothing and count for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.analysis import belonging, codebook
from qualtool.analysis.use import counted_so_far
from qualtool.i18n import gettext as _
from qualtool.store.kept import kept
from qualtool.store.rows import ThemeRow
from qualtool.store.schema import Coding, DocumentCase, Excerpt, ThemeExcerpt

_MANY: Final = 8  # excerpts from which on it says something that half come from two cases
_TABLES: Final = frozenset(
    {"excerpt", "coding", "theme_excerpt", "theme", "theme_code", "code", "rest_code"}
)


@dataclass(frozen=True, slots=True)
class Hint:
    """A thought about a theme; `key` and the theme's guid tell it from all others."""

    key: str
    theme_id: int
    guid: str
    words: str

    @property
    def name(self) -> str:
        """What the hint is known by once the researcher has put it away."""
        return f"{self.guid}.{self.key}"


def hints(session: Session, *, wait: bool = False) -> dict[int, list[Hint]]:
    """The hints of every theme that has any, by the theme.

    Without `wait`, what has to be counted is left out until it has been: see `use.count_on`.
    """
    rows = codebook.themes(session, wait=wait)
    use = counted_so_far(session)
    look = _Look(
        kept(session, "themes with examples", _TABLES, lambda: _with_examples(session)),
        use.cases_of_themes if use is not None else {},
        session.scalar(select(func.count(func.distinct(DocumentCase.case_id)))) or 0,
        rows,
    )
    found: dict[int, list[Hint]] = {}
    for row in rows:
        if row.state != "aside":
            said = [Hint(key, row.id, row.guid, words) for key, words in _said(row, look)]
            if said:
                found[row.id] = said
    return found


@dataclass(frozen=True, slots=True)
class _Look:
    """What is looked at: the themes with an example, and who speaks in each, as far as counted."""

    shown: frozenset[int]
    cases: Mapping[int, Counter[int]]
    concerned: int
    rows: Sequence[ThemeRow]


def _said(row: ThemeRow, look: _Look) -> Iterator[tuple[str, str]]:
    if len((row.report_title or row.name).split()) == 1:
        yield "topic", _("The name is a single word: a topic rather than what is said of it.")
    if row.parent_id is not None and row.id not in look.shown:
        yield "example", _("This sub-theme has no starred excerpt as an example.")
    under = [each for each in look.rows if each.parent_id == row.id and each.state != "aside"]
    if bare := [each.name for each in under if each.id not in look.shown]:
        yield "examples", _("Without a starred example: {names}.").format(names=", ".join(bare))
    cases = look.cases.get(row.id)
    if not cases or look.concerned < 2:
        return
    if len(cases) == 1:
        yield "one_case", _("All its excerpts come from one case.")
    elif len(cases) > 3 and row.excerpts >= _MANY:
        most = sum(count for _case, count in cases.most_common(2))
        if most * 2 >= sum(cases.values()):
            yield "two_cases", _("Half of its excerpts come from two cases.")


def of_theme(session: Session, theme_id: int) -> list[Hint]:
    """The hints of one theme."""
    return hints(session).get(theme_id, [])


def is_loose(session: Session, code_id: int) -> bool:
    """Whether a code is in no theme, of any set of themes."""
    return not belonging.belonging(session).themes.get(code_id)


def _with_examples(session: Session) -> frozenset[int]:
    """The themes with a starred excerpt in themselves, in a code of theirs or placed there."""
    themes = belonging.belonging(session).themes
    found: set[int] = set()
    codes = session.scalars(
        select(Coding.code_id)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(Excerpt.starred.is_(True), Excerpt.lost.is_(False))
        .distinct()
    )
    for code_id in codes:
        found.update(themes.get(code_id, ()))
    direct = session.scalars(
        select(ThemeExcerpt.theme_id)
        .join(Excerpt, Excerpt.id == ThemeExcerpt.excerpt_id)
        .where(ThemeExcerpt.direct.is_(True), Excerpt.starred.is_(True), Excerpt.lost.is_(False))
    )
    return frozenset(found | set(direct))
