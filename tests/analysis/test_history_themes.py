from __future__ import annotations

import pytest

from qualtool.analysis.history_words import sentence


@pytest.mark.parametrize(
    ("action", "about", "words"),
    [
        ("set_theme_state", {"theme": "Tid", "themes": 1, "state": "kept"}, "Kept the theme “Tid”"),
        ("set_theme_state", {"themes": 2, "state": "aside"}, "Set 2 themes aside"),
        (
            "set_theme_state",
            {"theme": "Tid", "themes": 1, "state": "candidate"},
            "Made the theme “Tid” a candidate again",
        ),
        (
            "set_fit",
            {"theme": "Tid", "count": 2, "fit": "fits"},
            "Marked 2 excerpts as ones that fit “Tid”",
        ),
        (
            "set_fit",
            {"theme": "Tid", "count": 1, "fit": "stretches"},
            "Marked an excerpt as one that stretches “Tid”",
        ),
        (
            "set_fit",
            {"theme": "Tid", "count": 1, "fit": "against"},
            "Marked an excerpt as one that speaks against “Tid”",
        ),
        (
            "set_fit",
            {"theme": "Tid", "count": 1},
            "Took away the mark of how an excerpt fits “Tid”",
        ),
        ("promote_codes", {"code": "tid", "codes": 1}, "Made a theme of the code “tid”"),
    ],
)
def test_the_history_says_how_themes_were_shaped(
    action: str, about: dict[str, str | int | None], words: str
) -> None:
    assert sentence(action, about) == words
