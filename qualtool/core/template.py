"""A codebook to start from: the valences, themes and sub-themes of a way of looking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qualtool.core.valence import Choice

Wording = Mapping[str, str]  # language (nb, nn, en) to words


@dataclass(frozen=True, slots=True)
class TemplateTheme:
    """A theme of a template; `key` is stable, sub-themes have none of their own below them."""

    key: str
    label: Wording
    colour: str = ""
    definition: Wording = field(default_factory=dict)
    decision_rules: tuple[Wording, ...] = ()
    subthemes: tuple[TemplateTheme, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A template with its words in every language of the program."""

    id: str
    title: Wording
    about: Wording
    valences: tuple[Choice, ...] = ()
    themes: tuple[TemplateTheme, ...] = ()


def said(words: Wording, language: str) -> str:
    """The words in a language; English where there are none, empty where there is nothing."""
    return words.get(language) or words.get("en", "")


def parsed(content: Mapping[str, object]) -> Template:
    """A template from the object its JSON file holds."""
    return Template(
        id=_text(content["id"]),
        title=_words(content["title"]),
        about=_words(content["about"]),
        valences=tuple(_valence(each) for each in _list(content.get("valence"))),
        themes=tuple(_theme(each) for each in _list(content.get("themes"))),
    )


def _valence(content: Mapping[str, object]) -> Choice:
    words = {key: _text(value) for key, value in content.items() if key in ("nb", "nn", "en")}
    return Choice(
        key=_text(content["id"]),
        sign=_text(content.get("sign", "")),
        name=words.get("en", ""),
        words=words,
    )


def _theme(content: Mapping[str, object]) -> TemplateTheme:
    return TemplateTheme(
        key=_text(content.get("id", "")),
        label=_words(content["label"]),
        colour=_text(content.get("colour", "")),
        definition=_words(content.get("definition", {})),
        decision_rules=tuple(_words(each) for each in _list(content.get("decision_rules"))),
        subthemes=tuple(_theme(each) for each in _list(content.get("subthemes"))),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a template holds text here")
    return value


def _words(value: object) -> Wording:
    if not isinstance(value, Mapping):
        raise TypeError("a template holds words by language here")
    return {_text(language): _text(words) for language, words in value.items()}


def _list(value: object) -> Sequence[Mapping[str, object]]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise TypeError("a template holds a list here")
    return value
