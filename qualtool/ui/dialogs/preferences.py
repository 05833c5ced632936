"""What the researcher can choose about the window; each choice holds at once."""

from __future__ import annotations

from PySide6.QtCore import Signal

from qualtool.i18n import gettext as _
from qualtool.settings import TEXT_SIZES, Settings
from qualtool.ui.dialogs.form import Rows, Segments
from qualtool.ui.panels.sheet import Sheet


class Preferences(Sheet):
    """Shows what is chosen, and says what is chosen anew."""

    look_chosen = Signal(str)
    text_size_chosen = Signal(int)
    face_chosen = Signal(str)
    spacing_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, now: Settings) -> None:
        super().__init__(_("Preferences"), about=_("They hold at once"), width=640)
        language = Segments(
            (
                ("", _("As the computer")),
                ("nb", "Bokmål"),
                ("nn", "Nynorsk"),
                ("en", "English"),
            ),
            now.language,
        )
        look = Segments(
            (
                ("system", _("As the system")),
                ("light", _("Light")),
                ("dark", _("Dark")),
                ("contrast", _("High contrast")),
            ),
            now.theme,
        )
        size = Segments(
            [(str(each), f"{each} %") for each in TEXT_SIZES], str(now.text_size), in_a_row=4
        )
        face = Segments(
            (("serif", _("Source Serif, with serifs")), ("sans", _("Inter, without"))),
            now.reader_face,
        )
        spacing = Segments(
            (("close", _("Narrow")), ("ordinary", _("Ordinary")), ("wide", _("Wide"))),
            now.reader_spacing,
        )
        rows = Rows()
        rows.ask(_("Language"), language)
        rows.ask(_("Colours"), look)
        rows.ask(_("Size of the transcripts"), size)
        rows.ask(_("Face of the transcripts"), face)
        rows.ask(_("Space between paragraphs"), spacing)
        self.body.addLayout(rows)
        language.chosen.connect(self.language_chosen)
        look.chosen.connect(self.look_chosen)
        size.chosen.connect(lambda key: self.text_size_chosen.emit(int(key)))
        face.chosen.connect(self.face_chosen)
        spacing.chosen.connect(self.spacing_chosen)
        self.add_close()
