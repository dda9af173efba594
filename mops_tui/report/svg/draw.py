"""Drawing any picture as SVG."""

from __future__ import annotations

from mops_tui.model.text.html import Html, element
from mops_tui.report.content.parts import ShownPicture


def svg_of(shown: ShownPicture, *, alone: bool = False) -> Html:
    """A picture as one `<svg>` element, with its title and its alternative inside.

    Args:
        shown: The picture.
        alone: It is a file of its own: with its namespace and its own colours, light and dark. On
            a page the page's style gives them.
    """
    namespace = {"xmlns": "http://www.w3.org/2000/svg"} if alone else {}
    return element(
        "svg",
        element("title", shown.title),
        element("desc", shown.alternative),
        viewBox="0 0 640 360",
        role="img",
        **namespace,
    )
