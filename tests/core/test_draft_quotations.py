"""What in a draft looks like a quotation, and what does not."""

from __future__ import annotations

import pytest

from qualtool.core.draft import Draft, DraftParagraph
from qualtool.core.draft_quotations import DraftQuotation, quotations


def draft(*paragraphs: DraftParagraph | str) -> Draft:
    return Draft(
        "funn.docx",
        tuple(
            each if isinstance(each, DraftParagraph) else DraftParagraph(each)
            for each in paragraphs
        ),
    )


def found(*paragraphs: DraftParagraph | str) -> list[tuple[str, str]]:
    return [(each.text, each.sign) for each in quotations(draft(*paragraphs))]


def only(*paragraphs: DraftParagraph | str) -> DraftQuotation:
    [quotation] = quotations(draft(*paragraphs))
    return quotation


def test_words_in_quotation_marks_with_their_place() -> None:
    quotation = only("En sa at «det ble for mye» den høsten.")
    assert (quotation.text, quotation.sign) == ("det ble for mye", "marks")
    assert (quotation.paragraph, quotation.start, quotation.end) == (0, 10, 25)


def test_a_paragraph_in_a_style_for_quotations_is_one_as_a_whole() -> None:
    block = DraftParagraph("Vi visste ikke hvem vi skulle spørre.", "quote")
    assert found("Tekst.", block) == [("Vi visste ikke hvem vi skulle spørre.", "style")]


def test_a_paragraph_further_in_than_the_running_text_is_one() -> None:
    text = DraftParagraph("Her står det meste av teksten, langt mer enn i sitatet under.", indent=8)
    block = DraftParagraph("Vi visste ikke hvem vi skulle spørre.", indent=36)
    entry = DraftParagraph(
        "Berg, A. (2019). En bok om noe annet. Forlaget.", indent=36, hanging=True
    )
    assert found(text, block, entry) == [("Vi visste ikke hvem vi skulle spørre.", "indent")]


def test_a_paragraph_after_a_colon_is_one() -> None:
    assert found("En leder sa det slik:", "Vi visste ikke hvem vi skulle spørre.") == [
        ("Vi visste ikke hvem vi skulle spørre.", "lead_in")
    ]
    assert found(DraftParagraph("Følgende:", "heading"), "Fire ord står her.") == []
    assert found("Slik:", DraftParagraph("et punkt med fire ord", "list_item")) == []


@pytest.mark.parametrize(
    "words",
    [
        "Vi visste ikke hvem vi skulle spørre. (Informant 3)",
        "«Vi visste ikke hvem vi skulle spørre.» (Rådgiver, 45)",
        "Informant 3: Vi visste ikke hvem vi skulle spørre.",
        "«Vi visste ikke hvem vi skulle spørre.»",
        "Vi visste ikke hvem vi skulle spørre. – Rådgiver i kommunen",
        "  Vi visste ikke hvem vi skulle spørre.  [I3, avsnitt 12]",
    ],
)
def test_who_said_it_is_no_part_of_a_block_quotation(words: str) -> None:
    assert only(DraftParagraph(words, "quote")).text == "Vi visste ikke hvem vi skulle spørre."


def test_a_laugh_in_brackets_is_part_of_it() -> None:
    assert only(DraftParagraph("Vi visste ikke det (ler)", "quote")).text.endswith("(ler)")


def test_marks_within_a_block_quotation_are_part_of_it() -> None:
    words = "Hun sa bare «ja» til meg, og så gikk hun ut av rommet igjen."
    assert found(DraftParagraph(words, "quote")) == [(words, "style")]


def test_a_cell_is_one_by_its_column_its_marks_or_when_somebody_said_it() -> None:
    column = DraftParagraph("vi fikk ikke tid til det", "cell", column="Sitat")
    plain = DraftParagraph("manglende opplæring ved oppstart", "cell", column="Undertema")
    marked = DraftParagraph("«ikke tid»", "cell", column="Undertema")
    told = [(each.sign, each.told) for each in quotations(draft(column, plain, marked))]
    assert told == [("column", True), ("cell", False), ("marks", True)]


def test_headings_notes_and_short_paragraphs_are_none() -> None:
    assert (
        found(
            DraftParagraph("Funn: ressurser", "heading"),
            DraftParagraph("Se vedlegg.", "note"),
            DraftParagraph("Ja visst", "quote"),
            "Bare vanlig tekst uten noe.",
        )
        == []
    )


def test_a_quotation_in_a_note_is_found_by_its_marks() -> None:
    assert found(DraftParagraph("Jf. «det ble for mye».", "note")) == [("det ble for mye", "marks")]


def test_marks_with_nothing_but_signs_between_are_none() -> None:
    assert found("Tegnet «–» og tegnet «…» er brukt.") == []
    assert found("Skjemaet heter «4.2».") == [("4.2", "marks")]


def test_a_reference_beside_a_quotation_goes_with_it() -> None:
    assert only("Dette er «institusjonell logikk» (Clark, 2021, s. 4).").reference == (
        "(Clark, 2021, s. 4)"
    )
    block = DraftParagraph("Tillit er en ressurs som vokser når den brukes. (Berg, 2019)", "quote")
    assert only(block).reference == "(Berg, 2019)"
    lead = "Clark (2021) skriver:"
    assert only(lead, "Logikker former det som er mulig å tenke.").reference == "Clark (2021)"


def test_a_draft_without_paragraphs_has_none() -> None:
    assert quotations(draft()) == []


def test_who_is_named_beside_a_quotation_comes_with_it() -> None:
    block = DraftParagraph("Vi visste ikke hvem vi skulle spørre. (Informant 5)", "quote")
    assert only("Tekst.", block).beside == "Informant 5\n(Informant 5)"
    own_line = only("Informant 3 sier:", "«Vi visste ikke hvem vi skulle spørre.»", "(Informant 5)")
    assert own_line.beside == "Informant 3 sier:\nInformant 5"
    assert only("Hun sa «ikke hvem vi skulle spørre» (Informant 5).").beside == "Informant 5"
    assert only("Informant 5 sa «ikke hvem vi skulle spørre» da.").beside == ""
    labelled = only("Informant 5: «ikke hvem vi skulle spørre»")
    assert labelled.beside == "Informant 5:"
