"""What is said of the chosen files before they come in: name, kind, language, date, speakers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from qualtool.core.names import free
from qualtool.core.person_words import tells_who
from qualtool.core.source import Role
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.incoming_words import duplicate_said
from qualtool.ui.material_words import KINDS, LANGUAGES, date_kept, short_date
from qualtool.ui.models.incoming import (
    Entry,
    date_of,
    dated,
    in_language,
    labelled,
    of_kind,
    renamed,
    with_case,
    with_role,
)
from qualtool.ui.models.naming import file_name_tells
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.form_rows import form_rows, inset, shared
from qualtool.ui.panels.import_names import ImportNames
from qualtool.ui.panels.import_reading import ImportReading
from qualtool.ui.panels.import_roles import ImportRoles, with_role_of
from qualtool.ui.panels.import_speakers import ImportSpeakers
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.section import SectionHead

MOST_ANSWERING = 12  # a survey with more than these has its cases by its columns alone
Answer = Callable[[Entry], Entry]
_ROLES: dict[str, Role] = {
    "interviewer": "interviewer",
    "participant": "participant",
    "other": "other",
}


class ImportDetails(QScrollArea):
    """Fields for the chosen files; what is chosen goes out as a change to each of them."""

    answered = Signal(object)  # Answer
    reading_wished = Signal(str, object)  # how the chosen file is to be read: reader, Choices
    pseudonym_said = Signal(str, str)  # a speaker's name, what stands for it

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("About the chosen files"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cases: Sequence[str] = ()
        self._names: Sequence[str] = ()
        self.head = SectionHead(_("Document"))
        self.name = LineField(_("Name of the document"))
        self.kind = Choice(KINDS, _("Kind"))
        self.language = Choice(LANGUAGES, _("Language"))
        self.date = LineField(_("Date"))
        self.reading = ImportReading()
        self.roles = ImportRoles()
        self._document = QWidget()
        self.speakers = ImportSpeakers()
        self.speakers_head = SectionHead(_("Speakers"))
        self.names = ImportNames()
        self.names_head = SectionHead(_("Names"))
        self.names.hide()
        self.names_head.hide()
        self._one: Entry | None = None
        self._replacing = False
        self._remarks_head = SectionHead(_("To know"))
        self._remarks = QLabel()
        self.clash = QLabel()
        for label in (self._remarks, self.clash):
            label.setProperty("role", "quiet-text")
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._page = QWidget()
        self._lay_out()
        self._connect()

    def set_known(self, cases: Sequence[str], names: Sequence[str]) -> None:
        """The cases and the names of documents that the project has."""
        self._cases, self._names = cases, names

    def in_order(self) -> list[QWidget]:
        """The fields in the order of Tab."""
        document = (self.name, self.kind, self.language, self.date, *self.reading.in_order())
        names = self.names.in_order() if self._replacing else ()
        return [*self.speakers.in_order(), *self.roles.roles, *names, *document]

    def set_replacing(self, on: bool) -> None:
        """Whether names are replaced, so that a label is a pseudonym for somebody everywhere."""
        self._replacing = on

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what has been chosen for these files."""
        readable = [each for each in entries if each.source is not None]
        one = self._one = entries[0] if len(entries) == 1 else None
        shows = bool(readable) or one is not None
        self._page.setVisible(shows)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if shows else policy.ScrollBarAlwaysOff
        )
        self._document.setVisible(bool(readable))
        self._show_document(readable)
        self._show_people(one if readable else None, readable)
        self.reading.setVisible(one is not None)
        if one is not None:
            self.reading.show_entry(one)
        self._show_remarks(one if readable else None)

    def _show_document(self, readable: Sequence[Entry]) -> None:
        words = ngettext("Document", "{count} documents", len(readable))
        self.head.set_title(words.format(count=len(readable)))
        self.name.show_text(shared(each.chosen.name for each in readable))
        self.name.setEnabled(len(readable) == 1)
        self.kind.show_key(shared(each.chosen.kind for each in readable))
        self.language.show_key(shared(each.chosen.language for each in readable))
        self.date.show_text(shared(short_date(date_of(each)) for each in readable))

    def _show_people(self, one: Entry | None, readable: Sequence[Entry]) -> None:
        speaks = one is not None and one.source is not None and bool(one.source.speakers)
        if one is not None and one.source is not None and one.found.survey is not None:
            speaks = len(one.source.speakers) <= MOST_ANSWERING
        self.speakers.setVisible(speaks)
        if one is not None and speaks:
            self.speakers.show_entry(one, self._cases)
        self.roles.show_entries(readable if one is None else ())
        share = bool(self.roles.labels)
        self.roles.setVisible(share)
        self.speakers_head.setVisible(speaks or share)
        for part in (self.names, self.names_head):
            part.setVisible(self._replacing and one is not None)
        if one is not None and self._replacing:
            self.names.show_entry(one)

    def _show_remarks(self, one: Entry | None) -> None:
        clash = free(one.chosen.name, self._names) if one is not None else ""
        said: list[str] = []
        if one is not None and clash != one.chosen.name:
            words = _("There is a document of this name already; this one becomes “{name}”.")
            said.append(words.format(name=clash))
        if one is not None and file_name_tells(one):
            said.append(_("The name seems to hold somebody’s real name. Write another."))
        self.clash.setText("\n".join(said))
        self.clash.setVisible(bool(said))
        remarks = [duplicate_said(one)] if one is not None else []
        if one is not None and one.source is not None:
            remarks += [each.message for each in one.source.cautions]
        self._remarks.setText("\n".join(each for each in remarks if each))
        for widget in (self._remarks, self._remarks_head):
            widget.setVisible(bool(self._remarks.text()))

    def _connect(self) -> None:
        self.name.written.connect(lambda text: self._tell(lambda e: renamed(e, text)))
        self.kind.chosen.connect(lambda key: self._tell(lambda e: of_kind(e, key)))
        self.language.chosen.connect(lambda key: self._tell(lambda e: in_language(e, key)))
        self.date.written.connect(lambda text: self._tell(lambda e: dated(e, date_kept(text))))
        self.reading.wished.connect(self.reading_wished)
        speakers = self.speakers
        speakers.labelled.connect(self._label)
        speakers.role_chosen.connect(
            lambda n, key: self._tell(lambda e: with_role(e, n, _ROLES[key]))
        )
        self.roles.role_chosen.connect(
            lambda label, key: self._tell(lambda e: with_role_of(e, label, _ROLES[key]))
        )
        speakers.case_named.connect(lambda n, name: self._tell(lambda e: with_case(e, n, name)))

    def _label(self, number: int, text: str) -> None:
        found = self._one.found.source if self._one is not None else None
        name = found.speakers[number].label if found is not None else ""
        if self._replacing and tells_who(name):
            self.pseudonym_said.emit(name, text)
        else:
            self._tell(lambda entry: labelled(entry, number, text))

    def _tell(self, answer: Answer) -> None:
        self.answered.emit(answer)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(4, 0, 4, 16)
        column.setSpacing(0)
        column.addWidget(self.speakers_head)
        column.addLayout(inset(self.speakers))
        column.addLayout(inset(self.roles))
        column.addWidget(self.names_head)
        column.addWidget(self.names)
        inside = QVBoxLayout(self._document)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        inside.addLayout(
            form_rows(
                (
                    (_("Name"), self.name),
                    ("", self.clash),
                    (_("Kind"), self.kind),
                    (_("Language"), self.language),
                    (_("Date"), self.date),
                )
            )
        )
        column.addWidget(self._document)
        column.addWidget(self.reading)
        column.addWidget(self._remarks_head)
        column.addLayout(inset(self._remarks))
        column.addStretch(1)
        self.setWidget(self._page)
