"""The interviews of the sample study are read whole, each from its own format."""

from __future__ import annotations

from importlib import resources

import pytest

from qualtool import plugins
from tests.formats.checking import check

SAMPLE = resources.files("qualtool.resources") / "sample"
INTERVIEWS, NOTES = SAMPLE / "interviews", SAMPLE / "notes"


@pytest.mark.parametrize(
    ("name", "format", "recogniser", "speakers"),
    [
        ("Informant 1.vtt", "vtt", "teams", ["Intervjuer", "Informant 1"]),
        ("Informant 2.docx", "docx", "teams", ["Intervjuer", "Informant 2"]),
        ("Informant 3.docx", "docx", "labels", ["Intervjuer", "Informant 3"]),
        ("Informant 4.srt", "srt", "whisperx", ["SPEAKER_00", "SPEAKER_01"]),
        ("Informant 5.txt", "text", "labels", ["Intervjuar", "Informant 5"]),
        ("Prosjektleder.md", "markdown", "labels", ["Intervjuer", "Prosjektleder"]),
    ],
)
def test_an_interview_of_the_sample_is_read_whole(
    name: str, format: str, recogniser: str, speakers: list[str]
) -> None:
    source = plugins.read((INTERVIEWS / name).read_bytes(), name)
    check(source)
    assert (source.format, source.facts["recogniser"]) == (format, recogniser)
    assert [speaker.label for speaker in source.speakers] == speakers
    assert [speaker.role for speaker in source.speakers] == ["interviewer", "participant"]
    assert len(source.turns) > 40
    assert len(source.text.split()) >= 2500
    spoken = sum(turn.end - turn.start for turn in source.turns)
    assert spoken > 0.95 * len(source.text)
    if recogniser != "labels" or name.endswith(".txt"):
        assert len(source.anchors) >= len(source.turns)


def test_the_notes_of_the_sample_are_read_as_a_document() -> None:
    notes = [path for path in NOTES.iterdir() if path.name.endswith(".md")]
    assert notes
    for path in notes:
        source = plugins.read(path.read_bytes(), path.name)
        check(source)
        assert source.speakers == ()
        assert "heading" in {block.kind for block in source.blocks}
