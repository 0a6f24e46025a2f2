"""Work on many items at once: in worker processes that end with their parent, or in this one.

Each worker has a pipe of its own, and answers one request at a time. So whatever happens to a worker is seen at once
as the end of its pipe; the shared queues of a ``ProcessPoolExecutor`` block for good when a worker is killed while it
writes into them.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from rolegraph.extraction.errors import WorkerLost

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess
    from types import TracebackType

__all__ = ["Workers", "cores", "start_method"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_CHUNK = 32  # items that travel together: enough to hide the cost of travelling, few enough to share out well
_AHEAD = 4  # chunks a worker may be ahead of the one that is waited for, so that few results lie in memory
_PATIENCE = 5.0  # seconds for a worker to end by itself


def cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def start_method() -> str:
    """Choose how a worker starts: as a copy of this process where that is safe, which a thread makes it not."""
    tasks = "/proc/self/task"
    alone = sys.platform == "linux" and os.path.isdir(tasks) and len(os.listdir(tasks)) == 1
    return "fork" if alone else "spawn"


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection


class Workers(Generic[_Item, _Result]):
    """Some processes that each prepare themselves once and then work on items; one is this process itself.

    ``prepare`` makes the function that works on an item. What can't be sent to another process is done in this one.

    >>> with Workers(lambda: str.upper, jobs=1) as workers:
    ...     list(workers.map(["bpo", "kpo"]))
    ['BPO', 'KPO']
    """

    def __init__(self, prepare: Callable[[], Callable[[_Item], _Result]], jobs: int) -> None:
        self._prepare, self._jobs = prepare, jobs
        self._workers: list[_Worker] = []

    def __enter__(self) -> Workers[_Item, _Result]:
        """Start the processes."""
        if self._jobs > 1:
            self._start()
        return self

    def _start(self) -> None:
        import multiprocessing  # not for what is read in one process

        method = start_method()
        if method == "fork" or _can_be_sent(self._prepare):
            context = multiprocessing.get_context(method)
            with _uninterrupted():
                for _ in range(self._jobs):
                    self._workers.append(_started(context, self._prepare))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the workers end; after an exception end them.

        They are told to, since a pipe that is closed here may still be open in workers that began as copies.
        """
        for process, pipe in self._workers:
            if kind is not None:
                process.terminate()
            with suppress(OSError):
                pipe.send(None)
            pipe.close()
        for process, _ in self._workers:
            process.join(_PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()
            process.close()

    def map(self, items: Sequence[_Item]) -> Iterator[_Result]:
        """Give the results in the order of the items.

        :raises WorkerLost: if a worker is killed.
        """
        if not self._workers:
            yield from map(self._prepare(), items)
            return
        from multiprocessing.connection import wait

        chunks = _chunks(items, self._jobs)
        done: dict[int, list[_Result]] = {}
        busy: dict[Connection, int] = {}
        idle = [pipe for _, pipe in self._workers]
        sent = 0
        for number in range(len(chunks)):
            while number not in done:
                while idle and sent < min(len(chunks), number + _AHEAD * self._jobs):
                    pipe = idle.pop()
                    _send(pipe, chunks[sent])
                    busy[pipe] = sent
                    sent += 1
                for pipe in cast("list[Connection]", wait(list(busy))):
                    done[busy.pop(pipe)] = _received(pipe)
                    idle.append(pipe)
            yield from done.pop(number)


def _chunks(items: Sequence[_Item], jobs: int) -> list[Sequence[_Item]]:
    size = max(1, min(_CHUNK, len(items) // (4 * jobs)))
    return [items[start : start + size] for start in range(0, len(items), size)]


def _can_be_sent(prepare: object) -> bool:
    try:
        pickle.dumps(prepare)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True


def _started(context: BaseContext, prepare: Callable[[], Callable[[Any], Any]]) -> _Worker:
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, prepare), daemon=True)  # type: ignore[attr-defined]
    process.start()
    there.close()
    return _Worker(process, here)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold an interrupt back while processes start, which begin with it held back and then ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _send(pipe: Connection, chunk: Sequence[Any]) -> None:
    try:
        pipe.send(chunk)
    except OSError as error:
        raise WorkerLost from error


def _received(pipe: Connection) -> list[Any]:
    try:
        results, error = pipe.recv()
    except (EOFError, OSError) as lost:
        raise WorkerLost from lost
    if error is not None:
        raise error
    return list(results)


# --- in the worker -----------------------------------------------------------------------------------------


def _serve(pipe: Connection, prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """Work on chunks until there is none; an interrupt is the parent's matter, and its end is ours."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        function: Callable[[Any], Any] | None = None
        while (chunk := pipe.recv()) is not None:
            try:
                function = function or prepare()
                answer: tuple[list[Any], Exception | None] = ([function(item) for item in chunk], None)
            except Exception as error:
                answer = ([], _portable(error))
            pipe.send(answer)


def _portable(error: Exception) -> Exception:
    """Give an exception that can be sent, and that tells where it was raised."""
    import traceback

    error.add_note("".join(traceback.format_exception(error)))
    return error if _can_be_sent(error) else RuntimeError(repr(error))


def _end_with_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
