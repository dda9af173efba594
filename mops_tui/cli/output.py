"""`--output FILE` of every command: a file, a pipe, or `-` for standard output."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from mops_tui.cli.failing import INVALID, fail, shown
from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from mops_tui.storage.files.outputs import WrittenFile
    from mops_tui.storage.files.remembered import Remembered

    _OutputBase = click.ParamType["Output"]
else:
    _OutputBase = click.ParamType  # older versions of click are not generic


class OutputType(_OutputBase):
    """A file to write, or `-` for standard output."""

    name = "file"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Output:
        """Take it as typed: `./-` is a file."""
        if isinstance(value, Output):
            return value
        if not value:
            self.fail(_("There is no name: name a file, or - for standard output."), param, ctx)
        return Output(None if value == "-" else Path(str(value)))

    def shell_complete(
        self,
        _ctx: click.Context,
        _param: click.Parameter,
        incomplete: str,
    ) -> list[CompletionItem]:
        """Files."""
        return [CompletionItem(incomplete, type="file")]


@dataclass(frozen=True)
class Output:
    """Where something is written: a file, or standard output where there is none."""

    path: Path | None

    def is_terminal(self) -> bool:
        """Whether somebody would see it at once."""
        from mops_tui.storage.files.outputs import is_terminal

        return sys.stdout.isatty() if self.path is None else is_terminal(self.path)

    def check(self) -> None:
        """Refuse at once what is never written to, before any work is done."""
        from mops_tui.storage.files.outputs import OutputRefused, check_output
        from mops_tui.words.files.outputs import refused

        if self.path is None:
            return
        try:
            check_output(self.path)
        except (OutputRefused, OSError) as error:
            fail(refused(error, self.path))


OUTPUT = OutputType()


def write_out(content: str | bytes, output: Output, done: str, otherwise: str = "") -> None:
    """Write something where it was asked for, and say so where that does not get into it.

    Args:
        content: What is written; a text as UTF-8.
        output: A file, a pipe, a device, or standard output.
        done: What is said of a file, with {file} in it.
        otherwise: What is said besides where the system takes no file there.
    """
    from mops_tui.storage.files.outputs import OutputRefused, is_stream
    from mops_tui.words.files.outputs import refused, stayed

    path = output.path
    if path is None:
        click.echo(content, nl=False)
        return
    try:
        if is_stream(path):
            if isinstance(content, str):
                content = content.encode("utf-8", "backslashreplace")
            send(content, path)
            return
        written = write_file(path, content)
    except OutputRefused as error:
        fail(refused(error, path))
    except OSError as error:
        fail(f"{refused(error, path)} {otherwise}".strip())
    if written.kept is not None:
        click.echo(stayed(written.kept, written.path))
    else:
        click.echo(done.format(file=shown(written.path)))


def write_file(path: Path, content: str | bytes) -> WrittenFile:
    """Write an ordinary file; one that somebody edited stays, unless who is there lets it go.

    Raises:
        OutputRefused: It is no place for an output.
        OSError: It cannot be written; what was there is as it was.
    """
    from mops_tui.storage.files.outputs import write_output
    from mops_tui.storage.files.remembered import Remembered
    from mops_tui.storage.folders.places import places

    known = Remembered(places().written)
    over = _may_write_over(path, content, known)
    return write_output(path, content, over=over, known=known)


def send(data: bytes, path: Path) -> None:
    """Write into a pipe or a device. A reader who has had enough is no trouble to tell of.

    Raises:
        OutputRefused: Nobody reads from it.
        OSError: It takes nothing more.
    """
    from mops_tui.storage.files.outputs import stream_number, write_stream

    if stream_number(path) == 1:
        click.echo(data, nl=False)
        return
    try:
        write_stream(path, data)
    except BrokenPipeError:
        sys.exit(INVALID)


def _may_write_over(path: Path, content: str | bytes, known: Remembered) -> bool:
    """Ask, where there is somebody to ask, whether what somebody edited may be lost."""
    from mops_tui.storage.files.outputs import check_output, edited
    from mops_tui.words.files.outputs import write_over

    check_output(path)
    asks = sys.stdin.isatty() and sys.stderr.isatty()
    if not asks or not edited(path, content, known):
        return False
    return click.confirm(write_over(path), err=True)
