"""What buyers may see of the show, kept from the desk's events and written down once for each language.

`render` returns what a key names in a language, as it is now. Who sends remembers keys, not texts, so a reader that
is slow gets each thing once, as it is by then.
"""

import json
from collections.abc import Callable, Collection, Iterable

from livedesk.core import events as ev
from livedesk.core.audience import showing
from livedesk.core.audience.changes import (
    ANSWER,
    CAPTION,
    GONE,
    OWN_ANSWER,
    PRODUCTS,
    QUESTION,
    STATE,
    WELCOME,
    BarsChanged,
    BeginAnew,
    Change,
    Forgotten,
    Key,
    Seen,
)
from livedesk.core.audience.incoming import ref_of
from livedesk.core.catalogue.product import Product, in_language
from livedesk.core.chat.moderation import Bar, ChatRules
from livedesk.core.chat.sources import PHONE
from livedesk.core.ids import EN, ZH, BuyerId, Language, MessageId, ReplyId, SegmentId, Sku
from livedesk.core.records import Caption, Message, Reply, ReplyState, Session, SessionState
from livedesk.core.session import show

KEPT_CAPTIONS = 60
SHOWN_CAPTIONS = 30
"""So many a phone gets that comes in."""
KEPT_ANSWERS = 50
KEPT_GONE = 200


class AudienceView:
    """All that phones may see. One thread at a time."""

    def __init__(self, language_name: Callable[[Language], str], consent: Callable[[Language], str]) -> None:
        """`language_name` says what a language calls itself, `consent` what a buyer agrees to, in a language."""
        self._language_name, self._consent = language_name, consent
        self.session: Session = show.idle(ZH, (EN,))
        self.rules = ChatRules()
        self._booth: dict[Language, str] = {}
        self._blocked: frozenset[BuyerId] = frozenset()
        self._products: dict[Sku, Product] = {}
        self._on_air: list[Product] = []
        self._pictures: dict[str, str] = {}
        self._ready: dict[Key, dict[Language, bytes | None]] = {}
        self._before: dict[Key, dict[Language, bytes | None]] = {}
        self._empty()

    def _empty(self) -> None:
        """Forget the lines of a show."""
        self._captions: dict[SegmentId, Caption] = {}
        self._messages: dict[MessageId, Message] = {}
        self._asked: dict[str, MessageId] = {}
        self._of_buyer: dict[BuyerId, list[MessageId]] = {}
        self._replies: dict[ReplyId, Reply] = {}
        self._replies_to: dict[MessageId, list[ReplyId]] = {}
        self._gone: dict[str, None] = {}
        self._unwrite_all()

    # --- what is asked of it ---

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages on offer, the host's last."""
        host = self.session.host_language
        return (*(code for code in self.session.audience_languages if code != host), host)

    @property
    def takes_messages(self) -> bool:
        """Whether a show is on that questions can reach."""
        return self.session.state in (SessionState.LIVE, SessionState.PAUSED)

    def language_for(self, wished: Language) -> Language:
        """Return what a phone gets that wants to read `wished`: that, else English, else the first on offer."""
        return next((code for code in (wished, EN) if code in self.languages), self.languages[0])

    def is_blocked(self, buyer: BuyerId) -> bool:
        """Whether nothing is taken of a buyer any more."""
        return buyer in self._blocked

    def has_product(self, sku: Sku) -> bool:
        """Whether the catalogue has it."""
        return sku in self._products

    def picture_path(self, name: str) -> str | None:
        """Return which picture of the catalogue `name` stands for; None for all but those on air."""
        return self._pictures.get(name)

    def consent(self, language: Language) -> str:
        """Return what a buyer agrees to, as it is shown in `language`."""
        return self._consent(language)

    def asked(self, external_id: str) -> MessageId | None:
        """Return the question that the desk has under this id."""
        return self._asked.get(external_id)

    def all_for(self, buyer: BuyerId | None) -> list[Key]:
        """Return what a phone gets that comes in, in order; None for who has no questions of their own."""
        own = [self._messages[number] for number in self._of_buyer.get(buyer, ())] if buyer else []
        questions: list[Key] = [(QUESTION, m.id) for m in own if m.hidden is None]
        own_answers = {r for m in own if m.hidden is None for r in self._replies_to.get(m.id, ())}
        public = [r for r in self._replies if r not in own_answers and self._is_public(self._replies[r])]
        numbers = sorted({*own_answers, *public[-KEPT_ANSWERS:]})
        return [
            WELCOME,
            *([GONE] if self._gone else ()),
            PRODUCTS,
            *((CAPTION, segment) for segment in sorted(self._captions)[-SHOWN_CAPTIONS:]),
            *questions,
            *((OWN_ANSWER if r in own_answers else ANSWER, r) for r in numbers),
        ]

    def welcome(self, language: Language, now: float) -> bytes:
        """Return what a phone hears first."""
        fields = {name: self._state(name, language) for name in _STATE_FIELDS}
        return encoded(
            {
                "t": "welcome",
                **fields,
                "language": language,
                "languages": [{"code": code, "name": self._language_name(code)} for code in self.languages],
                "consent": self._consent(language),
                "session": self.session.id,
                "now": now,
            }
        )

    def render(self, key: Key, language: Language) -> bytes | None:
        """Return what `key` is in `language` now; None where there is nothing to say of it (yet)."""
        ready = self._ready.setdefault(key, {})
        if language not in ready:
            shown = self._show(key, language)
            ready[language] = encoded(shown) if shown else None
        return ready[language]

    def renew(self, key: Key, languages: Collection[Language]) -> set[Language]:
        """Return those of `languages` in which `key` is different from when this was asked last."""
        before = self._before.pop(key, {})
        changed = set()
        for language in languages:
            old, new = before.get(language), self.render(key, language)
            if new is None and old and key[0] == CAPTION:
                new = self._ready[key][language] = encoded(showing.no_caption(key[1]))
            if new is not None and new != old:
                changed.add(language)
        return changed

    # --- what it is told ---

    def receive(self, event: ev.Event) -> list[Change]:
        """Take an event; return what of it phones may see."""
        changes = self._take(event)
        for change in changes:
            if isinstance(change, Seen):
                self._before[change.key] = self._ready.pop(change.key, {})
        return changes

    def _take(self, event: ev.Event) -> list[Change]:
        match event:
            case ev.SessionChanged():
                return self._session_changed(event.session)
            case ev.CaptionChanged():
                return self._caption_changed(event.caption)
            case ev.MessageChanged():
                return self._message_changed(event.message)
            case ev.ReplyChanged():
                return self._reply_changed(event.reply)
            case ev.CatalogueChanged():
                self._products = {product.sku: product for product in event.products}
                changes = self._follow_air()
                if event.name != self._booth:
                    self._booth = event.name
                    changes.append(Seen((STATE + "booth", 0)))
                return changes
            case ev.ModerationChanged():
                return self._moderation_changed(event)
            case ev.BuyerForgotten():
                return self._forgotten(event)
            case _:
                return []

    def _session_changed(self, session: Session) -> list[Change]:
        before, self.session = self.session, session
        if session.id != before.id:
            self._empty()
        told = session.host_language, session.audience_languages
        if session.id != before.id or told != (before.host_language, before.audience_languages):
            self._unwrite_all()
            self._follow_air()
            return [BeginAnew()]
        changes: list[Change] = [
            Seen((STATE + name, 0))
            for name in ("state", "is_rehearsal")
            if getattr(session, name) != getattr(before, name)
        ]
        on_air = ("pinned", "sold_out", "offer")
        if any(getattr(session, name) != getattr(before, name) for name in on_air):
            changes += self._follow_air(is_marked_anew=True)
        return changes

    def _follow_air(self, *, is_marked_anew: bool = False) -> list[Change]:
        """Look up what is on air: what is pinned, and what an offer is for."""
        skus = [*self.session.pinned, *([self.session.offer.sku] if self.session.offer else ())]
        on_air = [self._products[sku] for sku in dict.fromkeys(skus) if sku in self._products]
        is_same = len(on_air) == len(self._on_air) and all(map(_is, on_air, self._on_air))
        self._on_air = on_air
        self._pictures = {showing.picture_name(p.picture): p.picture for p in on_air if p.picture}
        return [] if is_same and not is_marked_anew else [Seen(PRODUCTS)]

    def _caption_changed(self, caption: Caption) -> list[Change]:
        self._captions[caption.segment] = caption
        if len(self._captions) > KEPT_CAPTIONS:
            oldest = min(self._captions)
            del self._captions[oldest]
            self._unwrite((CAPTION, oldest))
        return [Seen((CAPTION, caption.segment))] if caption.segment in self._captions else []

    def _message_changed(self, message: Message) -> list[Change]:
        before = self._messages.get(message.id)
        self._messages[message.id] = message
        is_phone = message.source == PHONE
        if before is None and is_phone:
            self._asked[message.external_id] = message.id
            self._of_buyer.setdefault(message.buyer, []).append(message.id)
            # Hidden or not, it is with the booth; whoever is muted is not told.
            return [Seen((QUESTION, message.id), only=message.buyer), *self._told_of(message.id)]
        if before is not None and (before.hidden is None) is not (message.hidden is None):
            return self._hidden_or_not(message)
        return self._told_of(message.id)

    def _hidden_or_not(self, message: Message) -> list[Change]:
        replies = self._replies_to.get(message.id, [])
        ids = [showing.question_id(message.id), *map(showing.answer_id, replies)]
        self._unwrite_chat(message.id, replies)
        if message.hidden is not None:
            return self._take_away(ids)
        for gone in ids:
            self._gone.pop(gone, None)
        own = [Seen((QUESTION, message.id), only=message.buyer)] if message.source == PHONE else []
        return [*own, *self._told_of(message.id)]

    def _unwrite_all(self) -> None:
        self._ready.clear()
        self._before.clear()

    def _unwrite(self, *keys: Key) -> None:
        """Forget what was written down, so that it counts as new when it is shown again."""
        for key in keys:
            self._ready.pop(key, None)
            self._before.pop(key, None)

    def _unwrite_chat(self, message: MessageId, replies: Iterable[ReplyId]) -> None:
        self._unwrite((QUESTION, message))
        for reply in replies:
            self._unwrite((ANSWER, reply), (OWN_ANSWER, reply))

    def _take_away(self, ids: list[str]) -> list[Change]:
        self._gone |= dict.fromkeys(ids)
        while len(self._gone) > KEPT_GONE:
            del self._gone[next(iter(self._gone))]
        return [Seen(GONE)]

    def _reply_changed(self, reply: Reply) -> list[Change]:
        if reply.state is not ReplyState.SENT:
            return []
        if reply.id not in self._replies:
            self._replies_to.setdefault(reply.message, []).append(reply.id)
        self._replies[reply.id] = reply
        return self._told(reply.id)

    def _told_of(self, message: MessageId) -> list[Change]:
        return [change for reply in self._replies_to.get(message, ()) for change in self._told(reply)]

    def _told(self, number: ReplyId) -> list[Change]:
        """Return who is to see an answer; nobody while its message is hidden, or not told yet."""
        reply = self._replies[number]
        message = self._messages.get(reply.message)
        if message is None or message.hidden is not None:
            return []
        asker = message.buyer if message.source == PHONE else None
        own: list[Change] = [Seen((OWN_ANSWER, number), only=asker)] if asker else []
        return own if reply.is_private else [*own, Seen((ANSWER, number), other_than=asker)]

    def _is_public(self, reply: Reply) -> bool:
        message = self._messages.get(reply.message)
        return not reply.is_private and message is not None and message.hidden is None

    def _moderation_changed(self, event: ev.ModerationChanged) -> list[Change]:
        rules, before = event.moderation.rules, self.rules
        self.rules = rules
        blocked = frozenset(b.buyer for b in event.moderation.barred if b.bar is Bar.BLOCKED)
        changes: list[Change] = []
        if rules.takes_questions != before.takes_questions:
            changes.append(Seen((STATE + "questions", 0)))
        if rules.takes_photos != before.takes_photos:
            changes.append(Seen((STATE + "photos", 0)))
        if blocked != self._blocked:
            self._blocked = blocked
            changes.append(BarsChanged())
        return changes

    def _forgotten(self, event: ev.BuyerForgotten) -> list[Change]:
        ids = [showing.question_id(m) for m in event.messages]
        for number in event.messages:
            message = self._messages.pop(number, None)
            if message:
                self._asked.pop(message.external_id, None)
            replies = self._replies_to.pop(number, [])
            self._unwrite_chat(number, replies)
            for reply in replies:
                ids.append(showing.answer_id(reply))
                del self._replies[reply]
        self._of_buyer.pop(event.buyer, None)
        return [*(self._take_away(ids) if ids else ()), Forgotten(event.buyer)]

    # --- how it looks ---

    def _show(self, key: Key, language: Language) -> showing.Shown | None:
        kind, number = key
        match kind:
            case "caption":
                caption = self._captions.get(SegmentId(number))
                return showing.caption(caption, language) if caption else None
            case "products":
                return showing.cards(self._on_air, self.session, language)
            case "gone":
                return {"t": "gone", "ids": list(self._gone)} if self._gone else None
            case "question":
                message = self._messages.get(MessageId(number))
                ref = ref_of(message.external_id) if message else None
                return showing.question(message, ref) if message and ref is not None else None
            case "answer" | "own_answer":
                return self._show_answer(ReplyId(number), language, is_mine=kind == OWN_ANSWER)
            case _:
                name = kind.removeprefix(STATE)
                return {"t": "state", name: self._state(name, language)}

    def _show_answer(self, number: ReplyId, language: Language, *, is_mine: bool) -> showing.Shown | None:
        reply = self._replies.get(number)
        message = self._messages.get(reply.message) if reply else None
        if reply is None or message is None or message.hidden is not None:
            return None
        if reply.is_private and not is_mine:
            return None
        return showing.answer(reply, message, language, self.session.host_language, is_mine=is_mine)

    def _state(self, name: str, language: Language) -> object:
        match name:
            case "booth":
                return in_language(self._booth, language)
            case "state":
                return self.session.state.value
            case "is_rehearsal":
                return self.session.is_rehearsal
            case "questions":
                return self.rules.takes_questions
            case _:
                return self.rules.takes_photos


_STATE_FIELDS = ("booth", "state", "is_rehearsal", "questions", "photos")


def encoded(shown: showing.Shown) -> bytes:
    """Return a message of the protocol as it goes out."""
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _is(one: object, other: object) -> bool:
    return one is other
