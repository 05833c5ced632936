"""The kinds of files Qualtool reads and writes: ours as a plain list, others by entry point.

Nothing is loaded before it is asked for, so that starting stays fast. Another package adds a
kind with an entry point in the group `qualtool.readers` or `qualtool.writers` that names a
`Reader` or a `Writer`; one that does not load gives a caution and is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Final, TypeVar

from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader, Writer
from qualtool.core.source import Caution, Source
from qualtool.core.timing import shifted, with_stamps_at
from qualtool.i18n import gettext as _

Kind = TypeVar("Kind")

READERS: Final = (
    "read_docx",
    "read_odt",
    "read_rtf",
    "read_pdf",
    "read_pptx",
    "read_vtt",
    "read_srt",
    "read_json",
    "read_noscribe",
    "read_otranscribe",
    "read_html",
    "read_timed_table",
    "read_survey",
    "read_markdown",
    "read_text",
)
WRITERS: Final = ("write_docx", "write_xlsx", "write_csv", "write_html", "write_markdown")


@dataclass(frozen=True, slots=True)
class Found:
    """Readers and writers, and a caution for each plugin that did not load."""

    readers: tuple[Reader, ...]
    writers: tuple[Writer, ...]
    cautions: tuple[Caution, ...]


def readers() -> tuple[Reader, ...]:
    """All kinds of files that can be read, ours first."""
    return _ours("READER", READERS, Reader) + found().readers


def writers() -> tuple[Writer, ...]:
    """All kinds of files that a report can be written to, ours first."""
    return _ours("WRITER", WRITERS, Writer) + found().writers


def writer(ending: str) -> Writer:
    """The writer for an ending such as `docx`; raises `QualtoolError` (`ending_unknown`)."""
    ending = ending.lower().removeprefix(".")
    for candidate in writers():
        if candidate.ending == ending:
            return candidate
    raise QualtoolError(
        "ending_unknown",
        _("A table cannot be written as “.{ending}”. Use one of these endings: {endings}."),
        ending=ending,
        endings=", ".join(candidate.ending for candidate in writers()),
    )


def choose(data: bytes, name: str) -> Reader | None:
    """The reader that is most certain to know this content, the earlier one where two tie."""
    best: Reader | None = None
    highest = 0.0
    for reader in readers():
        confidence = _confidence(reader, data, name)
        if confidence > highest:
            best, highest = reader, confidence
    return best


def read(data: bytes, name: str, *, reader: str = "", choices: Choices = UNCHOSEN) -> Source:
    """A document from the bytes of a file.

    `reader` names the kind to use and `choices` how, where the researcher has chosen; else both
    are found from the content. Raises `QualtoolError` naming the file.
    """
    from qualtool.formats.mislabelled import cautions_of

    chosen = _named(reader) if reader else choose(data, name)
    if chosen is None:
        from qualtool.formats.unreadable import refuse

        raise refuse(data, name)
    try:
        source = chosen.read(data, name, choices=replace(choices, shift_ms=0))
        source = shifted(with_stamps_at(source, choices.stamps_at), choices.shift_ms)
        told = cautions_of(data, name, chosen)
        return replace(source, cautions=(*told, *source.cautions)) if told else source
    except QualtoolError:
        raise
    except Exception as fault:
        if chosen in found().readers:
            raise QualtoolError(
                "plugin_failed",
                _("“{file}” could not be read: the added reader “{reader}” failed."),
                file=name,
                reader=chosen.name,
            ) from fault
        raise


def read_file(path: Path, *, reader: str = "", choices: Choices = UNCHOSEN) -> Source:
    """A document from a file on disk, refused before it is read when it is far too large."""
    return read(load(path), path.name, reader=reader, choices=choices)


def load(path: Path) -> bytes:
    """The bytes of a file; raises `QualtoolError` when it is missing, locked or far too large."""
    from qualtool.formats.sizes import limit_of, refuse_if_too_large

    try:
        size = path.stat().st_size
        if not path.is_file():
            raise QualtoolError(
                "not_a_file", _("“{file}” is not a file that can be read."), file=path.name
            )
        with path.open("rb") as file:
            refuse_if_too_large(size, path.name, limit_of(file.read(8)))
            file.seek(0)
            return file.read()
    except FileNotFoundError as fault:
        raise QualtoolError(
            "file_missing", _("“{file}” does not exist."), file=path.name
        ) from fault
    except OSError as fault:
        raise QualtoolError(
            "file_locked",
            _("“{file}” could not be opened. Close it in other programs and try again."),
            file=path.name,
        ) from fault


@cache
def found() -> Found:
    """The readers and writers of other packages."""
    found_readers: list[Reader] = []
    found_writers: list[Writer] = []
    cautions: list[Caution] = []
    for group in ("qualtool.readers", "qualtool.writers"):
        for entry in entry_points(group=group):
            try:
                plugin = entry.load()
            except Exception:  # whatever a stranger's module may raise must not stop ours
                plugin = None
            match plugin:
                case Reader() if group == "qualtool.readers":
                    found_readers.append(plugin)
                case Writer() if group == "qualtool.writers":
                    found_writers.append(plugin)
                case _:
                    message = _("The plugin “{name}” could not be loaded and was left out.")
                    cautions.append(Caution("plugin_broken", message.format(name=entry.name)))
    return Found(tuple(found_readers), tuple(found_writers), tuple(cautions))


@cache
def _ours(constant: str, modules: tuple[str, ...], kind: type[Kind]) -> tuple[Kind, ...]:
    loaded = (getattr(import_module(f"qualtool.formats.{name}"), constant) for name in modules)
    return tuple(one for one in loaded if isinstance(one, kind))


def _named(name: str) -> Reader:
    for reader in readers():
        if reader.name == name:
            return reader
    raise QualtoolError("reader_unknown", _("There is no reader named “{reader}”."), reader=name)


def _confidence(reader: Reader, data: bytes, name: str) -> float:
    try:
        return reader.recognise(data, name)
    except Exception:
        if reader in found().readers:
            return 0.0
        raise
