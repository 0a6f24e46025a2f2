"""Titles of roles: which role a heading names, and at which level."""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from rolegraph.extraction.claims.classes import Classifier
from rolegraph.extraction.foreign.gendered import is_for_all, without_gender
from rolegraph.extraction.layout.patterns import cut
from rolegraph.extraction.names.abbreviations import spells
from rolegraph.extraction.words import english as en
from rolegraph.extraction.words.inflection import singular, verb_forms
from rolegraph.graph.names import fold
from rolegraph.ontology import RG

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rolegraph.ontology import Ontology
    from rolegraph.readers import Span

__all__ = ["SENIORITY", "RoleTitle", "RoleTitles", "level_alone", "without_level"]

SENIORITY = en.words(
    "junior jr associate mid mid-level middle intermediate senior sr lead staff principal distinguished "
    "chief trainee apprentice graduate entry-level executive head"
)
_GRADE = (
    r"(?:(?:job |pay )?(?:level|grade|band|tier|step)(?:\s*[:#-]?\s*\d{1,2}[a-z]?|\s+[IVX]{1,4}|\s+[A-Z])\b"
    r"|(?!x\d)[A-Z]{1,3}\d{1,2}(?:[.-]\d)?\b)"
)
_GRADE_ALONE = re.compile(rf"^{_GRADE}$", re.IGNORECASE)
_GRADE_FIRST = re.compile(
    rf"^[(\[]?(?P<grade>{_GRADE})\s*(?:(?<=[^)\]])[)\]]|[:–—|.-]|$|(?<=\d)\s(?=(?-i:[A-Z])))\s*[:–—|-]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\s*[(\[]([^()\[\]]{1,60})[)\]]\s*$")
_BEHIND = re.compile(
    r"^(?P<core>.{2,80}?)\s*(?:\s[–—|-]\s|\s[-–—]{2}\s|[–—]|:\s|\s@\s|\s+at\s+(?:the\s+)?(?=[A-Z]))\s*(?P<rest>.+)$"
)
_TRAILING_GRADE = re.compile(rf"^(?P<core>.+?),?\s+(?P<grade>{_GRADE})$", re.IGNORECASE)
_ROMAN = re.compile(
    r"^(?P<core>.+?)\s+(?P<grade>(?:I{1,3}|IV|V|VI{0,2}|[1-7])(?:/(?:I{1,3}|IV|V|VI{0,2}))*)$"
)
_ANNOUNCING = re.compile(
    r"^(?:title of (?:the )?(?:job|role|position|post)|person specification|(?:job|role|"
    r"position)(?:\s+(?:title|description|guide|"
    r"card|charter|"
    r"profile|specification|spec|name))?|title|job (?:opening|vacancy)|"
    r"open position|vacancy|opening|hiring|we['’]re hiring|we are hiring|now hiring|wanted|career|careers|jd|"
    r"job post(?:ing)?|"
    r"fiche (?:de poste|métier|de fonction)|offre d['’]emploi|intitulé du poste|poste|métier|"
    r"stellen(?:beschreibung|anzeige|profil|bezeichnung|ausschreibung)|stelle|rolle|"
    r"(?:descripción|perfil) (?:del? )?(?:puesto|cargo)|oferta de empleo|puesto|cargo|rol|"
    r"the role of(?: the)?)\s*[:,–—/>›»|-]+\s*(?:an?\s+|the\s+)?",
    re.IGNORECASE,
)
_PROFILE_OF = re.compile(
    r"^(?:(?:kompetenz|stellen|rollen|anforderungs|tätigkeits|berufs)(?:profil|beschreibung)|fiche (?:de poste|métier)|"
    r"profil (?:de poste|métier)|(?:perfil|descripción) (?:del? )?(?:puesto|cargo))\s+"
    r"(?:für (?:die |den |eine?n? )?|de la |d['’]|du |de |del )?(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
# What announces a role so plainly that what follows names one, whatever its noun.
_DESCRIBING = re.compile(
    r"^(?:job|role|position|post)\s+(?:description|profile|specification)\s*(?::|"
    r"\s[–—-])\s*(?P<name>[A-Z][^.:;?!]{2,50})$",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"^(?P<name>[A-Z][^.:;?!–—|]{2,50}?)(?::|\s[–—|-]|)\s+(?:job|role|position|post) "
    r"(?:description|profile|specification|posting|advert)(?: \(?(?:template|sample|example|form)\)?s?)?$",
    re.IGNORECASE,
)
_OF_MODELS = en.words(
    "sample model template generic example standard this a the your our my employee build write writing "
    "free customizable "
    "customisable updated typical full detailed complete new download view about how what official "
    "formal job role position"
)
_FAMILY_FIRST = re.compile(
    r"^(?:job |career |role )?(?:details|summary report|titles?|levels?|ladders?|paths?|descriptions?|profiles?|"
    r"famil(?:y|ies)|expectations|"
    r"responsibilities|progression|frameworks?)\s+(?:for|of)\s+(?:an?\s+|the\s+|our\s+|all\s+)?",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"^(?:\d{2}-?\d{2,4}(?:\.\d{1,2})*\s*[:–—-]?\s+(?=[A-Z])|[^\w(\[]+)"
)  # "19-4099.91 - Clerks"
_OF_ONE = re.compile(
    r"^(?:the\s+)?(?:(?:general|main|key|typical|daily|specific)\s+)?"
    r"(?:roles?|duty|duties|responsibilities|tasks|functions|job|work|profile|skills|position)"
    r"(?:\s*(?:,|and|&)\s*(?:(?:required|key|main|necessary|essential|core)\s+)?"
    r"(?:roles?|duties|responsibilities|tasks|functions|skills|qualifications|requirements))*\s+(?:of|"
    r"for)\s+(?:an?|the|our)\s+"
    r"(?=\w)",
    re.IGNORECASE,
)
_FAMILY_LAST = re.compile(
    r"\s+(?:(?:job|career|role|position|person|team|competency|competence|skills?)\s+)?(?:famil(?:y|ies)|levels?|"
    r"ladders?|paths?|frameworks?|(?:organi[sz]ation(?:al)? )?structure|org chart|progression|descriptions?|profiles?|"
    r"specifications?|titles?|responsibilities|roles?|positions?|jobs?|tracks?|expectations|matrix|handbook|guide|"
    r"rubric|details|overview|summary|opening|vacancy|posting)$",
    re.IGNORECASE,
)
_FOREIGN_WORDS = en.words(
    "how what why who when where which our your my their his her its we you they about with from to by "
    "meet for and-or working becoming being finding vs vs. versus is are"
)
# Names of roles that a heading uses for whomever it may concern, or for a part of a page.
_HEADS_OF_TEAMS = (["team", "leader"], ["team", "manager"])  # posts, though each word alone is nobody's
_NOBODY = en.words(
    "role position stakeholder owner expert professional employee worker team member colleague direct "
    "report sponsor contractor lead leader head chief associate staff member practitioner manager "
    "steward supervisor line manager hiring manager occupation profession author maintainer contributor "
    "user volunteer "
    "personne collaborateur employé professionnel responsable chef titulaire poste rôle métier fonction encadrant "
    "person mitarbeiter mitarbeiterin vorgesetzter verantwortlicher verantwortliche leiter rolle stelle "
    "persona empleado empleada profesional encargado encargada jefe jefa líder puesto cargo titular"
)

# What names a page or a part of it, and nobody.
_OF_PAGES = en.words(
    "role position job post title description profile specification overview introduction summary background purpose "
    "team responsibility duty and of the a an key main general information detail other"
)

_CONTRACT = re.compile(
    r"^(?:(?:part|full)[- ]time|(?:ref(?:erence)?\.?|no\.?|vacancy)\s*[\w/-]*\d[\w/-]*|"
    r"(?:join us as|become|work as|work with us as) (?:an?|our|the))[:,]?\s+(?=\w)",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"(?:,\s+(?:part|full)[- ]time|\s+(?:wanted|required|needed|sought|vacancy)(?: (?:for|at|in|to) .+)?!?|"
    r"\s+[x×]\s?\d{1,2}|['’]s? (?:role|job|duties|responsibilities)| job description (?:and|&) person specification)$",
    re.IGNORECASE,
)
_GRADED_INSIDE = re.compile(r"\s*[(\[]([^()\[\]]{1,60})[)\]](?=,\s)")
_LEADING_IN = re.compile(r"\s+(?:(?:will|may|can) (?:be|include)|are|include|includes)$", re.IGNORECASE)
_SHORTENED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Rep|Sec|Asst|Dir|Mgr|Jr|Sr)\.$")
# "Assistant to the library manager" is an assistant.
_HELPER_TO = re.compile(r"^(?P<helper>[\w -]{3,30}?\w) to (?:the|an?) [\w -]+$", re.IGNORECASE)
_NO_ROLES = {RG + name for name in en.words("Organization Team Sector Place Activity System Metric")}
_APPLYING = en.words("candidate applicant incumbent company")
_OF_NO_TEAM = en.words("the a this that other new every all meet about")
_ASKS_ABOUT = re.compile(
    r"^(?:what (?:does|do) (?:an? |the )?(?P<role>.+?) do|what an? (?P<told>.+?) (?:does|is)(?: and does)?|"
    r"what (?:is|are) the (?:role|job|duties|responsibilities) of (?:an? |the )?(?P<of>.+?)|"
    r"how (?:to|do i) become an? (?P<next>.+?)|"
    r"(?:(?:a|one) )?(?:day|week) in the life of (?:an?|the|our) (?P<life>.+?)|"
    r"(?:life|working|being|my (?:life|work)|a career) as an? (?P<being>.+?))\s*\??$",
    re.IGNORECASE,
)


class RoleTitle(NamedTuple):
    """The role that a title names.

    ``level`` is the grade that stands beside it ("L3"), ``employer`` who offers the role, ``family`` tells a title of
    several levels ("Titles for data analysts"), ``short`` is an abbreviation in brackets, ``other`` the name in the
    other gender; ``team`` tells that it is no role's but a team's.
    """

    label: str
    level: str = ""
    employer: str = ""
    family: bool = False
    short: str = ""
    other: str = ""
    team: bool = False

    @property
    def head(self) -> str:
        """The label with its abbreviation, as the head of an entry."""
        return f"{self.label} ({self.short})" if self.short else self.label


class RoleTitles:
    """Reads titles by the head nouns of roles in the ontology.

    >>> from rolegraph.ontology import load
    >>> titles = RoleTitles(load())
    >>> titles.read("L2: Software engineer II")
    RoleTitle(label='Software engineer II', level='L2', employer='', family=False, short='', other='', team=False)
    >>> titles.read("Release notes") is None
    True
    """

    def __init__(self, ontology: Ontology, language: str = "en") -> None:
        self._classifier, self._language = Classifier(ontology, {}), language
        self._beside_roles = False
        self._trusted: frozenset[str] = frozenset()
        self._whole: frozenset[str] = frozenset()
        self._teams: frozenset[str] = frozenset()

    def among(self, titles: Iterable[str]) -> RoleTitles:
        """Give these titles for a page that has such headings.

        Beside a role, "Dog walker" and "Shop cleaner" are taken for roles by the form of their last word.
        """
        named = any(self.read(title) for title in titles)
        found = copy(self)
        found._beside_roles = named and self._language == "en"
        return found

    def trusting(self, names: Iterable[str], *, whole: bool = False) -> RoleTitles:
        """Give these titles with names that are roles' whatever their nouns, for their place tells it.

        With ``whole`` nothing in a name announces it: "Troop guide" in a column of roles is no guide to a troop.
        """
        found = copy(self)
        if whole:
            found._whole = self._whole | {fold(name) for name in names}
        else:
            found._trusted = self._trusted | {fold(_core(name)) for name in names}
        return found

    def with_teams(self, names: Iterable[str]) -> RoleTitles:
        """Give these titles with names that are teams' on a page that tells of several."""
        found = copy(self)
        found._teams = frozenset(map(fold, names))
        return found

    def core(self, title: str) -> str:
        """Give the name in a title without its grade, its employer and what announces it."""
        return re.sub(r"^the\s+", "", _core(title), flags=re.IGNORECASE)

    def is_team(self, title: str) -> bool:
        """Tell whether the noun of a title is a team's: "Port security team", not "Our team"."""
        name = self.core(title)
        words = name.lower().split()
        plain = 1 < len(words) <= 6 and not {*words} & (_FOREIGN_WORDS | _OF_NO_TEAM)
        return plain and self._classifier.of_name(name) == (RG + "Team",)

    def trusts(self, title: str) -> bool:
        """Tell whether a title is one of the names that their place tells to be roles'."""
        return fold(_core(title)) in self._trusted

    def can_name(self, title: str, *, sure: bool = False) -> bool:
        """Tell whether a title has the form of a role's name, so that its place can tell the rest.

        Where its place makes it ``sure``, a name of other things ("Marketing") or of a level ("Lead") is a role's too.
        """
        name = _core(title)
        words = [singular(word) for word in name.lower().split()]
        ends = name.endswith((".", "?", "!", ";", ":")) and not _SHORTENED.search(name)
        if not 0 < len(words) <= 6 or not name[0].isalnum() or ends:
            return False
        if _FOREIGN_WORDS & set(words) or words[0] == "new" or set(words) <= _OF_PAGES:
            return False
        if sure or level_alone(title):
            return sure
        classes = self._classifier.of_name(name, self._language) or self._classifier.of_name(name)
        return classes in ((), (RG + "Role",))

    def duties_of(self, title: str) -> str:
        """Give whose duties a heading tells: "Main duties of a fire warden"; empty for another heading."""
        match = _OF_ONE.match(title)
        return _core(title) if match and re.search(r"dut|responsib|job", match[0], re.IGNORECASE) else ""

    def looks_like_role(self, name: str) -> bool:
        """Tell whether a name has the form of one for somebody who acts, and is of no known class: "loss adjuster"."""
        return self.can_name(name) and not self._classifier.of_name(name) and _is_agent(name)

    def may_be_role(self, name: str) -> bool:
        """Tell a name that is none of a body or a place, nor one for whomever it may concern."""
        words = [singular(word) for word in name.lower().split()]
        classes = self._classifier.of_name(name)
        return (
            not {*classes} & _NO_ROLES
            and words[-1] not in _NOBODY | _APPLYING
            and self.can_name(name, sure=True)
        )

    def names_somebody(self, title: str) -> bool:
        """Tell whether the last word of a title is one for whomever it may concern: "Contributors"."""
        return singular(title.lower().split()[-1]) in _NOBODY if title.split() else False

    def read(self, title: str) -> RoleTitle | None:
        """Read the role in a title; None where it names none."""
        title = " ".join(title.split())
        if fold(title) in self._whole:
            return RoleTitle(title)
        if name := self.described(title):
            return RoleTitle(*_parts(name))
        if fold(title) in self._teams:
            core = self.core(title)
            return RoleTitle(core, short=_short(title, core), team=True)
        first, second = without_gender(title, self._language)
        text, family = _unannounced(first)
        core, level, employer = _parts(text)
        behind = text.partition(": ")[2].strip()  # "Board: Treasurer"
        whole = (
            first if family and self._is_guide(first, core) else ""
        )  # "Visitor guide" is no guide for visitors
        for label in (
            *((whole,) if whole else ()),
            core,
            *((behind,) if behind else ()),
            without_place(core),
            text,
        ):
            named = _singular(label) if family and not whole else label
            marked = is_for_all(title) and not family and self.can_name(named, sure=True)
            if marked or self.names_role(named):
                named, second = self._either(without_place(named), second)
                other = _parts(_unannounced(second)[0])[0] if second else ""
                return RoleTitle(named, level, employer, family, _short(text, named), other)
        return None

    def _is_guide(self, title: str, core: str) -> bool:
        """Tell a title whose last word names a role where what stands before it is none's by its noun."""
        whole = title.lower().rpartition(" ")[2].rstrip("s") == "guide" and self.names_role(title)
        return whole and self._classifier.of_name(core.lower(), self._language) != (RG + "Role",)

    def described(self, title: str) -> str:
        """Give the name in a title that says what it is: "Role description – Altar server"; empty for another.

        >>> from rolegraph.ontology import load
        >>> titles = RoleTitles(load())
        >>> titles.described("Lamp trimmer: job description"), titles.described("Sample job description")
        ('Lamp trimmer', '')
        """
        text = title.strip(" *_#")
        match = _DESCRIBING.match(text) or _DESCRIBED.match(text)
        name = match["name"].strip() if match else ""
        words = name.lower().split()
        model = _OF_MODELS & {*words} or en.PREPOSITIONS & {*words[-1:]}  # "Benefits of job description"
        return name if name and not model and self.can_name(name, sure=True) else ""

    def _either(self, name: str, other: str) -> tuple[str, str]:
        """Part "Bookkeeper/Accountant", both of which name the role."""
        first, _, rest = name.partition("/")
        both = bool(rest) and not other and self.names_role(first.strip()) and self.names_role(rest.strip())
        return (first.strip(), rest.strip()) if both else (name, other)

    def asked(self, title: Span, *, sure: bool = False) -> Span | None:
        """Give the role that the title of an article asks about: "What does a data steward do?".

        On a page that is ``sure`` to be about a job its noun need not be known.
        """
        match = _ASKS_ABOUT.match(re.split(r"[:?] ", title.text)[0])
        name = match[match.lastgroup or 0] if match else ""
        if match is None or not (
            self.names_role(name) or (sure and self.can_name(name) and self.may_be_role(name))
        ):
            return None
        return cut(title, match.start(match.lastgroup or 0), match.end(match.lastgroup or 0))

    def names_role(self, name: str) -> bool:
        """Tell whether a name is a role's."""
        words = without_level(name)[0].lower().split()
        if fold(name) in self._trusted:
            return True
        if not 0 < len(words) <= 7 or name.endswith((".", "?", "!", ";")):
            return False
        if "," in name and sum(map(self.names_role, re.split(r",\s*|\s+(?:and|&)\s+", name))) > 1:
            return False  # "Chair, treasurer and secretary"
        if helped := _HELPER_TO.match(name):
            return self.names_role(helped["helper"])
        if _FOREIGN_WORDS & set(words):
            return False
        nobody = {singular(word) for word in words} <= _NOBODY | {"key", "the", "a", "an", "this"}
        if (nobody and words not in _HEADS_OF_TEAMS) or not name[:1].isalnum():
            return False
        before = re.split(r"\s+in\s+(?=[A-Z])", name)[0]
        if before != name and self.names_role(before):
            return True  # "Lecturer in Fashion Design"
        core = re.split(r",\s|\s[–—-]\s|\s/\s", _PARENTHESIS.sub("", " ".join(words)))[0]
        classes = self._classifier.of_name(core, self._language) or self._classifier.of_name(core)
        return classes == (RG + "Role",) or (self._beside_roles and not classes and _is_agent(core))


def without_level(name: str) -> tuple[str, str]:
    """Split the numeral off a name: "Engineer II" is an engineer at level II.

    >>> without_level("Data engineer II"), without_level("Tech lead")
    (('Data engineer', 'II'), ('Tech lead', ''))
    """
    match = _TRAILING_GRADE.match(name) or _ROMAN.match(name)
    return (match["core"].strip(" ,-–—"), match["grade"]) if match else (name, "")


def without_place(name: str) -> str:
    """Take the place or the unit off a name: "Yard clerk, Leeds"; "Director, Product" is named by its field.

    >>> without_place("Yard clerk, Leeds"), without_place("Senior manager, Data platform")
    ('Yard clerk', 'Senior manager, Data platform')
    """
    before, comma, behind = name.partition(", ")
    *own, noun = before.lower().split() or [""]
    bare = noun in _NAMED_BY_FIELD and set(own) <= SENIORITY | _RANKS
    return before if comma and not bare and re.match(r"[A-Z\d£$€]", behind) else name


_NAMED_BY_FIELD = en.words(
    "manager director president vp head lead leader officer engineer analyst specialist associate partner consultant "
    "coordinator assistant executive representative advisor adviser administrator developer designer supervisor expert"
)
_RANKS = en.words("vice general deputy regional managing assistant associate group global")


def level_alone(title: str) -> str:
    """Give the level that a heading is, which names no role: "Senior", "Level 2", "L3 – Senior"; else empty.

    >>> level_alone("Senior (L3)"), level_alone("Level 2"), level_alone("Senior analyst")
    ('Senior', 'Level 2', '')
    """
    text = _PARENTHESIS.sub("", title).strip()
    graded = _GRADE_FIRST.match(text)
    rest = graded["rest"].strip() if graded else text
    words = re.sub(r"\s+(?:level|grade)$", "", rest, flags=re.IGNORECASE).lower().split()
    if words and len(words) <= 2 and set(words) <= SENIORITY:
        return rest
    return graded["grade"] if graded and not rest else ""


def _unannounced(title: str) -> tuple[str, bool]:
    """Take off "Job title:" and "… career ladder"; the second value tells a title of a family."""
    text = _PROFILE_OF.sub("", _ANNOUNCING.sub("", _SIGNS.sub("", " ".join(title.split()).strip(" :*_#"))))
    text = _WANTED.sub("", _LEADING_IN.sub("", _CONTRACT.sub("", text))) or text
    if match := _OF_ONE.match(text):
        return text[match.end()].upper() + text[match.end() + 1 :], True
    bare = _FAMILY_FIRST.sub("", text)
    before, _, behind = text.partition(": ")
    if behind and bare == text and _FAMILY_LAST.search(before):
        text = bare = before  # "Baker job description: duties and skills"
    if bare == text and (last := _FAMILY_LAST.search(text)):
        bare = re.sub(r"^the\s+", "", text[: last.start()], flags=re.IGNORECASE)
    return bare.strip(" :–—-|"), bare != text


def _core(title: str) -> str:
    """Give the name in a title without what announces it, its grade and its employer."""
    return _parts(_unannounced(title)[0])[0]


def _short(text: str, label: str) -> str:
    """Find the abbreviation of a role in the brackets of its title."""
    inner = re.findall(r"[(\[]([A-Z][\w&/]{1,7})[)\]]", text)
    return next((short for short in inner if not _GRADE_ALONE.match(short) and spells(short, label)), "")


def _parts(text: str) -> tuple[str, str, str]:
    """Split a title into the role, its grade and its employer."""
    level = employer = ""
    if inside := _GRADED_INSIDE.search(text):  # "Teaching assistant (level 2), Oakfield School"
        level = inside[1] if _GRADE_ALONE.match(inside[1]) else ""
        text = text[: inside.start()] + text[inside.end() :]
    graded = _GRADE_FIRST.match(text)
    if graded and graded["rest"]:
        level, text = graded["grade"], graded["rest"]
    text, inner = _without_brackets(text)
    level = level or inner
    behind = _BEHIND.match(text)
    if behind:
        rest = behind["rest"].strip()
        at = re.search(r"\sat\s|@", text[behind.end("core") : behind.start("rest")])
        employer = rest if at else ""
        level = level or (rest if _GRADE_ALONE.match(rest) else "")
        text, inner = _without_brackets(behind["core"])
        level = level or inner
    trailing = _TRAILING_GRADE.match(text)
    if trailing and not level:
        text, level = trailing["core"], trailing["grade"]
    return re.sub(r"^[Tt]he\s+", "", text.strip(" ,:")), level, employer


def _without_brackets(text: str) -> tuple[str, str]:
    """Take brackets off the end of a title; the second value is a grade in them."""
    level = ""
    while match := _PARENTHESIS.search(text):
        level = level or (match[1].strip() if _GRADE_ALONE.match(match[1].strip()) else "")
        text = text[: match.start()].strip()
    return text, level


def _singular(name: str) -> str:
    first, _, rest = name.partition(" of ")
    return singular(first) + (f" of {rest}" if rest else "")


_AGENTS = ("ist", "ian", "ant", "man", "woman", "hand")
_SMALL = en.PREPOSITIONS | en.DETERMINERS | en.CONNECTIVES | en.CONJUNCTIONS | en.PRONOUNS


def _is_agent(name: str) -> bool:
    """Tell the name of somebody by the form of its last word: a "dog walker" walks, and a florist ends as a chemist."""
    words = name.lower().split()
    last = words[-1]
    if len(words) > 4 or _SMALL & set(words) or len(last) < 6 or last.endswith("eer"):
        return False
    stem = last[:-2]
    bases = {stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem}
    does = last.endswith(("er", "or")) and not bases.isdisjoint(verb_forms().values())
    return does or (
        last.endswith(_AGENTS) and (not last.endswith("list") or last.endswith(("alist", "elist")))
    )
