"""What the researcher holds: documents and their text, cases, the guide, activities and phases."""

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from qualtool.store.schema.base import Base, Row, goes_with, may_point_to, now_ms, owned_by


class Study(Row):
    """What the project is about and how it is worked with: always one row."""

    __tablename__ = "study"
    name: Mapped[str]
    language: Mapped[str] = mapped_column(default="nb")
    research_question: Mapped[str] = mapped_column(default="")
    template: Mapped[str] = mapped_column(default="")
    profile: Mapped[str] = mapped_column(default="reflexive")
    citation: Mapped[str] = mapped_column(default="paragraph")  # paragraph, line, page or time
    attribution: Mapped[str] = mapped_column(default="pseudonym")  # none, pseudonym, place
    data_class: Mapped[str] = mapped_column(default="")  # green, yellow, red, black
    keep_originals: Mapped[bool] = mapped_column(default=False)
    created_ms: Mapped[int] = mapped_column(default=now_ms)
    # How many participants a combination of shown properties may fit and still be told of.
    smallest_group: Mapped[int] = mapped_column(default=1, server_default="1")


class Document(Row):
    """Something the researcher reads. Its text lies in `DocumentText`."""

    __tablename__ = "document"
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default="interview")
    language: Mapped[str] = mapped_column(default="nb")
    format: Mapped[str] = mapped_column(default="")
    date: Mapped[str] = mapped_column(default="")  # as written; the two below make it sortable
    date_from: Mapped[str | None]  # ISO, YYYY-MM-DD
    date_to: Mapped[str | None]
    place: Mapped[str] = mapped_column(default="")
    form: Mapped[str] = mapped_column(default="")  # in_person, phone, digital
    duration_ms: Mapped[int | None]
    collected_by: Mapped[str] = mapped_column(default="")
    checked: Mapped[bool] = mapped_column(default=False)
    quoting_allowed: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")
    content_hash: Mapped[str] = mapped_column(default="", index=True)  # SHA-256 of the file
    position: Mapped[int] = mapped_column(default=0)
    words: Mapped[int] = mapped_column(default=0)
    length: Mapped[int] = mapped_column(default=0)  # code points
    reading: Mapped[str] = mapped_column(default="", server_default="")  # `core.reading`, JSON
    created_ms: Mapped[int] = mapped_column(default=now_ms)


class DocumentText(Row):
    """A document's one text, and as JSON lists who speaks where and where each place stood.

    turns: [start, end, speaker number or null, start ms or null, end ms or null];
    anchors: [offset, ms]; locators: [offset, kind, value]; blocks: [start, end, kind, level].
    """

    __tablename__ = "document_text"
    document_id: Mapped[int] = owned_by("document")
    text: Mapped[str]
    turns: Mapped[str] = mapped_column(default="[]")
    anchors: Mapped[str] = mapped_column(default="[]")
    locators: Mapped[str] = mapped_column(default="[]")
    blocks: Mapped[str] = mapped_column(default="[]")


class Original(Base):
    """The bytes of an imported file, if the researcher wants them kept. Not watched."""

    __tablename__ = "original"
    __table_args__ = ({"sqlite_strict": True, "info": {"watched": False}},)
    content_hash: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Case(Row):
    """Who or what the study is about; cases form a tree."""

    __tablename__ = "case"
    parent_id: Mapped[int | None] = may_point_to("case")
    name: Mapped[str]  # the pseudonym, where the case is a person
    kind: Mapped[str] = mapped_column(default="participant")
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class DocumentCase(Row):
    """A document concerns a case."""

    __tablename__ = "document_case"
    document_id: Mapped[int] = owned_by("document")
    case_id: Mapped[int] = owned_by("case")


class Speaker(Row):
    """A label in one document; `number` is what the document's turns call it."""

    __tablename__ = "speaker"
    document_id: Mapped[int] = owned_by("document")
    number: Mapped[int]
    label: Mapped[str]
    role: Mapped[str] = mapped_column(default="other")
    case_id: Mapped[int | None] = may_point_to("case")


class Consent(Row):
    """What a participant has agreed to."""

    __tablename__ = "consent"
    case_id: Mapped[int] = owned_by("case")
    given: Mapped[bool] = mapped_column(default=True)
    date: Mapped[str] = mapped_column(default="")
    scope: Mapped[str] = mapped_column(default="")
    withdrawn: Mapped[str] = mapped_column(default="")  # the date, where it was


class Attribute(Row):
    """A property of cases or documents, with how much of it may be shown."""

    __tablename__ = "attribute"
    name: Mapped[str]
    target: Mapped[str] = mapped_column(default="case")  # case or document
    kind: Mapped[str] = mapped_column(default="text")  # text, choice, number, date, yes_no
    visibility: Mapped[str] = mapped_column(default="analysis")  # analysis, shown, grouped
    grouping: Mapped[str] = mapped_column(default="")  # how a grouped value is shown
    choices: Mapped[str] = mapped_column(default="[]")
    code_id: Mapped[int | None] = may_point_to("code")
    position: Mapped[int] = mapped_column(default=0)


class AttributeValue(Row):
    """The value of an attribute for a case or a document."""

    __tablename__ = "attribute_value"
    attribute_id: Mapped[int] = owned_by("attribute")
    case_id: Mapped[int | None] = goes_with("case")
    document_id: Mapped[int | None] = goes_with("document")
    value: Mapped[str]


class AttributeVariant(Row):
    """A spelling of a value that counts as another."""

    __tablename__ = "attribute_variant"
    attribute_id: Mapped[int] = owned_by("attribute")
    variant: Mapped[str]
    value: Mapped[str]


class Guide(Row):
    """An interview guide."""

    __tablename__ = "guide"
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class Question(Row):
    """A numbered question in a block of a guide."""

    __tablename__ = "question"
    guide_id: Mapped[int] = owned_by("guide")
    block: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class Answer(Row):
    """What a passage answers, or that a question was not asked or declined.

    `state`: answered, not_asked, declined, or rejected for a passage that does not answer it.
    """

    __tablename__ = "answer"
    question_id: Mapped[int] = owned_by("question")
    document_id: Mapped[int | None] = goes_with("document")
    case_id: Mapped[int | None] = goes_with("case")
    start: Mapped[int | None]
    end: Mapped[int | None]
    state: Mapped[str] = mapped_column(default="answered")


class Activity(Row):
    """An entry in the register of a trailing study."""

    __tablename__ = "activity"
    number: Mapped[str] = mapped_column(default="")
    name: Mapped[str]
    date: Mapped[str] = mapped_column(default="")
    date_from: Mapped[str | None]
    date_to: Mapped[str | None]
    content: Mapped[str] = mapped_column(default="")
    comment: Mapped[str] = mapped_column(default="")
    participants: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class ActivityDocument(Row):
    """A document that came of an activity."""

    __tablename__ = "activity_document"
    activity_id: Mapped[int] = owned_by("activity")
    document_id: Mapped[int] = owned_by("document")


class ActivityCase(Row):
    """A case that took part in an activity."""

    __tablename__ = "activity_case"
    activity_id: Mapped[int] = owned_by("activity")
    case_id: Mapped[int] = owned_by("case")


class PhaseScheme(Row):
    """A way to divide the study's time."""

    __tablename__ = "phase_scheme"
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class Phase(Row):
    """A named span of time in a scheme."""

    __tablename__ = "phase"
    scheme_id: Mapped[int] = owned_by("phase_scheme")
    name: Mapped[str]
    date_from: Mapped[str | None]
    date_to: Mapped[str | None]
    colour: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class PhaseMember(Row):
    """A document or activity put into a phase by hand."""

    __tablename__ = "phase_member"
    phase_id: Mapped[int] = owned_by("phase")
    document_id: Mapped[int | None] = goes_with("document")
    activity_id: Mapped[int | None] = goes_with("activity")
