"""The form of a shipping route: what is missing is said, days can be changed, nothing is promised."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from livedesk.core.ids import Sku
from livedesk.core.logistics.asking import RouteWish
from livedesk.core.logistics.route import Mode
from livedesk.core.settings import Settings, Theme
from livedesk.ui.bridge import Bridge
from livedesk.ui.cards.labels import Tongues
from livedesk.ui.cards.route_dialog import RouteDialog
from livedesk.ui.cards.scene import RouteScene
from livedesk.ui.i18n import Translator
from livedesk.ui.product.state import CatalogueState
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.theme.theme import AppTheme
from tests.ui.cards.world import CUP, Answering


class Opens:
    """Opens the form for a product."""

    def __init__(self, make: Callable[[Sku | None], RouteDialog], answering: Answering) -> None:
        self._make, self.services = make, answering

    def __call__(self, sku: str | None = "JZ-03", to: str = "汉堡") -> RouteDialog:
        dialog = self._make(Sku(sku) if sku else None)
        dialog.show()
        if to:
            dialog.destination.look_up(to)
        return dialog


@pytest.fixture
def opens(
    qtbot: QtBot,
    theme: AppTheme,
    bridge: Bridge,
    state: CatalogueState,
    answering: Answering,
    translator: Translator,
    tongues: Tongues,
) -> Opens:
    answering.kept = Settings(factory="义乌")
    preferences = Preferences(theme, translator, answering)

    window = QWidget()  # as in the application: the dialog is its child, and Qt deletes it once
    qtbot.addWidget(window)

    def make(sku: Sku | None) -> RouteDialog:
        return RouteDialog(theme, bridge, state, preferences, answering, tongues, sku, window)

    return Opens(make, answering)


def type_in(edit: object, text: str) -> None:
    edit.setText(text)  # type: ignore[attr-defined]
    edit.textEdited.emit(text)  # type: ignore[attr-defined]


def wishes(opens: Opens) -> list[RouteWish]:
    return [wish for wish in opens.services.asked("plan_route") if isinstance(wish, RouteWish)]


def test_that_a_destination_is_all_it_takes(opens: Opens) -> None:
    dialog = opens()
    (wish,) = wishes(opens)
    assert wish.load.cbm == Decimal("1.789")  # 21 cartons
    assert wish.load.gross_weight_kg == Decimal("260.4")
    assert wish.made_in_days == 25
    assert dialog.doubts.text() == ""
    assert isinstance(dialog.scene, RouteScene)
    assert dialog.scene.route.days == 67


def test_that_without_places_it_says_what_to_do_and_shows_nothing(opens: Opens) -> None:
    dialog = opens(to="")
    assert dialog.scene is None
    assert "from where to where" in dialog.doubts.text()
    assert not dialog.on_air.isEnabled()
    assert not dialog.save.isEnabled()


def test_that_an_unknown_city_takes_the_card_away(opens: Opens) -> None:
    dialog = opens()
    type_in(dialog.destination.edit, "qxzzy")
    dialog.destination.take_first()
    assert dialog.scene is None
    assert "No city" in dialog.destination.trouble


def test_that_a_product_without_packing_asks_for_the_volume(opens: Opens) -> None:
    dialog = opens("CG-32")
    assert "packing is not filled in" in dialog.doubts.text()
    assert dialog.scene is not None
    type_in(dialog.cbm, "20")
    assert dialog.doubts.text() == ""
    assert "1 × 20GP" in dialog._load.text()
    assert wishes(opens)[-1].load.cbm == Decimal(20)


def test_that_a_volume_typed_by_hand_drops_the_weight_of_the_packing(opens: Opens) -> None:
    dialog = opens()
    type_in(dialog.cbm, "30")
    assert (wishes(opens)[-1].load.cbm, wishes(opens)[-1].load.gross_weight_kg) == (Decimal(30), None)
    type_in(dialog.quantity, "1000")
    assert wishes(opens)[-1].load.cbm == Decimal("3.578")


@pytest.mark.parametrize("text", ["", "0", "-3", "many", "99999999999999"])
def test_that_a_quantity_that_is_none_is_said(opens: Opens, text: str) -> None:
    dialog = opens()
    type_in(dialog.quantity, text)
    assert "quantity" in dialog.doubts.text()
    assert wishes(opens)[-1].load.cbm is None


@pytest.mark.parametrize("text", ["0", "-1", "much", "9999999"])
def test_that_a_volume_that_is_none_is_said(opens: Opens, text: str) -> None:
    dialog = opens(None)
    type_in(dialog.cbm, text)
    assert "cubic metres" in dialog.doubts.text()
    assert wishes(opens)[-1].load.cbm is None


def test_that_a_day_that_is_none_takes_the_card_away(opens: Opens) -> None:
    dialog = opens()
    type_in(dialog.start, "2026-13-40")
    assert dialog.scene is None
    assert "day of the order" in dialog.doubts.text()
    type_in(dialog.start, "2026/12/1")
    assert isinstance(dialog.scene, RouteScene)
    assert dialog.scene.start == date(2026, 12, 1)


def test_that_a_way_there_is_not_is_said_and_another_one_offered(opens: Opens) -> None:
    dialog = opens()
    dialog.mode.pick(Mode.RAIL.value)
    dialog.mode.activated.emit(2)
    assert dialog.scene is None
    assert "do not get there" in dialog.doubts.text()
    dialog.mode.pick(Mode.AIR.value)
    dialog.mode.activated.emit(1)
    assert dialog.scene is not None
    assert dialog.doubts.text() == ""


def test_that_the_card_of_another_way_is_not_shown_while_one_is_worked_out(opens: Opens) -> None:
    dialog = opens()
    opens.services.is_answering = False
    dialog.mode.pick(Mode.AIR.value)
    dialog.mode.activated.emit(1)
    assert dialog.scene is None
    assert "Working out" in dialog.doubts.text()


def test_that_days_are_changed_on_the_spot_and_stay_for_another_load(opens: Opens) -> None:
    dialog = opens()
    type_in(dialog.days.boxes[True, 1], "30")  # the ship to Suez
    type_in(dialog.days.boxes[False, 1], "6")  # the port
    assert isinstance(dialog.scene, RouteScene)
    assert dialog.scene.route.days == 67 + 9 + 2
    type_in(dialog.quantity, "20000")
    assert isinstance(dialog.scene, RouteScene)
    assert dialog.scene.route.days == 67 + 9 + 2
    assert dialog.days.boxes[True, 1].text() == "30"
    dialog.destination.look_up("yiwu")
    assert isinstance(dialog.scene, RouteScene)
    assert dialog.scene.route.days == 67


@pytest.mark.parametrize("text", ["-1", "x", "366", "9999"])
def test_that_days_that_are_none_are_not_taken(opens: Opens, text: str) -> None:
    dialog = opens()
    box = dialog.days.boxes[True, 1]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    box.editingFinished.emit()
    assert isinstance(dialog.scene, RouteScene)
    assert 0 <= dialog.scene.route.legs[1].days <= 365
    assert box.text() == str(dialog.scene.route.legs[1].days)


def test_that_arrow_keys_change_days_by_one(opens: Opens) -> None:
    dialog = opens()
    QTest.keyClick(dialog.made, Qt.Key.Key_Up)
    assert wishes(opens)[-1].made_in_days == 26
    dialog.made.show_days(0)
    QTest.keyClick(dialog.made, Qt.Key.Key_Down)
    assert dialog.made.days == 0


def test_that_the_factory_is_remembered(opens: Opens) -> None:
    dialog = opens()
    dialog.origin.look_up("汉堡")
    dialog.reject()
    assert opens.services.kept.factory == "Hamburg"


def test_that_a_price_list_changed_meanwhile_leaves_the_form_alone(
    opens: Opens, state: CatalogueState
) -> None:
    dialog = opens()
    state.take_products((replace(CUP, moq=1),))
    dialog._refresh()
    assert dialog.scene is not None


def test_that_only_the_button_puts_the_card_on_air(opens: Opens, qtbot: QtBot) -> None:
    dialog = opens()
    with qtbot.waitSignal(dialog.on_air_wanted) as shown:
        dialog.on_air.click()
    assert shown.args == [dialog.scene]


def test_that_the_card_is_saved_as_a_picture_where_the_operator_says(opens: Opens, tmp_path: Path) -> None:
    dialog = opens()
    dialog.save.click()
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "route.png"))
    chooser.close()
    ((path, data),) = opens.services.asked("write_file")  # type: ignore[misc]
    assert path == tmp_path / "route.png"
    assert data.startswith(b"\x89PNG")


def test_that_a_switch_of_language_and_theme_keeps_what_was_typed(
    opens: Opens, translator: Translator, theme: AppTheme
) -> None:
    dialog = opens()
    type_in(dialog.quantity, "3000")
    translator.use("zh_CN")
    theme.use(Theme.DARK)
    dialog.retranslate()
    assert dialog.heading.text() == "运输路线"
    assert dialog.quantity.text() == "3000"
    assert dialog.destination.edit.text() == "汉堡 Hamburg · 德国"
    assert dialog.scene is not None
    theme.use(Theme.LIGHT)
