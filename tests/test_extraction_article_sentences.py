"""Sentences as articles on a term have them: several subjects, names of firms, departments, and what they do."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import Triple, built, triples

SAID: list[tuple[str, set[Triple], set[Triple]]] = [
    (
        "Yard reps update their lists, yard managers review the totals, and the head of yards commits the sum.",
        {("yard managers", "responsibleFor", "totals")},
        {("yard managers", "responsibleFor", "head of yards"), ("yard managers", "responsibleFor", "head")},
    ),
    (
        "The gate desk logs every van, and the sorting team tracks parcels with handheld readers.",
        {("gate desk", "responsibleFor", "van"), ("sorting team", "uses", "handheld readers")},
        {("gate desk", "uses", "handheld readers")},
    ),
    (
        "In drop shipping the retailer sends the crates to a courier.",
        {("retailer", "responsibleFor", "crates")},
        {("drop", "produces", "retailer")},
    ),
    (
        "Yard operations maintains the gates and paints the walls.",
        {("yard operations", "responsibleFor", "gates")},
        set(),
    ),
    (
        "Vendors in Peru and the Philippines handle packing at night.",
        {("vendors", "responsibleFor", "packing")},
        set(),
    ),
    (
        "It spread when carriers opened engineering hubs in Mexico.",
        {("carriers", "responsibleFor", "engineering hubs")},
        set(),
    ),
]


@pytest.mark.parametrize(("text", "stated", "wrong"), SAID, ids=[text[:40] for text, *_ in SAID])
def test_sentence_of_an_article_tells_who_does_what(
    tmp_path: Path, text: str, stated: set[Triple], wrong: set[Triple]
) -> None:
    page = f"# Parcel sorting\n\nParcel sorting is a practice.\n\n## How it works\n\n{text}\n"
    found = triples(built(tmp_path, page_md=page))
    assert stated <= found
    assert not wrong & found


def test_practice_with_requirements_and_metrics_is_no_role(tmp_path: Path) -> None:
    page = (
        "Yard picking\n\nYard picking is a storage practice in which goods are picked outdoors.\n\n"
        "Requirements\n\nYard picking requires dry ground and clear labels.\n\n"
        "Key metrics\n\nPicks per hour\nWet parcels\n"
    )
    found = triples(built(tmp_path, page_txt=page))
    assert ("Yard picking", "dependsOn", "dry ground") in found
    assert ("Yard picking", "requiresSkill", "dry ground") not in found
    assert ("Yard picking", "measuredBy", "wet parcels") in found


READ: list[tuple[str, set[Triple], set[Triple]]] = [
    (
        "It depends on dry ground, a supply of clean crates and trade agreements.",
        {("Parcel sorting", "dependsOn", "trade agreements")},
        {("dry ground", "broader", "supply of clean crates")},
    ),
    (
        "Wet parcels go back to a repair specialist, who dries them.",
        set(),
        {("wet parcels", "derivedFrom", "repair specialist")},
    ),
    (
        "Harbours often outsource parts of the work to firms such as Calder Works and Alder Partners.",
        {("Calder Works", "responsibleFor", "parts of the work")},
        {("firms", "responsibleFor", "parts of the work of work")},
    ),
    (
        "The score is computed as parcels divided by actual sales.",
        set(),
        {("sales", "responsibleFor", "parcels")},
    ),
    (
        "It says how speed is measured and names the penalties.",
        set(),
        {("penalties", "measuredBy", "Parcel sorting")},
    ),
    (
        "It was pioneered by rail carriers in the 1930s, and Wolmark adopted it in the late 1980s.",
        {("Parcel sorting", "hasTime", "1930s"), ("Wolmark", "uses", "Parcel sorting")},
        set(),
    ),
    ("Planners fail to use forecasts.", set(), {("planners", "uses", "forecasts")}),
    ("Warehousing stores crates for weeks.", {("Warehousing", "appliesTo", "crates")}, set()),
    (
        "Crews use parcel sorting for mail intake, member crates, and seed lots.",
        {("crews", "uses", "Parcel sorting")},
        {("crews", "uses", "member crates"), ("crews", "uses", "seed lots")},
    ),
    (
        "A center of excellence owns standards.",
        {("center of excellence", "responsibleFor", "standards")},
        set(),
    ),
    (
        "The sorting team logs faults with tools such as Fetchdog and Zobbix.",
        {("sorting team", "uses", "Fetchdog"), ("sorting team", "uses", "Zobbix")},
        set(),
    ),
    ("A carrier moved its claims team to Bogotá.", {("claims team", "locatedIn", "Bogotá")}, set()),
    ("A carrier moved the claims meeting to Monday.", set(), {("claims meeting", "locatedIn", "Monday")}),
    ("A carrier moved its payroll system to Workday.", set(), {("payroll system", "locatedIn", "Workday")}),
    (
        "Yard leads manage teams of 12 to 20 packers.",
        {("yard leads", "responsibleFor", "teams")},
        {("yard leads", "responsibleFor", "teams of 12 to 20 packers")},
    ),
    (
        "It was developed in the 1980s by Procter & Bolt and Alder Labs.",
        {("Parcel sorting", "createdBy", "Alder Labs"), ("Parcel sorting", "createdBy", "Procter & Bolt")},
        set(),
    ),
    (
        "Alder Labs coined the term in 2012, and vendors such as Bolt and Ember made it popular.",
        {("Parcel sorting", "createdBy", "Alder Labs")},
        {("vendors", "createdBy", "Alder Labs"), ("Bolt", "createdBy", "Alder Labs")},
    ),
    (
        "A model gives a first plan. Planners change it for holidays.",
        set(),
        {("planners", "responsibleFor", "Parcel sorting")},
    ),
    (
        "It changes their work: they mend crates and manage vendors.",
        set(),
        {("Parcel sorting", "appliesTo", "vendors")},
    ),
    (
        "Sales, marketing and finance review the forecast.",
        {("marketing", "responsibleFor", "forecast"), ("finance", "responsibleFor", "forecast")},
        {("marketing", "appliesTo", "forecast")},
    ),
    ("Many firms feed the scorecard from a list.", set(), {("scorecard", "dependsOn", "firms")}),
    (
        "The strategy office prepares the quarterly review.",
        {("strategy office", "produces", "quarterly review")},
        {("strategy office", "supports", "quarterly review")},
    ),
    (
        "It spread in India early, when banks cut their research teams.",
        set(),
        {("banks", "locatedIn", "India"), ("banks", "supports", "cutting research teams")},
    ),
    (
        "Depots use it to mend crates and to reduce waste.",
        {("Parcel sorting", "supports", "reducing waste")},
        {("depots", "supports", "reducing waste")},
    ),
    (
        "The yard lead checks the plan, and IT supports the devices.",
        {("IT", "supports", "devices")},
        {("Parcel sorting", "supports", "devices")},
    ),
    ("Yard clerks spend less time on typing.", set(), {("yard clerks", "responsibleFor", "typing")}),
    (
        "**Crate gate.** It covers parcels, letters and crates.",
        {("crate gate", "appliesTo", "crates")},
        {("Parcel sorting", "appliesTo", "crates")},
    ),
    (
        "Performance is tracked through crate rate, cost per drop and lost parcels.",
        {("Parcel sorting", "measuredBy", "cost per drop"), ("Parcel sorting", "measuredBy", "lost parcels")},
        set(),
    ),
    (
        "The hiring manager describes the role.",
        set(),
        {("hiring manager", "responsibleFor", "Parcel sorting")},
    ),
    (
        "Ember was founded in Lagos in 2014 by Ada Miller and Bo Stone.",
        {("Ember", "createdBy", "Bo Stone")},
        set(),
    ),
    (
        "The marketing team runs campaigns together with sales.",
        {("marketing team", "collaboratesWith", "sales")},
        set(),
    ),
    ("Legal counsel reviews the clauses.", {("legal counsel", "responsibleFor", "clauses")}, set()),
    (
        "The evaluation committee includes two clerks and the yard manager.",
        {("yard manager", "memberOf", "evaluation committee")},
        {("yard manager", "partOf", "evaluation committee")},
    ),
    (
        "An account manager presents a quarterly report.",
        {("account manager", "responsibleFor", "quarterly report")},
        set(),
    ),
    (
        "The yard desk tracks the free time.",
        {("yard desk", "responsibleFor", "free time")},
        {("yard desk", "measuredBy", "free time")},
    ),
    ("For clerks, parcel sorting means fewer walks.", set(), {("Parcel sorting", "broader", "fewer walks")}),
    ("Carriers own depots; Alder runs one called Bolt.", set(), {("Alder", "responsibleFor", "called Bolt")}),
    (
        "The yard council is told, but it doesn't have to approve the plan.",
        set(),
        {("yard council", "responsibleFor", "plan")},
    ),
    (
        "In Kerala, a harbour chain cut crate losses by half.",
        set(),
        {("Kerala", "broader", "harbour chain cut crate losses")},
    ),
    ("Crates are kept at low temperature.", set(), {("crates", "locatedIn", "low temperature")}),
    (
        "It became famous when General Crates adopted it early.",
        {("General Crates", "uses", "Parcel sorting")},
        set(),
    ),
    (
        "Harbours run parcel sorts to raise speed.",
        {("Parcel sorting", "supports", "speed")},
        {("harbours", "supports", "speed")},
    ),
    ("Yard clerks meet their manager to review calls.", set(), {("manager", "responsibleFor", "calls")}),
    (
        "Yard clerks use sequencing tools such as Outrich.",
        {("yard clerks", "uses", "sequencing tools"), ("yard clerks", "uses", "Outrich")},
        set(),
    ),
    ("The package used to include training.", set(), {("training", "partOf", "package")}),
    ("Legal drafts the clauses.", {("Legal", "produces", "clauses")}, set()),
    (
        "Yard contracts belong to the account manager.",
        {("account manager", "responsibleFor", "yard contracts")},
        {("yard contracts", "partOf", "account manager")},
    ),
]


@pytest.mark.parametrize(("text", "stated", "wrong"), READ, ids=[text[:40] for text, *_ in READ])
def test_sentence_of_an_article_is_read_by_its_words(
    tmp_path: Path, text: str, stated: set[Triple], wrong: set[Triple]
) -> None:
    page = f"# Parcel sorting\n\nParcel sorting is a practice.\n\n## How it works\n\n{text}\n"
    found = triples(built(tmp_path, page_md=page))
    assert stated <= found
    assert not wrong & found


def test_thing_that_somebody_requires_is_no_skill(tmp_path: Path) -> None:
    page = "# Glossary\n\n- Yard permit: A permit that a driver requires before a trip.\n- Driver: A role.\n"
    found = triples(built(tmp_path, page_md=page))
    assert ("Driver", "dependsOn", "Yard permit") in found
    assert ("Driver", "requiresSkill", "Yard permit") not in found


def test_what_is_no_single_thing_can_be_a_genus_without_an_article(tmp_path: Path) -> None:
    page = "# Glossary\n\n- Parcel log: A parcel log is software that keeps lists.\n- Crate: A box.\n"
    assert ("Parcel log", "broader", "software") in triples(built(tmp_path, page_md=page))


def test_answers_tell_who_uses_it_and_who_answers_for_what(tmp_path: Path) -> None:
    page = (
        "# Parcel sorting\n\nParcel sorting is a practice.\n\n## Who uses it\n\n"
        "Grocers, rail carriers and car makers. Wet crates are rare.\n\n## FAQ\n\n"
        "### Who is responsible for labels?\n\nThe supplier is. The yard only reads them.\n"
    )
    found = triples(built(tmp_path, page_md=page))
    assert ("rail carriers", "uses", "Parcel sorting") in found
    assert ("supplier", "responsibleFor", "labels") in found


def test_page_of_a_role_tells_with_whom_and_for_whom_one_works(tmp_path: Path) -> None:
    page = (
        "# Yard clerk\n\n## About the role\n\nIn a depot you also work with porters. "
        "The yard clerk works for the compliance department.\n\n## Duties\n\n- Sort mail\n- File letters\n\n"
        "## Requirements\n\n- Confident with figures; SQL is a nice-to-have\n"
    )
    found = triples(built(tmp_path, page_md=page))
    assert {
        ("Yard clerk", "collaboratesWith", "porters"),
        ("Yard clerk", "memberOf", "compliance department"),
        ("Yard clerk", "requiresSkill", "figures"),
        ("Yard clerk", "requiresSkill", "SQL"),
    } <= found


def test_numbered_headings_below_a_process_are_its_steps(tmp_path: Path) -> None:
    steps = "".join(
        f"### {number}. {name}\n\nClerks do it in the yard.\n\n"
        for number, name in enumerate(("Collect data", "Draft the list", "Print the list"), 1)
    )
    page = f"# Parcel sorting\n\nParcel sorting is a practice.\n\n## The parcel sorting process\n\n{steps}"
    found = triples(built(tmp_path, page_md=page))
    assert ("collect data", "precedes", "draft the list") in found
    assert ("print the list", "partOf", "Parcel sorting") in found


def test_related_terms_in_a_list_of_definitions_are_entries(tmp_path: Path) -> None:
    page = (
        "<h1>Parcel sorting</h1><p>Parcel sorting is a practice that puts parcels in order.</p>"
        "<h2>Benefits</h2><p>It saves time.</p><h2>Related terms</h2>"
        "<dl><dt>Crate</dt><dd>a box for parcels.</dd><dt>Yard gate</dt><dd>a gate that vans pass.</dd></dl>"
    )
    found = triples(built(tmp_path, page_html=page))
    assert ("Crate", "broader", "box") in found
    assert ("Parcel sorting", "related", "Yard gate") in found


def test_answers_with_a_modal_or_a_place_before_them_are_read(tmp_path: Path) -> None:
    page = (
        "# Parcel sorting\n\nParcel sorting is a practice.\n\n## FAQ\n\n"
        "### Who can provide parcel sorting?\n\nCarriers, grocers and brokers.\n\n"
        "### Who is responsible for parcel sorting?\n\nIn most companies, the yard planner is.\n"
    )
    found = triples(built(tmp_path, page_md=page))
    assert ("carriers", "produces", "Parcel sorting") in found
    assert ("yard planner", "responsibleFor", "Parcel sorting") in found


def test_duties_tell_by_what_means_and_short_names_stand_for_the_role(tmp_path: Path) -> None:
    page = (
        "# Yard clerk\n\n## About\n\nA clerk needs good handwriting. Most yard clerks come from farming or retail.\n\n"
        "## Duties\n\n- Analyse recordings with tools such as Dovecot and Lockback\n- Define rules with Legal\n\n"
        "## How we measure success\n\nOrder accuracy, lost crates and staff turnover.\n"
    )
    found = triples(built(tmp_path, page_md=page))
    assert {
        ("Yard clerk", "requiresSkill", "handwriting"),
        ("farming", "precedes", "Yard clerk"),
        ("Yard clerk", "uses", "Dovecot"),
        ("Yard clerk", "collaboratesWith", "Legal"),
        ("Yard clerk", "measuredBy", "lost crates"),
    } <= found
    assert ("Yard clerk", "uses", "Legal") not in found


def test_article_with_a_question_on_a_role_is_no_page_of_that_role(tmp_path: Path) -> None:
    page = (
        "Parcel sorting\n\nParcel sorting is a yard practice in which parcels are put in order.\n\n"
        "Models\n\nBelts move the parcels.\n\nFAQ\n\nWhat does a yard planner do?\n"
        "A yard planner books vans, orders crates and teaches clerks.\n"
    )
    found = triples(built(tmp_path, page_txt=page))
    assert ("Parcel sorting", "broader", "yard practice") in found


def test_page_on_a_company_with_the_name_of_a_role_is_no_page_of_a_role(tmp_path: Path) -> None:
    page = (
        "# Yard administrator\n\nA yard administrator is a company that runs yards for carriers.\n\n"
        "## What a yard administrator does\n\n- Sorts parcels\n- Paints walls\n\n"
        "## Drawbacks\n\nCarriers that hire one lose control. However, they need gate insurance and a reserve.\n"
    )
    found = triples(built(tmp_path, page_md=page))
    assert ("Yard administrator", "broader", "company") in found
    assert ("Yard administrator", "requiresSkill", "gate insurance") not in found


def test_rest_of_an_answer_speaks_of_whom_it_names_or_of_what_is_asked(tmp_path: Path) -> None:
    page = (
        "# Parcel sorting\n\nParcel sorting is a practice.\n\n## FAQ\n\n### Who manages hired staff?\n\n"
        "The client does. It assigns tasks and approves timesheets.\n\n### What is a good crate rate?\n\n"
        "It depends on the price and the yard size.\n"
    )
    found = triples(built(tmp_path, page_md=page))
    assert ("client", "responsibleFor", "tasks") in found
    assert ("crate rate", "dependsOn", "yard size") in found
    assert ("Parcel sorting", "dependsOn", "yard size") not in found


def test_short_name_is_the_noun_of_the_headword_and_not_what_completes_it(tmp_path: Path) -> None:
    page = (
        "# Request for crates\n\nA request for crates is a document that carriers publish.\n\n## How it works\n\n"
        "A yard committee scores the crates. The contents are short.\n\n"
        "## Contents of a request for crates\n\n1. Scope of work\n2. Timeline\n"
    )
    found = triples(built(tmp_path, page_md=page))
    assert ("yard committee", "responsibleFor", "Request for crates") not in found
    assert ("Timeline", "partOf", "Request for crates") in found


def test_advert_that_asks_what_one_will_do_is_read(tmp_path: Path) -> None:
    page = (
        "Yard Dispatcher\n\nAbout the job\nAs a yard dispatcher you report to the Yard Manager.\n\n"
        "What will you do?\n- Plan routes\n- Call drivers\n\n"
        "Growth\nAfter two years you can grow into the position of senior dispatcher or fleet planner.\n"
    )
    found = triples(built(tmp_path, page_txt=page))
    assert {
        ("Yard Dispatcher", "responsibleFor", "planning routes"),
        ("Yard Dispatcher", "precedes", "fleet planner"),
    } <= found


def test_tasks_in_a_process_are_parts_of_it_and_typical_owners_answer_for_them(tmp_path: Path) -> None:
    page = (
        "# Yard onboarding\n\nYard onboarding is a process in which clerks learn the yard.\n\n## Who does what\n\n"
        "| Task | Typical owner |\n|---|---|\n| Order the boots | Depot desk |\n| Print the badge | Gate clerk |\n\n"
        "## Questions and answers\n\n### Is it long?\n\nNo. It takes a day.\n"
    )
    found = triples(built(tmp_path, page_md=page))
    assert ("order the boots", "partOf", "Yard onboarding") in found
    assert ("Yard onboarding", "responsibleFor", "order the boots") not in found
    assert ("gate clerk", "responsibleFor", "print the badge") in found


def test_vacancy_and_code_before_a_title_are_no_part_of_it(tmp_path: Path) -> None:
    advert = (
        "JOB VACANCY: Ward Sister / Charge Nurse, Band 6\n\nWe are looking for an experienced nurse to join our "
        "night team as a Ward Sister.\n\nKey tasks\n1. Plan the rota\n2. Order supplies\n"
    )
    levels = (
        "# Crate engineer levels\n\n### CE1 Associate Crate Engineer\nRuns tests and logs faults.\n\n"
        "### CE2 Crate Engineer\nWrites plans and leads two associate crate engineers.\n"
    )
    found = triples(built(tmp_path, advert_txt=advert, levels_md=levels))
    assert ("Ward Sister", "responsibleFor", "planning the rota") in found
    assert ("Associate Crate Engineer", "hasLevel", "CE1") in found


def test_employer_is_named_without_its_place_and_the_title_without_its_hours(tmp_path: Path) -> None:
    page = (
        "# Yard Manager (m/f/d), part-time\n\n**Company:** Bolt & Stone Works, Hamburg\n\n"
        "## What you will do\n\n- Order materials\n- Plan the rota\n"
    )
    found = triples(built(tmp_path, page_md=page))
    assert ("Bolt & Stone Works", "employs", "Yard Manager") in found
    assert ("Hamburg", "employs", "Yard Manager") not in found


def test_step_of_another_role_is_none_of_the_last_role_of_a_page(tmp_path: Path) -> None:
    page = (
        "# Yard jobs\n\n## Yard Clerk\n\n- Sorts mail\n- Files lists\n\n## Yard Manager\n\n- Plans shifts\n"
        "- Hires clerks\n\nYard Clerks can move up to Senior Yard Clerk.\n"
    )
    assert ("Yard Manager", "precedes", "Senior Yard Clerk") not in triples(built(tmp_path, page_md=page))
