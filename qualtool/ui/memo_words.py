"""Memos in words: what one is called in a list, and what it is on."""

from __future__ import annotations

from qualtool.core import memo_kind
from qualtool.core.names import excerpted
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext
from qualtool.store.rows import MemoRow
from qualtool.ui.document_words import worded_date

LONGEST = 90


def heading(memo: MemoRow) -> str:
    """What a memo goes by: its title, or how it begins."""
    first = next((line.strip() for line in memo.text.splitlines() if line.strip()), "")
    return excerpted(memo.title.strip() or first.lstrip("#>*- "), LONGEST) or _("Untitled")


def about(memo: MemoRow) -> str:
    """What a memo is on, in words."""
    return memo.about or memo_kind.target("", language())


def counted_memos(count: int) -> str:
    """How many memos there are on something."""
    return ngettext("{count} memo", "{count} memos", count).format(count=count)


def facts(memo: MemoRow) -> str:
    """Kind, writer and day."""
    kind = memo_kind.kind(memo.kind, language())
    return " · ".join(each for each in (kind, memo.coder, worded_date(memo.date)) if each)
