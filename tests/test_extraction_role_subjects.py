"""Whom a page speaks of, where no heading names a role; and turns of phrase that tell duties and demands."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import abbreviations, built, classes, definitions, entries, triples

DOES, NEEDS, WITH, USES = "responsibleFor", "requiresSkill", "collaboratesWith", "uses"


def names(folder: Path, text: str, name: str = "page_md") -> set[str]:
    """Give the entries of one document."""
    return set(entries(built(folder, **{name: text})))


def test_page_whose_title_says_only_that_it_is_about_a_job_is_on_its_commonest_subject(
    tmp_path: Path,
) -> None:
    text = (
        "Key duties and skills for dockside labor\n\nA dockside laborer moves cargo. Shifts are long.\n\n"
        "Responsibilities:\n- Stack crates\n- Sweep the quay\n"
    )
    assert names(tmp_path, text, "a_txt") == {"Dockside laborer"}


def test_page_with_known_headings_is_on_the_role_that_its_paragraphs_begin_with(tmp_path: Path) -> None:
    text = (
        "Job Description\n\nOptologists are people who grind lenses. They test eyes.\n\n"
        "Optologists work with doctors.\n\nOptologists fit glasses.\n"
    )
    assert names(tmp_path, text, "a_txt") == {"Optologist"}


def test_subject_that_comes_again_is_the_role_whatever_its_noun(tmp_path: Path) -> None:
    text = (
        "JOB DESCRIPTION\nA harbour or river guide shows visitors the locks.\nDUTIES\n"
        "Harbour or river guides may do this:\n- welcome visitors\n- ensure visitors are safe\n- sell maps\n"
    )
    assert names(tmp_path, text, "a_txt") == {"Harbour or river guide"}


def test_company_that_comes_again_is_no_role(tmp_path: Path) -> None:
    text = (
        "JOB DESCRIPTION\nThe company builds locks.\nThe company pays well.\nDUTIES\nThese are the duties:\n"
        "- welcome visitors\n- sell maps\n"
    )
    assert "Role" not in {each for found in classes(built(tmp_path, a_txt=text)).values() for each in found}


PRESS = """\
Roles in a print shop

An editor is in charge of the sheet. Editors choose the stories.

A sub-editor mends headlines. They cut long stories.

A printer cleans the plates.
"""


def test_paragraphs_on_one_role_after_the_other_are_an_entry_each(tmp_path: Path) -> None:
    found = built(tmp_path, a_txt=PRESS)
    assert set(entries(found)) == {"Editor", "Sub-editor", "Printer"}
    assert {
        ("Editor", DOES, "choosing the stories"),
        ("Sub-editor", DOES, "cutting long stories"),
    } <= triples(found)


def test_paragraphs_of_which_few_are_on_roles_are_one_article(tmp_path: Path) -> None:
    text = PRESS.replace("A printer cleans the plates.", "Ink is black.")
    assert "Sub-editor" not in names(tmp_path, text, "a_txt")


def test_description_of_whom_the_label_names_another_is_on_the_one_of_the_label(tmp_path: Path) -> None:
    text = (
        "Staff Position Description\nPosition Title: Bell founder\nReports to: The Master\nDuties:\n- Cast bells\n"
        "- Tune bells\n"
    )
    assert names(tmp_path, text, "a_txt") == {"Bell founder"}


def test_bold_first_line_of_a_paragraph_names_a_role_beside_others(tmp_path: Path) -> None:
    text = (
        "# Data roles\n\n**Data engineer**\nBuilds pipes for all work.\n\n- Design pipes\n- Mend pipes\n\n"
        "**Data analyst**\n- Answer questions\n- Draw charts\n"
    )
    assert names(tmp_path, text) == {"Data engineer", "Data analyst"}


def test_headings_with_an_item_each_that_begins_with_the_role_are_roles(tmp_path: Path) -> None:
    text = (
        "Titles in the yard\n\nCrate clerk\n\n  • Crate clerks count crates. They may seal them.\n\nYard journalist\n\n"
        "  • Yard journalists write notes.\n\nGate guard\n\n  • Gate guards open gates.\n\nPier clerk\n\n"
        "  • Pier clerks are responsible for the pier.\n"
    )
    found = built(tmp_path, a_txt=text)
    assert {"Crate clerk", "Yard journalist", "Pier clerk"} <= set(entries(found))
    assert definitions(found)["Crate clerk"] == ["Crate clerks count crates. They may seal them."]


def test_heading_on_the_duties_of_the_role_above_is_no_other_role(tmp_path: Path) -> None:
    text = (
        "Committee Roles\nChair, Treasurer and Secretary\nThese three run the club.\nThe Chair\n"
        "The chair speaks for the club.\nThe general duties of the chairperson will be:\n- To lead the board\n"
        "- To plan the year\nThe Treasurer\nThe treasurer keeps the purse. "
        "The general duties of the treasurer will be:\n"
        "- To pay the bills\n- To keep the books\n"
    )
    found = built(tmp_path, a_txt=text)
    assert set(entries(found)) == {"Chair", "Treasurer"}
    assert {("Chair", DOES, "leading the board"), ("Treasurer", DOES, "paying the bills")} <= triples(found)


@pytest.mark.parametrize(
    "title", ["Now Hiring: Part Time Lamp Trimmer", "Details for Lamp Trimmers", "Lamp Trimmer"]
)
def test_what_announces_a_role_is_no_part_of_its_name(tmp_path: Path, title: str) -> None:
    text = f"# {title}\n\n## Job Duties\n\n- Trim lamps\n- Fill lamps\n\n## Requirements\n\n- Tact\n"
    assert {name.lower() for name in names(tmp_path, text)} == {"lamp trimmer"}


def test_role_guide_names_its_role(tmp_path: Path) -> None:
    text = "# Role Guide: Data Analyst (Test-only)\n\n## Core Responsibilities\n- Create dashboards\n- Draw charts\n"
    assert names(tmp_path, text) == {"Data Analyst"}


def test_question_about_somebody_names_a_role_where_the_text_speaks_of_duties(tmp_path: Path) -> None:
    text = "# What does a Bellward do?\n\nPerforms cleaning duties in the tower. May ring the bells.\n"
    assert names(tmp_path, text) == {"Bellward"}


def test_label_states_the_title_above_lines_that_name_others(tmp_path: Path) -> None:
    text = (
        "Tours\nPosition Title: Costumed Bell Guide at the Old Mill Museum.\nFamily Volunteer (parents with children)\n"
        "Junior Volunteers (ages 12 to 17)\nPurpose of Position: To show the bells to guests of the mill.\n"
        "Responsibilities:\n- To ring the bells.\n- To greet guests.\n"
    )
    assert names(tmp_path, text, "a_txt") == {"Costumed Bell Guide"}


def test_page_on_another_matter_is_not_named_after_a_role_in_it(tmp_path: Path) -> None:
    text = "# Lens grinding\n\nA lens maker grinds glass.\n\n## Responsibilities\n\n- Grind glass\n- Clean the bench\n"
    assert "Lens grinding" in names(tmp_path, text)


def test_titles_given_by_labels_one_after_the_other_are_roles(tmp_path: Path) -> None:
    text = (
        "Volunteer Job Descriptions\n\nTitle:\nBell ringer\n\nSpecific Duties:\nRinging the bells at noon\n"
        "Oiling the wheels\n\nTitle:\nKey keeper\n\nSpecific Duties:\nKeeping the keys\nLocking the tower\n\n"
        "Hours:\n2 a month\n"
    )
    found = built(tmp_path, a_txt=text)
    assert set(entries(found)) == {"Bell ringer", "Key keeper"}
    assert ("Bell ringer", DOES, "oiling the wheels") in triples(found)
    assert ("Key keeper", DOES, "locking the tower") in triples(found)


def test_one_labelled_title_is_no_list_of_roles(tmp_path: Path) -> None:
    text = "Title: Harbour dues\n\nHarbour dues are a fee.\n"
    assert "Role" not in classes(built(tmp_path, a_txt=text)).get("Harbour dues", ())


def test_headings_beside_that_of_a_role_are_roles_where_the_texts_say_what_is_done(tmp_path: Path) -> None:
    text = (
        "# Helpers\n\n### Tour docket\n\nYou will show guests the hall.\n\n### Assistant cook\n\n"
        "Assists the cook at noon.\n"
    )
    assert names(tmp_path, text) == {"Tour docket", "Assistant cook"}


def test_heading_that_joins_two_roles_is_none_of_its_own(tmp_path: Path) -> None:
    text = (
        "# Job descriptions\n\n### Cook & assistant cook\n\n#### Cook\n\nCooks the soup at noon.\n\n"
        "#### Assistant cook\n\nWashes the pots.\n"
    )
    assert names(tmp_path, text) == {"Cook", "Assistant cook"}


def test_list_of_posts_below_no_heading_of_roles_is_read_by_what_they_do(tmp_path: Path) -> None:
    text = (
        "# Rowing club\n\n- Treasurer - Pays the bills.\n- Secretary - Takes minutes, records attendance, and keeps "
        "the files.\n- Boat Rep. - Finds people to help and counts oars.\n- Coach -trains the crew.\n"
    )
    found = built(tmp_path, page_md=text)
    assert set(entries(found)) == {"Treasurer", "Secretary", "Boat Rep.", "Coach"}
    told = triples(found)
    assert {("Secretary", DOES, "recording attendance"), ("Boat Rep.", DOES, "counting oars")} <= told


def test_list_of_things_keeps_its_terms(tmp_path: Path) -> None:
    text = "# Boats\n\n- Rudder - Steers the boat.\n- Oar - Moves the boat.\n- Cox - Calls the stroke.\n"
    assert names(tmp_path, text) == {"Rudder", "Oar", "Cox"}


def test_sentences_in_items_on_one_role_make_its_page(tmp_path: Path) -> None:
    text = (
        "ASSISTANT TO THE HARBOUR MASTER\n\n1. Assistant to the Harbour Master shall open the lock.\n"
        "2. Assistant to the Harbour Master will be directly responsible to the Harbour Master.\n"
    )
    told = triples(built(tmp_path, a_txt=text))
    name = "ASSISTANT TO THE HARBOUR MASTER"
    assert {(name, DOES, "opening the lock"), (name, "reportsTo", "Harbour Master")} <= told


def test_member_of_a_team_who_does_something_is_the_role(tmp_path: Path) -> None:
    text = (
        "# Who does what?\n\n## Scene painter\n\nThe member of the stage team who paints the sets.\n\n"
        "## Light designer\n\nThe person responsible for the lamps.\n"
    )
    told = triples(built(tmp_path, page_md=text))
    assert {
        ("Scene painter", "memberOf", "stage team"),
        ("Scene painter", DOES, "painting the sets"),
        ("Light designer", DOES, "lamps"),
    } <= told
    assert not any(subject == "stage team" for subject, _, _ in told)


def test_description_with_the_word_template_is_on_its_role(tmp_path: Path) -> None:
    text = "# Kiln Watcher Job Description Template\n\n## Kiln Watcher Duties\n\n- Feed the fire\n- Log the heat\n"
    assert names(tmp_path, text) == {"Kiln Watcher"}


def test_page_of_a_site_is_named_after_its_file_where_no_title_names_a_role(tmp_path: Path) -> None:
    text = (
        "<html><head><title>Quay Works</title></head><body><h2>About the Role</h2><p>This role owns the crane.</p>"
        "<h2>What You’ll Do</h2><ul><li>Lift crates</li><li>Oil chains</li></ul></body></html>"
    )
    assert names(tmp_path, text, "crane_operator_html") == {"Crane operator"}


def test_sentence_that_bids_below_the_title_is_the_definition(tmp_path: Path) -> None:
    text = "# Gate guide\n\nHelp the crew with tours of the lock.\n\n## Duties\n\n- Open the gate\n- Greet guests\n"
    assert definitions(built(tmp_path, page_md=text))["Gate guide"] == [
        "Help the crew with tours of the lock."
    ]


def test_label_gives_other_names_of_a_role(tmp_path: Path) -> None:
    text = "# Rigger\n\nAlso called: Slinger, Dock hand\n\n## Duties\n\n- Check ropes\n- Move crates\n"
    found = built(tmp_path, page_md=text)
    assert {"Slinger", "Dock hand"} <= {*abbreviations(found)} | {
        name.value for term in found.terms for name in term.alternatives
    }


def page(
    folder: Path, text: str, heading: str = "Responsibilities", *, item: bool = True
) -> set[tuple[str, str]]:
    """Give what one item, or a paragraph, says of a yard clerk."""
    body = f"# Yard clerk\n\n## {heading}\n\n{'- ' * item}{text}\n\n## Duties\n\n- Sweep the yard\n"
    return {(kind, target) for _, kind, target in triples(built(folder, page_md=body))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Make maps, label crates", "labeling crates"),
        ("Review the manifests and practice weekly drills", "practicing weekly drills"),
        ("Give warnings and remove/replace faulty crates", "removing/replacing faulty crates"),
        ("Collect the forms, check them and file them", "filing the forms"),
        ("Receive crates and unload them safely", "unloading crates"),
        ("Identify and assess hearing and balance faults", "identifying and assessing hearing and balance faults"),
        ("Check bills of lading and order forms, record gaps, and report damaged crates", "recording gaps"),
        ("Triage crate damage, both old and new", "triaging crate damage"),
        ("Responsible to phone the members", "phoning the members"),
        ("Work with staff to set up, show and clean up the stalls", "setting up, showing and cleaning up the stalls"),
        ("Work on a single project during quiet hours", "project"),
        ("Align with core goals", "aligning with core goals"),
        ("Assist in the filing of forms", "assisting in the filing of forms"),
        ("Creating & sharing plans", "creating & sharing plans"),
        ("Drafts and sends notices", "drafting and sending notices"),
        ("Keep everyone on track", "keeping everyone on track"),
        ("Sort mail", "sorting mail"),
        ("Document at least 5 faults", "documenting at least 5 faults"),
        ("Check for legal and ethical faults in the log", "checking for legal and ethical faults"),
        ("Mend any faults that arise, and ensure the yard is safe", "ensuring the yard is safe"),
        ("Finds a topic, speaks to all drivers, and writes a note", "speaking to all drivers"),
        ("Wear gloves", "wearing gloves"),
        ("To wear a uniform", "wearing a uniform"),
        ("Co-sign formal papers", "co-signing formal papers"),
        ("Run the crane when required and help drivers, and send out notices", "sending out notices"),
        ("Interpret rules and sources of advice pertaining to the port", "interpreting rules and sources of advice"),
    ],
)  # fmt: skip
def test_items_tell_all_that_is_done(tmp_path: Path, text: str, expected: str) -> None:
    assert (DOES, expected) in page(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Check bills of lading and order forms, record gaps, and report damaged crates", "ordering forms"),
        ("Identify and assess hearing and balance faults", "balancing faults"),
        ("Triage crate damage, both old and new", "triaging new"),
        ("Keep the log, notes and other papers for audits", "keeping the log, notes and other papers"),
        ("Other duties as assigned", "other duties"),
        ("Meet the Education Unit and Program Coordinator", "programing Coordinator"),
        ("Assist in the filing of forms", "Assist"),
    ],
)
def test_items_tell_no_deed_that_is_none(tmp_path: Path, text: str, wrong: str) -> None:
    assert (DOES, wrong) not in page(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One of the key duties of a yard clerk is to conduct drills.", (DOES, "conducting drills")),
        ("This person will take the lead on the count of crates.", (DOES, "count of crates")),
        ("They possess expertise in knots.", (NEEDS, "knots")),
        ("You must be patient, friendly and punctual.", (NEEDS, "punctual")),
        ("Employers look for tact.", (NEEDS, "tact")),
        ("Most employers prefer candidates with a basic knowledge of knots.", (NEEDS, "knots")),
        ("Tact helps, and a high school diploma is usually enough.", (NEEDS, "high school diploma")),
        ("The job of a yard clerk typically involves bringing carts.", (DOES, "bringing carts")),
        ("Within a port, yard clerks count carts.", (DOES, "counting carts")),
        (
            "The yard clerk is responsible for opening the gate, and for counting carts.",
            (DOES, "counting carts"),
        ),
        ("Regular tasks include weighing carts.", (DOES, "weighing carts")),
        ("Yard clerks understand ships, find faults, and mend crates.", (DOES, "mending crates")),
        ("Working at night, yard clerks count carts.", (DOES, "counting carts")),
        ("As friends of the port, yard clerks greet guests.", (DOES, "greeting guests")),
        (
            "The yard clerk is responsible for the development, upkeep and evaluation of plans.",
            (DOES, "development"),
        ),
        ("Supervises children at play.", (DOES, "supervising children at play")),
        ("Before a ship leaves the yard clerk counts crates.", (DOES, "counting crates")),
    ],
)
def test_sentences_tell_more(tmp_path: Path, text: str, expected: tuple[str, str]) -> None:
    found = page(tmp_path, text, "Overview", item=False)
    assert expected in found or (expected[0], expected[1].removesuffix(" at play")) in found


def test_what_employers_want_and_when_one_works_is_no_skill(tmp_path: Path) -> None:
    text = (
        "The job of a yard clerk involves bringing carts. Employers want money. The position requires some weekends. "
        "They run the crane when required and help users."
    )
    assert not {target for kind, target in page(tmp_path, text, "Overview", item=False) if kind == NEEDS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bachelor's or Master's degree in logistics", "Bachelor's or Master's degree in logistics"),
        ("Bachelor's degree in logistics, law or a related field", "Bachelor's degree in logistics"),
        ("Must be responsible, cooperative and punctual", "responsible, cooperative and punctual"),
        ("Able to work independently", "working independently"),
        ("Three to five years of crane experience required, with recognized skill", "crane experience"),
        ("Yard and supervisory experience", "yard and supervisory experience"),
    ],
)
def test_demands_are_one_skill(tmp_path: Path, text: str, expected: str) -> None:
    found = {target for kind, target in page(tmp_path, text, "Requirements") if kind == NEEDS}
    assert {each.lower() for each in found} == {expected.lower()}


def test_heading_below_skills_with_sentences_on_it_is_a_skill(tmp_path: Path) -> None:
    text = "# Yard clerk\n\n## Required skills\n\n### Knot lore\n\nYou plan and check all knots.\n"
    told = {(kind, target) for _, kind, target in triples(built(tmp_path, page_md=text))}
    assert {(NEEDS, "knot lore"), (DOES, "planning and checking all knots")} <= told


def test_items_below_ability_to_and_those_that_are_required_are_skills(tmp_path: Path) -> None:
    text = (
        "# Yard clerk\n\n- Crane licence preferred.\n- Mend nets as required.\n\nAbility to:\n\n- Lift heavy crates\n\n"
        "## Duties\n\n- Sweep the yard\n"
    )
    told = {(kind, target) for _, kind, target in triples(built(tmp_path, page_md=text))}
    assert {(NEEDS, "crane licence"), (DOES, "mending nets"), (NEEDS, "lifting heavy crates")} <= told


def test_two_degrees_with_fields_of_their_own_stay_apart(tmp_path: Path) -> None:
    found = page(tmp_path, "Degree in law and knowledge of knots", "Requirements")
    assert {(NEEDS, "degree in law"), (NEEDS, "knots")} <= found


def test_all_words_of_a_heading_that_name_credentials_ask_for_skills(tmp_path: Path) -> None:
    assert (NEEDS, "first aid certificate") in page(
        tmp_path, "First aid certificate", "Education, experience, training"
    )


@pytest.mark.parametrize("heading", ["Contacts", "Internal contacts", "Who to ask"])
def test_contacts_are_whom_one_has_to_do_with(tmp_path: Path, heading: str) -> None:
    assert (WITH, "sales team") in page(tmp_path, "Sales team", heading)


def test_contact_of_an_advert_and_addresses_are_no_partners(tmp_path: Path) -> None:
    assert not [each for each in page(tmp_path, "yard@port.example", "Contacts") if each[0] == WITH]
    assert not [each for each in page(tmp_path, "Sales team", "Contact") if each[0] == WITH]


def test_relationships_with_a_list_are_with_all_of_it(tmp_path: Path) -> None:
    found = page(tmp_path, "Develop relationships with drivers, influencers, and customers")
    assert {(WITH, "drivers"), (WITH, "influencers"), (WITH, "customers")} <= found


def test_equipment_and_lists_behind_using_are_used(tmp_path: Path) -> None:
    assert (USES, "Typewriter") in page(tmp_path, "Typewriter", "Equipment")
    found = page(tmp_path, "Pick orders using RF scanners, pick lists, or handheld devices")
    assert {(USES, "RF scanners"), (USES, "pick lists"), (USES, "handheld devices")} <= found


def test_role_given_to_people_makes_it_no_member_of_them(tmp_path: Path) -> None:
    found = page(tmp_path, "This role is usually assigned to sailors.", "Overview", item=False)
    assert not [each for each in found if each[0] == "memberOf"]


@pytest.mark.parametrize(
    "text",
    ["Yard clerks work in hospitals and schools.", "Employers include hospitals and schools."],
)
def test_prose_tells_who_employs_a_role(tmp_path: Path, text: str) -> None:
    body = f"# Yard clerk\n\n{text}\n\n## Duties\n\n- Sweep the yard\n"
    told = triples(built(tmp_path, page_md=body))
    assert {("hospitals", "employs", "Yard clerk"), ("schools", "employs", "Yard clerk")} <= told
    assert not any(kind == "partOf" for _, kind, _ in told)
