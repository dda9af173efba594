"""People who vote by phone: how they get in, who they are, and what they may ask for."""
