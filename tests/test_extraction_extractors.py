"""Extractors: those that ship with rolegraph, those of other packages, and the checks on what these propose."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandline import refusal, run
from extraction_samples import said, skips

import rolegraph
from rolegraph.extraction import (
    EXTRACTORS,
    Build,
    BuildError,
    Context,
    Entry,
    Extractor,
    ExtractorError,
    Proposal,
    Skip,
    UnknownExtractor,
    build,
    find_extractor,
)

GLOSSARY = """\
# Glossary

- Dispatcher: a role. Dispatchers like
  quiet shifts and the route system.
- Depot: a place.
- Route system (RS): a system.
- Fleet manager: a role.
"""
QUIET = "Dispatchers like quiet shifts and the route system."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "terms.md").write_text(GLOSSARY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def proposing(*proposals: Proposal | Skip, label: str = "Dispatcher") -> Extractor:
    """Give an extractor that says the same of one entry, whatever stands there."""
    return Extractor(
        "fixed", lambda entry, context: proposals if entry.label == label else (), "says the same"
    )


def result(*proposals: Proposal | Skip) -> Build:
    return build(["terms"], extractors=[proposing(*proposals)])


def refused(*proposals: Proposal) -> list[tuple[int, str]]:
    found = result(*proposals)
    assert found.evidence == []
    return [(line, reason.removeprefix("refused from extractor fixed: ")) for _, line, reason in skips(found)]


def test_table_names_each_extractor_by_its_own_name() -> None:
    assert list(EXTRACTORS) == ["prose", "tables", "references", "hyperlinks"]
    assert all(name == one.name and one.description for name, one in EXTRACTORS.items())


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ("prose", {"Clerk -uses-> stamp"}),
        ("tables", {"Clerk -responsibleFor-> filing {share: 0.3}"}),
        ("references", {"Clerk -related-> Registrar", "Clerk -related-> Archive"}),
        ("hyperlinks", {"Clerk -related-> Archive"}),
    ],
)
def test_each_extractor_reads_what_is_its_own(folder: Path, left: str, expected: set[str]) -> None:
    (folder / "terms" / "clerk.md").write_text(
        "# Clerk\n\nHere, see [the archive](#archive). A clerk uses a stamp.\n\n"
        "| Activity | Share |\n|---|---|\n| filing | 30% |\n\n"
        "## Related terms\n\n- Registrar: one who registers.\n",
        encoding="utf-8",
    )
    (folder / "terms" / "archive.md").write_text("# Archive\n\nA place of papers.\n", encoding="utf-8")
    assert said(build(["terms"], extractors=[left]), "clerk.md") == expected


def test_proposal_is_recorded_with_its_quote_lines_and_qualifiers() -> None:
    found = result(
        Proposal("dispatchers", "uses", "RS", QUIET, qualifiers=(("hedge", "like"),)),
    )
    assert said(found, "terms.md") == {"Dispatcher -uses-> Route system {hedge: like}"}
    (evidence,) = found.evidence
    assert (evidence.quote.value, evidence.place.first, evidence.place.last) == (QUIET, 3, 4)


def test_inverse_negative_and_mention_are_taken() -> None:
    found = result(
        Proposal("Fleet manager", "manages", "Dispatcher", "quiet shifts"),
        Proposal("Dispatcher", "uses", "quiet shifts", "quiet shifts", negative=True),
    )
    assert said(found, "terms.md") == {
        "Dispatcher -reportsTo-> Fleet manager",
        "no Dispatcher -uses-> quiet shifts",
    }


def test_skip_of_an_extractor_is_reported() -> None:
    assert skips(result(Skip("terms.md", 3, "quiet shifts", "no model at hand"))) == [
        ("terms.md", 3, "no model at hand")
    ]


@pytest.mark.parametrize(
    ("proposal", "expected"),
    [
        (
            Proposal("Dispatcher", "uses", "RS", "Dispatchers love shifts"),
            (3, "its quote isn't in the text of the entry"),
        ),
        (Proposal("Dispatcher", "uses", "RS", " "), (3, "its quote isn't in the text of the entry")),
        (
            Proposal("Dispatcher", "uses", "RS", "the route system", 3),
            (3, "its quote stands on line 4, not on line 3"),
        ),
        (
            Proposal("Dispatcher", "use", "RS", "quiet"),
            (3, "unknown relation type 'use'; did you mean uses"),
        ),
        (Proposal("—", "uses", "RS", "quiet"), (3, "'—' names nothing")),
        (
            Proposal("Dispatcher", "reportsTo", "RS", "quiet"),
            (3, "'RS' is a System, and objects of reportsTo a Role"),
        ),
        (
            Proposal("shift", "related", "night", "quiet"),
            (3, "neither end is a term with an entry"),
        ),
        (Proposal("Dispatcher", "related", "dispatcher", "quiet"), (3, "both ends are the same")),
        (
            Proposal("Dispatcher", "uses", "RS", "quiet", qualifiers=(("mood", "calm"),)),
            (3, "unknown qualifier 'mood'"),
        ),
    ],
)
def test_unsound_proposal_is_refused_with_its_reason(proposal: Proposal, expected: tuple[int, str]) -> None:
    ((line, reason),) = refused(proposal)
    assert line == expected[0]
    assert reason.startswith(expected[1])


def _breaking(entry: Entry, context: Context) -> Iterator[Proposal]:
    yield Proposal("Dispatcher", "uses", "RS", "the route system")
    raise ConnectionError("no answer\nfrom the model")


def test_breaking_extractor_is_named_with_its_document_and_nothing_is_built(folder: Path) -> None:
    (folder / "terms" / "terms.md").write_text(GLOSSARY.rpartition("- Depot")[0], encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        build(["terms"], extractors=[Extractor("model", _breaking, "breaks")])
    assert str(caught.value) == (
        "terms.md, line 3: the extractor 'model' failed: ConnectionError: no answer from the model"
    )


def test_breaking_extractor_keeps_what_it_found_when_the_build_keeps_going(folder: Path) -> None:
    (folder / "terms" / "terms.md").write_text(GLOSSARY.rpartition("- Fleet")[0], encoding="utf-8")
    found = build(["terms"], extractors=[Extractor("model", _breaking, "breaks")], keep_going=True)
    assert said(found, "terms.md") == {"Dispatcher -uses-> Route system"}
    assert len(found.failures) == 3
    assert found.documents == 1


def test_answer_that_is_no_proposal_is_a_fault_of_the_extractor() -> None:
    wrong = Extractor("model", lambda entry, context: [{"subject": "Depot"}], "")  # type: ignore[list-item]
    with pytest.raises(BuildError, match="'model' failed: TypeError: gave a dict, neither a Proposal nor"):
        build(["terms"], extractors=[wrong])


def test_context_gives_terms_classes_and_tagged_sentences() -> None:
    seen: list[object] = []

    def look(entry: Entry, context: Context) -> tuple[Proposal, ...]:
        if entry.label == "Dispatcher":
            named = [
                (each.first, [context.label(key) for token in each.tokens for key in token.keys])
                for each in context.sentences(entry)
            ]
            kinds = [context.ontology.classes[iri].name for iri in context.classes(context.phrase("RSs"))]
            seen.extend([context.labels(), named, kinds])
        return ()

    build(["terms"], extractors=[Extractor("look", look, "looks")])
    assert seen == [
        ["Depot", "Dispatcher", "Fleet manager", "Route system"],
        [(3, []), (3, ["Dispatcher", "Route system"])],
        ["System"],
    ]


def test_unknown_extractor_says_what_is_meant() -> None:
    with pytest.raises(UnknownExtractor, match="unknown extractor 'prosa'; did you mean 'prose'"):
        build(["terms"], extractors=["prosa"])
    assert "unknown extractor 'prosa'" in refusal(
        run("build", "terms", "--no-extractor", "prosa"), exit_code=2
    )


def test_left_out_extractor_says_nothing(folder: Path) -> None:
    assert run("build", "terms", "--no-extractor", "prose", "-o", "out.ttl").exit_code == 0
    assert "rg:Evidence" not in (folder / "out.ttl").read_text(encoding="utf-8")


# --- another package ---------------------------------------------------------------------------------------

MODULE = '''
"""A package that offers extractors."""

from rolegraph.extraction import Extractor, Proposal


def read(entry, context):
    for sentence in context.sentences(entry):
        keys = [key for token in sentence.tokens for key in token.keys]
        if "like" in sentence.text and len(keys) > 1:
            first, second = context.label(keys[0]), context.label(keys[1])
            yield Proposal(first, "uses", second, sentence.text, sentence.first, sentence.last)


likes = Extractor("likes", read, "who likes what", version="1")
prose = Extractor("prose", read, "takes a name that is taken")
nothing = "no extractor"
'''
PROJECT = """
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "rolegraph-likes"
version = "1.0"

[project.entry-points."rolegraph.extractors"]
likes = "rolegraph_likes:likes"
prose = "rolegraph_likes:prose"
nothing = "rolegraph_likes:nothing"
gone = "rolegraph_likes.gone:extractor"

[tool.setuptools]
py-modules = ["rolegraph_likes"]
"""


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install a little distribution into a folder of its own."""
    project, target = tmp_path_factory.mktemp("likes"), tmp_path_factory.mktemp("site")
    (project / "rolegraph_likes.py").write_text(MODULE, encoding="utf-8")
    (project / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run([*pip, "--target", target, project], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return target


def test_extractor_of_an_installed_package_runs_when_it_is_asked_for(installed: Path, folder: Path) -> None:
    def built(*options: str) -> str:
        paths = os.pathsep.join([str(installed), str(Path(rolegraph.__file__).parents[1])])
        program = [sys.executable, "-m", "rolegraph", "build", "terms", "-o", "-", "--no-extractor", "prose"]
        environment = os.environ | {"PYTHONPATH": paths}
        done = subprocess.run(
            [*program, *options], capture_output=True, text=True, env=environment, check=True
        )
        return done.stdout

    assert "rg:Evidence" not in built()
    turtle = built("--extractor", "likes")
    assert re.search(r"rg:uses +:route-system", turtle)
    assert QUIET in turtle


def test_names_of_rolegraph_cannot_be_taken_over(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(installed)
    assert find_extractor("prose") is EXTRACTORS["prose"]
    assert find_extractor("likes").description == "who likes what"


def test_extractor_that_cannot_be_loaded_is_named(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(installed)
    with pytest.raises(ExtractorError, match="the extractor 'gone' can't be loaded: ModuleNotFoundError: "):
        find_extractor("gone")
    with pytest.raises(ExtractorError, match="rolegraph_likes:nothing is a str, not an Extractor"):
        find_extractor("nothing")
    with pytest.raises(UnknownExtractor, match="Known: prose, tables, references, hyperlinks, gone, likes"):
        find_extractor("nobody")


# --- confidence and review -----------------------------------------------------------------------------------------


def uses(**told: float) -> Proposal:
    return Proposal("Dispatcher", "uses", "Route system", QUIET, **told)  # type: ignore[arg-type]


def test_proposal_has_the_rule_of_its_extractor_and_a_confidence_by_its_signs() -> None:
    (found,) = result(uses()).evidence
    assert (found.rule, found.confidence is not None and found.confidence > 0.5) == ("fixed", True)


def test_extractor_may_say_how_sure_it_is_itself() -> None:
    (found,) = result(uses(confidence=0.4)).evidence
    assert found.confidence == 0.4
    doubtful = build(["terms"], extractors=[proposing(uses(confidence=0.4))], min_confidence=0.5)
    assert (doubtful.evidence, doubtful.doubtful) == ([], 1)


def test_confidence_that_is_no_chance_is_refused() -> None:
    assert refused(uses(confidence=1.2)) == [(3, "its confidence is 1.2, not a number from 0 to 1")]


def test_review_of_a_proposal_is_obeyed_by_the_next_build(folder: Path) -> None:
    from rolegraph.graph.reviews import COLUMNS, review_rows

    (row,) = review_rows(result(uses()).graph)
    cells = row._replace(verdict="reject")
    (folder / "terms" / "rolegraph-review.csv").write_text(
        ",".join(COLUMNS) + "\n" + ",".join(f'"{cell}"' for cell in cells) + "\n", encoding="utf-8"
    )
    reviewed = result(uses())
    assert (reviewed.evidence, reviewed.review.rejected) == ([], 1)


def test_sentences_of_other_languages_carry_the_terms_that_they_name(folder: Path) -> None:
    (folder / "terms" / "lexique.fr.md").write_text(
        "# Lexique\n\n- Quai : lieu de charge.\n- Chef de quai : personne qui dirige le quai de la gare.\n",
        encoding="utf-8",
    )
    keys: list[tuple[str, ...]] = []

    def read(entry: Entry, context: Context) -> Iterator[Proposal]:
        if entry.label == "Chef de quai":
            keys.extend(
                token.keys for each in context.sentences(entry) for token in each.tokens if token.keys
            )
            yield Proposal("Chef de quai", "uses", "Quai", "dirige le quai de la gare")

    built = build(["terms"], extractors=[Extractor("fr", read, "")])
    assert ("quai",) in keys
    assert said(built, "lexique.fr.md") == {"Chef de quai -uses-> Quai"}
