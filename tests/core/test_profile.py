from __future__ import annotations

import pytest

from qualtool.core.profile import parsed

CONTENT = {
    "id": "own",
    "title": {"en": "Own"},
    "about": {"en": "As one likes it."},
    "pages": ["map"],
    "depth": True,
    "group": {"en": "Heap"},
    "phases": [
        {"key": "one", "title": {"en": "One"}, "about": {"en": "First"}, "prompts": [{"en": "?"}]}
    ],
    "questions": [{"key": "q", "text": {"en": "Was it?"}, "evidence": "reading"}],
}


def test_a_profile_is_read_from_its_file() -> None:
    profile = parsed(CONTENT)
    phase = profile.phase("one")
    assert phase is not None
    assert (phase.title["en"], phase.prompts[0]["en"]) == ("One", "?")
    assert profile.questions[0].evidence == "reading"
    assert profile.phase("two") is None
    assert (profile.pages, profile.depth, profile.group) == (("map",), True, {"en": "Heap"})


@pytest.mark.parametrize("broken", [{}, {**CONTENT, "phases": {}}, {**CONTENT, "title": "x"}])
def test_what_is_no_profile_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        parsed(broken)
