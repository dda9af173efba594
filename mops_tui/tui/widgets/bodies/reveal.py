"""A revealed question: its picture and bars, what the answers bring, and the talk."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.audience import Visible
from mops_tui.model.questions import QuestionBase
from mops_tui.model.results import Result
from mops_tui.model.state import WorkshopState
from mops_tui.model.tallies import result
from mops_tui.pictures.choose import bars_of, picture_of
from mops_tui.pictures.shapes import BarsPicture, CellsPicture, IdeasPicture, ScalesPicture
from mops_tui.tui.widgets.bodies.base import HIGH, LEAVES, WIDE, Body, Look
from mops_tui.tui.widgets.bodies.brings import brings
from mops_tui.tui.widgets.bodies.vote import ask_text
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words import results as words
from mops_tui.words.i18n import _
from mops_tui.words.labels import initials
from mops_tui.words.safe import safe


class RevealBody(Body):
    """Its pages; on a large screen the first shows the talk as well.

    Attributes:
        leaves: The pages there are at this size.
    """

    leaves: tuple[str, ...] = ("votes",)

    def compose(self) -> ComposeResult:
        """All pages; one is visible."""
        yield Static(id="ask")
        with Vertical(id="leaf-votes"):
            with Horizontal(id="pictures"):
                yield PictureView(id="picture")
                yield PictureView(id="bars")
            yield Static(id="verdict")
        yield PictureView(id="leaf-bars")
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
        self.leaves = leaves = self._pictures(state, question, shown, before)
        leaf = look.leaf if look.leaf in leaves else "votes"
        self.query_one("#verdict", Static).update(verdict_lines(state, question, shown))
        column = max(40, self.content_size.width - 2)
        self.query_one("#brings", Static).update(brings(question, _credits(state), column))
        large = self.app.size.width >= WIDE and self.app.size.height >= HIGH
        self.set_class(large, "-large")
        for name in LEAVES:
            self.query_one(f"#leaf-{name}").set_class(name == leaf, "-open")
        beside = large and leaf == "votes"
        self.query_one("#leaf-talk").set_class(beside, "-beside")
        talk = talk_lines(state, question, "" if beside else words.voices(shown, state), column)
        self.query_one("#talk", Static).update(talk)
        self.query_one("#leaves", Static).update(_tabs(leaf, leaves, state, shown))

    def _pictures(
        self,
        state: WorkshopState,
        question: QuestionBase,
        shown: Result,
        before: Result | None,
    ) -> tuple[str, ...]:
        """Draw the picture and the bars, and say which pages there are."""
        labels = mark_labels(state)
        picture = picture_of(question, shown, before, state.workshop, labels)
        bars = bars_of(question, shown, before, state.workshop)
        alone = isinstance(picture, BarsPicture | ScalesPicture | CellsPicture | IdeasPicture)
        left = self.query_one("#picture", PictureView)
        wide = self.app.size.width >= WIDE
        right = self.query_one("#bars" if wide else "#leaf-bars", PictureView)
        if left.picture != picture:
            left.show(picture)
        if right.picture != bars:
            right.show(bars)
        self.query_one("#bars").display = wide and not alone
        return LEAVES if not wide and not alone else tuple(n for n in LEAVES if n != "bars")


def _credits(state: WorkshopState) -> tuple[str, ...]:
    scenario = state.workshop.scenario(state.view.name.partition("/")[0])
    return scenario.credits if scenario else ()


def mark_labels(state: WorkshopState) -> dict[str, str]:
    """Initials by participant, for marks; none in an anonymous room."""
    if state.policy.anonymity == "anonymous":
        return {}
    return {who.id: initials(who.name) for who in state.participants.values() if who.name}


def verdict_lines(state: WorkshopState, question: QuestionBase, shown: Result) -> Content:
    """Agreement, split, stability, quorum and who might speak first, a line each."""
    verdict = words.verdict(shown, question, state.policy, state.workshop)
    lines = [Content.styled(verdict, "bold")]
    splits = [line for line in words.splits(shown, question, state.workshop) if line != verdict]
    lines += [Content.styled(line, "$warning") for line in splits[:1]]
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


def talk_lines(state: WorkshopState, question: QuestionBase, voices: str, width: int) -> Content:
    """What to look for, who speaks first, the prompts, and the counterpoint."""
    lines: list[Content] = []
    if question.look_for:
        lines += [
            hanging(_("Look for") + "  ", question.look_for, width, mark="bold $primary"),
            Content(""),
        ]
    if voices:
        lines += [Content.styled(voices, "$accent"), Content("")]
    for prompt in question.prompts:
        on = prompt.id == state.view.prompt
        sign, style = ("▶ ", "bold $accent") if on else ("· ", "")
        lines.append(hanging(sign, prompt.text, width, mark="bold $accent", style=style))
    if question.counterpoint:
        point = question.counterpoint
        lines += [
            Content(""),
            Content.assemble((safe(point.who) + ": ", "bold $warning"), safe(point.text)),
        ]
    return Content("\n").join(lines)


def _tabs(open_leaf: str, leaves: tuple[str, ...], state: WorkshopState, shown: Result) -> Content:
    names = {
        "votes": _("The votes"),
        "bars": _("The bars"),
        "brings": _("What it brings"),
        "talk": _("The talk"),
    }
    parts: list[tuple[str, str]] = []
    for leaf in leaves:
        on = leaf == open_leaf
        parts += [
            (f" {names[leaf]} ", "bold reverse $accent" if on else "$text-muted"), ("  ", ""),
        ]  # fmt: skip
    rounds = len(state.rounds[shown.ref])
    if rounds > 1:
        words = _("round {n} of {m}, y turns").format(n=shown.round, m=rounds)
        parts.append((words, "$secondary"))
    return Content.assemble(*parts)
