"""The folder `.venv`, with Qualtool and the packages it needs, made when it is not there.

A stamp in it says what it was made for, so that a second start has nothing to do, and an
interrupted one is noticed.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
import tomllib
from pathlib import Path
from typing import Any

from telling import SetUpError, say, wait_for

UNFINISHED = "unfinished\n"
_NO_NETWORK = re.compile(
    r"NewConnectionError|Failed to establish a new connection|name resolution|ConnectTimeout"
    r"|No matching distribution found|ProxyError|Network is unreachable|ReadTimeout"
)


def python_in(environment: Path) -> Path:
    """Where the Python of an environment lies on this kind of system."""
    if os.name == "nt":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def wanted_stamp(root: Path, *, development: bool) -> dict[str, Any]:
    """What an environment must be made for: where, which Python, which needs of pyproject.toml."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    about = project["project"]
    needs = [
        project["build-system"],
        project["tool"]["setuptools"],
        *(about.get(key) for key in ("dependencies", "optional-dependencies", "requires-python")),
        *(about.get(key) for key in ("scripts", "entry-points")),
    ]
    return {
        "root": str(root),
        "python": _running_python(),
        "needs": hashlib.sha256(json.dumps(needs, sort_keys=True).encode()).hexdigest(),
        "development": development,
    }


def stamp_file(environment: Path) -> Path:
    """The file that says what an environment was made for."""
    return environment / "qualtool.json"


def note_done(root: Path, *, development: bool) -> None:
    """Leave the stamp that says `.venv` is whole and meets what pyproject.toml asks for now."""
    done = json.dumps(wanted_stamp(root, development=development), indent=1)
    stamp_file(root / ".venv").write_text(done, encoding="utf-8")


def is_ready(root: Path, *, development: bool) -> bool:
    """Whether `.venv` needs nothing done to it."""
    environment = root / ".venv"
    if _is_broken(root, environment):
        return False
    stamp = _stamp(environment)
    return stamp in (
        wanted_stamp(root, development=development),
        wanted_stamp(root, development=True),
    )


def make_ready(root: Path, *, development: bool) -> None:
    """Make `.venv` if it is missing or broken, and install what pyproject.toml asks for.

    Raises SetUpError, with a way out, where that fails.
    """
    environment = root / ".venv"
    try:
        if environment.exists() and _is_broken(root, environment):
            say("The folder .venv is unfinished or from another place or Python; making it anew.")
            shutil.rmtree(environment)
        development = development or bool((_stamp(environment) or {}).get("development"))
        _make(environment)
        _install(root, environment, development=development)
    except OSError as error:
        raise SetUpError(
            f"The folder {environment} could not be written: {error.strerror or error}.\n"
            "Check who owns it and whether the disk is full, then try again."
        ) from None


def _running_python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _stamp(environment: Path) -> dict[str, Any] | None:
    try:
        stamp = json.loads(stamp_file(environment).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return stamp if isinstance(stamp, dict) else None


def _is_broken(root: Path, environment: Path) -> bool:
    try:
        settings = (environment / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return True
    version = re.search(r"^version(?:_info)?\s*=\s*(\d+\.\d+)", settings, re.MULTILINE)
    if version is None or version[1] != _running_python() or not python_in(environment).exists():
        return True
    try:
        left = stamp_file(environment).read_text(encoding="utf-8")
    except OSError:
        return False  # somebody made it by hand
    stamp = _stamp(environment)
    return left == UNFINISHED or stamp is None or stamp.get("root") != str(root)


def _make(environment: Path) -> None:
    if environment.exists():
        return
    environment.mkdir()
    stamp_file(environment).write_text(UNFINISHED, encoding="utf-8")
    # Started from inside another environment, Python knows which one it came from.
    base = getattr(sys, "_base_executable", None) or sys.executable
    code, output = wait_for(
        f"Making .venv with Python {_running_python()}",
        (base, "-m", "venv", environment),
        environment=_clean_environment(),
    )
    if code != 0:
        say(output)
        raise SetUpError("The folder .venv could not be made (what Python said is above).")
    stamp_file(environment).unlink()


def _install(root: Path, environment: Path, *, development: bool) -> None:
    stamp = stamp_file(environment)
    before = stamp.read_text(encoding="utf-8") if stamp.exists() else None
    stamp.write_text(UNFINISHED, encoding="utf-8")
    pip = (python_in(environment), "-m", "pip", "--no-input", "--disable-pip-version-check")
    what = "Qualtool, its packages and the development tools" if development else "Qualtool"
    # The checks compile what they need to a place of their own: all of every package is far more.
    options = ("--no-compile",) if development else ()
    code, output = wait_for(
        f"Installing {what}; the first time this takes a few minutes",
        (*pip, "install", *options, "--editable", ".[development]" if development else "."),
        environment=_clean_environment(),
        directory=root,
    )
    if code == 0:
        note_done(root, development=development)
        return
    # pip fetches everything before it touches anything, and takes back what it began.
    if before is None:
        stamp.unlink()
    else:
        stamp.write_text(before, encoding="utf-8")
    if _NO_NETWORK.search(output):
        say("\n".join(line for line in output.splitlines() if "ERROR" in line))
        raise SetUpError(
            "The packages could not be fetched (what pip said is above).\n"
            "Is this computer on the network? Try again when it is; nothing is lost."
        )
    say(output)
    raise SetUpError("The packages could not be installed (what pip said is above).")


def _clean_environment() -> dict[str, str]:
    """The environment variables, less those that would lead pip out of `.venv`."""
    leading_out = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    kept = {name: value for name, value in os.environ.items() if name not in leading_out}
    return {**kept, "PIP_USER": "0"}
