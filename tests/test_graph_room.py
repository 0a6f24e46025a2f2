"""The room as a whole: what it exports, what it imports, and that hash seeds change nothing."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import rolegraph
from rolegraph import graph

COSTLY = ("rdflib", "networkx", "pyvis", "pyshacl", "numpy", "dataclasses", "importlib.resources")

ASK = """
import sys
sys.path.insert(0, {tests!r})
from graph_samples import sample
before = set(sys.modules)
from rolegraph import KnowledgeGraph
kg = KnowledgeGraph.open({path!r})
kg.term("BPO"); kg.terms(); kg.search("manger"); kg.path("BPO", "CRM"); kg.relations("BPO"); kg.evidence()
kg.neighbors("BPO", 2); kg.relation_counts(); kg.questions(); list(kg.query("SELECT * {{ ?s ?p ?o }}"))
print(*sorted(name for name in {costly!r} if name in sys.modules and name not in before))
"""

SAY = """
import sys
sys.path.insert(0, {tests!r})
from graph_samples import sample
kg = sample()
print(kg.terms(mentions=True), kg.relations(), kg.evidence(), kg.relation_counts(), kg.search("manager"))
print(kg.paths("Engineer", "CRM", all=True), kg.neighbors("BPO", 3), kg.stats(), kg.validate())
print(list(kg.network().nodes(data=True)), list(kg.network().edges(keys=True, data=True)))
try:
    kg.term("manger")
except Exception as error:
    print(error)
"""
TESTS = os.path.dirname(os.path.abspath(__file__))


def run(code: str, seed: str = "0") -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_public_name_is_there() -> None:
    assert all(getattr(graph, name) is not None for name in graph.__all__)
    assert graph.__all__ == sorted(
        graph.__all__, key=lambda name: (not name.isupper(), name[0].islower(), name)
    )
    with pytest.raises(AttributeError):
        _ = graph.nothing


def test_knowledge_graph_is_the_way_in() -> None:
    assert rolegraph.KnowledgeGraph is graph.KnowledgeGraph


def test_errors_have_their_builtin_parents_and_one_root() -> None:
    parents: dict[type[Exception], type[Exception]] = {
        graph.UnknownTerm: KeyError,
        graph.UnknownRelation: KeyError,
        graph.UnknownClass: KeyError,
        graph.AmbiguousTerm: LookupError,
        graph.GraphUnreadable: ValueError,
        graph.QueryError: ValueError,
        graph.RemoteAccessRefused: graph.QueryError,
    }
    for error, parent in parents.items():
        assert issubclass(error, graph.RolegraphError)
        assert issubclass(error, parent)


def test_asking_imports_nothing_costly(tmp_path: os.PathLike[str]) -> None:
    from graph_samples import sample
    from pyoxigraph import DefaultGraph, RdfFormat

    path = os.path.join(tmp_path, "roles.nt")
    sample().store.dump(path, RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    assert run(ASK.format(tests=TESTS, path=path, costly=COSTLY)).strip() == ""


def test_answers_do_not_hang_on_the_hash_seed() -> None:
    assert run(SAY.format(tests=TESTS), "1") == run(SAY.format(tests=TESTS), "2")
