"""Which names a host is likely to say: more than a glossary has, since a name heard needs no other language."""

import re
from collections.abc import Iterable, Iterator, Mapping

from livedesk.core.catalogue.product import Product
from livedesk.core.ids import ZH, Language, TermId
from livedesk.core.translation.terms import ANY_LANGUAGE, Term, TermKind, terms_of_catalogue, without_size

_HAN_RUN = re.compile("[㐀-䶿一-鿿]{3,}")
"""What is said of a name such as 304不锈钢保温杯; a run of two is too little of a name."""


def said_names(
    own: Iterable[Term], products: Iterable[Product], booth: Mapping[Language, str]
) -> tuple[Term, ...]:
    """Return the user's own terms, the catalogue's, and what else the products are called: names that are in Chinese
    only, Chinese parts of mixed names, brands, article numbers of variants."""
    products = tuple(products)
    more = (term for product in products for term in _of_product(product))
    return (*own, *terms_of_catalogue(products, booth), *more)


def _of_product(product: Product) -> Iterator[Term]:
    sku = product.sku
    is_machines = f"names.{ZH}" in product.machine_texts  # nobody has said yet that it is called so
    name = "" if is_machines else "".join(product.names.get(ZH, "").split())
    short = without_size({ZH: name, ANY_LANGUAGE: name}).get(ZH, name)
    forms = dict.fromkeys([short, *_HAN_RUN.findall(short)])
    yield Term(TermId(f"said:{sku}"), {ZH: tuple(forms)}, TermKind.PRODUCT, sku=sku)
    if product.brand.strip():
        yield Term(TermId(f"brand:{product.brand}"), {ANY_LANGUAGE: (product.brand.strip(),)}, TermKind.BRAND)
    for variant in product.variants:
        yield Term(TermId(f"code:{variant.sku}"), {ANY_LANGUAGE: (variant.sku,)}, TermKind.CODE, sku=sku)
