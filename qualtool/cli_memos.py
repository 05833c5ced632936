"""Which memos are exported, as the command line says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qualtool.core.memo_kind import KINDS, TARGETS
from qualtool.i18n import gettext as _

if TYPE_CHECKING:
    from qualtool.analysis.memo_filter import MemoFilter

STUDY = "study"  # the command line's word for what is tied to nothing


def choices() -> list[click.Option]:
    """The options that say which memos."""
    targets = [target or STUDY for target in TARGETS if target != "coding"]
    return [
        click.Option(
            ["--kind", "kinds"],
            type=click.Choice(tuple(KINDS)),
            multiple=True,
            help=_("Memos: of this kind; may be said more than once."),
        ),
        click.Option(
            ["--on", "targets"],
            type=click.Choice(targets),
            multiple=True,
            help=_("Memos: written on this; may be said more than once."),
        ),
        click.Option(
            ["--written-by", "coders"],
            multiple=True,
            metavar=_("NAME"),
            help=_("Memos: written by this coder; may be said more than once."),
        ),
        click.Option(
            ["--since"], metavar=_("DAY"), default="", help=_("Memos: from this day (2024-03-25).")
        ),
        click.Option(["--until"], metavar=_("DAY"), default="", help=_("Memos: to this day.")),
        click.Option(
            ["--words"], metavar=_("WORDS"), default="", help=_("Memos: with all these words.")
        ),
        click.Option(
            ["--private"], is_flag=True, help=_("Memos: private ones too, which else stay out.")
        ),
    ]


def wanted(
    *,
    kinds: tuple[str, ...] = (),
    targets: tuple[str, ...] = (),
    coders: tuple[str, ...] = (),
    since: str = "",
    until: str = "",
    words: str = "",
    private: bool = False,
) -> MemoFilter:
    """The filter these options make."""
    from qualtool.analysis.memo_filter import MemoFilter

    return MemoFilter(
        kinds=frozenset(kinds),
        targets=frozenset("" if target == STUDY else target for target in targets),
        coders=frozenset(coders),
        since=since,
        until=until,
        words=words,
        private=private,
    )
