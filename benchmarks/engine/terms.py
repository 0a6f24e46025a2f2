"""Terms of any number, made up with a fixed seed: the data that the engine is measured on.

About fifteen triples a term, as a thesaurus has them: labels in two languages, other names, abbreviations, a
definition, a broader term, typed relations whose ends crowd at a few hubs, and evidence for some of them. Words come
as often as words do (Zipf). The labels of the first terms are the same whatever the number, so that one command
line can be timed on all sizes.

    python benchmarks/engine/terms.py 10000 > terms.nt
"""

from __future__ import annotations

import random
import sys
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = "https://example.org/terms/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RG = "https://w3id.org/rolegraph/ns#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DERIVED = "http://www.w3.org/ns/prov#wasDerivedFrom"
_RELATIONS = ("uses", "requires", "partOf", "collaboratesWith", "measuredBy", "responsibleFor", "employs")
_CLASSES = ("Role", "Skill", "Activity", "System", "Metric", "Artifact", "Sector")
_SYLLABLES = (
    "ba be bi bo bu da de di do du fa fe fi fo ga ge go ka ke ki ko la le li lo lu ma me mi mo mu na ne ni "
    "no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo con der man pro sen tal ter tor ver zin"
)
_WORDS = 50_000


class Vocabulary:
    """Made-up words, each as frequent as its rank says."""

    def __init__(self, seed: int) -> None:
        chance, syllables = random.Random(seed), _SYLLABLES.split()
        words: dict[str, None] = {}
        while len(words) < _WORDS:
            words["".join(chance.choices(syllables, k=chance.choice((2, 2, 3, 3, 4))))] = None
        self._words = list(words)
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(_WORDS)))
        self._chance = chance
        self._ready: list[str] = []

    def take(self, count: int) -> list[str]:
        """Give so many words."""
        if len(self._ready) < count:
            self._ready = self._chance.choices(self._words, cum_weights=self._weights, k=10_000)
        taken, self._ready = self._ready[:count], self._ready[count:]
        return taken


def labels(count: int, seed: int = 5) -> list[str]:
    """Give the labels of so many terms; no two are the same."""
    words, chance = Vocabulary(seed), random.Random(seed + 1)
    seen: dict[str, None] = {}
    while len(seen) < count:
        seen[" ".join(words.take(chance.choice((1, 2, 2, 2, 3, 3, 4)))).capitalize()] = None
    return list(seen)


def lines(count: int, seed: int = 5) -> Iterator[str]:
    """Give the graph of so many terms as lines of N-Triples."""
    chance, words = random.Random(seed + 2), Vocabulary(seed + 3)
    yield f"<{BASE}> <{_RDF}type> <{_SKOS}ConceptScheme> .\n"
    for number, label in enumerate(labels(count, seed)):
        node = f"<{BASE}t{number}>"
        yield from (f"{node} {fact} .\n" for fact in _facts(label, words, chance))
        yield from _related(node, number, count, chance)


def _facts(label: str, words: Vocabulary, chance: random.Random) -> Iterator[str]:
    yield f"<{_RDF}type> <{_SKOS}Concept>"
    yield f"<{_RDF}type> <{_RG}{chance.choice(_CLASSES)}>"
    yield f"<{_SKOS}inScheme> <{BASE}>"
    yield f'<{_SKOS}prefLabel> "{label}"@en'
    yield f'<{_SKOS}prefLabel> "{" ".join(words.take(2))}"@fr'
    yield f'<{_SKOS}altLabel> "{" ".join(words.take(chance.choice((1, 2, 3))))}"@en'
    if chance.random() < 0.25:
        yield f'<{_RG}abbreviation> "{"".join(word[0] for word in words.take(3)).upper()}"@en'
    if chance.random() < 0.9:
        yield f'<{_SKOS}definition> "{" ".join(words.take(14)).capitalize()}."@en'
    yield f"<{_DERIVED}> <{BASE}source/{chance.randrange(1000)}.md#line={chance.randrange(400)},500>"


def _related(node: str, number: int, count: int, chance: random.Random) -> Iterator[str]:
    if number:
        yield f"{node} <{_SKOS}broader> <{BASE}t{number // 8}> .\n"
    for _ in range(chance.choice((2, 3, 3, 4, 5))):
        relation = chance.choice(_RELATIONS)
        other = f"<{BASE}t{int(count * chance.random() ** 3)}>"  # a few terms are the end of many relations
        yield f"{node} <{_RG}{relation}> {other} .\n"
    if chance.random() < 0.17:
        proof = f"<{BASE}evidence/{number}>"
        yield f"{proof} <{_RDF}type> <{_RG}Evidence> .\n{proof} <{_RDF}type> <{_RDF}Statement> .\n"
        yield f"{proof} <{_RDF}subject> {node} .\n{proof} <{_RDF}predicate> <{_RG}{relation}> .\n"
        yield f"{proof} <{_RDF}object> {other} .\n"
        yield f'{proof} <{_RG}quote> "It is said of term {number}."@en .\n'
        yield f"{proof} <{_DERIVED}> <{BASE}source/{number % 1000}.md#line=3,4> .\n"


if __name__ == "__main__":
    sys.stdout.writelines(lines(int(sys.argv[1])))
