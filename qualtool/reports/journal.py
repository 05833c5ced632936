"""The journal as running text: a heading for each day, and under it what was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from qualtool.analysis.memo_filter import fitting
from qualtool.analysis.memos import memos
from qualtool.analysis.study import study
from qualtool.core import memo_kind
from qualtool.core.day_words import day_in_words
from qualtool.core.prose import blocks
from qualtool.core.report import Block, Heading, Paragraph, Report, Run, Text, paragraph
from qualtool.i18n import LANGUAGES, words
from qualtool.reports.options import Options
from qualtool.store.project import Session
from qualtool.store.rows import MemoRow


def build(session: Session, options: Options) -> Report:
    """The entries that `options.memos` asks for, by day; private ones only where it says so."""
    about = study(session)
    language = options.language or about.language
    language = language if language in LANGUAGES else "en"
    title = words(language).gettext("Journal")
    found = fitting(memos(session, language=language), options.memos)
    named = (options.attribution or about.attribution) != "none"
    return Report(title, language, (Heading(title), *_days(found, language, named=named)))


def left_out(session: Session, options: Options) -> int:
    """How many private entries fit and stay out."""
    if options.memos.private:
        return 0
    every = fitting(memos(session), replace(options.memos, private=True))
    return sum(memo.private for memo in every)


def _days(found: list[MemoRow], language: str, *, named: bool) -> Iterator[Block]:
    if not found:
        yield Text((paragraph(words(language).gettext("There are no entries.")),))
    for day, entries in groupby(found, key=lambda memo: memo.date):
        yield Heading(_day(day, language), 2)
        for memo in entries:
            yield from _entry(memo, language, named=named)


def _entry(memo: MemoRow, language: str, *, named: bool) -> Iterator[Block]:
    if memo.title:
        yield Heading(memo.title, 3)
    yield Text((Paragraph((Run(_facts(memo, language, named=named), muted=True),)),))
    yield from blocks(memo.text)


def _facts(memo: MemoRow, language: str, *, named: bool) -> str:
    """Kind, order, what it is on and who wrote it; neither who nor where if nobody is named."""
    private = words(language).gettext("Private") if memo.private else ""
    told = named or memo.target in ("code", "theme", "activity")
    return " · ".join(
        part
        for part in (
            memo_kind.kind(memo.kind, language),
            memo_kind.order(memo.interpretation, language),
            memo.about if told else memo_kind.target(memo.target, language),
            memo.coder,
            private,
        )
        if part
    )


def _day(written: str, language: str) -> str:
    try:
        return day_in_words(date.fromisoformat(written), language)
    except ValueError:
        return written or words(language).gettext("Without a date")
