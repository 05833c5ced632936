from __future__ import annotations

import pytest

from qualtool.core.depth import DEPTHS, MEANT, SIGNS, WORDS, next_depth


@pytest.mark.parametrize(
    ("depths", "following"),
    [
        ([None], "semantic"),
        (["semantic", "semantic"], "latent"),
        (["latent"], None),
        (["latent", None], "semantic"),
        ([], "semantic"),
    ],
)
def test_a_key_goes_through_the_depths_in_turn(
    depths: list[str | None], following: str | None
) -> None:
    assert next_depth(depths) == following


def test_every_depth_has_a_word_a_meaning_and_a_sign_of_its_own() -> None:
    for told in (WORDS, MEANT, SIGNS):
        assert set(told) == set(DEPTHS)
        assert len(set(told.values())) == len(DEPTHS)
