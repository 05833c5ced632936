"""What participants have agreed to: whether, when, to what, and whether it was taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.store.describing_rows import ConsentRow
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.form_rows import form_rows, shared
from qualtool.ui.panels.line_field import LineField

STATES: Final[Mapping[str, str]] = {
    "none": mark("Not noted"),
    "given": mark("Given"),
    "refused": mark("Refused"),
    "withdrawn": mark("Withdrawn"),
}
_UNDATED: Final = "–"  # what is noted of a day that nobody knows


class ConsentForm(QWidget):
    """A field changes all chosen cases; every wish goes out as a signal."""

    noted = Signal(dict)  # fields of `operations.consent.note`
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = Choice(STATES, _("Consent"))
        self.date = LineField(_("Date of consent"))
        self.scope = LineField(_("Scope of consent"))
        self.withdrawn = LineField(_("Date of withdrawal"))
        self.told = QLabel(
            _("What is said by someone who refused or withdrew is left out of reports.")
        )
        self.told.setProperty("role", "quiet-text")
        self.told.setWordWrap(True)
        self._form = form_rows(
            (
                (_("State"), self.state),
                (_("Date"), self.date),
                (_("Scope"), self.scope),
                (_("Withdrawn"), self.withdrawn),
                ("", self.told),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)
        self.state.chosen.connect(self._take_state)
        self.date.written.connect(lambda text: self.noted.emit({"date": text}))
        self.scope.written.connect(lambda text: self.noted.emit({"scope": text}))
        self.withdrawn.written.connect(
            lambda text: self.noted.emit({"withdrawn": text or _UNDATED})
        )

    def show_rows(self, rows: Sequence[ConsentRow | None]) -> None:
        """Show what is noted of the chosen cases, None where nothing is."""
        self.state.show_key(shared(row.state if row else "none" for row in rows))
        self.date.show_text(shared(row.date if row else "" for row in rows))
        self.scope.show_text(shared(row.scope if row else "" for row in rows))
        self.withdrawn.show_text(shared(_day(row) for row in rows))
        any_noted = any(row is not None for row in rows)
        any_withdrawn = any(row is not None and row.state == "withdrawn" for row in rows)
        closed = any(row is not None and row.state != "given" for row in rows)
        for field in (self.date, self.scope):
            self._form.setRowVisible(field, any_noted)
        self._form.setRowVisible(self.withdrawn, any_withdrawn)
        self._form.setRowVisible(self.told, closed)

    def keep(self) -> None:
        """Keep what is half written."""
        for field in (self.date, self.scope, self.withdrawn):
            field.tell()

    def in_order(self) -> tuple[QWidget, ...]:
        """The fields as Tab goes through them."""
        return (self.state, self.date, self.scope, self.withdrawn)

    def _take_state(self, state: str) -> None:
        match state:
            case "none":
                self.cleared.emit()
            case "withdrawn":
                self.noted.emit({"withdrawn": _UNDATED})
            case _:
                self.noted.emit({"given": state == "given", "withdrawn": ""})


def _day(row: ConsentRow | None) -> str:
    return "" if row is None or row.withdrawn == _UNDATED else row.withdrawn
