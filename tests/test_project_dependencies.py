"""What the packages import is what pyproject.toml says they need."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions

import checkout


def imported() -> set[str]:
    """Give the top-level names that the packages import from elsewhere, at any depth of the code."""
    names: set[str] = set()
    for tree in checkout.modules().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names.add((node.module or "").partition(".")[0])
    return names - sys.stdlib_module_names - {"rolegraph"}


def declared() -> set[str]:
    """Name what is installed with the packages, and with the extras that are for users."""
    project = checkout.project()["project"]
    extras = [
        names for extra, names in project["optional-dependencies"].items() if extra not in ("test", "lint")
    ]
    dependencies = [*project["dependencies"], *(name for names in extras for name in names)]
    return {canonical(re.split(r"[<>=!~;\[ ]", dependency)[0]) for dependency in dependencies}


def canonical(name: str) -> str:
    """Write the name of a distribution as indexes compare it.

    >>> canonical("Charset_Normalizer")
    'charset-normalizer'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_import_is_of_a_declared_dependency() -> None:
    providers = packages_distributions()
    missing = {
        name for name in imported() if not {canonical(one) for one in providers.get(name, [])} & declared()
    }
    assert sorted(missing) == []


def test_every_declared_dependency_is_imported() -> None:
    providers = packages_distributions()
    used = {canonical(one) for name in imported() for one in providers.get(name, [])}
    assert sorted(declared() - used) == []
