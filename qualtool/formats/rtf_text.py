"""The paragraphs of an RTF document: its groups taken apart as the format's specification says.

Notes and text boxes stand in the middle of a paragraph and are read beside it. Source: Microsoft,
Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from qualtool.core.source import BlockKind
from qualtool.formats.pieces import Line
from qualtool.formats.rtf_words import (
    KEPT_WHEN_STARRED,
    NO_TEXT,
    SIGNS,
    SYMBOLS,
    alphabet,
    code_page,
)
from qualtool.formats.sizes import refuse_if_too_many

_TOKEN: Final = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>[\s\S])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_HEADING: Final = re.compile(r"(?:heading|overskrift) (\d)", re.IGNORECASE)
_HALF: Final = re.compile("[\ud800-\udfff]")
_DEEPEST: Final = 5_000  # groups in groups


@dataclass(slots=True)
class _Flow:
    """A text that grows: the document's own, a note's or a text box's."""

    lines: list[Line] = field(default_factory=list)
    runs: list[tuple[str, bool]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    style: int = 0
    outline: int | None = None
    listed: bool = False
    level: int = 0
    tabled: bool = False
    boxes: list[Line] = field(default_factory=list)
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group until it ends."""

    place: str = "text"  # or "skip", "fonts", "styles", "title", "list"
    skipped: int = 1  # letters behind a Unicode one, for old programs
    font: str = ""
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    flow: int = 0


@dataclass(slots=True)
class RtfText:
    """Reads the groups of a document; `counts` tells what was left out."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    title: str = ""
    whole: bool = True
    notes: list[tuple[str, list[Line]]] = field(default_factory=list)
    _flows: list[_Flow] = field(default_factory=lambda: [_Flow()])
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)
    _encoding: str = "cp1252"
    _bytes: bytearray = field(default_factory=bytearray)
    _alphabets: dict[str, str] = field(default_factory=dict)
    _headings: dict[int, int] = field(default_factory=dict)
    _skip: int = 0
    _starred: bool = False
    _style_name: str = ""
    _style: tuple[int, int | None] = (0, None)

    def lines(self, data: bytes) -> list[Line]:
        """The paragraphs of a document, without its notes; raises `QualtoolError` if endless."""
        text = data.decode("latin-1")
        at = text.find("{")
        while match := _TOKEN.match(text, at):
            at = match.end()
            kind = match.lastgroup
            if kind == "hex" and not self._skip:
                self._bytes.append(int(match["hex"], 16))
                continue
            if kind == "text":
                self._text(match["text"])
                continue
            self._decode()
            match kind:
                case "hex":
                    self._skip -= 1
                case "brace" if match["brace"] == "{":
                    self._open()
                case "brace":
                    self._close()
                    if not self._stack:
                        break
                case "symbol":
                    self._symbol(match["symbol"])
                case "word" | "number":
                    number = match["number"]
                    if match["word"] == "bin" and number and int(number) > 0:
                        at += int(number)
                        continue
                    self._word(match["word"], None if number is None else int(number))
        self._decode()
        self.whole = not self._stack
        for flow in reversed(self._flows):
            flow.tabled = False
            self._end_paragraph(flow)
        return self._flows[0].lines

    def _open(self) -> None:
        self._skip = 0
        self._starred = False
        if len(self._stack) >= _DEEPEST:
            refuse_if_too_many(10**9, self.name)
        self._stack.append(self._state)

    def _close(self) -> None:
        self._skip = 0
        before = self._state
        if not self._stack:
            return
        self._state = self._stack.pop()
        if before.place == "styles" and self._state.place == "styles":
            self._note_style()
        if before.flow != self._state.flow:
            beside = self._flows[before.flow]
            self._end_paragraph(beside)
            if not beside.is_note:
                self._flow.boxes += beside.lines

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in "\r\n":
            self._word("par", None)
        elif sign := SYMBOLS.get(symbol):
            self._add(sign)

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        self._skip = 0
        place = self._state.place
        if word in NO_TEXT or (starred and word not in KEPT_WHEN_STARRED and place != "styles"):
            self._to("skip")
        elif word in SIGNS:
            self._add(SIGNS[word])
        elif place == "styles":
            self._in_style(word, number)
        elif word == "u" and number is not None:
            self._add(chr(number + 0x10000 if number < 0 else number) if number < 0x10000 else "")
            self._skip = self._state.skipped
        elif not self._of_group(word, number) and place != "skip":
            self._of_text(word, number)

    def _of_group(self, word: str, number: int | None) -> bool:
        """Whether a word says what the group is, or what holds in it."""
        state = self._state
        match word:
            case "fonttbl":
                self._to("fonts")
            case "stylesheet":
                self._to("styles")
            case "title" if state.place == "info":
                self._to("title")
            case "info":
                self._to("info")
            case "listtext" | "pntext":
                self._flow.listed = True
                self._to("skip")
            case "footnote" if state.place != "skip":
                sign = str(len(self.notes) + 1)
                self._beside()
                self._flow.is_note = True
                self.notes.append((sign, self._flow.lines))
            case "annotation":
                self.counts["comments"] += 1
                self._to("skip")
            case "shptxt" | "dptxbxtext":
                self._beside()
            case "ud":
                self._to("text")
            case "shpinst" | "do":
                self._to("shape")
            case "ansicpg":
                self._encoding = code_page(str(number))
            case "mac":
                self._encoding = "mac_roman"
            case "pca" | "pc":
                self._encoding = "cp850"
            case "uc":
                self._state = replace(state, skipped=min(max(0, number or 0), 8))
            case "f":
                self._state = replace(state, font=str(number))
            case "fcharset" if state.place == "fonts":
                self._alphabets[state.font] = alphabet(str(number))
            case _:
                return False
        return True

    def _of_text(self, word: str, number: int | None) -> None:
        flow = self._flow
        on = number != 0
        match word:
            case "par" | "sect" | "page" | "column":
                self._end_paragraph(flow)
            case "cell" | "nestcell":
                self._end_cell(flow)
            case "row" | "nestrow":
                self._end_row(flow)
            case "pard":
                flow.style, flow.outline, flow.listed, flow.level = 0, None, False, 0
                flow.tabled = False
            case "intbl":
                flow.tabled = True
            case "s":
                flow.style = number or 0
            case "outlinelevel":
                flow.outline = number
            case "ilvl":
                flow.level = min(max(0, number or 0), 9)
            case "plain":
                self._state = replace(self._state, bold=False, hidden=False, deleted=False)
            case "b":
                self._state = replace(self._state, bold=on)
            case "v":
                self._state = replace(self._state, hidden=on)
                self.counts["hidden"] += on
            case "deleted":
                self._state = replace(self._state, deleted=on)
                self.counts["tracked"] += on
            case "revised":
                self.counts["tracked"] += on

    @property
    def _flow(self) -> _Flow:
        return self._flows[self._state.flow]

    def _to(self, place: str) -> None:
        self._state = replace(self._state, place=place)

    def _beside(self) -> None:
        self._flows.append(_Flow())
        self._state = replace(self._state, place="text", flow=len(self._flows) - 1)

    def _text(self, text: str) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if text.isascii():
            self._decode()
            self._add(text)
        else:  # letters that should have been written as figures
            self._bytes += text.encode("latin-1")

    def _decode(self) -> None:
        if self._bytes:
            encoding = self._alphabets.get(self._state.font) or self._encoding
            letters, self._bytes = bytes(self._bytes), bytearray()
            self._add(letters.decode(encoding, "replace"))

    def _add(self, words: str) -> None:
        match self._state.place:
            case "text" if self._state.hidden or self._state.deleted:
                pass
            case "text":
                self._flow.runs.append((words, self._state.bold))
            case "styles":
                self._style_name += words
            case "title":
                self.title += words

    def _in_style(self, word: str, number: int | None) -> None:
        match word:
            case "s":
                self._style = (number or 0, self._style[1])
            case "cs" | "ds" | "ts":
                self._style = (-1, None)
            case "outlinelevel":
                self._style = (self._style[0], number)

    def _note_style(self) -> None:
        number, outline = self._style
        if match := _HEADING.match(self._style_name.strip()):
            outline = int(match[1]) - 1
        if number >= 0 and outline is not None and 0 <= outline < 9:
            self._headings[number] = outline + 1
        self._style, self._style_name = (0, None), ""

    def _end_cell(self, flow: _Flow) -> None:
        words = "".join(text for text, _bold in flow.runs)
        flow.cells.append(" ".join(words.split()))
        flow.runs = []

    def _end_row(self, flow: _Flow) -> None:
        text = "\t".join(flow.cells).rstrip()
        flow.cells, flow.runs = [], []
        if text.strip():
            self._put(flow, Line(text, "table_row"))

    def _end_paragraph(self, flow: _Flow) -> None:
        if flow.tabled:
            flow.runs.append((" ", False))
            return
        words = _whole("".join(text for text, _bold in flow.runs))
        bold = 0
        for text, is_bold in flow.runs:
            if not is_bold and text.strip():
                break
            bold += len(text) if is_bold else 0
        flow.runs = []
        if words.strip():
            kind, level = self._kind(flow)
            self._put(flow, Line(words, kind, level, bold))
        flow.lines += flow.boxes
        flow.boxes = []

    def _kind(self, flow: _Flow) -> tuple[BlockKind, int]:
        heading = self._headings.get(flow.style, 0)
        if flow.outline is not None:
            heading = flow.outline + 1 if 0 <= flow.outline < 9 else 0
        if heading:
            return "heading", heading
        return ("list_item", flow.level) if flow.listed else ("paragraph", 0)

    def _put(self, flow: _Flow, line: Line) -> None:
        flow.lines.append(replace(line, text=_whole(line.text)))
        refuse_if_too_many(len(flow.lines), self.name)


def _whole(text: str) -> str:
    """A text with the halves of characters, as RTF writes emoji, put together."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
