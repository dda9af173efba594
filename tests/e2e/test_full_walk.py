"""The acceptance test: the full walk from the setup to its end and home, by keystrokes alone.

Nine people, five of them with a seat of their own, hot seat and call-outs in the same rounds,
two questions split and voted again, a kill -9 in the middle of voting. What the session file
says in the end is compared with the test's own record of what was voted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.packs import own_packs
from support.terminal import Terminal, command_line, needs_tmux
from support.walk import PASS, STEADY, Walk, check_report, without_clocks

PEOPLE = {
    "Mara Diaz": "CMO",
    "Ian Tan": "CIO",
    "Sal Levi": "Head of sales",
    "Ana Novak": "Analyst",
    "Olu Peters": "MOps lead",
}
MARA, IAN, SAL, ANA, OLU = PEOPLE
NIA = "Nia Berg"
DECISION = {
    "what": "MOps moves next to RevOps.",
    "why": "Campaigns keep their pace.",
    "owner": "Olu Peters",
    "agree": "Finance, the CIO",
    "first_step": "Olu drafts the move by Friday.",
    "review": "2027-03-01",
    "confidence": "4",
    "dissent": "Ian: integrations wait.",
}
pytestmark = needs_tmux


@pytest.fixture
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(own_packs(tmp_path / "mops"), *request.param)
    yield made
    made.close()


@pytest.mark.parametrize("terminal", [(80, 24)], ids=["80x24"], indirect=True)
def test_the_full_walk_by_keystrokes(terminal: Terminal) -> None:
    walk = open_the_room(terminal)
    personas(walk)
    waves(walk)
    placement(walk)
    situations(walk)
    readiness(walk)
    end(walk)
    check_the_file(walk, the_file(terminal))


@pytest.mark.parametrize("terminal", [(120, 40)], ids=["120x40"], indirect=True)
def test_the_first_half_of_it_on_a_large_screen_and_then_the_power_fails(
    terminal: Terminal,
) -> None:
    """The small screen is the hard one; on this one more stands side by side."""
    walk = open_the_room(terminal)
    personas(walk)
    waves(walk)
    terminal.kill9()
    report = told(walk, the_file(terminal))
    assert report["session"]["phase"] == "open"
    split_rounds(report)


def the_file(terminal: Terminal) -> Path:
    """The one session that there is."""
    (file,) = (terminal.home / "sessions").glob("*.toml")
    return file


def open_the_room(terminal: Terminal) -> Walk:
    """Through the setup: five names, pasted and typed, and four more people."""
    terminal.start("run", "full-walk")
    terminal.wait_for("Continue: who is in the room?")
    terminal.keys("Enter")
    terminal.wait_for("How many people")
    terminal.keys("Tab")
    terminal.wait_cursor_in(range(2, 5))
    terminal.keys("Tab")
    terminal.wait_cursor_in(range(5, 12))
    lines = [f"{name}, {role}" for name, role in PEOPLE.items()]
    terminal.paste("\n".join(lines[:4]) + "\n")
    terminal.wait_for(lines[3])
    terminal.type(lines[4])
    terminal.wait_for(lines[4])
    terminal.keys("F2")
    terminal.wait_for("5 people in this list.")
    terminal.keys("Enter")
    terminal.wait_for("5 people present")
    terminal.keys("p")
    terminal.wait_for("Who is here")
    for present in range(6, 10):
        terminal.keys("+")
        terminal.wait_for(f"{present} people present")
    terminal.keys("Escape")
    terminal.wait_gone("Who is here")
    terminal.wait_for("9 people present")
    terminal.keys("Space")
    terminal.wait_for("Marketing Operations used to be")
    terminal.wait_gone("Reading ")  # the packs: a busy machine says so, over what is compared
    return Walk(terminal, list(PEOPLE), 9)


def personas(walk: Walk) -> None:
    """Pairs; then the grid, on which the room is split and votes again; then Brinker's."""
    terminal = walk.terminal
    walk.enter_question("mops-personas/pairs")
    walk.sit_down()
    walk.vote(MARA, (5, 4, 4, 5, 5, 4, 5, 5))
    walk.vote(IAN, (1, 1, 2, 1, 1, 2, 1, 2))
    walk.vote(SAL, (4, 5, 5, 4, 3, 5, 4, 4))
    walk.vote(ANA, (2, 1, 3, 1, 2, 2, 1, 3))
    walk.vote(OLU, (2, 3, 4, 2, 3, 3, 4, 2))
    walk.stand_up()
    walk.call(*["3 #1, 1 #5", "2 #2, 2 #4", "4 #3", "1 #1, 3 #2"] * 2)
    # Undo takes the last line of call-outs back; it is keyed in once more.
    terminal.keys("u")
    terminal.wait_for("Taken back")
    del walk.round.called["engine-stage", "-2"]
    del walk.round.called["engine-stage", "-1"]
    walk.voted()
    walk.close_vote()
    walk.reveal()

    walk.enter_question("mops-personas/place-mops")
    walk.sit_down()
    for name, point in zip(
        PEOPLE, [(-80, 40), (-75, -60), (70, 30), (80, -35), (-70, 55)], strict=True
    ):
        walk.vote(name, point)
    walk.stand_up()
    walk.call("2 #2, 2 #3")
    walk.close_vote()
    walk.reveal()
    terminal.wait_match(r"[Ss]plit|apart")
    terminal.keys("t")
    terminal.wait_for("t pauses, + adds")
    walk.again()
    walk.sit_down()
    for name, point in zip(
        PEOPLE, [(-15, 20), (-10, -20), (15, 30), (10, -15), (-35, 25)], strict=True
    ):
        walk.vote(name, point)
    walk.stand_up()
    walk.call("3 #1, 1 #2")
    walk.close_vote()
    walk.reveal()
    terminal.wait_for("round 2 of 2")

    walk.enter_question("mops-personas/place-brinker")
    walk.sit_down()
    for name, point in zip(
        PEOPLE, [(60, -60), (-60, 60), (5, -5), (-100, 100), (35, 45)], strict=True
    ):
        walk.vote(name, point)
    walk.stand_up()
    walk.call("1 #1, 1 #2, 1 #3, 1 #4")
    walk.close_vote()
    walk.reveal()


def waves(walk: Walk) -> None:
    """A wave that the room brings; split on where the waves stand, and voted again."""
    terminal = walk.terminal
    onward(walk, brief="One chasm after another")
    walk.enter_question("adoption-waves/waves")
    walk.note("e", "Voice agents", done="Voice agents", whole=False)
    walk.round.question["items"].append("voice")
    walk.look()
    walk.sit_down()
    walk.vote(MARA, (90, 60, 4, 8))
    walk.vote(IAN, (12, 20, 10, 2))
    walk.vote(SAL, (88, 64, 24, 12))
    walk.vote(ANA, (10, 36, 2, 6))
    walk.vote(OLU, (86, 50, 30, 40))
    walk.stand_up()
    walk.call("2 #1, 2 #6", "4 #4", "4 #1", "3 #1, 1 #2")
    walk.close_vote()
    walk.reveal()
    terminal.wait_match(r"[Ss]plit|apart")
    walk.again()
    walk.sit_down()
    for name, website in zip(PEOPLE, (80, 70, 78, 66, 82), strict=True):
        walk.vote(name, (website, 52, 10, 8))
    walk.stand_up()
    walk.call("4 #5", "4 #4", "4 #1", "3 #1, 1 #2")
    walk.close_vote()
    walk.reveal()

    walk.enter_question("adoption-waves/who-helps")
    walk.sit_down()
    for name, answer in zip(PEOPLE, (1, 2, 2, 4, PASS), strict=True):
        walk.vote(name, answer)
    walk.stand_up()
    walk.call("2 #1, 2 #2")
    walk.close_vote()
    walk.reveal()
    # Looking back changes nothing, and one key returns.
    before = terminal.still(without_clocks, looks=STEADY)
    terminal.keys("PPage")
    terminal.wait_match(r"LOOKING BACK +.*Where each wave stands")
    terminal.keys("PPage")
    terminal.wait_match(r"LOOKING BACK +One chasm after another")
    terminal.keys("Space")
    terminal.wait_match(r"LOOKING BACK +.*Where each wave stands")
    terminal.keys("F5")
    terminal.wait_gone("LOOKING BACK")
    terminal.until(
        lambda: without_clocks(terminal.screen()) == before, about="the screen as it was"
    )


def onward(walk: Walk, *, brief: str) -> None:
    """Past the decision, without one, to the next brief."""
    terminal = walk.terminal
    terminal.keys("Space")
    terminal.wait_for("No decision is written down yet. d writes one down.")
    terminal.keys("Space")
    terminal.wait_for("No decision is written down: d does it. Space again goes on without.")
    terminal.keys("Space")
    terminal.wait_match(rf"(?m)^ +{re.escape(brief)} +\d+:\d+")
    terminal.wait_match(r"\d+ questions? (· )? *\d+ min")


def placement(walk: Walk) -> None:
    """A late arrival; points; a choice in the middle of which the program is killed."""
    terminal = walk.terminal
    onward(walk, brief="The map and the spell")
    terminal.keys("p")
    terminal.wait_for("Who is here")
    walk.note("n", NIA, "Agency", done="10 people present")
    terminal.wait_for(f"{NIA}  Agency")
    terminal.keys("Escape")
    terminal.wait_gone("Who is here")
    walk.names.append(NIA)
    walk.present = 10

    walk.enter_question("org-placement/ten-points")
    walk.sit_down()
    walk.vote(MARA, (7, 1, 1, 1))
    walk.vote(IAN, (0, 8, 0, 2))
    walk.vote(SAL, (0, 0, 6, 4))
    walk.vote(NIA, (3, 3, 2, 2))
    walk.stand_up()
    # No tally serves points: the facilitator keys two ballots that were called out.
    terminal.keys("g")
    terminal.wait_for("Whose vote do you enter?")
    walk.vote(ANA, (2, 2, 2, 4), called=True)
    walk.vote(OLU, (1, 0, 0, 9), called=True)
    terminal.keys("Escape")
    terminal.wait_gone("Whose vote")
    walk.voted()
    walk.close_vote()
    walk.reveal()

    walk.enter_question("org-placement/spell")
    walk.sit_down()
    walk.vote(MARA, 1)
    walk.vote(IAN, 2)
    walk.vote(SAL, 4)
    walk.vote(IAN, 4)  # a vote changed before the round closes
    walk.stand_up()
    walk.call("2 #1, 1 #4")
    before = terminal.still(without_clocks, looks=STEADY)
    walk.sit_down()
    walk.pick(ANA)
    terminal.keys("3")
    terminal.kill9()
    terminal.start()
    terminal.wait_for("resume")
    terminal.keys("Tab")
    terminal.wait_for("unfinished. Enter")
    terminal.keys("Enter")
    walk.voted()
    terminal.until(
        lambda: without_clocks(terminal.screen()) == before,
        about=f"the screen from before the kill:\n{before}\n--- but",
    )
    walk.sit_down()
    walk.vote(ANA, 4)
    walk.vote(OLU, 1)
    walk.vote(NIA, 3)
    # Undo takes the last vote back; she votes again.
    terminal.keys("Escape")
    walk.voted()
    terminal.keys("u")
    terminal.wait_for("Taken back")
    del walk.round.ballots[NIA]
    walk.voted()
    walk.sit_down()
    walk.vote(NIA, 4)
    walk.stand_up()
    walk.close_vote()
    walk.reveal()

    terminal.keys("Space")
    terminal.wait_for("No decision is written down yet. d writes one down.")
    walk.note("d", *DECISION.values(), done="The decision is written down.")
    terminal.wait_for(DECISION["what"])
    walk.note(
        "i", "Draft the funding line", "Finn", "2027-01-15", done="The action is written down."
    )
    walk.note("k", "Who signs for the data project?", done="Parked.")
    terminal.keys("n")
    terminal.wait_for("A note")
    terminal.fill("Finance was not here.")
    terminal.keys("F2")
    terminal.wait_for("Noted.")
    terminal.keys("Space")
    terminal.wait_match(r"(?m)^ +Order from chaos   \d+ questions?")


def situations(walk: Walk) -> None:
    """A situation, and a show of hands."""
    walk.enter_question("order-from-chaos/bad-cop")
    walk.sit_down()
    for name, answer in zip([*PEOPLE, NIA], (2, 3, 4, 2, 2, 1), strict=True):
        walk.vote(name, answer)
    walk.stand_up()
    walk.call("1 #1, 3 #2")
    walk.close_vote()
    walk.reveal()
    walk.enter_question("order-from-chaos/future-cmo")
    walk.sit_down()
    for name, answer in zip([*PEOPLE, NIA], (1, 2, 2, 2, 1, 2), strict=True):
        walk.vote(name, answer)
    walk.stand_up()
    walk.call("1 #1, 3 #2")
    walk.close_vote()
    walk.reveal()


def readiness(walk: Walk) -> None:
    """An early leaver; sixteen items, three of which are called out as well."""
    terminal = walk.terminal
    onward(walk, brief="Ready for the change?")
    terminal.keys("p")
    terminal.wait_for("Who is here")
    terminal.wait_for(SAL)
    terminal.keys("Down", "Down", "Enter")
    terminal.wait_match(rf"○ {SAL}  Head of sales  has left")
    terminal.wait_for("9 people present")
    terminal.keys("Escape")
    terminal.wait_gone("Who is here")
    walk.names.remove(SAL)
    walk.present = 9
    walk.enter_question("change-readiness/checklist")
    walk.sit_down()
    here = [MARA, IAN, ANA, OLU, NIA]
    for number, name in enumerate(here):
        walk.vote(name, tuple(1 + (number + item * item) % 3 for item in range(16)))
    walk.stand_up()
    walk.call("4 #1", "2 #2, 2 #3", "1 #1, 3 #2")
    walk.close_vote()
    walk.reveal()


def end(walk: Walk) -> None:
    """The quadrants, the closing question, the summary; closed, and home again."""
    terminal = walk.terminal
    terminal.keys("Space")
    terminal.wait_for("No decision is written down yet. d writes one down.")
    terminal.keys("Space")
    terminal.wait_for("Space again goes on without.")
    terminal.keys("Space")
    terminal.wait_match(r"The MOPS grid")
    terminal.wait_for("Psychologists")
    terminal.wait_for("technology or arts: ")
    terminal.keys("Space")
    terminal.wait_gone("Psychologists")
    terminal.wait_for("internal or external")
    terminal.keys("Space")
    terminal.wait_for("We read each decision. Its owner says yes.")
    terminal.wait_for("Owner: Olu Peters")
    walk.enter_question("closing/roti")
    walk.sit_down()
    for name, answer in zip([MARA, IAN, ANA, OLU, NIA], (5, 3, 4, 4, 5), strict=True):
        walk.vote(name, (answer,))
    walk.stand_up()
    walk.call("1 #3, 3 #4")
    walk.close_vote()
    walk.reveal()
    terminal.keys("Space")
    screen = terminal.wait_for("What we take away")
    terminal.wait_for(DECISION["what"])
    terminal.keys("Space")
    screen = terminal.wait_for("Space again closes the workshop. Everything is saved.")
    assert "The workshop is closed" not in screen
    terminal.keys("Space")
    terminal.wait_for("Closed and saved:")
    terminal.keys("Escape")
    terminal.wait_for("Your sessions")
    terminal.wait_match(r"● .*The full walk")
    terminal.wait_gone("unfinished")
    terminal.keys("C-q")
    assert terminal.wait_exit() == 0
    terminal.wait_plain()


def told(walk: Walk, file: Path) -> dict[str, Any]:
    """What the file says, through the program's own commands; it is what was voted."""
    home = walk.terminal.home
    checked = command_line(home, "check", str(file))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    answer = command_line(home, "report", str(file), "--format", "json", "--notes")
    assert answer.returncode == 0, answer.stderr
    report: dict[str, Any] = json.loads(answer.stdout)
    name_the_rooms_wave(report, walk)
    check_report(report, walk.rounds)
    assert report["session"]["ignored"] == 0
    return report


def check_the_file(walk: Walk, file: Path) -> None:
    """What was voted and written down is in the file, and how it came about."""
    report = told(walk, file)
    assert report["session"]["phase"] == "closed"
    assert report["not_revealed"] == []
    assert report["people"]["present"] == 9
    names = {who["name"]: who["present"] for who in report["people"]["list"]}
    assert names == {MARA: True, IAN: True, SAL: False, ANA: True, OLU: True, NIA: True}
    (decision,) = report["decisions"]
    assert decision == {
        **DECISION,
        "scenario": "org-placement",
        "confidence": 4,
        "review_day": "2027-03-01",
    }
    (action,) = report["actions"]
    assert (action["what"], action["who"], action["by"]) == (
        "Draft the funding line", "Finn", "2027-01-15",
    )  # fmt: skip
    assert [note["text"] for note in report["parking_lot"]] == ["Who signs for the data project?"]
    assert [note["text"] for note in report["notes"]] == ["Finance was not here."]
    split_rounds(report)
    text = file.read_text("utf-8")
    assert text.count('kind = "session-resumed"') == 1
    assert "after_crash = true" in text
    assert len(re.findall(r"(?m)^undoes = ", text)) == 2
    assert 'kind = "timer-started"' in text
    assert len(re.findall(r"(?m)^back = true", text)) >= 3


def name_the_rooms_wave(report: dict[str, Any], walk: Walk) -> None:
    """The wave that the room brought has an id of its own, which only the report knows."""
    question = report["scenarios"][1]["questions"][0]
    (added,) = question["added"]
    assert added["label"] == "Voice agents"
    for counted in walk.rounds["adoption-waves/waves"]:
        counted.question["items"] = [
            added["id"] if item == "voice" else item for item in counted.question["items"]
        ]
        for item, category in list(counted.called):
            if item == "voice":
                counted.called[added["id"], category] = counted.called.pop((item, category))


def split_rounds(report: dict[str, Any]) -> None:
    """Two questions were split and voted again, one of them a grid; then they were not."""
    questions = {q["ref"]: q for s in report["scenarios"] for q in s["questions"]}
    first, second = questions["mops-personas/place-mops"]["rounds"]
    assert first["verdict"]["code"] == "split"
    assert second["verdict"]["code"] != "split"
    assert {move["name"] for move in second["moved"]} == set(PEOPLE)
    first, second = questions["adoption-waves/waves"]["rounds"]
    assert first["items"][0]["split"] is not None
    assert all(item["split"] is None for item in second["items"])
    assert second["stability"] is not None
