"""How likely a lead is to order, by rules that can be read out:

- HOT: asked for a quote on the phone page; or said how many and left a contact; or said how many and asked for a
  sample or the terms; or the quantity reaches the minimum order.
- WARM: any one of a quantity, a contact, a question for a sample or for the terms (shipping, payment, customisation,
  certificates); or asked what several products cost.
- COLD: anything less. A complaint counts neither way, but is shown.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from livedesk.core.chat.intent import Intent
from livedesk.core.ids import Sku
from livedesk.core.leads.lead import Lead, LeadScore, ScoreReason

MoqOf = Callable[[Sku], int | None]
"""Returns the smallest order of a product, None where there is no such product."""

_R = ScoreReason
_BY_INTENT = {
    Intent.PRICE: _R.ASKED_PRICE,
    Intent.SAMPLE: _R.ASKED_SAMPLE,
    Intent.SHIPPING: _R.ASKED_TERMS,
    Intent.PAYMENT: _R.ASKED_TERMS,
    Intent.CUSTOMISATION: _R.ASKED_TERMS,
    Intent.CERTIFICATE: _R.ASKED_TERMS,
    Intent.COMPLAINT: _R.COMPLAINED,
}
_SEEN_IN_THE_LEAD = frozenset(
    {_R.ASKED_QUOTE, _R.GAVE_QUANTITY, _R.REACHES_MOQ, _R.GAVE_CONTACT, _R.ASKED_SEVERAL}
)
_SEVERAL = 2


def reasons_for(intents: Iterable[Intent]) -> frozenset[ScoreReason]:
    """Return what a message that asks for these counts as."""
    return frozenset(_BY_INTENT[intent] for intent in intents if intent in _BY_INTENT)


def score_of(reasons: frozenset[ScoreReason]) -> LeadScore:
    """Return the score that the rules give for these reasons."""
    asks_more = bool(reasons & {_R.ASKED_SAMPLE, _R.ASKED_TERMS})
    has_quantity, has_contact = _R.GAVE_QUANTITY in reasons, _R.GAVE_CONTACT in reasons
    if reasons & {_R.ASKED_QUOTE, _R.REACHES_MOQ} or (has_quantity and (has_contact or asks_more)):
        return LeadScore.HOT
    asks_prices = {_R.ASKED_PRICE, _R.ASKED_SEVERAL} <= reasons
    return LeadScore.WARM if has_quantity or has_contact or asks_more or asks_prices else LeadScore.COLD


def scored(lead: Lead, moq_of: MoqOf, asked: frozenset[ScoreReason] = frozenset()) -> Lead:
    """Return the lead with its score and reasons; `asked` are reasons that come on top of those there are.

    What a person chose stays, but the reasons are kept up to date beside it.
    """
    kept = (frozenset(lead.score_reasons) - _SEEN_IN_THE_LEAD) | asked | _seen_in(lead, moq_of)
    score = lead.score if _R.SET_BY_HAND in kept else score_of(kept)
    reasons = tuple(reason for reason in ScoreReason if reason in kept)
    if (score, reasons) == (lead.score, lead.score_reasons):
        return lead
    return replace(lead, score=score, score_reasons=reasons)


def set_by_hand(lead: Lead, score: LeadScore | None) -> Lead:
    """Return the lead with the score that a person chose; None goes back to the rules."""
    others = tuple(reason for reason in lead.score_reasons if reason is not _R.SET_BY_HAND)
    if score is None:
        return replace(lead, score=score_of(frozenset(others)), score_reasons=others)
    return replace(lead, score=score, score_reasons=(*others, _R.SET_BY_HAND))


def _seen_in(lead: Lead, moq_of: MoqOf) -> set[ScoreReason]:
    seen: set[ScoreReason] = set()
    if lead.consented_at is not None:
        seen.add(_R.ASKED_QUOTE)
    if lead.contacts:
        seen.add(_R.GAVE_CONTACT)
    if len(lead.items) >= _SEVERAL:
        seen.add(_R.ASKED_SEVERAL)
    for item in lead.items:
        if item.quantity:
            seen.add(_R.GAVE_QUANTITY)
            moq = moq_of(item.sku)
            if moq is not None and item.quantity >= moq > 1:
                seen.add(_R.REACHES_MOQ)
    return seen
