"""Glossary terms: how names are written in each language, from the catalogue and from the user's own list."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from livedesk.core.catalogue.product import Product
from livedesk.core.ids import EN, ZH, Language, Sku, TermId
from livedesk.core.translation.fold import fold

ANY_LANGUAGE = Language("")
"""The key of texts that are the same in every language: article numbers and certificates."""

_OWN = "own:"
_LEAST_SKU = 4
"""A shorter article number is too easily something else."""
_SIZE = re.compile(r"[\s,，]*\d[\d.,]*(?:\s*[×xX*]\s*\d[\d.]*)*\s*[^\W\d_]{0,7}$")
_SET = {
    ZH: re.compile(r"(?:[一二两三四五六七八九十]+|\d+\s*)件套$"),
    EN: re.compile(r"\s+set,\s*\d+\s+pieces$|,?\s+set of \d+$", re.IGNORECASE),
}
_TAG_PAIR = re.compile(r"\s*[=＝|]\s*")
_HAS_HAN = re.compile("[\u3400-\u9fff]")


class TermKind(StrEnum):
    """What a term names. USER is whatever else the user wants translated just so."""

    PRODUCT = "product"
    CATEGORY = "category"
    BRAND = "brand"
    MATERIAL = "material"
    CERTIFICATE = "certificate"
    CODE = "code"
    USER = "user"


OWN_KINDS = (TermKind.USER, TermKind.PRODUCT, TermKind.BRAND, TermKind.MATERIAL, TermKind.CATEGORY)
"""What a term of the user's own list can be."""


@dataclass(frozen=True, slots=True)
class Term:
    """One name in the languages filled in, the usual form first; the others are recognised too.

    `is_case_sensitive`: "Dove" the soap is not "dove" the bird. `sku` is the product it names, if it names one.
    """

    id: TermId
    texts: dict[Language, tuple[str, ...]]
    kind: TermKind = TermKind.USER
    is_case_sensitive: bool = False
    sku: Sku | None = None

    def forms(self, language: Language) -> tuple[str, ...]:
        """Return every way the term is written in `language`; a brand may stand there in any other's letters too."""
        own = self.texts.get(language) or self.texts.get(ANY_LANGUAGE, ())
        if self.kind is not TermKind.BRAND:
            return own
        english_first = sorted(self.texts, key=lambda other: (other != EN, other))
        return tuple(dict.fromkeys((*own, *(form for other in english_first for form in self.texts[other]))))

    def text(self, language: Language) -> str:
        """Return the term in `language` as it is to appear, "" where it is not filled in."""
        return next(iter(self.forms(language)), "")


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term at work in a line: characters `start` to `end` of the source become `target`."""

    term: TermId
    start: int
    end: int
    target: str


def merged(own: Sequence[Term], changed: Iterable[Term]) -> tuple[Term, ...]:
    """Return the user's list with `changed` terms put in place.

    A term without an id is new, unless one of the list has the same first text in the same language: then it takes
    that one's place. Terms that are written in fewer than two languages, or empty, are left out.
    """
    terms = {term.id: term for term in own}
    by_name = {same_name(term): term.id for term in own}
    next_number = 1 + max((_number(term.id) for term in own), default=0)
    for term in map(tidy, changed):
        if len(term.texts) < 2:
            continue
        if not term.id:
            known = by_name.get(same_name(term))
            term = replace(term, id=known or TermId(f"{_OWN}{next_number}"))
            next_number += known is None
        terms[term.id] = term
        next_number = max(next_number, _number(term.id) + 1)
        by_name[same_name(term)] = term.id
    return tuple(terms.values())


def tidy(term: Term) -> Term:
    """Return `term` with single spaces and without empty or repeated texts."""
    texts = {}
    for language, forms in term.texts.items():
        clean = (" ".join(form.split()) for form in forms)
        if kept := tuple(dict.fromkeys(form for form in clean if fold(form))):
            texts[language] = kept
    return replace(term, texts=texts)


def terms_of_catalogue(products: Iterable[Product], name: Mapping[Language, str]) -> tuple[Term, ...]:
    """Return what a catalogue says about names.

    That is the booth's own `name` as a brand, the products' names with and without their size, article numbers,
    categories, certificates, and tags written as pairs ("水杯=bottle"). A name that a machine wrote and nobody has
    approved is none: it would be enforced everywhere.
    """
    return tuple(CatalogueTerms().of(products, name).values())


class CatalogueTerms:
    """What a catalogue says about names, as it changes: a product that did not change is read once."""

    def __init__(self) -> None:
        self._known: dict[Sku, tuple[Product, list[Term]]] = {}
        self._booth: Term | None = None
        self._terms: dict[TermId, Term] = {}

    def of(self, products: Iterable[Product], name: Mapping[Language, str]) -> dict[TermId, Term]:
        """Return the terms by id; those that are as the last time are the same objects, as is the whole."""
        booth = _term_of_booth(name)
        is_same = booth == self._booth
        known, self._known = self._known, {}
        for product in products:
            entry = known.get(product.sku)
            if entry is None or entry[0] is not product:
                terms = _terms_of_product(product)
                if entry and entry[1] == terms:
                    terms = entry[1]
                else:
                    is_same = False
                entry = product, terms
            self._known[product.sku] = entry
        if not is_same or len(known) != len(self._known):
            self._booth = self._booth if booth == self._booth else booth
            self._terms = {self._booth.id: self._booth} if self._booth else {}
            for _, terms in self._known.values():
                for term in terms:
                    self._terms.setdefault(term.id, term)
        return self._terms


def are_named_alike(before: Sequence[Product], after: Sequence[Product]) -> bool:
    """Whether two catalogues say the same about names, in the same order; prices and the like do not count."""
    return len(before) == len(after) and all(
        p is q or _said(p) == _said(q) for p, q in zip(before, after, strict=True)
    )


def _said(product: Product) -> tuple[object, ...]:
    names = [_by_hand(product, field, getattr(product, field)) for field in ("names", "category")]
    variants = tuple(variant.sku for variant in product.variants)
    return product.sku, names, product.brand, product.tags, product.certificates, variants


def _term_of_booth(name: Mapping[Language, str]) -> Term | None:
    texts = {language: _only(text) for language, text in name.items() if text}
    return Term(TermId("booth"), texts, TermKind.BRAND) if len(name) > 1 else None


def _terms_of_product(product: Product) -> list[Term]:
    sku = product.sku
    names = _by_hand(product, "names", product.names)
    terms = []
    if len(names) > 1:
        texts = {language: _with_short_tail(text) for language, text in names.items()}
        terms.append(Term(TermId(f"name:{sku}"), texts, TermKind.PRODUCT, sku=sku))
        short = without_size(names)
        if len(short) > 1:
            texts = {language: _only(text) for language, text in short.items()}
            terms.append(Term(TermId(f"short:{sku}"), texts, TermKind.PRODUCT, sku=sku))
    if len(fold(sku)) >= _LEAST_SKU and any(c.isdigit() for c in sku) and any(c.isalpha() for c in sku):
        terms.append(Term(TermId(f"code:{sku}"), {ANY_LANGUAGE: (sku,)}, TermKind.CODE, sku=sku))
    category = {code: _only(text) for code, text in _by_hand(product, "category", product.category).items()}
    if len(category) > 1:
        label = "|".join(f"{language}={category[language][0]}" for language in sorted(category))
        terms.append(Term(TermId(f"category:{label}"), category, TermKind.CATEGORY))
    terms += [
        Term(
            TermId(f"certificate:{c.name}"),
            {ANY_LANGUAGE: (c.name,)},
            TermKind.CERTIFICATE,
            is_case_sensitive=True,
        )
        for c in product.certificates
        if len(c.name) > 1
    ]
    return terms + [term for tag in product.tags if (term := _term_of_tag(tag))]


def _by_hand(product: Product, field: str, texts: Mapping[Language, str]) -> dict[Language, str]:
    return {
        language: " ".join(text.split())
        for language, text in texts.items()
        if text.strip() and f"{field}.{language}" not in product.machine_texts
    }


def without_size(names: Mapping[Language, str]) -> dict[Language, str]:
    """Return `names` without their size ("32 cm", "三件套"), of the languages where that leaves a name.

    The size must go the same way in all of them; a name that is one short word without its size is too common.
    """
    for patterns in (_SET, dict.fromkeys(names, _SIZE)):
        short = {}
        for language, name in names.items():
            pattern = patterns.get(language)
            match = pattern.search(name) if pattern else None
            if match and match.start() > 0:
                short[language] = name[: match.start()].rstrip(" ,，")
        if len(short) > 1 and all(map(_is_telling, short.values())):
            return short
    return {}


def _is_telling(name: str) -> bool:
    return len(_HAS_HAN.findall(name)) > 1 or len(name.split()) > 1


def _only(text: str) -> tuple[str, ...]:
    return (" ".join(text.split()),)


def _with_short_tail(name: str) -> tuple[str, ...]:
    """Return a name such as "Mill pair, beech" with the form without its tail, which is recognised too."""
    head, comma, tail = name.partition(", ")
    if comma and len(head.split()) > 1 and not any(c.isdigit() for c in tail):
        return name, head
    return (name,)


def _term_of_tag(tag: str) -> Term | None:
    parts = _TAG_PAIR.split(tag.strip())
    if (
        len(parts) != 2
        or not all(parts)
        or bool(_HAS_HAN.search(parts[0])) == bool(_HAS_HAN.search(parts[1]))
    ):
        return None
    chinese, english = parts if _HAS_HAN.search(parts[0]) else reversed(parts)
    return Term(TermId(f"tag:{chinese}={english}"), {ZH: (chinese,), EN: (english,)}, TermKind.USER)


def same_name(term: Term) -> tuple[Language, str]:
    """Return what makes two terms of the user's list the same one: the first text of its first language."""
    first = next((language for language in (ZH, EN, *sorted(term.texts)) if language in term.texts), ZH)
    return first, fold(term.text(first))


def _number(term: TermId) -> int:
    digits = term.removeprefix(_OWN)
    return int(digits) if term.startswith(_OWN) and digits.isdecimal() else 0
