"""The themes workspace: codes as cards, themes as columns, and the theme that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from qualtool.analysis import codebook, memos
from qualtool.operations import profiles
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.board.board import Board
from qualtool.ui.board.contents import Key
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.excerpts import ExcerptList
from qualtool.ui.workspaces.board_acts import BoardActs
from qualtool.ui.workspaces.coding_acts import CodingActs
from qualtool.ui.workspaces.frame_choice import FrameChoice
from qualtool.ui.workspaces.theme_beside import ThemeBeside
from qualtool.ui.workspaces.theme_pages import BOARD, ThemePages

RIGHT = 340


class ThemesWorkspace(QWidget):
    """The board and the other pages, with what is chosen on them at the right."""

    refused = Signal(object)  # QualtoolError
    said = Signal(str)
    place_wished = Signal(int, int, int)  # document, start, end
    original_wished = Signal(int, int, int)
    memo_wished = Signal(object)  # Target
    coder_wished = Signal(object)  # what waits until it is known who codes
    memo_chosen = Signal(int)
    sheet_wished = Signal(object)  # QWidget
    look_again_wished = Signal()
    job_wished = Signal(object)  # jobs.Job
    theme_chosen = Signal(int)
    code_chosen = Signal(int)
    frame_chosen = Signal(int)  # the set of themes that is shown from now on

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.acts = CodingActs(project, self.refused.emit, self.coder_wished.emit)
        self.board = Board(project)
        self.doing = BoardActs(self.board, project)
        self.beside = ThemeBeside(project, self.acts, self.coder_wished.emit)
        self.pages = ThemePages(project, self.board)
        self.frames = FrameChoice(project)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.pages.tabs)
        row.addWidget(self.frames)
        across = QSplitter()
        across.setHandleWidth(1)
        across.addWidget(self.pages)
        across.addWidget(self.beside)
        across.setStretchFactor(0, 1)
        across.setSizes([1000, RIGHT])
        across.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)
        self._connect()
        self._offer_pages()
        self.setFocusProxy(self.board)
        if self.board.contents.columns:
            self.show_theme(self.board.contents.columns[0][0].place)

    def header_widget(self) -> QWidget:
        """The tabs: the board, the map, the findings; and which set of themes they show."""
        return self._head

    def refresh(self) -> None:
        """Look again at everything."""
        self.frames.refresh()
        self._offer_pages()
        self.pages.tell("refresh")
        self.beside.refresh()

    def show_frame(self, frame_id: int) -> None:
        """Show another set of themes."""
        self.frames.choose(frame_id)

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        if changes.touches("frame", "theme"):
            self.frames.refresh()
        if changes.touches("study"):
            self._offer_pages()
        self.pages.on_changes(changes)
        self.beside.on_changes(changes)

    def aside(self) -> None:
        """Keep what is half written."""
        self.pages.tell("aside")
        self.beside.aside()

    def show_theme(self, theme_id: int) -> None:
        """Show what a theme means and rests on, and the set it belongs to."""
        if self.board.contents.section(theme_id) is None:
            with self._project.read() as session:
                rows = codebook.themes(session)
            frame = next((row.frame_id for row in rows if row.id == theme_id), None)
            if frame is not None:
                self.frames.choose(frame)
        self.theme_chosen.emit(theme_id)

    def show_code(self, code_id: int) -> None:
        """Show the excerpts of a code."""
        self.code_chosen.emit(code_id)

    def go_board(self) -> None:
        """Show the board, with the keys on it."""
        self.pages.show_page(BOARD)
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def place_chosen_excerpts(self) -> None:
        """Place the excerpts that are chosen in the list beside the board in a theme."""
        for shown in self._lists():
            if shown.isVisible() and (chosen := shown.chosen()):
                self.doing.place_excerpts([card.excerpt.id for card in chosen])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back from what is shown at the right to the board."""
        if event.key() == Qt.Key.Key_Escape and self.pages.shown() == BOARD:
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def memo_target(self) -> Target:
        """What a memo would be written on: what is chosen on the page, or beside it."""
        target = getattr(self.pages.currentWidget(), "memo_target", self.beside.memo_target)()
        assert isinstance(target, Target)
        return target

    def _offer_pages(self) -> None:
        """Offer the pages that the profile of the project shows first."""
        with self._project.read() as session:
            self.pages.offer(profiles.chosen(session).pages)

    def _connect(self) -> None:
        board, beside = self.board, self.beside
        self.theme_chosen.connect(beside.show_theme)
        self.theme_chosen.connect(lambda theme: self.pages.tell("show_theme", theme))
        self.code_chosen.connect(beside.show_code)
        board.theme_chosen.connect(self.show_theme)
        board.code_chosen.connect(self.show_code)
        board.excerpt_chosen.connect(beside.show_excerpt)
        board.opened.connect(self._open)
        board.memos_pressed.connect(self._open_memos)
        self.frames.frame_chosen.connect(self.pages.show_frame)
        self.frames.frame_chosen.connect(lambda _frame: beside.show_nothing())
        self.frames.frame_chosen.connect(self.frame_chosen)
        for shown in self._lists():
            shown.offers_themes = True
            shown.theme_wished.connect(self.doing.place_excerpts)
        self._pass_on(self.frames)
        self._pass_on(self.doing)
        self._pass_on(beside)
        self.pages.page_made.connect(self._hear_page)
        self.pages.turned.connect(lambda _key: beside.setVisible(not self.pages.is_alone()))

    def _lists(self) -> tuple[ExcerptList, ...]:
        """The lists of excerpts beside the board: of a code, and of a theme."""
        return self.beside.inspector.list, self.beside.pane.excerpts.list

    def _hear_page(self, page: QWidget) -> None:
        for name, heard in (("theme_chosen", self.show_theme), ("code_chosen", self.show_code)):
            signal = getattr(page, name, None)
            if signal is not None:
                signal.connect(heard)
        self._pass_on(page)

    def _pass_on(self, part: QObject) -> None:
        """Pass on what a part wishes for that the window gives."""
        for name in (
            "refused",
            "said",
            "place_wished",
            "original_wished",
            "memo_wished",
            "memo_chosen",
            "coder_wished",
            "sheet_wished",
            "look_again_wished",
            "job_wished",
        ):
            signal = getattr(part, name, None)
            if signal is not None:
                signal.connect(getattr(self, name))

    def _open(self, key: Key) -> None:
        """Go on with the keys to what is shown of a card or a theme."""
        if key[0] == "code":
            self.beside.inspector.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_memos(self, code_id: int) -> None:
        with self._project.read() as session:
            found = memos.newest(session, "code", [code_id])
        if found is not None:
            self.memo_chosen.emit(found)
