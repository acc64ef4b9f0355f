"""What must not reach the model, and what must not come out of it.

MarianMT models invent sentences for blanks and dashes and sometimes repeat themselves for ever; both are caught
here. Repetition is judged by loops only: "500 pcs ... 500 pcs" is normal talk.
"""

from collections.abc import Sequence

_MIN_REPEATS = 4
_MIN_LOOP_TOKENS = 12
_LONGEST_UNIT = 8


def has_words(text: str) -> bool:
    """Whether `text` has a letter or digit in it, so that there is something to translate."""
    return any(c.isalpha() for c in text)


def find_loop(tokens: Sequence[str]) -> bool:
    """Whether `tokens` end in a unit of 1 to 8 tokens that repeats, at least 4 times and over 12 tokens.

    A source that repeats itself ("ha ha ha ha") is the caller's to compare with.
    """
    return repeated_tail(tokens) >= _MIN_LOOP_TOKENS


def repeated_tail(tokens: Sequence[str]) -> int:
    """Return how many tokens at the end (the last unit may be cut short) are one unit repeated 4 or more times."""
    longest = 0
    total = len(tokens)
    for unit in range(1, min(_LONGEST_UNIT, total // _MIN_REPEATS) + 1):
        length = unit
        while length < total and tokens[total - 1 - length] == tokens[total - 1 - length + unit]:
            length += 1
        if length >= unit * _MIN_REPEATS:
            longest = max(longest, length)
    return longest


def has_loop(text: str, tokens: Sequence[str], source: str, *, hit_limit: bool) -> bool:
    """Whether a translation is a loop: repeated tokens or characters that the source does not repeat."""
    if repeated_tail(list(source.split())) >= _MIN_REPEATS or repeated_tail(list(source)) >= _MIN_LOOP_TOKENS:
        return hit_limit and find_loop(tokens)
    return find_loop(tokens) or repeated_tail(list(text)) >= _MIN_LOOP_TOKENS
