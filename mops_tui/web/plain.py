"""Voting without JavaScript: what a plain form has sent, read back as a ballot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def vote_from(form: Mapping[str, list[str]], doc: Mapping[str, Any]) -> dict[str, Any] | None:  # noqa: ARG001 - it will
    """The keys of a ballot, as a form has sent them; None where they make none."""
    option = form.get("option")
    return {"option": option[0]} if option else None
