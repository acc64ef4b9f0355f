"""Photos that buyers send: only where they are wanted, from a phone that is here, and not too large or too many."""

import asyncio
import contextlib
import io
from collections.abc import Awaitable, Callable

import aiohttp
import pytest

from livedesk.core import events as ev
from livedesk.core.audience.limits import PER_PHONE, PHOTO_BYTES, Doing
from livedesk.core.chat.moderation import ChatRules
from livedesk.core.errors import ErrorCode, UserFacing
from livedesk.core.ids import MessageId
from tests.adapters.web.booth_site import Phone, Site, serving

PHOTO = b"\xff\xd8 a photo"


def show(test: Callable[[Site, Phone], Awaitable[None]], site: Site | None = None) -> None:
    """Run a test with a phone that is in, at a booth that takes photos."""

    async def run() -> None:
        async with serving(site) as made:
            made.post(ev.SetChatRules(ChatRules(takes_photos=True)))
            async with Phone(made) as phone:
                await phone.hello()
                await test(made, phone)

    asyncio.run(run())


async def send(site: Site, phone_id: str, body: object = PHOTO) -> tuple[int, dict[str, str]]:
    async with (
        aiohttp.ClientSession() as client,
        client.post(
            f"{site.address}photo?id={phone_id}", data=body, headers={"Origin": f"http://{site.authority}"}
        ) as answer,
    ):
        return answer.status, await answer.json()


def test_that_a_photo_goes_with_the_question_of_the_phone_that_sent_it() -> None:
    async def test(site: Site, phone: Phone) -> None:
        status, answer = await send(site, phone.id)
        assert (status, site.photos) == (200, [PHOTO])
        await phone.ask("", photo=answer["photo"])
        await phone.next("question")
        message = site.booth.chat.get(MessageId(1))
        assert message is not None
        assert message.photo == answer["photo"]

    show(test)


def test_that_no_phone_shows_another_ones_photo() -> None:
    async def test(site: Site, phone: Phone) -> None:
        _, answer = await send(site, phone.id)
        async with Phone(site) as other:
            await other.hello()
            for name in (answer["photo"], "made-up.jpg"):
                await other.ask("look", photo=name)
                assert (await other.next("refused"))["why"] == "picture"

    show(test)


def test_that_only_a_phone_that_is_here_sends_photos() -> None:
    async def test(site: Site, _phone: Phone) -> None:
        for stranger in ("", "f" * 32, "../x"):
            assert await send(site, stranger) == (403, {"why": "bad"})
        assert site.photos == []

    show(test)


def test_that_photos_are_refused_where_the_operator_does_not_want_them() -> None:
    async def test(site: Site, phone: Phone) -> None:
        site.post(ev.SetChatRules(ChatRules(takes_photos=False)))
        assert await send(site, phone.id) == (403, {"why": "photos_off"})

    show(test)


def test_that_a_photo_that_is_too_large_is_refused_by_what_it_says_and_by_what_it_is() -> None:
    async def stream() -> object:
        for _ in range(PHOTO_BYTES // 65536 + 2):
            yield b"x" * 65536

    async def test(site: Site, phone: Phone) -> None:
        for body in (io.BytesIO(b"x" * (PHOTO_BYTES + 1)), stream()):
            with contextlib.suppress(aiohttp.ClientError):  # cut off while it was still sending
                assert await send(site, phone.id, body) == (413, {"why": "size"})
        assert site.photos == []

    show(test)


@pytest.mark.parametrize(
    ("code", "why"), [(ErrorCode.PICTURE_UNREADABLE, "picture"), (ErrorCode.PICTURE_TOO_LARGE, "size")]
)
def test_that_what_is_no_photo_is_refused(code: ErrorCode, why: str) -> None:
    async def refuse(_body: bytes) -> str:
        raise UserFacing(code)

    async def test(site: Site, phone: Phone) -> None:
        assert (await send(site, phone.id))[1] == {"why": why}

    show(test, Site(take_photo=refuse))


def test_that_a_phone_sends_only_so_many_photos_at_once() -> None:
    async def test(site: Site, phone: Phone) -> None:
        burst = int(PER_PHONE[Doing.PHOTO].burst)
        answers = [(await send(site, phone.id))[1] for _ in range(burst + 1)]
        assert answers[-1] == {"why": "rate"}
        assert len(site.photos) == burst

    show(test)


def test_that_an_upload_that_breaks_off_leaves_nothing() -> None:
    async def test(site: Site, phone: Phone) -> None:
        host, port = site.authority.split(":")
        _, writer = await asyncio.open_connection(host, int(port))
        path = site.address.removeprefix(f"http://{site.authority}")
        writer.write(
            f"POST {path}photo?id={phone.id} HTTP/1.1\r\nHost: {site.authority}\r\n"
            f"Origin: http://{site.authority}\r\nContent-Length: 5000\r\n\r\nxxx".encode()
        )
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        await phone.all_until_pong()
        assert site.photos == []

    show(test)


def test_that_forgetting_a_buyer_takes_the_right_to_a_photo_away_too() -> None:
    async def test(site: Site, phone: Phone) -> None:
        _, answer = await send(site, phone.id)
        await phone.send(t="forget")
        await phone.next("forgotten")
        await phone.ask("look", photo=answer["photo"])
        assert (await phone.next("refused"))["why"] == "picture"

    show(test)


def test_that_a_photo_that_no_question_came_with_is_dropped() -> None:
    async def test(site: Site, phone: Phone) -> None:
        names = [(await send(site, phone.id))[1]["photo"] for _ in range(2)]
        await phone.ask("look", photo=names[0])
        await phone.next("question")
        async with Phone(site) as other:
            await other.hello()
            loose = (await send(site, other.id))[1]["photo"]
        await phone.send(t="forget")
        await phone.next("forgotten")
        assert site.dropped == [names[1]]
        forgotten = [event for event in site.told if isinstance(event, ev.BuyerForgotten)]
        assert forgotten[-1].photos == (names[0],)
        await site.server.close()
        assert site.dropped == [names[1], loose]

    show(test)


def test_that_a_question_with_a_photo_can_be_sent_again() -> None:
    async def test(site: Site, phone: Phone) -> None:
        name = (await send(site, phone.id))[1]["photo"]
        for _ in range(2):
            await phone.ask("look", photo=name, ref=1)
            assert (await phone.next("question"))["ref"] == 1
        assert len(site.booth.chat) == 1

    show(test)
