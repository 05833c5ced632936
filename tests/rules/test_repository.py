"""What must never be in the repository."""

from __future__ import annotations

import re

import pytest

from tests.rules.tree import files, shown

# Written in pieces so that this file does not hold them itself.
REGISTRIES = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "deb.debian" + ".org",
    "archive.ubuntu" + ".com",
)
FOLDERS_OF_SOMEBODY = re.compile(
    # People in tests are invented; what is looked for is anybody else.
    rb"(?<![\w.])/(?:home|Users|work|root)/(?!(?:kari|ola|marte|kim)\b)[\w.-]+|(?i:\b[a-z]:\\{1,2}Users\\{1,2}\w)"
)


@pytest.mark.parametrize("host", REGISTRIES)
def test_no_registry_is_named(host: str) -> None:
    found = [shown(path) for path in files() if host.encode() in path.read_bytes().lower()]
    assert found == []


def test_no_folder_of_a_developers_machine_is_named() -> None:
    found = [
        f"{shown(path)}: {match[0].decode(errors='replace')}"
        for path in files()
        if (match := FOLDERS_OF_SOMEBODY.search(path.read_bytes()))
    ]
    assert found == []
