"""Relations whose two ends have entries of their own, as sentences of definitions tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from extraction_samples import built, case, labels, parameters, triple, triples

if TYPE_CHECKING:
    from pathlib import Path

TERMS = (
    ("Ferryman", "A person who steers a boat."),
    ("Passenger", "A person who rides on a boat."),
    ("Borrower", "Either side of a loan."),
    ("Harbour board", "A committee."),
    ("Boatyard", "A company."),
    ("Ferry", "A vessel."),
    ("Fare", "A sum of money."),
    ("Timetable", "A document."),
    ("Crossing", "The process of going over water."),
    ("Ticket machine", "A system."),
    ("Delay rate", "A metric."),
    ("Mooring", "A rope."),
)


def ends_related(folder: Path, topic: str, gloss: str) -> set[str]:
    """Give what a gloss states between terms, in a glossary of a ferry."""
    others = "".join(f"- {term}: {text}\n" for term, text in TERMS if term != topic)
    found = built(folder, ferry_md=f"# Glossary\n\n- {topic}: {gloss}\n{others}")
    names = labels(found)
    told = [triple(each, names) for each in found.evidence if each.place.first == 3 and not each.negative]
    heads = {topic, *(term for term, _ in TERMS)}
    return {f"{left} -{name}-> {right}" for left, name, right in told if {left, right} <= heads}


DEEDS = [
    # who acts answers for what is done, and is no party to what befalls
    case("Purser", "A person who collects the fare.", "Purser -responsibleFor-> Fare"),
    case("Sender", "The person or company who is loading the ferry.", "Sender -responsibleFor-> Ferry"),
    case("Patron", "A person who starts and pays for a crossing.", "Patron -responsibleFor-> Crossing"),
    case("Guest", "A person who awaits the ferry.", "Guest -appliesTo-> Ferry"),
    case(
        "Deckhand",
        "A person seen by the boatyard who cleans the ferry.",
        "Deckhand -responsibleFor-> Ferry",
    ),
    case("Wreck", "A hull left by a diver who sells the ferry.", ""),
    case(
        "Pilot",
        "A party responsible for checking, mending and repainting the ferry.",
        "Pilot -responsibleFor-> Ferry",
    ),
    case(
        "Clerk",
        "A person responsible for the storage and care of the timetable.",
        "Clerk -responsibleFor-> Timetable",
    ),
    case("Rudder", "A blade responsible for the ferry.", "Rudder -appliesTo-> Ferry"),
    case("Court", "A group of persons chosen to audit the ferry.", "Court -responsibleFor-> Ferry"),
    # who is helped
    case("Lifeguard", "A person who protects the passenger.", "Lifeguard -supports-> Passenger"),
    case("Cover", "A policy that protects the rights of the passenger.", "Cover -supports-> Passenger"),
    case("Gift", "A sum spent for the benefit of the passenger.", "Gift -supports-> Passenger"),
    # what somebody does to the headword
    case("Trial run", "A test started by the ferryman.", "Ferryman -responsibleFor-> Trial run"),
    case("Fog", "A haze noticed by the ferryman.", ""),
    case("Toll", "A fee from the passenger.", "Passenger -responsibleFor-> Toll"),
    case("Notice", "An update from the ferryman.", "Ferryman -produces-> Notice"),
    case("Ruling", "The decision of the harbour board.", "Harbour board -produces-> Ruling"),
    case("Rower", "The strength of the ferryman.", "Rower -appliesTo-> Ferryman"),
    case("Whistle", "A tool that the ferryman moves.", "Ferryman -uses-> Whistle"),
    case("Help point", "The single point of contact for passengers.", "Help point -appliesTo-> Passenger"),
    case("Wait", "The time a passenger spends at the pier.", "Wait -appliesTo-> Passenger"),
    case("Boarding", "A process in which the ferryman counts heads.", "Ferryman -responsibleFor-> Boarding"),
    case("Landing", "A process in which the passenger gets a stamp.", "Landing -appliesTo-> Passenger"),
    case("Portal", "Software where the passenger pays bills.", "Passenger -uses-> Portal"),
    case("Lodge", "A company where the ferryman works.", "Ferryman -memberOf-> Lodge"),
]
MEANS = [
    case("Tow", "A haul guided by the mooring.", "Tow -uses-> Mooring"),
    case("Shuttle", "A service whose ferry runs at night.", "Ferry -partOf-> Shuttle"),
    case("Doubling", "The practice of cutting a wait by adding a ferry.", "Doubling -uses-> Ferry"),
    case("Roof", "A cover that cuts the wind by hiding a ferry.", "Roof -appliesTo-> Ferry"),
    case("Watch", "A roster kept so that the crossing is safe.", "Watch -supports-> Crossing"),
    case("Hauling", "Moving things such as a mooring.", "Hauling -appliesTo-> Mooring"),
    case("Set", "A kit that combines parts, such as a mooring.", "Mooring -partOf-> Set"),
    case("Grant", "A sum that lets a town rent a hull to make a crossing.", "Grant -supports-> Crossing"),
    case("Spare", "A rope kept in the ferry.", "Spare -partOf-> Ferry"),
    case("Spare", "A rope seen in the ferry.", "Spare -appliesTo-> Ferry"),
    case("Claim", "A right to be paid out under a timetable.", "Claim -dependsOn-> Timetable"),
    case("Stub", "A slip. Once stamped, it becomes a timetable.", "Stub -precedes-> Timetable"),
    case("Mark", "A score. It is used as a sign of a ferry.", ""),
    case("Log", "A paper that's sent to the ferryman.", "Log -appliesTo-> Ferryman"),
    case("Line", "A database of every ferry.", "Ferry -partOf-> Line"),
    case("Raft", "A ferry class.", "Raft -broader-> Ferry"),
]
LATER = [
    case("Trip", "A journey divided into legs such as a crossing.", "Crossing -partOf-> Trip"),
    case("Sale", "A purchase recorded in the timetable.", "Sale -partOf-> Timetable"),
    case("Slip", "A paper the ferryman gives.", "Ferryman -produces-> Slip"),
    case("Takings", "The difference between the total fare and the rent.", "Takings -derivedFrom-> Fare"),
    case("File", "A folder that contains ferry records.", "Ferry -partOf-> File"),
    case("Rope list", "A sheet. It is used by the harbour board.", "Harbour board -uses-> Rope list"),
    case("News board", "A website where the ferryman posts bulletins.", "Ferryman -uses-> News board"),
    case("Bid", "An offer to the boatyard to work for money.", "Bid -appliesTo-> Boatyard"),
    # a party that a definition speaks of further on
    case("Waiver", "A paper on what happens when the passenger falls.", "Waiver -appliesTo-> Passenger"),
    case("Waiver", "A paper that is worn by the passenger.", ""),
    case("Waiver", "A paper, rather than that of the passenger.", ""),
    case(
        "Hot line",
        "A team through which passengers report a ferry.",
        "Hot line -appliesTo-> Passenger",
        "Hot line -appliesTo-> Ferry",
    ),
]
LAST = [
    case("Berth list", "An ordered list of pending ferries.", "Ferry -partOf-> Berth list"),
    case("Reader", "A person who reads the timetable.", "Reader -appliesTo-> Timetable"),
    case(
        "Warden",
        "A person accountable for the cost, upkeep and use of the ferry.",
        "Warden -responsibleFor-> Ferry",
    ),
    case("Truce", "When one guide protects the passenger.", "Truce -appliesTo-> Passenger"),
    case("Spill", "A leak caused by the ferry.", "Spill -derivedFrom-> Ferry"),
    case("Chart", "A map that passengers follow.", "Passenger -uses-> Chart"),
    case("Idle time", "The hours spent by the ferryman.", ""),
    case("Talks", "A mechanism where the ferryman states demands.", "Ferryman -responsibleFor-> Talks"),
]
NAMES = [
    case(
        "Job offer",
        "A call to the passenger to work for the boatyard.",
        "Job offer -appliesTo-> Passenger",
        "Job offer -appliesTo-> Boatyard",
    ),
    case("Role", "A set of rights that can be assigned to passengers.", "Role -appliesTo-> Passenger"),
    case("Route", "A path, organized into legs such as a crossing.", "Crossing -partOf-> Route"),
]
OTHER_SENTENCES = [
    case("Bell", "A disc. Passengers use it to call.", "Passenger -uses-> Bell"),
    case("Bell", "A disc. Passengers use them to call.", ""),
    case("Levy", "A charge. This annual charge covers the crossing.", "Levy -appliesTo-> Crossing"),
    case("Levy", "A charge. This annual storm covers the crossing.", ""),
    case(
        "Licence",
        "A paper. Similar to a card, the licence is a pass for the ferry.",
        "Licence -appliesTo-> Ferry",
    ),
    case("Craft", "A hull. A craft may be a ferry.", "Ferry -exampleOf-> Craft"),
    case("Craft", "A hull. A craft may be late.", ""),
    case("Bill", "A sum that includes not only the fare but also a tip.", "Fare -partOf-> Bill"),
    case("Bill", "A sum that does not include the fare.", ""),
    case("Dues", "Costs. They include ferry rents and the fare.", "Fare -partOf-> Dues"),
    case(
        "Board paper",
        "A sheet. The harbour board first approves and then audits the timetable.",
        "Harbour board -responsibleFor-> Timetable",
    ),
]


@pytest.mark.parametrize(
    ("topic", "gloss", "expected"), parameters([*DEEDS, *MEANS, *LATER, *LAST, *NAMES, *OTHER_SENTENCES])
)
def test_definition_relates_two_headwords(
    tmp_path: Path, topic: str, gloss: str, expected: frozenset[str]
) -> None:
    assert ends_related(tmp_path, topic, gloss) == expected - {""}


@pytest.mark.parametrize("verb", ["reduces", "prevents", "ignores", "avoids"])
def test_nobody_answers_for_what_is_kept_away(tmp_path: Path, verb: str) -> None:
    page = f"- **Nurse**: a person who {verb} pain.\n- **Pain**: a bad feeling.\n"
    assert ("Nurse", "responsibleFor", "Pain") not in triples(built(tmp_path, page_md=page), "page.md")
