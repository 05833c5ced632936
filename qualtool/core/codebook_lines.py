"""A codebook on its way in or out: a line for each code, and the names its columns go by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Final

from qualtool.core.colours import PALETTE
from qualtool.core.names import folded, tidy
from qualtool.i18n import LANGUAGES, mark, words

APART: Final = " › "  # between the names of a path
DEEPEST: Final = 40
# What each column is called here; `_ALSO` has what other programs call it.
HEADS: Final = {
    "name": mark("Code"),
    "under": mark("Under the code"),
    "theme": mark("Theme"),
    "colour": mark("Colour"),
    "description": mark("Description"),
    "use_when": mark("Used when"),
    "use_not": mark("Not when"),
    "decision_rules": mark("Decision rules"),
    "provenance": mark("Comes from"),
    "source": mark("Source of the definition"),
    "departure": mark("How the project departs from it"),
    "state": mark("State"),
}
# Where a code comes from, in words.
PROVENANCE: Final = {
    "material": mark("From the material (inductive)"),
    "theory": mark("From theory (deductive)"),
    "in_vivo": mark("The participants’ own word (in vivo)"),
    "imported": mark("From another codebook (imported)"),
}
_ALSO: Final = {
    "name": "name|navn|namn|tag|kode|code|code name|codename|kodenavn|code system|kodesystem|node|"
    "nodes|knutepunkt|label|hierarchical name|codes",
    "under": "parent|parent code|overkode|overordnet kode|under|parent name|path|sti",
    "theme": "group|code group 1|code group|code groups|category|kategori|kodegruppe|set",
    "colour": "color|farge|kodefarge",
    "description": "definition|definisjon|beskrivelse|memo|code memo|comment|kommentar|note|"
    "kodememo|skildring",
    "use_when": "when to use|inclusion|inclusion criteria|inklusjon|include",
    "use_not": "when not to use|exclusion|exclusion criteria|eksklusjon|exclude",
    "decision_rules": "rules|rule|regler|reglar|avgjørelsesregler",
    "provenance": "provenance|origin|opphav",
    "source": "source|kilde|reference",
    "departure": "departure|avvik",
    "state": "status|tilstand",
}


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A code with the names above it, outermost first; `row` is where it stands in its file."""

    name: str
    path: tuple[str, ...] = ()
    theme: str = ""
    colour: str = ""
    description: str = ""
    use_when: str = ""
    use_not: str = ""
    decision_rules: str = ""
    provenance: str = ""
    source: str = ""
    departure: str = ""
    state: str = ""
    row: int = 0


FIELDS: Final = tuple(each.name for each in fields(CodeLine) if each.name in HEADS)


def head_of(said: str) -> str:
    """Which field a column's head means, in any of our languages or as other programs say it."""
    wanted = folded(said).rstrip(":")
    return _known().get(wanted, "")


@cache
def _known() -> dict[str, str]:
    known: dict[str, str] = {}
    for key, also in _ALSO.items():
        for each in also.split("|"):
            known.setdefault(each, key)
    for key, head in HEADS.items():
        for language in LANGUAGES:
            known[folded(words(language).gettext(head))] = key
    return known


def from_rows(table: Sequence[Sequence[str]]) -> list[CodeLine]:
    """The codes of a table; none where no column is a code's name.

    The head is the first row with a name among its first ten. A name with a path in it, as
    NVivo and MAXQDA write them (`A\\B`, `A > B`), stands under what comes before.
    """
    for at, row in enumerate(table[:10]):
        heads = [head_of(cell) for cell in row]
        if "name" in heads:
            return list(_lines(table, at, heads))
    return []


def _lines(table: Sequence[Sequence[str]], at: int, heads: list[str]) -> Iterable[CodeLine]:
    for number, row in enumerate(table[at + 1 :], at + 2):
        said: dict[str, str] = {}
        for key, cell in zip(heads, row, strict=False):
            if key and cell.strip():
                said.setdefault(key, _unguarded(cell.strip()))
        if "name" not in said:
            continue
        above, name = _taken_apart(said.pop("name"))
        path = (*_path(said.pop("under", "")), *above)
        yield cleaned(CodeLine(name, path, row=number, **said))


def cleaned(line: CodeLine) -> CodeLine:
    """A line with only colours and states that there are; names on one line."""
    colour = next((key for key in PALETTE if folded(key) == folded(line.colour)), "")
    state = "retired" if folded(line.state) in _retired() else ""
    return replace(
        line,
        name=tidy(line.name),
        path=tuple(filter(None, map(tidy, line.path)))[-DEEPEST:],
        theme=tidy(line.theme),
        colour=colour,
        state=state,
        provenance=_origins().get(folded(line.provenance), ""),
    )


@cache
def _origins() -> dict[str, str]:
    """The keys of `PROVENANCE` by their words in each language, and by themselves."""
    known = {key: key for key in PROVENANCE}
    for key, said in PROVENANCE.items():
        known |= {folded(words(language).gettext(said)): key for language in LANGUAGES}
    return known


def worded(line: CodeLine, language: str) -> CodeLine:
    """A line with its keys in words, as it is written for people; `cleaned` takes them back."""
    said = words(language).gettext
    return replace(
        line,
        provenance=said(PROVENANCE[line.provenance]) if line.provenance else "",
        state=said("Retired") if line.state else "",
    )


@cache
def _retired() -> set[str]:
    return {"retired", *(folded(words(language).gettext("Retired")) for language in LANGUAGES)}


def _unguarded(cell: str) -> str:
    """A cell without the mark that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


def _path(said: str) -> tuple[str, ...]:
    above, name = _taken_apart(said)
    return tuple(filter(None, (*above, name)))


def _taken_apart(name: str) -> tuple[tuple[str, ...], str]:
    for sign in (APART, "\\", " > "):
        if sign in name:
            parts = [part.strip() for part in name.split(sign) if part.strip()]
            if sign == "\\" and parts and folded(parts[0]) in ("nodes", "codes", "koder"):
                parts = parts[1:]
            return tuple(parts[:-1]), parts[-1] if parts else ""
    return (), name
