"""Why something may tell who somebody is, and where it stands, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from qualtool.analysis.identifying import About
from qualtool.core.disclosure import Finding, Kind
from qualtool.core.report_texts import Piece
from qualtool.i18n import gettext as _
from qualtool.i18n import mark, ngettext

# What is found by how it is written.
_WRITTEN: Final[dict[Kind, str]] = {
    "email": mark("“{words}” is an e-mail address."),
    "phone": mark("“{words}” may be a telephone number."),
    "birth_number": mark("“{words}” is a birth number."),
    "birth_date": mark("“{words}” may be somebody’s date of birth."),
    "age": mark("“{words}” tells how old somebody is."),
    "account": mark("“{words}” may be a bank account number."),
    "organisation_number": mark("“{words}” may be the number of an organisation."),
    "address": mark("“{words}” may be an address."),
    "plate": mark("“{words}” may be the number of a car."),
    "link": mark("“{words}” leads to a page on the net."),
    "job": mark("“{words}” is a job at a place where few have it."),
    "name": mark("“{words}” may be somebody’s name."),
    "place": mark("“{words}” may be the name of a place."),
    "workplace": mark("“{words}” may be somebody’s workplace."),
    "organisation": mark("“{words}” may be the name of an organisation."),
}
_DOUBTFUL: Final[dict[Kind, str]] = {
    "birth_number": mark("“{words}” looks like a birth number, but its check digits are wrong."),
    "account": mark("“{words}” looks like a bank account number."),
    "email": mark("“{words}” may be an e-mail address."),
}
_OTHER: Final = mark("“{words}” may tell who somebody is.")


def known_said(finding: Finding, about: About, whose: Sequence[str], *, own: bool) -> str:
    """Why words that the project knows tell who somebody is; `whose` are the cases."""
    who = ", ".join(whose)
    fields = {"words": about.words, "who": who}
    match about.origin:
        case "participant":
            return _("“{words}” is what a participant is called in the project.").format(**fields)
        case "case":
            return _("“{words}” is a case in the project.").format(**fields)
        case "speaker" if who:
            return _("A transcript calls {who} “{words}”.").format(**fields)
        case "speaker":
            return _("Somebody in a transcript is called “{words}”.").format(**fields)
        case "replaced":
            return _("“{words}” was replaced when the documents came in.").format(**fields)
        case "document":
            return _("“{words}” stands in the name of a document.").format(**fields)
        case "place":
            return _("A document is from “{words}”.").format(**fields)
        case "activity":
            return _("“{words}” took part in an activity.").format(**fields)
        case "collected":
            return _("“{words}” collected the material.").format(**fields)
    return _value_said(about, whose, own=own)


def _value_said(about: About, whose: Sequence[str], *, own: bool) -> str:
    name = about.attribute.name if about.attribute is not None else ""
    fields = {"words": about.words, "who": ", ".join(whose), "attribute": name}
    if about.rare and len(whose) == 1:
        if own:
            return _(
                "Only {who} has “{words}” as {attribute}, and it is {who} who speaks or is meant."
            ).format(**fields)
        return _("Only {who} has “{words}” as {attribute}.").format(**fields)
    if about.rare:
        return _("Only {who} have “{words}” as {attribute}.").format(**fields)
    if own:
        return _(
            "“{words}” is what is known of {who} as {attribute}, which is not to be shown."
        ).format(**fields)
    return _("“{words}” is a value of {attribute}, which is not to be shown.").format(**fields)


def written_said(finding: Finding) -> str:
    """Why words tell who somebody is by how they are written."""
    doubtful = _DOUBTFUL.get(finding.kind) if finding.level != "certain" else None
    return _(doubtful or _WRITTEN.get(finding.kind, _OTHER)).format(words=finding.words)


def gender_said(words: str, who: Sequence[str]) -> str:
    """Why a pronoun tells more than is to be told."""
    if not who:
        return _("“{words}” tells a gender, which is not to be shown.").format(words=words)
    return _("“{words}” tells the gender of {who}, which is not to be shown.").format(
        words=words, who=", ".join(who)
    )


def combination_said(who: Sequence[str], facts: str, k: int) -> str:
    """Which participants alone a combination fits."""
    return ngettext(
        "Only {who} has {facts} (k = {k}).", "Only {who} have {facts} (k = {k}).", len(who)
    ).format(who=", ".join(who), facts=facts, k=k)


def found_again_said(who: Sequence[str], place: str) -> str:
    """Why a quotation without a name has one after all."""
    if not who:
        return _("The same words stand with who said them in {place}.").format(place=place)
    return _("The same words stand with {who} in {place}.").format(who=", ".join(who), place=place)


def attributed_said(name: str) -> str:
    """Why the name that quotations are ascribed to may be the person's own."""
    return _("Quotations are ascribed to “{words}”. Is it a pseudonym?").format(words=name)


def place_said(piece: Piece) -> str:
    """Where a piece stands: "Table 5, excerpt 41"."""
    where = _inside_said(piece)
    label = piece.label or piece.under
    if label and where:
        return _("{label}, {place}").format(label=label, place=where)
    return label or where or _("text {number}").format(number=(piece.block or 0) + 1)


def _inside_said(piece: Piece) -> str:
    aside, number = piece.aside
    if aside == "comment":
        return _("comment {number}").format(number=number)
    if aside:
        return _(_ASIDES[aside])
    if piece.block is None:
        return _("paragraph {number}").format(number=piece.row)
    match piece.part:
        case "cell" if piece.column.startswith("case"):  # participants stand side by side
            return piece.head
        case "cell" if piece.unit.excerpt:
            return _("excerpt {number}").format(number=piece.row)
        case "cell":
            return _("row {number}").format(number=piece.row)
        case "line" | "speaker" | "margin" if piece.row is not None:
            return _("line {number}").format(number=piece.row)
    return _(_PARTS[piece.part]) if piece.part in _PARTS else ""


_ASIDES: Final = {
    "header": mark("header"),
    "footer": mark("footer"),
    "properties": mark("properties of the file"),
}
_PARTS: Final = {
    "heading": mark("heading"),
    "quotation": mark("quotation"),
    "column": mark("head of a column"),
    "group": mark("heading in the table"),
    "caption": mark("caption"),
    "note": mark("note"),
    "alternative": mark("alternative text"),
    "picture": mark("words in the picture"),
}
