"""One browser and one web server for all tests of the phone page; each test has a phone that was never here."""

from collections.abc import Iterator

import pytest
from selenium import webdriver

from tests.resources.web.phone_browser import CHROMIUM, DRIVER, PHONE, Phone, prefer, resize, start_chromium
from tests.resources.web.phone_show import PhoneShow


@pytest.fixture(scope="package")
def chromium() -> Iterator[webdriver.Chrome]:
    if not (CHROMIUM and DRIVER):
        pytest.skip("needs Debian's chromium and chromium-driver (make test installs them)")
    driver = start_chromium()
    yield driver
    driver.quit()


@pytest.fixture(scope="package")
def serving() -> Iterator[PhoneShow]:
    made = PhoneShow()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def show(serving: PhoneShow, request: pytest.FixtureRequest) -> Iterator[PhoneShow]:
    """A show that begins, by a new key."""
    serving.begin_anew(request.node.name)
    yield serving
    assert serving.bugs == []


@pytest.fixture
def phone(chromium: webdriver.Chrome, show: PhoneShow) -> Iterator[Phone]:
    """A phone whose owner reads Spanish, then English; what its browser complains of fails the test."""
    made = Phone(chromium)
    made.forget_all(show.address)
    resize(chromium, PHONE)
    prefer(chromium, prefers_color_scheme="light")
    made.open(show.address)
    made.until(lambda: made.text("#state") == "En vivo")
    yield made
    assert made.complaints() == []
