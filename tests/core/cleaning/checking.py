"""What must hold of every cleaned text."""

from __future__ import annotations

import unicodedata

from qualtool.core.cleaning import KINDS, Cleaned


def check(cleaned: Cleaned) -> None:
    """Assert that the map is monotone, exact, and that repairs account for the rest."""
    raw, text = cleaned.raw, cleaned.text
    assert unicodedata.is_normalized("NFC", text)
    accounted = bytearray(len(text))
    at = raw_at = 0
    for origin in cleaned.origins:
        assert origin.length > 0
        assert origin.start >= at
        assert origin.raw_start >= raw_at
        at, raw_at = origin.start + origin.length, origin.raw_start + origin.length
        assert raw[origin.raw_start : raw_at] == text[origin.start : at]
        accounted[origin.start : at] = b"\x01" * origin.length
    keys = {kind.key for kind in KINDS}
    before = 0
    for repair in cleaned.repairs:
        assert repair.kind in keys
        assert 0 <= repair.raw_start <= repair.raw_end <= len(raw)
        assert before <= repair.start <= repair.end <= len(text)
        assert repair.raw_start < repair.raw_end or repair.start < repair.end
        before = repair.start
        accounted[repair.start : repair.end] = b"\x01" * (repair.end - repair.start)
    assert all(accounted), "a character that nobody accounts for"
    offsets = [locator.offset for locator in cleaned.locators]
    assert offsets == sorted(set(offsets))
    assert all(0 <= offset < len(text) for offset in offsets)
