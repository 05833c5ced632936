"""Plain text keeps its paragraphs, and lines are joined only where they were clearly broken."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from tests.formats.checking import check, read_or_refused

PROSE = (
    "Møtet begynte med en runde der alle sa hva de hadde gjort siden sist, og det tok lang tid. "
    "Da lederen spurte om noen ville si noe mer, var det stille. Etter en stund tok en av de nye "
    "ordet og sa at dette var tredje gangen de snakket om det samme, uten at noe ble gjort."
)


def read(text: str) -> Source:
    source = plugins.read(text.encode(), "notat.txt")
    check(source)
    return source


def test_each_line_is_a_paragraph_where_none_are_blank() -> None:
    text = "Første linje.\nAndre linje uten punktum\nTredje linje.\nFjerde"
    assert read(text).text == text


def test_blank_lines_part_paragraphs() -> None:
    assert read("En.\n\n\nTo.\n \t\nTre.\n").text == "En.\nTo.\nTre."


def test_wrapped_paragraphs_are_joined() -> None:
    paragraphs = [PROSE, "Kort avsnitt.", PROSE[92:]]
    text = "\n\n".join(textwrap.fill(each, 62) for each in paragraphs)
    assert read(text).text == "\n".join(paragraphs)


def test_wrapped_text_without_blank_lines_is_parted_after_short_lines() -> None:
    paragraphs = [PROSE, PROSE[92:]]
    text = "\n".join(textwrap.fill(each, 62) for each in paragraphs)
    assert read(text).text == "\n".join(paragraphs)


def test_wrapped_speech_is_joined_under_its_label() -> None:
    turns = [f"Intervjuer: {PROSE[:90]}", f"Informant 3: {PROSE}", "Intervjuer: Hva da?"]
    text = "\n".join(textwrap.fill(each, 62, subsequent_indent="    ") for each in turns)
    source = read(text)
    assert source.text == "\n".join(each.split(": ", 1)[1] for each in turns)
    assert len(source.turns) == 3


def test_lists_and_addresses_are_not_joined() -> None:
    text = "Huskeliste:\n- kaffe\n- kopper\n1. kjøpe\n2. koke\n\nStorgata 1\nNordvik\nPostboks 2"
    assert read(text).text == text.replace("\n\n", "\n")


def test_segments_of_speech_recognition_are_joined_to_sentences() -> None:
    lines = ["Det var sent på", "kvelden da vi kom.", "Ingen var", "der, og lyset var av."] * 4
    assert (
        read("\n".join(lines)).text.split("\n")
        == [
            "Det var sent på kvelden da vi kom.",
            "Ingen var der, og lyset var av.",
        ]
        * 4
    )


def test_one_broken_line_in_a_parted_text_is_joined() -> None:
    assert read("Dette er en linje\nsom fortsetter her.\n\nNytt avsnitt.").text == (
        "Dette er en linje som fortsetter her.\nNytt avsnitt."
    )


def test_pages_are_numbered_where_they_break() -> None:
    source = read("En.\n\nTo.\n\f\nTre.\n\n\fFire.\f\f")
    assert source.text == "En.\nTo.\nTre.\nFire."
    assert [(page.offset, page.value) for page in source.locators] == [
        (0, "1"),
        (8, "2"),
        (13, "3"),
    ]


def test_a_page_may_break_in_a_sentence() -> None:
    wrapped = textwrap.fill(PROSE, 62).split("\n")
    text = "\n".join(wrapped[:2]) + "\n\f" + "\n".join(wrapped[2:])
    source = read(text)
    assert source.text == PROSE
    assert [page.value for page in source.locators] == ["1", "2"]
    assert source.text[source.locators[1].offset :].startswith(wrapped[2][:10])


def test_pages_before_the_first_words_are_counted() -> None:
    source = read("\f\fSlutt.")
    assert [(page.offset, page.value) for page in source.locators] == [(0, "3")]


@given(st.lists(st.text(alphabet="abcåæø .:?!-–«»()[]#0123456789\t\f", max_size=40), max_size=30))
def test_no_word_is_lost_from_any_lines(lines: list[str]) -> None:
    """Letters come through, whatever is taken for labels; only stamps and labels go."""
    text = "\n".join(lines)
    if not text.strip():
        return
    source = read_or_refused(text.encode(), "a.txt", reader="text")
    if isinstance(source, QualtoolError):
        assert source.key == "file_without_text"
        return
    kept = source.text + "".join(speaker.label for speaker in source.speakers)
    lifted = [one for one in source.repairs if one.kind in ("pages", "footnotes")]
    kept += "".join(source.raw[one.raw_start : one.raw_end] for one in lifted)
    letters = {sign for sign in text if sign.isalpha()}
    assert letters <= {sign for sign in kept if sign.isalpha()}


@given(st.text(alphabet="abcdefgæøå ,.", min_size=1).filter(str.strip))
def test_a_text_of_one_line_is_that_line(line: str) -> None:
    source = plugins.read(line.encode(), "a.txt", reader="text")
    assert source.text == line.strip()
