"""The two commands of `dev.py`: start the program, and check it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import environment
import system
from telling import SetUpError, say

ROOT = Path(__file__).resolve().parent.parent

USAGE = """\
python3 packaging/dev.py run               open the window on the sample study
python3 packaging/dev.py run ARGUMENTS     start the program with these arguments
python3 packaging/dev.py test              make every check; ARGUMENTS go to pytest"""

LANGUAGES = ("nb", "nn", "en")
NO_DISPLAY = """\
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.
Everything the window does can be done from the command line; this lists it:

    python3 packaging/dev.py run --help
"""

ROOM = 4 * 1024**3  # bytes; the tests need a part of it

# In the order of cost: what is soonest told comes first.
GATES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff format --check", ("-m", "ruff", "format", "--check")),
    ("ruff check", ("-m", "ruff", "check")),
    ("mypy", ("-m", "mypy")),
    ("lint-imports", ("-c", "from importlinter.cli import lint_imports_command as c; c()")),
    # Half the time on two cores; who finishes first takes over from the other.
    ("pytest", ("-m", "pytest", "--cov", "--numprocesses", "auto", "--dist", "worksteal")),
)


def main(arguments: Sequence[str]) -> int:
    """Carry out a command line (without the program's name); returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old console may lack a dash
    commands: dict[str, Callable[[Sequence[str]], int]] = {"run": run, "test": test}
    if not arguments or arguments[0] not in commands:
        asked = bool(arguments) and arguments[0] in ("-h", "--help")
        print(USAGE, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        return commands[arguments[0]](arguments[1:])
    except SetUpError as reason:
        say(f"\n{reason}")
        return 1
    except (OSError, ValueError) as error:
        say(f"\nSomething here cannot be read or started: {error}")
        return 1
    except KeyboardInterrupt:
        say("")
        return 130


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether the program opens its window when it is given these arguments.

    It does where they name no command: nothing, a study, or the sample. What is no option of its
    is for the program to refuse, which takes no window.
    """
    words = iter(arguments)
    named = ""
    for word in words:
        option, sign, value = word.partition("=")
        if option in ("--lang", "--language"):
            if (value if sign else next(words, "")) not in LANGUAGES:
                return False
        elif word.startswith("-"):
            if word != "--sample":
                return False
        else:
            named = named or word
    return not named or named == "open" or _is_study(named)


def _is_study(word: str) -> bool:
    path = Path(word)
    return bool(path.suffix) or len(path.parts) > 1 or Path(f"{word}.qualtool").exists()


def run(arguments: Sequence[str]) -> int:
    """Start the program; without arguments, its window on the sample study."""
    window = opens_window(arguments)
    if window and not system.has_display():
        raise SetUpError(NO_DISPLAY)
    set_up(window=window, development=False)
    python = environment.python_in(ROOT / ".venv")
    # -P: a file named like a module in the folder of the transcripts must not be taken for one.
    command = [str(python), "-P", "-m", "qualtool", *(arguments or ["--sample"])]
    if os.name == "posix":
        os.execv(command[0], command)  # the program takes this process's place
    return subprocess.call(command)


def test(arguments: Sequence[str]) -> int:
    """Make every check in order and stop at the first that fails, with its exit code."""
    set_up(window=True, development=True)
    *others, (last, pytest) = GATES
    gates = (*others, (last, (*pytest, *arguments)))
    return pass_gates(gates, python=environment.python_in(ROOT / ".venv"))


def pass_gates(gates: Iterable[tuple[str, Sequence[str]]], *, python: Path) -> int:
    """Run each gate (a name, arguments to Python) until one fails; returns its exit code or 0.

    Each is named before it starts, and the times are told at the end.
    """
    around = surroundings()
    times: list[str] = []
    code = 0
    began = time.monotonic()
    for name, command in gates:
        print(f"\n── {name}", flush=True)
        start = time.monotonic()
        code = subprocess.call([python, *command], cwd=ROOT, env=around)
        failed = " (failed)" if code else ""
        times.append(f"{name} {time.monotonic() - start:.1f} s{failed}")
        if code:
            break
    print(f"\n{' · '.join(times)} · together {time.monotonic() - began:.0f} s", flush=True)
    return code


def surroundings(memory: Path = Path("/dev/shm")) -> dict[str, str]:
    """The variables that the gates run with: no screen, and no waiting for what can be kept.

    Compiled modules are kept beside the packages, also for those who want none among the sources.
    Where the system offers a folder in `memory`, with room, temporary files lie there: a project
    file waits for the disk at each step, which takes the tests longer than the step.
    """
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    around.pop("PYTHONDONTWRITEBYTECODE", None)
    around["PYTHONPYCACHEPREFIX"] = str(ROOT / ".venv" / "compiled")
    if "TMPDIR" not in around and _has_room(memory):
        around["TMPDIR"] = str(memory)
    return around


def _has_room(memory: Path) -> bool:
    if not (sys.platform == "linux" and memory.is_dir() and os.access(memory, os.W_OK)):
        return False
    found = os.statvfs(memory)
    runs_programs = not found.f_flag & os.ST_NOEXEC  # some tests make small ones
    return runs_programs and found.f_bavail * found.f_frsize > ROOM


def set_up(*, window: bool, development: bool) -> None:
    """See to the system's libraries and `.venv`; does nothing where nothing is to be done."""
    ready = environment.is_ready(ROOT, development=development)
    system.see_to(window=window, environment=not ready)
    if not ready:
        environment.make_ready(ROOT, development=development)
