"""What every test shares: fixtures of programs and reference documents, and skips that can't be overlooked.

A test that lacks a program or the reference documents is skipped, and the run's summary says so in capitals.
With CI=true a skip is a failure: there everything has to be present.
"""

from __future__ import annotations

import os
import shutil
import socket
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from map_pages import contexts, opened

__all__ = ["contexts", "opened"]

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}

_skips: Counter[str] = Counter()


def pytest_configure(config: pytest.Config) -> None:
    for name in [name for name in os.environ if name.startswith("ROLEGRAPH_")]:
        del os.environ[name]  # a user's own settings must not reach the tests


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference documents beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared with the reference documents")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    return _program("chromium", "chromium-browser", "google-chrome", package="chromium")


@pytest.fixture(scope="session")
def rapper() -> str:
    """The path of rapper, the parser of Raptor."""
    return _program("rapper", package="raptor2-utils")


@pytest.fixture(scope="session")
def dot() -> str:
    """The path of dot, the layouter of Graphviz."""
    return _program("dot", package="graphviz")


def _program(*names: str, package: str) -> str:
    for name in names:
        if path := shutil.which(name):
            return path
    pytest.skip(f"no {names[0]} (Debian package {package})")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the cache of the tests apart from that of the user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Let sockets of this process reach this machine only."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test tried to reach {address[0]}: tests use no network")
        connect(self, address)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", local_only)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _count_skip(report, expected=hasattr(report, "wasxfail"))
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _count_skip(report, expected=False)
    return report


def _count_skip(report: pytest.TestReport | pytest.CollectReport, *, expected: bool) -> None:
    """Note why a test was skipped; in CI make a failure of it."""
    if report.outcome != "skipped" or expected:
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    reason = reason.removeprefix("Skipped: ")
    _skips[reason] += 1
    if IN_CI:
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be skipped: {reason}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not _skips:
        return
    terminalreporter.section("SKIPPED", sep="!", red=True, bold=True)
    for reason, count in sorted(_skips.items()):
        tests = "TEST" if count == 1 else "TESTS"
        terminalreporter.write_line(f"{count} {tests} SKIPPED: {reason.upper()}", red=True)


@pytest.fixture(autouse=True)
def _faults_are_fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a fault of rolegraph end the build that it happens in, where a user's would go on."""
    from rolegraph.extraction.passes import guards

    monkeypatch.setattr(guards, "is_fatal", lambda error: True)
