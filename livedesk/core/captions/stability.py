"""How steady shown text is, and which part of it will not change any more."""

from collections.abc import Sequence
from itertools import pairwise


def common_prefix_length(first: str, second: str) -> int:
    """Return how many leading characters two texts share."""
    length = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        length += 1
    return length


def agreed_length(previous: str, current: str) -> int:
    """Return the length of the agreed prefix of two successive hypotheses (LocalAgreement-2).

    In scripts written with spaces the prefix ends at a word's end, so that half a word is never taken as agreed.
    Source: Liu, Spanakis, Niehues, "Low-Latency Sequence-to-Sequence Speech Recognition", Interspeech 2020.
    """
    length = common_prefix_length(previous, current)
    if any(
        0 < length < len(text) and _is_spaced(text[length - 1], text[length]) for text in (previous, current)
    ):
        length -= 1
        while length and _is_spaced(current[length - 1], current[length]):
            length -= 1
    return length


def prefix_end(settled: str, text: str) -> int:
    """Return where in `text`, a newer word on the same speech, what was `settled` before ends.

    The prefix of `text` with the least edit distance to `settled`; of equals the one nearest to its length. So a
    recogniser that writes the beginning a little differently costs no character of what follows, and none comes
    twice.
    """
    if text.startswith(settled):
        return len(settled)
    shared = common_prefix_length(settled, text)
    row = list(range(len(text) - shared + 1))
    for number, character in enumerate(settled[shared:], 1):
        diagonal, row[0] = row[0], number
        for at in range(1, len(row)):
            changed = diagonal + (text[shared + at - 1] != character)
            diagonal = row[at]
            row[at] = min(changed, diagonal + 1, row[at - 1] + 1)
    expected = len(settled) - shared
    return shared + min(range(len(row)), key=lambda end: (row[end], abs(end - expected)))


def _is_spaced(before: str, after: str) -> bool:
    """Whether a cut between these two characters would split a word of a script that uses spaces."""
    return before.isalnum() and after.isalnum() and not (is_han(before) or is_han(after))


def is_han(character: str) -> bool:
    """Whether `character` is a Chinese character (also used in Japanese)."""
    return "一" <= character <= "鿿" or "㐀" <= character <= "䶿"


def normalised_erasure(updates: Sequence[Sequence[str]]) -> float:
    """Return how many tokens were taken back per token of the last update.

    `updates` are the successive token sequences that were shown for one line; 0 means that nothing shown ever
    changed. Source: Arivazhagan et al., "Re-translation versus Streaming for Simultaneous Translation", 2020,
    section 3: the sum of erased suffix lengths over the final length.
    """
    final = len(updates[-1]) if updates else 0
    return erased(updates) / final if final else 0.0


def erased(updates: Sequence[Sequence[str]]) -> int:
    """Return how many tokens were taken back in all, over the successive `updates` of one line."""
    count = 0
    for before, after in pairwise(updates):
        shared = 0
        while shared < min(len(before), len(after)) and before[shared] == after[shared]:
            shared += 1
        count += len(before) - shared
    return count
