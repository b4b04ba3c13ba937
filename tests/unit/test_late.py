"""Modules that stand in for others until something of them is used."""

import subprocess
import sys

import pytest

_NAMED_ONLY = """
import sys
from app.late import loaded_late
with loaded_late("asyncio", "importlib.metadata"):
    import asyncio
    from importlib import metadata
    import app.services.opening
for name in ("asyncio", "asyncio.events", "importlib.metadata", "email"):
    assert name not in sys.modules, name
"""
_USED_LATER = """
from app.late import loaded_late
with loaded_late("asyncio", "importlib.metadata"):
    import asyncio as named
    from importlib import metadata
assert named.sleep.__module__ == "asyncio.tasks"
assert metadata.version("sqlalchemy")
import asyncio, importlib.metadata
assert named.TimeoutError is asyncio.TimeoutError
assert metadata.PackageNotFoundError is importlib.metadata.PackageNotFoundError
"""
_USED_INSIDE = """
from app.late import loaded_late
with loaded_late("asyncio"):
    import asyncio
    assert asyncio.iscoroutine(None) is False
    assert asyncio.Lock().locked() is False
    import asyncio as whole
    assert whole.events
assert whole.Lock is asyncio.Lock
"""
_THERE_BEFORE = """
import asyncio
from app.late import loaded_late
with loaded_late("asyncio"):
    import asyncio as same
assert same is asyncio and same.events
"""


@pytest.mark.parametrize("code", [_NAMED_ONLY, _USED_LATER, _USED_INSIDE, _THERE_BEFORE])
def test_a_module_is_loaded_when_it_is_used(code):
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
