"""Words replaced in the whole project from the window: looked for, replaced, told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualtool.analysis import documents, replacing
from qualtool.core.errors import QualtoolError
from qualtool.core.word_finding import Wanted
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations import originals
from qualtool.operations import replacing as doing
from qualtool.ui.panels.replace_sheet import MOST, ReplaceSheet

if TYPE_CHECKING:
    from qualtool.store.project import Project
    from qualtool.ui.main_window import MainWindow


class Replacing(QObject):
    """Lives as long as its sheet."""

    def __init__(self, window: MainWindow, project: Project, words: str) -> None:
        with project.read() as session:
            rows = [(row.id, row.name) for row in documents.documents(session)]
        self.sheet = ReplaceSheet(rows, words)
        super().__init__(self.sheet)
        self._window = window
        self._project = project
        self._originals: dict[int, None] = {}  # documents, of all that was replaced here
        self.sheet.search_wished.connect(self._search)
        self.sheet.replace_wished.connect(self._replace)
        self.sheet.removal_wished.connect(self._remove)
        window.pages.show_sheet(self.sheet)
        self.sheet.search()

    def _search(self, wanted: Wanted, document_id: int | None) -> None:
        only = None if document_id is None else [document_id]
        with self._project.read() as session:
            found = replacing.find(session, wanted, document_ids=only, most=MOST)
        self.sheet.show_found(found)

    def _replace(self) -> None:
        sheet = self.sheet
        try:
            with self._project.edit("replace_words") as session:
                made = doing.replace(
                    session,
                    sheet.wanted(),
                    sheet.replacement.text(),
                    hits=sheet.tree.texts(),
                    fields=sheet.tree.fields(),
                )
        except QualtoolError as error:
            self._window.notices.refuse(error)
            return
        sheet.search()
        count = made.places + made.fields
        words = [
            ngettext("Replaced {count} place.", "Replaced {count} places.", count).format(
                count=count
            )
        ]
        if made.lost:
            gone = len(made.lost)
            words.append(
                ngettext(
                    "{count} excerpt has lost its words.",
                    "{count} excerpts have lost their words.",
                    gone,
                ).format(count=gone)
            )
        words.append(_("The history and earlier backups still hold the old words."))
        self._originals |= dict.fromkeys(made.originals)
        if self._originals:
            words.append(_("So do the original files that were kept."))
        sheet.say(" ".join(words), offers_removal=bool(self._originals))

    def _remove(self) -> None:
        try:
            with self._project.edit("forget_originals") as session:
                originals.forget(session, self._originals)
        except QualtoolError as error:
            self._window.notices.refuse(error)
            return
        self._originals.clear()
        self.sheet.say(
            _(
                "The documents no longer have their original files. Under “Original files …” "
                "these can be removed for good."
            ),
            offers_removal=False,
        )
