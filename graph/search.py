"""Search: terms by words of their names and definitions, misspellings forgiven, best first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import NamedNode

from rolegraph.graph import vocabulary as v
from rolegraph.graph.candidates import candidates_of
from rolegraph.graph.closeness import closeness
from rolegraph.graph.names import fold, fold_all
from rolegraph.graph.nodes import is_term
from rolegraph.graph.plurals import primary
from rolegraph.graph.reading import read_term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rolegraph.graph.candidates import Candidates, Name
    from rolegraph.graph.record import Term
    from rolegraph.graph.triples import Triples

__all__ = ["Hit", "search_terms"]

_FIELDS = {v.ABBREVIATION: "abbreviation", v.ALT_LABEL: "alternative", v.HIDDEN_LABEL: "alternative"}
_EXACT, _PREFIX, _WORD, _FUZZY, _DEFINITION, _SOME_WORDS = 100.0, 90.0, 80.0, 70.0, 40.0, 28.0
_AROUND = 40
_CHANGED = ("man", "foot", "tooth", "mouse", "person", "wife", "bail", "œil")  # their plurals begin otherwise
_SPACE = re.compile(r"\s+")


class Hit(NamedTuple):
    """A term that was found, how well (0 to 100), and where: the field and its matching text.

    The field is "label", "abbreviation", "alternative" or "definition".
    """

    term: Term
    score: float
    field: str
    text: str


class _Match(NamedTuple):
    score: float
    field: str
    text: str
    iri: str


def search_terms(triples: Triples, text: str, limit: int) -> list[Hit]:
    """Find terms by the whole name, then its beginning, a word in it, a misspelling of it, the definition.

    A name that has only some of the words comes last.
    """
    if not fold(text) or limit < 1:
        return []
    best: dict[str, _Match] = {}
    candidates, folded = candidates_of(triples), _Folded()
    _collect(best, _name_matches(folded(_begun(candidates, text)), text, _by_letters))
    if len(best) < limit:
        _collect(best, _name_matches(folded(candidates.close_to(text)), text, _by_closeness))
        _collect(best, _name_matches(folded(candidates.with_some_words(text)), text, _by_some_words))
        _collect(best, _definition_matches(candidates, fold(text)))
    return _ranked(triples, best, limit)


class _Folded:
    """Folds names by the rules of their language, those of one list once."""

    def __init__(self) -> None:
        self._names: Iterable[Name] | None = None
        self._found: dict[str, list[tuple[str, Name]]] = {}

    def __call__(self, names: Iterable[Name]) -> dict[str, list[tuple[str, Name]]]:
        """Give names folded, by the language whose rules they are folded by."""
        if names is not self._names:
            parts: dict[str, list[Name]] = {}
            for name in names:
                parts.setdefault(primary(name.language), []).append(name)
            self._names, self._found = names, {}
            for language, part in parts.items():
                folded = fold_all([name.text for name in part], language)
                self._found[language] = list(zip(folded, part, strict=True))
        return self._found


def _collect(best: dict[str, _Match], matches: Iterator[_Match]) -> None:
    """Keep the best match of each node; of equals the first in order."""
    for match in matches:
        known = best.get(match.iri)
        if known is None or (-match.score, match) < (-known.score, known):
            best[match.iri] = match


def _name_matches(
    names: dict[str, list[tuple[str, Name]]], text: str, scoring: Callable[[str], Callable[[str], float]]
) -> Iterator[_Match]:
    for language, every in names.items():
        score = scoring(fold(text, language))
        for folded, name in every:
            if found := score(folded):
                yield _Match(found, _FIELDS.get(name.predicate, "label"), name.text, name.iri)


def _by_letters(key: str) -> Callable[[str], float]:
    """Score a folded name that holds the searched words as they are; shorter names are closer."""
    words = key.split()

    def score(folded: str) -> float:
        if not words or words[0] not in folded:
            return 0
        if folded == key:
            return _EXACT
        surplus = 5 * (1 - len(key) / max(len(folded), len(key)))
        if folded.startswith(key):
            return _PREFIX - surplus
        parts = folded.split()
        return _WORD - surplus if all(any(part.startswith(word) for part in parts) for word in words) else 0

    return score


def _by_closeness(key: str) -> Callable[[str], float]:
    """Score a folded name that is misspelled in what is searched."""
    near = closeness(key)
    return lambda folded: _FUZZY * near(folded)


def _by_some_words(key: str) -> Callable[[str], float]:
    """Score a folded name by the share of the searched words, those of a letter or two aside, that it has."""
    words = [word for word in key.split() if len(word) > 2]

    def score(folded: str) -> float:
        if not any(word in folded for word in words):
            return 0
        parts = set(folded.split())
        return _SOME_WORDS * len(parts.intersection(words)) / len(words)

    return score


def _definition_matches(candidates: Candidates, key: str) -> Iterator[_Match]:
    words = key.split()
    starts = _starts(words)
    for iri, text in candidates.defined_with(key):
        if not _may_hold(text, starts):
            continue
        parts = fold(text).split()
        if all(any(part.startswith(word) for part in parts) for word in words):
            yield _in_definition(text, words, key in " ".join(parts), iri)


def _begun(candidates: Candidates, text: str) -> list[Name]:
    """Give the names that may have words that begin as all the words of a text do."""
    starts: dict[str, list[str]] = {}
    found = []
    for name in candidates.with_words(text):
        if name.language not in starts:
            starts[name.language] = _starts(fold(text, name.language).split())
        if _may_hold(name.text, starts[name.language]):
            found.append(name)
    return found


def _starts(words: list[str]) -> list[str]:
    """Give the letters that words begin with in any form."""
    kept = (word for word in words if not any(other.startswith(word) for other in _CHANGED))
    return [word[: min(3, max(1, len(word) - 1))] for word in kept]


def _may_hold(text: str, starts: list[str]) -> bool:
    """Tell at a glance whether a text may have words that begin so once it is folded, which takes its time."""
    if not text.isascii():
        return True
    plain = text.lower().replace("'", "").replace("`", "")
    return all(start in plain for start in starts)


def _in_definition(text: str, words: list[str], together: bool, iri: str) -> _Match:
    """Match a definition: words that stand together count more than words apart."""
    return _Match(_DEFINITION if together else _DEFINITION - 10, "definition", _excerpt(text, words[0]), iri)


def _excerpt(text: str, word: str) -> str:
    """Cut out the text around a word, at the spaces."""
    text = _SPACE.sub(" ", text).strip()
    at = max(text.casefold().find(word), 0)
    start = text.rfind(" ", 0, max(0, at - _AROUND)) + 1 if at > _AROUND else 0
    end = text.find(" ", at + len(word) + _AROUND)
    end = len(text) if end < 0 else end
    return f"{'… ' * (start > 0)}{text[start:end]}{' …' * (end < len(text))}"


def _ranked(triples: Triples, best: dict[str, _Match], limit: int) -> list[Hit]:
    """Read the terms that were found and order them: by score, entries before mentions, by label."""
    found: list[_Match] = []
    for match in sorted(best.values(), key=lambda match: (-match.score, match.iri)):
        if len(found) >= limit and match.score < found[limit - 1].score:
            break
        if is_term(triples, NamedNode(match.iri)):
            found.append(match)
    hits = [Hit(read_term(triples, match.iri), match.score, match.field, match.text) for match in found]
    hits.sort(key=lambda hit: (-hit.score, hit.term.mention, fold(hit.term.label.value), hit.term.iri))
    return hits[:limit]
