"""A question while the room votes, and after the vote is closed. No value is shown here."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import zip_longest

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.answers import Item, Option, Pair
from mops_tui.model.packs.questions import (
    QuestionBase,
    RateQuestion,
    TextQuestion,
    items_of,
    options_of,
)
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look, Round
from mops_tui.model.text.same import Same
from mops_tui.pictures.choose import waiting_picture
from mops_tui.pictures.curve import letters
from mops_tui.pictures.shapes import GridPicture
from mops_tui.tui.letters.headline import headline
from mops_tui.tui.widgets.bodies.base import Body
from mops_tui.tui.widgets.lines import hanging, height_of, in_columns, wrapped
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.phases import before_vote_words
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import cells, safe

PICTURE = 12
"""Rows from which an empty picture is worth showing."""
MOST_VOTERS = 4
"""The rows that the names of who has voted may take; who does not fit is counted."""
APART = "   "
"""What stands between two of them."""
CHIPS = 48
"""How many people are named at most, on the largest screen."""


class VoteBody(Body):
    """The question, what can be answered, and who has voted."""

    def compose(self) -> ComposeResult:
        """The question over its answers, the voters below."""
        yield Static(id="ask")
        with VerticalScroll(id="answers", can_focus=False):
            yield Static(id="answers-text")
        yield PictureView(id="answers-picture")
        yield Static(id="voters")

    _laid: tuple[object, ...] = ()

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002 - as of every body
        """Fill it. While people vote, only what is said of them changes."""
        ref = state.view.name
        question, round_ = state.question(ref), state.round(ref)
        if question is None:
            return
        width, height = self.room
        # Between the two events of one command a question stands there without a vote.
        nobody = Content("")
        voters = (
            _voters(state, round_, width, self._closed_words(), self.done) if round_ else nobody
        )
        self.put("#voters", voters)
        height -= height_of(voters, width) + 1
        vote = (round_.number, round_.phase) if round_ else ()
        place = (Same(state.workshop), ref, state.added.get(ref), vote)
        phase = before_vote_words(state, ref)
        laid = (*place, phase, state.timer is None, width, height, self.large, self.app.size)
        if laid == self._laid:
            return
        self._laid = laid
        empty = waiting_picture(question, state.workshop)
        # The grid says it all; the other pictures stand below the answers where there is room.
        alone = isinstance(empty, GridPicture)
        answers = Content("") if alone else _answers(question, width)
        below = self._phase(phase, counted=state.timer is not None)
        rows = height - height_of(below, width) if phase else height
        ask = self._large_ask(question, round_, rows - (height_of(answers, width) or PICTURE))
        if ask is None and not alone:
            narrow = in_columns(answers, width)
            ask = self._large_ask(question, round_, rows - height_of(narrow, width))
            answers = answers if ask is None else narrow
        self.set_class(self.large and ask is None, "-plainly")
        ask = ask or ask_text(question, round_)
        if phase:
            ask = Content("\n").join([ask, below])
        self.put("#ask", ask)
        height -= height_of(ask, width) + 1 + height_of(answers, width)
        view = self.query_one("#answers-picture", PictureView)
        view.display = alone or (empty is not None and self.large and height >= PICTURE)
        self.set_class(view.display and not alone, "-pictured")
        if view.picture != empty:
            view.show(empty)
        self.query_one("#answers").display = not alone
        if not view.display and height >= answers.plain.count("\n"):
            answers = _answers(question, width, apart=True)
        self.put("#answers-text", answers)

    def _large_ask(
        self, question: QuestionBase, round_: Round | None, height: int
    ) -> Content | None:
        """The question in large letters; None where there are not as many rows for it."""
        if not self.large:
            return None
        width = self.room[0]
        small = ask_text(question, round_, small=True)
        rows = height - height_of(small, width) - 1
        for gap in ("\n\n", "\n") if small.plain else ("",):
            fitting = min(self.app.size.height // 2, rows - max(0, len(gap) - 1))
            shown = headline(question.ask, width, fitting)
            if shown is not None:
                return Content.assemble(shown, gap, small)
        return None

    def _phase(self, words: str, *, counted: bool) -> Content:
        """What the room does before it votes, and the key that counts it."""
        told = Content.styled(words, "bold $secondary")
        if not self.keys or not words or counted:
            return told
        hint = _("{key} counts it").format(key=self.key_of("timer"))
        gap = "   " if cells(words) + cells(hint) + 3 <= self.room[0] else "\n"
        return Content.assemble(told, gap, (hint, "$text-muted"))

    def _closed_words(self) -> str:
        """What is said of a vote that is closed and not revealed."""
        if not self.keys:
            return _("The vote is closed.")
        words = _("Closed: {reveal} reveals it, {reopen} reopens it.")
        return words.format(reveal=self.key_of("next"), reopen=self.key_of("revote"))


def ask_text(question: QuestionBase, round_: Round | None, *, small: bool = False) -> Content:
    """The question itself, with the round where it is not the first, and the hint.

    Args:
        question: The question.
        round_: Its round; a hint is for those who have still to answer.
        small: The question stands above already, in large letters.
    """
    parts: list[tuple[str, str]] = []
    if round_ is not None and round_.number > 1:
        parts.append((_("Round {n}").format(n=round_.number), "bold $secondary"))
    if not small:
        parts.append((safe(question.ask), "bold"))
    lines = [Content("  ").join(Content.styled(*part) for part in parts)] if parts else []
    if question.hint and (round_ is None or round_.phase != "revealed"):
        lines.append(Content.styled(safe(question.hint), "$text-muted"))
    return Content("  " if small else "\n").join(lines)


def _answers(question: QuestionBase, width: int, *, apart: bool = False) -> Content:
    """What can be answered; `apart` with an empty line between two answers."""
    options = options_of(question)
    if options:
        lines = [_option(option, width) for option in options]
        return Content("\n\n" if apart else "\n").join(lines)
    items = items_of(question)
    if isinstance(question, TextQuestion):
        words = ngettext("One idea each.", "Up to {n} ideas each.", question.most)
        return Content.styled(words.format(n=question.most), "$text-muted")
    return _pairs(items, width) if isinstance(items[0], Pair) else _items(question, items)


def _option(option: Option, width: int) -> Content:
    line = Content.assemble(("○ ", "$primary"), (safe(option.label), "bold"))
    if not option.text:
        return line
    text = hanging("  ", option.text, width, style="$text-muted")
    return Content.assemble(line, "\n", text)


def _pairs(items: tuple[Item | Pair, ...], width: int) -> Content:
    scale = "  ○─○─○─○─○  "
    side = max(16, (width - len(scale)) // 2)
    lines = []
    for item in items:
        if not isinstance(item, Pair):
            continue
        left, right = wrapped(safe(item.left), side), wrapped(safe(item.right), side)
        for number, (a, b) in enumerate(zip_longest(left, right, fillvalue="")):
            middle = scale if number == 0 else " " * len(scale)
            lines.append(Content.assemble(" " * (side - cells(a)) + a, (middle, "$primary"), b))
    return Content("\n").join(lines)


def _items(question: QuestionBase, items: tuple[Item | Pair, ...]) -> Content:
    lines: list[Content] = []
    if isinstance(question, RateQuestion):
        scale = "  →  ".join(safe(level.label) for level in question.scale)
        lines += [Content.styled(scale, "$secondary"), Content("")]
    names = letters(items) if getattr(question, "kind", "") == "curve" else {}
    group = None
    heads = {g.id: g.label for g in getattr(question, "groups", ())}
    for item in items:
        if isinstance(item, Pair):
            continue
        if item.group and item.group != group:
            group = item.group
            lines.append(Content.styled(safe(heads.get(group, group)), "bold $primary"))
        mark = names.get(item.id, "○")
        text = f"  {safe(item.text)}" if item.text and len(items) < 8 else ""
        lines.append(
            Content.assemble((f"{mark} ", "bold $primary"), safe(item.label), (text, "$text-muted"))
        )
    return Content("\n").join(lines)


def _voters(state: VisibleState, round_: Round, width: int, closed: str, done: int = 0) -> Content:
    people = [p for p in state.participants.values() if p.present or p.id in round_.votes]
    called = round_.tally.size
    counted = ngettext("{n} of {m} has voted", "{n} of {m} have voted", round_.voted).format(
        n=round_.voted, m=state.eligible(round_)
    )
    head = [(counted, "bold $success")]
    if done and round_.phase == "open":
        words = ngettext("{n} is done", "{n} are done", done).format(n=done)
        head.append((f"   {words}", "$success"))
    if called:
        words = ngettext("{n} called out", "{n} called out", called).format(n=called)
        head.append((f"   {words}", "$text-muted"))
    if round_.phase == "closed":
        head.append((f"   {closed}", "bold $accent"))
    first = Content.assemble(*head)
    chips = [_chip(state, person.id, voted=person.id in round_.votes) for person in people[:CHIPS]]

    def rows_with(named: int) -> list[list[Content]]:
        more = [_more(len(people) - named)] if named < len(people) else []
        # The count has a line of its own: whatever stands above must not move while people vote.
        return [[first], *_rows([*chips[:named], *more], width)]

    # More names never take fewer rows, but that all of them need no word for the rest.
    rows = rows_with(len(chips))
    if len(rows) > MOST_VOTERS:
        fitting = bisect_left(
            range(1, len(chips)), MOST_VOTERS + 1, key=lambda named: len(rows_with(named))
        )
        rows = rows_with(fitting)
    return Content("\n").join(Content(APART).join(row) for row in rows)


def _more(count: int) -> Content:
    return Content.styled(_("and {n} more").format(n=count), "$text-muted")


def _rows(chips: list[Content], width: int) -> list[list[Content]]:
    """Chips in rows of at most `width` cells, each chip in one piece."""
    rows: list[list[Content]] = []
    used = width
    for chip in chips:
        used += len(APART) + chip.cell_length
        if rows and used <= width:
            rows[-1].append(chip)
        else:
            rows.append([chip])
            used = chip.cell_length
    return rows


def _chip(state: VisibleState, participant: str, *, voted: bool) -> Content:
    return _name_chip(participant_label(state, participant), voted=voted)


@lru_cache(maxsize=256)
def _name_chip(name: str, *, voted: bool) -> Content:
    """Kept: each vote changes one of them."""
    sign = ("● ", "$success") if voted else ("○ ", "$text-muted")
    return Content.assemble(sign, (name, "" if voted else "$text-muted"))
