"""Running prose of articles: what hangs on verbs without a cue, on tools and places, and on things named by the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, case, parameters, said

OPENING = "Kiln sharing is an arrangement by which studios fire in one kiln."

VERBS = [
    case(
        "",
        "Sensors on shelves record heat and smoke.",
        "sensors -appliesto-> heat",
        "sensors -appliesto-> smoke",
    ),
    case("", "Small studios often use kiln racks.", "studios -uses-> kiln racks"),
    case(
        "",
        "The bill covers gas and offer letters.",
        "bill -appliesto-> gas",
        "bill -appliesto-> offer letters",
    ),
    case("", "Ashdown Services uses gas.", "ashdown services -uses-> gas"),
    case("", "Packers, such as potters and glazers, improve the yield.", "packers -supports-> yield"),
    case("", "Clay, found in 1820, replaced imported marl on most sites.", "clay -replaces-> imported marl"),
    case(
        "",
        "Firing cuts the time to dry a bowl and makes outcomes predictable.",
        "firing -supports-> outcomes",
    ),
    case("", "Heads prepare the plan and the keeper approves it.", "heads -produces-> plan"),
    case("", "It helps finance teams forecast costs.", "kiln sharing -supports-> forecasting costs"),
    case("", "A 4KD uses gas.", "4kd -uses-> gas"),
]

TOOLS = [
    case(
        "",
        "Keepers use ledgers to forecast demand, and packers use crates to sort bowls.",
        "keepers -uses-> ledgers",
        "ledgers -supports-> forecasting demand",
        "crates -supports-> sorting bowls",
    ),
    case("", "Keepers use it to lower the number of cracks.", "keepers -uses-> kiln sharing"),
    case(
        "",
        "Studios outsource rack mending to Ember Works.",
        "ember works -responsiblefor-> rack mending",
    ),
    case("", "The guild moved its sales desk to Peru.", "sales desk -locatedin-> peru"),
    case("", "A keeper in Ashdown mends racks.", "keeper -locatedin-> ashdown"),
    case("", "The largest markets are Peru and Chile.", "kiln sharing -locatedin-> peru"),
    case("", "It makes handovers easier.", "kiln sharing -supports-> handovers"),
    case("", "It gives teams access to gas.", "kiln sharing -supports-> access to gas"),
]

THINGS = [
    case(
        "",
        "Bisque sharing is the transfer of bowls to another studio.",
        "bisque sharing -broader-> transfer",
        "bisque sharing -appliesto-> bowls",
    ),
    case("", "Net heat is also known as useful heat.", "net heat -synonymof-> useful heat"),
    case("", "The yield is calculated by dividing bowls by shelves.", "yield -derivedfrom-> bowls"),
    case("", "Ember Racks is the best-known kiln sharing platform.", "ember racks -exampleof-> kiln sharing"),
    case("", "Fuels such as gas and wood cost money.", "gas -exampleof-> fuels"),
    case("", "Studios such as Ember and Cinder rely on gas.", "studios -uses-> gas"),
    case("", "Gaps between keepers and packers lead to rework.", "gaps -produces-> rework"),
    case("", "While a keeper handles racks, a packer handles bowls.", "keeper -responsiblefor-> racks"),
    case("", "Quality is judged by yield, depth of colour and heat.", "kiln sharing -measuredby-> yield"),
    case("", "Marketing sends letters.", "marketing -responsiblefor-> letters"),
    case("", "Keepers deal with the authorities.", "keepers -collaborateswith-> authorities"),
    case("", "A keeper needs a licence in that town.", "keeper -requiresskill-> licence"),
    case("", "Managers track deliveries.", "managers -responsiblefor-> deliveries"),
    case(
        "",
        "Rules were published by the Ashdown Chamber of Trade.",
        "rules -createdby-> ashdown chamber of trade",
    ),
]


@pytest.mark.parametrize(("_topic", "sentence", "expected"), parameters([*VERBS, *TOOLS, *THINGS]))
def test_sentence_of_an_article_states(
    _topic: str, sentence: str, expected: frozenset[str], tmp_path: Path
) -> None:
    assert expected <= told(tmp_path, sentence)


def told(folder: Path, text: str) -> set[str]:
    """Give what a paragraph in the article on kiln sharing states, in lower case and without what limits it."""
    return plainly(folder, a_md=f"# Kiln sharing\n\n{OPENING}\n\n## How it works\n\n{text}\n")


def plainly(folder: Path, **documents: str) -> set[str]:
    """Give what documents state, in lower case and without what limits it."""
    found = built(folder, **documents)
    return {
        each.partition(" {")[0].lower() for name in documents for each in said(found, name.replace("_", "."))
    }


def test_tool_and_not_its_user_serves_the_purpose(tmp_path: Path) -> None:
    assert not {
        each
        for each in told(tmp_path, "Keepers use ledgers to sort bowls.")
        if "keepers -responsible" in each
    }


def test_it_goes_on_about_a_firm_and_a_field(tmp_path: Path) -> None:
    text = "An insurer pays for cracks. It inspects racks. Logistics is about bowls. It deals with crates."
    assert {"insurer -responsiblefor-> racks", "logistics -appliesto-> crates"} <= told(tmp_path, text)


def test_abbreviation_spelt_out_by_the_way_is_one_thing(tmp_path: Path) -> None:
    text = "Studios run a rack heating system (RHS). The RHS supports keepers."
    assert "rack heating system -supports-> keepers" in told(tmp_path, text)


def test_abbreviation_of_a_thing_defined_by_the_way_is_one_thing(tmp_path: Path) -> None:
    text = "An overnight load agreement (OLA) is a contract between studios. The OLA helps keepers."
    assert "overnight load agreement -supports-> keepers" in told(tmp_path, text)


def test_kinds_stand_side_by_side(tmp_path: Path) -> None:
    text = "Captive kiln sharing covers one town. Seasonal kiln sharing covers one summer."
    expected = {
        "captive kiln sharing -broader-> kiln sharing",
        "seasonal kiln sharing -broader-> kiln sharing",
    }
    assert expected <= told(tmp_path, text)


def test_numbered_steps_are_parts_and_follow_one_another(tmp_path: Path) -> None:
    steps = (
        "1. **Packing.** Bowls are packed.\n2. **Heating.** The kiln heats up.\n3. **Cooling.** It cools.\n"
    )
    page = f"# Kiln sharing\n\n{OPENING}\n\n## The steps of kiln sharing\n\n{steps}"
    expected = {"packing -precedes-> heating", "heating -precedes-> cooling"}
    parts = {f"{each} -partof-> kiln sharing" for each in ("packing", "heating", "cooling")}
    found = plainly(tmp_path, a_md=page)
    assert expected | parts <= found


def test_bullets_are_no_steps(tmp_path: Path) -> None:
    steps = "- **Packing.** Bowls are packed.\n- **Heating.** The kiln heats up.\n- **Cooling.** It cools.\n"
    page = f"# Kiln sharing\n\n{OPENING}\n\n## The steps of kiln sharing\n\n{steps}"
    assert not {each for each in plainly(tmp_path, a_md=page) if "-precedes->" in each}


def test_heading_may_name_the_term_by_its_abbreviation(tmp_path: Path) -> None:
    page = (
        "# Kiln sharing agreement (KSA)\n\nA kiln sharing agreement (KSA) is a contract between studios.\n\n"
        "## Types of KSAs\n\n- Winter agreement\n- Seasonal agreement\n\n## KSA benefits\n\n- Lower fuel costs\n"
    )
    found = plainly(tmp_path, a_md=page)
    assert "winter agreement -broader-> kiln sharing agreement" in found
    assert "kiln sharing agreement -supports-> lower fuel costs" in found


def test_table_of_kinds_tells_the_tasks_of_each(tmp_path: Path) -> None:
    rows = "| Type | Typical tasks | Tools |\n|---|---|---|\n| Night keeper | Stoking | Rake |\n"
    page = f"# Kiln sharing\n\n{OPENING}\n\n## Staff\n\n{rows}"
    found = plainly(tmp_path, a_md=page)
    assert {"night keeper -responsiblefor-> stoking", "night keeper -uses-> rake"} <= found


def test_answer_speaks_of_whom_the_question_asks_about(tmp_path: Path) -> None:
    page = f"# Kiln sharing\n\n{OPENING}\n\n## FAQ\n\n### What skills do kiln keepers need?\n\nThey need patience.\n"
    found = plainly(tmp_path, a_md=page)
    assert "kiln keepers -requiresskill-> patience" in found


def test_headings_behind_an_opening_question_stand_beside_it(tmp_path: Path) -> None:
    page = (
        f"Kiln sharing\n\n{OPENING}\n\nHow does a firing work?\n\nThe keeper stacks the bowls and lights the fire.\n\n"
        "Benefits\n\n- Lower fuel costs\n- Fewer cracks\n"
    )
    found = plainly(tmp_path, a_txt=page)
    assert "kiln sharing -supports-> fewer cracks" in found


def test_definition_that_only_spells_the_term_out_goes_on(tmp_path: Path) -> None:
    page = "Term,Definition\nRHS,Rack heating system. A system that heats racks.\nKiln,A device that fires bowls.\n"
    found = plainly(tmp_path, a_csv=page)
    assert "rack heating system -broader-> system" in found


def test_counts_are_cut_before_what_they_count(tmp_path: Path) -> None:
    page = "- **Loss**: The share of bowls that crack.\n- **Stacking**: The planning of racks for a firing.\n"
    found = plainly(tmp_path, a_md=page)
    assert {"loss -broader-> share", "stacking -broader-> planning"} <= found


def test_who_acts_applies_to_nobody(tmp_path: Path) -> None:
    page = "- **Keeper**: A worker who decides how much the owner must pay.\n- **Owner**: A person who owns a kiln.\n"
    assert not {each for each in plainly(tmp_path, a_md=page) if "keeper -appliesto->" in each}
