"""A question while the room votes, and after the vote is closed. No value is shown here."""

from __future__ import annotations

from itertools import zip_longest

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.answers import Item, Pair
from mops_tui.model.packs.questions import (
    QuestionBase,
    RateQuestion,
    TextQuestion,
    items_of,
    options_of,
)
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look, Round
from mops_tui.pictures.choose import waiting_picture
from mops_tui.pictures.curve import letters
from mops_tui.pictures.shapes import GridPicture
from mops_tui.tui.widgets.bodies.base import HIGH, Body
from mops_tui.tui.widgets.lines import wrapped
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import cells, safe

CHIPS = 24
"""How many people are named below a question; more are counted."""


class VoteBody(Body):
    """The question, what can be answered, and who has voted."""

    def compose(self) -> ComposeResult:
        """The question over its answers, the voters below."""
        yield Static(id="ask")
        with VerticalScroll(id="answers", can_focus=False):
            yield Static(id="answers-text")
        yield PictureView(id="answers-picture")
        yield Static(id="voters")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002
        """Fill it."""
        ref = state.view.name
        question, round_ = state.question(ref), state.round(ref)
        if question is None or round_ is None:
            return
        self.query_one("#ask", Static).update(ask_text(question, round_))
        empty = waiting_picture(question, state.workshop)
        # The grid says it all; the other pictures stand below the answers where there is room.
        alone = isinstance(empty, GridPicture)
        self.query_one("#answers").display = not alone
        view = self.query_one("#answers-picture", PictureView)
        view.display = alone or (empty is not None and self.app.size.height >= HIGH)
        if view.picture != empty:
            view.show(empty)
        if not alone:
            width = self.query_one("#answers-text").content_size.width
            self.query_one("#answers-text", Static).update(_answers(question, width))
        voters = self.query_one("#voters", Static)
        # Before it is laid out there is no width yet; the terminal's is a good guess.
        width = voters.content_size.width or self.app.size.width - 4
        voters.update(_voters(state, round_, width, self._closed_words()))

    def _closed_words(self) -> str:
        """What is said of a vote that is closed and not revealed."""
        if not self.keys:
            return _("The vote is closed.")
        words = _("Closed: {reveal} reveals it, {reopen} reopens it.")
        return words.format(reveal=self.key_of("next"), reopen=self.key_of("revote"))


def ask_text(question: QuestionBase, round_: Round | None) -> Content:
    """The question itself, with the round where it is not the first, and the hint."""
    parts: list[tuple[str, str]] = []
    if round_ is not None and round_.number > 1:
        parts.append((_("Round {n}").format(n=round_.number) + "  ", "bold $secondary"))
    parts.append((safe(question.ask), "bold"))
    if question.hint and (round_ is None or round_.phase != "revealed"):
        parts.append(("\n" + safe(question.hint), "$text-muted"))
    return Content.assemble(*parts)


def _answers(question: QuestionBase, width: int) -> Content:
    options = options_of(question)
    if options:
        lines = []
        for option in options:
            lines.append(Content.assemble(("○ ", "$primary"), (safe(option.label), "bold")))
            if option.text:
                lines.append(Content.styled(f"  {safe(option.text)}", "$text-muted"))
        return Content("\n").join(lines)
    items = items_of(question)
    if isinstance(question, TextQuestion):
        words = ngettext("One idea each.", "Up to {n} ideas each.", question.most)
        return Content.styled(words.format(n=question.most), "$text-muted")
    return _pairs(items, width) if isinstance(items[0], Pair) else _items(question, items)


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


def _voters(state: VisibleState, round_: Round, width: int, closed: str) -> Content:
    people = [p for p in state.participants.values() if p.present or p.id in round_.votes]
    chips = [_chip(state, person.id, voted=person.id in round_.votes) for person in people[:CHIPS]]
    if len(people) > CHIPS:
        chips.append(Content.styled(_("and {n} more").format(n=len(people) - CHIPS), "$text-muted"))
    called = round_.tally.size
    counted = ngettext("{n} of {m} has voted", "{n} of {m} have voted", round_.voted).format(
        n=round_.voted, m=state.eligible(round_)
    )
    head = [(counted, "bold $success")]
    if called:
        words = ngettext("{n} called out", "{n} called out", called).format(n=called)
        head.append((f"   {words}", "$text-muted"))
    if round_.phase == "closed":
        head.append((f"   {closed}", "bold $accent"))
    first = Content.assemble(*head)
    return Content("\n").join([first, *_rows(chips, width)])


def _rows(chips: list[Content], width: int) -> list[Content]:
    """Chips in rows of at most `width` cells, each chip in one piece."""
    rows: list[list[Content]] = []
    for chip in chips:
        fits = rows and Content("   ").join([*rows[-1], chip]).cell_length <= width
        if fits:
            rows[-1].append(chip)
        else:
            rows.append([chip])
    return [Content("   ").join(row) for row in rows]


def _chip(state: VisibleState, participant: str, *, voted: bool) -> Content:
    name = participant_label(state, participant)
    sign = ("● ", "$success") if voted else ("○ ", "$text-muted")
    return Content.assemble(sign, (name, "" if voted else "$text-muted"))
