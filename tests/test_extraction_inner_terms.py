"""Terms that an article explains by the way, in lists and sections of their own, and lists that hold none."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, labels, triple, triples

ARTICLE = "Mooring\n\nWhat is mooring?\n\nMooring is the act of tying a ship to a quay.\n\n"
TOLD = [
    # below a heading for kinds, whatever the texts say
    (
        "Types of mooring\n1. Buoy mooring\nThe ship lies at an anchored float.\n2. Quay mooring\n"
        "Lines go ashore.\n\nThe way it is done\nHands throw a line.\n",
        {"Buoy mooring": "The ship lies at an anchored float.", "Quay mooring": "Lines go ashore."},
    ),
    (
        "Kinds\n\nThere are two of them.\n\nThe loner. Ties up far out. Rare.\n\nThe rafter. Ties up to others.\n",
        {"Loner": "Ties up far out. Rare.", "Rafter": "Ties up to others."},
    ),
    # below any heading, where the texts say what the things are
    (
        "Mooring and its neighbours\n\nAnchor watch (AW) – the time in which a sailor guards an anchor\n"
        "Berth - a place where ships lie\nShip chandler – sells rope to crews\n",
        {
            "Anchor watch": "the time in which a sailor guards an anchor",
            "Berth": "a place where ships lie",
            "Ship chandler": "sells rope to crews",
        },
    ),
    # a text that is on what its heading asks for, or begins by saying what something is
    (
        "Where it is done\n\nA mooring buoy is a float that ships tie up to. Some are lit.\n\n"
        "What is a dolphin?\n\nA dolphin is a group of piles in the water.\n",
        {
            "mooring buoy": "A mooring buoy is a float that ships tie up to. Some are lit.",
            "dolphin": "A dolphin is a group of piles in the water.",
        },
    ),
    # below a heading that has no text of its own
    (
        "Key gear\nBollard\nA post that lines are laid around.\nFender\nSomething soft between ship and quay.\n"
        "How to tie up\nThrow a line.\n",
        {
            "Bollard": "A post that lines are laid around.",
            "Fender": "Something soft between ship and quay.",
        },
    ),
    (
        "FAQ\n\nIs it hard?\nNot in calm weather.\n\nREAD NEXT\n\nBerth - a place where ships lie\n"
        "Lock - a chamber with gates at both ends\n",
        {"Berth": "a place where ships lie", "Lock": "a chamber with gates at both ends"},
    ),
]
NOT_TOLD = [
    "Why it matters\n\n- Fewer losses: a tied ship stays where it is.\n- Calm nights: crews sleep.\n",
    "How it is done\n\n1. Throwing: the deck hand throws a line.\n2. Tying: a linesman ties it.\n",
    "Set-up\n\n- Clear the quay: The space around the bollard.\n- Order rope: A supply of rope for a week.\n",
    "Tips\n\n- Calm: the patience that a crew needs.\n- Shade: a place out of the sun.\n",
    "Contact\n\nPhone: the number of our desk.\n\nAddress: the house at the corner.\n",
    "Examples of moorings\n\n- Bolt Pier: A quay with ten posts.\n- Ember Dock: A basin for yachts.\n",
    "History\n\n- 1950: the opening of the first quay.\n- 1960: the end of wooden posts.\n",
    "In practice\n\nAn important step is a check of the rope.\n\nA common mistake is a knot that slips.\n",
    "Benefits\n\n- Safety: the freedom from drifting.\n- Order: the state of a port without loose ships.\n",
]


def explained(folder: Path, part: str) -> dict[str, str]:
    """Give the terms of an article but its own, each with its definition."""
    found = definitions(built(folder, mooring_txt=ARTICLE + part))
    return {term: told[0] for term, told in found.items() if term.lower() != "mooring" and told}


@pytest.mark.parametrize(("part", "expected"), TOLD)
def test_terms_explained_in_an_article_are_entries(
    tmp_path: Path, part: str, expected: dict[str, str]
) -> None:
    assert explained(tmp_path, part) == expected


@pytest.mark.parametrize("part", NOT_TOLD)
def test_items_that_go_on_about_the_term_are_no_entries(tmp_path: Path, part: str) -> None:
    assert explained(tmp_path, part) == {}


def test_kinds_explained_below_a_heading_are_kinds_of_the_term(tmp_path: Path) -> None:
    found = triples(built(tmp_path, mooring_txt=ARTICLE + TOLD[0][0]))
    assert ("Buoy mooring", "broader", "Mooring") in found


def test_page_of_a_role_has_entries_for_its_kinds_and_what_is_named_beside_it(tmp_path: Path) -> None:
    page = (
        "# Pilot\n\nA pilot guides ships into a port.\n\n## Responsibilities\n\nPilots typically\n\n- board ships\n"
        "- read charts\n\n## Types\n\n**Harbor pilot.** Works in a port.\n\n**Sea pilot.** Works off the coast.\n\n"
        "## Often confused with\n\n- **Ship master** – plots the course of a ship.\n- **Helmsman** – turns the wheel.\n"
    )
    found = built(tmp_path, pilot_md=page)
    assert {"Harbor pilot", "Sea pilot", "Ship master", "Helmsman"} <= set(definitions(found))
    assert "Pilots typically" not in definitions(found)
    assert ("Sea pilot", "broader", "Pilot") in triples(found)


MARKED = [
    # a table that says what is measured
    (
        "## Figures\n\n| Figure | What it tells |\n|---|---|\n| Berth time | The hours that a ship lies at a quay |\n"
        "| Line load | The pull on a line, in tonnes |\n",
        {"Berth time": "The hours that a ship lies at a quay", "Line load": "The pull on a line, in tonnes"},
    ),
    # kinds of kinds
    (
        "## Two families\n\n### Short mooring\n\nShips leave within a day.\n\n- *Day mooring* – the crew waits.\n"
        "- *Night mooring* – the crew sleeps.\n\n### Long mooring\n\nShips stay for long.\n",
        {
            "Short mooring": "Ships leave within a day.",
            "Day mooring": "the crew waits.",
            "Night mooring": "the crew sleeps.",
            "Long mooring": "Ships stay for long.",
        },
    ),
    # what a site links to, with a word on each
    (
        "## Related articles\n\n<dl><dt><a href='/lock'>Lock</a></dt><dd>A chamber with gates.</dd>\n"
        "<dt><a href='/slip'>Slip</a></dt><dd>A ramp for boats.</dd></dl>\n",
        {"Lock": "A chamber with gates.", "Slip": "A ramp for boats."},
    ),
]


@pytest.mark.parametrize(("part", "expected"), MARKED)
def test_terms_are_explained_in_tables_and_lists_within_lists(
    tmp_path: Path, part: str, expected: dict[str, str]
) -> None:
    page = f"# Mooring\n\nMooring is the act of tying a ship to a quay.\n\n{part}"
    found = definitions(built(tmp_path, mooring_md=page))
    assert {term: told[0] for term, told in found.items() if term != "Mooring" and told} == expected


def test_cards_of_a_page_are_related_terms_with_their_texts(tmp_path: Path) -> None:
    cards = "".join(
        f'<a class="card" href="/{name.lower()}"><span class="t">{name}</span><span class="d">{told}</span></a>\n'
        for name, told in (
            ("Lock", "A chamber with gates at both ends."),
            ("Slip", "A ramp that boats slide down."),
        )
    )
    page = (
        "<html><body><main><h1>Mooring</h1><p>Mooring is the act of tying a ship to a quay.</p>"
        "<p>Mooring takes two hands and some rope.</p><h2>How it works</h2><p>Hands throw a line ashore.</p>"
        f"<h2>Close to it</h2><div>{cards}</div>"
        "<h2>FAQ</h2><h3>Is mooring hard?</h3><p>Mooring is easy in calm weather.</p></main></body></html>"
    )
    found = built(tmp_path, mooring_html=page)
    told = definitions(found)
    assert told["Lock"] == ["A chamber with gates at both ends."]
    assert told["Slip"] == ["A ramp that boats slide down."]
    assert ("Mooring", "related", "Lock") in triples(found)


def test_article_stays_one_however_many_terms_it_explains(tmp_path: Path) -> None:
    kinds = "".join(
        f"{name} mooring\nShips {name.lower()} at a quay.\n" for name in ("Turn", "Wait", "Drift", "Rest")
    )
    gear = "Gear\nRope: a thick cord for ships.\nChain: a row of iron rings.\nPost: a pole that lines go around.\n"
    found = built(tmp_path, text_txt=f"{ARTICLE}TYPES\n{kinds}{gear}")
    told = definitions(found)
    assert told["Mooring"] == ["Mooring is the act of tying a ship to a quay."]
    assert {"Turn mooring", "Rest mooring", "Rope", "Post"} <= set(told)


@pytest.mark.parametrize("page", ["## {}\n\n{}\n\n", "**{}**: {}\n\n"])
def test_terms_right_below_a_text_on_what_the_title_names_are_entries(tmp_path: Path, page: str) -> None:
    terms = {
        "Ex works (EXW)": "A rule by which the buyer pays for all.",
        "Free carrier (FCA)": "A rule by which the seller pays up to a place.",
        "Duty paid (DDP)": "A rule by which the seller pays for all.",
    }
    listed = "".join(page.format(*term) for term in terms.items())
    text = f"# Incoterms\n\nIncoterms are rules that say who pays for what in a sale.\n\n{listed}"
    told = definitions(built(tmp_path, a_md=text))
    assert {"Ex works", "Free carrier", "Duty paid", "Incoterms"} == set(told)


def test_parts_of_an_article_that_name_it_by_its_abbreviation_are_no_entries(tmp_path: Path) -> None:
    parts = "".join(
        f"## {head}\n\nA figure that firms know.\n\n" for head in ("The NPS", "NPS and others", "Bias of NPS")
    )
    text = f"# Net promoter score (NPS)\n\nNet promoter score is a metric that shows loyalty.\n\n{parts}"
    assert set(definitions(built(tmp_path, a_md=text))) == {"Net promoter score"}


@pytest.mark.parametrize(
    ("count", "quote"), [(3, "Kind 0 · Kind 1 · Kind 2"), (90, "Kind 2")], ids=["short", "long"]
)
def test_short_line_of_links_is_quoted_whole_and_of_a_long_one_the_link(
    tmp_path: Path, count: int, quote: str
) -> None:
    links = " · ".join(f"[Kind {number}]({number}.md)" for number in range(count))
    found = built(tmp_path, a_md=f"# {ARTICLE}## See also\n\n{links}\n")
    names = labels(found)
    quotes = {each.quote.value for each in found.evidence if triple(each, names)[2] == "kind 2"}
    assert quotes == {quote}


SECTIONS = """\
# Rack pooling

Rack pooling is the sharing of racks by several yards.

## The rack board

The rack board is a list of all racks that stand free.

## How it began

It began in a small town with two yards.

## What yards keep

Each yard keeps two lists:

### Crack list

The yard notes each crack on it.

### Glaze sheet

It holds the names of the glazes.
"""


def test_sections_that_define_their_heading_and_parts_behind_a_lead_are_entries(tmp_path: Path) -> None:
    found = definitions(built(tmp_path, pool_md=SECTIONS))
    assert {term.lower() for term in found} == {"rack pooling", "rack board", "crack list", "glaze sheet"}


def test_benefits_in_the_third_person_are_named_by_what_they_come_to(tmp_path: Path) -> None:
    page = (
        "# Rack pooling\n\nRack pooling is the sharing of racks.\n\n## Benefits of rack pooling\n\n"
        "- Reduces waste\n- Improves planning\n"
    )
    found = triples(built(tmp_path, pool_md=page))
    assert {end for one, name, end in found if name == "supports"} == {"reducing waste", "planning"}


ASIDE = """\
# Berth planning: a guide for harbour pilots

Berth planning is the sharing out of berths.

## Why it matters

Ships wait less.

## What it takes

A calendar, a map and a radio.

## How to begin

Draw the berths of a port.

## What goes wrong

Storms shift all ships.

## Role of the harbour master

- Draws the plan
- Calls the pilots
"""


def test_page_on_a_practice_with_a_section_on_a_role_is_none_of_a_role(tmp_path: Path) -> None:
    found = definitions(built(tmp_path, berth_md=ASIDE))
    assert next(iter(found)).lower() == "berth planning"
    assert "harbour pilots" not in {term.lower() for term in found}
