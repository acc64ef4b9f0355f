"""Phones over real connections: what each is told, and what becomes of what it says."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from livedesk.core import events as ev
from livedesk.core.audience.audience import Audience
from livedesk.core.audience.incoming import buyer_key
from livedesk.core.catalogue.product import Product
from livedesk.core.chat.moderation import Bar, ChatRules
from livedesk.core.chat.sources import PHONE
from livedesk.core.ids import EN, ZH, Language, MessageId, Sku, buyer_id
from livedesk.core.leads.lead import Contact, ContactKind, LeadItem
from livedesk.core.links import LinkKind, LinkState
from livedesk.core.records import MessageState
from tests.adapters.web.booth_site import ES, Phone, Site, serving, until

TR = Language("tr")


def show(test: Callable[[Site], Awaitable[None]], site: Site | None = None) -> None:
    """Run a test with an open site."""

    async def run() -> None:
        async with serving(site) as made:
            await test(made)

    asyncio.run(run())


def test_that_a_phone_gets_everything_when_it_comes_and_then_what_changes() -> None:
    async def test(site: Site) -> None:
        site.post(ev.AddHostLine("大家好"))
        site.translate(en="Hello everyone", es="Hola a todos")
        async with Phone(site) as phone:
            welcome = await phone.hello("es", "es-MX")
            assert (welcome["language"], welcome["state"], welcome["now"]) == ("es", "live", site.now)
            assert [each["code"] for each in welcome["languages"]] == ["en", "es", "zh"]
            assert (await phone.next())["t"] == "products"
            assert (await phone.next("caption"))["text"] == "Hola a todos"
            site.post(ev.AddHostLine("欢迎"))
            site.translate(en="Welcome", es="Bienvenidos")
            assert (await phone.next())["text"] == "Bienvenidos"

    show(test)


def test_that_each_of_a_hundred_phones_gets_every_line_once_in_its_language() -> None:
    async def watch(phone: Phone, language: str, count: int) -> list[str]:
        return [(await phone.next("caption"))["text"] for _ in range(count)]

    async def test(site: Site) -> None:
        phones = [Phone(site) for _ in range(100)]
        languages = ["en", "es", "zh", "tr"] * 25
        try:
            for phone, language in zip(phones, languages, strict=True):
                await phone.__aenter__()
                await phone.hello(language)
                await phone.all_until_pong()
            reading = [
                asyncio.create_task(watch(phone, language, 20))
                for phone, language in zip(phones, languages, strict=True)
            ]
            for number in range(20):
                site.post(ev.AddHostLine(f"第{number}句"))
                site.translate(en=f"Line {number}", es=f"Frase {number}")
                await asyncio.sleep(0)
            for language, lines in zip(languages, await asyncio.gather(*reading), strict=True):
                begins = {"es": "Frase {}", "zh": "第{}句"}.get(language, "Line {}")
                assert lines == [begins.format(number) for number in range(20)]
        finally:
            for phone in phones:
                await phone.__aexit__()

    show(test)


def test_that_a_question_reaches_the_desk_with_what_the_phone_knows_and_is_acknowledged() -> None:
    async def test(site: Site) -> None:
        site.post(ev.CatalogueLoaded((Product(Sku("A-1"), 1, {EN: "Cup"}, {}, ()),)))
        async with Phone(site) as phone:
            await phone.hello("es", "es-MX")
            ref = await phone.ask("  ¿Cuánto?\u202e ", sku="A-1")
            shown = await phone.next("question")
            assert (shown["ref"], shown["text"]) == (ref, "¿Cuánto?")
            message = site.booth.chat.get(MessageId(1))
            assert message is not None
            assert (message.source, message.buyer_name, message.country) == (PHONE, "Maria", "MX")
            assert (message.products, message.buyer) == (
                (Sku("A-1"),),
                buyer_id(PHONE, buyer_key(phone.id) or ""),
            )
            assert phone.id not in repr(site.given)

    show(test)


def test_that_a_question_sent_again_is_acknowledged_again_and_counts_once() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            await phone.ask("MOQ?")
            await phone.next("question")
        async with Phone(site, phone.id) as again:
            await again.hello()
            assert (await again.next("question"))["text"] == "MOQ?"
            await again.ask("MOQ?")
            assert (await again.next("question"))["id"] == "q1"
        assert len(site.booth.chat) == 1

    show(test)


def test_that_a_page_that_lost_its_memory_does_not_lose_its_next_question() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            await phone.ask("MOQ?", ref=1)
            await phone.ask("Price?", ref=1)
            assert [(await phone.next("question"))["text"] for _ in range(2)] == ["MOQ?", "Price?"]

    show(test)


@pytest.mark.parametrize(
    ("rules", "is_live", "text", "why"),
    [
        (ChatRules(), False, "MOQ?", "idle"),
        (ChatRules(takes_questions=False), True, "MOQ?", "paused"),
        (ChatRules(), True, " ", "empty"),
        (ChatRules(), True, "x" * 501, "long"),
    ],
)
def test_that_a_question_that_cannot_be_asked_now_is_refused_with_why(
    rules: ChatRules, is_live: bool, text: str, why: str
) -> None:
    async def run() -> None:
        async with serving(is_live=is_live) as site:
            site.post(ev.SetChatRules(rules))
            async with Phone(site) as phone:
                await phone.hello()
                ref = await phone.ask(text)
                assert await phone.next("refused") == {"t": "refused", "ref": ref, "why": why}
            assert site.of(ev.ChatReceived) == []

    asyncio.run(run())


def test_that_an_answer_comes_in_private_to_its_asker_and_in_public_to_all() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as maria, Phone(site) as omar:
            await maria.hello("es")
            await omar.hello("en")
            await maria.ask("¿Cuánto?")
            await maria.next("question")
            site.translate()
            site.post(ev.SendReply(MessageId(1), "五百", is_private=True))
            site.translate()
            assert (await maria.next("answer"))["private"] is True
            site.post(ev.SendReply(MessageId(1), "六百"))
            site.translate()
            answer = await maria.next("answer")
            assert (answer["mine"], answer["original"]) == (True, "六百")
            seen = [shown for shown in await omar.all_until_pong() if shown["t"] == "answer"]
            assert [(shown["original"], shown["mine"]) for shown in seen] == [("六百", False)]

    show(test)


def test_that_an_answer_waits_for_a_phone_that_is_away() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            await phone.ask("MOQ?")
            await phone.next("question")
        site.translate()
        site.post(ev.SendReply(MessageId(1), "五百", is_private=True))
        site.translate()
        await until(lambda: any(isinstance(given, ev.ReplySent) for given in site.given))
        async with Phone(site, phone.id) as again:
            await again.hello()
            assert (await again.next("answer"))["original"] == "五百"

    show(test)


def test_that_a_show_that_was_restored_on_another_start_gives_the_phone_its_answer() -> None:
    phone_id = "ab" * 16

    async def before() -> ev.SessionRestored:
        async with serving() as site:
            async with Phone(site, phone_id) as phone:
                await phone.hello()
                await phone.ask("MOQ?")
                await phone.next("question")
            site.translate()
            site.post(ev.SendReply(MessageId(1), "五百", is_private=True))
            site.translate()
            await until(lambda: site.of(ev.ReplySent))
            messages = {e.message.id: e.message for e in site.told if isinstance(e, ev.MessageChanged)}
            replies = {e.reply.id: e.reply for e in site.told if isinstance(e, ev.ReplyChanged)}
            return ev.SessionRestored(
                site.booth.session, (), tuple(messages.values()), tuple(replies.values())
            )

    async def after(restored: ev.SessionRestored) -> None:
        async with serving(is_live=False) as site:
            site.post(restored)
            async with Phone(site, phone_id) as phone, Phone(site) as other:
                await phone.hello()
                assert (await phone.next("answer"))["original"] == "五百"
                await phone.ask("MOQ?")  # the phone never heard that it was taken
                assert (await phone.next("question"))["ref"] == 1
                await other.hello()
                assert {shown["t"] for shown in await other.all_until_pong()} == {"products"}
            assert len(site.booth.chat) == 1

    asyncio.run(after(asyncio.run(before())))


def test_that_a_hidden_question_goes_from_all_phones() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as maria, Phone(site) as omar:
            await maria.hello()
            await omar.hello()
            await maria.ask("rude")
            await maria.next("question")
            site.post(ev.HideMessage(MessageId(1), True))
            assert (await maria.next("gone"))["ids"] == ["q1"]
            assert (await omar.next("gone"))["ids"] == ["q1"]

    show(test)


def test_that_another_language_brings_everything_in_it() -> None:
    async def test(site: Site) -> None:
        site.post(ev.AddHostLine("大家好"))
        site.translate(en="Hello", es="Hola")
        async with Phone(site) as phone:
            await phone.hello("en")
            assert (await phone.next("caption"))["text"] == "Hello"
            await phone.send(t="language", language="es")
            assert (await phone.next("welcome"))["language"] == "es"
            assert (await phone.next("caption"))["text"] == "Hola"

    show(test)


def test_that_other_languages_on_offer_reach_the_phones_that_are_in() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            assert (await phone.hello("tr", "tr-TR"))["language"] == "en"
            site.post(ev.ChangeLanguages(ZH, (EN, TR)))
            assert (await phone.next("welcome"))["language"] == "tr"

    show(test)


def test_that_a_quote_becomes_a_wish_with_consent_and_counts_once() -> None:
    async def test(site: Site) -> None:
        site.post(ev.CatalogueLoaded((Product(Sku("A-1"), 1, {EN: "Cup"}, {}, ()),)))
        wish: dict[str, Any] = {
            "t": "quote",
            "ref": 4,
            "name": "Maria",
            "company": "ACME",
            "country": "",
            "contact": "maria@acme.mx",
            "items": [{"sku": "A-1", "quantity": 500}, {"sku": "gone", "quantity": None}],
            "note": "",
            "consent": True,
        }
        async with Phone(site) as phone:
            await phone.hello("es", "es-MX")
            await phone.send(**wish | {"consent": False})
            assert (await phone.next("refused"))["why"] == "consent"
            await phone.send(**wish)
            await phone.send(**wish)
            assert [(await phone.next("quoted"))["ref"] for _ in range(2)] == [4, 4]
        (wanted,) = site.of(ev.QuoteWanted)
        assert (wanted.consent, wanted.language, wanted.country) == ("I agree (es)", ES, "MX")
        assert wanted.contacts == (Contact(ContactKind.EMAIL, "maria@acme.mx"),)
        assert wanted.items == (LeadItem(Sku("A-1"), 500),)

    show(test)


def test_that_forgetting_deletes_what_the_desk_has_and_says_so() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            await phone.ask("MOQ?")
            await phone.next("question")
            await phone.send(t="forget")
            await phone.next("forgotten")
            assert (await phone.next("gone"))["ids"] == ["q1"]
        assert site.of(ev.ForgetBuyer) == [ev.ForgetBuyer(buyer_id(PHONE, buyer_key(phone.id) or ""))]
        assert site.booth.chat.get(MessageId(1)) is None

    show(test)


def test_that_a_name_is_known_only_from_what_the_buyer_sent() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.send(t="hello", id=phone.id, language="en", locale="en", name="Secret Name")
            await phone.next("welcome")
        await until(lambda: len(site.server._phones) == 0)
        assert "Secret Name" not in repr(site.given)

    show(test)


def test_that_a_blocked_phone_is_told_and_stays_out() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            buyer = buyer_id(PHONE, buyer_key(phone.id) or "")
            site.post(ev.BarBuyer(buyer, Bar.BLOCKED))
            assert (await phone.next("bye"))["why"] == "blocked"
            await phone.closed()
        async with Phone(site, phone.id) as again:
            await again.send(t="hello", id=phone.id, language="en", locale="en", name="")
            assert (await again.next())["why"] == "blocked"
        async with Phone(site) as other:
            await other.hello()

    show(test)


def test_that_a_muted_phone_notices_nothing() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as phone:
            await phone.hello()
            site.post(ev.BarBuyer(buyer_id(PHONE, buyer_key(phone.id) or ""), Bar.MUTED))
            await phone.ask("MOQ?")
            assert (await phone.next("question"))["text"] == "MOQ?"
        message = site.booth.chat.get(MessageId(1))
        assert message is not None
        assert (message.hidden, message.state) == ("muted", MessageState.WAITING)

    show(test)


def test_that_the_audience_is_counted_by_phone_and_reactions_by_kind() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as one, Phone(site, one.id) as same, Phone(site) as other:
            await one.hello("es")
            await same.hello("es")
            await other.hello("tr", "tr-TR")
            for kind in ("heart", "heart", "clap", "skull"):
                await one.send(t="react", kind=kind)
            await one.next("refused")
            site.server._phones.tick()
            counted = Audience(2, {ES: 1, EN: 1}, {TR: 1}, {"heart": 2, "clap": 1})
            assert site.of(ev.AudienceCounted)[-1].audience == counted
            before = len(site.given)
            site.server._phones.tick()
            assert len(site.given) == before
        await until(lambda: len(site.server._phones) == 0)
        site.server._phones.tick()
        assert site.of(ev.AudienceCounted)[-1].audience.phones == 0

    show(test)


def test_that_a_third_connection_of_one_phone_ends_the_first() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as one, Phone(site, one.id) as two, Phone(site, one.id) as three:
            for phone in (one, two, three):
                await phone.hello()
            await one.closed()
            assert len(site.server._phones) == 2

    show(test)


def test_that_closing_says_so_to_every_phone_and_kills_the_key() -> None:
    async def test(site: Site) -> None:
        old = site.address
        async with Phone(site) as phone:
            await phone.hello()
            await site.server.close_audience()
            assert (await phone.next("bye"))["why"] == "closed"
            await phone.closed()
        port = int(site.authority.split(":")[1])
        site.address = await site.server.open_audience("127.0.0.1", port)
        assert site.address != old
        with pytest.raises(Exception, match="404"):
            await Phone(site, address=old).__aenter__()
        async with Phone(site) as phone:
            await phone.hello()
        links = [given.link for given in site.of(ev.LinkReported) if given.link.kind is LinkKind.AUDIENCE]
        assert [link.state for link in links] == [LinkState.ON, LinkState.OFF, LinkState.ON]
        assert links[-1].address == site.address

    show(test)


def test_that_from_the_moment_of_closing_nobody_comes_in_and_nothing_is_taken() -> None:
    async def test(site: Site) -> None:
        async with Phone(site) as late, Phone(site) as phone:
            await phone.hello()
            audience = site.server._audience
            assert audience is not None
            closing = asyncio.create_task(site.server.close_audience())
            await asyncio.sleep(0)  # its first step, while it says good-bye
            assert not audience._has_key(audience.key)
            await phone.ask("Still there?")
            await late.send(t="hello", id=late.id, language="en", locale="", name="")
            site.post(ev.AddHostLine("大家好"))
            assert (await phone.next("bye"))["why"] == "closed"
            await phone.closed()
            await closing
        assert site.of(ev.ChatReceived) == []

    show(test)


def test_that_a_bug_in_what_one_phone_is_told_ends_its_connection_and_is_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def run() -> None:
        site = Site()
        async with serving(site):
            async with Phone(site) as phone:
                await phone.hello()
                await phone.all_until_pong()
                (one,) = site.server._phones._phones

                def broken(_key: object) -> bytes:
                    raise KeyError("a bug")

                monkeypatch.setattr(one.feed, "_render", broken)
                site.post(ev.AddHostLine("大家好"))
                site.translate(en="Hello")
                await phone.closed()
            await until(lambda: site.bugs)
            assert [type(bug) for bug in site.bugs] == [KeyError]
            site.bugs.clear()

    asyncio.run(run())
