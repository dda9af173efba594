"""Blocks as a version of next year would write them."""

from __future__ import annotations

from typing import Any

import tomli_w
from hypothesis import strategies as st
from support.journals import texts

from mops_tui.model.session.events import KINDS, Event
from mops_tui.storage.sessions.blocks import encode, safe_text, with_crc

_VALUES = st.one_of(
    texts.map(safe_text),
    st.integers(-1000, 1000),
    st.booleans(),
    st.lists(texts.map(safe_text), max_size=3),
)
_FIELDS = {name for kind in KINDS.values() for name in kind.model_fields}
NAMES = st.from_regex(r"[a-z][a-z_]{0,12}", fullmatch=True).filter(
    lambda name: name not in _FIELDS and name != "crc"
)
KEYS = st.dictionaries(NAMES, _VALUES, min_size=1, max_size=3)
"""Keys that no event has today."""
KIND_NAMES = st.from_regex(r"[a-z]{1,8}-[a-z]{1,8}", fullmatch=True).filter(
    lambda name: name not in KINDS
)


def block(**keys: Any) -> bytes:
    """A sealed block of those keys."""
    return with_crc(b"[[event]]\n" + tomli_w.dumps(keys).encode())


def with_keys(event: Event, keys: dict[str, Any]) -> bytes:
    """The sealed block of an event that has more keys."""
    return block(**event.keys(), **keys)


def sealed_header(header: bytes) -> bytes:
    """A header, and the first event that seals it."""
    from mops_tui.model.session.events import SessionOpened
    from mops_tui.storage.sessions.blocks import crc_of

    return header + encode(SessionOpened(seq=1, header_crc=crc_of(header)))
