"""The stage window: what the audience at the booth reads from five metres, on the booth's second screen."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from livedesk.core.catalogue.product import in_language
from livedesk.core.ids import Language
from livedesk.core.typing_compat import override
from livedesk.ui.actions import ActionId, shortcut_text
from livedesk.ui.connections.poster_words import texts_for
from livedesk.ui.lines.styles import text_style
from livedesk.ui.lines.text_block import TextBlock
from livedesk.ui.services import AppServices
from livedesk.ui.settings.preferences import Preferences
from livedesk.ui.stage.audience_words import stage_words
from livedesk.ui.stage.captions_view import StageCaptions
from livedesk.ui.stage.code_view import StageCode
from livedesk.ui.stage.goods_view import StageGoods
from livedesk.ui.stage.state import StageState
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.widgets.full_screen import FullScreenWindow
from livedesk.ui.widgets.qr_view import Modules

WIDTH, HEIGHT = 1280, 720
_MARGIN, _SIDE = 44, 372
_MAIN, _SECOND, _ALONE = 58, 38, 62
_SECOND_LINES = 3
_NAME, _PAUSE = 64, 40
_CODE = 170


class StageWindow(FullScreenWindow):
    """Follows `state`; sizes are in parts of a stage 720 px high, so that every screen shows the same."""

    closed = Signal()

    def __init__(
        self,
        theme: AppTheme,
        state: StageState,
        preferences: Preferences,
        services: AppServices,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._theme, self._state = theme, state
        self._preferences, self._services = preferences, services
        self._code: tuple[str, Modules] = ("", ())
        self._ground: tuple[object, ...] = ()
        self.main, self.second = (
            StageCaptions(theme, self, is_main=True),
            StageCaptions(theme, self, is_main=False),
        )
        self.goods, self.code = StageGoods(theme, services, self), StageCode(theme, self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(WIDTH // 4, HEIGHT // 4)
        self.resize(WIDTH, HEIGHT)
        state.captions_changed.connect(self._show_captions)
        state.goods_changed.connect(self._arrange)
        state.show_changed.connect(self._arrange)
        state.code_changed.connect(self._arrange)
        preferences.changed.connect(self._arrange)
        theme.changed.connect(self.update)
        self.retranslate()
        self._arrange()

    @property
    def words(self) -> list[str]:
        """What stands on the empty stage or above the captions: the booth's name, or that there is a pause."""
        languages = self._languages
        if self._state.is_paused:
            return [stage_words(language).pause for language in languages]
        if self._state.is_on_air:
            return []
        names = self._state.booth_name
        first = in_language(names, languages[0])
        own = (names.get(language, "") for language in languages[1:])
        named = [name for name in dict.fromkeys((first, *own)) if name]
        if named or not self._has_code():
            return named
        return [text.title for language, text in texts_for(languages) if language in languages]

    @override
    def retranslate(self) -> None:
        """Set the title: OBS lists windows by it."""
        self.setWindowTitle(self.tr("livedesk stage"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or _written(event) == shortcut_text(ActionId.STAGE):
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("background"))
        if self._has_side():
            left = self.width() - round(_SIDE * self._unit)
            painter.fillRect(left, 0, self.width() - left, self.height(), self._theme.colour("panel"))
            painter.fillRect(left, 0, max(1, round(self._unit)), self.height(), self._theme.colour("line"))
        if self.words:
            self._draw_words(painter)
        painter.end()

    # --- inside ---

    @property
    def _unit(self) -> float:
        return min(self.width() / WIDTH, self.height() / HEIGHT)

    @property
    def _languages(self) -> tuple[Language, ...]:
        return self._state.languages(self._preferences.settings)

    def _has_side(self) -> bool:
        return bool(self._state.pinned()) or self._has_code()

    def _has_code(self) -> bool:
        return bool(self._state.address) and self._preferences.settings.stage_shows_qr

    def _draw_words(self, painter: QPainter) -> None:
        """Draw the booth's name in the middle of an empty stage, or a line above the captions in a pause."""
        u, is_pause = self._unit, self._state.is_paused
        width = self._captions_width()
        y = _MARGIN * u
        sizes = (_PAUSE, _PAUSE * 0.62) if is_pause else (_NAME, _NAME * 0.56)
        blocks = [
            TextBlock(
                text,
                width,
                text_style(
                    self._theme, round(size), colour, bold=True, scale=u, max_lines=1 if is_pause else 3
                ),
                language=language,
            )
            for text, language, size, colour in zip(
                self.words, self._languages, sizes, ("accent" if is_pause else "ink", "mute"), strict=False
            )
        ]
        if not is_pause:
            y = (self.height() - sum(block.height for block in blocks)) / 2
        for block in blocks:
            block.draw(painter, _MARGIN * u, y)
            y += block.height

    def _captions_width(self) -> int:
        side = _SIDE if self._has_side() else 0
        return round(self.width() - side * self._unit - 2 * _MARGIN * self._unit)

    @Slot()
    def _arrange(self) -> None:
        """Give everything its place and content anew; captions keep theirs as long as nothing beside them changes."""
        self._place_captions()
        self._place_side()
        self._show_captions()
        ground = (self.size(), self._has_side(), self._captions_width(), self.words, self._languages)
        if ground != self._ground:  # what is drawn anew takes everything that stands on it along
            self._ground = ground
            self.update()

    def _place_captions(self) -> None:
        u, languages = self._unit, self._languages
        margin, width = round(_MARGIN * u), self._captions_width()
        is_two = len(languages) > 1
        top = margin + (round(_PAUSE * 2.4 * u) if self._state.is_paused else 0)
        bottom = self.height() - margin
        self.second.setVisible(is_two and self._state.is_on_air)
        self.main.setVisible(self._state.is_on_air)
        self.main.set_look(languages[0], round((_MAIN if is_two else _ALONE) * u))
        if is_two:
            self.second.set_look(languages[1], round(_SECOND * u))
            high = self.second.height_for(bottom - top, _SECOND_LINES)
            self.second.setGeometry(margin, bottom - high, width, high)
            bottom -= high + round(24 * u)
        high = self.main.height_for(bottom - top)
        self.main.setGeometry(margin, bottom - high, width, high)

    def _place_side(self) -> None:
        u, settings = self._unit, self._preferences.settings
        pinned, has_code = self._state.pinned(), self._has_code()
        session = self._state.session
        left, inside = self.width() - round((_SIDE - 32) * u), round((_SIDE - 64) * u)
        top, bottom = round(36 * u), self.height() - round(32 * u)
        code_px = 0
        if has_code:
            code_px = round(_CODE * u) if pinned else bottom - top
            self.code.setGeometry(left, bottom - code_px, inside, code_px)
            self.code.show_code(self._modules(), self._state.address, settings.stage_hint, self._languages, u)
        self.code.setVisible(has_code)
        self.goods.setGeometry(left, top, inside, bottom - top - (code_px + round(20 * u) if has_code else 0))
        self.goods.setVisible(bool(pinned))
        if session is not None:
            self.goods.show_goods(pinned, session.sold_out, session.offer, self._languages[0], u)

    def _modules(self) -> Modules:
        """Return the code of the address; made once for each, as that takes some milliseconds."""
        address = self._state.address
        if self._code[0] != address:
            self._code = address, self._services.qr_modules(address)
        return self._code[1]

    @Slot()
    def _show_captions(self) -> None:
        if self._state.is_on_air:
            for view in (self.main, self.second):
                view.show_captions(self._state.captions)


def _written(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.NativeText)
