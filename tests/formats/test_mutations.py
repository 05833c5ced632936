"""Whatever has happened to a file, it is read or refused in words, soon and in little memory."""

from __future__ import annotations

import contextlib
import time

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from tests.formats.checking import check
from tests.formats.mutating import mutated

COUNT, SEED = 2_000, 20_260_301


def test_a_file_made_worse_is_read_or_refused_in_words() -> None:
    for number, (name, data) in enumerate(mutated(COUNT, SEED)):
        begun = time.process_time()
        with contextlib.suppress(QualtoolError):
            check(plugins.read(data, name))
        assert time.process_time() - begun < 5, (number, name)
