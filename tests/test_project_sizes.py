"""Modules and functions stay small enough to be read at once."""

from __future__ import annotations

import ast

import checkout

LINES_OF_A_MODULE = 500
LINES_OF_A_FUNCTION = 50


def lines_of_code(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count from the line of `def` to the last one, less the docstring."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or 0) - first.lineno + 1
    return lines


def test_modules_are_short() -> None:
    lines = {name: len(checkout.texts()[name].splitlines()) for name in checkout.trees()}
    assert {name: count for name, count in lines.items() if count > LINES_OF_A_MODULE} == {}


def test_functions_are_short() -> None:
    lines = {
        f"{name}:{node.lineno} {node.name}": lines_of_code(node)
        for name, tree in checkout.trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {function: count for function, count in lines.items() if count > LINES_OF_A_FUNCTION} == {}
