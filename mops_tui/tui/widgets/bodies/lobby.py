"""The lobby before the first scenario: what the room will do, who is here, how it votes."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look, Participant
from mops_tui.sources.phones.invitation import Invitation
from mops_tui.tui.letters.headline import headline
from mops_tui.tui.widgets.bodies.base import HIGH, Body
from mops_tui.tui.widgets.joining.names import joined_in
from mops_tui.tui.widgets.joining.qr_code import QrCode, cells_of
from mops_tui.tui.widgets.lines import hanging, height_of, in_columns
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.lobby import (
    asked,
    company_words,
    day_words,
    keeping_words,
    scenario_minutes,
    voting_words,
    whole_minutes,
)
from mops_tui.words.phones.joining import (
    by_phone_mark,
    here_by_phone,
    joined_names,
    joined_words,
    joining_words,
    mobile_words,
)
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import safe

CARD = 6
"""Columns of a card's frame, and of the space beside it."""
TITLE_ROWS = 9
"""Two lines of block letters."""
BESIDE = 104
"""Columns from which the code stands beside both cards."""
LEAST_CARD = 34
"""Columns of text that a card beside the code needs."""
LEAST_PEOPLE = 5
"""Rows that the people keep where it is told of what company they are."""
LONGEST_NAME = 24
"""Cells of a name where many stand in a line."""


class LobbyBody(Body):
    """The title over two cards: the day and how it votes, the people and what is kept."""

    def compose(self) -> ComposeResult:
        """Two columns."""
        yield Static(id="lobby-title")
        with Horizontal(id="lobby-columns"):
            with VerticalScroll(classes="card", can_focus=False, id="lobby-left"):
                yield Static(id="lobby-agenda")
                yield Static(id="lobby-votes")
            with VerticalScroll(classes="card second", can_focus=False) as right:
                right.border_title = Content(_("In the room"))
                yield Static(id="lobby-people")
                yield Static(id="lobby-kept")
            with Vertical(id="lobby-join"):
                yield QrCode(id="lobby-code")
                yield Static(id="lobby-how")
        yield Static(id="lobby-go")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002 - as of every body
        """Fill it."""
        width, height = self.room
        inviting = self.inviting
        beside = inviting is not None and width >= BESIDE
        crowded = inviting is not None and not beside
        self.set_class(crowded, "-crowded")
        heading = safe(state.workshop.title) if crowded else _("What we will do")
        self.query_one("#lobby-left").border_title = Content(heading)
        shown = headline(state.workshop.title, width, TITLE_ROWS) if self.large else None
        title = shown or Content.styled(safe(state.workshop.title), "bold")
        rows = height - height_of(title, width) - (5 if self.app.size.height >= HIGH else 4)
        self.put("#lobby-title", title)
        self.put("#lobby-go", self._go(inviting))
        if crowded and inviting is not None:
            self._crowd(state, inviting, width, height - 1)
            return
        columns = self._join(state, inviting, rows + 2) if inviting is not None else 0
        self.query_one("#lobby-join").display = columns > 0
        column = (width - columns) // 2 - CARD
        votes = _told(_("How we vote"), voting_words(state, phones=beside), column)
        keeping = keeping_words(state, phones=beside)
        kept = _told(_("What is kept, and who sees it"), keeping, column)
        company = company_words(state)
        if company:
            about = Content.assemble(_told(_("The company"), (company,), column), "\n\n", kept)
            if rows - height_of(about, column) - 1 >= LEAST_PEOPLE:
                kept = about
            else:  # simulated people know how to vote: here that makes room
                votes = _told(_("The company"), (company,), column)
        agenda = _agenda(state, column, asked_too=True)
        if height_of(agenda, column) + 1 + height_of(votes, column) > rows:
            agenda = _agenda(state, column, asked_too=False)
        if company and height_of(agenda, column) + height_of(votes, column) > rows:
            agenda = Content.styled(day_words(state), "bold")  # whole, the company counts more
        by_phone = inviting.by_phone if inviting is not None else frozenset[str]()
        people = _people(state, column, rows - height_of(kept, column) - 1, by_phone)
        for name, text in (
            ("agenda", agenda),
            ("votes", votes),
            ("people", people),
            ("kept", kept),
        ):
            self.query_one(f"#lobby-{name}", Static).update(text)

    def _go(self, inviting: Invitation | None) -> Content:
        """What the facilitator can do from here."""
        if not self.keys:
            return Content("")
        words = _("{key} begins. {join} opens the room to phones.")
        if inviting is not None:
            words = _("{key} begins. {join} shows how to join, large.")
        words = words.format(key=self.key_of("next"), join=self.key_of("join"))
        return Content.styled(words, "bold $accent")

    def _join(self, state: VisibleState, inviting: Invitation, rows: int) -> int:
        """Fill the column of the code; the columns that it takes."""
        code = self.query_one("#lobby-code", QrCode)
        columns = cells_of(inviting.scanned)[0]
        code.show(inviting.scanned, columns, rows)
        self.put("#lobby-how", _how(state, inviting))
        self.query_one("#lobby-how").styles.width = columns
        return columns + 1

    def _crowd(self, state: VisibleState, inviting: Invitation, width: int, height: int) -> None:
        """All in one card beside the code, where there is no room for two: the way in first."""
        code = self.query_one("#lobby-code", QrCode)
        columns = cells_of(inviting.scanned)[0]
        fits = width - columns - CARD >= LEAST_CARD
        drawn = code.show(inviting.scanned, columns, height) and fits
        self.query_one("#lobby-join").display = drawn
        self.query_one("#lobby-how").styles.width = columns
        self.put("#lobby-how", Content(""))
        column = width - (columns + 1 if drawn else 0) - CARD
        parts = [_how(state, inviting)]
        if state.policy.anonymity != "anonymous":
            names, total = joined_names(state, inviting.by_phone, LONGEST_NAME)
            parts.append(joined_in(names, total, column, 2))
        parts += [
            _told(_("What is kept, and who sees it"), keeping_words(state, phones=True), column),
            _told(_("How we vote"), voting_words(state, phones=True), column),
            _told(_("What we will do"), (), column),
            _agenda(state, column, asked_too=False),
        ]
        self.put("#lobby-agenda", Content("\n").join(part for part in parts if part.plain))
        for name in ("votes", "people", "kept"):
            self.put(f"#lobby-{name}", Content(""))


def _how(state: VisibleState, inviting: Invitation) -> Content:
    """How to join, in a few lines."""
    closed = joining_words(joining=inviting.joining)
    lines = [
        Content.styled(inviting.address, "bold $accent"),
        Content.assemble(_("Code "), (inviting.shown_code, "bold $accent")),
        *([Content.styled(closed, "bold $warning")] if closed else []),
        Content.styled(joined_words(state, inviting.by_phone), "$success"),
    ]
    if not closed and len(here_by_phone(state, inviting.by_phone)) < state.present:
        lines.append(Content.styled(mobile_words(), "$text-muted"))
    return Content("\n").join(lines)


def _told(title: str, sentences: tuple[str, ...], width: int) -> Content:
    lines = [Content.styled(title, "bold $primary")]
    lines += [hanging("", sentence, width) for sentence in sentences]
    return Content("\n").join(lines)


def _agenda(state: VisibleState, width: int, *, asked_too: bool) -> Content:
    """The scenarios with their minutes; `asked_too` with the titles of their questions."""
    lines = [Content.styled(day_words(state), "bold")]
    rest = round(state.minutes)
    for scenario in state.workshop.scenarios:
        questions = [q for q in map(state.workshop.question, asked(state, scenario)) if q]
        if not questions:
            continue
        minutes = whole_minutes(scenario_minutes(state, scenario))
        rest -= minutes
        sign = _("{n:>3} min  ").format(n=minutes)
        lines.append(hanging(sign, scenario.title, width, mark="$primary", style="bold"))
        if asked_too:
            titles = " · ".join(question.title for question in questions)
            lines.append(hanging(" " * len(sign), titles, width, style="$text-muted"))
    if rest > 0 and len(lines) > 1:  # so that the list adds up to the minutes above it
        sign = _("{n:>3} min  ").format(n=rest)
        lines.append(hanging(sign, _("Closing, time to spare"), width,
                             mark="$primary"))  # fmt: skip
    return Content("\n").join(lines)


def _people(state: VisibleState, width: int, rows: int, by_phone: frozenset[str]) -> Content:
    """Who is here, in as many rows as there are; who does not fit is counted."""
    count = ngettext("{n} person present", "{n} people present", state.present)
    head = Content.styled(count.format(n=state.present), "bold")
    if state.policy.anonymity == "anonymous":
        return head
    here = [person for person in state.participants.values() if person.present]
    room = max(1, rows - 1)
    if len(here) <= room:
        lines = [_person(state, person, width, phone=person.id in by_phone) for person in here]
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


def _person(state: VisibleState, person: Participant, width: int, *, phone: bool) -> Content:
    role = f"  {safe(person.role)}" if person.role else ""
    label = participant_label(state, person.id)
    sign = Content.styled("  " + by_phone_mark(), "$secondary") if phone else Content("")
    line = Content.assemble(("● ", "$success"), label, (role, "$text-muted"))
    if phone:
        line = line.truncate(max(8, width - sign.cell_length), ellipsis=True)
    return Content.assemble(line, sign)
