"""How the classes of terms look in pictures: colour, fill, letter, from the ontology."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rolegraph.graph import Term
    from rolegraph.ontology import Ontology, TermClass

__all__ = ["class_of", "look_of_name"]

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def class_of(ontology: Ontology, term: Term) -> TermClass:
    """Give the class that a term is drawn as: the first that the ontology knows, else plain concept."""
    known = (ontology.classes[iri] for iri in term.classes if iri in ontology.classes)
    return _drawable(ontology, next(known, ontology.concept))


def look_of_name(ontology: Ontology, name: str) -> TermClass:
    """Give the class of a name, plain concept where there is none."""
    known = (one for one in ontology.classes.values() if one.name == name)
    return _drawable(ontology, next(known, ontology.concept))


def _drawable(ontology: Ontology, found: TermClass) -> TermClass:
    """Colours come from a file that a user can extend, and go into pages and drawings: take only #rrggbb."""
    colour = found.colour if _COLOUR.fullmatch(found.colour) else ontology.concept.colour
    fill = found.fill if _COLOUR.fullmatch(found.fill) else ontology.concept.fill
    return found._replace(colour=colour, fill=fill, icon=found.icon[:1])
