"""Pastes into the real program: in one bracketed piece, however many chunks it comes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.packs import own_packs
from support.terminal import Terminal, needs_tmux

DATA = Path(__file__).parents[1] / "data"


@needs_tmux
@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
def test_what_is_pasted_is_read_counted_and_kept(tmp_path: Path, width: int, height: int) -> None:
    terminal = Terminal(own_packs(tmp_path / "home"), width, height)
    try:
        terminal.start("run", "placement-only")
        terminal.wait_for("Continue: who is in the room?")
        terminal.keys("Enter")
        terminal.wait_for("How many people")
        terminal.keys("Tab")
        terminal.wait_cursor_in(range(2, 5))
        terminal.keys("Tab")
        terminal.wait_cursor_in(range(5, 12))
        terminal.paste((DATA / "rosters" / "outlook.txt").read_text("utf-8"))
        shown = terminal.wait_for("4 people read. Mail addresses are not kept.")
        assert "@" not in shown
        terminal.keys("F2")
        shown = terminal.wait_for("4 people in this list.")
        assert "@" not in shown
        terminal.keys("Enter")
        terminal.wait_for("4 people present")
        terminal.keys("n")
        terminal.wait_for("A note")
        terminal.paste((DATA / "pastes" / "one-long-line.txt").read_text("utf-8"))
        terminal.wait_match(r"\d+ characters did not fit and were cut: 2000 is the most")
        terminal.keys("F2")
        terminal.wait_for("Noted.")
        (session,) = (tmp_path / "home").rglob("sessions/*.toml")
        assert b"@" not in session.read_bytes()
    finally:
        terminal.close()
