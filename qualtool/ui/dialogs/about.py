"""What this program is, which version, and what it is made with."""

from __future__ import annotations

import platform

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from qualtool import __version__
from qualtool.i18n import gettext as _
from qualtool.ui.errors import resource
from qualtool.ui.panels.sheet import Sheet


class About(Sheet):
    """Shows it."""

    def __init__(self) -> None:
        super().__init__(_("About Qualtool"), width=520)
        picture = QLabel()
        icon = QIcon(str(resource("icons", "qualtool.svg")))
        picture.setPixmap(icon.pixmap(QSize(72, 72)))
        name = QLabel("Qualtool")
        name.setProperty("role", "heading")
        version = QLabel(_("Version {version}").format(version=__version__))
        version.setProperty("role", "quiet")
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(name)
        words.addWidget(version)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        for sentence in (
            _(
                "For students and researchers who analyse interviews, focus groups, minutes and "
                "field notes. What people told you stays on your computer: nothing is ever sent "
                "anywhere."
            ),
            _(
                "Free software under the MIT licence. Set in Inter and Source Serif 4, with icons "
                "by Lucide."
            ),
            f"Python {platform.python_version()} · PySide {qt_version} · {platform.system()}",
        ):
            label = QLabel(sentence)
            label.setWordWrap(True)
            label.setProperty("role", "quiet-text")
            self.body.addWidget(label)
        self.add_close()
