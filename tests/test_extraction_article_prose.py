"""Sentences of an article on one term: what it helps to do, makes less of, brings, has for its aim, and includes."""

from __future__ import annotations

from pathlib import Path

import pytest
from extraction_samples import built, case, parameters, said

HELPING = [
    case(
        "Kiln sharing",
        "It helps potters cut fuel and plan firings.",
        "Kiln sharing -supports-> potters",
        "Kiln sharing -supports-> cutting fuel",
        "Kiln sharing -supports-> planning firings",
    ),
    case(
        "Kiln sharing",
        "It allows studios to book slots and improve output.",
        "Kiln sharing -supports-> studios",
        "Kiln sharing -supports-> booking slots",
        "Kiln sharing -supports-> output",
    ),
    case("Kiln sharing", "It helps improve glaze quality.", "Kiln sharing -supports-> glaze quality"),
    case("Kiln sharing", "Kiln sharing reduces fuel costs.", "Kiln sharing -supports-> reducing fuel costs"),
    case("Kiln sharing", "Kiln sharing brings lower costs.", ""),
    case(
        "Kiln sharing",
        "Studios use kiln sharing to improve output.",
        "studios -uses-> Kiln sharing",
        "Kiln sharing -supports-> output",
    ),
    case(
        "Kiln sharing",
        "By lowering fuel costs, kiln sharing improves margins.",
        "Kiln sharing -supports-> lowering fuel costs",
        "Kiln sharing -supports-> margins {context: by lowering fuel costs}",
    ),
]

DENIED = [
    case("Kiln sharing", "It never helps potters cut fuel.", "no Kiln sharing -supports-> cutting fuel"),
    case(
        "Kiln sharing",
        "It is not designed to help potters cut fuel.",
        "no Kiln sharing -supports-> cutting fuel",
    ),
    case("Kiln sharing", "It does not help improve output.", "no Kiln sharing -supports-> output"),
    case("Kiln sharing", "It does not reduce costs.", "no Kiln sharing -supports-> reducing costs"),
]


@pytest.mark.parametrize(("topic", "sentence", "expected"), parameters(HELPING))
def test_sentence_tells_what_the_headword_helps_to_do(
    topic: str, sentence: str, expected: frozenset[str], tmp_path: Path
) -> None:
    assert expected - {""} <= stated(tmp_path, topic, sentence)


@pytest.mark.parametrize(("topic", "sentence", "expected"), parameters(DENIED))
def test_help_that_is_denied_is_never_stated(
    topic: str, sentence: str, expected: frozenset[str], tmp_path: Path
) -> None:
    found = stated(tmp_path, topic, sentence)
    assert expected <= found
    assert not [each for each in found if " -supports-> " in each and not each.startswith("no ")]


@pytest.mark.parametrize(
    "sentence",
    ["It brings no benefits such as low costs.", "It does not bring benefits such as low costs."],
)
def test_benefits_that_are_denied_are_not_stated(sentence: str, tmp_path: Path) -> None:
    assert "Kiln sharing -supports-> low costs" not in stated(tmp_path, "Kiln sharing", sentence)


def test_what_somebody_is_spared_is_nobody_s_duty(tmp_path: Path) -> None:
    found = stated(tmp_path, "Kiln sharing", "With kiln sharing, studios avoid buying and maintaining kilns.")
    assert not [each for each in found if "responsibleFor" in each]


LISTED = [
    case(
        "Kiln sharing",
        "The benefits of kiln sharing include lower costs, steady heat and neat shelves.",
        "Kiln sharing -supports-> lower costs",
        "Kiln sharing -supports-> steady heat",
        "Kiln sharing -supports-> neat shelves",
    ),
    case(
        "Kiln sharing",
        "It brings several benefits, such as low costs, time savings and neat shelves.",
        "Kiln sharing -supports-> low costs",
        "Kiln sharing -supports-> time savings",
        "Kiln sharing -supports-> neat shelves",
    ),
    case(
        "Kiln sharing",
        "The goal of kiln sharing is to cut waste.",
        "Kiln sharing -supports-> cutting waste",
    ),
    case("Kiln sharing", "Its benefits are clear and diverse."),
    case(
        "Kiln sharing",
        "Kiln sharing involves not only booking slots but also stacking shelves and logging heat.",
        "booking slots -partOf-> Kiln sharing",
        "stacking shelves -partOf-> Kiln sharing",
        "logging heat -partOf-> Kiln sharing",
    ),
    case(
        "Kiln sharing",
        "The process involves booking, stacking and inspection.",
        "booking -partOf-> Kiln sharing",
        "stacking -partOf-> Kiln sharing",
        "inspection -partOf-> Kiln sharing",
    ),
    # one thing can be much else than a part
    case("Kiln sharing", "Kiln sharing involves a van."),
    case(
        "Kiln sharing",
        "The key components of kiln sharing include the slot or shelf number, heat log, plan, and any other notes.",
        "slot -partOf-> Kiln sharing",
        "shelf number -partOf-> Kiln sharing",
        "heat log -partOf-> Kiln sharing",
        "plan -partOf-> Kiln sharing",
        "notes -partOf-> Kiln sharing",
    ),
    case(
        "Kiln sharing",
        "Kiln sharing requires clear booking of slots, skills needed for each load, a plan for drying pots, "
        "and steady heat.",
        "Kiln sharing -dependsOn-> booking of slots",
        "Kiln sharing -dependsOn-> skills",
        "Kiln sharing -dependsOn-> plan",
        "Kiln sharing -dependsOn-> steady heat",
    ),
    case(
        "Kiln sharing",
        "Kiln sharing covers the upkeep of the kiln, including cleaning, repairs and heat checks.",
        "repairs -partOf-> upkeep of the kiln",
        "heat checks -partOf-> upkeep of the kiln",
    ),
    case(
        "Kiln sharing",
        "The scheme is about papers. It needs documentation for the load, such as slips, heat curves and photos.",
        "slips -exampleOf-> documentation",
        "heat curves -exampleOf-> documentation",
        "photos -exampleOf-> documentation",
    ),
]


@pytest.mark.parametrize(("topic", "sentence", "expected"), parameters(LISTED))
def test_sentence_tells_what_it_lists(
    topic: str, sentence: str, expected: frozenset[str], tmp_path: Path
) -> None:
    found = stated(tmp_path, topic, sentence)
    assert expected <= found
    assert not expected or not [each for each in found if " of kiln sharing -" in each.lower()]
    if not expected:
        assert found == set()


DONE = [
    case(
        "Kiln clerk",
        "Kiln clerks greet guests and sort shelves.",
        "Kiln clerk -responsibleFor-> greeting guests",
        "Kiln clerk -responsibleFor-> sorting shelves",
    ),
    case(
        "Kiln clerk",
        "Kiln clerks work ahead—running safety rounds, greeting guests, and sorting shelves.",
        "Kiln clerk -responsibleFor-> running safety rounds",
        "Kiln clerk -responsibleFor-> greeting guests",
        "Kiln clerk -responsibleFor-> sorting shelves",
    ),
    case(
        "Kiln clerk",
        "The role of a kiln clerk is to sort shelves.",
        "Kiln clerk -responsibleFor-> sorting shelves",
    ),
    case(
        "Kiln clerk",
        "A kiln clerk is responsible for ensuring that guests leave on time.",
        "Kiln clerk -responsibleFor-> ensuring that guests leave on time",
    ),
    case(
        "Kiln clerk",
        "Kiln clerks work using booking systems to log, track, and rank loads.",
        "Kiln clerk -uses-> booking systems",
    ),
    case(
        "Kiln clerk",
        "Unlike plain posts, this role requires tact and patience.",
        "Kiln clerk -requiresSkill-> tact",
        "Kiln clerk -requiresSkill-> patience",
    ),
    case(
        "Kiln clerk",
        "Kiln clerks work with carriers such as shipping lines and bargemen.",
        "Kiln clerk -collaboratesWith-> carriers",
    ),
]


@pytest.mark.parametrize(("topic", "sentence", "expected"), parameters(DONE))
def test_sentence_tells_what_a_role_does(
    topic: str, sentence: str, expected: frozenset[str], tmp_path: Path
) -> None:
    found = stated(tmp_path, topic, sentence)
    assert expected <= found
    assert "Kiln clerk -responsibleFor-> track" not in found


def test_whole_in_the_plural_has_its_parts(tmp_path: Path) -> None:
    text = "# Kiln crew\n\nA kiln crew is a team.\n\nKiln crews comprise a core of stokers.\n"
    assert not [
        each for each in said(built(tmp_path, a_md=text), "a.md") if each.startswith("Kiln crew -partOf->")
    ]


def test_who_is_given_something_is_no_duty(tmp_path: Path) -> None:
    found = stated(tmp_path, "Kiln clerk", "Kiln clerks keep slots free, giving guests more time.")
    assert "Kiln clerk -responsibleFor-> giving guests" not in found


def test_answer_that_is_no_ends_its_sentence(tmp_path: Path) -> None:
    text = "The skill is the judgment to say no. Kiln sharing reduces costs."
    assert "Kiln sharing -supports-> reducing costs" in stated(tmp_path, "Kiln sharing", text)


def test_each_share_of_the_time_goes_to_what_stands_behind_it(tmp_path: Path) -> None:
    text = "Kiln clerks spend half the day on calls, a quarter on visits and the rest on sorting mail."
    assert stated(tmp_path, "Kiln clerk", text) == {
        "Kiln clerk -responsibleFor-> calls {share: 0.5}",
        "Kiln clerk -responsibleFor-> visits {share: 0.25}",
        "Kiln clerk -responsibleFor-> sorting mail",
    }


def test_nothing_is_done_to_the_places_where_a_thing_is(tmp_path: Path) -> None:
    text = "Kiln clerks oversee night crews in Peru, Chile, and Eastern Europe for the mill."
    found = stated(tmp_path, "Kiln clerk", text)
    assert {"night crews -locatedIn-> Chile", "night crews -locatedIn-> Eastern Europe"} <= found
    assert not {each for each in found if each.endswith(("For-> Chile", "For-> Eastern Europe"))}


@pytest.mark.parametrize(
    ("sentence", "told", "untold"),
    [
        ("Success depends on house maps.", "Kiln sharing -dependsOn-> house maps", "success"),
        ("The success of kiln sharing depends on maps.", "Kiln sharing -dependsOn-> maps", "success"),
        ("The quality of tiles depends on clay.", "quality of tiles -dependsOn-> clay", "Kiln"),
        ("Kiln sharing follows the guild code.", "Kiln sharing -uses-> guild code", "precedes"),
        ("Kiln sharing tracks bookings.", "Kiln sharing -appliesTo-> bookings", "measuredBy"),
        ("It handles loads across road, rail, and canal.", "Kiln sharing -appliesTo-> loads", "canal"),
        ("Firms such as Alder use their kilns.", "Alder -uses-> kilns", "lder use"),
        ("Bolt, Ember and Velo Racks are well-known kiln firms.", "Ember -exampleOf-> kiln firms", "broader"),
        ("Halls moved away from it and replaced it with barter.", "", "replaces"),
        (
            "It is measured in hours saved, error rate, and cost.",
            "Kiln sharing -measuredBy-> error rate",
            "saved-",
        ),
        ("The delivery team handles clay and glaze.", "delivery team -responsibleFor-> glaze", "Kiln"),
        (
            "Kiln sharing is common in Burgundy and in pottery.",
            "Kiln sharing -appliesTo-> pottery",
            "broader",
        ),
        ("A standard slot is 12 metres.", "", "metres"),
        (
            "Kiln sharing applies to clay intake, mould updates, and glaze checks.",
            "Kiln sharing -appliesTo-> glaze checks",
            "broader",
        ),
        ("Typical tasks include tracking health scores.", "", "measuredBy"),
        ("Kiln hosts keep a book of 20 to 200 slots.", "", "of 20"),
        ("Bookings are assigned to kiln clerks.", "", "memberOf"),
        ("It allows users to combine glazes with tiles.", "Kiln sharing -supports-> users", "partOf"),
    ],
)
def test_cue_is_read_by_what_stands_at_its_ends(
    tmp_path: Path, sentence: str, told: str, untold: str
) -> None:
    found = stated(tmp_path, "Kiln sharing", sentence)
    assert not told or told in found
    assert not [each for each in found if untold in each]


def test_what_a_thing_is_not_stands_apart_from_it(tmp_path: Path) -> None:
    text = (
        "- Pier: a walkway. A pier is not a dock. Yes, as part of a harbour.\n- Dock: a basin. Docks are not piers or "
        "slips.\n- Slip: a ramp. A slip is not part of a pier. A slip is not a dock with a gate.\n"
    )
    found = {
        each
        for each in said(built(tmp_path, words_md=f"# Words\n\n{text}"), "words.md")
        if "distinct" in each
    }
    assert found == {
        "Pier -distinctFrom-> Dock",
        "Dock -distinctFrom-> Pier",
        "Dock -distinctFrom-> Slip",
    }


def stated(folder: Path, topic: str, sentence: str) -> set[str]:
    """Give what a paragraph says below the definition of a topic."""
    kind = "a role" if topic.endswith("clerk") else "a practice"
    text = f"# {topic}\n\n{topic} is {kind}.\n\n{sentence}\n"
    return said(built(folder, article_md=text), "article.md") - {f"{topic} -broader-> practice"}
