"""Looking things up: list, show, search, path, neighbors, relations, stats."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from commandline import ask, printed, refusal

# list


def test_list_gives_the_entries_in_alphabetical_order() -> None:
    assert printed(ask("list")) == (
        "Term                              Short  Class   Definition\n"
        "Business process outsourcing      BPO    Sector  Handing a business process to a provider.\n"
        "Certified scrum master            CSM    Role    A scrum master with a certificate.\n"
        "Customer relationship management  CRM    System  Software that keeps what a company knows of its customers.\n"
        "Customer success manager          CSM    Role\n"
        "Product manager                   PM     Role    Someone who decides what a product should become.\n"
    )


def test_list_of_a_class_has_its_terms_only() -> None:
    rows = json.loads(printed(ask("list", "--class", "role", "--format", "json")))
    assert [row["label"] for row in rows] == [
        "Certified scrum master",
        "Customer success manager",
        "Product manager",
    ]


def test_list_with_mentions_tells_them_apart() -> None:
    rows = list(csv.DictReader(io.StringIO(printed(ask("list", "--mentions", "--format", "csv")))))
    mentions = {row["label"]: row["mention"] for row in rows}
    assert mentions["user research"] == "true"
    assert mentions["Product manager"] == "false"
    assert "Short  Class     Mention" in printed(ask("list", "--mentions"))


def test_list_of_a_class_without_terms_says_so() -> None:
    result = ask("list", "--class", "Place")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No terms of class Place.\n")


def test_unknown_class_is_answered_with_the_near_one() -> None:
    assert refusal(ask("list", "--class", "Rle")) == "Error: no class is named 'Rle'; did you mean 'Role'?\n"


def test_list_into_a_file_is_the_same_list(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    assert printed(ask("list", "--format", "csv", "-o", str(file))) == ""
    assert file.read_bytes() == ask("list", "--format", "csv", "-o", "-").stdout_bytes


# show

CARD = """\
Product manager (PM)  [Role]
  Someone who decides what a product should become.
  pm.md:1

Relations
  is responsible for  user research
  is employed by      Business process outsourcing
  uses                Customer relationship management

Denied
  is measured by  feature count

Activities
  Activity       Share  Collaborators
  user research  20%    designer

Questions
  Does a PM code?
    Rarely.
"""

CARD_WITH_EVIDENCE = """\
Product manager (PM)  [Role]
  Someone who decides what a product should become.
  pm.md:1

Relations
  is responsible for
    user research
      “User research | 20% | Designers”
      pm.md:10  (20%)
  is employed by
    Business process outsourcing
      “Large BPO firms often employ product managers.”
      bpo.md:26  (at large firms; often; confidence 0.85)
  uses
    Customer relationship management
      “Product managers use the CRM.”
      pm.md:5

Denied
  is measured by
    feature count
      “Success is not feature count.”
      pm.md:20

Activities
  Activity       Share  Collaborators
  user research  20%    designer

Questions
  Does a PM code?
    Rarely.
      pm.md:30
"""


@pytest.mark.parametrize(
    "name", ["PM", "pms", "product manager", "Product-Managers", ":product-manager", "the product manager"]
)
def test_show_takes_any_name_of_a_term(name: str) -> None:
    assert printed(ask("show", name)) == CARD


def test_show_with_evidence_gives_quotes_and_places() -> None:
    assert printed(ask("show", "PM", "--evidence")) == CARD_WITH_EVIDENCE


def test_show_reads_relations_from_the_other_end() -> None:
    assert printed(ask("show", "outsourced operations")) == (
        "Business process outsourcing (BPO)  [Sector]\n"
        "  also: outsourced operations\n"
        "  Handing a business process to a provider.\n"
        "  bpo.md:1\n"
        "\n"
        "Relations\n"
        "  employs  Product manager\n"
    )


def test_show_says_that_a_term_is_only_mentioned() -> None:
    assert printed(ask("show", "designer")).startswith("designer  [Role, mention]\n")


def test_show_as_json_is_an_object_with_all_evidence() -> None:
    card = json.loads(printed(ask("show", "PM", "--format", "json")))
    assert card["iri"] == "https://w3id.org/rolegraph/id/product-manager"
    assert card["label"] == {"value": "Product manager", "language": "en"}
    assert card["activities"] == [
        {"label": "user research", "share": "0.2", "collaborators": ["designer"]},
    ]
    employed = next(group for group in card["relations"] if group["type"] == "employs")
    assert (employed["phrase"], employed["inverse"]) == ("is employed by", True)
    assert employed["items"][0]["evidence"] == [
        {
            "quote": {"value": "Large BPO firms often employ product managers.", "language": "en"},
            "place": "bpo.md:26",
            "place_iri": "https://w3id.org/rolegraph/id/source/bpo.md#line=25,26",
            "qualifiers": {"context": "at large firms", "hedge": "often"},
            "confidence": 0.85,
            "rule": "verb cue",
        }
    ]
    assert employed["items"][0]["confidence"] == 0.85
    assert [item["label"]["value"] for item in card["denials"][0]["items"]] == ["feature count"]
    assert card["questions"][0]["place"] == "pm.md:30"


def test_unknown_term_is_answered_with_the_near_one() -> None:
    message = refusal(ask("show", "prodct manager"))
    assert message.startswith("Error: no term is named 'prodct manager'; did you mean 'Product manager'")
    assert message.count("\n") == 1


def test_ambiguous_abbreviation_lists_the_candidates() -> None:
    assert refusal(ask("show", "CSM")) == (
        "Error: 'CSM' names 2 terms: 'Certified scrum master' and 'Customer success manager'; "
        "use the label or the IRI\n"
    )


# search


def test_search_forgives_misspellings() -> None:
    text = printed(ask("search", "prodct manger"))
    assert text.splitlines()[1].split("  ")[0] == "Product manager"


def test_search_looks_into_definitions() -> None:
    hits = json.loads(printed(ask("search", "certificate", "--format", "json")))
    assert [(hit["label"], hit["field"]) for hit in hits] == [("Certified scrum master", "definition")]


def test_search_keeps_to_the_limit() -> None:
    assert len(json.loads(printed(ask("search", "manager", "--limit", "1", "--format", "json")))) == 1


def test_search_for_nothing_there_fails() -> None:
    result = ask("search", "zzzz")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "No term matches 'zzzz'.\n")


# path


def test_path_reads_as_a_sentence_above_its_steps() -> None:
    assert printed(ask("path", "BPO", "CRM")) == (
        "BPO employs Product manager, which uses CRM.\n"
        "\n"
        "Step  From                          Relation  To                                Said in\n"
        "   1  Business process outsourcing  employs   Product manager                   bpo.md:26\n"
        "   2  Product manager               uses      Customer relationship management  pm.md:5\n"
    )


def test_path_goes_against_a_relation_too() -> None:
    first = printed(ask("path", "CRM", "designer")).splitlines()[0]
    assert first == (
        "CRM is used by Product manager, which is responsible for user research, which works with designer."
    )


def test_path_as_json_has_a_row_a_step() -> None:
    steps = json.loads(printed(ask("path", "BPO", "CRM", "--format", "json")))
    assert [(step["path"], step["step"], step["type"], step["places"]) for step in steps] == [
        (1, 1, "employs", ["bpo.md:26"]),
        (1, 2, "uses", ["pm.md:5"]),
    ]
    assert [step["confidence"] for step in steps] == [0.85, None]
    neighbors = json.loads(printed(ask("neighbors", "BPO", "--format", "json")))
    assert [one["confidence"] for one in neighbors] == [0.85]


def test_no_short_enough_path_fails() -> None:
    assert refusal(ask("path", "BPO", "CRM", "--max-length", "1")) == (
        "Error: No path of at most 1 step joins 'Business process outsourcing' "
        "and 'Customer relationship management'.\n"
    )
    assert refusal(ask("path", "PM", "Customer success manager")) == (
        "Error: No path of at most 6 steps joins 'Product manager' and 'Customer success manager'.\n"
    )


def test_path_from_a_term_to_itself_says_so() -> None:
    assert printed(ask("path", "PM", "product manager")) == "PM and Product manager are the same term.\n"


def test_all_paths_are_told_one_below_the_other() -> None:
    assert printed(ask("path", "BPO", "CRM", "--all")) == printed(ask("path", "BPO", "CRM"))


# neighbors


def test_neighbors_stand_with_the_relation_that_leads_to_them() -> None:
    assert printed(ask("neighbors", "PM")) == (
        "Steps  From             Relation            Term                              Class\n"
        "    1  Product manager  is responsible for  user research                     Activity\n"
        "    1  Product manager  is employed by      Business process outsourcing      Sector\n"
        "    1  Product manager  uses                Customer relationship management  System\n"
    )


def test_neighbors_follow_depth_relation_and_direction() -> None:
    def labels(*options: str) -> list[str]:
        return [row["label"] for row in json.loads(printed(ask("neighbors", *options, "--format", "json")))]

    assert labels("PM", "--depth", "2")[-1] == "designer"
    assert labels("PM", "--relation", "uses") == ["Customer relationship management"]
    assert labels("PM", "--direction", "in") == ["Business process outsourcing"]
    assert labels("PM", "--relation", "worksFor", "--direction", "out") == ["Business process outsourcing"]


def test_unknown_relation_type_is_answered_with_the_near_one() -> None:
    message = refusal(ask("neighbors", "PM", "--relation", "emplys"))
    assert message.startswith("Error: no relation type is named 'emplys'; did you mean 'employs'")


def test_term_without_neighbors_says_so() -> None:
    result = ask("neighbors", "feature count")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "feature count has no such neighbors.\n"


# relations and stats


def test_relations_are_counted_by_type() -> None:
    rows = json.loads(printed(ask("relations", "--format", "json")))
    assert {row["type"]: row["count"] for row in rows} == {
        "responsibleFor": 1,
        "collaboratesWith": 1,
        "employs": 1,
        "uses": 1,
    }
    employs = next(row for row in rows if row["type"] == "employs")
    assert (employs["from"], employs["to"]) == (["Organization", "Sector"], ["Role"])
    assert (employs["phrase"], employs["inverse_phrase"]) == ("employs", "is employed by")


def test_stats_count_and_measure() -> None:
    text = printed(ask("stats", "--central", "1"))
    assert text == (
        "Terms       5, and 3 mentions\n"
        "Relations   4 of 4 types\n"
        "Evidence    4 quotes, and 1 denial\n"
        "Questions   1\n"
        "Sources     3\n"
        "Triples     116\n"
        "Components  4, of 5, 1, 1, 1 terms\n"
        "Isolated    3\n"
        "Mean degree 1.00\n"
        "Density     0.1429\n"
        "\n"
        "Class     Terms\n"
        "Role          4\n"
        "Activity      1\n"
        "Metric        1\n"
        "Sector        1\n"
        "System        1\n"
        "\n"
        "Term             Relations  Betweenness  Closeness\n"
        "Product manager          3  0.238        0.457\n"
    )


def test_stats_as_json_are_an_object() -> None:
    stats = json.loads(printed(ask("stats", "--format", "json", "--central", "1")))
    assert (stats["entries"], stats["mentions"], stats["relations"]) == (5, 3, 4)
    assert stats["central"][0]["term"] == "Product manager"
