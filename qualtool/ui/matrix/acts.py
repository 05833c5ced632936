"""What is done in the framework matrix, each act one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qualtool.analysis.matrix import Cell, Place
from qualtool.core.errors import QualtoolError
from qualtool.operations import comparisons, summaries
from qualtool.store.project import Project, Session


class MatrixActs:
    """Acts on one project; `refused` is told what could not be done."""

    def __init__(self, project: Project, refused: Callable[[QualtoolError], None]) -> None:
        self._project = project
        self._refused = refused

    def write(self, place: Place, words: str) -> None:
        """Write the summary of a cell."""
        self._do("write_summary", lambda s: summaries.write(s, *place, words))

    def set_state(self, place: Place, cell: Cell, state: str) -> None:
        """Say why a cell is empty; the same once more takes that back."""
        wanted = "" if cell.state == state else state
        if wanted != cell.state:
            self._do("set_cell_state", lambda s: summaries.set_state(s, *place, wanted))

    def empty(self, place: Place, cell: Cell) -> None:
        """Take the words of a cell away, or why it has none."""
        if cell.text:
            self.write(place, "")
        else:
            self.set_state(place, cell, "")

    def set_evidence(self, place: Place, words: str) -> None:
        """Note how strong the evidence is."""
        self._do("set_evidence", lambda s: summaries.set_evidence(s, *place, words))

    def rate(self, place: Place, words: str) -> None:
        """Judge how a case stands on a theme."""
        self._do("rate_cell", lambda s: summaries.rate(s, *place, words))

    def judge(self, theme_id: int, field: str, words: str) -> None:
        """Judge how the cases stand on a theme: `field` is rating, explanation or evidence."""
        said: dict[str, str] = {field: words}
        self._do(
            "judge_across",
            lambda s: comparisons.judge(
                s,
                theme_id,
                rating=said.get("rating"),
                explanation=said.get("explanation"),
                evidence=said.get("evidence"),
            ),
        )

    def link(self, place: Place, excerpt_ids: Sequence[int], on: bool) -> None:
        """Tie excerpts to a cell, or let them stand behind it no longer."""
        if on:
            self._do("link_to_cell", lambda s: summaries.link(s, *place, excerpt_ids))
        else:
            self._do("unlink_from_cell", lambda s: summaries.unlink(s, *place, excerpt_ids))

    def _do(self, action: str, act: Callable[[Session], object]) -> None:
        if self._project.read_only:
            return
        try:
            with self._project.edit(action) as session:
                act(session)
        except QualtoolError as error:
            self._refused(error)
