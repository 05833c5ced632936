"""The figures of a method chapter on the command line, and what in the description disagrees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qualtool import cli_work
from qualtool.core import case_kind, document_kind
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext
from qualtool.store.describing_rows import Disagreement, FigureRow, Figures

Data = dict[str, Any]


def figures(study: Path, as_json: bool) -> None:
    """Count the material, and tell what is missing or cannot be right."""
    from qualtool.analysis import disagreements as odd
    from qualtool.analysis import figures as counted
    from qualtool.analysis import phases

    with cli_work.reading(study) as project, project.read() as session:
        found = counted.figures(session)
        wrong = odd.disagreements(session)
        schemes = {row.id: row.name for row in phases.schemes(session)}
    if as_json:
        cli_work.say_json(_data(found, wrong, schemes))
    else:
        cli_work.say("\n".join((*_lines(found, schemes), *map(_wrong, wrong))))


def _lines(found: Figures, schemes: dict[int, str]) -> Iterator[str]:
    yield _line(_("All"), found.everything)
    for row in found.by_kind:
        yield "  " + _line(document_kind.name(row.kind, language()), row)
    for row in found.by_case_kind:
        yield "  " + _line(case_kind.name(row.case_kind, language()), row)
    for scheme_id, rows in found.by_phase.items():
        yield schemes[scheme_id]
        for row in rows:
            kind = document_kind.name(row.kind, language())
            yield "  " + _line(f"{row.phase or _('No phase')}, {kind}", row)


def _line(name: str, row: FigureRow) -> str:
    of = row.figure
    documents = ngettext("{count} document", "{count} documents", of.documents)
    words = ngettext("{count} word", "{count} words", of.words)
    cases = ngettext("{count} case", "{count} cases", of.cases)
    parts = [
        documents.format(count=of.documents),
        words.format(count=of.words),
        cases.format(count=of.cases),
    ]
    if of.timed:
        parts.insert(2, _("{minutes} min").format(minutes=round(of.duration_ms / 60_000)))
    return f"{name}: {', '.join(parts)}"


def _wrong(row: Disagreement) -> str:
    names = ", ".join(f"{each.name} ({each.detail})" if each.detail else each.name
                      for each in row.about)  # fmt: skip
    return f"{row.message} {names}"


def _data(found: Figures, wrong: list[Disagreement], schemes: dict[int, str]) -> Data:
    def plain(row: FigureRow) -> Data:
        said = {"kind": row.kind, "case_kind": row.case_kind, "phase": row.phase}
        return {
            **{key: value for key, value in said.items() if value},
            **asdict(row.figure),
            "document_ids": list(row.document_ids),
        }

    return {
        "everything": plain(found.everything),
        "by_kind": list(map(plain, found.by_kind)),
        "by_case_kind": list(map(plain, found.by_case_kind)),
        "by_phase": {
            schemes[scheme_id]: list(map(plain, rows)) for scheme_id, rows in found.by_phase.items()
        },
        "disagreements": [asdict(row) for row in wrong],
    }
