"""A sentence that counts anything is known as one."""

from __future__ import annotations

from mops_tui.model.text.counting import counts


def test_digits_and_number_words_count_and_other_words_do_not() -> None:
    for word in ("two", "Ninety", "dozen", "half", "third", "quarter", "both", "all", "none"):
        assert counts(f"So said {word} of us.")
    for text in ("٣ von uns", "Ⅳ", "no one", "No\u200bne", "sechsundneunzig", "Zwei Drittel"):
        assert counts(text)
    assert not counts("Often the weight of a tool is that of its owner.")
