"""A PDF on A4 as bytes, for whatever goes on paper."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

DPI = 300


def pdf(title: str, margin_mm: float, draw: Callable[[QPdfWriter, QPainter], None]) -> bytes:
    """Return what `draw` draws on A4, fonts embedded; its units are dots of the paper, `DPI` to the inch."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator("livedesk")
    painter = QPainter(writer)
    draw(writer, painter)
    painter.end()
    buffer.close()
    return bytes(data.data())
