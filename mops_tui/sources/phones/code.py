"""The code that lets a phone in: read aloud, typed, or scanned."""

from __future__ import annotations

import hmac
import secrets

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 signs: none of I, L, O, U, which are misread or misheard."""
LENGTH = 8
"""Eight of them are 40 bits."""
_READ_AS = str.maketrans("ILO", "110", "- \t")


def new_code() -> str:
    """A fresh code of 40 random bits, as `LENGTH` signs of `LETTERS`."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def spaced(code: str) -> str:
    """A code as it is shown: two groups, "7KQ2-M9XD"."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def is_code(text: str) -> bool:
    """Whether a text is a code, as one is made and kept."""
    return len(text) == LENGTH and set(text) <= set(LETTERS)


def looks_like_code(typed: str) -> bool:
    """Whether somebody could have meant a code: the right one says no more than a wrong one."""
    half = LENGTH // 2
    signs = typed[:half] + typed[half:].removeprefix("-")
    return len(signs) == LENGTH and signs.isascii() and signs.isalnum()


def same_code(typed: str, code: str) -> bool:
    """Whether somebody typed the code, in time that tells nothing about where they went wrong.

    Args:
        typed: As it came: in any case, with or without the dash, look-alikes read as what they are.
        code: The code.
    """
    read = typed[:64].upper().translate(_READ_AS)
    return hmac.compare_digest(read.encode("utf-8", "replace"), code.encode())
