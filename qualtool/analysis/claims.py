"""The claims of the findings: who supports each, who speaks against it, and who says nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.claim_evidence import Evidence, Tie, evidence, gather
from qualtool.analysis.claim_finding import study_words
from qualtool.analysis.informants import informants
from qualtool.analysis.placing import cases_of_excerpts
from qualtool.core.claim_amounts import Amount, Held, held, impossible
from qualtool.core.claims import amounts
from qualtool.i18n import gettext as _
from qualtool.store.schema import Claim, ClaimSupport, Code, Draft, Question, Theme

Stance = Literal["for", "against", "both", "silent"]


@dataclass(frozen=True, slots=True)
class Voice:
    """An informant and a claim. "both" says things for it and things against it.

    `judged` tells that the researcher has judged the informant, which overrules what is coded;
    `summed_up` that a summary of the matrix stands for it. The excerpts are by number.
    """

    case_id: int
    case: str
    stands: Stance
    supporting: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    summed_up: bool = False
    judged: bool = False


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with the count.

    `paragraph` counts those of the draft from 1; None for a claim of the researcher's own, and for
    one that the draft has no longer (`gone`). `tie` is what it is held against, `tied_to` its
    name. `voices` are all informants, in their order. `judged_excerpts` are those that the
    researcher has judged, with how. `valence` names that whose opposite counts as against.
    """

    id: int
    text: str
    draft_id: int | None
    draft: str
    paragraph: int | None
    aside: bool
    tie: Tie | None
    tied_to: str
    amounts: tuple[Amount, ...]
    voices: tuple[Voice, ...]
    held: Held
    judged_excerpts: Mapping[int, str]
    valence: str = ""

    @property
    def gone(self) -> bool:
        """Whether it stood in a draft that has it no longer."""
        return self.draft_id is not None and self.paragraph is None

    @property
    def supporting(self) -> tuple[Voice, ...]:
        """Those who stand for it, among them those who say things against it too: the n."""
        return tuple(each for each in self.voices if each.stands in ("for", "both"))

    @property
    def against(self) -> tuple[Voice, ...]:
        """Those who say something against it."""
        return tuple(each for each in self.voices if each.stands in ("against", "both"))

    @property
    def silent(self) -> tuple[Voice, ...]:
        """Those of whom nothing is known."""
        return tuple(each for each in self.voices if each.stands == "silent")

    @property
    def place(self) -> str:
        """Where it stands, in words of the program's language."""
        if self.gone:
            return _("No longer in the draft")
        return "" if self.paragraph is None else _("Paragraph {number}").format(
            number=self.paragraph
        )  # fmt: skip


def claims(session: Session, *, draft_id: int | None = None) -> list[ClaimRow]:
    """The claims of all drafts or of one, in the order of the drafts; own ones come last."""
    wanted = select(Claim).outerjoin(Draft, Draft.id == Claim.draft_id)
    if draft_id is not None:
        wanted = wanted.where(Claim.draft_id == draft_id)
    rows = session.scalars(
        wanted.order_by(Draft.id.is_(None), Draft.id, Claim.position, Claim.id)
    ).all()
    judged = _judged(session, [row.id for row in rows])
    ties = {row.id: tie for row in rows if (tie := _tie(row)) is not None}
    others = {each for of_one in judged.values() for each in of_one.excerpts}
    about = cases_of_excerpts(session, others) if others else {}
    names = _names(session)
    drafts = dict(session.execute(select(Draft.id, Draft.name)).all())
    words = study_words(session)
    everybody = informants(session)
    found: list[ClaimRow] = []
    for row in rows:
        tie, own = ties.get(row.id), judged[row.id]
        material = gather(session, tie) if tie is not None else None
        known = evidence(material, row.text) if material is not None else Evidence()
        whose = (about, material.about) if material is not None else (about,)
        voices = tuple(_voices(everybody, whose, known, own))
        told = amounts(row.text, words)
        n = sum(each.stands in ("for", "both") for each in voices)
        nothing = tie is None and not own.cases and not own.excerpts
        found.append(
            ClaimRow(
                id=row.id,
                text=row.text,
                draft_id=row.draft_id,
                draft=drafts.get(row.draft_id or 0, ""),
                paragraph=int(row.place) if row.place.isdecimal() else None,
                aside=row.state == "aside",
                tie=tie,
                tied_to=names.get(tie, "") if tie is not None else "",
                amounts=told,
                voices=voices,
                held=(impossible(told) or _untied()) if nothing else held(told, n, len(everybody)),
                judged_excerpts=own.excerpts,
                valence=known.valence,
            )
        )
    return found


def _untied() -> Held:
    return Held("unsaid", _("Tie the claim to a theme, a code or a question to count."))


@dataclass(frozen=True, slots=True)
class _Own:
    """What the researcher has judged of a claim, by case and by excerpt."""

    cases: dict[int, str]
    excerpts: dict[int, str]


def _judged(session: Session, claim_ids: Sequence[int]) -> Mapping[int, _Own]:
    found: dict[int, _Own] = {each: _Own({}, {}) for each in claim_ids}
    for row in session.scalars(select(ClaimSupport).order_by(ClaimSupport.id)):
        if row.claim_id not in found:
            continue
        if row.case_id is not None:
            found[row.claim_id].cases[row.case_id] = row.stands
        elif row.excerpt_id is not None:
            found[row.claim_id].excerpts[row.excerpt_id] = row.stands
    return found


def _voices(
    everybody: Sequence[tuple[int, str]],
    about: Sequence[Mapping[int, frozenset[int]]],
    known: Evidence,
    own: _Own,
) -> list[Voice]:
    supporting = known.supporting - own.excerpts.keys()
    against = known.against - own.excerpts.keys()
    supporting |= {each for each, stands in own.excerpts.items() if stands == "for"}
    against |= {each for each, stands in own.excerpts.items() if stands == "against"}
    by_case: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number, excerpts in enumerate((supporting, against)):
        for excerpt_id in sorted(excerpts):
            for case_id in next((each[excerpt_id] for each in about if excerpt_id in each), ()):
                by_case[case_id][number].append(excerpt_id)
    found: list[Voice] = []
    for case_id, name in everybody:
        theirs, others = by_case.get(case_id, ([], []))
        summed_up = case_id in known.summed_up
        stands = _stands(bool(theirs) or summed_up, bool(others), own.cases.get(case_id))
        judged = case_id in own.cases
        found.append(Voice(case_id, name, stands, tuple(theirs), tuple(others), summed_up, judged))
    return found


def _stands(supports: bool, speaks_against: bool, judged: str | None) -> Stance:
    match judged:
        case "for":
            return "for"
        case "against":
            return "against"
        case "neither":
            return "silent"
    if supports:
        return "both" if speaks_against else "for"
    return "against" if speaks_against else "silent"


def _tie(row: Claim) -> Tie | None:
    if row.theme_id is not None:
        return Tie("theme", row.theme_id)
    if row.code_id is not None:
        return Tie("code", row.code_id)
    return Tie("question", row.question_id) if row.question_id is not None else None


def _names(session: Session) -> dict[Tie, str]:
    themes = session.execute(select(Theme.id, Theme.name)).all()
    codes = session.execute(select(Code.id, Code.name)).all()
    questions = session.execute(select(Question.id, Question.text)).all()
    return {
        **{Tie("theme", each): name for each, name in themes},
        **{Tie("code", each): name for each, name in codes},
        **{Tie("question", each): text for each, text in questions},
    }
