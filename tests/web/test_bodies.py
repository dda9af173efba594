"""Bodies are read with suspicion: whatever comes is an object of the right keys, or refused."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mops_tui.web.bodies import MOST_DEPTH, BodyKey, checked, parsed
from mops_tui.web.errors import Refused

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)
KEYS = {"text": BodyKey(str, 5), "whole": BodyKey(int, 9), "more": BodyKey(str, 5, needed=False)}


@given(st.binary(max_size=300) | JSON.map(lambda made: json.dumps(made).encode()))
@example(b"[" * 8000)
@example(b'{"a":' * 1600)
@example(b'{"a": "\\udc80"}')
@example(b'{"a": ' + b"9" * 4000 + b"}")
def test_whatever_comes_is_an_object_or_refused(body: bytes) -> None:
    with contextlib.suppress(Refused):
        made = parsed(body)
        assert isinstance(made, dict)
        json.dumps(made, allow_nan=False).encode()
        json.dumps(made, ensure_ascii=False).encode()


def test_an_object_may_be_so_deep_and_no_deeper() -> None:
    def nested(depth: int) -> bytes:
        return b'{"a":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"

    assert parsed(nested(MOST_DEPTH))
    with pytest.raises(Refused):
        parsed(nested(MOST_DEPTH + 1))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"text": "abc", "whole": 1}, ""),
        ({"text": "abcde", "whole": 9, "more": ""}, ""),
        ({"text": "abcdef", "whole": 1}, "text-too-long"),
        ({"text": "abc", "whole": 10}, "wrong-type"),
        ({"text": "abc", "whole": True}, "wrong-type"),
        ({"text": None, "whole": 1}, "wrong-type"),
        ({"text": "abc", "whole": 1, "more": 1}, "wrong-type"),
        ({"text": "abc"}, "key-missing"),
        ({"text": "abc", "whole": 1, "other": 1}, "unknown-key"),
    ],
)
def test_a_body_has_the_keys_it_is_to_have(body: dict[str, object], code: str) -> None:
    refused = ""
    try:
        checked(body, KEYS)
    except Refused as error:
        refused = error.code
    assert refused == code
