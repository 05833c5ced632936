"""What only tells who somebody is together: facts beside a name, and words that stand twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qualtool.core import refinding
from qualtool.core.fingerprint import fingerprint
from qualtool.core.k_anonymity import Combination, within
from qualtool.core.report_texts import Piece, Quoted
from qualtool.reports import disclosure_reasons as reasons
from qualtool.reports.disclosed import Disclosed
from qualtool.reports.disclosure_grounds import Grounds
from qualtool.reports.disclosure_people import People
from qualtool.store.disclosure_rows import Matter

_MOST = 5  # combinations told of one person; the next are told when these are settled
_QUOTING = frozenset({"excerpt", "examples", "unit", "passage", "example"})


def combinations(
    given: Grounds, people: People, everything: Sequence[Piece]
) -> Iterator[Disclosed]:
    """The least combinations of what is shown that fit too few, in rows and beside names."""
    known: dict[tuple[tuple[int, str], ...], Sequence[Combination[int, int]]] = {}
    told: set[tuple[int | None, str, Combination[int, int]]] = set()
    for pieces, facts in _facts(people, everything):
        key = tuple(sorted(facts.items()))
        if key not in known:
            known[key] = within(given.known.shown, facts, given.known.k, most=_MOST)
        for each in known[key]:
            piece = pieces[each.facts[0][0]]
            where = (piece.block, piece.label, each)
            if where not in told:
                told.add(where)
                yield _combination(given, people, piece, each)


def _facts(
    people: People, everything: Sequence[Piece]
) -> Iterator[tuple[Mapping[int, Piece], Mapping[int, str]]]:
    """What is shown together of one participant, with the piece where each of it stands."""
    cells: dict[int, dict[int, Piece]] = {}  # of each row, by what they show
    for piece in everything:
        attribute = people.shown_by(piece)
        if attribute is not None:
            cells.setdefault(id(piece.unit), {}).setdefault(attribute, piece)
    seen: set[int] = set()
    columns: dict[tuple[int | None, int], tuple[dict[int, Piece], dict[int, str]]] = {}
    for piece in everything:
        in_column = people.in_column(piece)
        if in_column is not None:
            case_id, fact, value = in_column
            shown_in, facts = columns.setdefault((piece.block, case_id), ({}, {}))
            shown_in[fact], facts[fact] = piece, value
            continue
        if piece.part in ("column", "picture", "margin"):
            continue
        row = people.in_row(piece)
        if row and id(piece.unit) not in seen:
            seen.add(id(piece.unit))
            here = cells.get(id(piece.unit), {})
            yield {each: here.get(each, piece) for each in row}, row
        if row or not people.tells(piece.text):
            continue
        for case_id in people.about(piece):
            told = people.told_of(case_id, piece.text)
            if told:
                yield dict.fromkeys(told, piece), told
    yield from columns.values()


def _combination(
    given: Grounds, people: People, piece: Piece, found: Combination[int, int]
) -> Disclosed:
    who = people.names(found.who)
    facts = people.facts_said(found.facts)
    matter = Matter("combination", facts, ", ".join(who))
    first = found.facts[0][1]
    start = max(piece.text.find(first), 0)
    return Disclosed(
        kind="combination",
        level="certain",
        words=facts,
        text=piece.text,
        start=start,
        end=start + len(first) if piece.text[start:].startswith(first) else start,
        why=reasons.combination_said(who, facts, given.known.k),
        place=reasons.place_said(piece),
        matter=matter,
        everywhere=matter,
        remedies=("generalise", "withhold", "fine"),
        block=piece.block,
        label=piece.label,
        row=piece.row,
        draft=piece.label if piece.block is None else "",
        attribute_ids=tuple(attribute for attribute, _value in found.facts),
        decided=given.decided.on(matter),
    )


def found_again(given: Grounds, people: People, everything: Sequence[Piece]) -> Iterator[Disclosed]:
    """Quotations without a name whose words stand with the name elsewhere."""
    named: list[tuple[Piece, Quoted | None, frozenset[int]]] = []
    nameless: list[tuple[Piece, Quoted | None]] = []
    for piece, quoted in _quotations(everything):
        who = _named(given, people, piece, quoted)
        if who:
            named.append((piece, quoted, who))
        else:
            nameless.append((piece, quoted))
    if not named or not nameless:
        return
    by_excerpt: Mapping[int, int] = {
        quoted.excerpt_id: at for at, (_p, quoted, _w) in enumerate(named) if quoted is not None
    }
    again = {
        n: by_excerpt[quoted.excerpt_id]
        for n, (_piece, quoted) in enumerate(nameless)
        if quoted is not None and quoted.excerpt_id in by_excerpt
    }
    again |= refinding.found_again(
        {n: _words(*each) for n, each in enumerate(nameless) if n not in again},
        ((at, _words(piece, quoted)) for at, (piece, quoted, _who) in enumerate(named)),
    )
    for n, (piece, quoted) in enumerate(nameless):
        at = again.get(n)
        if at is not None and named[at][0] is not piece:
            other, _quoted, who = named[at]
            yield _again(given, piece, quoted, people.names(who), other)


def _quotations(everything: Iterable[Piece]) -> Iterator[tuple[Piece, Quoted | None]]:
    """All that may be quoted: excerpts, and texts of the researcher's that may hold some."""
    for piece in everything:
        if piece.quoted:
            yield from ((piece, each) for each in piece.quoted)
        elif piece.part in ("quotation", "prose", "text") or piece.column in _QUOTING:
            yield piece, None


def _named(given: Grounds, people: People, piece: Piece, quoted: Quoted | None) -> frozenset[int]:
    """Who is named as the one who said it, or told of by what is shown of them."""
    beside = people.beside(piece)
    if quoted is None:
        return beside
    source = given.sources.get(quoted.excerpt_id)
    if source is None:
        return beside
    row = people.in_row(piece)
    by_facts = {
        case_id
        for case_id in source.case_ids
        if row and row.items() <= given.known.shown.get(case_id, {}).items()
    }
    return (beside & source.case_ids) | by_facts


def _words(piece: Piece, quoted: Quoted | None) -> str:
    return piece.text if quoted is None else piece.text[quoted.start : quoted.end]


def _again(
    given: Grounds, piece: Piece, quoted: Quoted | None, who: Sequence[str], other: Piece
) -> Disclosed:
    said = _words(piece, quoted)
    sign = fingerprint(said)
    matter = Matter("searchable", sign, sign)
    everywhere = Matter("searchable", ", ".join(who) or sign)
    source = given.sources.get(quoted.excerpt_id) if quoted is not None else None
    start = quoted.start if quoted is not None else 0
    return Disclosed(
        kind="searchable",
        level="likely",
        words=said,
        text=piece.text,
        start=start,
        end=start + len(said),
        why=reasons.found_again_said(who, reasons.place_said(other)),
        place=reasons.place_said(piece),
        matter=matter,
        everywhere=everywhere,
        remedies=("display_text", "withhold", "fine") if quoted is not None else ("fine",),
        block=piece.block,
        label=piece.label,
        row=piece.row,
        draft=piece.label if piece.block is None else "",
        excerpt_id=quoted.excerpt_id if quoted is not None else None,
        document_id=source.document_id if source else None,
        document=source.document if source else "",
        decided=given.decided.on(matter, everywhere),
    )
