"""The offer on air: the host's words, in the audience's languages as soon as they are translated. Pure steps."""

from collections.abc import Sequence
from dataclasses import replace

from livedesk.core.catalogue.product import Product
from livedesk.core.chat.log import clean
from livedesk.core.events import PutOffer
from livedesk.core.ids import Language
from livedesk.core.records import Notice, NoticeCode, NoticeLevel, Offer, Reason, WarningKind
from livedesk.core.translation.request import TranslateRequest, TranslateResult, Work

ITEM = 0
"""The item of the offer's requests; the texts of products count from 1."""

_FOR_NOTHING = (Reason.SAME_LANGUAGE, Reason.NOTHING_TO_TRANSLATE)


def offered(given: PutOffer, product: Product, host: Language, now: float) -> Offer | None:
    """Return the offer on air from `now` on; None where it says nothing, or is over already."""
    text = clean(given.text)
    if (not text and given.price is None) or (given.ends_at is not None and given.ends_at <= now):
        return None
    texts = {host: text} if text else {}
    return Offer(given.sku, texts, given.price, product.currency, given.ends_at, now)


def requests(
    offer: Offer | None, audience: Sequence[Language], revision: int, now: float
) -> list[TranslateRequest]:
    """Return what to ask for so that every audience language has the offer's words."""
    if offer is None or not offer.texts:
        return []
    source, text = next(iter(offer.texts.items()))
    return [
        TranslateRequest(Work.CATALOGUE, ITEM, revision, text, source, target, now, on_air=(offer.sku,))
        for target in audience
        if target not in offer.texts
    ]


def translated(offer: Offer, result: TranslateResult) -> tuple[Offer, Notice | None]:
    """Return the offer with a translation, or unchanged with what to tell the operator.

    Words whose figures differ do not go on air: nobody reads an offer twice before it is seen.
    """
    target = result.request.target
    doubt = next((warning for warning in result.warnings if warning.kind is WarningKind.FIGURES), None)
    params: dict[str, str | int] = {"language": target}
    if result.reason and result.reason not in _FOR_NOTHING:
        params["code"] = result.reason
    elif doubt:
        params["figures"] = doubt.detail
    else:
        return replace(offer, texts={**offer.texts, target: result.text}), None
    return offer, Notice(NoticeCode.OFFER_NOT_TRANSLATED, NoticeLevel.WARNING, params)
