"""Keep beside a library what a power cut would leave of it: only the bytes that SQLite asked the disk to sync.

`watch(durable)` puts a file layer of our own (a VFS, written with ctypes) in front of SQLite's: writes are held back
until the file is synced, then copied into the folder `durable`. Kill the process at any moment, and that folder is
what a disk holds that lost everything unsynced. A deleted file is gone once its folder was synced or anything after
it was: journalling file systems keep that order. Linux, where Python uses a shared SQLite library.
"""

import ctypes as c
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

_OK = 0
_IO_METHODS = 19  # entries of sqlite3_io_methods up to version 3: iVersion and 18 functions
_CLOSE, _WRITE, _TRUNCATE, _SYNC = 1, 3, 4, 5

_Close = c.CFUNCTYPE(c.c_int, c.c_void_p)
_Write = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_int, c.c_int64)
_Truncate = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_int64)
_Sync = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_int)
# Names are passed on as addresses: SQLite keeps the one that it gave, so a copy of it would not do.
_Open = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_void_p, c.c_int, c.POINTER(c.c_int))
_Delete = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_int)


class _Vfs(c.Structure):
    """The head of sqlite3_vfs; what follows is copied untouched."""

    _fields_ = (
        ("iVersion", c.c_int),
        ("szOsFile", c.c_int),
        ("mxPathname", c.c_int),
        ("pNext", c.c_void_p),
        ("zName", c.c_char_p),
        ("pAppData", c.c_void_p),
        ("xOpen", c.c_void_p),
        ("xDelete", c.c_void_p),
        ("rest", c.c_void_p * 14),
    )


def sqlite_library() -> c.CDLL | None:
    """Return the very SQLite library that Python's sqlite3 uses, None where it is not a shared one."""
    sqlite3.connect(":memory:").close()
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8")
    except OSError:
        return None
    paths = {line.split(maxsplit=5)[-1] for line in maps.splitlines() if "libsqlite3.so" in line}
    return c.CDLL(next(iter(paths))) if len(paths) == 1 else None


class _Watch:
    """Holds every file's unsynced operations, and the C structures that must outlive the connections."""

    def __init__(self, library: c.CDLL, durable: Path) -> None:
        self._durable = durable
        self._pending: dict[int, list[tuple[str, int, bytes]]] = {}
        self._names: dict[int, str] = {}
        self._deleted: set[str] = set()
        self._methods: dict[int, Any] = {}
        self._kept: list[Any] = []
        library.sqlite3_vfs_find.restype = c.c_void_p
        library.sqlite3_vfs_find.argtypes = (c.c_char_p,)
        library.sqlite3_vfs_register.argtypes = (c.c_void_p, c.c_int)
        address = library.sqlite3_vfs_find(None)
        self._base = _Vfs.from_address(address)
        self._base_address = address
        self._base_open = _Open(self._base.xOpen)
        self._base_delete = _Delete(self._base.xDelete)
        self._vfs = _Vfs.from_buffer_copy(self._base)
        self._vfs.zName = b"footnote-unsynced"
        self._vfs.pNext = None
        self._vfs.xOpen = self._keep(_Open(self._open))
        self._vfs.xDelete = self._keep(_Delete(self._delete))
        library.sqlite3_vfs_register(c.addressof(self._vfs), 1)

    def _keep(self, callback: Any) -> int:
        self._kept.append(callback)
        address = c.cast(callback, c.c_void_p).value
        assert address is not None
        return address

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: Any) -> int:
        result: int = self._base_open(self._base_address, name, file, flags, out)
        methods = c.c_void_p.from_address(file)
        if result == _OK and methods.value and name:
            self._pending[file] = []
            self._names[file] = _file_name(name)
            methods.value = self._watched(methods.value)
        return result

    def _delete(self, _vfs: int, name: int, sync_folder: int) -> int:
        result: int = self._base_delete(self._base_address, name, sync_folder)
        if result == _OK:
            self._deleted.add(_file_name(name))
            if sync_folder:
                self._forget_deleted()
        return result

    def _forget_deleted(self) -> None:
        while self._deleted:
            (self._durable / self._deleted.pop()).unlink(missing_ok=True)

    def _watched(self, methods: int) -> int:
        """Return the address of a copy of a file's methods with ours in the four places that matter."""
        if methods not in self._methods:
            table = (c.c_void_p * _IO_METHODS).from_address(methods)
            copy = (c.c_void_p * _IO_METHODS)(*table)
            copy[_CLOSE] = self._keep(_Close(self._close_with(_Close(table[_CLOSE] or 0))))
            copy[_WRITE] = self._keep(_Write(self._write_with(_Write(table[_WRITE] or 0))))
            copy[_TRUNCATE] = self._keep(_Truncate(self._truncate_with(_Truncate(table[_TRUNCATE] or 0))))
            copy[_SYNC] = self._keep(_Sync(self._sync_with(_Sync(table[_SYNC] or 0))))
            self._methods[methods] = copy
        return c.addressof(self._methods[methods])

    def _write_with(self, base: Callable[..., int]) -> Callable[..., int]:
        def write(file: int, data: int, size: int, offset: int) -> int:
            self._pending[file].append(("write", offset, c.string_at(data, size)))
            return base(file, data, size, offset)

        return write

    def _truncate_with(self, base: Callable[..., int]) -> Callable[..., int]:
        def truncate(file: int, size: int) -> int:
            self._pending[file].append(("truncate", size, b""))
            return base(file, size)

        return truncate

    def _sync_with(self, base: Callable[..., int]) -> Callable[..., int]:
        def sync(file: int, flags: int) -> int:
            result = base(file, flags)
            self._flush(file)
            return result

        return sync

    def _close_with(self, base: Callable[..., int]) -> Callable[..., int]:
        def close(file: int) -> int:
            self._pending.pop(file, None)  # closing syncs nothing
            self._names.pop(file, None)
            return base(file)

        return close

    def _flush(self, file: int) -> None:
        self._forget_deleted()
        operations, self._pending[file] = self._pending[file], []
        target = self._durable / self._names[file]
        descriptor = os.open(target, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            for operation, where, data in operations:
                if operation == "write":
                    os.pwrite(descriptor, data, where)
                else:
                    os.ftruncate(descriptor, where)
        finally:
            os.close(descriptor)


def _file_name(address: int) -> str:
    return Path(os.fsdecode(c.string_at(address))).name


_watches: list[_Watch] = []


def watch(durable: Path) -> bool:
    """Begin to keep what is synced in `durable`; tell whether this system allows it. Call before SQLite is used."""
    library = sqlite_library()
    if library is None:
        return False
    durable.mkdir(parents=True, exist_ok=True)
    _watches.append(_Watch(library, durable))
    return True
