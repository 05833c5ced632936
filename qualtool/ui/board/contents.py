"""What lies on the board, as it is read from the project: columns, sections and cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from qualtool.analysis import balance, belonging, board, codebook, excerpts, memos
from qualtool.analysis.belonging import Whole
from qualtool.core.names import excerpted
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.project import Project
from qualtool.store.rows import CodeRow, ExcerptRow, ThemeRow, ValenceRow
from qualtool.ui.memo_words import counted_memos

LOOSE: Final = 0  # the place of codes without a theme; a theme is a place by its number
REST: Final = -1  # and that of codes that fit none
_QUOTED: Final = 90  # code points of an excerpt

Kind = Literal["code", "excerpt", "theme", "aside", "fold", "new"]
Key = tuple[Kind, int, int]  # what it is, where it lies, its number


@dataclass(frozen=True, slots=True)
class Card:
    """A code, or an excerpt that was placed in a theme itself, where it lies.

    `balance` is how many codings carry each sign (`-`, `±`, `+`).
    """

    key: Key
    name: str
    colour: str
    counts: str
    balance: Mapping[str, int]
    memos: int = 0
    about: str = ""
    read: str = ""  # the balance in the project's own words
    also_in: tuple[str, ...] = ()  # the other themes in which it lies

    @property
    def place(self) -> int:
        """The theme it lies in, or `LOOSE` or `REST`."""
        return self.key[1]

    @property
    def id(self) -> int:
        """The number of the code or excerpt."""
        return self.key[2]


@dataclass(frozen=True, slots=True)
class Section:
    """A theme, a sub-theme (`depth` 1 and more) or a tray, with the cards in it.

    `counts` are in words; `of` is where the theme stands among those under the same one.
    """

    place: int
    name: str
    counts: str
    cards: tuple[Card, ...]
    depth: int = 0
    colour: str = ""
    parent: int | None = None
    of: int = 0
    state: str = "candidate"
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """A theme that was set aside, with why."""

    theme_id: int
    name: str
    colour: str
    reason: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything on the board of a frame; a column is a theme followed by its sub-themes."""

    frame_id: int | None
    loose: Section
    rest: Section
    columns: tuple[tuple[Section, ...], ...]
    aside: tuple[Aside, ...]

    def sections(self) -> Iterable[Section]:
        """The trays and the themes, from left to right and from top to bottom."""
        yield self.loose
        yield self.rest
        for column in self.columns:
            yield from column

    def section(self, place: int) -> Section | None:
        """A section by its place."""
        return next((each for each in self.sections() if each.place == place), None)


NOTHING: Final = Contents(None, Section(LOOSE, "", "", ()), Section(REST, "", "", ()), (), ())


def contents(project: Project, frame_id: int | None) -> Contents:
    """What lies on the board of a frame; of the first where None."""
    with project.read() as session:
        if frame_id is None:
            frame_id = next((each.id for each in board.frames(session)), None)
        rows = codebook.themes(session, frame_id, wait=False) if frame_id is not None else []
        every = codebook.codes(session, wait=False)
        codes = {row.id: row for row in every if row.state == "in_use"}
        rest = board.fitting_none(session, frame_id) if frame_id is not None else []
        direct = board.standing_themselves(session, frame_id) if frame_id is not None else {}
        placed = {each for ids in direct.values() for each in ids}
        quoted = excerpts.excerpts(session, excerpt_ids=placed) if placed else []
        shown = board.in_use(rows)
        there = {row.id for row in shown}
        aside = [
            row
            for row in rows
            if row.state == "aside" and (row.parent_id is None or row.parent_id in there)
        ]
        reasons = board.why_aside(session, [row.id for row in aside]) if aside else {}
        make = _Cards(
            codes,
            {row.id: row for row in quoted},
            balance.valences_by_code(session),
            codebook.valences(session),
            balance.cases_with_documents(session),
            memos.signs(session).codes,
            _places(shown),
            codebook.figures_known(session),
            belonging.wholes(session, there),
        )
    held = {code_id for row in shown for code_id in row.code_ids}
    return Contents(
        frame_id,
        make.tray(LOOSE, [each for each in codes if each not in held and each not in set(rest)]),
        make.tray(REST, [each for each in rest if each in codes]),
        tuple(make.columns(shown, direct)),
        tuple(Aside(row.id, row.name, row.colour, reasons.get(row.id, "")) for row in aside),
    )


def _places(rows: Iterable[ThemeRow]) -> dict[int, list[ThemeRow]]:
    """By code the themes in which its card lies."""
    found: dict[int, list[ThemeRow]] = {}
    for row in rows:
        for code_id in row.placed_ids:
            found.setdefault(code_id, []).append(row)
    return found


@dataclass(frozen=True, slots=True)
class _Cards:
    """Makes cards and sections of what was read."""

    codes: Mapping[int, CodeRow]
    excerpts: Mapping[int, ExcerptRow]
    balances: Mapping[int, Mapping[str, int]]
    valences: Sequence[ValenceRow]
    cases: int
    memos: Mapping[int, int]
    places: Mapping[int, Sequence[ThemeRow]]
    counted: bool
    wholes: Mapping[tuple[int, int], Whole]

    def tray(self, place: int, code_ids: Iterable[int]) -> Section:
        """The cards of a tray."""
        name = _("Codes without theme") if place == LOOSE else _("Does not fit")
        return Section(place, name, "", tuple(self._code(place, each) for each in code_ids))

    def columns(
        self, rows: Sequence[ThemeRow], direct: Mapping[int, Sequence[int]]
    ) -> Iterable[tuple[Section, ...]]:
        """A column for each theme at the top."""
        depth: dict[int, int] = {}
        places: dict[int | None, int] = {}
        column: list[Section] = []
        for row in rows:
            depth[row.id] = depth.get(row.parent_id, -1) + 1 if row.parent_id is not None else 0
            if row.parent_id is None and column:
                yield tuple(column)
                column = []
            of = places[row.parent_id] = places.get(row.parent_id, -1) + 1
            column.append(replace(self._section(row, direct), depth=depth[row.id], of=of))
        if column:
            yield tuple(column)

    def _section(self, row: ThemeRow, direct: Mapping[int, Sequence[int]]) -> Section:
        cards = [self._code(row.id, each) for each in row.placed_ids if each in self.codes]
        cards += [
            self._excerpt(row, self.excerpts[each])
            for each in direct.get(row.id, ())
            if each in self.excerpts
        ]
        parts = [self._figures(row)]
        if row.label and row.label != row.name:
            parts.insert(0, row.label)
        return Section(
            row.id,
            row.name,
            " · ".join(parts),
            tuple(cards),
            colour=row.colour,
            parent=row.parent_id,
            state=row.state,
            collapsed=row.collapsed,
        )

    def _code(self, place: int, code_id: int) -> Card:
        row = self.codes[code_id]
        whole = self.wholes.get((place, code_id), Whole((code_id,), row.excerpts, row.cases))
        counts: Counter[str] = Counter()
        for each_code in whole.codes:
            counts.update(self.balances.get(each_code, {}))
        found = [(each, counts[each.key]) for each in self.valences if each.key in counts]
        signs: dict[str, int] = {}
        for valence, count in found:
            signs[valence.sign] = signs.get(valence.sign, 0) + count
        return Card(
            ("code", place, code_id),
            row.name,
            row.colour,
            " · ".join([self._figures(whole), *_sub_codes(whole)]),
            signs,
            self.memos.get(code_id, 0),
            row.description,
            ", ".join(f"{valence.name} {count}" for valence, count in found),
            tuple(each.name for each in self.places.get(code_id, ()) if each.id != place),
        )

    def _excerpt(self, theme: ThemeRow, row: ExcerptRow) -> Card:
        words = excerpted(" ".join((row.display_text or row.text).split()), _QUOTED)
        return Card(
            ("excerpt", theme.id, row.id),
            _("“{words}”").format(words=words),
            theme.colour,
            " · ".join(each for each in (row.case or row.document, row.place) if each),
            {},
        )

    def _figures(self, row: Whole | ThemeRow) -> str:
        """How many excerpts, and of how many cases; a large project is counted by and by."""
        if not self.counted:
            return "…"
        count = row.excerpts
        excerpts = ngettext("{count} excerpt", "{count} excerpts", count).format(count=count)
        cases = _("{count} of {all}").format(count=row.cases, all=self.cases)
        return f"{excerpts} · {cases}"


def spoken(card: Card) -> str:
    """A card as a screen reader says it."""
    said = [card.name, card.counts]
    if card.key[0] == "excerpt":
        said.insert(0, _("Excerpt"))
    if card.read:
        said.append(card.read)
    if card.also_in:
        said.append(also_in_words(card))
    if card.memos:
        said.append(counted_memos(card.memos))
    return ", ".join(said)


def also_in_words(card: Card) -> str:
    """In which other themes a card lies."""
    return _("Also in {themes}").format(themes=", ".join(f"“{each}”" for each in card.also_in))


def _sub_codes(whole: Whole) -> Iterable[str]:
    count = len(whole.codes) - 1
    if count:
        yield ngettext("{count} sub-code", "{count} sub-codes", count).format(count=count)
