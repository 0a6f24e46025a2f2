"""What limits a statement or hides its ends: "not all", "used to manage", light heads, words that look like verbs."""

from __future__ import annotations

from pathlib import Path

from extraction_samples import built, labels, triple


def told(folder: Path, *lines: str) -> dict[str, dict[str, str]]:
    """Give what a glossary of a pottery states, each statement with its qualifiers."""
    found = built(folder, pottery_md="# Glossary\n\n" + "\n\n".join(lines) + "\n")
    names = labels(found)
    stated = [each for each in found.evidence if not each.negative]
    return {" ".join(map(str, triple(each, names))): dict(each.qualifiers) for each in stated}


def test_not_all_is_a_limit_of_what_is_stated(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        "## Pug mill\n\nA machine.",
        "## Potter\n\nA potter is a role. Not all potters use a pug mill.",
    )
    assert found["Potter uses Pug mill"]["hedge"] == "not all"


def test_what_a_role_is_used_for_is_not_what_it_does(tmp_path: Path) -> None:
    found = told(tmp_path, "## Potter\n\nA potter is a role. Potters are used to manage kilns.")
    assert set(found) == {"Potter broader role"} or not any("responsibleFor" in each for each in found)


def test_way_of_working_is_a_thing_of_its_own(tmp_path: Path) -> None:
    found = told(tmp_path, "## Crew\n\nA crew is a team. Each crew decides its own way of working.")
    assert "Crew responsibleFor way of working" in found
    assert "Crew responsibleFor working" not in found


def test_noun_before_a_clause_without_that_is_no_verb(tmp_path: Path) -> None:
    found = told(tmp_path, "## Firing curve\n\nStages a kiln passes before it cools.")
    assert "Firing curve broader stages" in {each.lower().replace("firing", "Firing") for each in found}


def test_prominent_cases_are_examples(tmp_path: Path) -> None:
    found = told(tmp_path, "## Test kiln\n\nAn oven. Popular test kilns are Skutt, Nabertherm and Rohde.")
    assert {each for each in found if "exampleOf" in each} == {
        f"{name} exampleOf Test kiln" for name in ("Skutt", "Nabertherm", "Rohde")
    }


def test_what_is_defined_within_a_term_is_part_of_it(tmp_path: Path) -> None:
    found = told(
        tmp_path, "## Studio\n\nA room.", "## Damp shelf\n\nWithin a studio, a board that holds wet pots."
    )
    assert "Damp shelf partOf Studio" in found


def test_end_that_only_describes_a_term_is_that_term(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        "## Kiln\n\nAn oven.",
        "## Glaze\n\nA coat.",
        "## Dipping\n\nDipping is a craft. It uses digital kilns and relies on the features of glazes.",
    )
    assert {"Dipping uses Kiln", "Dipping uses Glaze"} <= set(found)


def test_longer_name_goes_before_a_link_within_it(tmp_path: Path) -> None:
    (tmp_path / "kiln.md").write_text("# Kiln\n\nAn oven.\n")
    (tmp_path / "kiln-car.md").write_text(
        "# Kiln car\n\nA [kiln](kiln.md) car is a cart that carries a sieve.\n"
    )
    (tmp_path / "sieve.md").write_text("# Sieve\n\nA mesh.\n")
    found = built(tmp_path)
    names = labels(found)
    assert ("Kiln car", "broader", "cart") in {triple(each, names) for each in found.evidence}
