"""What may be told of a fault: where it happened, never what anybody said.

A traceback names our own lines. An exception's message may quote what was being worked with, so
only the messages of kinds that speak of the program alone are kept; of others the kind remains.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final

from qualtool import __version__

_HARMLESS: Final = (
    AttributeError,
    ImportError,
    NameError,
    NotImplementedError,
    RecursionError,
    ZeroDivisionError,
    MemoryError,
    TypeError,
)
_PACKAGE: Final = Path(__file__).parent.parent


def report(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> str:
    """What a report of this fault holds: versions, the traceback's places, the kinds of errors."""
    head = (
        f"Qualtool {__version__}, Python {platform.python_version()}, {_qt()}, "
        f"{platform.system()} {platform.release()} {platform.machine()}"
    )
    lines = [head, "", *_chain(kind, error, trace)]
    return "\n".join(lines)


def _chain(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> Iterator[str]:
    before = _before(error)
    if before is not None:
        yield from _chain(type(before), before, before.__traceback__)
        yield ""
    for frame in traceback.extract_tb(trace):
        yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
    yield _kind(kind, error)


def _before(error: BaseException | None) -> BaseException | None:
    if error is None or error.__cause__ is not None:
        return error.__cause__ if error is not None else None
    return None if error.__suppress_context__ else error.__context__


def _kind(kind: type[BaseException], error: BaseException | None) -> str:
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name}: {error.errno} {error.strerror}"
    if isinstance(error, _HARMLESS) and not isinstance(error, ModuleNotFoundError):
        message = str(error).splitlines()
        return f"{name}: {message[0]}" if message else name
    return name


def _place(file: str) -> str:
    path = Path(file)
    if path.is_relative_to(_PACKAGE):
        return str(path.relative_to(_PACKAGE.parent))
    for folder in sys.path:
        if folder and path.is_relative_to(folder):
            return str(path.relative_to(folder))
    return path.name


def _qt() -> str:
    from PySide6 import __version__ as version

    return f"PySide {version}"
