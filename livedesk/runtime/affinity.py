"""`@on("desk")` marks which thread may run a function, and checks it."""

import functools
import threading
from collections.abc import Callable
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")


class WrongThreadError(AssertionError):
    """A function ran on a thread that does not own its state: a bug, never a user's doing."""


def on(thread: str) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Let the decorated function run on the thread named `thread` only."""

    def mark(function: Callable[_P, _R]) -> Callable[_P, _R]:
        @functools.wraps(function)
        def checked(*args: _P.args, **kwargs: _P.kwargs) -> _R:
            current = threading.current_thread().name
            if current != thread:
                raise WrongThreadError(
                    f"{function.__qualname__} belongs to {thread!r}, called on {current!r}"
                )
            return function(*args, **kwargs)

        return checked

    return mark
