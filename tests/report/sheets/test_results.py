"""The table of results, loaded back: the figures of the session, an answer a row."""

from __future__ import annotations

from typing import Any

import pytest
from support.kits import KITS
from support.packs import KEPT
from support.reports import full, given
from support.tables import Row, read_table

from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import visible
from mops_tui.report import ReportInput, data
from mops_tui.report.sheets.results import results_csv


def of(rows: list[Row], question: str, number: int = 1, **cells: str) -> list[Row]:
    wanted = {"question": question, "round": str(number), **cells}
    return [row for row in rows if wanted.items() <= row.items()]


def figures(rows: list[Row], *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_counts_and_shares_by_answer_with_who_took_part() -> None:
    rows = of(read_table(results_csv(given(full()))), "where")
    assert figures(rows, "answer", "answer_text", "unit", "count", "share") == [
        ("a", "Alpha", "votes", "2", "0.4"),
        ("b", "Beta", "votes", "1", "0.2"),
        ("c", "Gamma", "votes", "2", "0.4"),
    ]
    (taking_part,) = set(figures(rows, "present", "ballots", "called", "passed", "answered"))
    assert taking_part == ("6", "4", "2", "1", "5")
    assert {row["quorum"] for row in rows} == {"1"}


def test_points_ranks_scales_and_axes_have_their_own_unit_and_middle() -> None:
    rows = read_table(results_csv(given(full())))
    assert figures(of(rows, "points"), "answer", "unit", "count") == [
        ("a", "points", "12"),
        ("b", "points", "18"),
        ("c", "points", "0"),
    ]
    owner = of(rows, "ready", item="owner")
    assert figures(owner, "answer", "count") == [
        ("absent", "2"),
        ("partly", "1"),
        ("in-place", "2"),
    ]
    assert {row["median"] for row in owner} == {"partly"}
    axis = of(rows, "place", 2, unit="marks")
    assert figures(axis, "item", "count", "median") == [("x", "3", "10"), ("y", "3", "25")]
    corners = of(rows, "place", 2, unit="votes")
    assert sum(int(row["count"]) for row in corners) == 3
    assert [row["answer_text"] for row in of(rows, "ideas")] != []


@pytest.mark.parametrize("name", ["nine", "forty", "crash"])
def test_every_count_of_a_whole_workshop_is_the_files(name: str) -> None:
    run = KITS[name](KEPT)
    state = visible(run.state, "room")
    rows = read_table(results_csv(ReportInput(run.header, state)))
    compared = 0
    for ref, rounds in state.rounds.items():
        for round_ in rounds:
            outcome = result(state, ref, round_.number)
            if outcome is None or outcome.kind == "text":
                continue
            question = ref.partition("/")[2]
            mine = [r for r in of(rows, question, round_.number) if f"{r['scenario']}/" in ref]
            told = {(r["item"], r["answer"]): int(r["count"]) for r in mine if r["unit"] != "marks"}
            assert told == dict(counts(outcome))
            compared += 1
    assert compared == len({(r["scenario"], r["question"], r["round"]) for r in rows})


def counts(outcome: Any) -> list[tuple[tuple[str, str], int]]:
    found = []
    if outcome.distribution is not None:
        of_all = outcome.distribution
        found += [(("", c), n) for c, n in zip(of_all.categories, of_all.counts, strict=True)]
    for item in outcome.items:
        pairs = zip(item.distribution.categories, item.distribution.counts, strict=True)
        found += [((item.item, category), n) for category, n in pairs]
    found += [(("", name), n) for name, n in outcome.quadrants]
    return [*found, (("", ""), outcome.on_axes)] if outcome.on_axes else found


@pytest.mark.parametrize("name", ["nine", "forty", "crash"])
def test_the_table_and_the_json_say_the_same(name: str) -> None:
    run = KITS[name](KEPT)
    told = ReportInput(run.header, visible(run.state, "room"))
    rows = read_table(results_csv(told))
    for scenario in data.report(told)["scenarios"]:
        for question in scenario["questions"]:
            for asked in question["rounds"]:
                name_ = question["ref"].partition("/")[2]
                mine = of(rows, name_, asked["round"], scenario=scenario["id"])
                (took_part,) = set(figures(mine, "ballots", "passed", "called", "answered"))
                in_json = (asked["ballots"], asked["passes"], asked["called"], asked["answered"])
                assert took_part == tuple(map(str, in_json))
                whole = [("", one) for one in asked["distribution"] or ()]
                of_items = [(i["item"], one) for i in asked["items"] for one in i["distribution"]]
                counted = {(item, c["category"]): c["count"] for item, c in (*whole, *of_items)}
                parts = [row for row in mine if row["answer"] and question["kind"] != "grid"]
                assert {(r["item"], r["answer"]): int(r["count"]) for r in parts} == counted


@pytest.mark.parametrize("name", ["nine", "forty", "crash"])
def test_the_public_reads_no_count_under_five_and_why(name: str) -> None:
    run = KITS[name](KEPT)
    told = ReportInput(run.header, visible(run.state, "public"), audience="public")
    rows = read_table(results_csv(told))
    assert rows
    for row in rows:
        assert {row[one] for one in ("present", "ballots", "called", "passed")} == {""}
        least = 50 if row["unit"] == "points" else 5
        assert row["count"] in ("", "0") or int(row["count"]) >= least, row
    assert any(row["withheld"] for row in rows)
    asked = {(r["scenario"], r["question"], r["round"]) for r in rows}
    of_room = read_table(results_csv(ReportInput(run.header, visible(run.state, "room"))))
    assert asked == {(r["scenario"], r["question"], r["round"]) for r in of_room}
