"""The paths of the room, and what is answered at each."""

from __future__ import annotations

import gzip
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeVar
from urllib.parse import unquote

from aiohttp import web

from mops_tui.model.session.commands import Refusal
from mops_tui.sources.phones.admission import Joined
from mops_tui.sources.phones.code import looks_like_code
from mops_tui.sources.phones.phones import Phones
from mops_tui.sources.saving import NotSaved
from mops_tui.web.bodies import BodyKey, checked, form_of, json_of
from mops_tui.web.cookies import give_seat, tokens_of
from mops_tui.web.documents import Documents
from mops_tui.web.errors import Refused
from mops_tui.web.events import HEADERS, Hub
from mops_tui.web.guards import FORM, JSON
from mops_tui.web.page import FOLDER, page_html
from mops_tui.web.plain.page import FilledForm
from mops_tui.web.plain.votes import Fields, value_of, vote_from
from mops_tui.web.state import state_for
from mops_tui.web.votes import ballot_from

"""So long a browser keeps the seat: a workshop may go on next week. The room knows it, or not."""
_KEPT = "public, max-age=31536000, immutable"
"""For a year: the address holds the content's hash, and other content has another address."""

JOIN = {
    "code": BodyKey(str, 64),
    "name": BodyKey(str, 8192),
    "role": BodyKey(str, 8192),
    "id": BodyKey(str, 64, needed=False),
}
VOTE = {
    "id": BodyKey(str, 64),
    "question": BodyKey(str, 300),
    "round": BodyKey(int, 9999),
    "ballot": BodyKey(dict),
}
DONE = {"question": BodyKey(str, 300), "round": BodyKey(int, 9999), "done": BodyKey(bool)}
PROFILE = {"name": BodyKey(str, 8192), "role": BodyKey(str, 8192)}
"""What the body of each request has to be."""

T = TypeVar("T")
Handler = Callable[["Routes", web.BaseRequest, str | None], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Route:
    """What is answered at one path.

    Attributes:
        get: To GET and HEAD, if anything.
        post: To POST, if anything.
        takes: What a POST carries.
        saves: A POST writes into the session file.
    """

    get: Handler | None = None
    post: Handler | None = None
    takes: str = JSON
    saves: bool = False

    @property
    def allow(self) -> str:
        """The methods, as the header `Allow` names them."""
        return ", ".join([*(["GET", "HEAD"] if self.get else []), *(["POST"] if self.post else [])])


class Routes:
    """What one room answers."""

    def __init__(self, phones: Phones, documents: Documents, hub: Hub) -> None:
        """Answer for a session's phones."""
        self.phones = phones
        self.documents = documents
        self.hub = hub
        self._assets: dict[str, tuple[bytes, bytes, str]] = {}

    def find(self, path: str) -> Route:
        """What is answered at a path.

        Raises:
            Refused: Nothing is.
        """
        route = PATHS.get(path)
        if route is not None:
            return route
        if looks_like_code(path[1:]):
            return CODE
        raise Refused(404, "not-found")

    # --- the page

    async def page(self, request: web.BaseRequest, person: str | None) -> web.StreamResponse:
        """The page; with the code of its address filled in, where there is one."""
        change = "change" in request.rel_url.query
        path = unquote(request.rel_url.raw_path[1:])
        text = page_html(self.phones, person, path, change=change)
        return web.Response(text=text, content_type="text/html", charset="utf-8")

    async def style(self, request: web.BaseRequest, _person: str | None) -> web.StreamResponse:
        """The page's style."""
        return self._asset(request, "page.css", "text/css")

    async def script(self, request: web.BaseRequest, _person: str | None) -> web.StreamResponse:
        """The page's script."""
        return self._asset(request, "page.js", "text/javascript")

    def _asset(self, request: web.BaseRequest, name: str, kind: str) -> web.Response:
        if name not in self._assets:
            content = (FOLDER / name).read_bytes()
            self._assets[name] = (content, gzip.compress(content), sha256(content).hexdigest())
        content, packed, digest = self._assets[name]
        asked = request.rel_url.raw_query_string
        fits = len(asked) >= 8 and digest.startswith(asked.removeprefix("v="))
        headers = {"Cache-Control": _KEPT if fits else "no-cache", "Vary": "Accept-Encoding"}
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            content = packed
        return web.Response(body=content, headers=headers, content_type=kind, charset="utf-8")

    # --- what pages ask for

    async def state(self, _request: web.BaseRequest, person: str | None) -> web.StreamResponse:
        """The state."""
        return self._state(person)

    async def events(self, request: web.BaseRequest, _person: str | None) -> web.StreamResponse:
        """The state, whenever it changes."""
        if request.method == "HEAD":
            return web.Response(headers=HEADERS)
        return await self.hub.serve(request)

    async def join(self, request: web.BaseRequest, person: str | None) -> web.StreamResponse:
        """Take a seat; whoever has one keeps it, be it in another tab."""
        asked = await json_of(request)
        checked(asked, JOIN)
        if person is not None:
            return self._state(person)
        joined = await self._join(asked["code"], asked["name"], asked["role"], asked.get("id", ""))
        return _with_seat(request, self._state(joined.participant), joined)

    async def vote(self, request: web.BaseRequest, person: str | None) -> web.StreamResponse:
        """Vote, or change one's vote."""
        who = _seated(person)
        asked = await json_of(request)
        checked(asked, VOTE)
        await self._vote(who, asked["id"], asked["question"], asked["round"], asked["ballot"])
        return self._state(who)

    async def done(self, request: web.BaseRequest, person: str | None) -> web.StreamResponse:
        """Say that one is done."""
        who = _seated(person)
        asked = await json_of(request)
        checked(asked, DONE)
        round_ = self.phones.seen.round(asked["question"])
        if round_ is None or round_.number != asked["round"]:
            raise Refused(409, "round-closed")
        self.phones.say_done(who, asked["question"], asked["round"], done=asked["done"])
        self.documents.change()
        return self._state(who)

    async def profile(self, request: web.BaseRequest, person: str | None) -> web.StreamResponse:
        """Be called otherwise."""
        who = _seated(person)
        asked = await json_of(request)
        checked(asked, PROFILE)
        outcome = await _durable(self.phones.describe(who, asked["name"], asked["role"]))
        if outcome is not None:
            raise _refused(outcome)
        return self._state(who)

    async def form_join(self, request: web.BaseRequest, person: str | None) -> web.StreamResponse:
        """Take a seat, without JavaScript; whoever has one keeps it."""
        form = await form_of(request)
        if person is not None:
            return _back()
        code, name, role = (value_of(form, key) for key in ("code", "name", "role"))
        try:
            joined = await self._join(code, name, role, value_of(form, "id"))
        except Refused as refused:
            return self._page_again(refused, None, form)
        return _with_seat(request, _back(), joined)

    async def form_vote(self, request: web.BaseRequest, person: str | None) -> web.StreamResponse:
        """Vote, without JavaScript."""
        who = _seated(person)
        form = await form_of(request)
        try:
            await self._form_voted(who, form)
        except Refused as refused:
            return self._page_again(refused, who, form)
        return _back()

    async def _form_voted(self, who: str, form: Fields) -> None:
        document = state_for(self.phones, who)
        question = document.get("question")
        ref, number = value_of(form, "question"), value_of(form, "round")
        if not question or (ref, number) != (question["ref"], str(question["round"])):
            raise Refused(409, "round-closed")
        keys = vote_from(form, document)
        if isinstance(keys, str):
            raise Refused(422, keys)
        await self._vote(who, value_of(form, "id"), ref, question["round"], keys)

    def _page_again(self, refused: Refused, who: str | None, form: Fields) -> web.Response:
        """The page with what was typed, and why it was not taken."""
        sent = FilledForm(form, refused.code)
        return web.Response(
            status=refused.status,
            headers=refused.headers,
            text=page_html(self.phones, who, "", sent),
            content_type="text/html",
            charset="utf-8",
        )

    # --- what they share

    def _state(self, person: str | None) -> web.Response:
        return web.Response(
            body=self.documents.of(person), content_type="application/json", charset="utf-8"
        )

    async def _join(self, code: str, name: str, role: str, once: str) -> Joined:
        outcome = await _durable(self.phones.join(code, name, role, once))
        if isinstance(outcome, Joined):
            return outcome
        if outcome == "too-many-tries":
            wait = {"Retry-After": str(int(self.phones.wait) + 1)}
            raise Refused(429, outcome, wait)
        raise _refused(outcome)

    async def _vote(
        self, who: str, id_: str, question: str, round_: int, keys: Mapping[str, Any]
    ) -> None:
        ballot = ballot_from(keys)
        if ballot is None:
            raise Refused(422, "ballot")
        outcome = await _durable(self.phones.vote(who, question, round_, ballot, id_))
        if outcome is not None:
            raise _refused(outcome)


PATHS: Mapping[str, Route] = {
    "/": Route(get=Routes.page),
    "/page.css": Route(get=Routes.style),
    "/page.js": Route(get=Routes.script),
    "/api/join": Route(post=Routes.join),
    "/api/state": Route(get=Routes.state),
    "/api/events": Route(get=Routes.events),
    "/api/vote": Route(post=Routes.vote, saves=True),
    "/api/done": Route(post=Routes.done),
    "/api/profile": Route(post=Routes.profile, saves=True),
    "/form/join": Route(post=Routes.form_join, takes=FORM),
    "/form/vote": Route(post=Routes.form_vote, takes=FORM, saves=True),
}
"""Every path there is, but for that of the code."""
CODE = Route(get=Routes.page)
"""The page under the code, as in the picture that phones scan."""


def _seated(person: str | None) -> str:
    if person is None:
        raise Refused(401, "not-joined")
    return person


def _back() -> web.Response:
    return web.Response(status=303, headers={"Location": "/"})


def _with_seat(request: web.BaseRequest, answer: web.Response, joined: Joined) -> web.Response:
    give_seat(answer, joined.token, tokens_of(request))
    return answer


async def _durable(waiting: Awaitable[T]) -> T:
    try:
        return await waiting
    except NotSaved:
        raise Refused(503, "not-saved", {"Retry-After": "5"}) from None


def _refused(outcome: Refusal | str) -> Refused:
    if isinstance(outcome, Refusal):
        unfit = outcome.code.startswith("ballot-")
        return Refused(422 if unfit else 409, outcome.code)
    return Refused(403, outcome)
