"""The coding workspace on one long document with 20,000 codings, for the benchmarks of acts."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.core.source import Source
from qualtool.operations import coders, codes, coding, documents
from qualtool.store.project import Project
from qualtool.ui import fonts
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.reader.transcripts import made_up

CHARACTERS, CODINGS = 1_600_000, 20_000


def large(qtbot: QtBot, project: Project) -> CodingWorkspace:
    """The workspace as it listens to the project, shown with an excerpt in the middle chosen."""
    fonts.load()
    reading, rows = made_up(CHARACTERS, CODINGS)
    with project.edit("import_documents") as session:
        project.coder_id = coders.ensure(session, "Marte")
        document = documents.add(session, Source(reading.text, "text"), name="Stort")
        made = [codes.add(session, f"kode {number}") for number in range(40)]
        codes.pin(session, made[4], 1)
        coding.apply_many(
            session,
            [
                coding.Passage(
                    document, row.start, row.end, made[row.code_id], coder_id=project.coder_id
                )
                for row in rows
            ],
        )
    shown = CodingWorkspace(project)
    qtbot.addWidget(shown)
    project.listen(shown.on_changes)
    shown.resize(1440, 800)
    shown.show()
    shown.reader.setFocus()
    middle = rows[len(rows) // 2]
    shown.reader.reveal(middle.start)
    qtbot.keyClicks(shown.reader.view, "]")
    QApplication.processEvents()
    return shown
