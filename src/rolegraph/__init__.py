"""Turn glossaries and role descriptions into a knowledge graph to see, ask and hand on.

>>> from rolegraph import KnowledgeGraph
>>> KnowledgeGraph.open("starter").term("PM").label.value
'Product manager'
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rolegraph.graph import KnowledgeGraph

__all__ = ["KnowledgeGraph", "__version__"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Import what is public on first use, so that ``import rolegraph`` costs nothing."""
    if name == "KnowledgeGraph":
        from rolegraph.graph import KnowledgeGraph

        return KnowledgeGraph
    raise AttributeError(f"module 'rolegraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    """List what is public, whether it has been loaded or not."""
    return sorted({*globals(), *__all__})
