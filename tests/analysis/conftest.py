"""The rich project of the operations' tests."""

from __future__ import annotations

from tests.operations.conftest import furnished, rich

__all__ = ["furnished", "rich"]
