"""What is promised of a document holds for every text, however it was put together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.checking import read_or_refused
from tests.formats.word_files import paragraphs

WORDS = st.text(alphabet="abeæøåÅ .?…,–«»()'\u0301😀", min_size=1, max_size=30)
LABELS = st.sampled_from(
    ["", "I", "Kari", "Ola Lie", "Informant 3", "SPEAKER_00", "Og da sa jeg", "Dato", "kl", "R1"]
)
STAMPS = st.sampled_from(["", "00:00:03", "0:15", "1:02:03.5", "00:99", "12:30", "00:00:09-4"])
SHAPES = st.sampled_from(
    [
        "{words}",
        "{label}: {words}",
        "[{stamp}] {label}: {words}",
        "{stamp} {words}",
        "{label}   {stamp}",
        "{stamp} {label}",
        "{label}: {words} #{stamp}#",
        "**{label}:** {words}",
        "[{label}]: {words} [{stamp}] {words}",
        "{label}\t{words}",
        "# {words}",
        "- {words}",
        "| {label} | {words} |",
        "<v {label}>{words}</v>",
        "({label})",
        "{label}",
        "",
        "\f{label}: {words}",
        "{words}\f{words}",
        "    {words}",
        "> {words}",
        "1. {words}?",
    ]
)
LINES = st.lists(
    st.builds(
        lambda shape, label, stamp, words: shape.format(label=label, stamp=stamp, words=words),
        SHAPES,
        LABELS,
        STAMPS,
        WORDS,
    ),
    max_size=14,
)
CUES = st.lists(
    st.tuples(st.integers(0, 90_000), st.integers(0, 90_000), st.lists(LINES, max_size=1)),
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]), st.sampled_from(["text", "markdown"]))
def test_any_lines_make_a_sound_document(lines: list[str], between: str, reader: str) -> None:
    read_or_refused(between.join(lines).encode(), "a.txt", reader)


@settings(max_examples=80, deadline=None)
@given(LINES)
def test_any_paragraphs_make_a_sound_document(lines: list[str]) -> None:
    escaped = [line.replace("&", "&amp;").replace("<", "&lt;").replace("\f", " ") for line in lines]
    read_or_refused(paragraphs(*escaped), "a.docx")


@settings(max_examples=120, deadline=None)
@given(CUES, st.sampled_from(["vtt", "srt"]))
def test_any_cues_make_a_sound_document(
    cues: list[tuple[int, int, list[list[str]]]], reader: str
) -> None:
    parts = ["WEBVTT\n"] if reader == "vtt" else []
    for number, (start, end, lines) in enumerate(cues):
        stamps = " --> ".join(f"00:{ms // 1000:02}.{ms % 1000:03}" for ms in (start, end))
        parts.append("\n".join([str(number), stamps, *(lines[0] if lines else [])]) + "\n")
    read_or_refused("\n".join(parts).encode(), "a." + reader, reader)
