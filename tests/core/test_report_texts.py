from __future__ import annotations

from qualtool.core.draft import Draft, DraftParagraph
from qualtool.core.report import (
    Cell,
    Column,
    Contents,
    Figure,
    Group,
    Heading,
    Line,
    Margined,
    Mark,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Text,
    cell,
    paragraph,
)
from qualtool.core.report_texts import Quoted, excerpt_ids, of_drafts, pieces

QUOTED = Paragraph((Run("«Vi er få»", excerpt_id=7, language="nn"), Run(" (Informant 1)")))
TABLE = Table(
    "Tabell",
    3,
    "Utdrag",
    (
        Column("theme", "Tema", grouping=True),
        Column("excerpt", "Utdrag"),
        Column("informant", "Hvem"),
    ),
    (
        Group(
            "Tid",
            (
                Row((cell("Tid", rows=2), Cell((QUOTED,)), cell("Informant 1"))),
                Row((None, Cell((paragraph("Mer"), paragraph("og mer"))), cell("Informant 2"))),
            ),
            note="2 utdrag",
        ),
    ),
    headed=True,
    note="Om tegnene",
)
FIGURE = Figure(
    "Figur",
    1,
    "Kart",
    b'<svg><title>Tema</title><text x="1"><tspan>Kari</tspan> &amp; <tspan>Ola</tspan>'
    b"</text></svg>",
    b"",
    10,
    10,
    "Et kart over temaene",
    note="Tegnet i mai",
)
LINES = Margined(
    ("Nr", "Hvem", "Ord", "Koder"),
    (
        Line("1", "I1", (Run("Først dette."),), (Mark("tid"),)),
        Line("2", "", (Run("Så dette.", excerpt_id=9),)),
    ),
)


def report(*blocks: Heading | Contents | Text | Table | Figure | Margined) -> Report:
    return Report("Vedlegg", "nb", blocks)


def test_every_text_of_every_block_is_there_once_and_in_order() -> None:
    whole = report(
        Heading("Vedlegg"), Contents("Innhold"), Text((QUOTED,), "quotation"), TABLE, FIGURE, LINES
    )
    assert [(each.part, each.text) for each in pieces(whole)] == [
        ("heading", "Vedlegg"),
        ("heading", "Innhold"),
        ("quotation", "«Vi er få» (Informant 1)"),
        ("caption", "Utdrag"),
        ("note", "Om tegnene"),
        ("column", "Tema"),
        ("column", "Utdrag"),
        ("column", "Hvem"),
        ("group", "Tid"),
        ("note", "2 utdrag"),
        ("cell", "Tid"),
        ("cell", "«Vi er få» (Informant 1)"),
        ("cell", "Informant 1"),
        ("cell", "Mer"),
        ("cell", "og mer"),
        ("cell", "Informant 2"),
        ("caption", "Kart"),
        ("alternative", "Et kart over temaene"),
        ("note", "Tegnet i mai"),
        ("picture", "Tema"),
        ("picture", "Kari & Ola"),
        ("speaker", "I1"),
        ("line", "Først dette."),
        ("margin", "tid"),
        ("line", "Så dette."),
    ]


def test_a_cell_knows_its_table_its_row_its_column_and_what_stands_beside_it() -> None:
    cells = [each for each in pieces(report(TABLE)) if each.part == "cell"]
    first, quoted, *_rest, last = cells
    assert (quoted.label, quoted.row, quoted.column, quoted.head) == (
        "Tabell 3", 1, "excerpt", "Utdrag"
    )  # fmt: skip
    assert (last.row, last.unit.cells) == (
        2, (("Tema", "Tid"), ("Utdrag", "Mer\nog mer"), ("Hvem", "Informant 2"))
    )  # fmt: skip
    assert first.unit is quoted.unit
    assert quoted.unit.excerpt
    assert last.unit.heads == ("Tid",)


def test_a_piece_knows_which_of_its_words_are_quoted_and_in_which_language() -> None:
    (piece,) = pieces(report(Text((QUOTED,))))
    assert piece.quoted == (Quoted(0, 10, 7),)
    assert piece.language == "nn"
    assert excerpt_ids(report(Text((QUOTED,)), TABLE, LINES, FIGURE)) == {7, 9}


def test_a_line_without_a_speaker_is_that_of_the_one_above() -> None:
    lines = [each for each in pieces(report(LINES)) if each.part == "line"]
    assert [(each.row, each.unit.heads) for each in lines] == [(1, ("I1",)), (2, ("I1",))]


def test_an_empty_table_says_what_it_says() -> None:
    empty = Table("Tabell", 1, "Utdrag", (Column("a", "A"),), (), empty="Ingenting ennå.")
    assert [each.text for each in pieces(report(empty))] == ["Utdrag", "A", "Ingenting ennå."]


def test_a_draft_has_its_paragraphs_with_their_numbers() -> None:
    draft = Draft(
        "funn.md",
        (
            DraftParagraph("Om funn", "heading", 1),
            DraftParagraph("Vi er få", "quote", 2),
            DraftParagraph(" ", number=3),
        ),
    )
    assert [(each.part, each.label, each.row, each.block) for each in of_drafts([draft])] == [
        ("prose", "funn.md", 1, None),
        ("quotation", "funn.md", 2, None),
    ]
