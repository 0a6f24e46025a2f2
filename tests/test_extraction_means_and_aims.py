"""What a thing is good for: by whom or by what something is reached, and what an article says that it brings."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, case, parameters, said

DEFINED = "is an arrangement between yards."

TOLD = [
    case(
        "With a kiln rota, yards can reduce idle time and plan night shifts.",
        "",
        "Kiln rota -supports-> reducing idle time",
        "Kiln rota -supports-> planning night shifts",
    ),
    case("With kiln rotas, you can improve planning.", "", "Kiln rota -supports-> planning"),
    case(
        "By sharing racks, potters can lower gas bills.", "", "sharing racks -supports-> lowering gas bills"
    ),
    case(
        "Kiln rotas make it easier to find pots and track orders.",
        "",
        "Kiln rota -supports-> finding pots",
        "Kiln rota -supports-> tracking orders",
    ),
    case("The rota makes it possible for potters to find pots.", "", "Kiln rota -supports-> finding pots"),
    case(
        "A kiln rota is kept so that potters can compare batches.",
        "",
        "Kiln rota -supports-> comparing batches",
    ),
    case(
        "Reviewing old maps saves fuel and reduces waste.",
        "",
        "reviewing old maps -supports-> saving fuel",
        "reviewing old maps -supports-> reducing waste",
    ),
    case("Kiln rotas play a key role in planning.", "", "Kiln rota -supports-> planning"),
    case(
        "The benefits of using a kiln rota include better shifts and fewer gaps.",
        "",
        "Kiln rota -supports-> shifts",
        "Kiln rota -supports-> fewer gaps",
    ),
    case("Some of the key components of a kiln rota include a calendar.", "", "calendar -partOf-> Kiln rota"),
    case(
        "Kiln rotas record each batch, which helps potters compare batches.",
        "",
        "Kiln rota -appliesTo-> batch",
        "Kiln rota -supports-> comparing batches",
        "Kiln rota -supports-> potters",
        "potters -appliesTo-> batch",
    ),
    case("Kiln rotas serve as a line of defence that protects potters.", "", "Kiln rota -supports-> potters"),
    case(
        "Most contracts include insurance and maintenance.",
        "",
        "insurance -partOf-> contracts {hedge: most}",
        "maintenance -partOf-> contracts {hedge: most}",
    ),
    # "it" is the shed, and who answers for the racks does not answer for the contract
    case("The yard rents a shed for a year and returns it at the end.", ""),
    case(
        "Racks that are covered by the contract must be mended by the crew.",
        "",
        "contract -appliesTo-> racks",
        "crew -responsibleFor-> racks",
    ),
    case(
        "Schools such as Alder College use kiln rotas to teach glazing.",
        "",
        "Alder College -exampleOf-> schools",
        "schools -uses-> Kiln rota",
    ),
    case("Kiln rotas are similar to ship logs.", ""),
    case("A higher kiln rota means fewer returns.", ""),
    case("Companies reduce costs.", ""),
    case(
        "There are two types of kiln rotas: paper rotas and digital rotas.",
        "",
        "paper rotas -broader-> Kiln rota",
        "digital rotas -broader-> Kiln rota",
    ),
]


@pytest.mark.parametrize(("sentence", "_", "expected"), parameters(TOLD))
def test_sentence_of_an_article_tells_what_the_thing_is_good_for(
    tmp_path: Path, sentence: str, _: str, expected: frozenset[str]
) -> None:
    page = f"# Kiln rota\n\nA kiln rota {DEFINED}\n\n{sentence}\n"
    found = said(built(tmp_path, page_md=page), "page.md")
    assert found - {"Kiln rota -broader-> arrangement", "Kiln rota -appliesTo-> yards"} == expected


def test_main_clause_behind_a_comma_tells_no_kind(tmp_path: Path) -> None:
    sentence = "While plans vary by yard, a plan that usually follows consists of two steps."
    found = said(built(tmp_path, page_md=f"# Kiln rota\n\nA kiln rota {DEFINED}\n\n{sentence}\n"), "page.md")
    assert {each for each in found if "-broader->" in each} == {"Kiln rota -broader-> arrangement"}


@pytest.mark.parametrize(
    "sentence",
    [
        "A way of matching pots that uses a threshold instead of using fixed rules.",
        "It relies on scores rather than using fixed rules.",
        "Instead of using fixed rules, it compares scores.",
    ],
)
def test_what_another_deed_takes_the_place_of_is_denied(tmp_path: Path, sentence: str) -> None:
    found = said(built(tmp_path, list_md=f"# Glossary\n\n## Rack match\n\n{sentence}\n"), "list.md")
    assert "no Rack match -uses-> fixed rules" in found
    assert not {each for each in found if "fixed rules" in each and not each.startswith("no ")}


def test_right_to_do_a_thing_tells_no_deed(tmp_path: Path) -> None:
    gloss = "The right to apply yard funds, make decisions, or give approvals."
    found = said(built(tmp_path, list_md=f"# Glossary\n\n## Rack right\n\n{gloss}\n"), "list.md")
    assert not {each for each in found if "responsibleFor" in each or "-uses->" in each}


LED = """\
# Kiln rota management

Kiln rota management (KRM) refers to the plans that yards make.

Some of the key components of a KRM system include:

* Shift data: A KRM system stores shift data.

* Shift reports: A KRM system can help manage the process.

The benefits of using a KRM system include:

* Better shifts: A KRM system can help yards find gaps.

While plans vary depending on the yard, a common KRM process that usually follows consists of three distinct steps:

1. **Collecting shifts:** shifts are entered into your system.
2. **Approving shifts:** the head potter looks at each of them.
"""


def test_items_are_read_with_the_noun_that_leads_them_in(tmp_path: Path) -> None:
    build = built(tmp_path, page_md=LED)
    found = {each.partition(" {")[0] for each in said(build, "page.md")}
    assert {
        "shift data -partOf-> Kiln rota management",
        "shift reports -partOf-> Kiln rota management",
        "Kiln rota management -supports-> shifts",
    } <= found
    assert not {each for each in found if "components of" in each or "yard -broader->" in each}


def test_term_with_a_noun_that_carries_it_is_no_other_term(tmp_path: Path) -> None:
    texts = (
        "Kiln rota management (KRM) refers to the plans that yards make.",
        "A KRM system holds the shifts of a yard.",
        "A KRM system is a tool for yards that want to plan shifts.",
    )
    build = built(tmp_path, krm_md="\n\n".join(texts))
    assert [term.label.value for term in build.terms if not term.mention] == ["Kiln rota management"]
