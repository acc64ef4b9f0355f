"""English numbers in words: what a row of them is worth, and where one number ends and the next begins."""

import re
from fractions import Fraction

from livedesk.core.translation.figures.figure import Number, exact

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: value for value, word in enumerate(_SMALL.split())}
TENS = {word: value * 10 for value, word in enumerate(_ROUND.split(), start=2)}
_BELOW_HUNDRED = frozenset([*ONES, *TENS])
SCALES = {
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
_WORD = "|".join(sorted([*ONES, *TENS, *SCALES, "hundred"], key=len, reverse=True))
_DIGIT = "|".join(list(ONES)[:10])
ROW = re.compile(
    rf"""(?<![a-z])(?:half\ an?\ (?=hundred|{"|".join(SCALES)}))?(?:{_WORD})
    (?:(?:[ -]|\ and\ |,\ )(?:{_WORD})|(?:[ -]and[ -]a[ -]half|\ point(?:\ (?:{_DIGIT}))+)(?![a-z]))*(?![a-z])""",
    re.IGNORECASE | re.VERBOSE,
)
"""Number words in a row, which may be several numbers."""
_TOKEN = re.compile(rf"half an? |{_WORD}|[ -]and[ -]a[ -]half| point | and |, ", re.IGNORECASE)

SpokenNumber = tuple[int, int, Number]
"""Start, end and value of one number in a row."""


def spoken_numbers(row: str) -> list[SpokenNumber]:
    """Return the numbers in `row`: "five six" are two, "nineteen ninety-eight" is one."""
    tokens = [
        (" and a half" if t.group()[-4:].lower() == "half" else t.group().lower(), t.start(), t.end())
        for t in _TOKEN.finditer(row)
    ]
    found: list[SpokenNumber] = []
    number = _Number()
    for index, (word, start, end) in enumerate(tokens):
        if word in (" and ", ", "):
            follows = [token[0] for token in tokens[index + 1 : index + 3]]
            is_inside = word == " and " and number.takes_and and follows[:1] and follows[0] in _BELOW_HUNDRED
            if not is_inside or (len(follows) > 1 and (follows[1] == "hundred" or follows[1] in SCALES)):
                number.finish(found)
            continue
        if not number.takes(word):
            number.finish(found)
        number.add(word, start, end)
    number.finish(found)
    return _with_years(found)


def _with_years(numbers: list[SpokenNumber]) -> list[SpokenNumber]:
    """Join the two halves of a year: nineteen | ninety-eight."""
    joined: list[SpokenNumber] = []
    for start, end, value in numbers:
        if joined and 16 <= joined[-1][2] <= 20 and 10 <= value <= 99 and start == joined[-1][1] + 1:
            first = joined.pop()
            joined.append((first[0], end, first[2] * 100 + value))
        else:
            joined.append((start, end, value))
    return joined


class _Number:
    """One number as its words come in."""

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self.start = self.end = -1
        self.total: Number = 0
        self.current: Number = 0
        self.decimals: str | None = None
        self.last = ""
        self.last_scale = 10**15
        self.is_half = False

    @property
    def takes_and(self) -> bool:
        """Whether "and" may go on with this number."""
        return self.last == "hundred" or self.last in SCALES

    def takes(self, word: str) -> bool:
        """Whether `word` may come next."""
        if self.start < 0:
            return True
        if word in (" point ", " and a half"):
            return self.decimals is None and not self.is_half
        if self.decimals is not None:
            return (word in ONES and ONES[word] < 10) or word in SCALES
        if word in SCALES:
            return SCALES[word] < self.last_scale and (self.current > 0 or self.last == "")
        if self.is_half:
            return False
        if word == "hundred":
            return 0 < self.current < 100 and self.last not in SCALES
        if word in ONES and 0 < ONES[word] < 10:
            return self.takes_and or self.last in TENS
        return self.takes_and and word != "zero"

    def add(self, word: str, start: int, end: int) -> None:
        """Take `word` in."""
        if self.start < 0:
            self.start = start
        self.end = end
        if word.startswith("half a"):
            self.current, self.is_half = Fraction(1, 2), True
        elif word == " and a half":
            self.current, self.is_half = self.current + Fraction(1, 2), True
        elif word == " point ":
            self.decimals = ""
        elif word in SCALES:
            self._close_decimals()
            self.total += (self.current or 1) * SCALES[word]
            self.current, self.last_scale, self.is_half = 0, SCALES[word], False
        elif word == "hundred":
            self.current = (self.current or 1) * 100
        elif self.decimals is not None:
            self.decimals += str(ONES[word])
        else:
            self.current += ONES.get(word) or TENS.get(word, 0)
        self.last = word

    def _close_decimals(self) -> None:
        if self.decimals:
            self.current += Fraction(f"0.{self.decimals}")
        self.decimals = None

    def finish(self, found: list[SpokenNumber]) -> None:
        """Put the number that is complete into `found`."""
        if self.start >= 0:
            self._close_decimals()
            found.append((self.start, self.end, exact(self.total + self.current)))
        self._clear()
