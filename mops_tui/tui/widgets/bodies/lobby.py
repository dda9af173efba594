"""The lobby before the first scenario: the agenda, and who is here."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look
from mops_tui.tui.widgets.bodies.base import Body
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import safe


class LobbyBody(Body):
    """The title, the agenda, the people."""

    def compose(self) -> ComposeResult:
        """Two columns."""
        yield Static(id="lobby-title")
        with Horizontal(id="lobby-columns"):
            with VerticalScroll(classes="card", can_focus=False) as left:
                left.border_title = Content(_("The way"))
                yield Static(id="lobby-agenda")
            with VerticalScroll(classes="card", can_focus=False) as right:
                right.border_title = Content(_("The room"))
                yield Static(id="lobby-people")
        go = _("{key} begins.").format(key=self.key_of("next")) if self.keys else ""
        yield Static(Content.styled(go, "bold $accent"), id="lobby-go")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002
        """Fill it."""
        title = Content.styled(safe(state.workshop.title), "bold")
        self.query_one("#lobby-title", Static).update(title)
        self.query_one("#lobby-agenda", Static).update(_agenda(state))
        self.query_one("#lobby-people", Static).update(_people(state))


def _agenda(state: VisibleState) -> Content:
    lines = []
    for number, scenario in enumerate(state.workshop.scenarios, 1):
        lines.append(
            Content.assemble(
                (f"{number:>2}", "$primary"),
                (f"{round(scenario.minutes):>4}", "$text-muted"),
                ("′  ", "$text-muted"),
                (safe(scenario.title, 26), "bold"),
            )
        )
    return Content("\n").join(lines)


def _people(state: VisibleState) -> Content:
    count = ngettext("{n} person present", "{n} people present", state.present)
    lines = [Content.styled(count.format(n=state.present), "bold"), Content("")]
    for person in state.participants.values():
        if person.present:
            role = f"  {safe(person.role)}" if person.role else ""
            lines.append(
                Content.assemble("● ", participant_label(state, person.id), (role, "$text-muted"))
            )
    rule = {
        "named": _("Named: everybody sees who voted what, after the reveal."),
        "pseudonyms": _("Pseudonyms: votes are shown under chosen handles."),
        "anonymous": _("Anonymous: nobody sees who voted what."),
    }[state.policy.anonymity]
    policy = _(
        "Majority from {majority} %, agreement from {agreement} %, quorum {quorum} %."
    ).format(
        majority=round(state.policy.majority * 100),
        agreement=round(state.policy.agreement * 100),
        quorum=round(state.policy.quorum * 100),
    )
    lines += [
        Content(""),
        Content.styled(rule, "$text-muted"),
        Content.styled(judged(policy, state.policy), "$text-muted"),
    ]
    return Content("\n").join(lines)
