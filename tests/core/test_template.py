from __future__ import annotations

import pytest

from qualtool.core.template import parsed, said


def test_a_template_without_themes_is_a_template() -> None:
    template = parsed({"id": "bare", "title": {"en": "Bare"}, "about": {}})
    assert (template.id, template.valences, template.themes) == ("bare", (), ())


def test_english_stands_in_where_a_language_lacks_words() -> None:
    assert said({"en": "Culture", "nb": "Kultur"}, "nb") == "Kultur"
    assert said({"en": "Culture"}, "nn") == "Culture"
    assert said({}, "nn") == ""


@pytest.mark.parametrize(
    "broken",
    [{"id": 7}, {"title": "words"}, {"title": {"en": 3}}, {"themes": {"label": {}}}],
)
def test_what_is_no_template_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        parsed({"id": "x", "title": {}, "about": {}, **broken})
