"""Attributes that are read when somebody first asks for them, and then kept.

`functools.cached_property` takes a lock around each first reading before Python 3.12; where a case
asks a million times, that is a twentieth of its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class lazily(Generic[T]):  # noqa: N801 - used like a keyword
    """A method without arguments as an attribute that is read once."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self._read = read
        self.__doc__ = read.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type) -> T:
        # What is found in the instance comes first, so this is not called again.
        value = instance.__dict__[self._name] = self._read(instance)
        return value
