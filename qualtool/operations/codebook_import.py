"""A codebook taken in: its codes made, or what it says of codes that are there already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.core.codebook_lines import CodeLine
from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, required
from qualtool.operations import themes
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Theme, ThemeCode

_SAID: Final = (
    "colour", "description", "use_when", "use_not", "decision_rules", "provenance", "source",
    "departure",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TakenCodebook:
    """How many codes were made and how many changed; the rows left out, each with why."""

    added: int
    changed: int
    left: tuple[tuple[int, str], ...]


def take_in(session: Session, lines: Iterable[CodeLine]) -> TakenCodebook:
    """Make the codes of a codebook, in its order and tree, in the themes it names.

    A code that is there already, of the same name under the same codes, is given what the
    codebook says of it; what it does not say stays. Codes and themes that are missing above are
    made. Raises nothing for a bad line: it is left out and named.
    """
    shelf = _Shelf(session)
    left: list[tuple[int, str]] = []
    for line in lines:
        try:
            shelf.put(line)
        except QualtoolError as error:
            left.append((line.row, str(error)))
    shelf.finish()
    tell(session, codes=shelf.added + len(shelf.changed), count=shelf.added)
    return TakenCodebook(shelf.added, len(shelf.changed), tuple(left))


class _Shelf:
    """The codes and themes there are, by name, while more are put among them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.added = 0
        self.changed: set[int] = set()
        self._codes: dict[tuple[int | None, str], Code] = {}
        self._made: set[Code] = set()
        self._placed: list[tuple[Code, int]] = []
        self._count: dict[int | None, int] = defaultdict(int)
        for code in session.scalars(
            select(Code).where(Code.state != "merged").order_by(Code.state.desc())
        ):
            self._codes[code.parent_id, folded(code.name)] = code  # those in use last, they win
            self._count[code.parent_id] = max(self._count[code.parent_id], code.position + 1)
        self._themes = {
            folded(theme.name): theme.id
            for theme in session.scalars(
                select(Theme).where(Theme.state != "merged").order_by(Theme.id.desc())
            )
        }
        self._in = {
            (theme_id, code_id)
            for theme_id, code_id in session.execute(select(ThemeCode.theme_id, ThemeCode.code_id))
        }
        self._last = dict(
            session.execute(
                select(ThemeCode.theme_id, func.max(ThemeCode.position)).group_by(
                    ThemeCode.theme_id
                )
            ).all()
        )

    def put(self, line: CodeLine) -> None:
        """Make or change one code, and what is missing above it."""
        name = required(line.name)
        above = [required(each) for each in line.path]
        theme = required(line.theme) if line.theme else ""
        parent: int | None = None
        for each in above:
            over = self._code(each, parent, "imported")
            if over in self._session.new:
                self._session.flush()  # all that waits, so that what comes under it has a number
            parent = over.id
        code = self._code(name, parent, line.provenance or "imported")
        said = {key: getattr(line, key) for key in _SAID if getattr(line, key)}
        if line.state:
            said["state"] = line.state
        for key, words in said.items():
            if getattr(code, key) != words:
                setattr(code, key, words)
                if code not in self._made:
                    self.changed.add(code.id)
        if code.state == "retired":
            code.pin = None
        if theme:
            self._place(code, theme)

    def _code(self, name: str, parent: int | None, provenance: str) -> Code:
        known = self._codes.get((parent, folded(name)))
        if known is not None:
            return known
        made = Code(
            name=name, parent_id=parent, position=self._count[parent], provenance=provenance
        )
        self._session.add(made)
        self._codes[parent, folded(name)] = made
        self._count[parent] += 1
        self._made.add(made)
        self.added += 1
        return made

    def _place(self, code: Code, theme: str) -> None:
        theme_id = self._themes.get(folded(theme))
        if theme_id is None:
            theme_id = self._themes[folded(theme)] = themes.add(self._session, theme)
        if code in self._made or (theme_id, code.id) not in self._in:
            self._placed.append((code, theme_id))
            if code not in self._made:
                self.changed.add(code.id)

    def finish(self) -> None:
        """Write what waits: codes first, then the themes they are in."""
        self._session.flush()
        for code, theme_id in self._placed:
            if (theme_id, code.id) not in self._in:
                place = self._last.get(theme_id, -1) + 1
                self._session.add(ThemeCode(theme_id=theme_id, code_id=code.id, position=place))
                self._in.add((theme_id, code.id))
                self._last[theme_id] = place
        self._session.flush()
