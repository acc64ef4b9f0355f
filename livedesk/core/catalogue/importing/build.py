"""From what a row says to the product as it is to be: what the row does not fill in stays as it was."""

from dataclasses import replace
from decimal import Decimal

from livedesk.core.catalogue.importing.columns import BY_LANGUAGE, Field
from livedesk.core.catalogue.importing.mapping import Defaults
from livedesk.core.catalogue.importing.pictures import FoundPictures
from livedesk.core.catalogue.importing.problems import BadCell, Effect, ProblemCode
from livedesk.core.catalogue.importing.row import RowRead
from livedesk.core.catalogue.importing.terms import Complain, Terms, read_terms, variant_tiers
from livedesk.core.catalogue.product import Certificate, CustomField, Packing, Product, Variant
from livedesk.core.ids import Sku

_CBM_TOLERANCE = Decimal("0.1")
_TEXTS = tuple(sorted(BY_LANGUAGE - {Field.OPTIONS, Field.UNIT}))


def product_of(
    read: RowRead, existing: Product | None, defaults: Defaults, found: FoundPictures, complain: Complain
) -> tuple[Product, Terms]:
    """Return the product that `read` and `existing` make together, without its number, and its terms."""
    terms = read_terms(read, existing, defaults, complain)
    old = existing or Product(Sku(read.sku), 0, {}, {}, (), incoterm="")
    texts = {kind.value: {**getattr(old, kind), **read.texts.get(kind, {})} for kind in _TEXTS}
    if not texts["names"]:
        complain(read.cells.get(Field.SKU, 0), BadCell(ProblemCode.NO_NAME), Field.SKU, None)
    values = read.values
    product = replace(
        old,
        **texts,  # type: ignore[arg-type]  # the text fields by their names
        unit=terms.unit,
        tiers=terms.tiers,
        currency=terms.currency,
        incoterm=terms.incoterm,
        incoterm_place=terms.incoterm_place,
        moq=terms.moq,
        sample_price=terms.sample_price,
        sample_days=values.get(Field.SAMPLE_DAYS, old.sample_days),
        lead_times=values.get(Field.LEAD_TIME, old.lead_times),
        certificates=_certificates(read, old, complain),
        pictures=_pictures(read, old, found, complain),
        tags=values.get(Field.TAGS, old.tags),
        brand=values.get(Field.BRAND, old.brand),
        packing=_packing(read, old.packing, complain),
        hs_code=values.get(Field.HS_CODE, old.hs_code),
        stock=values.get(Field.STOCK, old.stock),
        custom=_custom(read, old),
    )
    return replace(product, machine_texts=_machine_texts(read, old, product)), terms


def variant_of(
    read: RowRead, existing: Variant | None, product: Product, found: FoundPictures, complain: Complain
) -> Variant:
    """Return the variant of `product` that `read` and `existing` make together."""
    old = existing or Variant(Sku(read.sku), {})
    pictures = _pictures_of(read, (old.picture,) if old.picture else (), found, complain)
    return Variant(
        old.sku,
        {**old.options, **read.texts.get(Field.OPTIONS, {})},
        variant_tiers(read, existing, product, complain),
        read.values.get(Field.STOCK, old.stock),
        pictures[0] if pictures else "",
    )


def _certificates(read: RowRead, old: Product, complain: Complain) -> tuple[Certificate, ...]:
    before = {certificate.name: certificate.expires for certificate in old.certificates}
    given: tuple[Certificate, ...] = read.values.get(Field.CERTIFICATES, old.certificates)
    given = tuple(Certificate(c.name, c.expires or before.get(c.name, "")) for c in given)
    dates: tuple[str, ...] = read.values.get(Field.EXPIRES, ())
    if not dates:
        return given
    if len(dates) not in (1, len(given)) or not given:
        complain(read.cells.get(Field.EXPIRES, 0), BadCell(ProblemCode.NOT_A_DATE), Field.EXPIRES, None)
        return given
    dates = dates * len(given) if len(dates) == 1 else dates
    return tuple(replace(c, expires=date) for c, date in zip(given, dates, strict=True))


def _pictures(read: RowRead, old: Product, found: FoundPictures, complain: Complain) -> tuple[str, ...]:
    return _pictures_of(read, old.pictures, found, complain)


def _pictures_of(
    read: RowRead, before: tuple[str, ...], found: FoundPictures, complain: Complain
) -> tuple[str, ...]:
    named = read.values.get(Field.PICTURES, ())
    pictures, missing = found.of(read.row, Sku(read.sku), named)
    if missing:
        index = read.cells.get(Field.PICTURES, 0)
        complain(index, BadCell(ProblemCode.PICTURE_MISSING, ", ".join(missing)), Field.PICTURES, None)
    return pictures or before


def _packing(read: RowRead, old: Packing, complain: Complain) -> Packing:
    values = read.values
    length, width, height = values.get(Field.CARTON_SIZE, (old.length_cm, old.width_cm, old.height_cm))
    gross, net = values.get(Field.WEIGHTS, (old.gross_weight_kg, old.net_weight_kg))
    packing = Packing(
        values.get(Field.PIECES, old.pieces_per_carton),
        values.get(Field.CARTON_LENGTH, length),
        values.get(Field.CARTON_WIDTH, width),
        values.get(Field.CARTON_HEIGHT, height),
        values.get(Field.GROSS_WEIGHT, gross),
        values.get(Field.NET_WEIGHT, net),
    )
    gross, net = packing.gross_weight_kg, packing.net_weight_kg
    if (
        gross is not None
        and net is not None
        and net > gross
        and (gross, net)
        != (
            old.gross_weight_kg,
            old.net_weight_kg,
        )
    ):
        index = read.cells.get(Field.NET_WEIGHT, read.cells.get(Field.GROSS_WEIGHT, 0))
        complain(index, BadCell(ProblemCode.NET_ABOVE_GROSS), Field.NET_WEIGHT, None)
        packing = replace(packing, gross_weight_kg=old.gross_weight_kg, net_weight_kg=old.net_weight_kg)
    stated, computed = values.get(Field.CBM), packing.carton_cbm
    if stated and computed and abs(stated - computed) > computed * _CBM_TOLERANCE + Decimal("0.001"):
        text = f"{stated} ≠ {computed.normalize():f}"
        complain(read.cells[Field.CBM], BadCell(ProblemCode.CBM_DIFFERS, text), Field.CBM, Effect.TAKEN)
    return packing


def _custom(read: RowRead, old: Product) -> tuple[CustomField, ...]:
    given = dict(read.custom)
    kept = tuple(CustomField(f.name, given.pop(f.name, f.value)) for f in old.custom)
    return kept + tuple(CustomField(name, value) for name, value in given.items())


def _machine_texts(read: RowRead, old: Product, new: Product) -> frozenset[str]:
    """A text that the table brings is a person's, unless the table itself says whose it is."""
    if Field.MACHINE_TEXTS in read.values:
        marks: frozenset[str] = read.values[Field.MACHINE_TEXTS]
        return frozenset(mark for mark in marks if _is_there(mark, new))
    return frozenset(mark for mark in old.machine_texts if _text(mark, old) == _text(mark, new))


def _is_there(mark: str, product: Product) -> bool:
    return bool(_text(mark, product))


def _text(mark: str, product: Product) -> str:
    name, _, language = mark.partition(".")
    texts = getattr(product, name, None) if name in _TEXTS or name == Field.UNIT else None
    return texts.get(language, "") if isinstance(texts, dict) else ""
