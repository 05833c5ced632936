"""The tables a report can hold, by name, and how each becomes a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from qualtool import plugins
from qualtool.core import report as model
from qualtool.core.errors import QualtoolError
from qualtool.core.report import Report
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.reports import (
    activity_table,
    barriers,
    checklist,
    claims,
    codebook,
    codebook_history,
    coded_transcript,
    condensation,
    coverage,
    cross_case,
    excerpts,
    findings,
    findings_summary,
    framework,
    heads,
    material_table,
    memos,
    method_facts,
    participants,
    phase_log,
    portrait,
    quotations_used,
    self_review,
    thematic_map,
    theme_bars,
    themes,
    timeline,
)
from qualtool.reports.columns import arranged
from qualtool.reports.options import Options
from qualtool.reports.whose_codings import with_whose
from qualtool.store.project import Session


@dataclass(frozen=True, slots=True)
class Block:
    """A table the report can hold.

    `title` and `about` are marked for translation and looked up where they are shown.
    """

    name: str
    title: str
    about: str
    build: Callable[[Session, Options], Report]


BLOCKS: Final = (
    Block(
        "themes",
        mark("Themes and examples"),
        mark("Main themes and sub-themes, with starred excerpts as examples."),
        themes.build,
    ),
    Block(
        "excerpts",
        mark("Excerpts"),
        mark("Every coded excerpt, sorted by theme, code or informant."),
        excerpts.build,
    ),
    Block(
        "codebook",
        mark("Codebook"),
        mark("What each code means, when it is used, and how much."),
        codebook.build,
    ),
    Block(
        "memos",
        mark("Memos"),
        mark("What was noted along the way, each with the passage, code or theme it is on."),
        memos.build,
    ),
    Block(
        "summary",
        mark("Summary of findings"),
        mark("What was found for each theme and sub-theme, in a few sentences."),
        findings_summary.build,
    ),
    Block(
        "findings",
        mark("Findings"),
        mark("Text under headings: each theme, your own words and the chosen quotations."),
        findings.build,
    ),
    Block(
        "framework",
        mark("Framework matrix"),
        mark("What each case says on each theme, summed up in your own words."),
        framework.build,
    ),
    Block(
        "condensation",
        mark("Meaning condensed"),
        mark("Units, what each says in short, its theme, and what each sub-group says together."),
        condensation.build,
    ),
    Block(
        "map",
        mark("Thematic map"),
        mark("Themes, sub-themes and codes as the picture you have arranged."),
        thematic_map.build,
    ),
    Block(
        "theme-bars",
        mark("Themes by informant"),
        mark("A bar for each informant, parted by theme."),
        theme_bars.build,
    ),
    Block(
        "portrait",
        mark("Portraits of the documents"),
        mark("Where in each document the themes are."),
        portrait.build,
    ),
    Block(
        "timeline",
        mark("Timeline"),
        mark("When documents and activities came to be, phase by phase."),
        timeline.build,
    ),
    Block(
        "coded-transcript",
        mark("Coded transcripts"),
        mark("The texts themselves with numbered lines, and their codes in the margin."),
        coded_transcript.build,
    ),
    Block(
        "method-facts",
        mark("The method in figures"),
        mark("Sentences for the method chapter, with figures of the project, to be edited."),
        method_facts.build,
    ),
    Block(
        "checklist",
        mark("Checklist for reporting"),
        mark("COREQ, SRQR or reflexive questions, with what the project knows filled in."),
        checklist.build,
    ),
    Block(
        "claims",
        mark("Claims and support"),
        mark("What is said of how many, with who supports it and who speaks against it."),
        claims.build,
    ),
    Block(
        "quotations-used",
        mark("Quotations used"),
        mark("Which quotations stand in drafts and findings, and how many are from whom."),
        quotations_used.build,
    ),
    Block(
        "codebook-history",
        mark("History of the codebook"),
        mark("What was done with codes and themes, when, by whom and why."),
        codebook_history.build,
    ),
    Block(
        "phase-log",
        mark("Phase log"),
        mark("Which phase of the method was worked in when."),
        phase_log.build,
    ),
    Block(
        "coverage",
        mark("Coverage"),
        mark("How evenly the documents were read and coded."),
        coverage.build,
    ),
    Block(
        "self-review",
        mark("Self-review"),
        mark("Questions to yourself, with what the project says, and your answers."),
        self_review.build,
    ),
    Block(
        "barriers",
        mark("Barriers and opportunities"),
        mark("What hinders and what furthers, theme by theme, in short statements."),
        barriers.build,
    ),
    Block(
        "cross-case",
        mark("Cross-case matrix"),
        mark("How each case stands on each theme, and the judgement of them all."),
        cross_case.build,
    ),
    Block(
        "participants",
        mark("Participants"),
        mark("Who took part, as much of it as may be shown."),
        participants.build,
    ),
    Block(
        "material",
        mark("Material"),
        mark("What was collected, how much, when, by whom and from whom."),
        material_table.build,
    ),
    Block(
        "activities",
        mark("Activity register"),
        mark("What was done in the study, when and what for."),
        activity_table.build,
    ),
)


# What is told of the work itself, whoever coded.
OF_THE_WORK: Final = frozenset(
    {"codebook-history", "phase-log", "self-review", "participants", "material", "activities"}
)


def block(name: str) -> Block:
    """The table with this name. Raises QualtoolError "table_unknown", naming all there are."""
    for each in BLOCKS:
        if each.name == name:
            return each
    raise QualtoolError(
        "table_unknown",
        _("There is no table called “{table}”. There are: {names}."),
        table=name,
        names=", ".join(each.name for each in BLOCKS),
    )


def build(session: Session, name: str, options: Options | None = None) -> Report:
    """A report with the table of this name, as the options say, and whose codings are in it."""
    report = bare(session, name, options or Options())
    return report if name in OF_THE_WORK else with_whose(session, report)


def bare(session: Session, name: str, options: Options) -> Report:
    """The same without a word on whose codings are in it, for a report that says so once."""
    report = block(name).build(session, options)
    return arranged(report, options.columns, heads.known(name), heads.among(name))


def write(report: Report, ending: str) -> bytes:
    """The bytes of a file of a kind. Raises QualtoolError "ending_unknown"."""
    return plugins.writer(ending).write(report)


def cautions(report: Report, ending: str) -> tuple[Caution, ...]:
    """What the researcher should know before the report is used in a file of this kind."""
    return (*model.cautions(report), *plugins.writer(ending).cautions(report))
