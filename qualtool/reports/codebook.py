"""The codebook as a table: what each code means, when it is used, and how much."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from qualtool.analysis.chosen import typical
from qualtool.core import alphabet
from qualtool.core.ordering import above, downwards
from qualtool.core.report import (
    Block,
    Cell,
    Group,
    Heading,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Text,
    cell,
    paragraph,
    plain,
)
from qualtool.i18n import words
from qualtool.reports import wording
from qualtool.reports.columns import columns
from qualtool.reports.heads import CODEBOOK
from qualtool.reports.material import Material, gather
from qualtool.reports.options import Options, Order
from qualtool.reports.theme_list import MainTheme, Place
from qualtool.store.project import Session
from qualtool.store.rows import CodeRow, ExcerptRow


@dataclass(frozen=True, slots=True)
class _Book:
    """The codes by id with the names they go by, and what each is shown with."""

    material: Material
    codes: Mapping[int, CodeRow]
    names: Mapping[int, str]
    examples: Mapping[int, ExcerptRow]
    order: Order


def build(session: Session, options: Options) -> Report:
    """The report: a row for each theme, sub-theme and code, or the same as text under headings."""
    material = gather(session, options, starred=False)
    book = _book(session, material, options.order)
    said = words(material.language).gettext
    title = said("Codebook")
    opening = Text((paragraph(_how_much(book)),))
    if options.form == "text" and book.codes:
        return Report(
            title, material.language, (Heading(title), opening, *_outline(book)), material.cautions
        )
    groups = [Group(theme.title, tuple(_theme(theme, book))) for theme in material.themes]
    if loose := list(_loose(book)):
        groups.append(Group(said("No theme"), tuple(loose)))
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=title,
        columns=columns(CODEBOOK, material.language, grouping="theme"),
        groups=tuple(groups),
        caption_above=options.caption_above,
        headed=options.headed,
        apart=options.apart,
        landscape=True if options.landscape is None else options.landscape,
        note=wording.edits_note(book.examples.values(), material.language),
        empty=said("There are no codes and no themes yet."),
        cautions=material.cautions,
    )
    blocks = (Heading(title), opening, table) if groups else (Heading(title), table)
    return Report(title, material.language, blocks)


def _book(session: Session, material: Material, order: Order) -> _Book:
    used = [code for code in material.codes if code.state != "retired" or code.excerpts]
    if material.narrowed:
        inside = {
            code_id
            for theme in material.themes
            for place in theme.places
            for code_id in place.theme.code_ids
        }
        used = [code for code in used if code.id in inside]
    codes = {code.id: code for code in used}
    parents = {code.id: code.parent_id for code in material.codes}
    known = {code.id: code.name for code in material.codes}
    names = {
        code_id: " › ".join(
            known[each] for each in (*reversed(above(code_id, parents)), code_id) if each in known
        )
        for code_id in codes
    }
    return _Book(material, codes, names, _examples(material, typical(session)), order)


def _examples(material: Material, chosen: Mapping[int, int]) -> dict[int, ExcerptRow]:
    """For each code the excerpt named as typical, else the first starred, if it may be shown."""
    found: dict[int, ExcerptRow] = {}
    for excerpt in material.excerpts:
        for coding in excerpt.codings:
            if excerpt.starred:
                found.setdefault(coding.code_id, excerpt)
    rows = {excerpt.id: excerpt for excerpt in material.excerpts}
    found.update(
        (code_id, rows[excerpt_id]) for code_id, excerpt_id in chosen.items() if excerpt_id in rows
    )
    return found


def _theme(theme: MainTheme, book: _Book) -> Iterator[Row]:
    """A row for the theme and each sub-theme, each followed by its codes."""
    listed = [(place, _codes(place, book)) for place in theme.places]
    total = sum(1 + len(codes) for _place, codes in listed)
    for number, (place, codes) in enumerate(listed):
        main = None if number else cell(theme.title, rows=total)
        yield Row((main, cell(place.title, rows=1 + len(codes)), *_place(place, theme, book)))
        for code in codes:
            yield Row((None, None, *_code(code, book)))


def _codes(place: Place, book: _Book) -> list[CodeRow]:
    return _sorted([book.codes[each] for each in place.theme.code_ids if each in book.codes], book)


def _sorted(codes: list[CodeRow], book: _Book) -> list[CodeRow]:
    """In the order of the codebook, by name, or the most used first."""
    match book.order:
        case "name":
            return sorted(codes, key=lambda code: alphabet.key(book.names[code.id]))
        case "use":
            return sorted(codes, key=lambda code: -len(book.material.coded.get(code.id, ())))
    return codes


def _loose(book: _Book) -> Iterator[Row]:
    """The rows of the codes that are in none of the themes shown."""
    codes = _unplaced(book)
    title = words(book.material.language).gettext("No theme")
    for number, code in enumerate(codes):
        main = None if number else cell(title, rows=len(codes))
        yield Row((main, cell(), *_code(code, book)))


def _unplaced(book: _Book) -> list[CodeRow]:
    placed = {
        code_id
        for theme in book.material.themes
        for place in theme.places
        for code_id in place.theme.code_ids
    }
    order = downwards((code.id, code.parent_id) for code in book.material.codes)
    found = [book.codes[each] for each in order if each in book.codes and each not in placed]
    return _sorted(found, book)


def _outline(book: _Book) -> Iterator[Block]:
    """Themes and sub-themes as headings, each code with all that is said of it below."""
    for theme in book.material.themes:
        for place in theme.places:
            yield Heading(place.title or theme.title, 3 if place.title else 2)
            _theme_title, definition, use, *_rest = _place(place, theme, book)
            if said := (*definition.paragraphs, *use.paragraphs):
                yield Text(said)
            for code in _codes(place, book):
                yield from _told(code, book)
    if loose := _unplaced(book):
        yield Heading(words(book.material.language).gettext("No theme"), 2)
        for code in loose:
            yield from _told(code, book)


def _told(code: CodeRow, book: _Book) -> Iterator[Text]:
    material = book.material
    held = material.coded.get(code.id, frozenset())
    much = wording.how_many(len(held), material.people(held), material.language)
    name, definition, use, example, *_counts = _code(code, book)
    head = Paragraph((Run(plain(name), bold=True), Run(f" ({much})")))
    yield Text((head, *definition.paragraphs, *use.paragraphs))
    if example.paragraphs:
        yield Text(example.paragraphs, "quotation")


def _place(place: Place, theme: MainTheme, book: _Book) -> tuple[Cell, ...]:
    row = place.theme
    inside = theme.places if not place.title else _below(place, theme)
    excerpts: set[int] = set()
    for each in inside:
        excerpts.update(book.material.direct.get(each.theme.id, ()))
        for code_id in each.theme.code_ids:
            excerpts.update(book.material.coded.get(code_id, ()))
    definition = "\n".join(part for part in (row.concept, row.definition) if part)
    use = _use(row.in_scope, row.out_of_scope, row.decision_rules, book)
    return (cell(), cell(definition), use, cell(), *_counts(excerpts, book))


def _below(place: Place, theme: MainTheme) -> list[Place]:
    """A sub-theme with what lies under it."""
    inside = {place.theme.id}
    for each in theme.places:
        if each.theme.parent_id in inside:
            inside.add(each.theme.id)
    return [each for each in theme.places if each.theme.id in inside]


def _code(code: CodeRow, book: _Book) -> tuple[Cell, ...]:
    example = book.examples.get(code.id)
    return (
        cell(book.names[code.id]),
        cell(code.description),
        _use(code.use_when, code.use_not, code.decision_rules, book),
        Cell((book.material.quotation(example),)) if example else cell(),
        *_counts(book.material.coded.get(code.id, frozenset()), book),
    )


def _counts(excerpts: Collection[int], book: _Book) -> tuple[Cell, Cell]:
    language = book.material.language
    people = book.material.people(excerpts)
    return wording.count_cell(len(excerpts), language), wording.count_cell(people, language)


def _use(when: str, not_when: str, rules: str, book: _Book) -> Cell:
    said = words(book.material.language).gettext
    parts = (
        _labelled(said("Used when"), when),
        _labelled(said("Not when"), not_when),
        paragraph(rules),
    )
    return Cell(tuple(part for part in parts if plain(part)))


def _labelled(label: str, text: str) -> Paragraph:
    """The text after its label, unless the text begins with the words of the label itself."""
    first = text.split(maxsplit=1)[0].casefold().strip(",.:") if text.strip() else ""
    if not first or first in label.casefold().split():
        return paragraph(text.strip())
    return Paragraph((Run(label, italic=True), Run(f": {text.strip()}")))


def _how_much(book: _Book) -> str:
    language = book.material.language
    said = words(language)
    codes, themes = len(book.codes), len(book.material.themes)
    return said.gettext("The table shows {codes} and {themes}.").format(
        codes=said.ngettext("{count} code", "{count} codes", codes).format(
            count=wording.number(codes, language)
        ),
        themes=said.ngettext("{count} main theme", "{count} main themes", themes).format(
            count=wording.number(themes, language)
        ),
    )
