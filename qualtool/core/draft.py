"""What a researcher has written: the paragraphs of a draft, and which of them are set apart.

Read from a file by `formats.drafts`; nothing in a draft is ever changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["body", "heading", "list_item", "quote", "cell", "note"]
Aside = Literal["", "comment", "header", "footer", "properties"]


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph of a draft.

    `number` counts the paragraphs with text from 1. A `quote` is set as a quotation by its style.
    `indent` is how far its left edge stands in, in points; `hanging` tells of a first line that
    stands further out, as lists of literature have it. `column` is the heading of the column that
    a cell of a table stands in. `part` and `element` are where the file has it: the name of a
    part, and the number of the paragraph in that part, from 0.
    `aside` is where it stands when it is no part of the text, and `number` then counts comments.
    """

    text: str
    kind: ParagraphKind = "body"
    number: int = 0
    indent: float = 0.0
    hanging: bool = False
    column: str = ""
    part: str = ""
    element: int = 0
    aside: Aside = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: the name of its file and its paragraphs in order."""

    name: str
    paragraphs: tuple[DraftParagraph, ...]
