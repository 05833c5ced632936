from __future__ import annotations

import pytest

from qualtool import plugins

CUES = """1
00:00:00,000 --> 00:00:04,000
{0}: Hvordan går det?

2
00:00:04,500 --> 00:00:11,000
{1}: Det går bra, takk. Vi er på vei.
"""


def _speakers(text: str, name: str = "samtale.txt") -> list[tuple[str, str]]:
    return [(each.label, each.role) for each in plugins.read(text.encode(), name).speakers]


def test_a_name_that_answers_twice_is_a_speaker() -> None:
    text = "Intervjuer: Hvordan gikk det?\n\nBjørn: Bare bra.\n\nIntervjuer: Jaså?\n\nBjørn: Ja.\n"
    assert _speakers(text) == [("Intervjuer", "interviewer"), ("Bjørn", "participant")]


@pytest.mark.parametrize("names", [("Intervjuer", "Kari"), ("Int.", "KARI"), ("INGRID", "BJARNE")])
def test_one_question_and_one_answer_are_a_conversation(names: tuple[str, str]) -> None:
    found = _speakers(CUES.format(*names), "samtale.srt")
    assert found == [(names[0], "interviewer"), (names[1], "participant")]


def test_two_who_answer_one_after_the_other_are_both_speakers() -> None:
    text = "Moderator: Hva nå?\n\nKari: Ja.\n\nPer: Nei.\n\nModerator: Hva så?\n\nKari: Jo.\n"
    assert [label for label, _role in _speakers(text)] == ["Moderator", "Kari", "Per"]


def test_one_who_speaks_twice_among_those_who_speak_more_is_a_speaker() -> None:
    text = "Siri: Hva da?\n\nJonas: Fint.\n\nSiri: Og så?\n\nJonas: Så kom vi.\n\nSiri: Ja?\n"
    assert _speakers(text) == [("Siri", "interviewer"), ("Jonas", "participant")]


@pytest.mark.parametrize(
    "text",
    [
        "Intervjuer: Hvordan var det?\n\nDet var fint.\n\nViktig: husk dette.\n\nOslo: en by.\n",
        "Intervjuer: Hva da?\n\nOslo: en by.\n\nDet er lenge siden.\n\nVi dro.\n\nDe kom.\n",
        "Intervjuer: Ja.\n\nOslo: en by.\n",
    ],
)
def test_a_word_with_a_colon_that_answers_nobody_is_no_speaker(text: str) -> None:
    assert "Oslo" not in [label for label, _role in _speakers(text)]


def test_a_slip_is_still_taken_for_the_label_that_it_resembles() -> None:
    text = "Intervjuer: Hva?\n\nInformanten: Ja.\n\n" * 3 + "Intervjuer: Så?\n\nInfomanten: Nei.\n"
    assert [label for label, _role in _speakers(text)] == ["Intervjuer", "Informanten"]
