"""Print the README's key table from the registry of actions.

Usage: python docs/key_table.py [--readme]

With --readme it replaces what stands between the `keys` markers in README.md.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from mops_tui.tui.keys.registry import actions, key_words
from mops_tui.tui.screens.dialogs.help import group_names

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(r"(<!-- keys -->\n).*?(<!-- /keys -->)", re.DOTALL)


def table() -> str:
    """The whole table in Markdown, group by group in the order of the help screen."""
    lines = ["| Keys | What | Name |", "|---|---|---|"]
    for group, name in group_names().items():
        lines.append(f"| **{name}** | | |")
        lines += [f"| {_keys(a.keys)} | {a.help} | `{a.id}` |" for a in actions(group)]
    return "\n".join(lines) + "\n"


def _keys(keys: str) -> str:
    words = [key_words(key).replace("|", "\\|") for key in keys.split(",")]
    return ", ".join(f"`{word}`" for word in words)


def main() -> None:
    """Print the table, or put it into the README."""
    if "--readme" not in sys.argv[1:]:
        print(table(), end="")
        return
    text = README.read_text("utf-8")
    if not BLOCK.search(text):
        raise SystemExit("README.md has no <!-- keys --> ... <!-- /keys --> block.")
    README.write_text(BLOCK.sub(lambda match: match[1] + table() + match[2], text), "utf-8")


if __name__ == "__main__":
    main()
