"""Invented tables for the tests of the writers."""

from __future__ import annotations

from qualtool.core.report import (
    Block,
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

# What someone may put into a name or say in an interview, and what no file format may break on.
HOSTILE = (
    "=cmd|'/c calc'!A0",
    "@SUM(1)",
    "+47 22 00 00 00",
    "- ja, nettopp",
    "a | b \\| c \\",
    "]]> <script>alert(1)</script> & \"q\" 'q'",
    "first\nsecond\r\nthird\tafter a tab",
    "_x0041_ and _x000D_",
    "bell \x07, nul \x00, unit \x1f, delete \x7f",
    "half \ud83d character",
    "whole 🙂 \U0001f468\u200d\U0001f467 character",
    "שלום עולם \u202e turned",
    "\ufffe not a character \uffff",
    "**bold** _it_ `code` [link](x) # not a head ~~struck~~ ^up^ $x$ {a}",
    "&amp; &lt;",
    "; and \"quotes\"; and 'more'",
    "\u2028line\u2029paragraph\u0085next\x0bdown\x0cform",
)
# The same words as every format gives them back.
TAMED = tuple(
    text.replace("\r\n", "\n")
    .translate(dict.fromkeys(map(ord, "\u2028\u2029\u0085\x0b\x0c"), "\n"))
    .translate(dict.fromkeys([0, 7, 0x1F, 0x7F, 0xFFFE, 0xFFFF]))
    .replace("\ud83d", "\ufffd")
    for text in HOSTILE
)

COLUMNS = (
    Column("number", "Nr", 0.5, "number"),
    Column("theme", "Tema", 1.3, grouping=True),
    Column("excerpt", "Utdrag", 4.5),
)


def excerpts(*said: str, theme: str = "Kultur", note: str = "") -> Group:
    """A group of numbered rows."""
    return Group(
        theme,
        tuple(
            Row((cell(str(number), value=number), cell(theme), cell(text)))
            for number, text in enumerate(said, start=1)
        ),
        note,
    )


def table(
    *groups: Group,
    columns: tuple[Column, ...] = COLUMNS,
    number: int = 1,
    caption: str = "Utdrag etter tema",
    caption_above: bool = True,
    headed: bool = False,
    apart: bool = False,
    landscape: bool = False,
    note: str = "",
    empty: str = "",
) -> Table:
    """A table in bokmål."""
    return Table(
        "Tabell",
        number,
        caption,
        columns,
        groups,
        caption_above=caption_above,
        headed=headed,
        apart=apart,
        landscape=landscape,
        note=note,
        empty=empty,
    )


def merged() -> Table:
    """One theme with two sub-themes, its cell merged; the second has two quotations."""
    columns = (Column("t", "Hovedtema"), Column("s", "Undertema"), Column("e", "Eksempler", 2))
    two = Cell((paragraph("«Først.»"), Paragraph((Run("«Så.»", italic=True, language="nn"),))))
    rows = (
        Row((cell("Kultur", rows=2), cell("Vaner"), cell("«Slik er det.»"))),
        Row((None, cell("Tro"), two)),
    )
    return table(Group("Kultur", rows), columns=columns, caption="Temaer og eksempler")


def report(*blocks: Block, language: str = "nb", title: str = "Vedlegg") -> Report:
    """A report of these blocks."""
    return Report(title, language, blocks)


def full_report() -> Report:
    """Every kind of block and every setting once."""
    looks = Paragraph(
        (
            Run("bold", bold=True),
            Run(" "),
            Run("italic", italic=True),
            Run(" "),
            Run("muted", muted=True),
            Run(" "),
            Run("both", bold=True, italic=True, language="other"),
        )
    )
    return report(
        Heading("Temaer og eksempler"),
        Text((paragraph("Tabellen viser temaer.\nOg eksempler."), looks)),
        merged(),
        Heading("Utdrag", level=2),
        table(excerpts("Ja.", "Nei."), number=2, landscape=True, note="Sitatene er ordrette."),
        Text((paragraph("Slik sa de det."),), style="quotation"),
        table(
            excerpts("Ja.", note="1 utdrag · 1 informant"),
            excerpts("Nei.", theme="Struktur"),
            number=3,
            headed=True,
            caption_above=False,
        ),
        table(number=4, empty="Ingen utdrag ennå.", caption_above=False, note="Ingenting."),
    )


SVG = (
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="300"'
    ' height="200" role="img" aria-labelledby="title"><title id="title">Kart</title><defs>'
    '<linearGradient id="g"/></defs><rect id="r" fill="url(#g)" width="9"/>'
    "<script>alert(1)</script>"
    '<a href="http://example.org"><text onclick="x()">Å &amp; B</text></a></svg>'
).encode()


def figure(number: int = 1, *, png: bytes = b"\x89PNG points", landscape: bool = False) -> Figure:
    """A map in two forms; nobody looks at its points."""
    return Figure(
        "Figur",
        number,
        "Kart over temaene",
        SVG,
        png,
        300,
        200,
        'Tema: «Tid» & "tillit".\nEn linje mellom dem.',
        landscape=landscape,
        note="Tegnet for hånd.",
    )


def transcript() -> Margined:
    """A text of three lines with codes in its margin."""
    tinted = (Run("Vi "), Run("ventet", tint="blue"), Run(" lenge."))
    return Margined(
        ("Linje", "Hvem", "Det som ble sagt", "Koder"),
        (
            Line("1", "Intervjuer", (Run("Hva så?"),)),
            Line("2", "Informant 1", tinted, (Mark("Tid", "blue"), Mark("Tillit & tro", "rose"))),
            Line("3", "", (Run("Så lenge."),), (Mark("Uten farge"),)),
        ),
    )


def illustrated() -> Report:
    """A whole with a title, contents, a list, figures and a coded transcript."""
    return report(
        Heading("Samarbeid", level=0),
        Contents("Innhold"),
        Heading("Punkter", number="Vedlegg 1"),
        Text((paragraph("- Første"), paragraph("Andre\nlinje")), style="list"),
        Heading("Temaer", number="Vedlegg 2"),
        table(excerpts("Ja."), number=1),
        Heading("Under", level=2),
        figure(1),
        Heading("Kart", number="Vedlegg 3"),
        figure(2, landscape=True),
        Heading("Intervju", number="Vedlegg 4"),
        transcript(),
    )
