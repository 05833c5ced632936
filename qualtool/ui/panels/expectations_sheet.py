"""What was expected before coding, beside the themes: supported, contradicted, or not seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.expectations import Expectation, Held
from qualtool.core.expectation import STANDS
from qualtool.i18n import gettext as _
from qualtool.ui.document_words import worded_date
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.colour_mark import ColourMark
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.meaning_field import INSET
from qualtool.ui.panels.sheet import Sheet


class ExpectationsSheet(Sheet):
    """A card for each expectation; what is said of it goes out as signals."""

    shows_steps = True
    noted = Signal(str)
    written = Signal(int, str)  # expectation, words
    removed = Signal(int)
    held = Signal(int, int, object, str)  # expectation, theme, how it stands or None, note
    theme_wished = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("Expectations"), width=780)
        words = _("Note what you expect before you code, and hold it against the themes later.")
        about = QLabel(words)
        about.setProperty("role", "quiet-text")
        about.setWordWrap(True)
        self.body.addWidget(about)
        self._telling = False
        self._fields: list[CommentField | LineField] = []
        self._themes: Mapping[int, str] = {}
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.body.addLayout(self._cards)
        self.new = CommentField("", _("New expectation"), placeholder=_("I expect that …"))
        self.new.written.connect(self._tell)
        self.body.addWidget(self.new)
        self.body.addStretch(1)
        self.add_close()
        self.setFocusProxy(self.new)

    def show_expectations(
        self, rows: Sequence[Expectation], themes: Mapping[int, str], theme_id: int | None
    ) -> None:
        """Show these; `themes` by name can be chosen, `theme_id` is the one that is looked at.

        The cards are made anew: have `tell_cards` keep first what is half written on them.
        """
        focus = QApplication.focusWidget()
        named = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        self._themes = themes
        while (item := self._cards.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                for part in old.findChildren(QWidget):
                    part.setObjectName("")  # it goes only later, and is not to be found until then
                old.deleteLater()
        self._fields = []
        for row in rows:
            self._cards.addWidget(self._card(row, theme_id))
        again = self.findChild(QWidget, named) if named else None
        if isinstance(again, QWidget):
            again.setFocus()
            _write_on(focus, again)

    def tell_cards(self) -> None:
        """Keep what is half written on the cards."""
        if self._telling:
            return
        self._telling = True
        for field in tuple(self._fields):  # of the cards that are shown: others go only later
            field.tell()
        self._telling = False

    def keep_written(self) -> None:
        """Keep what is half written."""
        self._note(self.new.toPlainText().strip())
        self.tell_cards()

    def _tell(self, words: str) -> None:
        if not self.new.hasFocus():  # while it is being written it is none yet
            self._note(words)

    def _note(self, words: str) -> None:
        if words:
            self.new.clear()
            self.noted.emit(words)

    def _card(self, row: Expectation, theme_id: int | None) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        card.setObjectName(f"expectation-{row.memo_id}")
        column = QVBoxLayout(card)
        column.setContentsMargins(16 - INSET, 12, 12, 12)
        column.setSpacing(8)
        words = CommentField(row.text, _("Expectation"), placeholder="…")
        words.setProperty("role", "meaning")
        words.document().setDocumentMargin(0)
        words.setObjectName(f"words-{row.memo_id}")
        words.written.connect(lambda text: self._write(row, text))
        self._fields.append(words)
        away = QToolButton()
        away.setText("×")
        away.setProperty("role", "flat")
        away.setToolTip(_("Remove the expectation"))
        away.setAccessibleName(away.toolTip())
        away.clicked.connect(lambda: self.removed.emit(row.memo_id))
        head = QHBoxLayout()
        head.addWidget(words, 1)
        head.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        when = _("noted before the first coding") if row.before_coding else ""
        parts = [worded_date(row.date), row.coder, when]
        facts = QLabel(" · ".join(part for part in parts if part))
        facts.setProperty("role", "small")
        facts.setContentsMargins(INSET, 0, 0, 0)
        column.addWidget(facts)
        for held in row.held:
            column.addLayout(self._held(row, held))
        left = {key: name for key, name in self._themes.items() if key not in _themes_of(row)}
        if left:
            choice = Choice({}, _("Hold against a theme"))
            choice.setPlaceholderText(_("Hold against a theme …"))
            choice.setObjectName(f"theme-{row.memo_id}")
            for key, name in sorted(left.items(), key=lambda each: each[0] != theme_id):
                choice.addItem(name, str(key))
            choice.show_key(None)
            choice.chosen.connect(
                lambda key: self.held.emit(row.memo_id, int(key), next(iter(STANDS)), "")
            )
            line = QHBoxLayout()
            line.setContentsMargins(INSET, 4, 0, 0)
            line.addWidget(choice)
            column.addLayout(line)
        return card

    def _held(self, row: Expectation, held: Held) -> QVBoxLayout:
        name = ElidedLabel(held.theme, role="strong")
        note = LineField(_("Note"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(ColourMark(held.colour))
        line.addWidget(name)
        line.addStretch(1)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        for key, words in STANDS.items():
            button = QToolButton()
            button.setText(_(words))
            button.setCheckable(True)
            button.setChecked(key == held.stands)
            button.setProperty("role", "segment")
            button.setObjectName(f"{key}-{row.memo_id}-{held.theme_id}")
            button.setAccessibleName(f"{held.theme}: {button.text()}")
            button.clicked.connect(
                lambda _on=False, key=key: self._hold(row, held, key, note.text().strip())
            )
            segments.addWidget(button)
        line.addLayout(segments)
        away = QToolButton()
        away.setText("×")
        away.setProperty("role", "flat")
        away.setToolTip(_("Hold it against this theme no longer"))
        away.setAccessibleName(f"{held.theme}: {away.toolTip()}")
        away.clicked.connect(lambda: self._hold(row, held, None, ""))
        line.addWidget(away)
        note.setObjectName(f"note-{row.memo_id}-{held.theme_id}")
        note.show_text(held.note)
        note.setPlaceholderText(_("How, and where …"))
        note.written.connect(
            lambda text: self.held.emit(row.memo_id, held.theme_id, held.stands, text)
        )
        self._fields.append(note)
        both = QVBoxLayout()
        both.setContentsMargins(INSET, 4, 0, 0)
        both.setSpacing(4)
        both.addLayout(line)
        both.addWidget(note)
        return both

    def _hold(self, row: Expectation, held: Held, stands: str | None, note: str) -> None:
        field = self.findChild(LineField, f"note-{row.memo_id}-{held.theme_id}")
        if isinstance(field, LineField):
            field.setModified(False)  # it is told here: not once more, as it stood before
        self.held.emit(row.memo_id, held.theme_id, stands, note)

    def _write(self, row: Expectation, words: str) -> None:
        if words:
            self.written.emit(row.memo_id, words)


def _write_on(before: QWidget | None, after: QWidget) -> None:
    """Let a field that was made anew be written in where the one before it was."""
    if isinstance(before, CommentField) and isinstance(after, CommentField):
        if before.toPlainText().strip() == after.toPlainText():
            after.setPlainText(before.toPlainText())  # with a space at its end
        cursor = after.textCursor()
        at = min(before.textCursor().position(), after.document().characterCount() - 1)
        cursor.setPosition(at)
        after.setTextCursor(cursor)
    elif isinstance(before, LineField) and isinstance(after, LineField):
        after.setCursorPosition(before.cursorPosition())


def _themes_of(row: Expectation) -> frozenset[int]:
    return frozenset(held.theme_id for held in row.held)
