"""Events as JSON-ready dictionaries and back, for the tape and for anything that leaves the process.

The form follows the dataclasses: {"kind": "AddHostLine", "text": "..."}; Decimals and enums are strings. The
types of the fields drive the way back, so a field that is missing takes its default and an unknown one is an
error. A field of type `object` (what a job made) stays in the process.
"""

import dataclasses
import types
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from livedesk.core import events
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.translation.request import TranslateRequest

_KINDS: dict[str, type] = {
    t.__name__: t for t in (*get_args(events.Input), *get_args(events.Event), TranslateRequest)
}


def encode(value: object) -> Any:
    """Return `value` (an event, record or plain value) as JSON-ready data."""
    match value:
        case Enum():
            return value.value
        case Decimal():
            return str(value)
        case dict():
            return {str(k): encode(v) for k, v in value.items()}
        case tuple() | list():
            return [encode(v) for v in value]
        case frozenset():
            return sorted(encode(v) for v in value)
        case _ if dataclasses.is_dataclass(value):
            kind: type = type(value)
            data = {name: encode(getattr(value, name)) for name in _hints(kind)}
            return {"kind": kind.__name__, **data} if kind.__name__ in _KINDS else data
        case _:
            return value


def decode(data: dict[str, Any]) -> Any:
    """Return the event that `encode` made `data` from; raises `UserFacing(TAPE_BROKEN)`."""
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise UserFacing(ErrorCode.TAPE_BROKEN, detail=f"unknown kind {kind!r}")
    return decode_as(_KINDS[kind], data)


def decode_as(cls: Any, data: Any) -> Any:
    """Return `data` as an instance of record type `cls`; raises `UserFacing(TAPE_BROKEN)`."""
    try:
        return _builder(cls)(data)
    except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise UserFacing(ErrorCode.TAPE_BROKEN, detail=f"{cls.__name__}: {error}") from error


@cache
def _hints(cls: type) -> dict[str, Any]:
    """Return the fields that travel, with their types."""
    return {name: hint for name, hint in get_type_hints(cls).items() if hint is not object}


Builder = Callable[[Any], Any]
"""Makes a value from JSON data, or raises one of the errors that `decode_as` knows."""


@cache
def _builder(hint: Any) -> Builder:
    """Return what builds values of type `hint`; types are looked at once: that is four times as quick."""
    origin, args = get_origin(hint), get_args(hint)
    if hasattr(hint, "__supertype__"):
        return _builder(hint.__supertype__)
    if origin in (Union, types.UnionType):
        return _union(args)
    if origin in (tuple, frozenset):
        item = _builder(args[0])
        return lambda data: origin(map(item, _checked(data, list, tuple)))
    if origin is dict:
        key, value = map(_builder, args)
        return lambda data: {key(k): value(v) for k, v in _checked(data, dict).items()}
    if dataclasses.is_dataclass(hint):
        return _record(hint)  # type: ignore[arg-type]  # a dataclass type here, never an instance
    if hint is float:
        return lambda data: float(_checked(data, int, float))
    if hint is bool:
        return lambda data: _checked(data, bool)
    if hint in (str, int):
        return lambda data: _checked(data, hint)
    return lambda data: hint(_checked(data, str, int))


def _union(args: tuple[Any, ...]) -> Builder:
    first = next(a for a in args if a is not type(None))
    if first in (str, int) and len(args) == 2 and type(None) not in args:
        return lambda data: data
    build = _builder(first)
    return lambda data: None if data is None else build(data)


def _record(kind: type) -> Builder:
    builders = {name: _builder(hint) for name, hint in _hints(kind).items()}
    has_kind = kind.__name__ in _KINDS

    def build(data: Any) -> Any:
        given = {k: builders[k](v) for k, v in data.items() if k != "kind" or not has_kind}
        return kind(**given)

    return build


def _checked(data: Any, *allowed: type) -> Any:
    """Python would turn null into "None", "false" into True and a text into a tuple of its letters."""
    if not isinstance(data, allowed) or (isinstance(data, bool) and bool not in allowed):
        raise TypeError(f"{data!r} where {allowed[0].__name__} is due")
    return data
