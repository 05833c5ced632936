"""A checklist for reporting, with what the project knows filled in and room for where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Final

from qualtool.analysis.consent import closed_cases
from qualtool.analysis.guide import guides
from qualtool.analysis.method_facts import MethodFacts, method_facts
from qualtool.analysis.review_evidence import evidence
from qualtool.analysis.study import study
from qualtool.core.checklist import Checklist, Item, parsed
from qualtool.core.quotation_marks import quoted
from qualtool.core.report import (
    Cell,
    Column,
    Group,
    Heading,
    Report,
    Row,
    Table,
    Text,
    cell,
    paragraph,
)
from qualtool.core.template import said as worded
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext, speaking
from qualtool.operations import profiles
from qualtool.reports.method_facts import FACTS
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of
from qualtool.store.project import Session


@cache
def available() -> tuple[Checklist, ...]:
    """The checklists that come with the program, by their names."""
    folder = resources.files("qualtool.resources") / "checklists"
    found = (
        parsed(json.loads(file.read_bytes()))
        for file in folder.iterdir()
        if file.name.endswith(".json")
    )
    return tuple(sorted(found, key=lambda each: each.id))


def build(session: Session, options: Options) -> Report:
    """The chosen list as a table, its sections as headings; what is not known is left empty."""
    lang = language_of(session, options)
    lists = available()
    chosen = next((each for each in lists if each.id == options.checklist), lists[0])
    facts = method_facts(session)
    with speaking(lang):
        title = worded(chosen.title, lang)
        columns = (
            Column("section", _("Part"), 1.2, grouping=True),
            Column("number", _("No."), 0.5),
            Column("item", _("What should be told"), 3.0),
            Column("known", _("What the project knows"), 3.0),
            Column("where", _("Where in the text"), 1.2),
        )
        groups = tuple(
            Group(
                worded(section.title, lang),
                tuple(
                    _row(session, item, facts, worded(section.title, lang), lang)
                    for item in section.items
                ),
            )
            for section in chosen.sections
        )
        table = Table(
            label=_("Table"),
            number=options.number,
            caption=title,
            columns=columns,
            groups=groups,
            caption_above=options.caption_above,
            headed=True,
            landscape=bool(options.landscape),
            note=_("In words of our own, after {source}.").format(source=chosen.source),
        )
        opening = Text(
            (
                paragraph(
                    _("What the project knows is filled in. Write where in your text each stands.")
                ),
            )
        )
    return Report(title, lang, (Heading(title), opening, table))


def _row(session: Session, item: Item, facts: MethodFacts, section: str, lang: str) -> Row:
    known = [line for key in item.facts for line in _known(session, key, facts)]
    return Row(
        (
            cell(section),
            cell(item.number),
            cell(worded(item.text, lang)),
            Cell(tuple(map(paragraph, known))),
            cell(),
        )
    )


def _known(session: Session, key: str, facts: MethodFacts) -> Iterator[str]:
    if key in _OWN:
        yield from _OWN[key](session, facts)
    elif key in FACTS:
        yield from FACTS[key](facts) if facts.documents else ()
    else:
        yield from evidence(session, key)


def _question(session: Session, _facts: MethodFacts) -> Iterator[str]:
    if question := study(session).research_question.strip():
        yield question


def _profile(session: Session, _facts: MethodFacts) -> Iterator[str]:
    title = worded(profiles.chosen(session).title, language())
    yield _("The project follows the profile {profile}.").format(profile=quoted(title))


def _guide(session: Session, _facts: MethodFacts) -> Iterator[str]:
    for row in guides(session):
        said = ngettext(
            "{guide} has {count} question.", "{guide} has {count} questions.", len(row.questions)
        )
        yield said.format(guide=quoted(row.name), count=len(row.questions))


def _field_notes(_session: Session, facts: MethodFacts) -> Iterator[str]:
    count = sum(each.count for each in facts.kinds if each.kind == "observation")
    if count:
        said = ngettext(
            "There are notes from {count} observation.",
            "There are notes from {count} observations.",
            count,
        )
        yield said.format(count=count)


def _withdrawn(session: Session, _facts: MethodFacts) -> Iterator[str]:
    count = len(closed_cases(session))
    if count:
        said = ngettext(
            "{count} participant has said no or withdrawn.",
            "{count} participants have said no or withdrawn.",
            count,
        )
        yield said.format(count=count)


def _quotations(session: Session, facts: MethodFacts) -> Iterator[str]:
    said = ngettext(
        "{count} excerpt is starred to be quoted.",
        "{count} excerpts are starred to be quoted.",
        facts.starred,
    )
    yield said.format(count=facts.starred)
    yield {
        "none": _("Quotations are not ascribed to anybody."),
        "pseudonym": _("Quotations are ascribed to pseudonyms."),
        "place": _("Quotations are ascribed to pseudonyms, with their place in the document."),
    }.get(study(session).attribution, "")


_OWN: Final[Mapping[str, Callable[[Session, MethodFacts], Iterator[str]]]] = {
    "question": _question,
    "profile": _profile,
    "guide": _guide,
    "fieldnotes": _field_notes,
    "withdrawn": _withdrawn,
    "quotations": _quotations,
}
KINDS: Final = frozenset(_OWN) | frozenset(FACTS)
