"""Which memos are meant: by kind, by what they are on, by whom, when, and by their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualtool.store.rows import MemoRow


@dataclass(frozen=True, slots=True)
class MemoFilter:
    """What a memo has to be; nothing said of something lets every memo through.

    `targets` are keys of `core.memo_kind.TARGETS`, an excerpt's taking in those on its codings.
    `since` and `until` are days or the beginnings of days (2024, 2024-03), both included.
    `words` are all looked for, in any order, in the title, the text and what the memo is on.
    """

    kinds: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    coders: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    words: str = ""
    private: bool = True


def fitting(
    memos: Iterable[MemoRow], wanted: MemoFilter, said: Mapping[int, str] | None = None
) -> list[MemoRow]:
    """The memos that fit, in the order given.

    `said` may hold what `searched` makes of each memo, by its number, where they are many and
    looked through at every key.
    """
    words = wanted.words.casefold().split()
    targets = wanted.targets | ({"coding"} if "excerpt" in wanted.targets else frozenset())
    return [
        memo
        for memo in memos
        if (not wanted.kinds or memo.kind in wanted.kinds)
        and (not targets or memo.target in targets)
        and (not wanted.coders or memo.coder in wanted.coders)
        and (not wanted.since or memo.date >= wanted.since)
        and (not wanted.until or memo.date[: len(wanted.until)] <= wanted.until)
        and (wanted.private or not memo.private)
        and (not words or _says(said[memo.id] if said is not None else searched(memo), words))
    ]


def searched(memo: MemoRow) -> str:
    """All of a memo that words are looked for in, as they are compared."""
    return "\n".join((memo.title, memo.text, memo.about, memo.words, *memo.codes)).casefold()


def _says(said: str, words: Iterable[str]) -> bool:
    return all(word in said for word in words)
