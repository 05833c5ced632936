"""Who asks is told from the labels and, where these do not say, from what is said."""

from __future__ import annotations

import pytest

from tests.formats.test_label_shapes import WORDS
from tests.formats.test_labels import read


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("KH", "Informant 7"),
        ("A", "B"),
        ("S", "I"),
        ("I", "R"),
        ("Jeg", "Informant"),
        ("Kari", "Student"),
        ("M", "D1"),
    ],
)
def test_who_asks_is_the_interviewer(asks: str, answers: str) -> None:
    source = read("\n".join(f"{(asks, answers)[n % 2]}: {words}" for n, words in enumerate(WORDS)))
    assert [speaker.role for speaker in source.speakers] == ["interviewer", "participant"]


def test_two_may_ask() -> None:
    lines = ("I1: Hvem er med?", "P1: Alle.", "I2: Når da?", "P2: Nå.", "I1: Takk.", "P1: Selv.")
    roles = {speaker.label: speaker.role for speaker in read("\n".join(lines)).speakers}
    assert [roles[who] for who in ("I1", "I2", "P1", "P2")] == ["interviewer"] * 2 + [
        "participant"
    ] * 2
