"""The researcher's own choices: language, looks, name, and what was open last.

They lie as JSON in the computer's folder for such things. Nothing of a project is kept there but
where its file is.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

import platformdirs

MOST_RECENT: Final = 12
THEMES: Final = ("system", "light", "dark", "contrast")
FACES: Final = ("serif", "sans")
SPACINGS: Final = ("close", "ordinary", "wide")
TEXT_SIZES: Final = (80, 90, 100, 110, 125, 150, 175, 200)  # percent
_HOME: Final = "QUALTOOL_HOME"  # one folder for everything, such as on a memory stick


@dataclass(frozen=True, slots=True)
class Settings:
    """What the researcher has chosen.

    `language` is `nb`, `nn`, `en`, or empty for the computer's; `text_size` is in percent;
    `recent` are paths of projects, the last first; `coder` is the researcher's name as coder;
    `geometry` and `layout` are what the window wants kept of its size and its panes.
    """

    language: str = ""
    theme: str = "system"
    text_size: int = 100
    reader_face: str = "serif"
    reader_spacing: str = "ordinary"
    coder: str = ""
    recent: tuple[str, ...] = ()
    last_folder: str = ""
    geometry: str = ""
    layout: Mapping[str, str] = field(default_factory=dict)


def config_folder() -> Path:
    """Where settings lie."""
    if home := os.environ.get(_HOME):
        return Path(home)
    return platformdirs.user_config_path("qualtool", appauthor=False)


def data_folder() -> Path:
    """Where the program keeps what it makes for the researcher, such as the sample study."""
    if home := os.environ.get(_HOME):
        return Path(home)
    return platformdirs.user_data_path("qualtool", appauthor=False)


def path() -> Path:
    """The settings file."""
    return config_folder() / "settings.json"


def load() -> Settings:
    """The settings; what is missing, broken or unknown in the file is as if never chosen."""
    try:
        content = json.loads(path().read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(content, dict):
        return Settings()
    known = {each.name for each in fields(Settings)}
    kept = {
        name: _SHAPES[name](value)
        for name, value in content.items()
        if name in known and _fits(name, value)
    }
    return Settings(**kept)


def save(settings: Settings) -> bool:
    """Keep settings, whole or not at all; False where the disk refuses."""
    content = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    try:
        folder = config_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".settings-", suffix=".json")
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(content)
            unfinished.replace(path())
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    except OSError:
        return False
    return True


def change(**chosen: Any) -> Settings:
    """Change some of the settings and keep them; the settings as they are now."""
    settings = replace(load(), **chosen)
    save(settings)
    return settings


def remember(project: Path) -> Settings:
    """Note a project as the last one opened."""
    name = str(project.absolute())
    others = (each for each in load().recent if each != name)
    return change(recent=(name, *others)[:MOST_RECENT])


def forget(project: Path) -> Settings:
    """Note a project no longer among those opened last."""
    name = str(project.absolute())
    return change(recent=tuple(each for each in load().recent if each != name))


_SHAPES: Final[Mapping[str, Callable[[Any], Any]]] = {
    "language": str,
    "theme": str,
    "text_size": int,
    "reader_face": str,
    "reader_spacing": str,
    "coder": str,
    "recent": tuple,
    "last_folder": str,
    "geometry": str,
    "layout": dict,
}


def _fits(name: str, value: object) -> bool:
    match name:
        case "language":
            return value in ("", "nb", "nn", "en")
        case "theme":
            return value in THEMES
        case "reader_face":
            return value in FACES
        case "reader_spacing":
            return value in SPACINGS
        case "text_size":
            return value in TEXT_SIZES and not isinstance(value, bool)
        case "recent":
            return isinstance(value, list) and all(isinstance(each, str) for each in value)
        case "layout":
            return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
        case _:
            return isinstance(value, str)
