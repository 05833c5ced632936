"""The coded excerpts as a table, by theme, by code or by informant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.report import (
    Column,
    Group,
    Heading,
    Report,
    Row,
    Table,
    Text,
    paragraph,
)
from qualtool.i18n import gettext as _
from qualtool.i18n import mark, words
from qualtool.reports import wording
from qualtool.reports.excerpt_cells import NOTHING, Cells
from qualtool.reports.heads import EXCERPTS as COLUMNS
from qualtool.reports.material import Material, gather
from qualtool.reports.options import Options
from qualtool.reports.sorting import Bundle, bundles, each_coding, excerpts_in, ordered
from qualtool.store.project import Session

_USUAL: Final = {
    "theme": "number theme code excerpt informant source valence comment",
    "code": "number code theme excerpt informant source valence comment",
    "case": "number informant theme code excerpt source valence comment",
}
_GROUPING: Final = {"theme": "theme", "code": "code", "case": "informant"}
_TITLES: Final = {
    "theme": mark("Excerpts by theme"),
    "code": mark("Excerpts by code"),
    "case": mark("Excerpts by informant"),
}


def build(session: Session, options: Options) -> Report:
    """The report with its one table.

    Raises QualtoolError "column_unknown" where a column is asked for that there is not, and
    "nobody_named" where excerpts are to stand by informant in a study that names none.
    """
    material = gather(session, options, starred=False)
    keys = _columns(material, options)
    said = words(material.language).gettext
    found = ordered(bundles(material, options.by), options.order, material)
    if options.row_per == "coding":
        found = [each_coding(bundle) for bundle in found]
    title = said(_TITLES[options.by])
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=title,
        columns=tuple(_column(key, material, options) for key in keys),
        groups=tuple(_groups(found, keys, material, options)),
        caption_above=options.caption_above,
        headed=options.headed,
        apart=options.apart,
        landscape=True if options.landscape is None else options.landscape,
        note=wording.edits_note(material.excerpts, material.language),
        empty=_empty(material),
        cautions=material.cautions,
    )
    return Report(title, material.language, (Heading(title), *_opening(material, options), table))


def _columns(material: Material, options: Options) -> tuple[str, ...]:
    """The keys of the columns: those chosen, or the usual ones that this study has use for."""
    if options.by == "case" and material.attribution == "none":
        raise QualtoolError(
            "nobody_named",
            _(
                "This study names nobody in its tables, so excerpts cannot stand by informant."
                " Sort them by theme or code, or choose to show pseudonyms."
            ),
        )
    for key in options.columns:
        if key not in COLUMNS:
            raise QualtoolError(
                "column_unknown",
                _("There is no column called “{column}”. There are: {columns}."),
                column=key,
                columns=", ".join(COLUMNS),
            )
    usual = _USUAL[options.by].split()
    if not material.valences:
        usual.remove("valence")
    if options.depth:
        usual.insert(usual.index("comment"), "depth")
    wanted = list(dict.fromkeys(options.columns or usual))
    if material.attribution == "none":
        wanted = [key for key in wanted if key not in ("informant", "source")]
    # A heading that says the theme needs something beside it to stand over.
    return tuple(wanted) if set(wanted) - {_GROUPING[options.by]} else (*wanted, "excerpt")


def _column(key: str, material: Material, options: Options) -> Column:
    title, width, kind = COLUMNS[key]
    if key == "code" and options.by == "code":
        title = mark("Code")
    said = words(material.language).gettext(title)
    return Column(key, said, width, kind, grouping=key == _GROUPING[options.by])


def _opening(material: Material, options: Options) -> Iterator[Text]:
    """A sentence that says what the table shows and how much."""
    if not material.excerpts:
        return
    said = words(material.language).gettext
    shown = [each.id for each in material.excerpts]
    people = material.people(shown)
    sentences = {
        "theme": said("The table shows {count}, sorted by theme."),
        "code": said("The table shows {count}, sorted by code."),
        "case": said("The table shows {count}, sorted by informant."),
    }
    count = wording.excerpts_said(len(shown), material.language)
    if people:
        count = said("{excerpts} from {informants}").format(
            excerpts=count, informants=wording.informants_said(people, material.language)
        )
    yield Text((paragraph(sentences[options.by].format(count=count)),))


def _groups(
    found: Iterable[Bundle], keys: tuple[str, ...], material: Material, options: Options
) -> Iterator[Group]:
    said = words(material.language).gettext
    grouping = _GROUPING[options.by]
    cells = Cells(material)
    number = 0
    for bundle in found:
        title = bundle.title or said(NOTHING[options.by])
        under = cells.saying(title)
        rows = []
        for entry in bundle.entries:
            number += 1
            rows.append(
                Row(
                    tuple(
                        [under if key == grouping else cells.of(key, entry, number) for key in keys]
                    )
                )
            )
        ids = excerpts_in(bundle.entries)
        note = wording.how_many(len(ids), material.people(ids), material.language)
        yield Group(title, tuple(rows), note)


def _empty(material: Material) -> str:
    said = words(material.language).gettext
    if material.cautions:
        return said("None of the excerpts may be quoted.")
    return said("Nothing has been coded yet.")
