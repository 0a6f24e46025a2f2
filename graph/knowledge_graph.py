"""The one way in: a graph that is opened or made, and asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import cast

from rolegraph.graph import listing, lookup, opening
from rolegraph.graph import vocabulary as v
from rolegraph.graph.edges import Edges
from rolegraph.graph.evidence import find_evidence
from rolegraph.graph.predicates import Predicates, Sense
from rolegraph.graph.reading import read_named, read_term
from rolegraph.graph.record import Collection, Evidence, Question, Source, Term, Text
from rolegraph.graph.relations import Direction, Relation, count_recorded, count_relations, list_relations
from rolegraph.graph.triples import Triples

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from typing import Protocol

    import networkx
    import rdflib
    from pyoxigraph import Store

    from rolegraph.graph.checks import Finding
    from rolegraph.graph.loading import Told
    from rolegraph.graph.measures import Ranked, Stats
    from rolegraph.graph.neighborhood import Neighbor
    from rolegraph.graph.paths import Path
    from rolegraph.graph.recorded import Recorded
    from rolegraph.graph.search import Hit
    from rolegraph.graph.sparql import Answer
    from rolegraph.ontology import Ontology, RelationType

    class Map(Protocol):
        """The page of a map, as :class:`rolegraph.exports.map.Map`."""

        html: str

        def save(self, path: str | os.PathLike[str]) -> None:
            """Write the page."""

        def _repr_html_(self) -> str: ...


__all__ = ["KnowledgeGraph"]

# What only some questions need is imported where it is asked: a command starts in the time of what it uses.


class KnowledgeGraph:
    """A graph of terms: look-up, search, paths, SPARQL, and views of it for other libraries.

    ``store`` is the record, an Oxigraph store or triples over one, ``base`` the IRI of its concept scheme,
    ``prefixes`` what CURIEs and queries may use, ``name`` what was opened, ``is_starter`` whether that is the
    starter graph.

    >>> from rolegraph.graph import Term, Text
    >>> pm = Term("https://example.org/pm", Text("Product manager", "en"), (Text("PM", "en"),))
    >>> kg = KnowledgeGraph.from_record([pm], [], base="https://example.org/")
    >>> kg.term("PM").label.value
    'Product manager'
    """

    def __init__(
        self,
        store: Store | Triples | Recorded,
        *,
        base: str | None = None,
        name: str = "",
        prefixes: Mapping[str, str] | None = None,
        ontology: Ontology | None = None,
        is_starter: bool = False,
    ) -> None:
        self._made = store
        self.name = name
        self.is_starter = is_starter
        if recorded := _as_recorded(store):
            self.base = base or recorded.base
        else:
            triples = store if isinstance(store, Triples) else Triples(cast("Store", store))
            self.base = base or opening.base_of(triples, prefixes or {})
        self.prefixes = opening.known_prefixes(self.base, prefixes or {})
        self._ontology = ontology

    @cached_property
    def triples(self) -> Triples:
        """The asserted triples; of values that a graph was made of, a store is made when they are first asked for."""
        recorded = _as_recorded(self._made)
        made = recorded.store() if recorded else self._made
        triples = made if isinstance(made, Triples) else Triples(cast("Store", made))
        triples.language = opening.language_of(triples, self.base)
        return triples

    @property
    def recorded(self) -> Recorded | None:
        """The values that the graph is made of, until its store is asked for, which may be changed."""
        return None if "triples" in vars(self) else _as_recorded(self._made)

    @classmethod
    def open(
        cls,
        graph: str | os.PathLike[str] | None = None,
        *,
        ontology: Ontology | None = None,
        cache: Callable[[], str] | None = None,
        lazy: bool = False,
        told: Told | None = None,
    ) -> KnowledgeGraph:
        """Open an RDF file, an Oxigraph folder (to read only) or ``"starter"``, the graph that ships with us.

        Without a graph: the value of ``ROLEGRAPH_GRAPH``, else ``rolegraph.ttl`` in the working folder,
        else the starter graph. Files are read in every RDF syntax, compressed too (gzip, bzip2, xz, zstd),
        told apart by ending, else by content. ``cache`` gives a folder in which large files are kept as they
        were parsed; they open at once the next time, and can't be added to. ``told`` hears how far that is. With
        ``lazy`` the store of a folder is opened when a query first needs it: for a process that asks and ends.
        Raises GraphUnreadable with one line that names the place.
        """
        opened = opening.open_store(graph, cache=cache, lazy=lazy, told=told)
        return cls(
            opened.triples,
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
        collections: Iterable[Collection] = (),
        *,
        base: str = v.DEFAULT_BASE,
        title: str | Text = "",
        language: str = "",
        ontology: Ontology | None = None,
    ) -> KnowledgeGraph:
        """Make a graph of a record; each evidence that is not negative asserts its statement.

        ``language`` is the one whose labels go first; without it English.
        """
        from rolegraph.graph.recorded import Recorded

        values = (tuple(terms), tuple(evidence), tuple(questions), tuple(sources), tuple(collections))
        recorded = Recorded(*values, base=base, title=title, language=language)
        return cls(
            recorded, base=base, name=title if isinstance(title, str) else title.value, ontology=ontology
        )

    @property
    def store(self) -> Store:
        """The record."""
        return self.triples.store

    @property
    def ontology(self) -> Ontology:
        """The classes and relation types that the graph is read by: ours, and those that it declares."""
        if self._ontology is None:
            from rolegraph.graph.own_types import ontology_of

            self._ontology = ontology_of(self.triples)
        return self._ontology

    def terms(
        self, term_class: str | None = None, mentions: bool = False, collection: str | None = None
    ) -> list[Term]:
        """List terms by label: entries, and with ``mentions`` what is only spoken of.

        ``term_class`` is a class of the ontology or of the graph, by name, CURIE or IRI; members of its
        sub-classes count. ``collection`` is the label of a group of terms. Raises UnknownClass, UnknownCollection.
        """
        classes = None if term_class is None else listing.class_iris(self.triples, self.ontology, term_class)
        members = None if collection is None else listing.members(self.triples, collection)
        return listing.list_terms(self.triples, classes, mentions, members)

    def term(self, name: str) -> Term:
        """Find a term by IRI, CURIE, label, abbreviation or alternative, in any case and number.

        Raises UnknownTerm with names that come close, AmbiguousTerm with the terms that share the name.
        """
        return lookup.find_term(self.triples, name, self.prefixes)

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        """Find terms by words of their names and definitions, misspellings forgiven, the best first.

        Scores go from 100 (the whole name) over its beginning, a word in it and names that are close down to
        words of the definition.
        """
        from rolegraph.graph.search import search_terms

        return search_terms(self.triples, text, limit)

    def relation_type(self, name: str) -> RelationType:
        """Find a relation type of the ontology or the graph by name, label, CURIE or IRI; inverses count.

        Raises UnknownRelation.
        """
        return self._predicates.find(name).relation_type

    def relations(
        self,
        term: Term | str | None = None,
        relation: RelationType | str | None = None,
        direction: Direction = "both",
        *,
        names_only: bool = False,
    ) -> list[Relation]:
        """List the asserted relations of a term seen from it, or all, by type and label.

        ``relation`` narrows to a type; the name of its inverse ("manages") turns ``direction`` round. With
        ``names_only`` no more than IRI and labels is read of the terms, which is quicker where they are many.
        """
        start = None if term is None else self._iri(term)
        sense = self._sense(relation)
        read = read_named if names_only else read_term
        return list_relations(self.triples, self._edges, self._predicates, start, sense, direction, read)

    def relation_counts(self) -> list[tuple[RelationType, int]]:
        """Count the asserted relations by type, the most frequent first."""
        counted = count_recorded(self.recorded, self._ontology) if self.recorded and self._ontology else None
        return counted if counted is not None else count_relations(self._edges, self._predicates)

    def paths(
        self,
        start: Term | str,
        end: Term | str,
        *,
        max_length: int = 6,
        all: bool = False,  # noqa: A002 (as on the command line)
        limit: int = 100,
        relations: Iterable[RelationType | str] | None = None,
        stopped: Callable[[str], None] | None = None,
    ) -> list[Path]:
        """Find a shortest path of relations, either way, or ``all`` the shortest up to ``limit``.

        To pass through a term of a hundred relations or more counts as one more step for each power of ten from
        there. ``relations`` are the types that are followed, all without. ``stopped`` hears why a search ended
        before all was found. No path of at most ``max_length`` steps is an empty list. Same graph, same order.
        """
        from rolegraph.graph.paths import Limits, shortest_paths

        first, last = ((one, "") if isinstance(one, Term) else (self.term(one), one) for one in (start, end))
        senses = None if relations is None else [self._sense(one) for one in relations]
        kinds = None if senses is None else frozenset(one.relation_type.iri for one in senses if one)
        limits = Limits(max_length, limit if all else 1, kinds)
        return list(shortest_paths(self.triples, self._edges, first, last, limits, stopped))

    def path(self, start: Term | str, end: Term | str, *, max_length: int = 6) -> Path | None:
        """Find a shortest path of relations between two terms, either way; None where there is none."""
        return next(iter(self.paths(start, end, max_length=max_length)), None)

    def neighbors(
        self,
        term: Term | str,
        depth: int = 1,
        relation: RelationType | str | None = None,
        direction: Direction = "both",
    ) -> list[Neighbor]:
        """Find the terms within ``depth`` steps, nearest first; else as in :meth:`relations`."""
        from rolegraph.graph.neighborhood import find_neighbors

        return find_neighbors(
            self.triples,
            self._edges,
            self._predicates,
            self._iri(term),
            depth=depth,
            sense=self._sense(relation),
            direction=direction,
        )

    def evidence(
        self,
        subject: Term | str | None = None,
        relation: RelationType | str | None = None,
        object: Term | Text | str | None = None,  # noqa: A002 (RDF's word)
    ) -> list[Evidence]:
        """List evidence by place, for statements of this pattern; negative evidence is among it.

        Where the relation is symmetric, evidence for it the other way round counts as well.
        """
        about = None if subject is None else self._iri(subject)
        thing = object if object is None or isinstance(object, Text) else self._iri(object)
        return find_evidence(self.triples, about, self._sense(relation), thing)

    def questions(self, term: Term | str | None = None) -> list[Question]:
        """List the questions that sources ask, about a term or all."""
        return listing.list_questions(self.triples, None if term is None else self._iri(term))

    def collections(self, term: Term | str | None = None) -> list[Collection]:
        """List the groups of terms, by label: those that a term is in, or all."""
        return listing.list_collections(self.triples, None if term is None else self._iri(term))

    def sources(self) -> list[Source]:
        """List the documents that the graph was built from."""
        return listing.list_sources(self.triples)

    @cached_property
    def rdf(self) -> rdflib.Dataset:
        """The same store as an rdflib Dataset, through oxrdflib: what is added there is added here.

        rdflib's own SPARQL reads files for FROM and LOAD; :meth:`query` does not.
        """
        import rdflib
        from oxrdflib import OxigraphStore

        dataset = rdflib.Dataset(store=OxigraphStore(store=self.store), default_union=False)
        for prefix, iri in self.prefixes.items():
            dataset.bind(prefix, iri)
        return dataset

    def network(self) -> networkx.MultiDiGraph[str]:
        """Make a networkx graph: nodes are term IRIs, edges relations keyed by the name of their type.

        Nodes have label, class, definition, abbreviations (joined by "; "), mention and iri; edges relation,
        label, iri, quote and place. All are plain values that every networkx writer takes.
        """
        from rolegraph.graph.network import make_network

        return make_network(self.triples, self._edges, self.ontology)

    def map(
        self,
        *,
        query: str | None = None,
        around: str | None = None,
        depth: int = 1,
        path: tuple[str, str] | None = None,
        term_class: str | None = None,
        selected: str | None = None,
        title: str = "",
    ) -> Map:
        """Draw the interactive map, which a notebook shows in place; ``.save(path)`` writes it.

        All of the graph, or one part: what a SPARQL ``query`` gives (CONSTRUCT, DESCRIBE, SELECT), the terms
        within ``depth`` steps ``around`` a term, those on the shortest ``path`` between two, or a class.
        ``selected`` opens the map on a term. Raises ValueError for two parts at once, ExportError where there
        is nothing to draw, and what :meth:`term` and :meth:`query` raise.
        """
        from importlib import import_module

        # by name: pictures are made by a room that knows this one, and is not known here
        made: Map = import_module("rolegraph.exports.map").draw(
            self,
            query=query,
            around=around,
            depth=depth,
            path=path,
            term_class=term_class,
            selected=selected,
            title=title,
        )
        return made

    def stats(self, central: int = 10, *, told: Callable[[int, int], None] | None = None) -> Stats:
        """Measure the graph: counts, degrees, components, and the ``central`` terms of the highest degree.

        Their betweenness is estimated where there are more than 2,000 terms; ``told`` hears how far that is.
        """
        from rolegraph.graph.measures import measure

        return measure(self.triples, self._edges, self.ontology, central, told)

    def rank(
        self, measure: str, count: int = 10, *, told: Callable[[int, int], None] | None = None
    ) -> Ranked:
        """Give the terms that a measure puts first: "degree", "pagerank" or "betweenness".

        Directions and types don't count. Of more than 20,000 terms betweenness is estimated, and ``sampled`` says so.
        ``told`` hears how far it is. Raises KeyError for a measure that there is not.
        """
        from rolegraph.graph.measures import rank

        return rank(self.triples, self._edges, measure, count, told)

    def communities(self) -> list[list[str]]:
        """Part the terms so that most relations are within parts; IRIs, the largest part and its centre first."""
        from rolegraph.graph.measures import communities

        return communities(self.triples, self._edges)

    def bridges(self) -> list[tuple[Term, Term]]:
        """Give the pairs of terms whose relation alone holds two parts of the graph together."""
        from rolegraph.graph.measures import bridges

        return bridges(self.triples, self._edges)

    def validate(self) -> list[Finding]:
        """Check the graph against the SHACL shapes of the ontology; the worst findings stand first."""
        from rolegraph.graph.checks import check_shapes
        from rolegraph.graph.own_types import own_types
        from rolegraph.ontology import ONTOLOGY_PATH, SHAPES_PATH

        return check_shapes(self.triples, SHAPES_PATH, ONTOLOGY_PATH, self.prefixes, own_types(self.ontology))

    @cached_property
    def _predicates(self) -> Predicates:
        return Predicates(self.triples, self.ontology, self.prefixes)

    @cached_property
    def _edges(self) -> Edges:
        return Edges(self.triples, self._predicates)

    def _sense(self, relation: RelationType | str | None) -> Sense | None:
        if relation is None:
            return None
        return self._predicates.find(relation) if isinstance(relation, str) else Sense(relation)

    def query(self, sparql: str, *, allow_remote: bool = False) -> Answer:
        """Run a SPARQL query: Solutions for SELECT, a bool for ASK, triples for CONSTRUCT and DESCRIBE.

        ``prefixes`` need no PREFIX line; relative IRIs stand on ``base``. Raises QueryError with line and
        column where the query is wrong or would change something, and RemoteAccessRefused for SERVICE, LOAD
        and files in FROM or GRAPH unless ``allow_remote``.
        """
        return self._run_query(self.triples, sparql, self.prefixes, self.base, allow_remote=allow_remote)

    @cached_property
    def _run_query(self) -> Callable[..., Answer]:
        """What runs queries, looked up once for the graph."""
        from rolegraph.graph.sparql import run_query

        return run_query

    def _iri(self, term: Term | str) -> str:
        return self.term(term).iri if isinstance(term, str) else term.iri


def _as_recorded(made: Store | Triples | Recorded) -> Recorded | None:
    if isinstance(made, Triples):  # what was opened: what it takes to make graphs of values is not imported
        return None
    from rolegraph.graph.recorded import Recorded

    return made if isinstance(made, Recorded) else None
