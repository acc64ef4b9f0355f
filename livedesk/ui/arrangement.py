"""How the operator arranged the window: its place and size, the columns, list or cards; kept from start to start."""

from PySide6.QtCore import QByteArray, QSettings

from livedesk.ui.main_window import MainWindow

_GEOMETRY, _COLUMNS, _LEFT, _GRID = "window/geometry", "window/columns", "window/left", "catalogue/grid"


class Arrangement:
    """An .ini file. What is not in it, or makes no sense, stays as the window opens by itself."""

    def __init__(self, path: str) -> None:
        self._kept = QSettings(path, QSettings.Format.IniFormat)

    def restore(self, window: MainWindow) -> None:
        """Arrange `window`, which is not shown yet. On a smaller screen Qt brings it into sight."""
        window.restoreGeometry(self._bytes(_GEOMETRY))
        if window.columns.restoreState(self._bytes(_COLUMNS)):
            window.keep_columns()
        window.left.restoreState(self._bytes(_LEFT))
        if self._kept.value(_GRID) == "true":
            window.catalogue.switch_view()

    def keep(self, window: MainWindow) -> None:
        """Keep how `window` is arranged now; where nothing can be written it is forgotten, no more."""
        self._kept.setValue(_GEOMETRY, window.saveGeometry())
        self._kept.setValue(_COLUMNS, window.columns.saveState())
        self._kept.setValue(_LEFT, window.left.saveState())
        self._kept.setValue(_GRID, "true" if window.catalogue.is_grid else "false")
        self._kept.sync()

    def _bytes(self, key: str) -> QByteArray:
        value = self._kept.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
