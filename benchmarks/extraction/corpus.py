"""A folder of made-up glossary articles of any size, the same for the same number.

    python benchmarks/extraction/corpus.py FOLDER NUMBER

Four in five documents are articles on a role, a system, a metric or a practice; the others are lists of short entries.
The terms link to each other, near ones more often, as those of a real glossary do.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import NamedTuple

_AREAS = (
    "harbour freight parcel rail road claims pension mortgage payroll tax audit clinic ward pharmacy laboratory",
    "school museum library theatre stadium forestry fishery dairy bakery brewery orchard quarry foundry shipyard",
    "airport tram water sewage heating power grid solar wind gas tunnel bridge housing roofing paint glass textile",
    "leather paper print radio cable mobile satellite archive map survey weather rescue police court prison",
)
AREAS = [area for line in _AREAS for area in line.split()]
KINDS = {
    "regional": "for one region",
    "central": "for all sites",
    "night": "outside office hours",
    "senior": "with much experience",
    "contract": "for a fixed time",
    "remote": "from afar",
    "field": "on site",
    "emergency": "when something breaks",
    "seasonal": "for some months a year",
    "pilot": "in a trial",
    "joint": "together with a partner",
    "shared": "for several firms",
}
HEADS = {
    "role": ("manager", "analyst", "planner", "inspector", "coordinator", "engineer"),
    "system": ("system", "platform", "database", "dashboard"),
    "metric": ("rate", "cost", "index", "backlog ratio"),
    "practice": ("outsourcing", "scheduling", "review", "forecasting"),
}
GENUS = {
    "role": "a role in {area} services that works {kind}",
    "system": "a system that keeps the records of {area} services {kind}",
    "metric": "a metric that shows how well {area} services work {kind}",
    "practice": "a practice by which {area} firms hand work over {kind}",
}
DUTIES = (
    "Plan the {area} budget and check invoices",
    "Report outages to {role}",
    "Train new staff in {practice}",
    "Maintain {system}",
    "Compare offers of suppliers",
    "Write the monthly {area} report",
)
SENTENCES = (
    "{Name} is often confused with {practice}, but the two differ in who bears the risk.",
    "It usually uses {system} and is measured by {metric}.",
    "According to many firms, {practice} depends on {system}, which is not cheap.",
    "In {area} services, {role} works with {role2} and reports to {role3}.",
    "Teams that adopt {practice} reduce {metric} within a year.",
    "{Name} includes {practice}, {practice2} and training.",
    "While {system} stores figures, {system2} shows them.",
)


class Term(NamedTuple):
    """A made-up term: its label, what kind of thing it is, and what its definition says."""

    label: str
    kind: str
    definition: str

    @property
    def stem(self) -> str:
        return self.label.lower().replace(" ", "-")


def terms() -> list[Term]:
    """Give all terms that the words make, in a fixed order that mixes the kinds."""
    found = [
        Term(f"{prefix} {area} {head}", kind, GENUS[kind].format(area=area, kind=says))
        for area in AREAS
        for prefix, says in KINDS.items()
        for kind, heads in HEADS.items()
        for head in heads
    ]
    random.Random(1).shuffle(found)
    return found


def write_corpus(folder: Path, number: int) -> None:
    """Write so many documents, in sub-folders of 500."""
    chance = random.Random(number)
    known = terms()
    if number > len(known):
        raise ValueError(f"the words make {len(known)} terms, and each document is about one at least")
    spare = iter(known[number:])
    for place, term in enumerate(known[:number]):
        near = _Near(known[max(0, place - 200) : place + 200], chance)
        listed = [more for more in (next(spare, None) for _ in range(6)) if more] if place % 5 == 4 else []
        text = _list([term, *listed]) if listed else _article(term, near, chance)
        path = folder / f"{place // 500:02}" / f"{term.stem}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class _Near:
    """The terms that a document speaks of."""

    def __init__(self, terms: list[Term], chance: random.Random) -> None:
        self._by_kind = {kind: [term for term in terms if term.kind == kind] for kind in HEADS}
        self._chance = chance

    def one(self, kind: str) -> Term:
        return self._chance.choice(self._by_kind[kind])

    def named(self) -> dict[str, str]:
        """Give the blanks of a sentence, some of them as links."""
        found = {}
        for kind in HEADS:
            for suffix in ("", "2", "3"):
                term = self.one(kind)
                link = self._chance.random() < 0.3
                found[kind + suffix] = f"[{term.label}](../{term.stem}.md)" if link else f"the {term.label}"
        return found


def _article(term: Term, near: _Near, chance: random.Random) -> str:
    area = term.label.split()[1]
    blanks = {"Name": f"The {term.label}", "area": area}
    prose = [sentence.format(**near.named(), **blanks) for sentence in chance.sample(SENTENCES, 5)]
    parts = [
        f"# {term.label.capitalize()} ({_abbreviation(term)})",
        f"The {term.label} is {term.definition}.",
    ]
    parts += [" ".join(prose[:3])]
    if term.kind == "role":
        duties = [duty.format(**near.named(), **blanks) for duty in chance.sample(DUTIES, 4)]
        parts += ["## Responsibilities", "\n".join(f"- {duty}" for duty in duties)]
        parts += ["## Tools", f"- {near.one('system').label}\n- {near.one('system').label}"]
        parts += [f"| Activity | Share |\n|---|---|\n| {area} planning | 40% |\n| reporting | 60% |"]
    parts += ["## Background", " ".join(prose[3:])]
    related = [near.one(kind) for kind in HEADS]
    parts += ["## Related terms", "\n".join(f"- [{one.label}](../{one.stem}.md)" for one in related)]
    return "\n\n".join(parts) + "\n"


def _list(listed: list[Term]) -> str:
    lines = [f"- **{term.label}** ({_abbreviation(term)}): {term.definition}." for term in listed]
    return f"# Terms around {listed[0].label}s\n\n" + "\n".join(lines) + "\n"


def _abbreviation(term: Term) -> str:
    return "".join(word[:2] for word in term.label.split()).upper()


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
