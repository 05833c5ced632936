"""What can be done with the chosen rows of the codebook, offered where they are right-clicked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from qualtool.core.colours import PALETTE
from qualtool.core.names import excerpted
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import CodeRow, ThemeRow
from qualtool.ui.actions import worded_keys
from qualtool.ui.colour_words import colour_name
from qualtool.ui.models.codebook import Node
from qualtool.ui.panels.codebook import CodebookPanel
from qualtool.ui.panels.tree_rows import paint_mark
from qualtool.ui.workspaces.codebook_asking import CodebookAsking
from qualtool.ui.workspaces.codebook_files import CodebookFiles
from qualtool.ui.workspaces.codebook_making import CodebookMaking
from qualtool.ui.workspaces.coding_acts import CodingActs

SWATCH = 16
MERGE, RETIRE = "Ctrl+L", "Ctrl+Del"
LONGEST = 32  # of a name in a line of the menu


class CodebookMenu(QMenu):
    """Made for the rows that are chosen, the one under the mouse among them."""

    def __init__(
        self,
        parent: QWidget,
        panel: CodebookPanel,
        acts: CodingActs,
        asking: CodebookAsking,
        node: Node | None,
        chosen_excerpts: Callable[[], Sequence[int]] = tuple,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._panel, self._acts, self._asking = panel, acts, asking
        self._chosen_excerpts = chosen_excerpts
        self._making = CodebookMaking(panel, acts)
        # Beside all rows none is meant, whichever are chosen.
        self._nodes = (panel.tree.nodes() or [node]) if node is not None else []
        if node is not None and node.code is not None:
            self._offer_code(node, node.code)
        elif node is not None and node.theme is not None:
            self._offer_theme(node.theme)
        else:
            self._offer_new()

    def _split(self, code: CodeRow) -> None:
        """Ask about a code's excerpts; those chosen in its list are ticked already."""
        self._asking.split(code.id, self._chosen_excerpts())

    def offer_files(self, files: CodebookFiles) -> None:
        """Where no row is meant, the codebook as a whole: out to a file, in from one."""
        if not self._nodes:
            self.addSeparator()
            self._add(_("Similar codes"), self._asking.show_similar)
            self._add(_("Take in a codebook …"), files.ask_in)
            self._add(_("Write the codebook to a file …"), files.ask_out)

    def _offer_code(self, node: Node, code: CodeRow) -> None:
        acts = self._acts
        self._add(_("Rename"), self._panel.start_renaming, "F2")
        self._add(_("New code under this one"), lambda: self._making.new_code(None, code.id))
        self._offer_colours()
        self._offer_pins(code)
        chosen = [n.code for n in self._nodes if n.code]
        self._offer_merging(code, [each for each in chosen if each.id != code.id])
        if code.excerpts and code.state != "retired":
            self._add(_("Split …"), lambda: self._split(code))
        self._add(_("The life of the code"), lambda: self._asking.show_life(code.id))
        self._add(_("Make an attribute of cases"), lambda: acts.make_attribute(code.id))
        theme_id = node.theme_id
        if theme_id is not None:
            ids = [each.id for each in chosen] or [code.id]
            self._add(_("Take out of the theme"), lambda: acts.take_out(theme_id, ids))
        self.addSeparator()
        self._offer_leaving(code, chosen or [code])

    def _offer_merging(self, code: CodeRow, others: list[CodeRow]) -> None:
        """Named: which goes into which."""
        ids = [each.id for each in others]
        if not others:
            words = _("Merge “{code}” into another code …")
            self._add(
                words.format(code=excerpted(code.name, LONGEST)),
                lambda: self._asking.merge_one(code.id),
                MERGE,
            )
            return
        more = len(others) - 1
        words = (
            ngettext(
                "Merge “{one}” and {more} more into “{code}” …",
                "Merge “{one}” and {more} more into “{code}” …",
                more,
            )
            if more
            else _("Merge “{one}” into “{code}” …")
        )
        self._add(
            words.format(
                one=excerpted(others[0].name, LONGEST),
                more=more,
                code=excerpted(code.name, LONGEST),
            ),
            lambda: self._asking.merge(ids, code.id),
            MERGE,
        )

    def _offer_leaving(self, code: CodeRow, chosen: list[CodeRow]) -> None:
        """Retiring before removing where there are codings to lose."""
        asking, ids = self._asking, [each.id for each in chosen]
        if code.state == "retired":
            self._add(_("Take into use again"), lambda: asking.retire(ids, False), RETIRE)
        elif any(each.excerpts for each in chosen) or self._acts.spares():
            self._add(_("Retire, and keep its excerpts"), lambda: asking.retire(ids, True), RETIRE)
        if self._acts.spares():
            return
        if any(each.excerpts for each in chosen):
            self._add(
                _("Remove with all its codings"), lambda: self._acts.remove(self._nodes), "Del"
            )
        else:
            self._add(_("Remove"), lambda: self._acts.remove(self._nodes), "Del")

    def _offer_theme(self, row: ThemeRow) -> None:
        self._add(_("Rename"), self._panel.start_renaming, "F2")
        self._add(_("New code in this theme"), lambda: self._making.new_code(row.id, None))
        if row.parent_id is None:
            self._add(_("New sub-theme"), lambda: self._making.new_theme(row.id))
        self._offer_colours()
        self.addSeparator()
        self._add(_("Remove"), lambda: self._acts.remove(self._nodes), "Del")

    def _offer_new(self) -> None:
        self._add(_("New code"), self._making.new_code)
        self._add(_("New theme"), self._making.new_theme)

    def _offer_colours(self) -> None:
        menu = self.addMenu(_("Colour"))
        for colour in PALETTE:
            action = menu.addAction(swatch(colour), colour_name(colour))
            action.triggered.connect(
                lambda _checked, key=colour: self._acts.recolour(self._nodes, key)
            )
        menu.addSeparator()
        menu.addAction(_("The colour of its theme")).triggered.connect(
            lambda _checked: self._acts.recolour(self._nodes, "")
        )

    def _offer_pins(self, code: CodeRow) -> None:
        menu = self.addMenu(_("Pin to a number key"))
        for number in range(1, 10):
            action = menu.addAction(f"{number}")
            action.setCheckable(True)
            action.setChecked(code.pin == number)
            action.triggered.connect(
                lambda checked, key=number: self._acts.pin(code.id, key if checked else None)
            )

    def _add(self, words: str, act: object, key: str = "") -> None:
        assert callable(act)
        action = self.addAction(f"{words}\t{worded_keys(key)}" if key else words)
        action.triggered.connect(lambda _checked: act())


def swatch(colour: str) -> QIcon:
    """A colour of the palette as it stands in a menu."""
    pixmap = QPixmap(QSize(SWATCH, SWATCH))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QRectF(2, 2, SWATCH - 4, SWATCH - 4), colour)
    painter.end()
    return QIcon(pixmap)
