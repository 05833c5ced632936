from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.map_boxes import SMALLEST, balanced, shape, shapes, wrapped
from qualtool.core.thematic_map import Key, Thing


def wide(words: str) -> float:
    """Every letter as wide as any other."""
    return 8.0 * len(words)


def measure(words: str, size: int, bold: bool) -> float:
    return size * len(words) * (0.6 if bold else 0.5)


def code(number: int, words: str, **fields: int) -> Thing:
    return Thing(Key("code", number), "code", words, **fields)  # type: ignore[arg-type]  # int fields


@given(st.text(st.characters(codec="utf-8"), max_size=80), st.floats(8, 300))
def test_no_letter_is_lost_and_no_line_is_too_wide(words: str, room: float) -> None:
    for lines in (wrapped(words, room, wide), balanced(words, room, wide)):
        assert "".join("".join(lines).split()) == "".join(words.split())
        assert all(wide(line) <= room or len(line) == 1 for line in lines)


def test_a_long_word_is_broken_after_its_hyphen_where_it_can_be() -> None:
    assert wrapped("helse-og-omsorgstjeneste", 80, wide) == ["helse-og-", "omsorgstje", "neste"]


def test_lines_are_about_as_long_as_each_other() -> None:
    words = "starte der ungdommen er"
    assert wrapped(words, 160, wide) == ["starte der ungdommen", "er"]
    assert balanced(words, 160, wide) == ["starte der", "ungdommen er"]


def test_a_box_is_as_large_as_its_words_and_never_smaller() -> None:
    natural = shape(code(1, "faste møteplasser"), measure)
    larger = shape(code(1, "faste møteplasser", width=300, height=90), measure)
    tight = shape(code(1, "faste møteplasser", width=70, height=5), measure)
    assert natural.width >= max(line.width for line in natural.lines)
    assert (larger.width, larger.height) == (300, 90)
    assert tight.width == 70
    assert len(tight.lines) > len(natural.lines)
    assert tight.height > natural.height
    assert all(0 < line.down < tight.height for line in tight.lines)
    assert shape(code(1, "a"), measure).width == SMALLEST


def test_what_has_more_excerpts_is_written_larger_where_that_is_wished() -> None:
    few, many = code(1, "få", excerpts=1), code(2, "mange", excerpts=40)
    same = shapes([few, many], measure)
    grown = shapes([few, many], measure, by_excerpts=True)
    assert {line.size for each in same.values() for line in each.lines} == {13}
    assert grown[few.key].lines[0].size < grown[many.key].lines[0].size


def test_the_short_label_and_the_words_under_it_stand_around_the_name() -> None:
    thing = Thing(Key("theme", 1), "theme", "Alt hviler på noen få", label="Kultur", note="særlig")
    lines = shape(thing, measure).lines
    assert lines[0].role == "label"
    assert lines[-1].role == "note"
    assert [line.down for line in lines] == sorted(line.down for line in lines)
