"""What somebody's stance to a claim rests on, and the way to judge it oneself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qualtool.analysis import excerpts
from qualtool.analysis.claims import ClaimRow, Voice
from qualtool.i18n import gettext as _
from qualtool.store.project import Project
from qualtool.ui.drafts.bar import push
from qualtool.ui.drafts.evidence import Behind, EvidenceList
from qualtool.ui.panels.section import SectionHead

_MEANT = {"for": "for", "against": "against", "silent": "neither"}


class EvidencePane(QWidget):
    """The excerpts of one informant, for the claim and against it."""

    case_judged = Signal(int, str)  # case, stance; empty for as it is coded

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(240)
        self.list = EvidenceList()
        self.judging = {
            "for": push(_("For"), "choice"),
            "against": push(_("Against"), "choice"),
            "neither": push(_("Neither"), "choice"),
        }
        self._head = SectionHead(_("What it rests on"))
        self._none = QLabel()
        self._none.setProperty("role", "hint")
        self._none.setWordWrap(True)
        self._voice: Voice | None = None
        self._lay_out()

    def show_voice(self, row: ClaimRow, voice: Voice) -> None:
        """Show what is behind somebody's stance to a claim."""
        self._voice = voice
        behind = self._behind(row, voice)
        for stands, button in self.judging.items():
            button.setVisible(not self._project.read_only)
            button.setChecked(voice.judged and _MEANT.get(voice.stands) == stands)
        self._head.set_title(voice.case)
        self._head.set_count(len(behind) or None)
        self.list.show_excerpts(behind)
        self.list.setVisible(bool(behind))
        self._none.setVisible(not behind)
        self._none.setText(
            _("Nothing of {case} is coded under “{name}”.").format(
                case=voice.case, name=row.tied_to or row.text
            )
        )

    def _behind(self, row: ClaimRow, voice: Voice) -> Sequence[Behind]:
        ids = list(dict.fromkeys([*voice.supporting, *voice.against]))
        with self._project.read() as session:
            found = {each.id: each for each in excerpts.excerpts(session, excerpt_ids=ids)}
        return [
            Behind(found[each], each in voice.against, each in row.judged_excerpts)
            for each in ids
            if each in found
        ]

    def _press(self, stands: str, on: bool) -> None:
        if self._voice is not None:
            self.case_judged.emit(self._voice.case_id, stands if on else "")

    def _lay_out(self) -> None:
        judging = QHBoxLayout()
        judging.setContentsMargins(16, 0, 16, 8)
        judging.setSpacing(4)
        for stands, button in self.judging.items():
            button.setCheckable(True)
            button.clicked.connect(lambda on, stands=stands: self._press(stands, on))
            judging.addWidget(button)
        judging.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(judging)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addStretch(0)
