"""The method in sentences: figures of the project, for the researcher to edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from qualtool.analysis.method_facts import KindFacts, MethodFacts, method_facts
from qualtool.core.day_words import day_in_words
from qualtool.core.quotation_marks import quoted
from qualtool.core.report import Heading, Report, Text, paragraph
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext, speaking
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of
from qualtool.reports.wording import number
from qualtool.store.project import Session

_NAMED: Final = 8  # so many merged codes are named; of more, how many
_MINUTE: Final = 60_000
_HOUR: Final = 3_600_000

# How many there are of each kind of document.
_KINDS: Final[Mapping[str, Callable[[int], str]]] = {
    "interview": lambda n: ngettext("{count} interview", "{count} interviews", n),
    "focus_group": lambda n: ngettext("{count} focus group", "{count} focus groups", n),
    "conversation": lambda n: ngettext("{count} conversation", "{count} conversations", n),
    "observation": lambda n: ngettext("{count} observation", "{count} observations", n),
    "minutes": lambda n: ngettext("minutes of {count} meeting", "minutes of {count} meetings", n),
    "report": lambda n: ngettext("{count} report", "{count} reports", n),
    "survey": lambda n: ngettext("{count} set of answers", "{count} sets of answers", n),
    "other": lambda n: ngettext("{count} other document", "{count} other documents", n),
}
_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    "in_person": lambda n: ngettext("{count} in person", "{count} in person", n),
    "phone": lambda n: ngettext("{count} by phone", "{count} by phone", n),
    "digital": lambda n: ngettext("{count} digitally", "{count} digitally", n),
}
# What is talked, and so has a length and a way to meet.
_TALKED: Final = ("interview", "focus_group", "conversation")


def build(session: Session, options: Options) -> Report:
    """A paragraph each on the material, the coding, the themes and the notes along the way."""
    chosen = language_of(session, options)
    facts = method_facts(session)
    with speaking(chosen):
        title = _("The method in figures")
        told = [" ".join(lines) for lines in sentences(facts) if lines]
        if not told:
            told = [_("There is no material yet.")]
    return Report(title, chosen, (Heading(title), Text(tuple(map(paragraph, told)))))


def sentences(facts: MethodFacts) -> tuple[list[str], ...]:
    """The sentences of each paragraph, in the language of now; what is not there is not said."""
    if not facts.documents:
        return ()
    return tuple([line for key in keys for line in FACTS[key](facts)] for keys in _PARAGRAPHS)


def _material(facts: MethodFacts) -> Iterator[str]:
    parts = [_counted(_KINDS.get(each.kind, _KINDS["other"]), each.count) for each in facts.kinds]
    yield _("The material is {parts}, {words} words in all.").format(
        parts=_listed(parts), words=_n(facts.words)
    )


def _participants(facts: MethodFacts) -> Iterator[str]:
    if facts.participants:
        yield _counted(
            lambda n: ngettext(
                "{count} participant took part.", "{count} participants took part.", n
            ),
            facts.participants,
        )


def _all_talks(facts: MethodFacts) -> Iterator[str]:
    for kind in facts.kinds:
        if kind.kind in _TALKED:
            yield from _talks(kind)


def _checked(facts: MethodFacts) -> Iterator[str]:
    if facts.checked:
        yield ngettext(
            "{checked} of {count} document was checked against the recording.",
            "{checked} of {count} documents were checked against the recording.",
            facts.documents,
        ).format(checked=_n(facts.checked), count=_n(facts.documents))


def _talks(kind: KindFacts) -> Iterator[str]:
    what = {
        "interview": _("The interviews"),
        "focus_group": _("The focus groups"),
        "conversation": _("The conversations"),
    }[kind.kind]
    if kind.first and kind.last:
        yield _held(what, kind.first, kind.last)
    if kind.durations_ms:
        yield _lasted(what, kind)
    forms = [_counted(say, kind.forms[form]) for form, say in _FORMS.items() if form in kind.forms]
    if forms:
        yield _("Of these, {forms}.").format(forms=_listed(forms))


def _held(what: str, first: date, last: date) -> str:
    if first == last:
        return _("{what} were held on {day}.").format(what=what, day=_day(first))
    return _("{what} were held from {first} to {last}.").format(
        what=what, first=_day(first), last=_day(last)
    )


def _lasted(what: str, kind: KindFacts) -> str:
    times = kind.durations_ms
    hours = f"{sum(times) / _HOUR:.1f}"
    said = _(
        "{what} lasted from {least} to {most} minutes, {mean} on average, {hours} hours in all."
    )
    if len(times) < kind.count:
        said = _(
            "The length is known of {known} of them: from {least} to {most} minutes, {mean} on "
            "average, {hours} hours in all."
        )
    return said.format(
        what=what,
        known=_n(len(times)),
        least=round(times[0] / _MINUTE),
        most=round(times[-1] / _MINUTE),
        mean=round(sum(times) / len(times) / _MINUTE),
        hours=hours if language() == "en" else hours.replace(".", ","),
    )


def _read(facts: MethodFacts) -> Iterator[str]:
    if facts.read:
        yield ngettext(
            "{read} of {count} document was read from beginning to end, {again} more than once.",
            "{read} of {count} documents were read from beginning to end, {again} more than once.",
            facts.documents,
        ).format(read=_n(facts.read), count=_n(facts.documents), again=_n(facts.reread))


def _coding(facts: MethodFacts) -> Iterator[str]:
    if facts.codings:
        yield ngettext(
            "{excerpts} excerpt was coded with {codes} codes, in {codings} codings; with more than "
            "one code: {several}.",
            "{excerpts} excerpts were coded with {codes} codes, in {codings} codings; with more "
            "than one code: {several}.",
            facts.excerpts,
        ).format(
            excerpts=_n(facts.excerpts),
            codes=_n(facts.codes),
            codings=_n(facts.codings),
            several=_n(facts.several),
        )


def _coders(facts: MethodFacts) -> Iterator[str]:
    if facts.coders == 1:
        yield _("One coder did the coding.")
    elif facts.coders:
        said = _("{coders} coders took part, and {twice} excerpts were coded by more than one.")
        yield said.format(coders=_n(facts.coders), twice=_n(facts.twice))


def _provenance(facts: MethodFacts) -> Iterator[str]:
    if facts.codes:
        said = _("Codes that come from theory: {theory} of {count}.")
        yield said.format(theory=_n(facts.from_theory), count=_n(facts.codes))


def _codebook(facts: MethodFacts) -> Iterator[str]:
    for then in facts.then:
        if then.name:
            said = _("On {day} there were {codes} codes in use ({name}).")
        else:
            said = _("At the end of the first day, {day}, there were {codes} codes in use.")
        yield said.format(day=_day(then.day), codes=_n(then.codes), name=quoted(then.name))
    yield from _changed(facts)


def _changed(facts: MethodFacts) -> Iterator[str]:
    merged = len(facts.merged)
    if merged > _NAMED:
        yield _("{count} codes were merged into others.").format(count=_n(merged))
    elif merged:
        names = [
            _("{code} into {into}").format(code=quoted(code), into=quoted(into))
            for code, into in facts.merged
        ]
        yield ngettext(
            "{count} code was merged: {names}.", "{count} codes were merged: {names}.", merged
        ).format(count=_n(merged), names=_listed(names))
    counts = (
        (
            facts.split,
            lambda n: ngettext("{count} code was split.", "{count} codes were split.", n),
        ),
        (
            facts.renamed,
            lambda n: ngettext(
                "A code was given another name {count} time.",
                "Codes were given other names {count} times.",
                n,
            ),
        ),
        (
            facts.retired,
            lambda n: ngettext(
                "{count} code was taken out of use.", "{count} codes were taken out of use.", n
            ),
        ),
    )
    for count, say in counts:
        if count:
            yield _counted(say, count)


def _themes(facts: MethodFacts) -> Iterator[str]:
    if facts.themes:
        main = _counted(
            lambda n: ngettext("{count} main theme", "{count} main themes", n), facts.themes
        )
        if facts.subthemes:
            under = _counted(
                lambda n: ngettext("{count} sub-theme", "{count} sub-themes", n), facts.subthemes
            )
            yield _("The codes are gathered in {main} with {under}.").format(main=main, under=under)
        else:
            yield _("The codes are gathered in {main}.").format(main=main)
    if facts.aside:
        yield _counted(
            lambda n: ngettext(
                "{count} candidate was set aside.", "{count} candidates were set aside.", n
            ),
            facts.aside,
        )


def _notes(facts: MethodFacts) -> Iterator[str]:
    memos = sum(facts.memos.values())
    if memos:
        yield ngettext(
            "{count} memo was written along the way, of which {reflexive} reflexive and {decision} "
            "on decisions.",
            "{count} memos were written along the way, of which {reflexive} reflexive and "
            "{decision} on decisions.",
            memos,
        ).format(
            count=_n(memos),
            reflexive=_n(facts.memos.get("reflexive", 0)),
            decision=_n(facts.memos.get("decision", 0)),
        )


def _software(_facts: MethodFacts) -> Iterator[str]:
    yield _("The analysis was done in Qualtool, which keeps each step with its time and coder.")


# The sentences by what they are on, and what stands in a paragraph together.
FACTS: Final[Mapping[str, Callable[[MethodFacts], Iterator[str]]]] = {
    "material": _material,
    "participants": _participants,
    "talks": _all_talks,
    "checked": _checked,
    "read": _read,
    "coding": _coding,
    "coders": _coders,
    "provenance": _provenance,
    "codebook": _codebook,
    "themes": _themes,
    "notes": _notes,
    "software": _software,
}
_PARAGRAPHS: Final = (
    ("material", "participants", "talks", "checked"),
    ("read", "coding", "coders", "codebook"),
    ("themes",),
    ("notes", "software"),
)


def _counted(say: Callable[[int], str], count: int) -> str:
    return say(count).format(count=_n(count))


def _n(count: int) -> str:
    return number(count, language())


def _day(day: date) -> str:
    return day_in_words(day, language())


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("{some} and {last}").format(some=", ".join(parts[:-1]), last=parts[-1])
