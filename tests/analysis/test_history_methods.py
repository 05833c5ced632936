from __future__ import annotations

import pytest

from qualtool.analysis.history_words import sentence


@pytest.mark.parametrize(
    ("action", "about", "words"),
    [
        ("rate_cell", {"case": "I1", "theme": "Tid"}, "Judged how “I1” stands on “Tid”"),
        ("judge_across", {"theme": "Tid"}, "Judged how the cases stand on “Tid”"),
        ("judge_across", {"question": "Hvem?"}, "Judged how the cases stand on “Hvem?”"),
        ("write_summary", {"case": "I1", "theme": "Tid"}, "Summed up “I1” on “Tid”"),
        (
            "link_to_cell",
            {"case": "I1", "theme": "Tid", "count": 2},
            "Tied 2 excerpts to the cell “I1” by “Tid”",
        ),
        (
            "unlink_from_cell",
            {"case": "I1", "theme": "Tid", "count": 1},
            "Untied an excerpt from the cell “I1” by “Tid”",
        ),
        ("place_condensed", {"theme": "Tid", "count": 1}, "Placed a condensed meaning in “Tid”"),
        (
            "place_condensed",
            {"theme": "", "count": 3},
            "Took 3 condensed meanings out of their themes",
        ),
        ("choose_gold", {"theme": "Tid", "chosen": True}, "Chose the gold quotation of “Tid”"),
        ("choose_gold", {"theme": "Tid"}, "Let “Tid” be without a gold quotation"),
    ],
)
def test_what_was_condensed_and_summed_up_is_said(
    action: str, about: dict[str, str | int | None], words: str
) -> None:
    assert sentence(action, about) == words
