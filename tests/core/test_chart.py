from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core import portrait, theme_bars, timeline
from qualtool.core.chart import Bar, Dot, Part, Rule, Words, cut, in_rows
from qualtool.core.map_picture import Colours

WIDTH = 600
ROLES = ("ink", "muted", "line", "hover", "quiet", "paper")
COLOURS = Colours(
    {role: f"#{role}" for role in ROLES},
    {key: {form: f"#{key}-{form}" for form in ("mark", "tint", "ink")} for key in ("blue", "rose")},
)


def measure(words: str, size: int, bold: bool = False) -> float:
    return len(words) * size * 0.5


def ends(parts: list[Part]) -> tuple[float, float]:
    """The right end of what is filled, and its bottom."""
    right, bottom = 0.0, 0.0
    for each in parts:
        match each:
            case Bar():
                right = max(right, each.left + each.width)
                bottom = max(bottom, each.top + each.height)
            case Dot():
                right = max(right, each.x + each.radius)
                bottom = max(bottom, each.y + each.radius)
            case Rule() | Words():
                pass
    return right, bottom


@given(st.text(max_size=80), st.floats(20, 400))
def test_words_that_are_cut_have_the_room(words: str, room: float) -> None:
    shown = cut(words, room, measure)
    assert measure(shown, 12) <= room
    assert shown == " ".join(words.split()) or shown.endswith("…")


@given(st.lists(st.floats(1, 300), max_size=30))
def test_things_in_rows_never_lie_on_one_another(widths: list[float]) -> None:
    places = in_rows(widths, 300, 10)
    assert len(places) == len(widths)
    for (row, left), (after, further), width in zip(places, places[1:], widths, strict=False):
        assert (after, further) >= (row, left + width) or after > row


COUNTS = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=1, max_size=12)


@given(COUNTS)
def test_bars_are_as_long_as_they_count_and_stay_on_the_paper(
    counts: list[tuple[int, int]],
) -> None:
    themes = [theme_bars.Series("Kultur", "blue"), theme_bars.Series("Tid", "rose")]
    cases = [theme_bars.Bars(f"Informant {n}", each) for n, each in enumerate(counts)]
    high, parts = theme_bars.parts(themes, cases, measure, COLOURS, WIDTH)
    right, bottom = ends(parts)
    assert right <= WIDTH
    assert bottom <= high
    totals = [int(part.text) for part in parts if isinstance(part, Words) and part.text.isdigit()]
    for each in counts:
        assert sum(each) in totals
    bars = [part for part in parts if isinstance(part, Bar)][len(themes) :]
    drawn = [count for each in counts for count in each if count]
    assert len(bars) == len(drawn)
    for bar, count in zip(bars, drawn, strict=True):
        assert abs(bar.width * drawn[0] - bars[0].width * count) < 1e-3 * max(1, count * drawn[0])


def test_the_longest_document_takes_the_width_and_a_word_is_still_seen() -> None:
    lane = portrait.Lane("Kultur", "blue", ((0.0, 0.0001), (0.9999, 1.0)))
    documents = [
        portrait.Portrait("Intervju 1", 1_000, (lane,)),
        portrait.Portrait("Intervju 2", 500, (lane,)),
    ]
    high, parts = portrait.parts(documents, measure, COLOURS, WIDTH)
    right, bottom = ends(parts)
    assert abs(right - WIDTH) < 0.01
    assert bottom <= high
    strips = [each for each in parts if isinstance(each, Bar) and each.fill == "#hover"]
    assert abs(strips[0].width - 2 * strips[1].width) < 0.01
    assert min(each.width for each in parts if isinstance(each, Bar)) >= 1.5


def test_nothing_to_draw_is_drawn_as_nothing() -> None:
    assert theme_bars.parts([], [], measure, COLOURS, WIDTH)[0] > 0
    assert portrait.parts([], measure, COLOURS, WIDTH)[1] == []


DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
MOMENTS = st.lists(st.tuples(DAYS, DAYS, st.booleans()), min_size=1, max_size=25)


@given(MOMENTS)
def test_no_moment_of_a_lane_lies_on_another(
    drawn: list[tuple[date, date, bool]],
) -> None:
    moments = sorted(
        (timeline.Moment(min(a, b), max(a, b), activity) for a, b, activity in drawn),
        key=lambda each: (each.first, each.last),
    )
    lane = timeline.Lane("Oppstart", "blue", tuple(moments))
    high, parts = timeline.parts([lane], measure, COLOURS, WIDTH, legend=("D", "A"))
    right, bottom = ends(parts)
    assert right <= WIDTH + 0.01
    assert bottom <= high
    signs = [
        (each.x - each.radius, each.x + each.radius, each.y)
        if isinstance(each, Dot)
        else (each.left, each.left + each.width, each.top + each.height / 2)
        for each in parts
        if (isinstance(each, Dot) and each.stroke == "#blue-mark")
        or (isinstance(each, Bar) and each.radius)
    ]
    assert len(signs) == len(moments)
    for number, (left, end, y) in enumerate(signs):
        for other, far, level in signs[number + 1 :]:
            assert y != level or end <= other or far <= left


def test_a_phase_without_an_end_reaches_to_the_last_day() -> None:
    moment = timeline.Moment(date(2024, 3, 1), date(2024, 3, 1), False)
    lanes = [
        timeline.Lane("Oppstart", "blue", (moment,), date(2024, 1, 1), None),
        timeline.Lane("Drift", "rose", (), None, date(2024, 2, 1)),
    ]
    _high, parts = timeline.parts(lanes, measure, COLOURS, WIDTH, legend=("D", "A"))
    bands = [each for each in parts if isinstance(each, Bar) and each.fill.endswith("-tint")]
    assert bands[0].left == bands[1].left
    assert bands[0].width > bands[1].width


def test_a_single_day_still_has_its_month() -> None:
    moment = timeline.Moment(date(2024, 3, 14), date(2024, 3, 14), True)
    lane = timeline.Lane("", "blue", (moment,))
    _high, parts = timeline.parts([lane], measure, COLOURS, WIDTH, legend=("D", "A"))
    assert "3.2024" in [each.text for each in parts if isinstance(each, Words)]
