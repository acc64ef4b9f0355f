"""Which models take a line from one language to another: one, or two with English between them."""

from collections.abc import Set
from dataclasses import dataclass

from livedesk.core.ids import EN, Language

Pair = tuple[Language, Language]


@dataclass(frozen=True, slots=True)
class Direct:
    """One model translates straight away."""

    pair: Pair


@dataclass(frozen=True, slots=True)
class Pivot:
    """Two models translate one after the other, through English."""

    first: Pair
    second: Pair


@dataclass(frozen=True, slots=True)
class NotInstalled:
    """There is a way once the models for `missing` are installed; they are all on the list of models."""

    missing: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class NoPath:
    """No model that livedesk knows makes a way."""


Route = Direct | Pivot | NotInstalled | NoPath


def find_route(source: Language, target: Language, installed: Set[Pair], listed: Set[Pair]) -> Route:
    """Return how to get from `source` to `target`, which differ.

    What is `installed` goes before what is only `listed`, one model before two, and to install one model before
    installing two. A ValueError says that both languages are the same: there is nothing to translate then.
    """
    if source == target:
        raise ValueError(f"{source} to itself")
    ways: list[tuple[Pair, ...]] = [((source, target),)]
    if EN not in (source, target):
        ways.append(((source, EN), (EN, target)))
    for way in ways:
        if set(way) <= installed:
            return Pivot(*way) if len(way) == 2 else Direct(*way)
    missing = [tuple(pair for pair in way if pair not in installed) for way in ways]
    possible = [pairs for pairs in missing if set(pairs) <= listed]
    return NotInstalled(min(possible, key=len)) if possible else NoPath()


def is_open(route: Route) -> bool:
    """Whether lines can take `route` now."""
    return isinstance(route, Direct | Pivot)
