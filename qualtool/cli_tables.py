"""The cases and the activity register on the command line: shown, taken in, written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualtool import cli_work
from qualtool.core.table_mapping import Rows, Target
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext

if TYPE_CHECKING:
    from qualtool.core.table_plan import Plan, PlannedRow, Taken
    from qualtool.store.project import Project

Data = dict[str, Any]


def cases(
    study: Path,
    source: Path | None,
    to: Path | None,
    lang: str | None,
    encoding: str,
    keep_names: bool,
    coder: str | None,
    as_json: bool,
) -> int:
    """Show the cases, take them in from a table, or write them to one."""
    return _table("cases", study, source, to, lang, encoding, keep_names, coder, as_json)


def activities(
    study: Path,
    source: Path | None,
    to: Path | None,
    lang: str | None,
    encoding: str,
    keep_names: bool,
    coder: str | None,
    as_json: bool,
) -> int:
    """Show the activity register, take it in from a table, or write it to one."""
    return _table("activities", study, source, to, lang, encoding, keep_names, coder, as_json)


def _table(
    target: Target,
    study: Path,
    source: Path | None,
    to: Path | None,
    lang: str | None,
    encoding: str,
    keep_names: bool,
    coder: str | None,
    as_json: bool,
) -> int:
    done = cli_work.DONE
    if source is not None:
        done = _import(target, study, source, encoding, keep_names, coder, as_json)
    if to is not None:
        _export(target, study, to, lang or "")
    if source is None and to is None:
        _show(target, study, as_json)
    return done


def _import(
    target: Target,
    study: Path,
    source: Path,
    encoding: str,
    keep_names: bool,
    coder: str | None,
    as_json: bool,
) -> int:
    from qualtool import plugins
    from qualtool.analysis import study as about
    from qualtool.core.known_names import without_known_names
    from qualtool.core.pseudonyms import without_names
    from qualtool.core.table_mapping import guess, likeliest
    from qualtool.formats.read_table import read_tables
    from qualtool.operations import table_import
    from qualtool.store import name_key
    from qualtool.ui.material_words import private_said
    from qualtool.ui.models.naming import unclear_in

    tables = read_tables(plugins.load(source), source.name, encoding=encoding)
    table: Rows = tables[likeliest(tables, target)]
    mapping = guess(table, target)
    hidden, name = 0, source.name
    with cli_work.changing(study, coder) as project, project.edit(f"import_{target}") as session:
        if not keep_names:
            known = name_key.load(name_key.of_study(session)).names
            unclear = unclear_in(about.study(session).language)
            table, hidden = without_known_names(
                table, known, head_row=mapping.head_row, unclear=unclear
            )
            name = without_names(source.name, known, unclear=unclear)
        plan = table_import.plan(session, table, mapping)
        taken = table_import.take_in(session, plan, table=name)
    if as_json:
        cli_work.say_json({**_data(plan, taken), "names_replaced": hidden})
    for row in plan.rows:
        for line in _problems(row):
            cli_work.refuse(line)
    if not as_json:
        private = [(use.head, bool(use.field)) for use in mapping.columns if use.private]
        told = filter(None, [private_said(private), _hidden(hidden)])
        cli_work.say("\n".join((*_outcome(plan), *told)))
    return cli_work.REFUSED if plan.count("refuse") or not plan.rows else cli_work.DONE


def _export(target: Target, study: Path, to: Path, language: str) -> None:
    from qualtool.reports import register, saving

    there = to.exists()
    with cli_work.reading(study) as project, project.read() as session:
        build = register.cases if target == "cases" else register.activities
        report = build(session, language=language)
    for caution in saving.save(report, to):
        click.echo(caution.message, err=True)
    cli_work.say((_("Replaced {file}.") if there else _("Wrote {file}.")).format(file=to.name))


def _show(target: Target, study: Path, as_json: bool) -> None:
    with cli_work.reading(study) as project:
        rows = _case_data(project) if target == "cases" else _activity_data(project)
    if as_json:
        cli_work.say_json(rows)
    elif target == "cases":
        cli_work.say("\n".join(map(_case_line, rows)))
    else:
        cli_work.say("\n".join(map(_activity_line, rows)))


def _case_data(project: Project) -> list[Data]:
    from qualtool.analysis import grid

    with project.read() as session:
        held = grid.cases_grid(session)
    names = {each.id: each.name for each in held.attributes}
    return [
        {
            "id": row.id,
            "name": row.name,
            "depth": row.depth,
            "kind": row.kind,
            "note": row.note,
            "consent": row.consent,
            "documents": row.documents,
            "attributes": {names[each]: row.values[each] for each in names if each in row.values},
        }
        for row in held.rows
    ]


def _activity_data(project: Project) -> list[Data]:
    from qualtool.analysis import activities as register

    with project.read() as session:
        rows = register.activities(session)
    return [
        {
            "id": row.id,
            "number": row.number,
            "name": row.name,
            "date": row.date,
            "from": row.date_from,
            "to": row.date_to,
            "date_state": row.date_state,
            "content": row.content,
            "comment": row.comment,
            "participants": row.participants,
        }
        for row in rows
    ]


def _case_line(row: Data) -> str:
    from qualtool.core import case_kind
    from qualtool.i18n import language

    said = [case_kind.name(row["kind"], language())]
    said += [f"{name}: {value}" for name, value in row["attributes"].items()]
    return f"{'  ' * row['depth']}{row['name']} ({', '.join(said)})"


def _activity_line(row: Data) -> str:
    line = "  ".join(part for part in (row["number"], row["name"], row["date"]) if part)
    if row["date_state"] == "impossible":
        return _("{line}  [there is no such day]").format(line=line)
    return line


def _problems(row: PlannedRow) -> Iterator[str]:
    for problem in row.problems:
        yield _("row {number}: {problem}").format(number=row.number, problem=problem.message)


def _outcome(plan: Plan) -> Iterator[str]:
    added, changed = plan.count("add"), plan.count("update")
    same, refused = plan.count("same"), plan.count("refuse")
    for words, count in (
        (ngettext("{count} row added", "{count} rows added", added), added),
        (ngettext("{count} row changed", "{count} rows changed", changed), changed),
        (ngettext("{count} row is there already", "{count} rows are there already", same), same),
        (ngettext("{count} row left out", "{count} rows left out", refused), refused),
    ):
        if count:
            yield words.format(count=count)


def _hidden(count: int) -> str:
    words = ngettext(
        "{count} name was replaced by its pseudonym; with --keep-names it stays.",
        "{count} names were replaced by their pseudonyms; with --keep-names they stay.",
        count,
    )
    return words.format(count=count) if count else ""


def _data(plan: Plan, taken: Taken) -> Data:
    return {
        "columns": [
            {"head": use.head, "field": use.field, "attribute": use.attribute or None}
            for use in plan.mapping.columns
        ],
        "added": list(taken.added),
        "updated": list(taken.updated),
        "rows": [
            {
                "row": row.number,
                "name": row.name,
                "action": row.action,
                "problems": [{"key": each.key, "message": each.message} for each in row.problems],
            }
            for row in plan.rows
        ],
    }
