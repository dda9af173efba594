"""Each property is given more examples where nobody waits, and fewer where somebody does."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
FIGURES = TESTS / "support" / "examples.py"


def test_no_property_has_a_figure_that_stays_the_same_in_every_profile() -> None:
    """`examples(40)` are forty in a whole run, fewer in the inner loop, and more by the profile."""
    own = [
        str(path.relative_to(TESTS))
        for path in sorted(TESTS.rglob("*.py"))
        if path not in (FIGURES, Path(__file__)) and "max_examples" in path.read_text("utf-8")
    ]
    assert own == []
