"""Sources of events: where a state comes from, behind one small protocol."""
