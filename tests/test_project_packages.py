"""What is shipped: the packages and their data, in wheel and sdist, and the wheel at work elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import checkout
import pytest

UNREACHABLE = ("NewConnectionError", "ConnectTimeout", "ReadTimeout", "Temporary failure in name resolution")


def test_listed_packages_are_the_folders_with_an_init() -> None:
    outside = ("tests/", "benchmarks/")
    inits = [Path(name) for name in checkout.files() if name.endswith("__init__.py")]
    folders = {str(path.parent) for path in inits if not str(path).startswith(outside)}
    assert folders == set(checkout.folders_of_packages().values())


@pytest.mark.skipif(not (checkout.ROOT / ".git").exists(), reason="a source archive has no links")
def test_each_room_is_linked_for_type_checkers() -> None:
    rooms = {folder for folder in checkout.folders_of_packages().values() if "/" not in folder}
    links = {path for path in (checkout.ROOT / "src" / "rolegraph").iterdir() if path.is_symlink()}
    assert {str(link.readlink()) for link in links} == {f"../../{room}" for room in rooms}
    assert {link.name for link in links} == rooms


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    return subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and the wheel from it, out of a copy: leftovers of earlier builds are shipped too."""
    copy = tmp_path_factory.mktemp("copy")
    checkout.copy(copy)
    done = run(sys.executable, "-m", "build", "--no-isolation", copy, folder=copy)
    assert done.returncode == 0, done.stdout + done.stderr
    return copy / "dist"


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.mark.slow
def test_wheel_holds_the_files_of_the_rooms_and_no_others(wheel: Path) -> None:
    expected = set()
    for package, folder in checkout.folders_of_packages().items():
        below = [name for name in checkout.files() if name.startswith(f"{folder}/")]
        expected |= {package.replace(".", "/") + name.removeprefix(folder) for name in below}
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert sorted(shipped) == sorted(expected)


@pytest.mark.slow
def test_wheel_carries_types_and_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "rolegraph/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


@pytest.mark.slow
def test_sdist_holds_what_tests_and_readers_need(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        shipped = {name.partition("/")[2] for name in archive.getnames()}
    unshipped = (".ci/", ".gitignore", ".gitattributes")
    assert {name for name in checkout.files() if not name.startswith(unshipped)} <= shipped


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment; the answer is its folder of programs."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "env", with_pip=True)
    programs = folder / "env" / "bin"
    done = run(programs / "python", "-m", "pip", "install", "--quiet", wheel, folder=folder)
    if any(sign in done.stderr for sign in UNREACHABLE):
        pytest.skip("no package index to install the dependencies from")
    assert done.returncode == 0, done.stderr
    return programs


@pytest.mark.slow
def test_installed_wheel_tells_its_version(elsewhere: Path, tmp_path: Path) -> None:
    from rolegraph import __version__

    assert run(elsewhere / "rolegraph", "--version", folder=tmp_path).stdout == f"rolegraph {__version__}\n"


@pytest.mark.slow
def test_installed_wheel_runs_the_demo(elsewhere: Path, tmp_path: Path) -> None:
    done = run(elsewhere / "rolegraph", "demo", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {path.name for path in (tmp_path / "demo").iterdir()} == {"rolegraph.ttl", "rolegraph.html"}
    assert "product manager" in done.stdout.casefold()


@pytest.mark.slow
def test_installed_wheel_leaves_test_tools_out(elsewhere: Path, tmp_path: Path) -> None:
    installed = run(elsewhere / "python", "-m", "pip", "freeze", folder=tmp_path).stdout.casefold()
    assert not [name for name in ("pytest", "mypy", "ruff", "playwright") if f"{name}==" in installed]
