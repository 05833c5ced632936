"""Start Qualtool, or check it, from a fresh copy of this repository.

    python3 packaging/dev.py run               the window, on the sample study
    python3 packaging/dev.py run ARGUMENTS     the program with these arguments
    python3 packaging/dev.py test              every check, in order

Needs Python 3.11 or newer and, the first time, a network to fetch packages from. What is set up
lies in `.venv`; delete that folder to start anew. Any Python 3 must be able to read this file, so
that an older one can say which is needed; what only a newer one understands stands beside it.
"""

import shutil
import sys

NEEDED = (3, 11)


def main() -> int:
    """Do what the command line asks for and return the exit code."""
    if sys.version_info < NEEDED:
        return refuse(sys.version_info[:2])
    try:
        import commands
    except ModuleNotFoundError as error:
        sys.stderr.write(
            f"This Python lacks a part of its standard library ({error.name}).\n"
            "On Debian and Ubuntu this command installs it:\n\n"
            "    sudo apt-get install python3 python3-venv\n\n"
        )
        return 1
    return commands.main(sys.argv[1:])


def refuse(version: tuple) -> int:  # type: ignore[type-arg]  # older Pythons have no tuple[...]
    """Say which Python is needed, and which of those here would do."""
    needed = ".".join(str(part) for part in NEEDED)
    found = ".".join(str(part) for part in version)
    sys.stderr.write(f"Qualtool needs Python {needed} or newer; this is Python {found}.\n")
    newer = [f"python3.{minor}" for minor in range(NEEDED[1], 20)]
    here = [name for name in newer if shutil.which(name)]
    if here:
        sys.stderr.write(f"There is one here: write {here[0]} in place of python3.\n")
    else:
        sys.stderr.write("Please install it (https://www.python.org/downloads/), then try again.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
