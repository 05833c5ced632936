"""The parts of a researcher's document besides its text, and how pictures are added to them.

Only the lists of what belongs to what are changed, each by the lines that come or go.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from qualtool.core.errors import QualtoolError
from qualtool.formats.markup import escaped
from qualtool.formats.package import OFFICE, RELATIONS, XML
from qualtool.formats.unpacking import Package, damaged
from qualtool.formats.xml_edits import edited
from qualtool.formats.xml_reading import parse_xml
from qualtool.i18n import gettext as _

if TYPE_CHECKING:
    from lxml import etree

CONTENT_TYPES: Final = "[Content_Types].xml"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_DOCUMENT: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
_KINDS: Final = {"png": "image/png", "svg": "image/svg+xml"}
_STRICT_OFFICE: Final = "http://purl.oclc.org/ooxml/officeDocument"
_OURS: Final = "qualtool-"
_LARGEST: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Relation:
    """What the body of the document refers to by a name: a part, or something outside."""

    key: str
    kind: str
    target: str  # the part's name; empty for what lies outside


@dataclass(slots=True)
class Parts:
    """A document's parts: its body, its styles, what the body refers to, and new pictures."""

    package: Package
    body: str
    relations: dict[str, Relation]
    styles: str = ""
    added: dict[str, bytes] = field(default_factory=dict)
    new: dict[str, Relation] = field(default_factory=dict)

    @property
    def listed(self) -> str:
        """The part that lists what the body refers to."""
        return _list_of(self.body)


def parts_of(package: Package) -> Parts:
    """The parts of a Word document; raises QualtoolError for what is none, or not to be changed."""
    name = package.name
    types = _read(package, CONTENT_TYPES)
    body = next((each for each in _relations(package, "") if _is(each, "officeDocument")), None)
    if body is None or body.target not in package.parts:
        raise damaged(name)
    kind = _kind_of(types, body.target)
    if kind != _DOCUMENT:
        raise QualtoolError(
            "file_not_document",
            _(
                "“{file}” is not an ordinary Word document; it may be a template or hold macros. "
                "Open it in Word, save it as “Word document (.docx)” and try again."
            ),
            file=name,
        )
    if any(each.startswith("_xmlsignatures/") for each in package.parts):
        raise QualtoolError(
            "file_is_signed",
            _(
                "“{file}” carries a digital signature, which any change would break. Remove the "
                "signature in Word, or work on a copy, and try again."
            ),
            file=name,
        )
    relations = {each.key: each for each in _relations(package, body.target)}
    styles = next((each.target for each in relations.values() if _is(each, "styles")), "")
    return Parts(package, body.target, relations, styles)


def picture(parts: Parts, content: bytes, ending: str, nearby: frozenset[str]) -> str:
    """The name of a relation to a picture, which is added where it is not there.

    `nearby` are the relations of what is replaced: where the same picture is among them, however
    it is called by now, it stays.
    """
    for key in sorted(nearby):
        known = parts.relations.get(key)
        if known and known.target and _holds(parts.package, known.target, content):
            return key
    digest = hashlib.sha256(content).hexdigest()[:16]
    target = posixpath.join(posixpath.dirname(parts.body), f"media/{_OURS}{digest}.{ending}")
    for one in (*parts.relations.values(), *parts.new.values()):
        if one.target == target:
            return one.key
    key = f"{_OURS}{digest}-{ending}".replace("-", "_")
    while key in parts.relations:
        key += "_"
    if target not in parts.package.parts:
        parts.added[target] = content
    parts.new[key] = Relation(key, f"{OFFICE}/relationships/image", target)
    return key


def tidied(
    parts: Parts, candidates: frozenset[str], used: frozenset[str]
) -> tuple[dict[str, bytes], frozenset[str]]:
    """The lists of the document with new pictures in and unused ones out, and parts that go.

    `candidates` are the relations that what was replaced had, `used` all that the body has now.
    """
    gone = {key for key in candidates - used if _is_picture(parts.relations.get(key))}
    targets = {parts.relations[key].target for key in gone}
    removed = targets - _still_wanted(parts, gone) - {each.target for each in parts.new.values()}
    changed: dict[str, bytes] = {}
    content = parts.package.part(parts.listed)
    if content is None and parts.new:
        content = f'{XML}<Relationships xmlns="{RELATIONS}"></Relationships>'.encode()
    if content is not None and (gone or parts.new):
        folder = posixpath.dirname(parts.body)
        lines = "".join(
            f'<Relationship xmlns="{RELATIONS}" Id="{each.key}" Type="{each.kind}"'
            f' Target="{escaped(posixpath.relpath(each.target, folder))}"/>'
            for each in parts.new.values()
        )
        changed[parts.listed] = edited(
            content, parts.package.name, lines, lambda one: one.get("Id") in gone
        )
    types = parts.package.part(CONTENT_TYPES) or b""
    lines = "".join(_type_lines(parts, types))
    overridden = {f"/{name}".casefold() for name in removed}
    retyped = edited(
        types,
        parts.package.name,
        lines,
        lambda one: "PartName" in one and one["PartName"].casefold() in overridden,
    )
    if retyped != types:
        changed[CONTENT_TYPES] = retyped
    return changed, frozenset(removed)


def _type_lines(parts: Parts, types: bytes) -> Iterator[str]:
    root = parse_xml(types, parts.package.name)
    defaults = {
        (each.get("Extension") or "").casefold(): each.get("ContentType")
        for each in root.iterfind(f"{{{_TYPES}}}Default")
    }
    for ending, kind in _KINDS.items():
        names = [name for name in parts.added if name.endswith(f".{ending}")]
        if names and ending not in defaults:
            yield f'<Default xmlns="{_TYPES}" Extension="{ending}" ContentType="{kind}"/>'
        elif names and defaults[ending] != kind:
            for name in names:
                yield f'<Override xmlns="{_TYPES}" PartName="/{name}" ContentType="{kind}"/>'
    if parts.listed not in parts.package.parts and "rels" not in defaults:
        kind = "application/vnd.openxmlformats-package.relationships+xml"
        yield f'<Default xmlns="{_TYPES}" Extension="rels" ContentType="{kind}"/>'


def _still_wanted(parts: Parts, gone: set[str]) -> set[str]:
    """The parts that something else in the document refers to."""
    wanted = {each.target for key, each in parts.relations.items() if key not in gone}
    for name in parts.package.parts:
        folder, file = posixpath.split(name)
        if file.endswith(".rels") and name != parts.listed:
            source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            wanted |= {each.target for each in _relations(parts.package, source)}
    return wanted


def _is_picture(relation: Relation | None) -> bool:
    return relation is not None and bool(relation.target) and _is(relation, "image")


def _is(relation: Relation, kind: str) -> bool:
    return relation.kind in (
        f"{OFFICE}/relationships/{kind}",
        f"{_STRICT_OFFICE}/relationships/{kind}",
    )


def _holds(package: Package, name: str, content: bytes) -> bool:
    if name not in package.parts:
        return False
    size = package.archive.getinfo(name).file_size
    return size == len(content) and size <= _LARGEST and package.part(name) == content


def _list_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relations(package: Package, source: str) -> Iterator[Relation]:
    """What a part refers to; the whole package where `source` is empty."""
    content = package.part(_list_of(source))
    if content is None:
        return
    folder = posixpath.dirname(source)
    for each in parse_xml(content, package.name).iterfind(f"{{{RELATIONS}}}Relationship"):
        target = ""
        if each.get("TargetMode") != "External":
            written = unquote(each.get("Target") or "")
            target = posixpath.normpath(posixpath.join("/", folder, written)).lstrip("/")
        yield Relation(each.get("Id") or "", each.get("Type") or "", target)


def _read(package: Package, name: str) -> etree._Element:
    content = package.part(name)
    if content is None:
        raise damaged(package.name)
    return parse_xml(content, package.name)


def _kind_of(types: etree._Element, name: str) -> str:
    for each in types.iterfind(f"{{{_TYPES}}}Override"):
        if (each.get("PartName") or "").casefold() == f"/{name}".casefold():
            return each.get("ContentType") or ""
    ending = name.rpartition(".")[2].casefold()
    for each in types.iterfind(f"{{{_TYPES}}}Default"):
        if (each.get("Extension") or "").casefold() == ending:
            return each.get("ContentType") or ""
    return ""
