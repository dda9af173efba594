"""What every test stands on: a home of its own, and as many examples as there is time for."""

from __future__ import annotations

import gc
import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from support.compiled import compile_share
from support.counted import counted
from support.examples import register
from support.order import dealt
from support.packs import KEPT

from mops_tui.storage.folders import places as places_module
from mops_tui.storage.folders.places import HOME_VARIABLE

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Whoever forbids compiled files pays for it here: every worker would rewrite every module anew,
# and every program that a test starts compile the package.

BETWEEN_COLLECTIONS = (50_000, 20, 100)
"""New objects, and rounds: an app makes and drops as many in a frame as Python allows by itself."""

register()


def pytest_configure(config: pytest.Config) -> None:
    """Choose the profile: the one that is asked for, or the quick one where slow tests stay out."""
    inner = "not slow" in str(config.getoption("markexpr", ""))
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick" if inner else "short"))
    worker: dict[str, Any] = getattr(config, "workerinput", {})
    if worker and config.args == config.getini("testpaths"):
        compile_share(int(worker["workerid"].removeprefix("gw")), worker["workercount"])


def pytest_collection_finish() -> None:
    """What collecting has made stays until the end: no search for garbage goes through it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*BETWEEN_COLLECTIONS)
    if "textual.app" in sys.modules:
        from support.at_rest import wait_for_rest
        from support.undrawn import draw_when_looked_at

        draw_when_looked_at()
        wait_for_rest()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes long comes first, so that no worker is still at it when the others are done.

    Where lines are counted, `counted` says of which tests.
    """
    if config.pluginmanager.hasplugin("_cov"):
        wanted = counted(items)
        for item in items:
            if item not in wanted:
                item.add_marker("no_cover")
    workers: int = getattr(config, "workerinput", {}).get("workercount", 1)
    if workers > 1:
        items[:] = dealt(items, workers)


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a core: half the time of a screen's test goes by in waiting."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where each test's home would be: made by whoever writes there, so for few tests only."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count(1))


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes what the person who runs it has made."""
    folder = next(homes)
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def kept_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program takes the kept packs for those that come along: it looks beside its package."""
    beside = KEPT.parent / "mops_tui" / "storage" / "folders" / "places.py"
    monkeypatch.setattr(places_module, "__file__", str(beside))
