"""Codings from a table: passages found by place or by quotation, and coded in one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.core.coding_table import Line
from qualtool.core.errors import QualtoolError
from qualtool.core.folding import Folded
from qualtool.core.names import required
from qualtool.core.quotes import THRESHOLD, Difference, nearest
from qualtool.core.valence import Choice, recognised
from qualtool.i18n import gettext as _
from qualtool.operations import coders, coding, templates
from qualtool.operations.coding import Passage
from qualtool.operations.excerpts import check_span
from qualtool.operations.named import code_for, document_called, theme_for
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Coder, Coding, Document, DocumentText, Theme, Valence

State = Literal["placed", "exact", "folded", "approximate", "not_found", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row of the table.

    `placed` is a passage given by numbers; `not_found` has the score of what came nearest;
    `refused` says why in `message`. `added` is false also for what was coded so already.
    """

    line: Line
    state: State
    start: int = 0
    end: int = 0
    score: float = 100.0
    differences: tuple[Difference, ...] = ()
    places: int = 1
    message: str = ""
    added: bool = False

    @property
    def coded(self) -> bool:
        """Whether the passage is coded as the row says, now or before."""
        return self.state not in ("not_found", "refused")


@dataclass(frozen=True, slots=True)
class Coded:
    """What became of a table: each row, and what had to be made for it."""

    outcomes: tuple[Outcome, ...]
    codes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()

    @property
    def added(self) -> int:
        """How many codings are new."""
        return sum(outcome.added for outcome in self.outcomes)


@dataclass(slots=True)
class _Place:
    """Where a row's passage was found, before anything is changed."""

    outcome: Outcome
    document_id: int = 0
    valence: str | None = None


@dataclass(slots=True)
class _Desk:
    """The texts and words looked up so far."""

    session: Session
    threshold: float
    choices: Sequence[Choice]
    documents: dict[str, int] = field(default_factory=dict)
    texts: dict[int, Folded] = field(default_factory=dict)
    themes: dict[str, int] = field(default_factory=dict)
    codes: dict[tuple[str, int | None], int] = field(default_factory=dict)
    coders: dict[str, int] = field(default_factory=dict)


def code(
    session: Session,
    lines: Iterable[Line],
    *,
    table: str,
    coder_id: int | None = None,
    threshold: float = THRESHOLD,
) -> Coded:
    """Code what the rows of a table say, as far as the passages are found; what became of each.

    A quotation is looked for in its document (`core.quotes`) and coded where its likeness is at
    least `threshold` (0 to 100). Codes, themes and coders that do not exist are made; `coder_id`
    is whose work a row is that names no coder. What is coded so already is left alone, so that
    the same table can be given again. `table` is the file's name, for the history.
    """
    desk = _Desk(session, threshold, valence_choices(session))
    places = [_placed(desk, line) for line in lines]
    tell(session, table=table, count=sum(place.outcome.coded for place in places))
    found = {place.document_id for place in places if place.outcome.coded}
    if len(found) == 1:
        tell(session, document=session.get_one(Document, found.pop()).name)
    before = _names(session)
    outcomes = _applied(desk, places, coder_id)
    after = _names(session)
    codes, themes, people = (_new(was, now) for was, now in zip(before, after, strict=True))
    return Coded(tuple(outcomes), codes, themes, people)


def valence_choices(session: Session) -> list[Choice]:
    """The project's valences, with the words of the templates for them."""
    words = {choice.key: choice.words for each in templates.available() for choice in each.valences}
    rows = session.execute(
        select(Valence.key, Valence.sign, Valence.name).order_by(Valence.position, Valence.id)
    )
    return [Choice(key, sign, name, words.get(key, {})) for key, sign, name in rows]


def _placed(desk: _Desk, line: Line) -> _Place:
    """Where a row's passage is; what is wrong with a row refuses that row alone."""
    try:
        if not line.document or not line.code:
            raise QualtoolError("row_lacking", _("The row names no document or no code."))
        if line.document not in desk.documents:
            desk.documents[line.document] = document_called(desk.session, line.document)
        document_id = desk.documents[line.document]
        valence = _valence(desk, line.valence)
        if line.start or line.end:
            return _Place(_by_numbers(desk, line, document_id), document_id, valence)
        return _Place(_by_quote(desk, line, document_id), document_id, valence)
    except QualtoolError as error:
        return _Place(Outcome(line, "refused", score=0.0, message=str(error)))


def _by_numbers(desk: _Desk, line: Line, document_id: int) -> Outcome:
    if line.span is None:
        raise QualtoolError(
            "row_lacking", _("Start and end must both be whole numbers of characters.")
        )
    start, end = line.span
    check_span(desk.session, document_id, start, end)
    return Outcome(line, "placed", start, end)


def _by_quote(desk: _Desk, line: Line, document_id: int) -> Outcome:
    if not line.quote:
        raise QualtoolError("row_lacking", _("The row has neither a place nor a quotation."))
    if document_id not in desk.texts:
        text = select(DocumentText.text).where(DocumentText.document_id == document_id)
        desk.texts[document_id] = Folded(desk.session.scalar(text) or "")
    found = nearest(line.quote, desk.texts[document_id])
    if found is None:
        return Outcome(line, "not_found", score=0.0)
    return Outcome(
        line,
        found.kind if found.score >= desk.threshold else "not_found",
        found.start,
        found.end,
        found.score,
        found.differences,
        found.places,
    )


def _valence(desk: _Desk, said: str) -> str | None:
    if not said:
        return None
    key = recognised(said, desk.choices)
    if key is None:
        raise QualtoolError(
            "valence_unknown",
            _("The project has no valence called “{valence}”. It has: {names}."),
            valence=said,
            names=", ".join(choice.name for choice in desk.choices) or "–",
        )
    return key


def _applied(desk: _Desk, places: Sequence[_Place], coder_id: int | None) -> list[Outcome]:
    """Code what was found, all at once; what became of each row."""
    session = desk.session
    newest = session.scalar(select(func.max(Coding.id))) or 0
    passages: list[Passage] = []
    outcomes: list[Outcome] = []
    for place in places:
        outcome = place.outcome
        if outcome.coded:
            try:
                passages.append(_passage(desk, place, coder_id))
            except QualtoolError as error:
                outcome = replace(outcome, state="refused", score=0.0, message=str(error))
        outcomes.append(outcome)
    coded = iter(coding.apply_many(session, passages))
    for at, outcome in enumerate(outcomes):
        if outcome.coded and (coding_id := next(coded)) > newest:
            outcomes[at] = replace(outcome, added=True)
            newest = coding_id  # what comes later and is no newer is a row that was there before
    return outcomes


def _passage(desk: _Desk, place: _Place, coder_id: int | None) -> Passage:
    """A row's passage with the code, theme and coder it names, made where missing."""
    line, session = place.outcome.line, desk.session
    required(line.code)
    theme = " / ".join(each for each in (line.theme, line.subtheme) if each)
    if theme and theme not in desk.themes:
        desk.themes[theme] = theme_for(session, theme)
    theme_id = desk.themes[theme] if theme else None
    if (line.code, theme_id) not in desk.codes:
        desk.codes[line.code, theme_id] = code_for(session, line.code, theme_id)
    if line.coder and line.coder not in desk.coders:
        desk.coders[line.coder] = coders.ensure(session, line.coder)
    return Passage(
        place.document_id,
        place.outcome.start,
        place.outcome.end,
        desk.codes[line.code, theme_id],
        coder_id=desk.coders[line.coder] if line.coder else coder_id,
        valence=place.valence,
        comment=line.comment,
        origin="import",
        starred=line.starred,
        unsigned=not line.coder,
    )


def _new(before: dict[int, str], after: dict[int, str]) -> tuple[str, ...]:
    return tuple(name for row_id, name in after.items() if row_id not in before)


def _names(session: Session) -> tuple[dict[int, str], dict[int, str], dict[int, str]]:
    """Codes, themes and coders that there are, by their numbers."""

    def named(kind: type[Code] | type[Theme] | type[Coder]) -> dict[int, str]:
        return dict(session.execute(select(kind.id, kind.name).order_by(kind.id)).all())

    return named(Code), named(Theme), named(Coder)
