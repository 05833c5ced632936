"""Each quotation of a researcher's draft: what was said, by whom, and whether it may be quoted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.belonging import belonging
from qualtool.analysis.consent import closed_spans
from qualtool.analysis.placing import main_speaker
from qualtool.analysis.spans import marked_spans
from qualtool.analysis.texts import readings
from qualtool.core import ascription
from qualtool.core.ascription import Ascribed
from qualtool.core.draft import Draft
from qualtool.core.draft_quotations import DraftQuotation, quotations
from qualtool.core.places import worded
from qualtool.core.quotation_check import Checked, Passage, check
from qualtool.store.draft_rows import Place, Quoted
from qualtool.store.rows import Reading
from qualtool.store.schema import (
    Case,
    Code,
    Coding,
    Document,
    DocumentText,
    Excerpt,
    Theme,
    ThemeExcerpt,
)
from qualtool.store.selecting import listed


@dataclass(frozen=True, slots=True)
class Said:
    """A passage that a quotation is from: whose it is, its place in words and how it is coded.

    `start` and `end` are code points in the document's text. `informant` is the case that speaks,
    or else the speaker's label, which may be a real name and is not `for_others`. `interviewer`
    tells that the words are the interviewer's. `do_not_quote` also where the whole document may
    not be quoted, `closed` where consent was refused or withdrawn.
    """

    document_id: int
    document: str
    start: int
    end: int
    text: str
    place: str
    informant: str
    interviewer: bool
    excerpt_ids: tuple[int, ...]
    codes: tuple[str, ...]
    themes: tuple[str, ...]
    do_not_quote: bool
    closed: bool
    for_others: bool = True


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A quotation of a draft with its verdict; `paragraph` counts the draft's from 1.

    `near` is what may be meant by one that was not found, `ascribed` whom the draft names beside
    it though somebody else said it.
    """

    quotation: DraftQuotation
    paragraph: int
    checked: Checked
    said: tuple[Said, ...]
    near: tuple[Said, ...] = ()
    ascribed: Ascribed | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation of a draft that has been looked for, before it is said whose words it is."""

    quotation: DraftQuotation
    paragraph: int
    checked: Checked


@dataclass(frozen=True, slots=True)
class Spread:
    """How many quotations are from whom, and from whom under which theme; most first."""

    informants: tuple[tuple[str, int], ...]
    themes: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


def check_draft(session: Session, draft: Draft) -> list[QuotationRow]:
    """The quotations of a draft in order, each looked for in all documents of the project.

    A cell of a table that is like nothing anybody said is left out: it is no quotation.
    """
    return with_what_is_known(session, looked_for(draft, texts(session)))


def texts(session: Session) -> list[tuple[int, str]]:
    """All texts of the project, each with the number of its document."""
    rows = session.execute(
        select(DocumentText.document_id, DocumentText.text)
        .join(Document, Document.id == DocumentText.document_id)
        .order_by(Document.position, Document.id)
    )
    return [(document_id, text) for document_id, text in rows]


def looked_for(
    draft: Draft,
    among: Sequence[tuple[int, str]],
    told: Callable[[int, int], object] = lambda _done, _all: None,
) -> list[Found]:
    """The quotations of a draft, each looked for in these texts; needs no project.

    `told` is called now and then with how much is done of how much.
    """
    found = quotations(draft)
    steps = len(among) + len(found)

    def read() -> Iterator[tuple[int, str]]:
        for at, each in enumerate(among):
            told(at, steps)
            yield each

    checked = check(
        [each.text for each in found], read(), lambda done, _all: told(len(among) + done, steps)
    )
    return [
        Found(each, draft.paragraphs[each.paragraph].number, verdict)
        for each, verdict in zip(found, checked, strict=True)
        if each.told or verdict.verdict != "not_found"
    ]


def with_what_is_known(session: Session, found: Sequence[Found]) -> list[QuotationRow]:
    """Quotations that have been looked for, with whose words they are and how these are coded.

    Passages of documents that are gone are left out.
    """
    said = _said(
        session,
        [passage for each in found for passage in (*each.checked.passages, *each.checked.near)],
    )
    rows = [
        QuotationRow(
            each.quotation,
            each.paragraph,
            each.checked,
            tuple(said[at] for at in each.checked.passages if at in said),
            tuple(said[at] for at in each.checked.near if at in said),
        )
        for each in found
    ]
    return _held_against_names(session, rows)


def _held_against_names(session: Session, rows: Sequence[QuotationRow]) -> list[QuotationRow]:
    """Rows with whom the draft names beside them, where nobody who is named said it.

    Only cases of the kind of those who speak are held against it: an office says nothing.
    """
    kinds = dict(session.execute(select(Case.name, Case.kind)).all())
    wrong: dict[int, Ascribed] = {}
    for at, row in enumerate(rows):
        sayers = list(dict.fromkeys(each.informant for each in row.said))
        named = [
            each
            for each in ascription.named(row.quotation.beside, kinds)
            if kinds[each] in {kinds.get(who) for who in sayers}
        ]
        of_cases = all(who in kinds for who in sayers)
        asked = any(each.interviewer for each in row.said)
        if named and of_cases and not asked and not {*named} & {*sayers}:
            others = _said(session, row.checked.elsewhere)
            if not {*named} & {each.informant for each in others.values()}:
                wrong[at] = Ascribed(", ".join(named), ", ".join(sayers))
    return [replace(row, ascribed=wrong.get(at)) for at, row in enumerate(rows)]


def to_link(rows: Sequence[QuotationRow]) -> list[Quoted]:
    """The quotations that were found, numbered in the draft, for `operations.drafts.link`."""
    return [
        Quoted(
            number,
            row.quotation.text,
            row.checked.verdict,
            row.paragraph,
            tuple(Place(each.document_id, each.start, each.end, each.text) for each in row.said),
        )
        for number, row in enumerate(rows, 1)
        if row.checked.verdict != "not_found" and row.said
    ]


def spread(rows: Sequence[QuotationRow]) -> Spread:
    """How the quotations that were found are spread over informants, and over them per theme."""
    everyone: Counter[str] = Counter()
    by_theme: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for informant in {said.informant for said in row.said if not said.interviewer}:
            everyone[informant] += 1
        for theme, informant in {
            (theme, said.informant) for said in row.said for theme in said.themes
        }:
            by_theme[theme][informant] += 1
    return Spread(
        tuple(everyone.most_common()),
        tuple((theme, tuple(counts.most_common())) for theme, counts in sorted(by_theme.items())),
    )


def _said(session: Session, passages: Sequence[Passage]) -> dict[Passage, Said]:
    """What is known of each passage; the text's key is the document's number."""
    closed, marked = closed_spans(session), marked_spans(session)
    shut = set(session.scalars(select(Document.id).where(Document.quoting_allowed.is_(False))))
    by_document: dict[int, list[Passage]] = defaultdict(list)
    for passage in dict.fromkeys(passages):
        by_document[passage.text].append(passage)
    pages = readings(session, by_document)
    over = {
        passage: each
        for document_id in pages
        for passage, each in _over(session, document_id, by_document[document_id])
    }
    coded = _coded(session, {each.id for there in over.values() for each in there})
    found: dict[Passage, Said] = {}
    for passage, there in over.items():
        page = pages[passage.text]
        informant, interviewer, for_others = _voice(page, passage)
        codes, themes = _joined(coded, [each.id for each in there])
        found[passage] = Said(
            document_id=page.document_id,
            document=page.name,
            start=passage.start,
            end=passage.end,
            text=page.text[passage.start : passage.end],
            place=worded(page.place_at(passage.start)),
            informant=informant,
            interviewer=interviewer,
            excerpt_ids=tuple(each.id for each in there),
            codes=codes,
            themes=themes,
            do_not_quote=page.document_id in shut
            or any(_meet(passage, *span) for span in marked.get(page.document_id, ())),
            closed=any(_meet(passage, *span) for span in closed.get(page.document_id, ())),
            for_others=for_others,
        )
    return found


class _Stretch(NamedTuple):
    id: int
    start: int
    end: int


def _over(
    session: Session, document_id: int, passages: Sequence[Passage]
) -> Iterator[tuple[Passage, list[_Stretch]]]:
    """The excerpts of a document that share words with each passage."""
    rows = session.execute(
        select(Excerpt.id, Excerpt.start, Excerpt.end).where(
            Excerpt.document_id == document_id, Excerpt.lost.is_(False)
        )
    )
    there = [_Stretch(*row) for row in rows]
    for passage in passages:
        yield passage, [each for each in there if _meet(passage, each.start, each.end)]


def _meet(passage: Passage, start: int, end: int) -> bool:
    return start < passage.end and passage.start < end


def _voice(page: Reading, passage: Passage) -> tuple[str, bool, bool]:
    """Whose words a passage holds, whether the interviewer's alone, and if others may read who."""
    who = main_speaker(page.turns, page.speakers, passage.start, passage.end)
    if who is None:
        return page.name, False, True
    return who.case or who.label, who.role == "interviewer", bool(who.case)


Named = tuple[set[str], set[str]]  # codes, themes


def _coded(session: Session, excerpt_ids: Collection[int]) -> Mapping[int, Named]:
    """By excerpt the names of its codes and of the themes that it stands in by them, or itself."""
    found: dict[int, Named] = defaultdict(lambda: (set(), set()))
    if not excerpt_ids:
        return found
    themes = dict(session.execute(select(Theme.id, Theme.name)).all())
    of_code = belonging(session).themes
    for excerpt_id, code_id, code in session.execute(
        select(Coding.excerpt_id, Code.id, Code.name)
        .join(Code, Code.id == Coding.code_id)
        .where(Coding.excerpt_id.in_(listed(excerpt_ids)))
    ):
        found[excerpt_id][0].add(code)
        found[excerpt_id][1].update(themes[each] for each in of_code.get(code_id, ()))
    for excerpt_id, theme_id in session.execute(
        select(ThemeExcerpt.excerpt_id, ThemeExcerpt.theme_id).where(
            ThemeExcerpt.excerpt_id.in_(listed(excerpt_ids)), ThemeExcerpt.direct.is_(True)
        )
    ):
        found[excerpt_id][1].add(themes[theme_id])
    return found


def _joined(
    coded: Mapping[int, Named], excerpt_ids: Iterable[int]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    codes, themes = set[str](), set[str]()
    for each in excerpt_ids:
        if each in coded:
            codes |= coded[each][0]
            themes |= coded[each][1]
    return tuple(sorted(codes)), tuple(sorted(themes))
