"""The way of files into the project: read beside the window, shown, and taken in at one stroke."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, Signal

from qualtool import plugins
from qualtool.analysis import cases, documents, study
from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import Choices
from qualtool.core.names import by_number
from qualtool.formats.raw_text import raw_text
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations import importing
from qualtool.operations.importing import Incoming
from qualtool.store import name_key
from qualtool.store.name_key import NameKey
from qualtool.store.project import Project
from qualtool.ui.jobs import Job, Progress
from qualtool.ui.models.incoming import Entry, entries
from qualtool.ui.panels.import_sheet import ImportSheet

PATIENCE: Final = 0.25  # seconds before it is shown that documents are being written
PAINTED_EVERY: Final = 0.1  # seconds


class Import(QObject):
    """One drop of files, from the reading to the step that takes them in."""

    job_wished = Signal(object)  # Job
    ended = Signal(list)  # the documents made, none where it was given up
    _told = Signal(int, int, str)  # from the job's thread

    def __init__(
        self,
        project: Project,
        take_in: Callable[[Sequence[Incoming], importing.Progress], list[int] | None],
        refused: Callable[[QualtoolError], None],
    ) -> None:
        super().__init__()
        self._project = project
        self._take_in = take_in
        self._refused = refused
        self._stopped = Event()
        self.sheet = ImportSheet()
        self.sheet.import_wished.connect(self._import)
        self.sheet.closed.connect(self._stop)
        self.sheet.raw_wished.connect(self._read_raw)
        self.sheet.reading_wished.connect(self._read_anew)
        with project.read() as session:
            self._study = name_key.of_study(session)
        key = name_key.load(self._study)
        if project.protected and key == NameKey():
            key = NameKey(remembers=False)  # names in clear beside an encrypted project: only asked
        self.sheet.show_key(key)
        self.sheet.forget_wished.connect(self._forget_names)
        self.sheet.destroyed.connect(self._stopped.set)
        self._told.connect(self.sheet.show_reading)

    def add(self, paths: Sequence[Path]) -> None:
        """Read files, beside those that are shown already; the sheet shows how far it is."""
        self.sheet.show_reading(0, 0, "")
        there = self.sheet.files.table.entries
        with self._project.read() as session:
            known = documents.content_hashes(session)
            language = study.study(session).language
        hashes = {each.found.content_hash: each.found.path.name for each in there} | known
        hashes.pop("", None)
        shown = {each.found.path for each in there}
        fresh = sorted(
            (each for each in paths if each not in shown), key=lambda p: by_number(p.name)
        )
        stopped, told = self._stopped, self._told.emit

        def work(progress: Progress) -> list[Entry]:
            def tell(done: int, total: int, name: str) -> None:
                told(done, total, name)
                progress(done, total, name)

            found = importing.examine(
                fresh,
                progress=tell,
                cancelled=stopped.is_set,
                known_hashes=hashes,
                language=language,
            )
            return entries(found, known)

        self.job_wished.emit(
            Job(
                _("Reading files"),
                work,
                self._show,
                failed=self._fail,
                cancelled=self.sheet.closed.emit,
            )
        )

    def _show(self, found: list[Entry]) -> None:
        if self._stopped.is_set():
            return
        there = self.sheet.files.table.entries
        if not found and not there:
            self._fail(
                QualtoolError("nothing_to_import", _("There are no files here that can be read."))
            )
            return
        with self._project.read() as session:
            case_names = [row.name for row in cases.cases(session)]
            names = [row.name for row in documents.documents(session)]
        self.sheet.show_entries([*there, *found], cases=case_names, names=names)

    def _fail(self, error: QualtoolError) -> None:
        self._refused(error)
        self.sheet.closed.emit()

    def _import(self, incoming: list[Incoming]) -> None:
        made = self._take_in(incoming, self._patiently(self.sheet.show_writing))
        if made is None:
            self.sheet.show_again()
            return
        remembered = name_key.save(self._study, self.sheet.key())
        with self._project.read() as session:
            lost = importing.not_kept(session, incoming)
        self._stopped.set()
        self.sheet.closed.emit()
        self.ended.emit(made)
        if lost:
            self._refused(_not_kept(lost))
        if not remembered:
            self._refused(_not_remembered())

    def _forget_names(self) -> None:
        if not name_key.forget(self._study):
            self._refused(
                QualtoolError(
                    "names_not_forgotten",
                    _(
                        "The names are still remembered, in “{file}”: it could not be written. "
                        "Delete that file to forget them."
                    ),
                    file=str(name_key.path(self._study)),
                )
            )

    @staticmethod
    def _patiently(show: importing.Progress) -> importing.Progress:
        """Show how far it is once it has taken a while, and then now and then."""
        last = monotonic() + PATIENCE - PAINTED_EVERY

        def tell(done: int, total: int, name: str) -> None:
            nonlocal last
            if monotonic() - last > PAINTED_EVERY:
                show(done, total, name)
                last = monotonic()

        return tell

    def _stop(self) -> None:
        if not self._stopped.is_set():
            self._stopped.set()
            self.ended.emit([])

    def _read_raw(self, found: Incoming) -> None:
        path, source = found.path, found.source
        encoding = str(source.facts.get("encoding", "")) if source else ""
        self.job_wished.emit(
            Job(
                _("Reading a file"),
                lambda _progress: raw_text(plugins.load(path), path.name, encoding=encoding),
                lambda text: self._show_raw(path, text),
                failed=lambda _error: self._show_raw(path, ""),
            )
        )

    def _read_anew(self, found: Incoming, reader: str, choices: Choices) -> None:
        path = found.path

        def work(_progress: Progress) -> Incoming:
            read = importing.recognised(plugins.load(path), path, reader=reader, choices=choices)
            wanted = found.wanted or found.source is None  # it could not come in before
            return replace(read, duplicate_of=found.duplicate_of, wanted=wanted)

        def fail(error: QualtoolError) -> None:
            self._refused(error)
            self._show_anew(found)  # as it was read before

        self.job_wished.emit(Job(_("Reading a file"), work, self._show_anew, failed=fail))

    def _show_anew(self, found: Incoming) -> None:
        if not self._stopped.is_set():
            self.sheet.show_read_anew(found)

    def _show_raw(self, path: Path, text: str) -> None:
        if not self._stopped.is_set():
            self.sheet.show_raw(path, text)


def _not_kept(files: Sequence[str]) -> QualtoolError:
    return QualtoolError(
        "original_lost",
        ngettext(
            "The documents are in the project. “{file}” itself was not kept: it was changed or "
            "moved while it was being looked at.",
            "The documents are in the project. “{file}” and {others} more were not kept "
            "themselves: they were changed or moved while they were being looked at.",
            len(files),
        ),
        file=files[0],
        others=len(files) - 1,
    )


def _not_remembered() -> QualtoolError:
    return QualtoolError(
        "names_not_remembered",
        _(
            "The documents are in the project, but who is who could not be remembered on this "
            "computer: the disk refuses. Write down the pseudonyms if you need them again."
        ),
    )
