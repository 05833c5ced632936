"""What happened to a theme, day by day: each step in words, with the old wordings and the why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qualtool.analysis.theme_history import ThemeEvent
from qualtool.core.quotation_marks import quoted
from qualtool.core.theme_words import FIELDS
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.document_words import worded_lately

MOST = 60


class ThemeHistory(QScrollArea):
    """The newest first; why something was reworded can be said from here."""

    why_wished = Signal(str, str)  # field, the words before

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("History"))
        self._shown: object = None
        self._meaning: tuple[str, ...] = ()
        self.rows: list[QLabel] = []
        self._fill((), MOST)

    def show_events(self, of: int, events: Sequence[ThemeEvent], meaning: Sequence[str]) -> None:
        """Show what happened to a theme; a change of a field of `meaning` may be given a reason."""
        if self._shown != (of, tuple(events)):
            self._shown = (of, tuple(events))
            self._meaning = tuple(meaning)
            self._fill(events, MOST)

    def _fill(self, events: Sequence[ThemeEvent], most: int) -> None:
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(16, 12, 16, 24)
        self._column.setSpacing(4)
        self.rows = []
        day = ""
        for event in events[:most]:
            if event.day != day:
                day = event.day
                self._label(worded_lately(day).upper(), "section", above=14)
            self._event(event)
        if left := len(events) - min(most, len(events)):
            words = ngettext("{count} earlier step", "{count} earlier steps", left)
            more = QPushButton(words.format(count=left))
            more.setProperty("role", "link")
            more.clicked.connect(lambda: self._fill(events, len(events)))
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not events:
            self._label(_("Nothing has happened to this theme yet."), "quiet-text")
        self._column.addStretch(1)
        self.setWidget(page)

    def _event(self, event: ThemeEvent) -> None:
        self.rows.append(self._label(event.words, "", above=6))
        said = [event.coder, event.reason and _("because {reason}").format(reason=event.reason)]
        if any(said):
            self._label(" · ".join(each for each in said if each), "small")
        for field, words in event.before:
            before = _("{field} before: {words}").format(
                field=_(FIELDS[field]), words=quoted(words)
            )
            self._label(before, "passage", above=4)
            if field in self._meaning and not (event.reason or event.decided):
                why = QPushButton(_("Say why …"))
                why.setProperty("role", "link")
                why.clicked.connect(
                    lambda _on=False, pair=(field, words): self.why_wished.emit(*pair)
                )
                self._column.addWidget(why, 0, Qt.AlignmentFlag.AlignLeft)

    def _label(self, words: str, role: str, *, above: int = 0) -> QLabel:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            label.setProperty("role", role)
        self._column.addSpacing(above)
        self._column.addWidget(label)
        return label
