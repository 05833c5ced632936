"""Markdown taken apart into lines with their kind: heading, list item, table row, paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from qualtool.core.source import BlockKind
from qualtool.core.tidying import tidy
from qualtool.formats.cleaned_lines import lines_of_text
from qualtool.formats.pieces import Line, Place

if TYPE_CHECKING:
    from markdown_it.token import Token

_SIGNS: Final = "*_[]<&\\~`!"
_MOST_SIGNS: Final = 20_000
_SLOW: Final = ":#$%+-=>@^{}"
_MOST_SLOW: Final = 100_000
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_BREAK: Final = re.compile(r"<br\s?/?>", re.IGNORECASE)
# "[SPEAKER_00]: Ja" would be swallowed as the definition of a link.
_LABEL_LIKE_LINK: Final = re.compile(r"(?m)^ {0,3}\[[^\]\n]{1,80}\]:(?!\s*(?:<|\S*[/#@]|\S+\.\w))")


def lines_of_markdown(text: str, before: int = 0) -> list[Line]:
    """The lines of a Markdown text, without marks; soft breaks continue a paragraph.

    `before` is how much stands before the text in the whole that places are told of.

    A text with more marks than anyone writes is taken as it stands: unmarking it could take hours.
    """
    many = sum(map(text.count, _SIGNS)) > _MOST_SIGNS
    if many or sum(map(text.count, _SLOW)) > _MOST_SLOW:
        return [_placed(line, (before, before + len(text))) for line in lines_of_text(text)]
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])
    if _LABEL_LIKE_LINK.search(text):
        reader.disable("reference")
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=before))
    return list(_lines(reader.parse(text), starts))


def _placed(line: Line, place: Place | None) -> Line:
    line.place = place
    return line


def _lines(tokens: Sequence[Token], starts: Sequence[int]) -> Iterator[Line]:
    lists = 0
    kind: BlockKind = "paragraph"
    level = 0
    first_of_item = False
    cells: list[str] = []
    place: Place | None = None
    for token in tokens:
        if token.map is not None:
            place = starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)]
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists += 1
            case "bullet_list_close" | "ordered_list_close":
                lists -= 1
            case "list_item_open":
                first_of_item = True
            case "heading_open":
                kind, level = "heading", int(token.tag[1:])
            case "heading_close":
                kind, level = "paragraph", 0
            case "tr_open":
                kind, cells = "table_row", []
            case "tr_close":
                kind = "paragraph"
                if any(cells):
                    yield Line("\t".join(cells), "table_row", place=place)
            case "inline" if kind == "table_row":
                cells.append(" ".join(line.text for line in _inline(token.children or ())))
            case "inline":
                item = lists > 0 and first_of_item
                first_of_item = False
                for line in _inline(token.children or ()):
                    line.kind = "list_item" if item and kind == "paragraph" else kind
                    line.level = lists - 1 if item and kind == "paragraph" else level
                    yield _placed(line, place)
            case "fence" | "code_block":
                written = (line for line in token.content.split("\n") if line.strip())
                yield from (Line(line, place=place) for line in written)
            case "html_block":
                yield from (_placed(line, place) for line in _html(token.content))


def _inline(tokens: Sequence[Token]) -> list[Line]:
    """The lines of running text; bold is told only where it opens a line."""
    lines = [Line("")]
    strong = 0
    for token in tokens:
        line = lines[-1]
        words = ""
        match token.type:
            case "softbreak":
                lines.append(Line("", continues=True))
            case "hardbreak":
                lines.append(Line(""))
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "html_inline":
                if _BREAK.fullmatch(token.content):
                    lines.append(Line(""))
            case "image":
                words = token.content
            case _:
                words = token.content
        words = tidy(words).replace("\n", " ")  # an entity may stand for anything
        if words and strong and line.bold == len(line.text):
            line.bold += len(words)
        line.text += words
    return [line for number, line in enumerate(lines) if line.text.strip() or number == 0]


def _html(content: str) -> Iterator[Line]:
    content = _BREAK.sub("\n", _COMMENT.sub("", content))
    for line in content.split("\n"):
        words = _TAG.sub("", line).strip()
        if words:
            yield Line(words)
