"""The page to print and put up at the booth: its name, the QR code, and how to use it in several languages."""

from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPdfWriter, QTextDocument, QTextOption

from livedesk.core.ids import Language
from livedesk.ui.connections.poster_words import texts_for
from livedesk.ui.lines.scripts import is_right_to_left
from livedesk.ui.theme import fonts
from livedesk.ui.theme.tokens import LIGHT
from livedesk.ui.widgets import pdf as paper
from livedesk.ui.widgets.qr_view import Modules, code_image, paint_code

_MARGIN_MM = 15.0
_NAME_PX, _TEXT_PX, _SMALL_PX = 110, 50, 38
_GAP_PX = 60
_CODE_SHARE = 0.62
"""Of the printed width: read from about two metres."""
_PICTURE_MODULE_PX = 16


def pdf(name: str, address: str, modules: Modules, languages: tuple[Language, ...]) -> bytes:
    """Return the page as a PDF, A4, fonts embedded."""

    def put(writer: QPdfWriter, painter: QPainter) -> None:
        draw(painter, QRect(0, 0, writer.width(), writer.height()), name, address, modules, languages)

    return paper.pdf(name, _MARGIN_MM, put)


def picture(modules: Modules) -> bytes:
    """Return the code alone as a PNG, large enough for a banner's designer."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    code_image(modules, _PICTURE_MODULE_PX).save(buffer, "PNG")  # type: ignore[call-overload]  # a device is fine
    buffer.close()
    return bytes(data.data())


def draw(
    painter: QPainter, page: QRect, name: str, address: str, modules: Modules, languages: tuple[Language, ...]
) -> None:
    """Draw the page into `page`, in dots of the paper at 300 to the inch."""
    y = page.top()
    y += _draw_text(painter, page, y, _name_html(name), _NAME_PX, most=page.height() // 6) + _GAP_PX
    side = int(page.width() * _CODE_SHARE)
    paint_code(painter, QRect(page.left() + (page.width() - side) // 2, y, side, side), modules)
    y += side
    y += _draw_text(painter, page, y, f"<p align='center'>{escape(address)}</p>", _SMALL_PX) + _GAP_PX
    _draw_text(painter, page, y, _steps_html(languages), _TEXT_PX, most=page.bottom() - y)


def _name_html(name: str) -> str:
    return f"<p align='center'><b>{escape(name)}</b></p>"


def _steps_html(languages: tuple[Language, ...]) -> str:
    blocks = []
    for language, text in texts_for(languages):
        side = " dir='rtl'" if is_right_to_left(text.title, language) else ""
        blocks.append(
            f"<p class='head'{side}><b>{escape(text.title)}</b></p>"
            f"<p class='body'{side}>1. {escape(text.wifi)}&nbsp; 2. {escape(text.scan)}</p>"
        )
    return "".join(blocks)


_STYLE = f"""
p {{ color: {LIGHT.ink}; margin: 0px; }}
p.head {{ margin-top: 26px; color: {LIGHT.accent}; }}
"""


def _draw_text(
    painter: QPainter, page: QRect, top: int, text: str, size_px: int, most: int | None = None
) -> int:
    """Draw `text` below `top`, smaller where it is higher than `most`; return its height."""
    while True:
        document = QTextDocument()
        document.setDocumentMargin(0)
        font = QFont()
        font.setFamilies(list(fonts.families()))
        font.setPixelSize(size_px)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(_STYLE)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setHtml(text)
        document.setTextWidth(page.width())
        height = round(document.size().height())
        if most is None or height <= most or size_px <= _SMALL_PX // 2:
            break
        size_px -= 2
    painter.save()
    painter.setPen(Qt.GlobalColor.black)
    painter.translate(page.left(), top)
    document.drawContents(painter)
    painter.restore()
    return height
