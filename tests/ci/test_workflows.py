"""What runs on every push is what `.ci/run` runs, on every Python that pyproject.toml names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PARTS = {".ci/tests", ".ci/checks", ".ci/wheel"}
PRE_COMMIT = ROOT / ".pre-commit-config.yaml"


def read(path: Path) -> dict[Any, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict), path
    return found


def workflow(name: str) -> dict[Any, Any]:
    return read(GITHUB / "workflows" / f"{name}.yml")


def steps(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each step of a workflow with the job that it belongs to."""
    for job, said in workflow(name)["jobs"].items():
        yield from ((job, step) for step in said.get("steps", ()))


def parts_of(text: str) -> set[str]:
    """The scripts in `.ci` that a text calls."""
    return set(re.findall(r"^\s*(\.ci/\w+)\b(?!\.)", text, re.MULTILINE))


def test_the_workflow_runs_what_a_person_runs() -> None:
    by_hand = (ROOT / ".ci" / "run").read_text("utf-8")
    said = "\n".join(step.get("run", "") for _, step in steps("test"))
    assert parts_of(by_hand) == parts_of(said) == PARTS
    for part in PARTS:
        assert (ROOT / part).read_text("utf-8").startswith("#!/usr/bin/env bash\n")


def test_a_script_is_run_by_bash_on_every_system() -> None:
    for path in WORKFLOWS:
        for job, step in steps(path.stem):
            if ".ci/" in step.get("run", ""):
                assert step["shell"] == "bash", (path.name, job)


def test_every_python_of_the_classifiers_is_tried_on_every_system() -> None:
    matrix = workflow("test")["jobs"]["tests"]["strategy"]["matrix"]
    named = [re.search(r":: (3\.\d+)$", line) for line in PROJECT["classifiers"]]
    assert matrix["python"] == [found[1] for found in named if found]
    assert {system.partition("-")[0] for system in matrix["os"]} == {"ubuntu", "macos", "windows"}
    oldest = min(matrix["python"], key=lambda version: int(version.partition(".")[2]))
    assert PROJECT["requires-python"] == f">={oldest}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_do_little_and_not_for_long(path: Path) -> None:
    found = read(path)
    assert found["permissions"] == {"contents": "read"}
    assert "concurrency" in found
    assert "secrets." not in path.read_text("utf-8")
    for name, job in found["jobs"].items():
        assert "uses" in job or job["timeout-minutes"] <= 30, name
    for use in re.findall(r"uses: (\S+)", path.read_text("utf-8")):
        assert use.startswith("./") or re.search(r"@(v\d+|release/v\d+|[0-9a-f]{40})$", use), use


def test_only_a_tag_is_released_and_only_after_its_tests() -> None:
    found = workflow("release")
    assert found[True] == {"push": {"tags": ["v*"]}}  # YAML 1.1 reads `on` as true
    jobs = found["jobs"]
    assert jobs["test"] == {"uses": "./.github/workflows/test.yml"}
    assert "workflow_call" in workflow("test")[True]
    assert (jobs["build"]["needs"], jobs["publish"]["needs"]) == ("test", "build")
    assert {name for name, job in jobs.items() if "permissions" in job} == {"publish"}
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert jobs["publish"]["environment"]["name"] == "pypi"
    assert any("pypi-publish" in step.get("uses", "") for step in jobs["publish"]["steps"])


@pytest.mark.parametrize(
    "path",
    [GITHUB / "dependabot.yml", *sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))],
    ids=lambda path: path.stem,
)
def test_what_else_github_reads_can_be_read(path: Path) -> None:
    found = read(path)
    if path.parent.name == "ISSUE_TEMPLATE" and path.stem != "config":
        assert {"name", "description", "body"} <= set(found)
        fields = [field["id"] for field in found["body"] if field["type"] != "markdown"]
        assert len(set(fields)) == len(fields)


def test_a_commit_is_looked_at_by_the_same_tools() -> None:
    hooks = {hook["id"]: hook for repo in read(PRE_COMMIT)["repos"] for hook in repo["hooks"]}
    entries = {
        hook["entry"].removesuffix(" --force-exclude") for hook in hooks.values() if "entry" in hook
    }
    checks = re.findall(r'"(\w[^"$]+)"', (ROOT / ".ci" / "checks").read_text("utf-8"))
    assert entries == {check.removesuffix(" .") for check in checks}


def test_no_browser_is_downloaded_beside_the_systems_own() -> None:
    scripts = [*WORKFLOWS, *(path for path in (ROOT / ".ci").iterdir() if path.is_file())]
    for path in scripts:
        commands = re.sub(r"(?m)^ *#.*$", "", path.read_text("utf-8"))
        assert "playwright install" not in commands, path.name
