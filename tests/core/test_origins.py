from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.cleaning import clean
from qualtool.core.origins import raw_span, text_span
from qualtool.core.source import Origin

LINES = st.lists(
    st.sampled_from(["byg-", "gene er", "byggene", "og\u00a0så", "\ufb01n", "", "Det var."]),
    min_size=1,
    max_size=12,
).map("\n".join)


@given(LINES, st.data())
def test_a_stretch_leads_to_the_file_and_back(raw: str, data: st.DataObject) -> None:
    cleaned = clean(raw)
    start = data.draw(st.integers(0, len(cleaned.text)))
    end = data.draw(st.integers(start, len(cleaned.text)))
    span = raw_span(cleaned.origins, start, end)
    kept = [
        at
        for one in cleaned.origins
        for at in range(one.start, one.start + one.length)
        if start <= at < end
    ]
    if span is None:
        assert kept == []
        return
    back = text_span(cleaned.origins, *span)
    assert back == (kept[0], kept[-1] + 1)
    assert raw[span[0]] == cleaned.text[kept[0]]
    assert raw[span[1] - 1] == cleaned.text[kept[-1]]


def test_what_was_mended_between_is_in_the_stretch() -> None:
    origins = (Origin(0, 0, 3), Origin(3, 5, 4))  # "byg-\ngene"
    assert raw_span(origins, 1, 5) == (1, 7)
    assert raw_span(origins, 0, 3) == (0, 3)
    assert text_span(origins, 2, 6) == (2, 4)
    assert text_span(origins, 3, 5) is None
    assert raw_span((), 0, 3) is None
    assert raw_span(origins, 2, 2) is None
