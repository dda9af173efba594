"""Write docs/report-schema.json: the JSON Schema of what `--format json` publishes.

Usage: python docs/report_schema.py [--check]

With --check nothing is written; it fails where the file is not what the types say. It is what
`mops-tui schema` prints.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mops_tui.report.schema.published import schema_text

FILE = Path(__file__).resolve().parent / "report-schema.json"


def main() -> None:
    """Write the file, or check it."""
    if "--check" not in sys.argv[1:]:
        FILE.write_text(schema_text(), "utf-8")
    elif FILE.read_text("utf-8") != schema_text():
        raise SystemExit("docs/report-schema.json is not what the types say: run this script.")


if __name__ == "__main__":
    main()
