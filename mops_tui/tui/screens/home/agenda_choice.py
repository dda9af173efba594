"""What can be put on the agenda of a workshop that is being set up, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.packs.adapting.chosen import chosen_of
from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.workshop import Workshop, agenda_minutes, assemble, scaled
from mops_tui.storage.packs.packs import Library
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


class AgendaChoice:
    """The scenarios at hand, with those of a workshop, or of an agenda of one's own, first."""

    def __init__(self, library: Library, workshop: str) -> None:
        """Take the packs at hand and what was picked.

        Args:
            library: The packs at hand.
            workshop: The id of a workshop, or of a scenario that stands alone; "" for an agenda
                of one's own.
        """
        self._library = library
        self._pack = library.workshops.get(workshop)
        self._single = workshop if self._pack is None else ""
        self._picked = {entry.scenario: entry for entry in self._pack.agenda} if self._pack else {}

    @property
    def heading(self) -> str:
        """What is set up."""
        return _("An agenda of your own") if self._pack is None else safe(self._pack.title)

    @property
    def default_title(self) -> str:
        """What the session is called unless somebody names it."""
        one = self._library.scenarios.get(self._single)
        return safe(self._pack.title if self._pack else one.title if one else _("Our workshop"), 80)

    @property
    def default_minutes(self) -> int:
        """How long the day is unless somebody says otherwise."""
        if self._pack and self._pack.minutes:
            return int(self._pack.minutes)
        return max(1, round(self.whole([s.id for s in self.ticked_at_first()])))

    def offered(self) -> list[Scenario]:
        """All that can be ticked: the workshop's own scenarios in their order, then the others."""
        scenarios = self._library.scenarios
        own = [scenarios[key] for key in self._picked if key in scenarios]
        rest = [s for key, s in scenarios.items() if key not in self._picked and not s.closing]
        return own + rest

    def ticked_at_first(self) -> list[Scenario]:
        """Those that are ticked before anybody has changed anything."""
        offered = self.offered()
        if self._pack:
            return [s for s in offered if s.id in self._picked]
        return [s for s in offered if s.id == self._single] or offered[:1]

    def minutes(self, scenario_id: str) -> float:
        """The budget of what the workshop takes of a scenario."""
        scenario = self._library.scenarios[scenario_id]
        entry = self._picked.get(scenario_id)
        return (chosen_of(scenario, entry) if entry else scenario).minutes

    def whole(self, ticked: Sequence[str]) -> float:
        """What all of it takes: the scenarios with their breaks, the reading back, the end."""
        return agenda_minutes(self._assembled(ticked, None).scenarios)

    def workshop(self, ticked: Sequence[str], minutes: int) -> Workshop:
        """The workshop that is run.

        Args:
            ticked: The ids of the scenarios, in their order.
            minutes: How long the day is.
        """
        workshop = self._assembled(ticked, float(minutes))
        budgets = sum(scenario.minutes for scenario in workshop.scenarios)
        # A day that is set on purpose stretches the budgets; the pack's own day does not. Breaks
        # and the reading back stay as they are.
        on_purpose = minutes != self.default_minutes
        left = minutes - (agenda_minutes(workshop.scenarios) - budgets)
        return scaled(workshop, max(0.0, left) / budgets) if on_purpose and budgets else workshop

    def _assembled(self, ticked: Sequence[str], minutes: float | None) -> Workshop:
        entries = tuple(self._picked.get(key) or AgendaEntry(scenario=key) for key in ticked)
        pack = self._pack
        return assemble(
            entries,
            self._library.scenarios,
            id=pack.id if pack else "own-agenda",
            title=pack.title if pack else _("An agenda of our own"),
            minutes=minutes,
        )
