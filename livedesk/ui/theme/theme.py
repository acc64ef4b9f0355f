"""The theme in use: turns tokens into palette, style sheet, colours and icons, and says when they change."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from livedesk.core.settings import Theme
from livedesk.ui.theme import style
from livedesk.ui.theme.fonts import font
from livedesk.ui.theme.tokens import DARK, LIGHT, Colours

_ICON_INK = "#1d1b18"
"""The stroke colour written in resources/icons/*.svg, replaced by the colour wanted."""


class AppTheme(QObject):
    """Owned by the application, handed to every widget that draws; `changed` comes after a switch."""

    changed = Signal()

    def __init__(self, app: QApplication, icons: dict[str, bytes]) -> None:
        """Take icon drawings by name ("search": svg bytes); they are coloured as they are asked for."""
        super().__init__(app)
        self._app = app
        self._icons = icons
        self._wanted = Theme.SYSTEM
        self.colours: Colours = LIGHT
        app.setStyle("Fusion")
        app.setFont(font())
        app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self.use(Theme.SYSTEM)

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self.colours is DARK

    def use(self, theme: Theme) -> None:
        """Switch to `theme`; SYSTEM follows the computer from then on."""
        self._wanted = theme
        dark = theme is Theme.DARK or (
            theme is Theme.SYSTEM and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        self.colours = DARK if dark else LIGHT
        self._app.setPalette(_palette(self.colours))
        self._app.setStyleSheet(style.sheet(self.colours))
        self.changed.emit()

    def colour(self, name: str) -> QColor:
        """Return the colour of token `name`, for example "accent"."""
        return QColor(getattr(self.colours, name))

    def icon(self, name: str, colour: str = "ink") -> QIcon:
        """Return icon `name` in the colour of a token, crisp at every scaling."""
        icon = QIcon()
        for px in (16, 20, 24, 32, 48):
            icon.addPixmap(self.pixmap(name, px, colour))
        return icon

    def pixmap(self, name: str, px: int, colour: str = "ink", ratio: float = 1.0) -> QPixmap:
        """Return icon `name` as a square of `px` device-independent pixels."""
        svg = self._icons.get(name, b"")
        return _draw(svg.replace(_ICON_INK.encode(), getattr(self.colours, colour).encode()), px, ratio)

    def _scheme_changed(self) -> None:
        if self._wanted is Theme.SYSTEM:
            self.use(Theme.SYSTEM)


@lru_cache(maxsize=512)
def _draw(svg: bytes, px: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(px, px) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    if svg:
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg)).render(painter)
        painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _palette(c: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, value in (
        (role.Window, c.background),
        (role.WindowText, c.ink),
        (role.Base, c.panel),
        (role.AlternateBase, c.background),
        (role.Text, c.ink),
        (role.PlaceholderText, c.mute),
        (role.Button, c.panel),
        (role.ButtonText, c.ink),
        (role.BrightText, c.live),
        (role.Highlight, c.accent),
        (role.HighlightedText, c.on_accent),
        (role.Link, c.accent),
        (role.ToolTipBase, c.panel),
        (role.ToolTipText, c.ink),
        (role.Mid, c.line),
    ):
        palette.setColor(target, QColor(value))
    for disabled in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, disabled, QColor(c.faint))
    return palette
