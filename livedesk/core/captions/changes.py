"""Changes to what was heard, and how a text looks after them."""

from collections.abc import Iterable
from dataclasses import dataclass

from livedesk.core.captions.heard import Correction, CorrectionKind
from livedesk.core.ids import Sku


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `start` to `end` of what was heard are to be `written` so.

    Without a `kind` it is only a matter of how text is set, and no correction.
    """

    kind: CorrectionKind | None
    start: int
    end: int
    written: str
    sku: Sku | None = None


def apply(text: str, changes: Iterable[Change]) -> tuple[str, tuple[Correction, ...]]:
    """Return `text` after `changes`, which do not overlap, and what was changed where in the new text."""
    parts: list[str] = []
    corrections: list[Correction] = []
    at = moved = 0
    for change in sorted(changes, key=lambda c: c.start):
        heard = text[change.start : change.end]
        parts += [text[at : change.start], change.written]
        if change.kind:
            start = change.start + moved
            corrections.append(Correction(change.kind, start, heard, change.written, change.sku))
        moved += len(change.written) - len(heard)
        at = change.end
    return "".join([*parts, text[at:]]), tuple(corrections)
