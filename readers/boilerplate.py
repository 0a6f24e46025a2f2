"""What of a web page is not its content: navigation, banners, calls to action, and what a reader never sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from rolegraph.readers.pagetree import Element, elements, text_of

__all__ = ["Furniture", "is_mute", "is_toggle", "main_part", "main_title"]

_TAGS = {
    "nav": "navigation",
    "aside": "aside",
    "footer": "footer",
    "header": "header",
    "form": "form",
    "dialog": "dialog",
    "menu": "navigation",
    "search": "form",
    "button": "button",
}
# What holds no prose at all; of these nothing is reported.
_MUTE = frozenset(
    re.findall(
        r"\w+",
        "script style template svg math iframe object embed video audio canvas map noscript head select textarea "
        "datalist input img picture rp rt col colgroup link meta base frameset noframes progress meter",
    )
)
_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "navigation",
    "tablist": "navigation",
    "doc-toc": "navigation",
    "doc-backlink": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "doc-pagefooter": "footer",
    "complementary": "aside",
    "search": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "alert": "dialog",
}
_CLASSES = {
    "navigation": r"(?:\w+-)*(?:nav|navbar|navigation|navheader|navfooter|menu|breadcrumbs?|crumbs?|crumb-?trail|"
    r"toc\w*|pagination|pager|hatnote|navbox|"
    r"sidebar|jump-?(?:bar|links?|list|box|menu)|skip-?(?:links?|nav|to-content|to-main)|back-?to-?top|to-?top|"
    r"top-?link|"
    r"table-of-contents|alphabet(?:-(?:bar|nav|list))?|letters?-(?:bar|nav|list)|az-(?:bar|nav|list)|"
    r"relbar-?(?:top|bottom)?|pre-?next|prev-?next|rst-versions|sphinxsidebar\w*|prev|next|mobile-?nav)"
    r"(?:-(?:bar|table|links?|list|box|wrapper|container|area|inner|panel|block|section|top|bottom|header|footer|row))*",
    "header": r"(?:site|page|global|main|top)-?(?:header|banner)|masthead|top-?bar|announcement-?(?:bar|banner)?|"
    r"(?:\w+-)*(?:notification|alert|phase|beta)-?banner",
    "footer": r"(?:site|page|global|main|article|entry|post)?-?footer|colophon|copyright|legal-?notice|bottom-?bar",
    "aside": r"(?:\w+-)*(?:related-?(?:posts?|articles?|content|stories|reading|resources|products?)|"
    r"recommended|badge|"
    r"you-?may-?also-?like|popular-?posts?|recent-?posts?|widget-?area|tag-?cloud|author-?(?:box|bio))",
    "cookie banner": r"(?:\w+-)*(?:cookies?|gdpr|consent|onetrust\w*|cookieconsent)(?:-\w+)*",
    "share bar": r"(?:\w+-)*(?:share|sharing|social)(?:-?(?:bar|buttons?|links?|icons?|media|menu|list|this))?|"
    r"addtoany\w*",
    "call to action": r"(?:\w+-)*(?:newsletter|subscribe|subscription|sign-?up|cta|call-?to-?action|promo|promotion|"
    r"lead-?form|popup|pop-?up|modal|paywall)(?:-(?:box|form|banner|block|section|wrapper|container|bar|inner))*",
    "advertisement": r"(?:\w+-)*(?:ads?|advert|adverts|advertisement|advertising|adsense|adsbygoogle|sponsor\w*)",
    "comments": r"(?:comments?-(?:area|section|list|respond|form)|comments|disqus\w*|respond)",
    "hidden": r"sr-only|visually-?hidden|visuallyhidden|screen-?reader(?:-text|-only)?|show-for-sr|d-none|"
    r"noprint|no-print|"
    r"print-only|element-invisible|assistive-text|hidden-text",
    "link to itself": r"header-?link|anchor-?link|heading-?link|hash-?link|perma-?link|headeranchor|header-anchor|"
    r"heading-anchor|anchorjs-link|self-?link|mw-editsection|edit-?(?:link|section|this-page|page|button)|editlink|"
    r"copy-?(?:button|link|btn)|clipboard\w*|mw-cite-backlink|footnote-backref|viewcode-link|reference external-edit",
}
_BY_CLASS = re.compile(
    "|".join(f"(?P<k{number}>{pattern})" for number, pattern in enumerate(_CLASSES.values())), re.IGNORECASE
)
_REASONS = tuple(_CLASSES)
_PERMALINK = re.compile(r"[¶#§∞🔗⚓︎¤\s]*")
_NOTE = re.compile(r"(?:\[?\w{1,4}\]?[\s,]*){1,4}|[*†‡]")
_PHRASE = re.compile(
    r"(?:[\W_]*(?:back to (?:the )?top|return to (?:the )?top|"
    r"top(?: of (?:the )?page)?|go to top|scroll to top|skip to .{1,40}|"
    r"jump to (?:navigation|search|content|top)|edit(?: this page.*| on \w+| source)?|"
    r"view (?:page )?source|show source|"
    r"report (?:a bug|an issue|a problem)|print(?: this page)?|share(?: this(?: page| article)?)?|tweet|permalink|"
    r"previous(?: page)?|next(?: page)?|prev|home|on this page|in this article|(?:table of )?contents|"
    r"improve this page|suggest (?:an )?edits?.{0,20}|was this (?:page |article )?helpful\??|give feedback|"
    r"copy (?:link|url|to clipboard)|expand all|collapse all|show (?:more|less|all)|advertisement|sponsored|"
    r"accept(?: all)?(?: cookies)?|loading(?:\.\.\.|…)?)[\W_]*)",
    re.IGNORECASE,
)
_CONTROLS = ("aria-controls", "data-target", "data-bs-target", "href")
_PANEL = re.compile(
    r"accordion|collaps|panel|answer|toggle|content|tab|expand|body|definition|desc", re.IGNORECASE
)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TOGGLES = (
    "aria-expanded",
    "aria-controls",
    "data-toggle",
    "data-bs-toggle",
    "data-target",
    "data-bs-target",
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_AROUND = frozenset(
    {"prev", "previous", "next", "up", "start", "contents", "index", "first", "last", "home", "toc"}
)
_LINK_LISTS = frozenset({"ul", "ol", "p", "div", "table", "center", "tr", "h2", "h3"})
_MIN_LINKS, _MIN_LETTERS, _MAX_LINK, _MAX_BAR, _SAMPLE = 3, 4, 60, 120, 200
_BULK, _DENSE, _MAIN, _MIN_TABLE, _SHORT_PIECE = 0.4, 0.8, 0.5, 200, 1000


class Furniture:
    """Tells which elements of a page, or of a piece of HTML in another text, are no content, and why."""

    def __init__(self, root: Element, *, piece: bool = False) -> None:
        self._size = root.size
        self._piece = piece  # which tells nothing of how long the whole text is
        self._panels = frozenset(_opened(root))
        self._content = frozenset(map(id, _holders_of_content(root)))
        self._begun = False

    def begin(self) -> None:
        """Note that the content has begun: lists of links are no longer the contents of the page."""
        self._begun = True

    def _is_content(self, element: Element) -> bool:
        return id(element) in self._content

    def reason(self, element: Element) -> str:
        """Say why an element is left out, empty if it is not."""
        attributes = element.attributes
        if attributes:
            if self._is_hidden(element):
                return "hidden"
            if self._is_small(element) and (reason := self._by_attributes(element)):
                return reason
        if element.tag in _TAGS and (reason := self._by_tag(element)):
            return reason
        return self._by_text(element)

    def _is_hidden(self, element: Element) -> bool:
        hidden = (element.get("hidden") != "until-found" and element.has("hidden")) or element.get(
            "aria-hidden"
        ) == "true"
        if not hidden and not _INVISIBLE.search(element.get("style")):
            return False
        return not (element.size and self._is_panel(element))

    def _is_panel(self, element: Element) -> bool:
        """Tell whether a hidden element is shown when something is pressed: the answer of an accordion."""
        named = f"{element.get('class')} {element.get('id')} {element.get('role')}"
        return element.get("id") in self._panels or _PANEL.search(named) is not None

    def _by_attributes(self, element: Element) -> str:
        if reason := _ROLES.get(element.get("role").lower(), ""):
            return "" if self._is_content(element) and reason in ("header", "dialog") else reason
        names = f"{element.get('class')} {element.get('id')}"
        for name in names.replace("_", "-").split() if names != " " else ():
            if match := _BY_CLASS.fullmatch(name):
                reason = _REASONS[int((match.lastgroup or "k0")[1:])]
                if not (element.tag in _HEADINGS and element.size > 1):
                    return "" if self._is_content(element) else reason
        return ""

    def _by_tag(self, element: Element) -> str:
        tag = element.tag
        if tag == "button":
            return "" if is_toggle(element) and not _says_furniture(element) else "button"
        if tag in ("header", "footer", "aside", "form") and self._is_content(element):
            return ""
        if tag == "header" and _heads_entry(element):
            return ""
        return _TAGS[tag] if self._is_small(element) else ""

    def _is_small(self, element: Element) -> bool:
        """Tell whether an element holds little of the page's text, or hardly any but links."""
        if self._piece and element.size <= _SHORT_PIECE:
            return True
        return element.size <= _BULK * self._size or element.linked >= _DENSE * element.size

    def _by_text(self, element: Element) -> str:
        """Judge an element by what it says: a bar of letters, the contents of the page, "Back to top"."""
        if element.tag == "a" and element.size <= 3 and _is_permalink(element):
            return "link to itself"
        if element.tag == "sup" and element.linked and _NOTE.fullmatch(text_of(element)):
            return "link to a note"
        if element.linked == element.size and 0 < element.size <= _MAX_LINK and _says_furniture(element):
            return "navigation"
        mostly_links = 3 * element.linked >= element.size > 0
        if element.tag in _LINK_LISTS and mostly_links and not _is_only_child(element):
            return self._by_links(element)
        return ""

    def _by_links(self, element: Element) -> str:
        """Tell bars of letters, and lists of links into the page that stand before its content."""
        if element.size <= _MAX_BAR and _is_alphabet(text_of(element)):
            return "bar of letters"
        links = [each for each in islice(elements(element), _SAMPLE) if each.tag == "a" and each.has("href")]
        if sum(link.has("hreflang") or _leads_around(link) for link in links) >= max(2, 0.5 * len(links)):
            return "navigation"
        if self._begun or element.linked < 0.9 * element.size:
            return ""
        targets = [link.get("href") for link in links]
        inner = sum(target.startswith("#") for target in targets)
        return "contents of the page" if inner >= _MIN_LINKS and inner >= 0.9 * len(targets) else ""


def is_mute(element: Element) -> bool:
    """Tell whether an element can hold nothing that is read."""
    return element.tag in _MUTE


def main_part(body: Element) -> Element:
    """Give the element that holds the content, if the page names one that holds most of its text."""
    text = body.size - body.linked
    for find in (_is_main, _is_article, _is_named_main):
        found = [element for element in elements(body) if find(element)]
        if len(found) == 1 and found[0].size >= _MAIN * text:
            return found[0]
    return body


def main_title(body: Element, main: Element) -> Element | None:
    """Give the title of a page whose main part has none."""
    titles = [element for element in elements(body) if element.tag == "h1" and element.size]
    within = main is not body and any(element.tag == "h1" and element.size for element in elements(main))
    return titles[0] if len(titles) == 1 and main is not body and not within else None


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.get("role") == "main"


def _is_article(element: Element) -> bool:
    return element.tag == "article" or element.get("itemprop") in ("articleBody", "mainContentOfPage")


def _is_named_main(element: Element) -> bool:
    return element.get("id").lower() in (
        "content",
        "main",
        "main-content",
        "maincontent",
        "bodycontent",
        "mw-content-text",
    )


def _holders_of_content(root: Element) -> Iterator[Element]:
    """Yield the elements that hold what only content has: a list of definitions, a table, a title."""
    seen: set[int] = set()
    for element in elements(root):
        above: Element | None = element if _shows_content(element) else None
        while above is not None and id(above) not in seen:
            seen.add(id(above))
            yield above
            above = above.parent


def _shows_content(element: Element) -> bool:
    if element.tag == "table":
        return element.size >= _MIN_TABLE and 2 * element.linked < element.size
    return element.tag in ("dl", "main", "article", "dfn") or (element.tag == "h1" and element.size > 0)


_MOST_ABOVE = 3  # elements between a button and what holds all of its kind


def _heads_entry(header: Element) -> bool:
    """Tell the head of a part of the text, with a heading, from that of the page."""
    within = header.parent is not None and header.parent.tag in ("article", "section", "li", "details")
    return within and any(element.tag in _HEADINGS for element in elements(header))


def is_toggle(element: Element) -> bool:
    """Tell whether a button opens an answer, and so holds its question."""
    parent = element.parent
    in_heading = parent is not None and parent.tag in (*_HEADINGS, "dt", "summary")
    named = re.search(r"accordion|collaps|question|toggle|faq|term", element.get("class"), re.IGNORECASE)
    opens = in_heading or element.has(*_TOGGLES) or named or _is_in_accordion(element)
    return bool(opens) and element.size > 2


def _is_in_accordion(element: Element) -> bool:
    """Tell whether an element stands near within what its class calls an accordion."""
    above = element.parent
    for _ in range(_MOST_ABOVE):
        if above is not None and re.search(r"accordion|collaps", above.get("class"), re.IGNORECASE):
            return True
        above = above.parent if above is not None else None
    return False


def _opened(root: Element) -> Iterator[str]:
    """Yield the ids of what something on the page opens."""
    for element in elements(root):
        if element.has(*_TOGGLES) or element.get("role") in ("tab", "button"):
            for name in _CONTROLS:
                yield from element.get(name).replace("#", " ").split()


def _says_furniture(link: Element) -> bool:
    return link.tag not in _HEADINGS and _PHRASE.fullmatch(text_of(link)) is not None


def _is_only_child(element: Element) -> bool:
    """Tell whether the element above holds nothing else, and so has been judged for this one."""
    parent = element.parent
    return parent is not None and parent.tag in _LINK_LISTS and parent.size == element.size


def _leads_around(link: Element) -> bool:
    """Tell a link to the next page, the last, the one above (the link types of HTML and of those before it)."""
    return not _AROUND.isdisjoint(link.get("rel").lower().split())


def _is_permalink(element: Element) -> bool:
    return element.get("href").startswith("#") and _PERMALINK.fullmatch(text_of(element)) is not None


def _is_alphabet(text: str) -> bool:
    """Tell whether a text is a row of single letters: "A | B | C"."""
    parts = [part for part in re.split(r"[\s|·•/,\-–\[\]()]+", text) if part]
    single = [
        part for part in parts if len(part) == 1 or part.lower() in ("0-9", "all", "num", "other", "#", "top")
    ]
    return len(single) >= _MIN_LETTERS and len(single) >= 0.8 * len(parts)
