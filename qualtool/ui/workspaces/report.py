"""The report workspace: blocks in order, the pages they become, their choices, and two checks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qualtool.analysis import study
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.reports import choices
from qualtool.reports.disclosed import Disclosed
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui import remembering
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.report.acts import ReportActs, with_choice
from qualtool.ui.report.block_menu import block_menu
from qualtool.ui.report.block_model import FRONT
from qualtool.ui.report.composing import Composed, Piece, composed, nearest
from qualtool.ui.report.disclosing import Disclosing
from qualtool.ui.report.exporting import Exporting
from qualtool.ui.report.making import Making
from qualtool.ui.report.naming import Naming
from qualtool.ui.report.pressing import Pressing
from qualtool.ui.report.preview import ReportPreview
from qualtool.ui.report.refreshing import Refreshing
from qualtool.ui.report.right import RightPane
from qualtool.ui.report.side import ReportSide
from qualtool.ui.report.three_panes import ThreePanes
from qualtool.ui.report.within import ask_block

SOON_MS = 40  # the keys may go on to the next block meanwhile
# A step that touches nothing else changes only how the report itself is made up.
OF_THE_REPORT = frozenset({"report", "report_block", "report_freeze"})


class ReportWorkspace(QWidget):
    """Compose, see, check, and write. Opening it changes nothing in the project."""

    refused = Signal(object)  # QualtoolError
    said = Signal(str)
    place_changed = Signal(str)
    sheet_wished = Signal(object)
    job_wished = Signal(object)
    text_size_wished = Signal(int)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        with project.read() as session:
            self._guid = study.guid(session)
            self.composed: Composed = composed(session, remembering.report_in(self._guid))
        self.key: int | None = None
        self._held: dict[tuple[str, int], tuple[choices.Choice, ...]] = {}
        self.side = ReportSide()
        self.list = self.side.list
        self.preview = ReportPreview()
        self.right = RightPane()
        self.making = Making(project)
        self.pressing = Pressing(self.making, self.preview, self)
        self.acts = ReportActs(project, lambda: self.composed, self.refused.emit)
        self.naming = Naming(self.acts, lambda: self.composed)
        self.disclosing = Disclosing(project)
        self.exporting = Exporting(project, lambda: self.composed, self)
        shown = self.exporting, lambda: self.composed
        self.refreshing = Refreshing(project, *shown, self._guid, self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(lambda: self.making.wake(on=True))
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._show_choices)
        self._lay_out()
        self._connect()
        self._show_report()
        self.preview.go_to(self.list.key or FRONT)

    # what the window asks

    def refresh(self) -> None:
        """Build everything anew from the project."""
        self.making.age()
        self._look_again()

    def on_changes(self, changes: Changes) -> None:
        """Look again at the report; its blocks are built anew where anything else was touched."""
        if changes.tables <= OF_THE_REPORT:
            self._look_again()
            return
        self.refresh()
        if (count := len(changes.ids("coding"))) and not self.isVisible():
            words = ngettext("Updated after {count} coding", "Updated after {count} codings", count)
            self.said.emit(words.format(count=count))

    def aside(self) -> None:
        """Keep what is half written."""
        self.preview.aside()
        self.right.front.title.tell()

    def set_text_size(self, percent: int) -> None:
        """Show the pages larger or smaller, as what people said elsewhere."""
        self.preview.set_zoom(percent / 100)

    def showEvent(self, event: object) -> None:
        self._later.start()

    def hideEvent(self, event: object) -> None:
        self.making.wake(on=False)

    # what can be done

    def choose(self, key: int) -> None:
        """Choose a block, or the title with `FRONT`, and show where it begins."""
        self._turn_to(key)
        self._show_choices()

    def add_block(self) -> None:
        """Ask which block is to be put in."""
        ask_block(
            self._project,
            self.composed,
            lambda name: self._choose_made(self.acts.add(name, self._place_after())),
            self.sheet_wished.emit,
            self.job_wished.emit,
        )

    def copy_block(self) -> None:
        """Put the chosen block in once more, after itself."""
        if (piece := self.piece()) is not None:
            self._choose_made(self.acts.copy(piece, self._place_after()))

    def remove_block(self) -> None:
        """Take the chosen block out."""
        if (piece := self.piece()) is not None:
            self.acts.remove(piece.key)

    def move_up(self) -> None:
        """Move the chosen block before the one above."""
        self.list.move_by(-1)

    def move_down(self) -> None:
        """Move the chosen block after the one below."""
        self.list.move_by(1)

    def write_heading(self) -> None:
        """Write the heading of the chosen block where it stands."""
        if self.key == FRONT:
            self.right.front.title.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.key is not None and not self._project.read_only:
            self.preview.write(self.key, "heading")

    def write_opening(self) -> None:
        """Write the opening paragraph of the chosen block where it stands."""
        if self.key not in (None, FRONT) and not self._project.read_only:
            self.preview.write(self.key, "opening")

    def toggle_freeze(self) -> None:
        """Freeze the chosen block as it is now, or let it follow the project again."""
        piece = self.piece()
        if piece is None:
            return
        if piece.frozen_ms is not None:
            self.acts.thaw(piece.key)
        elif (report := self.making.report_of(piece.key)) and self.making.holds(piece.key):
            self.acts.freeze(piece, report)

    def go_options(self) -> None:
        """Take the keys to the choices of the chosen block."""
        self._show_choices()
        first = next(iter(self.right.block.form.fields.values()), self.right.block.language)
        target = self.right.front.title if self.key == FRONT else first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_disclosure(self) -> None:
        """Take the keys to what may tell who somebody is; check first where it was not."""
        if not self.right.disclosure.go():
            self.pressing.check_now()

    def go_preview(self) -> None:
        """Take the keys to the pages."""
        self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def export(self, ending: str, path: Path | None = None) -> None:
        """Write the whole report to a file of this kind; asks where, unless it is said."""
        self.aside()
        self.exporting.export(ending, None, path)

    def export_block(self, ending: str = "docx", path: Path | None = None) -> None:
        """Write the chosen block alone."""
        self.aside()
        if (piece := self.piece()) is not None:
            self.exporting.export(ending, piece, path)

    def check_quotations(self) -> None:
        """Open the check of the researcher's draft."""
        action = self.window().findChild(QAction, "check_quotations")
        if isinstance(action, QAction):
            action.trigger()

    def piece(self) -> Piece | None:
        """The block that is chosen."""
        return self.composed.piece(self.key)

    # inside

    def _turn_to(self, key: int) -> None:
        """Choose a block; its choices are shown in a moment, when no other has been chosen."""
        self.key = key
        self.list.choose(key)
        self.making.wish(key)
        self.pressing.from_start(key)
        self.preview.go_to(key)
        self._soon.start()

    def _look_again(self) -> None:
        if self.acts.became:
            keys, self.acts.became = self.acts.became, {}
            self.pressing.became(keys)
            self.key = keys.get(self.key, self.key) if self.key is not None else None
        wanted = self.acts.report_id or self.composed.report_id
        self.acts.report_id = None
        before = self.composed
        with self._project.read() as session:
            self.composed = composed(session, wanted)
        if self.composed.report_id != before.report_id and self.composed.report_id is not None:
            remembering.keep_report(self._guid, self.composed.report_id)
        gone = self.composed.piece(self.key) is None and self.key != FRONT
        if gone:
            self.key = nearest(before, self.composed, self.key)
        self._show_report()
        if gone:
            self.preview.go_to(self.key or FRONT)

    def _show_report(self) -> None:
        here = self.composed
        writable = not self._project.read_only
        self.side.show_report(here.title, here.reports, here.report_id, writable=writable)
        if self.key is None and here.pieces:
            self.key = here.pieces[0].key
        self.making.show(here)
        self.pressing.show(here, writable=writable)
        self._middle.setCurrentIndex(0 if here.pieces else 1)
        self.right.setVisible(bool(here.pieces))
        self.side.show_lines(self.pressing.lines(), self.key, len(here.pieces))
        self._show_choices()
        if self.isVisible():
            self.making.wish(self.key or FRONT)

    def _show_choices(self) -> None:
        self._soon.stop()
        piece = self.piece()
        writable = not self._project.read_only
        self.right.export.set_block(piece is not None)
        if piece is None:
            self.right.front.show_report(self.composed, writable=writable)
            self.right.show_front()
            self.right.show_cautions(())
            return
        state = piece.name, self.making.moment
        if state not in self._held:
            self._held = {at: each for at, each in self._held.items() if at[1] == state[1]}
            with self._project.read() as session:
                self._held[state] = choices.of_project(session, piece.name)
        held = self._held[state]
        self.right.block.show_piece(piece, self.composed, writable=writable)
        self.right.block.form.show_for(piece.name, piece.options, held, writable=writable)
        self.right.show_block()
        self._show_built(piece.key)

    def _show_built(self, key: int) -> None:
        report = self.making.report_of(key)
        if key == self.key and report is not None:
            self.right.block.form.show_built(report)
            self.right.show_cautions(self.pressing.cautions(key))

    def _choose_option(self, field: str, value: object) -> None:
        if (piece := self.piece()) is not None:
            options = with_choice(piece.options, field, value)
            self.acts.choose(piece.key, field, options)

    def _choose_made(self, key: int | None) -> None:
        if key is not None:
            self.choose(key)

    def _place_after(self) -> int:
        keys = [piece.key for piece in self.composed.pieces]
        return keys.index(self.key) + 1 if self.key in keys else len(keys)

    def _show_other(self, report_id: int) -> None:
        self.aside()
        self.acts.report_id = report_id
        self.key = FRONT
        self._look_again()
        self.choose(self.composed.pieces[0].key if self.composed.pieces else FRONT)

    def _write(self, key: int, what: str, words: str) -> None:
        piece = self.composed.piece(key)
        if piece is None:
            return
        usual = self.pressing.usual(piece, what)
        self.acts.describe(key, what, "" if words.strip() == usual.strip() else words)

    def _show_finding(self, found: Disclosed) -> None:
        key = self.pressing.key_of(found.block)
        if key is not None and key != self.key:
            self.choose(key)
        if not self.pressing.mark(found) and found.place:
            self.said.emit(found.place)

    def _show_menu(self, key: int, at: QPoint) -> None:
        menu = block_menu(self, self.composed.piece(key), writable=not self._project.read_only)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _lay_out(self) -> None:
        self._empty = EmptyPane(
            _("No report yet"),
            _(
                "Here the appendix is put together: participants, themes with examples, excerpts, "
                "codebook. Code a little first, or add a block to begin with."
            ),
            _("Add a block …"),
        )
        self._middle = QStackedWidget()
        self._middle.addWidget(self.preview)
        self._middle.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ThreePanes(self.side, self._middle, self.right))
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        side, blocks, right = self.side, self.list, self.right
        blocks.chosen.connect(self._turn_to)
        blocks.moved.connect(self.acts.move)
        blocks.rename_wished.connect(lambda _key: self.write_heading())
        blocks.remove_wished.connect(lambda _key: self.remove_block())
        blocks.copy_wished.connect(lambda _key: self.copy_block())
        blocks.opened.connect(lambda _key: self.go_options())
        blocks.menu_wished.connect(self._show_menu)
        side.add_wished.connect(self.add_block)
        side.report_chosen.connect(self._show_other)
        self.naming.chosen.connect(self._show_other)
        side.new_report_wished.connect(self.naming.ask_new)
        side.rename_report_wished.connect(self.naming.ask_name)
        side.start_wished.connect(self.acts.start)
        side.remove_report_wished.connect(self.acts.remove_report)
        self._empty.pressed.connect(self.add_block)
        self.preview.part_pressed.connect(self._press_part)
        self.preview.written.connect(self._write)
        self.preview.text_size_wished.connect(self.text_size_wished)
        self.pressing.lines_changed.connect(self._show_lines)
        self.pressing.set.connect(self._show_built)
        self.pressing.place_changed.connect(self.place_changed)
        self.pressing.check_wished.connect(self.disclosing.check)
        right.block.chosen.connect(self._choose_option)
        right.block.freeze_wished.connect(self.toggle_freeze)
        right.block.thaw_wished.connect(self.toggle_freeze)
        for part in (right.block, right.front):
            part.language_chosen.connect(lambda code: self.acts.describe_report(language=code))
        right.front.titled.connect(lambda title: self.acts.describe_report(title=title))
        right.front.contents_chosen.connect(lambda on: self.acts.describe_report(contents=on))
        self.disclosing.serve(right.disclosure)
        right.disclosure.shown.connect(self._show_finding)
        right.disclosure.check_wished.connect(self.pressing.check_now)
        right.quotations_wished.connect(self.check_quotations)
        right.export.wished.connect(self._export)
        right.export.refresh_wished.connect(self.refreshing.refresh)
        right.export.another_wished.connect(self.refreshing.ask)
        self.refreshing.named.connect(right.export.show_document)
        right.export.show_document(self.refreshing.name())
        self.disclosing.found.connect(self._show_found)
        self.exporting.findings_wished.connect(self.go_disclosure)
        for each in (self.making, self.disclosing, self.exporting, self.refreshing):
            each.job_wished.connect(self.job_wished)
        for asking in (self.naming, self.disclosing, self.exporting, self.refreshing):
            asking.sheet_wished.connect(self.sheet_wished)
        self.disclosing.refused.connect(self.refused)
        self.exporting.said.connect(self.said)
        self.refreshing.said.connect(self.said)

    def _export(self, ending: str, alone: bool) -> None:
        self.export_block(ending) if alone else self.export(ending)

    def _press_part(self, key: int) -> None:
        if key != self.key:
            self.key = key
            self.list.choose(key)
            self._show_choices()

    def _show_lines(self) -> None:
        self.side.show_lines(self.pressing.lines(), self.key, len(self.composed.pieces))

    def _show_found(self, found: Sequence[Disclosed]) -> None:
        writable = not self._project.read_only
        self.right.disclosure.show_found(found, writable=writable)
        self.right.disclosure.group.show_size(self.disclosing.group(), writable=writable)
