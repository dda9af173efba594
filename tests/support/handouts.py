"""Packs to hand something out of, made by hand."""

from __future__ import annotations

from typing import Any

from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.workshop import assemble
from mops_tui.report.handout.input import HandoutInput

HOSTILE = "</style><script>alert(1)</script> **b** [x](http://x.example) | `c` & <b>d</b> {subject}"
ARABIC = "أين يجب أن يكون الفريق؟"


def choice(key: str = "q", **more: Any) -> dict[str, Any]:
    options = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    asked = {"kind": "choice", "id": key, "title": key, "ask": f"Which {key}?"}
    return {**asked, "option": options, **more}


def scenario(key: str, *questions: dict[str, Any], **more: Any) -> Scenario:
    """A scenario with nothing but what it needs, and what is given."""
    texts = {"id": key, "title": f"Title of {key}", "summary": "S", "brief": "B"}
    return Scenario.model_validate({**texts, "question": list(questions or [choice()]), **more})


def invited(*scenarios: Scenario, minutes: float | None = None, **more: Any) -> HandoutInput:
    """A workshop of some scenarios, all of them."""
    by_id = {one.id: one for one in scenarios}
    entries = tuple(AgendaEntry(scenario=one.id) for one in scenarios if not one.closing)
    made = assemble(entries, by_id, id="w", title=more.pop("title", "Workshop"), minutes=minutes)
    return HandoutInput(made, more.pop("summary", "A summary."), **more)
