"""The codebook pane: themes and codes in a tree or a list, filtered as you type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from qualtool.analysis import codebook, namesakes
from qualtool.analysis.board import in_use, shown_frame
from qualtool.core import similar_names
from qualtool.core.filtering import Filter, Fit
from qualtool.core.fuzzy import Entry
from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import CodeRow, ThemeRow
from qualtool.ui import icons
from qualtool.ui.models import code_moves
from qualtool.ui.models.codebook import CodebookModel, Node, Role
from qualtool.ui.models.codebook_nodes import build, build_list
from qualtool.ui.panels.codebook_look import CodebookLook
from qualtool.ui.panels.codebook_tree import CodebookTree
from qualtool.ui.panels.section import SectionHead

SHAPE = ("code", "theme", "theme_code", "rest_code")
FIGURES = ("coding", "excerpt", "theme_excerpt", "document_text", "speaker", "document_case")
MOST_FITS = 60  # rows shown of what fits; whoever wants more types one more letter


class CodebookPanel(QWidget):
    """The codebook with its filter; what is wished for goes out as signals."""

    chosen = Signal(object)  # Node or None

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._themes: Sequence[ThemeRow] = ()
        self._codes: Sequence[CodeRow] = ()
        self._by_id: dict[int, CodeRow] = {}
        self._used = 0
        self.apart: Mapping[int, str] = {}  # what tells codes of the same name apart
        self._whole: Node | None = None  # all rows, while neither they nor their order change
        self._filter: Filter | None = None
        self._said = ""
        self.model = CodebookModel(self)
        self.tree = CodebookTree()
        self.tree.setModel(self.model)
        self.head = SectionHead(_("Codebook"))
        self.look = CodebookLook(self)
        self.look.changed.connect(self._show_anew)
        self.add = QToolButton()
        self.add.setIcon(icons.icon("add"))
        self.add.setIconSize(QSize(16, 16))
        self.add.setAccessibleName(_("New code or theme"))
        self.add.setToolTip(_("New code or theme"))
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.clicked.connect(self._offer_new)
        self.head.add(self.add)
        self.head.add(self.look.button)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Filter codes …"))
        self.filter.setAccessibleName(_("Filter codes"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show_rows)
        self.filter.installEventFilter(self)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        row = QVBoxLayout()
        row.setContentsMargins(12, 0, 12, 8)
        row.addWidget(self.filter)
        layout.addLayout(row)
        layout.addWidget(self.hint)
        layout.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)
        self.tree.selectionModel().currentChanged.connect(self._tell_chosen)
        self.tree.clicked.connect(self._tell_again)
        self.tree.move_wished.connect(self._move)
        self.tree.delegate.naming.connect(self._warn)
        self.tree.delegate.refused.connect(self._say_words)
        self.tree.delegate.closeEditor.connect(lambda _editor: self._say_words(self._said))
        self.frame: int | None = None  # the set of themes that groups the codes; None: the first
        self._closed: set[tuple[int, int]] = set()
        self.tree.collapsed.connect(lambda index: self._fold(index, closed=True))
        self.tree.expanded.connect(lambda index: self._fold(index, closed=False))
        self.refresh()

    def refresh(self) -> None:
        """Show the codebook as it is now, with the same rows open and the same ones chosen."""
        self._read()
        self._filter = None
        self._show_anew()

    def show_figures(self) -> None:
        """Show how much is coded now, where nothing else of the codebook has changed."""
        codes, themes, known = self._by_id, self._themes, self.model.counted
        self._read()
        if self.look.order == "used":
            self._show_anew()
            return
        if self.filter.text():
            self._whole = None  # which is not what is shown, and so not written anew
        self.model.show_figures(
            {row.id: row for row in self._codes if codes.get(row.id) is not row},
            {row.id: row for row in self._themes if row not in themes},
        )
        if known != self.model.counted:
            self.tree.viewport().update()

    def _read(self) -> None:
        with self._project.read() as session:
            frame = shown_frame(session, self.frame)
            self._themes = in_use(codebook.themes(session, frame, wait=False))
            self._codes = codebook.codes(session, wait=False)
            self.model.counted = codebook.figures_known(session)
            self.apart = namesakes.everywhere(session)
        self._by_id = {code.id: code for code in self._codes}
        self._used = sum(code.state != "retired" for code in self._codes)

    def on_changes(self, changes: Changes) -> None:
        """Look again where a step touched what is shown here."""
        if changes.touches(*SHAPE):
            self.tree.let_text_go_first()
            self.refresh()
        elif changes.touches(*FIGURES):
            self.show_figures()

    def choose_code(self, code_id: int) -> None:
        """Make a code the chosen one, and open what it lies under."""
        code = next((each for each in self._codes if each.id == code_id), None)
        if code is not None and code.state == "retired" and not self.look.retired:
            self.look.show_retired(True)
        self._choose(lambda node: node.code is not None and node.code.id == code_id)

    def choose_theme(self, theme_id: int) -> None:
        """Make a theme the chosen one."""
        if self.look.order != "tree":
            self.look.as_tree()
        self._choose(lambda node: node.theme is not None and node.theme.id == theme_id)

    def start_renaming(self) -> None:
        """Let the chosen row's name be typed over."""
        self.tree.setFocus()
        if self.tree.currentIndex().isValid():
            self.tree.edit(self.tree.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The down key leads from the filter to the first of what fits; Escape empties it."""
        if watched is self.filter and event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, lambda: self._made_filter().warm_up())
        if watched is self.filter and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self._go_to_first()
                return True
            if pressed and event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
        return False

    def _go_to_first(self) -> None:
        wanted = next(
            (node for node in self.model.nodes() if node.fit is not None),
            next((node for node in self.model.nodes() if node.code or node.theme), None),
        )
        self.tree.setFocus()
        if wanted is not None:
            self.tree.setCurrentIndex(self.model.index_of(wanted))

    def _choose(self, fits: Callable[[Node], bool]) -> None:
        node = next(filter(fits, self.model.nodes()), None)
        if node is None and self.filter.text():
            self.filter.clear()
            node = next(filter(fits, self.model.nodes()), None)
        if node is not None:
            index = self.model.index_of(node)
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self._tell_again(index)

    def _show_anew(self) -> None:
        self._whole = None
        self._show_rows()

    def _rows(self, fits: dict[int, Fit] | None, themes: set[int]) -> Node:
        """The rows to show; those that fit are built from few codes, all of them only once."""
        if fits is None and self._whole is not None:
            return self._whole
        codes = self._codes
        if fits is not None and not themes:
            wanted = set(fits)
            for code_id in fits:
                above = self._by_id[code_id].parent_id
                while above in self._by_id and above not in wanted:
                    wanted.add(above)
                    above = self._by_id[above].parent_id
            codes = [code for code in self._codes if code.id in wanted]
        retired = self.look.retired
        if self.look.order == "tree":
            root = build(self._themes, codes, retired=retired, fits=fits, fitting_themes=themes)
        else:
            root = build_list(codes, self.look.order, retired=retired, fits=fits)
        for node in root.below() if self.apart else ():
            node.apart = self.apart.get(node.code.id, "") if node.code else ""
        if fits is None:
            self._whole = root
        return root

    def _show_rows(self) -> None:
        fits, themes, total = self._fitting()
        in_order = self.look.order == "tree"
        root = self._rows(fits, themes)
        kept = [node.key for node in self.tree.nodes()]
        current = self.tree.currentIndex()
        held = current.data(Role.NODE).key if current.isValid() else None
        beside = self._beside(current) if self.tree.hasFocus() else []
        bar = self.tree.verticalScrollBar().value()
        selection = self.tree.selectionModel()
        selection.blockSignals(True)
        found = True
        if self.model.show_rows(root, ordered=in_order):
            self._unfold(everything=fits is not None)
            found = self._choose_again(kept, held)
            self.tree.verticalScrollBar().setValue(bar if fits is None else 0)
        selection.blockSignals(False)
        if not found:
            self._go_beside(beside)
        self.tree.viewport().update()
        self.head.set_count(self._used)
        shown = None if fits is None else len(fits) + (len(themes) if in_order else 0)
        self._say(shown, total)

    def _fitting(self) -> tuple[dict[int, Fit] | None, set[int], int]:
        """The codes that fit what is typed, the themes that do, and how many codes there are."""
        typed = self.filter.text().strip()
        if not typed:
            return None, set(), 0
        found, total = self._made_filter().find(typed, MOST_FITS)
        lowered = typed.lower()
        themes = {each.id for each in self._themes if lowered in each.name.lower()}
        return {self._codes[fit.number].id: fit for fit in found}, themes, total

    def _made_filter(self) -> Filter:
        if self._filter is None:
            self._filter = Filter([Entry(code.name, _about(code)) for code in self._codes])
        return self._filter

    def _unfold(self, *, everything: bool) -> None:
        closed = set() if everything else set(self._closed)
        self.tree.expanded.disconnect()
        for node in self.model.nodes():
            if node.children and node.key not in closed:
                self.tree.setExpanded(self.model.index_of(node), True)
        self.tree.expanded.connect(lambda index: self._fold(index, closed=False))

    def _fold(self, index: QModelIndex, *, closed: bool) -> None:
        key = index.data(Role.NODE).key
        self._closed.add(key) if closed else self._closed.discard(key)

    def _beside(self, current: QModelIndex) -> list[tuple[int, int]]:
        """Where to go if the row with the keys goes: to the next ones, to those before, or up."""
        node = current.data(Role.NODE) if current.isValid() else None
        if node is None or node.parent is None:
            return []
        rows = node.parent.children
        nearest = [*rows[node.place + 1 :], *rows[: node.place][::-1], node.parent]
        return [each.key for each in nearest if each.code or each.theme]

    def _go_beside(self, keys: Sequence[tuple[int, int]]) -> None:
        by_key = {node.key: node for node in self.model.nodes()}
        wanted = next((by_key[key] for key in keys if key in by_key), None)
        if wanted is not None:
            self.tree.setCurrentIndex(self.model.index_of(wanted))

    def _choose_again(self, kept: Sequence[tuple[int, int]], held: tuple[int, int] | None) -> bool:
        """Choose the rows that were; a code that stands elsewhere now is found there.

        False where the row with the keys is gone.
        """
        if held is None:
            return True
        by_key = {node.key: node for node in self.model.nodes()}
        by_code = {key[1]: node for key, node in by_key.items() if key[1]}
        found = [by_key.get(key) or by_code.get(key[1]) for key in (held, *kept)]
        if found[0] is not None:
            self.tree.setCurrentIndex(self.model.index_of(found[0]))
        selection = self.tree.selectionModel()
        for node in found[1:]:
            if node is not None:
                selection.select(self.model.index_of(node), selection.SelectionFlag.Select)
        return found[0] is not None

    def _say(self, fitting: int | None, total: int) -> None:
        words = ""
        if not self._codes:
            words = _("No codes yet. Select a passage and type a word for it.")
        elif fitting == 0:
            words = _("No code fits. Try fewer letters.")
        elif fitting is not None and total > MOST_FITS:
            words = _("The first {count} of {total} that fit. Type more to see fewer.").format(
                count=MOST_FITS, total=total
            )
        self._said = words
        self._say_words(words)

    def _warn(self, name: str, node: Node) -> None:
        """Say while a code is being named that another is called much the same."""
        own = node.code.id if node.code else 0
        names = {each.id: each.name for each in self._codes if each.state == "in_use"}
        names.pop(own, None)
        self._say_words(similar_names.alike(name, names) if own else "")

    def _say_words(self, words: str) -> None:
        if words != self.hint.text() or self.hint.isHidden() is bool(words):
            self.hint.setText(words)
            self.hint.setVisible(bool(words))

    def _move(self, way: str) -> None:
        move = code_moves.WAYS[way](self.tree.nodes()) if self.look.order == "tree" else None
        if move is None:
            return
        first = move.nodes[0]
        if first.code is not None:
            ids = [node.code.id for node in move.nodes if node.code]
            self.model.codes_dropped.emit(ids, first.theme_id, move.onto, move.place)
        else:
            ids = [node.theme.id for node in move.nodes if node.theme]
            onto = move.onto.theme.id if move.onto.theme else None
            self.model.themes_dropped.emit(ids, onto, move.place)

    def _offer_new(self) -> None:
        """Offer what is offered where no row is meant."""
        below = self.add.mapToGlobal(self.add.rect().bottomLeft())
        self.tree.menu_wished.emit(None, below)

    def _tell_again(self, index: QModelIndex) -> None:
        """The row at the cursor is chosen once more, after something else was."""
        if self.tree.delegate.aside:
            self._tell_chosen(index)

    def _tell_chosen(self, index: QModelIndex) -> None:
        self.tree.set_aside(False)
        self.chosen.emit(index.data(Role.NODE) if index.isValid() else None)


def _about(code: CodeRow) -> str:
    return "\n".join(
        part
        for part in (code.description, code.use_when, code.use_not, code.decision_rules)
        if part
    )
