"""Everybody in the study and how each stands to a claim; keys judge who has the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qualtool.analysis.claims import ClaimRow, Stance, Voice
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui import fonts, theme
from qualtool.ui.drafts import claim_words
from qualtool.ui.panels.row_table import Index

_VOICE: Final = Qt.ItemDataRole.UserRole
_ORDER: Final[tuple[Stance, ...]] = ("for", "both", "against", "silent")
SIGN, PAD, HIGH = 24, 8, 8
JUDGING: Final[dict[int, str]] = {
    Qt.Key.Key_Plus: "for",
    Qt.Key.Key_Minus: "against",
    Qt.Key.Key_0: "neither",
    Qt.Key.Key_Delete: "",
    Qt.Key.Key_Backspace: "",
}


class VoiceList(QListWidget):
    """+ stands for the claim, − against it, 0 neither, Delete as it is coded; Enter shows why."""

    judged = Signal(int, str)  # case, stance; empty for as it is coded
    arrived = Signal(object)  # Voice or None
    opened = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_VoiceDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Who supports the claim, and who speaks against it"))
        self.currentItemChanged.connect(lambda _now, _before: self.arrived.emit(self.chosen()))
        self.itemDoubleClicked.connect(lambda _item: self.opened.emit())

    def chosen(self) -> Voice | None:
        """Who has the keys."""
        voice = self.currentIndex().data(_VOICE)
        return voice if isinstance(voice, Voice) else None

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """Show these, those who support it first; the keys stay with whom they were."""
        before = self.chosen()
        self.blockSignals(True)
        self.clear()
        for voice in sorted(voices, key=lambda each: _ORDER.index(each.stands)):
            words = f"{voice.case}, {claim_words.stance(voice)}"
            because = claim_words.why(voice)
            item = QListWidgetItem(f"{words}, {because}" if because else words)
            item.setData(_VOICE, voice)
            self.addItem(item)
            if before is not None and voice.case_id == before.case_id:
                self.setCurrentItem(item)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        self.blockSignals(False)
        self.arrived.emit(self.chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        voice = self.chosen()
        if event.key() in JUDGING and voice is not None:
            self.judged.emit(voice.case_id, JUDGING[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _VoiceDelegate(QStyledItemDelegate):
    def __init__(self, view: VoiceList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, round(QFontMetricsF(fonts.interface(13)).height()) + 2 * HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        voice: Voice = index.data(_VOICE)
        colours, box = theme.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.colour("selection"))
            if self._view.hasFocus():
                bar = QRectF(box.left(), box.top(), 3, box.height())
                painter.fillRect(bar, colours.colour("accent"))
        painter.fillRect(
            QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.colour("line")
        )
        inner = box.adjusted(PAD, 0, -PAD, 0)
        plain = fonts.interface(13)
        measure = QFontMetricsF(plain)
        base = box.center().y() + (measure.ascent() - measure.descent()) / 2
        painter.setPen(colours.colour(claim_words.STANCE_ROLES[voice.stands]))
        painter.setFont(fonts.interface(15, bold=True))
        painter.drawText(QPointF(inner.left() + 2, base), claim_words.STANCE_SIGNS[voice.stands])
        painter.setFont(plain)
        right = f"{claim_words.stance(voice)}"
        because = claim_words.why(voice)
        wide = measure.horizontalAdvance(right)
        painter.drawText(QPointF(inner.right() - wide, base), right)
        left = inner.left() + SIGN
        room = inner.right() - wide - 16 - left
        painter.setPen(colours.colour("muted" if voice.stands == "silent" else "ink"))
        name = measure.elidedText(voice.case, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, base), name)
        left += measure.horizontalAdvance(name) + 12
        room -= measure.horizontalAdvance(name) + 12
        if because and room > 40:
            small = fonts.interface(11)
            cut = QFontMetricsF(small)
            painter.setFont(small)
            painter.setPen(colours.colour("muted"))
            painter.drawText(
                QPointF(left, base), cut.elidedText(because, Qt.TextElideMode.ElideRight, room)
            )
        painter.restore()


class Balance(QWidget):
    """How many stand for a claim, against it, and say nothing: one bar, and the numbers."""

    HIGH = 8

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[int, str]] = []
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_claim(self, row: ClaimRow) -> None:
        """Show how everybody stands to this claim."""
        counts = dict.fromkeys(_ORDER, 0)
        for voice in row.voices:
            counts[voice.stands] += 1
        self._parts = [(counts[key], claim_words.STANCE_ROLES[key]) for key in _ORDER]
        supports = counts["for"] + counts["both"]
        against = counts["against"] + counts["both"]
        said = [
            ngettext("{count} supports it", "{count} support it", supports).format(count=supports),
            ngettext("{count} speaks against it", "{count} speak against it", against).format(
                count=against
            ),
            ngettext("{count} says nothing of it", "{count} say nothing of it", counts["silent"])
            .format(count=counts["silent"]),
        ]  # fmt: skip
        told = (supports, against, counts["silent"])
        self._words = " · ".join(each for each, count in zip(said, told, strict=True) if count)
        self.setAccessibleName(self._words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.HIGH + 6 + round(QFontMetricsF(fonts.interface(12)).height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        total = sum(count for count, _role in self._parts)
        left = 0.0
        for count, role in self._parts:
            if not count:
                continue
            wide = self.width() * count / total
            painter.setBrush(colours.colour("line" if role == "muted" else role))
            painter.drawRoundedRect(QRectF(left, 0, max(2.0, wide - 2), self.HIGH), 3, 3)
            left += wide
        font = fonts.interface(12)
        measure = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colours.colour("muted"))
        words = measure.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QPointF(0, self.HIGH + 6 + measure.ascent()), words)
