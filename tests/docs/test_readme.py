"""The README and docs/ promise nothing that is not there: files, commands, keys."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from support.pilot import app_running

from mops_tui.cli.commands import main
from mops_tui.storage.folders.places import places
from mops_tui.tui.screens.home.home import HomeScreen

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
RUN = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/mops-tui"
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest"
MOST_BYTES = 1_500_000
"""What the README's pictures may weigh together."""
FENCE = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)


def between(name: str) -> str:
    """What stands between two markers of the README."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", README, re.DOTALL)
    assert found, f"README.md has lost the markers of {name}"
    return found[1]


# Links ----------------------------------------------------------------------------------------


def links() -> list[tuple[Path, str]]:
    """Every relative link and picture, by page."""
    return [
        (page, target)
        for page in PAGES
        for target in re.findall(r"\]\(([^)\s]+)\)", FENCE.sub("", page.read_text("utf-8")))
        if not target.startswith(("http:", "https:", "mailto:"))
    ]


def slugs(page: Path) -> set[str]:
    """The anchors of a page, as GitHub makes them of its headings."""
    headings = re.findall(r"^#+ (.*)$", FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(("page", "target"), links(), ids=lambda it: getattr(it, "name", it))
def test_a_link_leads_somewhere(page: Path, target: str) -> None:
    file, _, anchor = target.partition("#")
    there = (page.parent / file).resolve() if file else page
    assert there.is_relative_to(ROOT)
    assert there.exists()
    if anchor:
        assert anchor in slugs(there)


def test_every_picture_is_shown_and_described() -> None:
    shown = dict(re.findall(r"!\[([^\]]*)\]\(docs/images/([^)]+)\)", README))
    assert all(len(words) > 20 for words in shown)
    assert set(shown.values()) == {path.name for path in (ROOT / "docs" / "images").iterdir()}


def test_the_pictures_are_light() -> None:
    assert sum(p.stat().st_size for p in (ROOT / "docs" / "images").iterdir()) < MOST_BYTES


def test_no_page_is_left_out() -> None:
    for page in (ROOT / "docs").glob("*.md"):
        assert f"](docs/{page.name})" in README


# Commands -------------------------------------------------------------------------------------


def code() -> Iterator[tuple[str, str]]:
    """(page, line) of every line of code, in blocks and in sentences."""
    for page in PAGES:
        text = page.read_text("utf-8")
        for block in FENCE.findall(text):
            yield from ((page.name, line.strip()) for line in block.splitlines()[1:-1])
        yield from ((page.name, line) for line in re.findall(r"`([^`\n]+)`", FENCE.sub("", text)))


def commands() -> list[tuple[str, str]]:
    """(page, what follows mops-tui) of each use of a command."""
    found = set()
    for page, line in code():
        for part in re.split(r"&&|;|\|", line):
            said = re.fullmatch(r"\s*(?:\S*[/\\]|uv run |python -m )?mops[-_]tui((?: .*)?)", part)
            if said and said[1].strip():
                found.add((page, said[1].strip()))
    return sorted(found)


@pytest.mark.parametrize(("page", "line"), commands())
def test_a_command_is_one_of_ours(page: str, line: str) -> None:
    name, *arguments = shlex.split(line, comments=True)
    if name.startswith("-"):
        main.make_context("mops-tui", [name], resilient_parsing=True)
        return
    command = main.commands.get(name)
    assert command is not None, f"{page}: there is no command {name}"
    try:
        command.make_context(name, arguments)
    except click.MissingParameter:
        assert not arguments, f"{page}: mops-tui {line}"


def test_there_are_commands_to_check() -> None:
    named = {line.split()[0] for _, line in commands()}
    assert {"run", "resume", "sessions", "report", "new", "check"} <= named


def test_an_option_in_a_sentence_is_one_of_ours() -> None:
    ours = {name for one in main.commands.values() for o in one.params for name in o.opts}
    said = {line.split()[0] for _, line in code() if re.match(r"--[a-z]", line)}
    assert said - ours == set()


def test_the_commands_are_in_the_readme() -> None:
    rows = set(re.findall(r"^\| `mops-tui ([a-z]+)", README, re.MULTILINE))
    assert {"run", "resume", "sessions", "report", "new", "check"} <= rows <= set(main.commands)


def test_the_two_commands_are_there() -> None:
    assert between("run-command") == f"```sh\n{RUN}\n```\n"
    assert between("test-command") == f"```sh\n{TEST}\n```\n"


@pytest.mark.parametrize("name", ["keys", "benchmarks"])
def test_the_tables_are_filled(name: str) -> None:
    assert between(name).strip()


# The first workshop ---------------------------------------------------------------------------

KEYS = {"↓": "down", "Enter": "enter", "Space": "space", "Esc": "escape", "Tab": "tab", "F2": "f2"}


def steps() -> list[str]:
    """What the five minutes ask somebody to press and to type, in order."""
    section = README.split("## Your first workshop, in five minutes")[1].split("\n## ")[0]
    listed = re.findall(r"^\d+\. .*(?:\n   .*)*", section, re.MULTILINE)
    return [" ".join(one.split()) for step in listed for one in re.findall(r"`([^`]+)`", step)]


@pytest.mark.slow
async def test_the_first_workshop_goes_as_the_readme_says(home: Path) -> None:
    async with app_running() as stage:
        await stage.on(HomeScreen)
        for step in steps():
            if step in KEYS or len(step) == 1:
                await stage.press(KEYS.get(step, step))
            else:
                await stage.burst(*step)
            await stage.pilot.pause()
            if stage.app.room is not None:
                await stage.settled()
        await stage.on(HomeScreen)
    [session] = places().sessions.glob("*.toml")
    report = session.with_name(f"{session.stem}-report.html").read_text("utf-8")
    assert "Marketing leads by one vote, with 4 of 8." in report
    assert "RevOps leads with 6 of 8." in report
    assert "We move next to RevOps." in report
    assert 'kind = "session-closed"' in session.read_text("utf-8")
