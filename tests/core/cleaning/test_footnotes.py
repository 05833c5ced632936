"""Footnotes are lifted out only together with the marks that belong to them."""

from __future__ import annotations

from qualtool.core.cleaning import Note, clean

BODY = "De snakket om inkludering1 og om at møtene, som i 2019, var for\u00a0lange."


def test_a_note_under_a_rule_goes_with_its_mark_and_the_sentence_goes_on() -> None:
    raw = "De snakket om inkludering1 den dagen, og så\n______\n1 Se kapittel to.\nvar det slutt.\n"
    cleaned = clean(raw)
    assert cleaned.notes == (Note(1, "Se kapittel to."),)
    assert "inkludering den dagen" in cleaned.text
    assert cleaned.text.split() == (
        "De snakket om inkludering den dagen, og så var det slutt.".split()
    )
    assert cleaned.counts["footnotes"] == 2


def test_notes_at_the_foot_of_a_page_are_found_without_a_rule() -> None:
    raw = (
        "Vi så på nettverk1 og på ledelse.2\n\n1 Med det menes folk.\n2 Som i\nrapporten før.\n"
        "\fNeste side handler om tillit3 og mer.\n\n3 Se over.\n"
    )
    cleaned = clean(raw)
    assert [note.number for note in cleaned.notes] == [1, 2, 3]
    assert cleaned.notes[1].text == "Som i rapporten før."
    assert "nettverk og på ledelse." in cleaned.text
    assert "tillit og mer" in cleaned.text


def test_a_number_that_is_not_next_in_the_sequence_stays() -> None:
    raw = f"{BODY} Vitamin B12 og covid19 sto det også.\n______\n1 Se over.\n"
    cleaned = clean(raw)
    assert "B12 og covid19" in cleaned.text
    assert "inkludering og" in cleaned.text


def test_notes_without_marks_and_marks_without_notes_stay() -> None:
    for raw in ("Ingen merker her.\n______\n1 Et notat.\n", f"{BODY}\n"):
        cleaned = clean(raw)
        assert cleaned.notes == ()
        assert cleaned.text.replace("\u00a0", " ") == raw.replace("\u00a0", " ")


def test_they_can_be_left_alone() -> None:
    raw = "Om inkludering1 her.\n______\n1 Se under.\n"
    assert clean(raw, frozenset({"footnotes"})).text == raw
