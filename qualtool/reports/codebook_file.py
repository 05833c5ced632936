"""The codebook as a file to work on elsewhere and take in again: a table, or an outline."""

from __future__ import annotations

from pathlib import Path

from qualtool.analysis import codebook, definitions
from qualtool.analysis.study import study
from qualtool.core import codebook_outline
from qualtool.core.codebook_lines import APART, FIELDS, HEADS, CodeLine, worded
from qualtool.core.ordering import above
from qualtool.core.report import Column, Group, Heading, Report, Row, Table, cell
from qualtool.i18n import LANGUAGES, words
from qualtool.reports import saving
from qualtool.reports.whose_codings import with_whose
from qualtool.store.project import Session

_WIDTHS = {"name": 1.8, "description": 2.6, "use_when": 1.8, "use_not": 1.8}


def lines(session: Session) -> list[tuple[CodeLine, int, int]]:
    """Each code with how many excerpts and cases it has, theme by theme as the codebook stands."""
    rows = {row.id: row for row in codebook.codes(session)}
    themes = codebook.themes(session)
    parents = {row.id: row.parent_id for row in rows.values()}
    rank = {theme.id: place for place, theme in enumerate(themes)}
    placed: dict[int, str] = {}
    for theme in themes:
        for code_id in theme.placed_ids:
            placed.setdefault(code_id, theme.name)
    told = definitions.told(session)
    found: list[tuple[int, tuple[CodeLine, int, int]]] = []
    for row in rows.values():
        line_above = [rows[each] for each in reversed(above(row.id, parents)) if each in rows]
        root = line_above[0] if line_above else row
        place = min((rank[each] for each in root.theme_ids), default=len(rank))
        provenance, source, departure = told[row.id]
        made = CodeLine(
            name=row.name,
            path=tuple(each.name for each in line_above),
            theme=placed.get(row.id, ""),
            colour=row.own_colour,
            description=row.description,
            use_when=row.use_when,
            use_not=row.use_not,
            decision_rules=row.decision_rules,
            provenance=provenance,
            source=source,
            departure=departure,
            state="retired" if row.state == "retired" else "",
        )
        found.append((place, (made, row.excerpts, row.cases)))
    return [each for _place, each in sorted(found, key=lambda pair: pair[0])]


def save(session: Session, path: Path, *, language: str = "") -> None:
    """Write the codebook to a file; its ending (md, xlsx, csv …) says of which kind.

    Raises QualtoolError as `saving.save` does.
    """
    language = language or study(session).language
    language = language if language in LANGUAGES else "en"
    title = words(language).gettext("Codebook")
    found = [(worded(line, language), count, cases) for line, count, cases in lines(session)]
    if path.suffix.lower() in (".md", ".markdown"):
        text = codebook_outline.write((line for line, _n, _m in found), title, language)
        saving.write_whole(path, text.encode())
    else:
        saving.save(with_whose(session, _table(found, title, language)), path)


def _table(found: list[tuple[CodeLine, int, int]], title: str, language: str) -> Report:
    said = words(language).gettext
    keys = ("name", "under", *(key for key in FIELDS if key != "name"))
    columns = [Column(key, said(HEADS[key]), _WIDTHS.get(key, 1.0)) for key in keys]
    columns.append(Column("excerpts", said("Excerpts (n)"), 0.6, "number"))
    columns.append(Column("cases", said("Cases (n)"), 0.6, "number"))
    rows = [
        Row(
            (
                cell(line.name),
                cell(APART.join(line.path)),
                *(cell(getattr(line, key)) for key in keys[2:]),
                cell(str(excerpts), value=excerpts),
                cell(str(cases), value=cases),
            )
        )
        for line, excerpts, cases in found
    ]
    table = Table(
        label=said("Table"),
        number=1,
        caption=title,
        columns=tuple(columns),
        groups=(Group(title, tuple(rows)),) if rows else (),
        landscape=True,
        empty=said("There are no codes and no themes yet."),
    )
    return Report(title, language, (Heading(title), table))
