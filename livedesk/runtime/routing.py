"""Gives every direction its engine, also those that take two models. For the translator, on the `mt` thread."""

from collections.abc import Sequence

from livedesk.core.ids import Language
from livedesk.core.ports import EngineLine, EngineSource, NoEngine, TranslationEngine
from livedesk.core.translation import guards
from livedesk.core.translation.route import Direct, NoPath, NotInstalled, Pair, Pivot, find_route
from livedesk.core.typing_compat import override


class PivotEngine(TranslationEngine):
    """Two engines, one after the other, that look like one.

    What the first one writes goes to the second as it is: placeholders stay placeholders, and nobody restores
    terms or compares figures in between. A line that a guard refuses half way is not sent on; it comes back with
    the reason. Prefixes are the second one's. `close` closes both.
    """

    def __init__(self, first: TranslationEngine, second: TranslationEngine, route: Pivot) -> None:
        self.model = f"{first.model} + {second.model}"
        self.engine = first.engine
        self.is_listed = first.is_listed and second.is_listed
        self.has_placeholders = first.has_placeholders and second.has_placeholders
        self._first, self._second = first, second
        self._languages = route.first

    @override
    def translate(self, lines: Sequence[str], prefixes: Sequence[Sequence[str]] = ()) -> list[EngineLine]:
        results = [
            self._checked(line, half) for line, half in zip(lines, self._first.translate(lines), strict=True)
        ]
        good = [number for number, half in enumerate(results) if half.refused is None]
        # What is blank half way for a blank line is fine, but no engine may see it.
        sent = [number for number in good if results[number].text.strip()]
        if sent:
            halves = [results[number].text for number in sent]
            begun = [prefixes[number] for number in sent] if prefixes else ()
            answers = self._second.translate(halves, begun)
            for number, answer in zip(sent, answers, strict=True):
                hit_limit = results[number].hit_limit or answer.hit_limit
                results[number] = EngineLine(answer.text, answer.tokens, hit_limit)
        return results

    @override
    def close(self) -> None:
        self._first.close()
        self._second.close()

    def _checked(self, line: str, half: EngineLine) -> EngineLine:
        reason = guards.refusal(line, half.text, *self._languages, hit_limit=half.hit_limit)
        return EngineLine(half.text, half.tokens, half.hit_limit, reason) if reason else half


class Routes(EngineSource):
    """Wraps the `EngineSource` of the installed models and adds the ways through English.

    `NoEngine` from `engine` names in `missing` the models that would make a way. A damaged model stays in its
    route, so that it is reported and not quietly gone around.
    """

    def __init__(self, engines: EngineSource) -> None:
        self._engines = engines
        self._pivots: dict[Pair, PivotEngine] = {}

    @override
    def directions(self) -> frozenset[Pair]:
        return self._engines.directions()

    @override
    def installable(self) -> frozenset[Pair]:
        return self._engines.installable()

    @override
    def engine(self, source: Language, target: Language) -> TranslationEngine:
        route = find_route(source, target, self.directions(), self.installable())
        match route:
            case Direct(pair):
                return self._engines.engine(*pair)
            case Pivot(first, second):
                if (source, target) not in self._pivots:
                    halves = self._engines.engine(*first), self._engines.engine(*second)
                    self._pivots[source, target] = PivotEngine(*halves, route)
                return self._pivots[source, target]
            case NotInstalled(missing):
                raise NoEngine(is_installable=True, missing=missing)
            case NoPath():
                raise NoEngine(is_installable=False)

    @override
    def close(self) -> None:
        self._pivots.clear()
        self._engines.close()
