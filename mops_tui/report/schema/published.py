"""The JSON Schema of what is published as JSON, made of the types."""

from __future__ import annotations

import json

from pydantic import JsonValue, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import CoreSchema

from mops_tui.report.schema import FORMAT, ComparisonData, ReportData, TodoData, TrendData

PUBLISHED = {
    "mops-tui report": ReportData,
    "mops-tui compare": ComparisonData,
    "mops-tui trend": TrendData,
    "mops-tui actions": TodoData,
}
"""Each command with the type of what it writes."""


class _Plain(GenerateJsonSchema):
    """A schema that does not say each key twice."""

    def field_title_should_be_set(self, schema: CoreSchema) -> bool:  # noqa: ARG002 - as pydantic asks it
        """Never: the title would be the key."""
        return False


def published_schema() -> dict[str, JsonValue]:
    """The schema of all of them, each with a definition of its own."""
    made, shared = TypeAdapter.json_schemas(
        [(name, "serialization", TypeAdapter(data)) for name, data in PUBLISHED.items()],
        title="Reports, comparisons, trends and actions of mops_tui",
        schema_generator=_Plain,
        description="What a command writes as JSON. Later versions may add keys.",
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:mops-tui:report-schema:{FORMAT}",
        "title": shared.pop("title"),
        "description": shared.pop("description"),
        "anyOf": [made[name, "serialization"] for name in PUBLISHED],
        **shared,
    }


def schema_text() -> str:
    """The schema as it is printed, and as it stands in docs/report-schema.json."""
    return json.dumps(published_schema(), indent=2, ensure_ascii=False) + "\n"
