"""The settings file: a theme, keys that work in the running app, and complaints by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.narrow import round_of
from support.pilot import app_running, workshop

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.tui.destinations import OpenStage
from mops_tui.tui.screens.replay.stage import StageScreen
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


DATA = Path(__file__).parents[1] / "data" / "settings"


@pytest.mark.parametrize("name", ["utf-16", "with-bom"])
def test_files_of_notepad_and_powershell_are_read(name: str) -> None:
    assert read_settings(DATA / f"{name}.toml") == Settings(theme="mops-light")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "two-actions-one-key",
            [
                "line 2: [keys] undo: “space” is a key of next on the same screen",
                "line 3: [keys] reveal: “g” is a key of call_out on the same screen",
            ],
        ),
        (
            "names-of-keys-that-do-not-exist",
            [
                "line 2: [keys] timer: there is no key “ctrl-t”; write “ctrl+t”. It keeps t.",
                "line 3: [keys] skip: there is no key “F6”; write “f6”. It keeps x.",
                "line 4: [keys] undo: there is no key “Ctrl+U”; write “ctrl+u”. It keeps u.",
            ],
        ),
    ],
)
def test_each_fault_is_named_with_its_line_and_the_default_kept(name: str, said: list[str]) -> None:
    found = read_settings(DATA / f"{name}.toml")
    assert found.keys == {}
    assert len(found.complaints) == len(said)
    assert all(words in told for words, told in zip(said, found.complaints, strict=True))


@pytest.mark.parametrize(
    ("keys", "kept", "complaints"),
    [
        ('undo = "f6"\nskip = "f6"', {}, 2),
        ('reveal = "g"\ncall_out = "x"', {}, 2),
        ('reveal = "g"\ncall_out = "f6"', {"reveal": "g", "call_out": "f6"}, 0),
        ('next = "r"\nreveal = "space"', {"next": "r", "reveal": "space"}, 0),
        (
            'play = "e"\nrevote = "a"\nagenda = "f6"',
            {"play": "e", "revote": "a", "agenda": "f6"},
            0,
        ),
        ('ask_missing = "u"', {}, 1),
        ('choose = "down"', {}, 1),
        ('help = "enter"', {}, 1),
        ('theme = "1"', {}, 1),
        ('step_on = "5"', {}, 1),
        ('note = "ctrl+p"', {}, 1),
        ('note = "ctrl+q"', {}, 1),
        ('note = "ctrl+i"', {}, 1),
        ('note = "f6,,f7"', {}, 1),
        ('note = "f6,f6"', {}, 1),
        ('note = "f6, ctrl+t"', {"note": "f6,ctrl+t"}, 0),
    ],
)
def test_a_key_means_one_thing_on_a_screen(
    tmp_path: Path, keys: str, kept: dict[str, str], complaints: int
) -> None:
    found = settings(tmp_path, f"[keys]\n{keys}")
    assert dict(found.keys) == kept
    assert len(found.complaints) == complaints


async def test_the_projector_hears_nothing_of_settings(tmp_path: Path) -> None:
    own = settings(tmp_path, '[keys]\nrevael = "x"')
    async with app_running(settings=own, start=OpenStage()) as stage:
        await stage.on(StageScreen)
        assert not stage.app._notifications


async def test_remapped_keys_work_and_the_old_ones_do_not(tmp_path: Path) -> None:
    own = settings(tmp_path, '[keys]\nnote = "f6"\nnext = "f7"')
    votes = [cmd.CastVote("demo/where", f"p{n}", Choice("a")) for n in (1, 2, 3)]
    async with workshop(*votes, at="demo/where", settings=own) as stage:
        await stage.press("n", "space")
        assert round_of(stage.head, "demo/where").phase == "open"
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
