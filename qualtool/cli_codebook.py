"""The codebook on the command line: shown, written to a file, taken in from one."""

from __future__ import annotations

from pathlib import Path

from qualtool import cli_work
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext


def codebook(
    study: Path,
    source: Path | None,
    to: Path | None,
    lang: str | None,
    encoding: str,
    coder: str | None,
    as_json: bool,
) -> int:
    """Show the codebook, take one in, or write it to a file."""
    done = cli_work.DONE
    if source is not None:
        done = _import(study, source, encoding, coder, as_json)
    if to is not None:
        _export(study, to, lang or "")
    if source is None and to is None:
        _show(study, as_json)
    return done


def _import(study: Path, source: Path, encoding: str, coder: str | None, as_json: bool) -> int:
    from qualtool import plugins
    from qualtool.formats.read_codebook import read_codebook
    from qualtool.operations import codebook_import

    lines = read_codebook(plugins.load(source), source.name, encoding=encoding)
    with cli_work.changing(study, coder) as project, project.edit("import_codebook") as session:
        taken = codebook_import.take_in(session, lines)
    for row, why in taken.left:
        cli_work.refuse(_("row {number}: {problem}").format(number=row, problem=why))
    if as_json:
        cli_work.say_json(
            {
                "added": taken.added,
                "changed": taken.changed,
                "left": [row for row, _w in taken.left],
            }
        )
    else:
        cli_work.say(told(taken.added, taken.changed))
    return cli_work.REFUSED if taken.left else cli_work.DONE


def told(added: int, changed: int) -> str:
    """What taking a codebook in came to."""
    made = ngettext("{count} code made", "{count} codes made", added).format(count=added)
    other = ngettext("{count} changed", "{count} changed", changed).format(count=changed)
    return f"{made}, {other}"


def _export(study: Path, to: Path, language: str) -> None:
    from qualtool.reports import codebook_file

    there = to.exists()
    with cli_work.reading(study) as project, project.read() as session:
        codebook_file.save(session, to, language=language)
    cli_work.say((_("Replaced {file}.") if there else _("Wrote {file}.")).format(file=to.name))


def _show(study: Path, as_json: bool) -> None:
    from qualtool.reports import codebook_file

    with cli_work.reading(study) as project, project.read() as session:
        found = codebook_file.lines(session)
    if as_json:
        cli_work.say_json(
            [
                {
                    "name": line.name,
                    "path": list(line.path),
                    "theme": line.theme,
                    "state": line.state or "in_use",
                    "description": line.description,
                    "excerpts": excerpts,
                    "cases": cases,
                }
                for line, excerpts, cases in found
            ]
        )
        return
    for line, excerpts, _cases in found:
        cli_work.say(f"{'  ' * len(line.path)}{line.name} ({excerpts})")
