"""Looks through every text of a report and of drafts for what may tell who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from qualtool.analysis.identifying import About
from qualtool.core.disclosure import LEVELS, Finding, Level
from qualtool.core.disclosure_search import search
from qualtool.core.draft import Draft
from qualtool.core.fingerprint import fingerprint
from qualtool.core.gender_pronouns import pronouns
from qualtool.core.report import Report
from qualtool.core.report_texts import Piece, Quoted, of_drafts, pieces
from qualtool.reports import disclosure_reasons as reasons
from qualtool.reports.disclosed import Disclosed, Remedy
from qualtool.reports.disclosure_grounds import Grounds
from qualtool.reports.disclosure_people import People
from qualtool.reports.disclosure_together import combinations, found_again
from qualtool.store.disclosure_rows import Matter

# Neither a lone number nor a sign; a long number may be of a telephone.
_READABLE: Final = re.compile(r"[^\W\d_]|\d(?:[ \u00a0-]?\d){5}")
_MARKS: Final = ' \n\u00a0«»“”"()'
_MALE: Final = frozenset("han ham hans honom he him his himself".split())
_OF_OURS: Final = frozenset({"number", "source", "informant", "participant", "valence", "depth"})
_COLLECTORS: Final = frozenset({"collector", "collected_by", "coder"})
_NO_PROSE: Final = frozenset({"column", "picture", "margin", "speaker"})


def found(
    given: Grounds, report: Report | None, drafts: Iterable[Draft] = ()
) -> tuple[Disclosed, ...]:
    """All that may give somebody away, in the order in which it stands; needs no session."""
    everything = [*(pieces(report) if report is not None else ()), *of_drafts(drafts)]
    people = People(given.known)
    looked = _Looked(given, people)
    rows = [
        *(each for piece in everything for each in looked.at(piece)),
        *combinations(given, people, everything),
        *found_again(given, people, everything),
    ]
    last = 1 + max((piece.block or 0 for piece in everything), default=0)
    rows.sort(
        key=lambda row: (
            last if row.block is None else row.block,
            row.draft,
            row.row or 0,
        )
    )
    return tuple(_together(given, rows))


class _Looked:
    """Looks at one piece after another; what stands in many places is searched once."""

    def __init__(self, given: Grounds, people: People) -> None:
        self._given = given
        self._people = people
        self._found: dict[tuple[str, bool, bool], tuple[Finding, ...]] = {}
        self._asked: set[str] = set()  # names that quotations are ascribed to, told of once

    def at(self, piece: Piece) -> Iterator[Disclosed]:
        """What a piece may give away."""
        for finding in self._search(piece):
            about = self._about(finding)
            of_words = finding.kind == "job" and not any(each.kind == "job" for each in about)
            if about and not of_words:
                told = self._known(piece, finding, about)
            else:
                told = self._written(piece, finding)
            if told is not None:
                yield told
        yield from self._genders(piece)

    def _search(self, piece: Piece) -> Sequence[Finding]:
        """The findings of a piece; a quotation that stands in several tables is searched once."""
        if not _READABLE.search(piece.text):
            return ()
        if piece.column == "source":  # the place in the document is of our making
            return self._searched(piece.text.rpartition(", ")[0] or piece.text)
        prose = piece.part not in _NO_PROSE and piece.column not in _OF_OURS | _COLLECTORS
        if not piece.quoted:
            return self._searched(piece.text, prose=prose)
        edges = [0, *(edge for each in piece.quoted for edge in (each.start, each.end))]
        found: list[Finding] = []
        for number, (start, end) in enumerate(pairwise((*edges, len(piece.text)))):
            part = piece.text[start:end].lstrip(_MARKS)
            moved = end - len(part)
            found += (
                replace(each, start=each.start + moved, end=each.end + moved)
                for each in self._searched(
                    part.rstrip(_MARKS), said=number % 2 == 1, prose=prose and number % 2 == 0
                )
            )
        return found

    def _searched(self, text: str, *, said: bool = False, prose: bool = False) -> Sequence[Finding]:
        """The findings of a text; in what is said or written also names that nobody here knows."""
        if (text, said, prose) not in self._found:
            known = self._given.known.known
            hits = search(text, known, strangers=said, prose=prose) if text else ()
            self._found[text, said, prose] = tuple(_apart(hits))
        return self._found[text, said, prose]

    def _about(self, finding: Finding) -> list[About]:
        keys = finding.known.split(", ") if finding.known else []
        return [self._given.known.about[key] for key in keys if key in self._given.known.about]

    def _written(self, piece: Piece, finding: Finding) -> Disclosed | None:
        """What was found by how it is written."""
        if finding.kind == "pronoun":
            return None
        why = reasons.written_said(finding)
        return self._told(piece, finding, finding.level, finding.words, why)

    def _known(self, piece: Piece, finding: Finding, known: Sequence[About]) -> Disclosed | None:
        """What the project knows, unless it stands there on purpose."""
        whose = frozenset[int]().union(*(each.case_ids for each in known))
        about = next((each for each in known if each.origin != "value"), known[0])
        if about.origin == "participant" and self._ascribes(piece, finding):
            return self._asked_once(piece, finding, about)
        if about.origin == "collected" and piece.column in _COLLECTORS:
            return None
        own, level = False, finding.level
        if about.origin == "value":
            if about.open and self._people.is_attribute(piece):
                return None  # the participants' table itself; combinations are told apart
            meant = self._meant(piece, finding)
            own = bool(whose & meant)
            if not own and (not about.rare or (meant and about.ordinary and about.kind != "job")):
                return None  # somebody else speaks of what many have, or of a thing as such
            level = _value_level(about, finding.level, own=own, of_others=bool(meant) and not own)
        elif about.origin in ("document", "place", "activity", "collected"):
            level = _at_most("likely", level)
        why = reasons.known_said(finding, about, self._people.names(whose), own=own)
        told = replace(self._told(piece, finding, level, about.words, why), known=True)
        if about.attribute is None or not about.open:
            return told
        return replace(told, attribute_ids=(about.attribute.id,))

    def _ascribes(self, piece: Piece, finding: Finding) -> bool:
        """Whether a name stands where the report itself says who said something."""
        if self._people.is_name(piece.text) or piece.column in ("informant", "participant"):
            return True
        return bool(piece.quoted) and _quote_at(piece, finding.start) is None

    def _asked_once(self, piece: Piece, finding: Finding, about: About) -> Disclosed | None:
        if about.words in self._asked:
            return None
        self._asked.add(about.words)
        why = reasons.attributed_said(about.words)
        told = self._told(piece, finding, "possible", about.words, why)
        matter = Matter("name", about.words)
        decided = self._given.decided.on(matter)
        return replace(
            told,
            matter=matter,
            everywhere=matter,
            remedies=("fine",),
            excerpt_id=None,
            known=True,
            decided=decided,
        )

    def _meant(self, piece: Piece, finding: Finding) -> frozenset[int]:
        """Whose words these are, or of whom they are said."""
        quoted = _quote_at(piece, finding.start)
        source = self._given.sources.get(quoted.excerpt_id) if quoted else None
        if source is not None:
            return source.case_ids
        return self._people.named_in(piece.text) or self._people.about(piece)

    def _genders(self, piece: Piece) -> Iterator[Disclosed]:
        """A gender told of somebody who is named, or by somebody of themselves."""
        if self._given.known.gender_told or piece.part in ("column", "picture", "margin"):
            return
        if piece.column in _OF_OURS:
            return
        if not piece.quoted and not self._people.about(piece):
            return
        told: dict[frozenset[int], list[Finding]] = {}
        for finding in _pronouns(piece.text, piece.language or self._given.language):
            of_others = finding.level == "certain"  # "hun"; while "som kvinne" is of oneself
            said = _quote_at(piece, finding.start) is not None or _in_marks(piece.text, finding)
            if said != of_others and len(who := self._meant(piece, finding)) == 1:
                told.setdefault(who, []).append(finding)
        for who, found_here in told.items():
            first = found_here[0]
            said_so = list(dict.fromkeys(each.words.lower() for each in found_here))
            named = bool(self._people.named_in(piece.text) & who)
            sure = named and first.level == "certain" and _of_one_gender(said_so)
            level: Level = "likely" if sure else "possible"
            words = ", ".join(said_so)
            names = self._people.names(who)
            why = reasons.gender_said(words, names)
            # Of somebody, in whatever words: never of all who are called "she".
            yield self._told(piece, first, level, words, why, of=", ".join(names))

    def _told(
        self, piece: Piece, finding: Finding, level: Level, words: str, why: str, *, of: str = ""
    ) -> Disclosed:
        quoted = _quote_at(piece, finding.start)
        said = piece.text[quoted.start : quoted.end] if quoted is not None else piece.text
        matter = Matter(finding.kind, words, fingerprint(said))
        everywhere = Matter(finding.kind, of or words)
        remedies: tuple[Remedy, ...] = ("fine",)
        if quoted is not None:
            remedies = ("display_text", "generalise", "withhold", "fine")
        source = self._given.sources.get(quoted.excerpt_id) if quoted else None
        return Disclosed(
            kind=finding.kind,
            level=level,
            words=finding.words,
            text=piece.text,
            start=finding.start,
            end=finding.end,
            why=why,
            place=reasons.place_said(piece),
            matter=matter,
            everywhere=everywhere,
            remedies=remedies,
            block=piece.block,
            label=piece.label,
            row=piece.row,
            draft=piece.label if piece.block is None else "",
            excerpt_id=quoted.excerpt_id if quoted else None,
            document_id=source.document_id if source else None,
            document=source.document if source else "",
            decided=self._given.decided.on(matter, everywhere),
        )


def _quote_at(piece: Piece, offset: int) -> Quoted | None:
    return next((each for each in piece.quoted if each.start <= offset < each.end), None)


def _of_one_gender(pronouns_said: Iterable[str]) -> bool:
    """Whether pronouns can be of one person: "hun, hennes", but not "hun, ham"."""
    return len({each in _MALE for each in pronouns_said}) == 1


_pronouns = lru_cache(maxsize=65_536)(pronouns)


def _in_marks(text: str, finding: Finding) -> bool:
    """Whether words stand in quotation marks: they are somebody's, and not the researcher's."""
    before = text[: finding.start]
    opened = max(before.rfind("«") - before.rfind("»"), before.rfind("“") - before.rfind("”"))
    return opened > 0 and ("«" in before or "“" in before)


def _value_level(about: About, level: Level, *, own: bool, of_others: bool) -> Level:
    """A word that everybody uses tells little, unless it is said of whom it fits."""
    if of_others or (about.ordinary and not own):
        return "possible"
    return _at_most("likely", level) if about.ordinary or not own else level


def _at_most(most: Level, level: Level) -> Level:
    return LEVELS[max(LEVELS.index(most), LEVELS.index(level))]


def _apart(hits: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without those that lie inside a surer or a longer one."""
    for each in hits:
        if not any(_covers(other, each) for other in hits if other is not each):
            yield each


def _covers(one: Finding, other: Finding) -> bool:
    if not (one.start <= other.start and other.end <= one.end):
        return False
    if (one.start, one.end) != (other.start, other.end):
        return LEVELS.index(one.level) <= LEVELS.index(other.level)
    if (one.level, bool(one.known)) != (other.level, bool(other.known)):
        return (LEVELS.index(one.level), not one.known) < (
            LEVELS.index(other.level),
            not other.known,
        )
    return one.kind < other.kind


def _together(given: Grounds, rows: Iterable[Disclosed]) -> Iterator[Disclosed]:
    """The very same text is told of once in a block, with how often it stands there."""
    kept: dict[tuple[object, ...], list[Disclosed]] = {}
    for row in rows:
        key = (row.matter, row.block, row.draft, row.start, row.words)
        kept.setdefault(key, []).append(row)
    for same in kept.values():
        yield replace(same[0], times=len(same)) if len(same) > 1 else same[0]
