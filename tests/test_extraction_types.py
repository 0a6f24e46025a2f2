"""How each relation type is said: plain sentences, and all that they state."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from extraction_samples import case, parameters, sentence_says

from rolegraph.ontology import load

PLAIN = [
    # broader
    case("Nearshoring", "Nearshoring is a form of outsourcing.", "Nearshoring -broader-> Outsourcing"),
    case("Scrum", "Scrum is an agile framework.", "Scrum -broader-> agile framework"),
    case(
        "Outsourcing",
        "KPO and BPO are branches of outsourcing.",
        "Knowledge process outsourcing -broader-> Outsourcing",
        "Business process outsourcing -broader-> Outsourcing",
    ),
    case(
        "Outsourcing",
        "Outsourcing is an umbrella term for offshoring and nearshoring.",
        "Offshoring -broader-> Outsourcing",
        "Nearshoring -broader-> Outsourcing",
    ),
    case(
        "Outsourcing",
        "Outsourcing takes the form of offshoring, nearshoring or onshoring.",
        "Offshoring -broader-> Outsourcing",
        "Nearshoring -broader-> Outsourcing",
        "Onshoring -broader-> Outsourcing",
    ),
    # related
    case(
        "Customer relationship management",
        "A CRM is related to the data warehouse.",
        "Customer relationship management -related-> data warehouse",
    ),
    case(
        "Digital transformation",
        "Digital transformation goes hand in hand with offshoring.",
        "Digital transformation -related-> Offshoring",
    ),
    # part of
    case("Backlog", "The backlog is part of Scrum.", "Backlog -partOf-> Scrum"),
    case(
        "Scrum",
        "Scrum includes a backlog and a review.",
        "Backlog -partOf-> Scrum",
        "review -partOf-> Scrum",
    ),
    case(
        "Service level agreement",
        "A service level agreement consists of targets, penalties and exclusions.",
        "targets -partOf-> Service level agreement",
        "penalties -partOf-> Service level agreement",
        "exclusions -partOf-> Service level agreement",
    ),
    # example of
    case(
        "Customer relationship management",
        "Salesforce and HubSpot are examples of CRM.",
        "Salesforce -exampleOf-> Customer relationship management",
        "HubSpot -exampleOf-> Customer relationship management",
    ),
    case(
        "Customer relationship management",
        "Examples of CRM include Salesforce and HubSpot.",
        "Salesforce -exampleOf-> Customer relationship management",
        "HubSpot -exampleOf-> Customer relationship management",
    ),
    case(
        "Product manager",
        "Product managers watch metrics such as churn rate and activation.",
        "Churn rate -exampleOf-> metric",
        "activation -exampleOf-> metric",
        "Product manager -responsibleFor-> watching metrics",
    ),
    # responsible for
    case(
        "Product manager", "A product manager owns the roadmap.", "Product manager -responsibleFor-> roadmap"
    ),
    case(
        "Product manager",
        "The PM is accountable for the backlog.",
        "Product manager -responsibleFor-> Backlog",
    ),
    case(
        "Product manager",
        "The roadmap is owned by the product manager.",
        "Product manager -responsibleFor-> roadmap",
    ),
    case(
        "Product manager",
        "Pricing is the responsibility of the product manager.",
        "Product manager -responsibleFor-> Pricing",
    ),
    case(
        "Project manager",
        "A project manager plans schedules, budgets and risks.",
        "Project manager -responsibleFor-> schedules",
        "Project manager -responsibleFor-> budgets",
        "Project manager -responsibleFor-> risks",
    ),
    # collaborates with
    case(
        "Product manager",
        "Product managers work closely with designers and engineers.",
        "Product manager -collaboratesWith-> Designer",
        "Product manager -collaboratesWith-> engineers",
    ),
    case(
        "Product manager",
        "Designers work alongside product managers.",
        "Designer -collaboratesWith-> Product manager",
    ),
    # reports to
    case(
        "Product manager",
        "A product manager reports to the chief product officer.",
        "Product manager -reportsTo-> Chief product officer",
    ),
    case(
        "Product manager",
        "Product managers are supervised by the CPO.",
        "Product manager -reportsTo-> Chief product officer",
    ),
    case(
        "Chief product officer",
        "The CPO manages product managers and designers.",
        "Product manager -reportsTo-> Chief product officer",
        "Designer -reportsTo-> Chief product officer",
    ),
    # member of
    case("Product manager", "A product manager is embedded in a squad.", "Product manager -memberOf-> Squad"),
    case("Squad", "Each squad has its own product manager.", "Product manager -memberOf-> Squad"),
    case(
        "Squad",
        "A squad consists of a designer, three developers and a product manager.",
        "Designer -memberOf-> Squad",
        "developers -memberOf-> Squad",
        "Product manager -memberOf-> Squad",
    ),
    case("Designer", "A designer sits in the design team.", "Designer -memberOf-> design team"),
    # employs
    case("Contact centre", "Contact centres hire recruiters.", "Contact centre -employs-> Recruiter"),
    case("Recruiter", "A recruiter works for an agency.", "agency -employs-> Recruiter"),
    case("Product manager", "Google employs product managers.", "Google -employs-> Product manager"),
    case(
        "Business process outsourcing",
        "The BPO sector employs thousands of recruiters.",
        "Business process outsourcing -employs-> Recruiter",
    ),
    # requires skill
    case(
        "Product manager",
        "The role requires patience and curiosity.",
        "Product manager -requiresSkill-> patience",
        "Product manager -requiresSkill-> curiosity",
    ),
    case(
        "Product manager",
        "A PM needs strong communication skills.",
        "Product manager -requiresSkill-> communication skills",
    ),
    case("Product manager", "Product managers must understand SQL.", "Product manager -requiresSkill-> SQL"),
    # has level
    case("Recruiter", "A recruiter is ranked as mid-level.", "Recruiter -hasLevel-> mid-level"),
    # precedes
    case("Discovery", "Discovery precedes delivery.", "Discovery -precedes-> Delivery"),
    case("Discovery", "Discovery is followed by delivery.", "Discovery -precedes-> Delivery"),
    case("Delivery", "Delivery follows discovery.", "Discovery -precedes-> Delivery"),
    case(
        "Product manager",
        "Many people move from engineering or consulting into a product manager role.",
        "engineering -precedes-> Product manager",
        "consulting -precedes-> Product manager",
        fault="a career is read only behind a gerund",
    ),
    # measured by
    case(
        "Product manager",
        "A product manager is measured by retention and revenue.",
        "Product manager -measuredBy-> retention",
        "Product manager -measuredBy-> revenue",
    ),
    case("Recruiter", "Recruiters are measured on time to hire.", "Recruiter -measuredBy-> time to hire"),
    case("Delivery", "Churn rate is an indicator of delivery.", "Delivery -measuredBy-> Churn rate"),
    case(
        "Recruiter",
        "Recruiters are measured by cost per hire and quality of hire.",
        "Recruiter -measuredBy-> cost per hire",
        "Recruiter -measuredBy-> quality of hire",
    ),
    # derived from
    case(
        "Average handle time",
        "Average handle time is calculated from talk time and hold time.",
        "Average handle time -derivedFrom-> talk time",
        "Average handle time -derivedFrom-> hold time",
    ),
    case(
        "Product manager",
        "The role grew out of brand management.",
        "Product manager -derivedFrom-> brand management",
    ),
    # uses
    case(
        "Recruiter",
        "Recruiters rely on an applicant tracking system.",
        "Recruiter -uses-> applicant tracking system",
    ),
    case(
        "Customer relationship management",
        "A CRM is used by recruiters and sales agents.",
        "Recruiter -uses-> Customer relationship management",
        "sales agents -uses-> Customer relationship management",
    ),
    case(
        "Recruiter",
        "Recruiters use job boards and spreadsheets.",
        "Recruiter -uses-> job boards",
        "Recruiter -uses-> spreadsheets",
    ),
    # produces
    case(
        "Product manager",
        "A product manager creates roadmaps and launch plans.",
        "Product manager -produces-> roadmaps",
        "Product manager -produces-> launch plans",
    ),
    case(
        "Product manager",
        "Release notes are written by product managers.",
        "Product manager -produces-> release notes",
    ),
    # supports
    case(
        "Service level agreement",
        "The SLA supports accountability and trust.",
        "Service level agreement -supports-> accountability",
        "Service level agreement -supports-> trust",
    ),
    case(
        "Average handle time",
        "Training improves average handle time.",
        "Training -supports-> Average handle time",
    ),
    # applies to
    case(
        "Knowledge process outsourcing",
        "KPO focuses on research and analytics.",
        "Knowledge process outsourcing -appliesTo-> research",
        "Knowledge process outsourcing -appliesTo-> analytics",
    ),
    case(
        "Service level agreement",
        "Service level agreements apply to contact centres.",
        "Service level agreement -appliesTo-> Contact centre",
    ),
    # depends on
    case("Offshoring", "Offshoring depends on stable networks.", "Offshoring -dependsOn-> stable networks"),
    case("Discovery", "Discovery is a prerequisite for delivery.", "Delivery -dependsOn-> Discovery"),
    # located in
    case(
        "Contact centre",
        "Contact centres are located in Manila and Cebu.",
        "Contact centre -locatedIn-> Manila",
        "Contact centre -locatedIn-> Cebu",
    ),
    case(
        "Offshoring",
        "Popular destinations include Poland and Romania.",
        "Offshoring -locatedIn-> Poland",
        "Offshoring -locatedIn-> Romania",
    ),
    case("Recruiter", "The role is based in Manila.", "Recruiter -locatedIn-> Manila"),
    # created by
    case(
        "Scrum",
        "Scrum was developed by Ken Schwaber and Jeff Sutherland.",
        "Scrum -createdBy-> Ken Schwaber",
        "Scrum -createdBy-> Jeff Sutherland",
    ),
    case("Scrum", "Ken Schwaber devised Scrum.", "Scrum -createdBy-> Ken Schwaber"),
    # replaces
    case("Waterfall", "Waterfall was superseded by Scrum.", "Scrum -replaces-> Waterfall"),
    case("Scrum", "Scrum takes the place of waterfall.", "Scrum -replaces-> Waterfall"),
    # distinct from
    case(
        "Product manager",
        "PMs differ from project managers.",
        "Product manager -distinctFrom-> Project manager",
    ),
    case(
        "Product manager",
        "A product manager is not the same as a project manager.",
        "Product manager -distinctFrom-> Project manager",
    ),
    case(
        "Product manager",
        "A product manager must not be confused with a project manager.",
        "Product manager -distinctFrom-> Project manager",
    ),
    case("Scrum", "Scrum, unlike waterfall, plans in short cycles.", "Scrum -distinctFrom-> Waterfall"),
    case(
        "Product manager",
        "Unlike a project manager, a product manager owns the roadmap.",
        "Product manager -distinctFrom-> Project manager",
        "Product manager -responsibleFor-> roadmap",
    ),
    # opposite of
    case("Onshoring", "Onshoring is the opposite of offshoring.", "Onshoring -oppositeOf-> Offshoring"),
    # synonym of
    case(
        "Talent acquisition",
        "Talent acquisition is used interchangeably with recruitment.",
        "Talent acquisition -synonymOf-> recruitment",
    ),
    case(
        "Offshoring",
        "Offshore outsourcing is another name for offshoring.",
        "offshore outsourcing -synonymOf-> Offshoring",
    ),
    # has time
    case("Scrum", "Scrum has been in use since 1995.", "Scrum -hasTime-> 1995"),
    case("Product manager", "The role emerged in the 1930s.", "Product manager -hasTime-> 1930s"),
]


@pytest.mark.parametrize(("topic", "sentence", "expected"), parameters(PLAIN))
def test_sentence_states_just_this(
    tmp_path: Path, topic: str, sentence: str, expected: frozenset[str]
) -> None:
    assert sentence_says(tmp_path, topic, sentence) == expected


def test_there_is_a_sentence_for_each_relation_type() -> None:
    stated = {name for each in PLAIN for text in each.expected for name in re.findall(r"-(\w+)->", text)}
    assert stated == {relation.name for relation in load().relation_types.values()}
