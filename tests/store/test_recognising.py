"""What a file is, by its bytes alone."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from qualtool.store import recognising
from qualtool.store.recognising import Kind
from tests.store import coded


@pytest.mark.parametrize("seed", range(200))
def test_noise_is_always_taken_for_something_encrypted(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "x"
    path.write_bytes(random.Random(seed).randbytes(4096))
    assert recognising.kind_of(path) is Kind.ENCRYPTED


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", Kind.BLANK),
        (bytes(5000), Kind.BLANK),
        (b"SQLite format 3\x00", Kind.DATABASE),
        (b"SQLite format 3\x00" + bytes(8192), Kind.DATABASE),
        (b"SQLite format 4\x00" + bytes(8192), Kind.OTHER),
        (b"PK\x03\x04" + random.Random(1).randbytes(4092), Kind.OTHER),
        (random.Random(1).randbytes(4095), Kind.OTHER),
        (random.Random(1).randbytes(4097), Kind.OTHER),
        (bytes(range(256)) * 16, Kind.ENCRYPTED),
        (b"Vi hadde jo ikke tid. " * 4096, Kind.OTHER),
        (random.Random(1).randbytes(3072).hex().encode(), Kind.OTHER),
    ],
)
def test_kinds_of_files(tmp_path: Path, content: bytes, kind: Kind) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    assert recognising.kind_of(path) is kind


def test_only_an_encrypted_file_has_a_key(tmp_path: Path) -> None:
    for phrase in ("", coded.PHRASE):
        path = tmp_path / f"studie{bool(phrase)}.qualtool"
        coded.make(path, phrase=phrase).close()
        assert bool(recognising.key_of(path, coded.PHRASE)) == bool(phrase)
