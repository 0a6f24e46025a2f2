"""How a duty opens: "Own the roadmap", "Usually writes tests", "You will not manage people"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import names_doer, singular, verb_forms

__all__ = [
    "RESPONSIBLE",
    "VERBS_AT_HEAD",
    "Lead",
    "lead",
    "opens_with_doers",
    "opens_with_verb",
    "subjectless_verb",
]

_OPENERS = re.compile(
    r"^(?:(?:you(?:['’]ll| will| are expected to| are able to| can| must| should|['’]re able to)?|"
    r"we expect you to|is able to|are able to|be able to|you(?:['’]d| would)|"
    r"(?:be )?available to|able to|capable of|(?:is |are )?required to|to|will|would|shall|"
    r"must|should|(?:needs?|has|have) to(?! be\b)|be expected to|expected to|is expected to|"
    r"in this role,? you will|being able to|"
    r"(?:(?:has|have|having) )?(?:the |full |delegated )?(?:authority|power|duty|mandate) to|"
    r"responsible to(?= [a-z]+ (?:the|an?|all|any|our|their|its|new)\b)|assist(?:s|ing)? in (?=\w+ing\b)|"
    r"participate in (?=\w+ing\b)|be|is)\s+)+",
    re.IGNORECASE,
)
_HELPING = re.compile(r"^help(?:s|ing)?(?P<to> to)? (?=(?P<verb>[a-z]+),? (?!with\b))", re.IGNORECASE)
_HEDGED = re.compile(
    r"^(may|might|can|could|often|usually|typically|generally|sometimes|occasionally|regularly|frequently)\s+",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"^(?:do(?:es)? not|don['’]t|doesn['’]t|not|never|won['’]t|will not|no longer|isn['’]t|is not|"
    r"are not)\s+(?:directly\s+)?",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"^(?:(?:(?!(?:dai|week|month|quarter|year|hour|ear|fami|supp|time|friend|app|re|"
    r"annual report)ly\b)\w+ly|also|then|always|continually|together)(?:\s+and\s+\w+ly)?,?\s+)+",
    re.IGNORECASE,
)
RESPONSIBLE = re.compile(
    r"^(?:(?:is |are |be )?(?:directly |ultimately |overall |full |fully |end-to-end )?(?:responsible|accountable|"
    r"responsibility|accountability|ownership|oversight)\s+(?:for|of)|in charge of|tasked with|"
    r"takes? (?:full )?(?:ownership|responsibility|charge) (?:of|for)|takes? the lead (?:on|in|for)|"
    r"responsibilities include|"
    r"duties include|owner of)\s+",
    re.IGNORECASE,
)
_FUNCTION_WORDS = (
    en.PREPOSITIONS | en.DETERMINERS | en.CONNECTIVES | en.ADVERBS | en.PRONOUNS | en.CONJUNCTIONS
)
_STATES = en.words("have be possess bring hold enjoy love like thrive want care believe understand know need")
_DEFINING = en.words("mean denote describe refer stand consist")
_ADJECTIVAL = en.words("growing emerging ongoing outstanding existing including regarding using according")
_MASS = (
    "ity",
    "ness",
    "th",
    "ce",
    "ship",
    "work",
    "code",
    "data",
    "ss",
    "mail",
    "cash",
    "money",
    "food",
    "stock",
    "waste",
)
_ACTIVITY_ENDS = ("ment", "tion", "sion", "ing", "ance", "sis", "ship", "ity")


# Verbs that could be nouns, but at the head of a duty hardly ever are.
VERBS_AT_HEAD = en.words(
    "use share help handle volunteer answer offer visit edit attend tackle address keep welcome stock"
)

# What is done, told by a noun: "Participation in drawing up budgets".
_NOMINAL_VERBS = {
    "participation": "participate",
    "involvement": "participate",
    "assistance": "assist",
    "contribution": "contribute",
    "adherence": "adhere",
    "compliance": "comply",
}
_NOMINAL = re.compile(
    rf"(?:active |regular )?({'|'.join(_NOMINAL_VERBS)})\s+(?=(?:in|with|to)\s)", re.IGNORECASE
)


class Lead(NamedTuple):
    """The opening of a duty: its text from the verb on, the verb, and what limits or denies it."""

    text: str
    verb: str
    third: bool = False
    negative: bool = False
    hedge: str = ""


def opens_with_doers(text: str) -> bool:
    """Tell an item that is a sentence on those who do something.

    >>> opens_with_doers("Store clerks help customers"), opens_with_doers("Store goods")
    (True, False)
    """
    first, _, rest = text.partition(" ")
    return _has_doers(first.lower(), rest.split())


def opens_with_verb(text: str) -> bool:
    """Tell whether an item says what somebody does.

    >>> opens_with_verb("Own the roadmap"), opens_with_verb("Writes tests"), opens_with_verb("SQL skills")
    (True, True, False)
    """
    return lead(text) is not None


def subjectless_verb(text: str, *, acts: bool = False) -> Lead | None:
    """Find the verb of a sentence that leaves out its subject, in the third person; None for a noun phrase.

    Where the headword ``acts``, as a role does, a gerund is an object: "Leads sourcing for a region."

    >>> [bool(subjectless_verb(text)) for text in ("Designs networks.", "Costs incurred by a firm.")]
    [True, False]
    """
    opening = lead(text)
    if opening is None or not opening.third:
        return None
    verb, after, *rest = [*(word.strip(".,;:").lower() for word in opening.text.split()), "", ""]
    defining = opening.verb in _DEFINING and (opening.verb != "refer" or after == "to")
    asking = after in ("what", "how", "who", "whether", "when", "where") and len(rest) > _CLAUSE
    if defining or verb.endswith("ing") or (after in en.CONNECTIVES and not asking) or after == "of":
        return None
    inflected = verb_forms().get(after, after) != after and not after.endswith("s")
    described = (inflected and not (acts and after.endswith("ing"))) or after.endswith("ed")
    return None if described and (not rest[0] or rest[0] in en.PREPOSITIONS) else opening


def lead(text: str, *, nouns: bool = False, behind: bool = False) -> Lead | None:
    """Find the verb that a duty opens with; None where it opens with no verb.

    With ``nouns``, words that can be nouns are taken for nouns where nothing tells ("Support skills"). What stands
    ``behind`` the name of a role is a verb if it has the form of one: "(The clerk) supports and trains staff".
    """
    whole = text
    text, negative, hedge, sure = _without_openers(text)
    nominal = _NOMINAL.match(text)
    if nominal:
        verb = _NOMINAL_VERBS[nominal[1].lower()]
        return Lead(verb + text[nominal.end(1) :], verb)
    word = re.match(r"[A-Za-z][A-Za-z-]*", text)
    verb = _verb(word.group().lower(), text[word.end() :], nouns=nouns) if word else ""
    if sure and word and not verb and verb_forms().get(word.group().lower()) == word.group().lower():
        verb = word.group().lower()
    form = word.group().lower() if word else ""
    if sure and not verb and _BIDDEN.match(whole) and _can_be_base(form):
        verb = form  # "To wear a uniform"
    if (
        behind
        and not verb
        and (form not in _SOMEBODY | _JOBS | en.BE or _WORKS.match(text))
        and (form.endswith("s") or verb_forms().get(form) == form)
    ):
        verb = verb_forms().get(form, "")
    if not word or not verb or (nouns and verb in _STATES):
        return None
    if _COPULA.match(negative) and not form.endswith(("ing", "ed")):
        return None  # "are not account executives"
    if form == verb and _VARIES.match(text[word.end() :]):
        return None  # "Pay varies."
    third = word.group().lower().endswith("s") and word.group().lower() != verb
    return Lead(text, verb, third, bool(negative), hedge)


def _without_openers(text: str) -> tuple[str, str, str, bool]:
    """Take away what stands before the verb of a duty; give what denies it, what hedges it, whether a verb is due."""
    text = re.sub(r"^line[- ](?=manag)", "", text, flags=re.IGNORECASE)
    negative = hedge = ""
    sure = False
    while True:
        before = text
        for pattern in (_OPENERS, _HEDGED, _DENIED, _ADVERBS):
            match = pattern.match(text)
            if match and match.end() < len(text):
                sure = sure or (
                    pattern is _OPENERS
                    and bool(
                        re.search(r"(?:\bto|will|['’]ll|can|must|should|of)\s+$", match[0], re.IGNORECASE)
                    )
                )
                hedge = hedge or (match[1].lower() if pattern is _HEDGED else "")
                negative = negative or (match[0] if pattern is _DENIED else "")
                text = text[match.end() :]
        helped = _HELPING.match(text)
        behind_it = text[helped.end("verb") :].split()[:1] if helped else []
        determined = behind_it != [] and behind_it[0].lower() in en.DETERMINERS  # "help lead the runs"
        if helped and (helped["to"] or determined or _is_helped(helped["verb"].lower())):
            text = text[helped.end() :]
        if text == before:
            break
    return text, negative, hedge, sure


_COPULA = re.compile(r"(?:is|are)(?:n['’]t| not)", re.IGNORECASE)
_VARIES = re.compile(r"\s+(?:varies|depends|ranges|differs|starts|begins|rises|grows|matters|counts|helps)\b")
_CLAUSE = 2  # words of "what we build"


_BIDDEN = re.compile(r"(?:to|(?:you )?(?:will|shall)|you['’]ll) [a-z]", re.IGNORECASE)


def _can_be_base(word: str) -> bool:
    """Tell a word that "to" can have behind it as a verb, were it unknown."""
    plain = word.isalpha() and not word.endswith(("ing", "ed", "ly", "tion", "ment", "s"))
    return plain and word not in _FUNCTION_WORDS | en.BE | _STATES


def _is_helped(word: str) -> bool:
    """Tell the verb of "help run the shop" from whomever somebody helps: "help team members"."""
    return verb_forms().get(word) == word and word not in _SOMEBODY


_WORKS = re.compile(
    r"works? (?:for|with|in|at|closely|on|to|alongside|under|together|across|within|as|from)\b", re.IGNORECASE
)
_JOBS = en.words("position post job role function work level skills duties title")
# Nouns that stand before others far more often than they are verbs: "inventory control", "risk appetite".
_MODIFIERS = en.words("inventory risk stock cost tax")
_HEADS = en.words("process budget project")
_SOMEBODY = en.words(
    "team staff partner people field head crew board group lead champion steward chair child"
)


def _verb(word: str, rest: str, *, nouns: bool) -> str:
    """Give the verb that a first word is, empty for a noun."""
    verb = verb_forms().get(word, "")
    following = rest.split()
    if _has_doers(word, following):
        return ""
    if not following or not rest.startswith((" ", ",", "/")) or word in en.BE:
        return ""
    after = following[0].lower().strip(",")
    if not verb:
        determined = after in ("the", "a", "an", "our", "all", "new", "your", "their") and word.isalpha()
        plain = not word.endswith(("ing", "s", "ed", "ly", "ion", "ment")) and word not in _FUNCTION_WORDS
        if determined and len(word) > 5 and word.endswith("ing"):
            return word.removesuffix("ing")  # "Lambing the flock"
        return word if determined and plain else ""
    if word in _ADJECTIVAL or (word == "direct" and after.endswith(_ACTIVITY_ENDS) and "of" in following[:3]):
        return ""
    if word.endswith(("ed", "en")) and word != verb and not word.endswith("ing"):
        return ""
    if word.endswith("ing"):
        return (
            verb
            if after not in ("of", "skills", "experience", "knowledge", "is", "and", "or", "&")
            and not rest.startswith(",")
            else _gerund_before_and(verb, following)
        )
    if word != verb and not word.endswith("s"):
        return ""
    if verb in en.NOUNS_FIRST:
        if word in VERBS_AT_HEAD and not nouns and after not in ("of", "and", "or", "for", "case", "cases"):
            return verb
        return verb if _is_verb_here(word, verb, following, nouns=nouns) else ""
    return verb


_BEHIND_VERBS = frozenset(
    {"with", "on", "in", "closely", "across", "as", "up", "out", "off", "down", "over", "directly"}
)
_BEFORE_CLAUSES = en.words(
    "help let make have ensure check verify confirm see watch know note show assure insure"
)


def _has_doers(word: str, following: Sequence[str]) -> bool:
    """Tell the noun of "Store clerks help customers" from the verb of "Store goods"."""
    if len(following) < 2 or word in _BEFORE_CLAUSES:
        return False
    doers, does = following[0].lower(), following[1].lower()
    known = doers.endswith("s") and names_doer(singular(doers))
    return known and verb_forms().get(does) == does and (does not in en.NOUNS_FIRST or does == "help")


def _gerund_before_and(verb: str, following: Sequence[str]) -> str:
    """Tell "designing and building X" from "training and development"."""
    following = following[1:] if following[:1] == [","] else following
    while len(following) > 2 and re.fullmatch(r"\w{3,}ing,?", following[0]):
        following = following[1:]
    joined = len(following) > 2 and following[0].lower() in ("and", "or", "&")
    second = following[1 + (joined and following[1].lower() in ("then", "also"))].lower() if joined else ""
    return verb if second.endswith("ing") and len(second) > 5 and len(following) > 2 else ""


def _is_third(word: str) -> bool:
    """Tell a verb in the third person that is hardly a plural: "sends"."""
    verb = verb_forms().get(word, word)
    return word.endswith("s") and verb != word and verb not in en.NOUNS_FIRST


def _is_verb_here(word: str, verb: str, following: Sequence[str], *, nouns: bool) -> bool:
    """Tell a verb from a noun of the same form by what follows: "Support the team", "Support planning"."""
    after = following[0].lower().strip(",.")
    third = word != verb
    joined = len(following) > 1 and following[1].lower() in ("and", "or", "&", "of", "for")
    plain = after not in en.DETERMINERS and not after.endswith("s")
    if plain and (word in _MODIFIERS or (word in _HEADS and after.endswith((*_ACTIVITY_ENDS, "control")))):
        return False
    if after.endswith(_ACTIVITY_ENDS) and (joined or following[0].endswith(",")) and not third:
        return False
    if verb == "look" and after == "after":
        return True
    if after == "at" and following[1:2] == ["least"]:
        return True
    if verb == "report" and after in ("to", "into", "directly"):
        return True
    if (
        verb_forms().get(after, after) != after
        and after.endswith("s")
        and verb_forms()[after] not in en.NOUNS_FIRST
        and not third
        and len(following) > 1  # "Order supplies" is no sentence
    ):
        return False
    if third and nouns:
        return not (len(following) < 3 and following[-1].lower().strip(".").endswith(_ACTIVITY_ENDS))
    if after in en.DETERMINERS or after in _BEHIND_VERBS:
        return not nouns or after in en.DETERMINERS or verb == "work"
    if third and after in ("and", "&") and len(following) > 2 and _is_third(following[1].lower().strip(",")):
        return True  # "Drafts and sends updates"
    if after in ("and", "or", "&") and len(following) > 2:
        return following[1].lower() in verb_forms().values() and following[1].lower() not in ("process",)
    if after in en.PREPOSITIONS or after in ("is", "are", "skills", "experience") or nouns:
        return False
    if len(following) > 1 and following[-1].lower().strip(".,").endswith("ly"):
        following = following[:-1]  # "Process claims accurately"
    last = following[-1].lower().strip(".,")
    if len(following) > 2 or third:
        return True
    return last.endswith(("s", *_MASS)) and not last.endswith(_ACTIVITY_ENDS)
