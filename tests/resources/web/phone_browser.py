"""Debian's Chromium as a phone, and the page in it as a buyer handles it."""

import base64
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
PHONE, SMALL = (390, 844), (360, 640)


def start_chromium(
    language: str = "es-MX,es,en", *, scale: float = 1, is_large: bool = False
) -> webdriver.Chrome:
    """Start a browser of a phone's size whose owner reads `language`, with letters twice as large if `is_large`."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-extensions",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
    ):
        options.add_argument(argument)
    size = 32 if is_large else 16
    options.add_experimental_option(
        "prefs", {"intl.accept_languages": language, "webkit.webprefs.default_font_size": size}
    )
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    resize(driver, PHONE, scale)
    return driver


def resize(driver: webdriver.Chrome, size: tuple[int, int], scale: float = 1) -> None:
    """Give the browser a phone's screen; `scale` is how many points of the glass one of the page has."""
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": size[0], "height": size[1], "deviceScaleFactor": scale, "mobile": True},
    )
    driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})


def prefer(driver: webdriver.Chrome, **features: str) -> None:
    """Set media features of the phone: `prefers_color_scheme="dark"`."""
    given = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": given})


class Phone:
    """The page on one phone."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver
        self._forgiven: tuple[str, ...] = ()

    def open(self, address: str) -> None:
        """Scan the code."""
        self.driver.get(address)

    def forget_all(self, address: str) -> None:
        """Be a phone that was never here."""
        self.driver.get("about:blank")
        self.driver.execute_cdp_cmd(
            "Storage.clearDataForOrigin",
            {"origin": address.rsplit("/", 2)[0], "storageTypes": "local_storage"},
        )
        self.driver.get_log("browser")

    def until(self, holds: Callable[[], object], seconds: float = 8) -> None:
        """Wait until something holds."""
        WebDriverWait(self.driver, seconds, poll_frequency=0.03).until(lambda _: holds())

    def ask(self, script: str, *arguments: object) -> Any:
        """Return what an expression comes to in the page."""
        return self.driver.execute_script(f"return {script}", *arguments)

    def find(self, selector: str) -> WebElement:
        """Return the first element that fits."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        """Return every element that fits."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def tap(self, selector: str) -> None:
        """Tap what fits."""
        self.find(selector).click()

    def text(self, selector: str) -> str:
        """Return the text inside the first element that fits, "" for none."""
        return str(self.ask("(document.querySelector(arguments[0]) || {}).textContent || ''", selector))

    def texts(self, selector: str) -> list[str]:
        """Return the text inside each element that fits."""
        found: list[str] = self.ask(
            "Array.from(document.querySelectorAll(arguments[0]), (e) => e.textContent)", selector
        )
        return found

    def is_shown(self, selector: str) -> bool:
        """Whether it is there and takes room."""
        return bool(
            self.ask(
                "(document.querySelector(arguments[0]) || {getClientRects: () => []}).getClientRects().length",
                selector,
            )
        )

    @property
    def captions(self) -> list[str]:
        """The captions, without their marks."""
        found: list[str] = self.ask(
            "Array.from(document.querySelectorAll('#lines li'), (li) => "
            "Array.from(li.querySelectorAll('span:not(.mark)'), (s) => s.textContent).join(''))"
        )
        return found

    def choose_language(self, code: str) -> None:
        """Pick a language."""
        self.until(
            lambda: (
                code in self.ask("Array.from(document.querySelectorAll('#language option'), (o) => o.value)")
            )
        )
        self.ask(
            "(() => { const p = document.querySelector('#language'); p.value = arguments[0];"
            "p.dispatchEvent(new Event('change')); })()",
            code,
        )

    def let_pass(self, seconds: float) -> None:
        """Let the phone's clock say that time has passed."""
        self.ask(
            "(() => { const real = Date.now; Date.now = () => real() + 1000 * arguments[0]; })()", seconds
        )

    def write(self, selector: str, text: str) -> None:
        """Type into a field."""
        field = self.find(selector)
        field.clear()
        field.send_keys(text)

    def press(self, keys: str) -> None:
        """Press a key of a keyboard: "Tab", "Shift+Tab"."""
        chain = ActionChains(self.driver)
        *held, key = keys.split("+")
        for each in held:
            chain.key_down(getattr(Keys, each.upper()))
        chain.send_keys(getattr(Keys, key.upper()))
        for each in held:
            chain.key_up(getattr(Keys, each.upper()))
        chain.perform()

    def forgive(self, *words: str) -> None:
        """Let the browser complain of this."""
        self._forgiven += words

    def complaints(self) -> list[str]:
        """What the browser's console holds."""
        entries: list[dict[str, str]] = self.driver.get_log("browser")
        return [e["message"] for e in entries if not any(words in e["message"] for words in self._forgiven)]

    def draw(self, path: Path) -> None:
        """Take a picture of the screen."""
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
        path.write_bytes(base64.b64decode(shot["data"]))
