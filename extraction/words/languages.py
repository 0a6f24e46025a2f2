"""The closed-class words of French, German and Spanish that a reading without a grammar goes by.

English has its words in ``english``. What here is text with spaces is split into words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rolegraph.graph.plurals import primary

__all__ = ["LANGUAGES", "NAMES", "TELLING", "Language", "language_words"]


@dataclass(frozen=True, eq=False)
class Language:
    """The words of one language, in lower case, contractions as the preposition that is in them.

    ``genus`` are what stands between a headword and its genus ("est un"), ``stops`` end a noun phrase, ``of`` are the
    prepositions that go on with it, ``relatives`` open a clause about the noun before them, ``stand_ins`` are nouns
    that mean the headword, ``empty`` nouns that are no genus, ``light`` those whose complement is it ("type de").
    ``plurals`` turn the ending of a verb's third person singular into that of the plural, whole words first,
    ``verbs`` are finite verbs that are in no cue, ``finals`` relatives whose clause the verb ends.
    """

    determiners: frozenset[str]
    indefinite: frozenset[str]
    pronouns: frozenset[str]
    stand_ins: frozenset[str]
    genus: tuple[str, ...]
    conjunctions: frozenset[str]
    of: frozenset[str]
    stops: frozenset[str]
    relatives: frozenset[str]
    negations: frozenset[str]
    hedges: frozenset[str]
    adverbs: frozenset[str]
    empty: frozenset[str]
    light: frozenset[str]
    infinitives: tuple[str, ...]
    participles: tuple[str, ...]
    contractions: dict[str, str]
    plurals: tuple[tuple[str, str], ...]
    verbs: frozenset[str] = frozenset()
    finals: frozenset[str] = frozenset()

    @cached_property
    def closed(self) -> frozenset[str]:
        """The words that can be no noun or adjective."""
        return (
            self.stops | self.of | self.conjunctions | self.relatives | self.determiners | self.pronouns
        ) | (self.negations | self.verbs)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FRENCH = Language(
    determiners=_words(
        "le la les l' un une des du ce cet cette ces son sa ses leur leurs mon notre nos votre vos tout toute "
        "tous toutes chaque plusieurs quelques certains certaines divers différents différentes"
    ),
    indefinite=_words("un une des"),
    pronouns=_words("il elle ils elles celui-ci celle-ci"),
    stand_ins=_words("rôle poste fonction personne métier profession titulaire"),
    genus=(
        *("est un", "est une", "est le", "est la", "est l'", "sont des", "c' est un", "c' est une"),
        *("désigne un", "désigne une", "désigne le", "désigne la", "désigne l'"),
    ),
    conjunctions=_words("et ou ni"),
    of=_words("de"),
    stops=_words(
        "hors non autour pour par avec sans dans sur sous entre vers chez en à afin selon lors pendant depuis comme "
        "mais car donc si quand lorsque ainsi notamment via grâce dès jusque ne n' se s' est sont ont a peut doit"
    ),
    relatives=_words("qui que qu' dont où lequel laquelle lesquels lesquelles"),
    negations=_words("ne n' pas jamais guère rarement aucun aucune ni sans plus"),
    hedges=_words("souvent généralement habituellement parfois principalement typiquement surtout"),
    adverbs=_words("également aussi directement notamment toujours donc alors ensuite quotidiennement presque quasi"),
    empty=_words(
        "membre série collection personne fait mode action acte terme mot expression manière façon ensemble chose "
        "concept notion celui celle ce abréviation sigle acronyme nom exemple partie rôle poste métier fonction "
        "professionnel équivalent moyen"
    ),
    light=_words("type sorte forme catégorie variante"),
    infinitives=("er", "ir", "re"),
    participles=("é", "ée", "és", "ées", "ant", "ants"),
    contractions={"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à", "qu'": "que"},
    plurals=(("est", "sont"), ("a", "ont"), ("s'", "s'"), ("e", "ent"), ("it", "issent")),
    verbs=_words(
        "est sont était a ont peut peuvent doit doivent permet permettent consiste consistent sert servent "
        "désigne désignent indique représente représentent décrit correspond signifie fait font va vont se s' "
        "uniquement seulement"
    ),
)  # fmt: skip
_GERMAN = Language(
    determiners=_words(
        "der die das dem den des ein eine einen einem einer eines dieser diese dieses diesem diesen sein seine "
        "seinen ihr ihre ihren ihrem unser unsere alle jeder jede jedes mehrere einige verschiedene viele"
    ),
    indefinite=_words("ein eine einen einem einer eines"),
    pronouns=_words("er sie es"),
    stand_ins=_words("rolle position stelle funktion person beruf"),
    genus=(
        *("ist ein", "ist eine", "ist der", "ist die", "ist das", "sind"),
        *("bezeichnet ein", "bezeichnet eine", "bezeichnet einen"),
        *("bezeichnet die", "bezeichnet den", "bezeichnet das"),
        *("beschreibt ein", "beschreibt eine", "beschreibt einen"),
    ),
    conjunctions=_words("und oder sowie bzw"),
    of=_words("von"),
    stops=_words(
        "für mit ohne in im auf an am aus bei beim durch gegen nach seit um unter über vor zu zum zur zwischen "
        "als wie wenn dass damit weil ob aber denn ist sind hat wird werden kann können"
    ),
    relatives=_words("der die das dem den deren dessen welche welcher welches wo"),
    negations=_words("nicht kein keine keinen keiner keinem nie niemals kaum selten ohne weder"),
    hedges=_words("oft häufig meist meistens üblicherweise typischerweise manchmal vorwiegend hauptsächlich"),
    adverbs=_words("auch direkt zudem außerdem dabei immer stets regelmäßig eng täglich fast mehr"),
    empty=_words(
        "mitglied reihe sammlung person begriff wort ausdruck art weise menge ding sache bezeichnung abkürzung "
        "name beispiel teil rolle stelle position jemand tatsache möglichkeit mitglied"
    ),
    light=_words("art form typ variante unterart sonderform"),
    infinitives=(),
    participles=(),
    contractions={
        "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei",
        "im": "in", "am": "an", "ans": "an", "ins": "in",
    },
    plurals=(
        *(("ist", "sind"), ("hat", "haben"), ("wird", "werden"), ("trägt", "tragen")),
        *(("tet", "ten"), ("t", "en")),
    ),
    verbs=_words(
        "ist sind war hat haben wird werden wurde wurden kann können muss müssen soll sollen darf dürfen dient "
        "dienen bezeichnet bezeichnen beschreibt beschreiben steht stehen bedeutet ermöglicht ermöglichen erlaubt "
        "stellt gibt sorgt besteht handelt bildet"
    ),
    finals=_words("der die das welche welcher welches"),
)  # fmt: skip
_SPANISH = Language(
    determiners=_words(
        "el la los las lo un una unos unas este esta estos estas ese esa su sus nuestro nuestra todo toda todos "
        "todas cada varios varias algunos algunas diversos diversas distintos distintas diferentes"
    ),
    indefinite=_words("un una unos unas"),
    pronouns=_words("él ella ellos ellas éste ésta este esta"),
    stand_ins=_words("rol puesto cargo función persona profesión perfil"),
    genus=("es un", "es una", "es el", "es la", "son", "designa un", "designa una", "designa el", "designa la"),
    conjunctions=_words("y e o u ni"),
    of=_words("de"),
    stops=_words(
        "dentro fuera para por con sin en sobre entre hacia desde hasta según mediante durante tras como pero "
        "pues si cuando mientras así a ante bajo vía se es son ha han puede debe"
    ),
    relatives=_words("que quien quienes cual cuyo cuya cuyos cuyas donde"),
    negations=_words("no nunca jamás apenas raramente ningún ninguna tampoco ni sin"),
    hedges=_words("generalmente habitualmente normalmente frecuentemente suele principalmente típicamente"),
    adverbs=_words("también directamente además siempre así diariamente casi"),
    empty=_words(
        "miembro serie colección persona hecho acción acto término palabra expresión manera forma conjunto cosa "
        "concepto noción aquel aquella abreviatura sigla acrónimo nombre ejemplo parte rol puesto cargo función "
        "profesional encargado responsable medio"
    ),
    light=_words("tipo clase forma variante categoría"),
    infinitives=("ar", "er", "ir"),
    participles=("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ando", "iendo"),
    contractions={"del": "de", "al": "a"},
    plurals=(("es", "son"), ("está", "están"), ("tiene", "tienen"), ("a", "an"), ("e", "en")),
    verbs=_words(
        "es son era fue ha han puede pueden debe deben permite permiten consiste consisten sirve sirven indica "
        "indican representa representan describe describen corresponde significa designa hace se refiere "
        "solamente únicamente"
    ),
)  # fmt: skip

LANGUAGES: dict[str, Language] = {"fr": _FRENCH, "de": _GERMAN, "es": _SPANISH}

_NONE = Language(*(frozenset[str](),) * 4, (), *(frozenset[str](),) * 9, (), (), {}, ())


def language_words(tag: str) -> Language:
    """Give the words of a language by its tag; a language without words has none of anything.

    >>> "et" in language_words("fr-CA").conjunctions, language_words("it").conjunctions
    (True, frozenset())
    """
    return LANGUAGES.get(primary(tag), _NONE)


TELLING: dict[str, frozenset[str]] = {
    "en": _words(
        "the of and to is are that which with for by from an as or be this it its who was have has when their "
        "they such used between into can not may other"
    ),
    "fr": _words(
        "le les et des du est une dans pour par qui que sur au aux avec ce cette ces son sa ses ou pas ne sont "
        "être il elle plus leur dont permet entre afin d' l' qu' n' s' c' ainsi ensemble personne gestion "
        "permettant permettent entreprise entreprises système logiciel données méthode outil projet processus "
        "équipe liste glossaire terme définition"
    ),
    "de": _words(
        "der die das und ist ein eine einer eines einem einen den dem des von zu mit für auf im nicht sich auch "
        "werden wird als bei oder aus durch zur zum sind wie über nach kann bzw person unternehmen daten projekt "
        "projekte verfahren programm programme methode werkzeug prozess anbieter menge liste glossar begriff "
        "beschreibung aufgaben"
    ),
    "es": _words(
        "el los las y del que una para por con se es al como más su sus son lo entre este esta o puede ser cuando "
        "sobre mediante también desde un persona gestión empresa empresas datos sistema proyecto programa "
        "programas herramienta proceso procesos método permite conjunto lista equipo glosario término definición"
    ),
}
"""Words that tell in which language a text is: those of several languages count for each."""

NAMES = {
    **dict.fromkeys(("english", "englisch", "anglais", "inglés"), "en"),
    **dict.fromkeys(("french", "français", "francais", "französisch", "francés"), "fr"),
    **dict.fromkeys(("german", "deutsch", "allemand", "alemán"), "de"),
    **dict.fromkeys(("spanish", "español", "espanol", "castellano", "espagnol", "spanisch"), "es"),
}
"""What the languages are called, in lower case."""
