"""Asking what an attribute is, of cases or of documents, and keeping what is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from qualtool.analysis import attributes
from qualtool.store.describing_rows import AttributeRow
from qualtool.store.project import Project
from qualtool.ui.panels.attribute_sheet import AttributeSaid, AttributeSheet
from qualtool.ui.workspaces.describing_acts import DescribingActs


class AttributeAsking(QObject):
    """One sheet at a time; `sheet_wished` asks for it to be shown."""

    sheet_wished = Signal(object)  # QWidget

    def __init__(
        self, parent: QObject, project: Project, acts: DescribingActs, target: str
    ) -> None:
        super().__init__(parent)
        self._project, self._acts, self._target = project, acts, target

    def ask(self, attribute: AttributeRow | None) -> None:
        """Ask about an attribute; None for a new one."""
        values: Sequence[str] = ()
        suggested: Sequence[Any] = ()
        joined: Sequence[Any] = ()
        if attribute is not None:
            with self._project.read() as session:
                values = [each.written for each in attributes.values(session, attribute.id)]
                suggested = attributes.suggestions(session, attribute.id)
                joined = attributes.variants(session, attribute.id)
        sheet = AttributeSheet(attribute, values, suggested, joined)

        def keep(said: AttributeSaid) -> None:
            if attribute is None:
                done = self._acts.add_attribute(said, self._target) is not None
            else:
                done = self._acts.change_attribute(attribute, said)
            if done:
                sheet.closed.emit()

        def remove() -> None:
            if attribute is not None:
                self._acts.remove_attribute(attribute.id)
            sheet.closed.emit()

        sheet.kept.connect(keep)
        sheet.remove_wished.connect(remove)
        self.sheet_wished.emit(sheet)
