"""Phones over real connections: what each is told, and what becomes of what it says."""

import asyncio
from collections.abc import Awaitable, Callable

from livedesk.core import events as ev
from tests.adapters.web.booth_site import Phone, Site, serving


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
            assert (welcome["language"], welcome["state"]) == ("es", "live")
            assert [each["code"] for each in welcome["languages"]] == ["en", "es", "zh"]
            assert (await phone.next("caption"))["text"] == "Hola a todos"
            site.post(ev.AddHostLine("欢迎"))
            site.translate(en="Welcome", es="Bienvenidos")
            assert await phone.next("caption") == {
                "t": "caption",
                "n": 2,
                "text": "Bienvenidos",
                "stable": 11,
                "final": True,
            }

    show(test)
