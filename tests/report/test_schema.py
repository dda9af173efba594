"""What is published is what the types say: real reports fit them, and the file is made of them."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from pydantic import TypeAdapter
from support.compared import SPELL, run, session, written
from support.kits import KITS
from support.packs import KEPT
from support.reports import full, given

from mops_tui.model.comparison.comparison import compare
from mops_tui.model.session.audience import visible
from mops_tui.report import ReportInput, comparison_data, data
from mops_tui.report.input import ReportAudience
from mops_tui.report.schema import FORMAT, ComparisonData, ReportData, TrendData
from mops_tui.report.schema.published import schema_text
from mops_tui.storage.files.checksums import sealed_json
from mops_tui.usecases.compare import trend_of, trend_text
from mops_tui.usecases.report import report_text

ROOT = Path(__file__).parents[2]


def fits(shape: Any, made: Any) -> None:
    """Every key of the shape is there, of its type, and no other key."""
    read = json.loads(json.dumps(made))
    assert TypeAdapter(shape).validate_json(json.dumps(made), strict=True) == read


def test_the_published_schema_is_the_one_of_the_types() -> None:
    """Otherwise: python docs/report_schema.py."""
    assert (ROOT / "docs" / "report-schema.json").read_text("utf-8") == schema_text()


def test_the_schema_is_one_has_an_id_and_says_what_each_part_is() -> None:
    schema = json.loads(schema_text())
    assert jsonschema_rs.meta.is_valid(schema)
    assert schema["$id"].endswith(f":{FORMAT}")
    assert [name for name, one in schema["$defs"].items() if not one.get("description")] == []


@pytest.mark.parametrize("anonymity", ["named", "pseudonyms", "anonymous"])
def test_a_report_of_everything_fits(anonymity: str) -> None:
    fits(ReportData, data.report(given(full(anonymity), notes=True)))


@pytest.mark.parametrize("anonymity", ["named", "anonymous"])
def test_a_comparison_fits_with_gaps_arrows_and_what_came_back(anonymity: str) -> None:
    one = session(run(7, "full-walk", people=9), anonymity)
    for other in (run(8, "full-walk", people=9), run(2, words=SPELL)):
        fits(ComparisonData, comparison_data.data(compare(one, session(other, anonymity))))


SLOW = pytest.mark.slow


@pytest.mark.parametrize("audience", ["room", "public"])
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=SLOW if name == "thousand" else ()) for name in KITS]
)
def test_every_sample_is_valid_by_the_schema_that_is_printed(
    name: str, audience: ReportAudience
) -> None:
    """By a validator of its own, which knows nothing of the types."""
    run_of = KITS[name](KEPT)
    state = visible(run_of.state, audience)
    told = ReportInput(run_of.header, state, notes=True, audience=audience)
    made = json.loads(sealed_json(data.report(told)))
    schema = json.loads(schema_text())
    (of_report,) = [one for one in schema["anyOf"] if one["$ref"].endswith("ReportData")]
    jsonschema_rs.validate({**schema, **of_report, "anyOf": [of_report]}, made)
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate({**schema, "anyOf": [of_report]}, {**made, "people": []})


def test_files_fit_with_their_check_sums(tmp_path: Path) -> None:
    paths = written(tmp_path, 1, 2)
    report = json.loads(report_text(paths[0], "json"))
    trend = json.loads(trend_text(*trend_of(paths), "json"))
    assert {"checksum", "format"} <= report.keys() & trend.keys()
    fits(ReportData, report)
    fits(TrendData, trend)


def test_nothing_in_the_reports_is_untyped() -> None:
    report = ROOT / "mops_tui" / "report"
    untyped = [
        (path.name, node.lineno)
        for path in report.rglob("*.py")
        if report / "slides" not in path.parents  # python-pptx says nothing of its shapes' types
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name) and node.id == "Any"
    ]
    assert untyped == []


@pytest.mark.parametrize("anonymity", ["named", "anonymous"])
def test_the_bytes_of_format_1_stay_as_they_were(anonymity: str) -> None:
    """A key that is added is added to the file, too; one that changes makes another format."""
    kept = (ROOT / "tests" / "data" / "reports" / f"{anonymity}.json").read_text("utf-8")
    made = (
        json.dumps(data.report(given(full(anonymity), notes=True)), ensure_ascii=False, indent=1)
        + "\n"
    )
    assert made == kept
