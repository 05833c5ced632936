"""From bytes to text: which encoding a file has, and what to say where that is not certain."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.source import Caution
from qualtool.core.tidying import tidy
from qualtool.formats.codepages import Reading, readings
from qualtool.formats.sizes import refuse_if_too_large
from qualtool.formats.unreadable import refuse_binary, refuse_empty
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LOOKED_AT: Final = 65_536  # bytes of a file by which it is recognised
# Letters of Norwegian that were UTF-8, read as Windows-1252, and written as UTF-8 once more.
_TWICE: Final = re.compile("Ã[¦¸¥†˜…©]|â€[“”™œ¦]|Â[«»]")
_CONTROL: Final = bytes({*range(9), *range(14, 27), *range(28, 32), 127})
_HIGH: Final = bytes(range(128, 256))
_UNFIT: Final = "qualtool-windows-1252"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text as it stands in the file, and how it was read."""

    raw: str
    encoding: str
    cautions: tuple[Caution, ...] = ()

    @property
    def text(self) -> str:
        """The text in NFC with plain line breaks (`core.tidying`)."""
        return tidy(self.raw)


def decode(data: bytes, name: str, encoding: str = "") -> Decoded:
    """The text of a file's bytes; `encoding` is used where the researcher has chosen one.

    Raises `QualtoolError` for what is empty, far too large, no text, or not in `encoding`.
    """
    if not data:
        raise refuse_empty(name)
    refuse_if_too_large(len(data), name)
    if encoding:
        return _as_chosen(data, name, encoding)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            text = data.decode(marked, "replace")
            return Decoded(text, marked.removesuffix("-sig"), _lost(text.count("\ufffd")))
    if wide := _wide(data):
        text = data.decode(wide, "replace")
        return Decoded(text, wide, _lost(text.count("\ufffd")))
    if refusal := refuse_binary(data, name):
        raise refusal
    return _eight_bits(data, name)


def peek(data: bytes) -> str:
    """The beginning of a file as text, good enough to see what it is; "" where it is none."""
    return _seen(data[:LOOKED_AT])


@lru_cache(maxsize=1)  # every reader asks for the same beginning in turn
def _seen(beginning: bytes) -> str:
    for mark, marked in _MARKS:
        if beginning.startswith(mark):
            return tidy(beginning.decode(marked, "ignore"))
    if wide := _wide(beginning):
        return tidy(beginning.decode(wide, "ignore"))
    if refuse_binary(beginning, ""):
        return ""
    return tidy(beginning.decode("utf-8", "replace"))


def may_be_text(data: bytes) -> bool:
    """Whether a file may be text in any encoding; it may still hold no words."""
    marked = any(data.startswith(mark) for mark, _encoding in _MARKS)
    return marked or bool(_wide(data[:LOOKED_AT])) or refuse_binary(data[:LOOKED_AT], "") is None


def _as_chosen(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        canonical = codecs.lookup(encoding).name
        text = data.decode(encoding, "replace")
    except (LookupError, UnicodeError, ValueError) as fault:
        raise QualtoolError(
            "encoding_unknown",
            _(
                "“{file}” cannot be read as “{encoding}”: there is no such text encoding. "
                "Choose another one."
            ),
            file=name,
            encoding=encoding,
        ) from fault
    return Decoded(text, canonical, _lost(text.count("\ufffd")))


def _wide(data: bytes) -> str:
    """The UTF-16 a text has without saying so: every other byte of it is nearly always 0."""
    beginning = data[:LOOKED_AT]
    half = len(beginning) // 2
    if half == 0:
        return ""
    even, odd = beginning[::2].count(0) / half, beginning[1::2].count(0) / half
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    if even > 0.7 and odd < 0.05:
        return "utf-16-be"
    return ""


def _eight_bits(data: bytes, name: str) -> Decoded:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(data, name)
    if _looks_twice_encoded(text):
        try:
            once = text.encode("windows-1252", _UNFIT).decode("utf-8")
        except UnicodeError:
            pass
        else:
            said = _("The file had been encoded twice (“Ã¸” for “ø”); this was put right.")
            return Decoded(once, "utf-8", (Caution("encoded_twice", said),))
    return Decoded(text, "utf-8")


def _looks_twice_encoded(text: str) -> bool:
    broken = len(_TWICE.findall(text))
    return broken > 1 and not any(letter in text for letter in "æøåÆØ")


def _not_quite_utf8(data: bytes, name: str) -> Decoded:
    """Bytes that are UTF-8 but for a few, or else of an encoding of one byte a character."""
    strange = len(data) - len(data.translate(None, _CONTROL))
    if strange > max(1, len(data) // 200):
        raise QualtoolError(
            "file_not_text",
            _(
                "“{file}” is not a text file, whatever its name says. "
                "Open it in the program it came from and save it as DOCX or plain text."
            ),
            file=name,
        )
    if halves := _surrogates(data):
        return Decoded(halves, "utf-8", _lost(tidy(halves).count("\ufffd")))
    plain = len(data.translate(None, _HIGH))
    kept = data.decode("utf-8", "ignore")
    good = len(kept) - plain
    bad = len(data) - len(kept.encode())
    if good >= 3 * bad and bad <= max(4, good // 10):
        text = data.decode("utf-8", _UNFIT)
        message = ngettext(
            "{count} sign did not fit the encoding UTF-8 and was read as Windows-1252.",
            "{count} signs did not fit the encoding UTF-8 and were read as Windows-1252.",
            bad,
        ).format(count=bad)
        return Decoded(text, "utf-8", (Caution("encoding_mixed", message),))
    return _one_byte(data)


def _surrogates(data: bytes) -> str:
    """UTF-8 of a program that wrote each half of a UTF-16 pair by itself; "" if it is not that."""
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return ""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _one_byte(data: bytes) -> Decoded:
    judged = readings(data)
    best = judged[0]
    encoding = best.encoding
    line_breaks = b"\n" in data or b"\r" in data
    if encoding == "windows-1252" and not line_breaks and data.count(b"\x85") > 1:
        encoding = "iso-8859-1"  # 0x85 ends the lines here and is no ellipsis
    text = data.decode(encoding, "replace")
    others = (each for each in judged[1:] if data.decode(each.encoding, "replace") != text)
    second = next(others, None)
    if best.score >= 0.75 and (second is None or best.score - second.score >= 0.5):
        return Decoded(text, encoding)
    names = _alternatives(data, judged)
    message = _(
        "The encoding is uncertain: it was read as {encoding}. If letters look wrong, "
        "choose another one: {alternatives}."
    ).format(encoding=encoding, alternatives=", ".join(names))
    return Decoded(text, encoding, (Caution("encoding_uncertain", message),))


def _alternatives(data: bytes, judged: list[Reading]) -> list[str]:
    from charset_normalizer import from_bytes

    names = [reading.encoding for reading in judged] + ["iso-8859-1"]
    for guess in from_bytes(data[:20_000], steps=3):
        name = guess.encoding.replace("_", "-")
        if len(names) < 6 and name not in names and not name.startswith("utf"):
            names.append(name)
    return names[1:]


def _lost(count: int) -> tuple[Caution, ...]:
    if not count:
        return ()
    message = ngettext(
        "{count} sign could not be read and is shown as “�”.",
        "{count} signs could not be read and are shown as “�”.",
        count,
    ).format(count=count)
    return (Caution("signs_lost", message),)


def _as_windows(fault: UnicodeError) -> tuple[str | bytes, int]:
    """Bytes that are no UTF-8 as Windows-1252, and signs that are not in it as their number."""
    if isinstance(fault, UnicodeDecodeError):
        wrong = fault.object[fault.start : fault.end]
        return wrong.decode("windows-1252", "replace"), fault.end
    assert isinstance(fault, UnicodeEncodeError)
    return fault.object[fault.start : fault.end].encode("latin-1"), fault.end


codecs.register_error(_UNFIT, _as_windows)
