"""Putting a translation right in its row: opens the editor, keeps it over the row, says what was written."""

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent

from livedesk.core.typing_compat import override
from livedesk.ui.lines.delegate import LineDelegate
from livedesk.ui.lines.line_editor import LineEditor
from livedesk.ui.lines.list_model import Index, LineRole
from livedesk.ui.lines.view import LinesView


class LineEditing(QObject):
    """For one `LinesView`. A double click on a translation begins; so does `begin`."""

    corrected = Signal(object, str)
    """The row's record, and the translation that a person wrote or approved."""

    def __init__(self, view: LinesView, delegate: LineDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._delegate = delegate
        self._row = QPersistentModelIndex()
        self._record: object = None
        self._was_held = self._was_following = False
        self.editor = LineEditor(view.viewport())
        self.editor.saved.connect(self._save)
        self.editor.left.connect(self.end)
        view.settled.connect(self._place)
        view.model().modelReset.connect(self.end)
        view.viewport().installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether a line is being put right."""
        return self._record is not None

    def begin(self, index: Index) -> bool:
        """Open the editor over the row's translation; return whether the row has one to put right."""
        if not index.isValid() or self._spot(index) is None:
            return False
        self.end()
        self._was_held, self._was_following = self._view.is_held, self._view.is_following
        self._view.hold(is_held=True)
        self._row, self._record = QPersistentModelIndex(index), index.data(LineRole.RECORD)
        self._view.scrollTo(self._view.model().index(index.row(), 0))
        self._place()
        self.editor.begin(self._delegate.editable_text(index))
        return True

    @Slot()
    def end(self) -> None:
        """Close the editor; what was typed is gone."""
        if self._record is None:
            return
        self._record, self._row = None, QPersistentModelIndex()
        had_focus = self.editor.hasFocus()
        self.editor.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.hold(is_held=self._was_held)
        if self._was_following:
            self._view.go_to_newest()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonDblClick or not isinstance(event, QMouseEvent):
            return False
        point = event.position().toPoint()
        index = self._view.indexAt(point)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return False
        spot = self._spot(index)
        return spot is not None and spot.contains(point) and self.begin(index)

    def _save(self, text: str) -> None:
        record = self._record
        self.end()
        if record is not None and text.strip():
            self.corrected.emit(record, text.strip())

    def _place(self) -> None:
        """Keep the editor over its row, wherever that went."""
        if self._record is None:
            return
        if not self._row.isValid():
            self.end()
        elif (spot := self._spot(self._row)) is not None:
            self.editor.place(spot, self._delegate.editable_font(self._row))

    def _spot(self, index: Index) -> QRect | None:
        """Return where the row's translation stands in the window, None where there is none to put right."""
        row = self._view.visualRect(index)
        editable = self._delegate.row_layout(index, self._view.viewport().width()).editable
        return editable.translated(row.topLeft()) if editable is not None else None
