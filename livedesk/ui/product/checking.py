"""What is wrong with a product, in words, by the field it stands beside."""

from collections.abc import Mapping, Sequence
from datetime import date

from livedesk.core.catalogue.checks import Fault, Problem, check
from livedesk.core.catalogue.product import Product
from livedesk.ui.product.problem_words import problem_text


def problems_of(product: Product, others: Sequence[Product]) -> Mapping[str, str]:
    """Return the sentences for each field of `product` that something is wrong with, or doubtful in."""
    found: dict[str, list[str]] = {}
    for problem in check(product, others, date.today().isoformat()):
        found.setdefault(problem.field, []).append(problem_text(problem))
    return {field: "\n".join(dict.fromkeys(texts)) for field, texts in found.items()}


def refusal(before: Product, edited: Product, others: Sequence[Product]) -> str:
    """Return why `edited` is not kept, "" where it is: what cannot be was not there before.

    A product without a name is kept: it is one that is just being typed.
    """
    known = {_key(problem) for problem in check(before, others)}
    new = [p for p in check(edited, others) if not p.is_warning and _key(p) not in known]
    return "\n".join(dict.fromkeys(problem_text(p) for p in new if p.code is not Fault.NAME_MISSING))


def _key(problem: Problem) -> tuple[object, ...]:
    return problem.field, problem.code, tuple(sorted(problem.params.items()))
