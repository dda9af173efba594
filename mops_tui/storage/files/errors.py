"""What can go wrong with a session file, as codes and parameters; `words` makes the sentences."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from datetime import datetime


class SessionError(Exception):
    """A file that cannot be read as a session, or not be made.

    Attributes:
        code: What is wrong, such as "missing" or "newer-format".
        line: Where, or None when it is about the file as a whole.
        params: What the sentence needs.
    """

    def __init__(
        self, code: str, line: int | None = None, params: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(code, line, dict(params or {}))
        self.code = code
        self.line = line
        self.params: dict[str, object] = dict(params or {})


def refuse_practice(session: str) -> None:
    """Refuse a practice journal where a workshop is wanted.

    Args:
        session: What the header says it is.

    Raises:
        SessionError: "practice".
    """
    if session == "practice":
        raise SessionError("practice")


@contextlib.contextmanager
def refusing(code: str) -> Iterator[None]:
    """Turn what the system refuses into a `SessionError`: "exists", "permission", or `code`."""
    try:
        yield
    except FileExistsError as error:
        raise SessionError("exists") from error
    except PermissionError as error:
        raise SessionError("permission") from error
    except OSError as error:
        raise SessionError(code, None, {"reason": error.strerror or str(error)}) from error


class WriteFailed(Exception):  # noqa: N818 - it says what happened, as the screen does
    """Events could not be made durable; the queue keeps them.

    Attributes:
        code: "write" (the system refused), "replaced", "gone", "shrunk", "grown" (somebody else
            changed the file), "not-restored" or "closed" (`Writer.restore` comes first).
        errno: The system's number, for "write".
        line: Always None.
        params: `reason`, the system's words, for "write".
    """

    def __init__(self, code: str, error: OSError | None = None) -> None:
        reason = (error.strerror or str(error)) if error else ""
        super().__init__(code, reason)
        self.code = code
        self.errno = error.errno if error else None
        self.line: int | None = None
        self.params: dict[str, object] = {"reason": reason}


class Busy(Exception):  # noqa: N818 - likewise
    """Somebody else is writing to the session.

    Attributes:
        code: "busy", "busy-own", or "busy-unknown" when it could not be learnt who.
        own: It is this very process: the session is open in it already.
        host: The name of their machine.
        pid: The number of their process, 0 when unknown.
        since: Since when, or None.
        line: Always None.
        params: The same, for the sentence.
    """

    def __init__(
        self,
        host: str = "",
        pid: int = 0,
        since: datetime | None = None,
        *,
        own: bool = False,
    ) -> None:
        super().__init__(host, pid, since)
        known = "busy" if host and since else "busy-unknown"
        self.code = "busy-own" if own else known
        self.own = own
        self.host = host
        self.pid = pid
        self.since = since
        self.line: int | None = None
        when = since.astimezone().strftime("%Y-%m-%d %H:%M") if since else ""
        self.params: dict[str, object] = {"host": host, "pid": pid, "since": when}
