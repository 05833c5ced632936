"""What must never be in the repository or reach out from the program."""

from __future__ import annotations

import re

import pytest

from tests.rules.tree import ROOT, files, imported, modules, shown

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
    rb"(?<![\w.])/(?:home|Users|work|root)/[\w.-]+|(?i:\b[a-z]:\\{1,2}Users\\{1,2}\w)"
)
NETWORK = re.compile(
    r"(socket|ssl|http|ftplib|smtplib|imaplib|poplib|telnetlib|xmlrpc|socketserver|webbrowser"
    r"|urllib\.request|requests|httpx|aiohttp|urllib3|websockets"
    r"|PySide6\.(QtNetwork|QtWebEngine\w*|QtWebSockets|QtWebView))(\.|$)"
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


def test_no_module_can_reach_a_network() -> None:
    found = [
        f"{shown(module, line)} {name}"
        for module in (*modules(), *modules(ROOT / "resources"))
        for line, name in imported(module)
        if NETWORK.match(name)
    ]
    assert found == []
