"""What nobody who means well would send: each is refused as it should be, and the room goes on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from support.phones import open_room
from support.raw_http import FORM, JSON, Reply, exchange, request

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.storage.sessions import journal

CHUNKS = {**JSON, "Transfer-Encoding": "chunked"}
SEAT = {"Cookie": "mops_seat=SEAT"}
VOTE: dict[str, Any] = {"id": "1", "question": "demo/where", "round": 1, "ballot": {"option": "a"}}
JOIN: dict[str, Any] = {"code": "CODECODE", "name": "Bob", "role": ""}
DOC = Path(__file__).resolve().parents[2] / "docs" / "join-api.openapi.json"
Row = tuple[str, bytes, int, str]
"""What it is, its bytes, and the status and the code of the answer; 0 where there is none."""


def post(path: str, body: object, headers: Mapping[str, str] = JSON, *, seat: bool = True) -> bytes:
    """A POST of a phone that has a seat."""
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    return request("POST", path, {**headers, **(SEAT if seat else {})}, sent)


def vote(**changes: object) -> bytes:
    return post("/api/vote", {**VOTE, **changes})


def ballot(keys: object) -> bytes:
    return vote(id="", ballot=keys)


def join(**changes: object) -> bytes:
    return post("/api/join", {**JOIN, **changes}, seat=False)


def raw_vote(body: bytes) -> bytes:
    return post("/api/vote", body)


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in VOTE.items() if name != key}


NO_HTTP: list[Row] = [
    ("no HTTP at all", b"hello\r\n\r\n", 400, "bad-request"),
    ("TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 40, 400, "bad-request"),
    ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "bad-request"),
    ("HTTP/9", b"GET / HTTP/9.9\r\nHost: HOST\r\n\r\n", 400, "bad-request"),
    ("only a method", b"GET\r\n\r\n", 400, "bad-request"),
    ("a method of signs", b"G\x00T / HTTP/1.1\r\nHost: HOST\r\n\r\n", 400, "bad-request"),
    ("a header without a colon", request("GET", "/") [:-2] + b"oops\r\n\r\n", 400, "bad-request"),
    ("a header name with a blank", request("GET", "/", {"X Y": "1"}), 400, "bad-request"),
    ("a folded header", request("GET", "/", {"X": "1\r\n 2"}), 400, "bad-request"),
    ("a NUL in a header", request("GET", "/", {"X": "a\x00b"}), 400, "bad-request"),
    ("a bare line feed in a header", request("GET", "/", {"X": "a\rb"}), 400, "bad-request"),
    ("an endless path", request("GET", "/" + "a" * 9000), 400, "bad-request"),
    ("an endless header", request("GET", "/", {"X": "a" * 20000}), 400, "bad-request"),
    ("a thousand headers", request("GET", "/", {f"X{n}": "1" for n in range(1000)}), 400,
     "bad-request"),
    ("an endless cookie", request("GET", "/", {"Cookie": "mops_seat=" + "a" * 9000}), 400,
     "bad-request"),
    ("two lengths", post("/api/vote", VOTE, {**JSON, "Content-Length": "5", "content-length": "9"}),
     400, "bad-request"),
    ("a length and chunks",
     post("/api/vote", b"0\r\n\r\n", {**CHUNKS, "Content-Length": "5"}), 400, "bad-request"),
    ("a negative length", post("/api/vote", VOTE, {**JSON, "Content-Length": "-1"}), 400,
     "bad-request"),
    ("a length in words", post("/api/vote", VOTE, {**JSON, "Content-Length": "ten"}), 400,
     "bad-request"),
    ("a length with a plus", post("/api/vote", VOTE, {**JSON, "Content-Length": "+9"}), 400,
     "bad-request"),
    ("a chunk of no size",
     post("/api/vote", b"zz\r\n{}\r\n0\r\n\r\n", CHUNKS), 400,
     "bad-request"),
    ("an unknown coding", post("/api/vote", VOTE, {**JSON, "Transfer-Encoding": "magic"}), 400,
     "bad-request"),
]  # fmt: skip
ELSEWHERE: list[Row] = [
    ("another host", request("GET", "/api/state", {"Host": "evil.example"}), 421, "other-host"),
    ("another port", request("GET", "/", {"Host": "127.0.0.1:1"}), 421, "other-host"),
    ("no port", request("GET", "/", {"Host": "127.0.0.1"}), 421, "other-host"),
    ("no host", b"GET /api/state HTTP/1.0\r\n\r\n", 421, "other-host"),
    ("no host, of today", b"GET /api/state HTTP/1.1\r\n\r\n", 400, "bad-request"),
    ("an empty host", request("GET", "/", {"Host": ""}), 421, "other-host"),
    ("a host that begins right", request("GET", "/", {"Host": "HOST.evil.example"}), 421,
     "other-host"),
    ("a host with a user", request("GET", "/", {"Host": "a@HOST"}), 421, "other-host"),
    ("an absolute address elsewhere", request("GET", "http://evil.example/api/state"), 421,
     "other-host"),
    ("a whole address, though our own", request("GET", "http://HOST/api/state"), 421,
     "other-host"),
    *[(f"a whole address that is none: {name[:12]}", request("GET", f"http://{name}/"), 421,
       "other-host") for name in ("xn--" + "a" * 80, "xn--zz99999999-", "a..b", "%00", "[v1.x]")],
    ("a vote by another host", post("/api/vote", VOTE, {**JSON, "Host": "evil.example"}), 421,
     "other-host"),
    ("another origin", post("/api/vote", VOTE, {**JSON, "Origin": "http://evil.example"}), 403,
     "other-origin"),
    ("an origin of no name", post("/api/vote", VOTE, {**JSON, "Origin": "null"}), 403,
     "other-origin"),
    ("an origin by TLS", post("/api/vote", VOTE, {**JSON, "Origin": "https://HOST"}), 403,
     "other-origin"),
    ("an origin that begins right", post("/api/vote", VOTE, {**JSON, "Origin": "http://HOST.evil"}),
     403, "other-origin"),
    ("an empty origin", post("/api/vote", VOTE, {**JSON, "Origin": ""}), 403, "other-origin"),
    ("a page of another site", post("/api/vote", VOTE, {**JSON, "Sec-Fetch-Site": "cross-site"}),
     403, "other-origin"),
    ("a page of a neighbour", post("/api/vote", VOTE, {**JSON, "Sec-Fetch-Site": "same-site"}),
     403, "other-origin"),
    ("a form of another site",
     post("/form/vote", b"option=a", {**FORM, "Origin": "http://evil.example"}), 403,
     "other-origin"),
    ("joining from another site", post("/api/join", JOIN, {**JSON, "Origin": "http://evil"}), 403,
     "other-origin"),
]  # fmt: skip
PATHS: list[Row] = [
    ("an unknown path", request("GET", "/admin"), 404, "not-found"),
    ("the host's own powers", post("/api/reveal", {}), 404, "not-found"),
    ("a path upwards", request("GET", "/../../etc/passwd"), 404, "not-found"),
    ("a path upwards in disguise", request("GET", "/%2e%2e/%2e%2e/etc/passwd"), 404, "not-found"),
    ("a path of Windows", request("GET", "/..\\..\\secret"), 404, "not-found"),
    ("a path with a NUL", request("GET", "/page.css%00.js"), 404, "not-found"),
    ("the source of the page", request("GET", "/page/page.js"), 404, "not-found"),
    ("a path twice coded", request("GET", "/api%2Fstate"), 404, "not-found"),
    ("a path with two slashes", request("GET", "//api/state"), 404, "not-found"),
    ("a path with a slash more", request("GET", "/api/state/"), 404, "not-found"),
    ("a path in capitals", request("GET", "/API/STATE"), 404, "not-found"),
    ("no code", request("GET", "/12345"), 404, "not-found"),
    ("something like a code with marks", request("GET", "/<script>"), 404, "not-found"),
    ("a star", request("OPTIONS", "*"), 404, "not-found"),
    ("a proxy's request", request("CONNECT", "evil.example:443"), 421, "other-host"),
    ("voting by GET", request("GET", "/api/vote"), 405, "wrong-method"),
    ("joining by PUT", request("PUT", "/api/join", JSON, b"{}"), 405, "wrong-method"),
    ("deleting the state", request("DELETE", "/api/state"), 405, "wrong-method"),
    ("posting the page", post("/", {}), 405, "wrong-method"),
    ("what is allowed", request("OPTIONS", "/api/vote"), 405, "wrong-method"),
    ("an echo", request("TRACE", "/api/state"), 405, "wrong-method"),
    ("mending the state", request("PATCH", "/api/state"), 405, "wrong-method"),
]  # fmt: skip
CONTENT: list[Row] = [
    ("no content type", post("/api/vote", VOTE, {}), 415, "wrong-content"),
    ("text", post("/api/vote", VOTE, {"Content-Type": "text/plain"}), 415, "wrong-content"),
    ("JSON as a form", post("/api/vote", VOTE, FORM), 415, "wrong-content"),
    ("a form as JSON", post("/form/vote", b"option=a", JSON), 415, "wrong-content"),
    ("files", post("/form/vote", b"--x--", {"Content-Type": "multipart/form-data; boundary=x"}),
     415, "wrong-content"),
    ("another charset",
     post("/api/vote", VOTE, {"Content-Type": "application/json; charset=utf-7"}), 415,
     "wrong-content"),
    ("a zip bomb", post("/api/vote", VOTE, {**JSON, "Content-Encoding": "gzip"}), 415,
     "wrong-content"),
    ("too long", raw_vote(b'{"id": "' + b"a" * 9000 + b'"}'), 413, "too-long"),
    ("long by its word alone", post("/api/vote", b"{}", {**JSON, "Content-Length": "9999999999"}),
     413, "too-long"),
    ("too long in chunks",
     post("/api/vote", b"2000\r\n" + b" " * 0x2000 + b"\r\n1\r\n \r\n0\r\n\r\n", CHUNKS), 413,
     "too-long"),
    ("a form too long", post("/form/vote", b"a=" + b"b" * 9000, FORM), 413, "too-long"),
    ("a form of a thousand fields", post("/form/vote", b"a&" * 1000, FORM), 400, "bad-form"),
    ("a form that is no text", post("/form/vote", b"option=%ff%fe", FORM), 400, "bad-form"),
]  # fmt: skip
BODIES: list[Row] = [
    ("nothing", raw_vote(b""), 400, "bad-json"),
    ("no JSON", raw_vote(b"{oops"), 400, "bad-json"),
    ("no text", raw_vote(b'{"id": "\xff\xfe"}'), 400, "bad-json"),
    ("UTF-16", raw_vote(json.dumps(VOTE).encode("utf-16")), 400, "bad-json"),
    ("a list", raw_vote(b"[]"), 400, "bad-json"),
    ("a number", raw_vote(b"1"), 400, "bad-json"),
    ("null", raw_vote(b"null"), 400, "bad-json"),
    ("four thousand levels", raw_vote(b"[" * 4000 + b"]" * 4000), 400, "bad-json"),
    ("nine levels", vote(ballot={"ideas": [[[[[[[["a"]]]]]]]]}), 400, "bad-json"),
    ("a key twice", raw_vote(b'{"id": "1", "id": "2"}'), 400, "bad-json"),
    ("not a number", raw_vote(b'{"round": NaN}'), 400, "bad-json"),
    ("infinity", raw_vote(b'{"round": -Infinity}'), 400, "bad-json"),
    ("infinity in digits", raw_vote(b'{"round": 1e999}'), 400, "bad-json"),
    ("a number of 5,000 digits", raw_vote(b'{"round": ' + b"9" * 5000 + b"}"), 400, "bad-json"),
    ("half a character", raw_vote(b'{"id": "\\ud800"}'), 400, "bad-json"),
    ("two values", raw_vote(b"{} {}"), 400, "bad-json"),
    ("an unknown key", vote(participant="p2"), 400, "unknown-key"),
    ("a proto", vote(**{"__proto__": {}}), 400, "unknown-key"),
    *[(f"no {key}", post("/api/vote", without(key)), 400, "key-missing") for key in VOTE],
    ("a number as id", vote(id=1), 400, "wrong-type"),
    ("an endless id", vote(id="a" * 65), 400, "text-too-long"),
    ("a list as question", vote(question=["demo/where"]), 400, "wrong-type"),
    ("an endless question", vote(question="a" * 4000), 400, "text-too-long"),
    ("text as round", vote(round="1"), 400, "wrong-type"),
    ("true as round", vote(round=True), 400, "wrong-type"),
    ("half a round", vote(round=1.0), 400, "wrong-type"),
    ("a round before the first", vote(round=-1), 400, "wrong-type"),
    ("a list as ballot", vote(ballot=[]), 400, "wrong-type"),
    ("null as ballot", vote(ballot=None), 400, "wrong-type"),
    ("a number as name", join(name=1), 400, "wrong-type"),
    ("null as code", join(code=None), 400, "wrong-type"),
    ("an endless code", join(code="A" * 65), 400, "text-too-long"),
    ("text as done", post("/api/done", {"question": "demo/where", "round": 1, "done": "yes"}), 400,
     "wrong-type"),
    ("no role", post("/api/profile", {"name": "Ada"}), 400, "key-missing"),
]  # fmt: skip
VOTES: list[Row] = [
    ("no cookie", post("/api/vote", VOTE, seat=False), 401, "not-joined"),
    ("a cookie that nobody holds", post("/api/vote", VOTE, {**JSON, "Cookie": "mops_seat=aaaa"},
     seat=False), 401, "not-joined"),
    ("a cookie of signs", post("/api/vote", VOTE, {**JSON, "Cookie": "mops_seat=\xff\xfe;;=;"},
     seat=False), 401, "not-joined"),
    ("a participant as cookie", post("/api/vote", VOTE, {**JSON, "Cookie": "mops_seat=p1"},
     seat=False), 401, "not-joined"),
    ("done without a seat", post("/api/done", {}, seat=False), 401, "not-joined"),
    ("a name without a seat", post("/api/profile", {}, seat=False), 401, "not-joined"),
    ("a form without a seat", post("/form/vote", b"option=a", FORM, seat=False), 401, "not-joined"),
    ("a wrong code", join(code="AAAAAAAA"), 403, "wrong-code"),
    ("no code at all", join(code=""), 403, "wrong-code"),
    ("a code in other letters", join(code="７ＫＱ２Ｍ９ＸＤ"), 403, "wrong-code"),
    ("an unknown question", vote(id="", question="demo/nothing"), 409, "round-closed"),
    ("a question upwards", vote(id="", question="../../etc"), 409, "round-closed"),
    ("a question that is not open", vote(id="", question="demo/points"), 409, "round-closed"),
    ("a later round", vote(id="", round=2), 409, "round-closed"),
    ("round nought", vote(id="", round=0), 409, "round-closed"),
    ("an empty ballot", ballot({}), 422, "ballot"),
    ("an unknown key of a ballot", ballot({"winner": "a"}), 422, "ballot"),
    ("an unknown option", ballot({"option": "z"}), 422, "ballot-unknown-option"),
    ("an option of signs", ballot({"option": "\x1b[31m"}), 422, "ballot-unknown-option"),
    ("a ballot of another kind", ballot({"x": 1, "y": 1}), 422, "ballot-wrong-kind"),
    ("a number as option", ballot({"option": 1}), 422, "ballot"),
    ("a vote with a huge number", ballot({"x": 10**14, "y": 0}), 422, "ballot-wrong-kind"),
    ("done with a round that is not", post("/api/done",
     {"question": "demo/where", "round": 7, "done": True}), 409, "round-closed"),
]  # fmt: skip
ODD: list[Row] = [
    ("a socket of the web", request("GET", "/api/state", {"Connection": "Upgrade",
     "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "x"}), 200, ""),
    ("HTTP/2 on the way", request("GET", "/api/state", {"Connection": "Upgrade, HTTP2-Settings",
     "Upgrade": "h2c", "HTTP2-Settings": "AAMAAABkAAQAAP__"}), 200, ""),
    ("a question that is no text", request("GET", "/api/state?%ff%fe=%00&&=;"), 200, ""),
    ("a page with a question", request("GET", "/?%ff%fe=%00&&=;change&code=%3Cscript%3E"), 200, ""),
    ("a body where none belongs", request("GET", "/api/state", SEAT, b"{}"), 200, ""),
    ("half a range", request("GET", "/api/state", {"Range": "bytes=0-1,5-6"}), 200, ""),
    ("a hundred cookies", request("GET", "/api/state", {"Cookie": "a=b; " * 500}), 200, ""),
    ("two seats", request("GET", "/api/state", {"Cookie": "mops_seat=x; mops_seat=SEAT"}), 200, ""),
    ("an address of somebody else", request("GET", "/api/state", {"X-Forwarded-For": "1.2.3.4",
     "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}), 200, ""),
    ("a method in a header", request("GET", "/api/state", {"X-HTTP-Method-Override": "DELETE"}),
     200, ""),
    ("what is not waited for", post("/api/vote", {**VOTE, "id": ""}, {**JSON, "Expect": "nothing"}),
     200, ""),
    ("a vote in one-byte chunks",
     post("/api/vote", b"".join(b"1\r\n%c\r\n" % byte for byte in json.dumps(VOTE).encode())
          + b"0\r\n\r\n", CHUNKS), 200, ""),
    ("a second seat", post("/api/join", {**JOIN, "id": "k" * 20}), 200, ""),
    ("a second seat by an older form", post("/form/join", b"code=CODECODE&name=Bob", FORM), 303,
     ""),
    ("a second seat with a wrong code", post("/api/join", {**JOIN, "code": "AAAAAAAA"}), 200, ""),
    ("a name of escape codes", post("/api/profile", {"name": "\x1b[2J\x1b]0;x\x07Ada", "role": ""}),
     200, ""),
    ("a name that shows nothing", post("/api/profile", {"name": "\u200b\u2060", "role": ""}), 200,
     ""),
]  # fmt: skip
TABLES = {
    "odd": ODD,
    "no HTTP": NO_HTTP,
    "from elsewhere": ELSEWHERE,
    "paths": PATHS,
    "content": CONTENT,
    "bodies": BODIES,
    "votes": VOTES,
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
async def test_what_is_hostile_is_refused_and_the_room_still_votes(
    table: list[Row], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    async with open_room(tmp_path) as room:
        room.do(cmd.Show(View("question", "demo/where")))
        await room.session.settled()
        seat, code = (await room.seat()).token.encode(), room.phones.book.code.encode()
        told: list[tuple[object, ...]] = []
        for name, data, status, error in table:
            sent = data.replace(b"SEAT", seat).replace(b"CODECODE", code)
            reply = await exchange(room.server.port, sent)
            if (reply.status, reply.error) != (status, error):
                told.append((name, reply.status, reply.error, reply.body[:80]))
            if flaw := _flaw(reply, seat):
                told.append((name, flaw, reply.status, reply.body))
        assert told == []
        assert room.server.failures.noted == 0
        assert len(room.session.head.participants) == 1
        voted = await exchange(room.server.port, vote(id="last").replace(b"SEAT", seat))
        assert voted.status == 200, voted
        events = journal.read(room.session.path).events
        assert [event.kind for event in events].count("vote-cast") == 1
    assert capfd.readouterr() == ("", "")


def _flaw(reply: Reply, seat: bytes) -> str:
    """What is wrong with how an answer is made, whatever it says."""
    if not reply.status:
        return ""
    if "server" in reply.headers:
        return "it says what answers"
    if "default-src 'none'" not in reply.headers["content-security-policy"]:
        return "it has no policy"
    if reply.headers["cache-control"] != "no-store":
        return "it may be kept"
    if "set-cookie" in reply.headers:
        return "it gives a seat"
    if reply.error and not reply.json["message"].endswith("."):
        return "it has no sentence"
    if any(told in reply.body for told in (b"Traceback", b"aiohttp", b".py", seat)):
        return "it tells too much"
    return ""


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_each_answer_is_one_that_is_written_down(table: list[Row]) -> None:
    paths = json.loads(DOC.read_text("utf-8"))["paths"]
    for name, data, status, _ in table:
        method, path, *_ = [*data.decode("latin-1").split(" "), ""]
        route = paths.get(path, {}).get(method.lower())
        if route is not None:
            assert str(status) in route["responses"], name


def test_there_are_enough_of_them() -> None:
    assert sum(map(len, TABLES.values())) >= 60
