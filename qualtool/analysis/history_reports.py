"""The words in which the history says what was done with reports and their blocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis.history_told import Say, Told
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext


def _start(a: Told) -> str:
    return ngettext(
        "Made the report “{report}” with {blocks} block",
        "Made the report “{report}” with {blocks} blocks",
        a.number("blocks"),
    )


def _describe(a: Told) -> str:
    if a.get("renamed"):
        return _("Renamed the report “{old}” to “{report}”")
    return _("Changed how the report “{report}” is written")


def _move(a: Told) -> str:
    return ngettext("Moved the report “{report}”", "Moved {reports} reports", a.number("reports"))


def _remove(a: Told) -> str:
    return ngettext(
        "Removed the report “{report}”", "Removed {reports} reports", a.number("reports")
    )


def _move_blocks(a: Told) -> str:
    return ngettext(
        "Moved a block of the report “{report}”",
        "Moved {blocks} blocks of the report “{report}”",
        a.number("blocks"),
    )


def _remove_blocks(a: Told) -> str:
    return ngettext(
        "Took a block out of the report “{report}”",
        "Took {blocks} blocks out of the report “{report}”",
        a.number("blocks"),
    )


WORDS: Final[Mapping[str, Say]] = {
    "start_report": _start,
    "add_report": lambda a: _("Made the report “{report}”"),
    "describe_report": _describe,
    "move_reports": _move,
    "remove_reports": _remove,
    "add_report_block": lambda a: _("Put a block into the report “{report}”"),
    "describe_report_block": lambda a: _("Wrote about a block of the report “{report}”"),
    "set_report_options": lambda a: _("Chose how a block of the report “{report}” is shown"),
    "move_report_blocks": _move_blocks,
    "remove_report_blocks": _remove_blocks,
    "freeze_report_block": lambda a: _("Froze a block of the report “{report}” as it was"),
    "thaw_report_block": lambda a: _("Let a block of the report “{report}” follow the project"),
}
