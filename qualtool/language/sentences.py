"""Where a sentence begins and ends, by rule: no model is needed for it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.language import Language

# spaCy's abbreviations for bokmål serve nynorsk too.
_LANGUAGES: Final = {"nb": "nb", "nn": "nb", "en": "en"}
_WINDOW: Final = 4000  # code points around a place that are looked at in a very long paragraph
# What a transcript and an office write that spaCy's own list has not.
_ABBREVIATIONS: Final = (
    "bl.a. ca. d.v.s. dvs. e.g. e.kr. eks. el. ev. evt. f. f.eks. f.kr. f.o.m. fom. hhv. i.e. "
    "inkl. int. jf. jfr. kap. kl. m.a.o. m.fl. m.m. m.v. maks. min. mht. mfl. mrk. mv. nr. obs. "
    "o.a. o.l. osv. p.g.a. pga. pkt. red. ref. resp. s. s.k. spm. st. t.d. t.o.m. tlf. tom. vedr. "
    "vs. åh. årg. al. avsn. cf. fig. pp. tab."
).split()
# Before a capital letter these end a sentence: what closes a list, a trailing off, a number.
_CLOSING: Final = re.compile(
    r"(?:\b(?:osv|etc|o\.\s?l|m\.\s?m|m\.\s?v|mv|m\.\s?fl|mfl)\.|…|(?<=\S\s)\d+\.)"
    r"(?=\s+[«“]?[^\W\d_a-zæøå])"
)
_OPENING: Final = re.compile(r"[\s«“‘„(\[–—-]+$")
_LOWER_NEXT: Final = re.compile(r"[\s«“‘„(\[–—-]*[^\W\d_]")


def sentence_at(text: str, offset: int, language: str = "nb") -> tuple[int, int]:
    """The sentence of a paragraph that an offset lies in, without the blanks around it.

    `text` is one paragraph; offsets are code points. A full stop after an abbreviation, in a
    number or before a small letter ends no sentence, and neither does "…" within one.
    """
    first = max(0, offset - _WINDOW)
    window = text[first : offset + _WINDOW]
    inside = min(offset - first, max(0, len(window) - 1))
    for start, end in sentences(window, language):
        if inside < end:
            return first + start, first + end
    return offset, offset


def sentences(text: str, language: str = "nb") -> list[tuple[int, int]]:
    """The sentences of a text in order, without the blanks around them."""
    doc = _pipeline(_LANGUAGES.get(language, "xx"))(text)
    starts = {sentence.start_char for sentence in doc.sents}
    starts |= {match.end() for match in _CLOSING.finditer(text)}
    edges = [*sorted(starts), len(text)]
    found: list[tuple[int, int]] = []
    start = 0
    for edge in edges[1:]:
        # A quotation mark that opens belongs to what follows it, not to what it follows.
        opening = _OPENING.search(text, start, edge)
        cut = opening.start() if opening is not None and edge < len(text) else edge
        if edge < len(text) and _goes_on(text, cut):
            continue
        found.append(_trimmed(text, start, cut))
        start = cut
    return [span for span in found if span[0] < span[1]]


def _goes_on(text: str, cut: int) -> bool:
    following = _LOWER_NEXT.match(text, cut)
    return following is not None and following.group()[-1].islower()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


@cache
def _pipeline(language: str) -> Language:
    import spacy

    pipeline = spacy.blank(language)
    for written in _ABBREVIATIONS:
        for form in {written, written.capitalize()}:
            # spaCy types its tokenizer as any function.
            pipeline.tokenizer.add_special_case(  # type: ignore[union-attr]
                form, [{"ORTH": form}]
            )
    pipeline.add_pipe("sentencizer")
    return pipeline
