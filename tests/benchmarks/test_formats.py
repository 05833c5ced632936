"""How fast files are read. Run with `pytest tests/benchmarks --benchmark-only`."""

from __future__ import annotations

from pathlib import Path
from time import process_time
from typing import Any

import pytest

from qualtool import plugins
from tests.formats.word_files import document, paragraph

SENTENCE = "Vi møtes hver uke, men det er sjelden at noen sier hva de egentlig mener. "


def transcript(words: int) -> list[tuple[str, str]]:
    """Who says what in an interview of so many words."""
    turns = words // (len(SENTENCE.split()) * 3)
    return [
        ("Intervjuer" if number % 2 == 0 else "Informant 3", SENTENCE * 3)
        for number in range(turns)
    ]


def as_docx(words: int) -> bytes:
    """Such an interview as Word saves it."""
    language = '<w:rPr><w:lang w:val="nb-NO"/></w:rPr>'
    return document(
        "".join(
            paragraph(
                f"**{who}:**",
                *(f"<w:r>{language}<w:t xml:space='preserve'> {SENTENCE}</w:t></w:r>",) * 3,
            )
            for who, _said in transcript(words)
        )
    )


def as_text(words: int) -> bytes:
    """Such an interview as plain text."""
    return "\n\n".join(f"{who}: {said}" for who, said in transcript(words)).encode()


def as_vtt(words: int) -> bytes:
    """Such an interview as Teams writes it."""
    cues = []
    for number, (who, said) in enumerate(transcript(words)):
        stamps = [
            f"{ms // 3600}:{ms // 60 % 60:02}:{ms % 60:02}.000" for ms in (number, number + 1)
        ]
        cues.append(f"{' --> '.join(stamps)}\n<v {who}>{said}</v>\n")
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


@pytest.mark.parametrize("make", [as_docx, as_text, as_vtt])
def test_an_interview_of_8000_words(benchmark: Any, make: Any) -> None:
    data = make(8000)
    source = benchmark(plugins.read, data, "intervju")
    assert len(source.speakers) == 2


def an_hour_of_vtt() -> bytes:
    """An hour of talk as Teams writes it, a cue for each six seconds."""
    name = "91b3f3c3-44c6-4a8b-8c0a-add105d816bd"
    cues = []
    for number in range(600):
        start, end = (f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}.087" for s in
                      (number * 6, number * 6 + 5))  # fmt: skip
        who = ("Siri Haugen", "Odd Nes")[number // 4 % 2]
        cues.append(f"{name}/{number}-0\n{start} --> {end}\n<v {who}>{SENTENCE.strip()}</v>\n")
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def test_200_vtt_files_of_an_hour(benchmark: Any) -> None:
    data = an_hour_of_vtt()
    started = process_time()

    def read_all() -> int:
        return sum(len(plugins.read(data, f"{n}.vtt").turns) for n in range(200))

    assert benchmark.pedantic(read_all, rounds=1) == 200 * 150
    took, used = benchmark.stats["min"], process_time() - started
    print(f"\n200 files of {len(data):,} bytes: {took:.2f} s, {used:.2f} s of the processor")


def test_200_word_documents_of_8000_words(benchmark: Any, tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.docx").write_bytes(as_docx(8000))
    paths = sorted(tmp_path.iterdir())

    def read_all() -> int:
        return sum(len(plugins.read_file(path).turns) for path in paths)

    assert benchmark.pedantic(read_all, rounds=1) > 200


def test_the_largest_text_that_is_taken(benchmark: Any) -> None:
    data = (SENTENCE * 6 + "\n").encode() * 20_000
    assert benchmark.pedantic(plugins.read, (data, "stor.txt"), rounds=1).format == "text"
