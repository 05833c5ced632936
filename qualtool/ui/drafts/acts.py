"""What is done with the quotations that were checked: coded, linked, written beside the draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from qualtool.analysis import codebook
from qualtool.analysis.quotations import Said, to_link
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations import drafts
from qualtool.reports import saving
from qualtool.store.project import Project
from qualtool.ui import asking_where
from qualtool.ui.drafts.check import DraftCheck, Read
from qualtool.ui.panels.command_palette import CommandPalette
from qualtool.ui.panels.palette_items import Item


def ask_code(parent: QWidget, project: Project, chosen: Callable[[int], object]) -> CommandPalette:
    """Ask for a code by its name."""
    with project.read() as session:
        rows = [row for row in codebook.codes(session) if row.state != "retired"]
        names = {row.id: row.name for row in codebook.themes(session)}
    items = [
        Item(
            "code",
            str(row.id),
            row.name,
            ", ".join(names[each] for each in row.theme_ids if each in names),
            row.colour,
        )
        for row in rows
    ]
    palette = CommandPalette(parent.window(), items)
    words = _("Code the passage with …")
    palette.field.setPlaceholderText(words)
    palette.field.setAccessibleName(words)
    palette.chosen.connect(lambda item: chosen(int(item.key)))
    palette.open()
    return palette


def ask_draft(parent: QWidget, before: Path | None) -> Path | None:
    """Ask which draft to check."""
    from qualtool.formats.drafts import ENDINGS

    patterns = " ".join(f"*.{ending}" for ending in ENDINGS)
    chosen, _kind = QFileDialog.getOpenFileName(
        parent,
        _("Choose a draft"),
        str(before.parent) if before is not None else "",
        _("Drafts ({patterns})").format(patterns=patterns),
    )
    return Path(chosen) if chosen else None


def write_comments(parent: QWidget, check: DraftCheck, path: Path | None = None) -> str:
    """Write a copy of the draft with a comment at each quotation; asks where, unless it is said.

    Returns what to say of it, nothing where it was not written. Raises QualtoolError where it
    could not be.
    """
    from qualtool.reports.quotation_notes import annotated

    read = check.read
    if read is None:
        return ""
    goal = path or _ask_copy(parent, read)
    if goal is None:
        return ""
    if goal.resolve() == read.path.resolve():
        raise QualtoolError(
            "draft_is_kept",
            _("The draft itself is never changed: choose another file name."),
            file=read.path.name,
        )
    saving.write_whole(goal, annotated(read.data, read.draft, check.rows))
    return _("Wrote “{file}”").format(file=goal.name)


def link(project: Project, check: DraftCheck) -> str:
    """Tie every quotation that was found to an excerpt on its words; what could not be tied.

    Raises QualtoolError where that cannot be written.
    """
    read = check.read
    if read is None:
        return ""
    found, content_hash = to_link(check.rows), drafts.content_hash(read.data)
    with project.edit("link_quotations") as session:
        came = drafts.link(session, read.path.name, content_hash, found)
    if not came.changed:
        return ""  # the step itself says it, with the way back
    words = ngettext(
        "{count} passage has been changed since the check and is not linked. Check again.",
        "{count} passages have been changed since the check and are not linked. Check again.",
        came.changed,
    )
    return words.format(count=came.changed)


def _ask_copy(parent: QWidget, read: Read) -> Path | None:
    name = _("{draft} with comments").format(draft=read.path.stem)
    offered = read.path.with_name(f"{name}.docx")
    return asking_where.ask(parent, _("Copy with comments"), offered, {"docx": "Word"})


def passage(said: Said) -> tuple[int, int, int]:
    """Where something was said: document, start and end."""
    return said.document_id, said.start, said.end
