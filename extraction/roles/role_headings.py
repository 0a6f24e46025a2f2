"""What headings announce on the page of a role, where more of them can be told than in any text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rolegraph.extraction.claims.cues import Reading
from rolegraph.extraction.layout.denying_titles import denies
from rolegraph.extraction.layout.sections import Announcer
from rolegraph.extraction.words import english as en
from rolegraph.graph.names import fold

if TYPE_CHECKING:
    from rolegraph.ontology import Ontology

__all__ = ["RoleAnnouncer"]

_KINDS = {"duties": "responsibleFor", "requirements": "requiresSkill"}
# Relations that a page of a role announces by headings and labels; others are told by its sentences.
_RELATIONS = en.words(
    "responsibleFor collaboratesWith reportsTo memberOf employs requiresSkill hasLevel precedes "
    "measuredBy uses produces locatedIn hasTime"
)
_TAIL = re.compile(
    r"\s*\([^()]*\)\s*$|\s+(?:at|with|@)\s+(?-i:[A-Z]).*$|\s+(?:in|for|of)\s+(?:this|the)\s+(?:role|"
    r"position|job)$|,?\s+you will$"
    r"|\s+(?:include|includes|are|people must have|you must have|you should have|we expect)$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^\d+(?:\.\d+)*[.)]\s*|^(?:a (?:little )?bit |a little |more |some |all )(?=about\b)|^(?:typical|"
    r"usual|possible|common) (?=career)",
    re.IGNORECASE,
)
_KINDS_NAMED = (
    r"\b(?:(?P<duties>duties|responsibilities|tasks)|skills|qualifications|requirements|competencies)\b"
)
_LEADING_IN = re.compile(
    rf"[^.:;]{{0,80}}?{_KINDS_NAMED}[^.:;]{{0,80}}(?::|,? including|the following)$", re.IGNORECASE
)
_ANSWERING = re.compile(
    r"[^.:;]{0,80}\b(?:responsible|accountable|in charge|tasked|charged) (?:for|of|with)(?: the following)?:$"
    r"|[^.:;]{0,60}\b(?:responsible|accountable) for [^.:;]{3,80}?,? (?:which|this|that) (?:also )?"
    r"(?:includes?|means|involves):$",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(rf"the following (?:are|is) [^.:;]{{0,40}}?{_KINDS_NAMED}", re.IGNORECASE)
_OF_A_ROLE = frozenset({"employs", "requiresSkill", "responsibleFor", "measuredBy", "reportsTo"})
_OF_ROLE = re.compile(r"(.{3,40}?) (?:of|for) (?:an? |the |our )?(?:[\w-]+ ){0,3}[\w-]+$")
_NEED = re.compile(
    r"^(?:we(?:['’]re| are) (?:looking for|seeking)|you(?:['’]ll| will)? (?:need|have|are|bring|should|"
    r"must|might)|(?:the|our) ideal|"
    r"what(?:['’]s| is) required|it is (?:essential|desirable)|"
    r"in addition, the following)\b.*:$",
    re.IGNORECASE,
)
# "Contact" says how to reach somebody, the plural with whom one has to do.
_CONTACTS = re.compile(
    r"(?:(?:internal|external|internal and external|working|regular|principal|primary|typical|important) )?"
    r"(?:contacts|contact with|relations|relationships|relaciones)(?: (?:with|within|inside|outside) [\w ]{3,40})?",
    re.IGNORECASE,
)
_SECTIONS = (
    (_CONTACTS, "collaboratesWith"),
    (
        re.compile(
            r"(?:machines?,? |tools?,? )*(?:and |& )?(?:work )?(?:equipment|machinery)(?: used| operated)?",
            re.I,
        ),
        "uses",
    ),
    (re.compile(r"(?:must (?:have the |be )?)?(?:ability|able) to", re.I), "requiresSkill"),
    (
        re.compile(
            r"(?:how|what|where) (?:we|you|your \w+|success|performance|this role|it) (?:(?:is|are|will be|"
            r"will) )?(?:you )?"
            r"(?:measured?|judged?|assess(?:ed)?|evaluated?|know)(?: (?:success|you|your \w+|performance|"
            r"it is working|it works|you are doing well|on|"
            r"by|against))?|(?:success|performance) (?:measures|indicators)|measures of success|"
            r"success looks like|what (?:good|great|success) looks like",
            re.I,
        ),
        "measuredBy",
    ),
    (
        re.compile(
            r"(?:usually |typically |often |can )?(?:moves? (?:on|up) to|leads? to|progress(?:es|ion)? to|"
            r"promot(?:ed|ion) to|"
            r"next (?:step|role|level|post|position|move|rung)s?)",
            re.I,
        ),
        "precedes",
    ),
    (
        re.compile(
            r"(?:who )?(?:you(?:['’]ll| will)?|the (?:role|post ?holder)|we) (?:also )?(?:be )?work(?:s|"
            r"ing)? (?:closely )?with",
            re.I,
        ),
        "collaboratesWith",
    ),
    (
        re.compile(
            r"(?:systems|tools|software|applications|technolog(?:y|ies)) (?:and \w+ )?(?:you will use|used|we use|"
            r"in use)",
            re.I,
        ),
        "uses",
    ),
    (re.compile(r"kpis", re.I), "measuredBy"),
    (re.compile(r"who to (?:ask|turn to|work with)", re.I), "collaboratesWith"),
    (re.compile(r"(?:job|work|primary|duty|office) locations?", re.I), "locatedIn"),
)
_TO_BE = re.compile(
    r"^(?:could (?:it|this) be you|is (?:this|it) you|(?:does this )?sounds? like you|are you (?:the one|"
    r"right for .{3,30}))$|"
    r"^to (?:be|become|work as) (?:an?|our) .{3,40}? you(?:['’]ll| will)? (?:need|must|should|have)\b",
    re.IGNORECASE,
)
# Labels of the unit that a role belongs to, which elsewhere mean other things: "Service", "Branch".
_UNITS = en.words(
    "branch directorate division bureau department section service direction pôle unité bereich referat "
    "sachgebiet área unidad dirección"
)
# Labels of a place and of an employer, which stand for other things elsewhere.
_PLACES = frozenset(
    en.words("lieu localisation standort arbeitsort einsatzort dienstort localidad base site workplace")
    | {"ubicación", "lugar de trabajo", "lieu de travail", "based in", "work location"}
)
_EMPLOYERS = frozenset(
    en.words("company employer entreprise employeur société unternehmen arbeitgeber firma empresa compañía")
    | {"company name", "hiring company", "hiring organisation", "hiring organization"}
)
_OF_WHOM = re.compile(r"\s+(?:in|of|at|for|within|on|we|during|across|under)\s+", re.IGNORECASE)
_MEANWHILE = re.compile(r"\s+(?:during|across|throughout)\s.*$", re.IGNORECASE)
_PAIRED = re.compile(
    r"\s+(?:and|&|/)\s+(?:their )?(?:responsibilit|dut|expectation|task|permission|definition)\w*$",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"^[^\w]+|[^\w)?!]+$")
_EMPLOYER = re.compile(
    r"^(?:about (?!the (?:role|job|position|opportunity)|you\b|this|your)|why (?:work|join|choose)|life at|working at|"
    r"how (?:to apply|we)|what (?:will|do|can) (?:we|you) (?:do|offer|get|"
    r"give)(?: (?:for )?you)?(?: in return)?$|apply|sold\?|not sold|ready to|interested|want to|"
    r"the (?:company|team|"
    r"process)$|application|join |our |(?:promotion|advancement|transition) (?:criteria|requirements|process))",
    re.IGNORECASE,
)
_CONDITIONS = re.compile(
    r"^(?:working conditions|work environment|physical (?:demands|requirements|effort|abilities)|functional demands|"
    r"environmental (?:conditions|factors)|(?:growth|job|career|employment) outlook|ai impact|(?:working|"
    r"work) hours|travel(?: requirements?)?$)",
    re.IGNORECASE,
)
_OFFER = en.words("benefit perk salary compensation pay remuneration equity statement disclaimer")
_DUTY = re.compile(
    r"^(?:(?:what(?:['’]s| is) )?the (?:role|position|post|job|work)(?: (?:about|like))?$|(?:he or she|"
    r"she or he|they|the [\w ]{3,30}) (?:shall|must|will|"
    r"should)(?: also)?$|"
    r"what (?:an?|the|our) (?!you\b).{2,50} (?:does|do)(?: all day)?$|"
    r"what (?:does|do) (?:an?|the|our) .{2,50} do(?: all day)?\??$|as (?:an?|our|the) .+,? you(?:['’]ll|"
    r" will)|.*\byou(?:['’]ll|"
    r" will)\b(?!.*\b(?:need|bring|"
    r"have|get)\b).*\b(?:do|doing|own|work on|be)$)",
    re.IGNORECASE,
)


class RoleAnnouncer(Announcer):
    """Tells what a heading announces on the page of a role.

    A heading is looked up as it stands, then without what is tied to one page ("at Acme", "(essential)"), then by its
    last word that announces something: "Technical skills", "Core responsibilities".
    """

    def __init__(self, ontology: Ontology) -> None:
        super().__init__(ontology)
        self._page_kinds = {
            fold(heading): kind
            for kind in (*_KINDS, "employment", "position")
            for heading in ontology.section_headings.get(kind, ())
        }
        employs, roles = ontology.relation_type("employs"), ontology.term_class("Role")
        listings = (*_LISTS, *ontology.section_headings.get("roles", ()), *employs.headings, *roles.headings)
        self._listings = {heading.casefold() for heading in listings}
        self._optional = {fold(heading) for heading in ontology.properties["optional"].headings}
        self._sections = [(p, Reading(ontology.relation_type(name), False)) for p, name in _SECTIONS]
        self._unit = Reading(ontology.relation_type("memberOf"), False)
        self._place = Reading(ontology.relation_type("locatedIn"), False)
        self._employer = Reading(ontology.relation_type("employs"), True)
        self._named = {name: Reading(ontology.relation_type(name), False) for name in set(_KINDS.values())}

    def kind(self, title: str) -> str:
        """Give the kind of a section; what tells of the employer is furniture."""
        title = " ".join(title.split())
        found = super().kind(title)
        if self._of_section(title.strip(" :")):
            return ""
        key = fold(_core(title))
        offered = _OFFER - ({"statement"} if _ANYWHERE & set(key.split()) else set())
        employer = self._page_kinds.get(key) == "employment" or bool(offered & set(key.split()[:4]))
        addressed = not self._page_kinds.get(key) and bool(_EMPLOYER.match(_SIGNS.sub("", title)))
        if (
            employer
            or _CONDITIONS.match(title)
            or (addressed and not found and super().relation(title) is None)
        ):
            return "furniture"
        found = found or super().kind(_core(title))
        return found or ("position" if self._page_kinds.get(key) == "position" else "")

    def relation(self, title: str) -> Reading | None:
        """Give the relation of the items below a heading."""
        title = " ".join(title.split())
        if self.kind(title) in ("furniture", "references") or denies(title):
            return None
        if _ANSWERING.match(f"{title.rstrip(' :')}:"):
            return self._named[_KINDS["duties"]]
        if lead_in := _LEADING_IN.match(title) or _FOLLOWING.match(title):
            return self._named[_KINDS["duties" if lead_in["duties"] else "requirements"]]
        core = _core(title)
        if named := self._of_section(title.strip(" :")):
            return named
        found = (
            super().relation(title) or super().relation(core) or self._of_page(title) or self._of_page(core)
        )
        if found is None or found.relation.name not in _RELATIONS | {"related"}:
            found = self._by_word(core)
        if found is None and (self.is_optional(title) or super().kind(core) == "activities"):
            found = self._named["requiresSkill" if self.is_optional(title) else "responsibleFor"]
        if found is None and (owned := _OF_ROLE.match(core)):
            found = super().relation(owned[1])
            found = found if found and found.relation.name in _OF_A_ROLE else None
        before, _, behind = title.partition(": ")
        return self.relation(before) if found is None and behind else found

    def field(self, label: str) -> Reading | None:
        """Give the relation that a labelled field states: "Reports to: …"."""
        core = _core(label)
        if named := self._of_section(label):
            return named
        found = (
            self.column(label)
            or super().relation(core)
            or self._of_page(core)
            or self._by_word(core, last=True)
            or (self._unit if fold(core) in _UNITS else None)
            or (self._place if core.casefold() in _PLACES else None)
            or (self._employer if core.casefold() in _EMPLOYERS else None)
        )
        return found if found and found.relation.name in _RELATIONS else None

    def _of_section(self, title: str) -> Reading | None:
        return next((reading for pattern, reading in self._sections if pattern.fullmatch(title)), None)

    def lists_roles(self, title: str) -> bool:
        """Tell whether what stands below a heading are roles: "Project roles", "Job titles in construction"."""
        found = super().relation(title)
        if found is not None and found.relation.name == "employs":
            return False  # of whatever the page is about
        name = _OF_WHOM.split(_PAIRED.sub("", _MEANWHILE.sub("", _SIGNS.sub("", title))), maxsplit=1)[0]
        words = name.casefold().split()
        return 0 < len(words) <= 5 and any(
            " ".join(words[-length:]) in self._listings for length in (1, 2, 3)
        )

    def lists_teams(self, title: str) -> bool:
        """Tell whether what stands below a heading are teams: "Squads", "Our departments"."""
        bare = re.sub(r"^(?:our|the|all)\s+", "", title, flags=re.IGNORECASE)
        return self._classes.get(fold(bare)) == self.ontology.term_class("Team").iri

    def offers(self, title: str) -> bool:
        """Tell whether a heading speaks of pay, which only pages of roles do."""
        return bool((_OFFER - {"benefit", "equity", "statement", "disclaimer"}) & set(fold(title).split()))

    def leads_in(self, text: str) -> bool:
        """Tell a sentence that announces the items behind it: "A porter will have certain skills, including:"."""
        return _LEADING_IN.match(text) is not None or _ANSWERING.match(text) is not None

    def is_heading(self, text: str) -> bool:
        """Tell whether a line is a heading by its very words, so that it needs no mark-up."""
        core = _core(text)
        known = super().relation(core) is not None or bool(self.kind(text)) or denies(text)
        known = known or self._of_section(text.strip(" :")) is not None
        return known or self._of_page(text) is not None or self._of_page(core) is not None

    def is_optional(self, title: str) -> bool:
        """Tell whether a heading says that what stands below is not needed."""
        key = fold(_core(title))
        return key in self._optional or bool(
            re.search(
                r"nice to have|bonus(?! (?:scheme|plan|pay))|plus(?:es)?\b|desirable|preferred|"
                r"optional|good to have|extra credit",
                title,
                re.IGNORECASE,
            )
        )

    def _of_page(self, core: str) -> Reading | None:
        kind = self._page_kinds.get(fold(core), "")
        if _DUTY.match(core):
            kind = "duties"
        elif not kind and (_NEED.match(core) or _TO_BE.match(core)):
            kind = "requirements"
        return self._named[_KINDS[kind]] if kind in _KINDS else None

    def _by_word(self, core: str, *, last: bool = False) -> Reading | None:
        words = fold(core).split()[-1:] if last else fold(core).split()
        if len(words) > 1 and not last and _CREDENTIALS.issuperset(words):
            return self._named["requiresSkill"]
        if len(words) > 6:
            return None
        for word in [*words[-1:], *(word for word in reversed(words) if word in _ANYWHERE)]:
            found = self._relations.get(word) or self._of_page(word)
            if found and found.relation.name in _RELATIONS and word not in _VAGUE:
                return found
        return None


# Words that announce something alone, and nothing where they end a longer heading: "Product delivery".
_VAGUE = en.words(
    "impact delivery execution mission bonus knowledge use partner interface location time period role "
    "job position trait expectation outcome opportunity level framework method technique technology "
    "system progression advancement supervisor manager superior boss"
)


# Plurals that fold to what means something else: "Jobs" to "The job", which announces duties.
_LISTS = ("Jobs", "Job descriptions", "Volunteer descriptions", "Volunteer positions", "Board positions")
_CREDENTIALS = en.words(
    "education experience training certification licence license certificate knowledge skill ability "
    "qualification and or "
    "requirement credential registration"
)

# Words that announce wherever they stand in a heading: "Skills people should have".
_ANYWHERE = en.words(
    "responsibility duty skill requirement qualification competency accountability kpi "
    "responsabilité tâch compétence aufgaben verantwortlichkeiten anforderungen kompetenzen qualifikationen "
    "fähigkeiten kenntnisse responsabilidade funcione tarea competencia habilidade requisito cualidade qualité"
)


@lru_cache(maxsize=4096)
def _core(title: str) -> str:
    """Take off what a heading says of one page only."""
    core = _LEADING.sub("", _SIGNS.sub("", title).strip())
    while (shorter := _TAIL.sub("", core).strip()) and shorter != core:
        core = shorter
    return core
