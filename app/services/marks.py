"""What each service does to the library. The gate chooses its worker and its transaction by this mark."""

from collections.abc import Callable
from typing import Any, Literal, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
Worker = Literal["reads", "writes", "background"]


def reads(service: Callable[P, R]) -> Callable[P, R]:
    """Mark a service that only reads."""
    return _mark(service, "reads")


def writes(service: Callable[P, R]) -> Callable[P, R]:
    """Mark a service that writes."""
    return _mark(service, "writes")


def background(service: Callable[P, R]) -> Callable[P, R]:
    """Mark a service that only reads and may take long: nothing stands behind it."""
    return _mark(service, "background")


def after(prepare: Callable[..., object]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let `prepare(library, *args)` run before the service's transaction begins: for reading large files."""

    def mark(service: Callable[P, R]) -> Callable[P, R]:
        service.footnote_prepare = prepare  # type: ignore[attr-defined]
        return service

    return mark


def preparation_of(service: Callable[..., Any]) -> Callable[..., object] | None:
    """Return what runs before a service's transaction, None for most."""
    prepare: Callable[..., object] | None = getattr(service, "footnote_prepare", None)
    return prepare


def worker_of(service: Callable[..., Any]) -> Worker:
    """Return the mark of a service."""
    worker: Worker = service.footnote_worker  # type: ignore[attr-defined]
    return worker


def _mark(service: Callable[P, R], worker: Worker) -> Callable[P, R]:
    service.footnote_worker = worker  # type: ignore[attr-defined]
    return service
