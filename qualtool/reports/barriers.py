"""What hinders and what furthers, theme by theme, as short statements that rest on excerpts.

The columns are the project's own pair of valences, whatever it calls them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from qualtool.analysis import consent
from qualtool.analysis.codebook import valences
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.findings import findings
from qualtool.core.report import (
    Cell,
    Column,
    Group,
    Heading,
    Paragraph,
    Report,
    Row,
    Table,
    Text,
    cell,
    paragraph,
)
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext, words
from qualtool.reports import wording
from qualtool.reports.columns import columns
from qualtool.reports.heads import BARRIERS
from qualtool.reports.material import Material, gather
from qualtool.reports.options import Options
from qualtool.reports.theme_list import MainTheme, Place
from qualtool.reports.valence_cells import BOTH, over
from qualtool.store.project import Session
from qualtool.store.rows import ExcerptRow

_Key = tuple[str, str]  # a valence, and the statement that was read so


@dataclass(slots=True)
class _Statement:
    """Words of the researcher's own, and what they rest on."""

    words: str
    excerpts: set[int] = field(default_factory=set)
    shown: list[ExcerptRow] = field(default_factory=list)  # those that may be quoted


@dataclass(frozen=True, slots=True)
class _Read:
    """The statements under each code (by valence and code) and written of each theme."""

    single: tuple[str, ...]
    of_codes: Mapping[tuple[str, int], _Statement]
    of_themes: Mapping[int, Sequence[tuple[str, _Statement]]]
    unread: int  # codings under no valence


def build(session: Session, options: Options) -> Report:
    """The report with its one table: a row for each theme and sub-theme with anything to say.

    A statement is what is written over a quotation among the findings, or the name of a code; it
    stands in the column of the valence that its excerpts are coded with, with how many informants
    it rests on.
    """
    material = gather(session, replace(options, starred=False), starred=False)
    said = words(material.language).gettext
    read = _read(session, options, material)
    title = _title(material, read.single)
    groups: list[Group] = []
    bare: list[str] = []
    for theme in material.themes:
        rows = _rows(theme, material, read, options)
        if rows:
            groups.append(Group(theme.title, tuple(rows)))
        else:
            bare.append(theme.title)
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=title,
        columns=(
            *columns(BARRIERS, material.language, grouping="theme"),
            *(Column(key, word, 2.4) for key, word in over(read.single, material).items()),
        ),
        groups=tuple(groups),
        caption_above=options.caption_above,
        headed=options.headed,
        landscape=options.examples if options.landscape is None else options.landscape,
        note=_note(groups, material, options),
        empty=_empty(read, material),
        cautions=tuple(_cautions(read, bare, material, options)),
    )
    return Report(title, material.language, (Heading(title), *_opening(groups, material), table))


def _title(material: Material, single: Sequence[str]) -> str:
    """The project's own words for the pair; ours where it has none."""
    said = words(material.language).gettext
    if len(single) != 2:
        return said("Barriers and opportunities")
    first, second = over(single, material).values()
    return said("{one} and {other}").format(one=first, other=second[:1].lower() + second[1:])


def _read(session: Session, options: Options, material: Material) -> _Read:
    known = valences(session)
    single = tuple(row.key for row in known if row.sign != BOTH)
    both = {row.key for row in known if row.sign == BOTH}
    names = {code.id: code.name for code in material.codes}
    quotable = {row.id: row for row in material.excerpts}
    of_codes: dict[tuple[str, int], _Statement] = {}
    read_so: dict[int, set[tuple[str, int]]] = defaultdict(set)  # by excerpt: valence and code
    unread = 0
    without = consent.closed_excerpts(session)
    for row in excerpts(session, language=material.language):
        if row.id in without:
            continue
        for coding in row.codings:
            keys = single if coding.valence in both else (coding.valence or "",)
            unread += not coding.valence
            for key in keys:
                if key not in single:
                    continue
                place = key, coding.code_id
                made = of_codes.setdefault(place, _Statement(names.get(coding.code_id, "")))
                _rest(made, row.id, quotable)
                read_so[row.id].add(place)
    of_themes: dict[int, list[tuple[str, _Statement]]] = defaultdict(list)
    for each in findings(session, options.frame_id, language=material.language):
        for part in each.parts:
            if part.excerpt is None or not part.text.strip():
                continue
            held = {key for key, code in read_so[part.excerpt.id] if code in each.theme.code_ids}
            for key in (key for key in single if key in held and part.excerpt.id not in without):
                made = _Statement(" ".join(part.text.split()).rstrip(":"))
                _rest(made, part.excerpt.id, quotable)
                of_themes[each.theme.id].append((key, made))
    return _Read(single, of_codes, of_themes, unread)


def _rest(statement: _Statement, excerpt_id: int, quotable: Mapping[int, ExcerptRow]) -> None:
    if excerpt_id not in statement.excerpts:
        statement.excerpts.add(excerpt_id)
        if excerpt_id in quotable:
            statement.shown.append(quotable[excerpt_id])


def _rows(theme: MainTheme, material: Material, read: _Read, options: Options) -> list[Row]:
    filled: list[tuple[Place, list[Cell]]] = []
    for place in theme.places:
        cells = [
            _cell(_statements(place, key, material, read, options), material, options)
            for key in read.single
        ]
        if any(each.paragraphs for each in cells):
            filled.append((place, cells))
    return [
        Row((None if number else cell(theme.title, rows=len(filled)), cell(place.title), *cells))
        for number, (place, cells) in enumerate(filled)
    ]


def _statements(
    place: Place, key: str, material: Material, read: _Read, options: Options
) -> list[_Statement]:
    """What is written of the theme first, then its codes: those of most informants, or in order."""
    written = [each for of, each in read.of_themes.get(place.theme.id, ()) if of == key]
    coded = [
        read.of_codes[key, code_id]
        for code_id in dict.fromkeys(place.theme.code_ids)
        if (key, code_id) in read.of_codes
    ]
    if options.order != "name":
        coded.sort(key=lambda each: (-material.people(each.excerpts), -len(each.excerpts)))
    return [*written, *coded]


def _cell(statements: Sequence[_Statement], material: Material, options: Options) -> Cell:
    lines: list[Paragraph] = []
    for each in statements:
        count = material.people(each.excerpts)
        lines.append(paragraph(f"{each.words} ({count})" if count else each.words))
        if options.examples and each.shown:
            first = next((row for row in each.shown if row.starred), each.shown[0])
            lines.append(material.quotation(first))
    return Cell(tuple(lines))


def _opening(groups: Sequence[Group], material: Material) -> Iterator[Text]:
    if groups:
        said = words(material.language).gettext
        line = said(
            "The table shows for each theme what was said in each direction, in short statements."
        )
        yield Text((paragraph(line),))


def _note(groups: Sequence[Group], material: Material, options: Options) -> str:
    if not groups:
        return ""
    said = words(material.language).gettext
    edits = wording.edits_note(material.excerpts, material.language) if options.examples else ""
    return " ".join(
        part for part in (said("In brackets: the number of informants."), edits) if part
    )


def _empty(read: _Read, material: Material) -> str:
    said = words(material.language).gettext
    if not read.single:
        return said("This project has no valences, such as barrier and opportunity.")
    return said("Nothing has been coded with a valence yet.")


def _cautions(
    read: _Read, bare: Sequence[str], material: Material, options: Options
) -> Iterator[Caution]:
    if not read.single:
        yield Caution("no_valences", _("This project has no valences to make columns of."))
        return
    if read.unread:
        message = ngettext(
            "{count} coding has no valence and is in neither column.",
            "{count} codings have no valence and are in neither column.",
            read.unread,
        )
        yield Caution("no_valence", message.format(count=read.unread))
    if bare:
        message = _("Nothing is read either way under: {names}.")
        yield Caution("nothing_read", message.format(names=", ".join(bare)))
    for each in material.cautions:
        if options.examples or each.key == "no_consent":
            yield each
