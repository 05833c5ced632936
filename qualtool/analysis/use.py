"""How much is coded with what: counted once for an open project, then kept right step by step.

An excerpt that has lost its words counts nowhere. Where only some coders' codings are read, what
the others alone have coded counts nowhere either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.analysis.belonging import TABLES, moved, worked_out
from qualtool.analysis.tally import Places, Tally
from qualtool.analysis.tally_state import EXCERPT, of_documents, of_excerpts, touched
from qualtool.analysis.voices import held_voices, voices
from qualtool.core.ordering import above
from qualtool.store.kept import Passed, kept
from qualtool.store.schema import Document, Theme
from qualtool.store.whose import read_in

_AT_ONCE: Final = 4_000  # excerpts that are counted while one waits, without its being felt
_TOO_MANY: Final = 10_000  # touched excerpts from which on it is less work to begin anew
_TABLES: Final = ("excerpt", "coding", "theme_excerpt", *TABLES,
                  "document_text", "speaker", "document_case")  # fmt: skip


def counted(session: Session) -> Tally:
    """The counts of the whole project, however long it takes to count them."""
    use = _use(session)
    use.count(session)
    return use.tally


def counted_so_far(session: Session) -> Tally | None:
    """The counts, where they are at hand or counted in no time; else None: see `count_on`."""
    use = _use(session)
    if use.left:
        if use.large is None:
            use.large = (session.scalar(select(func.max(EXCERPT.id))) or 0) > _AT_ONCE
        if use.large:
            return None
        use.count(session)
    return use.tally


def count_on(session: Session, documents: int) -> bool:
    """Count in some more documents; whether all are counted now."""
    use = _use(session)
    use.count(session, documents)
    return not use.left


@dataclass(slots=True)
class Use:
    """The counts of a project; `left` are the documents that are still to be counted."""

    tally: Tally
    places: Places
    left: dict[int, None]
    whose: frozenset[int] | None
    large: bool | None = None  # whether it takes so long that nobody should wait

    def count(self, session: Session, documents: int | None = None) -> None:
        """Count some of the documents that are left, or all."""
        some = list(self.left)[:documents]
        if not some:
            return
        of = voices(session, some)
        for excerpt in of_documents(session, some).counted(of, self.whose):
            self.tally.add(excerpt, self.places)
        for document_id in some:
            del self.left[document_id]

    def follow(self, passed: Passed, session: Session) -> bool:
        """Take a step in: what it touched is counted out as it was, and in as it is."""
        if not passed.changes.touches(*_TABLES):
            return True
        if passed.goes_on:
            return False
        places, codes, themes = self.places, frozenset[int](), frozenset[int]()
        if moved(passed, session):
            places = _places(session)
            codes = _moved(self.places.of_code, places.of_code)
            themes = _moved(self.places.of_theme, places.of_theme)
        excerpts = touched(passed, session, codes, themes)
        if len(excerpts) > _TOO_MANY:
            return False
        now = of_excerpts(session, excerpts)
        before = now.before(passed)
        of = voices(session, now.documents() | before.documents())
        for excerpt in before.counted({**of, **held_voices(session).before}, self.whose):
            if excerpt.document_id not in self.left:
                self.tally.add(excerpt, self.places, -1)
        self.places = places
        for excerpt in now.counted(of, self.whose):
            if excerpt.document_id not in self.left:
                self.tally.add(excerpt, places)
        return True


def _use(session: Session) -> Use:
    return kept(session, "use", frozenset(_TABLES), lambda: _begin(session))


def _begin(session: Session) -> Use:
    held_voices(session)  # made before this, and so told of a step before this is
    left = session.scalars(select(Document.id).order_by(Document.position, Document.id))
    return Use(Tally(), _places(session), dict.fromkeys(left), read_in(session))


def _places(session: Session) -> Places:
    parents = dict(session.execute(select(Theme.id, Theme.parent_id)).all())
    of_theme = {each: frozenset((each, *above(each, parents))) for each in parents}
    of_code: dict[int, frozenset[int]] = defaultdict(frozenset)
    for code_id, theme_ids in worked_out(session).themes.items():
        for theme_id in theme_ids:
            of_code[code_id] |= of_theme[theme_id]
    return Places(dict(of_code), of_theme)


def _moved(
    before: Mapping[int, frozenset[int]], now: Mapping[int, frozenset[int]]
) -> frozenset[int]:
    nowhere = frozenset[int]()
    return frozenset(
        each
        for each in before.keys() | now.keys()
        if before.get(each, nowhere) != now.get(each, nowhere)
    )
