"""Changing a few parts of a packed document and leaving every other byte of it as it was.

An entry that is not changed is copied as it stands, packed and with its dates, and in its place.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_ELSEWHERE: Final = 0xFFFFFFFF  # the number stands in the extra field
_LONG_NUMBERS: Final = 1  # that extra field
_SIZES_AFTER: Final = 8  # the flag that sizes follow the content
_FIRST_OF_1980: Final = (0, 33)  # the earliest time and date that a zip can say


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the directory: as it is written, and what stands before it in the file."""

    name: str
    fixed: tuple[int, ...]
    after: bytes
    start: int


def changed(
    data: bytes,
    replaced: Mapping[str, bytes],
    added: Mapping[str, bytes],
    removed: Collection[str] = (),
) -> bytes:
    """The zip with other contents for some of its parts, new parts last, and some taken out.

    Where nothing differs the same bytes come back. Raises zipfile.BadZipFile for what is no zip.
    """
    if not replaced and not added and not removed:
        return data
    archive = zipfile.ZipFile(io.BytesIO(data))
    entries = _entries(data, archive)
    starts = sorted(each.start for each in entries)
    ends = dict(zip(starts, [*starts[1:], archive.start_dir], strict=True))
    out = bytearray(data[: starts[0]] if starts else b"")
    directory = []
    for entry in sorted(entries, key=lambda each: each.start):
        if entry.name in removed:
            continue
        start = len(out)
        if entry.name in replaced:
            local, line = _packed(entry, data, replaced[entry.name], start)
            out += local
        else:
            out += data[entry.start : ends[entry.start]]
            line = _line(entry.fixed, entry.after, start)
        directory.append((entry.start, line))
    order = {entry.start: place for place, entry in enumerate(entries)}
    directory.sort(key=lambda each: order[each[0]])
    lines = [line for _start, line in directory]
    for name, content in added.items():
        local, line = _new(name, content, len(out))
        out += local
        lines.append(line)
    start = len(out)
    out += b"".join(lines)
    size = len(out) - start
    many = len(lines)
    comment = archive.comment
    out += _END.pack(b"PK\x05\x06", 0, 0, many, many, size, start, len(comment)) + comment
    return bytes(out)


def _entries(data: bytes, archive: zipfile.ZipFile) -> list[_Entry]:
    found = []
    at = archive.start_dir
    for info in archive.infolist():
        fixed = _CENTRAL.unpack_from(data, at)
        if fixed[0] != b"PK\x01\x02":
            raise zipfile.BadZipFile("the directory is not where it should be")
        length = sum(fixed[10:13])
        after = data[at + _CENTRAL.size : at + _CENTRAL.size + length]
        found.append(_Entry(info.filename, fixed, after, info.header_offset))
        at += _CENTRAL.size + length
    return found


def _line(fixed: tuple[int, ...], after: bytes, start: int) -> bytes:
    """A line of the directory with where its entry now begins."""
    if fixed[16] != _ELSEWHERE:
        return _CENTRAL.pack(*fixed[:16], start) + after
    # The place is the last number of the extra field that is there.
    name, extra = fixed[10], fixed[11]
    block = bytearray(after[name : name + extra])
    at = 0
    while at + 4 <= len(block):
        kind, size = struct.unpack_from("<HH", block, at)
        if kind == _LONG_NUMBERS:
            sizes = sum(each == _ELSEWHERE for each in (fixed[8], fixed[9]))
            struct.pack_into("<Q", block, at + 4 + 8 * sizes, start)
        at += 4 + size
    return _CENTRAL.pack(*fixed) + after[:name] + bytes(block) + after[name + extra :]


def _packed(entry: _Entry, data: bytes, content: bytes, start: int) -> tuple[bytes, bytes]:
    """An entry with another content, its date and its name as they were."""
    local = _LOCAL.unpack_from(data, entry.start)
    at = entry.start + _LOCAL.size
    name = data[at : at + local[9]]
    packed, check = _deflated(content), zlib.crc32(content)
    flags = local[2] & ~_SIZES_AFTER
    sizes = (check, len(packed), len(content))
    head = _LOCAL.pack(b"PK\x03\x04", 20, flags, 8, local[4], local[5], *sizes, len(name), 0)
    old = entry.fixed
    rest = entry.after[old[10] + old[11] :]
    line = _CENTRAL.pack(
        old[0], old[1], 20, old[3] & ~_SIZES_AFTER, 8, old[5], old[6], *sizes,
        old[10], 0, old[12], 0, *old[14:16], start,
    )  # fmt: skip
    return head + name + packed, line + entry.after[: old[10]] + rest


def _new(name: str, content: bytes, start: int) -> tuple[bytes, bytes]:
    written = name.encode()
    flags = 0 if name.isascii() else 0x800
    packed, check = _deflated(content), zlib.crc32(content)
    shared = (20, flags, 8, *_FIRST_OF_1980, check, len(packed), len(content), len(written), 0)
    local = _LOCAL.pack(b"PK\x03\x04", *shared) + written + packed
    return local, _CENTRAL.pack(b"PK\x01\x02", 20, *shared, 0, 0, 0, 0, start) + written


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()
