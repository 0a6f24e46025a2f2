"""One profile of a role in the many forms in which pages tell of roles: what it says must be found in each of them."""

from __future__ import annotations

from itertools import count, cycle
from typing import TYPE_CHECKING, NamedTuple

import pytest
from extraction_samples import built, entries, triples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path


class Part(NamedTuple):
    """A section of the profile: what can head it, and its items in each wording."""

    relation: str
    heads: tuple[str, ...]
    items: tuple[str, ...]
    objects: tuple[str, ...]


DUTIES = ("count the spare parts", "order new parts from suppliers", "check deliveries against the invoice")
DONE = ("counting the spare parts", "ordering new parts from suppliers", "checking deliveries")
PARTS = {
    "duties": Part(
        "responsibleFor",
        (
            "Responsibilities",
            "What you'll do",
            "Key tasks",
            "Main duties",
            "Duties and responsibilities",
            "The role",
            "Your tasks",
            "Key accountabilities",
        ),
        DUTIES,
        DONE,
    ),
    "needs": Part(
        "requiresSkill",
        (
            "Requirements",
            "What you need",
            "Who you are",
            "Person specification",
            "Skills and experience",
            "About you",
            "What we are looking for",
            "Essential",
        ),
        ("Knowledge of customs codes", "Forklift licence", "At least two years of experience in a warehouse"),
        ("customs codes", "Forklift licence"),
    ),
    "measures": Part(
        "measuredBy",
        (
            "KPIs",
            "How we measure success",
            "Success measures",
            "Key performance indicators",
            "What success looks like",
            "Performance measures",
        ),
        ("Stock accuracy", "Unplanned shortages"),
        ("Stock accuracy", "Unplanned shortages"),
    ),
    "partners": Part(
        "collaboratesWith",
        ("Works with", "Key contacts", "You will work with", "Working relationships"),
        ("Drivers", "Purchasing team"),
        ("Drivers", "Purchasing team"),
    ),
    "tools": Part(
        "uses",
        ("Tools", "Systems", "Tools and systems", "Systems used", "Software"),
        ("Stockpro", "Hand scanner"),
        ("Stockpro", "Hand scanner"),
    ),
}
FURNITURE = (
    ("Benefits", "25 days of holiday", "Free parking"),
    ("What we offer", "A bicycle scheme", "A pension"),
    ("How to apply", "Send a letter to the office by 3 May", "Interviews are held in June"),
    ("Equal opportunities", "We welcome applications from everybody", "All interviews are accessible"),
    ("About us", "Brightwater Depots keeps spare parts for ferries", "We have four sites on the coast"),
    ("Working hours", "37 hours a week", "Some weekend work"),
)
UNSAID = (
    "holiday",
    "parking",
    "bicycle",
    "pension",
    "letter",
    "interview",
    "welcom",
    "ferries",
    "sites",
    "hours",
)
DENIED = ("degree", "people", "budget")


def third(duty: str) -> str:
    verb, rest = duty.split(" ", 1)
    return f"{verb}s {rest}"


def gerund(duty: str) -> str:
    verb, rest = duty.split(" ", 1)
    return f"{verb}ing {rest}"


WORDINGS: dict[str, Callable[[str], str]] = {
    "bare": lambda duty: duty.capitalize(),
    "third": lambda duty: third(duty).capitalize(),
    "gerund": lambda duty: gerund(duty).capitalize(),
    "to": lambda duty: f"To {duty}",
    "you": lambda duty: f"You will {duty}.",
}
TITLES = {
    "Stock controller": "Stock controller",
    "Job description: Stock controller (night shift)": "Stock controller",
    "Stock controller, Kelby": "Stock controller",
    "Stock controller (m/f/d) – Kelby": "Stock controller",
    "Vacancy: Stock controller": "Stock controller",
    "Senior stock controller": "Senior stock controller",
    "Stock controller – job description": "Stock controller",
    "Role profile: Stock controller": "Stock controller",
    "Ramp warden, Kelby": "Ramp warden",
}


def markdown(head: str, items: Sequence[str]) -> str:
    return f"## {head}\n\n" + "\n".join(f"- {item}" for item in items)


def bold(head: str, items: Sequence[str]) -> str:
    return f"**{head}**\n\n" + "\n".join(f"* {item}" for item in items)


def colons(head: str, items: Sequence[str]) -> str:
    return f"{head}:\n" + "\n".join(items)


def capitals(head: str, items: Sequence[str]) -> str:
    return f"{head.upper()}\n\n" + "\n".join(f"• {item}" for item in items)


def lost(head: str, items: Sequence[str]) -> str:
    """Give a section whose bullets were lost."""
    return f"**{head}**\n\n" + "\n\n".join(items)


def numbered(head: str, items: Sequence[str]) -> str:
    return f"{head}\n\n" + "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))


def tagged(head: str, items: Sequence[str]) -> str:
    return f"<h2>{head}</h2><ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def broken(head: str, items: Sequence[str]) -> str:
    """Give a section of a web page whose items are lines of one paragraph."""
    return f"<p><strong>{head}</strong></p><p>" + "<br>".join(items) + "</p>"


FORMS = {
    "md": (markdown, "# {}", "**Reports to:** Depot manager"),
    "bold_md": (bold, "# {}", "Reports to: Depot manager"),
    "lost_md": (lost, "**{}**", "Reports to: Depot manager"),
    "colons_txt": (colons, "{}", "Reports to: Depot manager"),
    "capitals_txt": (capitals, "{}", "REPORTS TO: Depot manager"),
    "numbered_txt": (numbered, "{}", "Reporting to: Depot manager"),
    "page_html": (tagged, "<h1>{}</h1>", "<p>Reports to: Depot manager</p>"),
    "lines_html": (broken, "<h1>{}</h1>", "<p><b>Reports to</b>: Depot manager</p>"),
}


def pages() -> Iterator[tuple[str, str, str, list[tuple[str, str]]]]:
    """Give each form with each wording, and titles, heads and furniture in turn."""
    titles, turn = cycle(TITLES), count()
    for form, (section, title, reporting) in FORMS.items():
        for wording in WORDINGS:
            number, named = next(turn), next(titles)
            text, expected = [title.format(named), reporting], []
            for place, part in enumerate(PARTS.values()):
                head = part.heads[(number + place) % len(part.heads)]
                items = (
                    [WORDINGS[wording](item) for item in part.items]
                    if part.relation == "responsibleFor"
                    else part.items
                )
                text.append(section(head, items))
                expected += [(part.relation, each) for each in part.objects]
            offer = FURNITURE[number % len(FURNITURE)]
            marked = section not in (lost, colons)  # a page that ends in a bare line may have left it there
            text.insert(2 if marked and number % 2 else len(text), section(offer[0], offer[1:]))
            yield f"{form}-{wording}-{number}", "\n\n".join(text) + "\n", TITLES[named], expected


CASES = list(pages())


@pytest.mark.parametrize(("name", "text", "label", "expected"), CASES, ids=[case[0] for case in CASES])
def test_profile_says_the_same_in_every_form(
    tmp_path: Path, name: str, text: str, label: str, expected: list[tuple[str, str]]
) -> None:
    found = built(tmp_path, **{"page_" + name.partition("-")[0].rpartition("_")[2]: text})
    assert list(entries(found)) == [label]
    said = {(s.lower(), relation, o.lower()) for s, relation, o in triples(found)}
    wanted = {
        (label.lower(), relation, o.lower()) for relation, o in [*expected, ("reportsTo", "Depot manager")]
    }
    assert wanted - said == set()
    assert not [each for each in said if any(word in " ".join(each) for word in UNSAID)]


OPENINGS = (
    "The {0} counts the spare parts, orders new parts and checks deliveries.",
    "As a {0} you will count the spare parts, order new parts and check deliveries.",
    "As our {0}, you will count the spare parts, order new parts and check deliveries.",
    "{0}s count the spare parts, order new parts and check deliveries.",
    "Brightwater Depots is looking for a {0}. You will count the spare parts, order new parts and check deliveries.",
    "We need a {0} to join our yard. The {0} counts the spare parts, orders new parts and checks deliveries.",
    "The {0} is responsible for counting the spare parts, ordering new parts and checking deliveries.",
)
REPORTING = (
    "The {0} reports to the Depot Manager and works with the drivers.",
    "You will report to the Depot Manager and work with the drivers.",
    "The post holder is responsible to the Depot Manager and works with the drivers.",
    "They report to the Depot Manager and work closely with the drivers.",
)
ASKING = (
    "You need knowledge of customs codes and a forklift licence.",
    "Applicants must have knowledge of customs codes and a forklift licence.",
    "We would like to hear from people with knowledge of customs codes and a forklift licence.",
    "Candidates should have good knowledge of customs codes and hold a forklift licence.",
    "Knowledge of customs codes and a forklift licence are essential.",
)
MEASURING = (
    "Success is measured by stock accuracy.",
    "We judge the work by stock accuracy.",
    "Key performance indicators include stock accuracy.",
    "You will be measured on stock accuracy.",
)
DENYING = (
    "No degree is required. You will not manage people.",
    "You do not need a degree. The {0} does not manage people.",
    "A degree is not required. There is no need to manage people.",
    "You don't need a degree, and you won't manage a budget.",
)
CLOSING = (
    "We offer 25 days of holiday and free parking.",
    "To apply, send a letter to the office by 3 May.",
    "Brightwater Depots has kept spare parts for ferries since 1970. Our sites are on the coast.",
    "We welcome applications from everybody. Interviews are held in June.",
)
HEADED = ("# {0}\n\n", "{0}\n\n", "# {0} (part-time)\n\n", "# Come and work with us\n\n", "")


def prose() -> Iterator[tuple[str, str, str]]:
    """Give each opening below each title, with the other sentences in turn."""
    turn, labels = count(), cycle(("stock controller", "ramp warden", "parts porter"))
    for opening in OPENINGS:
        for title in HEADED:
            number, label = next(turn), next(labels)
            if opening.startswith("{0}s") and title.startswith("# Come"):
                continue  # nothing names the role but the form of its plural
            told = [each[number % len(each)] for each in (REPORTING, ASKING, MEASURING, DENYING, CLOSING)]
            text = "\n\n".join((opening, *told)).format(label)
            yield f"{number}", title.format(label.capitalize()) + text[:1].upper() + text[1:] + "\n", label


@pytest.mark.parametrize(("name", "text", "label"), list(prose()))
def test_prose_without_headings_says_the_same(tmp_path: Path, name: str, text: str, label: str) -> None:
    found = built(tmp_path, **{f"p{name}_{'txt' if int(name) % 2 else 'md'}": text})
    assert [each.lower() for each in entries(found)] == [label]
    said = {(s.lower(), relation, o.lower()) for s, relation, o in triples(found)}
    wanted = {
        ("responsibleFor", each)
        for each in ("counting the spare parts", "ordering new parts", "checking deliveries")
    }
    wanted |= {
        ("reportsTo", "depot manager"),
        ("collaboratesWith", "drivers"),
        ("requiresSkill", "customs codes"),
    }
    wanted |= {("requiresSkill", "forklift licence"), ("measuredBy", "stock accuracy")}
    assert wanted - {(relation, o) for s, relation, o in said if s == label} == set()
    assert not [each for each in said if any(word in " ".join(each) for word in (*UNSAID, *DENIED))]
