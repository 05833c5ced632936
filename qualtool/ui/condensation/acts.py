"""What is done to condense meaning, each act one step; writing on in one place is one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qualtool.core.errors import QualtoolError
from qualtool.operations import condensing
from qualtool.store.project import Project, Session


class CondensingActs:
    """Acts on one project; `refused` is told what could not be done."""

    def __init__(self, project: Project, refused: Callable[[QualtoolError], None]) -> None:
        self._project = project
        self._refused = refused
        self._step: int | None = None
        self._written: tuple[str, int] | None = None  # what the last step wrote in

    def condense(self, excerpt_id: int, words: str) -> None:
        """Say in short what a unit says."""
        coder = self._project.coder_id
        self._do("condense", lambda s: condensing.condense(s, excerpt_id, words, coder_id=coder))

    def place(self, excerpt_ids: Sequence[int], theme_id: int | None) -> None:
        """Let units belong to a theme, or to none."""
        coder = self._project.coder_id
        self._do(
            "place_condensed",
            lambda s: condensing.place(s, excerpt_ids, theme_id, coder_id=coder),
        )

    def write_condensate(self, theme_id: int, words: str) -> None:
        """Say in the first person what all in a sub-group say."""
        self._write(
            "write_condensate",
            theme_id,
            lambda s: condensing.write_condensate(s, theme_id, words),
        )

    def write_analysis(self, theme_id: int, words: str) -> None:
        """Write the analytic text of a sub-group."""
        self._write(
            "write_analysis", theme_id, lambda s: condensing.write_analysis(s, theme_id, words)
        )

    def choose_gold(self, theme_id: int, excerpt_id: int | None) -> None:
        """Choose the quotation that says it best, or none."""
        self._do("choose_gold", lambda s: condensing.choose_gold(s, theme_id, excerpt_id))

    def _write(self, action: str, theme_id: int, act: Callable[[Session], object]) -> None:
        where = (action, theme_id)
        self._do(action, act, goes_on=self._step if where == self._written else None)
        step = self._project.next_undo()
        self._step = step.id if step is not None else None
        self._written = where

    def _do(
        self, action: str, act: Callable[[Session], object], *, goes_on: int | None = None
    ) -> None:
        self._written = None
        if self._project.read_only:
            return
        try:
            with self._project.edit(action, goes_on=goes_on) as session:
                act(session)
        except QualtoolError as error:
            self._refused(error)
