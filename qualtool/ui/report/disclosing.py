"""The disclosure check of the report that is shown, and what is decided about what it finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from qualtool.analysis import study
from qualtool.analysis.attributes import attributes
from qualtool.analysis.excerpts import excerpts
from qualtool.core.errors import QualtoolError
from qualtool.core.report import Report
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations import disclosure as deciding
from qualtool.operations import study as describing
from qualtool.reports import disclosure
from qualtool.reports.disclosed import Disclosed
from qualtool.reports.disclosed_matters import Gathered
from qualtool.store.beside import beside
from qualtool.store.project import Project, Session
from qualtool.ui.jobs import Job, Progress
from qualtool.ui.report.disclosure_pane import DisclosurePane
from qualtool.ui.report.disclosure_sheets import DisplayTextSheet, GroupingSheet, WiderWordSheet


class Disclosing(QObject):
    """Checks beside the window; each decision is a step."""

    job_wished = Signal(object)
    sheet_wished = Signal(object)
    refused = Signal(object)
    found = Signal(object)  # tuple of Disclosed
    settled = Signal(object, str)  # tuple of Disclosed on which something was done, which remedy

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._running = False
        self._waiting: Report | None = None
        self._outdated = False  # something was decided after the check that runs had begun

    def check(self, report: Report) -> None:
        """Check a report; one that comes while another is being checked waits."""
        if self._running:
            self._waiting = report
            return
        project = self._project

        def work(_progress: Progress) -> tuple[Disclosed, ...] | Exception:
            try:
                with beside(project) as session:
                    return disclosure.check(session, report)
            except QualtoolError:
                raise
            except Exception as fault:
                return fault

        self._running = True
        self.job_wished.emit(
            Job(
                _("Looking for what may tell who somebody is"),
                work,
                self._take,
                failed=self._fail,
                cancelled=self._stop,
            )
        )

    def decide(self, found: Disclosed, remedy: str) -> None:
        """Do what was chosen about a finding; ask first where words are needed."""
        matter, coder = found.matter, self._project.coder_id
        match remedy:
            case "fine":
                self._do(
                    "decide_disclosure",
                    lambda s: deciding.decide(s, *matter, decision="fine", coder_id=coder),
                    ((found,), remedy),
                )
            case "withhold":
                self._withhold(found)
            case "display_text":
                self._ask_text(found)
            case "generalise" if found.excerpt_id is not None:
                self._ask_word((found,), found.why)
            case "generalise" if found.attribute_ids:
                self._ask_groups(found)

    def decide_all(self, matter: Gathered, remedy: str) -> None:
        """Do what was chosen about all places of a matter that allow it, as one step.

        That it is fine holds for places that come later as well; nothing else does.
        """
        coder = self._project.coder_id
        match remedy:
            case "fine":
                self._do(
                    "decide_disclosure",
                    lambda s: deciding.decide_all(s, matter.everywhere, coder_id=coder),
                    (matter.places, remedy),
                )
            case "withhold":
                places = matter.that_allow("withhold")
                self._do(
                    "withhold_disclosed",
                    lambda s: deciding.withhold_all(
                        s,
                        [each.matter for each in places],
                        [each.excerpt_id for each in places if each.excerpt_id is not None],
                        coder_id=coder,
                    ),
                    (places, remedy),
                )
            case "generalise":
                self._ask_word(matter.that_allow("generalise"), matter.why)

    def take_back(self, decision: int) -> None:
        """Let what was decided be open again."""
        self._do("take_back_disclosure", lambda s: deciding.take_back(s, [decision]))

    def serve(self, pane: DisclosurePane) -> None:
        """Do what is decided in this pane, and let it take away at once what was."""
        pane.decided.connect(self.decide)
        pane.all_decided.connect(self.decide_all)
        pane.taken_back.connect(self.take_back)
        pane.group.chosen.connect(self.set_group)
        self.settled.connect(pane.settle)

    def group(self) -> int:
        """How few participants are too few, as the study has it."""
        with self._project.read() as session:
            return study.study(session).smallest_group

    def set_group(self, count: int) -> None:
        """Tell from now on what fits at most so many participants."""
        if count != self.group():
            self._do("describe_study", lambda s: describing.describe(s, smallest_group=count))

    # inside

    def _withhold(self, found: Disclosed) -> None:
        attribute = found.attribute_ids[0] if found.attribute_ids else None
        excerpt = found.excerpt_id
        self._do(
            "withhold_disclosed",
            lambda s: deciding.withhold(
                s,
                found.matter,
                attribute_id=None if excerpt is not None else attribute,
                excerpt_id=excerpt,
                coder_id=self._project.coder_id,
            ),
            ((found,), "withhold"),
        )

    def _ask_text(self, found: Disclosed) -> None:
        excerpt = found.excerpt_id
        if excerpt is None:
            return
        with self._project.read() as session:
            rows = excerpts(session, document_ids=_one(found.document_id))
        row = next((each for each in rows if each.id == excerpt), None)
        sheet = DisplayTextSheet(found, (row.display_text or row.text) if row else found.text)

        def keep(text: str, reason: str) -> None:
            if self._do(
                "change_disclosed",
                lambda s: deciding.change(
                    s, found.matter, excerpt, text, reason=reason, coder_id=self._project.coder_id
                ),
                ((found,), "display_text"),
            ):
                sheet.closed.emit()

        sheet.kept.connect(keep)
        self.sheet_wished.emit(sheet)

    def _ask_word(self, places: Sequence[Disclosed], why: str) -> None:
        wanted = [
            (each.matter, each.excerpt_id, each.words)
            for each in places
            if each.excerpt_id is not None
        ]
        count = len({excerpt for _matter, excerpt, _words in wanted})
        about = ngettext("{count} excerpt", "{count} excerpts", count).format(count=count)
        about = places[0].document if count == 1 else about
        sheet = WiderWordSheet([each.words for each in places], why, about)

        def keep(instead: str, reason: str) -> None:
            if self._do(
                "generalise_disclosed",
                lambda s: deciding.generalise_all(
                    s, wanted, instead, reason=reason, coder_id=self._project.coder_id
                ),
                (places, "generalise"),
            ):
                sheet.closed.emit()

        sheet.kept.connect(keep)
        self.sheet_wished.emit(sheet)

    def _ask_groups(self, found: Disclosed) -> None:
        with self._project.read() as session:
            rows = [*attributes(session, "case"), *attributes(session, "document")]
        rows = [row for row in rows if row.id in found.attribute_ids]
        if not rows:
            return
        sheet = GroupingSheet(found, rows)

        def keep(attribute: int, grouping: str, reason: str) -> None:
            if self._do(
                "generalise_disclosed",
                lambda s: deciding.generalise(
                    s,
                    found.matter,
                    attribute_id=attribute,
                    grouping=grouping,
                    reason=reason,
                    coder_id=self._project.coder_id,
                ),
                ((found,), "generalise"),
            ):
                sheet.closed.emit()

        sheet.kept.connect(keep)
        self.sheet_wished.emit(sheet)

    def _do(
        self,
        action: str,
        act: Callable[[Session], Any],
        settled: tuple[Sequence[Disclosed], str] | None = None,
    ) -> bool:
        try:
            with self._project.edit(action) as session:
                act(session)
        except QualtoolError as error:
            self.refused.emit(error)
            return False
        if settled is not None:
            self._outdated, self._waiting = self._running, None
            self.settled.emit(*settled)
        return True

    def _take(self, found: tuple[Disclosed, ...] | Exception) -> None:
        if not isValid(self):
            return
        self._running = False
        if isinstance(found, Exception):
            raise found
        waiting, self._waiting = self._waiting, None
        outdated, self._outdated = self._outdated, False
        if waiting is not None:
            self.check(waiting)
        elif not outdated:  # the next check follows by itself, as the report has changed
            self.found.emit(found)

    def _fail(self, error: QualtoolError) -> None:
        if isValid(self):
            self._stop()
            self.refused.emit(error)

    def _stop(self) -> None:
        if isValid(self):
            self._running, self._waiting = False, None


def _one(document_id: int | None) -> list[int] | None:
    return None if document_id is None else [document_id]
