"""The screens for practising alone: situation cards, one scenario, progress."""
