"""Session files in, a comparison or a trend out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from mops_tui.model.comparison.comparison import Comparison, Session, compare
from mops_tui.model.comparison.measures import Measure, TrendSession, measures, trend_session
from mops_tui.model.comparison.trend import Trend, trend
from mops_tui.model.comparison.wording import Consent
from mops_tui.report import comparison as compare_report
from mops_tui.report import comparison_data
from mops_tui.report import trend as trend_report
from mops_tui.sources.many import SessionFile, read_many, read_one
from mops_tui.storage.files.checksums import sealed, sealed_json
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions.copies import fold_copies
from mops_tui.storage.sessions.summaries import Copy, SessionSummary, summary_of
from mops_tui.words.files.condition import sentences
from mops_tui.words.files.copies import counted_once
from mops_tui.words.files.sessions import sentence
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


class Unreadable(Exception):  # noqa: N818 - it says what happened
    """One of some sessions cannot be compared.

    Attributes:
        path: Its file.
        error: What is wrong with it.
    """

    def __init__(self, path: Path, error: SessionError) -> None:
        super().__init__(path, error)
        self.path = path
        self.error = error


class SameSession(Exception):  # noqa: N818 - likewise
    """Two of some files are copies of one session.

    Attributes:
        session: That session.
    """

    def __init__(self, session: SessionSummary) -> None:
        super().__init__(session)
        self.session = session


class UnknownQuestion(Exception):  # noqa: N818 - likewise
    """Something is to be compared that no session asks.

    Attributes:
        ref: What was named.
        known: The questions that are worded otherwise, and could have been meant.
    """

    def __init__(self, ref: str, known: Sequence[str]) -> None:
        super().__init__(ref, known)
        self.ref = ref
        self.known = tuple(known)


def comparison_of(paths: Iterable[Path], same: Sequence[Consent] = ()) -> Comparison:
    """Read sessions and lay them side by side, in their order. Nothing is written.

    Args:
        paths: Their files.
        same: Questions that are to be compared although they are worded otherwise.

    Raises:
        Unreadable: One of them cannot be read, or is practice.
        SameSession: Two of the files are copies of one session.
        UnknownQuestion: One of the questions is in none of the sessions.
    """
    paths = tuple(paths)
    sessions: list[Session] = []
    for path in paths:
        try:
            sessions.append(read_one(path))
        except SessionError as error:
            raise Unreadable(path, error) from error
    for _copy, session in copies_among(paths):
        raise SameSession(session)
    for one in same:
        for ref in filter(None, (one.ref, one.also)):
            if not any(each.state.workshop.question(ref) for each in sessions):
                found = compare(*sessions).gaps
                raise UnknownQuestion(ref, [str(gap.consent) for gap in found if gap.consent])
    return compare(*sessions, same=same)


def comparison_text(comparison: Comparison, shape: str) -> str:
    """A comparison as Markdown ("md") or JSON ("json")."""
    if shape == "json":
        return sealed_json(comparison_data.data(comparison))
    return sealed(compare_report.markdown(comparison), "md")


def trend_of(paths: Iterable[Path], same: Collection[str] = ()) -> tuple[Trend, list[str]]:
    """The trend of some sessions, and what is said about those left out.

    Args:
        paths: Their files.
        same: Questions that make one line although they are worded otherwise.
    """
    each: dict[Path, tuple[TrendSession, tuple[Measure, ...]]] = {}
    unread: list[str] = []
    by_id: dict[tuple[str, datetime], list[Path]] = {}
    for file in read_many(paths):
        sentence = _left_out(file)
        unread += [sentence] if sentence else []
        if file.session is not None and file.session.state.session != "practice":
            each[file.path] = trend_session(file.session), measures(file.session)
            by_id.setdefault((file.session.id, file.session.opened), []).append(file.path)
    for twins in by_id.values():
        for copy, main in copies_among(twins) if len(twins) > 1 else ():
            each.pop(copy.path, None)
            unread.append(counted_once(copy, main))
    return trend(list(each.values()), same), unread


def trend_text(joined: Trend, unread: Sequence[str], shape: str) -> str:
    """A trend as Markdown ("md") or JSON ("json"), with what is said about those left out."""
    if shape == "json":
        return sealed_json(trend_report.data(joined, unread))
    return sealed(trend_report.markdown(joined, unread), "md")


def copies_among(paths: Iterable[Path]) -> list[tuple[Copy, SessionSummary]]:
    """Which of some files are copies, and of which session among them."""
    summaries = (one for path in paths if (one := summary_of(path)) is not None)
    return [(copy, main) for main in fold_copies(summaries) for copy in main.copies]


def _left_out(file: SessionFile) -> str:
    name = safe(file.path.name)
    if file.error is not None:
        return sentence(file.error, file.path)
    if file.session is not None and file.session.state.session == "practice":
        return _("{file} is practice by one person, and left out.").format(file=name)
    return " ".join(sentences(file.condition, name))
