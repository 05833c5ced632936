"""Which method the project follows: the profiles, each with what it is and what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from qualtool.core.profile import Profile
from qualtool.core.template import said
from qualtool.i18n import gettext as _
from qualtool.ui.panels.sheet import Sheet

WIDE, SIDE, MARK = 640, 14, 24


class ChooseProfile(Sheet):
    """Arrows go from one to the next, Enter takes it; `profile_chosen` carries its id."""

    profile_chosen = Signal(str)

    def __init__(self, offered: Sequence[Profile], now: str, language: str) -> None:
        super().__init__(_("Profile of the method"), about=_("Hides nothing for good"), width=WIDE)
        self.body.setSpacing(8)
        self.rows: dict[str, ProfileRow] = {}
        for profile in offered:
            row = self.rows[profile.id] = ProfileRow(
                said(profile.title, language), said(profile.about, language), profile.id == now
            )
            row.clicked.connect(lambda _on=False, key=profile.id: self._take(key))
            self.body.addWidget(row)
            if profile.id == now:
                self.setFocusProxy(row)
        about = QLabel(
            _(
                "A profile decides what is shown first and how it is worded. It can be changed at "
                "any time: nothing that was done is lost, and every page stays within reach."
            )
        )
        about.setProperty("role", "quiet-text")
        about.setWordWrap(True)
        self.body.addSpacing(4)
        self.body.addWidget(about)
        self.add_close(_("Cancel"))

    def _take(self, key: str) -> None:
        self.profile_chosen.emit(key)
        self.closed.emit()


class ProfileRow(QPushButton):
    """A profile's name over a sentence about it; the present one is marked."""

    def __init__(self, title: str, about: str, present: bool) -> None:
        super().__init__()
        self.setProperty("role", "choice-row")
        self.setCheckable(True)
        self.setChecked(present)
        self.setAccessibleName(f"{title}, {_('chosen now')}" if present else title)
        self.setAccessibleDescription(about)
        mark = QLabel("✓" if present else "")
        mark.setFixedWidth(MARK)
        mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        name, self._about = QLabel(title), QLabel(about)
        name.setProperty("role", "strong")
        self._about.setProperty("role", "quiet-text")
        self._about.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(name)
        column.addWidget(self._about)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 10, SIDE, 10)
        row.setSpacing(0)
        row.addWidget(mark)
        row.addLayout(column, 1)
        for label in (mark, name, self._about):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def nextCheckState(self) -> None:
        """Choosing closes the sheet: the mark stays on what was chosen before."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1

    def sizeHint(self) -> QSize:
        wide = WIDE - 48
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())
