"""A workshop run by keystrokes, beside a record of its own of everything that was voted.

The record knows the files of the packs and nothing of the program: what it expects of a report is
counted here a second time, from the definitions in docs/results.md.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from support.packs import KEPT
from support.terminal import Terminal

STAGES = (
    (14, "innovators"), (34, "early-adopters"), (42, "chasm"), (62, "early-majority"),
    (84, "late-majority"), (101, "laggards"),
)  # fmt: skip
PASS = "pass"
STEADY = 10
"""Looks that agree, a third of a second of them, where a screen is kept for comparison."""
Answer = Any
"""A choice's number, digits for rows, points, a point (x, y), places on the curve, or PASS."""


def packs() -> dict[str, dict[str, Any]]:
    """Every kept pack, by id, as its file says it."""
    by_id = {}
    for path in sorted(KEPT.glob("*.toml")):
        pack = tomllib.loads(path.read_text("utf-8"))
        by_id[pack["id"]] = pack
    return by_id


def question_of(ref: str) -> dict[str, Any]:
    """A question as its pack's file says it, with its kind and the ids of its answers."""
    scenario, _, name = ref.partition("/")
    pack = packs()[scenario]
    question = next(q for q in pack["question"] if q["id"] == name)
    fields = {"kind": question["kind"], "title": question["title"], "ref": ref}
    fields["options"] = [o["id"] for o in question.get("option", ())]
    if question["kind"] == "hands":
        fields["options"] = ["yes", "no"]
    fields["items"] = [i["id"] for i in question.get("item", question.get("pair", ()))]
    fields["levels"] = [level["id"] for level in question.get("scale", ())]
    if question["kind"] == "pairs":
        fields["levels"] = ["-2", "-1", "0", "1", "2"]
    if question["kind"] == "curve":
        fields["levels"] = [name for _end, name in STAGES]
    if question["kind"] == "grid":
        grids = {g["id"]: g for p in packs().values() for g in p.get("grid", ())}
        grid = grids[question["grid"]]
        corners = ("top_left", "top_right", "bottom_left", "bottom_right")
        fields["corners"] = {corner: grid[corner]["id"] for corner in corners}
        # The order in which call-outs number them: by rows from the top.
        fields["levels"] = [grid[corner]["id"] for corner in corners]
    return fields


@dataclass
class Counted:
    """One round as the test cast it.

    Attributes:
        question: What `question_of` says.
        ballots: Answers by name.
        called: Counts by (item, category).
        present: How many people were there when it was closed.
    """

    question: dict[str, Any]
    ballots: dict[str, Answer] = field(default_factory=dict)
    called: Counter[tuple[str, str]] = field(default_factory=Counter)
    present: int = 0

    @property
    def called_people(self) -> int:
        """How many people the call-outs stand for."""
        sums: Counter[str] = Counter()
        for (item, _category), count in self.called.items():
            sums[item] += count
        return max(sums.values(), default=0)

    @property
    def voted(self) -> int:
        """Ballots and called votes."""
        return len(self.ballots) + self.called_people

    @property
    def answers(self) -> list[Answer]:
        """The ballots that are no passes."""
        return [answer for answer in self.ballots.values() if answer != PASS]

    def counts(self, item: str = "") -> dict[str, int]:
        """Counts by category, of one item where the question has several."""
        question, counter = self.question, Counter[str]()
        for answer in self.answers:
            if question["kind"] in ("choice", "hands"):
                counter[question["options"][answer - 1]] += 1
            elif question["kind"] == "allocate":
                for option, points in zip(question["options"], answer, strict=True):
                    counter[option] += points
            elif question["kind"] == "grid":
                counter[self._corner(answer)] += 1
            else:
                value = answer[question["items"].index(item)]
                if question["kind"] == "curve":
                    counter[next(name for end, name in STAGES if value < end)] += 1
                else:
                    counter[question["levels"][value - 1]] += 1
        for (of, category), count in self.called.items():
            if of == item:
                counter[category] += count
        return {key: count for key, count in counter.items() if count}

    def _corner(self, point: tuple[int, int]) -> str:
        x, y = point
        assert x, "a mark on the line belongs to no corner: the test chooses others"
        assert y, "a mark on the line belongs to no corner: the test chooses others"
        row, column = ("top" if y > 0 else "bottom"), ("left" if x < 0 else "right")
        return str(self.question["corners"][f"{row}_{column}"])

    def median_step(self, item: str) -> str:
        """The first step at which the running count reaches half (type 1)."""
        counts = self.counts(item)
        total, running = sum(counts.values()), 0
        for level in self.question["levels"]:
            running += counts.get(level, 0)
            if running * 2 >= total:
                return str(level)
        raise AssertionError("nobody answered")

    def axis_median(self, axis: int) -> float:
        """The median of the marks on one axis (type 7)."""
        return float(median(answer[axis] for answer in self.answers))


def check_round(reported: dict[str, Any], counted: Counted) -> None:
    """Compare a round of a report with what was cast."""
    question = counted.question
    about = f"{question['ref']}, round {reported['round']}"
    assert reported["ballots"] == len(counted.ballots), about
    assert reported["passes"] == list(counted.ballots.values()).count(PASS), about
    assert reported["called"] == counted.called_people, about
    assert reported["present"] == counted.present, about
    kind = question["kind"]
    if kind in ("choice", "hands", "allocate"):
        rows = {row["category"]: row["count"] for row in reported["distribution"] if row["count"]}
        assert rows == counted.counts(), about
    elif kind == "grid":
        rows = {row["quadrant"]: row["count"] for row in reported["quadrants"] if row["count"]}
        assert rows == counted.counts(), about
        for number, axis in enumerate(reported["axes"]):
            assert axis["median"] == counted.axis_median(number), about
        marks = {mark["name"]: (mark["x"], mark["y"]) for mark in reported["marks"]}
        assert marks == {n: a for n, a in counted.ballots.items() if a != PASS}, about
    else:
        assert [item["item"] for item in reported["items"]] == question["items"], about
        for item in reported["items"]:
            rows = {r["category"]: r["count"] for r in item["distribution"] if r["count"]}
            assert rows == counted.counts(item["item"]), (about, item["label"])
            assert item["median"]["category"] == counted.median_step(item["item"]), about


def check_report(report: dict[str, Any], rounds: dict[str, list[Counted]]) -> None:
    """Compare every question of a report with what was cast; nothing more, nothing less."""
    refs = set()
    for scenario in report["scenarios"]:
        for question in scenario["questions"]:
            cast = rounds.get(question["ref"], [])
            assert len(question["rounds"]) == len(cast), question["ref"]
            for reported, counted in zip(question["rounds"], cast, strict=True):
                check_round(reported, counted)
            refs.add(question["ref"])
    assert set(rounds) <= refs


def pad_keys(question: dict[str, Any], answer: Answer) -> list[str]:
    """The keys that fill an empty ballot in, by tmux's names, the handing in included."""
    if answer == PASS:
        return ["p"]
    kind = question["kind"]
    if kind in ("choice", "hands"):
        return [str(answer), "Enter"]
    if kind == "rate" and all(level.isdigit() for level in question["levels"]):
        return [*(question["levels"][step - 1] for step in answer), "Enter"]
    if kind in ("pairs", "rate"):
        return [*map(str, answer), "Enter"]
    if kind == "allocate":
        keys: list[str] = []
        for points in answer:
            keys += [str(points), "Down"]
        return [*keys, "Enter"]
    if kind == "grid":
        x, y = answer
        return [*_steps(x, "Left", "Right"), *_steps(y, "Down", "Up"), "Enter"]
    keys = []
    for number, place in enumerate(answer):
        assert place % 2 == 0, "waves slide by two"
        slide = (place - 24) // 2
        leaps, steps = divmod(abs(slide), 5)
        key = "Right" if slide > 0 else "Left"
        keys += (["Down"] if number else []) + ["Right"]
        keys += [f"S-{key}"] * leaps + [key] * steps
    return [*keys, "Enter"]


def _steps(value: int, low: str, high: str) -> list[str]:
    assert value % 5 == 0, "a point moves by five"
    key = high if value > 0 else low
    leaps, rest = divmod(abs(value), 20)
    return [f"S-{key}"] * leaps + [key] * (rest // 5)


_CLOCKS = re.compile(r"\d+:\d\d/\d+:\d\d|\d+/\d+ min|\d+:\d\d")
_VOTED = re.compile(r"(\d+) of (\d+) (?:has voted|have voted|voted)")


def without_clocks(screen: str) -> str:
    """A screen without what the time alone changes."""
    return "\n".join(_CLOCKS.sub("*", line).rstrip() for line in screen.rstrip().splitlines())


def above_the_voters(screen: str) -> str:
    """What stands between the top bar and the line over who has voted, without a scroll bar.

    The bar comes one layout after its text: a busy machine may show a screen without it for long.
    """
    lines = screen.splitlines()
    rules = [n for n, line in enumerate(lines) if re.fullmatch(r"\s*─{40,}\s*", line)]
    assert rules, f"no vote is on the screen:\n{screen}"
    shown = (re.sub(r"\s{2,}[▁-█]\s*$", "", line).rstrip() for line in lines[2 : rules[0]])
    return "\n".join(shown).rstrip()


def voters(screen: str) -> list[str]:
    """The lines about who has voted, without the names; and no other."""
    lines = screen.replace("\xa0", " ").splitlines()
    rules = [n for n, line in enumerate(lines) if re.fullmatch(r"\s*─{40,}\s*", line)]
    if not rules:
        return []
    return [line.strip() for line in lines[rules[0] + 1 : -2] if line.strip()]


def open_the_hot_seat(terminal: Terminal) -> None:
    """Press h; at the first time, say that the room does not see this screen."""
    terminal.keys("h")
    screen = terminal.wait_match(r"Does the room see this screen\?|Who are you\?")
    if "Does the room see" in screen:
        terminal.wait_for("Not yet")
        terminal.keys("Down", "Enter")
        terminal.wait_gone("Does the room see")


class Walk:
    """The facilitator and the room at one keyboard.

    Attributes:
        rounds: What was cast, by question.
        present: How many people are in the room.
    """

    def __init__(self, terminal: Terminal, names: Sequence[str], present: int) -> None:
        self.terminal = terminal
        self.names = list(names)
        self.present = present
        self.rounds: dict[str, list[Counted]] = {}
        self._blank = ""

    @property
    def round(self) -> Counted:
        """The round that is open."""
        return list(self.rounds.values())[-1][-1]

    def enter_question(self, ref: str) -> None:
        """Space, and the next question stands there with an open round."""
        question = question_of(ref)
        self.rounds[ref] = [Counted(question)]
        self.terminal.keys("Space")
        self._open(question["title"])

    def again(self) -> None:
        """Another round on the question."""
        rounds = list(self.rounds.values())[-1]
        rounds.append(Counted(rounds[0].question))
        self.terminal.keys("v")
        self.terminal.wait_for(f"Round {len(rounds)}")
        self._open(rounds[0].question["title"])

    def _open(self, title: str) -> None:
        self.terminal.wait_for(title)
        self.terminal.wait_match(rf"0 of {self.present} have voted")
        self.look()

    def look(self) -> None:
        """Remember the screen on which nobody has voted."""
        self.terminal.wait_match(r"─{40,}")
        self._blank = self.terminal.still(above_the_voters, looks=STEADY)

    def sit_down(self) -> None:
        """Open the hot seat, in which people vote one after another at this keyboard."""
        open_the_hot_seat(self.terminal)
        self.terminal.wait_for("The keyboard is yours. Who are you?")

    def stand_up(self) -> str:
        """Leave the hot seat; the room's view shows how many have voted."""
        self.terminal.keys("Escape")
        return self.voted()

    def voted(self) -> str:
        """Wait until the room shows as many votes as were cast, and nothing of them."""
        self.terminal.wait_gone("Who are you?")
        count = self.round.voted
        self.terminal.wait_match(rf"(?m)^\s+{count} of {self.present} ha(s|ve) voted")
        chips = [f" {name}" for name in self.names]
        self.terminal.until(
            lambda: all(chip in "\n".join(voters(self.terminal.screen())) for chip in chips),
            about="everybody below the question",
        )
        return self.seen(self.keeps_secret)

    def vote(self, name: str, answer: Answer, *, called: bool = False) -> None:
        """One person votes in the hot seat: picks their name, answers, and leaves it covered."""
        self.pick(name, called=called)
        self.terminal.keys(*pad_keys(self.round.question, answer))
        self.terminal.wait_for(f"{name}: your vote is in and saved.")
        self.round.ballots[name] = answer
        self.seen(self.cover_is_blank)

    def pick(self, name: str, *, called: bool = False) -> None:
        """Pick a name in the hot seat; an empty ballot opens."""
        self.terminal.wait_match(rf"[○●] {name}")
        screen = self.terminal.screen()
        rows = re.findall(r"(?m)^ +(?:[○●] (.+?)(?:  .*)?|Take the next.*|Somebody who.*)$", screen)
        self.terminal.keys(*["Down"] * rows.index(name), "Enter")
        if name in self.round.ballots:
            self.terminal.wait_for(f"{name} has voted. Enter again to vote again.")
            self.terminal.keys("Enter")
        self.terminal.wait_gone("Whose vote" if called else "Who are you?")
        self.terminal.wait_for("Hand in")
        self.terminal.wait_match(rf"(?m)^ *{name}  ")

    def cover_is_blank(self, screen: str) -> None:
        """Assert that between two people the screen shows names and a count, and nothing else."""
        allowed = [
            r"(Hot seat|Called out)   .+   \d+ of \d+ ha(s|ve) voted",
            r".+: your vote is in and saved\.",
            r"The keyboard is yours\. Who are you\?|Whose vote do you enter\?",
            r"[○●] [^●·]+?(   voted; choose to vote again)?",
            r"Take the next free seat|Somebody who has just arrived",
            r"(⏎ Hand in p Pass )?esc Back.*",
        ]
        for line in filter(None, map(str.strip, screen.splitlines())):
            assert any(re.fullmatch(one, line) for one in allowed), f"{line!r} in:\n{screen}"
        title = self.round.question["title"]
        count = _VOTED.search(screen)
        assert count, screen
        assert int(count[1]) == self.round.voted, (title, screen)

    def call(self, *lines: str) -> None:
        """Key in what the room calls: a line an item, `4 #1, 2 #3` by the places in the list."""
        question, counted = self.round.question, self.round
        self.terminal.keys("g")
        self.terminal.wait_for("What the room calls out")
        items = question["items"] or [""]
        for number, line in enumerate(lines):
            if len(items) > 1:
                self.terminal.wait_for(f"{number + 1} of {len(items)}")
            names = question["options"] if question["kind"] == "choice" else question["levels"]
            names = question["options"] if question["kind"] == "hands" else names
            for count, place in re.findall(r"(\d+) #(\d+)", line):
                counted.called[items[number], names[int(place) - 1]] = int(count)
            self.terminal.fill(line)
            self.terminal.keys("Enter")
            self.terminal.wait_gone(line)
            self.terminal.wait_for(f"{counted.called_people} called-out votes are counted.")
        self.terminal.keys("Escape")
        self.terminal.wait_gone("What the room calls out")
        self.voted()

    def seen(self, holds: Callable[[str], None]) -> str:
        """Check the screen as it stands, and return it.

        A terminal is read in the middle of a frame now and then, and a busy machine takes its
        time over one: what fails is looked at once more, when nothing has moved for a while.
        """
        screen = self.terminal.still(without_clocks)
        try:
            holds(screen)
        except AssertionError:
            screen = self.terminal.still(without_clocks, looks=STEADY)
            holds(screen)
        return screen

    def keeps_secret(self, screen: str) -> None:
        """Assert that the screen differs from one without votes only by who and how many voted."""
        assert above_the_voters(screen) == self._blank, f"{self._blank}\n--- became ---\n{screen}"
        first, *rest = voters(screen)
        allowed = (
            rf"{self.round.voted} of {self.present} ha(s|ve) voted"
            rf"(   {self.round.called_people} called out)?"
            r"(   Closed: Space reveals it, v reopens it\.)?"
        )
        assert re.fullmatch(allowed, first), (allowed, screen)
        chips = [chip for line in rest for chip in re.split(r" {2,}", line)]
        assert {chip[2:] for chip in chips} == set(self.names), screen
        marked = {chip[2:] for chip in chips if chip.startswith("● ")}
        assert marked == set(self.round.ballots), screen
        message = r"(\d+ votes? (is|are) missing\. .*|Taken back: [\w ,.'-]+)?"
        assert re.fullmatch(message, screen.splitlines()[-2].strip()), screen

    def close_vote(self) -> None:
        """Space closes; with votes missing it asks once more."""
        missing = self.present - self.round.voted
        self.terminal.keys("Space")
        if missing:
            self.terminal.wait_match(rf"{missing} votes? (is|are) missing\. Space again")
            self.seen(self.keeps_secret)
            self.terminal.keys("Space")
        self.terminal.wait_for("Closed: Space reveals it, v reopens it.")
        self.round.present = self.present
        self.seen(self.keeps_secret)

    def reveal(self) -> str:
        """Space shows the room what it voted."""
        self.terminal.keys("Space")
        return self.terminal.wait_match(r"Votes .*Talk .*Statistics")

    def note(self, key: str, *lines: str, done: str, whole: bool = True) -> None:
        """Fill a form in, line by line; one that is not filled in whole is saved by F2."""
        self.terminal.keys(key)
        self.terminal.wait_for("Esc: cancel")
        for number, line in enumerate(lines, 1):
            self.terminal.fill(line)
            row = self.terminal.cursor()[1]
            self.terminal.keys("Enter")
            if number < len(lines) or not whole:
                self.terminal.wait_cursor_in(range(row + 1, row + 6))
        if not whole:
            self.terminal.keys("F2")
        self.terminal.wait_gone("Esc: cancel")
        self.terminal.wait_for(done)
