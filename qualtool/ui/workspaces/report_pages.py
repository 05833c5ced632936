"""The report workspace: the appendix first, then the checks of the researcher's own draft.

A page is a QWidget made when it is first shown. What it has of ``refresh()``,
``on_changes(changes)``, ``aside()``, and of the signals of a workspace, is used as those of a
workspace are. What can be done on a page stands in the action table with ``where="report"`` and a
handler that begins with ``at.KEY.``, as in ``at.quotations.choose``. Everything else that is asked
of this workspace is the appendix's.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.store.journal import Changes, joined
from qualtool.store.project import Project
from qualtool.ui.drafts import wording
from qualtool.ui.drafts.check import DraftCheck
from qualtool.ui.memo_target import Target
from qualtool.ui.workspaces.report import ReportWorkspace

APPENDIX: Final = "appendix"
TABS: Final = {
    APPENDIX: mark("Appendix"),
    "quotations": mark("Quotations"),
    "claims": mark("Claims"),
}
_WISHES: Final = (
    "refused", "said", "place_wished", "document_wished", "code_wished", "theme_wished",
    "coder_wished", "sheet_wished", "job_wished", "workspace_wished", "original_wished",
    "memo_wished", "memo_chosen", "text_size_wished",
)  # fmt: skip


class ReportPages(QWidget):
    """Shows one page at a time; the tabs in the line at the top choose which."""

    refused = Signal(object)  # QualtoolError
    said = Signal(str)
    place_changed = Signal(str)
    place_wished = Signal(int, int, int)
    document_wished = Signal(int)
    code_wished = Signal(int)
    theme_wished = Signal(int)
    coder_wished = Signal(object)
    sheet_wished = Signal(object)
    job_wished = Signal(object)
    workspace_wished = Signal(str)
    original_wished = Signal(int, int, int)
    memo_wished = Signal(object)
    memo_chosen = Signal(int)
    text_size_wished = Signal(int)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.appendix = ReportWorkspace(project)
        self.check = DraftCheck(project)
        self._made: dict[str, QWidget] = {}
        self._missed: dict[str, list[Changes]] = {}
        self._places: dict[str, str] = {}
        self._stack = QStackedWidget()
        self._buttons: dict[str, QPushButton] = {}
        self._head = self._lay_out_tabs()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.at = _At(self)
        self._hear(self.check)
        self.check.checked.connect(self._tell_of_quotations)
        self.check.rows_changed.connect(self._tell_of_quotations)
        self._take(APPENDIX, self.appendix)
        self.setFocusProxy(self.appendix)

    def __getattr__(self, name: str) -> Any:
        if name == "appendix":
            raise AttributeError(name)  # it is not made yet
        return getattr(self.appendix, name)

    def header_widget(self) -> QWidget:
        """The tabs."""
        return self._head

    def refresh(self) -> None:
        """Look again at everything."""
        for made in self._made.values():
            _call(made, "refresh")

    def on_changes(self, changes: Changes) -> None:
        """Tell the page in view what a step touched, and the others when they are shown."""
        self.check.on_changes(changes)
        for key, made in self._made.items():
            if made is self._stack.currentWidget():
                _call(made, "on_changes", changes)
            else:
                self._missed.setdefault(key, []).append(changes)

    def aside(self) -> None:
        """Keep what is half written."""
        for made in self._made.values():
            _call(made, "aside")

    def memo_target(self) -> Target:
        """What a memo would be written on: what has the keys on the page in view."""
        found = _call(self._made[self.shown()], "memo_target")
        return found if isinstance(found, Target) else Target()

    def shown(self) -> str:
        """The key of the page in view."""
        return next(key for key, made in self._made.items() if made is self._stack.currentWidget())

    def page(self, key: str) -> QWidget:
        """A page, made if it has not been. Raises KeyError."""
        if key not in self._made:
            self._take(key, self._build(key))
        return self._made[key]

    def show_page(self, key: str) -> None:
        """Show a page."""
        before, made = self.shown(), self.page(key)
        if key != before:
            _call(self._made[before], "aside")
        if missed := self._missed.pop(key, None):
            _call(made, "on_changes", joined(missed))
        inside = self._made[before].isAncestorOf(QApplication.focusWidget() or self)
        self._stack.setCurrentWidget(made)
        self._buttons[key].setChecked(True)
        self.setFocusProxy(made)
        if inside and key != before:
            (made.focusProxy() or made).setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_changed.emit(self._places.get(key, ""))

    def go_appendix(self) -> None:
        """Show the appendix, with the keys in it."""
        self.show_page(APPENDIX)
        self.appendix.setFocus(Qt.FocusReason.OtherFocusReason)

    # inside

    def _build(self, key: str) -> QWidget:
        if key == "quotations":
            from qualtool.ui.drafts.page import QuotationsPage

            return QuotationsPage(self._project, self.check)
        if key == "claims":
            from qualtool.ui.drafts.claims_page import ClaimsPage

            return ClaimsPage(self._project, self.check)
        raise KeyError(key)

    def _tell_of_quotations(self) -> None:
        """Say beside the appendix what came of the check."""
        right, read = getattr(self.appendix, "right", None), self.check.read
        if right is not None and read is not None:
            right.show_quotations(read.path.name, wording.counts_in_words(self.check.rows))

    def _take(self, key: str, page: QWidget) -> None:
        self._made[key] = page
        self._stack.addWidget(page)
        self._hear(page)
        self._places[key] = getattr(page, "place", "")
        told = getattr(page, "place_changed", None)
        if told is not None:
            told.connect(lambda words: self._note_place(key, words))

    def _note_place(self, key: str, words: str) -> None:
        self._places[key] = words
        if key == self.shown():
            self.place_changed.emit(words)

    def _hear(self, part: Any) -> None:
        for name in _WISHES:
            signal = getattr(part, name, None)
            if signal is not None:
                signal.connect(getattr(self, name))

    def _lay_out_tabs(self) -> QWidget:
        head = QWidget()
        group = QButtonGroup(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key, words in TABS.items():
            tab = self._buttons[key] = QPushButton(_(words))
            tab.setAccessibleName(_(words))
            tab.setCheckable(True)
            tab.setProperty("role", "tab")
            tab.clicked.connect(lambda _on, chosen=key: self.show_page(chosen))
            group.addButton(tab)
            row.addWidget(tab)
        self._buttons[APPENDIX].setChecked(True)
        return head


class _At:
    """The pages by their keys, for the handlers of the action table; shows what it is asked for."""

    def __init__(self, pages: ReportPages) -> None:
        self._pages = pages

    def __getattr__(self, key: str) -> QWidget:
        try:
            self._pages.show_page(key)
        except KeyError:
            raise AttributeError(key) from None
        return self._pages.page(key)


def _call(widget: QWidget, method: str, *arguments: object) -> Any:
    act = getattr(widget, method, None)
    return act(*arguments) if act is not None else None
