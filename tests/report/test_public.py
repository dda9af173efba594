"""Whatever is written for the public names nobody, and tells no count under five: in any byte."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support.kits import crash, forty, nine

from mops_tui.model.session import events as ev
from mops_tui.report import ReportInput
from mops_tui.report.content.content import report_content
from mops_tui.report.svg.draw import pictures_of, svg_of
from mops_tui.sources.saved import read_saved
from mops_tui.sources.simulated.rehearsal import RehearsalRun, session_bytes
from mops_tui.usecases.report import (
    ReportOptions,
    ReportShape,
    input_and_doubts,
    report_bytes,
)

SHAPES: tuple[ReportShape, ...] = (
    "md", "html", "json", "csv-results", "csv-jira", "csv-planner", "ics", "pptx",
)  # fmt: skip
KITS = {"nine": nine, "crash": crash, "forty": forty}


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("public")

    @cache
    def made(name: str) -> ReportInput:
        path: Path = folder / f"{name}.toml"
        path.write_bytes(session_bytes(KITS[name]()))
        saved = read_saved(path, audience="public")
        return ReportInput(
            saved.header, saved.state, saved.condition, saved.at, saved.fingerprint, "public"
        )

    return made


def unpacked(content: str | bytes) -> Iterator[str]:
    """All texts in a file: of slides those in it, and of the workbooks in those."""
    data = content.encode() if isinstance(content, str) else content
    if not data.startswith(b"PK"):
        yield data.decode()
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for one in archive.namelist():
            inner = archive.read(one)
            if inner.startswith(b"PK"):
                yield from unpacked(inner)
            elif one.endswith((".xml", ".rels")):
                yield inner.decode()


def names_in(run: RehearsalRun) -> set[str]:
    """The words of everybody's name, but those that the packs use as well."""
    joined = [one for one in run.events if isinstance(one, ev.ParticipantJoined)]
    words = {word.casefold() for one in joined for word in one.name.split()}
    pack = set(re.findall(r"\w+", run.header.workshop.model_dump_json().casefold()))
    return words - pack


@pytest.mark.parametrize("name", ["nine", "crash"])
@pytest.mark.parametrize("shape", SHAPES)
def test_no_name_stands_in_any_format(public: Any, name: str, shape: ReportShape) -> None:
    if shape == "pptx":
        pytest.importorskip("pptx")
    names = names_in(KITS[name]())
    assert names
    for text in unpacked(report_bytes(public(name), shape)):
        plain = unicodedata.normalize("NFKC", text).casefold()
        assert names & set(re.findall(r"\w+", plain)) == set()


def test_no_name_stands_in_a_picture(public: Any) -> None:
    names = names_in(nine())
    for one in pictures_of(report_content(public("nine"))):
        assert names & set(re.findall(r"\w+", svg_of(one, alone=True).casefold())) == set()


@pytest.mark.parametrize("name", list(KITS))
def test_the_data_has_no_count_under_five_and_nothing_of_one_person(public: Any, name: str) -> None:
    data = json.loads(str(report_bytes(public(name), "json")))
    assert data["people"]["list"] == []
    assert data["people"]["took_part"] % 5 == 0
    assert data["session"]["fingerprint"] == ""
    assert data["ideas"] == []
    assert data["notes"] == []
    assert data["grids"] == []
    for decision in data["decisions"]:
        assert decision["dissent"] == ""
    for scenario in data["scenarios"]:
        for question in scenario["questions"]:
            for told in question["rounds"]:
                nothing(told, points=question["kind"] == "allocate")


def nothing(told: dict[str, Any], *, points: bool) -> None:
    """A round tells of no small group, and of nobody."""
    least = 50 if points else 5
    spreads = [told["distribution"], told["quadrants"]]
    spreads += [item["distribution"] for item in told["items"]]
    for spread in spreads:
        for cell in spread:
            assert cell["count"] == 0 or cell["count"] >= least
    assert told["answered"] == 0 or told["answered"] >= 5
    assert (told["present"], told["passes"], told["called"]) == (0, 0, 0)
    assert told["quorum"] is None
    assert told["stability"] is None
    assert told["moved_count"] == 0
    for key in ("ideas", "answers", "by_name", "marks", "moved", "reasons", "axes"):
        assert told[key] == [], key


def test_what_the_facilitator_wrote_for_herself_is_nowhere(public: Any) -> None:
    for shape in ("md", "json"):
        text = str(report_bytes(public("nine"), shape))
        assert "left twice for a call" not in text
        assert "The room was cold" not in text


@pytest.fixture
def spoken(tmp_path: Path) -> Path:
    """Nine people by name, who are spoken of and counted in every text that stays."""
    run = nine()
    told = "Helen said it to T. and tlind; We voted 7-2, two of us want it. Tomas agrees"
    texts = (
        ev.NoteRecorded(note="n7", text=told, about="H e l e n", list="parking"),
        ev.ActionRecorded(action="a7", what=told, who="Helen & h.okafor@acme.example", by="HO"),
        ev.DecisionRecorded(
            decision="d7", scenario="org-placement", what=told, agree=told, first_step=told
        ),
        ev.ReportEdited(title=told, summary=told),
    )
    events = list(run.events)
    for one in texts:
        events.append(ev.stamp(one, len(events) + 1, events[-1].t))
    path = tmp_path / "spoken.toml"
    path.write_bytes(session_bytes(RehearsalRun(run.header, tuple(events), run.state)))
    return path


@pytest.mark.parametrize("shape", ["md", "html", "json", "csv-jira", "csv-planner", "ics"])
def test_neither_names_nor_counts_of_few_stay_in_what_was_typed(
    spoken: Path, shape: ReportShape
) -> None:
    given, doubts = input_and_doubts(spoken, ReportOptions(audience="public"))
    text = "".join(unpacked(report_bytes(given, shape)))
    for one in ("Helen", "Tomas", "okafor", "e l e n", "7-2", "two of us", "acme"):
        assert one not in text, one
    assert "[…]" in text.replace("\\", "")
    assert doubts == ("Read it before it leaves: “T.” or “tlind” could be Tomas Lind.")
    assert doubts not in text


def test_a_file_that_is_called_after_somebody_is_told_of(spoken: Path) -> None:
    named = spoken.rename(spoken.with_name("helens-offsite.toml"))
    doubts = input_and_doubts(named, ReportOptions(audience="public"))[1]
    assert "“helens-offsite.toml” could be Helen Okafor" in doubts


def test_the_room_is_told_of_no_doubt(spoken: Path) -> None:
    assert input_and_doubts(spoken)[1] == ""


def test_what_others_read_says_that_all_may_have_answered_alike(public: Any) -> None:
    assert "it says what each of them answered" in str(report_bytes(public("forty"), "md"))


def test_nothing_that_others_read_says_how_many_events_there_were(public: Any) -> None:
    given = public("nine")
    assert json.loads(str(report_bytes(given, "json")))["session"]["events"] == 0
    assert f"SEQUENCE:{given.state.seq}" not in str(report_bytes(given, "ics"))
    earlier = replace(given, at=given.state.seq)
    assert json.loads(str(report_bytes(earlier, "json")))["session"]["at"] == 0
    assert "As it stood at event" not in str(report_bytes(earlier, "md"))


def test_of_a_vote_that_was_not_revealed_others_are_told_no_number(tmp_path: Path) -> None:
    run = nine()
    first = next(at for at, one in enumerate(run.events) if isinstance(one, ev.RoundRevealed))
    path = tmp_path / "open.toml"
    path.write_bytes(session_bytes(RehearsalRun(run.header, run.events[:first], run.state)))
    told = {}
    for audience in ("room", "public"):
        saved = read_saved(path, audience=audience)
        given = ReportInput(saved.header, saved.state, saved.condition, audience=audience)
        (hidden,) = json.loads(str(report_bytes(given, "json")))["not_revealed"]
        told[audience] = hidden["voted"], str(report_bytes(given, "md"))
    voted, said = told["room"]
    assert f"Not revealed: {voted} voted." in said
    voted, said = told["public"]
    assert (voted, "Not revealed." in said, " voted." in said) == (None, True, False)


@pytest.mark.parametrize("name", list(KITS))
def test_no_sentence_says_twice_which_item_it_is_of(public: Any, name: str) -> None:
    told = str(report_bytes(public(name), "md"))
    assert re.findall(r"(“[^”]+”): On \1", told) == []
