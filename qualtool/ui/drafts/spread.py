"""How the quotations are spread over informants and themes: quiet bars, each a door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.quotations import QuotationRow, spread
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui import fonts, theme
from qualtool.ui.panels.section import SectionHead

LEFT, RIGHT, BAR, ABOVE, BELOW = 16, 16, 4, 6, 8
WIDE: Final = 256


class Bar(QAbstractButton):
    """A name, a count, and a line as long as the count is beside the greatest."""

    def __init__(self, name: str, count: int, most: int, about: str) -> None:
        super().__init__()
        self.name, self.count = name, count
        self._share = count / max(1, most)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{name}: {about}")
        self.setToolTip(f"{name}: {about}")

    def sizeHint(self) -> QSize:
        return QSize(WIDE, round(QFontMetricsF(fonts.interface(13)).height()) + BAR + ABOVE + BELOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, box = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.fillRect(box, colours.colour("selection" if self.isChecked() else "hover"))
        if self.hasFocus():
            painter.setPen(QPen(colours.colour("focus"), 1))
            painter.drawRoundedRect(box.adjusted(4.5, 0.5, -4.5, -0.5), 4, 4)
        font = fonts.interface(13, bold=self.isChecked())
        measure = QFontMetricsF(font)
        words = box.adjusted(LEFT, ABOVE - 2, -RIGHT, 0)
        words.setHeight(measure.height())
        count = str(self.count)
        painter.setFont(font)
        painter.setPen(colours.colour("muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, count)
        room = words.width() - measure.horizontalAdvance(count) - 8
        painter.setPen(colours.colour("ink"))
        shown = measure.elidedText(self.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, shown)
        top = words.bottom() + 2
        whole = QRectF(LEFT, top, box.width() - LEFT - RIGHT, BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("line"))
        painter.drawRoundedRect(whole, BAR / 2, BAR / 2)
        painter.setBrush(colours.colour("accent" if self.isChecked() else "text_selection"))
        whole.setWidth(max(BAR, whole.width() * self._share))
        painter.drawRoundedRect(whole, BAR / 2, BAR / 2)


class SpreadPane(QScrollArea):
    """Who is quoted, and under which themes; pressing one shows only these quotations."""

    informant_pressed = Signal(str)
    theme_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("How the quotations are spread"))
        self.informants: dict[str, Bar] = {}
        self.themes: dict[str, Bar] = {}
        self._rows: Sequence[QuotationRow] | None = None
        self._chosen = ("", "")

    def show_rows(self, rows: Sequence[QuotationRow], informant: str, named: str) -> None:
        """Show how these are spread; the informant and the theme that are chosen are lit."""
        if rows is not self._rows:
            self._rows = rows
            self._build(rows)
        for bars, chosen in ((self.informants, informant), (self.themes, named)):
            for name, bar in bars.items():
                bar.setChecked(name == chosen)

    def _build(self, rows: Sequence[QuotationRow]) -> None:
        found = spread(rows)
        quoted = Counter(
            name for row in rows for name in {each for said in row.said for each in said.themes}
        )
        if not found.informants:
            self._build_empty(rows)
            return
        voices = {name: len(counts) for name, counts in found.themes}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        self.informants = self._bars(
            column, _("Who is quoted"), found.informants, {}, self.informant_pressed.emit
        )
        self.themes = self._bars(
            column, _("Under which themes"), quoted.most_common(), voices, self.theme_pressed.emit
        )
        if not self.themes:
            column.addWidget(_hint(_("None of what is quoted is coded under a theme.")))
        column.addStretch(1)
        self.setWidget(page)

    def _build_empty(self, rows: Sequence[QuotationRow]) -> None:
        self.informants, self.themes = {}, {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        if rows:
            column.addWidget(SectionHead(_("Who is quoted")))
            column.addWidget(_hint(_("Nobody is quoted yet in words that were found.")))
        column.addStretch(1)
        self.setWidget(page)

    def _bars(
        self,
        column: QVBoxLayout,
        title: str,
        counts: Sequence[tuple[str, int]],
        voices: dict[str, int],
        pressed: Callable[[str], object],
    ) -> dict[str, Bar]:
        head = SectionHead(title)
        head.set_count(len(counts) or None)
        column.addWidget(head)
        most = max((count for _name, count in counts), default=1)
        made: dict[str, Bar] = {}
        for name, count in counts:
            about = ngettext("{count} quotation", "{count} quotations", count).format(count=count)
            if name in voices:
                words = ngettext("of {count} informant", "of {count} informants", voices[name])
                about = f"{about} {words.format(count=voices[name])}"
            bar = made[name] = Bar(name, count, most, about)
            bar.clicked.connect(lambda _on=False, name=name: pressed(name))
            column.addWidget(bar)
        return made


def _hint(words: str) -> QLabel:
    made = QLabel(words)
    made.setProperty("role", "hint")
    made.setWordWrap(True)
    return made
