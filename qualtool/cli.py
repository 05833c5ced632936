"""The command line: what the window does, for scripts and tests."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from qualtool import (
    __version__,
    cli_codebook,
    cli_figures,
    cli_language,
    cli_leaving,
    cli_replace,
    cli_tables,
    cli_work,
    i18n,
    settings,
)
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _

# Whether a file can be read is told by who reads it, in words of our own.
_PATH = click.Path(path_type=Path, readable=False)
Window = Callable[[Path | None, bool], int]  # opens the window on a project, or the sample


def run(arguments: Sequence[str], window: Window) -> int:
    """Do what the arguments say; the exit code.

    `window` opens the window, which is no business of this module's.
    0: done; 1: some input was refused, each named on standard error; 2: wrong usage.
    """
    _speak_utf8()
    arguments = list(arguments)
    chosen = cli_language.asked_for(arguments) or settings.load().language
    i18n.set_language(chosen or i18n.system_language())
    cli_language.let_click_speak(i18n.language())
    try:
        group = commands(window)
        arguments = cli_language.with_opening(arguments, group.commands)
        result = group.main(arguments, prog_name="qualtool", standalone_mode=False)
        sys.stdout.flush()
    except click.Abort:
        cli_work.refuse(_("Stopped."))
        return cli_work.REFUSED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except QualtoolError as error:
        cli_work.refuse(str(error))
        return cli_work.REFUSED
    except BrokenPipeError:
        # Whoever read has had enough. What is still held back must not fail at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return cli_work.DONE
    except Exception as fault:  # a fault of ours must not meet the researcher as a traceback
        from qualtool import cli_faults

        cli_work.refuse(cli_faults.told(fault))
        return cli_work.REFUSED
    return result if isinstance(result, int) else cli_work.DONE


def commands(window: Window) -> click.Group:
    """All commands, worded in the language the program speaks now."""
    study = click.Argument(["study"], type=_PATH, metavar=_("STUDY"))
    as_json = click.Option(["--json", "as_json"], is_flag=True, help=_("Print JSON."))
    coder = click.Option(["--coder"], metavar=_("NAME"), help=_("Whose work this is."))
    languages = click.Choice(i18n.LANGUAGES)

    def command(
        name: str, work: Callable[..., Any], brief: str, about: str, *parameters: click.Parameter
    ) -> click.Command:
        return click.Command(
            name,
            callback=work,
            help=about or brief,
            short_help=brief,
            params=list(parameters),
            options_metavar=_("[OPTIONS]"),
        )

    group = click.Group(
        "qualtool",
        help=_(
            "Code interviews and build themes from them, offline and in confidence. "
            "Without a command, the window opens."
        ),
        epilog=_("“qualtool STUDY” opens the window on a project; --sample on the sample study."),
        params=[
            click.Option(
                ["--lang", "--language"], type=languages, help=_("The program’s language.")
            )
        ],
        callback=lambda lang: None,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND …"),
    )
    click.version_option(__version__, prog_name="qualtool", message="%(prog)s %(version)s")(group)
    leaving = cli_leaving.commands(command, study, as_json)
    each = [
        command(
            "open",
            lambda study, sample: window(cli_work.existing(study) if study else None, sample),
            _("Open the window."),
            "",
            click.Argument(["study"], type=_PATH, metavar=_("[STUDY]"), required=False),
            click.Option(["--sample"], is_flag=True, help=_("Open your copy of the sample study.")),
        ),
        command(
            "new",
            cli_work.new,
            _("Make a project."),
            "",
            study,
            click.Option(["--name"], metavar=_("NAME"), help=_("What the study is called.")),
            click.Option(
                ["--template"], metavar="ID", help=_("Which themes to begin with."), default=""
            ),
            click.Option(["--language"], type=languages, help=_("The language of the study.")),
            coder,
        ),
        command(
            "import",
            cli_work.import_,
            _("Take files and folders in."),
            _("Take transcripts and other files in; of folders, every file that can be read."),
            study,
            click.Argument(
                ["files"],
                type=_PATH,
                nargs=-1,
                required=True,
                metavar=_("FILES..."),
            ),
            click.Option(
                ["--duplicates"], is_flag=True, help=_("Take in also what is there already.")
            ),
            click.Option(
                ["--pseudonyms"],
                is_flag=True,
                help=_("Replace real names before anything is stored."),
            ),
            click.Option(
                ["--names"],
                type=_PATH,
                metavar=_("TABLE"),
                help=_("The same, with names and pseudonyms from two columns of a table."),
            ),
            click.Option(
                ["--numbers"],
                is_flag=True,
                help=_("The same, with telephone numbers, e-mail addresses and birth numbers."),
            ),
            click.Option(
                ["--column", "columns"],
                multiple=True,
                metavar=_("HEAD=USE"),
                help=_(
                    "What a column of survey answers is: case, answer, attribute, date or leave; "
                    "once for each column."
                ),
            ),
            click.Option(
                ["--per-case"], is_flag=True, help=_("Of survey answers, a document for each case.")
            ),
            coder,
            as_json,
        ),
        command("info", cli_work.info, _("Show what a project holds."), "", study, as_json),
        command(
            "show",
            cli_work.show,
            _("Show who says what in a document."),
            _("Show who says what in a document; with --json also what is coded."),
            study,
            click.Argument(["document"], metavar=_("DOCUMENT")),
            as_json,
        ),
        command(
            "code",
            cli_work.code,
            _("Code passages from a table."),
            _(
                "Code passages from a table (CSV or XLSX) with the columns document, code, and "
                "start with end, or quote; also coder, theme, valence, comment, star."
            ),
            study,
            click.Argument(["table"], type=_PATH, metavar=_("TABLE")),
            click.Option(
                ["--threshold"],
                type=click.FloatRange(0, 100),
                default=85.0,
                show_default="85",
                help=_("How like the text a quotation must be, in percent, to be coded."),
            ),
            click.Option(["--encoding"], default="", help=_("The encoding of a CSV file.")),
            coder,
            as_json,
        ),
        command(
            "replace",
            cli_replace.replace,
            _("Replace words wherever they stand."),
            _(
                "Replace words in all texts, and in names, labels, memos and comments: to correct "
                "a spelling, or to get rid of a name. Excerpts follow."
            ),
            study,
            click.Argument(["words"], metavar=_("WORDS")),
            click.Argument(["replacement"], metavar=_("REPLACEMENT")),
            click.Option(["--whole-words"], is_flag=True, help=_("Not inside longer words.")),
            click.Option(["--match-case"], is_flag=True, help=_("Capital letters as given.")),
            click.Option(
                ["--endings"], is_flag=True, help=_("Whole words, also with a genitive (Karis).")
            ),
            click.Option(["--dry-run"], is_flag=True, help=_("Only tell where they stand.")),
            click.Option(
                ["--forget-originals"],
                is_flag=True,
                help=_("Let go of the kept files of documents in which they stood."),
            ),
            coder,
            as_json,
        ),
        *leaving[:1],
        *(
            command(
                name,
                work,
                brief,
                about,
                study,
                click.Option(
                    ["--import", "source"],
                    type=_PATH,
                    metavar="FILE.(xlsx|csv)",
                    help=_("Take in a table; what is there already is brought up to date."),
                ),
                click.Option(
                    ["--to"],
                    type=_PATH,
                    metavar="OUT.(xlsx|csv|docx|html|md)",
                    help=_("Where to."),
                ),
                click.Option(
                    ["--lang", "--language"], type=languages, help=_("The language of the table.")
                ),
                click.Option(["--encoding"], default="", help=_("The encoding of a CSV file.")),
                click.Option(
                    ["--keep-names"],
                    is_flag=True,
                    help=_("Leave names that this project has pseudonyms for."),
                ),
                coder,
                as_json,
            )
            for name, work, brief, about in (
                (
                    "cases",
                    cli_tables.cases,
                    _("Show the cases, or take them from a table."),
                    _("Show the cases, take them in from a table, or write them to one."),
                ),
                (
                    "activities",
                    cli_tables.activities,
                    _("Show the activities, or take them from a table."),
                    _("Show the activity register, take it in from a table, or write it to one."),
                ),
            )
        ),
        command(
            "codebook",
            cli_codebook.codebook,
            _("Show the codebook, or take one in or out."),
            _(
                "Show the codebook, take one in (also of other programs: CSV, XLSX, Markdown, "
                "REFI-QDA), or write it to a file."
            ),
            study,
            click.Option(
                ["--from", "source"],
                type=_PATH,
                metavar="FILE.(xlsx|csv|md|qdc)",
                help=_("Take in a codebook; what is there already is brought up to date."),
            ),
            click.Option(["--to"], type=_PATH, metavar="OUT.(xlsx|csv|md)", help=_("Where to.")),
            click.Option(
                ["--lang", "--language"], type=languages, help=_("The language of the file.")
            ),
            click.Option(["--encoding"], default="", help=_("The encoding of a CSV file.")),
            coder,
            as_json,
        ),
        command(
            "figures",
            cli_figures.figures,
            _("Count the material."),
            _("Count the material as a method chapter does, and tell what disagrees."),
            study,
            as_json,
        ),
        *leaving[1:],
        command(
            "history",
            cli_work.history,
            _("Show what was done, the newest first."),
            "",
            study,
            click.Option(["--limit"], type=click.IntRange(1), help=_("How many at most.")),
            as_json,
        ),
        command("undo", cli_work.undo, _("Take the last step back."), "", study, coder),
        command("redo", cli_work.redo, _("Do again what was taken back."), "", study, coder),
        command("check", cli_work.check, _("See whether a project is sound."), "", study, as_json),
    ]
    each[0].hidden = True  # `qualtool STUDY` is the way to say it
    for one in each:
        group.add_command(one)
    return group


def _speak_utf8() -> None:
    """Write UTF-8 whatever the computer is set to: the text is the researcher's, not ours."""
    for stream in (sys.stdout, sys.stderr):
        if callable(reconfigure := getattr(stream, "reconfigure", None)):
            reconfigure(encoding="utf-8", errors="backslashreplace")
