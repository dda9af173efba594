"""A checksum says whether somebody edited what was written."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.storage.files.checksums import Shape, sealed, unedited

EXAMPLES: dict[Shape, str] = {
    "md": "# A report\n\nÜber alles\n",
    "svg": "<svg></svg>",
    "json": json.dumps({"a": 1, "b": [2]}, indent=2) + "\n",
    "cast": '{"version": 2}\n[0, "o", "x"]\n',
}


@pytest.mark.parametrize(("shape", "text"), EXAMPLES.items())
def test_what_was_written_is_known_and_what_was_edited_is_not(shape: Shape, text: str) -> None:
    written = sealed(text, shape)
    assert unedited(written)
    assert unedited(written.replace("\n", "\r\n"))
    assert not unedited(text)
    for at in range(len(written)):
        assert not unedited(written[:at] + "~" + written[at + 1 :]), at
    if shape == "json":
        assert list(json.loads(written)) == ["a", "b", "checksum"]
    if shape == "cast":
        assert json.loads(written.splitlines()[0])["version"] == 2


EVENT = "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n"


@pytest.mark.parametrize("events", ["", EVENT, EVENT * 2])
def test_a_calendar_carries_one_among_its_properties_before_any_event(events: str) -> None:
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n"
    written = sealed(text, "ics")
    assert unedited(written)
    assert unedited(written.replace("\r\n", "\n"))
    assert not unedited(text)
    assert not unedited(written.replace("2.0", "2.1"))
    lines = written.split("\r\n")
    assert lines[2].startswith("X-MOPS-TUI-CHECKSUM:")
    assert lines[3:] == [*(events + "END:VCALENDAR\r\n").split("\r\n")]


def test_a_calendar_whose_last_line_but_one_is_its_checksum_is_known_too() -> None:
    """As they were written at first."""
    text = f"BEGIN:VCALENDAR\r\n{EVENT}END:VCALENDAR\r\n"
    crc = re.search(r"CHECKSUM:(\w+)", sealed(text, "ics"))
    assert crc is not None
    end = "END:VCALENDAR\r\n"
    assert unedited(f"{text.removesuffix(end)}X-MOPS-TUI-CHECKSUM:{crc[1]}\r\n{end}")


@given(st.text())
def test_no_text_raises_and_any_text_can_be_sealed(text: str) -> None:
    assert not unedited(text)
    assert unedited(sealed(text.replace("\r", ""), "md"))
