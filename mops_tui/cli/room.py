"""`mops-tui room`: whether phones reach this laptop, found out before anybody comes."""

from __future__ import annotations

import click

from mops_tui.entry import open_app


@click.command()
def room() -> None:
    """Check the room: see whether your own phone reaches this laptop, and if not, why.

    Do it in the room itself, on its Wi-Fi. Nothing of it is kept.
    """
    from mops_tui.tui.destinations import CheckRoom

    open_app(CheckRoom())
