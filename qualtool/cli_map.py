"""The thematic map on the command line: written as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualtool import cli_work
from qualtool.core.errors import QualtoolError
from qualtool.core.names import same
from qualtool.i18n import gettext as _

if TYPE_CHECKING:
    from qualtool.store.project import Session

_PATH = click.Path(readable=False, path_type=Path)


def choices() -> list[click.Parameter]:
    """What can be said of the picture; made when asked for, so that the words are those of now."""
    return [
        click.Option(
            ["--to"],
            type=_PATH,
            required=True,
            metavar="OUT.(svg|png|pdf)",
            help=_("Where to."),
        ),
        click.Option(["--title"], help=_("The title; the study’s name, unless it is said.")),
        click.Option(["--themes"], help=_("Which set of themes, by its name.")),
        click.Option(
            ["--by-excerpts"],
            is_flag=True,
            help=_("Write what has more excerpts larger."),
        ),
    ]


def draw(
    study: Path,
    to: Path,
    title: str | None,
    themes: str | None,
    by_excerpts: bool,
    lang: str | None,
) -> None:
    """Write the map of a set of themes as a picture. Only SVG needs no part of the window."""
    from qualtool.reports import map_picture, saving

    there = to.exists()
    with cli_work.reading(study) as project, project.read() as session:
        picture = map_picture.picture(
            session,
            _frame(session, themes),
            language=lang or "",
            title=title,
            by_excerpts=by_excerpts,
        )
    if to.suffix.lower() == ".svg":
        saving.write_whole(to, map_picture.svg(picture))
    else:
        from qualtool.ui.charts import images
        from qualtool.ui.map import exporting

        images.without_screen()
        exporting.save(picture, to)
    words = _("Replaced {file}.") if there else _("Wrote {file}.")
    cli_work.say(words.format(file=to.name))


def _frame(session: Session, name: str | None) -> int | None:
    """The set of themes with this name. Raises QualtoolError "frame_unknown"."""
    if name is None:
        return None
    from qualtool.analysis import board

    rows = board.frames(session)
    for row in rows:
        if same(row.name, name):
            return row.id
    raise QualtoolError(
        "frame_unknown",
        _("There is no set of themes called “{name}”. There are: {names}."),
        name=name,
        names=", ".join(row.name for row in rows),
    )
