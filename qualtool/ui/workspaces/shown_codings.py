"""The codings of the document that is open, read again only where a step has touched them."""

from __future__ import annotations

from bisect import insort
from typing import Final

from qualtool.analysis import excerpts
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import CodingRow

_ALL: Final = ("code", "theme", "theme_code", "coder")  # may change any coding
_MANY: Final = 500  # codings touched at once: then all are read


class ShownCodings:
    """Keeps what was read, so that a step on one of 20,000 codings reads that one."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._document: int | None = None
        self._rows: list[CodingRow] = []
        self._people: object = None

    def read(self, document_id: int) -> list[CodingRow]:
        """All codings in a document."""
        with self._project.read() as session:
            self._rows = excerpts.codings_in(session, document_id)
            self._people = excerpts.people(session)
        self._document = document_id
        return self._rows

    def after(self, changes: Changes, document_id: int) -> list[CodingRow]:
        """The same after a step."""
        codings, marked = changes.ids("coding"), changes.ids("excerpt")
        touched = [table for table in ("coding", "excerpt") if changes.touches(table)]
        if (
            document_id != self._document
            or changes.touches(*_ALL)
            or not all(map(changes.ids, touched))  # which of them, nobody says
            or len(codings) + len(marked) > _MANY
        ):
            return self.read(document_id)
        with self._project.read() as session:
            # Who is named, and how, depends on who else has coded anywhere.
            if excerpts.people(session) != self._people:
                return self.read(document_id)
            fresh = excerpts.codings_among(session, document_id, codings, marked)
        anew = marked | {row.excerpt_id for row in fresh}
        rows = [row for row in self._rows if row.id not in codings and row.excerpt_id not in anew]
        for row in fresh:
            insort(rows, row, key=_place)
        self._rows = rows
        return rows


def _place(row: CodingRow) -> tuple[int, int, int]:
    """In order of where it starts; the longer first."""
    return row.start, -row.end, row.id
