"""Asks where a file is to be written, and never writes over one that nobody was asked about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

# The files that a report can be, by their endings.
ENDINGS: Final = {"docx": "Word", "xlsx": "Excel", "html": "HTML", "md": "Markdown", "csv": "CSV"}


def ask(
    parent: QWidget,
    title: str,
    offered: Path,
    kinds: Mapping[str, str],
    *,
    also: Collection[str] = (),
) -> Path | None:
    """The file to write, with its ending; None where nothing is to be written.

    `kinds` are the endings that the file may have, each with the words for it (or none). A name
    without one of them gets that of the chosen kind; a point in it, as in "Kapittel 3.2", is none.
    An ending of `also` is kept where it is written, though it is not offered.
    """
    filters = {f"{words} (*.{key})" if words else f"*.{key}": key for key, words in kinds.items()}
    while True:
        chosen, kind = QFileDialog.getSaveFileName(parent, title, str(offered), ";;".join(filters))
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix[1:].lower() in (*kinds, *also):
            return path
        offered = path.with_name(f"{path.name}.{filters.get(kind) or next(iter(kinds))}")
        if not offered.exists():
            return offered
        # Only the dialog that asks where can ask whether that file is to be written over.
