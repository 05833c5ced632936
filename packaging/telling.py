"""What the set-up says to whoever waits for it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path


class SetUpError(Exception):
    """The set-up stops here; the text says why and what to do."""


def say(text: str) -> None:
    """Say something on standard error, so that the program's own output stays its own."""
    print(text, file=sys.stderr, flush=True)


def wait_for(
    what: str,
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    directory: Path | None = None,
) -> tuple[int, str]:
    """Say what is done, run a command, and return its exit code and all that it printed.

    At a terminal the seconds are counted meanwhile.
    """
    counting = sys.stderr.isatty()
    if not counting:
        say(f"{what} …")
    start = time.monotonic()
    with subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
        cwd=directory,
    ) as process:
        output = ""
        while True:
            if counting:
                seconds = int(time.monotonic() - start)
                print(f"\r{what} … {seconds} s ", end="", file=sys.stderr, flush=True)
            try:
                output, _ = process.communicate(timeout=1)
                break
            except subprocess.TimeoutExpired:
                continue
            except KeyboardInterrupt:
                process.terminate()
                raise
            finally:
                if counting and process.returncode is not None:
                    say("")
    return process.returncode, output
