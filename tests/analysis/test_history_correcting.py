from __future__ import annotations

import pytest

from qualtool.analysis.history_correcting import WORDS
from qualtool.analysis.history_words import sentence


@pytest.mark.parametrize(
    ("action", "about", "said"),
    [
        ("correct_text", {"document": "Et"}, "Corrected the text of “Et”"),
        ("replace_words", {"count": 1, "into": "Anne"}, "Put “Anne” in 1 place"),
        ("replace_words", {"count": 3, "into": "Anne"}, "Put “Anne” in 3 places"),
        ("replace_words", {"count": 3, "into": ""}, "Took words out in 3 places"),
        ("place_excerpt_again", {"document": "Et"}, "Gave a lost excerpt a place in “Et” again"),
        ("give_up_excerpts", {"count": 2}, "Gave up 2 excerpts that had lost their words"),
        ("forget_originals", {"documents": 2}, "Removed the original files of 2 documents"),
    ],
)
def test_corrections_are_told_without_the_words_that_were_there(
    action: str, about: dict[str, str | int | None], said: str
) -> None:
    assert action in WORDS
    assert sentence(action, about) == said
