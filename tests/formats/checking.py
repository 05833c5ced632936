"""What must hold of every document that any reader gives, and a way to show one on paper."""

from __future__ import annotations

import re
import unicodedata

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\ufeff\u00a0\ud800-\udfff\ufffe\uffff]"
)


def read_or_refused(data: bytes, name: str, reader: str = "") -> Source | QualtoolError:
    """A document that has been checked, or the sentence that names the file it refuses."""
    try:
        source = plugins.read(data, name, reader=reader)
    except QualtoolError as error:
        refusal = error
    else:
        check(source)
        return source
    assert name in str(refusal)
    return refusal


def check(source: Source) -> None:
    """Assert all that `core.source` promises."""
    text = source.text
    assert text
    assert unicodedata.is_normalized("NFC", text)
    assert not _FORBIDDEN.search(text)
    rows = {block.start for block in source.blocks if block.kind == "table_row"}
    starts = {0}
    offset = 0
    for paragraph in text.split("\n"):
        assert paragraph.strip(), "an empty paragraph"
        assert paragraph == (paragraph.rstrip() if offset in rows else paragraph.strip())
        starts.add(offset)
        offset += len(paragraph) + 1
    ends = {start - 1 for start in starts if start} | {len(text)}
    _check_turns(source, starts, ends)
    _check_places(source, starts, ends)
    _check_origins(source)
    assert len({speaker.label for speaker in source.speakers}) == len(source.speakers)
    assert source.facts["recogniser"]
    for caution in source.cautions:
        assert caution.key
        assert "{" not in caution.message


def _check_origins(source: Source) -> None:
    """What the text has from the file stands there word for word, in the same order."""
    at = raw_at = 0
    for origin in source.origins:
        assert origin.length > 0
        assert origin.start >= at
        # A document of answers goes question by question, the table row by row.
        assert origin.raw_start >= raw_at or source.format == "survey"
        at, raw_at = origin.start + origin.length, origin.raw_start + origin.length
        assert source.raw[origin.raw_start : raw_at] == source.text[origin.start : at]
    assert at <= len(source.text)
    before = 0
    for repair in source.repairs:
        assert before <= repair.raw_start <= repair.raw_end <= len(source.raw)
        assert 0 <= repair.start <= repair.end <= len(source.text)
        assert repair.raw_start < repair.raw_end or repair.start < repair.end
        before = repair.raw_start


def _check_turns(source: Source, starts: set[int], ends: set[int]) -> None:
    last_end = -1
    last_ms = 0
    for turn in source.turns:
        assert turn.start > last_end, "turns overlap or are out of order"
        assert turn.start < turn.end
        assert turn.start in starts, "a turn begins inside a paragraph"
        assert turn.end in ends, "a turn ends inside a paragraph"
        words = source.text[turn.start : turn.end]
        assert words == words.strip()
        assert turn.speaker is None or 0 <= turn.speaker < len(source.speakers)
        if turn.start_ms is not None:
            assert turn.start_ms >= last_ms, "time runs backwards"
            last_ms = turn.start_ms
            assert turn.end_ms is None or turn.end_ms >= turn.start_ms
        last_end = turn.end
    spoken = {turn.speaker for turn in source.turns}
    assert spoken >= set(range(len(source.speakers))), "a speaker without a turn"


def _check_places(source: Source, starts: set[int], ends: set[int]) -> None:
    length = len(source.text)
    assert [anchor.offset for anchor in source.anchors] == sorted(
        {anchor.offset for anchor in source.anchors}
    )
    moments = [anchor.ms for anchor in source.anchors]
    assert moments == sorted(moments)
    assert all(0 <= anchor.offset <= length for anchor in source.anchors)
    assert all(ms >= 0 for ms in moments)
    offsets = [locator.offset for locator in source.locators]
    assert offsets == sorted(set(offsets))
    assert all(0 <= offset < length for offset in offsets)
    last = -1
    for block in source.blocks:
        assert last < block.start < block.end <= length
        assert block.start in starts
        last = block.end


def on_paper(source: Source) -> str:
    """A document as text: what is known of it, then each paragraph with its speaker and times."""
    facts = " ".join(f"{key}={value}" for key, value in sorted(source.facts.items()))
    speakers = ", ".join(f"{speaker.label} ({speaker.role})" for speaker in source.speakers)
    lines = [
        f"format: {source.format}",
        f"facts: {facts}",
        f"speakers: {speakers}",
        f"cautions: {' '.join(caution.key for caution in source.cautions)}",
        "",
    ]
    offset = 0
    for paragraph in source.text.split("\n"):
        lines.append(f"{_margin(source, offset, len(paragraph))}| {paragraph}")
        offset += len(paragraph) + 1
    return "\n".join(lines) + "\n"


def _margin(source: Source, start: int, length: int) -> str:
    parts = []
    begun = {turn.start for turn in source.turns if turn.start_ms is not None}
    for turn in source.turns:
        if turn.start <= start < turn.end:
            label = "?" if turn.speaker is None else source.speakers[turn.speaker].label
            parts.append(label if turn.start == start else f"  {label}")
            if turn.start == start and turn.start_ms is not None:
                parts.append(f"{turn.start_ms}–{'' if turn.end_ms is None else turn.end_ms}")
    parts += [
        f"@{anchor.offset - start}={anchor.ms}"
        for anchor in source.anchors
        if start <= anchor.offset <= start + length and anchor.offset not in begun
    ]
    parts += [
        f"page {locator.value}" + (f"@{locator.offset - start}" if locator.offset > start else "")
        for locator in source.locators
        if start <= locator.offset <= start + length
    ]
    parts += [f"{block.kind} {block.level}" for block in source.blocks if block.start == start]
    return " ".join(parts) + " " if parts else ""
