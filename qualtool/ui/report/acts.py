"""What is done with reports and their blocks: each wish becomes one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from qualtool.analysis import report_list
from qualtool.core.errors import QualtoolError
from qualtool.core.report import Report
from qualtool.core.report_json import written as as_text
from qualtool.operations import report_blocks, reports
from qualtool.reports import saved_options
from qualtool.reports.catalogue import OF_THE_WORK
from qualtool.reports.options import Options
from qualtool.reports.whose_codings import with_whose
from qualtool.store.journal import untold
from qualtool.store.project import Project, Session
from qualtool.ui.report.composing import Composed, Piece

Real = Callable[[int], int]


class ReportActs:
    """Carries out what the workspace wishes for; `refused` is told why something was not.

    A report that is only suggested is made by the first change to it, in the same step: `became`
    then says which block each suggested one is now.
    """

    def __init__(
        self,
        project: Project,
        shown: Callable[[], Composed],
        refused: Callable[[QualtoolError], None],
    ) -> None:
        self._project = project
        self._shown = shown
        self._refused = refused
        self._last: tuple[int, str] | None = None  # the block and the field chosen last
        self._step: int | None = None
        self.became: dict[int, int] = {}
        self.report_id: int | None = None  # the report that was made, or changed, last

    # blocks

    def add(self, name: str, position: int | None) -> int | None:
        """Put a block in; its id."""
        made: list[int] = []
        self._change(
            "add_report_block",
            lambda session, report, _real: made.append(
                report_blocks.add(session, report, name, position=position)
            ),
        )
        return made[0] if made else None

    def move(self, keys: Sequence[int], position: int) -> None:
        """Put blocks before the one now at `position`."""
        self._change(
            "move_report_blocks",
            lambda session, _report, real: report_blocks.move(
                session, [real(key) for key in keys], position
            ),
        )

    def remove(self, key: int) -> None:
        """Take a block out."""
        self._change(
            "remove_report_blocks",
            lambda session, _report, real: report_blocks.remove(session, [real(key)]),
        )

    def copy(self, piece: Piece, position: int) -> int | None:
        """Put the same block in once more; its id."""
        made: list[int] = []

        def act(session: Session, report: int, _real: Real) -> None:
            options = saved_options.written(piece.options)
            block = report_blocks.add(
                session, report, piece.name, position=position, options=options
            )
            report_blocks.describe(session, block, title=piece.title, opening=piece.opening)
            made.append(block)

        self._change("add_report_block", act)
        return made[0] if made else None

    def describe(self, key: int, what: str, words: str) -> None:
        """Give a block a heading (`heading`) or an opening of the researcher's own."""
        field = {"title" if what == "heading" else "opening": words}
        self._change(
            "describe_report_block",
            lambda session, _report, real: report_blocks.describe(session, real(key), **field),
        )

    def choose(self, key: int, field: str, options: Options) -> None:
        """Choose anew about a block; choosing the same again and again is one step."""
        goes_on = self._step if self._last == (key, field) else None
        done = self._change(
            "set_report_options",
            lambda session, _report, real: report_blocks.set_options(
                session, real(key), saved_options.written(options)
            ),
            goes_on=goes_on,
        )
        if done:
            self._last = (self.became.get(key, key), field)
            step = self._project.next_undo()
            self._step = step.id if step is not None else None

    def freeze(self, piece: Piece, report: Report) -> None:
        """Keep a block as it is now; where not everybody's codings are read, that is kept too."""
        with self._project.read() as session:  # a step reads everybody's codings
            kept = report if piece.name in OF_THE_WORK else with_whose(session, report)
        self._change(
            "freeze_report_block",
            lambda session, _report, real: report_blocks.freeze(
                session, real(piece.key), as_text(kept)
            ),
        )

    def thaw(self, key: int) -> None:
        """Let a block follow the project again."""
        self._change(
            "thaw_report_block",
            lambda session, _report, real: report_blocks.thaw(session, real(key)),
        )

    # reports

    def describe_report(self, **fields: object) -> bool:
        """Change title, language or contents of the report that is shown."""
        return self._change(
            "describe_report",
            lambda session, report, _real: reports.describe(session, report, **fields),
        )

    def start(self) -> None:
        """Make the usual appendix."""
        shown = self._shown()
        self._do(
            "start_report",
            lambda session: self._note(reports.start(session, language=shown.language)),
        )

    def add_report(self, title: str, language: str) -> bool:
        """Make an empty report."""
        return self._do(
            "add_report",
            lambda session: self._note(reports.add(session, title, language=language)),
        )

    def remove_report(self) -> None:
        """Take the report that is shown away."""
        if (going := self._shown().report_id) is not None:
            self._do("remove_reports", lambda session: reports.remove(session, [going]))

    # inside

    def _change(
        self,
        action: str,
        act: Callable[[Session, int, Real], object],
        *,
        goes_on: int | None = None,
    ) -> bool:
        shown = self._shown()
        self.became = {}

        def change(session: Session) -> None:
            report_id = shown.report_id
            if report_id is None:
                with untold(session):  # the history names what was wished for
                    report_id = self._begun(session, shown)
            act(session, report_id, lambda key: self.became.get(key, key))

        return self._do(action, change, goes_on=goes_on)

    def _begun(self, session: Session, shown: Composed) -> int:
        """Make the report that is suggested, and note which of its blocks is which."""
        report_id = reports.start(session, language=shown.language)
        made = report_list.blocks(session, report_id)
        left = {row.name: row.id for row in made}
        self.became = {piece.key: left[piece.name] for piece in shown.pieces if piece.name in left}
        return self._note(report_id)

    def _note(self, report_id: int) -> int:
        self.report_id = report_id
        return report_id

    def _do(
        self, action: str, act: Callable[[Session], object], *, goes_on: int | None = None
    ) -> bool:
        self._last = None
        try:
            with self._project.edit(action, goes_on=goes_on) as session:
                act(session)
        except QualtoolError as error:
            self.became = {}
            self._refused(error)
            return False
        return True


def with_choice(options: Options, field: str, value: object) -> Options:
    """The options with one of them chosen anew."""
    return replace(options, **{field: value})  # type: ignore[arg-type]  # the form knows the field
