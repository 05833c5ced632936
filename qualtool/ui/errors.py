"""Where faults of ours end: a report that can be copied, and the work goes on.

What the researcher can act on is a `QualtoolError` and becomes a line at the foot of the window.
Nothing is sent anywhere.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
from contextlib import suppress
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from qualtool import settings
from qualtool.core.errors import QualtoolError
from qualtool.ui import scrubbing

if TYPE_CHECKING:
    from qualtool.ui.main_window import MainWindow

Hooked = tuple[type[BaseException], BaseException | None, TracebackType | None]


class _Faults(QObject):
    """Carries faults of any thread to the window's own."""

    met = Signal(object)


_faults: _Faults | None = None
_window: MainWindow | None = None
_crash_file: TextIO | None = None
_last_time = ""
_showing = False


def start(window: MainWindow) -> None:
    """Meet every fault from now on, and show it in this window."""
    global _faults, _window, _crash_file, _last_time, _showing
    _window, _showing = window, False
    _faults = _Faults()
    _faults.met.connect(_show, Qt.ConnectionType.QueuedConnection)
    sys.excepthook = lambda kind, error, trace: _meet((kind, error, trace))
    threading.excepthook = lambda told: _meet((told.exc_type, told.exc_value, told.exc_traceback))
    qInstallMessageHandler(_note_qt)
    _last_time = _read_last()
    try:
        crash_path().parent.mkdir(parents=True, exist_ok=True)
        _crash_file = crash_path().open("w", encoding="utf-8")
        faulthandler.enable(_crash_file)
    except OSError:
        _crash_file = None  # a disk that cannot be written to must not keep the window from opening


def stop() -> None:
    """Meet faults no longer; the program has ended as it should."""
    global _window, _crash_file, _faults
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
    qInstallMessageHandler(None)
    _window, _faults = None, None
    if _crash_file is not None:
        faulthandler.disable()
        _crash_file.close()
        _crash_file = None
        crash_path().unlink(missing_ok=True)


def crash_path() -> Path:
    """Where the interpreter itself writes the places it was at when it could not go on."""
    return settings.config_folder() / f"crash-{os.getpid()}.txt"


def tell_of_last_time() -> None:
    """Show what is known of the program's sudden end last time, if it had one."""
    global _last_time
    if _last_time and _window is not None:
        from qualtool.ui.dialogs.fault import Fault

        Fault(_window, _last_time, crashed=True).open()
    _last_time = ""


def resource(*parts: str) -> Traversable:
    """A file that came with the program."""
    return resources.files("qualtool.resources").joinpath(*parts)


def _meet(hooked: Hooked) -> None:
    kind, error, trace = hooked
    if error is None or isinstance(error, KeyboardInterrupt) or _faults is None:
        sys.__excepthook__(kind, error or kind(), trace)
    elif isinstance(error, QualtoolError):
        _faults.met.emit(error)
    else:
        report = scrubbing.report(kind, error, trace)
        if sys.stderr is not None:
            sys.stderr.write(report + "\n")
        _faults.met.emit(report)


def _show(met: object) -> None:
    """A fault while one is being shown is not shown: the first is what counts."""
    global _showing
    if _window is None:
        return
    if isinstance(met, QualtoolError):
        _window.notices.refuse(met)
        return
    if _showing:
        return
    from qualtool.ui.dialogs.fault import Fault

    dialog = Fault(_window, str(met))
    _showing = True
    dialog.finished.connect(_shown)
    dialog.open()


def _shown() -> None:
    global _showing
    _showing = False


def _read_last() -> str:
    """What is left of those that ended suddenly; another window that still runs is not asked."""
    left: list[str] = []
    for file in sorted(settings.config_folder().glob("crash-*.txt")):
        number = file.stem.removeprefix("crash-")
        if number.isdecimal() and not _runs(int(number)):
            with suppress(OSError):
                left.append(file.read_text("utf-8", errors="replace").strip())
                file.unlink()
    return "\n\n".join(each for each in left if each)


def _runs(process: int) -> bool:
    """Whether another process is alive; on Windows its open file cannot be removed anyway."""
    if process == os.getpid() or os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True


def _note_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's warnings go to standard error, where a developer looks; they are nobody's fault."""
    if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or sys.stderr is None:
        return
    sys.stderr.write(f"Qt: {message}\n")
