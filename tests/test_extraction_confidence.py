"""How sure statements are: signs, figures that hold, and what is left out for want of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from extraction_samples import GLOSSARY, built, labels, triple, triples

from rolegraph.exports import write
from rolegraph.extraction import MIN_CONFIDENCE, build
from rolegraph.extraction.claims.claims import Claim
from rolegraph.extraction.review.confidence import Weights, confidence, signs, surest, weights
from rolegraph.extraction.review.reviewing import Record, sift
from rolegraph.extraction.words.phrases import Phrase
from rolegraph.graph import Evidence, KnowledgeGraph, Place, Statement, Text, highest_confidence
from rolegraph.ontology import RG, load

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks" / "extraction"))
import calibration

PM = Phrase("PMs", "noun", "pms", ("product manager",), ("product manager",), start=0, end=1)
TOPIC = Phrase("Product manager", "noun", "manager", ("product manager",), ("product manager",))
CLASSES = {"product manager": (RG + "Role",), "ticket system": (RG + "System",), "engineers": (RG + "Role",)}


def classes(phrase: Phrase) -> tuple[str, ...]:
    return CLASSES.get(phrase.keys[0] if phrase.keys else phrase.text, ())


def noun(text: str, start: int = 2) -> Phrase:
    return Phrase(text, "noun", text.split()[-1], start=start, end=start + len(text.split()))


def found(subject: Phrase, relation: str, target: Phrase, quote: str = "", **more: Any) -> set[str]:
    """Give the signs of a claim that a verb at the second word makes, less that of its relation."""
    claim = Claim(subject, load().relation_type(relation), target, rule="verb cue", cue=1)._replace(**more)
    words = quote or f"{subject.text} {relation} {target.text}."
    return set(signs(claim, words, classes)) - {f"says {relation}"}


def evidence(quote: str = "PMs use it.", **more: Any) -> Evidence:
    made = Evidence(Statement("e:pm", RG + "uses", "e:crm"), Text(quote), Place("e:a.md", 1, 1))
    return made._replace(**more)


# --- signs ---------------------------------------------------------------------------------------------------


def test_ends_of_fitting_classes_are_told() -> None:
    assert found(PM, "uses", noun("ticket system")) == {"one term", "class fits"}


def test_end_of_another_class_and_one_of_no_class_are_told() -> None:
    assert found(PM, "uses", noun("engineers")) >= {"class fits", "class misfit"}
    assert "class unknown" in found(PM, "uses", noun("big plans"))


def test_subject_that_no_word_names_is_told() -> None:
    assert "headword implied" in found(TOPIC, "uses", noun("ticket system"))
    assert "headword implied" not in found(PM, "uses", noun("ticket system"))


def test_gerund_that_is_cut_off_from_its_object_is_told_from_one_that_stands_whole() -> None:
    cut = Phrase("planning", "gerund", "planning", start=2, end=3)
    assert "bare gerund" in found(PM, "responsibleFor", cut, "PMs own planning the releases of a product.")
    assert "bare gerund" not in found(PM, "responsibleFor", cut, "PMs own planning and budgets.")


def test_who_is_to_do_something_is_no_goal() -> None:
    quote = "PMs help callers to find answers."
    assert "supports somebody" in found(PM, "supports", noun("callers"), quote)
    assert "supports somebody" not in found(PM, "supports", noun("sales"), "PMs help sales.")


def test_end_far_from_the_cue_and_a_long_sentence_are_told() -> None:
    quote = "PMs use " + "very " * 30 + "ticket systems."
    assert found(PM, "uses", noun("ticket system", start=32), quote) >= {"far from cue", "long sentence"}


def test_hedge_and_denial_are_told() -> None:
    said = found(PM, "uses", noun("ticket system"), qualifiers=(("hedge", "often"),), negative=True)
    assert said >= {"hedge", "denied"}


# --- figures -------------------------------------------------------------------------------------------------


def test_confidence_is_the_logistic_function_of_a_sum() -> None:
    table = Weights({"genus": 1.0}, {"hedge": 0.5, "denied": -1.5}, 0.0)
    assert confidence("genus", ["hedge", "denied"], table) == 0.5
    assert confidence("genus", ["a sign that nobody weighed"], table) == 0.73
    assert confidence("another rule", [], table) == 0.5


def test_confidence_is_never_certain() -> None:
    table = Weights({}, {"sure": 99.0, "wrong": -99.0}, 0.0)
    assert (confidence("", ["sure"], table), confidence("", ["wrong"], table)) == (0.99, 0.01)


def test_every_statement_has_a_rule_that_was_weighed_and_a_confidence(tmp_path: Path) -> None:
    text = (
        "# Product manager (PM)\n\nA product manager is a lead who owns the backlog. Designers report to PMs. "
        "PMs use systems such as the CRM. See also Squad.\n\n## Skills\n\n- Writing\n\n## Activities\n\n"
        "| Activity | Share |\n|---|---|\n| Planning | 50% |\n"
    )
    said = [
        each
        for each in built(tmp_path, terms_md=GLOSSARY, pm_md=text).evidence
        if "pm.md" in each.place.source
    ]
    assert {each.rule for each in said} >= {
        "genus",
        "verb cue",
        "noun cue",
        "requirement",
        "activity column",
        "see also",
    }
    assert {each.rule for each in said} <= set(weights().rules)
    assert all(each.confidence and 0 < each.confidence < 1 for each in said)


RULES = {
    "scope": "# Words\n\n- Log: a record of a firing.\n- Firing: a heating.\n",
    "formula": "# Words\n\n- Margin: price minus cost.\n- Price: a sum.\n",
    "contrast": "# Words\n\n- Bull: a rising price, as opposed to a bear.\n- Bear: a falling price.\n",
    "other name": "# Words\n\n- Bull: a rise, also called an upswing.\n- Upswing: a movement.\n",
    "example": "# Words\n\n- Oxide: a colour. Examples include cobalt.\n- Lead: a metal.\n",
    "group": "# Words\n\n- Fleet: a group of ships.\n- Ship: a craft.\n",
    "duty": "# Data engineer\n\n## Responsibilities\n\n- Maintain the pipelines\n",
    "requirement": "# Data engineer\n\n## Requirements\n\n- 3+ years of experience with SQL\n",
    "label field": "# Data engineer\n\nReports to: Head of data\n\n## Responsibilities\n\n- Maintain pipelines\n",
    "plain genus": "# Glossaire\n\n- Backlog : une liste.\n- Sprint : une période de travail.\n",
    "plain cue": "# Glossaire\n\n- Sprint : une période. Il fait partie de la version.\n- Version : un produit.\n",
}


@pytest.mark.parametrize("rule", RULES)
def test_reading_names_its_rule(tmp_path: Path, rule: str) -> None:
    said = built(tmp_path, words_md=RULES[rule]).evidence
    assert rule in {each.rule for each in said}
    assert {each.rule for each in said} <= set(weights().rules)


def test_rules_that_were_weighed_stand_in_the_docs() -> None:
    page = (Path(__file__).resolve().parents[1] / "docs" / "extraction.md").read_text(encoding="utf-8")
    listed = page[page.index("| rules |") : page.index("| signs |")]
    assert [rule for rule in weights().rules if f"*{rule}*" not in listed] == []


def test_what_two_rules_read_in_one_sentence_is_as_sure_as_the_surer() -> None:
    one, other = evidence(confidence=0.4, rule="verb cue"), evidence(confidence=0.8, rule="genus")
    assert surest([one, other]) == surest([other, one]) == [other]


def test_part_of_a_sentence_tells_no_second_time_what_all_of_it_tells() -> None:
    whole = evidence("Lead: Use it.", confidence=0.5)
    part = evidence("Use it.", confidence=0.8)
    hedged = part._replace(qualifiers=(("hedge", "often"),), confidence=0.3)
    assert surest([whole, part, hedged]) == [part._replace(qualifiers=(("hedge", "often"),))]
    rarely = hedged._replace(qualifiers=(("hedge", "rarely"),))
    assert len(surest([hedged, rarely, evidence("No part of it.")])) == 3


def test_statement_is_as_sure_as_its_surest_sentence() -> None:
    said = [evidence(confidence=0.4), evidence("Use it!", confidence=0.7), evidence("Not so.", negative=True)]
    assert highest_confidence(said) == 0.7
    assert highest_confidence([evidence()]) is None


# --- how well they hold --------------------------------------------------------------------------------------


def test_precision_rises_with_confidence_on_the_judged_statements() -> None:
    pairs = [(calibration.figure(row, weights()), row.right) for row in calibration.judged()]
    right = [one.right for one in calibration.bins(pairs, (0, 0.5, 0.7, 0.85, 1))]
    assert right == sorted(right)
    assert len(pairs) >= 250
    assert calibration.error(calibration.bins(pairs)) < 0.06


def test_default_threshold_leaves_out_more_wrong_statements_than_right_ones() -> None:
    below = [row.right for row in calibration.judged() if calibration.figure(row, weights()) < MIN_CONFIDENCE]
    assert sum(below) < len(below) / 2


def test_shipped_numbers_are_those_that_the_judged_statements_give() -> None:
    fitted = calibration.fit(calibration.judged())
    assert fitted.rules == pytest.approx(weights().rules, abs=0.02)
    assert fitted.signs == pytest.approx(weights().signs, abs=0.02)


def test_fit_finds_the_share_of_right_statements() -> None:
    rows = [calibration.Judged("a", False, "genus", (), number % 10 != 0) for number in range(500)]
    assert confidence("genus", [], calibration.fit(rows)) == pytest.approx(0.9, abs=0.02)


# --- what is left out ----------------------------------------------------------------------------------------

DOUBTFUL = "# Desk\n\nA desk is a team that helps callers to find answers in the archive.\n"


def test_statements_below_the_least_confidence_are_neither_stated_nor_evidenced(tmp_path: Path) -> None:
    everything = built(tmp_path, desk_md=DOUBTFUL)
    assert ("Desk", "supports", "callers") in triples(everything)
    least = max(
        each.confidence or 0 for each in everything.evidence if each.statement.relation == RG + "supports"
    )
    sure = build([str(tmp_path)], min_confidence=least + 0.01)
    kept = [each for each in everything.evidence if (each.confidence or 0) > least]
    assert sure.evidence == kept
    assert sure.doubtful == len(everything.evidence) - len(kept) > 0
    assert ("Desk", "supports", "callers") not in {
        triple(each, labels(sure)) for each in sure.graph.evidence()
    }


def test_doubtful_sentence_stays_as_evidence_of_what_another_one_states_surely() -> None:
    sure, doubtful = evidence(confidence=0.8), evidence("Use it!", confidence=0.1)
    denied = evidence("Not so.", confidence=0.1, negative=True)
    assert sift(Record([], [sure, doubtful, denied]), 0.5).evidence == [sure, doubtful]
    assert sift(Record([], [doubtful, evidence()]), 0.5).evidence == [doubtful, evidence()]


def test_mention_that_only_a_doubtful_statement_spoke_of_is_gone(tmp_path: Path) -> None:
    everything = built(tmp_path, desk_md=DOUBTFUL)
    nothing = build([str(tmp_path)], min_confidence=1)
    assert "callers" in {term.label.value for term in everything.terms}
    assert [term.label.value for term in nothing.terms] == ["Desk"]


def test_without_a_threshold_the_default_one_holds(tmp_path: Path) -> None:
    everything = built(tmp_path, desk_md=DOUBTFUL)
    kept = [each for each in everything.evidence if (each.confidence or 0) >= MIN_CONFIDENCE]
    assert build([str(tmp_path)]).evidence == kept


def test_confidence_is_read_back_from_a_written_graph(tmp_path: Path) -> None:
    said = built(tmp_path, desk_md=DOUBTFUL)
    figures = sorted((each.rule, each.confidence) for each in said.evidence)
    write(said.graph, "turtle", tmp_path / "desk.ttl")
    graph = KnowledgeGraph.open(tmp_path / "desk.ttl")
    assert sorted((each.rule, each.confidence) for each in graph.evidence()) == figures


def test_edges_of_the_network_carry_the_confidence_that_is_known() -> None:
    kg = KnowledgeGraph.from_record([], [evidence(confidence=0.4), evidence("Use it!", confidence=0.7)])
    assert [data["confidence"] for *_, data in kg.network().edges(data=True)] == [0.7]
    unknown = KnowledgeGraph.from_record([], [evidence()])
    assert ["confidence" in data for *_, data in unknown.network().edges(data=True)] == [False]
