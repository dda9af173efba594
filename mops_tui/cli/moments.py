"""A moment of a session as it is typed, the same in every command, and the pace of its clock."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from mops_tui.cli.failing import fail, shown
from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from mops_tui.model.replay.moment import BeyondEnd, Moment
    from mops_tui.model.replay.pace import Pace, PaceName

    _MomentBase = click.ParamType[Moment]
    _ClockBase = click.ParamType[float]
else:
    _MomentBase = _ClockBase = click.ParamType  # older versions of click are not generic


class MomentType(_MomentBase):
    """A moment of a session, the same in every command: an event's number, or a time."""

    name = "moment"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Moment:
        """Read it, or say how it is written."""
        from mops_tui.model.replay.moment import Moment, moment

        parsed = value if isinstance(value, Moment) else moment(str(value))
        if parsed is None:
            words = _("“{text}” is no moment. Write an event’s number, 17, or a time, 2:30.5.")
            self.fail(words.format(text=shown(str(value))), param, ctx)
        return parsed


class ClockType(_ClockBase):
    """A time of a replay; seconds alone are a time, too."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Read it as seconds, or say how it is written."""
        from mops_tui.model.replay.moment import moment

        text = str(value).strip()
        if re.fullmatch(r"[0-9]{1,6}", text):
            return float(text)
        parsed = moment(text)
        if parsed is None:
            words = _("“{text}” is no time. Write mm:ss, such as 2:30, or 1:02:30.")
            self.fail(words.format(text=shown(text)), param, ctx)
        return parsed.seconds


MOMENT = MomentType()
CLOCK = ClockType()


PACE = click.Choice(["story", "real"])


def pace_of(name: PaceName | None, idle_limit: float | None = None) -> Pace:
    """The pace that is asked for; whoever names a silence's length asks for the real one."""
    from mops_tui.model.replay.pace import IDLE_LIMIT, STORY, RealPace

    if name == "story" and idle_limit is not None:
        raise click.UsageError(_("--idle-limit goes with --pace real: a story has no silences."))
    if name == "real" or idle_limit is not None:
        return RealPace(idle_limit if idle_limit is not None else IDLE_LIMIT)
    return STORY


def beyond(error: BeyondEnd, path: Path, moment_asked: Moment) -> NoReturn:
    """Say where a session ends, and end."""
    if moment_asked.event is not None:
        words = _("{file} has no event {seq}: its last is {last}.")
        fail(words.format(file=shown(path), seq=moment_asked.event, last=error.last))
    minutes, seconds = divmod(int(error.length), 60)
    words = _(
        "Replayed as a story, {file} ends at {time}. For a time of the real pace: --pace real."
    )
    if error.pace == "real":
        words = _("Replayed at the real pace, silences cut, {file} ends at {time}.")
    fail(words.format(file=shown(path), time=f"{minutes}:{seconds:02}"))
