"""A value as a key is that object, and no other that is equal."""

from __future__ import annotations

from mops_tui.model.text.same import Same


def test_it_is_that_object_and_no_other_that_is_equal() -> None:
    one, other = [1], [1]
    assert one == other
    assert Same(one) == Same(one) != Same(other)
    assert {Same(one): "one"}.get(Same(other)) is None
    assert hash(Same(one)) == hash(Same(one))
