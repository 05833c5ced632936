"""All excerpts of a code or theme: what it is, how they are grouped, and the cards themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from qualtool import settings
from qualtool.analysis.retrieval import Grouping, Hit, Subject
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import ValenceRow
from qualtool.ui.models.excerpts import Fetch, Head
from qualtool.ui.panels.colour_mark import ColourMark
from qualtool.ui.panels.excerpts import ExcerptList
from qualtool.ui.panels.memo_rows import MemoRows
from qualtool.ui.panels.short_label import ShortLabel

_KEPT = "retrieval"  # where the choices lie among the settings


class Retrieval(QWidget):
    """Shows what was found; how it is grouped, and whether with context, is remembered."""

    regrouped = Signal()

    def __init__(self) -> None:
        super().__init__()
        kept = settings.load().layout.get(_KEPT, "").split()
        self.grouping: Grouping = "case" if "case" in kept else "document"
        self.list = ExcerptList()
        self.list.delegate.show_context = "context" in kept
        self.memos = MemoRows()
        self._subject: object = None
        self._mark = ColourMark("slate")
        self._name = ShortLabel()
        self._name.setProperty("role", "strong")
        self._apart = QLabel()
        self._apart.setProperty("role", "small")
        self._apart.setTextFormat(Qt.TextFormat.PlainText)
        self._apart.setWordWrap(True)
        self._apart.hide()
        self._counts = QLabel()
        self._counts.setProperty("role", "quiet")
        self._about = QLabel()
        self._about.setProperty("role", "quiet-text")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._name, 1)
        head.addWidget(self._counts)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._apart)
        column.addWidget(self._about)
        column.addWidget(self.memos)
        column.addLayout(self._switches())
        self._nothing = QLabel(
            _("No excerpts yet. Select a passage in the text and type a few letters of the name.")
        )
        self._nothing.setProperty("role", "quiet-text")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def set_head(self, head: QWidget) -> None:
        """Have another head, where what the excerpts are of is said elsewhere."""
        self._column.replaceWidget(self._head, head)
        self._head.setParent(None)

    def show_subject(self, subject: Subject, found: int) -> None:
        """Say what the excerpts are of, and how many there are."""
        self._mark.show_colour(subject.colour, ring=subject.sub_theme)
        self._name.show_words(subject.name)
        self._apart.setText(_("Under “{above}”").format(above=subject.apart))
        self._apart.setVisible(bool(subject.apart))
        count = ngettext("{count} excerpt", "{count} excerpts", found).format(count=found)
        self._counts.setText(count)
        about = subject.about
        if subject.use_not:
            without = _("Not: {words}").format(words=subject.use_not)
            about = f"{about} {without}".strip()
        self._nothing.setVisible(not found)
        self._about.setText(about)
        self._about.setVisible(bool(about) and self._column.indexOf(self._head) >= 0)

    def show_cases(self, found: int, cases: int) -> None:
        """Say how many cases the excerpts are about, beside how many they are."""
        count = ngettext("{count} excerpt", "{count} excerpts", found).format(count=found)
        words = ngettext("{count} case", "{count} cases", cases).format(count=cases)
        self._counts.setText(f"{count} · {words}")

    def show_hits(
        self, of: object, hits: Sequence[Hit], fetch: Fetch, valences: Sequence[ValenceRow]
    ) -> None:
        """Show what was found; `of` tells one code or theme from another."""
        if of != self._subject:
            self._subject = of
            self.list.clearSelection()
            self.list.scrollToTop()
        self.list.delegate.show_document = self.grouping != "document"
        self.list.show_found([hit.excerpt_id for hit in hits], _heads(hits), fetch, valences)

    def _switches(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        group = QButtonGroup(self)
        by: list[tuple[Grouping, str, str]] = [
            ("document", _("Documents"), _("By document")),
            ("case", _("Cases"), _("By case")),
        ]
        for key, words, meant in by:
            button = _switch(words, on=key == self.grouping)
            button.setToolTip(meant)
            button.setAccessibleName(meant)
            button.clicked.connect(lambda _on=False, key=key: self._group_by(key))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        around = _switch(_("Context"), on=self.list.delegate.show_context)
        around.setToolTip(_("Show the words around each excerpt"))
        around.clicked.connect(self._show_context)
        row.addWidget(around)
        return row

    def _group_by(self, key: Grouping) -> None:
        if key != self.grouping:
            self.grouping = key
            self._keep()
            self.regrouped.emit()

    def _show_context(self, on: bool) -> None:
        self.list.show_context(on)
        self._keep()

    def _keep(self) -> None:
        context = " context" if self.list.delegate.show_context else ""
        layout = {**settings.load().layout, _KEPT: f"{self.grouping}{context}"}
        settings.change(layout=layout)


def _heads(hits: Sequence[Hit]) -> dict[int, Head]:
    """Heads by the first excerpt of each group."""
    counts = Counter(hit.group for hit in hits)
    found: dict[int, Head] = {}
    for number, hit in enumerate(hits):
        if not number or hits[number - 1].group != hit.group:
            found[hit.excerpt_id] = Head(hit.group, counts[hit.group])
    return found


def _switch(words: str, *, on: bool) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setChecked(on)
    button.setProperty("role", "segment")
    return button
