"""A revealed question: its picture and bars, what the answers bring, and the talk."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.questions import GridQuestion, QuestionBase
from mops_tui.model.results.grid import summary
from mops_tui.model.results.results import Mark, Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import Page
from mops_tui.model.session.state import Look
from mops_tui.pictures.choose import bars_of, picture_of
from mops_tui.pictures.shapes import BarsPicture, CellsPicture, IdeasPicture, ScalesPicture
from mops_tui.tui.widgets.bodies.base import HIGH, PAGES, Body
from mops_tui.tui.widgets.bodies.brings import brings
from mops_tui.tui.widgets.bodies.vote import ask_text
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words.i18n import _
from mops_tui.words.results import verdicts as words
from mops_tui.words.results.findings import findings
from mops_tui.words.results.labels import participant_label
from mops_tui.words.results.names import has_names, names_by_answer
from mops_tui.words.results.voices import voices_words
from mops_tui.words.safe import cells, safe


class RevealBody(Body):
    """Its pages; on a large screen the first shows the talk as well.

    Attributes:
        pages: The pages there are, at this size.
    """

    pages: tuple[Page, ...] = PAGES[:1]

    def compose(self) -> ComposeResult:
        """All pages; one is state."""
        yield Static(id="ask")
        with Vertical(id="page-votes"):
            with Horizontal(id="pictures"):
                yield PictureView(id="picture")
                yield PictureView(id="bars")
            yield Static(id="verdict")
        yield PictureView(id="page-bars")
        with VerticalScroll(id="page-names", can_focus=False):
            yield Static(id="names")
        with VerticalScroll(id="page-brings", can_focus=False):
            yield Static(id="brings")
        with VerticalScroll(id="page-talk", can_focus=False):
            yield Static(id="talk")
        yield Static(id="pages")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002
        """Fill it."""
        ref = state.view.name
        question = state.question(ref)
        shown = result(state, ref, look.round or None)
        if question is None or shown is None:
            return
        round_ = state.rounds[ref][shown.round - 1]
        self.query_one("#ask", Static).update(ask_text(question, round_))
        before = result(state, ref, shown.round - 1) if shown.round > 1 else None
        column = max(40, self.content_size.width - 2)
        if look.page == "names":
            names = names_by_answer(state, question, round_)
            self.query_one("#names", Static).update(name_lines(names, column))
        named = has_names(state, round_)
        self.pages = pages = self._pictures(state, question, shown, before, named=named)
        page = look.page if look.page in pages else "votes"
        self.query_one("#verdict", Static).update(verdict_lines(state, question, shown))
        self.query_one("#brings", Static).update(brings(question, _credits(state), column))
        large = self.wide and self.app.size.height >= HIGH
        self.set_class(large, "-large")
        for name in PAGES:
            self.query_one(f"#page-{name}").set_class(name == page, "-open")
        beside = large and page == "votes"
        self.query_one("#page-talk").set_class(beside, "-beside")
        voices = "" if beside else voices_words(state, shown)
        talk = talk_lines(state, question, voices, column)
        self.query_one("#talk", Static).update(talk)
        self.query_one("#pages", Static).update(self._tabs(page, state, shown))

    def _pictures(
        self,
        state: VisibleState,
        question: QuestionBase,
        shown: Result,
        before: Result | None,
        *,
        named: bool,
    ) -> tuple[Page, ...]:
        """Draw the picture and the bars, and say which pages there are."""
        labels = mark_labels(state)
        leaning = _leaning(state, question, shown)
        picture = picture_of(question, shown, before, state.workshop, labels, leaning)
        bars = bars_of(question, shown, before, state.workshop)
        alone = isinstance(picture, BarsPicture | ScalesPicture | CellsPicture | IdeasPicture)
        left = self.query_one("#picture", PictureView)
        wide = self.wide
        right = self.query_one("#bars" if wide else "#page-bars", PictureView)
        if left.picture != picture:
            left.show(picture)
        if right.picture != bars:
            right.show(bars)
        self.query_one("#bars").display = wide and not alone
        missing = {"bars"} if wide or alone else set()
        missing |= set() if named else {"names"}
        return tuple(page for page in PAGES if page not in missing)

    def _tabs(self, page: str, state: VisibleState, shown: Result) -> Content:
        names = {
            "votes": _("Votes"),
            "bars": _("Bars"),
            "names": _("Names"),
            "brings": _("What it brings"),
            "talk": _("Talk"),
        }
        parts: list[tuple[str, str]] = []
        for one in self.pages:
            on = one == page
            parts += [
                (f" {names[one]} ", "bold reverse $accent" if on else "$text-muted"), ("  ", ""),
            ]  # fmt: skip
        rounds = len(state.rounds[shown.ref])
        if rounds > 1:
            words = _("round {n} of {m}").format(n=shown.round, m=rounds)
            if self.keys:
                words = _("round {n} of {m}, {key} turns")
                words = words.format(n=shown.round, m=rounds, key=self.key_of("rounds"))
            parts.append((words, "$secondary"))
        return Content.assemble(*parts)


def _leaning(state: VisibleState, question: QuestionBase, shown: Result) -> tuple[Mark, ...]:
    """Where answers lean on the grid of a first round: its marks are seen to come from there."""
    if shown.round > 1 or not isinstance(question, GridQuestion):
        return ()
    of = summary(state, question.grid)
    return of.leaning if of else ()


def _credits(state: VisibleState) -> tuple[str, ...]:
    scenario = state.workshop.scenario(state.view.name.partition("/")[0])
    return scenario.credits if scenario else ()


def mark_labels(state: VisibleState) -> dict[str, str]:
    """What people are called, by participant, for marks; nobody is in an anonymous room."""
    if state.policy.anonymity == "anonymous":
        return {}
    return {person: participant_label(state, person) for person in state.participants}


def verdict_lines(state: VisibleState, question: QuestionBase, shown: Result) -> Content:
    """The findings, who might speak first where it is told, who voted: a line each."""
    found = findings(state, shown)
    lines = [Content.styled(line, "bold") for line in found[:1]]
    lines += [Content(line) for line in found[1:]]
    voices = voices_words(state, shown)
    turnout = words.turnout(shown, question, state.policy)
    lines += [Content.styled(voices, "$accent")] if voices else []
    lines += [Content.styled(turnout, "$text-muted")] if turnout else []
    if shown.ref in state.rounds and state.rounds[shown.ref][shown.round - 1].tally.corrected:
        note = _("The called-out votes were corrected after the reveal.")
        lines.append(Content.styled(note, "$warning"))
    return Content("\n").join(lines)


def talk_lines(state: VisibleState, question: QuestionBase, voices: str, width: int) -> Content:
    """The prompts and the counterpoint; before them what else the room has been told."""
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


def name_lines(names: tuple[tuple[str, str], ...], width: int) -> Content:
    """Who said what: a line each, the first words in a column of their own."""
    column = min(24, max((cells(first) for first, _rest in names), default=0)) + 2
    lines = [
        hanging(pad(first, column), rest, width, mark="bold $primary") for first, rest in names
    ]
    return Content("\n").join(lines)


def pad(text: str, width: int) -> str:
    """A text in so many cells, cut or filled up."""
    shown = safe(text, width - 1)
    return shown + " " * (width - cells(shown))
