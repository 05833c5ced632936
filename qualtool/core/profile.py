"""A way of working that a project chooses: its phases with prompts, and questions to oneself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qualtool.core.template import Wording


@dataclass(frozen=True, slots=True)
class MethodPhase:
    """A phase of the method; `prompts` are questions that get a journal entry going."""

    key: str
    title: Wording
    about: Wording
    prompts: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """A question the researcher answers about their own work.

    `evidence` says which facts of the project stand beside it; see `analysis.review_evidence`.
    """

    key: str
    text: Wording
    evidence: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile with its words in every language of the program.

    `pages` are those of the themes workspace that it shows besides the board, `depth` whether it
    asks how deep a coding goes; `group` is what it calls a theme that units are placed in, where
    it has a word of its own. What it does not show can always be reached.
    """

    id: str
    title: Wording
    about: Wording
    pages: tuple[str, ...] = ()
    depth: bool = False
    group: Wording | None = None
    phases: tuple[MethodPhase, ...] = ()
    questions: tuple[ReviewQuestion, ...] = ()

    def phase(self, key: str) -> MethodPhase | None:
        """The phase with this key; None where it is one of another profile."""
        return next((each for each in self.phases if each.key == key), None)


def parsed(content: Mapping[str, object]) -> Profile:
    """A profile from the object its JSON file holds. Raises TypeError for what is none."""
    return Profile(
        id=_text(content.get("id")),
        title=_words(content.get("title")),
        about=_words(content.get("about")),
        pages=tuple(_text(each) for each in _list(content.get("pages"))),
        depth=content.get("depth") is True,
        group=_words(content["group"]) if "group" in content else None,
        phases=tuple(
            MethodPhase(
                key=_text(each.get("key")),
                title=_words(each.get("title")),
                about=_words(each.get("about")),
                prompts=tuple(_words(prompt) for prompt in _list(each.get("prompts"))),
            )
            for each in _list(content.get("phases"))
        ),
        questions=tuple(
            ReviewQuestion(
                key=_text(each.get("key")),
                text=_words(each.get("text")),
                evidence=_text(each.get("evidence")),
            )
            for each in _list(content.get("questions"))
        ),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a profile holds text here")
    return value


def _words(value: object) -> Wording:
    if not isinstance(value, Mapping):
        raise TypeError("a profile holds words by language here")
    return {_text(language): _text(words) for language, words in value.items()}


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a profile holds a list here")
    return value
