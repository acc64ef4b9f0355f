"""Fixtures for the cards' tests."""

import pytest

from livedesk.ui.bridge import Bridge
from livedesk.ui.cards.labels import Tongues
from livedesk.ui.i18n import Translator
from livedesk.ui.product.state import CatalogueState
from tests.ui.cards.world import CUP, WOK, Answering


@pytest.fixture
def tongues(translator: Translator) -> Tongues:
    return Tongues(translator)


@pytest.fixture
def answering(bridge: Bridge) -> Answering:
    return Answering(bridge)


@pytest.fixture
def state(bridge: Bridge) -> CatalogueState:
    result = CatalogueState(bridge, lambda _: None)
    result.take_products((CUP, WOK))
    return result
