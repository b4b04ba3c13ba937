"""Modules that are loaded when something of them is used, not when somebody names them."""

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class _Late(ModuleType):
    """Stands in for a module until something of it is used."""

    iscoroutine = staticmethod(inspect.iscoroutine)  # asyncio's own, which is bound where it is only named

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            _put_away(self.__name__)
        return getattr(import_module(self.__name__), name)


@contextmanager
def loaded_late(*names: str) -> Iterator[None]:
    """Let what is imported inside name these modules without loading them; who imports them later gets them whole."""
    standing_in = [name for name in names if name not in sys.modules]
    for name in standing_in:
        stand_in = sys.modules[name] = _Late(name)
        if parent := _parent_of(name):
            setattr(parent, name.rpartition(".")[2], stand_in)
    try:
        yield
    finally:
        for name in standing_in:
            if isinstance(sys.modules.get(name), _Late):
                _put_away(name)


def _put_away(name: str) -> None:
    del sys.modules[name]
    if parent := _parent_of(name):
        delattr(parent, name.rpartition(".")[2])


def _parent_of(name: str) -> ModuleType | None:
    return sys.modules.get(name.rpartition(".")[0])
