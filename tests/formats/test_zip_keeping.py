from __future__ import annotations

import io
import zipfile

import pytest

from qualtool.formats.zip_keeping import changed
from tests.formats.own_documents import entries


def packed(*, comment: bytes = b"", streamed: bool = False) -> bytes:
    """A zip of three parts with dates, a comment, and sizes after the content if `streamed`."""
    buffer = io.BytesIO()
    target = _Stream(buffer) if streamed else buffer
    with zipfile.ZipFile(target, "w") as archive:
        for number, name in enumerate(("a.xml", "b/blåbær.xml", "c.png")):
            entry = zipfile.ZipInfo(name, date_time=(2024, 5, 17, 9, number, 0))
            entry.compress_type = zipfile.ZIP_STORED if number == 2 else zipfile.ZIP_DEFLATED
            entry.comment = b"om " + name.encode()
            archive.writestr(entry, f"innhold {number} " * 50)
        archive.comment = comment
    return buffer.getvalue()


class _Stream(io.RawIOBase):
    """A file that cannot be gone back in, as a server writes one."""

    def __init__(self, buffer: io.BytesIO) -> None:
        self._buffer = buffer

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        return self._buffer.write(bytes(data))  # type: ignore[call-overload]  # any buffer


@pytest.mark.parametrize("streamed", [False, True])
def test_only_the_part_that_is_replaced_differs(streamed: bool) -> None:
    before = packed(comment=b"fra Word", streamed=streamed)
    after = changed(before, {"b/blåbær.xml": b"nytt"}, {"d.svg": b"<svg/>"})
    old, new = entries(before), entries(after)
    assert list(new) == [*old, "d.svg"]
    assert [name for name in old if old[name] != new[name]] == ["b/blåbær.xml"]
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert archive.testzip() is None
        assert archive.read("b/blåbær.xml") == b"nytt"
        assert archive.read("d.svg") == b"<svg/>"
        assert archive.comment == b"fra Word"
        info = archive.getinfo("b/blåbær.xml")
        assert info.date_time == (2024, 5, 17, 9, 1, 0)
        assert info.comment == "om b/blåbær.xml".encode()


def test_a_part_can_be_taken_out() -> None:
    after = changed(packed(), {}, {}, {"a.xml"})
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert archive.namelist() == ["b/blåbær.xml", "c.png"]
        assert archive.testzip() is None


def test_nothing_to_change_gives_the_same_bytes() -> None:
    before = packed()
    assert changed(before, {}, {}) is before


def test_a_part_with_long_numbers_is_moved_with_the_rest() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", "a")
        with archive.open("b.xml", "w", force_zip64=True) as part:
            part.write(b"b")
        archive.writestr("c.xml", "c")
    after = changed(buffer.getvalue(), {"a.xml": b"lenger " * 40}, {})
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert archive.testzip() is None
        assert [archive.read(name)[:1] for name in archive.namelist()] == [b"l", b"b", b"c"]
