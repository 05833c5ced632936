"""`python -m qualtool`, and the command `qualtool`."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Run the program with the arguments it was started with; the exit code."""
    if sys.argv[1:] == ["--version"]:  # answered before anything else is loaded
        from qualtool import __version__

        sys.stdout.write(f"qualtool {__version__}\n")
        return 0
    from qualtool import cli

    return cli.run(sys.argv[1:], _window)


def _window(study: Path | None, sample: bool) -> int:
    from qualtool import app

    return app.run(study, sample=sample)


if __name__ == "__main__":
    sys.exit(main())
