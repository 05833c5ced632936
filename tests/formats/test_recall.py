"""How much of each fixture is found: turns, speakers and time stamps, against what is in it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Final

import pytest

from qualtool import plugins

FOLDER: Final = Path(__file__).parents[1] / "data" / "formats"
# By hand, from the files: format, speakers, turns (or stretches of nobody's), moments.
EXPECTED: Final = {
    "atrain-nb.txt": ("aTrain", 2, 4, 0),
    "audacity-nb.aud": ("whisperX", 2, 2, 3),
    "f4-nb.rtf": ("f4/f5", 2, 4, 4),
    "f4-nb.txt": ("f4/f5", 2, 4, 4),
    "labels-en.md": ("typed labels", 2, 3, 0),
    "noscribe-en.html": ("noScribe", 2, 2, 2),
    "noscribe-nb.html": ("noScribe", 2, 2, 3),
    "noscribe-nb.vtt": ("noScribe", 2, 2, 3),
    "nvivo-en.csv": ("NVivo", 2, 2, 3),
    "nvivo-nb.tsv": ("NVivo", 2, 2, 3),
    "otranscribe-nb.txt": ("oTranscribe", 0, 3, 3),
    "otter-en.txt": ("Otter", 2, 3, 3),
    "slips-en.srt": ("SRT", 3, 4, 4),
    "stamped-nn.txt": ("typed labels", 2, 4, 7),
    "stream-nb.vtt": ("Stream", 0, 2, 3),
    "tabs-macroman-nb.txt": ("typed labels", 3, 3, 0),
    "teams-new-nb.vtt": ("Teams", 2, 4, 6),
    "teams-old-en.vtt": ("Teams", 2, 4, 6),
    "transformers-nn.json": ("Whisper", 0, 1, 2),
    "typed-head-nb.txt": ("typed labels", 2, 6, 0),
    "typed-nb.md": ("typed labels", 2, 5, 0),
    "whisper-en.tsv": ("Whisper", 0, 1, 2),
    "whisper-nb.json": ("Whisper", 0, 1, 2),
    "whisper-nb.srt": ("Whisper", 0, 3, 4),
    "whisper-nb.tsv": ("Whisper", 0, 1, 3),
    "whisper-nn.vtt": ("Whisper", 0, 2, 4),
    "whisperx-en.json": ("whisperX", 2, 3, 3),
    "whisperx-nb.srt": ("whisperX", 2, 3, 4),
    "zoom-chat-nb.txt": ("Zoom", 2, 3, 3),
    "zoom-names-en.vtt": ("Zoom", 2, 2, 3),
    "zoom-nb.vtt": ("Zoom", 2, 3, 4),
}


def _found(name: str) -> tuple[int, int, int]:
    source = plugins.read_file(FOLDER / name)
    return len(source.speakers), len(source.turns), len(source.anchors)


@pytest.mark.parametrize("name", EXPECTED)
def test_all_speakers_turns_and_times_of_a_file_are_found(name: str) -> None:
    assert _found(name) == EXPECTED[name][1:]


def test_the_table_of_what_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    wanted: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for name, (kind, *counts) in EXPECTED.items():
        for at, (one, other) in enumerate(zip(counts, _found(name), strict=True)):
            wanted[kind][at] += one
            found[kind][at] += min(one, other)
    with capsys.disabled():
        for kind in sorted(wanted):
            shares = (f"{f}/{w}" for f, w in zip(found[kind], wanted[kind], strict=True))
            print(f"\n{kind:14}" + "".join(f"{share:>9}" for share in shares), end="")
    assert found == wanted
