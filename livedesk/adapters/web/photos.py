"""Which photo is which phone's: a photo goes with a question of the phone that sent it, or is dropped."""

from collections.abc import Callable

_KEPT = 500


class Photos:
    """Photos by name. One that went with a question belongs to the desk from then on."""

    def __init__(self, drop: Callable[[str], object]) -> None:
        """`drop` deletes a photo that no question came with."""
        self._drop = drop
        self._loose: dict[str, str] = {}
        self._sent: dict[str, str] = {}

    def came(self, name: str, key: str) -> None:
        """Note a photo of the phone `key`."""
        self._loose[name] = key
        while len(self._loose) > _KEPT:
            oldest = next(iter(self._loose))
            del self._loose[oldest]
            self._drop(oldest)

    def is_of(self, name: str, key: str) -> bool:
        """Whether the phone `key` sent this photo."""
        return key in (self._loose.get(name), self._sent.get(name))

    def went(self, name: str) -> None:
        """Note that a photo went to the desk with a question."""
        if name in self._loose:
            self._sent[name] = self._loose.pop(name)
            if len(self._sent) > _KEPT:
                del self._sent[next(iter(self._sent))]

    def forget(self, key: str) -> None:
        """Forget what a phone sent; the desk deletes what it got."""
        self._drop_loose([name for name, owner in self._loose.items() if owner == key])
        self._sent = {name: owner for name, owner in self._sent.items() if owner != key}

    def drop_all(self) -> None:
        """Drop every photo that no question came with."""
        self._drop_loose(list(self._loose))

    def _drop_loose(self, names: list[str]) -> None:
        for name in names:
            del self._loose[name]
            self._drop(name)
