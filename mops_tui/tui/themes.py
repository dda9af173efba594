"""The three looks: dark, light, and a high contrast for weak projectors."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="mops-dark",
    primary="#7AA2F7",
    secondary="#5FB3B3",
    accent="#F2B65A",
    success="#8CCB7E",
    warning="#E8A55D",
    error="#EF7D7D",
    foreground="#D9DEEA",
    background="#12151C",
    surface="#191D27",
    panel="#232938",
    dark=True,
    variables={
        "footer-background": "#191D27",
        "footer-key-foreground": "#F2B65A",
        "footer-description-foreground": "#A9B1C4",
        "block-cursor-foreground": "#FFFFFF",
        "block-cursor-background": "#2F4270",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#7AA2F7 35%",
    },
)
LIGHT = Theme(
    name="mops-light",
    primary="#2B5FB8",
    secondary="#1B7373",
    accent="#985006",
    success="#2A722D",
    warning="#9A5200",
    error="#B3261E",
    foreground="#1C2230",
    background="#FAF8F4",
    surface="#F1EEE7",
    panel="#E4DFD4",
    dark=False,
    variables={
        "footer-background": "#F1EEE7",
        "footer-key-foreground": "#985006",
        "footer-description-foreground": "#4A5264",
        "block-cursor-foreground": "#1C2230",
        "block-cursor-background": "#C6D6F2",
        "block-cursor-text-style": "bold",
    },
)
CONTRAST = Theme(
    name="mops-contrast",
    primary="#00E5FF",
    secondary="#7CFF6B",
    accent="#FFE500",
    success="#7CFF6B",
    warning="#FFB000",
    error="#FF6B6B",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#262626",
    dark=True,
    text_alpha=1.0,
    variables={
        "footer-background": "#000000",
        "footer-key-foreground": "#FFE500",
        "footer-description-foreground": "#FFFFFF",
        "block-cursor-foreground": "#FFFFFF",
        "block-cursor-background": "#00507A",
        "block-cursor-text-style": "bold",
        "text-muted": "#E0E0E0",
    },
)
THEMES = (DARK, LIGHT, CONTRAST)
"""In the order in which F9 goes through them."""
