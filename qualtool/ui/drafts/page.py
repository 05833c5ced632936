"""The quotation check as a page: each quotation of a draft, and beside it what was said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from qualtool.analysis import excerpts
from qualtool.analysis.quotations import QuotationRow, Said
from qualtool.analysis.study import counts
from qualtool.analysis.texts import readings
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.journal import Changes
from qualtool.store.project import Project, Session
from qualtool.store.rows import CodingRow
from qualtool.ui.drafts import acts
from qualtool.ui.drafts.bar import DraftBar, push
from qualtool.ui.drafts.check import DraftCheck
from qualtool.ui.drafts.coming import Coming
from qualtool.ui.drafts.list import QuotationList
from qualtool.ui.drafts.model import Wanted
from qualtool.ui.drafts.narrowing import Narrowing
from qualtool.ui.drafts.passage import PassagePane, Shown
from qualtool.ui.drafts.spread import WIDE, SpreadPane
from qualtool.ui.drafts.working import WorkingPane
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.command_palette import CommandPalette
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.workspaces.coding_acts import CodingActs

LIST_WIDE: Final = 400
WORD: Final = (".docx", ".docm")


class QuotationsPage(QWidget):
    """The quotations, the one with the keys beside them, and at the right how they are spread."""

    refused = Signal(object)  # QualtoolError
    said = Signal(str)
    place_changed = Signal(str)
    place_wished = Signal(int, int, int)
    code_wished = Signal(int)
    coder_wished = Signal(object)

    def __init__(self, project: Project, check: DraftCheck) -> None:
        super().__init__()
        self._project, self.check = project, check
        self.acts = CodingActs(project, self.refused.emit, self.coder_wished.emit)
        self.comments = push(_("Copy with comments …"))
        self.link_up = push(_("Link to the excerpts"))
        self.link_up.setToolTip(
            _("Each quotation that was found is tied to its excerpt, which then says so.")
        )
        self.bar = DraftBar(self.comments, self.link_up)
        self.narrowing = Narrowing()
        self.list = QuotationList()
        self.pane = PassagePane()
        self.spread = SpreadPane()
        self.working = WorkingPane()
        self.empty = EmptyPane(
            _("Is each quotation what was said?"),
            "",
            _("Choose a draft …"),
        )
        self.nothing = EmptyPane(
            _("No quotations here"),
            _("Words in quotation marks, or set apart as a quotation, are looked for."),
        )
        self.place = ""  # what is said of it at the foot of the window
        self._asked = False  # whether the draft of last time has been looked for
        self._texts: dict[int, str] = {}
        self._stack = QStackedWidget()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_quotation)
        Coming(self, self.choose, self._look_at_file)
        self._lay_out()
        self._connect()
        self._show_state()

    def refresh(self) -> None:
        """Look again at what is known of each quotation."""
        self.check.refresh()
        self._show_state()

    def on_changes(self, changes: Changes) -> None:
        """Follow what a step touched; the check itself has followed it already."""
        if changes.touches("document_text", "document"):
            self._texts.clear()
        if changes.touches("code", "coding", "excerpt"):
            self._later.start()

    def memo_target(self) -> Target:
        """What a memo would be written on: what was said, of the quotation with the keys."""
        row = self.list.chosen()
        return Target(span=acts.passage(row.said[0])) if row is not None and row.said else Target()

    # what can be done

    def choose(self, path: Path | None = None) -> None:
        """Check a draft; asks which, unless it is said."""
        before = self.check.read.path if self.check.read is not None else self.check.remembered()
        goal = path or acts.ask_draft(self, before)
        if goal is not None:
            self._asked = True
            self.check.choose(goal)

    def open(self) -> None:
        """Show the check of the draft; asks which, where none has been checked."""
        if self.check.read is None and not self.check.running:
            self.choose()
        self.begin()

    def begin(self) -> None:
        """Go on with the keys where they were."""
        (self.focusProxy() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def again(self) -> None:
        """Check the same draft once more."""
        self.check.again()

    def next_problem(self) -> None:
        """Go to the next quotation that should be looked at."""
        self._step(1)

    def previous_problem(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def open_place(self) -> None:
        """Open where the quotation with the keys was said."""
        row = self.list.chosen()
        found = (*row.said, *row.near) if row is not None else ()
        if found:
            self.place_wished.emit(*acts.passage(found[0]))
        elif row is not None:
            self.said.emit(_("Nobody said this in so many words."))

    def code(self, said: Said | None = None) -> CommandPalette | None:
        """Code what was said; asks with which code."""
        row = self.list.chosen()
        goal = said or (row.said[0] if row is not None and row.said else None)
        if goal is None or self._project.read_only:
            return None
        return acts.ask_code(
            self,
            self._project,
            lambda code: self.acts.apply_codes(*acts.passage(goal), [code], None),
        )

    def write_comments(self, path: Path | None = None) -> None:
        """Write a copy of the draft with comments in the margin."""
        self._do(lambda: acts.write_comments(self, self.check, path))

    def link(self) -> None:
        """Tie what was found to its excerpts."""
        self._do(lambda: acts.link(self._project, self.check))

    def search(self) -> None:
        """Look for words in the quotations."""
        self.narrowing.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.narrowing.field.selectAll()

    # events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked and self.check.read is None and not self.check.running:
            self._asked = True
            self.check.again()

    def event(self, event: QEvent) -> bool:
        """Ctrl+F and F5 are this page's own while the keys are on it."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._act_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is not None:
            act()
        elif event.key() == Qt.Key.Key_Escape and self.narrowing.wanted != Wanted():
            self.narrowing.show_all()
        else:
            super().keyPressEvent(event)

    # inside

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_F:
            return self.search
        if event.key() == Qt.Key.Key_F5:
            return self.again
        return None

    def _do(self, act: Callable[[], str]) -> None:
        try:
            words = act()
        except QualtoolError as error:
            self.refused.emit(error)
            return
        if words:
            self.said.emit(words)

    def _step(self, step: int) -> None:
        if not self.list.go(step, problem=True):
            self.said.emit(_("No more problems this way."))

    def _look_at_file(self) -> None:
        self.bar.show_change(self.check)

    def _show_state(self) -> None:
        """Show the quotations, or what belongs here, or how far it is."""
        if self.check.reading:
            self._stack.setCurrentWidget(self.working)
        elif self.check.read is None:
            self._stack.setCurrentWidget(self.empty)
            self._say_what_belongs_here()
        else:
            self._show_rows()
        self.setFocusProxy(self.list if self.check.read is not None else self.empty)

    def _say_what_belongs_here(self) -> None:
        with self._project.read() as session:
            anything = bool(counts(session)["document"])
        self.empty.show_words(
            _(
                "Choose your draft, or drop it here: a Word or OpenDocument file, Markdown or "
                "text. Each quotation in it is looked for in the transcripts. Nothing in the "
                "draft is changed."
            )
            if anything
            else _(
                "Each quotation in your draft is looked for in the transcripts. Import those "
                "first, then choose the draft here."
            )
        )

    def _show_rows(self) -> None:
        read, rows = self.check.read, self.check.rows
        assert read is not None
        self._stack.setCurrentWidget(self._content)
        words = ngettext("{count} quotation", "{count} quotations", len(rows))
        words = words.format(count=len(rows))
        self.bar.show_draft(self.check, words)
        word = read.path.suffix.lower() in WORD
        self.comments.setEnabled(word and bool(rows))
        self.comments.setToolTip("" if word else _("Only a Word document can hold comments."))
        self.link_up.setVisible(not self._project.read_only)
        self.link_up.setEnabled(any(row.said for row in rows))
        self.list.show_rows(rows)
        self._narrow()
        self.place = words
        self.place_changed.emit(words)

    def _narrow(self) -> None:
        wanted = self.narrowing.wanted
        if wanted != self.list.table.wanted:
            self.list.narrow(wanted)
        self.narrowing.show_counts(self.list.table.counts())
        self.spread.show_rows(self.check.rows, wanted.informant, wanted.theme)
        none = not self.list.table.rows
        self.nothing.setVisible(none)
        self.list.setVisible(not none)
        self.pane.setVisible(not none)
        if none:
            self.nothing.show_words(
                _("No quotation fits. Show all to see them again.")
                if self.check.rows
                else _("Words in quotation marks, or set apart as a quotation, are looked for.")
            )

    def _show_quotation(self) -> None:
        row, read = self.list.chosen(), self.check.read
        if row is None or read is None:
            self.pane.show_quotation(None)
            return
        ids = {said.document_id for said in (*row.said, *row.near)}
        with self._project.read() as session:
            for missing in ids - self._texts.keys():
                self._texts.update(
                    {key: page.text for key, page in readings(session, [missing]).items()}
                )
            codings = _codings(session, row)
        self.pane.show_quotation(
            Shown(
                row=row,
                draft=read.draft,
                texts=self._texts,
                codings=codings,
                at=self.list.currentIndex().row(),
                count=len(self.list.table.rows),
                writable=not self._project.read_only,
            )
        )

    def _press_informant(self, name: str) -> None:
        self.narrowing.want(informant="" if self.narrowing.wanted.informant == name else name)

    def _press_theme(self, name: str) -> None:
        self.narrowing.want(theme="" if self.narrowing.wanted.theme == name else name)

    def _end(self) -> None:
        """Show what came of the check, with the keys on it if they were on this page."""
        inside = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._show_state()
        if inside:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, name: str) -> None:
        self.working.show_name(name)
        self._show_state()

    def _connect(self) -> None:
        check, pane = self.check, self.pane
        check.begun.connect(self._begin)
        check.told.connect(self.working.show_far)
        check.checked.connect(self._end)
        check.claims_found.connect(self._show_state)
        check.given_up.connect(self._show_state)
        check.rows_changed.connect(self._show_state)
        self.working.stopped.connect(check.cancel)
        self.empty.pressed.connect(self.choose)
        self.bar.choose_wished.connect(self.choose)
        self.bar.again_wished.connect(self.again)
        self.comments.clicked.connect(lambda _on=False: self.write_comments())
        self.link_up.clicked.connect(lambda _on=False: self.link())
        self.narrowing.changed.connect(self._narrow)
        self.narrowing.left_down.connect(
            lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self.list.arrived.connect(lambda _row: self._later.start())
        self.list.opened.connect(self.open_place)
        self.list.code_wished.connect(self.code)
        pane.place_wished.connect(self.place_wished)
        pane.code_wished.connect(self.code_wished)
        pane.coding_wished.connect(self.code)
        pane.step_wished.connect(self._step)
        self.spread.informant_pressed.connect(self._press_informant)
        self.spread.theme_pressed.connect(self._press_theme)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setProperty("role", "pane")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.narrowing)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        right = QWidget()
        right.setProperty("role", "pane")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.spread)
        left.setMinimumWidth(300)
        right.setMinimumWidth(200)
        across = QSplitter()
        across.setHandleWidth(1)
        for part in (left, self.pane, right):
            across.addWidget(part)
        across.setStretchFactor(1, 1)
        across.setSizes([LIST_WIDE, 720, WIDE])
        across.setChildrenCollapsible(False)
        self._content = QWidget()
        whole = QVBoxLayout(self._content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(across, 1)
        for page in (self.empty, self.working, self._content):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)


def _codings(session: Session, row: QuotationRow) -> list[CodingRow]:
    ids = [each for said in row.said for each in said.excerpt_ids]
    if not ids:
        return []
    found = excerpts.excerpts(session, excerpt_ids=ids)
    return [coding for each in found for coding in each.codings]
