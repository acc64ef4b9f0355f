"""Which terms stand in a line, and what they are to become: longest first, no overlap, whole words only.

Where one word names two things (红米 the brand, 红米 the rice), the product on air decides, then the user's own list;
otherwise the word is left to the model.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from livedesk.core.catalogue.product import Product
from livedesk.core.ids import EN, Language, Sku, TermId
from livedesk.core.ports import PhraseMatcher
from livedesk.core.translation import english
from livedesk.core.translation.fold import DIGIT, LETTER, Folded, fold, fold_with_places, kind_of
from livedesk.core.translation.terms import Term, TermKind

MakeMatcher = Callable[[Sequence[str]], PhraseMatcher]
"""Builds a matcher for folded phrases."""

_COUNTED = (TermKind.PRODUCT, TermKind.USER)
"""Kinds of which one can have several; "cookware" and "steel" have no plural."""
_SUFFIXED = frozenset({Language("ko"), Language("ja")})
"""Languages that write their particles right behind the noun."""


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in characters `start` to `end` of a line; `target` is its usual form in the other language."""

    start: int
    end: int
    term: Term
    target: str
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    """One way a term is written: what a phrase of the matcher stands for."""

    term: Term
    text: str
    is_plural: bool
    is_own: bool


class TermList:
    """Terms with a matcher for each language, built when that language is first looked for.

    Immutable towards its users; one thread at a time, since it builds.
    """

    def __init__(
        self,
        terms: Sequence[Term],
        make_matcher: MakeMatcher,
        *,
        is_own: bool,
        base: "TermList | None" = None,
        gone: frozenset[TermId] = frozenset(),
    ) -> None:
        """The list has the terms of `base` too, but for those that are `gone`."""
        self._terms = tuple(terms)
        self._make_matcher = make_matcher
        self._is_own = is_own
        self._base = base
        self._gone = gone
        self._built: dict[Language, tuple[PhraseMatcher, list[list[_Form]]]] = {}

    def changed(self, gone: frozenset[TermId], added: Sequence[Term]) -> "TermList":
        """Return this list without the terms that are `gone` and with `added` ones, its matchers shared."""
        return TermList(added, self._make_matcher, is_own=self._is_own, base=self, gone=gone)

    def prepare(self, language: Language) -> None:
        """Build the matcher for `language` now rather than at the first line."""
        if self._base:
            self._base.prepare(language)
        self._matcher(language)

    def forms_in(self, folded: Folded, language: Language) -> Iterator[tuple[int, int, list[_Form]]]:
        """Yield (start, end, forms) in the original text for every phrase found, overlapping ones too."""
        if self._base:
            for start, end, found in self._base.forms_in(folded, language):
                if kept := [form for form in found if form.term.id not in self._gone]:
                    yield start, end, kept
        matcher, forms = self._matcher(language)
        for start, end, number in matcher.find(folded.text):
            yield (*folded.span(start, end), forms[number])

    def _matcher(self, language: Language) -> tuple[PhraseMatcher, list[list[_Form]]]:
        if language not in self._built:
            forms: dict[str, list[_Form]] = {}
            for term in self._terms:
                for key, form in self._forms_of(term, language):
                    forms.setdefault(key, []).append(form)
            self._built[language] = self._make_matcher(list(forms)), list(forms.values())
        return self._built[language]

    def _forms_of(self, term: Term, language: Language) -> Iterator[tuple[str, _Form]]:
        keys = set()
        for text in term.forms(language):
            variants = [(text, False)]
            if language == EN and not term.is_case_sensitive:
                variants += [(text.replace("-", ""), False)] if "-" in text else []
                if term.kind in _COUNTED:
                    variants += [(english.plural(variant), True) for variant, _ in variants]
            for variant, is_plural in variants:
                key = fold(variant)
                if key and key not in keys:
                    keys.add(key)
                    yield key, _Form(term, variant, is_plural, self._is_own)


class Glossary:
    """The user's own terms and the catalogue's, and the names of the products, which settle what is meant."""

    def __init__(self, own: TermList, catalogue: TermList, products: Iterable[Product] = ()) -> None:
        self._lists = (own, catalogue)
        self._products = products
        self._names: dict[Sku, tuple[str, ...]] | None = None

    def find(
        self, text: str, source: Language, target: Language, on_air: Sequence[Sku] = ()
    ) -> tuple[Match, ...]:
        """Return the terms of `text` that have a form in `target`, in order; `on_air` are the pinned products."""
        folded = fold_with_places(text)
        found: dict[tuple[int, int], list[_Form]] = {}
        for terms in self._lists:
            for start, end, forms in terms.forms_in(folded, source):
                fitting = [f for f in forms if _fits(f, text, start, end, source) and f.term.text(target)]
                if fitting:
                    found.setdefault((start, end), []).extend(fitting)
        taken = bytearray(len(text))
        matches = []
        for start, end in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
            if taken.find(1, start, end) >= 0:
                continue
            taken[start:end] = b"\1" * (
                end - start
            )  # also where it stays undecided: what lies within is part of it
            form = self._decide(found[start, end], target, on_air)
            if form:
                matches.append(Match(start, end, form.term, form.term.text(target), form.is_plural))
        return tuple(sorted(matches, key=lambda match: match.start))

    def _decide(self, forms: list[_Form], target: Language, on_air: Sequence[Sku]) -> _Form | None:
        """Return the form that is meant, None where nothing tells."""
        renamed = [f for f in forms if f.is_own and f.term.kind is TermKind.PRODUCT]
        shown = [f for f in forms if f.term.sku in on_air]
        named = [f for f in forms if self._is_named(f, target, on_air)] if on_air else []
        own = [f for f in forms if f.is_own]
        chosen = renamed or shown or named or own or forms
        return chosen[0] if len({f.term.text(target) for f in chosen}) == 1 else None

    def _is_named(self, form: _Form, target: Language, on_air: Sequence[Sku]) -> bool:
        """Whether a product on air has the term in its name, in both languages."""
        here, there = fold(form.text), fold(form.term.text(target))
        if self._names is None:
            self._names = {p.sku: _names(p) for p in self._products}
        names = [self._names[sku] for sku in on_air if sku in self._names]
        return any(_holds(name, here) and _holds(name, there) for name in names)


def _names(product: Product) -> tuple[str, ...]:
    return (*product.names.values(), *product.category.values())


def _holds(names: tuple[str, ...], folded: str) -> bool:
    return any(folded in fold(name) for name in names)


def _fits(form: _Form, text: str, start: int, end: int, language: Language) -> bool:
    """Whether the form stands there as a word of its own, in its own case if that matters."""
    if form.term.is_case_sensitive and text[start:end] != form.text:
        return False
    first, last = kind_of(text[start]), kind_of(text[end - 1])
    before = kind_of(text[start - 1]) if start else ""
    after = kind_of(text[end]) if end < len(text) else ""
    is_code = form.term.kind is TermKind.CODE
    if before == first in (LETTER, DIGIT) or (before in (LETTER, DIGIT) and (is_code or first == DIGIT)):
        return False
    if first == DIGIT and before and text[start - 1] in ".," and start > 1 and text[start - 2].isdigit():
        return False
    if after == LETTER and last in (LETTER, DIGIT):
        return language in _SUFFIXED and not is_code
    if after == DIGIT:
        return last != DIGIT and not (is_code and last == LETTER)
    is_decimal = last == DIGIT and end + 1 < len(text) and text[end] in ".," and text[end + 1].isdigit()
    return not is_decimal
