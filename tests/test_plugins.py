"""Readers and writers are found, chosen and trusted only as far as they deserve."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

from qualtool import formats, plugins
from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader, Writer
from qualtool.core.report import Report
from qualtool.core.source import Source


@dataclass(frozen=True)
class Entry:
    """An entry point of another package."""

    name: str
    target: object

    def load(self) -> object:
        if isinstance(self.target, Exception):
            raise self.target
        return self.target


def guest(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    if data == b"GUEST!":
        raise ZeroDivisionError
    return Source(data.decode(), "guest", facts={"recogniser": "guest"})


def unsure(data: bytes, name: str) -> float:
    if data == b"unsure":
        raise ZeroDivisionError
    return 1.0 if data.startswith(b"GUEST") else 0.0


def guest_bytes(report: Report) -> bytes:
    return report.title.encode()


GUEST = Reader("guest", "Guest", ("gst",), unsure, guest)
GUEST_WRITER = Writer("guest", "Guest", "gst", guest_bytes)


@pytest.fixture
def guests(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another package with a reader, a writer, and three plugins that do not work."""
    groups = {
        "qualtool.readers": [
            Entry("guest", GUEST),
            Entry("broken", ImportError("no such module")),
            Entry("mistaken", GUEST_WRITER),
        ],
        "qualtool.writers": [Entry("guest", GUEST_WRITER), Entry("silly", "no writer")],
    }
    monkeypatch.setattr(plugins, "entry_points", lambda group: groups[group])
    plugins.found.cache_clear()
    yield
    plugins.found.cache_clear()


def test_every_reader_and_writer_of_ours_is_listed() -> None:
    found = {
        constant: {
            module.name
            for module in pkgutil.iter_modules(formats.__path__)
            if hasattr(import_module(f"qualtool.formats.{module.name}"), constant)
        }
        for constant in ("READER", "WRITER")
    }
    assert found == {"READER": set(plugins.READERS), "WRITER": set(plugins.WRITERS)}
    names = [reader.name for reader in plugins.readers()]
    assert len(set(names)) == len(names) >= len(plugins.READERS)
    assert len(plugins.writers()) >= len(plugins.WRITERS)


@pytest.mark.usefixtures("guests")
def test_others_readers_and_writers_are_found_and_broken_ones_left_out() -> None:
    assert plugins.readers()[-1] is GUEST
    assert plugins.writer(".GST") is GUEST_WRITER
    cautions = plugins.found().cautions
    assert [caution.key for caution in cautions] == ["plugin_broken"] * 3
    assert "“broken”" in cautions[0].message


@pytest.mark.usefixtures("guests")
def test_the_most_certain_reader_reads() -> None:
    assert plugins.read(b"GUEST words", "a.txt").format == "guest"
    assert plugins.read(b"other words", "a.gst").format == "text"
    assert plugins.read(b"GUEST words", "a.txt", reader="text").format == "text"


@pytest.mark.usefixtures("guests")
def test_a_fault_of_a_strangers_reader_is_told_and_costs_nothing() -> None:
    with pytest.raises(QualtoolError) as refused:
        plugins.read(b"GUEST!", "a.txt")
    assert refused.value.key == "plugin_failed"
    assert "“a.txt”" in str(refused.value)
    assert plugins.read(b"unsure", "a.txt").format == "text"


def test_a_fault_of_ours_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
        raise ZeroDivisionError

    def raises(data: bytes, name: str) -> float:
        raise ZeroDivisionError

    for broken in (
        Reader("ours", "Ours", (), lambda data, name: 1.0, fails),
        Reader("ours", "Ours", (), raises, fails),
    ):
        monkeypatch.setattr(plugins, "readers", lambda one=broken: (one,))
        with pytest.raises(ZeroDivisionError):
            plugins.read(b"hei", "a.txt")


def test_unknown_names_are_refused() -> None:
    with pytest.raises(QualtoolError, match="no reader named “klingon”"):
        plugins.read(b"hei", "a.txt", reader="klingon")
    with pytest.raises(QualtoolError, match=r"docx, xlsx, csv, html, md") as refused:
        plugins.writer("pdf")
    assert refused.value.key == "ending_unknown"


def test_an_encoding_can_be_chosen() -> None:
    data = "Привет всем".encode("windows-1251")
    assert plugins.read(data, "a.txt", choices=Choices("windows-1251")).text == "Привет всем"


def test_files_on_disk_are_read_or_refused(tmp_path: Path) -> None:
    file = tmp_path / "notat.txt"
    file.write_text("Blåbær.", encoding="utf-8")
    assert plugins.read_file(file).text == "Blåbær."
    for path, key in ((tmp_path / "borte.txt", "file_missing"), (tmp_path, "not_a_file")):
        with pytest.raises(QualtoolError) as refused:
            plugins.load(path)
        assert refused.value.key == key
        assert path.name in str(refused.value)


def test_a_file_that_cannot_be_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "låst.txt"
    file.write_text("Hei", encoding="utf-8")

    def locked(*args: object, **kwargs: object) -> object:
        raise PermissionError

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(QualtoolError) as refused:
        plugins.load(file)
    assert refused.value.key == "file_locked"


def test_nothing_heavy_is_loaded_before_it_is_asked_for() -> None:
    program = (
        "import sys, qualtool.plugins as p\n"
        "p.readers()\n"
        "heavy = {'lxml', 'markdown_it', 'rapidfuzz', 'charset_normalizer', 'docx', 'openpyxl'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
