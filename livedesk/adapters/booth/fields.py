"""Typed access to one table of a booth file (TOML or JSON), so that nothing in it is taken wrongly or ignored."""

import math
import re
from collections.abc import Mapping

from livedesk.adapters.booth.fault import Fault, broken
from livedesk.core.errors import UserFacing
from livedesk.core.ids import Language

LANGUAGE = re.compile(r"[a-z]{2}")


class Fields:
    """The keys of one table. Every reader marks its key as known; `end` refuses what nobody asked for.

    `path` names the table in errors: "item 3.". All methods raise `UserFacing(BOOTH_BROKEN)`.
    """

    def __init__(self, data: object, file: str, *, line: int = 0, path: str = "") -> None:
        self._file, self._line, self._path = file, line, path
        if not isinstance(data, Mapping):
            raise self.fault("", Fault.MALFORMED, data)
        self._data: Mapping[str, object] = data
        self._known: set[str] = set()

    def fault(self, key: str, fault: Fault, value: object = "") -> UserFacing:
        """Return the error about `key`."""
        field = f"{self._path}{key}".rstrip(".")
        return broken(self._file, fault, line=self._line, field=field, value=str(value))

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def end(self) -> None:
        """Raise if a key is there that was not read: a typing error must not pass for "not filled in"."""
        for key in self._data:
            if key not in self._known:
                raise self.fault(key, Fault.UNKNOWN_FIELD)

    def text(self, key: str) -> str:
        """Return the text at `key`, stripped and not blank."""
        return self._words(key, self._take(key))

    def optional_text(self, key: str, default: str) -> str:
        """Return the text at `key`, or `default` where the key is absent."""
        self._known.add(key)
        return self.text(key) if key in self._data else default

    def raw_text(self, key: str) -> str:
        """Return the text at `key` as it is, blank or not."""
        return self._raw(key, self._take(key))

    def number(self, key: str, *, above_zero: bool = False) -> float:
        """Return the finite number at `key`, not below zero."""
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.fault(key, Fault.NOT_A_NUMBER, value)
        if value < 0 or (above_zero and value == 0):
            raise self.fault(key, Fault.OUT_OF_RANGE, value)
        return float(value)

    def index(self, key: str, length: int) -> int:
        """Return the whole number at `key`, from 0 and below `length`."""
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.fault(key, Fault.NOT_A_NUMBER, value)
        if not 0 <= value < length:
            raise self.fault(key, Fault.OUT_OF_RANGE, value)
        return value

    def language(self, key: str) -> Language:
        """Return the language code at `key`."""
        return self._checked_language(key, self.text(key))

    def languages(self, key: str) -> tuple[Language, ...]:
        """Return the language codes at `key`: at least one, none twice."""
        found = tuple(self._checked_language(key, text) for text in self.list_of_texts(key))
        if not found:
            raise self.fault(key, Fault.MISSING)
        if len(set(found)) < len(found):
            raise self.fault(key, Fault.DUPLICATE, " ".join(found))
        return found

    def list_of_texts(self, key: str) -> tuple[str, ...]:
        """Return the list of non-blank texts at `key`, empty where the key is absent."""
        value = self._take(key) if key in self._data else []
        self._known.add(key)
        if not isinstance(value, list):
            raise self.fault(key, Fault.MALFORMED, value)
        return tuple(self._words(key, item) for item in value)

    def table(self, key: str) -> "Fields":
        """Return the table at `key`, empty where the key is absent."""
        value = self._take(key) if key in self._data else {}
        self._known.add(key)
        return Fields(value, self._file, line=self._line, path=f"{self._path}{key}.")

    def texts_by_language(self, key: str) -> dict[Language, str]:
        """Return the texts of the table at `key` by language, empty where the key is absent."""
        table = self.table(key)
        return {self._checked_language(key, code): table.text(code) for code in table._data}

    def lists_by_language(self, key: str) -> dict[Language, tuple[str, ...]]:
        """Return the lists of texts of the table at `key` by language, empty where the key is absent."""
        table = self.table(key)
        return {self._checked_language(key, code): table.list_of_texts(code) for code in table._data}

    def _take(self, key: str) -> object:
        self._known.add(key)
        if key not in self._data:
            raise self.fault(key, Fault.MISSING)
        return self._data[key]

    def _words(self, key: str, value: object) -> str:
        words = self._raw(key, value).strip()
        if not words:
            raise self.fault(key, Fault.MISSING)
        return words

    def _raw(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.fault(key, Fault.MALFORMED, value)
        # Half of a surrogate pair, or a NUL: no file, database or window would keep them as they are.
        if any(c == "\0" or "\ud800" <= c <= "\udfff" for c in value):
            raise self.fault(key, Fault.MALFORMED)
        return value

    def _checked_language(self, key: str, code: str) -> Language:
        if not LANGUAGE.fullmatch(code):
            raise self.fault(key, Fault.NOT_A_CHOICE, code)
        return Language(code)
