"""What is done to the findings, each act one step; writing on in one place goes on in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qualtool.core.errors import QualtoolError
from qualtool.operations import findings, themes
from qualtool.store.project import Project, Session


class FindingsActs:
    """Acts on one project; `refused` is told what could not be done."""

    def __init__(self, project: Project, refused: Callable[[QualtoolError], None]) -> None:
        self._project = project
        self._refused = refused
        self._step: int | None = None
        self._written: tuple[str, int] | None = None  # what the last step wrote in

    def sum_up(self, theme_id: int, words: str) -> None:
        """Write what was found for a theme, in short."""
        self._write(
            ("theme", theme_id),
            "describe_theme",
            lambda s: themes.describe(s, theme_id, findings=words),
        )

    def write(self, part_id: int, words: str, *, alone: bool) -> None:
        """Change the words of a part; a part of words `alone` goes when there are none left."""
        if alone and not words.strip():
            self.remove([part_id])
        else:
            self._write(
                ("part", part_id), "write_finding", lambda s: findings.write(s, part_id, words)
            )

    def begin(self, theme_id: int, words: str) -> None:
        """Words of one's own at the end of a theme."""
        if words.strip():
            made: list[int] = []
            self._do("add_finding", lambda s: made.append(findings.add_text(s, theme_id, words)))
            self._note(("part", made[0]) if made else None)

    def quote(self, theme_id: int, excerpt_ids: Sequence[int]) -> None:
        """Quote excerpts at the end of a theme."""
        if excerpt_ids:
            self._do(
                "quote_in_findings", lambda s: findings.add_quotations(s, theme_id, excerpt_ids)
            )

    def move(self, part_id: int, theme_id: int, position: int | None) -> None:
        """Put a part before the one now at a position under a theme (None: last)."""
        self._do("move_findings", lambda s: findings.move(s, [part_id], theme_id, position))

    def remove(self, part_ids: Sequence[int]) -> None:
        """Take parts away."""
        self._do("remove_findings", lambda s: findings.remove(s, part_ids))

    def _write(self, where: tuple[str, int], action: str, act: Callable[[Session], object]) -> None:
        if self._do(action, act, goes_on=self._step if where == self._written else None):
            self._note(where)

    def _note(self, where: tuple[str, int] | None) -> None:
        step = self._project.next_undo()
        self._step = step.id if step is not None else None
        self._written = where

    def _do(
        self, action: str, act: Callable[[Session], object], *, goes_on: int | None = None
    ) -> bool:
        self._written = None
        try:
            with self._project.edit(action, goes_on=goes_on) as session:
                act(session)
        except QualtoolError as error:
            self._refused(error)
            return False
        return True
