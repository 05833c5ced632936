"""How soon the window is there, and what it needs at rest: for people, not for the suite.

Run with `pytest tests/benchmarks/test_window.py --benchmark-only -s`.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from qualtool.operations import sample

ROUNDS = 5


@pytest.mark.parametrize("opened", ["the sample study", "no project"])
def test_the_window(
    benchmark: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], opened: str
) -> None:
    study = str(sample.own_copy(tmp_path)) if opened == "the sample study" else ""
    environment = {**os.environ, "QUALTOOL_HOME": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    told: list[dict[str, float]] = []

    def start() -> None:
        begun = str(time.monotonic_ns())
        result = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.first_frame", study, begun],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        told.append(json.loads(result.stdout))

    benchmark.pedantic(start, rounds=ROUNDS, warmup_rounds=1)
    shown = [each["shown_ms"] for each in told[1:]]
    worked = statistics.median(each["worked_ms"] for each in told[1:])
    with capsys.disabled():
        print(
            f"\nwindow of {opened} painted after {min(shown):.0f} ms at best, "
            f"{statistics.median(shown):.0f} ms in the middle (wanted: 1000), "
            f"{worked:.0f} ms of them at work; "
            f"at rest {max(each['resident_mb'] for each in told):.0f} MB (wanted: 180), "
            f"at most {max(each['peak_mb'] for each in told):.0f} MB"
        )
    assert min(shown) > 0
