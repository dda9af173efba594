"""What a rehearsal decides answers its scenario, and rests on what its room voted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from support.rehearsed import kept, ours, rehearsal, rehearsal_of_today, room_cast, shipped
from support.results import Room, choices

from mops_tui.model.packs.drafts import RehearsedDecision
from mops_tui.model.packs.pack import DecisionAsk, Scenario, texts
from mops_tui.model.packs.questions import RateQuestion, items_of, options_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.ballots import Allocation, Ballot, Choice, Ranking, Ratings
from mops_tui.model.session.state import DecisionEvent
from mops_tui.sources.simulated.facilitator import Decided
from mops_tui.sources.simulated.rehearsal import rehearse
from mops_tui.words.rehearsals.decided import decided
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.standing.leading import leading

WORKSHOPS = ("full-walk", "placement-only", "readiness-check")
SEEDS = range(20)


def _decisions(
    workshop: str, people: int = 9
) -> Iterator[tuple[VisibleState, Scenario, Decided, tuple[str, str]]]:
    """Every decision of every seed, worked out anew, and what stands in the file of it."""
    for seed in SEEDS:
        made = rehearsal(workshop, people, seed)
        state = visible(made.state, "facilitator")
        for written in made.state.decisions.values():
            scenario = made.state.workshop.scenario(written.scenario)
            assert scenario is not None
            found = decided(state, scenario)
            assert found is not None
            yield state, scenario, found, (written.what, written.why)


def _ballots(state: VisibleState, ref: str) -> list[Ballot]:
    made = [round_ for round_ in state.rounds[ref] if round_.phase == "revealed"]
    return [vote.ballot for vote in made[-1].votes.values()]


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_a_decision_rests_on_revealed_votes_of_its_scenario_and_on_no_text_of_a_pack(
    workshop: str,
) -> None:
    lines = {text for scenario in kept(workshop).scenarios for _path, text in texts(scenario)}
    for state, scenario, found, written in _decisions(workshop):
        assert (found.what, found.why) == written
        assert found.ref.partition("/")[0] == scenario.id
        assert state.rounds[found.ref][-1].phase == "revealed"
        assert found.why not in lines
        assert found.what not in lines
        assert re.search(r"\d|None of|All |most of us", found.why)
        assert bool(found.answers) != found.what.startswith("Not decided: ")
        assert bool(found.confidence) == bool(found.answers)


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_the_figures_of_a_ground_are_those_of_the_ballots(workshop: str) -> None:
    counted = 0
    for state, _scenario, found, _written in _decisions(workshop):
        question = state.question(found.ref)
        assert question is not None
        ballots = _ballots(state, found.ref)
        if isinstance(question, RateQuestion) and found.answers:
            counted += _check_rated(question, ballots, found)
        elif found.answers and isinstance(ballots[0], Choice | Allocation):
            votes: Counter[str] = Counter()
            for ballot in ballots:
                if isinstance(ballot, Choice):
                    votes[ballot.option] += 1
                elif isinstance(ballot, Allocation):
                    votes.update(dict(zip(ballot.options, ballot.points, strict=True)))
            best, other = [*votes.most_common(2), ("", 0)][:2]
            assert found.answers == (best[0],)
            assert best[1] > other[1]
            assert f"{best[1]} of {sum(votes.values())}" in found.why
            assert "leads" in found.why or "most for" in found.why
            counted += 1
    assert counted


def _check_rated(question: RateQuestion, ballots: list[Ballot], found: Decided) -> int:
    """Each item that is named is one that more than half rate below the top, as is told."""
    top = question.scale[-1].id
    label = {level.label: level.id for level in question.scale}
    told = re.findall(r"On “[^”]+”, [^.]+\.", found.why)
    assert len(told) == len(found.answers)
    for item, sentence in zip(found.answers, told, strict=True):
        levels = Counter(
            dict(zip(one.items, one.levels, strict=True))[item]
            for one in ballots
            if isinstance(one, Ratings)
        )
        n = sum(levels.values())
        assert (n - levels[top]) * 2 > n
        said = re.findall(r"(\d+)(?: of (\d+) says?| say)? “([^”]+)”", sentence)
        assert said
        for count, of, name in said:
            assert int(count) == levels[label[name]]
            assert not of or int(of) == n
        assert sum(int(count) for count, _of, _name in said) * 2 > n
    return 1


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_an_item_is_never_stated_as_if_it_were_so(workshop: str) -> None:
    for state, _scenario, found, _written in _decisions(workshop):
        question = state.question(found.ref)
        for item in items_of(question) if question is not None else ():
            label = str(getattr(item, "label", ""))
            assert not label or not found.what.endswith(f": {label}")


def test_where_nothing_reached_what_was_set_the_ground_says_so() -> None:
    short = [
        found
        for _state, _scenario, found, _written in _decisions("full-walk")
        if found.ref == "org-placement/spell" and found.answers
    ]
    assert short
    for found in short:
        assert "75 %" in found.why or "majority" in found.why or found.why.startswith("All ")


@pytest.mark.parametrize(
    ("poured", "names"),
    [
        ([(4, 3, 3)] * 3 + [(3, 4, 3)] * 2 + [(3, 3, 4)] * 2, ("a",)),
        ([(4, 3, 3)] * 3 + [(3, 4, 3)] * 3 + [(4, 0, 6)], ()),
    ],
)
def test_even_points_decide_nothing_where_as_many_put_another_first(
    poured: list[tuple[int, int, int]], names: tuple[str, ...]
) -> None:
    ballots = [
        {"options": tuple(o for o, n in zip("abc", each, strict=True) if n),
         "points": tuple(n for n in each if n)}
        for each in poured
    ]  # fmt: skip
    state = Room(7).round("demo/points", ballots).seen()
    found = decided(state, state.workshop.scenarios[0])
    assert found is not None
    assert found.answers == names


@pytest.mark.parametrize(
    ("letters", "short"),
    [
        ("aaabbb", "Alpha and Beta tie"),
        ("aabbcc", "three answers tie"),
        ("ab", "too few votes"),
        ("aaa    ", "too few votes"),
    ],
)
def test_a_tie_or_too_few_votes_decide_nothing_and_say_what_would_help(
    letters: str, short: str
) -> None:
    state = Room(len(letters)).round("demo/where", choices(letters)).seen()
    found = decided(state, state.workshop.scenarios[0])
    assert found is not None
    assert found.what.startswith(f"Not decided: {short}")
    assert (found.answers, found.confidence, found.dissent) == ((), 0, "")
    assert found.first_step.endswith(".")
    assert found.owner == "Person 1"


def test_where_nothing_was_revealed_or_all_passed_nothing_is_decided() -> None:
    for letters in ("", "---"):
        state = Room(3).round("demo/where", choices(letters)).seen()
        assert decided(state, state.workshop.scenarios[0]) is None


def test_one_vote_decides_nothing() -> None:
    for _state, _scenario, found, _written in _decisions("placement-only", 1):
        assert found == Decided(
            found.ref,
            "Not decided: too few votes",
            "One answer: too few to say where we stand.",
            first_step="Vote again with three people or more.",
            owner="Helen Okafor",
        )


def _without_words(workshop: Workshop) -> Workshop:
    """The same workshop from packs that say nothing of rehearsed decisions."""

    def bare(scenario: Scenario) -> Scenario:
        if scenario.decision is None:
            return scenario
        ask = scenario.decision.model_copy(update={"rehearsed": ()})
        return scenario.model_copy(update={"decision": ask})

    return workshop.model_copy(update={"scenarios": tuple(map(bare, workshop.scenarios))})


def test_a_pack_that_says_nothing_of_it_answers_what_it_asks_to_decide() -> None:
    workshop = _without_words(kept("placement-only"))
    made = rehearse(workshop, room_cast(), 9, 3, "0", decided)
    (written,) = made.state.decisions.values()
    scenario = workshop.scenarios[0]
    assert scenario.decision is not None
    assert written.what.startswith(f"{scenario.decision.ask} We ")
    assert re.search(r"\d of 9", written.why)
    assert written.first_step.startswith("By Friday, write down")


LONG = "Which one of all the things that we have talked about today comes first?"


@pytest.mark.parametrize(
    ("ask", "begins"),
    [
        ("What do we change first?", "What do we change first? We begin with “"),
        (f"{LONG} {LONG}", "Is it true here? We begin with “"),
        ("  Where\nto now?", "Where to now? We begin with “"),
        ("Decide.", "Decide: We begin with “"),
    ],
)
def test_an_answer_stands_behind_what_was_asked_unless_that_is_long(ask: str, begins: str) -> None:
    made = rehearsal("placement-only", 9, 3)
    state = visible(made.state, "facilitator")
    scenario = made.state.workshop.scenarios[0]
    assert scenario.decision is not None
    questions = scenario.questions[-1:]
    asks = scenario.decision.model_copy(update={"ask": ask, "rehearsed": ()})
    update = {"decision": asks, "questions": questions}
    found = decided(state, scenario.model_copy(update=update))
    assert found is not None
    assert found.what.startswith(begins)


def test_of_one_item_alone_it_is_told_what_most_say() -> None:
    made = rehearsal("placement-only", 9, 1)
    state = visible(made.state, "facilitator")
    closing = made.state.workshop.scenarios[-1]
    found = decided(state, closing)
    assert found is not None
    assert re.match(r"Return on time invested: .*\d of \d", found.what)
    assert "begin with" not in found.what


def test_what_is_in_an_answer_is_no_placeholder() -> None:
    made = rehearsal("placement-only", 9, 1)
    state = visible(made.state, "facilitator")
    scenario = made.state.workshop.scenarios[0]
    assert scenario.decision is not None
    draft = scenario.decision.rehearsed[0].model_copy(
        update={"agreed": False, "says": "{answer}{0.__class__} stays"}
    )
    ask = scenario.decision.model_copy(update={"rehearsed": (draft,)})
    found = decided(state, scenario.model_copy(update={"decision": ask}))
    assert found is not None
    assert found.what.endswith("{0.__class__} stays")


SHIPPED = ("placement-only", "short-walk", "readiness-check", "our-waves", "out-of-chaos")
TODAY = re.compile(r"MOps stays with (Marketing|IT|Sales|RevOps)")
MOVES = re.compile(r"We (?:move|prepare to move) MOps to (Marketing|IT|Sales|RevOps)")


def _of_today(workshop: str) -> Iterator[tuple[VisibleState, Scenario, DecisionEvent]]:
    for people in (9, 40):
        for seed in range(10 if people == 9 else 2):
            made = rehearsal_of_today(workshop, people, seed)
            state = visible(made.state, "facilitator")
            for written in made.state.decisions.values():
                scenario = made.state.workshop.scenario(written.scenario)
                assert scenario is not None
                yield state, scenario, written


@pytest.mark.parametrize("workshop", SHIPPED)
def test_a_decision_of_our_packs_says_who_does_what_and_whose_yes_it_needs(workshop: str) -> None:
    steps: dict[str, set[str]] = {}
    for state, scenario, written in _of_today(workshop):
        owner = state.named(written.owner)
        assert owner is not None
        assert written.first_step.endswith((".", "!"))
        assert written.review
        if written.what.startswith("Not decided"):
            continue
        labels = {o.label for q in scenario.questions for o in options_of(q)}
        assert written.what not in labels
        assert written.what.partition(": ")[2] not in labels
        assert written.agree
        assert written.agree not in (owner.role, owner.name)
        steps.setdefault(written.first_step, set()).add(written.what)
    assert len(steps) > 1  # no step is the same for all


@pytest.mark.parametrize("workshop", ["placement-only", "short-walk"])
def test_who_stays_is_there_today_and_who_moves_is_not(workshop: str) -> None:
    kinds = set()
    for state, _scenario, written in _of_today(workshop):
        today = result_of(state, "org-placement/today")
        assert today is not None
        question = state.question("org-placement/today")
        assert question is not None
        first = [category_label(question, one) for one in leading(today)]
        stays, moves = TODAY.match(written.what), MOVES.match(written.what)
        if stays:
            assert first == [stays[1]]
        if moves:
            assert first != [moves[1]]
        kinds |= {"stays"} if stays else {"moves"} if moves else {"other"}
    assert len(kinds) > 1


@pytest.mark.parametrize("workshop", ["placement-only", "out-of-chaos"])
def test_the_owner_chose_it_and_who_is_named_in_dissent_did_not(workshop: str) -> None:
    named = 0
    for state, scenario, written in _of_today(workshop):
        found = decided(state, scenario)
        assert found is not None
        if not found.answers:
            continue
        votes = state.rounds[found.ref][-1].votes
        chose = {
            state.participants[who].name
            for who, vote in votes.items()
            if isinstance(vote.ballot, Choice) and vote.ballot.option in found.answers
        }
        if not chose:
            continue
        assert written.owner in chose
        told = re.findall(r"(?:^|[.”?!] )([^.”?!]+?) chose ", written.dissent)
        assert not chose & set(told)
        named += len(told)
    assert named


@pytest.mark.parametrize("workshop", SHIPPED)
def test_words_that_may_name_one_or_several_fit_both(workshop: str) -> None:
    for scenario in shipped(workshop).scenarios:
        for draft in scenario.decision.rehearsed if scenario.decision is not None else ():
            if draft.up_to > 1:
                words = f"{draft.says} {draft.first_step or ''}".split()
                assert not {"these", "those", "both", "they", "them", "it"} & set(words)


@pytest.mark.parametrize("workshop", ["placement-only", "short-walk"])
def test_no_decision_is_at_odds_with_a_clear_vote_without_saying_so(workshop: str) -> None:
    told = 0
    for state, scenario, written in _of_today(workshop):
        if scenario.id != "org-placement":
            continue
        for name in ("spell", "first-change"):
            shown = result_of(state, f"org-placement/{name}")
            question = state.question(f"org-placement/{name}")
            if shown is None or question is None or len(leading(shown)) != 1:
                continue
            assert shown.distribution is not None
            if max(shown.distribution.counts) * 2 <= shown.distribution.n:
                continue
            label = category_label(question, leading(shown)[0])
            assert label in f"{written.what} {written.why}"
            told += 1
            stays = TODAY.match(written.what)
            if name == "spell" and stays:
                assert stays[1] == label
    assert told


@pytest.mark.slow
@pytest.mark.parametrize(("people", "seeds"), [(2, 2), (9, 4), (40, 1)])
def test_no_decision_of_any_of_our_workshops_leaves_out_what_the_room_voted_otherwise(
    people: int, seeds: int
) -> None:
    """Of votes on the same answers, each that an answer leads plainly is told, or is followed."""
    otherwise = 0
    for workshop in ours().workshops:
        for seed in range(seeds):
            made = rehearsal_of_today(workshop, people, seed)
            state = visible(made.state, "facilitator")
            for written in made.state.decisions.values():
                scenario = made.state.workshop.scenario(written.scenario)
                assert scenario is not None
                told = f"{written.what} {written.why}"
                for label in _wanted(state, scenario):
                    assert label in told, (workshop, seed, written.what)
                    otherwise += label not in written.what
    assert otherwise or people == 2


def _wanted(state: VisibleState, scenario: Scenario) -> Iterator[str]:
    """What leads plainly in each vote of what one wants that a decision of ours may go against."""
    for name in {"org-placement": ("spell", "first-change", "ten-points")}.get(
        scenario.id, ("need-more", "weight")
    ):
        ref = f"{scenario.id}/{name}"
        question = state.question(ref)
        shown = result_of(state, ref)
        if question is None or shown is None or round_shortfall(shown) is not None:
            continue
        votes = Counter[str]()
        for ballot in _ballots(state, ref):
            if isinstance(ballot, Choice):
                votes[ballot.option] += 1
            elif isinstance(ballot, Allocation):
                votes.update(dict(zip(ballot.options, ballot.points, strict=True)))
            elif isinstance(ballot, Ranking):
                votes[ballot.options[0]] += 1
        first, second = [*votes.most_common(2), ("", 0), ("", 0)][:2]
        points = shown.kind == "allocate"
        whole = sum(votes.values())
        well_ahead = first[1] * 100 - second[1] * 100 >= 10 * whole and second[1] < first[1]
        if well_ahead if points else first[1] * 2 > whole:
            yield category_label(question, first[0])


def _drafted(letters: str, hands: str, points: str, **keys: Any) -> Decided | None:
    """What a room decides by one draft: a choice, a yes or no, and all points for one answer."""
    room = Room(len(letters))
    room.round("demo/where", choices(letters))
    room.round("demo/cmo", [{"option": "yes" if one == "y" else "no"} for one in hands])
    room.round("demo/points", [{"options": (one,), "points": (10,)} for one in points])
    state = room.seen()
    (scenario, *_others) = state.workshop.scenarios
    draft = RehearsedDecision(**({"question": "where", "says": "We take {answer}"} | keys))
    decision = DecisionAsk(ask="Where?", rehearsed=(draft,))
    return decided(state, scenario.model_copy(update={"decision": decision}))


@pytest.mark.parametrize(
    ("hands", "points", "keys", "fits"),
    [
        ("yyyynn", "aaaaaa", {"clear": ["cmo"]}, True),
        ("yyynnn", "aaaaaa", {"clear": ["cmo"]}, False),
        ("yyyyyy", "aaaaaa", {"same": ["where", "points"]}, True),
        ("yyyyyy", "bbbbbb", {"same": ["where", "points"]}, False),
        ("yyyyyy", "bbbbbb", {"apart": ["where", "points"]}, True),
        ("yyyyyy", "aaaaaa", {"apart": ["where", "points"]}, False),
    ],
)
def test_a_draft_is_taken_only_where_the_other_votes_are_as_it_asks(
    hands: str, points: str, keys: dict[str, Any], *, fits: bool
) -> None:
    found = _drafted("aaaabb", hands, points, **keys)
    assert found is not None
    assert found.what == ("We take Alpha" if fits else "Not decided: no answer is clear enough")


def test_an_open_draft_takes_no_answer_and_tells_both_votes() -> None:
    says = "Not decided yet: {answer.votes} want {answer}, {cmo.votes} say {cmo}"
    found = _drafted("aaaabb", "yyyyyn", "aaaaaa", open=True, beside=["cmo"], says=says)
    assert found is not None
    assert found.what == "Not decided yet: 4 of 6 want Alpha, 5 of 6 say “Yes”"
    assert (found.answers, found.confidence, found.agree, found.dissent) == ((), 0, "", "")
    assert "4 of 6" in found.why
    assert "5 of 6" in found.why
    assert found.first_step.startswith("One from each side")


@pytest.mark.parametrize(
    ("points", "told"),
    [
        ("aaaaaa", False),  # it is what is decided
        ("bbbbbb", True),
        ("aaabbb", False),  # nothing leads
    ],
)
def test_points_that_lead_to_another_of_the_same_answers_are_told(
    points: str, *, told: bool
) -> None:
    found = _drafted("aaaabb", "yyyyyy", points)
    assert found is not None
    assert found.what == "We take Alpha"
    assert ("Beta leads" in found.why or "Beta has all" in found.why) is told


@pytest.mark.parametrize(
    ("letters", "hands", "expected"),
    [
        ("aaaabb", "yyyyyn", "We say yes"),
        ("aaaaab", "yyyynn", "We take Alpha"),
        ("aaaabb", "yyyynn", "We take Alpha"),  # as clear: the first of the pack
        ("aaabbb", "yyyynn", "We say yes"),
    ],
)
def test_of_drafts_that_differ_only_in_their_question_the_clearest_vote_decides(
    letters: str, hands: str, expected: str
) -> None:
    """Which of several habits comes first is what most agree on, not what a pack lists first."""
    room = Room(len(letters))
    room.round("demo/where", choices(letters))
    room.round("demo/cmo", [{"option": "yes" if one == "y" else "no"} for one in hands])
    state = room.seen()
    (scenario, *_others) = state.workshop.scenarios
    drafts = (
        RehearsedDecision(question="where", only=("a",), says="We take Alpha"),
        RehearsedDecision(question="cmo", only=("yes",), says="We say yes"),
    )
    decision = DecisionAsk(ask="Which first?", rehearsed=drafts)
    found = decided(state, scenario.model_copy(update={"decision": decision}))
    assert found is not None
    assert found.what == expected
    assert "No other vote that could decide this was clearer." in found.why
    ordered = (drafts[0].model_copy(update={"where": (), "only": ()}), drafts[1])
    decision = DecisionAsk(ask="Which first?", rehearsed=ordered)
    found = decided(state, scenario.model_copy(update={"decision": decision}))
    assert found is not None
    assert "No other vote" not in found.why
