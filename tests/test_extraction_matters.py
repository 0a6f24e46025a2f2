"""Pages on one thing, or on a few, known by how the whole text speaks and not by their layout."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, definitions, entries, skips

from rolegraph.extraction import Build
from rolegraph.extraction.articles.tellings import tellings
from rolegraph.extraction.articles.weighing import Page
from rolegraph.readers import Block, Heading, Paragraph, Span

TELLS = "Berth pooling is the sharing of berths by several ports."
GOES_ON = (
    "Ports that are short of room turn to berth pooling, since a free berth next door costs less than a new quay.",
    "For a harbour master, berth pooling means that ships are spread over several ports each morning.",
)


def lines(*texts: str) -> list[Block]:
    """Make a plain text: a heading of each line without a stop, a paragraph of any other."""
    spans = (Span(text, ((0, line),)) for line, text in enumerate(texts, 1))
    return [Paragraph(span) if span.text[-1] in ".!" else Heading(span, 0) for span in spans]


def first_weighed(stem: str, *texts: str) -> str:
    """Give the label of what a text is likeliest about."""
    return Page(lines(*texts), stem, lambda _: False).weighed()[0].head.label


def names(build: Build, label: str) -> set[str]:
    """Give the other names of an entry."""
    entry = next(term for term in build.terms if term.label.value == label)
    return {each.value for each in (*entry.abbreviations, *entry.alternatives)}


@pytest.mark.parametrize(
    "above",
    [
        "Port School Logo\n\nBerth Pooling\n\nCall Us\n\nShare\n\nBerth Pooling\n\nChecked by\n\nThe Port School Board",
        "Words\n\nYard Control\n\nBerth Pooling in Yard Control\n\nYard Control",
        "As taught in The Long Quay\n\nBerth pooling",
    ],
)
def test_lines_of_a_site_above_an_article_are_no_terms(tmp_path: Path, above: str) -> None:
    page = f"{above}\n\n{TELLS}\n\nA neighbour's quay\n\n{GOES_ON[0]}\n\nMornings\n\n{GOES_ON[1]}\n"
    build = built(tmp_path, page_txt=page)
    assert {label.lower() for label in entries(build)} == {"berth pooling"}
    assert next(iter(definitions(build).values()))[0].startswith("Berth pooling is the sharing")


def test_lines_above_an_article_are_listed_as_skipped(tmp_path: Path) -> None:
    page = f"As taught in The Long Quay\n\nBerth pooling\n\n{TELLS}\n\n{GOES_ON[0]}\n"
    assert ("page.txt", 1, "above the title") in skips(built(tmp_path, page_txt=page))


@pytest.mark.parametrize(
    "title", ["The Port Clerk's Dictionary: Berth Pooling", "Wondering what berth pooling is? Read on here"]
)
def test_title_in_the_head_of_a_web_page_names_no_more_than_what_the_text_tells(
    tmp_path: Path, title: str
) -> None:
    body = f"<h2>{title}</h2><p>{TELLS}</p><h3>Costs</h3><p>{GOES_ON[0]}</p>"
    page = f"<html><head><title>{title} - Port School</title></head><body>{body}</body></html>"
    assert {label.lower() for label in entries(built(tmp_path, page_html=page))} == {"berth pooling"}


def test_title_in_the_front_matter_names_no_more_than_what_the_text_tells(tmp_path: Path) -> None:
    head = '---\ntitle: "Berth Pooling: When One Quay Is Not Enough"\nabbreviation: BPO\n---\n'
    build = built(tmp_path, berth_pooling_md=f"{head}\n{TELLS}\n\n{GOES_ON[0]}\n")
    assert abbreviations(build) == {"Berth Pooling": ["BPO"]}


def test_name_that_the_front_matter_gives_a_term_stands(tmp_path: Path) -> None:
    head = "---\nterm: Berth pooling in the north\n---\n"
    build = built(tmp_path, berth_pooling_md=f"{head}\n{TELLS}\n\n{GOES_ON[0]}\n")
    assert set(entries(build)) == {"Berth pooling in the north"}


def test_text_without_a_title_is_named_by_its_file(tmp_path: Path) -> None:
    page = "A looser form of quay lease. It is old. Berth pooling always refers to several ports at once.\n"
    (tmp_path / "berth-pooling.txt").write_text(page)
    assert {label.lower() for label in entries(built(tmp_path))} == {"berth pooling"}


def test_definition_is_found_behind_what_leads_to_it(tmp_path: Path) -> None:
    lead = "If you work in a port, you have heard of berth pooling and asked what it may be."
    page = (
        f"Berth pooling: all that matters\n\n{lead} Berth pooling is the sharing of berths.\n\n{GOES_ON[0]}\n"
    )
    build = built(tmp_path, page_txt=page)
    assert definitions(build)["Berth pooling"] == ["Berth pooling is the sharing of berths."]


def test_definition_below_a_label_begins_behind_it(tmp_path: Path) -> None:
    page = f"Definition: {TELLS} It saves room.\nKey points:\n- Costs: Falls with each port that joins in.\n"
    (tmp_path / "berth-pooling.txt").write_text(page)
    build = built(tmp_path)
    assert definitions(build)["Berth pooling"] == [f"{TELLS} It saves room."]


def test_initials_by_which_a_text_goes_on_are_an_abbreviation(tmp_path: Path) -> None:
    page = "A Bill of mooring is a paper for a ship at a quay. The BM tells who pays. A clerk signs each BM at night.\n"
    (tmp_path / "bill-of-mooring.txt").write_text(page)
    assert names(built(tmp_path), "Bill of mooring") == {"BM"}


def test_name_written_as_one_word_is_another_name(tmp_path: Path) -> None:
    page = "Tide load\n\nThe term Tide load describes sand that the tide moves. Tideload is least at noon.\n"
    assert names(built(tmp_path, page_txt=page), "Tide load") == {"tideload"}


@pytest.mark.parametrize(
    "page",
    [
        "Tugs vs. Barges: What to Buy?\n\nA tug is a boat that pulls ships.\n\nA barge is a boat without an engine.\n",
        "Tug or barge?\n\nA tug is a boat that pulls ships. In contrast, a barge is a boat without an engine.\n",
        "Tug and barge\n\nA tug is a boat that pulls ships, while a barge is a boat without an engine.\n",
    ],
)
def test_things_that_a_title_sets_side_by_side_are_entries(tmp_path: Path, page: str) -> None:
    build = built(tmp_path, page_txt=page)
    assert {label.lower() for label in entries(build)} == {"tug", "barge"}
    assert {said[0].rstrip(".").split()[-1] for said in definitions(build).values()} == {"ships", "engine"}


def test_things_that_the_name_of_a_file_sets_side_by_side_are_entries(tmp_path: Path) -> None:
    page = "A tug is a boat that pulls ships. It has an engine.\n\nA barge is a flat boat. A tug pulls it.\n"
    (tmp_path / "tug-vs-barge.txt").write_text(page)
    assert {label.lower() for label in entries(built(tmp_path))} == {"tug", "barge"}


def test_short_text_that_tells_of_one_thing_after_the_other_has_both(tmp_path: Path) -> None:
    page = "What is a tug?\n\nA tug is a boat that pulls ships.\n\nA quay is a wall at which goods are unloaded.\n"
    assert {label.lower() for label in entries(built(tmp_path, tug_txt=page))} == {"tug", "quay"}


def test_paragraph_that_goes_on_about_the_title_is_no_entry_of_its_own(tmp_path: Path) -> None:
    page = "# Tug\n\nA tug is a boat that pulls ships.\n\nFuel is a cost. Owners of tugs buy it in spring.\n"
    assert set(entries(built(tmp_path, tug_md=page))) == {"Tug"}


def test_title_that_goes_on_behind_a_name_is_another_thing(tmp_path: Path) -> None:
    page = "# Quay licence\n\nA quay is a wall for ships. A licence says who may use it.\n"
    assert set(entries(built(tmp_path, page_md=page))) == {"Quay licence"}


def test_definition_of_something_can_be_the_name_itself(tmp_path: Path) -> None:
    text = "The definition of moored is a list of what must be fast. Clerks keep the definition of moored."
    page = f"# Definition of moored\n\n{text}\n"
    assert set(entries(built(tmp_path, page_md=page))) == {"Definition of moored"}
    page = "# What tugs do\n\nThe definition of a tug is a boat that pulls. Each tug has an engine. Tugs are hired.\n"
    assert {label.lower() for label in entries(built(tmp_path / "b", tug_md=page))} == {"tug"}


def test_heading_of_signs_alone_is_no_entry(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# -\n\nShips lie here.\n\n# Tug\n\nA boat that pulls ships.\n")
    assert "" not in entries(built(tmp_path))


def test_kinds_of_a_thing_below_it_stay_entries(tmp_path: Path) -> None:
    page = (
        "Mooring\n\nThe fastening of a ship to a fixed place in a port or at sea.\n\n"
        "Night Mooring:\n\nMooring carried out after dark by two people with a lamp.\n\n"
        "Mooring Line:\n\nThe rope in a mooring that holds the ship to the quay.\n\n"
        "First Check:\n\nThe look at all ropes of a mooring before the pilot leaves.\n"
    )
    found = set(entries(built(tmp_path, mooring_txt=page)))
    assert found == {"Mooring", "Night Mooring", "Mooring Line", "First Check"}


def test_headings_side_by_side_stay_entries(tmp_path: Path) -> None:
    page = "## Yard\n\nA room for boxes.\n\n## Stack\n\nWithin a yard, a pile of boxes on each other.\n"
    assert set(entries(built(tmp_path, page_md=page))) == {"Yard", "Stack"}


def test_items_that_a_title_leads_in_stay_entries(tmp_path: Path) -> None:
    head = "---\ntitle: Understanding Tides\n---\n"
    lead = "Understanding tides can be hard. Here are some words to know:"
    items = "- **Ebb**: Falling water.\n- **Flood**: Rising water.\n- **Slack**: Still water.\n"
    build = built(tmp_path, page_md=f"{head}\n{lead}\n\n{items}")
    assert set(entries(build)) == {"Ebb", "Flood", "Slack"}


def test_text_in_another_language_is_read_as_before(tmp_path: Path) -> None:
    page = "# Liegeplatz\n\nEin Liegeplatz ist ein Ort, an dem ein Schiff liegt. Der Liegeplatz wird vermietet.\n"
    assert set(entries(built(tmp_path, liegeplatz_md=page))) == {"Liegeplatz"}


def test_little_evidence_serves_where_nothing_else_is_found(tmp_path: Path) -> None:
    page = (
        "Loading...\nA place in the yard where boxes wait; also called a box row.\n"
        "A stack (called 'pile' here) enables a port to keep boxes.\n"
    )
    assert {label.lower() for label in entries(built(tmp_path, stack_txt=page))} == {"stack"}


@pytest.mark.parametrize(
    ("sentence", "label", "sure"),
    [
        ("In ports, the term berth plan refers to a list.", "berth plan", True),
        ("IT moorings are contracts between ports.", "IT moorings", True),
        ("Berth pooling (BPO), also known as sharing, is the use of berths.", "Berth pooling", True),
        ("Berth pooling is crucial for ports.", "Berth pooling", False),
        ("Moorings are always checked.", "Moorings", False),
    ],
)
def test_sentence_tells_of_its_subject(sentence: str, label: str, sure: bool) -> None:
    (told,) = tellings(Span(sentence, ((0, 1),)))
    assert (told.head.label, told.sure) == (label, sure)


@pytest.mark.parametrize(
    "sentence", ["It is a place.", "What follows is a list.", "Ports hire out berths to ships."]
)
def test_sentence_without_a_name_tells_of_nothing(sentence: str) -> None:
    assert list(tellings(Span(sentence, ((0, 1),)))) == []


def test_what_the_text_speaks_of_outweighs_the_first_line() -> None:
    assert first_weighed("page", "The Long Quay", "Costs", TELLS, *GOES_ON) == "Berth pooling"


def test_what_the_file_is_called_counts() -> None:
    texts = (
        "Tugs pull ships to sea.",
        "Barges carry coal and sand.",
        "Tugs are boats with engines.",
        "Barges are boats without any.",
    )
    assert (first_weighed("tugs", *texts), first_weighed("barges", *texts)) == ("Tugs", "Barges")
