from __future__ import annotations

import pytest

from qualtool.core.language_guess import guess

NB = "Jeg vet ikke hva de andre gjorde, men vi var bare noen få, og det ble mye å gjøre."
NN = "Eg veit ikkje kva dei andre gjorde, men vi var berre nokre få, og det vart mykje å gjere."
EN = "I do not know what they did, but we were only a few, and it was a lot of work to do."
DE = "Ich weiß nicht, was wir machen sollen, weil niemand uns geholfen hat und alles so war."


@pytest.mark.parametrize(("text", "language"), [(NB, "nb"), (NN, "nn"), (EN, "en"), (DE, "other")])
def test_small_words_tell_the_language(text: str, language: str) -> None:
    assert guess(text) == language


def test_hardly_any_text_tells_nothing() -> None:
    assert guess("Ja. Nei.", otherwise="nn") == "nn"
    assert guess("", otherwise="en") == "en"


def test_norwegian_that_may_be_either_is_what_the_study_is() -> None:
    assert guess("Og det var på vei i det han så at vi kan", otherwise="nn") == "nn"
    assert guess("Og det var på vei i det han så at vi kan", otherwise="en") == "nb"
