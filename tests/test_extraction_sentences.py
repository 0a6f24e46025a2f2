"""Each sentence of a few fields states exactly one relation, in the right direction, with both of its ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import labels as labels_of
from extraction_samples import triple
from relation_sentences import Sentence, glossary, sentences

from rolegraph.extraction import Build, build

SENTENCES = list(sentences())


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str, str]]]:
    """Build all sentences at once, a page each below the name of what it is about."""
    folder: Path = tmp_path_factory.mktemp("sentences")
    (folder / "names.md").write_text(glossary(), encoding="utf-8")
    for number, each in enumerate(SENTENCES):
        page = f"# {each.topic[:1].upper()}{each.topic[1:]}\n\nWhat is told here is true.\n\n{each.text}\n"
        (folder / f"s{number:03}.md").write_text(page, encoding="utf-8")
    return _by_page(build([str(folder)]))


def _by_page(built: Build) -> dict[str, set[tuple[str, str, str]]]:
    """Give what each page states, ends in lower case."""
    names, found = labels_of(built), dict[str, set[tuple[str, str, str]]]()
    for each in built.evidence:
        subject, relation, target = triple(each, names)
        page = found.setdefault(Path(each.place.source).stem, set())
        page.add((subject.lower(), ("no " * each.negative) + relation, target.lower()))
    return found


@pytest.mark.parametrize(
    ("number", "sentence"), list(enumerate(SENTENCES)), ids=[each.text for each in SENTENCES]
)
def test_sentence_states_its_relation_and_no_other(
    told: dict[str, set[tuple[str, str, str]]], number: int, sentence: Sentence
) -> None:
    expected = (sentence.subject.lower(), sentence.relation, sentence.target.lower())
    found = told.get(f"s{number:03}", set())
    both = {(expected[2], expected[1], expected[0])}
    symmetric = sentence.relation in {"collaboratesWith", "distinctFrom", "oppositeOf", "synonymOf"}
    assert found == {expected} or (symmetric and found == both)


def test_sentences_cover_all_relations_in_several_fields() -> None:
    assert len({each.relation for each in SENTENCES}) >= 24
    assert len({each.topic for each in SENTENCES}) >= 30
