"""How many examples a property is given: a figure of its own, which grows with the profile."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

PROFILES = {"quick": 8, "short": 25, "ci": 100}
"""Examples of each property: in the inner loop, in a whole run, and where nobody waits."""
FEWEST = 5


def register() -> None:
    """Make the profiles known to Hypothesis."""
    for name, examples in PROFILES.items():
        settings.register_profile(
            name,
            deadline=None,
            max_examples=examples,
            suppress_health_check=[HealthCheck.too_slow],
        )


def examples(most: int, *allowed: HealthCheck) -> settings:
    """Another figure than the profile's, for a property that is dear or finds little by little.

    Args:
        most: How many in a whole run; fewer in the inner loop, more where nobody waits.
        allowed: Health checks that do not matter here.
    """
    profile = settings()
    return settings(
        max_examples=max(FEWEST, most * profile.max_examples // PROFILES["short"]),
        suppress_health_check=[*profile.suppress_health_check, *allowed],
    )
