"""The window."""

import builtins

from PySide6 import QtCore as QtCore

# Qt's binding reads the source of every module that is loaded after it, to see whether one of its
# options is chosen there (`from __feature__ import …`). None is, and none may be.
if builtins.__import__ is getattr(builtins, "__feature_import__", None):
    builtins.__import__ = getattr(builtins, "__orig_import__")  # noqa: B009 - it is no known name
