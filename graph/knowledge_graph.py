"""The one way in: a graph that is opened or made, and asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import Store

from rolegraph.graph import evidence, listing, lookup, opening, quads
from rolegraph.graph import vocabulary as v
from rolegraph.graph.record import Evidence, Question, Source, Term, Text
from rolegraph.graph.triples import Triples

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from rolegraph.ontology import Ontology, RelationType

__all__ = ["KnowledgeGraph"]


class KnowledgeGraph:
    """A graph of terms: look-up, search, paths, SPARQL, and views of it for other libraries.

    ``store`` is the record, ``base`` the IRI of its concept scheme, ``prefixes`` what CURIEs and queries may
    use, ``name`` what was opened, ``is_starter`` whether that is the starter graph.

    >>> from rolegraph.graph import Term, Text
    >>> pm = Term("https://example.org/pm", Text("Product manager", "en"), (Text("PM", "en"),))
    >>> kg = KnowledgeGraph.from_record([pm], [], base="https://example.org/")
    >>> kg.term("PM").label.value
    'Product manager'
    """

    def __init__(
        self,
        store: Store,
        *,
        base: str | None = None,
        name: str = "",
        prefixes: Mapping[str, str] | None = None,
        ontology: Ontology | None = None,
        is_starter: bool = False,
    ) -> None:
        self.store = store
        self.triples = Triples(store)
        self.name = name
        self.is_starter = is_starter
        self.base = base or opening.base_of(self.triples, prefixes or {})
        self.prefixes = opening.known_prefixes(self.base, prefixes or {})
        self._ontology = ontology

    @classmethod
    def open(
        cls, graph: str | os.PathLike[str] | None = None, *, ontology: Ontology | None = None
    ) -> KnowledgeGraph:
        """Open an RDF file, an Oxigraph folder (to read only) or ``"starter"``, the graph that ships with us.

        Without a graph: the value of ``ROLEGRAPH_GRAPH``, else ``rolegraph.ttl`` in the working folder,
        else the starter graph. Files are read in every RDF syntax, gzipped too, told apart by ending,
        else by content.
        Raises GraphUnreadable with one line that names the place.
        """
        opened = opening.open_store(graph)
        return cls(
            opened.store,
            name=opened.name,
            prefixes=opened.prefixes,
            ontology=ontology,
            is_starter=opened.is_starter,
        )

    @classmethod
    def from_record(
        cls,
        terms: Iterable[Term],
        evidence: Iterable[Evidence],
        questions: Iterable[Question] = (),
        sources: Iterable[Source] = (),
        *,
        base: str = v.DEFAULT_BASE,
        title: str | Text = "",
        ontology: Ontology | None = None,
    ) -> KnowledgeGraph:
        """Make a graph of a record; each evidence that is not negative asserts its statement."""
        store = Store()
        store.extend(quads.record_quads(terms, evidence, questions, sources, base=base, title=title))
        return cls(store, base=base, name=title if isinstance(title, str) else title.value, ontology=ontology)

    @property
    def ontology(self) -> Ontology:
        """The classes and relation types that the graph is read by."""
        if self._ontology is None:
            from rolegraph.ontology import load

            self._ontology = load()
        return self._ontology

    def terms(self, term_class: str | None = None, mentions: bool = False) -> list[Term]:
        """List terms by label: entries, and with ``mentions`` what is only spoken of.

        ``term_class`` is a class of the ontology or of the graph, by name, CURIE or IRI; members of its
        sub-classes count. Raises UnknownClass.
        """
        classes = None if term_class is None else listing.class_iris(self.triples, self.ontology, term_class)
        return listing.list_terms(self.triples, classes, mentions)

    def term(self, name: str) -> Term:
        """Find a term by IRI, CURIE, label, abbreviation or alternative, in any case and number.

        Raises UnknownTerm with names that come close, AmbiguousTerm with the terms that share the name.
        """
        return lookup.find_term(self.triples, name, self.prefixes)

    def evidence(
        self,
        subject: Term | str | None = None,
        relation: RelationType | str | None = None,
        object: Term | Text | str | None = None,  # noqa: A002 (RDF's word)
    ) -> list[Evidence]:
        """List evidence by place, for statements of this pattern; negative evidence is among it.

        ``relation`` is a relation type or its primary IRI.
        """
        about = None if subject is None else self._iri(subject)
        kind = relation if relation is None or isinstance(relation, str) else relation.iri
        thing = object if object is None or isinstance(object, Text) else self._iri(object)
        return evidence.find_evidence(self.triples, about, kind, thing)

    def questions(self, term: Term | str | None = None) -> list[Question]:
        """List the questions that sources ask, about a term or all."""
        return listing.list_questions(self.triples, None if term is None else self._iri(term))

    def sources(self) -> list[Source]:
        """List the documents that the graph was built from."""
        return listing.list_sources(self.triples)

    def _iri(self, term: Term | str) -> str:
        return self.term(term).iri if isinstance(term, str) else term.iri
