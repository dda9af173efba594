"""The lobby before the first scenario: what the room will do, who is here, how it votes."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look, Participant
from mops_tui.tui.letters.headline import headline
from mops_tui.tui.widgets.bodies.base import HIGH, Body
from mops_tui.tui.widgets.lines import hanging, height_of, in_columns
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.lobby import asked, day_words, keeping_words, scenario_minutes, voting_words
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import safe

CARD = 6
"""Columns of a card's frame, and of the space beside it."""
TITLE_ROWS = 9
"""Two lines of block letters."""


class LobbyBody(Body):
    """The title over two cards: the day and how it votes, the people and what is kept."""

    def compose(self) -> ComposeResult:
        """Two columns."""
        yield Static(id="lobby-title")
        with Horizontal(id="lobby-columns"):
            with VerticalScroll(classes="card", can_focus=False) as left:
                left.border_title = Content(_("What we shall do"))
                yield Static(id="lobby-agenda")
                yield Static(id="lobby-votes")
            with VerticalScroll(classes="card", can_focus=False) as right:
                right.border_title = Content(_("In the room"))
                yield Static(id="lobby-people")
                yield Static(id="lobby-kept")
        go = _("{key} begins.").format(key=self.key_of("next")) if self.keys else ""
        yield Static(Content.styled(go, "bold $accent"), id="lobby-go")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002 - as of every body
        """Fill it."""
        width, height = self.room
        shown = headline(state.workshop.title, width, TITLE_ROWS) if self.large else None
        title = shown or Content.styled(safe(state.workshop.title), "bold")
        self.query_one("#lobby-title", Static).update(title)
        column = width // 2 - CARD
        rows = height - height_of(title, width) - (5 if self.app.size.height >= HIGH else 4)
        votes = _told(_("How we vote"), voting_words(state), column)
        kept = _told(_("What is kept, and who sees it"), keeping_words(state), column)
        agenda = _agenda(state, column, asked_too=True)
        if height_of(agenda, column) + 1 + height_of(votes, column) > rows:
            agenda = _agenda(state, column, asked_too=False)
        people = _people(state, column, rows - height_of(kept, column) - 1)
        for name, text in (
            ("agenda", agenda),
            ("votes", votes),
            ("people", people),
            ("kept", kept),
        ):
            self.query_one(f"#lobby-{name}", Static).update(text)


def _told(title: str, sentences: tuple[str, ...], width: int) -> Content:
    lines = [Content.styled(title, "bold $primary")]
    lines += [hanging("", sentence, width) for sentence in sentences]
    return Content("\n").join(lines)


def _agenda(state: VisibleState, width: int, *, asked_too: bool) -> Content:
    """The scenarios with their minutes; `asked_too` with the titles of their questions."""
    lines = [Content.styled(day_words(state), "bold")]
    for scenario in state.workshop.scenarios:
        questions = [q for q in map(state.workshop.question, asked(state, scenario)) if q]
        if not questions:
            continue
        sign = _("{n:>3} min  ").format(n=round(scenario_minutes(state, scenario)))
        lines.append(hanging(sign, scenario.title, width, mark="$primary", style="bold"))
        if asked_too:
            titles = " · ".join(question.title for question in questions)
            lines.append(hanging(" " * len(sign), titles, width, style="$text-muted"))
    return Content("\n").join(lines)


def _people(state: VisibleState, width: int, rows: int) -> Content:
    """Who is here, in as many rows as there are; who does not fit is counted."""
    count = ngettext("{n} person present", "{n} people present", state.present)
    head = Content.styled(count.format(n=state.present), "bold")
    if state.policy.anonymity == "anonymous":
        return head
    here = [person for person in state.participants.values() if person.present]
    lines = [_person(state, person) for person in here]
    room = max(1, rows - 1)
    if len(lines) <= room:
        return Content("\n").join([head, *lines])
    # In two columns there is room for names only.
    fitting = 2 * room if len(here) <= 2 * room else 2 * room - 1
    lines = [
        Content(participant_label(state, person.id)).truncate(width // 2 - 2, ellipsis=True)
        for person in here[:fitting]
    ]
    if len(here) > fitting:
        more = _("and {n} more").format(n=len(here) - fitting)
        lines.append(Content.styled(more, "$text-muted"))
    return Content.assemble(head, "\n", in_columns(Content("\n").join(lines), width))


def _person(state: VisibleState, person: Participant) -> Content:
    role = f"  {safe(person.role)}" if person.role else ""
    label = participant_label(state, person.id)
    return Content.assemble(("● ", "$success"), label, (role, "$text-muted"))
