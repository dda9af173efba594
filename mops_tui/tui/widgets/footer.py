"""The keys that work here, in one line at the foot.

Textual's own footer makes a widget for every key at each change, and each of them stays bound to
it: after a long day there were thousands. Here the line is one widget, drawn anew only when it
says something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.screen import Screen

GAP = " "
"""Between two keys."""
MORE = "…"
"""Stands where keys are left out."""
HOVER = " on $block-hover-background"


@dataclass(frozen=True)
class FooterKey:
    """One key of the line.

    Attributes:
        key: Its name, as a press of it has it.
        shown: The key as people call it.
        label: What it does, in a word or two.
        tooltip: What it does, in a sentence.
        enabled: It works at this moment.
    """

    key: str
    shown: str
    label: str
    tooltip: str
    enabled: bool

    @property
    def text(self) -> Content:
        """The key and its description as drawn; one that is disabled now is dimmed."""
        dim = "" if self.enabled else "dim "
        parts = [(self.shown, f"{dim}bold $footer-key-foreground")]
        if self.label:
            parts.append((f" {self.label}", f"{dim}$footer-description-foreground".strip()))
        return Content.assemble(*parts)


def fitting(keys: tuple[FooterKey, ...], width: int) -> tuple[FooterKey | None, ...]:
    """The keys that have room in a line: the first, and always the last; None where some lack.

    The last is that of the whole program, which shows all keys, or the way out.

    Args:
        keys: All of them, the most important first.
        width: The cells of the line.
    """
    sizes = [key.text.cell_length + len(GAP) for key in keys]
    # After the last key nothing has to follow.
    if sum(sizes) - len(GAP) <= width or len(keys) < 2:
        return keys
    room = width - (sizes[-1] - len(GAP)) - (len(MORE) + len(GAP))
    shown: list[FooterKey | None] = []
    for key, size in zip(keys[:-1], sizes, strict=False):
        room -= size
        if room < 0:
            break
        shown.append(key)
    return (*shown, None, keys[-1])


class Footer(Widget, can_focus=False):
    """One line; a click on a key presses it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Footer { dock: bottom; height: 1; background: $footer-background; color: $footer-foreground; }
    Footer.-over { pointer: pointer; }
    """

    def __init__(self) -> None:
        """Begin empty: the keys are known once the screen says that they are."""
        super().__init__()
        self._keys: tuple[FooterKey, ...] = ()
        self._hovered: FooterKey | None = None
        self._due = False

    @property
    def keys(self) -> tuple[FooterKey, ...]:
        """The keys that work here, whether there is room for them or not."""
        return self._keys

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed, immediate=True)

    def on_unmount(self) -> None:
        """Stop following."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _changed(self, screen: Screen[object]) -> None:
        """Read the keys again, once for however many changes come before the next frame."""
        # While the terminal is not looked at nothing has the focus: the keys stay as they were.
        if screen.app.app_focus and not self._due:
            self._due = True
            self.call_after_refresh(self._read)

    def _read(self) -> None:
        self._due = False
        if not self.is_attached:
            return
        shown: dict[str, FooterKey] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and binding.action not in shown:
                shown[binding.action] = FooterKey(
                    binding.key,
                    self.app.get_key_display(binding),
                    binding.description,
                    active.tooltip,
                    active.enabled,
                )
        keys = tuple(shown.values())
        if keys != self._keys:
            self._keys = keys
            self._hover(None)
            self.refresh()

    def render(self) -> Content:
        """The line."""
        parts: list[Content] = []
        for key in fitting(self._keys, self.content_size.width):
            if key is None:
                parts.append(Content.styled(MORE, "$footer-description-foreground"))
            else:
                hovered = key == self._hovered
                parts.append(key.text.stylize(HOVER.strip()) if hovered else key.text)
        return Content(GAP).join(parts)

    def key_at(self, x: int) -> FooterKey | None:
        """The key that stands in a column, or None."""
        at = 0
        for key in fitting(self._keys, self.content_size.width):
            width = len(MORE) if key is None else key.text.cell_length
            if at <= x < at + width:
                return key
            at += width + len(GAP)
        return None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key; one that does not work at this moment rings."""
        key = self.key_at(event.x)
        if key is None:
            return
        if key.enabled:
            self.app.simulate_key(key.key)
        else:
            self.app.bell()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say what the key under the mouse does."""
        self._hover(self.key_at(event.x))

    def on_leave(self) -> None:
        """The mouse has left the footer: no key is highlighted."""
        self._hover(None)

    def _hover(self, key: FooterKey | None) -> None:
        if key != self._hovered:
            self._hovered = key
            self.set_class(key is not None, "-over")
            self.tooltip = (key.tooltip or None) if key is not None else None
            self.refresh()
