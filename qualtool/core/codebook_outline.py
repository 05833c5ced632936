"""A codebook as a Markdown outline: themes as headings, codes as bullets under each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from qualtool.core.codebook_lines import HEADS, CodeLine, cleaned, head_of
from qualtool.i18n import words

_BULLET = re.compile(r"^([ \t]*)[-*+] +(.+)$")
_TEXTS = ("description", "use_when", "use_not", "decision_rules", "source", "departure")
_SAID = ("colour", "provenance", "state", *_TEXTS)


def write(lines: Iterable[CodeLine], title: str, language: str) -> str:
    """The outline; what is said of a code stands under its bullet, each field with its name."""
    said = words(language).gettext
    out = [f"# {title}"]
    theme = ""
    for line in lines:
        if line.theme != theme and not line.path:
            theme = line.theme
            out += ["", f"## {theme or said('Without theme')}", ""]
        indent = "  " * len(line.path)
        out.append(f"{indent}- {line.name}")
        for key in _SAID:
            text = getattr(line, key)
            if text:
                first, *rest = text.split("\n")
                out.append(f"{indent}  {said(HEADS[key])}: {first}")
                out += [f"{indent}  \\{each}" for each in rest]
    return "\n".join(out) + "\n"


def read(text: str) -> list[CodeLine]:
    """The codes of an outline, also of a plain list of bullets that somebody has typed."""
    found: list[CodeLine] = []
    open_at: list[tuple[int, str]] = []  # how far in the codes above stand, and their names
    theme, key = "", ""
    nothing = {words(language).gettext("Without theme") for language in ("nb", "nn", "en")}
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            name = line[level:].strip()
            theme = "" if level == 1 or name in nothing else name
            open_at, key = [], ""
        elif bullet := _BULLET.match(line):
            indent = len(bullet[1].expandtabs(4))
            while open_at and open_at[-1][0] >= indent:
                open_at.pop()
            path = tuple(name for _indent, name in open_at)
            found.append(CodeLine(bullet[2], path, theme="" if path else theme, row=number))
            open_at.append((indent, bullet[2]))
            key = "description"
        elif line.strip() and found and line[:1].isspace():
            found[-1], key = _say(found[-1], key, line.strip())
    return [cleaned(line) for line in found]


def _say(line: CodeLine, key: str, said: str) -> tuple[CodeLine, str]:
    """Add what a line says to a code: a field by its name, or more of the one before."""
    head, colon, rest = said.partition(":")
    named = head_of(head) if colon and not said.startswith("\\") else ""
    if named in _SAID:
        return _with(line, named, rest.strip()), named
    more = said.removeprefix("\\")
    before = getattr(line, key)
    return _with(line, key, f"{before}\n{more}" if before else more), key


def _with(line: CodeLine, key: str, said: str) -> CodeLine:
    changed: dict[str, Any] = {key: said}
    return replace(line, **changed)
