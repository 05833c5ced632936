"""Nothing goes over a network.

The first test looks for code that could; the others carry out the main job in a process that ends
at once, with an exit code of its own, when anything in it tries.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from qualtool.store.project import Project
from tests.rules.tree import ROOT, imported, modules, shown

REACHES_OUT = re.compile(
    r"(socket|ssl|http|ftplib|smtplib|imaplib|poplib|telnetlib|xmlrpc|socketserver|webbrowser"
    r"|urllib\.request|requests|httpx|aiohttp|urllib3|websockets"
    r"|PySide6\.(QtNetwork|QtWebEngine\w*|QtWebSockets|QtWebView))(\.|$)"
)

WATCHED = """
import json, os, sys

def watch(event, _arguments):
    if event.split(".")[0] in ("socket", "urllib", "http", "ftplib", "smtplib", "webbrowser"):
        os.write(2, f"tried to reach a network: {event}\\n".encode())
        os._exit(99)

sys.addaudithook(watch)
"""

COMMANDS = """
from qualtool import cli

def no_window(_study, _sample):
    raise AssertionError("no window was asked for")

for arguments in json.load(sys.stdin):
    code = cli.run(arguments, no_window)
    if code:
        sys.exit(f"{arguments}: {code}")
"""

WINDOW = """
from pathlib import Path
from PySide6.QtCore import QTimer
from qualtool import app

QTimer.singleShot(500, app.application(), app.application().quit)
sys.exit(app.run(Path(sys.stdin.read())))
"""

TALK = """\
Intervjuer: Hva gjorde dere da?
Informant 1: Vi ringte hverandre hver torsdag, og da løste det seg.
Intervjuer: Hver torsdag?
Informant 1: Ja, til faste tider. Uten det hadde ingenting skjedd.
"""

CODINGS = """\
document;code;quote;valence
samtale;faste tider;Vi ringte hverandre hver torsdag;mulighet
"""


def _run(program: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WATCHED + program],
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


def test_no_module_can_reach_a_network() -> None:
    found = [
        f"{shown(module, line)} {name}"
        for module in (*modules(), *modules(ROOT / "resources"))
        for line, name in imported(module)
        if REACHES_OUT.match(name)
    ]
    assert found == []


def test_a_process_that_tries_is_caught() -> None:
    ended = _run("import socket; socket.create_connection(('127.0.0.1', 9))")
    assert ended.returncode == 99
    assert "tried to reach a network" in ended.stderr


def test_the_command_line_does_the_main_job_without_a_network(tmp_path: Path) -> None:
    talk, codings = tmp_path / "samtale.txt", tmp_path / "codings.csv"
    talk.write_text(TALK, encoding="utf-8")
    codings.write_text(CODINGS, encoding="utf-8")
    study = str(tmp_path / "study.qualtool")
    commands = [
        ["new", study, "--language", "nb", "--coder", "Kim"],
        ["import", study, str(talk)],
        ["code", study, str(codings)],
        ["info", study, "--json"],
        ["show", study, "samtale"],
        *(
            ["export", study, table, "--to", str(tmp_path / f"{table}.{ending}")]
            for table in ("excerpts", "themes", "codebook", "memos")
            for ending in ("docx", "xlsx", "csv", "html", "md")
        ),
        ["history", study],
        ["undo", study],
        ["redo", study],
        ["check", study],
    ]
    ended = _run(COMMANDS, json.dumps(commands), QUALTOOL_HOME=str(tmp_path / "home"))
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "excerpts.docx").stat().st_size > 1000


def test_the_window_opens_a_project_without_a_network(project: Project, tmp_path: Path) -> None:
    project.close()
    ended = _run(WINDOW, str(project.path), QUALTOOL_HOME=str(tmp_path / "home"))
    assert ended.returncode == 0, ended.stderr
