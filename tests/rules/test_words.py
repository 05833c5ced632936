"""The program speaks bokmål and nynorsk as completely as it speaks English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest
import words
from babel.messages.catalog import Catalog, Message

from tests.rules.tree import modules, parsed, shown

LANGUAGES = tuple(words.LANGUAGES)


@cache
def _source() -> Catalog:
    return words.extracted()


@cache
def _catalogue(language: str) -> Catalog:
    return words.read(language)


def _forms(text: object) -> tuple[str, ...]:
    if isinstance(text, str):
        return (text,)
    return tuple(str(form) for form in text) if isinstance(text, tuple | list) else ()


def _fields(text: str) -> set[str]:
    return {name for _text, name, _format, _as in Formatter().parse(text) if name is not None}


def _named(messages: Iterator[Message]) -> set[str]:
    return {_forms(message.id)[0] for message in messages}


# Messages of Qt's and Click's own, which have to stand as they wrote them to be found.
QT_WRITES = ("Don't Save", "Show Details...", "Hide Details...", "FILES...")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_source_is_in_the_catalogue(language: str) -> None:
    missing = _named(words.messages(_source())) - _named(words.messages(_catalogue(language)))
    assert sorted(missing) == [], "run packaging/words.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_outlives_its_source(language: str) -> None:
    gone = _named(words.messages(_catalogue(language))) - _named(words.messages(_source()))
    assert sorted(gone) == [], "run packaging/words.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    left = [
        _forms(message.id)[0]
        for message in words.messages(_catalogue(language))
        if not words.is_translated(message)
    ]
    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_fields_of_its_message(language: str) -> None:
    odd = []
    for message in words.messages(_catalogue(language)):
        known = set().union(*map(_fields, _forms(message.id)))
        for said, form in zip(_forms(message.id), _forms(message.string), strict=True):
            # A form for one may say "one excerpt" and leave the number out.
            may_lack = {"count"} if len(_forms(message.id)) > 1 else set()
            if form and (_fields(said) - _fields(form) - may_lack or _fields(form) - known):
                odd.append((_forms(message.id)[0], form))
    assert odd == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_agrees_with_the_one_that_is_translated(language: str) -> None:
    compiled = words.compiled_place(language).read_bytes()
    assert compiled == words.as_mo(_catalogue(language)), "run packaging/words.py"


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_words_have_real_quotation_marks_and_dashes(language: str) -> None:
    typewritten = re.compile(r"\"|(?<=\w)'(?=\w)|(?<![A-Z])\.\.\.|\s-\s|--(?!\w)")
    catalogue = _source() if language == "en" else _catalogue(language)
    found = [
        form
        for message in words.messages(catalogue)
        for form in _forms(message.id if language == "en" else message.string)
        if typewritten.search(form) and form not in QT_WRITES
    ]
    assert found == []


def _looked_up() -> Iterator[tuple[str, ast.expr]]:
    """Every argument that stands where a message is expected, with its place."""
    for module in modules():
        for node in ast.walk(parsed(module)):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in words.KEYWORDS:
                for argument in node.args[: 2 if name == "ngettext" else 1]:
                    yield shown(module, node.lineno), argument


def test_a_message_is_looked_up_before_it_is_filled_in() -> None:
    filled = [
        place
        for place, argument in _looked_up()
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
        or (
            isinstance(argument, ast.Call)
            and isinstance(argument.func, ast.Attribute)
            and argument.func.attr in ("format", "format_map", "join")
        )
    ]
    assert filled == []


def test_fields_of_a_message_have_names() -> None:
    unnamed = [
        form
        for message in words.messages(_source())
        for form in _forms(message.id)
        if any(not re.fullmatch(r"[a-z_]+(![rs])?", field) for field in _fields(form))
        or re.search(r"%[sd]|%\(", form)
    ]
    assert unnamed == []


def test_the_catalogue_knows_every_name_that_words_are_looked_up_by() -> None:
    """`said = words(language).gettext` is seen; another name would hide its messages."""
    hidden = []
    for module in modules():
        called = {id(node.func) for node in ast.walk(parsed(module)) if isinstance(node, ast.Call)}
        for node in ast.walk(parsed(module)):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute):
                names = {target.id for target in node.targets if isinstance(target, ast.Name)}
                if names and names <= set(words.KEYWORDS):
                    called.add(id(node.value))
            if isinstance(node, ast.IfExp):  # gettext = words(…).gettext if … else _
                called.update(id(part) for part in (node.body, node.orelse))
            if (
                isinstance(node, ast.Attribute)
                and node.attr in ("gettext", "ngettext")
                and id(node) not in called
            ):
                hidden.append(shown(module, node.lineno))
    assert hidden == []
