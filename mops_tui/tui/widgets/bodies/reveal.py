"""A revealed question: its picture and bars, what the answers bring, and the talk."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.audience import Visible
from mops_tui.model.pack import QuestionBase
from mops_tui.model.results import Result
from mops_tui.model.state import WorkshopState
from mops_tui.model.tallies import result
from mops_tui.pictures.choose import bars_of, picture_of
from mops_tui.pictures.shapes import BarsPicture, CellsPicture, IdeasPicture, ScalesPicture
from mops_tui.tui.widgets.bodies.base import LEAVES, Body, Look
from mops_tui.tui.widgets.bodies.brings import brings
from mops_tui.tui.widgets.bodies.vote import ask_text
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words import results as words
from mops_tui.words.i18n import _
from mops_tui.words.labels import initials
from mops_tui.words.safe import safe


class RevealBody(Body):
    """Three pages; on a large screen the first shows the talk as well."""

    def compose(self) -> ComposeResult:
        """All pages; one is visible."""
        yield Static(id="ask")
        with Vertical(id="leaf-votes"):
            with Horizontal(id="pictures"):
                yield PictureView(id="picture")
                yield PictureView(id="bars")
            yield Static(id="verdict")
        with VerticalScroll(id="leaf-brings", can_focus=False):
            yield Static(id="brings")
        with VerticalScroll(id="leaf-talk", can_focus=False):
            yield Static(id="talk")
        yield Static(id="leaves")

    def show(self, visible: Visible, look: Look, t: float) -> None:  # noqa: ARG002
        """Fill it."""
        state = visible.state
        ref = state.view.name
        question = state.question(ref)
        shown = result(state, ref, look.round or None)
        if question is None or shown is None:
            return
        round_ = state.rounds[ref][shown.round - 1]
        self.query_one("#ask", Static).update(ask_text(question, round_))
        before = result(state, ref, shown.round - 1) if shown.round > 1 else None
        self._pictures(state, question, shown, before)
        self.query_one("#verdict", Static).update(verdict_lines(state, question, shown))
        self.query_one("#brings", Static).update(brings(question, state))
        self.query_one("#talk", Static).update(talk_lines(state, question, shown))
        large = self.app.size.width >= 110 and self.app.size.height >= 34
        self.set_class(large, "-large")
        for leaf in LEAVES:
            self.query_one(f"#leaf-{leaf}").set_class(leaf == look.leaf, "-open")
        beside = large and look.leaf == "votes"
        self.query_one("#leaf-talk").set_class(beside, "-beside")
        self.query_one("#leaves", Static).update(_tabs(look, state, shown))

    def _pictures(
        self,
        state: WorkshopState,
        question: QuestionBase,
        shown: Result,
        before: Result | None,
    ) -> None:
        labels = mark_labels(state)
        picture = picture_of(question, shown, before, state.workshop, labels)
        bars = bars_of(question, shown, before, state.workshop)
        alone = isinstance(picture, BarsPicture | ScalesPicture | CellsPicture | IdeasPicture)
        left = self.query_one("#picture", PictureView)
        right = self.query_one("#bars", PictureView)
        if left.picture != picture:
            left.show(picture)
        if right.picture != bars:
            right.show(bars)
        right.display = not alone


def mark_labels(state: WorkshopState) -> dict[str, str]:
    """Initials by participant, for marks; none in an anonymous room."""
    if state.policy.anonymity == "anonymous":
        return {}
    return {who.id: initials(who.name) for who in state.participants.values() if who.name}


def verdict_lines(state: WorkshopState, question: QuestionBase, shown: Result) -> Content:
    """Agreement, split, stability, quorum and who might speak first, a line each."""
    lines = [Content.styled(words.verdict(shown, question, state.policy, state.workshop), "bold")]
    lines += [
        Content.styled(line, "$warning")
        for line in words.splits(shown, question, state.workshop)[:2]
    ]
    stable = words.stability(shown)
    voices = words.voices(shown, state)
    quorum = words.quorum(shown, state.policy)
    lines += [Content(line) for line in (stable,) if line]
    lines += [Content.styled(voices, "$accent")] if voices else []
    lines.append(Content.styled(quorum, "$text-muted"))
    if shown.ref in state.rounds and state.rounds[shown.ref][shown.round - 1].tally.corrected:
        note = _("The called-out votes were corrected after the reveal.")
        lines.append(Content.styled(note, "$warning"))
    return Content("\n").join(lines)


def talk_lines(state: WorkshopState, question: QuestionBase, shown: Result) -> Content:
    """What to look for, who speaks first, and the prompts."""
    lines: list[Content] = []
    if question.look_for:
        lines += [
            Content.assemble((_("Look for") + "  ", "bold $primary"), safe(question.look_for)),
            Content(""),
        ]
    voices = words.voices(shown, state)
    if voices:
        lines += [Content.styled(voices, "$accent"), Content("")]
    for prompt in question.prompts:
        on = prompt.id == state.view.prompt
        sign, style = ("▶ ", "bold $accent") if on else ("· ", "")
        lines.append(Content.assemble((sign, "bold $accent"), (safe(prompt.text), style)))
    if question.counterpoint:
        point = question.counterpoint
        lines += [
            Content(""),
            Content.assemble((safe(point.who) + ": ", "bold $warning"), safe(point.text)),
        ]
    return Content("\n").join(lines)


def _tabs(look: Look, state: WorkshopState, shown: Result) -> Content:
    names = {"votes": _("The votes"), "brings": _("What it brings"), "talk": _("The talk")}
    parts: list[tuple[str, str]] = []
    for leaf in LEAVES:
        on = leaf == look.leaf
        parts += [
            (f" {names[leaf]} ", "bold reverse $accent" if on else "$text-muted"), ("  ", ""),
        ]  # fmt: skip
    rounds = len(state.rounds[shown.ref])
    if rounds > 1:
        words = _("round {n} of {m}, y turns").format(n=shown.round, m=rounds)
        parts.append((words, "$secondary"))
    return Content.assemble(*parts)
