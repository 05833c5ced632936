"""The commands about what leaves the project: tables, pictures, and the checks before it does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from qualtool import (
    cli_claims,
    cli_disclosure,
    cli_map,
    cli_memos,
    cli_quotes,
    cli_refresh,
    cli_report,
    cli_work,
    i18n,
)
from qualtool.i18n import gettext as _

# Whether a file can be read is told by who reads it, in words of our own.
PATH: Final = click.Path(path_type=Path, readable=False)
Make = Callable[..., click.Command]  # a name, its work, what it does in brief and in full, and more


def commands(command: Make, study: click.Parameter, as_json: click.Option) -> list[click.Command]:
    """The commands, `export` first."""
    languages = click.Choice(i18n.LANGUAGES)
    return [
        command(
            "export",
            cli_work.export,
            _("Write a table of the report."),
            _("Write a table of the report; a file that is there already is replaced."),
            study,
            click.Argument(["table"], metavar="themes|excerpts|codebook|memos|summary|findings|…"),
            click.Option(
                ["--to"],
                type=PATH,
                required=True,
                metavar="OUT.(docx|xlsx|csv|html|md)",
                help=_("Where to."),
            ),
            click.Option(
                ["--by"],
                type=click.Choice(("theme", "code", "case")),
                default="theme",
                help=_("How excerpts are sorted."),
            ),
            click.Option(
                ["--depth"],
                is_flag=True,
                help=_("Say of each coding whether it is semantic or latent."),
            ),
            click.Option(
                ["--lang", "--language"], type=languages, help=_("The language of the table.")
            ),
            cli_disclosure.unasked(),
            *cli_memos.choices(),
        ),
        command(
            "report",
            cli_report.report,
            _("Write a whole report."),
            _(
                "Write a report of the project; where none is kept, the usual appendix. Without a "
                "file, tell which reports there are. The project is not changed."
            ),
            study,
            *cli_report.choices(),
            cli_disclosure.unasked(),
            as_json,
        ),
        command(
            "refresh",
            cli_refresh.refresh,
            _("Put a report into your own Word document, or renew it there."),
            _(
                "Put the blocks of a report, or of the usual appendix, last in a Word document of "
                "your own; those that are there already are renewed where they stand. Nothing else "
                "in the document is changed."
            ),
            study,
            *cli_refresh.choices(),
            cli_disclosure.unasked(),
            as_json,
        ),
        command(
            "map",
            cli_map.draw,
            _("Draw the thematic map."),
            _("Write the thematic map as a picture, as it was arranged in the window."),
            study,
            *cli_map.choices(),
            click.Option(
                ["--lang", "--language"], type=languages, help=_("The language of the title.")
            ),
        ),
        command(
            "quotes",
            cli_quotes.quotes,
            _("See whether each quotation of a draft is what was said."),
            _(
                "Find the quotations of a draft (Word, OpenDocument, Markdown, text) in the "
                "transcripts, and tell which are verbatim, altered, joined or not found. "
                "The draft is not changed."
            ),
            study,
            click.Argument(["draft"], type=PATH, metavar="DRAFT"),
            click.Option(
                ["--comments"],
                type=PATH,
                metavar="COPY.docx",
                help=_("Write a copy of a Word draft with a comment beside each quotation."),
            ),
            click.Option(
                ["--link"],
                is_flag=True,
                help=_("Tie each quotation that was found to its excerpt in the project."),
            ),
            as_json,
        ),
        command(
            "claims",
            cli_claims.claims,
            _("See how many stand behind each claim."),
            _(
                "Tell the claims of the project, such as “most of the informants”, with who "
                "supports each and who speaks against it; or find those of a draft (Word, "
                "OpenDocument, Markdown, text). The draft is not changed."
            ),
            study,
            click.Argument(["draft"], type=PATH, metavar="[DRAFT]", required=False),
            click.Option(
                ["--keep"],
                is_flag=True,
                help=_("Keep the claims of the draft in the project."),
            ),
            as_json,
        ),
        command(
            "disclosure",
            cli_disclosure.disclosure,
            _("See whether a report or a draft tells who somebody is."),
            _(
                "Look in all that a report would hold, or in a draft (Word, OpenDocument, "
                "Markdown, text), for what may tell who somebody is: names and places that the "
                "project knows, numbers, what fits only one participant. Nothing is changed."
            ),
            study,
            click.Argument(["draft"], type=PATH, metavar="[DRAFT]", required=False),
            click.Option(
                ["--report"],
                metavar=_("NAME"),
                help=_("Which report of the project, by its title."),
            ),
            click.Option(
                ["--at-most"],
                type=click.IntRange(1),
                metavar="K",
                help=_("Tell what fits at most so many participants."),
            ),
            as_json,
        ),
    ]
