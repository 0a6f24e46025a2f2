"""What the ontology says, as frozen values: relation types, classes, literal properties."""

from __future__ import annotations

from typing import NamedTuple

from rolegraph.ontology.errors import UnknownName
from rolegraph.ontology.namespaces import expand

__all__ = ["Cue", "LiteralProperty", "Ontology", "RelationType", "TermClass"]


class Cue(NamedTuple):
    """Words that state a relation.

    A verb cue stands between subject and object; with ``noun`` it joins the noun phrases directly to its left
    and right. With ``inverse`` the left is the object: "CRM systems such as X" says that X is the example.
    ``language`` is its tag in lower case, empty for English.
    """

    text: str
    inverse: bool = False
    noun: bool = False
    language: str = ""


class RelationType(NamedTuple):
    """A relation type in its primary direction, and the words for both directions.

    ``phrase`` reads from subject to object, ``inverse_phrase`` from object to subject. ``inverse`` is the IRI
    of the declared inverse: the type's own where it is symmetric, None where there is no inverse property.
    ``domain`` and ``range`` are IRIs of classes, any of which fits; empty means anything. The items below
    ``headings`` and the cells of ``columns`` are objects; those of ``inverse_headings`` and
    ``inverse_columns`` are subjects. With ``literal`` the object is a text.
    """

    iri: str
    name: str
    label: str
    phrase: str
    inverse: str | None
    inverse_label: str
    inverse_phrase: str
    symmetric: bool
    transitive: bool
    literal: bool
    domain: tuple[str, ...]
    range: tuple[str, ...]
    parents: tuple[str, ...]
    definition: str
    cues: tuple[Cue, ...]
    headings: tuple[str, ...]
    columns: tuple[str, ...]
    inverse_headings: tuple[str, ...]
    inverse_columns: tuple[str, ...]


class TermClass(NamedTuple):
    """A class of terms and how it looks: a colour for white letters, a pale fill for dark text, one letter.

    ``nouns`` are lower-case head nouns or whole names that tell the class; some are of several words.
    ``foreign_nouns`` are those of other languages than English, by language tag. The terms below ``headings`` and in
    ``columns`` are members of the class.
    """

    iri: str
    name: str
    label: str
    plural: str
    definition: str
    colour: str
    fill: str
    icon: str
    parents: tuple[str, ...]
    nouns: tuple[str, ...]
    headings: tuple[str, ...]
    columns: tuple[str, ...]
    foreign_nouns: dict[str, tuple[str, ...]]


class LiteralProperty(NamedTuple):
    """A property of terms or evidence with literal values: a kind of name, or a qualifier, and its words.

    ``cues`` are what signals it in a sentence ("usually" a hedge, "also known as" another name).
    """

    iri: str
    name: str
    label: str
    definition: str
    qualifier: bool
    cues: tuple[Cue, ...]
    headings: tuple[str, ...]
    columns: tuple[str, ...]


class Ontology(NamedTuple):
    """All that can be said: relation types and classes by IRI, in the order of the file.

    ``concept`` is how terms without a class are shown. ``properties`` are by name: the qualifiers ``share``,
    ``hedge``, ``context``, ``attribution``, ``optional``, ``polarity``, and ``abbreviation``, ``altLabel``,
    ``definition``. ``section_headings`` are by kind: ``definition``, ``examples``, ``questions``, and so on.
    ``column_titles`` are by kind as well: ``term``, ``abbreviation``, ``expansion``, ``synonym``, ``definition``, and
    so on; each title has the language that it tells, or none.
    """

    relation_types: dict[str, RelationType]
    classes: dict[str, TermClass]
    concept: TermClass
    properties: dict[str, LiteralProperty]
    section_headings: dict[str, tuple[str, ...]]
    column_titles: dict[str, dict[str, str]]
    relation_names: dict[str, str]
    class_names: dict[str, str]

    def relation_type(self, name: str) -> RelationType:
        """Find a relation type by name, label, compact IRI or IRI; the inverse's names find it too.

        Upper and lower case are one.

        >>> from rolegraph.ontology import load
        >>> load().relation_type("worksFor").name, load().relation_type("skos:narrower").name
        ('employs', 'broader')

        :raises UnknownName: (a KeyError) if nothing has this name; it says what is similar.
        """
        iri = self.relation_names.get(expand(name)) or self.relation_names.get(name.casefold())
        if iri is None:
            raise UnknownName("relation type", name, _plain(self.relation_names))
        return self.relation_types[iri]

    def term_class(self, name: str) -> TermClass:
        """Find a class by name, label, plural, compact IRI or IRI.

        >>> from rolegraph.ontology import load
        >>> load().term_class("roles").iri
        'https://w3id.org/rolegraph/ns#Role'

        :raises UnknownName: (a KeyError) if nothing has this name; it says what is similar.
        """
        iri = self.class_names.get(expand(name)) or self.class_names.get(name.casefold())
        if iri is None:
            raise UnknownName("class", name, (each.name for each in self.classes.values()))
        return self.classes[iri]

    def direction(self, name: str) -> str:
        """Tell which way a name reads: "inverse" for the name of an inverse property, else "primary".

        >>> from rolegraph.ontology import load
        >>> load().direction("manages"), load().direction("reportsTo")
        ('inverse', 'primary')
        """
        found = self.relation_type(name)
        if found.symmetric or found.inverse is None:
            return "primary"
        local = found.inverse.rpartition("#")[2].rpartition("/")[2].casefold()
        names = {found.inverse, local, found.inverse_label.casefold()}
        return "inverse" if expand(name) in names or name.casefold() in names else "primary"


def _plain(names: dict[str, str]) -> list[str]:
    """Keep the local names, in their own spelling, out of all the keys that a look-up accepts."""
    return sorted({iri.rpartition("#")[2].rpartition("/")[2] for iri in names if ":" in iri})
