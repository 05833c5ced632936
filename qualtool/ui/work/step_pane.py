"""One step of the trail: what was done, why, what it reworded, and the way to what it touched."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.history import worded
from qualtool.analysis.step_detail import WORDED, StepDetail, Touched
from qualtool.core import memo_kind
from qualtool.core.day_words import clock_of, day_in_words, day_of
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext
from qualtool.store.rows import StepRow
from qualtool.ui import icons
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.name_button import NameButton
from qualtool.ui.work.page_head import replace_page

ICONS = {"code": "code", "theme": "theme", "document": "document", "case": "case",
         "excerpt": "excerpt", "memo": "memo"}  # fmt: skip


class StepPane(QScrollArea):
    """`door_pressed` wishes to go to what was touched; `reason_written` tells why."""

    door_pressed = Signal(object)  # Touched
    reason_written = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.step_id: int | None = None
        self.doors: list[QToolButton] = []
        self.reason: LineField | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what belongs here."""
        self.step_id, self.doors, self.reason = None, [], None
        column = self._begin()
        column.addWidget(
            _label(_("Choose a step to see what it touched, and to say why."), "quiet")
        )
        column.addStretch(1)

    def show_step(self, step: StepRow, detail: StepDetail, *, fixed: bool) -> None:
        """Show a step; `fixed` where nothing can be written."""
        self.step_id, self.doors = step.id, []
        column = self._begin()
        column.addWidget(_label(worded(step), "strong"))
        day = day_in_words(day_of(step.created_ms), language())
        facts = (step.coder, f"{day} {clock_of(step.created_ms)}",
                 _("taken back") if step.undone else "")  # fmt: skip
        column.addWidget(_label(" · ".join(part for part in facts if part), "small"))
        column.addSpacing(8)
        column.addWidget(_label(_("Why?"), "small"))
        self.reason = LineField(_("Why this was done"))
        self.reason.show_text(step.reason)
        self.reason.setPlaceholderText(_("because …"))
        self.reason.setReadOnly(fixed)
        self.reason.written.connect(lambda words: self.reason_written.emit(step.id, words))
        column.addWidget(self.reason)
        for each in detail.reworded:
            column.addSpacing(8)
            name = f"{each.name} · " if each.name else ""
            column.addWidget(_label(f"{name}{_(WORDED[each.field])}", "small"))
            column.addWidget(_wording(each.before or "–", gone=True))
            column.addWidget(_wording(each.after or "–", gone=False))
        if detail.touched:
            column.addSpacing(12)
            column.addWidget(_label(_("What it touched"), "small"))
        for thing in detail.touched:
            door = _door(thing)
            door.clicked.connect(lambda _on, t=thing: self.door_pressed.emit(t))
            self.doors.append(door)
            column.addLayout(_row(thing, door))
        if detail.more:
            words = ngettext("and {count} more", "and {count} more", detail.more)
            column.addWidget(_label(words.format(count=detail.more), "small"))
        column.addStretch(1)

    def _begin(self) -> QVBoxLayout:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        replace_page(self, page)
        return column


def _door(thing: Touched) -> NameButton:
    kind = memo_kind.target(thing.kind, language()) if thing.kind != "memo" else _("Memo")
    there = thing.id is not None
    name = thing.name if there else _("{name} (no longer there)").format(name=thing.name)
    door = NameButton(name, f"{kind}: {name}")
    door.setProperty("role", "memo-name")
    door.setAccessibleName(f"{kind}: {name}")
    door.setEnabled(there)
    return door


def _row(thing: Touched, door: QToolButton) -> QHBoxLayout:
    sign = QLabel()
    sign.setPixmap(icons.icon(ICONS.get(thing.kind, "place")).pixmap(QSize(14, 14)))
    row = QHBoxLayout()
    row.setSpacing(4)
    row.addWidget(sign)
    row.addWidget(door, 1, Qt.AlignmentFlag.AlignLeft)
    return row


def _wording(text: str, *, gone: bool) -> QLabel:
    label = _label(text, "passage")
    font = label.font()
    font.setStrikeOut(gone)
    label.setFont(font)
    label.setAccessibleName(
        _("Before: {text}").format(text=text) if gone else _("After: {text}").format(text=text)
    )
    return label


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
