"""The codebook as it stands: codes, themes, valences and coders, with how much each is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from qualtool.analysis.belonging import belonging
from qualtool.analysis.code_steps import COLUMNS, SHAPE, CodeColumns, Unmoved, code_step
from qualtool.analysis.tally import Tally
from qualtool.analysis.use import counted, counted_so_far
from qualtool.core.colours import inherited
from qualtool.core.ordering import downwards
from qualtool.store.bare_reading import column, rows
from qualtool.store.kept import Passed, kept
from qualtool.store.rows import CodeRow, CoderRow, ThemeRow, ValenceRow
from qualtool.store.schema import Code, Coder, Theme, Valence
from qualtool.store.selecting import listed
from qualtool.store.whose import read_in

_NOTHING: Final = Tally()
# Columns: thousands of rows that nobody changes need not become what can be changed.
_CODES: Final = select(*COLUMNS).where(Code.state != "merged").order_by(Code.position, Code.id)
_CODERS: Final = select(Coder.id, Coder.name, Coder.colour).order_by(Coder.position, Coder.id)
_PINNED: Final = select(Code.id).where(Code.pin == bindparam("number"), Code.state != "merged")


def codes(session: Session, *, wait: bool = True) -> list[CodeRow]:
    """The codes from top to bottom of their tree; retired ones too, those merged away not.

    Counts are of excerpts and of the cases these are about, for the code alone. Who does not
    `wait` for them to be counted gets them all as 0 until they are: see `figures_known`.
    """
    held = kept(session, "code rows", SHAPE, lambda: _Codes(_code_rows(session)))
    held.count((counted(session) if wait else counted_so_far(session)) or _NOTHING)
    return list(held.rows)


class _Codes:
    """The codes as they were last counted."""

    def __init__(self, rows: list[CodeRow]) -> None:
        self.rows = rows
        self._at = {row.id: number for number, row in enumerate(rows)}
        self._by: Tally | None = None

    def follow(self, passed: Passed, session: Session) -> bool:
        """Take in what a step did to codes, where it moved none."""
        if not passed.changes.touches(*SHAPE):
            return True
        step = code_step(passed, session)
        if step is None or not all(self._comes_last(row) for row in step.made.values()):
            return False
        for code_id, now in step.changed.items():
            row = self.rows[self._at[code_id]]
            self.rows[self._at[code_id]] = replace(
                _code_row(now, row.colour, row.theme_ids), excerpts=row.excerpts, cases=row.cases
            )
        if step.gone:
            self.rows = [row for row in self.rows if row.id not in step.gone]
            self._at = {row.id: number for number, row in enumerate(self.rows)}
        for code_id, now in step.made.items():
            self._at[code_id] = len(self.rows)
            self.rows.append(_code_row(now, _colour_of(now), ()))
        return True

    def _comes_last(self, made: CodeColumns) -> bool:
        """Whether a code at the top stands behind all the others there."""
        top = next((row for row in reversed(self.rows) if row.parent_id is None), None)
        return top is None or (top.position, top.id) < (made.position, made.id)

    def count(self, use: Tally) -> None:
        """Write the figures into the rows: all of them, or those that a step has changed."""
        again = use.counted_anew & self._at.keys() if use is self._by else self._at.keys()
        for code_id in again:
            number = self._at[code_id]
            excerpts, cases = use.codes[code_id], len(use.cases_of_codes.get(code_id, ()))
            row = self.rows[number]
            if row.excerpts != excerpts or row.cases != cases:
                self.rows[number] = replace(row, excerpts=excerpts, cases=cases)
        self._by = use
        use.counted_anew.clear()


def themes(session: Session, frame_id: int | None = None, *, wait: bool = True) -> list[ThemeRow]:
    """The themes from top to bottom of their tree, of one frame or of all; merged ones not.

    Counts are of excerpts and cases, sub-themes included, each once; `wait` is as in `codes`.
    """
    held = kept(
        session, ("theme rows", frame_id), SHAPE, lambda: Unmoved(_theme_rows(session, frame_id))
    )
    found: list[ThemeRow] = held.thing
    use = counted(session) if wait else counted_so_far(session)
    cases = use.cases_of_themes if use is not None else {}
    excerpts = use.themes if use is not None else Counter[int]()
    for number, row in enumerate(found):
        about = len(cases.get(row.id, ()))
        if row.excerpts != excerpts[row.id] or row.cases != about:
            found[number] = replace(row, excerpts=excerpts[row.id], cases=about)
    return list(found)


def figures_known(session: Session) -> bool:
    """Whether all is counted; in a large project it takes a while: see `use.count_on`."""
    return counted_so_far(session) is not None


def pinned_to(session: Session, number: int) -> list[int]:
    """The codes that a number key applies."""
    return column(session, _PINNED, number=number)


def names_in_use(session: Session) -> list[tuple[int, str]]:
    """The codes in use, each with its name."""
    rows = session.execute(select(Code.id, Code.name).where(Code.state == "in_use"))
    return [(row_id, name) for row_id, name in rows]


def code_names(session: Session) -> list[str]:
    """The names of all codes, retired ones too, those merged away not."""
    return list(session.scalars(select(Code.name).where(Code.state != "merged")))


def theme_names(session: Session) -> list[str]:
    """The names of all themes, those merged away not."""
    return list(session.scalars(select(Theme.name).where(Theme.state != "merged")))


def valences(session: Session) -> list[ValenceRow]:
    """The ways a coding can be read, in order."""
    return list(kept(session, "valences", frozenset({"valence"}), lambda: _valences(session)))


def _valences(session: Session) -> list[ValenceRow]:
    rows = session.execute(
        select(Valence.key, Valence.name, Valence.sign).order_by(Valence.position, Valence.id)
    )
    return [ValenceRow(key=key, name=name, sign=sign) for key, name, sign in rows]


def coders(session: Session, *, wait: bool = True) -> list[CoderRow]:
    """The coders, in order, each with how many codings are theirs; `wait` is as in `codes`."""
    use = counted(session) if wait else counted_so_far(session) or Tally()
    return [
        CoderRow(id=row_id, name=name, colour=colour, codings=use.coders[row_id])
        for row_id, name, colour in rows(session, _CODERS)
    ]


def coders_read(session: Session) -> list[str] | None:
    """The names of those whose codings alone are read now; None where everybody's are."""
    only = read_in(session)
    if only is None:
        return None
    named = select(Coder.name).where(Coder.id.in_(listed(only)))
    return list(session.scalars(named.order_by(Coder.position, Coder.id)))


def theme_colours(session: Session) -> dict[int, str]:
    """The colour each theme is shown in: its own, or that of the theme above."""
    rows = session.execute(select(Theme.id, Theme.parent_id, Theme.colour)).all()
    own = {row_id: colour for row_id, _parent, colour in rows}
    parents = {row_id: parent for row_id, parent, _colour in rows}
    return inherited(own, parents, {})


def code_colours(session: Session) -> Mapping[int, str]:
    """The colour each code is shown in: its own, its parent's, or that of its first theme."""
    return kept(session, "code colours", SHAPE, lambda: _Colours(_code_colours(session))).of


@dataclass(slots=True)
class _Colours:
    """The colours, kept while no step moves or recolours a code."""

    of: dict[int, str]

    def follow(self, passed: Passed, session: Session) -> bool:
        """Take in codes that a step made or took away."""
        if not passed.changes.touches(*SHAPE):
            return True
        step = code_step(passed, session)
        if step is None:
            return False
        for code_id in step.gone:
            self.of.pop(code_id, None)
        self.of.update((row.id, _colour_of(row)) for row in step.made.values())
        return True


def _code_colours(session: Session) -> dict[int, str]:
    rows = session.execute(select(Code.id, Code.parent_id, Code.colour)).all()
    own = {row_id: colour for row_id, _parent, colour in rows}
    parents = {row_id: parent for row_id, parent, _colour in rows}
    of_theme = theme_colours(session)
    first: dict[int, str] = {}
    for theme_id, code_ids in belonging(session).placed.items():
        for code_id in code_ids:
            first.setdefault(code_id, of_theme[theme_id])
    return inherited(own, parents, first)


def _code_rows(session: Session) -> list[CodeRow]:
    found = [CodeColumns(*row) for row in rows(session, _CODES)]
    colours = code_colours(session)
    themes_of = belonging(session).themes
    return [_code_row(row, colours[row.id], themes_of.get(row.id, ())) for row in _downwards(found)]


def _code_row(row: CodeColumns, colour: str, theme_ids: tuple[int, ...]) -> CodeRow:
    return CodeRow(
        id=row.id,
        guid=row.guid,
        parent_id=row.parent_id,
        name=row.name,
        colour=colour,
        own_colour=row.colour,
        description=row.description,
        use_when=row.use_when,
        use_not=row.use_not,
        decision_rules=row.decision_rules,
        state=row.state,
        pin=row.pin,
        position=row.position,
        theme_ids=theme_ids,
        excerpts=0,
        cases=0,
    )


def _colour_of(made: CodeColumns) -> str:
    """The colour of a code at the top that stands in no theme."""
    return inherited({made.id: made.colour}, {made.id: None}, {})[made.id]


def _theme_rows(session: Session, frame_id: int | None) -> list[ThemeRow]:
    wanted = select(Theme).where(Theme.state != "merged").order_by(Theme.position, Theme.id)
    if frame_id is not None:
        wanted = wanted.where(Theme.frame_id == frame_id)
    rows = session.scalars(wanted).all()
    colours = theme_colours(session)
    inside = belonging(session)
    return [
        ThemeRow(
            id=row.id,
            guid=row.guid,
            frame_id=row.frame_id,
            parent_id=row.parent_id,
            name=row.name,
            report_title=row.report_title,
            label=row.label,
            colour=colours[row.id],
            concept=row.concept,
            definition=row.definition,
            in_scope=row.in_scope,
            out_of_scope=row.out_of_scope,
            decision_rules=row.decision_rules,
            state=row.state,
            collapsed=row.collapsed,
            position=row.position,
            code_ids=inside.codes[row.id],
            excerpts=0,
            cases=0,
            placed_ids=inside.placed[row.id],
        )
        for row in _downwards(rows)
    ]


def _downwards(rows: Sequence[Any]) -> Iterator[Any]:
    """Rows of codes or of themes, each before those under it."""
    by_id = {row.id: row for row in rows}
    return (by_id[row_id] for row_id in downwards((row.id, row.parent_id) for row in rows))
