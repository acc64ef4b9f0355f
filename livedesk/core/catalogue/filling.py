"""Translating the empty texts of products: which are empty, from which language, and what comes of it.

Only a few lines wait for the translator at a time, so that stopping takes effect at once and an offer does not stand
in line behind a whole catalogue. The same words (a category, a unit) are translated once. What the translator
refuses, and what has other figures than its source, stays empty and is counted.

What a product is counted in comes from a table, for no model knows what 个 alone means; in a language that the table
lacks it stays as it is, and "pcs" is shown.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from livedesk.core.catalogue.importing.units import unit_texts
from livedesk.core.catalogue.product import TEXT_FIELDS, Product
from livedesk.core.ids import EN, ZH, Language, Sku
from livedesk.core.jobs import Job, JobState
from livedesk.core.records import Reason, WarningKind
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work

KIND = "fill_texts"
"""The kind of the job; its name is "". `done` counts products.

Its params count texts: "filled", "refused", and "figures" (left empty because the figures came out differently). It
fails with the `Reason` as code and "source" and "target" where there was no model for anything.
"""

AT_ONCE = 16
"""So many lines wait for the translator."""

_LOOKED_AT = 400
"""So many texts are looked at in one step, about a millisecond's work; the next tick goes on."""

_UNIT = "unit"
_UNDERSTOOD = (None, Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)
_NO_WAY = (Reason.NO_MODEL, Reason.NO_PATH)


@dataclass(frozen=True, slots=True)
class EmptyText:
    """A text that is not filled in, and the one it can be translated from."""

    sku: Sku
    name: str
    source: Language
    target: Language
    text: str

    @property
    def words(self) -> tuple[str, Language, Language]:
        """What is asked of the translator, whichever product it is for."""
        return self.text, self.source, self.target


def empty_texts(product: Product, languages: Sequence[Language], host: Language) -> Iterator[EmptyText]:
    """Yield the texts of `product` that are empty in `languages` while they are filled in another one.

    They are translated from the host's language, else English, Chinese or whichever is filled in; a text that a
    person wrote goes before one that a machine did.
    """
    for name in TEXT_FIELDS:
        texts: dict[Language, str] = getattr(product, name)
        if not texts:
            continue
        source = _source(product, name, texts, host)
        if source is None:
            continue
        for target in languages:
            if target == source or texts.get(target, "").strip():
                continue
            if name != _UNIT or target in unit_texts(texts[source]):
                yield EmptyText(product.sku, name, source, target, texts[source])


def _source(product: Product, name: str, texts: dict[Language, str], host: Language) -> Language | None:
    filled = [code for code in dict.fromkeys((host, EN, ZH, *texts)) if texts.get(code, "").strip()]
    by_hand = [code for code in filled if f"{name}.{code}" not in product.machine_texts]
    return next(iter(by_hand or filled), None)


def with_machine_text(product: Product, empty: EmptyText, text: str) -> Product | None:
    """Return `product` with a machine's text, marked as one unless it comes from a table.

    None where a person was faster: the place, or its source, changed.
    """
    texts = getattr(product, empty.name)
    if texts.get(empty.target, "").strip() or texts.get(empty.source) != empty.text:
        return None
    changes: dict[str, object] = {
        empty.name: {**texts, empty.target: text},
        "machine_texts": product.machine_texts | _marks(empty),
    }
    return replace(product, **changes)  # type: ignore[arg-type]  # by name from the record


def _marks(empty: EmptyText) -> frozenset[str]:
    return frozenset() if empty.name == _UNIT else frozenset({f"{empty.name}.{empty.target}"})


def approved(product: Product, language: Language | None) -> Product:
    """Return `product` with its machine's texts in `language` (None: in any) taken for a person's."""
    kept = frozenset(m for m in product.machine_texts if language and m.partition(".")[2] != language)
    return product if kept == product.machine_texts else replace(product, machine_texts=kept)


@dataclass(slots=True)
class _Run:
    """One job: what is still to be looked at, and what came of the rest."""

    host: Language
    waiting: deque[tuple[Sku, tuple[Language, ...]]] = field(default_factory=deque)
    total: int = 0
    begun: int = 0
    texts: Iterator[EmptyText] = field(default_factory=lambda: iter(()))
    asked: dict[int, list[EmptyText]] = field(default_factory=dict)
    items: dict[tuple[str, Language, Language], int] = field(default_factory=dict)
    known: dict[tuple[str, Language, Language], TranslateResult] = field(default_factory=dict)
    no_way: dict[tuple[Language, Language], Reason] = field(default_factory=dict)
    answered: list[tuple[EmptyText, str]] = field(default_factory=list)
    filled: int = 0
    refused: int = 0
    figures: int = 0

    @property
    def is_over(self) -> bool:
        """Whether every text was looked at and every question answered."""
        return not self.asked and self.begun == self.total


class TextFiller:
    """Fills the texts of products, one job at a time; `get` returns a product as it now is.

    `number` names the job, so that all it filled can be taken back together.
    """

    def __init__(self, get: Callable[[Sku], Product | None]) -> None:
        self._get = get
        self._run: _Run | None = None
        self._next_item = 1
        self._told: Job | None = None
        self.number = 0

    @property
    def is_running(self) -> bool:
        """Whether a job is not over."""
        return self._run is not None

    def start(self, skus: Sequence[Sku], languages: Sequence[Language], host: Language) -> None:
        """Begin a job; what is asked for while one runs joins it, and comes next: somebody looks at it."""
        if self._run is None:
            self.number += 1
            self._run = _Run(host)
        self._run.waiting.extendleft((sku, tuple(languages)) for sku in reversed(skus))
        self._run.total += len(skus)

    def requests(self, now: float) -> list[TranslateRequest]:
        """Return what to ask for next; at every tick, and after each answer."""
        run, requests = self._run, list[TranslateRequest]()
        for _ in range(_LOOKED_AT):
            if run is None or len(run.asked) >= AT_ONCE:
                break
            empty = self._next(run)
            if empty is None:
                break
            if not self._is_answered(run, empty) and (request := self._ask(run, empty, now)):
                requests.append(request)
        return requests

    def translated(self, result: TranslateResult) -> None:
        """Take an answer; one that nobody waits for any more is passed over."""
        run = self._run
        texts = run.asked.pop(result.request.item, None) if run else None
        if run is None or texts is None:
            return
        words = texts[0].words
        del run.items[words]
        run.known[words] = result
        if result.reason in _NO_WAY:
            run.no_way[words[1:]] = result.reason
        for empty in texts:
            self._is_answered(run, empty)

    def take(self) -> list[Product]:
        """Return the products that were filled since the last time, as they are to be."""
        run, changed = self._run, dict[Sku, Product]()
        for empty, text in run.answered if run else ():
            product = changed.get(empty.sku) or self._get(empty.sku)
            filled = with_machine_text(product, empty, text) if product else None
            if run and filled:
                changed[empty.sku] = filled
                run.filled += 1
        if run:
            run.answered.clear()
        return list(changed.values())

    def news(self) -> Job | None:
        """Return how far the job is, where that is news; a job that is over is forgotten."""
        run = self._run
        if run is None:
            return None
        is_over = run.is_over and not run.answered
        state = JobState.RUNNING
        if is_over:
            self._run = None
            state = JobState.FAILED if run.no_way and not run.filled else JobState.DONE
        job = _job(run, state)
        if job == self._told:
            return None
        self._told = None if is_over else job
        return job

    def stop(self) -> tuple[list[int], Job | None]:
        """End the job; return the items that still wait, and the last word on it."""
        run, self._run, self._told = self._run, None, None
        return (list(run.asked), _job(run, JobState.CANCELLED)) if run else ([], None)

    def _next(self, run: _Run) -> EmptyText | None:
        while True:
            empty = next(run.texts, None)
            if empty:
                return empty
            if run.begun == run.total:
                return None
            run.begun += 1
            sku, languages = run.waiting.popleft()
            product = self._get(sku)
            run.texts = empty_texts(product, languages, run.host) if product else iter(())

    def _is_answered(self, run: _Run, empty: EmptyText) -> bool:
        """Put `empty` where it belongs, if it is known what becomes of its words; return whether it is."""
        if empty.name == _UNIT:
            run.answered.append((empty, unit_texts(empty.text)[empty.target]))
            return True
        result = run.known.get(empty.words)
        if result is None:
            is_hopeless = (empty.source, empty.target) in run.no_way
            run.refused += is_hopeless
            return is_hopeless
        if not result.text.strip() or result.reason not in _UNDERSTOOD:
            run.refused += 1
        elif any(warning.kind is WarningKind.FIGURES for warning in result.warnings):
            run.figures += 1
        else:
            run.answered.append((empty, result.text))
        return True

    def _ask(self, run: _Run, empty: EmptyText, now: float) -> TranslateRequest | None:
        item = run.items.get(empty.words)
        if item is not None:
            run.asked[item].append(empty)
            return None
        item, self._next_item = self._next_item, self._next_item + 1
        run.items[empty.words], run.asked[item] = item, [empty]
        # What a word means is settled by the product that it is about, not by those on air.
        about = (empty.sku,)
        return TranslateRequest(
            Work.CATALOGUE, item, 1, empty.text, empty.source, empty.target, now, on_air=about
        )


def _job(run: _Run, state: JobState) -> Job:
    params: dict[str, str | int] = {
        "filled": run.filled,
        "refused": run.refused,
        "figures": run.figures,
    }
    code = ""
    if state is JobState.FAILED:
        (source, target), reason = next(iter(run.no_way.items()))
        code, params = reason, {**params, "source": source, "target": target}
    return Job(KIND, "", state, run.begun, run.total, None, code, params)
