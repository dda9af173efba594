"""What the room is told, counted again from the ballots alone: no figure of a finding is taken on
trust, and no word such as "all", "most", "leads" or "tie" stands where it is not so."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples
from support.labelled import EITHER
from support.results import Room

from mops_tui.model.packs.answers import stage_of
from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.tallies import result
from mops_tui.words.results.figures import in_words
from mops_tui.words.results.findings import findings
from mops_tui.words.results.stages import stage_place
from mops_tui.words.results.verdicts import turnout

LABELS = {"a": "Alpha", "b": "Beta", "c": "Gamma", "yes": "“Yes”", "no": "“No”"}
LEVELS = {"absent": "“Absent”", "partly": "“Partly”", "in-place": "“In place”"}
SIDES = {"craft": ("“I build machines”", "“I paint”"), "drive": ("“I count”", "“I feel”")}
ITEMS = {
    "owner": "“An owner”",
    "training": "Training",
    "platform": "“A platform”",
    "cloud": "Cloud",
    "video": "Video",
}
Ballot = dict[str, Any]
POURED = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(
    lambda cuts: (min(cuts), max(cuts) - min(cuts), 10 - max(cuts))
)
"""Ten points in three parts, some of them nought."""
ANY = EITHER | {
    "points": st.one_of(
        POURED.map(
            lambda parts: {
                "options": tuple(one for one, n in zip("abc", parts, strict=True) if n),
                "points": tuple(n for n in parts if n),
            }
        ),
        st.just({}),
        st.just({"passed": True}),
    )
}
"""As a pad hands points in: what was given, and no noughts."""


@st.composite
def two_rounds(draw: Any, *names: str) -> tuple[str, list[list[Ballot]]]:
    """A question, and one or two rounds of ballots of which some stay as they were."""
    name = draw(st.sampled_from(names))
    people = draw(st.integers(3, 9))
    first = draw(st.lists(ANY[name], min_size=people, max_size=people))
    if draw(st.booleans()):
        return name, [first]
    second = draw(st.lists(ANY[name], min_size=people, max_size=people))
    stays = draw(st.lists(st.booleans(), min_size=people, max_size=people))
    again = [old if stay else new for old, new, stay in zip(first, second, stays, strict=True)]
    return name, [first, again]


def answered(ballots: list[Ballot]) -> dict[int, Ballot]:
    return {who: one for who, one in enumerate(ballots) if one and "passed" not in one}


def of_whole(name: str, ballots: list[Ballot]) -> Counter[str]:
    """Votes, points or first places by answer."""
    counts: Counter[str] = Counter()
    for one in answered(ballots).values():
        if name == "points":
            counts.update(dict(zip(one["options"], one["points"], strict=True)))
        else:
            counts[one["options"][0] if name == "order" else one["option"]] += 1
    return +counts


def of_item(name: str, ballots: list[Ballot], item: str) -> Counter[str]:
    """Votes on one item by level, side of a pair, or stage."""
    counts: Counter[str] = Counter()
    for one in answered(ballots).values():
        for key, value in zip(one["items"], one.get("levels") or one["positions"], strict=True):
            if key != item:
                continue
            if name == "lean":
                counts["left" if value < 0 else "right" if value > 0 else "middle"] += 1
            else:
                counts[stage_of(value) if name == "waves" else value] += 1
    return counts


def said(name: str, rounds: list[list[Ballot]]) -> tuple[tuple[str, ...], str]:
    room, ref = Room(len(rounds[0])), f"demo/{name}"
    for number, ballots in enumerate(rounds, 1):
        room.round(ref, ballots, number)
    state = room.seen("room")
    found, question = result(state, ref), state.question(ref)
    assert found is not None
    assert question is not None
    return findings(state, found), turnout(found, question, state.policy)


def is_thin(sentence: str) -> bool:
    return "too few" in sentence or sentence == "Nobody has answered."


@examples(40)
@given(two_rounds("where", "cmo", "points", "order"))
def test_who_leads_with_how_many_is_what_the_ballots_say(
    made: tuple[str, list[list[Ballot]]],
) -> None:
    name, rounds = made
    (stands, *further), _turnout = said(name, rounds)
    if is_thin(stands):
        return
    counts = of_whole(name, rounds[-1])
    top, whole = max(counts.values()), sum(counts.values())
    first = [label for key, label in LABELS.items() if counts[key] == top]
    figures = [int(figure) for figure in re.findall(r"\d+", stands)]
    even = stands.startswith("Close to even")
    if even:
        assert figures == [min(counts.values()), top, whole]
        assert (top - min(counts.values())) * len(counts) * 5 <= whole
    elif "leads by" in stands or "more than the next" in stands:
        ahead = top - sorted(counts.values())[-2]
        assert figures in ([top, whole], [ahead, top, whole], [top, whole, ahead])
        assert ("one" in stands) == (ahead == 1)
    else:
        assert figures == ([whole] if top == whole else [top, whole])
    assert [label for label in LABELS.values() if label in stands] == first
    assert ("tie" in stands) == (len(first) > 1 and not even)
    leader = [label for key, label in LABELS.items() if counts[key] == top]
    for line in further:
        share = re.match(r"(\d+) of (\d+)(?: \((\d+) %\))? is (less|half|more)?", line)
        if share and "short of the 75 %" in line:
            assert (int(share[1]), int(share[2])) == (top, whole)
            assert share[4] == (
                "more" if top * 2 > whole else "half" if top * 2 == whole else "less"
            )
            if share[3]:
                assert abs(top / whole * 100 - int(share[3])) < 1
                assert int(share[3]) < 75
        firsts = re.match(r"(More|All|One|None|\d+).* put ([\w, ]+) first", line)
        if firsts:
            each = {
                key: sum(
                    (given := dict(zip(b["options"], b["points"], strict=True))).get(key, 0)
                    == max(given.values())
                    for b in answered(rounds[-1]).values()
                )
                for key in LABELS
            }
            named = {key for key, label in LABELS.items() if label in firsts[2]}
            # Whoever stands there is put first by most: never a figure that does the opposite.
            assert named <= {key for key, held in each.items() if held == max(each.values())}
            assert (firsts[1] == "More") == all(
                each[key] < max(each.values()) for key, label in LABELS.items() if label in leader
            )
        joint = re.match(r"([\w, ]+) are each first or joint first for (?:all )?(\d+)", line)
        if joint or (firsts and firsts[1] != "More"):
            held_by = {
                label: sum(
                    (given := dict(zip(b["options"], b["points"], strict=True))).get(key, 0)
                    == max(given.values())
                    for b in answered(rounds[-1]).values()
                )
                for key, label in LABELS.items()
            }
            as_many = [one for one, held in held_by.items() if held == max(held_by.values())]
            said_of = joint[1] if joint else firsts[2] if firsts else ""
            assert [label for label in held_by if label in said_of] == as_many
            assert not joint or int(joint[2]) == max(held_by.values())
        if line == "That is a clear majority.":
            assert 0.75 <= top / whole < 1
        put = re.match(r"(All|One of|None of the|\d+ of) ?(\d+) put (\w+) first", line)
        if put:
            best = [dict(zip(b["options"], b["points"], strict=True)) for b in
                    answered(rounds[-1]).values()]  # fmt: skip
            key = next(key for key, label in LABELS.items() if label == put[3])
            assert sum(one.get(key, 0) == max(one.values()) for one in best) == (
                {"All": len(best), "One of": 1, "None of the": 0}.get(put[1])
                if not put[1][0].isdigit()
                else int(put[1].split()[0])
            )


@examples(40)
@given(two_rounds("points", "order"))
def test_from_how_many_to_how_many_is_the_least_and_the_most_that_anybody_gave(
    made: tuple[str, list[list[Ballot]]],
) -> None:
    name, rounds = made
    lines, _turnout = said(name, rounds)
    for line in lines:
        told = re.match(
            r"We differ (most )?on (\w+): from (?:place )?(\d+) to (?:place )?(\d+)", line
        )
        if not told:
            continue
        given_by: dict[str, list[int]] = {key: [] for key in "abc"}
        for one in answered(rounds[-1]).values():
            for key in "abc":
                if name == "order":
                    given_by[key].append(one["options"].index(key) + 1)
                else:
                    points = dict(zip(one["options"], one["points"], strict=True))
                    given_by[key].append(points.get(key, 0))
        key = next(key for key, label in LABELS.items() if label == told[2])
        assert (min(given_by[key]), max(given_by[key])) == (int(told[3]), int(told[4]))
        reach = {each: max(of) - min(of) for each, of in given_by.items()}
        assert reach[key] == max(reach.values())
        assert bool(told[1]) == (list(reach.values()).count(reach[key]) == 1)


@examples(60)
@given(two_rounds("ready", "lean", "waves"))
def test_what_is_said_of_an_item_is_what_its_ballots_say(
    made: tuple[str, list[list[Ballot]]],
) -> None:
    name, rounds = made
    lines, voted = said(name, rounds)
    people = len(answered(rounds[-1]))
    if is_thin(lines[0]):
        return
    stands = lines[0]
    if stands.startswith("Most often"):
        often = re.findall(
            r"ost often (“[^”]*”): (“?[^(]*?”?)(?: and (\w+) more)? \((?:all )?(\d+)(?: of (\d+))?"
            r"(?: on each)?\)",
            stands,
        )
        assert often
        for answer, item, more, count, of in often:
            level = next(one for one, label in LEVELS.items() if label == answer)
            each = {
                one: of_item(name, rounds[-1], one) for one in ("owner", "training", "platform")
            }
            key = next(one for one in each if ITEMS[one].strip("“”") in item)
            assert each[key][level] == int(count) == max(one[level] for one in each.values())
            assert sum(each[key].values()) == int(of or count) < int(count) * 2
            alike = [one for one in each.values() if one[level] == int(count)]
            assert in_words(len(alike) - 1) == (more or in_words(0))
        return
    common = re.match(r"On (?:all )?(\w+)(?: of the \w+)? items most of us say (“\w[^”]*”)", stands)
    if common:
        level = next(key for key, label in LEVELS.items() if label == common[2])
        most = [of_item(name, rounds[-1], one) for one in ("owner", "training", "platform")]
        agreed = [of for of in most if of[level] * 2 > people and sum(of.values()) >= FEW]
        assert in_words(len(agreed)) == common[1]
        votes = [of[level] for of in agreed]
        span = re.search(r": (\d+)(?: to (\d+))? of (\d+)", stands)
        assert bool(span) == (len({sum(of.values()) for of in agreed}) == 1)
        if span:
            assert (int(span[1]), int(span[2] or span[1])) == (min(votes), max(votes))
            assert {int(span[3])} == {sum(of.values()) for of in agreed}
        return
    if stands.startswith("On no single"):
        for item in ITEMS if name != "lean" else SIDES:
            assert max(of_item(name, rounds[-1], item).values(), default=0) * 2 <= people
        return
    if ", and all " in stands or re.search(r", and \d+ of \d+ ", stands):
        for key in ("cloud", "video"):
            of = of_item(name, rounds[-1], key)
            assert sum(of.values()) >= FEW
            told_of = re.split(r", and (?=all |\d+ of )", stands)[0 if key == "cloud" else 1]
            held = sum(n for stage, n in of.items() if stage_place(stage) in told_of)
            assert held == int(re.findall(r"\d+", told_of)[0])
        return
    stands = stands.split(" As many ")[0]
    about = next(
        item
        for item, label in (ITEMS | {key: ends[0] for key, ends in SIDES.items()}).items()
        if label in stands or (item in SIDES and SIDES[item][1] in stands)
    )
    counts = of_item(name, rounds[-1], about)
    n = sum(counts.values())
    assert n >= FEW
    if name == "lean":
        names = {"left": SIDES[about][0], "right": SIDES[about][1]}
    else:
        names = LEVELS if name == "ready" else {one: stage_place(one) for one in counts}
    figures = [int(figure) for figure in re.findall(r"\d+", stands)]
    if "all " in stands.lower():
        assert figures[0] == n
    elif "answers tie" not in stands:
        assert n in figures
    assert all(figure == n or figure <= n for figure in figures)
    if re.match(r"More|On .* has most", stands):
        assert sorted(counts.values())[-2:].count(figures[0]) == 1 or len(counts) == 1
    if re.match(r"(\d+) of \d+ (lean to|chose|see|stand in)", stands) and "each" not in stands:
        told = [key for key, label in names.items() if label in stands]
        sides = figures[:1] + figures[2:]
        if name == "waves":
            assert figures[0] == sum(counts[key] for key in told)
        elif "middle between" in stands:
            assert figures[0] == counts["middle"]
        else:
            assert sides[0] in [counts[key] for key in told]
    fewest = re.search(r"Fewest on .*: (one|\d+) votes?|(Nobody) voted on", voted)
    if fewest:
        every = [sum(of_item(name, rounds[-1], one).values()) for one in (
            SIDES if name == "lean" else ("cloud", "video") if name == "waves" else
            ("owner", "training", "platform"))]  # fmt: skip
        least = 0 if fewest[2] else 1 if fewest[1] == "one" else int(fewest[1])
        assert min(every) == least < max(every)


@examples(50)
@given(two_rounds("where", "cmo", "points", "order", "ready", "lean", "place"))
def test_how_many_changed_is_counted_again(made: tuple[str, list[list[Ballot]]]) -> None:
    name, rounds = made
    lines, _turnout = said(name, rounds)
    told = next((one for one in lines if re.match(r"Since round|All \d+ who voted", one)), "")
    if not told:
        return
    before, after = (answered(ballots) for ballots in rounds)
    both = before.keys() & after.keys()

    def same(one: Ballot, other: Ballot) -> bool:
        if "items" in one:
            keys = "levels" if "levels" in one else "positions"
            return dict(zip(one["items"], one[keys], strict=True)) == dict(
                zip(other["items"], other[keys], strict=True)
            )
        return one == other

    changed = sum(not same(before[who], after[who]) for who in both)
    assert len(both) >= FEW
    if told.startswith("All"):
        assert (changed, f"All {len(both)} ") == (0, told[: len(f"All {len(both)} ")])
    elif " on " not in told:  # of an item, its own people are counted
        who = "all" if changed == len(both) else "one of" if changed == 1 else f"{changed} of"
        assert re.search(rf"\b{who} (the )?{len(both)}\b", told)
        assert ("who answered both times" in told) == (len(both) < len(after))


@examples(50)
@given(two_rounds("lean", "ready", "place", "where"))
def test_no_finding_contradicts_another(made: tuple[str, list[list[Ballot]]]) -> None:
    lines, _turnout = said(*made)
    whole = " ".join(lines)
    if re.search(r"We agree\.|We agree on (both|all)", whole):
        assert not re.search(r"split|spread|far apart|hardly|differ|On no single", whole)
    assert not re.search(
        r"\b[Aa]ll (0|1|2|one|two)\b|\bnone of the two\b|\b1 (people|votes)\b", whole
    )
    assert len(set(lines)) == len(lines)


@examples(50)
@given(two_rounds("where", "cmo", "ready", "lean", "waves"))
def test_which_way_they_went_is_counted_again(made: tuple[str, list[list[Ballot]]]) -> None:
    name, rounds = made
    lines, _turnout = said(name, rounds)
    line = next((one for one in lines if one.startswith("Since round")), "")
    number = r"(\d+|[Oo]ne)"
    if name in ("where", "cmo"):
        for count, was, now in re.findall(
            rf"\b{number} (?:vote |of the \d+ )?(?:went )?from (\S+) to (\S+?)[,.]", line
        ):
            pairs = zip(rounds[0], rounds[1], strict=True)
            went = sum(
                LABELS.get(one.get("option", "")) == was
                and LABELS.get(other.get("option", "")) == now
                for one, other in pairs
            )
            assert went == (1 if count.lower() == "one" else int(count)), line
        return
    told = re.findall(rf"{number} (?:went )?towards ", line)
    changed = re.search(r"(\d+|one|all) of (?:the )?(\d+)", line)
    if len(told) > 1 and changed and changed[1] != "all":
        figures = [1 if one.lower() == "one" else int(one) for one in told]
        assert sum(figures) == int(changed[1])
        assert figures == sorted(figures, reverse=True)
