"""Which steps of the trail are shown: words, part of the work, who, when, and what still stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from qualtool.analysis.history_areas import AREAS
from qualtool.analysis.trail_pages import StepFilter
from qualtool.i18n import gettext as _

TYPING_MS = 150


class TrailFilters(QWidget):
    """A change tells itself at once; typing after a moment."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Search in the trail …"))
        self.words.setAccessibleName(_("Search in the trail"))
        self.words.setClearButtonEnabled(True)
        self._later = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._later.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda _text: self._later.start())
        self.area = self._box(_("Part of the work"), [(_("Every part"), ""), *_areas()])
        self.coder = self._box(_("By whom"), [(_("By anybody"), "")])
        self.when = self._box(_("When"), _times())
        self.standing = QCheckBox(_("Leave out what was taken back"))
        self.with_reason = QCheckBox(_("Only with a reason"))
        for tick in (self.standing, self.with_reason):
            tick.toggled.connect(lambda _on: self.changed.emit())
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, part in enumerate(
            (self.area, self.coder, self.when, self.standing, self.with_reason)
        ):
            grid.addWidget(part, place // 3, place % 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 8)
        whole.setSpacing(8)
        whole.addWidget(self.words)
        whole.addLayout(grid)

    def offer_coders(self, names: Sequence[str]) -> None:
        """Offer these; who is chosen stays so."""
        chosen = self.coder.currentData()
        while self.coder.count() > 1:
            self.coder.removeItem(1)
        for name in names:
            self.coder.addItem(name, name)
        self.coder.setCurrentIndex(max(0, self.coder.findData(chosen)))

    def wanted(self) -> StepFilter:
        """What is asked for now."""
        area, coder = str(self.area.currentData() or ""), str(self.coder.currentData() or "")
        return StepFilter(
            areas=frozenset({area}) if area else frozenset(),
            coders=frozenset({coder}) if coder else frozenset(),
            since=str(self.when.currentData() or ""),
            words=self.words.text(),
            standing=self.standing.isChecked(),
            with_reason=self.with_reason.isChecked(),
        )

    def _box(self, name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for words, value in choices:
            box.addItem(words, value)
        box.activated.connect(lambda _index: self.changed.emit())
        return box


def _areas() -> list[tuple[str, str]]:
    return [(_(words), key) for key, words in AREAS.items()]


def _times() -> list[tuple[str, str]]:
    today = datetime.now(UTC).astimezone().date()
    found = [(_("At any time"), "")]
    for words, back in (
        (_("Today"), 0),
        (_("The last 7 days"), 6),
        (_("The last 30 days"), 29),
        (_("The last 12 months"), 365),
    ):
        found.append((words, (today - timedelta(days=back)).isoformat()))
    return found
