"""The settings file: a theme, keys that work in the running app, and complaints by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.pilot import app_running, workshop

from mops_tui.model import commands as cmd
from mops_tui.model.ballots import Choice
from mops_tui.tui.settings import Settings, read_settings


def settings(folder: Path, text: str) -> Settings:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return read_settings(file)


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize(
    ("name", "theme"), [("light", "mops-light"), ("contrast", "mops-contrast")]
)
def test_a_theme_by_its_short_name(tmp_path: Path, name: str, theme: str) -> None:
    assert settings(tmp_path, f'theme = "{name}"').theme == theme


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[keys]\nrevael = "x"', "there is no action “revael”; did you mean “reveal”?"),
        ('[keys]\nqqqq = "x"', "there is no action “qqqq”."),
        ("[keys]\nreveal = 3", "[keys] reveal: write the keys as text"),
        ('theme = "pink"', "choose dark, light or contrast"),
        ('colour = "pink"', "there is no setting “colour”"),
        ("keys = 3", "[keys] is a table of actions"),
        ("theme = ", "is not valid TOML"),
        ("theme = " + "9" * 5000, "is not valid TOML"),
        ("theme = " + "[" * 5000, "is not valid TOML"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, words: str) -> None:
    found = settings(tmp_path, text)
    assert len(found.complaints) == 1
    assert words in found.complaints[0]
    assert str(tmp_path / "config.toml") in found.complaints[0]


def test_one_bad_name_does_not_cost_the_others(tmp_path: Path) -> None:
    found = settings(tmp_path, 'theme = "light"\n[keys]\nnope = "a"\nreveal = "f6"')
    assert found.theme == "mops-light"
    assert dict(found.keys) == {"reveal": "f6"}


async def test_remapped_keys_work_and_the_old_ones_do_not(tmp_path: Path) -> None:
    own = settings(tmp_path, '[keys]\nnote = "f6"\nnext = "f7"')
    votes = [cmd.Cast("demo/where", f"p{n}", Choice("a")) for n in (1, 2, 3)]
    async with workshop(*votes, at="demo/where", settings=own) as stage:
        await stage.press("n", "space")
        assert stage.head.round("demo/where").phase == "open"
        await stage.press("f7")
        await stage.sees("Closed:")
        await stage.press("f6")
        await stage.sees("A note")


async def test_a_complaint_is_said_at_the_start(tmp_path: Path) -> None:
    own = settings(tmp_path, '[keys]\nrevael = "x"')
    async with app_running(settings=own) as stage:
        await stage.until(lambda: stage.app._notifications)
        (note,) = stage.app._notifications
        assert "did you mean “reveal”?" in note.message


async def test_f9_goes_through_the_three_themes() -> None:
    async with app_running() as stage:
        seen = []
        for _ in range(3):
            await stage.press("f9")
            seen.append(stage.app.theme)
        assert seen == ["mops-light", "mops-contrast", "mops-dark"]
