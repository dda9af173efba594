"""Write docs/report-schema.json: the JSON Schema of what `--format json` publishes.

Usage: python docs/report_schema.py [--check]

With --check nothing is written; it fails where the file is not what the types say.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from mops_tui.report.schema import ComparisonData, ReportData, TrendData

FILE = Path(__file__).resolve().parent / "report-schema.json"
PUBLISHED = {
    "mops-tui report": ReportData,
    "mops-tui compare": ComparisonData,
    "mops-tui trend": TrendData,
}


class Plain(GenerateJsonSchema):
    """A schema that does not say each key twice."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - as pydantic asks it
        """Never: the title would be the key."""
        return False


def schema() -> dict[str, Any]:
    """The schema of all three, each with a definition of its own."""
    made, shared = TypeAdapter.json_schemas(
        [(name, "serialization", TypeAdapter(data)) for name, data in PUBLISHED.items()],
        title="Reports, comparisons and trends of mops_tui",
        schema_generator=Plain,
        description="What a command writes with --format json. Later versions may add keys.",
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": shared.pop("title"),
        "description": shared.pop("description"),
        "anyOf": [made[name, "serialization"] for name in PUBLISHED],
        **shared,
    }


def text() -> str:
    """The file as it should be."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the file, or check it."""
    if "--check" not in sys.argv[1:]:
        FILE.write_text(text(), "utf-8")
    elif FILE.read_text("utf-8") != text():
        raise SystemExit("docs/report-schema.json is not what the types say: run this script.")


if __name__ == "__main__":
    main()
