"""Real names of people on the command line: told of, or replaced before anything is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from qualtool.core.direct_identifiers import Kind, identifiers
from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded
from qualtool.core.person_words import is_name, name_in
from qualtool.core.places import paragraph_at, paragraph_starts
from qualtool.core.pseudonyms import Naming
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.identifying_words import KINDS

if TYPE_CHECKING:
    from qualtool.operations.importing import Incoming
    from qualtool.store.project import Project

_HEADS = frozenset(("name", "navn", "namn", "real name", "virkelig navn", "verkeleg namn"))
_TOLD = 6  # names in one line
_LEFT_TOLD = 20  # what may still tell who somebody is, of one kind in one file


@dataclass(frozen=True, slots=True)
class Replaced:
    """Files as they come in without names, and which pseudonym stands for whom."""

    incoming: list[Incoming]
    namings: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Words or a number that may still tell who somebody is, and the paragraphs they stand in."""

    words: str
    paragraphs: tuple[int, ...]  # counted from 1


def read(table: Path) -> tuple[Naming, ...]:
    """Names and pseudonyms from the first two columns of a table (CSV or XLSX), heads or not.

    Raises QualtoolError naming the file, "names_missing" where no row has both.
    """
    from qualtool import plugins
    from qualtool.formats.read_table import read_tables

    rows = [row for rows in read_tables(plugins.load(table), table.name) for row in rows]
    found = [
        Naming(row[0].strip(), row[1].strip())
        for row in rows
        if len(row) > 1 and row[0].strip() and row[1].strip()
    ]
    if found and folded(found[0].name) in _HEADS:
        del found[0]
    if not found:
        raise QualtoolError(
            "names_missing",
            _(
                "“{file}” holds no names with pseudonyms. Write a name and its pseudonym on each "
                "row, in two columns."
            ),
            file=table.name,
        )
    return tuple(found)


def replaced(
    project: Project,
    found: Sequence[Incoming],
    known: Iterable[str],
    said: Sequence[Naming],
    *,
    numbers: bool = False,
) -> Replaced:
    """The files without real names, as the import sheet replaces them; nothing is stored yet.

    `known` are the contents that the project has. Pseudonyms are those in `said`, else those that
    are remembered of the study, else “Informant 1” and so on, never one that is taken. `numbers`
    replaces telephone numbers, e-mail addresses and birth numbers, too.
    """
    from qualtool.analysis import cases, documents
    from qualtool.store import name_key
    from qualtool.ui.models import naming
    from qualtool.ui.models.incoming import entries

    with project.read() as session:
        taken = [row.name for row in cases.cases(session)]
        taken += [row.name for row in documents.documents(session)]
        study = name_key.of_study(session)
    names = {folded(each.name): each for each in (*name_key.load(study).names, *said)}
    speakers = {folded(each.label) for one in found if one.source for each in one.source.speakers}
    others = tuple(each for each in said if folded(each.name) not in speakers)
    held = frozenset(map(folded, taken))
    chosen = naming.Pseudonyms(True, names, others, held, numbers=numbers)
    met: dict[str, Naming] = {}
    coming: list[Incoming] = []
    for entry, one in zip(naming.apply(entries(found, known), chosen), found, strict=True):
        if one.source is not None and one.wanted:
            met |= {folded(each.name): each for each in entry.namings}
        outcome = naming.outcome(entry)
        kept = False if entry.replaces else one.keep_original
        coming.append(replace(outcome, wanted=one.wanted, keep_original=kept))
    return Replaced(coming, tuple(met.values()))


def remember(project: Project, namings: Sequence[Naming]) -> bool:
    """Keep who is who apart from the project, as the import sheet does; whether it was kept.

    Beside a project with a pass-phrase names are kept in clear only if that was chosen before.
    """
    from qualtool.store import name_key
    from qualtool.store.name_key import NameKey

    with project.read() as session:
        study = name_key.of_study(session)
    key = name_key.load(study)
    if not key.remembers or (project.protected and key == NameKey()):
        return False
    names = {folded(each.name): each for each in (*key.names, *namings)}
    return name_key.save(study, NameKey(True, True, tuple(names.values())))


def left(incoming: Incoming, namings: Sequence[Naming]) -> dict[Kind, list[Left]]:
    """What may still tell who somebody is in a text as it comes in, by its kind.

    Each word or number once, the most frequent first, with the paragraphs it stands in.
    """
    source = incoming.source
    if source is None:
        return {}
    starts = paragraph_starts(source.text)
    known = {*(each.pseudonym for each in namings), *(each.label for each in source.speakers)}
    found: dict[Kind, dict[str, list[int]]] = {}
    for each in identifiers(source.text, known=known):
        words = source.text[each.start : each.end]
        there = found.setdefault(each.kind, {}).setdefault(words, [])
        there.append(paragraph_at(starts, each.start))
    return {
        kind: sorted(
            (Left(words, tuple(at)) for words, at in there.items()),
            key=lambda one: (-len(one.paragraphs), one.paragraphs),
        )
        for kind, there in found.items()
    }


def left_said(incoming: Incoming, namings: Sequence[Naming]) -> Iterator[str]:
    """The same for a person to look through, kind by kind; nothing where nothing is left."""
    found = left(incoming, namings)
    if found:
        words = _("{file}: this may still tell who somebody is:")
        yield words.format(file=incoming.path.name)
    for kind, words in KINDS.items():
        if there := found.get(kind):
            count = sum(len(each.paragraphs) for each in there)
            told = ", ".join(map(_where, there[:_LEFT_TOLD]))
            told = told if len(there) <= _LEFT_TOLD else f"{told} …"
            said = _("{kind} ({where})")
            yield "  " + said.format(kind=_(words).format(count=count), where=told)


def _where(one: Left) -> str:
    numbers = list(dict.fromkeys(one.paragraphs))
    told = ", ".join(map(str, numbers[:_TOLD])) + (" …" if len(numbers) > _TOLD else "")
    return _("{words} ¶ {numbers}").format(words=one.words, numbers=told)


def likely(incoming: Incoming) -> list[str]:
    """What looks like a real name among the speakers of a file, its cases and in its name."""
    if incoming.source is None:
        return []
    rows = incoming.survey.answers if incoming.survey is not None else ()
    labels = [*(each.label for each in incoming.source.speakers), *(each.case for each in rows)]
    found = [label for label in labels if is_name(label)]
    if named := name_in(incoming.name):
        found.append(named)
    return list(dict.fromkeys(found))


def likely_said(names: Sequence[str]) -> str:
    """That names look real, and the way out; nothing for none."""
    if not names:
        return ""
    told = ", ".join(_("“{name}”").format(name=name) for name in names[:_TOLD])
    words = ngettext(
        "{names} looks like a real name and is stored as it is. With --pseudonyms it is replaced.",
        "{names} look like real names and are stored as they are. With --pseudonyms they are "
        "replaced.",
        len(names),
    )
    return words.format(names=told if len(names) <= _TOLD else f"{told} …")
