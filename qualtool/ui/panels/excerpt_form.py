"""The excerpt under the cursor: its words, its codes with their valence, star and comment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.quotation_marks import quoted
from qualtool.i18n import gettext as _
from qualtool.store.rows import CodingRow, ExcerptRow, ValenceRow
from qualtool.ui import icons
from qualtool.ui.panels.colour_mark import ColourMark
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.depth_buttons import DepthButtons
from qualtool.ui.panels.memo_rows import MemoRows
from qualtool.ui.panels.name_button import NameButton
from qualtool.ui.panels.quotation import Quotation
from qualtool.ui.panels.quoted_line import QuotedLine
from qualtool.ui.panels.valence_buttons import ValenceButtons


class ExcerptForm(QScrollArea):
    """Shows one excerpt; every wish goes out as a signal."""

    place_wished = Signal(int, int, int)  # document, start, end
    original_wished = Signal(int, int, int)
    valence_wished = Signal(list, object)  # codings, key or None
    depth_wished = Signal(list, object)  # codings, semantic, latent or None
    star_wished = Signal(list, bool)  # excerpts, on
    do_not_quote_wished = Signal(list, bool)
    comment_written = Signal(int, str)  # coding, words
    uncode_wished = Signal(list)
    code_wished = Signal(int)  # show all excerpts of this code
    left = Signal()  # by Escape

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[object, ...] = ()
        self._apart: Mapping[int, str] = {}
        self._whole: int | None = None  # the excerpt that was asked for in its full length
        self._comments: dict[int, CommentField] = {}
        self.memos = MemoRows(offers=True)
        self.quoted = QuotedLine()

    def show_excerpt(
        self,
        excerpt: ExcerptRow,
        valences: Sequence[ValenceRow],
        *,
        asks_depth: bool = True,
        apart: Mapping[int, str] | None = None,
    ) -> None:
        """Show this excerpt as it is now; a field being written in keeps the cursor.

        `asks_depth` is whether semantic or latent is asked of every coding, or only shown where
        it was said; `apart` tells codes of the same name apart.
        """
        now = (_without_comments(excerpt), tuple(valences), asks_depth, dict(apart or {}))
        self._apart = apart or {}
        if now == self._shown:
            for coding in excerpt.codings:
                self._comments[coding.id].show_text(coding.comment)
            return
        self._shown = now
        self._comments.clear()
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        kept = focus.objectName() if focus is not None and inside else ""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(self._head(excerpt))
        words = quoted(excerpt.display_text or excerpt.text)
        quotation = Quotation(words, whole=self._whole == excerpt.id)
        quotation.opened.connect(lambda on: self._show_whole(excerpt.id if on else None))
        column.addWidget(quotation)
        column.addLayout(self._marks(excerpt))
        for coding in excerpt.codings:
            column.addWidget(self._coding(coding, valences, asks_depth=asks_depth))
        column.addWidget(self.quoted)  # the same one on every page, as are the memos
        column.addWidget(self.memos)
        column.addStretch(1)
        self.setWidget(page)
        if kept and (same := page.findChild(QWidget, kept)) is not None:
            same.setFocus()

    def write_comment(self, coding_id: int) -> None:
        """Let the comment on a coding be written."""
        field = self._comments.get(coding_id)
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.moveCursor(QTextCursor.MoveOperation.End)
            self.ensureWidgetVisible(field)

    def keep_written(self) -> None:
        """Say what is half written before something else is shown."""
        for field in tuple(self._comments.values()):
            field.tell()

    def _show_whole(self, excerpt_id: int | None) -> None:
        self._whole = excerpt_id

    def _head(self, excerpt: ExcerptRow) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(_quiet(f"{excerpt.document}, {excerpt.place}"), 1)
        original = QToolButton()
        original.setIcon(icons.icon("document"))
        original.setIconSize(QSize(14, 14))
        original.setToolTip(_("Show in original"))
        original.setAccessibleName(_("Show in original"))
        original.setObjectName("original")
        original.clicked.connect(
            lambda: self.original_wished.emit(excerpt.document_id, excerpt.start, excerpt.end)
        )
        row.addWidget(original, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _marks(self, excerpt: ExcerptRow) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        star = _toggle(_("★ Quotable"), on=excerpt.starred)
        star.clicked.connect(lambda on: self.star_wished.emit([excerpt.id], on))
        never = _toggle(_("Do not quote"), on=excerpt.do_not_quote)
        never.clicked.connect(lambda on: self.do_not_quote_wished.emit([excerpt.id], on))
        star.setObjectName("star")
        never.setObjectName("never")
        row.addWidget(star)
        row.addWidget(never)
        row.addStretch(1)
        return row

    def _coding(
        self, coding: CodingRow, valences: Sequence[ValenceRow], *, asks_depth: bool
    ) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ColourMark(coding.colour))
        name = NameButton(coding.code, _("Show all excerpts of this code"))
        name.clicked.connect(lambda: self.code_wished.emit(coding.code_id))
        head.addWidget(name, 1, Qt.AlignmentFlag.AlignLeft)
        if coding.coder:
            head.addWidget(_quiet(coding.coder))
        away = QToolButton()
        away.setIcon(icons.icon("close"))
        away.setIconSize(QSize(14, 14))
        away.setToolTip(_("Take this code away from the excerpt"))
        away.setAccessibleName(_("Take {code} away").format(code=coding.code))
        away.clicked.connect(lambda: self.uncode_wished.emit([coding.id]))
        head.addWidget(away)
        column.addLayout(head)
        if above := self._apart.get(coding.code_id):
            column.addWidget(_small(_("Under “{above}”").format(above=above)))
        if valences:
            buttons = ValenceButtons(valences, coding.valence)
            buttons.valence_chosen.connect(lambda key: self.valence_wished.emit([coding.id], key))
            buttons.name_for(f"coding-{coding.id}")
            column.addWidget(buttons)
        if asks_depth or coding.depth:
            depth = DepthButtons(coding.depth, f"coding-{coding.id}")
            depth.depth_chosen.connect(lambda chosen: self.depth_wished.emit([coding.id], chosen))
            column.addWidget(depth)
        comment = CommentField(coding.comment, _("Comment on {code}").format(code=coding.code))
        comment.written.connect(lambda text: self.comment_written.emit(coding.id, text))
        comment.left.connect(self.left)
        self._comments[coding.id] = comment
        column.addWidget(comment)
        return card


def _without_comments(excerpt: ExcerptRow) -> ExcerptRow:
    return replace(excerpt, codings=tuple(replace(c, comment="") for c in excerpt.codings))


def _toggle(words: str, *, on: bool) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setChecked(on)
    button.setProperty("role", "segment")
    return button


def _small(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "small")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "quiet")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
