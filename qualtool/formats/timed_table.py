"""Transcripts as tables: a column of times, one of words, perhaps one of who speaks, in any order.

So NVivo exports them (`Timespan`, `Speaker`, `Content`), Whisper (`start`, `end`, `text`, in whole
milliseconds), whisperX for Audacity (seconds, without heads), and people type them. A table is one
where in four rows of five a column reads as a time; the column with most words is what is said,
and a column of few and short values is who says it. An empty speaker is the one above. A table
without times may still name who speaks (`named_table`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from qualtool.core.times import STAMP, milliseconds
from qualtool.formats.named_table import spoken_by_name
from qualtool.formats.spoken_cues import Spoken, ms_of

Rows = Sequence[Sequence[str]]
_SHARE: Final = 0.8
_MOST_SPEAKERS: Final = 15
_LONGEST_NAME: Final = 60
_FEWEST_ROWS: Final = 2
_SPAN: Final = re.compile(rf"\s*\[?({STAMP})\]?(?:\s*[-–—/]\s*\[?({STAMP})\]?)?\s*")
_NUMBER: Final = re.compile(r"\s*\d{1,7}(?:[.,]\d{1,6})?\s*")
_MILLISECONDS: Final = re.compile(r"\s*\d{1,9}\s*")
_LOOKED_AT: Final = 400
_EARLY_MS: Final = 5 * 60_000
# whisperX for Audacity puts the speaker in brackets, Zoom's chat says from whom to whom.
_IN_WORDS: Final = re.compile(
    r"\[\[([^\[\]]{1,48})\]\]\s*|From (\S[^:]{0,60}?) : "
    r"|(?:From|Fra|Frå)\s+(\S[^:]{0,60}?)\s+(?:to|til)\s+[^:]{1,60}:\s*",
    re.IGNORECASE,
)


def spoken_in(rows: Rows) -> list[Spoken]:
    """Who says what from when in the rows of a table; nothing where it is no transcript."""
    numbers = [number for number, row in enumerate(rows) if any(map(str.strip, row))]
    filled = [rows[number] for number in numbers]
    width = max((len(row) for row in filled), default=0)
    if width < 2 or width > 12:
        return []
    cells = [row for row in filled if len(row) > 1]  # others go on with what is said
    columns = [[row[at] if at < len(row) else "" for row in cells] for at in range(width)]
    whisper = [cell.strip().casefold() for cell in filled[0][:3]] == ["start", "end", "text"]
    body = 1 if whisper else _body(columns)
    if whisper:
        said = zip(numbers[1:], filled[1:], strict=True)
        return [_whisper(row, number) for number, row in said if len(row) > 2]
    if len(filled) - body < _FEWEST_ROWS:
        return []
    times = [at for at, cells in enumerate(columns) if _all(_SPAN, cells[body:])]
    seconds = [] if times else [n for n, cells in enumerate(columns) if _all(_NUMBER, cells[body:])]
    if not times and not _is_seconds(columns, seconds, body):
        return spoken_by_name(rows, numbers)
    taken = set(times or seconds[:2])
    words = max(
        (at for at in range(width) if at not in taken),
        key=lambda at: sum(map(len, columns[at][body:])),
        default=None,
    )
    if words is None or not any(" " in cell.strip() for cell in columns[words][body:]):
        return []
    speaker = _speaker(columns, taken | {words}, body)
    if speaker is None and times and _is_a_programme([cells[body:] for cells in columns], times):
        return []
    return _spoken(rows, numbers[body:], times, seconds[:2], words, speaker)


def _spoken(
    rows: Rows,
    numbers: Sequence[int],
    times: list[int],
    seconds: list[int],
    words: int,
    speaker: int | None,
) -> list[Spoken]:
    found: list[Spoken] = []
    name = ""
    for number in numbers:
        row = rows[number]
        if found and times and len(row) == 1 and not _SPAN.fullmatch(row[0]):
            # A further paragraph of what is said, where the tabs stand in a text.
            found.append(Spoken(_cell(row, 0), None, None, name, number))
            continue
        start, end = _moments(row, times) if times else _in_seconds(row, seconds)
        said = _cell(row, words)
        if speaker is not None:
            name = _cell(row, speaker).rstrip(":") or name
        elif match := _IN_WORDS.match(said):
            name, said = next(filter(None, match.groups())), said[match.end() :]
        if said:
            found.append(Spoken(said, start, end, name, number))
    return found


def _moments(row: Sequence[str], times: list[int]) -> tuple[int | None, int | None]:
    first = _SPAN.fullmatch(_cell(row, times[0]))
    if first is None:
        return None, None
    start = milliseconds(first[1])
    if first[2]:
        return start, milliseconds(first[2])
    last = _SPAN.fullmatch(_cell(row, times[1])) if len(times) > 1 else None
    return start, milliseconds(last[1]) if last else None


def _in_seconds(row: Sequence[str], seconds: list[int]) -> tuple[int | None, int | None]:
    cells = [_cell(row, at).replace(",", ".") for at in seconds]
    start, end = (ms_of(float(cell)) if _NUMBER.fullmatch(cell) else None for cell in cells)
    return start, end


def _whisper(row: Sequence[str], number: int) -> Spoken:
    start, end = (int(cell) if _MILLISECONDS.fullmatch(cell) else None for cell in (row[0], row[1]))
    return Spoken(" ".join(" ".join(row[2:]).split()), start, end, row=number)


def _is_a_programme(columns: Sequence[Sequence[str]], times: list[int]) -> bool:
    """Whether times are those of a day, "09:15": no hours and decimals, and late at once."""
    cells = [cell for cell in columns[times[0]] if cell.strip()]
    first = _SPAN.fullmatch(cells[0]) if cells else None
    if first is None or any("." in cell or cell.count(":") > 2 for cell in cells):
        return False
    return first[1].count(":") == 1 and milliseconds(first[1]) >= _EARLY_MS


def _body(columns: Sequence[Sequence[str]]) -> int:
    """In which row the words begin: after heads, where the first row has no time."""
    timed = any(_SPAN.fullmatch(cells[0]) or _NUMBER.fullmatch(cells[0]) for cells in columns)
    return 0 if timed else 1


def _all(form: re.Pattern[str], cells: Sequence[str]) -> bool:
    looked = [cell for cell in cells[:_LOOKED_AT] if cell.strip()]
    hits = sum(form.fullmatch(cell) is not None for cell in looked)
    return bool(looked) and hits >= _SHARE * len(cells[:_LOOKED_AT])


def _is_seconds(columns: Sequence[Sequence[str]], seconds: list[int], body: int) -> bool:
    """Whether the first two columns of numbers are moments: they rise, and one is a fraction."""
    if len(seconds) < 2 or seconds[0] != 0 or seconds[1] != 1:
        return False
    cells = columns[0][body:]
    starts = [float(cell.replace(",", ".")) for cell in cells if _NUMBER.fullmatch(cell)]
    dotted = any("." in cell or "," in cell for cell in (*cells, *columns[1][body:]))
    return dotted and starts == sorted(starts)


def _speaker(columns: Sequence[Sequence[str]], taken: set[int], body: int) -> int | None:
    for at, cells in enumerate(columns):
        values = {cell.strip() for cell in cells[body:] if cell.strip()}
        short = all(len(value) <= _LONGEST_NAME for value in values)
        some_name = any(any(sign.isalpha() for sign in value) for value in values)
        if at not in taken and short and some_name and 0 < len(values) <= _MOST_SPEAKERS:
            return at
    return None


def _cell(row: Sequence[str], at: int) -> str:
    return " ".join(row[at].split()) if at < len(row) else ""
