"""What of a translation is shown while its line is still being said, so that shown text hardly ever changes.

Each partial line is translated again as it grows (re-translation). Of every new translation the last words are held
back, since they change the most (mask-k); in the mode STEADY only what two successive translations agree on is
shown, and what is shown stays until the final. Because a final may still say something else, an account is kept for
each language: a session's finals pay in what may be taken back of them (18 % of their words in STEADY, 55 % in FAST),
every word that was shown and changed is paid from it, and nothing is shown that it could not pay for. So the
normalised erasure of a session of some 300 words stays below 0.2 and 0.6 with any model; a bad one shows less, and
later.

Source of mask-k and of the measure: Arivazhagan et al., "Re-translation Strategies For Long Form, Simultaneous,
Spoken Language Translation", ICASSP 2020.
"""

import re
from dataclasses import dataclass, field

from livedesk.core.ids import Language, SegmentId
from livedesk.core.settings import CaptionMode

_OPENING_CREDIT = 6.0
"""Words that may be taken back before any final was shown: enough for a partial of the first line."""
_MOST_CREDIT = 60.0
"""However steady an hour was, the next line does not jump about."""

_TOKEN = re.compile(r"\s*(?:[㐀-䶿一-鿿぀-ヿ฀-๿]|[^\s㐀-䶿一-鿿぀-ヿ฀-๿]+)")


@dataclass(frozen=True, slots=True)
class _Rule:
    """The last `masked` tokens are held back; `limit` is the normalised erasure allowed."""

    masked: int
    needs_agreement: bool
    takes_back: bool
    limit: float


_RULES = {
    CaptionMode.STEADY: _Rule(masked=2, needs_agreement=True, takes_back=False, limit=0.18),
    CaptionMode.FAST: _Rule(masked=3, needs_agreement=False, takes_back=True, limit=0.55),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the audience reads of a partial translation; its first `stable_length` characters two of them agree on."""

    text: str
    stable_length: int


@dataclass(slots=True)
class _Line:
    """One line in one language: the last translation and what of it is shown, in tokens."""

    last: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)


def tokens(text: str) -> list[str]:
    """Return words with the blanks before them, each character alone in scripts without spaces.

    Put together they are `text` again, but for blanks at its end.
    """
    return _TOKEN.findall(text)


class Steadiness:
    """Decides for all lines of a session. Belongs to the caption log."""

    def __init__(self, mode: CaptionMode = CaptionMode.STEADY) -> None:
        self.mode = mode
        self._lines: dict[tuple[SegmentId, Language], _Line] = {}
        self._credit: dict[Language, float] = {}

    @property
    def shows_partials(self) -> bool:
        """Whether lines are shown before they are final."""
        return self.mode in _RULES

    def partial(self, segment: SegmentId, language: Language, text: str) -> Shown | None:
        """Take the next translation of a growing line; return what is to be shown, None where that is the same."""
        rule = _RULES.get(self.mode)
        if rule is None:
            return None
        line = self._lines.setdefault((segment, language), _Line())
        new = tokens(text)
        agreed = _shared(line.last, new)
        line.last = new
        wanted = new[: max(0, len(new) - rule.masked)]
        if rule.needs_agreement:
            wanted = wanted[:agreed]
        wanted = self._affordable(line, wanted, rule, language)
        if wanted == line.shown:
            return None
        line.shown = wanted
        stable = "".join(wanted[: min(agreed, len(wanted))])
        return Shown("".join(wanted), len(stable))

    def set_mode(self, mode: CaptionMode) -> None:
        """Follow another rule from now on; what the old one had saved up is not for the new one to spend."""
        self.mode = mode
        self._credit = {language: min(credit, _OPENING_CREDIT) for language, credit in self._credit.items()}
        if not self.shows_partials:
            self._lines.clear()

    def final(self, segment: SegmentId, language: Language, text: str) -> None:
        """Take a final translation, which is shown whatever was shown before."""
        line = self._lines.pop((segment, language), _Line())
        new = tokens(text)
        rule = _RULES.get(self.mode)
        paid_in = len(new) * rule.limit if rule else 0.0
        taken_back = len(line.shown) - _shared(line.shown, new)
        self._credit[language] = min(_MOST_CREDIT, self._balance(language) + paid_in - taken_back)

    def _balance(self, language: Language) -> float:
        return self._credit.get(language, _OPENING_CREDIT)

    def _affordable(self, line: _Line, wanted: list[str], rule: _Rule, language: Language) -> list[str]:
        """Return as much of `wanted` in the place of what is shown as the account allows, at least what is shown."""
        shown = line.shown
        shared = _shared(shown, wanted)
        taken_back = len(shown) - shared
        if taken_back and (not rule.takes_back or len(wanted) <= len(shown)):
            return shown
        left = self._balance(language) - taken_back
        # At worst its final takes back all of a line; being as long, it pays in for as many words.
        others = sum(len(o.shown) for (_, of), o in self._lines.items() if of == language and o is not line)
        affordable = max(0, int(left / (1 - rule.limit)) - others)
        if taken_back:
            if affordable <= shared:
                return shown
            self._credit[language] = left
        return wanted[: max(affordable, shared)]


def _shared(before: list[str], after: list[str]) -> int:
    """Return how many tokens two lists begin with alike."""
    count = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        count += 1
    return count
