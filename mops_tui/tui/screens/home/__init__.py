"""Before a workshop: home, the setup, the first moment."""
