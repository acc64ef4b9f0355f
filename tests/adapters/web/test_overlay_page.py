"""The overlay's page in a real browser: what stands where in the video, to the pixel where that matters."""

import base64
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PIL import Image
from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from livedesk.core.records import Offer, Reason, SessionState
from tests.adapters.web.overlay_site import AR, DE, EN, JUICER, ZH, OverlaySite, caption, juicer, session
from tests.resources.web.phone_browser import CHROMIUM, DRIVER, start_chromium

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="needs Debian's chromium and chromium-driver (make test installs them)"
)
SIZE = (1280, 720)
LONG = {
    DE: "Die Mindestbestellmenge beträgt fünfhundert Stück, und die Lebensmittelverpackungsverordnungskonformitäts"
    "bescheinigung liegt jeder Lieferung bei.",
    AR: "الحد الأدنى للطلب هو 500 قطعة، ومن ألفي قطعة ينخفض السعر إلى US$ 3.20 للقطعة الواحدة تسليم نينغبو.",
    ZH: "最低起订量是五百个，两千个以上价格可以降到三块二，颜色有绿色、粉色、白色和灰色，"
    "可以混着装，样品三到五天寄出。",
}
GROWN = (
    "The minimum order is 500 pieces, and from two thousand the price drops to three dollars twenty a piece"
)
"""What a line is at the end, of which prefixes are shown before."""


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    """One browser without a ground of its own, as OBS's is."""
    driver = start_chromium()
    width, height = SIZE
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
    )
    driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})
    driver.execute_cdp_cmd(
        "Emulation.setDefaultBackgroundColorOverride", {"color": {"r": 0, "g": 0, "b": 0, "a": 0}}
    )
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def running() -> Iterator[OverlaySite]:
    made = OverlaySite()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def site(running: OverlaySite) -> Iterator[OverlaySite]:
    """The site at the start of a show of its own."""
    running.sell(juicer())
    running.show(session(SessionState.IDLE, name="idle"))
    yield running
    assert running.bugs == []


class Page:
    """One overlay in the browser."""

    def __init__(self, browser: webdriver.Chrome, site: OverlaySite, path: str) -> None:
        self._browser = browser
        browser.get(f"{site.address}/overlay/{path}")
        self.until(lambda: site.hub.count == 1)

    def until(self, holds: Callable[[], object]) -> None:
        WebDriverWait(self._browser, 5, poll_frequency=0.03).until(lambda _: holds())

    def ask(self, script: str) -> Any:
        return self._browser.execute_script(f"return {script}")

    @property
    def lines(self) -> list[str]:
        found: list[str] = self.ask(
            "document.querySelector('.captions').classList.contains('hidden') ? [] : "
            "[...document.querySelectorAll('.line')].map(line => line.textContent.trim())"
        )
        return found

    @property
    def places(self) -> list[list[float]]:
        """Where the words of each line begin: left, top."""
        found: list[list[float]] = self.ask(
            "[...document.querySelectorAll('.line')].map(line => { const r = document.createRange();"
            "r.selectNodeContents(line); const at = r.getBoundingClientRect(); return [at.left, at.top]; })"
        )
        return found

    def picture(self) -> Image.Image:
        shot = self._browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
        return Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGBA")

    def complaints(self) -> list[str]:
        """What the browser's console holds, but for the icon that every browser asks for."""
        entries: list[dict[str, str]] = self._browser.get_log("browser")
        return [each["message"] for each in entries if "favicon" not in each["message"]]


@pytest.fixture
def open_page(browser: webdriver.Chrome, site: OverlaySite) -> Iterator[Callable[[str], Page]]:
    yield lambda path: Page(browser, site, path)
    browser.get("about:blank")
    WebDriverWait(browser, 5, poll_frequency=0.03).until(lambda _: site.hub.count == 0)


Open = Callable[[str], Page]


def test_that_the_video_shows_through_wherever_nothing_stands(site: OverlaySite, open_page: Open) -> None:
    page = open_page("both?background=60&size=40")
    assert page.picture().getextrema()[3] == (0, 0)
    site.show(session(pinned=(JUICER,)), caption(1, "大家好", {EN: "Hello everyone"}))
    page.until(lambda: page.lines == ["Hello everyone"])
    page.until(lambda: page.ask("getComputedStyle(document.querySelector('.captions')).opacity") == "1")
    shot = page.picture()
    width, height = SIZE
    middle = [shot.getpixel((x, height // 2)) for x in range(0, width // 2, 8)]
    assert {pixel[3] for pixel in middle if isinstance(pixel, tuple)} == {0}
    box = page.ask("document.querySelector('.ground').getBoundingClientRect().toJSON()")
    ground = shot.getpixel((round(box["right"]) - 40, round(box["top"]) + 8))
    assert isinstance(ground, tuple)
    assert abs(ground[3] - 255 * 0.6) < 4
    assert page.complaints() == []


def test_that_text_that_was_read_does_not_move_while_a_line_grows(site: OverlaySite, open_page: Open) -> None:
    page = open_page("captions?size=44&lines=3")
    before: list[list[float]] = []
    words = GROWN.split()
    for count in range(4, len(words) + 1, 3):
        text = " ".join(words[:count])
        site.show(session(), caption(1, "最低", {EN: text}, stable=max(0, len(text) - 9), is_final=False))
        page.until(lambda text=text: " ".join(page.lines) == text)
        now = page.places
        assert now[: len(before)] == before
        before = now
    assert len(before) == 3


def test_that_captions_advance_by_whole_lines(site: OverlaySite, open_page: Open) -> None:
    page = open_page("captions?size=44&lines=2&width=60")
    site.show(session(), caption(1, "一", {EN: "One."}), caption(2, "二", {EN: "Two."}))
    page.until(lambda: page.lines == ["One.", "Two."])
    first, second = page.places
    site.show(session(), caption(3, "三", {EN: "Three."}))
    page.until(lambda: page.lines == ["Two.", "Three."])
    assert page.places == [first, second]


def test_that_a_centred_line_comes_when_it_is_whole(site: OverlaySite, open_page: Open) -> None:
    page = open_page("captions?size=44&align=center&width=60")
    growing = GROWN[: GROWN.index(" drops")]
    site.show(session(), caption(1, "最低", {EN: growing}, is_final=False))
    page.until(lambda: page.lines)
    assert growing.startswith(page.lines[0])
    assert len(page.lines) < len(page.ask("document.querySelector('.measure').textContent")) / 20
    shown = list(page.lines)
    site.show(session(), caption(1, "最低", {EN: growing}))
    page.until(lambda: " ".join(page.lines).endswith("price"))
    assert page.lines[0] in (shown[0], *shown)


@pytest.mark.parametrize("language", [DE, AR, ZH])
def test_that_long_lines_of_any_script_stay_inside_the_picture(
    site: OverlaySite, open_page: Open, language: str
) -> None:
    page = open_page(f"both?lang={language}&size=44&lines=3")
    spoken = caption(1, LONG[ZH], {DE: LONG[DE], AR: LONG[AR]})
    site.show(session(pinned=(JUICER,)), spoken)
    page.until(lambda: len(page.lines) >= 2 and page.ask("document.querySelectorAll('.card').length") == 1)
    overflowing = page.ask(
        "[...document.querySelectorAll('.line, .card, .price, .tier, .name')].filter(each => {"
        "const r = document.createRange(); r.selectNodeContents(each); const at = r.getBoundingClientRect();"
        "const box = each.closest('.ground, .card').getBoundingClientRect();"
        "return at.left < box.left - 1 || at.right > box.right + 1 || at.left < 0 || at.right > innerWidth })"
        ".map(each => each.textContent)"
    )
    assert overflowing == []
    assert page.ask("document.querySelector('.line').dir") == ("rtl" if language == AR else "ltr")
    assert page.complaints() == []


def test_that_a_line_without_a_translation_is_silence(site: OverlaySite, open_page: Open) -> None:
    page = open_page("captions")
    untranslated = caption(1, "大家好", {EN: ""}, reason=Reason.LOOP)
    site.show(session(), untranslated, caption(2, "欢迎", {EN: "Welcome"}))
    page.until(lambda: page.lines == ["Welcome"])
    text = page.ask("document.body.innerText")
    assert "loop" not in text
    assert "大家好" not in text


def test_that_captions_leave_after_silence_and_the_next_ones_begin_anew(
    site: OverlaySite, open_page: Open
) -> None:
    page = open_page("captions?hide=0.3")
    site.show(session(), caption(1, "一", {EN: "One."}))
    page.until(lambda: page.lines == ["One."])
    page.until(lambda: page.lines == [])
    site.show(session(), caption(2, "二", {EN: "Two."}))
    page.until(lambda: page.lines == ["Two."])


def test_that_a_card_says_sold_out_in_its_language_and_goes_when_taken_off_air(
    site: OverlaySite, open_page: Open
) -> None:
    page = open_page("product?lang=de")
    site.show(session(pinned=(JUICER,), sold_out=(JUICER,)))
    page.until(lambda: page.ask("document.querySelectorAll('.sold').length") == 1)
    assert page.ask("document.querySelector('.sold').textContent") == "Ausverkauft"
    site.show(session(pinned=(JUICER,)))
    page.until(lambda: page.ask("document.querySelectorAll('.tier').length") == 2)
    assert page.ask("document.querySelector('.price').textContent") == "US$\u00a03,50"
    site.show(session())
    page.until(lambda: page.ask("document.querySelector('.cards').classList.contains('hidden')"))


def test_that_an_offer_runs_by_the_desks_clock_whatever_this_computers_says(
    site: OverlaySite, open_page: Open
) -> None:
    page = open_page("product?lang=en")
    offer = Offer(JUICER, {}, Decimal("2.99"), "USD", site.now + 90.0)
    site.show(replace(session(pinned=(JUICER,)), offer=offer))
    page.until(
        lambda: page.ask("document.querySelector('.left')?.textContent") in ("01:30", "01:29", "01:28")
    )


def test_that_an_overlay_comes_back_by_itself_with_what_was_said_meanwhile(
    site: OverlaySite, open_page: Open
) -> None:
    page = open_page("captions")
    site.show(session(), caption(1, "一", {EN: "One."}))
    page.until(lambda: page.lines == ["One."])
    site.drop_connections()
    site.show(session(), caption(2, "二", {EN: "Two."}))
    page.until(lambda: page.lines == ["One.", "Two."])


def test_that_text_is_never_markup_and_nothing_is_fetched_from_elsewhere(
    site: OverlaySite, open_page: Open
) -> None:
    page = open_page("both?font=%22%3B}body{display:none&lang=en")
    bad = "<img src=http://example.invalid/x onerror=alert(1)><b>5</b>"
    site.show(session(pinned=(JUICER,)), caption(1, "一", {EN: bad}))
    page.until(lambda: " ".join(page.lines).replace(" ", "") == bad.replace(" ", ""))
    assert page.ask("document.querySelectorAll('.line img, .line b').length") == 0
    assert page.ask("getComputedStyle(document.body).display") == "block"
    fetched = page.ask("performance.getEntriesByType('resource').map(each => each.name)")
    assert all(name.startswith(site.address) for name in fetched)


def test_that_a_sample_shows_where_all_will_stand_before_the_show(
    browser: webdriver.Chrome, site: OverlaySite
) -> None:
    browser.get(f"{site.address}/overlay/both?sample=1&lang=zh,en")
    assert browser.execute_script("return document.querySelectorAll('.region:not(.empty)').length") == 2
    assert browser.execute_script("return document.querySelectorAll('.card').length") == 1
    assert site.hub.count == 0
