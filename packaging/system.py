"""What the computer itself must have before the window can open, and how to get it.

Qt's own libraries come with its package. On Linux they lean on libraries of the system that a
bare machine does not have; Debian and Ubuntu also keep a part of Python in a package of its own.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from collections.abc import Iterable

from telling import SetUpError, say, wait_for

# What Qt's window and drawing parts are linked with: library, package on Debian and Ubuntu.
QT_LIBRARIES = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libX11.so.6", "libx11-6"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libgthread-2.0.so.0", "libglib2.0-0"),
    ("libxcb.so.1", "libxcb1"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render.so.0", "libxcb-render0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-shm.so.0", "libxcb-shm0"),
    ("libxcb-sync.so.1", "libxcb-sync1"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)


def missing_libraries(libraries: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of the libraries that this system cannot load, each with its package."""
    return [(library, package) for library, package in libraries if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def lacking(
    *, window: bool, environment: bool, libraries: Iterable[tuple[str, str]] = QT_LIBRARIES
) -> dict[str, str]:
    """What the system lacks, each with the package that holds it on Debian and Ubuntu.

    `window`: Qt is going to be loaded; `environment`: `.venv` is going to be made.
    """
    found: dict[str, str] = {}
    if window and sys.platform == "linux":
        found.update(missing_libraries(libraries))
    importlib.invalidate_caches()
    if environment and importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        found["Python's ensurepip"] = f"python{version}-venv"
    return found


def supply(missing: dict[str, str], *, may_install: bool) -> None:
    """Install the packages that hold what is missing.

    Raises SetUpError where that may not be done or fails, with the command that does it.
    """
    packages = sorted(set(missing.values()))
    if shutil.which("apt-get") is None:
        raise SetUpError(
            f"This system lacks something Qualtool needs: {', '.join(missing)}.\n"
            "Please install it with your system's package manager, then try again."
        )
    if not may_install:
        raise SetUpError(
            "This system lacks something Qualtool needs. This command installs it:\n\n"
            f"    sudo apt-get install {' '.join(packages)}\n"
        )
    _install(packages)


def see_to(*, window: bool, environment: bool) -> None:
    """Let the system have what is needed, or raise SetUpError with the way out."""
    missing = lacking(window=window, environment=environment)
    if not missing:
        return
    supply(missing, may_install=os.name == "posix" and os.geteuid() == 0)
    still = lacking(window=window, environment=environment)
    if still:
        raise SetUpError(
            f"Installed {' '.join(sorted(set(missing.values())))}, "
            f"but {', '.join(still)} cannot be loaded still.\n"
            "Please install what holds it, then try again."
        )


def _install(packages: list[str]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ("apt-get", "-q", "-o", "DPkg::Lock::Timeout=120")
    # A failed update may still leave lists that serve; the installation tells.
    _, told = wait_for("Looking up system packages", (*apt, "update"), environment=quiet)
    code, output = wait_for(
        f"Installing system packages ({len(packages)})",
        (*apt, "install", "--yes", "--no-install-recommends", *packages),
        environment=quiet,
    )
    if code != 0:
        say(told + output)
        raise SetUpError(
            "The system packages could not be installed (what apt-get said is above).\n"
            "Once that is mended, try again, or install them by hand:\n\n"
            f"    apt-get install {' '.join(packages)}\n"
        )


def has_display() -> bool:
    """Whether a window can be shown here, or Qt has been told of another way to draw."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
