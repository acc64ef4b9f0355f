"""Translates pieces of lines so that names, codes and links survive; asks the engine twice where one was lost.

What to hide and how to put it back are rules of `core.translation` (protect, restore); here is only the order of
tries: with placeholders; without the lost ones, and each lost name alone; by hand; then a warning.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from livedesk.core.ids import Language
from livedesk.core.ports import EngineLine, TranslationEngine
from livedesk.core.records import LineWarning, WarningKind
from livedesk.core.translation.fragile import Fragile
from livedesk.core.translation.glossary import Match
from livedesk.core.translation.growing import Grown, prefix
from livedesk.core.translation.protect import Item, Protected, protect
from livedesk.core.translation.restore import replace_rendition, restore, splice


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line with the terms found in it. `is_final`: worth a second try; a partial caption is not.

    `last` is what is known of the piece while it was shorter, for a caption that grows.
    """

    text: str
    matches: tuple[Match, ...] = ()
    is_final: bool = True
    last: Grown | None = None


@dataclass(frozen=True, slots=True)
class Shielded:
    """A piece translated: `text` has everything back in its place, but for what was `lost`.

    `asked` is what the engine got and `line` what it answered, for the guards; None where it was not asked.
    """

    text: str
    asked: str = ""
    line: EngineLine | None = None
    lost: tuple[Item, ...] = ()


def translate_shielded(
    engine: TranslationEngine, pieces: Sequence[Piece], source: Language, target: Language
) -> list[Shielded]:
    """Translate `pieces` in one call of `engine`, or two; raises what the engine raises.

    A piece that is nothing but codes and names never reaches the engine.
    """
    hides = engine.has_placeholders
    given = [protect(p.text, p.matches, source, has_placeholders=hides) for p in pieces]
    asked = [number for number, protected in enumerate(given) if not protected.answer]
    begun = [prefix(pieces[number].last, given[number].text) for number in asked]
    lines = (
        engine.translate([given[number].text for number in asked], begun if any(begun) else ())
        if asked
        else []
    )
    done = [Shielded(p.answer) for p in given]
    for number, line in zip(asked, lines, strict=True):
        done[number] = _restored(line, given[number], target)
    broken = [n for n in asked if done[n].lost and pieces[n].is_final and not _is_refused(done[n])]
    if broken:
        mended = _second_try(engine, [(pieces[n], given[n], done[n]) for n in broken], source, target)
        for number, shielded in zip(broken, mended, strict=True):
            done[number] = shielded
    return done


def lost_warning(lost: Sequence[Item]) -> LineWarning | None:
    """Return the warning that the names and codes in `lost` are not in a translation, None if there are none."""
    sources = tuple(dict.fromkeys(item.source for item in lost))
    return LineWarning(WarningKind.TERM_LOST, sources) if sources else None


def _second_try(
    engine: TranslationEngine,
    broken: Sequence[tuple[Piece, Protected, Shielded]],
    source: Language,
    target: Language,
) -> list[Shielded]:
    questions: list[str] = []
    clear: list[Protected] = []
    for piece, given, first in broken:
        hidden = frozenset(item.source for item in first.lost if item.number)
        in_clear = protect(
            piece.text, piece.matches, source, has_placeholders=engine.has_placeholders, in_clear=hidden
        )
        clear.append(in_clear if hidden else given)
        questions += [in_clear.text] if hidden else []
        questions += [item.source for item in first.lost if item.kind is Fragile.TERM]
    answers = iter(engine.translate(questions) if questions else [])
    mended = []
    for (piece, given, first), protected in zip(broken, clear, strict=True):
        best = first
        if protected is not given:
            best = _better(first, _restored(next(answers), protected, target))
        alone = {i.source: next(answers).text for i in first.lost if i.kind is Fragile.TERM}
        mended.append(_mend(piece.text, best, alone, target))
    return mended


def _restored(line: EngineLine, protected: Protected, target: Language) -> Shielded:
    restored = restore(line.text, protected.items, target)
    return Shielded(restored.text, protected.text, line, restored.lost)


def _is_refused(tried: Shielded) -> bool:
    return tried.line is not None and tried.line.refused is not None


def _better(first: Shielded, again: Shielded) -> Shielded:
    """Return the try that lost less; of two alike the second, where the model at least saw the name."""
    is_bad = _is_refused(again) or not again.text.strip() or (again.line is not None and again.line.hit_limit)
    return first if is_bad or len(again.lost) > len(first.lost) else again


def _mend(source: str, tried: Shielded, alone: dict[str, str], target: Language) -> Shielded:
    """Put what is still missing in by hand, as far as there is a safe place for it."""
    text, lost = tried.text, []
    for item in tried.lost:
        mended = replace_rendition(text, alone[item.source], item, target) if item.source in alone else None
        mended = mended or splice(text, item, source, target)
        if mended is None:
            lost.append(item)
        else:
            text = mended
    return replace(tried, text=text, lost=tuple(lost))
