"""A value as a key is that object, and no other that is equal."""

from __future__ import annotations

from mops_tui.model.text.same import Same, SameParts


def test_it_is_that_object_and_no_other_that_is_equal() -> None:
    one, other = [1], [1]
    assert one == other
    assert Same(one) == Same(one) != Same(other)
    assert {Same(one): "one"}.get(Same(other)) is None
    assert hash(Same(one)) == hash(Same(one))


class First(SameParts[tuple[list[int], int]]):
    """A pair as a key: its first part counts."""

    def parts(self) -> tuple[object, ...]:
        return (Same(self.value[0]),)


class Both(First):
    """Another key of the same pair."""


def test_of_an_object_the_parts_that_count_may_not_differ_and_the_rest_may() -> None:
    one, other = [1], [1]
    assert First((one, 1)) == First((one, 2)) != First((other, 1))
    assert hash(First((one, 1))) == hash(First((one, 2)))
    assert First((one, 1)) != Both((one, 1))
