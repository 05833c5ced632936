"""The language of the command line, settled before the first word is said."""

from __future__ import annotations

import gettext
import os
from collections.abc import Collection, Sequence
from importlib import resources
from pathlib import Path
from typing import Final

from qualtool import i18n
from qualtool.i18n import mark, ngettext

_OPTIONS: Final = ("--lang", "--language")

# What Click itself says, so that it is in the catalogue too.
_CLICKS: Final = (
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("Positional arguments"),
    mark("Show this message and exit."),
    mark("Show the version and exit."),
    mark("default: {default}"),
    mark("Error: {message}"),
    mark("Try '{command} {option}' for help."),
    mark("No such command {name!r}."),
    mark("No such option {name!r}."),
    mark("Missing argument"),
    mark("Missing option"),
    mark("Missing command."),
    mark("Invalid value for {param_hint}: {message}"),
    mark("Invalid value: {message}"),
    mark("Option {name!r} does not take a value."),
    mark("{value!r} is not a valid {number_type}."),
    mark("{value} is not in the range {range}."),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    ngettext(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1
    ),
    ngettext(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1
    ),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
)


def asked_for(arguments: Sequence[str]) -> str:
    """The language named before any command (`--lang nb`), or empty."""
    for at, argument in enumerate(arguments):
        if not argument.startswith("-"):
            return ""
        option, _sign, value = argument.partition("=")
        if option in _OPTIONS:
            value = value or (arguments[at + 1] if at + 1 < len(arguments) else "")
            return value if value in i18n.LANGUAGES else ""
    return ""


def let_click_speak(language: str) -> None:
    """Let Click's own words ("Usage") be looked up in our catalogue."""
    folder = resources.files("qualtool.resources") / "locale"
    if isinstance(folder, Path):
        os.environ["LANGUAGE"] = language
        gettext.bindtextdomain("qualtool", str(folder))
        gettext.textdomain("qualtool")


def with_opening(arguments: Sequence[str], commands: Collection[str]) -> list[str]:
    """The arguments with the command `open` put in where a project or nothing is named.

    `qualtool STUDY`, `qualtool --sample` and `qualtool` alone open the window; a single word that
    is neither a command nor looks like a file is left for Click to wonder at.
    """
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        option = arguments[at]
        if option in ("--help", "--version"):
            return list(arguments)
        if option.partition("=")[0] not in _OPTIONS:
            break
        at += 1 if "=" in option else 2
    rest = list(arguments[at:])
    if not rest or rest[0] == "--sample" or _is_file(rest[0], commands):
        return [*arguments[:at], "open", *rest]
    return list(arguments)


def _is_file(word: str, commands: Collection[str]) -> bool:
    if word in commands or word.startswith("-"):
        return False
    path = Path(word)
    return path.suffix != "" or len(path.parts) > 1 or path.exists() or _with_ending(path).exists()


def _with_ending(path: Path) -> Path:
    return path.parent / f"{path.name}.qualtool"
