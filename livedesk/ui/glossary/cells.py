"""How cells of the glossary's table are edited: texts in a line, kinds from a list, capitals by a tick."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from livedesk.core.translation.terms import OWN_KINDS
from livedesk.core.typing_compat import override
from livedesk.ui.glossary.table_model import Index, TermRole
from livedesk.ui.glossary.words import kind_text
from livedesk.ui.theme.theme import AppTheme
from livedesk.ui.theme.tokens import GRID
from livedesk.ui.widgets.picker import Picker

_MOST_CHARACTERS = 400
_BOX_PX = 16


class TextCells(QStyledItemDelegate):
    """A line over the whole cell; Enter takes it, Esc leaves the term as it was."""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setMaxLength(_MOST_CHARACTERS)
        field.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return field

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        shape: Any = option  # the stubs lack the fields of QStyleOption
        editor.setGeometry(shape.rect)  # the whole cell: what is edited stays where it was read


class KindCells(QStyledItemDelegate):
    """A list of the kinds that a term of the user's can be."""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        picker = Picker(parent)
        for kind in OWN_KINDS:
            picker.addItem(kind_text(kind), kind.value)
        picker.activated.connect(self._picked)
        return picker

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, Picker)
        editor.pick(index.data(TermRole.KIND))
        editor.showPopup()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, Picker)
        model.setData(index, editor.currentData())

    def _picked(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)


class TickCells(QStyledItemDelegate):
    """A box to tick, by mouse or with Space; the style sheet draws none that can be seen in the dark."""

    def __init__(self, theme: AppTheme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        own: Any = option  # the stubs lack the fields of QStyleOption
        own.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        shape: Any = option
        is_ticked = _is_ticked(index)
        centre = QRectF(shape.rect).center()
        box = QRectF(centre.x() - _BOX_PX / 2, centre.y() - _BOX_PX / 2, _BOX_PX, _BOX_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("accent" if is_ticked else "mute"))
        painter.setBrush(self._theme.colour("accent" if is_ticked else "panel"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), GRID, GRID)
        if is_ticked:
            ratio = painter.device().devicePixelRatioF()
            mark = self._theme.pixmap("check", _BOX_PX, "on_accent", ratio)
            painter.drawPixmap(box.topLeft(), mark)
        painter.restore()

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if isinstance(event, QMouseEvent):
            is_meant = (
                event.type() == QEvent.Type.MouseButtonRelease and event.button() is Qt.MouseButton.LeftButton
            )
        else:
            is_meant = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not is_meant:
            return False
        ticked = Qt.CheckState.Unchecked if _is_ticked(index) else Qt.CheckState.Checked
        return bool(model.setData(index, ticked, Qt.ItemDataRole.CheckStateRole))


def _is_ticked(index: Index) -> bool:
    return bool(index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
