"""A codebook as an outline is written and read again with nothing lost."""

from __future__ import annotations

from qualtool.core.codebook_lines import CodeLine
from qualtool.core.codebook_outline import read, write

LINES = [
    CodeLine("venting", theme="Tid", colour="blue", description="Å vente.\nOgså i telefon: lenge."),
    CodeLine("på svar", ("venting",), use_when="Når noen venter på svar"),
    CodeLine("alene", decision_rules="Alene går foran", state="retired"),
]


def test_what_is_written_is_read_again() -> None:
    for language in ("nb", "nn", "en"):
        back = read(write(LINES, "Min kodebok", language))
        shown = [
            CodeLine(
                each.name,
                each.path,
                each.theme,
                each.colour,
                each.description,
                each.use_when,
                decision_rules=each.decision_rules,
                state=each.state,
            )
            for each in back
        ]
        assert shown == LINES


def test_a_list_of_bullets_that_somebody_typed_is_a_codebook() -> None:
    found = read("* tid\n    - venting\n      Å vente på noen\n\t+ kø\n* sted\n")
    assert [(each.name, each.path) for each in found] == [
        ("tid", ()),
        ("venting", ("tid",)),
        ("kø", ("tid",)),
        ("sted", ()),
    ]
    assert found[1].description == "Å vente på noen"
    assert [each.row for each in found] == [1, 2, 4, 5]


def test_words_without_bullets_are_no_codes() -> None:
    assert read("Bare tekst.\n  innrykk\n") == []
