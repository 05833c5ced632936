"""`python -m qualtool`, and the command `qualtool`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _

Window = Callable[[Path | None, bool], int]


def main() -> int:
    """Run the program with the arguments it was started with; the exit code."""
    if sys.argv[1:] == ["--version"]:  # answered before anything else is loaded
        from qualtool import __version__

        sys.stdout.write(f"qualtool {__version__}\n")
        return 0
    window: Window = _window
    named = [Path(each) for each in sys.argv[1:]]
    if _opens_only(named) and _has_display():  # sooner without the command line
        try:
            return _window(named[0] if named else None, False)
        except Exception as error:  # which is told by the command line, as any other
            window = _failing(error)
    from qualtool import cli

    return cli.run(sys.argv[1:], window)


def _opens_only(named: Sequence[Path]) -> bool:
    """Whether nothing is asked for but the window, on one project that is there or on none."""
    return len(named) < 2 and all(each.suffix == ".qualtool" and each.is_file() for each in named)


def _failing(error: Exception) -> Window:
    def fail(_study: Path | None, _sample: bool) -> int:
        raise error

    return fail


def _window(study: Path | None, sample: bool) -> int:
    if not _has_display():  # Qt would end the process without a word to the researcher
        raise QualtoolError(
            "no_display",
            _(
                "There is no display here, so no window can open. All of it can be done from the "
                "command line: see “qualtool --help”."
            ),
        )
    before_qt(project=study is not None or sample)
    from qualtool import app, cli_language

    return app.run(study, sample=sample, language=cli_language.asked_for(sys.argv[1:]))


def before_qt(*, project: bool = True) -> None:
    """Make the start quick.

    Starting makes much and drops nothing, so looking for garbage meanwhile, a tenth of the time,
    finds none; `app.start` lets it begin. Once Qt is loaded every import goes through a slower
    one of PySide's, so what is large and needs no Qt is loaded before, where a `project` is to be
    opened; the welcome screen is there without it.
    """
    gc.disable()
    if project:
        import_module("qualtool.store.project")


def _has_display() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
