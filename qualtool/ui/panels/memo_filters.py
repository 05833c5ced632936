"""Which memos are shown: words to look for, kind, what they are on, by whom, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from qualtool.analysis.memo_filter import MemoFilter
from qualtool.core.memo_kind import KINDS, TARGETS
from qualtool.i18n import gettext as _
from qualtool.store.rows import MemoRow
from qualtool.ui.document_words import worded_month

Choices = Sequence[tuple[str, object]]  # words and what they stand for


class MemoFilters(QWidget):
    """Offers only what there is; a change tells itself at once."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Search in memos …"))
        self.words.setAccessibleName(_("Search in memos"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _text: self.changed.emit())
        self.kind = self._box(_("Kind"))
        self.target = self._box(_("Written on"))
        self.coder = self._box(_("Written by"))
        self.when = self._box(_("When"))
        grid = QGridLayout()
        grid.setSpacing(4)
        for place, box in enumerate((self.kind, self.target, self.coder, self.when)):
            grid.addWidget(box, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addLayout(grid)

    def offer(self, memos: Iterable[MemoRow]) -> None:
        """Offer what these memos are; what is chosen stays chosen."""
        rows = list(memos)
        kinds = {row.kind for row in rows}
        targets = {"excerpt" if row.target == "coding" else row.target for row in rows}
        coders = sorted({row.coder for row in rows if row.coder}, key=str.casefold)
        _fill(self.kind, _("Every kind"), [(_(KINDS[k]), k) for k in KINDS if k in kinds])
        _fill(self.target, _("On anything"), [(_(TARGETS[t]), t) for t in TARGETS if t in targets])
        _fill(self.coder, _("By anybody"), [(name, name) for name in coders])
        _fill(self.when, _("At any time"), _times({row.date for row in rows}))

    def wanted(self) -> MemoFilter:
        """What is asked for now."""
        since, _to, until = str(self.when.currentData() or "").partition("/")
        return MemoFilter(
            kinds=_one(self.kind),
            targets=_one(self.target),
            coders=_one(self.coder),
            since=since,
            until=until,
            words=self.words.text(),
        )

    def clear(self) -> None:
        """Ask for nothing."""
        self.words.clear()
        for box in (self.kind, self.target, self.coder, self.when):
            box.setCurrentIndex(0)
        self.changed.emit()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda _index: self.changed.emit())
        return box


def _one(box: QComboBox) -> frozenset[str]:
    chosen = box.currentData()
    return frozenset() if chosen is None else frozenset({str(chosen)})


def _fill(box: QComboBox, everything: str, choices: Choices) -> None:
    items = [(everything, None), *choices]
    if [(box.itemText(i), box.itemData(i)) for i in range(box.count())] == items:
        return
    chosen = box.currentData()
    box.clear()
    for words, value in items:
        box.addItem(words, value)
    box.setCurrentIndex(next((i for i, each in enumerate(items) if each[1] == chosen), 0))


def _times(days: set[str]) -> list[tuple[str, str]]:
    """Days counted back from today where there are memos of them, then years and months.

    Each with the first day or month and the last, as 2024-03/2024-03.
    """
    today = datetime.now(UTC).astimezone().date()
    found: list[tuple[str, str]] = []
    for words, back in ((_("Today"), 0), (_("The last 7 days"), 6), (_("The last 30 days"), 29)):
        since = (today - timedelta(days=back)).isoformat()
        if any(day >= since for day in days):
            found.append((words, f"{since}/"))
    years = sorted({day[:4] for day in days if day[:4].isdecimal()}, reverse=True)
    for year in years:
        found.append((year, f"{year}/{year}"))
        months = {day[:7] for day in days if day.startswith(f"{year}-")}
        found += [
            (worded_month(month), f"{month}/{month}") for month in sorted(months, reverse=True)
        ]
    return found
