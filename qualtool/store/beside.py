"""An open project read over a connection of its own: for work in a thread beside the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy.orm import Session

from qualtool.store import connection, faults, kept, whose
from qualtool.store.project import Project


@contextmanager
def beside(project: Project) -> Iterator[Session]:
    """A session for looking only, in any thread, of the project as it lies on the disk.

    It holds nobody up: a step may end while it reads, and what was read before is then older than
    what is read after. Who reads asks for it again where a step has come. Only codings of the
    coders in `coders_read` are read, where that is not None. Raises QualtoolError where the disk
    does not let the file be read.
    """
    path, coders = project.path, project.coders_read
    with faults.worded(path), closing(connection.dial(path, project.key)) as raw:
        link = connection.wrap(raw)
        try:
            connection.forbid_writing(link)
            with Session(link, autoflush=False, join_transaction_mode="rollback_only") as session:
                if coders is not None:
                    whose.limit(session, coders)
                kept.offer(session, kept.Kept())
                yield session
        finally:
            connection.close(link)
