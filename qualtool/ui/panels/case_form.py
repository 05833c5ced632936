"""What is known of the chosen cases: name, attributes, the documents that concern them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QScrollArea, QVBoxLayout, QWidget

from qualtool.core import case_kind
from qualtool.core.names import same
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext
from qualtool.store.describing_rows import ConsentRow
from qualtool.store.rows import CaseRow
from qualtool.ui.material_words import counted
from qualtool.ui.panels.attribute_fields import AttributeFields
from qualtool.ui.panels.case_picker import CasePicker
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.consent_form import ConsentForm
from qualtool.ui.panels.form_rows import form_rows, inset, shared, tab_order
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.section import SectionHead
from qualtool.ui.panels.ties import Ties


class CaseForm(QScrollArea):
    """Every wish goes out as a signal; a field changes all chosen cases."""

    renamed = Signal(int, str)
    value_written = Signal(list, str, str)  # cases, attribute, value
    tied = Signal(int, int)  # document, case
    untied = Signal(int, int)  # document, case
    kind_written = Signal(list, str)
    moved = Signal(list, object)  # cases; the case they belong to, or None
    note_written = Signal(int, str)
    consent_noted = Signal(list, dict)
    consent_cleared = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("About the case"))
        self._rows: Sequence[CaseRow] = ()
        self._documents: Mapping[int, str] = {}
        self.head = SectionHead(_("Case"))
        self.name = LineField(_("Name"))
        self.kind = LineField(_("Kind"))
        kinds = QCompleter([case_kind.name(key, language()) for key in case_kind.NAMES], self)
        kinds.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.kind.setCompleter(kinds)
        self.parent_case = CasePicker(_("Belongs to"), _("no other case"))
        self.note = CommentField("", _("Note on the case"), placeholder=_("Note …"))
        self.consent = ConsentForm()
        self._cases: Mapping[str, int] = {}
        self.attributes = AttributeFields()
        self.ties = Ties(_("Tie to a document"), _("Tie to a document …"))
        self._ties_head = SectionHead(_("Documents"))
        self._page = QWidget()
        self._lay_out()
        self.name.written.connect(self._rename)
        self.attributes.written.connect(self._write)
        self.ties.named.connect(self._tie)
        self.ties.untied.connect(self._untie)
        self.kind.written.connect(self._write_kind)
        self.parent_case.named.connect(self._move)
        self.note.written.connect(self._write_note)
        self.consent.noted.connect(self._note_consent)
        self.consent.cleared.connect(self._clear_consent)

    def show_cases(
        self,
        rows: Sequence[CaseRow],
        attributes: Sequence[str],
        documents: Mapping[int, str],
        cases: Sequence[CaseRow],
        consents: Mapping[int, ConsentRow],
    ) -> None:
        """Show the chosen cases, the attributes there are, the names of all documents and cases."""
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.keep()
        self._rows, self._documents = rows, documents
        self._cases = {row.name: row.id for row in cases}
        self._page.setVisible(bool(rows))
        if not rows:
            return
        one = rows[0] if len(rows) == 1 else None
        words = ngettext("Case", "{count} cases", len(rows))
        self.head.set_title(words.format(count=counted(len(rows))))
        self.name.show_text(shared(row.name for row in rows))
        self.name.setEnabled(one is not None)
        self.kind.show_text(shared(case_kind.name(row.kind, language()) for row in rows))
        names = {row.id: row.name for row in cases}
        above = shared(names.get(row.parent_id or 0, "") for row in rows)
        chosen = {row.id for row in rows}
        self.parent_case.show_case(above or "", [row.name for row in cases if row.id not in chosen])
        self.note.setVisible(one is not None)
        if one is not None:
            self.note.show_text(one.note)
        self.consent.show_rows([consents.get(row.id) for row in rows])
        self.attributes.show_values(attributes, [row.attributes for row in rows])
        for widget in (self._ties_head, self.ties):
            widget.setVisible(one is not None)
        tied = one.document_ids if one else ()
        others = [name for row_id, name in documents.items() if row_id not in tied]
        pairs = [(row_id, documents[row_id]) for row_id in tied if row_id in documents]
        self.ties.show_ties(pairs, others)
        said = (self.name, self.kind, self.parent_case, self.note, *self.attributes.in_order())
        tab_order((*said, *self.consent.in_order(), *self.ties.in_order()))

    def keep(self) -> None:
        """Keep what is half written."""
        for field in (self.name, self.kind):
            field.tell()
        self.attributes.keep()
        self.note.tell()
        self.consent.keep()

    def _ids(self) -> list[int]:
        return [row.id for row in self._rows]

    def _write_kind(self, kind: str) -> None:
        if self._rows:
            self.kind_written.emit(self._ids(), kind)

    def _write_note(self, note: str) -> None:
        if self._rows:
            self.note_written.emit(self._rows[0].id, note)

    def _note_consent(self, fields: dict[str, object]) -> None:
        if self._rows:
            self.consent_noted.emit(self._ids(), fields)

    def _clear_consent(self) -> None:
        if self._rows:
            self.consent_cleared.emit(self._ids())

    def _move(self, name: str) -> None:
        into = next((row_id for case, row_id in self._cases.items() if same(case, name)), None)
        if self._rows and (into is not None or not name):
            self.moved.emit(self._ids(), into)

    def _write(self, name: str, value: str) -> None:
        if self._rows:
            self.value_written.emit(self._ids(), name, value)

    def _rename(self, name: str) -> None:
        if len(self._rows) == 1 and name:
            self.renamed.emit(self._rows[0].id, name)

    def _tie(self, name: str) -> None:
        for row_id, document in self._documents.items():
            if same(document, name) and self._rows:
                self.tied.emit(row_id, self._rows[0].id)
                return
        self.ties.picker.show_case("", list(self._documents.values()))

    def _untie(self, document_id: int) -> None:
        if self._rows:
            self.untied.emit(document_id, self._rows[0].id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(
            form_rows(
                (
                    (_("Name"), self.name),
                    (_("Kind"), self.kind),
                    (_("Belongs to"), self.parent_case),
                    ("", self.note),
                )
            )
        )
        column.addWidget(SectionHead(_("Attributes")))
        column.addWidget(self.attributes)
        column.addWidget(SectionHead(_("Consent")))
        column.addWidget(self.consent)
        column.addWidget(self._ties_head)
        column.addLayout(inset(self.ties))
        column.addStretch(1)
        self.setWidget(self._page)
