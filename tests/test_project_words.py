"""What no file may hold: paths of one machine, hosts of package registries, sentences of others."""

from __future__ import annotations

import re
from pathlib import Path

import checkout
import pytest

RUN = 9
WORD = re.compile(r"[^\W_]+")

# The patterns are written so that they don't find themselves.
MACHINE_PATHS = re.compile(r"/(?:work)/(?:main|shared|notes)\b|/(?:home)/\w+/|/(?:root)/\w*|/(?:Users)/\w+/")
REGISTRIES = re.compile(
    r"\b(?:pypi\.(?:org|python)|pythonhosted\.|deb\.debian|npmjs\.|registry\.npm|crates\.io|conda\.anaconda)"
)


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in checkout.texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_holds_a_path_of_one_machine() -> None:
    assert lines_with(MACHINE_PATHS) == []


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert lines_with(REGISTRIES) == []


def words(text: str) -> list[str]:
    """Give the words of a text in lower case, apostrophes left out.

    >>> words("The *manager's* CRM, 2nd")
    ['the', 'managers', 'crm', '2nd']
    """
    return WORD.findall(re.sub(r"['’]", "", text).casefold())


def runs(text: str) -> list[tuple[str, ...]]:
    """Give each run of nine words."""
    found = words(text)
    return [tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)]


def copies(text: str, origin: set[tuple[str, ...]]) -> list[str]:
    """Give what a text has in common with the origin, each copy at its full length."""
    found: list[list[str]] = []
    last = None
    for start, run in enumerate(runs(text)):
        if run not in origin:
            continue
        if last == start - 1:
            found[-1].append(run[-1])
        else:
            found.append([*run])
        last = start
    return [" ".join(copy) for copy in found]


def test_a_copied_run_of_words_is_found() -> None:
    origin = {*runs("One two three four five six seven eight nine ten.")}
    copied = "One *two*, three four five six\nseven eight nine ten!"
    assert copies(f"He said: {copied} And {copied}", origin) == [" ".join(words(copied))] * 2
    assert copies("Two three four five six seven eight nine, then ten", origin) == []


@pytest.mark.parametrize("folder", ["seeds", "cncf-glossary"])
def test_no_sentence_of_the_reference_documents_is_copied(shared: Path, folder: str) -> None:
    documents = [path for path in (shared / folder).iterdir() if path.suffix in {".md", ".txt"}]
    origin: set[tuple[str, ...]] = set()
    for document in documents:
        origin.update(runs(document.read_text(encoding="utf-8")))
    assert origin
    found = {name: copies(text, origin) for name, text in checkout.texts().items()}
    assert {name: runs for name, runs in found.items() if runs} == {}
