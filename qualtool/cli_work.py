"""What each command does."""

from __future__ import annotations

import json
import platform
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from qualtool import i18n, settings
from qualtool.core.errors import QualtoolError
from qualtool.core.names import same
from qualtool.i18n import gettext as _

if TYPE_CHECKING:
    from qualtool.core.pseudonyms import Naming
    from qualtool.store.project import Project

ENDING: Final = ".qualtool"
DONE: Final = 0
REFUSED: Final = 1
PATIENCE_S: Final = 4.0  # how long another command may hold a project before we give up
_PAUSE_S: Final = 0.1


def new(
    study: Path, name: str | None, template: str, language: str | None, coder: str | None
) -> None:
    """Make a project with the themes of a template."""
    from qualtool.core.template import said
    from qualtool.operations import new_project, templates

    chosen = settings.load()
    path = study if study.suffix.lower() == ENDING else _with_ending(study)
    if not study.name:
        raise click.UsageError(_("A new project needs a name for its file."))
    own = i18n.language()
    language = language or (own if own != "en" else "nb")
    template = template or templates.DEFAULT
    with new_project.start(
        path,
        name=name or path.stem,
        language=language,
        template=template,
        coder=chosen.coder if coder is None else coder,
    ):
        title = said(templates.called(template).title, own)
    say(_("Made {file} with “{template}”.").format(file=path.name, template=title))


def import_(
    study: Path,
    files: Sequence[Path],
    duplicates: bool,
    pseudonyms: bool,
    names: Path | None,
    numbers: bool,
    columns: Sequence[str],
    per_case: bool,
    coder: str | None,
    as_json: bool,
) -> int:
    """Take files in; those that cannot be read are named and stop none of the others."""
    from dataclasses import replace

    from qualtool import cli_columns, cli_lines, cli_names
    from qualtool.analysis import documents as held
    from qualtool.analysis import study as about
    from qualtool.operations import importing

    said = cli_names.read(names) if names else ()
    uses = cli_columns.read(columns)
    namings: Sequence[Naming] = ()
    with changing(study, coder) as project:
        with project.read() as session:
            known = held.content_hashes(session)
            language = about.study(session).language
        found = importing.examine(files, progress=_progress, known_hashes=known, language=language)
        if uses or per_case:
            found = cli_columns.read_anew(found, uses, per_case=per_case)
        if duplicates:
            found = [replace(each, wanted=each.source is not None) for each in found]
        hides = pseudonyms or names is not None or numbers
        if hides:
            done = cli_names.replaced(project, found, known, said, numbers=numbers)
            found, namings = done.incoming, done.namings
        with project.edit("import_documents") as session:
            ids = importing.take_in(session, found)
        with project.read() as session:
            rows = {row.id: row for row in held.documents(session)}
            lost = importing.not_kept(session, found)
        remembered = bool(namings) and cli_names.remember(project, namings)
    taken = iter(ids)
    told = [
        (one, rows[next(taken)] if each.wanted else None)
        for each in found
        for one in cli_columns.documents(each)
    ]
    if as_json:
        say_json([cli_lines.imported_data(each, row, namings, hides=hides) for each, row in told])
    for each, row in told:
        if each.error:
            refuse(each.error)
        elif not as_json:
            say(cli_lines.imported(each, row))
    if not as_json:
        for line in cli_lines.namings(namings, remembered=remembered):
            say(line)
        for each, row in told:
            for line in cli_names.left_said(each, namings) if hides and row else ():
                say(line)
    for file in lost:
        refuse(_("“{file}” came in, but was changed meanwhile and not kept.").format(file=file))
    if not found:
        refuse(_("There is no file in the folder that can be read."))
    return REFUSED if not found or any(each.error for each in found) else DONE


def info(study: Path, as_json: bool) -> None:
    """Tell what a project holds."""
    from qualtool import cli_lines
    from qualtool.analysis import overview

    with reading(study) as project, project.read() as session:
        data = overview.project(session)
    if as_json:
        say_json(data)
    else:
        say("\n".join(cli_lines.info(data)))


def show(study: Path, document: str, as_json: bool) -> None:
    """Write a document's text, or all that is known of it."""
    from qualtool import cli_lines
    from qualtool.analysis import documents as held
    from qualtool.analysis import overview
    from qualtool.operations.named import document_called

    with reading(study) as project, project.read() as session:
        document_id = document_called(session, document)
        if as_json:
            say_json(overview.document(session, document_id))
        else:
            say("\n".join(cli_lines.text(held.reading(session, document_id))))


def code(
    study: Path, table: Path, threshold: float, encoding: str, coder: str | None, as_json: bool
) -> int:
    """Code what a table says, and tell what became of each row."""
    from qualtool import cli_lines, plugins
    from qualtool.core.coding_table import lines
    from qualtool.formats.read_table import read_tables
    from qualtool.operations import coded_table

    rows = lines(read_tables(plugins.load(table), table.name, encoding=encoding), table.name)
    with changing(study, coder) as project, project.edit("code_table") as session:
        coded = coded_table.code(
            session, rows, table=table.name, coder_id=project.coder_id, threshold=threshold
        )
    if as_json:
        say_json(cli_lines.coded_data(coded))
    for outcome in coded.outcomes:
        if not outcome.coded:
            refuse(cli_lines.outcome(outcome))
        elif not as_json:
            say(cli_lines.outcome(outcome))
    if not as_json:
        say("\n".join(cli_lines.coded(coded)))
    return DONE if all(outcome.coded for outcome in coded.outcomes) else REFUSED


def export(
    study: Path,
    table: str,
    to: Path,
    by: Any,
    depth: bool,
    lang: str | None,
    yes: bool,
    **memos: Any,
) -> int:
    """Write a table of the report to a file; `memos` says which of them, see `cli_memos`."""
    from qualtool import cli_disclosure, cli_memos, cli_report
    from qualtool.reports import catalogue, saving
    from qualtool.reports.options import Options

    try:
        catalogue.block(table)
    except QualtoolError as error:
        raise click.UsageError(str(error)) from error
    if table != "memos" and any(memos.values()):
        raise click.UsageError(_("These choices are for the table “memos” alone."))
    options = Options(language=lang or "", by=by, depth=depth, memos=cli_memos.wanted(**memos))
    there = to.exists()
    with reading(study) as project, project.read() as session:
        report = catalogue.build(session, table, options)
        if not cli_disclosure.may_be_written(session, report, unasked=yes):
            refuse(_("Nothing was written."))
            return REFUSED
    for caution in saving.save(cli_report.pictured(report, to), to):
        click.echo(caution.message, err=True)
    say((_("Replaced {file}.") if there else _("Wrote {file}.")).format(file=to.name))
    return DONE


def history(study: Path, limit: int | None, as_json: bool) -> None:
    """Tell what was done."""
    from qualtool import cli_lines
    from qualtool.analysis import history

    with reading(study) as project, project.read() as session:
        steps = history.steps(session, limit=limit)
    if as_json:
        say_json([cli_lines.step_data(step) for step in steps])
    else:
        say("\n".join(cli_lines.step(step) for step in steps))


def undo(study: Path, coder: str | None) -> None:
    """Take the last step back."""
    with _held(existing(study)) as project:
        project.coder_id = _signing(project, coder)
        step = project.undo()
        if step is None:
            raise QualtoolError("nothing_to_undo", _("There is nothing to take back."))
        say(_step_words(project))


def redo(study: Path, coder: str | None) -> None:
    """Do again what was taken back."""
    with _held(existing(study)) as project:
        project.coder_id = _signing(project, coder)
        step = project.redo()
        if step is None:
            raise QualtoolError("nothing_to_redo", _("There is nothing to do again."))
        say(_step_words(project))


def check(study: Path, as_json: bool) -> int:
    """Tell what is wrong with a project."""
    from qualtool.analysis import checking

    with reading(study) as project, project.read() as session:
        found = checking.faults(session)
    if as_json:
        say_json([{"key": each.key, "count": each.count, "says": each.message} for each in found])
    for each in found:
        refuse(each.message)
    if not found and not as_json:
        say(_("{file} is sound.").format(file=project.path.name))
    return REFUSED if found else DONE


@contextmanager
def reading(study: Path) -> Iterator[Project]:
    """A project opened for looking only, beside whoever else has it open."""
    from qualtool.store.project import open_project

    with open_project(existing(study), read_only=True) as project:
        yield project


@contextmanager
def changing(study: Path, coder: str | None) -> Iterator[Project]:
    """A project opened for changing, as the work of a coder."""
    from qualtool.analysis import codebook
    from qualtool.operations import coders

    with _held(existing(study)) as project:
        name = (settings.load().coder if coder is None else coder).strip()
        with project.read() as session:
            known = codebook.coders(session)
        if name:
            with project.edit("add_coder") as session:
                project.coder_id = coders.ensure(session, name)
        elif known:
            project.coder_id = known[0].id  # always the same one, so that a table can come again
        yield project


def _signing(project: Project, coder: str | None) -> int | None:
    """Whose work a step taken back is: the coder named, else the one chosen on this computer.

    Nobody is added, for that would be a step of its own. Raises QualtoolError "coder_unknown".
    """
    from qualtool.analysis import codebook

    name = (settings.load().coder if coder is None else coder).strip()
    with project.read() as session:
        rows = codebook.coders(session)
    found = next((row.id for row in rows if same(row.name, name)), None)
    if found is None and coder and name:
        raise QualtoolError(
            "coder_unknown",
            _("There is no coder called “{name}” in {file}."),
            name=name,
            file=project.path.name,
        )
    return found


def _held(path: Path) -> Project:
    """A project open for changing, once whoever on this machine holds it has let go.

    Raises QualtoolError "read_only" with the reason, where it cannot be changed or is not let go.
    """
    from qualtool.store.project import open_project

    tired = time.monotonic() + PATIENCE_S
    while True:
        project = open_project(path)
        opened = project.opened
        if not opened.read_only:
            return project
        project.close()
        near = opened.held_by is not None and opened.held_by.machine in ("", platform.node())
        if not near or time.monotonic() >= tired:
            raise QualtoolError("read_only", opened.cautions[0])
        time.sleep(_PAUSE_S)


def existing(study: Path) -> Path:
    """The file meant, its ending left out or not."""
    longer = _with_ending(study)
    return longer if not study.exists() and longer.exists() else study


def _with_ending(path: Path) -> Path:
    return path.parent / f"{path.name}{ENDING}"


def _step_words(project: Project) -> str:
    from qualtool.analysis import history

    with project.read() as session:
        return history.worded(history.steps(session, limit=1)[0])


def say(words: str) -> None:
    """Write a line to standard output."""
    click.echo(words)


def say_json(data: object) -> None:
    """Write plain data to standard output."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def refuse(words: str) -> None:
    """Write a line to standard error."""
    click.echo(words, err=True)


def agreed(question: str) -> bool:
    """Ask on the terminal; only the first letter of yes, in the program's language, is one."""
    yes = _("yes")[0].casefold()
    answer = click.prompt(
        f"{question} [{yes}/N]", default="", show_default=False, prompt_suffix=" ", err=True
    )
    return str(answer).strip().casefold()[:1] in (yes, "y")


def _progress(done: int, total: int, name: str) -> None:
    """Show on a terminal how far it has come."""
    if sys.stderr.isatty() and total > 1:
        line = f"{done}/{total} {name}"[:78]
        sys.stderr.write(f"\r{line:<78}\r" if done < total else f"\r{'':<78}\r")
        sys.stderr.flush()
