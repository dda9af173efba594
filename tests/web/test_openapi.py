"""The API as it is written down is the API as it is: paths, bodies, statuses, and no 500."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from support.asking import BALLOTS
from support.examples import examples
from support.held_room import HeldRoom, held_room
from support.packs import KEPT
from support.phones import OpenRoom, cookie, open_room, workshop_header

from mops_tui.model.agenda.flow import advance
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Pass
from mops_tui.model.session.state import View
from mops_tui.web import routes
from mops_tui.web.bodies import BodyKey
from mops_tui.web.guards import Limits
from mops_tui.web.server import Bounds
from mops_tui.web.serving.rates import Rate
from mops_tui.web.state import state_for
from mops_tui.words.phones.requests import sentences

PATH = Path(__file__).resolve().parents[2] / "docs" / "join-api.openapi.json"
DOC: dict[str, Any] = json.loads(PATH.read_text("utf-8"))
MANY = Rate(1e9, 1e9)
NO_LIMITS = Bounds(limits=Limits(MANY, MANY, MANY, MANY, penalty=0, saves=MANY))


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HeldRoom]:
    """A room that looks at an open question; no answer has failed in the end."""
    with held_room(tmp_path_factory.mktemp("room"), bounds=NO_LIMITS) as room:
        room.do(cmd.Show(View("question", "demo/where")))
        yield room
        assert room.failed == 0


@pytest.fixture(scope="module")
def seat(room: HeldRoom) -> dict[str, str]:
    """What somebody shows who has a seat."""
    return cookie(room.ask(OpenRoom.seat).token)


ASKED = [
    (method, path) for path, item in DOC["paths"].items() for method in item if "events" not in path
]


@pytest.mark.slow
@pytest.mark.parametrize(("method", "path"), ASKED)
def test_what_a_generator_asks_is_answered_as_written_down(
    method: str, path: str, room: HeldRoom, seat: dict[str, str]
) -> None:
    import schemathesis  # four seconds, which nobody else is to wait for
    from schemathesis import checks

    held: list[Any] = [
        checks.not_a_server_error,
        checks.status_code_conformance,
        checks.content_type_conformance,
        checks.response_headers_conformance,
        checks.response_schema_conformance,
        checks.allow_header_conformance,
    ]
    headers = seat if path != "/api/join" else None
    operation = schemathesis.openapi.from_dict(DOC)[path][method]
    right = operation.as_strategy(generation_mode=schemathesis.GenerationMode.POSITIVE)
    wrong = operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE)

    @settings(
        examples(25),
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=right | wrong)
    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(
            base_url=room.served_at,
            headers=headers,
            checks=held,
            allow_redirects=False,
        )

    ask()


def test_every_path_is_written_down_with_its_methods() -> None:
    written = {path: {method.upper() for method in item} for path, item in DOC["paths"].items()}
    served = {path: _methods(route) for path, route in routes.PATHS.items()}
    assert written == {**served, "/{code}": _methods(routes.CODE)}


def _methods(route: routes.Route) -> set[str]:
    return {*(["GET"] if route.get else []), *(["POST"] if route.post else [])}


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Join", routes.JOIN),
        ("Vote", routes.VOTE),
        ("Done", routes.DONE),
        ("Profile", routes.PROFILE),
    ],
)
def test_a_body_is_written_down_as_it_is_checked(name: str, keys: Mapping[str, BodyKey]) -> None:
    written = DOC["components"]["schemas"][name]
    assert written["additionalProperties"] is False
    assert set(written["required"]) == {key for key, what in keys.items() if what.needed}
    assert {key: _bounds(what) for key, what in written["properties"].items()} == {
        key: (what.type, what.most) for key, what in keys.items()
    }


def _bounds(written: Mapping[str, Any]) -> tuple[type, int]:
    kinds = {"string": str, "integer": int, "boolean": bool}
    kind = kinds[written["type"]] if "type" in written else dict
    return kind, written.get("maxLength", written.get("maximum", 0))


@pytest.mark.parametrize("path", routes.PATHS)
def test_a_body_has_the_content_type_that_is_written_down(path: str) -> None:
    posted = DOC["paths"][path].get("post")
    if posted is not None:
        assert list(posted["requestBody"]["content"]) == [routes.PATHS[path].takes]


def test_every_code_of_the_server_is_written_down() -> None:
    said = " ".join(answer["description"] for answer in DOC["components"]["responses"].values())
    assert [code for code in sentences() if code not in said] == []


async def test_every_state_of_a_workshop_is_as_written_down(tmp_path: Path) -> None:
    """What goes out at each step of two whole workshops, and of each kind of question."""
    states = [*await _walked(tmp_path / "a", None), *await _walked(tmp_path / "b", "full-walk")]
    schema = {"$ref": "#/components/schemas/State", "components": DOC["components"]}
    flaws = jsonschema_rs.validator_for(schema)
    for state in states:
        assert [str(flaw) for flaw in flaws.iter_errors(state)] == [], state
    assert {state["now"] for state in states} >= {"joining", "lobby", "question", "closed"}
    assert len({state["question"]["kind"] for state in states if state["question"]}) == 9
    shown = [state["result"]["picture"] for state in states if state["result"]]
    assert {picture["kind"] for picture in shown if picture} >= {"bars", "steps", "dots", "list"}


async def _walked(folder: Path, workshop: str | None) -> list[Any]:
    """All that one phone is told while five people vote on whatever is asked."""
    header = None if workshop is None else workshop_header(workshop, KEPT)
    async with open_room(folder, header) as room:
        people = [(await room.seat(name)).participant for name in "ABCDE"]
        told = [state_for(room.phones, None)]
        while advance(room.session.head).commands and len(told) < 400:
            await room.session.settled()
            ref = room.session.head.view.name
            for who in people if workshop is None else ():
                await room.phones.vote(who, ref, 1, BALLOTS.get(ref, [Pass()])[0])
            told += [state_for(room.phones, who) for who in people[:2]]
            room.do(*advance(room.session.head).commands)
            if room.session.head.phase == "closed":
                break
        await room.session.settled()
        return [*told, state_for(room.phones, people[0])]
