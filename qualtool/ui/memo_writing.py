"""A memo while it is being written: kept as often as one likes, and yet one step."""

from __future__ import annotations

from dataclasses import dataclass

from qualtool.core.errors import QualtoolError
from qualtool.operations import memos
from qualtool.store.project import Project
from qualtool.store.rows import MemoRow


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the fields now."""

    kind: str = "analytic"
    interpretation: str = ""
    title: str = ""
    text: str = ""
    private: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing has been said."""
        return not (self.title.strip() or self.text.strip())


def written_in(row: MemoRow) -> Written:
    """What a memo says as it is kept."""
    return Written(row.kind, row.interpretation, row.title, row.text, row.private)


class Writing:
    """Keeps one memo. An empty one is never made; one that is emptied goes when it is left."""

    def __init__(self, project: Project, row: MemoRow) -> None:
        """`row` has the number 0 where the memo is not made yet; see `memo_places.blank`."""
        self._project = project
        self._target = row.target, row.target_id
        self._span = row.span
        self._step: int | None = None
        self.memo_id: int | None = row.id or None
        self.kept = written_in(row)

    def keep(self, written: Written, *, done: bool) -> None:
        """Keep what is written, as part of the step it began with; `done` where it is left.

        Raises QualtoolError where it could not be kept.
        """
        if written.empty:
            if done and self.memo_id is not None:
                self._remove(self.memo_id)
        elif self.memo_id is None:
            self._add(written)
        elif written != self.kept:
            self._change(self.memo_id, written)

    def forget(self) -> None:
        """The memo is gone: what is written on becomes a new one."""
        self.memo_id = self._step = None

    def _add(self, written: Written) -> None:
        try:
            self.memo_id = self._made(written)
        except QualtoolError as error:
            if error.key not in ("gone", "range"):
                raise
            # What it was on has been removed meanwhile; what was thought of it is not lost.
            self._target, self._span = ("", None), None
            self.memo_id = self._made(written)
        self._note(written)

    def _made(self, written: Written) -> int:
        target, target_id = self._target
        with self._project.edit("add_memo") as session:
            if self._span is not None and target_id is None:
                return memos.add_on_passage(
                    session,
                    *self._span,
                    text=written.text,
                    title=written.title,
                    kind=written.kind,
                    interpretation=written.interpretation,
                    private=written.private,
                    coder_id=self._project.coder_id,
                )
            return memos.add(
                session,
                text=written.text,
                title=written.title,
                kind=written.kind,
                interpretation=written.interpretation,
                private=written.private,
                coder_id=self._project.coder_id,
                target=target or None,
                target_id=target_id,
            )

    def _change(self, memo_id: int, written: Written) -> None:
        try:
            with self._project.edit("edit_memo", goes_on=self._step) as session:
                memos.edit(
                    session,
                    memo_id,
                    text=written.text,
                    title=written.title,
                    kind=written.kind,
                    interpretation=written.interpretation,
                    private=written.private,
                )
        except QualtoolError as error:
            if error.key != "gone":
                raise
            self.forget()
            self._add(written)
        else:
            self._note(written)

    def _remove(self, memo_id: int) -> None:
        with self._project.edit("remove_memos") as session:
            memos.remove(session, [memo_id])
        self.forget()

    def _note(self, written: Written) -> None:
        self.kept = written
        step = self._project.next_undo()
        self._step = step.id if step is not None else None
