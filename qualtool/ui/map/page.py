"""The map as a page of the themes workspace: the canvas under a line of what can be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.study import study
from qualtool.analysis.thematic_map import thematic_map, with_all
from qualtool.core.errors import QualtoolError
from qualtool.core.map_boxes import shapes
from qualtool.core.map_drawing import arranged
from qualtool.core.map_layout import laid_out
from qualtool.core.thematic_map import Key
from qualtool.formats.font_widths import measure
from qualtool.i18n import gettext as _
from qualtool.reports import map_picture
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui import asking_where, icons
from qualtool.ui.map import exporting
from qualtool.ui.map.acts import MapActs
from qualtool.ui.map.canvas import LINK, MapCanvas
from qualtool.ui.map.export_sheet import ExportSheet
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.empty import EmptyPane

WATCHED = ("theme", "code", "theme_code", "rest_code", "frame", "map_item", "map_link")
COUNTED = (*WATCHED, "coding", "excerpt", "theme_excerpt")


class ThemeMap(QWidget):
    """Themes, sub-themes and codes as a drawing that is arranged by hand."""

    refused = Signal(object)
    said = Signal(str)
    theme_chosen = Signal(int)
    code_chosen = Signal(int)
    sheet_wished = Signal(object)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._frame: int | None = None
        self.by_excerpts = False
        self.canvas = MapCanvas()
        self.canvas.writable = not project.read_only
        self.acts = MapActs(
            project, lambda: (self.canvas.map, self.canvas.places), self.refused.emit
        )
        self._hint = QLabel()
        self._hint.setProperty("role", "quiet")
        self._hint.setMinimumWidth(0)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.canvas)
        self._pages.addWidget(
            EmptyPane(
                _("No map yet"),
                _("Make themes on the board, and they are drawn here with their codes."),
            )
        )
        self._bar = self._lay_out_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self.canvas)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Draw the map anew from the project."""
        with self._project.read() as session:
            shown = thematic_map(session, self._frame)
        self.canvas.show_map(shown, by_excerpts=self.by_excerpts)
        self._pages.setCurrentIndex(0 if shown.things or shown.off else 1)
        self._back.setEnabled(self.canvas.writable and bool(shown.off))
        has_codes = any(thing.kind == "code" for thing in shown.things)
        self._codes.setChecked(has_codes)
        self._codes.setEnabled(
            self.canvas.writable and (has_codes or any(k.table == "code" for k in shown.off))
        )

    def on_changes(self, changes: Changes) -> None:
        """Draw anew what a step touched."""
        if changes.touches(*(COUNTED if self.by_excerpts else WATCHED)):
            self.refresh()

    def show_frame(self, frame_id: int) -> None:
        """Show the map of this set of themes."""
        if frame_id != self._frame:
            self._frame = frame_id
            self.canvas.choose([])
            self.refresh()
            self.canvas.fit()

    def show_theme(self, theme_id: int) -> None:
        """Mark a theme that was chosen elsewhere."""
        key = Key("theme", theme_id)
        if self.canvas.box(key) is not None and key not in self.canvas.chosen:
            self.canvas.choose([key], tell=False)

    def aside(self) -> None:
        """Keep what is being written."""
        self.canvas.close_field()

    def memo_target(self) -> Target:
        """What a memo would be written on: the theme or code that is chosen."""
        at = self.canvas.at
        return Target(at.table, at.number) if at and at.table in ("theme", "code") else Target()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little room, what is in the palette too is spared.
        for spared in self._spared:
            spared.show()
        for spared in self._spared:
            if self._bar.sizeHint().width() > self.width():
                spared.hide()

    # what can be done

    def lay_out(self) -> None:
        """Lay everything out anew; boxes of the researcher's own stay where they are."""
        sizes = shapes(self.canvas.map.things, measure, by_excerpts=self.by_excerpts)
        self.acts.lay_out(laid_out(self.canvas.map, sizes))
        self.canvas.fit()

    def new_box(self) -> None:
        """Put a box of the researcher's own where there is room, and let it be written in."""
        self.canvas.setFocus()
        spot = self.canvas.free_spot()
        self._add_box(spot.x(), spot.y())

    def link(self) -> None:
        """Draw a line between the two that are chosen, or from the one that is."""
        self.canvas.setFocus()
        if self.canvas.at is None or self.canvas.at.table == LINK:
            self.said.emit(_("Choose where the line begins first."))
        self.canvas.begin_link()

    def take_off(self) -> None:
        """Take what is chosen off the map."""
        self.canvas.take_off()

    def put_back(self) -> None:
        """Put everything on the map again that was taken off it."""
        self._put_back(lambda key: True)

    def toggle_codes(self) -> None:
        """Show themes alone, or with their codes."""
        codes = [thing.key for thing in self.canvas.map.things if thing.kind == "code"]
        if codes:
            self.acts.take_off(codes)
        else:
            self._put_back(lambda key: key.table == "code")

    def toggle_sizes(self) -> None:
        """Let what has more excerpts be written larger, or no longer."""
        self.by_excerpts = not self.by_excerpts
        self._sizes.setChecked(self.by_excerpts)
        self.refresh()

    def fit(self) -> None:
        """Show the whole map."""
        self.canvas.fit()

    def export(self) -> None:
        """Ask for a title and where to, and write the map as a picture."""
        self.aside()
        with self._project.read() as session:
            about = study(session)
        sheet = ExportSheet(about.name, about.language)
        sheet.export_wished.connect(lambda *chosen: self._export(sheet, *chosen))
        self.sheet_wished.emit(sheet)

    def write(self, path: Path, title: str, language: str) -> bool:
        """Write the map to a file of the kind its ending says; whether that was done."""
        picture = map_picture.titled(self.canvas.map, self.canvas.drawing, title, language)
        try:
            exporting.save(picture, path)
        except QualtoolError as error:
            self.refused.emit(error)
            return False
        self.said.emit(_("Wrote “{file}”").format(file=path.name))
        return True

    # inside

    def _export(self, sheet: ExportSheet, title: str, language: str, ending: str) -> None:
        offered = self._project.path.with_name(f"{_('Map')}.{ending}")
        path = asking_where.ask(self, _("Save the map as a picture"), offered, {ending: ""})
        if path and self.write(path, title, language):
            sheet.closed.emit()

    def _put_back(self, wanted: Callable[[Key], bool]) -> None:
        with self._project.read() as session:
            whole = with_all(session, self._frame)
        off = set(self.canvas.map.off)
        places = arranged(whole, shapes(whole.things, measure, by_excerpts=self.by_excerpts))
        self.acts.put_back({key: places[key] for key in places if key in off and wanted(key)})

    def _add_box(self, x: int, y: int) -> None:
        made = self.acts.add_box(_("New box"), x, y)
        if made is not None:
            self.canvas.choose([made])
            self.canvas.write(made)

    def _add_link(self, start: Key, end: Key) -> None:
        made = self.acts.link(start, end)
        if made is not None:
            self.canvas.choose([made])
            self.canvas.write(made)

    def _tell_chosen(self, key: Key) -> None:
        if key.table == "theme":
            self.theme_chosen.emit(key.number)
        elif key.table == "code":
            self.code_chosen.emit(key.number)

    def _show_menu(self, where: QPoint) -> None:
        canvas, menu = self.canvas, QMenu(self)
        at = canvas.at
        if canvas.writable:
            if at is not None:
                words = _("Words of the line …") if at.table == LINK else _("Words …")
                menu.addAction(words, canvas.write)
            if at is not None and at.table == LINK:
                menu.addAction(_("Line, arrow or both ways"), lambda: self.acts.next_kind(at))
            elif at is not None:
                menu.addAction(_("Draw a line …"), self.link)
                menu.addAction(
                    _("As large as its words"), lambda: self.acts.resize(at, 0, 0)
                ).setEnabled(
                    bool((box := canvas.box(at)) and (box.thing.width or box.thing.height))
                )
            if canvas.chosen:
                menu.addAction(_("Take off the map"), self.take_off)
            menu.addSeparator()
            menu.addAction(_("New box"), self.new_box)
            menu.addAction(_("Lay out anew"), self.lay_out)
            if canvas.map.off:
                menu.addAction(_("Put back what was taken off"), self.put_back)
        menu.addAction(_("Save as a picture …"), self.export)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _show_zoom(self, zoom: float) -> None:
        self._percent.setText(_("{percent} %").format(percent=round(zoom * 100)))

    def _connect(self) -> None:
        canvas, acts = self.canvas, self.acts
        canvas.moved.connect(acts.move)
        canvas.resized.connect(acts.resize)
        canvas.written.connect(acts.write)
        canvas.box_wished.connect(self._add_box)
        canvas.link_wished.connect(self._add_link)
        canvas.kind_wished.connect(acts.next_kind)
        canvas.taken_off.connect(acts.take_off)
        canvas.thing_chosen.connect(self._tell_chosen)
        canvas.menu_wished.connect(self._show_menu)
        canvas.zoomed.connect(self._show_zoom)
        canvas.told.connect(self._hint.setText)

    def _lay_out_bar(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "bar")
        bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        bar.setMinimumWidth(120)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(4)
        for words, act, tip in (
            (_("New box"), self.new_box, "N"),
            (_("Line"), self.link, "L"),
        ):
            made = _button(words, act, tip)
            made.setEnabled(self.canvas.writable)
            row.addWidget(made)
        row.addSpacing(8)
        self._codes = _button(_("Codes"), self.toggle_codes)
        self._sizes = _button(_("Size by excerpts"), self.toggle_sizes)
        for toggle in (self._codes, self._sizes):
            toggle.setCheckable(True)
            toggle.setProperty("role", "tab")
            row.addWidget(toggle)
        row.addSpacing(8)
        row.addWidget(self._hint, 1)
        for icon, name, act in (
            ("minus", _("Smaller"), lambda: self.canvas.zoom_by(0.8)),
            ("add", _("Larger"), lambda: self.canvas.zoom_by(1.25)),
        ):
            row.addWidget(_icon_button(icon, name, act))
        self._percent = _button("", lambda: self.canvas.zoom_to(1.0), _("As it is printed"))
        row.insertWidget(row.count() - 1, self._percent)
        whole = _button(_("Whole map"), self.fit, "0")
        row.addWidget(whole)
        self._spared = (self._sizes, whole, self._codes, self._percent)
        more = _icon_button("more", _("More to do with the map"), lambda: None)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        self._lay = menu.addAction(_("Lay out anew"), self.lay_out)
        self._back = menu.addAction(_("Put back what was taken off"), self.put_back)
        menu.addSeparator()
        menu.addAction(_("Save as a picture …"), self.export)
        self._lay.setEnabled(self.canvas.writable)
        more.setMenu(menu)
        row.addWidget(more)
        return bar


def _button(words: str, act: Callable[[], None], tip: str = "") -> QPushButton:
    made = QPushButton(words)
    made.setProperty("role", "plain")
    made.setAccessibleName(words)
    made.setToolTip(tip)
    made.clicked.connect(lambda _on=False: act())
    return made


def _icon_button(icon: str, name: str, act: Callable[[], None]) -> QToolButton:
    made = QToolButton()
    made.setIcon(icons.icon(icon))
    made.setIconSize(QSize(16, 16))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.clicked.connect(lambda _on=False: act())
    return made
