"""What a reader of files and a writer of reports are, so that anyone can add one.

A reader turns the bytes of a file into a `Source`, a writer turns a `Report` into the bytes of
a file. Both are plain values; `qualtool.plugins` lists ours and finds those of others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol

from qualtool.core.source import Caution, Source

if TYPE_CHECKING:
    from qualtool.core.report import Report


@dataclass(frozen=True, slots=True)
class Choices:
    """What the researcher has chosen of how a file is read; the defaults leave it to the reader.

    `encoding` is the one of a text. `left_alone` holds the kinds of repair that are not to be
    done. `stamps_at` says whether a time stands at the start or the end of what it times.
    `shift_ms` is added to every time. `columns` says what each column of a table is, by its head.
    """

    encoding: str = ""
    left_alone: frozenset[str] = frozenset()
    stamps_at: Literal["", "start", "end"] = ""
    shift_ms: int = 0
    columns: tuple[tuple[str, str], ...] = ()


UNCHOSEN: Final = Choices()


class Reads(Protocol):
    """How a reader is called: the bytes, the file's name, and what has been chosen."""

    def __call__(self, data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source: ...


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file that can be read.

    `title` and `keeps`, which says what of such a file is kept, are marked for translation and
    looked up where they are shown. `recognise` looks at the
    content (and, where that says little, at the name) and answers from 0, not mine, to 1, surely
    mine; it never raises. `read` raises `QualtoolError` naming the file when it cannot be read.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    recognise: Callable[[bytes, str], float]
    read: Reads
    keeps: str = ""


def nothing_to_say(_report: Report) -> tuple[Caution, ...]:
    """The cautions of a kind of file that holds any report as it is."""
    return ()


@dataclass(frozen=True, slots=True)
class Writer:
    """A kind of file that a report can be written to; `ending` without the dot.

    `cautions` says what becomes of a report in this kind of file alone, such as a text that is
    too long for a cell.
    """

    name: str
    title: str
    ending: str
    write: Callable[[Report], bytes]
    cautions: Callable[[Report], tuple[Caution, ...]] = nothing_to_say
