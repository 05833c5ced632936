"""What a table of the report is made from: the excerpts that may be shown, themes, words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualtool.analysis import consent
from qualtool.analysis.board import shown_frame
from qualtool.analysis.cases import cases
from qualtool.analysis.chosen import in_themes
from qualtool.analysis.codebook import codes, themes, valences
from qualtool.analysis.documents import documents
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.placing import cases_of_excerpts
from qualtool.analysis.spans import marked_spans
from qualtool.analysis.study import study
from qualtool.core.report import Paragraph
from qualtool.core.source import Caution
from qualtool.core.valence import Choice, word
from qualtool.i18n import LANGUAGES
from qualtool.operations.templates import available
from qualtool.reports.narrowing import narrowed
from qualtool.reports.options import Options
from qualtool.reports.quotable import Unconsented, quotable
from qualtool.reports.theme_list import MainTheme, main_themes
from qualtool.reports.wording import marks, quotation
from qualtool.store.project import Session
from qualtool.store.rows import CodeRow, ExcerptRow


@dataclass(frozen=True, slots=True)
class Material:
    """All that is read from the project for one table, with the options worked out.

    `excerpts` are those that may be shown, in the order of documents and text. The rest is of all
    excerpts, since counting is not quoting: `informants` says who each is about, `coded` which
    have a code, `direct` which stand in a theme themselves. `narrowed` where only some of the codes
    are asked for.
    """

    language: str
    attribution: str
    pair: tuple[str, str]
    excerpts: tuple[ExcerptRow, ...]
    cautions: tuple[Caution, ...]
    informants: Mapping[int, frozenset[int]]
    spoken: Mapping[int, str]
    codes: tuple[CodeRow, ...]
    themes: tuple[MainTheme, ...]
    coded: Mapping[int, frozenset[int]]
    direct: Mapping[int, tuple[int, ...]]
    valences: Mapping[str, str]
    case_order: tuple[str, ...]
    dates: Mapping[int, str]  # of documents, as written
    narrowed: bool

    def people(self, excerpt_ids: Iterable[int]) -> int:
        """How many informants these excerpts are about."""
        return len(frozenset[int]().union(*(self.informants[each] for each in excerpt_ids)))

    def quotation(self, excerpt: ExcerptRow) -> Paragraph:
        """An excerpt as a quotation with its marks and as much of its origin as may be said."""
        return quotation(
            excerpt,
            language=self.language,
            spoken=self.spoken[excerpt.document_id],
            pair=self.pair,
            attribution=self.attribution,
        )


def gather(session: Session, options: Options, *, starred: bool) -> Material:
    """Read what a table needs. `starred` is whether it shows only starred excerpts by itself."""
    about = study(session)
    language = options.language or about.language
    language = language if language in LANGUAGES else "en"
    texts = documents(session)
    rows = excerpts(session, context=options.context, language=language)
    known, directly = tuple(codes(session)), in_themes(session)
    frame = main_themes(themes(session), shown_frame(session, options.frame_id))
    left = narrowed(options, frame, known, directly)
    about_whom = cases_of_excerpts(session)
    may_leave = quotable(
        rows,
        {each.id for each in texts if not each.quoting_allowed},
        starred=starred if options.starred is None else options.starred,
        context=options.context,
        unconsented=Unconsented(consent.closed_excerpts(session), consent.closed_spans(session)),
        marked=marked_spans(session),
        among={row.id for row in rows if left.takes(row, about_whom)},
    )
    everyone = cases(session)
    # An event or an office is no informant, unless the study has no persons in it at all.
    people = {each.id for each in everyone if each.kind == "participant"}
    people = people or {each.id for each in everyone}
    return Material(
        language=language,
        attribution=options.attribution or about.attribution,
        pair=marks(options.marks, language),
        excerpts=tuple(map(left.trimmed, may_leave.excerpts)),
        cautions=may_leave.cautions,
        informants={each: ids & people for each, ids in about_whom.items()},
        spoken={each.id: "" if each.language == language else each.language for each in texts},
        codes=known,
        themes=left.themes,
        coded=_coded(rows),
        direct=directly,
        valences=_valence_words(session, language),
        case_order=tuple(each.name for each in everyone),
        dates={each.id: each.date for each in texts},
        narrowed=left.codes is not None,
    )


def _coded(rows: Iterable[ExcerptRow]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        for coding in row.codings:
            found[coding.code_id].add(row.id)
    return {code_id: frozenset(ids) for code_id, ids in found.items()}


def _valence_words(session: Session, language: str) -> dict[str, str]:
    known = {each.key: each for template in available() for each in template.valences}
    return {
        row.key: word(
            Choice(row.key, row.sign, row.name, known[row.key].words if row.key in known else {}),
            language,
        )
        for row in valences(session)
    }
