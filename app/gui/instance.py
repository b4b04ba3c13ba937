"""One running program per library file: a second start brings the first window forward and ends."""

import os
from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 800
_WORD = b"come forward\n"


def _name_for(library: Path) -> str:
    return "footnote-" + blake2b(os.fsencode(library.resolve()), digest_size=8).hexdigest()


def raise_running_window(library: Path) -> bool:
    """Ask the program that has this library open to come forward; tell whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(_name_for(library))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(_WORD)
    socket.waitForBytesWritten(_WAIT_MS)
    if socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
        socket.waitForDisconnected(_WAIT_MS)
    return True


class Doorbell(QObject):
    """Listens for later starts with the same library."""

    rung = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        name = _name_for(library)
        QLocalServer.removeServer(name)  # what a killed program left behind
        self._server.listen(name)

    def _on_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.rung.emit()
