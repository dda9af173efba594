"""Results as shapes in unit coordinates: 0 to 1 on both axes, y downwards, no sentences."""
