"""The claims check as a page: how many say what the draft says they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.claims import ClaimRow, claims
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.drafts import acts, claim_words
from qualtool.ui.drafts.bar import DraftBar
from qualtool.ui.drafts.check import KNOWN_BY, DraftCheck, Read
from qualtool.ui.drafts.chips import Chips
from qualtool.ui.drafts.claim_acts import ClaimActs, ask_tie
from qualtool.ui.drafts.claim_list import ClaimList
from qualtool.ui.drafts.claim_pane import ClaimPane
from qualtool.ui.drafts.coming import Coming
from qualtool.ui.drafts.evidence_pane import EvidencePane
from qualtool.ui.drafts.working import WorkingPane
from qualtool.ui.panels.command_palette import CommandPalette
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.panels.name_sheet import NameSheet

LIST_WIDE, EVIDENCE_WIDE = 400, 320
WATCHED: Final = (
    *KNOWN_BY, "claim", "claim_support", "draft", "summary", "summary_excerpt", "question",
    "valence", "guide",
)  # fmt: skip


class ClaimsPage(QWidget):
    """The claims, the one with the keys with everybody's stance, and what each stance rests on."""

    refused = Signal(object)  # QualtoolError
    said = Signal(str)
    place_changed = Signal(str)
    place_wished = Signal(int, int, int)
    sheet_wished = Signal(object)

    def __init__(self, project: Project, check: DraftCheck) -> None:
        super().__init__()
        self._project, self.check = project, check
        self.acts = ClaimActs(project, self.refused.emit)
        self.bar = DraftBar()
        self.states = Chips(claim_words.kinds())
        self.list = ClaimList()
        self.own = QLineEdit()
        self.own.setPlaceholderText(_("Write a claim of your own …"))
        self.own.setAccessibleName(_("Write a claim of your own"))
        self.own.installEventFilter(self)
        self.pane = ClaimPane()
        self.beside = EvidencePane(project)
        self.evidence = self.beside.list
        self.working = WorkingPane()
        self.empty = EmptyPane(
            _("Do as many say so as the draft says?"),
            _(
                "Choose your draft, or drop it here. Sentences about how many of the informants "
                "said something are listed; you tie each to a theme, a code or a question, and "
                "see who supports it and who speaks against it."
            ),
            _("Choose a draft …"),
        )
        self.nothing = EmptyPane(
            _("No claims here"),
            _("Sentences such as “Most of the informants said …” are looked for."),
        )
        self._taken: Read | None = None
        self._asked = False
        self.place = ""  # what is said of it at the foot of the window
        self._stack = QStackedWidget()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_evidence)
        self._rows: list[ClaimRow] = []
        Coming(self, self.choose, lambda: self.bar.show_change(check))
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Look again at all claims; the keys stay."""
        with self._project.read() as session:
            rows = claims(session)
        read = self.check.read
        if read is not None:
            rows = [row for row in rows if row.draft_id is None or row.draft == read.path.name]
        self._rows = rows
        self._show()

    def on_changes(self, changes: Changes) -> None:
        """Follow what a step touched."""
        if changes.touches(*WATCHED):
            self.refresh()

    # what can be done

    def begin(self) -> None:
        """Go on with the keys where they were."""
        (self.focusProxy() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, path: Path | None = None) -> None:
        """Check the claims of a draft; asks which, unless it is said."""
        before = self.check.read.path if self.check.read is not None else self.check.remembered()
        goal = path or acts.ask_draft(self, before)
        if goal is not None:
            self._asked = True
            self.check.choose(goal)

    def tie(self) -> CommandPalette | None:
        """Tie the claim with the keys; asks to what."""
        row = self.list.chosen()
        if row is None or self._project.read_only:
            return None
        return ask_tie(
            self, self._project, row, lambda kind, number: self.acts.tie(row.id, kind, number)
        )

    def set_aside(self) -> None:
        """Say that the sentence with the keys is no claim, or is one after all."""
        self._with(self.acts.set_aside)

    def write_own(self) -> None:
        """Write a claim of one's own."""
        if not self._project.read_only:
            self._stack.setCurrentWidget(self._content)
            self.own.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rewrite(self) -> None:
        """Change a claim of one's own."""
        row = self.list.chosen()
        if row is None or self._project.read_only:
            return
        if row.draft_id is not None:
            self.acts.rewrite(row.id, row.text)  # refused, with the reason
            return
        sheet = NameSheet(_("Change the claim"), "", _("Change"), name=row.text)

        def answer(words: str) -> None:
            if self.acts.rewrite(row.id, words):
                sheet.closed.emit()

        sheet.named.connect(answer)
        self.sheet_wished.emit(sheet)

    def remove(self) -> None:
        """Remove a claim of one's own, or one that the draft has no longer."""
        self._with(
            lambda row: (
                self.acts.remove(row.id)
                if row.draft_id is None or row.gone
                else self.said.emit(_("It stands in the draft. Set it aside if it is no claim."))
            )
        )

    # events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked and self.check.read is None and not self.check.running:
            self._asked = True
            self.check.again()
        self._take_in()

    def event(self, event: QEvent) -> bool:
        """F5 is this page's own while the keys are on it."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F5:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F5:
            self.check.again()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps what was written; Escape goes back to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    made = self.acts.write(self.own.text()) if self.own.text().strip() else None
                    if made is not None:
                        self.own.clear()
                        self.list.choose(made)
                    self.list.setFocus()
                    return True
                case Qt.Key.Key_Escape:
                    self.own.clear()
                    self.list.setFocus()
                    return True
        return False

    # inside

    def _with(self, act: Callable[[ClaimRow], object]) -> None:
        row = self.list.chosen()
        if row is not None and not self._project.read_only:
            act(row)

    def _take_in(self) -> None:
        """Take in the claims of the draft once they are looked for, and have them looked for."""
        read, found = self.check.read, self.check.claims
        if read is None or read is self._taken or not self.isVisible():
            return
        if found is None:
            self.check.find_claims()
            return
        self._taken = read
        self.acts.take_in(read, found)
        self.refresh()

    def _show(self) -> None:
        if self.check.running:
            self._stack.setCurrentWidget(self.working)
        elif self.check.read is None and not self._rows:
            self._stack.setCurrentWidget(self.empty)
        else:
            self._stack.setCurrentWidget(self._content)
        full = bool(self._rows) or self.check.read is not None
        self.setFocusProxy(self.list if full else self.empty)
        count = sum(not row.aside for row in self._rows)
        words = ngettext("{count} claim", "{count} claims", count).format(count=count)
        self.bar.show_draft(self.check, words)
        self.place = words if full else ""
        self.place_changed.emit(self.place)
        self._show_list(self.list.table.state)

    def _show_list(self, state: str) -> None:
        self.list.show_rows(self._rows, state)
        self.states.show_counts(self.list.table.counts(), state)
        none = not self.list.table.rows
        self.nothing.setVisible(none)
        self.list.setVisible(not none)
        self.own.setVisible(not self._project.read_only)

    def _show_claim(self, row: ClaimRow | None) -> None:
        self.pane.show_claim(row, writable=not self._project.read_only)
        self._later.start()

    def _show_evidence(self) -> None:
        row, voice = self.list.chosen(), self.pane.voices.chosen()
        shown = row is not None and voice is not None and not self.pane.voices.isHidden()
        self.beside.setVisible(shown)
        if shown and row is not None and voice is not None:
            self.beside.show_voice(row, voice)

    def _begin(self, name: str) -> None:
        self.working.show_name(name)
        self._show()

    def _end(self) -> None:
        """Show what came of it, with the keys on it if they were on this page."""
        inside = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.refresh()
        self._take_in()
        if inside and not self.check.running:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge_case(self, case_id: int, stands: str) -> None:
        self._with(lambda row: self.acts.judge_case(row.id, case_id, stands))

    def _judge_excerpt(self, excerpt_id: int, stands: str) -> None:
        self._with(lambda row: self.acts.judge_excerpt(row.id, excerpt_id, stands))

    def _connect(self) -> None:
        check, pane, listed = self.check, self.pane, self.list
        check.begun.connect(self._begin)
        check.told.connect(self.working.show_far)
        check.checked.connect(self._end)
        check.claims_found.connect(self._end)
        check.given_up.connect(self._show)
        self.working.stopped.connect(check.cancel)
        self.empty.pressed.connect(lambda: self.choose())
        self.bar.choose_wished.connect(lambda: self.choose())
        self.bar.again_wished.connect(check.again)
        self.states.pressed.connect(self._show_list)
        listed.arrived.connect(self._show_claim)
        listed.tie_wished.connect(self.tie)
        listed.aside_wished.connect(self.set_aside)
        listed.write_wished.connect(self.write_own)
        listed.rewrite_wished.connect(self.rewrite)
        listed.remove_wished.connect(self.remove)
        listed.voices_wished.connect(lambda: _go(pane.voices))
        pane.tie_wished.connect(self.tie)
        pane.aside_wished.connect(self.set_aside)
        pane.rewrite_wished.connect(self.rewrite)
        pane.remove_wished.connect(self.remove)
        pane.voices.judged.connect(self._judge_case)
        pane.voices.arrived.connect(lambda _voice: self._later.start())
        pane.voices.opened.connect(lambda: _go(self.evidence))
        pane.voices.left.connect(lambda: _go(listed))
        self.beside.case_judged.connect(self._judge_case)
        self.evidence.judged.connect(self._judge_excerpt)
        self.evidence.place_wished.connect(self.place_wished)
        self.evidence.left.connect(lambda: _go(pane.voices))

    def _lay_out(self) -> None:
        left, column = _pane("pane", 300)
        above = QVBoxLayout()
        above.setContentsMargins(12, 12, 12, 8)
        above.addWidget(self.states)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        below = QVBoxLayout()
        below.setContentsMargins(12, 8, 12, 12)
        below.addWidget(self.own)
        column.addLayout(below)
        middle, inside = _pane("surface", 320)
        inside.addWidget(self.pane, 1)
        inside.addStretch(0)
        across = QSplitter()
        across.setHandleWidth(1)
        for part in (left, middle, self.beside):
            across.addWidget(part)
        across.setStretchFactor(1, 1)
        across.setSizes([LIST_WIDE, 660, EVIDENCE_WIDE])
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


def _pane(role: str, narrowest: int) -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    made.setProperty("role", role)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setMinimumWidth(narrowest)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return made, column


def _go(part: QWidget) -> None:
    if part.isVisible():
        part.setFocus(Qt.FocusReason.OtherFocusReason)
