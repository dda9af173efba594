"""The parts of a drawn grid: its frame, its arrows, its labels, its key, its density."""
