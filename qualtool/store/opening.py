"""Making and opening project files, with everything checked that could be wrong with one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store import connection
from qualtool.store.schema import APPLICATION_ID, VERSION, Base

if TYPE_CHECKING:
    from qualtool.store.project import Opened


def create_file(path: Path, pass_phrase: str) -> Connection:
    """Make an empty project file."""
    if path.exists():
        raise QualtoolError(
            "exists", _("{file} is there already. Choose another name."), file=path.name
        )
    link = connection.connect(path, pass_phrase)
    Base.metadata.create_all(link)
    link.commit()
    link.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    link.exec_driver_sql(f"PRAGMA user_version = {VERSION[0] * 1000 + VERSION[1]}")
    link.commit()
    return link


def open_file(path: Path, pass_phrase: str, *, read_only: bool) -> tuple[Connection, Opened]:
    """Open a project file."""
    from qualtool.store.project import Opened

    return connection.connect(path, pass_phrase, read_only=read_only), Opened(read_only=read_only)
