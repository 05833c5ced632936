"""The window, put together and started: the one place that knows everybody."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QSocketNotifier, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from qualtool import __version__, i18n, settings
from qualtool.ui import errors, fonts, garbage, theme
from qualtool.ui.loading import Loading
from qualtool.ui.main_window import MainWindow
from qualtool.ui.qt_words import QtWords


def run(path: Path | None, *, sample: bool = False, language: str = "") -> int:
    """Open the window and stay until it is closed; the exit code of the program.

    `path` is a project to open; `sample` opens the researcher's own copy of the sample study.
    Without either the welcome screen is shown. `language` is for this time only, instead of the
    one chosen in the preferences.
    """
    app = application(language)
    end_when_told(app)
    window = start(path, sample=sample)
    code = app.exec()
    window.deleteLater()
    errors.stop()
    return code


def application(language: str = "") -> QApplication:
    """The application, in the researcher's language and looks; one for each process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    chosen = settings.load()
    i18n.set_language(language or chosen.language or i18n.system_language())
    app = QApplication(sys.argv[:1])
    app.setApplicationName("qualtool")
    app.setApplicationDisplayName("Qualtool")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("qualtool")
    QLocale.setDefault(QLocale({"nb": "nb_NO", "nn": "nn_NO"}.get(i18n.language(), "en_GB")))
    app.setWindowIcon(QIcon(str(errors.resource("icons", "qualtool.svg"))))
    words = QtWords(app)
    app.installTranslator(words)
    fonts.load()
    theme.start()
    theme.choose(chosen.theme)
    return app


def end_when_told(app: QApplication) -> None:
    """Close as a click on the cross would when the terminal or the computer asks for an end."""
    if os.name != "posix":
        return  # there the system asks the window itself
    heard, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, lambda _signal, _frame: QTimer.singleShot(0, app, app.quit))
    # Python hears a signal only when it is awake, and Qt lets it sleep: the pipe wakes it.
    notifier = QSocketNotifier(heard, QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: os.read(heard, 16))


def start(path: Path | None, *, sample: bool = False) -> MainWindow:
    """Show the window with what is to be open in it."""
    window = MainWindow()
    # On a small screen, or a large one at 200 %, no part of the window may lie outside.
    window.resize(window.size().boundedTo(window.screen().availableSize()))
    errors.start(window)
    if path is not None:
        window.projects.open(path)
    elif sample:
        window.projects.open_sample()
    window.show()
    if path is None and not sample:
        Loading(window, garbage.begin)
    else:
        QTimer.singleShot(0, window, garbage.begin)
    QTimer.singleShot(0, window, errors.tell_of_last_time)
    return window
