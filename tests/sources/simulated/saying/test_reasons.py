"""Why people of a rehearsal answer so: from their own side, about their own answer, each anew."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from support.asked import Heard, everybody_asked
from support.rehearsed import library, ours

from mops_tui.model.packs.arguments import Argument
from mops_tui.model.packs.characters import Cast, Character, Disturbance
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, kind_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.ballots import Ballot, Choice, Pass, Positions, Ratings
from mops_tui.sources.simulated.characters import HeardAnswers, SimulatedPerson, people
from mops_tui.sources.simulated.saying.asking import ask
from mops_tui.sources.simulated.saying.matter import Line, Matter, Reason, Spoken
from mops_tui.sources.simulated.saying.reasons import reason
from mops_tui.sources.simulated.saying.stands import BY_ITEM, Stand, scale_of
from mops_tui.storage.packs.packs import Library
from mops_tui.words.rehearsals.reasons import speech

EVERY = [
    f"{scenario.id}/{question.id}"
    for scenario in ours().scenarios.values()
    for question in scenario.questions
]
SEEDS, APART = 20, 5
"""Of so many seeds each question has every fifth, its neighbour the next ones: four rooms each."""


# Every question that comes along, all nine, two rounds


@pytest.mark.parametrize(("number", "ref"), list(enumerate(EVERY)))
def test_nobody_says_what_a_handbook_says_and_everybody_speaks_for_their_own_answer(
    number: int, ref: str
) -> None:
    for seed in range(number % APART, SEEDS, APART):
        all_speak_for_themselves(ref, seed, ours())


def test_so_it_is_in_packs_that_nobody_has_written_arguments_for() -> None:
    assert not library().arguments
    seed = itertools.count()
    for scenario in library().scenarios.values():
        for each in scenario.questions:
            all_speak_for_themselves(f"{scenario.id}/{each.id}", next(seed), library())


def all_speak_for_themselves(ref: str, seed: int, packs: Library) -> None:
    instructions: list[str] = []
    for heard in everybody_asked(ref, seed, library=packs):
        instructions = instructions or handbook(heard.matter)
        assert not [text for text in instructions if text in text_of(heard)]
        own_side(heard)
        only_marked(heard)
        true_of_the_ballots(heard)


def text_of(heard: Heard) -> str:
    return heard.asked.command.text


def handbook(matter: Matter) -> list[str]:
    """What is said to those who vote, or to the facilitator: never a reason of anybody."""
    question = matter.question
    lines = (*question.facts, *question.prompts, *question.cues)
    texts = [question.ask, question.hint, question.look_for, *(line.text for line in lines)]
    texts += [lean.why for item in getattr(question, "items", ()) for lean in item.leans]
    texts += [lean.why for item in getattr(question, "options", ()) for lean in item.leans]
    if kind_of(question) == "text":  # an idea may be what a pack says, and is one's own answer
        return [question.ask]
    return [text for text in texts if text]


def own_side(heard: Heard) -> None:
    """What is cited speaks of an answer that was given, from the side on which it was given."""
    line, ballot, question = heard.asked.reason.line, heard.ballot, heard.matter.question
    if line is None:
        assert isinstance(ballot, Pass)
        return
    own, besides = heard.matter.stands(ballot)
    if line.stand in heard.matter.moved(heard.person.id) and line.stand not in own:
        put = heard.matter.at(ballot, line.stand.of)
        middle = scale_of(question)[0]
        assert put is not None
        assert put[0] == middle or put[1] == line.stand
        true_argument(heard, line)  # whoever has moved speaks of that, on the side where it stands
        return
    assert line.stand in (*own, *besides) or not own
    if isinstance(ballot, Ratings) and isinstance(question, RateQuestion) and not own:
        between = question.scale[len(question.scale) // 2].id
        assert (set(ballot.levels), line.stand.side) == ({between}, "low")
    elif not own:
        assert line.kind == "plain"
    if isinstance(ballot, Choice):
        assert (line.stand.of == ballot.option) == (line.stand.side == "for")
    if isinstance(ballot, Ratings) and isinstance(question, RateQuestion) and own:
        order = [level.id for level in question.scale]
        middle = (len(order) - 1) / 2
        levels = {
            item: order.index(level)
            for item, level in zip(ballot.items, ballot.levels, strict=True)
        }
        out = {item: abs(level - middle) for item, level in levels.items()}
        assert out[line.stand.of] == max(out.values())
        assert (line.stand.side == "high") == (levels[line.stand.of] > middle)
    if isinstance(ballot, Positions) and kind_of(question) == "pairs" and own:
        spots = dict(zip(ballot.items, ballot.positions, strict=True))
        assert abs(spots[line.stand.of]) == max(map(abs, spots.values()))
        assert (line.stand.side == "right") == (spots[line.stand.of] > 0)
    true_argument(heard, line)


def true_argument(heard: Heard, line: Line) -> None:
    """An argument is one for that answer, in this company."""
    if line.kind == "argument":
        argued = [one for one in heard.matter.arguments if one.text == line.text]
        sides = {(line.stand.of, line.stand.side)}
        if kind_of(heard.matter.question) == "hands":
            sides.add(("yes" if line.stand.of == "no" else "no", "against"))
        assert {(one.of, one.side) for one in argued} <= sides
        assert all(not one.when or heard.person.argues(one) > 0 for one in argued)


def only_marked(heard: Heard) -> None:
    """Whoever says what was said before says whose words they are."""
    why, said = heard.asked.reason, heard.matter.said
    if why.line is None:
        return
    same = heard.matter.said_before(why.line)
    assert bool(same) == (why.as_said_by is not None or why.again)
    if why.as_said_by is not None:
        assert why.as_said_by in {one.name for one in same}
        assert f"As {why.as_said_by} says: " in text_of(heard)
    if why.again:
        assert heard.person.id in {one.participant for one in same}
    unmarked = [one.text for one in said if one.text == text_of(heard)]
    assert not unmarked or "As " in text_of(heard)


def true_of_the_ballots(heard: Heard) -> None:
    """Whoever says that they moved or stayed has done so, and heard whom they name."""
    why, before = heard.asked.reason, heard.matter.before.get(heard.person.id)
    if before is None:
        assert not why.moved
        assert not why.stayed
        return
    if isinstance(before, Choice) and isinstance(heard.ballot, Choice):
        assert why.moved == (before.option != heard.ballot.option)
        assert why.stayed == (before.option == heard.ballot.option)
    if kind_of(heard.matter.question) in BY_ITEM and why.before is not None:
        was, now = (heard.matter.at(one, why.own.of) for one in (before, heard.ballot))
        assert was is not None
        assert now is not None
        if why.moved:
            further = was[0] < now[0]
            assert further == (why.own.side in ("high", "right", "far"))
        else:
            assert was[1].value == now[1].value
    if why.heard:
        spoke = {one.name for one in heard.matter.said if one.round < heard.matter.number}
        assert why.heard in spoke - {heard.person.name}
        argued = [one.argued for one in heard.matter.said if one.name == why.heard]
        if kind_of(heard.matter.question) in BY_ITEM:
            assert why.own.of in {one.of for one in argued if one is not None}
    changed = not isinstance(before, Pass) and before != heard.ballot
    assert why.changed == changed
    if changed and why.line is not None:
        assert "moved" in text_of(heard)


@pytest.mark.parametrize("happening", ours().casts["the-room"].disturbances, ids=lambda one: one.id)
def test_what_has_happened_is_named_as_a_cause_by_those_who_had_answered_otherwise_without_it(
    happening: Disturbance,
) -> None:
    refs = ("org-placement/spell", "org-placement/needs", "mops-personas/pairs")
    mentioned, unmoved = 0, Counter[tuple[str, int]]()
    for ref, seed in itertools.product(refs, (3, 7, 11)):
        calm = answers(ref, seed)
        for heard in everybody_asked(ref, seed, happening=happening):
            after, text = heard.matter.number == 2, text_of(heard)
            told = [words for words in happening.mentions if words in text]
            stays = UNMOVED in text
            true_of_the_ballots(heard)
            own_side(heard)
            if not (after and heard.person.is_concerned(happening)):
                assert not told
                assert not stays
            elif heard.asked.reason.line is not None:
                why = heard.asked.reason
                otherwise = calm[heard.person.id, 2]
                driven = not heard.matter.alike(otherwise, heard.ballot, why.own)
                assert bool(told) == (why.moved and driven)
                assert not stays or (why.stayed and not driven)
                assert not (told and why.heard)
            mentioned += len(told)
            unmoved[ref, seed] += stays
    assert mentioned
    assert max(unmoved.values()) <= 2  # who says so for the third time only repeats it


UNMOVED = "What has happened since does not change that."
INSTEAD = "Without what has just happened I would have said "


def answers(ref: str, seed: int) -> dict[tuple[str, int], Ballot]:
    """What people answer to whom nothing happens, by participant and round."""
    return {
        (heard.person.id, heard.matter.number): heard.ballot for heard in everybody_asked(ref, seed)
    }


@pytest.mark.parametrize("happening", ours().casts["the-room"].disturbances, ids=lambda one: one.id)
def test_who_votes_first_after_something_says_what_they_would_have_answered_but_for_it(
    happening: Disturbance,
) -> None:
    refs = (
        "org-placement/spell",
        "org-placement/needs",
        "mops-personas/pairs",
        "mops-personas/place-mops",
        "order-from-chaos/good-at-no",
        "adoption-waves/waves",
    )
    told = Counter[tuple[str, int]]()
    for ref, seed in itertools.product(refs, (3, 7, 11)):
        calm = answers(ref, seed)
        for heard in everybody_asked(ref, seed, rounds=1, just_before=happening):
            why, text = heard.asked.reason, text_of(heard)
            own_side(heard)
            assert (INSTEAD in text) == (why.instead is not None)
            if why.instead is None:
                continue
            otherwise = calm[heard.person.id, 1]
            assert heard.person.is_concerned(happening)
            assert not heard.matter.alike(otherwise, heard.ballot, why.own)
            told[ref, seed] += 1
            put = heard.matter.at(otherwise, why.own.of)
            tops = heard.matter.stands(otherwise)[0]
            assert why.instead == (put[1] if put is not None else tops[0])
    assert told
    assert max(told.values()) <= 2


@pytest.mark.parametrize("ref", ours().casts["the-room"].facts)
def test_what_is_so_today_is_not_changed_by_talk_or_by_what_happens(ref: str) -> None:
    for seed, happening in enumerate(ours().casts["the-room"].disturbances):
        for heard in everybody_asked(ref, seed, happening=happening):
            before = heard.matter.before.get(heard.person.id)
            assert before is None or before == heard.ballot


def test_what_only_comes_to_pass_is_not_said_before() -> None:
    letter = Disturbance(id="letter", text="A letter.")
    matter = about(question(), argument("letter", after=["letter"]), p1=Choice("a"))
    person = who(concerns={"money": 1})
    assert line(person, matter) != "Because of letter."
    person.befall(letter)
    assert line(person, matter) == "Because of letter."


@pytest.mark.slow
def test_a_room_has_many_reasons() -> None:
    few = {}
    for ref in EVERY:
        if kind_of(next(everybody_asked(ref, 0)).matter.question) == "text":
            continue
        lines = [heard.asked.reason for heard in everybody_asked(ref, 3, rounds=1)]
        new = [one for one in lines if one.as_said_by is None and one.line is not None]
        if len(new) < 4:
            few[ref] = len(new)
    assert few == {}


# How a reason is chosen


def who(number: int = 1, name: str = "Ana", **keys: object) -> SimulatedPerson:
    base = {"id": f"c{number}", "name": name, "role": "CMO", "about": "Somebody."}
    made = Character.model_validate(base | keys)
    return SimulatedPerson(f"p-{number}", made.name, made, random.Random(1))


def question(kind: str = "choice", **keys: Any) -> QuestionBase:
    options = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    base = {"kind": kind, "id": "q", "title": "T", "ask": "A?"}
    parts = {"option": options} if kind in ("choice", "allocate", "rank") else {}
    pack = {
        "id": "s",
        "title": "S",
        "summary": "S",
        "brief": "B",
        "question": [base | parts | keys],
    }
    return Scenario.model_validate(pack).questions[0]


def argument(name: str, of: str = "a", side: str = "for", **keys: object) -> Argument:
    base = {"id": name, "question": "q", "of": of, "side": side, "text": f"Because of {name}."}
    return Argument.model_validate(base | keys)


def about(asked: QuestionBase, *arguments: Argument, **ballots: Ballot) -> Matter:
    made = Workshop(id="w", title="W", minutes=1, scenarios=())
    now = {f"p-{name[1:]}": ballot for name, ballot in ballots.items()}
    return Matter("s/q", asked, made, speech({}), arguments, now=now)


def why(person: SimulatedPerson, matter: Matter) -> Reason:
    found = reason(person, matter)
    assert found is not None
    return found


def line(person: SimulatedPerson, matter: Matter) -> str:
    found = why(person, matter).line
    assert found is not None
    return found.text


def test_what_one_cares_about_most_is_the_reason() -> None:
    lines = (argument("cost", concerns=["money"]), argument("haste", concerns=["speed"]))
    matter = about(question(), *lines, p1=Choice("a"))
    assert line(who(concerns={"money": 0.3, "speed": 0.9}), matter) == "Because of haste."
    assert line(who(concerns={"money": 0.9, "speed": 0.3}), matter) == "Because of cost."


def test_what_is_not_so_in_this_company_is_not_said() -> None:
    matter = about(question(), argument("size", when=["small"]), p1=Choice("a"))
    assert line(who(concerns={"money": 1}), matter) != "Because of size."


def test_a_second_person_says_something_else_that_is_as_good_or_says_whose_words_they_are() -> None:
    person = who(2, "Ben", concerns={"money": 0.9, "speed": 0.8, "brand": 0.2})
    said = (Spoken("p-1", "Ana", 1, "Because of cost.", (Stand("a", "for"),)),)
    cost, haste = argument("cost", concerns=["money"]), argument("haste", concerns=["speed"])
    name = argument("name", concerns=["brand"])
    matter = replace(about(question(), cost, haste, p2=Choice("a")), said=said)
    assert line(person, matter) == "Because of haste."
    matter = replace(about(question(), cost, name, p2=Choice("a")), said=said)
    found = why(person, matter)
    assert found.line is not None
    assert (found.line.text, found.as_said_by) == ("Because of cost.", "Ana")


def test_a_third_person_of_one_mind_says_what_counts_for_them() -> None:
    stand = (Stand("a", "for"),)
    said = tuple(Spoken(f"p-{n}", f"N{n}", 1, "Because of cost.", stand) for n in (1, 2))
    cost = argument("cost", concerns=["money"])
    matter = replace(about(question(), cost, p3=Choice("a")), said=said)
    asked = ask(who(3, concerns={"money": 0.9}), matter)
    assert asked is not None
    assert asked.command.text == "A. What counts for me is what it costs, and what it brings back."


def test_who_votes_no_speaks_against_the_yes_and_never_for_it() -> None:
    lines = [
        argument(f"{of}-{side}", of, side) for of in ("yes", "no") for side in ("for", "against")
    ]
    person = who()
    matter = about(question("hands"), *lines, p1=Choice("no"))
    assert line(person, matter) in ("Because of no-for.", "Because of yes-against.")


SCALE = [{"id": name, "label": name} for name in ("none", "some", "much", "all")]
ITEMS = [{"id": name, "label": name} for name in ("x", "y", "z")]


def test_on_ratings_one_speaks_of_what_one_put_most_extreme_from_that_side() -> None:
    rate = question("rate", item=ITEMS, scale=SCALE)
    lines = [argument(f"{item}-{side}", item, side) for item in "xyz" for side in ("high", "low")]
    ballot = Ratings(("x", "y", "z"), ("much", "some", "all"))
    assert line(who(), about(rate, *lines, p1=ballot)) == "Because of z-high."
    ballot = Ratings(("x", "y", "z"), ("all", "none", "all"))  # of three ends the one that differs
    assert line(who(), about(rate, *lines, p1=ballot)) == "Because of y-low."


def test_of_ratings_that_are_all_in_the_middle_one_speaks_of_what_lacks_most() -> None:
    rate = question("rate", item=ITEMS, scale=SCALE[:3])
    lines = [argument(f"{item}-{side}", item, side) for item in "xyz" for side in ("high", "low")]
    person = who()
    person.worth["s/q"] = {"x": 1.1, "y": 0.7, "z": 1.2}
    matter = about(rate, *lines, p1=Ratings(("x", "y", "z"), ("some", "some", "some")))
    assert line(person, matter) == "Because of y-low."


@pytest.mark.parametrize("text", ["Nobody has a budget.", "No. 7 is mine.", "I say: Now is late."])
def test_a_short_line_is_not_taken_for_said_because_its_letters_stand_in_another(text: str) -> None:
    said = (Spoken("p-1", "Ana", 1, text, (Stand("a", "for"),)),)
    short = argument("short", text="No")
    found = why(who(2, "Ben"), replace(about(question(), short, p2=Choice("a")), said=said))
    assert found.line is not None
    assert (found.line.text, found.as_said_by) == ("No", None)


@pytest.mark.parametrize("text", ["No", "A. No", "I stay with “A”. No", "As Eva says: No"])
def test_a_short_line_that_was_said_is_known_again(text: str) -> None:
    said = (Spoken("p-1", "Ana", 1, text, (Stand("a", "for"),)),)
    matter = replace(about(question(), argument("short", text="No"), p2=Choice("a")), said=said)
    assert why(who(2, "Ben"), matter).as_said_by == "Ana"


def test_any_line_of_ones_own_side_is_better_than_none() -> None:
    stand = (Stand("a", "for"),)
    said = tuple(Spoken(f"p-{n}", f"N{n}", 1, "Because of cost.", stand) for n in (1, 2))
    lines = (argument("cost", concerns=["money"]), argument("name", concerns=["brand"]))
    matter = replace(about(question(), *lines, p3=Choice("a")), said=said)
    assert line(who(3, concerns={"money": 0.9}), matter) == "Because of name."


def test_without_arguments_one_cites_what_the_pack_says_for_ones_own_answer() -> None:
    option = {"id": "a", "label": "A", "goodies": [{"id": "g", "text": "It is near."}]}
    other = {"id": "b", "label": "B", "gotchas": [{"id": "g", "text": "It is far."}]}
    told = question(option=[option, other], facts=[{"id": "f", "text": "A fact."}], hint="Use all.")
    matter = about(told, p1=Choice("a"))
    first = ask(who(), matter)
    assert first is not None
    assert first.command.text == "What A brings: It is near."
    second = ask(who(2), replace(first.matter, now={"p-2": Choice("a")}))
    assert second is not None
    assert second.command.text == "Not B. It is far."


def test_without_anything_one_says_what_counts_or_that_one_has_no_more_to_say() -> None:
    matter = about(question(), p1=Choice("a"))
    silent = ask(who(), matter)
    caring = ask(who(concerns={"data": 0.5}), matter)
    assert silent is not None
    assert caring is not None
    assert silent.command.text == "A. I have no more to say for it."
    assert caring.command.text == "A. What counts for me is figures that we can trust."


def test_who_passed_says_so_and_the_next_says_it_too() -> None:
    matter = about(question(), p1=Pass(), p2=Pass())
    first = ask(who(), matter)
    assert first is not None
    second = ask(who(2, "Ben"), first.matter)
    assert second is not None
    assert (first.command.text, second.command.text) == ("I passed.", "Like Ana, I passed.")


def test_who_did_not_vote_has_no_reason() -> None:
    assert reason(who(), about(question(), p2=Choice("a"))) is None


def test_who_has_moved_says_from_where_and_whom_they_heard() -> None:
    cost = argument("cost", "b", concerns=["money"])
    person = who(concerns={"money": 0.9})
    person.swayed["s/q"] = HeardAnswers(who=("Ben",))
    stand = Stand("b", "for")
    said = (Spoken("p-2", "Ben", 1, "Be quick.", (stand,), own=stand, argued=stand),)
    matter = replace(
        about(question(), cost, p1=Choice("b")), before={"p-1": Choice("a")}, number=2, said=said
    )
    asked = ask(person, matter)
    assert asked is not None
    assert asked.command.text == "I heard Ben, and moved from A to B. Because of cost."
    stays = ask(person, replace(matter, before={"p-1": Choice("b")}))
    assert stays is not None
    assert stays.command.text == "I stay with B. Because of cost."


def test_a_disturbance_changes_what_people_say() -> None:
    room = {"id": "a", "name": "Ana", "role": "CMO", "about": "S.", "concerns": {"money": 0.6}}
    happening = {"id": "d", "text": "T.", "concerns": {"revenue": 0.9}}
    keys = {"kind": "cast", "id": "r", "title": "R", "summary": "S"}
    made = Cast.model_validate(keys | {"character": [room], "disturbance": [happening]})
    person = people(made, 1, 1)[0]
    lines = (argument("cost", concerns=["money"]), argument("quarter", concerns=["revenue"]))
    matter = replace(about(question(), *lines), now={person.id: Choice("a")})
    assert line(person, matter) == "Because of cost."
    person.befall(made.disturbances[0])
    assert line(person, matter) == "Because of quarter."
