"""How sentences are built: negation, hedges, clauses, pronouns, enumerations, and what each does to a statement."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import case, parameters, sentence_says

NEGATIONS = [
    case("Product manager", "Product managers rarely write code.", "no Product manager -produces-> code"),
    case("Recruiter", "The role isn't responsible for payroll.", "no Recruiter -responsibleFor-> payroll"),
    case(
        "Product manager", "A PM never reports to a recruiter.", "no Product manager -reportsTo-> Recruiter"
    ),
    case(
        "Product manager",
        "A product manager does not manage designers.",
        "no Designer -reportsTo-> Product manager",
    ),
    case(
        "Product manager",
        "Product managers own the roadmap but do not manage designers.",
        "Product manager -responsibleFor-> roadmap",
        "no Designer -reportsTo-> Product manager",
    ),
    case(
        "Product manager",
        "No product manager owns the budget.",
        "no Product manager -responsibleFor-> budget",
    ),
    case(
        "Product manager",
        "Success is measured in retention, not feature count.",
        "Product manager -measuredBy-> retention",
        "no Product manager -measuredBy-> feature count",
    ),
    case(
        "Product manager",
        "Success is measured in retention rather than revenue.",
        "Product manager -measuredBy-> retention",
        "no Product manager -measuredBy-> revenue",
    ),
    case(
        "Recruiter",
        "Recruiters use spreadsheets.",
        "Recruiter -uses-> spreadsheets",
    ),
    case(
        "Recruiter",
        "A recruiter uses software every day.",
        "Recruiter -uses-> software",
    ),
    case("Recruiter", "The desk of a recruiter records system holds paper."),
    case(
        "Recruiter",
        "Recruiters are measured by retention rather than by headcount.",
        "Recruiter -measuredBy-> retention",
        "no Recruiter -measuredBy-> headcount",
    ),
    case(
        "Product manager",
        "PMs own outcomes instead of tasks.",
        "Product manager -responsibleFor-> outcomes",
        "no Product manager -responsibleFor-> tasks",
    ),
    case(
        "Product manager",
        "PMs work with designers, not with recruiters.",
        "Product manager -collaboratesWith-> Designer",
        "no Product manager -collaboratesWith-> Recruiter",
    ),
    case(
        "Product manager",
        "PMs own the roadmap without managing designers.",
        "Product manager -responsibleFor-> roadmap",
        "no Designer -reportsTo-> Product manager",
        fault="a gerund behind 'without' gets the object before it as subject",
    ),
    case("Backlog", "Writing a backlog is no easy task."),
    case("Product manager", "A product manager has no authority over designers."),
    case("Offshoring", "Offshoring is no longer limited to banks.", "no Offshoring -appliesTo-> banks"),
]

HEDGES = [
    case(
        "Product manager",
        "Product managers usually work with designers.",
        "Product manager -collaboratesWith-> Designer {hedge: usually}",
    ),
    case(
        "Product manager",
        "A product manager may own the budget.",
        "Product manager -responsibleFor-> budget {hedge: may}",
    ),
    case(
        "Product manager",
        "Most product managers use a CRM.",
        "Product manager -uses-> Customer relationship management {hedge: most}",
    ),
    case(
        "Product manager",
        "A product manager often reports to the CPO.",
        "Product manager -reportsTo-> Chief product officer {hedge: often}",
    ),
    case(
        "Product manager",
        "PMs tend to work with designers.",
        "Product manager -collaboratesWith-> Designer {hedge: tend to}",
        fault="'tend to' is no hedge",
    ),
]

SAYINGS = [
    case(
        "Product manager",
        "According to Gartner, product managers use a CRM.",
        "Product manager -uses-> Customer relationship management {attribution: Gartner}",
    ),
    case(
        "Product manager",
        "At Spotify, product managers work with designers.",
        "Product manager -collaboratesWith-> Designer {context: at Spotify}",
        "Spotify -employs-> Product manager",
    ),
    case(
        "Product manager",
        "In the BPO sector, product managers use a CRM.",
        "Product manager -uses-> Customer relationship management {context: in the BPO sector}",
    ),
    case(
        "Product manager",
        "According to a survey by Gartner, most product managers work with designers.",
        "Product manager -collaboratesWith-> Designer {attribution: a survey by Gartner, hedge: most}",
    ),
    case("Product manager", "If product managers work with recruiters, hiring is faster."),
]

CLAUSES = [
    # relative clauses
    case(
        "Product manager",
        "A product manager, who reports to the CPO, owns the roadmap.",
        "Product manager -reportsTo-> Chief product officer",
        "Product manager -responsibleFor-> roadmap",
    ),
    case(
        "Contact centre",
        "A contact centre employs agents who use a CRM.",
        "Contact centre -employs-> agents",
        "agents -uses-> Customer relationship management",
    ),
    # infinitives
    case(
        "Contact centre",
        "Contact centres hire product managers to run internal platforms.",
        "Contact centre -employs-> Product manager",
        "Product manager -responsibleFor-> internal platforms",
    ),
    case(
        "Recruiter",
        "Recruiters use a CRM to improve retention.",
        "Recruiter -uses-> Customer relationship management",
        "Recruiter -supports-> retention",
    ),
    case(
        "Customer relationship management",
        "A CRM is used to track leads.",
        "Customer relationship management -appliesTo-> leads",
    ),
    # participles
    case(
        "Product manager",
        "Technical product managers embedded in platform teams own the roadmap.",
        "technical product managers -broader-> Product manager",
        "technical product managers -memberOf-> platform teams",
        "technical product managers -responsibleFor-> roadmap",
        fault="'teams' before a verb is read as a verb",
    ),
    case(
        "Product manager",
        "Product managers running experiments work with designers.",
        "Product manager -responsibleFor-> experiments",
        "Product manager -collaboratesWith-> Designer",
    ),
    case(
        "Recruiter",
        "Recruiters working for agencies use a CRM.",
        "agencies -employs-> Recruiter",
        "Recruiter -uses-> Customer relationship management",
        fault="the object of a participle is taken for the subject of the main verb",
    ),
    # coordination
    case(
        "Product manager",
        "Product managers and project managers work with designers.",
        "Product manager -collaboratesWith-> Designer",
        "Project manager -collaboratesWith-> Designer",
    ),
    case(
        "Product manager",
        "The product manager, together with the designer, owns discovery.",
        "Product manager -collaboratesWith-> Designer",
        "Product manager -responsibleFor-> Discovery",
        fault="an inserted phrase hides the main verb",
    ),
    case(
        "Designer",
        "Designers report to a design director and work in a squad.",
        "Designer -reportsTo-> design director",
        "Designer -memberOf-> Squad",
        fault="'works in' is no cue of membership",
    ),
    case(
        "Product manager",
        "A product manager without a designer works with a UX researcher.",
        "Product manager -collaboratesWith-> UX researcher",
        fault="'without' ties no noun to the subject before it",
    ),
    case(
        "Product manager",
        "Product managers at Google use a CRM.",
        "Google -employs-> Product manager",
        "Product manager -uses-> Customer relationship management",
    ),
]

REFERENCES = [
    case(
        "Product manager",
        "A product manager owns the roadmap. They report to the CPO.",
        "Product manager -responsibleFor-> roadmap",
        "Product manager -reportsTo-> Chief product officer",
    ),
    case(
        "Product manager",
        "A product manager owns the roadmap. The role requires patience.",
        "Product manager -responsibleFor-> roadmap",
        "Product manager -requiresSkill-> patience",
    ),
    case(
        "Scrum",
        "Scrum is a framework. It includes a backlog.",
        "Scrum -broader-> framework",
        "Backlog -partOf-> Scrum",
    ),
    case(
        "Product manager",
        "These product managers use a CRM.",
        "Product manager -uses-> Customer relationship management",
    ),
    case(
        "Squad",
        "Squads own a feature area. Their goals are set by the product manager.",
        "Squad -responsibleFor-> feature area",
        "Product manager -responsibleFor-> goals",
    ),
]

ENUMERATIONS = [
    case(
        "Product manager",
        "A product manager owns pricing, packaging, positioning, and the launch plan.",
        "Product manager -responsibleFor-> pricing",
        "Product manager -responsibleFor-> packaging",
        "Product manager -responsibleFor-> positioning",
        "Product manager -responsibleFor-> launch plan",
    ),
    case(
        "Product manager",
        "A product manager owns three things: pricing, packaging and positioning.",
        "Product manager -responsibleFor-> pricing",
        "Product manager -responsibleFor-> packaging",
        "Product manager -responsibleFor-> positioning",
    ),
    case(
        "Product manager",
        "Product managers track three metrics: activation, retention and churn rate.",
        "Product manager -measuredBy-> activation",
        "Product manager -measuredBy-> retention",
        "Product manager -measuredBy-> Churn rate",
    ),
    case(
        "Product manager",
        "A product manager works with partners (designers, recruiters and engineers).",
        "Product manager -collaboratesWith-> partners",
        "Designer -exampleOf-> partners",
        "Recruiter -exampleOf-> partners",
        "engineers -exampleOf-> partners",
    ),
    case(
        "Product manager",
        "The role requires three skills — empathy, patience, curiosity.",
        "Product manager -requiresSkill-> empathy",
        "Product manager -requiresSkill-> patience",
        "Product manager -requiresSkill-> curiosity",
        fault="what spells out a counted noun is stated as its example as well",
    ),
    case(
        "Customer relationship management",
        "A CRM is used by several people (e.g. recruiters).",
        "Recruiter -uses-> Customer relationship management",
        fault="examples in brackets don't stand for the people they are examples of",
    ),
    case(
        "Product manager",
        "PMs write specifications and release notes.",
        "Product manager -produces-> specifications",
        "Product manager -produces-> release notes",
        fault="'release' behind 'and' is read as a verb",
    ),
]

LEVELS_TIMES_PLACES = [
    case(
        "Product manager",
        "Senior and principal product managers coach newcomers.",
        "senior product managers -broader-> Product manager",
        "principal product managers -broader-> Product manager",
        "principal product managers -responsibleFor-> newcomers",
    ),
    case(
        "Product manager",
        "Senior product managers manage junior product managers.",
        "senior product managers -broader-> Product manager",
        "junior product managers -broader-> Product manager",
        "junior product managers -reportsTo-> senior product managers",
    ),
    case(
        "Chief product officer",
        "The CPO manages 3 product managers.",
        "Product manager -reportsTo-> Chief product officer",
    ),
    case("Offshoring", "Offshoring grew in the 1990s.", "Offshoring -hasTime-> 1990s"),
    case(
        "Contact centre",
        "Contact centres replaced call centres in the 2000s.",
        "Contact centre -replaces-> call centres",
        "Contact centre -hasTime-> 2000s",
    ),
    case(
        "Scrum",
        "Scrum was introduced in 1995 by Ken Schwaber.",
        "Scrum -hasTime-> 1995",
        "Scrum -createdBy-> Ken Schwaber",
    ),
    case(
        "Contact centre",
        "Many contact centres operate in the Philippines.",
        "Contact centre -locatedIn-> Philippines {hedge: many}",
    ),
    case(
        "Contact centre",
        "Contact centres in Manila hire recruiters in India.",
        "Contact centre -employs-> Recruiter",
        "Contact centre -locatedIn-> Manila",
        "Recruiter -locatedIn-> India",
    ),
]

DEFINITIONS = [
    case(
        "Squad",
        "A squad is a small team that owns a feature area.",
        "Squad -broader-> team",
        "Squad -responsibleFor-> feature area",
    ),
    case("Scrum", "Scrum is not a tool."),
    case(
        "Scrum",
        "A framework developed by Ken Schwaber.",
        "Scrum -broader-> framework",
        "Scrum -createdBy-> Ken Schwaber",
    ),
    case(
        "Service level agreement",
        "A contract between client and provider that covers response times.",
        "Service level agreement -broader-> contract",
        "Service level agreement -appliesTo-> client",
        "Service level agreement -appliesTo-> provider",
        "Service level agreement -appliesTo-> response times",
    ),
    case(
        "Customer relationship management",
        "A system that recruiters use every day.",
        "Customer relationship management -broader-> system",
        "Recruiter -uses-> Customer relationship management",
    ),
    case(
        "Business process outsourcing",
        "A sector that employs recruiters and depends on contact centres.",
        "Business process outsourcing -broader-> sector",
        "Business process outsourcing -employs-> Recruiter",
        "Business process outsourcing -dependsOn-> Contact centre",
    ),
    case(
        "Talent acquisition",
        "The function that finds and wins people for a company.",
        "Talent acquisition -broader-> function",
    ),
    case(
        "Average handle time",
        "A metric calculated from talk time and hold time.",
        "Average handle time -broader-> metric",
        "Average handle time -derivedFrom-> talk time",
        "Average handle time -derivedFrom-> hold time",
    ),
    case("Churn rate", "The money spent in a month.", "Churn rate -broader-> money"),
    case("Backlog", "A backlog owner is a person with a list."),
    case(
        "Product manager",
        "Senior product managers coach newcomers.",
        "senior product managers -broader-> Product manager",
        "senior product managers -responsibleFor-> newcomers",
    ),
    case("Offshoring", "In offshoring, the work that a provider does happens abroad."),
    case("Nearshoring", "A hybrid delivery model.", "Nearshoring -broader-> hybrid delivery model"),
    case(
        "Scrum", "A set of practices for small teams.", "Scrum -broader-> practice", "Scrum -appliesTo-> team"
    ),
]

PROSE = [*NEGATIONS, *HEDGES, *SAYINGS, *CLAUSES, *REFERENCES, *ENUMERATIONS, *LEVELS_TIMES_PLACES]


@pytest.mark.parametrize(("topic", "sentence", "expected"), parameters(PROSE))
def test_sentence_states_just_this(
    tmp_path: Path, topic: str, sentence: str, expected: frozenset[str]
) -> None:
    assert sentence_says(tmp_path, topic, sentence) == expected


@pytest.mark.parametrize(("topic", "sentence", "expected"), parameters(DEFINITIONS))
def test_definition_states_just_this(
    tmp_path: Path, topic: str, sentence: str, expected: frozenset[str]
) -> None:
    assert sentence_says(tmp_path, topic, sentence, defines=True) == expected
