"""A fault of the program on the command line: one line, and a report without interview text."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from qualtool import __version__, settings
from qualtool.i18n import gettext as _


def told(fault: BaseException) -> str:
    """One line for the researcher, after the report has been written."""
    path = _kept(report(fault))
    if path is None:
        return _("Something went wrong that is the program’s fault ({kind}).").format(
            kind=type(fault).__name__
        )
    return _(
        "Something went wrong that is the program’s fault ({kind}). A report that holds no "
        "interview text lies in {path}."
    ).format(kind=type(fault).__name__, path=path)


def report(fault: BaseException) -> str:
    """Where the program was when it failed: names of places in it, and no values at all.

    The messages of errors are left out, since they may quote the material.
    """
    lines = [f"qualtool {__version__}, Python {platform.python_version()}, {sys.platform}"]
    here: BaseException | None = fault
    while here is not None:
        lines.append(f"{type(here).__module__}.{type(here).__qualname__}")
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(here.__traceback__)
        ]
        here = here.__cause__ or here.__context__
    return "\n".join(lines) + "\n"


def _kept(words: str) -> Path | None:
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    path = settings.data_folder() / "faults" / f"{now}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    except OSError:
        return None
    return path
