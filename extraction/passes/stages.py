"""What is read of each document once the names of all are known: the classes of its entries, then its account.

Both are kept on a lasting shelf, with a trace of what the glossary told, and found there while that holds.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import msgspec

from rolegraph.extraction.claims.classes import Classifier, may_be_overruled
from rolegraph.extraction.errors import Failure
from rolegraph.extraction.links.choices import Chooser, NamesHere
from rolegraph.extraction.links.hyperlinks import Hyperlinks
from rolegraph.extraction.links.linking import Glossary
from rolegraph.extraction.passes.accounts import Account, EntryReader
from rolegraph.extraction.passes.contexts import Context
from rolegraph.extraction.passes.guards import fault, is_fault
from rolegraph.extraction.passes.surveys import Look, Retold, Surveyed, Surveyor
from rolegraph.extraction.passes.traces import Lookup, Trace, Watch, Watched
from rolegraph.extraction.prose.genus_classes import Genus, genus_of
from rolegraph.extraction.prose.prose import ProseReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rolegraph.extraction.entries import Entry
    from rolegraph.extraction.passes.extractors import Extractor
    from rolegraph.extraction.passes.shelves import Shelf
    from rolegraph.ontology import Ontology

__all__ = ["Tools", "account_stage", "class_stage", "reader_of", "survey_stage"]

_Result = TypeVar("_Result")


class Tools(NamedTuple):
    """What documents are read with; ``name`` is a digest of all of it that changes what a document is found to hold.

    With ``every_genus`` the genus is read also where the label tells the class already, to see whether both agree.
    """

    look: Look
    extractors: Sequence[Extractor]
    shelf: Shelf
    name: str
    every_genus: bool = False


class _Kept(NamedTuple):
    """What was read of a document, and the digest of what the glossary told meanwhile."""

    trace: Trace
    digest: str
    result: msgspec.Raw


class _Stage(Generic[_Result]):
    """Reads documents in one way, or finds on the shelf what was read of them."""

    def __init__(
        self,
        read: Callable[[Retold], _Result],
        result: type[_Result],
        surveyor: Surveyor,
        watch: Watch,
        shelf: Shelf | None,
        ending: str,
        sound: Callable[[_Result], bool] = lambda result: True,
    ) -> None:
        self._read, self._surveyor, self._watch = read, surveyor, watch
        self._shelf, self._ending, self._sound = shelf, ending, sound
        self._result = msgspec.msgpack.Decoder(result)
        self._kept = msgspec.msgpack.Decoder(_Kept)

    def __call__(self, surveyed: Surveyed) -> _Result | Failure:
        """Give what is read of a document."""
        key = f"{surveyed.key}.{self._ending}{_digest(surveyed.renamings) if surveyed.renamings else ''}"
        found = self._found(key)
        if found is not None:
            return found
        document = self._surveyor.again(surveyed)
        if isinstance(document, Failure):
            return document
        self._watch.begin()
        result = self._read(document)
        self._keep(key, result)
        return result

    def _found(self, key: str) -> _Result | None:
        data = self._shelf.get(key) if self._shelf is not None else None
        if data is None:
            return None
        try:
            kept = self._kept.decode(data)
            return self._result.decode(kept.result) if self._watch.digest(kept.trace) == kept.digest else None
        except msgspec.MsgspecError:
            return None

    def _keep(self, key: str, result: _Result) -> None:
        if self._shelf is not None and self._sound(result):
            trace = self._watch.trace()
            raw = msgspec.Raw(msgspec.msgpack.encode(result))
            kept = _Kept(trace, self._watch.digest(trace), raw)
            self._shelf.put(key, msgspec.msgpack.encode(kept))


def survey_stage(tools: Tools) -> Surveyor:
    """Make ready to survey files."""
    return Surveyor(tools.look, tools.shelf, tools.name)


def class_stage(tools: Tools, glossary: Glossary) -> _Stage[list[Genus]]:
    """Make ready to read the genus of the definitions in documents, where it decides on the class of an entry."""
    context, watch = _watched(tools.look.ontology, glossary)

    @cache
    def is_declared(key: str) -> bool:
        merged = context.glossary.merged.get(key)
        return merged is None or any(one.classes for one in merged.entries)

    def decides(entry: Entry) -> bool:
        merged = context.glossary.merged.get(entry.key)
        if merged is None or is_declared(entry.key):
            return False
        first = merged.entries[0]
        sure = not (tools.every_genus or first.is_homonym)
        return not sure or may_be_overruled(context.reader.classifier.of_name(first.label, first.language))

    def genus(entry: Entry) -> Genus:
        context.chooser.enter(entry)
        try:
            return genus_of(entry, context.reader)
        except Exception as error:
            fault(error, entry.source, entry.first)  # told in the account, for which the same words are read
            return Genus()

    def read(document: Retold) -> list[Genus]:
        return [genus(entry) if decides(entry) else Genus() for entry in document.entries]

    shelf = tools.shelf if tools.shelf.lasting else None
    ending = "every-genus" if tools.every_genus else "classes"
    return _Stage(read, list[Genus], survey_stage(tools), watch, shelf, ending)


def reader_of(tools: Tools, entries: Sequence[Entry]) -> ProseReader:
    """Make a reader of sentences that knows some entries."""
    return _watched(tools.look.ontology, Glossary(entries))[0].reader


def account_stage(tools: Tools, glossary: Glossary) -> _Stage[Account]:
    """Make ready to read what documents say."""
    context, watch = _watched(tools.look.ontology, glossary)
    reader = EntryReader(context, tools.extractors)

    def read(document: Retold) -> Account:
        entries = (entry for entry in document.entries if entry.key in context.glossary.merged)
        return reader.account(document.name, entries)

    kept = tools.shelf.lasting and all(extractor.version for extractor in tools.extractors)
    shelf = tools.shelf if kept else None
    versions = [(extractor.name, extractor.version) for extractor in tools.extractors]
    ending = f"account-{_digest(versions)}"
    return _Stage(read, Account, survey_stage(tools), watch, shelf, ending, _is_whole)


def _is_whole(account: Account) -> bool:
    """Tell whether everything was read, so that there is nothing to ask for again."""
    return not account.failures and not any(map(is_fault, account.skipped))


def _digest(value: object) -> str:
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _watched(ontology: Ontology, glossary: Glossary) -> tuple[Context, Watch]:
    """Let documents be read through a glossary that remembers what it is asked."""
    entries, classes, links, sources = lookups = Watched(
        Lookup(glossary.merged),
        Lookup(glossary.classes),
        Lookup(glossary.by_reference()),
        Lookup(glossary.pointing),
    )
    watch = Watch(glossary.names, lookups)
    watched = copy.copy(glossary)
    watched.merged, watched.classes, watched.pointing = entries, classes, sources
    chooser = Chooser(watched)

    @cache
    def names(language: str) -> NamesHere:
        return NamesHere(watch.names(language), chooser)

    reader = ProseReader(ontology, names, Classifier(ontology, classes), Hyperlinks(watched, links))
    return Context(watched, reader, chooser), watch
