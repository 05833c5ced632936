"""The attributes of what is chosen, a field for each, and a place to write a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.ui.panels.form_rows import SIDE, field_words, shared
from qualtool.ui.panels.line_field import LineField


class AttributeFields(QWidget):
    """What is written goes out as a wish, by the attribute's name."""

    written = Signal(str, str)  # attribute, value

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, LineField] = {}
        self.new_name = LineField(_("New attribute"))
        self.new_name.setPlaceholderText(_("New attribute …"))
        self.new_value = LineField(_("Value of the new attribute"))
        self.new_value.setPlaceholderText(_("its value"))
        self.new_value.setEnabled(False)
        self._grid = QGridLayout()
        self._lay_out()
        self.new_name.textChanged.connect(
            lambda text: self.new_value.setEnabled(bool(text.strip()))
        )
        self.new_value.written.connect(self._add)

    def in_order(self) -> list[QWidget]:
        """The fields in the order of Tab."""
        return [*self.fields.values(), self.new_name, self.new_value]

    def show_values(self, names: Sequence[str], values: Sequence[Mapping[str, str]]) -> None:
        """Show these attributes; `values` are those of each that is chosen, by attribute."""
        if list(self.fields) != list(names):
            while (item := self._grid.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            self.fields = {name: self._field(name) for name in names}
            for place, (name, field) in enumerate(self.fields.items()):
                self._grid.addWidget(field_words(name, field), place, 0)
                self._grid.addWidget(field, place, 1)
        for name, field in self.fields.items():
            field.show_text(shared(each.get(name, "") for each in values))

    def keep(self) -> None:
        """Keep what is half written."""
        for field in self.fields.values():
            field.tell()

    def _field(self, name: str) -> LineField:
        field = LineField(name)
        field.written.connect(lambda text: self.written.emit(name, text))
        return field

    def _add(self, value: str) -> None:
        name = self.new_name.text().strip()
        if name and value:
            for field, hint in (
                (self.new_name, _("New attribute …")),
                (self.new_value, _("its value")),
            ):
                field.show_text("")
                field.setPlaceholderText(hint)
            self.written.emit(name, value)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(SIDE, 0, SIDE, 6)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        new = QGridLayout()
        new.setContentsMargins(SIDE, 0, SIDE, 0)
        new.setHorizontalSpacing(8)
        new.addWidget(self.new_name, 0, 0)
        new.addWidget(self.new_value, 0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._grid)
        column.addLayout(new)
