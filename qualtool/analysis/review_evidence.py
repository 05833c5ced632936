"""What a project can say for itself beside each question of self-review. No score."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.analysis import codebook
from qualtool.analysis.document_care import CareRow, care, document_ids
from qualtool.analysis.phase_log import phase_log
from qualtool.core.day_words import day_in_words
from qualtool.core.depth import LATENT, SEMANTIC
from qualtool.core.quotation_marks import quoted
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext
from qualtool.store.rows import ThemeRow
from qualtool.store.schema import Coding, Memo, SelfReview, Step, ThemeExcerpt

Facts = list[str]
MOST_NAMED: Final = 4


def answers(session: Session) -> dict[str, str]:
    """What has been answered, by the keys of the questions."""
    return dict(session.execute(select(SelfReview.key, SelfReview.text)).all())


def evidence(session: Session, key: str) -> Facts:
    """Sentences in the language of now for one kind of evidence; none for an unknown kind."""
    gather = _GATHER.get(key)
    return gather(session) if gather is not None else []


def _reading(session: Session) -> Facts:
    rows = _care(session)
    read = [row for row in rows if row.read + row.listened + row.checked]
    often = sum(row.read + row.listened + row.checked > 1 for row in rows)
    facts = [
        ngettext(
            "{read} of {count} document has been noted as read from beginning to end.",
            "{read} of {count} documents have been noted as read from beginning to end.",
            len(rows),
        ).format(read=len(read), count=len(rows))
    ]
    if often:
        words = ngettext(
            "{count} document more than once.", "{count} documents more than once.", often
        )
        facts.append(words.format(count=often))
    facts.append(_memos(session, "familiarisation"))
    return facts


def _evenness(session: Session) -> Facts:
    rows = [row for row in _care(session) if row.words]
    if not rows:
        return [_("There are no documents yet.")]
    least, most = min(rows, key=_density), max(rows, key=_density)
    return [
        _("Excerpts per 1,000 words: from {least} in “{fewest}” to {most} in “{densest}”.").format(
            least=round(least.density),
            fewest=least.name,
            most=round(most.density),
            densest=most.name,
        )
    ]


def _thoroughness(session: Session) -> Facts:
    rows = _care(session)
    words = sum(row.words for row in rows)
    coded = sum(row.words * row.percent for row in rows)
    codings = session.scalar(select(func.count(Coding.id))) or 0
    rounds = session.scalar(select(func.count(Coding.round.distinct()))) or 0
    uncoded = [row.name for row in rows if not row.excerpts]
    facts = [
        _("About {percent} % of the words are coded, in {codings} codings.").format(
            percent=round(coded / words) if words else 0, codings=codings
        )
    ]
    if rounds > 1:
        facts.append(_("The codings are of {count} rounds.").format(count=rounds))
    if uncoded:
        facts.append(_("Nothing is coded in {documents}.").format(documents=_named(uncoded)))
    return facts


def _depth(session: Session) -> Facts:
    counts = dict(session.execute(select(Coding.depth, func.count()).group_by(Coding.depth)).all())
    return [
        _(
            "{semantic} codings are marked as semantic, {latent} as latent, {none} as neither."
        ).format(
            semantic=counts.get(SEMANTIC, 0),
            latent=counts.get(LATENT, 0),
            none=sum(n for key, n in counts.items() if key not in (SEMANTIC, LATENT)),
        )
    ]


def _concept(session: Session) -> Facts:
    themes = _themes(session)
    without = [row.name for row in themes if not row.concept.strip()]
    single = [row.name for row in themes if len(row.name.split()) == 1]
    facts = [_of_themes(len(themes) - len(without), len(themes))]
    if without:
        facts.append(_("Without one: {themes}.").format(themes=_named(without)))
    if single:
        facts.append(_("Named by a single word: {themes}.").format(themes=_named(single)))
    return facts


def _of_themes(count: int, total: int) -> str:
    return ngettext(
        "{with_concept} of {count} main theme has a central organising concept.",
        "{with_concept} of {count} main themes have a central organising concept.",
        total,
    ).format(with_concept=count, count=total)


def _review(session: Session) -> Facts:
    marks = _marks(session)
    return [
        _(
            "Marked in the themes: {fits} excerpts that fit, {stretches} that stretch, "
            "{against} that speak against."
        ).format(
            fits=marks.get("fits", 0),
            stretches=marks.get("stretches", 0),
            against=marks.get("against", 0),
        )
    ]


def _against(session: Session) -> Facts:
    themes = _themes(session)
    held = set(
        session.scalars(
            select(ThemeExcerpt.theme_id).where(ThemeExcerpt.fit == "against").distinct()
        )
    )
    without = [row.name for row in themes if row.id not in held]
    facts = [
        ngettext(
            "{count} excerpt is marked as speaking against a theme.",
            "{count} excerpts are marked as speaking against a theme.",
            _marks(session).get("against", 0),
        ).format(count=_marks(session).get("against", 0))
    ]
    if without:
        facts.append(_("None against: {themes}.").format(themes=_named(without)))
    return facts


def _spread(session: Session) -> Facts:
    themes = _themes(session)
    few = [row.name for row in themes if row.excerpts and row.cases < 3]
    facts = [
        _("“{theme}” rests on {excerpts} excerpts from {cases} cases.").format(
            theme=row.name, excerpts=row.excerpts, cases=row.cases
        )
        for row in themes[:12]
        if row.excerpts
    ]
    if few:
        facts.append(_("On one or two cases: {themes}.").format(themes=_named(few)))
    return facts


def _reflexivity(session: Session) -> Facts:
    return [_memos(session, "reflexive")]


def _decisions(session: Session) -> Facts:
    reasons = session.scalar(select(func.count(Step.id)).where(Step.reason != "")) or 0
    said = ngettext(
        "{count} step says why it was done.", "{count} steps say why they were done.", reasons
    )
    return [_memos(session, "decision"), said.format(count=reasons)]


def _time(session: Session) -> Facts:
    log = phase_log(session)
    if not log:
        return [_("The phase log is empty.")]
    keys = [entry.key for entry in log]
    again = len({key for key in keys if keys.count(key) > 1})
    said = ngettext(
        "The phase log has {count} entry, the first of {day}.",
        "The phase log has {count} entries, the first of {day}.",
        len(log),
    )
    facts = [said.format(count=len(log), day=_day(log[0].first))]
    if again:
        words = ngettext(
            "{count} phase was entered more than once.",
            "{count} phases were entered more than once.",
            again,
        )
        facts.append(words.format(count=again))
    return facts


_GATHER: Final[Mapping[str, Callable[[Session], Facts]]] = {
    "reading": _reading,
    "evenness": _evenness,
    "thoroughness": _thoroughness,
    "depth": _depth,
    "concept": _concept,
    "review": _review,
    "against": _against,
    "spread": _spread,
    "reflexivity": _reflexivity,
    "decisions": _decisions,
    "time": _time,
}
KINDS: Final = frozenset(_GATHER)


def _care(session: Session) -> list[CareRow]:
    return care(session, document_ids(session))


def _density(row: CareRow) -> float:
    return row.density


def _themes(session: Session) -> list[ThemeRow]:
    rows = codebook.themes(session)
    return [row for row in rows if row.parent_id is None and row.state not in ("merged", "aside")]


def _marks(session: Session) -> dict[str | None, int]:
    return dict(
        session.execute(select(ThemeExcerpt.fit, func.count()).group_by(ThemeExcerpt.fit)).all()
    )


def _memos(session: Session, kind: str) -> str:
    count = session.scalar(select(func.count(Memo.id)).where(Memo.kind == kind)) or 0
    match kind:
        case "familiarisation":
            words = ngettext(
                "{count} memo of familiarisation has been written.",
                "{count} memos of familiarisation have been written.",
                count,
            )
        case "reflexive":
            words = ngettext(
                "{count} reflexive memo has been written.",
                "{count} reflexive memos have been written.",
                count,
            )
        case _:
            words = ngettext(
                "{count} memo on a decision has been written.",
                "{count} memos on decisions have been written.",
                count,
            )
    return words.format(count=count)


def _named(names: list[str]) -> str:
    said = ", ".join(quoted(name) for name in names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return _("{names} and {count} more").format(names=said, count=more) if more > 0 else said


def _day(written: str) -> str:
    try:
        return day_in_words(date.fromisoformat(written), language())
    except ValueError:
        return written
