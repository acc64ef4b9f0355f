"""The frame of a window in which something is made: a form that scrolls, beside it the page, below both a strip."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from livedesk.ui.theme.style import set_role
from livedesk.ui.theme.tokens import GAP_L, GAP_S


def lay_out_beside(dialog: QDialog, form: QLayout, page: QWidget, form_px: int) -> QHBoxLayout:
    """Lay out `dialog` with `form`, `form_px` wide, and `page`; return the layout of the strip, still empty."""
    inside = QWidget()
    inside.setLayout(form)
    form.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
    scroll = QScrollArea(dialog)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    scroll.setFixedWidth(form_px)
    columns = QHBoxLayout()
    columns.setSpacing(0)
    columns.addWidget(scroll)
    columns.addWidget(page, 1)
    bar = QFrame(dialog)
    set_role(bar, "strip")
    strip = QHBoxLayout(bar)
    strip.setContentsMargins(GAP_L, GAP_S, GAP_L, GAP_S)
    strip.setSpacing(GAP_S)
    whole = QVBoxLayout(dialog)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(columns, 1)
    whole.addWidget(bar)
    return strip
