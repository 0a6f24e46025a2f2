"""The files of the project, for the tests that look at the project itself."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


UNTRACKED = re.compile(r"(^|/)(\.\w+|build|dist|demo|__pycache__|[^/]*\.egg-info|PKG-INFO|setup\.cfg)(/|$)")


@cache
def files() -> tuple[str, ...]:
    """List what git tracks or would track, as paths from the root; symbolic links to folders are left out."""
    if not (ROOT / ".git").exists():  # an unpacked source archive
        paths = (path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file())
        return tuple(sorted(path for path in paths if not UNTRACKED.search(path)))
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return tuple(name for name in sorted(set(listing.split("\0"))) if name and (ROOT / name).is_file())


@cache
def texts() -> dict[str, str]:
    """Give the text of each file that is one."""
    found = {}
    for name in files():
        try:
            found[name] = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


@cache
def project() -> dict[str, Any]:
    """Give pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def folders_of_packages() -> dict[str, str]:
    """Map each package that pyproject.toml lists to its folder."""
    mapped = project()["tool"]["setuptools"]["package-dir"]
    found = {}
    for package in project()["tool"]["setuptools"]["packages"]:
        parent = max((name for name in mapped if f"{package}.".startswith(f"{name}.")), key=len)
        found[package] = mapped[parent] + package.removeprefix(parent).replace(".", "/")
    return found


@cache
def trees() -> dict[str, ast.Module]:
    """Give the syntax tree of each Python file, by its path."""
    return {name: ast.parse(text) for name, text in texts().items() if name.endswith(".py")}


def modules() -> dict[str, ast.Module]:
    """Give the syntax tree of each Python file of the packages, by its path."""
    folders = {f"{folder}/" for folder in folders_of_packages().values()}
    return {name: tree for name, tree in trees().items() if name[: name.rfind("/") + 1] in folders}


def copy(folder: Path) -> None:
    """Copy the project's files to an empty folder, links as links."""
    for name in files():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    for link in (ROOT / "src" / "rolegraph").iterdir():
        if link.is_symlink():
            (folder / "src" / "rolegraph" / link.name).symlink_to(link.readlink())
