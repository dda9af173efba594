"""People with phones, as docs/join-api.md says that they vote, and what each of them answers."""

from __future__ import annotations

import http.client
import json
import time
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

Ballot = dict[str, Any]
Question = dict[str, Any]
PATIENCE = 60.0


def answer_of(question: Question, person: int) -> Ballot:
    """What somebody answers: people differ, and nobody answers every question alike.

    Args:
        question: A question of the state, as a phone is given it.
        person: Their number, from 0.
    """
    kind = question["kind"]
    options = [option["id"] for option in question.get("options", ())]
    items = [item["id"] for item in question.get("items", ())]
    turn = len(question["ref"]) + person
    if kind in ("choice", "hands"):
        return {"option": options[turn % len(options)]}
    if kind == "allocate":
        most = 1 + person % (question["points"] - 1)
        points = [0] * len(options)
        points[turn % len(options)] += most
        points[(turn + 1) % len(options)] += question["points"] - most
        return {"options": options, "points": points}
    if kind == "rate":
        levels = [level["id"] for level in question["levels"]]
        chosen = [levels[(turn + number) % len(levels)] for number in range(len(items))]
        return {"items": items, "levels": chosen}
    if kind == "pairs":
        return {"items": items, "positions": [(turn + 2 * n) % 5 - 2 for n in range(len(items))]}
    if kind == "grid":
        return {"x": turn * 37 % 180 - 90, "y": turn * 53 % 180 - 90}
    if kind == "curve":
        return {
            "items": items,
            "positions": [(turn * 17 + 23 * n) % 101 for n in range(len(items))],
        }
    if kind == "rank":
        first = turn % len(options)
        return {"options": options[first:] + options[:first]}
    assert kind == "text", kind
    return {"ideas": [f"Idea of person {person}"]}


class HttpPhone:
    """A phone without a screen: the join API and a cookie, nothing of the program.

    Attributes:
        name: What its owner is called.
        address: Where the room is, "http://HOST:PORT".
    """

    def __init__(self, name: str, address: str) -> None:
        self.name = name
        self.address = address
        self._cookie = ""

    def _ask(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        where = urlsplit(self.address)
        assert where.hostname
        connection = http.client.HTTPConnection(where.hostname, where.port, timeout=20)
        headers = {"Cookie": self._cookie} if self._cookie else {}
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            headers |= {"Content-Type": "application/json", "Origin": self.address}
        try:
            connection.request(method, path, data, headers)
            answer = connection.getresponse()
            if (made := answer.getheader("Set-Cookie")) is not None:
                self._cookie = made.partition(";")[0]
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()

    def join(self, code: str, role: str = "") -> None:
        """Take a seat."""
        status, told = self._ask(
            "POST", "/api/join", {"code": code, "name": self.name, "role": role}
        )
        assert status == 200, told

    def state(self) -> dict[str, Any] | None:
        """What this phone may see; None while the laptop is away."""
        try:
            status, told = self._ask("GET", "/api/state")
        except OSError:
            return None
        assert status == 200, told
        assert isinstance(told, dict)
        return told

    def vote(self, question: Question, ballot: Ballot) -> None:
        """Vote, or change a vote; while the laptop is away it is sent again, and counts once."""
        body = {
            "id": uuid4().hex,
            "question": question["ref"],
            "round": question["round"],
            "ballot": ballot,
        }
        until = time.monotonic() + PATIENCE
        while True:
            try:
                status, told = self._ask("POST", "/api/vote", body)
            except OSError:
                assert time.monotonic() < until, f"{self.name} cannot vote"
                time.sleep(0.05)
            else:
                assert status == 200, told
                return

    def close(self) -> None:
        """Nothing is kept open."""
