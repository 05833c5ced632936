"""Small invented files on their way in, for the tests of the window."""

from __future__ import annotations

from pathlib import Path

from qualtool.operations.importing import examine
from qualtool.ui.models.incoming import Entry, entries

VTT = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
<v Siri Haug>Hvordan var det i starten?</v>

2
00:00:04.000 --> 00:00:06.000
<v Ola Moen>Det fantes ikke noe fast sted.</v>

3
00:00:06.500 --> 00:00:09.000
<v Ola Moen>Så alt hang på telefonen. Ola her, sa jeg.</v>
"""
TYPED = "Intervjuer: Hva så?\nInformant 3: Så ble det stille.\nIntervjuer: Ja?\nInformant 3: Ja.\n"
NOBODY = "".join(
    f"{n}\n00:00:{n:02d},000 --> 00:00:{n + 1:02d},000\n[SPEAKER_0{n % 2}]: Ja det var fint.\n\n"
    for n in range(1, 9)
)


def write(folder: Path) -> list[Path]:
    """A Teams transcript, a typed one, a copy of it, one with nobody named, and one empty."""
    texts = {
        "Samtale.vtt": VTT,
        "Informant 3.txt": TYPED,
        "kopi.txt": TYPED,
        "uten navn.srt": NOBODY,
        "tom.txt": "",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in texts]


def looked_at(folder: Path, known: dict[str, str] | None = None) -> list[Entry]:
    """The files of `write`, as the import sheet gets them."""
    return entries(examine(write(folder), known_hashes=known), known or {})
