"""Ten thousand files made worse: how long the slowest takes, and how much memory all of them."""

from __future__ import annotations

import resource
import time
from typing import Any

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from tests.formats.mutating import mutated

COUNT, SEED = 10_000, 7


def test_ten_thousand_files_made_worse(benchmark: Any) -> None:
    slowest = [0.0, ""]
    read = [0, 0]

    def run() -> None:
        for name, data in mutated(COUNT, SEED):
            begun = time.process_time()
            try:
                plugins.read(data, name)
                read[0] += 1
            except QualtoolError:
                read[1] += 1
            slowest[:] = max(slowest, [time.process_time() - begun, name])

    benchmark.pedantic(run, rounds=1)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"\n{read[0]} read, {read[1]} refused; the slowest {slowest[0]:.2f} s ({slowest[1]}), "
        f"at most {most:.0f} MB"
    )
