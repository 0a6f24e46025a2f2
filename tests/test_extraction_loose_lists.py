"""Lists and tables as pages leave them: broken rows, counted or lettered heads, terms and definitions by turns."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, definitions, entries


def test_table_of_metrics_with_definitions_lists_terms(tmp_path: Path) -> None:
    rows = "| Turn | The time of a ship in port |\n| Wait | The time before it |\n"
    text = f"# Words\n\n| Metric/Concept | Definition |\n|---|---|\n{rows}"
    assert set(entries(built(tmp_path, words_md=text))) == {"Turn", "Wait"}


def test_table_whose_rows_were_broken_is_read_in_whole_rows(tmp_path: Path) -> None:
    text = "Port words\nB\n| Term |\nDefinition |\n| Bollard |\nA post. |\n| Berth |\nA place to lie. |\n"
    build = built(tmp_path, words_txt=text)
    assert (definitions(build)["Bollard"], definitions(build)["Berth"]) == (["A post."], ["A place to lie."])


def test_label_between_items_parts_no_list(tmp_path: Path) -> None:
    text = (
        "Port words\n\n1. BOLLARD: A post to tie ships to.\nExample:\n“The ship lay at the bollard.”\n"
        "2. QUAY: A wall that ships lie at.\n3. TUG (TG): A small ship that pulls.\n"
    )
    assert set(entries(built(tmp_path, words_txt=text))) == {"BOLLARD", "QUAY", "TUG"}


def test_lines_by_turns_are_terms_and_definitions_however_short(tmp_path: Path) -> None:
    pairs = [
        ("Bollard", "A post on the quay that ships are tied to by their ropes all night."),
        ("Happy berth", "A berth with an easy way in"),
        ("Quay", "A wall that ships lie at when they load and unload what they have brought."),
        ("Tug", "A small ship that pulls the large ones out of the harbour and into it whenever they ask."),
        ("Crane", "A thing that lifts what ships bring"),
        ("Hull", "The body of a ship without its masts and whatever else may stand upon it at sea."),
        ("Wharf", "A place where ships come to the land"),
    ]
    text = "Port words\n" + "".join(f"{term}\n{told}\n" for term, told in pairs)
    assert set(entries(built(tmp_path, words_txt=text))) == {term for term, _ in pairs}


def test_wrapped_entries_begin_where_lines_look_like_it(tmp_path: Path) -> None:
    text = (
        "Port words\n\nAnchor: The iron that holds a ship to the ground while it is\nat rest\n"
        "Ballast: What a ship carries so that it does not roll over in the wind\n"
        "Bollard (BD): The post that ships are tied to while they lie at the\nquay of a harbour\n"
        "Crane: The machine that lifts what the ships have brought with them\n"
        "Dock: The basin in which the ships lie when the tide has gone out of\nthe river\n"
        "Ferry: The ship that goes to and fro between the two banks all day\n"
        "Hull: The body of a ship, without its masts and all the rest of what\nstands on it\n"
    )
    found = set(entries(built(tmp_path, words_txt=text)))
    assert found == {"Anchor", "Ballast", "Bollard", "Crane", "Dock", "Ferry", "Hull"}


def test_cells_between_pipes_whose_lines_were_broken_are_read_two_by_two(tmp_path: Path) -> None:
    told = (
        "A post to tie\nships to.",
        "Quay\nWall",
        "A small ship\nthat pulls.",
        "A body of a ship.",
        "A basin for\nships.",
    )
    rows = zip(("Bollard", "QW", "Tug", "Hull", "Dock"), told, strict=True)
    text = "Port words\nA -\nB\nC |\n|\n" + "".join(f"{term} |\n{told}\n|\n" for term, told in rows)
    build = built(tmp_path, words_txt=text)
    assert set(entries(build)) == {"Bollard", "Quay Wall", "Tug", "Hull", "Dock"}
    assert definitions(build)["Bollard"] == ["A post to tie ships to."]


def test_rows_that_only_end_with_a_pipe_are_a_table(tmp_path: Path) -> None:
    text = "A | B |\nBollard | a post to tie ships to |\nQuay | a wall that ships lie at |\nTug | a small ship |\n"
    assert set(entries(built(tmp_path, words_txt=text))) == {"Bollard", "Quay", "Tug"}


def test_letters_before_terms_are_no_terms(tmp_path: Path) -> None:
    terms = ("Anchor", "Berth", "Crane", "Dock")
    text = "".join(f"{term[0]} – {term}\n\nA thing in a port that somebody made.\n\n" for term in terms)
    assert set(entries(built(tmp_path, words_txt=text))) == set(terms)


def test_headings_that_are_counted_lose_their_numbers(tmp_path: Path) -> None:
    text = (
        "# Port words\n\n## 1 Berth\n\nA place to lie.\n\n## 2 Tug\n\nA small ship.\n\n## 3 Hull\n\nA body.\n"
    )
    assert set(entries(built(tmp_path, words_md=text))) == {"Berth", "Tug", "Hull"}


def test_names_without_a_text_among_acronyms_are_terms(tmp_path: Path) -> None:
    text = (
        "# Port words\n\n- AT = Arrival Time\n- BT = Berth Time\n- Crane Plan (CP)\n- DT = Dock Time\n"
        "- ET = Ebb Time\n- FT = Flood Time\n- GT = Gate Time\n"
    )
    assert "Crane Plan" in set(entries(built(tmp_path, words_md=text)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "words_md",
            "# Words\n\n- **Harbour glossary** – a list of agreed words\n- **Berth** – a place for a ship\n",
        ),
        ("words_txt", "Harbour glossary: a list of words that pilots share.\n\nBerth: a place for a ship.\n"),
    ],
)
def test_term_that_is_called_like_a_list_is_an_entry_among_others(
    tmp_path: Path, name: str, text: str
) -> None:
    assert set(entries(built(tmp_path, **{name: text}))) == {"Harbour glossary", "Berth"}


def test_rows_between_pipes_are_no_way_through_the_pages(tmp_path: Path) -> None:
    rows = "Crane | Machine | lifts crates\nTug | Vessel | pulls ships\nBuoy | Sign | marks the channel\n"
    assert {"Crane", "Tug", "Buoy"} <= set(entries(built(tmp_path, rows_txt=rows)))


def test_counts_begin_anew_below_another_heading(tmp_path: Path) -> None:
    page = (
        "# Quay\n\n## 1 Berth\n\nA place for a ship.\n\n## 3 Bollard\n\nA post for ropes.\n\n"
        "## 24 hour desk\n\nA desk.\n\n"
        "# Yard\n\n## 1 Crane\n\nA machine that lifts.\n\n## 2 Rack\n\nA frame for crates.\n"
    )
    assert {"Berth", "Bollard", "24 hour desk", "Crane", "Rack"} <= set(
        entries(built(tmp_path, page_md=page))
    )
