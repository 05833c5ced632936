"""What in a draft is a quotation, or looks like one.

Words in quotation marks of every kind; paragraphs that are set apart by style, by their left edge
or by a lead-in ending in a colon; cells of tables. Whether somebody said it is not asked here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from qualtool.core import ascription
from qualtool.core.draft import Draft, DraftParagraph
from qualtool.core.quotation_spans import marked_spans
from qualtool.core.references import reference_near

Sign = Literal["marks", "style", "indent", "lead_in", "column", "cell"]

_SET_IN: Final = 12.0  # points beyond the usual left edge
_FEWEST_WORDS: Final = 4  # of a paragraph or cell without quotation marks
_MOST: Final = 0.6  # of a paragraph set apart: so much in quotation marks, and they are its limits
_WORD: Final = re.compile(r"[^\W\d_]+")
_QUOTED_COLUMN: Final = re.compile(
    r"sitat|utdrag|utsagn|eksemp|døme|meningsb|quot|excerpt|extract|example", re.IGNORECASE
)
_LABEL: Final = re.compile(r"\s*[^\W_][\w .\-]{0,28}:\s+")
_SOURCE: Final = re.compile(
    r"""\s*(?:
        [(\[](?=[^()\[\]]*[A-ZÆØÅ\d])[^()\[\]]{1,120}[)\]]\.?      # (Informant 3)
        |(?<=[.!?…»”"’])\s*[–—-]\s*[A-ZÆØÅ][^.!?\n]{1,80}\.?         # – Rådgiver, 45 år
    )\s*$""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DraftQuotation:
    """A quotation in a draft: where it stands, and by which sign it is taken for one.

    `paragraph` is its place in `Draft.paragraphs`; `start` and `end` are code points in the text
    of that paragraph, without the quotation marks. `reference` is what points to literature right
    beside it, such as “(Clark, 2021)”; `beside` is all that may say there whose words they are: in
    brackets after it, and what leads to it with a colon. One that is not `told` is a mere cell of a
    table, which is worth a word only if somebody said it.
    """

    text: str
    paragraph: int
    start: int
    end: int
    sign: Sign
    reference: str = ""
    told: bool = True
    beside: str = ""


def quotations(draft: Draft) -> list[DraftQuotation]:
    """The quotations of a draft in order."""
    usual = _usual_edge(draft.paragraphs)
    found: list[DraftQuotation] = []
    for at, paragraph in enumerate(draft.paragraphs):
        before = draft.paragraphs[at - 1] if at else None
        after = draft.paragraphs[at + 1] if at + 1 < len(draft.paragraphs) else None
        found.extend(_in_paragraph(at, paragraph, before, after, usual))
    return found


def _in_paragraph(
    at: int,
    paragraph: DraftParagraph,
    before: DraftParagraph | None,
    after: DraftParagraph | None,
    usual: float,
) -> Iterator[DraftQuotation]:
    text = paragraph.text
    spans = marked_spans(text)
    sign = _set_apart(paragraph, before, usual)
    whole = sign is not None and sum(map(_words, _cut(text, spans))) < _MOST * _words(text)
    if sign is not None and whole and _words(text) >= _FEWEST_WORDS:
        start, end = _without_source(text)
        following = after.text if after is not None and sign != "cell" else ""
        leading = before.text if before is not None and sign != "cell" else ""
        reference = reference_near(text, start, end) or reference_near(
            leading + "\n" + following, len(leading), len(leading) + 1
        )
        source = text[end:].strip() if _SOURCE.fullmatch(text, end) else ""
        beside = "\n".join((_beside(text, start, end, leading, following), source, text[:start]))
        told = sign != "cell"
        yield DraftQuotation(text[start:end], at, start, end, sign, reference, told, beside.strip())
        return
    for start, end in spans:
        if _words(text[start:end]) or any(map(str.isdigit, text[start:end])):
            reference = reference_near(text, start, end)
            beside = _beside(text, start, end, _text(before), _text(after))
            yield DraftQuotation(text[start:end], at, start, end, "marks", reference, beside=beside)


def _beside(text: str, start: int, end: int, before: str, after: str) -> str:
    """What may say whose words a quotation is, in its paragraph or alone in those around it."""
    parts = [ascription.behind(text, end), ascription.leading(text, start)]
    if not _WORD.search(text, 0, start):
        parts.append(ascription.leading(before, len(before)))
    if not _WORD.search(text, end):
        parts.append(ascription.alone(after))
    return "\n".join(filter(None, parts))


def _text(paragraph: DraftParagraph | None) -> str:
    return paragraph.text if paragraph is not None and paragraph.kind != "cell" else ""


def _set_apart(
    paragraph: DraftParagraph, before: DraftParagraph | None, usual: float
) -> Sign | None:
    """By which sign a paragraph as a whole is a quotation, if it is one."""
    match paragraph.kind:
        case "quote":
            return "style"
        case "cell":
            return "column" if _QUOTED_COLUMN.search(paragraph.column) else "cell"
        case "heading" | "list_item" | "note":
            return None
    if paragraph.indent >= usual + _SET_IN and not paragraph.hanging:
        return "indent"
    leads = before is not None and before.kind in ("body", "list_item")
    if leads and before is not None and before.text.rstrip().endswith(":"):
        return "lead_in"
    return None


def _usual_edge(paragraphs: Sequence[DraftParagraph]) -> float:
    """The left edge of most of the running text, in points."""
    edges: Counter[float] = Counter()
    for paragraph in paragraphs:
        if paragraph.kind == "body" and not paragraph.hanging:
            edges[paragraph.indent] += len(paragraph.text)
    return edges.most_common(1)[0][0] if edges else 0.0


def _without_source(text: str) -> tuple[int, int]:
    """The words of a paragraph set apart, without label, source behind and quotation marks."""
    end = len(text.rstrip())
    if (source := _SOURCE.search(text, 0, end)) is not None and source.start():
        end = source.start()
    label = _LABEL.match(text)
    start = label.end() if label is not None and label.end() < end else 0
    marks = marked_spans(text[start:end])
    if len(marks) == 1 and _words(text[start:end]) == _words(text[start:end][slice(*marks[0])]):
        start, end = start + marks[0][0], start + marks[0][1]
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    return (text[start:end] for start, end in spans)


def _words(text: str) -> int:
    return len(_WORD.findall(text))
