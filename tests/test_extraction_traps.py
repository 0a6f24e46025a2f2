"""Traps that real documents set: sentences and forms that are easily read as what they don't say."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import (
    abbreviations,
    built,
    case,
    definitions,
    entries,
    parameters,
    sentence_says,
    triples,
)

SENTENCES = [
    # "broader" as an adjective is no relation
    case(
        "Business process outsourcing",
        "The broader sector that often hires PMs for internal tools.",
        "Business process outsourcing -broader-> sector",
        "Business process outsourcing -employs-> Product manager {hedge: often}",
    ),
    # a metric that is denied
    case(
        "Product manager",
        "Output is judged by retention, not ticket count.",
        "Product manager -measuredBy-> retention",
        "no Product manager -measuredBy-> ticket count",
    ),
    # "manages" turned round, with numbers of every kind
    case(
        "Chief product officer",
        "A CPO manages 2–4 PMs.",
        "Product manager -reportsTo-> Chief product officer",
    ),
    case(
        "Chief product officer",
        "The CPO manages two to four product managers.",
        "Product manager -reportsTo-> Chief product officer",
        fault="a range in words hides the object",
    ),
    case(
        "Chief product officer",
        "The CPO manages a team of designers.",
        "Designer -reportsTo-> Chief product officer",
    ),
    case(
        "Product manager",
        "A product manager manages the backlog.",
        "Product manager -responsibleFor-> Backlog",
    ),
    # "is responsible to" and "accountable to" name the boss, not a duty
    case(
        "Product manager",
        "A product manager is accountable to the CPO.",
        "Product manager -reportsTo-> Chief product officer",
    ),
    # a simile is no example
    case("Scrum", "The coach guides teams like a mountain guide.", "coach -responsibleFor-> team"),
    # what somebody is not is no genus
    case(
        "Product manager",
        "A product manager is not a project manager.",
        "Product manager -distinctFrom-> Project manager",
    ),
    # a modified headword is another thing
    case(
        "Backlog",
        "A backlog tool is a program for lists.",
        "backlog tool -broader-> program",
        "backlog tool -appliesTo-> lists",
    ),
    # people are informed, they don't depend
    case(
        "Recruiter",
        "Recruiters inform candidates.",
        fault="'informs' is a cue of input even where people are informed",
    ),
    # rules are followed, they don't come first
    case("Recruiter", "Recruiters follow the law."),
    # an idiom of use
    case("Scrum", "The term Scrum is used with regard to teams."),
    # e.g. is no thing
    case(
        "Product manager",
        "Product managers use systems (e.g. Jira or Figma).",
        "Product manager -uses-> systems",
        "Jira -exampleOf-> systems",
        "Figma -exampleOf-> systems",
    ),
    # who helps whom do what
    case(
        "Scrum",
        "Scrum helps teams deliver software.",
        "Scrum -supports-> team",
        "Scrum -supports-> delivering software",
    ),
    case(
        "Scrum",
        "Scrum helps teams to deliver software.",
        "Scrum -supports-> team",
        "Scrum -supports-> delivering software",
    ),
    # a person at a firm is in no place
    case(
        "Scrum",
        "Scrum was coined by Jeff Sutherland at Easel.",
        "Scrum -createdBy-> Jeff Sutherland",
    ),
    # a verb between a place and "such as"
    case(
        "Contact centre",
        "Teams in Krakow serve banks such as UBS.",
        "UBS -exampleOf-> banks",
        fault="a verb behind a name that follows 'in' is read as a noun",
    ),
    # a negation reaches over "or"
    case(
        "Product manager",
        "A product manager does not assign tasks or write code.",
        "no Product manager -produces-> code",
    ),
    case(
        "Product manager",
        "PMs don't write code or manage designers.",
        "no Product manager -produces-> code",
        "no Designer -reportsTo-> Product manager",
    ),
    case(
        "Recruiter", "Recruiters cannot use a CRM.", "no Recruiter -uses-> Customer relationship management"
    ),
    case("Recruiter", "Not every recruiter uses a CRM.", fault="'not every' is not taken for a negation"),
    case(
        "Recruiter",
        "It is a myth that recruiters report to designers.",
        fault="what is called a myth is stated",
    ),
    case("Recruiter", "Do recruiters report to the CPO?"),
    # what is to come is no duty
    case("Product manager", "Product managers plan the next 12 months."),
    # the head noun of the headword stands for it
    case(
        "Product manager",
        "The manager owns the roadmap.",
        "Product manager -responsibleFor-> roadmap",
    ),
    case(
        "UX researcher",
        "Researchers work with designers.",
        "UX researcher -collaboratesWith-> Designer",
    ),
    case(
        "Agile coaching",
        "Coaching depends on trust.",
        "Agile coaching -dependsOn-> trust",
    ),
    # a person at a firm, a firm that did something: neither is a place
    case(
        "Scrum",
        "Scrum was made popular by Jeff Sutherland at Easel.",
    ),
    # two nouns that don't share their last word
    case(
        "Service level agreement",
        "SLAs depend on scope and energy prices.",
        "Service level agreement -dependsOn-> scope",
        "Service level agreement -dependsOn-> energy prices",
        fault="the last word of a list is lent to a noun that stands alone",
    ),
]
GLOSSES = [
    case(
        "Business process outsourcing",
        "The broader sector.",
        "Business process outsourcing -broader-> sector",
    ),
    # a list of things is a list
    case(
        "Backlog",
        "An ordered list of work.",
        "Backlog -broader-> list of work",
        fault="'list of' gives way to what is listed",
    ),
    case(
        "Churn rate",
        "The number of customers who leave in a month.",
        "Churn rate -broader-> number of customers",
    ),
    # a verb is no genus
    case(
        "Contact centre",
        "Keeps customers happy.",
        "Contact centre -responsibleFor-> keeping customers happy",
    ),
    case("Scrum", "Describes roles and events."),
    # an adjective is no genus
    case(
        "Backlog",
        "Manual work that grows.",
        "Backlog -broader-> manual work",
    ),
    # what "for" and "of" bring in doesn't act
    case(
        "Scrum",
        "Rules for projects published by Scrum.org.",
        "Scrum -broader-> rules",
        "Scrum -createdBy-> Scrum.org",
        fault="a participle behind a complement is not read",
    ),
]


@pytest.mark.parametrize(("topic", "sentence", "expected"), parameters(SENTENCES))
def test_sentence_states_just_this(
    tmp_path: Path, topic: str, sentence: str, expected: frozenset[str]
) -> None:
    defines = sentence.startswith("The broader")
    assert sentence_says(tmp_path, topic, sentence, defines=defines) == expected


@pytest.mark.parametrize(("topic", "sentence", "expected"), parameters(GLOSSES))
def test_gloss_states_just_this(tmp_path: Path, topic: str, sentence: str, expected: frozenset[str]) -> None:
    assert sentence_says(tmp_path, topic, sentence, defines=True) == expected


@pytest.mark.parametrize(
    "parenthesis",
    ["grade 7", "verb", "optional", "see below", "two to four people", "formerly help desk lead"],
)
def test_parenthesis_is_not_always_an_abbreviation(tmp_path: Path, parenthesis: str) -> None:
    found = built(tmp_path, terms_md=f"- Service desk lead ({parenthesis}): a role.\n")
    assert list(entries(found)) == ["Service desk lead"]
    assert abbreviations(found) == {}


def test_former_name_in_a_parenthesis_is_another_name(tmp_path: Path) -> None:
    found = entries(built(tmp_path, terms_md="- Service desk lead (formerly help desk lead): a role.\n"))
    assert [text.value for text in found["Service desk lead"].alternatives] == ["help desk lead"]


def test_headword_can_be_the_abbreviation_and_the_definition_its_expansion(tmp_path: Path) -> None:
    found = built(tmp_path, terms_md="- FCR: First contact resolution\n- AHT: Average handle time\n")
    assert abbreviations(found) == {"First contact resolution": ["FCR"], "Average handle time": ["AHT"]}
    assert triples(found) == set()


def test_definition_can_follow_the_expansion(tmp_path: Path) -> None:
    found = built(
        tmp_path, terms_md="- AHT: Average handle time – a metric.\n- FCR: First contact resolution\n"
    )
    assert abbreviations(found) == {"First contact resolution": ["FCR"], "Average handle time": ["AHT"]}
    assert definitions(found)["Average handle time"] == ["a metric."]


def test_expansion_in_small_letters_is_a_name_too(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        terms_md="- CRM (customer relationship management): a system.\n",
        use_md="# Recruiter\n\nA recruiter relies on customer relationship management.\n",
    )
    (uses,) = [stated for stated in triples(found, "use.md") if stated[1] == "uses"]
    assert uses[2] in entries(found)


def test_abbreviation_of_two_terms_stays_with_both(tmp_path: Path) -> None:
    found = built(tmp_path, terms_md="- Project manager (PM): a role.\n- Product manager (PM): a role.\n")
    assert abbreviations(found) == {"Project manager": ["PM"], "Product manager": ["PM"]}


def test_entry_can_be_only_a_pointer(tmp_path: Path) -> None:
    found = built(
        tmp_path, terms_md="- Churn rate: the share of customers lost.\n- Attrition rate: see Churn rate\n"
    )
    assert ("Attrition rate", "synonymOf", "Churn rate") in triples(found)


def test_subject_of_an_item_can_be_two_headings_up(tmp_path: Path) -> None:
    text = (
        "# Payroll analyst\n\nA payroll analyst checks pay.\n\n## Profile\n\n### Responsibilities\n\n"
        "- Monthly pay run\n\n### Tools\n\n- SAP\n"
    )
    stated = {
        (subject, name, target.lower()) for subject, name, target in triples(built(tmp_path, a_md=text))
    }
    assert ("Payroll analyst", "uses", "sap") in stated
    assert [each for each in stated if each[1] == "responsibleFor" and "pay run" in each[2]] != []
    assert {subject for subject, name, _ in stated if name in ("uses", "responsibleFor")} == {
        "Payroll analyst"
    }


INVITATIONS = [
    "Contact our team today to find your next partner.",
    "Book a free demo now!",
    "Download our guide to outsourcing here.",
    "Ready to start? Talk to us.",
    "Subscribe to our newsletter.",
]


@pytest.mark.parametrize("line", INVITATIONS)
def test_call_to_action_says_nothing_and_is_reported(tmp_path: Path, line: str) -> None:
    found = built(tmp_path, a_md=f"# Recruiter\n\nA recruiter fills vacancies.\n\n{line}\n")
    assert [(skip.source, skip.line, skip.text, skip.reason) for skip in found.skipped] == [
        ("a.md", 5, line, "call to action")
    ]
    assert [term.label.value for term in found.terms if not term.mention] == ["Recruiter"]


def test_sentence_that_only_begins_like_an_invitation_is_read(tmp_path: Path) -> None:
    found = built(
        tmp_path,
        a_md="# Recruiter\n\nA recruiter fills vacancies.\n\nNeed drives hiring. Recruiters use LinkedIn.\n",
    )
    assert found.skipped == []


@pytest.mark.parametrize(
    "heading", ["References", "Further reading", "Contents", "About the author", "Newsletter"]
)
def test_section_that_is_not_about_terms_is_reported(tmp_path: Path, heading: str) -> None:
    text = f"# Recruiter\n\nA recruiter fills vacancies.\n\n## {heading}\n\n- Hiring, a handbook\n"
    found = built(tmp_path, a_md=text)
    assert [(skip.line, skip.text) for skip in found.skipped] == [(5, heading)]
    assert [term.label.value for term in found.terms if "andbook" in term.label.value] == []


@pytest.mark.parametrize(
    "definition", ["(a place for a ship)", "- (used in ports)", "by (a pilot)", "(x) (y)"]
)
def test_definition_in_brackets_alone_is_read(tmp_path: Path, definition: str) -> None:
    found = built(tmp_path, a_md=f"# Words\n\n- BER: {definition}\n- Crane: a machine that lifts.\n")
    assert set(entries(found)) == {"BER", "Crane"}


def test_cell_without_a_letter_is_no_end_of_a_relation(tmp_path: Path) -> None:
    rows = "| wages that a clerk pays | 33 | 47 |\n| books kept | 4 | – |\n"
    table = f"| | before | tasks |\n|---|---|---|\n{rows}"
    found = built(tmp_path, a_md=f"# How it is kept\n\n{table}\nNothing was said in them.\n")
    assert not {target for _, _, target in triples(found)} & {"–", ""}
    assert "an end without a letter or a digit" in {skip.reason for skip in found.skipped}


def test_regard_and_reference_are_ends_where_they_are_no_idiom(tmp_path: Path) -> None:
    page = "- **Footnote**: a note. A footnote uses a reference.\n- **Reference**: a pointer to a source.\n"
    assert ("Footnote", "uses", "Reference") in triples(built(tmp_path, page_md=page), "page.md")
