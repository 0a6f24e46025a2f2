"""What is public: each package says it in `__all__`, each module in a docstring."""

from __future__ import annotations

import ast
import importlib

import checkout
import pytest

PACKAGES = checkout.folders_of_packages()


def own_public_names(tree: ast.Module) -> set[str]:
    """Give the names without underscore that a package defines, or imports from ours without using them."""
    used = {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("rolegraph"):
            names |= {alias.asname or alias.name for alias in node.names} - used
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in names if not name.startswith("_")} - {"TYPE_CHECKING"}


@pytest.mark.parametrize("package", PACKAGES)
def test_package_lists_every_public_name(package: str) -> None:
    names = own_public_names(checkout.modules()[f"{PACKAGES[package]}/__init__.py"])
    assert sorted(names - set(importlib.import_module(package).__all__)) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_listed_name_exists(package: str) -> None:
    module = importlib.import_module(package)
    assert [name for name in module.__all__ if not hasattr(module, name)] == []


def test_listing_the_package_shows_what_is_loaded_lazily() -> None:
    import rolegraph

    assert set(rolegraph.__all__) <= set(dir(rolegraph))


def test_every_module_says_what_it_holds() -> None:
    assert [name for name, tree in checkout.modules().items() if not ast.get_docstring(tree)] == []
