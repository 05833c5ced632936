"""The codings of the document that is open, read again only where a step has touched them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis import excerpts
from qualtool.store.journal import Changes
from qualtool.store.project import Project, Session
from qualtool.store.rows import CodingRow
from qualtool.ui.reader.coded import Coded

_LOOKS: Final = ("code", "theme", "theme_code", "coder")  # may change how any coding looks
_MANY: Final = 500  # codings touched at once: then all are read


class ShownCodings:
    """Keeps what was read, so that a step on one of 20,000 codings reads that one."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._document: int | None = None
        self._coded = Coded()
        self._by_id: dict[int, CodingRow] = {}
        self._looks: excerpts.Looks | None = None

    @property
    def count(self) -> int:
        """How many codings the document has."""
        return len(self._coded.codings)

    def read(self, document_id: int) -> Coded:
        """All codings in a document."""
        with self._project.read() as session:
            rows = excerpts.codings_in(session, document_id)
            self._looks = excerpts.looks(session)
        self._document = document_id
        self._by_id = {row.id: row for row in rows}
        self._coded = Coded(rows)
        return self._coded

    def after(self, changes: Changes, document_id: int) -> Coded:
        """The same after a step."""
        codings, marked = changes.ids("coding"), changes.ids("excerpt")
        touched = [table for table in ("coding", "excerpt") if changes.touches(table)]
        if (
            document_id != self._document
            or not all(map(changes.ids, touched))  # which of them, nobody says
            or len(codings) + len(marked) > _MANY
        ):
            return self.read(document_id)
        with self._project.read() as session:
            if not self._look_the_same(changes, session):
                return self.read(document_id)
            fresh = excerpts.codings_among(session, document_id, codings, marked)
        anew = marked | {row.excerpt_id for row in fresh}
        gone = {row.id: row for each in anew for row in self._coded.of_excerpt(each)}
        gone |= {row_id: self._by_id[row_id] for row_id in codings if row_id in self._by_id}
        for row_id in gone:
            del self._by_id[row_id]
        self._by_id.update((row.id, row) for row in fresh)
        self._coded = self._coded.after(gone.values(), fresh)
        return self._coded

    def _look_the_same(self, changes: Changes, session: Session) -> bool:
        """Whether what was read is still called and coloured so."""
        now, before = excerpts.looks(session), self._looks
        self._looks = now
        # Who is named, and how, depends on who else has coded anywhere.
        if before is None or now.people != before.people:
            return False
        if not changes.touches(*_LOOKS):
            return True
        return _agree(before.names, now.names) and _agree(before.colours, now.colours)


def _agree(before: Mapping[int, str], now: Mapping[int, str]) -> bool:
    """Whether all are as they were; those that are new or gone have no codings but touched ones."""
    return all(now.get(code_id, words) == words for code_id, words in before.items())
