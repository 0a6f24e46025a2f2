"""Linking: whichever way and in whichever document a term is named, it is the same term."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, classes, definitions, entries, labels, skips, triples

ARTICLE = "# Team lead\n\nA team lead is a position.\n\n{sentence}\n"
TERMS = "- Customer relationship management (CRM): a system for contacts.\n- Recruiter: a role that fills vacancies.\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Team leads rely on customer relationship management.",
        "Team leads rely on Customer Relationship Management.",
        "Team leads rely on the CRM.",
        "Team leads rely on CRMs.",
        "Team leads rely on customer-relationship management.",
    ],
)
def test_mention_links_to_the_entry_of_another_document(tmp_path: Path, sentence: str) -> None:
    found = built(tmp_path, lead_md=ARTICLE.format(sentence=sentence), terms_md=TERMS)
    assert triples(found, "lead.md") == {("Team lead", "uses", "Customer relationship management")}


@pytest.mark.parametrize(
    "sentence", ["Team leads work with a recruiter.", "Team leads work with recruiters."]
)
def test_singular_and_plural_are_one_term(tmp_path: Path, sentence: str) -> None:
    found = built(tmp_path, lead_md=ARTICLE.format(sentence=sentence), terms_md=TERMS)
    assert triples(found, "lead.md") == {("Team lead", "collaboratesWith", "Recruiter")}


def test_abbreviation_in_small_letters_is_no_mention(tmp_path: Path) -> None:
    terms = "- Air conditioning (AC): a system that cools.\n- IT operations (IT): a team.\n"
    found = built(
        tmp_path, lead_md=ARTICLE.format(sentence="The team lead says it works with ac."), terms_md=terms
    )
    assert "IT operations" not in {
        end for stated in triples(found, "lead.md") for end in (stated[0], stated[2])
    }


def test_longest_name_is_the_one_that_is_meant(tmp_path: Path) -> None:
    terms = "- Product manager: a role.\n- Product: an artifact.\n- Growth product manager: a role.\n"
    found = built(
        tmp_path,
        lead_md=ARTICLE.format(sentence="Team leads work with growth product managers."),
        terms_md=terms,
    )
    assert triples(found, "lead.md") == {("Team lead", "collaboratesWith", "Growth product manager")}


def test_what_several_documents_say_of_a_term_is_one_entry(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        a_md="- Retention: the share of customers kept.\n",
        b_md="# Retention (RT)\n\nRetention is how many customers stay.\n",
    )
    assert definitions(found) == {
        "Retention": ["the share of customers kept.", "Retention is how many customers stay."]
    }
    term = entries(found)["Retention"]
    assert [text.value for text in term.abbreviations] == ["RT"]
    assert [place.iri.rpartition("/")[2] for place in term.places] == ["a.md#line=0,1", "b.md#line=0,3"]


def test_gloss_of_a_related_term_gives_way_to_its_own_entry(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        lead_md=ARTICLE.format(sentence="## Related terms\n\n- Queue: the line of callers."),
        queue_md="# Queue\n\nA queue is a set of contacts that wait.\n",
    )
    assert definitions(found)["Queue"] == ["A queue is a set of contacts that wait."]


def test_gloss_is_the_definition_where_there_is_no_other(tmp_path: Path) -> None:
    found = built(
        tmp_path, lead_md=ARTICLE.format(sentence="## Related terms\n\n- Queue: the line of callers.")
    )
    assert definitions(found)["Queue"] == ["the line of callers."]


def test_hyperlink_between_entries_relates_them(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        team_lead_md="# Team lead\n\nA team lead plans shifts with the [rota](shift-plan.md).\n",
        shift_plan_md="# Shift plan\n\nA shift plan lists who works when for the [lead](team_lead.md#duties).\n",
    )
    related = {stated for stated in triples(found) if stated[1] == "related"}
    assert ("Team lead", "related", "Shift plan") in related
    assert ("Shift plan", "related", "Team lead") in related


def test_hyperlink_in_prose_only_explains_where_the_glossary_has_pointers_of_its_own(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        team_lead_md="# Team lead\n\nA team lead plans shifts with the [rota](shift-plan.md).\n",
        shift_plan_md="# Shift plan\n\nA shift plan lists who works when.\n\n## Related terms\n\n- [Queue](queue.md)\n",
        queue_md="# Queue\n\nA queue is a line. Please see the [plan](shift-plan.md).\n",
    )
    assert {stated for stated in triples(found) if stated[1] == "related"} == {
        ("Shift plan", "related", "Queue"),
        ("Queue", "related", "Shift plan"),
    }


def test_related_term_is_the_entry_its_hyperlink_leads_to(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        rota_md="# Rota\n\nA rota lists shifts.\n\n## Related terms\n\n- [Auto rota](automatic-rota.md)\n",
        automatic_rota_md="# Automatic rota\n\nAn automatic rota is a rota that a machine fills.\n",
    )
    assert "Auto rota" not in labels(found).values()


def test_hyperlink_within_a_document_relates_by_its_fragment(tmp_path: Path) -> None:
    text = "# Glossary\n\n## Upsell\n\nA larger plan.\n\n## Cross-sell\n\nA second product. See also [more](#upsell).\n"
    assert ("Cross-sell", "related", "Upsell") in triples(built(tmp_path, terms_md=text))


def test_hyperlink_to_another_site_relates_nothing(tmp_path: Path) -> None:
    text = (
        "- Upsell: a larger plan.\n- Cross-sell: a second product, see [this](https://example.org/upsell).\n"
    )
    assert [stated for stated in triples(built(tmp_path, terms_md=text)) if stated[1] == "related"] == []


def test_ambiguous_abbreviation_is_left_open_and_reported(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        terms_md="- Project manager (PM): a role.\n- Product manager (PM): a role.\n- Designer: a role.\n",
        work_md="# Designer\n\nA designer works with the PM.\n",
    )
    assert triples(found, "work.md") == set()
    assert skips(found) == [
        ("work.md", 3, "'PM' can mean Product manager (terms.md) or Project manager (terms.md)")
    ]


def test_ambiguous_abbreviation_means_the_headword_in_its_own_article(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        terms_md="- Project manager (PM): a role.\n- Designer: a role.\n",
        product_md="# Product manager (PM)\n\nA product manager shapes a product. PMs work with designers.\n",
    )
    assert ("Product manager", "collaboratesWith", "Designer") in triples(found, "product.md")


def test_ambiguous_abbreviation_means_the_only_term_of_the_same_document(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        projects_md="- Project manager (PM): a role.\n",
        products_md="- Product manager (PM): a role.\n- Designer: a role that works with the PM.\n",
    )
    assert ("Designer", "collaboratesWith", "Product manager") in triples(found, "products.md")


def test_thing_that_is_only_spoken_of_is_a_mention_with_its_class_and_place(tmp_path: Path) -> None:
    found = built(tmp_path, lead_md=ARTICLE.format(sentence="The team lead relies on a quality dashboard."))
    (mention,) = [term for term in found.terms if term.mention]
    assert (mention.label.value, [iri.split("#")[1] for iri in mention.classes]) == (
        "quality dashboard",
        ["System"],
    )
    assert [place.iri.rpartition("/")[2] for place in mention.places] == ["lead.md#line=4,5"]


def test_spellings_of_one_mention_are_one_term(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        lead_md=ARTICLE.format(
            sentence="Team leads rely on a quality dashboard. They work with Quality Dashboards."
        ),
        recruiter_md="# Recruiter\n\nA recruiter relies on quality dashboards.\n",
    )
    assert [label for label in labels(found).values() if "dashboard" in label.lower()] == [
        "quality dashboard"
    ]


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("Payroll clerk: somebody who pays people.", "Role"),
        ("Jira: a tool that tracks issues.", "System"),
        ("Kanban: a method that limits work in progress.", "Method"),
        ("Shrinkage: the share of paid time without work.", "Metric"),
        ("Banking: an industry.", "Sector"),
        ("Design guild: people who share standards.", "Team"),
        ("Data entry: typing records into a system.", "Activity"),
        ("Roadmap: what comes when.", "Artifact"),
        ("Empathy: the gift of seeing how others feel.", "Skill"),
        ("Poland: a country in Europe.", "Place"),
        ("Call centre: a firm that answers calls.", "Organization"),
        ("Port office: an organization that runs ports.", "Organization"),
        ("Night office: a place where agents work by night.", "Place"),
        ("Service level: the share of calls that are answered in time.", "Metric"),
    ],
)
def test_class_is_told_by_the_head_noun_of_the_label_or_of_the_genus(
    tmp_path: Path, entry: str, name: str
) -> None:
    (found,) = classes(built(tmp_path, terms_md=f"- {entry}\n")).values()
    assert found == [name]


@pytest.mark.parametrize(
    "text",
    [
        "a thick rope; see also anchor.",
        "a thick rope, see Anchor.",
        "a thick rope (cf. anchors) of steel.",
        "a thick rope. For details, please refer to the entry Anchor.",
        "a thick rope. It is made of steel – see anchor for more.",
    ],
)
def test_pointer_within_a_text_relates(tmp_path: Path, text: str) -> None:
    found = built(tmp_path, ship_md=f"- Anchor: a heavy hook.\n- Berth: a place.\n- Cable: {text}\n")
    about = {stated for stated in triples(found, "ship.md") if stated[0] == "Cable"}
    assert {("Cable", "related", "Anchor"), ("Cable", "broader", "rope")} <= {
        (one, relation, other.removeprefix("thick ")) for one, relation, other in about
    }
    assert ("Cable", "broader", "Anchor") not in about


def test_pointer_in_another_language_relates(tmp_path: Path) -> None:
    glossary = (
        "---\nlang: de\n---\n- Anker: ein schwerer Haken.\n- Kabel: ein dickes Seil; siehe auch Anker.\n"
    )
    assert ("Kabel", "related", "Anker") in triples(built(tmp_path, schiff_md=glossary), "schiff.md")


def test_what_one_sees_is_no_pointer(tmp_path: Path) -> None:
    text = "a tool with which crews log in, see anchors and act."
    found = built(tmp_path, ship_md=f"- Anchor: a heavy hook.\n- Berth: a place.\n- Panel: {text}\n")
    assert ("Panel", "related", "Anchor") not in triples(found, "ship.md")
