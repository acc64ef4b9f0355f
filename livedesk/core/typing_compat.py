"""`override` for Python 3.11, which does not have it yet."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override  # part of the type checker
else:

    def override(method, /):  # type: ignore[no-untyped-def]
        """Mark a method that overrides one of its base class; checked by mypy, nothing at run time."""
        return method


__all__ = ["override"]
