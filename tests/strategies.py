"""Hypothesis strategies for the core records and events, as the desk may really make them."""

from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from livedesk.core import events as ev
from livedesk.core.captions.heard import Correction, CorrectionKind
from livedesk.core.catalogue.product import (
    Certificate,
    CustomField,
    LeadTime,
    Packing,
    PriceTier,
    Product,
    Variant,
)
from livedesk.core.chat.intent import Intent
from livedesk.core.chat.moderation import HiddenWhy
from livedesk.core.ids import BuyerId, Language, MessageId, ReplyId, SegmentId, SessionId, Sku, TermId
from livedesk.core.jobs import Job, JobState
from livedesk.core.records import (
    Caption,
    LineWarning,
    Message,
    MessageState,
    Offer,
    Origin,
    Reason,
    Reply,
    ReplyState,
    Session,
    SessionState,
    ShowItem,
    Translation,
    WarningKind,
)
from livedesk.core.translation.remembered import RememberedLine
from livedesk.core.translation.request import TranslateRequest
from livedesk.core.translation.terms import Term, TermKind

text = st.text(max_size=20)
times = st.floats(min_value=0, max_value=4e9)
counts = st.integers(min_value=0, max_value=2**53)
languages = st.sampled_from(["zh", "en", "es", "ru", "ar"]).map(Language)
skus = st.text(min_size=1, max_size=8).map(Sku)
texts = st.dictionaries(languages, text, max_size=3)
money = st.decimals(min_value=0, max_value=10**9, places=4).map(lambda d: Decimal(str(d)))

warnings = st.builds(
    LineWarning,
    kind=st.sampled_from(WarningKind),
    in_source=st.lists(text, max_size=2).map(tuple),
    in_translation=st.lists(text, max_size=2).map(tuple),
)
translations = st.builds(
    Translation,
    language=languages,
    text=text,
    source_revision=counts,
    stable_length=counts,
    is_final=st.booleans(),
    reason=st.none() | st.sampled_from(Reason),
    warnings=st.lists(warnings, max_size=2).map(tuple),
    lag_ms=counts,
    model=text,
    is_corrected=st.booleans(),
)
corrections = st.builds(
    Correction, st.sampled_from(CorrectionKind), counts, heard=text, written=text, sku=st.none() | skus
)
captions = st.builds(
    Caption,
    segment=st.integers(1, 6).map(SegmentId),
    revision=counts,
    language=languages,
    text=text,
    agreed_length=counts,
    is_final=st.booleans(),
    origin=st.sampled_from(Origin),
    t0_s=times,
    t1_s=times,
    heard_at=times,
    translations=st.lists(translations, max_size=3, unique_by=lambda t: t.language).map(tuple),
    corrections=st.lists(corrections, max_size=2).map(tuple),
    gap_s=times,
)
messages = st.builds(
    Message,
    id=st.integers(1, 6).map(MessageId),
    source=text,
    external_id=text,
    buyer=text.map(BuyerId),
    buyer_name=text,
    text=text,
    received_at=times,
    language=st.none() | languages,
    is_language_sure=st.booleans(),
    state=st.sampled_from(MessageState),
    revision=counts,
    translation=st.none() | translations,
    is_answered=st.booleans(),
    products=st.lists(skus, max_size=2).map(tuple),
    platform=text,
    country=text,
    photo=text,
    hidden=st.none() | st.sampled_from(HiddenWhy),
    intents=st.lists(st.sampled_from(Intent), max_size=2).map(tuple),
)
replies = st.builds(
    Reply,
    id=st.integers(1, 6).map(ReplyId),
    message=st.integers(1, 6).map(MessageId),
    revision=counts,
    text=text,
    language=languages,
    state=st.sampled_from(ReplyState),
    changed_at=times,
    translation=st.none() | translations,
    back=st.none() | translations,
    is_private=st.booleans(),
    failure=text,
    others=st.lists(translations, max_size=2).map(tuple),
)
show_items = st.builds(
    ShowItem, title=texts, minutes=times, skus=st.lists(skus, max_size=3).map(tuple), script=texts
)
offers = st.builds(
    Offer,
    sku=skus,
    texts=texts,
    price=st.none() | money,
    currency=text,
    ends_at=st.none() | times,
    put_at=times,
)
sessions = st.builds(
    Session,
    id=st.sampled_from(["20261121-193205-001", "20261121-201500-002"]).map(SessionId),
    name=text,
    state=st.sampled_from([SessionState.LIVE, SessionState.PAUSED, SessionState.ENDED]),
    is_rehearsal=st.booleans(),
    host_language=languages,
    audience_languages=st.lists(languages, max_size=3).map(tuple),
    started_at=times,
    ended_at=times,
    ran_s=times,
    running_since=st.none() | times,
    pinned=st.lists(skus, max_size=3, unique=True).map(tuple),
    sold_out=st.frozensets(skus, max_size=3),
    show=st.lists(show_items, max_size=2).map(tuple),
    show_index=counts,
    show_item_since=times,
    unanswered=counts,
    messages=counts,
    doubts=counts,
    offer=st.none() | offers,
)
tiers = st.lists(st.builds(PriceTier, min_quantity=counts, price=money), max_size=3).map(tuple)
variants = st.builds(Variant, skus, texts, tiers, st.none() | counts, text)
products = st.builds(
    Product,
    sku=skus,
    number=counts,
    names=texts,
    category=texts,
    tiers=tiers,
    currency=text,
    incoterm=text,
    incoterm_place=text,
    moq=counts,
    unit=texts,
    lead_times=st.lists(st.builds(LeadTime, counts, counts), max_size=2).map(tuple),
    sample_price=st.none() | money,
    sample_days=st.none() | counts,
    certificates=st.lists(st.builds(Certificate, text, text), max_size=2).map(tuple),
    pictures=st.lists(text, max_size=2).map(tuple),
    description=texts,
    tags=st.lists(text, max_size=2).map(tuple),
    brand=text,
    materials=texts,
    packing=st.builds(Packing, st.none() | counts, *(st.none() | money for _ in range(5))),
    hs_code=text,
    stock=st.none() | counts,
    selling_points=texts,
    script=texts,
    variants=st.lists(variants, max_size=2).map(tuple),
    custom=st.lists(st.builds(CustomField, text, text), max_size=2).map(tuple),
    machine_texts=st.frozensets(text, max_size=3),
)
catalogues = st.lists(products, max_size=4, unique_by=lambda p: p.sku).map(tuple)
terms = st.builds(
    Term,
    id=text.map(TermId),
    texts=st.dictionaries(languages, st.lists(text, min_size=1, max_size=2).map(tuple), max_size=3),
    kind=st.sampled_from(TermKind),
    is_case_sensitive=st.booleans(),
    sku=st.none() | skus,
)
glossaries = st.lists(terms, max_size=4, unique_by=lambda t: t.id).map(tuple)
remembered = st.builds(
    RememberedLine, source_language=languages, target_language=languages, source=text, text=text, at=times
)

stored_events: SearchStrategy[ev.Event] = st.one_of(
    st.builds(ev.SessionChanged, sessions),
    st.builds(ev.CaptionChanged, captions),
    st.builds(ev.MessageChanged, messages),
    st.builds(ev.ReplyChanged, replies),
    st.builds(ev.CatalogueChanged, catalogues, texts),
    st.builds(ev.GlossaryChanged, glossaries),
    st.builds(ev.LineRemembered, remembered),
)
"""The events that the store keeps."""


def anything_on_a_tape() -> SearchStrategy[object]:
    """Every command, fact and event there is, its fields filled by their types."""
    st.register_type_strategy(float, times)
    st.register_type_strategy(Decimal, money)
    st.register_type_strategy(
        Job, st.builds(Job, text, text, st.sampled_from(JobState), counts, counts, st.none())
    )
    kinds = (*get_args(ev.Input), *get_args(ev.Event), TranslateRequest)
    return st.one_of(*(st.from_type(kind) for kind in dict.fromkeys(kinds)))
