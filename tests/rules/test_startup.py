"""What the program loads before anybody has asked for it."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from qualtool.operations import sample

# Distributions as they are imported: each of them costs time or memory, and few days need them.
HEAVY: Final = (
    "charset_normalizer",
    "docx",
    "lxml",
    "markdown_it",
    "networkx",
    "numpy",
    "openpyxl",
    "pdfminer",
    "pypdf",
    "pypdfium2",
    "rapidfuzz",
    "spacy",
)

# What is opened over the window: each is loaded when it is first wished for.
OVER_IT: Final = (
    "qualtool.analysis.originals",
    "qualtool.formats.read_codebook",
    "qualtool.reports.catalogue",
    "qualtool.ui.dialogs.profile",
    "qualtool.ui.panels.journal_drawer",
    "qualtool.ui.panels.memo_list",
    "qualtool.ui.panels.merge_sheet",
    "qualtool.ui.panels.original_sheet",
    "qualtool.ui.panels.replace_sheet",
    "qualtool.ui.panels.split_sheet",
    "qualtool.ui.work.sheet",
)

PROGRAM: Final = """
import sys
from pathlib import Path
from qualtool.__main__ import before_qt
before_qt()
from PySide6.QtTest import QTest
from qualtool import app
application = app.application()
window = app.start(Path(sys.argv[1]))
QTest.qWait(300)
assert window.isVisible() and window.project is not None
print(" ".join(sys.modules.keys() & set(sys.argv[2:])))
window.close()
"""

WELCOME: Final = """
import sys
from qualtool.__main__ import before_qt
before_qt(project=False)
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from qualtool import app
from qualtool.ui.loading import Loading

class Painted(QObject):
    store = None

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.store is None:
            self.store = "sqlalchemy" in sys.modules or "qualtool.store" in sys.modules
        return False

application = app.application()
painted = Painted()
application.installEventFilter(painted)
window = app.start(None)
QTest.qWait(100)
assert painted.store is False
for _trial in range(200):
    if window.findChild(Loading) is None:
        break
    QTest.qWait(50)
print("qualtool.store.project" in sys.modules, "qualtool.ui.workspaces.coding" in sys.modules)
window.close()
"""


def test_an_open_window_has_loaded_nothing_heavy(tmp_path: Path) -> None:
    assert _loaded(tmp_path, *HEAVY) == []


def test_an_open_window_has_loaded_none_of_the_sheets_over_it(tmp_path: Path) -> None:
    assert all(find_spec(name) for name in OVER_IT)
    assert _loaded(tmp_path, *OVER_IT) == []


def _loaded(tmp_path: Path, *names: str) -> list[str]:
    """Which of these a window has loaded that shows the sample study."""
    study = sample.own_copy(tmp_path)
    return _run(tmp_path, PROGRAM, str(study), *names).split()


def test_the_welcome_screen_is_there_before_the_store_and_has_it_soon(tmp_path: Path) -> None:
    assert _run(tmp_path, WELCOME).split() == ["True", "True"]


SOURCES: Final = """
import linecache, sys
from qualtool import app
import qualtool.ui.workspaces.coding
print(*(name for name in linecache.cache if name.endswith(("window.py", "coding.py", "codes.py"))))
"""


def test_no_module_is_read_as_text_when_it_is_loaded(tmp_path: Path) -> None:
    assert _run(tmp_path, SOURCES).split() == []


def _run(home: Path, program: str, *arguments: str) -> str:
    """What a program prints that is run with these arguments."""
    environment = {
        **os.environ,
        "QUALTOOL_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
    }
    result = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout
