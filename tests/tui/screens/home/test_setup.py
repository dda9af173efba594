"""Setup: Enter, Enter, Enter starts a workshop for eight; everything else is a choice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.pilot import Stage, app_running
from support.results import Room
from support.todo import ASK, HIRE, workshop_file
from textual.widgets import Input, RadioSet, TextArea

from mops_tui.model.people.roster import as_lines
from mops_tui.model.session import events as ev
from mops_tui.sources.continued import people_of
from mops_tui.storage.folders.places import places
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.tui.destinations import SetUpWorkshop
from mops_tui.tui.screens.dialogs.confirm import ConfirmScreen
from mops_tui.tui.screens.dialogs.preview import PreviewScreen
from mops_tui.tui.screens.home.continues import ContinuesScreen
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.home.setup import SetupScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
from mops_tui.tui.widgets.fields import PeopleField
from mops_tui.tui.widgets.ticks import TickList

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("kept_packs")]

WALK = SetUpWorkshop("full-walk")


async def second_page(stage: Stage) -> None:
    await stage.on(SetupScreen)
    await stage.press("enter")
    await stage.until(lambda: stage.screen.query_one("#start").has_focus, "for the second page")


async def test_three_presses_of_enter_start_a_workshop_for_eight() -> None:
    async with app_running() as stage:
        await stage.sees("The full walk")
        await stage.press("enter")
        await stage.on(SetupScreen)
        await second_page(stage)
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.sees("8 people present", "Space begins.")
        assert stage.head.present == 8
        assert not stage.head.participants
        assert stage.head.policy.anonymity == "named"
        assert stage.head.workshop.id == "placement-only"


async def test_names_are_pasted_with_their_roles() -> None:
    async with app_running(start=WALK) as stage:
        await second_page(stage)
        area = stage.screen.query_one("#names", TextArea)
        area.text = "- Mara Diaz, CMO\n2. Ian Tan (CIO)\nIan Tan\tSales\n\nZoë"
        await stage.press("f2")
        await stage.on(PreviewScreen)
        await stage.sees("4 people in this list.", "Ian Tan 2", "Sales")
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.sees("4 people present", "Mara Diaz  CMO", "Ian Tan  CIO", "Ian Tan 2  Sales")
        assert [p.name for p in stage.head.participants.values()][-1] == "Zoë"


@pytest.mark.parametrize(
    ("steps", "anonymity", "promise"),
    [
        (1, "pseudonyms", "Under handles that you choose"),
        (2, "anonymous", "Without names: nobody is shown"),
    ],
)
async def test_anonymity_is_chosen_and_told(steps: int, anonymity: str, promise: str) -> None:
    async with app_running(start=WALK) as stage:
        await second_page(stage)
        await stage.sees("keeps the order in which ballots came")
        radio = stage.screen.query_one("#anonymity", RadioSet)
        radio.focus()
        await stage.press(*["down"] * steps, "space")
        await stage.until(lambda: radio.pressed_index == steps)
        await stage.press("f2")
        await stage.on(WorkshopScreen)
        await stage.sees(promise)
        assert stage.head.policy.anonymity == anonymity


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("heads", "0", "Give a number from 1 to 5000."),
        ("majority", "101", "Give a number from 0 to 100."),
        ("quorum", "", "Give a number from 0 to 100."),
    ],
)
async def test_a_bad_number_gets_one_sentence_and_the_focus(
    field: str, value: str, words: str
) -> None:
    async with app_running(start=WALK) as stage:
        await second_page(stage)
        box = stage.screen.query_one(f"#{field}", Input)
        box.value = value
        await stage.press("f2")
        await stage.sees(words)
        assert box.has_focus
        assert isinstance(stage.screen, SetupScreen)


async def test_thresholds_and_minutes_reach_the_policy() -> None:
    async with app_running(start=WALK) as stage:
        await stage.on(SetupScreen)
        stage.screen.query_one("#minutes", Input).value = "90"
        stage.screen.query_one("#title", Input).value = "Autumn"
        await second_page(stage)
        for field, value in (("majority", "60"), ("agreement", "40"), ("quorum", "50")):
            stage.screen.query_one(f"#{field}", Input).value = value
        await stage.press("f2")
        await stage.on(WorkshopScreen)
        policy = stage.head.policy
        assert (policy.majority, policy.agreement, policy.quorum) == (0.6, 0.4, 0.5)
        assert stage.head.minutes == 90
        assert stage.head.title == "Autumn"


async def test_bad_minutes_on_the_first_page_are_said_where_they_are() -> None:
    async with app_running(start=WALK) as stage:
        await stage.on(SetupScreen)
        stage.screen.query_one("#minutes", Input).value = "0"
        await stage.press("enter")
        await stage.sees("Give a number from 1 to 960.")
        box = stage.screen.query_one("#minutes", Input)
        await stage.until(lambda: box.has_focus and box.region.height > 0, "for the field in sight")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ("430", "Far more than the 78 minutes it all takes."),
        ("20", "Far less than the 78 minutes it all takes."),
        ("90", "5 scenarios: 78 minutes with breaks and end."),
        ("", "5 scenarios: 78 minutes with breaks and end."),
    ],
)
async def test_minutes_far_from_what_the_scenarios_take_get_a_word(
    minutes: str, words: str
) -> None:
    async with app_running(start=WALK) as stage:
        await stage.on(SetupScreen)
        stage.screen.query_one("#minutes", Input).value = minutes
        await stage.sees(words)


async def test_an_agenda_of_ones_own_is_ticked_together() -> None:
    async with app_running() as stage:
        await stage.sees("The full walk")
        await stage.press("a")
        await stage.on(SetupScreen)
        await stage.sees("An agenda of your own")
        stage.screen.query_one("#agenda-list").focus()
        await stage.press("home", "space")
        await stage.sees("0 scenarios")
        await stage.press("enter")
        await stage.sees("Tick at least one scenario.")
        await stage.press("down", "space", "down", "space")
        await stage.sees("2 scenarios: ")
        ticked = stage.screen.query_one("#agenda-list", TickList).ticked
        await second_page(stage)
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        scenarios = stage.head.workshop.scenarios
        assert [s.id for s in scenarios if not s.closing] == ticked


async def test_a_list_of_people_is_not_dropped_without_a_word() -> None:
    async with app_running(start=SetUpWorkshop("placement-only")) as stage:
        await stage.on(SetupScreen)
        stage.screen.query_one(PeopleField).text = "Ana, CMO"
        for key in ("ctrl+q", "escape"):
            await stage.press(key)
            await stage.sees("again", "and drops your list of people.")
            assert isinstance(stage.screen, SetupScreen)
        await stage.press("ctrl+q", "ctrl+q")
        await stage.until(lambda: stage.app._exit, "for the end")


async def test_escape_goes_back_a_page_and_then_home() -> None:
    async with app_running(start=WALK) as stage:
        await second_page(stage)
        await stage.press("escape")
        await stage.sees("Agenda: space ticks and unticks")
        await stage.press("escape")
        await stage.on(HomeScreen)


@pytest.mark.parametrize(("heads", "present"), [("9", 9), ("2", 3), ("8", 3)])
async def test_a_head_count_that_was_typed_stands_beside_the_names(
    heads: str, present: int
) -> None:
    """Eight is what stands there before anybody types; then the list counts."""
    async with app_running(start=WALK) as stage:
        await second_page(stage)
        stage.screen.query_one("#heads", Input).value = heads
        stage.screen.query_one("#names", TextArea).text = "Mara, CMO\nIan, CIO\nAna"
        await stage.pilot.pause()  # the fields have told of their change before a key comes
        await stage.press("f2")
        await stage.on(PreviewScreen)
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.sees(f"{present} people present")
        assert len(stage.head.participants) == 3


async def test_the_longest_day_can_be_read_again() -> None:
    async with app_running(start=SetUpWorkshop("placement-only")) as stage:
        await stage.on(SetupScreen)
        stage.screen.query_one("#minutes", Input).value = "960"
        await second_page(stage)
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.settled()
        assert journal.read(stage.room.session.path).header == stage.room.session.header


async def test_a_workshop_goes_on_from_a_session_that_somebody_names(tmp_path: Path) -> None:
    path = continued(tmp_path)
    async with app_running(start=WALK, here=replace(places(), sessions=path.parent)) as stage:
        await stage.on(SetupScreen)
        await stage.sees("no earlier session. F6 chooses one.")
        await stage.press("f6")
        await stage.on(ContinuesScreen)
        await stage.sees("None: this is the first one", "Our morning", "2 November 2026")
        await stage.sees("One form.")
        await stage.press("down", "enter")
        await stage.on(SetupScreen)
        await stage.sees("Our morning, 2 November 2026")
        await stage.press("enter")
        await stage.on(ConfirmScreen)
        await stage.sees("The same people as last time?", "2 people had a seat last time: ")
        await stage.press("down", "enter")
        await stage.on(SetupScreen)
        assert stage.screen.query_one("#names", PeopleField).text == ""
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.press("space")
        await stage.sees("Last time", "One form.", "Owner: Maya", "Shift+D writes it down.")
        await stage.press("D")
        await stage.sees("What became of it?", "not done", "changed")
        await stage.press("down", "enter")
        await stage.sees("Written down: not done", "✗ One form.", "Shift+D changes it.")
        await stage.press("u")
        await stage.sees("Taken back: what became of “One form.”.")
        assert not any(stage.head.followed_up.values())
        await stage.press("space")
        await stage.until(lambda: stage.head.place.of == "brief", "for the first brief")
        await stage.press("D")
        await stage.sees("That is done on the first page, “Last time”.")


async def test_the_people_of_last_time_are_a_list_from_which_some_are_taken_out(
    tmp_path: Path,
) -> None:
    path = workshop_file(
        tmp_path,
        0,
        ev.ParticipantJoined(participant="p1", name="Priya Raman", role="CMO", seat=1),
        ev.ParticipantJoined(participant="p2", name="Tomas Lind", role="IT", seat=2),
        ev.ParticipantLeft(participant="p2"),
        ASK,
    )
    async with app_running(start=SetUpWorkshop("full-walk", path)) as stage:
        await stage.on(SetupScreen)
        await stage.press("enter")
        await stage.on(ConfirmScreen)
        await stage.press("enter")
        await stage.on(SetupScreen)
        names = stage.screen.query_one("#names", PeopleField)
        first, second = people_of(path)
        assert names.text == as_lines([first, second])
        assert names.has_focus
        await stage.press("escape", "enter")  # asked once: the list is there already
        await stage.on(SetupScreen)
        names.load_text(as_lines([second]))
        await stage.press("f2")
        await stage.on(PreviewScreen)
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.until(lambda: stage.head.participants)
        assert [one.name for one in stage.head.participants.values()] == [second.name]


async def test_what_was_to_be_done_is_asked_about_and_carried_over_once(tmp_path: Path) -> None:
    path = workshop_file(tmp_path, 0, ASK, HIRE)
    start = SetUpWorkshop("placement-only", path)
    async with app_running(start=start, here=replace(places(), sessions=path.parent)) as stage:
        await stage.on(SetupScreen)
        await second_page(stage)
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.press("space")
        await stage.sees("Last time", "Ask Legal · Tom", "Shift+C carries what is open over")
        await stage.press("D")
        await stage.sees("Of which one?", "Find a designer")
        await stage.press("enter")
        await stage.sees("What became of it?", "carried over: it becomes an action")
        await stage.press("enter")
        await stage.sees("Written down: done", "✓ Ask Legal")
        assert stage.head.actions_followed_up == {"a1": "done"}
        await stage.press("C")
        await stage.sees("One action is carried over", "» Find a designer")
        assert [one.what for one in stage.head.actions.values()] == ["Find a designer"]
        await stage.press("C")
        await stage.sees("No action of last time is open")
        assert len(stage.head.actions) == 1
        await stage.press("u")
        await stage.until(lambda: not stage.head.actions, "for the undo")
        assert stage.head.actions_followed_up == {"a1": "done", "a2": ""}


async def test_none_is_what_escape_and_the_first_line_leave(tmp_path: Path) -> None:
    path = continued(tmp_path)
    for keys in (("escape",), ("enter",)):
        async with app_running(start=WALK, here=replace(places(), sessions=path.parent)) as stage:
            await stage.on(SetupScreen)
            await stage.press("f6")
            await stage.on(ContinuesScreen)
            await stage.press(*keys)
            await stage.on(SetupScreen)
            await stage.sees("no earlier session. F6 chooses one.")


@pytest.mark.parametrize(
    ("found", "put", "words"),
    [
        (b"format = 1", b"format = 9", "its format is 9, and this mops_tui knows 1"),
        (b'what = "One form."', b"what = 3", "the session is damaged here"),
        (b"decision-recorded", b"decision-recorted", "is damaged here"),
        (b'session = "live"', b'session = "rehearsal"', "this is a rehearsal"),
    ],
)
async def test_what_cannot_be_gone_on_from_is_said_and_nothing_opens(
    tmp_path: Path, found: bytes, put: bytes, words: str
) -> None:
    path = continued(tmp_path)
    path.write_bytes(path.read_bytes().replace(found, put))
    async with app_running(start=SetUpWorkshop("full-walk", path)) as stage:
        await stage.until(lambda: stage.app.return_code == 1)
        assert words in stage.app._refusal


async def test_a_session_in_which_nothing_was_decided_opens_nothing(tmp_path: Path) -> None:
    path = continued(tmp_path, decided=False)
    async with app_running(start=SetUpWorkshop("full-walk", path)) as stage:
        await stage.on(SetupScreen)
        await stage.sees("That session has no decision and no action")


def continued(folder: Path, *, decided: bool = True) -> Path:
    """A session in a user's folder, with a decision."""
    room = Room(2)
    if decided:
        room.add(ev.DecisionRecorded(decision="d", scenario="demo", what="One form.", owner="Maya"))
    path = folder / "sessions" / "s-1.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(header_bytes(room.header) + b"".join(map(encode, room.events)))
    return path
