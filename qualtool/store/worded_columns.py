"""Where in a project words of a researcher or a participant may stand, beside the texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from qualtool.i18n import mark as _
from qualtool.store.schema import (
    Activity,
    Attribute,
    AttributeValue,
    AttributeVariant,
    Case,
    Claim,
    Code,
    Coder,
    Coding,
    Comparison,
    Condensate,
    Condensation,
    Consent,
    DisclosureDecision,
    Document,
    Draft,
    DraftQuotation,
    Excerpt,
    FindingPart,
    Frame,
    Guide,
    MapItem,
    MapLink,
    Memo,
    MemoLink,
    Phase,
    PhaseScheme,
    Question,
    ReadThrough,
    Report,
    ReportBlock,
    ReportFreeze,
    Row,
    SelfReview,
    Snapshot,
    Speaker,
    Study,
    Summary,
    Theme,
    Valence,
    WorkPhase,
)


@dataclass(frozen=True, slots=True)
class Worded:
    """A column of words: `what` says it to the researcher, marked for the catalogue.

    `apart_in` names the columns that rows share among which this name may stand once only (empty:
    among all rows; None: it is no such name). `packed`: strings inside JSON.
    """

    kind: type[Row]
    column: str
    what: str
    apart_in: tuple[str, ...] | None = None
    packed: bool = False

    @property
    def table(self) -> str:
        """The name of the table it is a column of."""
        return str(self.kind.__tablename__)


# To whom a row belongs whose own name is not among its columns.
OWNERS: Final[dict[type[Row], tuple[str, type[Row], str]]] = {
    Speaker: ("document_id", Document, "name"),
    Excerpt: ("document_id", Document, "name"),
    Coding: ("code_id", Code, "name"),
    Consent: ("case_id", Case, "name"),
    AttributeValue: ("attribute_id", Attribute, "name"),
    AttributeVariant: ("attribute_id", Attribute, "name"),
    MemoLink: ("memo_id", Memo, "title"),
    Question: ("guide_id", Guide, "name"),
    Phase: ("scheme_id", PhaseScheme, "name"),
    Summary: ("case_id", Case, "name"),
    FindingPart: ("theme_id", Theme, "name"),
    Condensation: ("theme_id", Theme, "name"),
    Condensate: ("theme_id", Theme, "name"),
    ReadThrough: ("document_id", Document, "name"),
    ReportBlock: ("report_id", Report, "title"),
    ReportFreeze: ("block_id", ReportBlock, "title"),
    DraftQuotation: ("draft_id", Draft, "name"),
    Comparison: ("theme_id", Theme, "name"),
}


def _all() -> Iterator[Worded]:
    yield Worded(Study, "name", _("Name of the study"))
    yield Worded(Study, "research_question", _("Research question"))
    yield Worded(Document, "name", _("Document name"), apart_in=())
    yield Worded(Document, "place", _("Place"))
    yield Worded(Document, "collected_by", _("Collected by"))
    yield Worded(Document, "note", _("Note on a document"))
    yield Worded(Speaker, "label", _("Speaker"))
    yield Worded(Case, "name", _("Case"), apart_in=())
    yield Worded(Case, "note", _("Note on a case"))
    yield Worded(Consent, "scope", _("Consent"))
    yield Worded(Attribute, "name", _("Attribute"), apart_in=("target",))
    yield Worded(Attribute, "grouping", _("Groups of an attribute"))
    yield Worded(Attribute, "choices", _("Choices of an attribute"), packed=True)
    yield Worded(AttributeValue, "value", _("Value"))
    yield Worded(AttributeVariant, "variant", _("Spelling of a value"))
    yield Worded(AttributeVariant, "value", _("Value"))
    yield Worded(Guide, "name", _("Interview guide"), apart_in=())
    yield Worded(Question, "block", _("Part of a guide"))
    yield Worded(Question, "text", _("Question"))
    yield Worded(Activity, "name", _("Activity"))
    yield Worded(Activity, "content", _("Content of an activity"))
    yield Worded(Activity, "comment", _("Comment on an activity"))
    yield Worded(Activity, "participants", _("Participants in an activity"))
    yield Worded(PhaseScheme, "name", _("Phase scheme"), apart_in=())
    yield Worded(Phase, "name", _("Phase"), apart_in=("scheme_id",))
    yield Worded(Coder, "name", _("Coder"), apart_in=())
    yield Worded(Valence, "name", _("Valence"))
    yield Worded(Code, "name", _("Code"), apart_in=("parent_id",))
    for column in ("description", "use_when", "use_not", "decision_rules", "source", "departure"):
        yield Worded(Code, column, _("Description of a code"))
    yield Worded(Excerpt, "display_text", _("Display text"))
    yield Worded(Excerpt, "lost_words", _("Lost excerpt"))
    yield Worded(Coding, "comment", _("Comment on a coding"))
    yield Worded(Frame, "name", _("Frame"))
    yield Worded(Theme, "name", _("Theme"), apart_in=("frame_id", "parent_id"))
    for column in (
        "report_title",
        "label",
        "concept",
        "definition",
        "in_scope",
        "out_of_scope",
        "decision_rules",
        "question_relation",
        "findings",
        "note",
    ):
        yield Worded(Theme, column, _("Description of a theme"))
    yield Worded(Memo, "title", _("Title of a memo"))
    yield Worded(Memo, "text", _("Memo"))
    yield Worded(MemoLink, "stands", _("How an expectation stands"))
    yield Worded(Summary, "text", _("Summary"))
    yield Worded(Summary, "evidence", _("Summary"))
    yield Worded(Summary, "rating", _("Summary"))
    yield Worded(Comparison, "rating", _("Comparison of cases"))
    yield Worded(Comparison, "explanation", _("Comparison of cases"))
    yield Worded(Comparison, "evidence", _("Comparison of cases"))
    yield Worded(Claim, "text", _("Claim"))
    yield Worded(Claim, "place", _("Claim"))
    yield Worded(MapItem, "text", _("Map"))
    yield Worded(MapLink, "text", _("Map"))
    yield Worded(FindingPart, "text", _("Findings"))
    yield Worded(Condensation, "text", _("Condensed meaning"))
    yield Worded(Condensate, "text", _("Condensate"))
    yield Worded(Condensate, "analytic_text", _("Analytic text"))
    yield Worded(ReadThrough, "note", _("Note on a reading"))
    yield Worded(WorkPhase, "note", _("Note on a phase of the work"))
    yield Worded(SelfReview, "text", _("Self-review"))
    yield Worded(Snapshot, "name", _("Snapshot"))
    yield Worded(Snapshot, "content", _("Snapshot"), packed=True)
    yield Worded(Report, "title", _("Report"), apart_in=())
    yield Worded(ReportBlock, "title", _("Report"))
    yield Worded(ReportBlock, "opening", _("Report"))
    yield Worded(ReportFreeze, "content", _("Frozen block of a report"), packed=True)
    yield Worded(Draft, "name", _("Draft"))
    yield Worded(DraftQuotation, "text", _("Quotation in a draft"))
    yield Worded(DraftQuotation, "place", _("Quotation in a draft"))
    yield Worded(DisclosureDecision, "words", _("Decision on disclosure"))
    yield Worded(DisclosureDecision, "place", _("Decision on disclosure"))
    yield Worded(DisclosureDecision, "reason", _("Decision on disclosure"))


WORDED: Final = tuple(_all())
