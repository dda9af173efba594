"""A report as slides: native charts and shapes, for whoever has to present it."""
