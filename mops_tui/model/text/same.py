"""A value as a key: for what is worked out of an object, and kept while that object is in use."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """Equal to what holds that very object, and to no other: no value is compared.

    Attributes:
        value: The object; it is kept alive, or another could get its place.
    """

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        """Take the object."""
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


class SameParts(ABC, Generic[T]):
    """Equal to what has the same parts, of all that the object is made of: the rest may differ.

    Attributes:
        value: The object.
    """

    def __init__(self, value: T) -> None:
        """Take the object."""
        self.value = value

    @abstractmethod
    def parts(self) -> tuple[object, ...]:
        """Whatever counts, each as a key of its own."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.parts() == self.parts()

    def __hash__(self) -> int:
        return hash(self.parts())
